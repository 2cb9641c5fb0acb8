//! The confirmation of the status «учитель»: work to do, and the register of what is done (2.1/10).

use std::collections::BTreeMap;

use super::{Ask, Deed};
use crate::clause;
use crate::domain::{Command, Leave, PersonId, Settings, StaffCategory};
use crate::plan::invite::administrators;
use crate::plan::leave::office;
use crate::plan::request::{ConfirmStatuses, RejectStatus, Stage, StatusRow, SubmitStatuses, statuses};
use crate::text::{self, msg, request as words};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Figure, Row, Section, Table, Tone};
use crate::view::people::posts;
use crate::view::room::Room;
use crate::view::route::Route;

/// The statuses of the planning day.
pub fn rows(room: &Room) -> Vec<StatusRow> {
    statuses(room.school, room.index)
}

/// Whether nobody has begun with somebody.
pub fn is_untouched(row: &StatusRow) -> bool {
    row.stage == Stage::None
}

/// The people whose rows are chosen.
pub fn chosen(room: &Room) -> Vec<PersonId> {
    room.chosen.iter().filter_map(|key| key.parse().ok()).collect()
}

const fn tone(row: &StatusRow) -> Tone {
    match row.stage {
        Stage::Confirmed => Tone::Success,
        Stage::Rejected => Tone::Error,
        _ if row.is_late => Tone::Warning,
        Stage::Submitted => Tone::Info,
        Stage::None | Stage::Required | Stage::NotRequired => Tone::Plain,
    }
}

/// Figures, what to begin with, and the table of work.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let settings = Settings::of(room.school);
    let rows = rows(room);
    let mut counts: BTreeMap<Stage, u64> = BTreeMap::new();
    for row in &rows {
        *counts.entry(row.stage).or_default() += 1;
    }
    let count = |stage| counts.get(&stage).copied().unwrap_or(0);
    let untouched = count(Stage::None);
    let late = u64::try_from(rows.iter().filter(|row| row.is_late).count()).unwrap_or(u64::MAX);
    let needed = rows.iter().filter(|row| row.stage != Stage::NotRequired).count();
    let figure = |label: &str, value, of, tone| Figure {
        label: label.to_owned(),
        value,
        of,
        note: String::new(),
        href: None,
        tone,
    };
    let figures = vec![
        figure(msg::status_confirmed(lang), count(Stage::Confirmed), u64::try_from(needed).ok(), Tone::Success),
        figure(msg::status_submitted(lang), count(Stage::Submitted), None, Tone::Info),
        figure(msg::requests_late_figure(lang), late, None, if late > 0 { Tone::Warning } else { Tone::Plain }),
    ];
    let mut acts = Vec::new();
    if untouched > 0 && settings.requires_verification {
        acts.push(Button::new("require-all", msg::requests_require_all(lang, untouched), Deed::RequireAll).primary());
    }
    let mut sections = vec![Section::new("figures", "", Body::Figures(figures))];
    if !settings.requires_verification {
        let text = msg::requests_not_required(lang).to_owned();
        sections.push(Section::new("not-required", "", Body::Notice(Tone::Info, text)));
    }
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::requests_status_file(lang).into(),
        columns: vec![
            column(msg::requests_column_person(lang), ColumnKind::Text),
            column(msg::requests_column_stage(lang), ColumnKind::Text),
            column(msg::requests_column_since(lang), ColumnKind::Day),
            column(msg::requests_column_days(lang), ColumnKind::Number),
            column(msg::requests_column_joined(lang), ColumnKind::Text),
        ],
        rows: rows.iter().map(|row| self::row(room, row)).collect(),
        bulk: vec![
            Button::new("bulk-require", msg::requests_require(lang), Deed::RequireChosen),
            Button::new("bulk-submit", msg::requests_submit(lang), Ask::Submit(None)),
            Button::new("bulk-confirm", msg::requests_confirm(lang), Ask::Confirm(None)),
            Button::new("bulk-excuse", msg::requests_excuse(lang), Deed::ExcuseChosen),
        ],
        empty: msg::requests_status_empty(lang).into(),
    };
    let days = u64::from(settings.verification_days);
    sections.push(
        Section::new("status", msg::requests_tab_status(lang), Body::Table(table))
            .note(msg::requests_status_note(lang, days))
            .clause(clause!("2.1/10"))
            .acts(acts),
    );
    sections
}

fn row(room: &Room, row: &StatusRow) -> Row {
    let (lang, person) = (room.lang, row.person);
    let acts = match row.stage {
        Stage::None | Stage::NotRequired => {
            vec![Button::new("require", msg::requests_require(lang), Deed::Require(person))]
        }
        Stage::Required => vec![Button::new("submit", msg::requests_submit(lang), Ask::Submit(Some(person)))],
        Stage::Submitted => {
            let refused = (!row.joined).then(|| msg::requests_confirm_joined(lang).to_owned());
            vec![
                Button::new("confirm", msg::requests_confirm(lang), Ask::Confirm(Some(person))).refused(refused),
                Button::new("reject", msg::requests_reject(lang), Ask::Reject(person)),
            ]
        }
        Stage::Rejected => vec![
            Button::new("require", msg::requests_require_again(lang), Deed::Require(person)),
            Button::new("submit", msg::requests_submit(lang), Ask::Submit(Some(person))),
        ],
        Stage::Confirmed => Vec::new(),
    };
    let name = room.school.person_name(person);
    let joined = if row.joined {
        Cell::badge(msg::requests_joined(lang), Tone::Success)
    } else {
        Cell::badge(msg::requests_not_joined(lang), Tone::Warning)
    };
    Row {
        key: person.to_string(),
        cells: vec![
            Cell::link(name.clone(), Route::Person(person)).note(posts(room.school, room.index, person)),
            Cell::badge(words::stage(lang, row.stage), tone(row)).note(row.reason.as_str()),
            Cell::day(row.since),
            row.days.map_or_else(Cell::default, |days| Cell::number(u64::from(days))),
            joined,
        ],
        acts: acts.into_iter().map(|act| act.about(name.clone())).collect(),
    }
}

/// The register of confirmed statuses.
pub fn register(room: &Room) -> Section {
    let lang = room.lang;
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let rows = rows(room)
        .into_iter()
        .filter(|row| row.stage == Stage::Confirmed)
        .map(|row| Row {
            key: row.person.to_string(),
            cells: vec![
                Cell::link(room.school.person_name(row.person), Route::Person(row.person)),
                Cell::text(posts(room.school, room.index, row.person)),
                Cell::day(row.since),
                row.by.map_or_else(Cell::default, |id| Cell::link(room.school.person_name(id), Route::Person(id))),
            ],
            acts: Vec::new(),
        })
        .collect();
    let table = Table {
        name: msg::requests_register_file(lang).into(),
        columns: vec![
            column(msg::requests_column_person(lang), ColumnKind::Text),
            column(msg::requests_column_post(lang), ColumnKind::Text),
            column(msg::requests_column_confirmed(lang), ColumnKind::Day),
            column(msg::status_by(lang), ColumnKind::Text),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::requests_register_empty(lang).into(),
    };
    Section::new("register", msg::requests_tab_register(lang), Body::Table(table)).clause(clause!("2.1/10"))
}

/// The people a form is about: the pointed-at one, or the chosen ones at a stage.
fn meant(room: &Room, person: Option<PersonId>, stages: &[Stage]) -> Vec<PersonId> {
    if let Some(person) = person {
        return vec![person];
    }
    let chosen = chosen(room);
    let rows = rows(room);
    let at = rows.iter().filter(|row| stages.contains(&row.stage)).map(|row| row.person);
    at.filter(|person| chosen.contains(person)).collect()
}

fn lead(room: &Room, people: &[PersonId]) -> String {
    let names: Vec<String> = people.iter().take(5).map(|id| room.school.person_name(*id)).collect();
    let rest = people.len() - names.len();
    let names = names.join(", ");
    if rest == 0 { names } else { msg::requests_and_more(room.lang, rest.try_into().unwrap_or(u64::MAX), &names) }
}

fn day(room: &Room) -> Field {
    Field::new("day", msg::invites_day(room.lang), FieldKind::Day).required().value(room.index.day)
}

/// The form that writes down that statuses were sent.
pub fn submit(room: &Room, person: Option<PersonId>) -> Form {
    let people = meant(room, person, &[Stage::Required, Stage::Rejected]);
    Form {
        title: msg::requests_submit(room.lang).into(),
        lead: lead(room, &people),
        clause: Some(clause!("2.1/10")),
        fields: vec![day(room)],
        refused: people.is_empty().then(|| msg::requests_nobody_at_stage(room.lang).to_owned()),
        ..Form::default()
    }
}

/// Reads it.
pub fn submitted(room: &Room, values: &Values, person: Option<PersonId>) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    let people = meant(room, person, &[Stage::Required, Stage::Rejected]);
    reader.finish(day.map(|on| SubmitStatuses { people, on }.into()))
}

/// Who may confirm: administrators, and the administration for the administrators' own.
fn confirmers(room: &Room) -> Vec<PersonId> {
    let mut people = administrators(room.school, room.index);
    let heads = room.school.positions().values().filter(|row| row.period.contains(room.index.day));
    people.extend(heads.filter(|row| row.category == StaffCategory::Head).map(|row| row.person));
    let mut seen = std::collections::BTreeSet::new();
    people.retain(|person| seen.insert(*person));
    people
}

fn leave(room: &Room, by: PersonId, whose: PersonId) -> Leave {
    office::to_confirm(room.school, room.index, room.regulation, by, whose)
}

/// The form that confirms.
pub fn confirm(room: &Room, values: &Values, person: Option<PersonId>) -> Form {
    let lang = room.lang;
    let people = meant(room, person, &[Stage::Submitted]);
    let confirmers = confirmers(room);
    let chosen = values.typed("by").and_then(|text| text.parse().ok());
    // Nobody confirms their own: whoever may confirm all of them comes first.
    let first = confirmers
        .iter()
        .copied()
        .find(|by| !people.contains(by) && people.iter().take(1).all(|whose| leave(room, *by, *whose).is_ok()));
    let by = chosen.or(first).or_else(|| confirmers.first().copied());
    let refused = match by {
        _ if people.is_empty() => Some(msg::requests_nobody_at_stage(lang).to_owned()),
        None => Some(msg::requests_no_administrator(lang).to_owned()),
        Some(by) if people.contains(&by) => Some(msg::requests_own_status(lang).to_owned()),
        Some(by) => people
            .first()
            .and_then(|whose| leave(room, by, *whose).err().map(|refusal| text::refusal::sentence(lang, &refusal))),
    };
    let choices: Vec<Choice> = confirmers.into_iter().map(|id| (id.to_string(), room.school.person_name(id))).collect();
    Form {
        title: msg::requests_confirm(lang).into(),
        lead: lead(room, &people),
        clause: Some(clause!("2.1/10")),
        submit: msg::requests_confirm(lang).into(),
        fields: vec![
            Field::new("by", msg::status_by(lang), FieldKind::Choice(choices))
                .hint(msg::status_by_hint(lang))
                .required()
                .maybe(by),
            day(room),
        ],
        preview: Vec::new(),
        refused,
    }
}

/// Reads the confirmation.
pub fn confirmed(room: &Room, values: &Values, person: Option<PersonId>) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
    let day = reader.needed_day("day", values.get("day"));
    let people = meant(room, person, &[Stage::Submitted]);
    reader.finish(by.zip(day).map(|(by, on)| {
        let people = people.into_iter().map(|whose| (whose, leave(room, by, whose))).collect();
        ConfirmStatuses { people, by, on }.into()
    }))
}

/// The form that sends a status back.
pub fn reject(room: &Room, person: PersonId) -> Form {
    Form {
        title: msg::requests_reject(room.lang).into(),
        lead: room.school.person_name(person),
        clause: Some(clause!("2.1/10")),
        fields: vec![Field::new("reason", msg::status_reason(room.lang), FieldKind::Text).required(), day(room)],
        ..Form::default()
    }
}

/// Reads it.
pub fn rejected(values: &Values, person: PersonId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let reason = reader.required("reason", values.get("reason"));
    let day = reader.needed_day("day", values.get("day"));
    reader.finish(day.map(|on| RejectStatus { person, on, reason }.into()))
}
