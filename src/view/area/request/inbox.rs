//! The inbox: who each request means, and how long it waits; and the journal of all requests (2.1/9).

use super::{Ask, Deed};
use crate::clause;
use crate::domain::{ClassId, InviteRole, InviteTarget, JoinRequest, RequestState, Settings};
use crate::plan::request::{Candidate, Roster, Verdict};
use crate::text::{self, date, invite, msg};
use crate::view::page::{Body, Button, Card, Cell, Column, ColumnKind, Does, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// The class or the staff room that is asked for.
pub fn place(room: &Room, class: Option<ClassId>) -> String {
    class.map_or_else(
        || msg::requests_no_class(room.lang).to_owned(),
        |id| invite::place(room.lang, room.school, InviteTarget::Class(id)),
    )
}

/// Open requests as cards, the oldest first.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let mut open: Vec<&JoinRequest> =
        room.school.requests().values().map(AsRef::as_ref).filter(|request| request.state.is_open()).collect();
    open.sort_by_key(|request| (request.on, request.id));
    if open.is_empty() {
        let acts = vec![Button::new("first-receive", msg::requests_receive(lang), Ask::Receive).primary()];
        let (title, text) = (msg::requests_none(lang).into(), msg::requests_none_text(lang).into());
        return vec![Section::new("inbox", "", Body::Empty { title, text, acts })];
    }
    let roster = Roster::of(room.school, room.index);
    let days = u64::from(Settings::of(room.school).request_days);
    let cards = open.into_iter().map(|request| card(room, &roster, request)).collect();
    vec![
        Section::new("inbox", msg::requests_tab_inbox(lang), Body::Cards(cards))
            .note(msg::requests_inbox_note(lang, days))
            .clause(clause!("2.1/9")),
    ]
}

/// How many days a request waits, and whether that is too long.
pub fn age(room: &Room, request: &JoinRequest) -> (u64, bool) {
    let age = (room.index.day - request.on).num_days().max(0);
    (u64::try_from(age).unwrap_or(0), age > i64::from(Settings::of(room.school).request_days))
}

fn card(room: &Room, roster: &Roster, request: &JoinRequest) -> Card {
    let (lang, id) = (room.lang, request.id);
    let is_parent = request.role == InviteRole::Parent;
    let found = roster.find(request);
    let badge = match &found {
        _ if is_parent => (msg::requests_parent(lang), Tone::Warning),
        Verdict::Matched(_) => (msg::requests_matched(lang), Tone::Success),
        Verdict::Ambiguous(_) => (msg::requests_ambiguous(lang), Tone::Warning),
        Verdict::Unknown => (msg::requests_unknown(lang), Tone::Error),
    };
    let (age, is_late) = age(room, request);
    let role = invite::role(lang, request.role);
    let waits = if is_late { msg::requests_late(lang, age) } else { msg::requests_age(lang, age) };
    let mut lines = vec![format!("{role} · {}", place(room, request.class)), waits];
    if let RequestState::Asked { on, question } = &request.state {
        lines.push(msg::requests_asked(lang, &date::short(*on), question));
    }
    if is_parent {
        lines.push(msg::requests_parent_why(lang).to_owned());
    } else {
        lines.extend(found.candidates().iter().map(|candidate| line(room, candidate)));
    }
    let mut acts = Vec::new();
    let refused = is_parent.then(|| msg::requests_parent_why(lang).to_owned());
    let approve = Button::new("approve", msg::requests_approve(lang), Ask::Approve(id)).refused(refused);
    acts.push(if matches!(found, Verdict::Matched(_)) && !is_parent { approve.primary() } else { approve });
    acts.push(Button::new("decline", msg::requests_decline(lang), Ask::Decline(Some(id))));
    if is_parent {
        acts.push(Button::new(
            "copy-decline",
            msg::requests_copy_decline(lang),
            Does::Copy(parent_text(room, request)),
        ));
    }
    acts.push(Button::new("ask", msg::requests_ask(lang), Ask::Question(id)));
    acts.push(Button::new("withdraw", msg::requests_withdraw(lang), Deed::Withdraw(id)));
    acts.push(Button::new("edit", msg::edit(lang), Ask::Edit(id)));
    acts.push(Button::new("delete", msg::delete(lang), Deed::Delete(id)).danger());
    let about = |act: Button| act.about(request.name.clone());
    Card {
        title: request.name.clone(),
        href: None,
        badge: Some((badge.0.to_owned(), badge.1)),
        lines,
        clause: is_parent.then(|| clause!("2.7/1")),
        acts: acts.into_iter().map(about).collect(),
    }
}

/// The answer to a parent: chats, by a link of the class teacher (2.7/1).
pub fn parent_text(room: &Room, request: &JoinRequest) -> String {
    let teacher = request.class.and_then(|class| room.index.homeroom.get(&class));
    let teacher = teacher.map(|id| room.school.person_name(*id));
    match teacher {
        Some(name) => msg::requests_parent_text_to(room.lang, &name),
        None => msg::requests_parent_text(room.lang).to_owned(),
    }
}

/// Somebody who may be meant: name, where, score, why.
pub fn line(room: &Room, candidate: &Candidate) -> String {
    let why: Vec<&str> = candidate.reasons.iter().map(|why| text::request::why(room.lang, *why)).collect();
    let name = room.school.person_name(candidate.person);
    let note = crate::view::search::note(room.school, room.index, candidate.person);
    msg::requests_candidate(room.lang, &name, &note, &candidate.score.to_string(), &why.join(", "))
}

/// The journal of requests: every one with its decision.
pub fn journal(room: &Room) -> Section {
    let lang = room.lang;
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let mut requests: Vec<&JoinRequest> = room.school.requests().values().map(AsRef::as_ref).collect();
    requests.sort_by_key(|request| std::cmp::Reverse((request.on, request.id)));
    let rows = requests.into_iter().map(|request| row(room, request)).collect();
    let table = Table {
        name: msg::requests_journal_file(lang).into(),
        columns: vec![
            column(msg::requests_column_name(lang), ColumnKind::Text),
            column(msg::invites_column_role(lang), ColumnKind::Text),
            column(msg::invites_column_place(lang), ColumnKind::Text),
            column(msg::requests_column_on(lang), ColumnKind::Day),
            column(msg::requests_column_decision(lang), ColumnKind::Text),
            column(msg::requests_column_as(lang), ColumnKind::Text),
            column(msg::requests_column_by(lang), ColumnKind::Text),
        ],
        rows,
        bulk: vec![Button::new("bulk-decline", msg::requests_decline_chosen(lang), Ask::Decline(None))],
        empty: msg::requests_journal_empty(lang).into(),
    };
    Section::new("journal", msg::requests_tab_journal(lang), Body::Table(table)).clause(clause!("2.1/9"))
}

fn row(room: &Room, request: &JoinRequest) -> Row {
    let lang = room.lang;
    let person = |id: Option<crate::domain::PersonId>| {
        id.map_or_else(Cell::default, |id| Cell::link(room.school.person_name(id), Route::Person(id)))
    };
    let (badge, tone, note, who, by) = match &request.state {
        RequestState::New => (msg::requests_new(lang), Tone::Info, String::new(), None, None),
        RequestState::Asked { on, question } => {
            (msg::requests_state_asked(lang), Tone::Info, format!("{} · {question}", date::short(*on)), None, None)
        }
        RequestState::Approved { on, person, by } => {
            (msg::requests_approved(lang), Tone::Success, date::short(*on), *person, *by)
        }
        RequestState::Declined { on, reason, by } => {
            (msg::requests_declined(lang), Tone::Warning, format!("{} · {reason}", date::short(*on)), None, *by)
        }
        RequestState::Withdrawn { on } => (msg::requests_withdrawn(lang), Tone::Plain, date::short(*on), None, None),
    };
    let place = match request.class {
        Some(id) => Cell::link(place(room, request.class), Route::Class(id)),
        None => Cell::text(place(room, None)),
    };
    Row {
        key: request.id.to_string(),
        cells: vec![
            Cell::text(request.name.as_str()).note(request.note.as_str()),
            Cell::text(invite::role(lang, request.role)),
            place,
            Cell::day(Some(request.on)),
            Cell::badge(badge, tone).note(note),
            person(who),
            person(by),
        ],
        acts: Vec::new(),
    }
}
