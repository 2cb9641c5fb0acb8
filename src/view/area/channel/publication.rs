//! Publications: the board by state, the content calendar and the plan of publications (2.1/13).

use super::{Ask, Deed, channel_name, kit, remove};
use crate::clause;
use crate::domain::{MaterialState, Publication, PublicationState, RecordKey};
use crate::text::{self, date, msg};
use crate::view::choice;
use crate::view::month::{self, Entries, Stretch};
use crate::view::page::{
    Body, Button, CalendarEntry, Card, Cell, Column, ColumnKind, Does, Filter, Lane, Row, Section, Table, Tone,
};
use crate::view::room::Room;
use crate::view::route::Route;

/// What narrows the publications: the channel.
pub fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let mut rows: Vec<choice::Item> =
        room.school.channels().values().map(|row| (row.id.to_string(), row.name.clone())).collect();
    choice::sort_by_name(&mut rows);
    vec![kit::filter(room, "channel", msg::channels_channel(lang), choice::or_none(msg::channels_all(lang), rows))]
}

/// The publications that are shown, by day.
fn shown<'a>(room: &Room<'a>) -> Vec<&'a Publication> {
    let channel = room.query.get("channel").parse().ok();
    let mut rows: Vec<&Publication> = room.school.publications().values().map(AsRef::as_ref).collect();
    rows.retain(|row| channel.is_none_or(|channel| row.channel == channel));
    rows.sort_by_key(|row| (row.planned_on, row.id));
    rows
}

fn empty(room: &Room, id: &'static str) -> Vec<Section> {
    let lang = room.lang;
    let body = Body::Empty {
        title: msg::channels_publications_none(lang).to_owned(),
        text: msg::channels_publications_none_text(lang).to_owned(),
        acts: vec![Button::new("publication-first", msg::channels_publication_add(lang), Ask::Publication(None, None))],
    };
    vec![Section::new(id, "", body).clause(clause!("2.1/13"))]
}

/// Whether a state belongs into a lane.
type Fits = fn(&PublicationState) -> bool;

/// The board by state.
pub fn board(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let rows = shown(room);
    if rows.is_empty() {
        return empty(room, "publications");
    }
    let lanes: [(&str, Fits); 5] = [
        (msg::channels_publication_idea(lang), |state| matches!(state, PublicationState::Idea)),
        (msg::channels_publication_material(lang), |state| matches!(state, PublicationState::Material)),
        (msg::channels_publication_ready(lang), |state| matches!(state, PublicationState::Ready)),
        (msg::channels_lane_published(lang), |state| matches!(state, PublicationState::Published { .. })),
        (msg::channels_lane_cancelled(lang), |state| matches!(state, PublicationState::Cancelled { .. })),
    ];
    let board = lanes.into_iter().map(|(title, fits)| {
        let mut fitting: Vec<&Publication> = rows.iter().copied().filter(|row| fits(&row.state)).collect();
        if fitting.first().is_some_and(|row| matches!(row.state, PublicationState::Published { .. })) {
            // Of what is out, the latest first.
            fitting.reverse();
        }
        Lane::of(title, fitting, |row| card(room, row))
    });
    vec![Section::new("publications", "", Body::Board(board.collect())).clause(clause!("2.1/13"))]
}

/// Whether a publication is late: planned for a day that is over.
fn is_late(room: &Room, row: &Publication) -> bool {
    let is_open = !matches!(row.state, PublicationState::Published { .. } | PublicationState::Cancelled { .. });
    is_open && row.planned_on < room.context.today
}

fn tone(room: &Room, row: &Publication) -> Tone {
    match row.state {
        _ if is_late(room, row) => Tone::Error,
        PublicationState::Idea | PublicationState::Cancelled { .. } => Tone::Plain,
        PublicationState::Material => Tone::Warning,
        PublicationState::Ready => Tone::Info,
        PublicationState::Published { .. } => Tone::Success,
    }
}

fn material_line(room: &Room, row: &Publication) -> String {
    match row.material.and_then(|id| room.school.materials().get(&id)) {
        Some(material) => {
            msg::channels_material_of(room.lang, &text::channel::material(room.lang, &material.state), &material.title)
        }
        None => msg::channels_material_missing(room.lang).to_owned(),
    }
}

fn card(room: &Room, row: &Publication) -> Card {
    let lang = room.lang;
    let day = date::short(row.planned_on);
    let when = if is_late(room, row) { msg::channels_overdue(lang, &day) } else { msg::channels_for_day(lang, &day) };
    Card {
        title: row.title.clone(),
        href: None,
        badge: Some((text::channel::publication(lang, &row.state), tone(room, row))),
        lines: vec![when, channel_name(room, Some(row.channel)), material_line(room, row)],
        clause: Some(clause!("2.1/13")),
        acts: acts(room, row),
    }
}

fn acts(room: &Room, row: &Publication) -> Vec<Button> {
    let lang = room.lang;
    let about = || row.title.clone();
    let button = |id, label: &str, ask: Ask| Button::new(id, label, ask).about(about());
    let cancel = || button("publication-cancel", msg::channels_cancel(lang), Ask::Cancel(row.id));
    let mut acts = match row.state {
        PublicationState::Idea => vec![cancel()],
        PublicationState::Material => {
            let material = row.material.and_then(|id| room.school.materials().get(&id));
            let is_accepted = material.is_some_and(|row| matches!(row.state, MaterialState::Accepted { .. }));
            let why = (!is_accepted).then(|| msg::channels_ready_refused(lang).to_owned());
            let ready = Button::new("publication-ready", msg::channels_ready(lang), Deed::Ready(row.id));
            vec![ready.about(about()).refused(why), cancel()]
        }
        PublicationState::Ready => {
            vec![button("publication-publish", msg::channels_publish(lang), Ask::Publish(row.id)), cancel()]
        }
        PublicationState::Published { .. } => Vec::new(),
        PublicationState::Cancelled { .. } => {
            vec![Button::new("publication-reopen", msg::channels_reopen(lang), Deed::Reopen(row.id)).about(about())]
        }
    };
    acts.push(button("publication-edit", msg::edit(lang), Ask::Publication(Some(row.id), None)));
    acts.push(remove(room, RecordKey::to::<Publication>(row.id), "publication-remove").about(about()));
    acts
}

/// The content calendar: publications by day, and the days on which materials are due.
pub fn calendar(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let on = month::asked(room.query.get("month"), room.context.today);
    let mut entries = Entries::new();
    for row in shown(room) {
        let day = match row.state {
            PublicationState::Published { on } => on,
            _ => row.planned_on,
        };
        let does = Does::from(Ask::Publication(Some(row.id), None));
        entries.entry(day).or_default().push(CalendarEntry { text: row.title.clone(), tone: tone(room, row), does });
    }
    let open = room.school.materials().values().filter(|row| !matches!(row.state, MaterialState::Accepted { .. }));
    for (due, row) in open.filter_map(|row| Some((row.due?, row))) {
        let text = msg::channels_material_due(lang, &row.title);
        let tone = if due < room.context.today { Tone::Error } else { Tone::Plain };
        entries.entry(due).or_default().push(CalendarEntry { text, tone, does: Ask::Material(Some(row.id)).into() });
    }
    let calendar = month::calendar(room, Stretch::Month, on, &entries);
    let title = calendar.title.clone();
    let steps = month::steps(room, Stretch::Month, on, "month", Route::Channels);
    vec![Section::new("content-calendar", title, Body::Calendar(calendar)).acts(steps).clause(clause!("2.1/13"))]
}

/// The plan of publications as a table.
pub fn plan(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let rows = shown(room);
    if rows.is_empty() {
        return empty(room, "publication-plan");
    }
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::channels_plan_file(lang).to_owned(),
        columns: vec![
            column(msg::channels_day(lang), ColumnKind::Day),
            column(msg::channels_channel(lang), ColumnKind::Text),
            column(msg::channels_publication_title(lang), ColumnKind::Text),
            column(msg::channels_material(lang), ColumnKind::Text),
            column(msg::channels_material_author(lang), ColumnKind::Text),
            column(msg::channels_editor_name(lang), ColumnKind::Text),
            column(msg::channels_state(lang), ColumnKind::Text),
        ],
        rows: rows.into_iter().map(|row| plan_row(room, row)).collect(),
        bulk: Vec::new(),
        empty: msg::channels_publications_none(lang).to_owned(),
    };
    vec![Section::new("publication-plan", msg::channels_plan_title(lang), Body::Table(table)).clause(clause!("2.1/13"))]
}

fn plan_row(room: &Room, row: &Publication) -> Row {
    let material = row.material.and_then(|id| room.school.materials().get(&id));
    let editor = room.school.channels().get(&row.channel).and_then(|channel| channel.editor);
    Row {
        key: row.id.to_string(),
        cells: vec![
            Cell::day(Some(row.planned_on)),
            Cell::text(channel_name(room, Some(row.channel))),
            Cell::text(row.title.clone()),
            Cell::text(material.map(|material| material.title.clone()).unwrap_or_default()),
            kit::person(room, material.and_then(|material| material.author)),
            kit::person(room, editor),
            Cell::badge(text::channel::publication(room.lang, &row.state), tone(room, row)),
        ],
        acts: acts(room, row),
    }
}
