//! The tracker: a row for everything that moves, figures, bulk steps.

use std::collections::BTreeSet;
use std::str::FromStr;

use uuid::Uuid;

use super::{Ask, Deed, next};
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Command, Counterpart, CounterpartId, CounterpartOf, CounterpartState, Move, MoveStep, PersonId};
use crate::plan::migration::{Progress, Tracked, progress, tracked};
use crate::text::{Lang, date, decision, msg};
use crate::view::choice::sort_by_name;
use crate::view::fault::{Fault, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Figure, Filter, FilterKind, Page, Row, Section, Table, Tone,
};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// Fills the page with the tracker.
pub(super) fn fill(room: &Room, rows: &[Tracked], page: &mut Page) {
    let lang = room.lang;
    let today = room.context.today;
    let Some(next) = next(room) else {
        page.sections = vec![Section::new(
            "tracker",
            "",
            Body::Empty {
                title: msg::migration_next_none(lang).into(),
                text: msg::migration_next_none_text(lang).into(),
                acts: vec![Button::new("next-choose", msg::migration_next_choose(lang), Ask::Next).primary()],
            },
        )];
        return;
    };
    let figures = progress(rows, today);
    let unplanned = rows.iter().filter(|row| row.counterpart.is_none()).count();
    let left = figures.all - figures.moved - figures.excused;
    page.acts = vec![
        Button::new("plan-all", msg::migration_plan_all(lang, unplanned as u64), Deed::PlanAll)
            .primary()
            .refused((unplanned == 0).then(|| msg::migration_all_planned(lang).to_owned())),
        Button::new("switch", msg::migration_switch(lang, &next.profile.name), Deed::Switch)
            .refused((left > 0).then(|| msg::refusal_move_unfinished(lang, left))),
    ];
    page.filters = filters(room);
    page.sections = vec![
        Section::new("figures", "", Body::Figures(self::figures(room, &figures))),
        Section::new("tracker", msg::migration_tracker(lang), Body::Table(table(room, rows)))
            .note(msg::migration_tracker_note(lang)),
    ];
}

fn figures(room: &Room, progress: &Progress) -> Vec<Figure> {
    let lang = room.lang;
    let figure = |label: &str, value, of, state: &str, tone| Figure {
        label: label.to_owned(),
        value,
        of,
        note: String::new(),
        href: Some(room.query.with("state", state).address(&Route::Migration)),
        tone,
    };
    let to_move = Some(progress.all - progress.excused);
    let late = if progress.overdue > 0 { Tone::Error } else { Tone::Plain };
    let mut moved = figure(msg::migration_moved(lang), progress.moved, to_move, "moved", Tone::Success);
    moved.note = msg::migration_not_counted(lang, progress.excused);
    vec![
        moved,
        figure(msg::migration_created(lang), progress.created, to_move, "created", Tone::Info),
        figure(msg::migration_planned(lang), progress.planned, to_move, "planned", Tone::Plain),
        figure(msg::migration_overdue(lang), progress.overdue, None, "overdue", late),
        figure(msg::migration_missing(lang), progress.missing, None, "created", Tone::Plain),
    ]
}

fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let choice = |id: &'static str, label: &str, entries: &[(&str, &str)]| Filter {
        id,
        label: label.to_owned(),
        kind: FilterKind::Choice(
            entries.iter().map(|(value, name)| ((*value).to_owned(), (*name).to_owned())).collect(),
        ),
        value: room.query.get(id).to_owned(),
    };
    vec![
        choice(
            "what",
            msg::migration_what(lang),
            &[
                ("", msg::migration_any(lang)),
                ("chat", msg::migration_what_chat(lang)),
                ("channel", msg::migration_what_channel(lang)),
                ("class", msg::migration_what_class(lang)),
            ],
        ),
        choice(
            "state",
            msg::migration_state(lang),
            &[
                ("", msg::migration_any(lang)),
                ("none", msg::migration_state_none(lang)),
                ("planned", msg::migration_state_planned(lang)),
                ("created", msg::migration_state_created(lang)),
                ("moved", msg::migration_state_moved(lang)),
                ("not-needed", msg::migration_state_not_needed(lang)),
                ("overdue", msg::migration_overdue(lang)),
            ],
        ),
    ]
}

fn code(state: Option<&CounterpartState>) -> &'static str {
    match state {
        None => "none",
        Some(CounterpartState::Planned) => "planned",
        Some(CounterpartState::Created { .. }) => "created",
        Some(CounterpartState::Moved { .. }) => "moved",
        Some(CounterpartState::NotNeeded { .. }) => "not-needed",
    }
}

fn state(lang: Lang, state: Option<&CounterpartState>) -> Cell {
    match state {
        None => Cell::badge(msg::migration_state_none(lang), Tone::Warning),
        Some(CounterpartState::Planned) => Cell::badge(msg::migration_state_planned(lang), Tone::Plain),
        Some(CounterpartState::Created { on }) => {
            Cell::badge(msg::migration_state_created(lang), Tone::Info).note(date::short(*on))
        }
        Some(CounterpartState::Moved { on }) => {
            Cell::badge(msg::migration_state_moved(lang), Tone::Success).note(date::short(*on))
        }
        Some(CounterpartState::NotNeeded { reason }) => {
            Cell::badge(msg::migration_state_not_needed(lang), Tone::Plain).note(reason)
        }
    }
}

fn what(lang: Lang, of: CounterpartOf) -> &'static str {
    match of {
        CounterpartOf::Chat(_) => msg::migration_what_chat(lang),
        CounterpartOf::Channel(_) => msg::migration_what_channel(lang),
        CounterpartOf::Class(_) => msg::migration_what_class(lang),
    }
}

/// The key of a row: what is moved.
fn key(of: CounterpartOf) -> String {
    match of {
        CounterpartOf::Chat(id) => format!("chat:{id}"),
        CounterpartOf::Channel(id) => format!("channel:{id}"),
        CounterpartOf::Class(id) => format!("class:{id}"),
    }
}

fn parse(key: &str) -> Option<CounterpartOf> {
    let (what, id) = key.split_once(':')?;
    let id = Uuid::from_str(id).ok()?;
    Some(match what {
        "chat" => CounterpartOf::Chat(id.into()),
        "channel" => CounterpartOf::Channel(id.into()),
        "class" => CounterpartOf::Class(id.into()),
        _ => return None,
    })
}

/// What was chosen in the table.
pub(super) fn chosen(room: &Room) -> impl Iterator<Item = CounterpartOf> {
    room.chosen.iter().filter_map(|key| parse(key))
}

/// The counterparts of what was chosen.
pub(super) fn chosen_ids(room: &Room) -> BTreeSet<CounterpartId> {
    let chosen: BTreeSet<CounterpartOf> = chosen(room).collect();
    room.school.counterparts().values().filter(|row| chosen.contains(&row.of)).map(|row| row.id).collect()
}

/// New counterparts of what has none and is meant.
pub(super) fn planned(room: &Room, making: &mut Making, is_meant: impl Fn(CounterpartOf) -> bool) -> Vec<Counterpart> {
    let close = next(room).and_then(|next| next.switch_on);
    let rows = tracked(room.school, room.index);
    rows.into_iter()
        .filter(|row| row.counterpart.is_none() && is_meant(row.of))
        .map(|row| Counterpart {
            id: making.ids.fresh(),
            of: row.of,
            name: name(room, row.of, &row.name),
            link: String::new(),
            state: CounterpartState::Planned,
            read_only_on: close,
            missing: BTreeSet::new(),
        })
        .collect()
}

/// What a thing is called; the staff room by the edition's words.
fn name(room: &Room, of: CounterpartOf, name: &str) -> String {
    if name.is_empty() && matches!(of, CounterpartOf::Class(_)) {
        return decision::said(room.lang, &room.regulation.edition().platform.staff_room).to_owned();
    }
    if name.is_empty() { what(room.lang, of).to_owned() } else { name.to_owned() }
}

fn table(room: &Room, rows: &[Tracked]) -> Table {
    let lang = room.lang;
    let (wanted, kind) = (room.query.get("state"), room.query.get("what"));
    let today = room.context.today;
    let is_shown = |row: &&Tracked| {
        let state = code(row.counterpart.as_ref().map(|row| &row.state));
        (wanted.is_empty() || wanted == state || (wanted == "overdue" && row.is_overdue(today)))
            && (kind.is_empty() || key(row.of).starts_with(kind))
    };
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    Table {
        name: msg::migration_tracker(lang).into(),
        columns: vec![
            column(msg::migration_what(lang), ColumnKind::Text),
            column(msg::migration_name(lang), ColumnKind::Text),
            column(msg::migration_there(lang), ColumnKind::Text),
            column(msg::migration_state(lang), ColumnKind::Text),
            column(msg::migration_read_only(lang), ColumnKind::Day),
            column(msg::migration_missing(lang), ColumnKind::Number),
        ],
        rows: rows.iter().filter(is_shown).map(|row| table_row(room, row)).collect(),
        bulk: vec![
            Button::new("plan-chosen", msg::migration_plan_chosen(lang), Deed::PlanChosen),
            Button::new("close-chosen", msg::migration_close(lang), Ask::Close),
            Button::new("create-chosen", msg::migration_create(lang), Ask::Create),
            Button::new("arrive-chosen", msg::migration_arrive(lang), Ask::Arrive(None)),
            Button::new("excuse-chosen", msg::migration_excuse(lang), Ask::Excuse),
            Button::new("restart-chosen", msg::migration_restart(lang), Deed::Restart),
        ],
        empty: msg::migration_nothing(lang).into(),
    }
}

fn table_row(room: &Room, row: &Tracked) -> Row {
    let lang = room.lang;
    let title = name(room, row.of, &row.name);
    let href = match row.of {
        CounterpartOf::Chat(id) => Route::Chat(id),
        CounterpartOf::Channel(_) => Route::Channels,
        CounterpartOf::Class(id) => Route::Class(id),
    };
    let there = row.counterpart.as_deref();
    let mut day = Cell::day(there.and_then(|row| row.read_only_on));
    if row.is_overdue(room.context.today) {
        day.tone = Some(Tone::Error);
        day.note = msg::migration_overdue(lang).into();
    }
    let mut acts = vec![Button::new("edit", msg::edit(lang), Ask::Counterpart(row.of)).about(&title)];
    if let Some(there) = there {
        let arrive = Ask::Arrive(Some(there.id));
        acts.push(Button::new("arrive", msg::migration_arrive(lang), arrive).about(&title));
        acts.push(Button::new("forget", msg::delete(lang), Deed::Forget(there.id)).about(&title).danger());
    }
    Row {
        key: key(row.of),
        cells: vec![
            Cell::text(what(lang, row.of)),
            Cell::link(&title, href),
            there.map_or_else(Cell::default, |there| Cell::text(&there.name).note(&there.link)),
            state(lang, there.map(|there| &there.state)),
            day,
            there.map_or_else(Cell::default, |there| Cell::number(there.missing.len() as u64)),
        ],
        acts,
    }
}

fn record<'a>(room: &Room<'a>, of: CounterpartOf) -> Option<&'a Counterpart> {
    room.school.counterparts().values().find(|row| row.of == of).map(AsRef::as_ref)
}

/// The form of one counterpart.
pub(super) fn counterpart_form(room: &Room, of: CounterpartOf) -> Form {
    let lang = room.lang;
    let row = record(room, of);
    let old = tracked(room.school, room.index).into_iter().find(|row| row.of == of).map(|row| row.name);
    let title = name(room, of, &old.unwrap_or_default());
    let text = |id, label: &str, value: &str| Field::new(id, label, FieldKind::Text).value(value);
    Form {
        title: title.clone(),
        lead: msg::migration_counterpart_lead(lang).into(),
        clause: Some(clause!("4.3")),
        fields: vec![
            text("name", msg::migration_there_name(lang), row.map_or(&title, |row| &row.name)).required(),
            text("link", msg::migration_there_link(lang), row.map_or("", |row| &row.link)),
            Field::new("read-only-on", msg::migration_read_only(lang), FieldKind::Day)
                .maybe(row.and_then(|row| row.read_only_on)),
        ],
        ..Form::default()
    }
}

/// Reads the form of one counterpart; its state stays.
pub(super) fn counterpart_command(
    room: &Room,
    of: CounterpartOf,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let before = record(room, of).cloned();
    let row = Counterpart {
        id: before.as_ref().map_or_else(|| making.ids.fresh(), |row| row.id),
        of,
        name: reader.required("name", values.get("name")),
        link: tidy(values.get("link")),
        read_only_on: reader.day("read-only-on", values.get("read-only-on")),
        state: before.as_ref().map_or(CounterpartState::Planned, |row| row.state.clone()),
        missing: before.map(|row| row.missing).unwrap_or_default(),
    };
    reader.finish(Some(Command::Save(row.into())))
}

fn bulk_form(room: &Room, title: &str, fields: Vec<Field>) -> Form {
    let count = chosen_ids(room).len() as u64;
    Form {
        title: title.to_owned(),
        lead: msg::migration_chosen(room.lang, count),
        clause: Some(clause!("4.3")),
        fields,
        refused: (count == 0).then(|| msg::migration_chosen_unplanned(room.lang).to_owned()),
        ..Form::default()
    }
}

/// Asks when the old ones become read-only.
pub(super) fn close_form(room: &Room) -> Form {
    let on = next(room).and_then(|next| next.switch_on);
    let field = Field::new("on", msg::migration_read_only(room.lang), FieldKind::Day).maybe(on);
    bulk_form(room, msg::migration_close(room.lang), vec![field])
}

/// Reads when the old ones become read-only.
pub(super) fn close_command(room: &Room, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.day("on", values.get("on"));
    reader.finish(Some(Move { ids: chosen_ids(room), step: MoveStep::CloseOn { on } }.into()))
}

fn today_field(room: &Room) -> Field {
    Field::new("on", msg::migration_on(room.lang), FieldKind::Day).value(room.context.today).required()
}

/// Asks when the counterparts were created.
pub(super) fn create_form(room: &Room) -> Form {
    bulk_form(room, msg::migration_create(room.lang), vec![today_field(room)])
}

/// Reads when the counterparts were created.
pub(super) fn create_command(room: &Room, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    reader.finish(on.map(|on| Move { ids: chosen_ids(room), step: MoveStep::Create { on } }.into()))
}

/// Asks who has not moved yet; of many things at once nobody is left.
pub(super) fn arrive_form(room: &Room, id: Option<CounterpartId>) -> Form {
    let lang = room.lang;
    let Some(row) = id.and_then(|id| room.school.counterparts().get(&id)) else {
        return bulk_form(room, msg::migration_arrive(lang), vec![today_field(room)]);
    };
    let missing: Vec<String> = row.missing.iter().map(ToString::to_string).collect();
    Form {
        title: format!("{}: {}", msg::migration_arrive(lang), row.name),
        lead: msg::migration_arrive_lead(lang).into(),
        clause: Some(clause!("4.3")),
        fields: vec![
            today_field(room),
            Field::new("missing", msg::migration_who_missing(lang), FieldKind::Many(circle(room, row)))
                .hint(msg::migration_who_missing_hint(lang))
                .value(missing.join("\n")),
        ],
        ..Form::default()
    }
}

/// Reads who has not moved yet.
pub(super) fn arrive_command(room: &Room, id: Option<CounterpartId>, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let ids = id.map_or_else(|| chosen_ids(room), |id| BTreeSet::from([id]));
    let missing: BTreeSet<PersonId> = if id.is_some() { values.many("missing").collect() } else { BTreeSet::new() };
    reader.finish(on.map(|on| Move { ids, step: MoveStep::Arrive { on, missing } }.into()))
}

/// Asks why something is not moved.
pub(super) fn excuse_form(room: &Room) -> Form {
    let field = Field::new("reason", msg::migration_reason(room.lang), FieldKind::Text).required();
    bulk_form(room, msg::migration_excuse(room.lang), vec![field])
}

/// Reads why something is not moved.
pub(super) fn excuse_command(room: &Room, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let reason = reader.required("reason", values.get("reason"));
    reader.finish(Some(Move { ids: chosen_ids(room), step: MoveStep::Excuse { reason } }.into()))
}

/// Who belongs into something, by name; those who are written down as missing are always offered.
fn circle(room: &Room, row: &Counterpart) -> Vec<Choice> {
    let mut people: BTreeSet<PersonId> = row.missing.clone();
    match row.of {
        CounterpartOf::Class(class) if Some(class) == room.index.staff_room => {
            people.extend(room.index.positions.keys());
        }
        CounterpartOf::Class(class) => {
            people.extend(room.index.students_of(class));
            people.extend(room.index.homeroom.get(&class));
        }
        CounterpartOf::Chat(_) | CounterpartOf::Channel(_) => people.extend(room.school.people().keys()),
    }
    let mut choices: Vec<Choice> = people.into_iter().map(|id| (id.to_string(), room.school.person_name(id))).collect();
    sort_by_name(&mut choices);
    choices
}
