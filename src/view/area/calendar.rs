//! Events and broadcasts (2.1/14, 2.2/6, 2.3/4, 2.4/4, 3.4): board, month, week, list, training.

mod ask;
mod card;
mod duty;
mod list;

use std::collections::BTreeMap;

use super::{Doing, kit};
use crate::clause;
use crate::document::calendar_file::{self, CalendarItem, ItemStatus};
use crate::domain::{
    Audience, ClassId, Command, Event, EventId, EventKind, EventState, EventStep, MoveEvent, Reason, RecordKey,
    RecordKind, Refusal,
};
use crate::plan::audience::{self, Reach};
use crate::plan::overlap::{self, Overlap};
use crate::text::{self, msg};
use crate::view::choice;
use crate::view::month::{self, Entries, Stretch};
use crate::view::page::{Body, Button, CalendarEntry, Does, Filter, Page, Section, Tab, Tone};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

pub use ask::Ask;

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Plans an event again that was held or cancelled.
    Reopen(EventId),
    /// Removes an event.
    Remove(EventId),
}

/// What is known of events beside their records.
#[derive(Default)]
struct Known {
    /// The overlaps of the plan.
    overlaps: BTreeMap<EventId, Vec<Overlap>>,
    /// How many people are meant, of the events that are shown.
    reach: BTreeMap<EventId, Reach>,
}

impl Known {
    fn of(room: &Room, rows: &[&Event]) -> Self {
        let mut known = Self::default();
        for found in overlap::overlaps(room.school, room.index, room.plan) {
            known.overlaps.entry(found.second).or_default().push(found.clone());
            known.overlaps.entry(found.first).or_default().push(found);
        }
        // Whole groups are large and few: each audience is worked out once.
        let mut reaches: BTreeMap<&Audience, Reach> = BTreeMap::new();
        for event in rows {
            let reach = reaches.entry(&event.audience).or_insert_with(|| {
                Reach::of(room.school, audience::people(room.school, room.index, room.plan, &event.audience))
            });
            known.reach.insert(event.id, *reach);
        }
        known
    }

    fn overlaps(&self, id: EventId) -> &[Overlap] {
        self.overlaps.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    fn reach(&self, id: EventId) -> Reach {
        self.reach.get(&id).copied().unwrap_or_default()
    }
}

/// The value of `tab` that shows the duties.
const DUTIES: &str = "duties";

/// The page of this area: events by `view`; the duties by `tab`.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    if room.query.get("tab") == DUTIES {
        let (acts, filters, sections) = duty::tab(room);
        return Page {
            title: msg::duties_title(lang).to_owned(),
            lead: msg::duties_lead(lang).to_owned(),
            acts,
            tabs: tabs(room),
            filters,
            sections,
            ..Page::default()
        };
    }
    let view = room.query.get("view");
    let rows = shown(room);
    let known = Known::of(room, &rows);
    let sections = match view {
        "month" => calendar(room, Stretch::Month, &rows, &known),
        "week" => calendar(room, Stretch::Week, &rows, &known),
        "list" => list::sections(room, &rows, &known),
        "training" => list::training(room),
        _ => board(room, &rows, &known),
    };
    Page {
        title: msg::events_title(lang).to_owned(),
        lead: msg::events_lead(lang).to_owned(),
        clause: Some(clause!("2.1/14")),
        acts: vec![
            Button::new("event-add", msg::events_add(lang), Ask::New(EventKind::Broadcast)).primary(),
            file(room, &rows),
        ],
        tabs: tabs(room),
        filters: if view == "training" { Vec::new() } else { filters(room) },
        sections,
        ..Page::default()
    }
}

fn tabs(room: &Room) -> Vec<Tab> {
    let lang = room.lang;
    let here = room.query.get("view");
    let views = [
        ("", msg::events_view_board(lang)),
        ("month", msg::events_view_month(lang)),
        ("week", msg::events_view_week(lang)),
        ("list", msg::events_view_list(lang)),
        ("training", msg::events_view_training(lang)),
    ];
    let is_duties = room.query.get("tab") == DUTIES;
    // Filters of the duties say nothing to the events, and the other way round.
    let kept = if is_duties { Query::default() } else { room.query.clone() };
    let tab = |(view, label): (&str, &str)| Tab {
        label: label.to_owned(),
        href: kept.with("view", view).address(&Route::Calendar),
        is_here: !is_duties && here == view,
        count: None,
    };
    let duties = Tab {
        label: msg::control_tab_duties(lang).to_owned(),
        href: Query::from([("tab", DUTIES)]).address(&Route::Calendar),
        is_here: is_duties,
        count: None,
    };
    views.into_iter().map(tab).chain([duties]).collect()
}

fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let kinds =
        EventKind::ALL.into_iter().map(|kind| (ask::code(kind).to_owned(), text::event::kind(lang, kind).to_owned()));
    vec![
        kit::filter(
            room,
            "kind",
            msg::events_kind(lang),
            choice::or_none(msg::events_all_kinds(lang), kinds.collect()),
        ),
        kit::filter(
            room,
            "class",
            msg::events_class(lang),
            choice::or_none(msg::events_all_classes(lang), choice::classes(room.school, room.index)),
        ),
        kit::filter(room, "host", msg::events_host(lang), choice::or_none(msg::events_all_hosts(lang), hosts(room))),
    ]
}

fn hosts(room: &Room) -> Vec<choice::Item> {
    let hosts: std::collections::BTreeSet<_> = room.school.events().values().filter_map(|event| event.host).collect();
    let mut rows: Vec<choice::Item> =
        hosts.into_iter().map(|host| (host.to_string(), room.school.person_name(host))).collect();
    choice::sort_by_name(&mut rows);
    rows
}

/// The events that are shown, by day and hour.
fn shown<'a>(room: &Room<'a>) -> Vec<&'a Event> {
    let kind = ask::kind_of(room.query.get("kind"));
    let class: Option<ClassId> = room.query.get("class").parse().ok();
    let host = room.query.get("host").parse().ok();
    let of_class = |event: &Event, class: ClassId| {
        event.audience.parents_of.contains(&class) || audience::classes(room.school, &event.audience).contains(&class)
    };
    let mut rows: Vec<&Event> = room.school.events().values().map(AsRef::as_ref).collect();
    rows.retain(|event| {
        kind.is_none_or(|kind| event.kind == kind)
            && class.is_none_or(|class| of_class(event, class))
            && host.is_none_or(|host| event.host == Some(host))
    });
    rows.sort_by_key(|event| (event.on, event.start, event.id));
    rows
}

/// What an event overlaps with, a sentence each: with which one, and what both share.
fn overlap_lines(room: &Room, id: EventId, overlaps: &[Overlap]) -> Vec<String> {
    let line = |found: &Overlap| {
        let other = if found.first == id { found.second } else { found.first };
        let other = room.school.events().get(&other)?;
        let shared: Vec<String> =
            found.shared.iter().map(|shared| text::event::shared(room.lang, room.school, shared)).collect();
        let title = format!("{} ({})", other.title, text::event::when(other));
        Some(msg::events_overlap(room.lang, &shared.join("; "), &title))
    };
    overlaps.iter().filter_map(line).collect()
}

fn board(room: &Room, rows: &[&Event], known: &Known) -> Vec<Section> {
    let lang = room.lang;
    if room.school.events().is_empty() {
        let body = Body::Empty {
            title: msg::events_none(lang).to_owned(),
            text: msg::events_none_text(lang).to_owned(),
            acts: vec![Button::new("event-first", msg::events_add(lang), Ask::New(EventKind::Broadcast))],
        };
        return vec![Section::new("events", "", body)];
    }
    let mut sections = Vec::new();
    let found: std::collections::BTreeSet<&Overlap> = known.overlaps.values().flatten().collect();
    if !found.is_empty() {
        let cards = found.into_iter().filter_map(|found| card::overlap(room, found)).collect();
        sections.push(
            Section::new("overlaps", msg::events_overlaps(lang), Body::Cards(cards))
                .note(msg::events_overlaps_note(lang)),
        );
    }
    sections.push(Section::new("events", msg::events_view_board(lang), Body::Board(card::lanes(room, rows, known))));
    sections
}

fn calendar(room: &Room, stretch: Stretch, rows: &[&Event], known: &Known) -> Vec<Section> {
    let on = month::asked(room.query.get("on"), room.context.today);
    let mut entries = Entries::new();
    for event in rows {
        let hours = event.start.map(crate::view::form::clock).unwrap_or_default();
        let text = format!("{hours} {}", event.title).trim().to_owned();
        let tone = if known.overlaps(event.id).is_empty() { tone(room, event) } else { Tone::Error };
        entries.entry(event.on).or_default().push(CalendarEntry { text, tone, does: Ask::Edit(event.id).into() });
    }
    let calendar = month::calendar(room, stretch, on, &entries);
    let title = calendar.title.clone();
    let steps = month::steps(room, stretch, on, "on", Route::Calendar);
    vec![Section::new("calendar", title, Body::Calendar(calendar)).acts(steps)]
}

/// What the state of an event means: one that is over and not told about is late.
fn tone(room: &Room, event: &Event) -> Tone {
    match event.state {
        EventState::Planned | EventState::Rehearsed { .. } if event.on < room.context.today => Tone::Warning,
        EventState::Planned => Tone::Plain,
        EventState::Rehearsed { .. } => Tone::Info,
        EventState::Held { .. } => Tone::Success,
        EventState::Cancelled { .. } => Tone::Plain,
    }
}

/// The button that saves the shown events as a calendar file.
fn file(room: &Room, rows: &[&Event]) -> Button {
    let lang = room.lang;
    let items: Vec<CalendarItem> = rows.iter().map(|event| item(room, event)).collect();
    let does = Does::Save {
        name: format!("{}.ics", msg::events_file(lang)),
        mime: "text/calendar",
        text: calendar_file::write(msg::events_title(lang), room.context.now, &items),
    };
    let why = rows.is_empty().then(|| msg::events_none(lang).to_owned());
    Button::new("event-file", msg::events_save_file(lang), does).refused(why)
}

fn item(room: &Room, event: &Event) -> CalendarItem {
    let lang = room.lang;
    let host = event.host.map(|host| msg::events_host_of(lang, &room.school.person_name(host)));
    let audience = text::audience::summary(lang, room.school, &event.audience);
    let audience = (!audience.is_empty()).then(|| msg::events_audience_of(lang, &audience));
    let agenda = (!event.agenda.is_empty()).then(|| event.agenda.clone());
    let kind = text::event::kind(lang, event.kind).to_owned();
    CalendarItem {
        uid: format!("{}@sferum-planner", event.id),
        on: event.on,
        start: event.start,
        minutes: event.minutes,
        title: event.title.clone(),
        text: std::iter::once(kind).chain(host).chain(audience).chain(agenda).collect::<Vec<_>>().join("\n"),
        place: event.place.clone(),
        link: event.link.clone(),
        status: match event.state {
            EventState::Cancelled { .. } => ItemStatus::Cancelled,
            _ => ItemStatus::Confirmed,
        },
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::Reopen(id) => {
                let missing = || Refusal::new(clause!("2.1/14"), Reason::MissingRecord { kind: RecordKind::Event });
                let kind = room.school.events().get(id).ok_or_else(missing)?.kind;
                MoveEvent { id: *id, kind, step: EventStep::Reopen, leave: Ok(()) }.into()
            }
            Self::Remove(id) => Command::Remove(RecordKey::to::<Event>(*id)),
        })
    }
}

#[cfg(test)]
mod tests;
