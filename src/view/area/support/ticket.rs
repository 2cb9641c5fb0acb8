//! Requests for help (2.1/15): who asked what, who answers until when.

use super::{Ask, Deed, kit, remove, suggestions};
use crate::clause;
use crate::domain::{RecordKey, SupportTicket, TicketState};
use crate::text::{self, msg};
use crate::view::choice;
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Figure, Filter, Row, Section, Table, Tone};
use crate::view::room::Room;

/// Whether a request is not settled yet.
pub fn is_open(row: &SupportTicket) -> bool {
    !matches!(row.state, TicketState::Closed { .. })
}

/// Whether a request should have been answered by now.
fn is_late(room: &Room, row: &SupportTicket) -> bool {
    row.state == TicketState::Open && row.due.is_some_and(|due| due < room.context.today)
}

/// What narrows the requests: the state, and who answers.
pub fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let owners: std::collections::BTreeSet<_> = room.school.tickets().values().filter_map(|row| row.owner).collect();
    let mut owners: Vec<choice::Item> =
        owners.into_iter().map(|id| (id.to_string(), room.school.person_name(id))).collect();
    choice::sort_by_name(&mut owners);
    let states = vec![
        (String::new(), msg::support_filter_open(lang).to_owned()),
        ("late".to_owned(), msg::support_filter_late(lang).to_owned()),
        ("closed".to_owned(), msg::support_filter_closed(lang).to_owned()),
        ("all".to_owned(), msg::support_filter_all(lang).to_owned()),
    ];
    vec![
        kit::filter(room, "state", msg::support_state(lang), states),
        kit::filter(room, "owner", msg::support_owner(lang), choice::or_none(msg::support_anybody(lang), owners)),
    ]
}

/// The requests as a table, what is late in figures, and what is asked again and again.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let tickets = room.school.tickets();
    if tickets.is_empty() {
        let body = Body::Empty {
            title: msg::support_none(lang).to_owned(),
            text: msg::support_none_text(lang).to_owned(),
            acts: vec![Button::new("ticket-first", msg::support_add(lang), Ask::Ticket(None))],
        };
        return vec![Section::new("tickets", "", body).clause(clause!("2.1/15"))];
    }
    let count = |fits: &dyn Fn(&SupportTicket) -> bool| tickets.values().filter(|row| fits(row)).count() as u64;
    let late = count(&|row| is_late(room, row));
    let figure = |label: &str, value: u64, tone| Figure {
        label: label.to_owned(),
        value,
        of: Some(tickets.len() as u64),
        note: String::new(),
        href: None,
        tone,
    };
    let figures = vec![
        figure(msg::support_figure_open(lang), count(&|row| row.state == TicketState::Open), Tone::Plain),
        figure(msg::support_filter_late(lang), late, if late > 0 { Tone::Error } else { Tone::Success }),
        figure(msg::support_filter_closed(lang), count(&|row| !is_open(row)), Tone::Plain),
    ];
    let mut sections = vec![Section::new("ticket-figures", "", Body::Figures(figures))];
    sections.extend(suggestions(room));
    sections.push(Section::new("tickets", "", Body::Table(table(room))).clause(clause!("2.1/15")));
    sections
}

fn table(room: &Room) -> Table {
    let lang = room.lang;
    let owner = room.query.get("owner").parse().ok();
    let mut rows: Vec<&SupportTicket> = room.school.tickets().values().map(AsRef::as_ref).collect();
    rows.retain(|row| {
        let fits = match room.query.get("state") {
            "late" => is_late(room, row),
            "closed" => !is_open(row),
            "all" => true,
            _ => is_open(row),
        };
        fits && owner.is_none_or(|owner| row.owner == Some(owner))
    });
    // What is due first stands first; of what is settled, the latest.
    rows.sort_by_key(|row| (!is_open(row), row.due.is_none(), row.due, std::cmp::Reverse(row.opened_on), row.id));
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    Table {
        name: msg::support_file(lang).to_owned(),
        columns: vec![
            column(msg::support_topic(lang), ColumnKind::Text),
            column(msg::support_from(lang), ColumnKind::Text),
            column(msg::support_class(lang), ColumnKind::Text),
            column(msg::support_opened(lang), ColumnKind::Day),
            column(msg::support_owner(lang), ColumnKind::Text),
            column(msg::support_due(lang), ColumnKind::Day),
            column(msg::support_state(lang), ColumnKind::Text),
        ],
        rows: rows.into_iter().map(|row| line(room, row)).collect(),
        bulk: vec![Button::new("tickets-escalate", msg::support_escalate(lang), Ask::Escalate(None))],
        empty: msg::nothing_found(lang).to_owned(),
    }
}

fn line(room: &Room, row: &SupportTicket) -> Row {
    let lang = room.lang;
    let owner = match row.owner {
        Some(_) => kit::person(room, row.owner),
        None => Cell::badge(msg::support_no_owner(lang), Tone::Error),
    };
    let tone = match row.state {
        TicketState::Open if is_late(room, row) => Tone::Error,
        TicketState::Open => Tone::Warning,
        TicketState::Answered { .. } => Tone::Info,
        TicketState::Closed { .. } => Tone::Success,
    };
    let answer = match &row.state {
        TicketState::Answered { answer, .. } | TicketState::Closed { answer, .. } => answer.clone(),
        TicketState::Open => String::new(),
    };
    let cases = room.school.cases().values().filter(|case| case.tickets.contains(&row.id));
    let cases: Vec<String> = cases.map(|case| msg::support_in_case(lang, &case.subject)).collect();
    Row {
        key: row.id.to_string(),
        cells: vec![
            Cell::text(row.topic.clone()).note(row.text.clone()),
            kit::person(room, row.from),
            kit::class(room, row.class),
            Cell::day(Some(row.opened_on)),
            owner,
            kit::due(room, row.due, row.state == TicketState::Open),
            Cell::badge(text::support::ticket(lang, &row.state), tone).note(
                std::iter::once(answer).chain(cases).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
            ),
        ],
        acts: acts(room, row),
    }
}

fn acts(room: &Room, row: &SupportTicket) -> Vec<Button> {
    let lang = room.lang;
    let about = || row.topic.clone();
    let button = |id, label: &str, ask: Ask| Button::new(id, label, ask).about(about());
    let reopen = || Button::new("ticket-reopen", msg::support_reopen(lang), Deed::Reopen(row.id)).about(about());
    let no_owner = row.owner.is_none().then(|| msg::support_owner_first(lang).to_owned());
    let answer = || button("ticket-answer", msg::support_answer(lang), Ask::Answer(row.id)).refused(no_owner.clone());
    let mut acts = match row.state {
        TicketState::Open => {
            vec![answer(), button("ticket-escalate", msg::support_escalate(lang), Ask::Escalate(Some(row.id)))]
        }
        TicketState::Answered { .. } => vec![
            Button::new("ticket-close", msg::support_close(lang), Deed::Close(row.id)).about(about()),
            answer(),
            reopen(),
        ],
        TicketState::Closed { .. } => vec![reopen()],
    };
    acts.push(button("ticket-edit", msg::edit(lang), Ask::Ticket(Some(row.id))));
    acts.push(remove(room, RecordKey::to::<SupportTicket>(row.id), "ticket-remove").about(about()));
    acts
}
