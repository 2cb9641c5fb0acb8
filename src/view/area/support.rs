//! Help for participants, letters to the platform's support, frequent questions (2.1/15, 2.1/16, 3.2, 3.3).

mod ask;
mod case;
mod ticket;

use super::{Doing, kit};
use crate::clause;
use crate::domain::words::fold;
use crate::domain::{
    CaseStep, Command, FaqEntry, MoveCase, MoveTicket, RecordKey, Refusal, SupportTicket, SupportTicketId, TicketStep,
    VendorCaseId,
};
use crate::plan::topic::{self, Topic};
use crate::text::msg;
use crate::view::page::{Body, Button, Card, Cell, Does, Fact, Filter, FilterKind, Page, Section, Tone};
use crate::view::room::{Making, Room};
use crate::view::route::Route;
use crate::view::school::settings;

pub use ask::Ask;

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Settles a request for help that was answered.
    Close(SupportTicketId),
    /// Opens a request for help again.
    Reopen(SupportTicketId),
    /// Settles a matter with support.
    CloseCase(VendorCaseId),
    /// Makes a letter a draft again.
    ReopenCase(VendorCaseId),
    /// Removes a record of this area.
    Remove(RecordKey),
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let tab = room.query.get("tab");
    let add = Button::new("ticket-add", msg::support_add(lang), Ask::Ticket(None)).primary();
    let (acts, filters, sections) = match tab {
        "cases" => (Vec::new(), Vec::new(), case::sections(room)),
        "faq" => (
            vec![Button::new("faq-add", msg::support_faq_add(lang), Ask::Faq(None, None)).primary()],
            faq_filters(room),
            faq(room),
        ),
        "links" => (Vec::new(), Vec::new(), links(room)),
        _ => (vec![add], ticket::filters(room), ticket::sections(room)),
    };
    let school = room.school;
    let open = school.tickets().values().filter(|row| ticket::is_open(row)).count() as u64;
    let tabs = [
        ("", msg::support_tab_tickets(lang), Some(open)),
        ("cases", msg::support_tab_cases(lang), Some(school.cases().len() as u64)),
        ("faq", msg::support_tab_faq(lang), Some(school.faq().len() as u64)),
        ("links", msg::support_tab_links(lang), None),
    ];
    Page {
        title: msg::support_title(lang).to_owned(),
        lead: msg::support_lead(lang).to_owned(),
        clause: Some(clause!("2.1/15")),
        acts,
        tabs: tabs.into_iter().map(|(tab, label, count)| kit::tab(room, Route::Support, tab, label, count)).collect(),
        filters,
        sections,
        ..Page::default()
    }
}

/// The topics that came often and have no written answer yet.
fn topics(room: &Room) -> Vec<Topic> {
    topic::repeated(room.school, usize::from(settings(room.school).faq_tickets))
}

fn faq_filters(room: &Room) -> Vec<Filter> {
    vec![Filter {
        id: "q",
        label: msg::support_faq_search(room.lang).to_owned(),
        kind: FilterKind::Text,
        value: room.query.get("q").to_owned(),
    }]
}

fn faq(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let mut sections = suggestions(room);
    let wanted = fold(room.query.get("q"));
    let mut rows: Vec<&FaqEntry> = room.school.faq().values().map(AsRef::as_ref).collect();
    rows.retain(|row| {
        let text = fold(&format!("{} {}", row.topic, row.answer));
        wanted.split(' ').all(|word| text.contains(word))
    });
    rows.sort_by_cached_key(|row| fold(&row.topic));
    let body = if room.school.faq().is_empty() {
        Body::Empty {
            title: msg::support_faq_none(lang).to_owned(),
            text: msg::support_faq_none_text(lang).to_owned(),
            acts: Vec::new(),
        }
    } else if rows.is_empty() {
        Body::Notice(Tone::Info, msg::nothing_found(lang).to_owned())
    } else {
        Body::Cards(rows.into_iter().map(|row| faq_card(room, row)).collect())
    };
    sections.push(Section::new("faq", msg::support_tab_faq(lang), body).clause(clause!("2.1/15")));
    sections
}

fn faq_card(room: &Room, row: &FaqEntry) -> Card {
    let lang = room.lang;
    let about = || row.topic.clone();
    let count = row.tickets.len() as u64;
    Card {
        title: row.topic.clone(),
        href: None,
        badge: (count > 0).then(|| (msg::support_asked(lang, count), Tone::Plain)),
        lines: row.answer.lines().map(str::to_owned).collect(),
        clause: Some(clause!("2.1/15")),
        acts: vec![
            Button::new("faq-copy", msg::support_copy_answer(lang), Does::Copy(row.answer.clone())).about(about()),
            Button::new("faq-edit", msg::edit(lang), Ask::Faq(Some(row.id), None)).about(about()),
            remove(room, RecordKey::to::<FaqEntry>(row.id), "faq-remove").about(about()),
        ],
    }
}

/// What is asked again and again, with the next step.
fn suggestions(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let topics = topics(room);
    if topics.is_empty() {
        return Vec::new();
    }
    let card = |topic: Topic| {
        let first = topic.tickets.first().copied();
        let count = topic.tickets.len() as u64;
        Card {
            title: topic.name.clone(),
            href: None,
            badge: Some((msg::support_asked(lang, count), Tone::Info)),
            lines: (!topic.answer.is_empty()).then(|| topic.answer.clone()).into_iter().collect(),
            clause: Some(clause!("2.1/15")),
            acts: vec![Button::new("faq-write", msg::support_faq_write(lang), Ask::Faq(None, first)).about(topic.name)],
        }
    };
    let cards = topics.into_iter().map(card).collect();
    vec![
        Section::new("repeated", msg::support_repeated(lang), Body::Cards(cards))
            .note(msg::support_repeated_note(lang)),
    ]
}

/// Where everybody may turn: support (3.2) and instructions (3.3).
fn links(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let profile = room.school.platform().values().next();
    let email = profile.and_then(|row| row.support_email.as_ref()).map(ToString::to_string);
    let site = profile.map(|row| row.help_site.clone()).filter(|site| !site.is_empty());
    let unknown = || Cell::badge(msg::support_unknown(lang), Tone::Warning);
    let email = email.map_or_else(unknown, |email| Cell::link(email.clone(), format!("mailto:{email}")));
    let site = site.map_or_else(unknown, |site| Cell::link(site.clone(), format!("https://{site}")));
    let school = Button::new("links-school", msg::support_links_school(lang), Route::School);
    vec![
        Section::new(
            "right-support",
            msg::support_right_write(lang),
            Body::Facts(vec![Fact::new(msg::support_email(lang), email)]),
        )
        .note(msg::support_right_write_note(lang))
        .clause(clause!("3.2"))
        .acts(vec![school]),
        Section::new(
            "right-help",
            msg::support_right_help(lang),
            Body::Facts(vec![Fact::new(msg::support_site(lang), site)]),
        )
        .note(msg::support_right_help_note(lang))
        .clause(clause!("3.3")),
    ]
}

/// The button that removes a record; it can be undone.
fn remove(room: &Room, key: RecordKey, id: &'static str) -> Button {
    Button::new(id, msg::delete(room.lang), Deed::Remove(key)).danger()
}

/// The request of an identity.
fn ticket_of<'a>(room: &Room<'a>, id: SupportTicketId) -> Option<&'a SupportTicket> {
    room.school.tickets().get(&id).map(AsRef::as_ref)
}

impl Doing for Deed {
    fn command(&self, room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        let on = room.context.today;
        Ok(match self {
            Self::Close(id) => MoveTicket { id: *id, step: TicketStep::Close { on } }.into(),
            Self::Reopen(id) => MoveTicket { id: *id, step: TicketStep::Reopen }.into(),
            Self::CloseCase(id) => MoveCase { id: *id, step: CaseStep::Close { on } }.into(),
            Self::ReopenCase(id) => MoveCase { id: *id, step: CaseStep::Reopen }.into(),
            Self::Remove(key) => Command::Remove(*key),
        })
    }
}

#[cfg(test)]
mod tests;
