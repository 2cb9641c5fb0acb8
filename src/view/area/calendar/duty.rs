//! The duties of the school year: what is due when, for whom, and what the records show of it.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::document::calendar_file::{self, CalendarItem, ItemStatus};
use crate::domain::PersonId;
use crate::plan::duty::{self, DutyEntry, DutyState};
use crate::text::{self, decision, msg};
use crate::view::choice;
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Does, Figure, Filter, FilterKind, Row, Section, Table, Tone,
};
use crate::view::room::Room;
use crate::view::route::Route;

/// The tab: buttons, filters, sections.
pub fn tab(room: &Room) -> (Vec<Button>, Vec<Filter>, Vec<Section>) {
    let lang = room.lang;
    let all = entries(room);
    let shown: Vec<&DutyEntry> = all.iter().filter(|entry| is_shown(room, entry)).collect();
    let acts = vec![file(room, &shown), Button::new("print", msg::duties_print(lang), Does::Print)];
    if all.is_empty() {
        let body = Body::Empty {
            title: msg::duties_none(lang).to_owned(),
            text: msg::duties_none_text(lang).to_owned(),
            acts: vec![Button::new("school", msg::duties_to_school(lang), Route::School)],
        };
        return (Vec::new(), Vec::new(), vec![Section::new("duties", "", body)]);
    }
    let figures = DutyState::ALL.into_iter().map(|state| Figure {
        label: text::duty::state(lang, state).to_owned(),
        value: u64::try_from(all.iter().filter(|entry| entry.state == state).count()).unwrap_or(u64::MAX),
        of: u64::try_from(all.len()).ok(),
        note: String::new(),
        href: Some(room.query.with("state", state.code()).address(&Route::Calendar)),
        tone: tone(state),
    });
    let sections = vec![
        Section::new("duty-figures", "", Body::Figures(figures.collect())),
        Section::new("duties", msg::duties_title(lang), Body::Table(table(room, &shown))).note(msg::duties_note(lang)),
    ];
    (acts, filters(room, &all), sections)
}

/// The duties of the year, or of the person who is asked for.
fn entries<'a>(room: &Room<'a>) -> Vec<DutyEntry<'a>> {
    let all = duty::duties(room.school, room.index, room.plan, room.regulation, room.context.today);
    match room.query.get("person").parse::<PersonId>() {
        Ok(person) => duty::of_person(all, person, room.context.today),
        Err(_) => all,
    }
}

const fn tone(state: DutyState) -> Tone {
    match state {
        DutyState::Overdue => Tone::Error,
        DutyState::Due => Tone::Warning,
        DutyState::NotYet => Tone::Plain,
        DutyState::Done => Tone::Success,
    }
}

fn month_code(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

fn is_shown(room: &Room, entry: &DutyEntry) -> bool {
    let query = room.query;
    let fits = |key: &str, holds: &dyn Fn(&str) -> bool| query.get(key).is_empty() || holds(query.get(key));
    fits("role", &|role| entry.duty.roles.iter().any(|own| own.as_str() == role))
        && fits("month", &|month| month_code(entry.to) == month || month_code(entry.from) == month)
        && fits("state", &|state| entry.state.code() == state)
}

fn filters(room: &Room, all: &[DutyEntry]) -> Vec<Filter> {
    let lang = room.lang;
    let filter = |id: &'static str, label: &str, rows: Vec<choice::Item>| Filter {
        id,
        label: label.to_owned(),
        kind: FilterKind::Choice(choice::or_none(msg::control_all(lang), rows)),
        value: room.query.get(id).to_owned(),
    };
    let named: BTreeSet<&str> =
        room.regulation.duties().iter().flat_map(|duty| &duty.roles).map(crate::regulation::RoleId::as_str).collect();
    let roles = room.regulation.roles().iter().filter(|role| named.contains(role.id.as_str()));
    let roles = roles.map(|role| (role.id.to_string(), decision::said(lang, &role.name).to_owned()));
    let months: BTreeSet<(String, String)> =
        all.iter().map(|entry| (month_code(entry.to), text::date::month_title(lang, entry.to))).collect();
    let states = DutyState::ALL.map(|state| (state.code().to_owned(), text::duty::state(lang, state).to_owned()));
    vec![
        filter("role", msg::duties_role(lang), roles.collect()),
        filter("person", msg::duties_person(lang), choice::staff(room.school, room.index, |_| true)),
        filter("month", msg::duties_month(lang), months.into_iter().collect()),
        filter("state", msg::control_state(lang), states.into()),
    ]
}

fn table(room: &Room, shown: &[&DutyEntry]) -> Table {
    let lang = room.lang;
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    Table {
        name: msg::duties_file(lang).to_owned(),
        columns: vec![
            column(msg::duties_until(lang), ColumnKind::Day),
            column(msg::duties_what(lang), ColumnKind::Text),
            column(msg::control_clause(lang), ColumnKind::Text),
            column(msg::duties_role(lang), ColumnKind::Text),
            column(msg::duties_who(lang), ColumnKind::Text),
            column(msg::control_state(lang), ColumnKind::Text),
        ],
        rows: shown.iter().map(|entry| row(room, entry)).collect(),
        bulk: Vec::new(),
        empty: msg::control_none_shown(lang).to_owned(),
    }
}

fn row(room: &Room, entry: &DutyEntry) -> Row {
    let lang = room.lang;
    let title = decision::said(lang, &entry.duty.title);
    let roles = entry.duty.roles.iter().filter_map(|role| room.regulation.role(role));
    let roles: Vec<&str> = roles.map(|role| decision::said(lang, &role.name)).collect();
    let from = msg::duties_from(lang, &text::date::short(entry.from));
    Row {
        key: format!("{}:{}", entry.duty.id, entry.from),
        cells: vec![
            Cell::day(Some(entry.to)).note(from),
            Cell::link(title, place(entry)),
            Cell::link(entry.duty.clause.to_string(), Route::Clause(entry.duty.clause)),
            Cell::text(roles.join(", ")),
            who(room, entry),
            Cell::badge(text::duty::state(lang, entry.state), tone(entry.state)),
        ],
        acts: Vec::new(),
    }
}

/// Whose it is; of a duty that each does for themselves, how many have.
fn who(room: &Room, entry: &DutyEntry) -> Cell {
    match entry.holders.as_slice() {
        [person] => Cell::link(room.school.person_name(*person), Route::Person(*person)),
        [] => Cell::text(msg::duties_nobody(room.lang)),
        many if entry.duty.evidence.is_personal() => {
            let done = many.len() - entry.open.len();
            let open = entry.open.iter().take(5).map(|person| room.school.person_name(*person));
            let open: Vec<String> = open.collect();
            Cell::text(msg::duties_done_of(room.lang, &done.to_string(), &many.len().to_string())).note(open.join(", "))
        }
        many => Cell::text(
            many.iter().take(5).map(|person| room.school.person_name(*person)).collect::<Vec<_>>().join(", "),
        ),
    }
}

/// The screen on which a duty is done.
fn place(entry: &DutyEntry) -> String {
    use crate::regulation::DutyEvidence::{
        Administrator, Application, Broadcast, Check, ClassChats, ClassChatsCompared, Distribution, Joined, Material,
        Meeting, Memo, MovementSteps, Nomenclature, Publication, Registration, Regulation, Report, Requests,
        StaffInvited, StaffRoom, StatusConfirmed, Statuses, TeachingChats, Tickets, Unclaimed, UseOrder,
    };
    let route = match entry.duty.evidence {
        Regulation => Route::Editions,
        UseOrder => Route::Documents,
        Administrator => Route::Administrators,
        Application | Registration => Route::Registration,
        StaffRoom => Route::Structure,
        Nomenclature | Distribution => Route::StructureOrders,
        StaffInvited | Unclaimed | Joined => Route::Invites,
        Requests | Statuses | StatusConfirmed => Route::Requests,
        MovementSteps => Route::Movements,
        Publication | Material => Route::Channels,
        Broadcast | Meeting => Route::Calendar,
        Tickets => Route::Support,
        Report => Route::Statistics,
        Check => Route::Control,
        ClassChats | ClassChatsCompared | TeachingChats => Route::Chats,
        Memo => Route::Acknowledgements,
    };
    route.to_string()
}

/// The button that saves the shown duties as a calendar file; what is done is left out.
fn file(room: &Room, shown: &[&DutyEntry]) -> Button {
    let lang = room.lang;
    let items: Vec<CalendarItem> = shown
        .iter()
        .filter(|entry| entry.state != DutyState::Done)
        .map(|entry| CalendarItem {
            uid: format!("{}-{}@sferum-planner", entry.duty.id, entry.from),
            on: entry.to,
            start: None,
            minutes: 0,
            title: decision::said(lang, &entry.duty.title).to_owned(),
            text: msg::duties_from(lang, &text::date::short(entry.from)),
            place: String::new(),
            link: String::new(),
            status: ItemStatus::Confirmed,
        })
        .collect();
    let why = items.is_empty().then(|| msg::duties_nothing_left(lang).to_owned());
    let does = Does::Save {
        name: format!("{}.ics", msg::duties_file(lang)),
        mime: "text/calendar",
        text: calendar_file::write(msg::duties_title(lang), room.context.now, &items),
    };
    Button::new("duty-file", msg::duties_save_file(lang), does).refused(why)
}
