//! Letters to the platform's support (2.1/16): written from requests, copied or mailed, sent, answered, settled.

use super::{Ask, Deed, remove, ticket_of};
use crate::clause;
use crate::domain::{CaseState, RecordKey, VendorCase};
use crate::text::{self, msg};
use crate::view::page::{Body, Button, Card, Does, Section, Tone};
use crate::view::room::Room;

/// The letters, those that wait for an answer first.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let mut rows: Vec<&VendorCase> = room.school.cases().values().map(AsRef::as_ref).collect();
    rows.sort_by_key(|row| (rank(&row.state), std::cmp::Reverse(row.id)));
    let body = if rows.is_empty() {
        Body::Empty {
            title: msg::support_cases_none(lang).to_owned(),
            text: msg::support_cases_none_text(lang).to_owned(),
            acts: Vec::new(),
        }
    } else {
        Body::Cards(rows.into_iter().map(|row| card(room, row)).collect())
    };
    let address = address(room);
    let note = match &address {
        Some(address) => msg::support_cases_note(lang, address),
        None => msg::support_no_address(lang).to_owned(),
    };
    vec![Section::new("cases", msg::support_tab_cases(lang), body).note(note).clause(clause!("2.1/16"))]
}

const fn rank(state: &CaseState) -> u8 {
    match state {
        CaseState::Draft => 0,
        CaseState::Sent { .. } => 1,
        CaseState::Answered { .. } => 2,
        CaseState::Closed { .. } => 3,
    }
}

/// The address of the platform's support, where the school knows it.
pub fn address(room: &Room) -> Option<String> {
    let profile = room.school.platform().values().next()?;
    profile.support_email.as_ref().map(ToString::to_string)
}

fn card(room: &Room, row: &VendorCase) -> Card {
    let lang = room.lang;
    let mut lines = Vec::new();
    if !row.number.is_empty() {
        lines.push(msg::support_number_is(lang, &row.number));
    }
    let tickets: Vec<&str> =
        row.tickets.iter().filter_map(|id| ticket_of(room, *id)).map(|ticket| ticket.topic.as_str()).collect();
    lines.push(if tickets.is_empty() {
        msg::support_case_no_tickets(lang).to_owned()
    } else {
        msg::support_case_tickets(lang, &tickets.join("; "))
    });
    if let CaseState::Answered { answer, .. } | CaseState::Closed { answer, .. } = &row.state
        && !answer.is_empty()
    {
        lines.push(msg::support_answer_is(lang, answer));
    }
    let tone = match row.state {
        CaseState::Draft => Tone::Warning,
        CaseState::Sent { .. } => Tone::Info,
        CaseState::Answered { .. } => Tone::Success,
        CaseState::Closed { .. } => Tone::Plain,
    };
    Card {
        title: row.subject.clone(),
        href: None,
        badge: Some((text::support::case(lang, &row.state), tone)),
        lines,
        clause: Some(clause!("2.1/16")),
        acts: acts(room, row),
    }
}

fn acts(room: &Room, row: &VendorCase) -> Vec<Button> {
    let lang = room.lang;
    let about = || row.subject.clone();
    let button = |id, label: &str, ask: Ask| Button::new(id, label, ask).about(about());
    let close = || Button::new("case-close", msg::support_close(lang), Deed::CloseCase(row.id)).about(about());
    let reopen = || Button::new("case-reopen", msg::support_case_reopen(lang), Deed::ReopenCase(row.id)).about(about());
    let mut acts = match row.state {
        CaseState::Draft => {
            let address = address(room);
            let why = address.is_none().then(|| msg::support_no_address(lang).to_owned());
            let mail = Does::Mail(text::support::mailto(&address.unwrap_or_default(), row));
            vec![
                Button::new("case-copy", msg::support_copy_letter(lang), Does::Copy(row.text.clone())).about(about()),
                Button::new("case-mail", msg::support_mail(lang), mail).about(about()).refused(why),
                button("case-send", msg::support_sent(lang), Ask::Send(row.id)),
            ]
        }
        CaseState::Sent { .. } => {
            vec![button("case-answer", msg::support_case_answer(lang), Ask::CaseAnswer(row.id)), close(), reopen()]
        }
        CaseState::Answered { .. } => vec![close(), reopen()],
        CaseState::Closed { .. } => vec![reopen()],
    };
    acts.push(button("case-edit", msg::edit(lang), Ask::Case(row.id)));
    acts.push(remove(room, RecordKey::to::<VendorCase>(row.id), "case-remove").about(about()));
    acts
}
