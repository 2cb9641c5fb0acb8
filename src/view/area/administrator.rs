//! Administrators of the platform: who, by which order, and who could become one (2.1/0, 2.1/7).

mod appoint;

use std::cmp::Reverse;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{AdministratorPost, Appointment, AppointmentId, Command, PersonId, RecordKey, Refusal};
use crate::plan::administrator::{Candidate, Obstacle, candidates};
use crate::text::{self, Lang, msg};
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Page, Row, Section, Table, Tone};
use crate::view::people::posts;
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Appoints somebody to a post.
    Appoint(AdministratorPost, Option<PersonId>),
    /// Corrects the day and the order of an appointment.
    Edit(AppointmentId),
    /// Ends an appointment.
    End(AppointmentId),
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Deletes an appointment that was entered by mistake.
    Delete(AppointmentId),
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let mut sections: Vec<Section> = warning(room).into_iter().collect();
    sections.push(appointments(room));
    sections.push(self::candidates_section(room, AdministratorPost::Platform));
    sections.push(self::candidates_section(room, AdministratorPost::Additional));
    Page {
        title: msg::admins_title(lang).into(),
        lead: msg::admins_lead(lang).into(),
        clause: Some(clause!("2.1/0")),
        up: None,
        acts: vec![
            Button::new("appoint", msg::admins_appoint(lang), Ask::Appoint(AdministratorPost::Platform, None))
                .primary(),
            Button::new(
                "appoint-additional",
                msg::admins_appoint_additional(lang),
                Ask::Appoint(AdministratorPost::Additional, None),
            ),
        ],
        tabs: Vec::new(),
        filters: Vec::new(),
        sections,
    }
}

/// Whether an appointment holds on the planning day and rests on an order that is in the register.
fn is_in_order(room: &Room, row: &Appointment) -> bool {
    row.post == AdministratorPost::Platform
        && row.period.contains(room.index.day)
        && row.order.is_some_and(|id| room.school.acts().contains_key(&id))
}

/// 2.1/0: at least one administrator with an order.
fn warning(room: &Room) -> Option<Section> {
    let lang = room.lang;
    let is_there = room.school.appointments().values().any(|row| is_in_order(room, row));
    (!is_there).then(|| {
        Section::new("no-administrator", "", Body::Notice(Tone::Error, msg::admins_none(lang).into()))
            .clause(clause!("2.1/0"))
    })
}

/// Everybody who holds or held a post, those who hold it first.
fn appointments(room: &Room) -> Section {
    let lang = room.lang;
    let mut rows: Vec<&Appointment> = room.school.appointments().values().map(AsRef::as_ref).collect();
    rows.sort_by_key(|row| (row.period.is_over(room.index.day), row.post, Reverse(row.period.from), row.id));
    if rows.is_empty() {
        let acts = vec![
            Button::new("first-appoint", msg::admins_appoint(lang), Ask::Appoint(AdministratorPost::Platform, None))
                .primary(),
            Button::new("registration", msg::admins_registration(lang), Route::Registration),
        ];
        let (title, text) = (msg::admins_empty(lang).into(), msg::admins_empty_text(lang).into());
        return Section::new("appointments", msg::admins_list(lang), Body::Empty { title, text, acts });
    }
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::admins_file(lang).into(),
        columns: vec![
            column(msg::admins_column_who(lang), ColumnKind::Text),
            column(msg::admins_column_post(lang), ColumnKind::Text),
            column(msg::admins_column_state(lang), ColumnKind::Text),
            column(msg::admins_column_since(lang), ColumnKind::Day),
            column(msg::admins_column_until(lang), ColumnKind::Day),
            column(msg::admins_column_order(lang), ColumnKind::Text),
            column(msg::admins_column_by(lang), ColumnKind::Text),
        ],
        rows: rows.into_iter().map(|row| self::row(room, row)).collect(),
        bulk: Vec::new(),
        empty: String::new(),
    };
    Section::new("appointments", msg::admins_list(lang), Body::Table(table)).clause(clause!("2.1/7"))
}

fn act_name(room: &Room, id: Option<crate::domain::LocalActId>) -> String {
    let act = id.and_then(|id| room.school.acts().get(&id));
    act.map(|act| format!("№ {} · {}", act.number, text::date::short(act.date))).unwrap_or_default()
}

fn row(room: &Room, row: &Appointment) -> Row {
    let lang = room.lang;
    let is_over = row.period.is_over(room.index.day);
    let begins_later = row.period.from.is_some_and(|from| from > room.index.day);
    let has_joined = room.index.joined.contains(&row.person);
    let has_order = row.order.is_some_and(|id| room.school.acts().contains_key(&id));
    let state = if is_over {
        Cell::badge(msg::admins_ended(lang), Tone::Plain).note(row.end_reason.as_str())
    } else if row.post == AdministratorPost::Platform && !has_order {
        Cell::badge(msg::admins_no_order(lang), Tone::Error)
    } else if row.post == AdministratorPost::Additional && !has_joined {
        Cell::badge(msg::admins_not_joined(lang), Tone::Error)
    } else if begins_later {
        Cell::badge(msg::admins_planned(lang), Tone::Info)
    } else {
        Cell::badge(msg::admins_active(lang), Tone::Success)
    };
    let order = act_name(room, row.order);
    let ended = act_name(room, row.ended_by);
    let mut acts = vec![Button::new("edit", msg::edit(lang), Ask::Edit(row.id))];
    if !is_over {
        acts.push(Button::new("end", msg::admins_end(lang), Ask::End(row.id)));
    }
    acts.push(Button::new("delete", msg::delete(lang), Deed::Delete(row.id)).danger());
    let name = room.school.person_name(row.person);
    Row {
        key: row.id.to_string(),
        cells: vec![
            Cell::link(name.clone(), Route::Person(row.person)).note(posts(room.school, room.index, row.person)),
            Cell::text(text::people::post(lang, row.post)),
            state,
            Cell::day(row.period.from),
            Cell::day(row.period.to),
            Cell::text(order).note(ended),
            row.appointed_by
                .map_or_else(Cell::default, |id| Cell::link(room.school.person_name(id), Route::Person(id))),
        ],
        acts: acts.into_iter().map(|act| act.about(name.clone())).collect(),
    }
}

/// Why somebody cannot, in words.
const fn obstacle(lang: Lang, obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::HoldsIt => msg::admins_why_holds(lang),
        Obstacle::Dismissed => msg::admins_why_dismissed(lang),
        Obstacle::NotPedagogue => msg::admins_why_not_pedagogue(lang),
        Obstacle::NotJoined => msg::admins_why_not_joined(lang),
        Obstacle::OffPlatform => msg::admins_why_off_platform(lang),
        Obstacle::NotVerified => msg::admins_why_not_verified(lang),
    }
}

/// The staff with what stands against each; those who can come first.
fn candidates_section(room: &Room, post: AdministratorPost) -> Section {
    let lang = room.lang;
    let mut found = candidates(room.school, room.index, post);
    found.sort_by_key(|candidate| !candidate.is_able());
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let rows = found.iter().map(|candidate| candidate_row(room, post, candidate)).collect();
    let (id, title, clause) = match post {
        AdministratorPost::Platform => ("candidates", msg::admins_candidates(lang), clause!("2.2/2")),
        AdministratorPost::Additional => {
            ("candidates-additional", msg::admins_candidates_additional(lang), clause!("2.1/7"))
        }
    };
    let table = Table {
        name: msg::admins_candidates_file(lang).into(),
        columns: vec![
            column(msg::admins_column_who(lang)),
            column(msg::admins_column_can(lang)),
            column(msg::admins_column_why(lang)),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::admins_no_staff(lang).into(),
    };
    Section::new(id, title, Body::Table(table)).clause(clause)
}

fn candidate_row(room: &Room, post: AdministratorPost, candidate: &Candidate) -> Row {
    let (lang, person) = (room.lang, candidate.person);
    let why: Vec<&str> = candidate.obstacles.iter().map(|why| obstacle(lang, *why)).collect();
    let is_able = candidate.is_able();
    let can = match (is_able, candidate.obstacles.is_empty()) {
        (false, _) => Cell::badge(msg::admins_cannot(lang), Tone::Plain),
        (true, true) => Cell::badge(msg::admins_can(lang), Tone::Success),
        (true, false) => Cell::badge(msg::admins_can_but(lang), Tone::Warning),
    };
    let name = room.school.person_name(person);
    let acts = if is_able {
        vec![
            Button::new("appoint", msg::admins_appoint_this(lang), Ask::Appoint(post, Some(person)))
                .about(name.clone()),
        ]
    } else {
        Vec::new()
    };
    Row {
        key: person.to_string(),
        cells: vec![
            Cell::link(name, Route::Person(person)).note(posts(room.school, room.index, person)),
            can,
            Cell::text(why.join("; ")),
        ],
        acts,
    }
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Appoint(post, person) => appoint::form(room, values, *post, *person),
            Self::Edit(id) => appoint::edit(room, *id),
            Self::End(id) => appoint::end(room, values, *id),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Appoint(post, _) => appoint::command(room, values, *post, making),
            Self::Edit(id) => appoint::edited(room, values, *id),
            Self::End(id) => appoint::ended(values, *id),
        }
    }
}

impl Doing for Deed {
    fn command(&self, _room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        match self {
            Self::Delete(id) => Ok(Command::Remove(RecordKey::to::<Appointment>(*id))),
        }
    }
}

#[cfg(test)]
mod tests;
