//! The forms of requests for help, letters to support and frequent questions.

use std::collections::BTreeSet;

use chrono::Days;

use super::{SupportTicket, SupportTicketId, VendorCaseId, case, kit, ticket_of, topics};
use crate::clause;
use crate::domain::words::fold;
use crate::domain::{
    CaseState, CaseStep, Command, Escalate, FaqEntry, FaqEntryId, Leave, MoveCase, MoveTicket, PersonId, SaveTicket,
    TicketState, TicketStep, VendorCase, Verb, WriteFaq,
};
use crate::plan::leave::{HELP, Question};
use crate::text::{self, msg};
use crate::view::area::Asking;
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Section, Tone};
use crate::view::room::{Making, Room};
use crate::view::school::settings;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A request for help, new or edited.
    Ticket(Option<SupportTicketId>),
    /// The answer to a request.
    Answer(SupportTicketId),
    /// A letter to support about a request, or about those that are chosen.
    Escalate(Option<SupportTicketId>),
    /// A letter, edited.
    Case(VendorCaseId),
    /// That a letter was sent.
    Send(VendorCaseId),
    /// What support answered.
    CaseAnswer(VendorCaseId),
    /// An answer to a frequent question, new or edited; grown from a request where it is new.
    Faq(Option<FaqEntryId>, Option<SupportTicketId>),
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Ticket(id) => ticket_form(room, id.and_then(|id| ticket_of(room, id)), values),
            Self::Answer(id) => answer_form(room, *id),
            Self::Escalate(_) => escalate_form(room, &self.tickets(room)),
            Self::Case(id) => case_form(room, *id),
            Self::Send(id) => send_form(room, *id),
            Self::CaseAnswer(id) => case_answer_form(room, *id),
            Self::Faq(id, of) => faq_form(room, *id, *of),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        let mut reader = Reader::default();
        match self {
            Self::Ticket(id) => read_ticket(room, *id, values, making),
            Self::Answer(id) => {
                let answer = reader.needed_lines("answer", values.get("answer"));
                let on = reader.needed_day("on", values.get("on"));
                let step = on.map(|on| TicketStep::Answer { on, answer });
                reader.finish(step.map(|step| MoveTicket { id: *id, step }.into()))
            }
            Self::Escalate(_) => {
                let case = VendorCase {
                    id: making.ids.fresh(),
                    number: String::new(),
                    subject: reader.required("subject", values.get("subject")),
                    text: reader.needed_lines("text", values.get("text")),
                    tickets: values.many("tickets").collect(),
                    state: CaseState::Draft,
                };
                reader.finish(Some(Escalate { case }.into()))
            }
            Self::Case(id) => {
                let subject = reader.required("subject", values.get("subject"));
                let text = reader.needed_lines("text", values.get("text"));
                let (number, tickets) = (values.get("number").trim().to_owned(), values.many("tickets").collect());
                let old = room.school.cases().get(id);
                let case =
                    old.map(|old| VendorCase { id: *id, number, subject, text, tickets, state: old.state.clone() });
                reader.finish(case.map(|case| Command::Save(case.into())))
            }
            Self::Send(id) => {
                let on = reader.needed_day("on", values.get("on"));
                let number = values.get("number").trim().to_owned();
                reader.finish(on.map(|on| MoveCase { id: *id, step: CaseStep::Send { on, number } }.into()))
            }
            Self::CaseAnswer(id) => {
                let on = reader.needed_day("on", values.get("on"));
                let answer = reader.needed_lines("answer", values.get("answer"));
                let number = values.get("number").trim().to_owned();
                reader.finish(on.map(|on| MoveCase { id: *id, step: CaseStep::Answer { on, number, answer } }.into()))
            }
            Self::Faq(id, _) => {
                let entry = FaqEntry {
                    id: id.unwrap_or_else(|| making.ids.fresh()),
                    topic: reader.required("topic", values.get("topic")),
                    answer: reader.needed_lines("answer", values.get("answer")),
                    tickets: values.many("tickets").collect(),
                };
                reader.finish(Some(WriteFaq { entry }.into()))
            }
        }
    }
}

impl Ask {
    /// The requests that a letter is to be about.
    fn tickets<'a>(&self, room: &Room<'a>) -> Vec<&'a SupportTicket> {
        let chosen: BTreeSet<SupportTicketId> = match self {
            Self::Escalate(Some(id)) => [*id].into(),
            _ => room.chosen.iter().filter_map(|key| key.parse().ok()).collect(),
        };
        chosen.into_iter().filter_map(|id| ticket_of(room, id)).collect()
    }
}

/// Whether somebody may help participants (2.1/15); nothing stands against one who is not named yet.
fn owner_leave(room: &Room, owner: Option<PersonId>) -> Leave {
    owner.map_or(Ok(()), |owner| Question::new(owner, HELP, room.index.day).ask(room.school, room.regulation))
}

fn ticket_form(room: &Room, row: Option<&SupportTicket>, values: &Values) -> Form {
    let (lang, school, index) = (room.lang, room.school, room.index);
    let days = u64::from(settings(school).ticket_days);
    let opened = row.map_or(room.context.today, |row| row.opened_on);
    let due = match row {
        Some(row) => row.due,
        None => values.day("opened").unwrap_or(opened).checked_add_days(Days::new(days)),
    };
    let owner = row.map_or_else(|| kit::administrator(room), |row| row.owner);
    let classes = choice::or_none(msg::support_no_class(lang), choice::classes(school, index));
    let mut form = Form {
        title: (if row.is_some() { msg::edit(lang) } else { msg::support_add(lang) }).to_owned(),
        clause: Some(clause!("2.1/15")),
        fields: vec![
            Field::new("topic", msg::support_topic(lang), FieldKind::Text)
                .required()
                .hint(msg::support_topic_hint(lang))
                .maybe(row.map(|row| row.topic.clone())),
            Field::new("text", msg::support_text(lang), FieldKind::Long).maybe(row.map(|row| row.text.clone())),
            Field::new("from", msg::support_from(lang), FieldKind::Search(choice::people(school, index)))
                .maybe(row.and_then(|row| row.from)),
            Field::new("class", msg::support_class(lang), FieldKind::Choice(classes))
                .maybe(row.and_then(|row| row.class)),
            Field::new("opened", msg::support_opened(lang), FieldKind::Day).required().value(opened),
            Field::new("owner", msg::support_owner(lang), FieldKind::Search(choice::staff(school, index, |_| true)))
                .required()
                .hint(msg::support_owner_hint(lang))
                .maybe(owner),
            Field::new("due", msg::support_due(lang), FieldKind::Day).maybe(due),
        ],
        ..Form::default()
    };
    let whole = values.over(&form);
    form.refused = kit::refused(room, &owner_leave(room, whole.parsed("owner")));
    // What the school has answered before is at hand.
    let topic = fold(whole.get("topic"));
    let known = school.faq().values().find(|entry| !topic.is_empty() && fold(&entry.topic) == topic);
    if let Some(entry) = known {
        let body = Body::Notice(Tone::Info, entry.answer.clone());
        form.preview = vec![Section::new("ticket-known", msg::support_known(lang), body)];
    }
    form
}

fn read_ticket(
    room: &Room,
    id: Option<SupportTicketId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let topic = reader.required("topic", values.get("topic"));
    let from = reader.optional("from", values.get("from"), Problem::Choice);
    let class = reader.optional("class", values.get("class"), Problem::Choice);
    let opened = reader.needed_day("opened", values.get("opened"));
    let owner = reader.needed("owner", values.get("owner"), Problem::Choice);
    let due = reader.day("due", values.get("due"));
    if opened.zip(due).is_some_and(|(opened, due)| due < opened) {
        reader.fault("due", Problem::Backwards);
    }
    let old = id.and_then(|id| ticket_of(room, id));
    let ticket = opened.map(|opened_on| SupportTicket {
        id: id.unwrap_or_else(|| making.ids.fresh()),
        topic,
        text: Reader::lines(values.get("text")),
        from,
        class,
        opened_on,
        owner,
        due,
        state: old.map_or(TicketState::Open, |old| old.state.clone()),
    });
    let verb = if id.is_some() { Verb::Edit } else { Verb::OpenTicket };
    let leave = owner_leave(room, owner);
    reader.finish(ticket.map(|ticket| SaveTicket { ticket, leave, verb }.into()))
}

fn answer_form(room: &Room, id: SupportTicketId) -> Form {
    let lang = room.lang;
    let row = ticket_of(room, id);
    let topic = row.map(|row| row.topic.clone()).unwrap_or_default();
    // The answer begins with what is known: its own, that of support, that of the frequent question.
    let own = row.and_then(|row| match &row.state {
        TicketState::Answered { answer, .. } => Some(answer.clone()),
        _ => None,
    });
    let of_support = || {
        let cases = room.school.cases().values().filter(|case| case.tickets.contains(&id));
        cases
            .filter_map(|case| match &case.state {
                CaseState::Answered { answer, .. } | CaseState::Closed { answer, .. } => Some(answer.clone()),
                _ => None,
            })
            .find(|answer| !answer.is_empty())
    };
    let known = || {
        let entry = room.school.faq().values().find(|entry| fold(&entry.topic) == fold(&topic));
        entry.map(|entry| entry.answer.clone())
    };
    Form {
        lead: row.map(|row| row.text.clone()).unwrap_or_default(),
        clause: Some(clause!("2.1/15")),
        submit: msg::support_answer(lang).to_owned(),
        fields: vec![
            kit::day_field(room, "on", msg::support_on(lang)),
            Field::new("answer", msg::support_answer_text(lang), FieldKind::Long)
                .required()
                .maybe(own.or_else(of_support).or_else(known)),
        ],
        title: topic,
        ..Form::default()
    }
}

/// Requests as choices, those that are open first.
fn ticket_choices(room: &Room) -> Vec<choice::Item> {
    let mut rows: Vec<&SupportTicket> = room.school.tickets().values().map(AsRef::as_ref).collect();
    rows.sort_by_key(|row| (row.state != TicketState::Open, std::cmp::Reverse(row.opened_on), row.id));
    let name = |row: &SupportTicket| format!("{} · {}", row.topic, text::date::short(row.opened_on));
    rows.into_iter().map(|row| (row.id.to_string(), name(row))).collect()
}

fn escalate_form(room: &Room, tickets: &[&SupportTicket]) -> Form {
    let lang = room.lang;
    let subject = tickets.first().map(|row| row.topic.clone());
    let preview = match case::address(room) {
        Some(address) => Body::Notice(Tone::Info, msg::support_cases_note(lang, &address)),
        None => Body::Notice(Tone::Warning, msg::support_no_address(lang).to_owned()),
    };
    Form {
        title: msg::support_escalate(lang).to_owned(),
        lead: msg::support_escalate_lead(lang).to_owned(),
        clause: Some(clause!("2.1/16")),
        fields: vec![
            Field::new("tickets", msg::support_tab_tickets(lang), FieldKind::Many(ticket_choices(room)))
                .required()
                .value(kit::joined(tickets.iter().map(|row| row.id))),
            Field::new("subject", msg::support_subject(lang), FieldKind::Text).required().maybe(subject),
            Field::new("text", msg::support_letter(lang), FieldKind::Long)
                .required()
                .hint(msg::support_letter_hint(lang))
                .value(text::support::letter(lang, room.school, tickets)),
        ],
        preview: vec![Section::new("case-address", "", preview)],
        ..Form::default()
    }
}

fn case_form(room: &Room, id: VendorCaseId) -> Form {
    let lang = room.lang;
    let row = room.school.cases().get(&id);
    Form {
        title: msg::edit(lang).to_owned(),
        clause: Some(clause!("2.1/16")),
        fields: vec![
            Field::new("subject", msg::support_subject(lang), FieldKind::Text)
                .required()
                .maybe(row.map(|row| row.subject.clone())),
            Field::new("number", msg::support_number(lang), FieldKind::Text).maybe(row.map(|row| row.number.clone())),
            Field::new("tickets", msg::support_tab_tickets(lang), FieldKind::Many(ticket_choices(room)))
                .value(kit::joined(row.iter().flat_map(|row| row.tickets.iter().copied()))),
            Field::new("text", msg::support_letter(lang), FieldKind::Long)
                .required()
                .maybe(row.map(|row| row.text.clone())),
        ],
        ..Form::default()
    }
}

fn send_form(room: &Room, id: VendorCaseId) -> Form {
    let lang = room.lang;
    Form {
        title: room.school.cases().get(&id).map(|row| row.subject.clone()).unwrap_or_default(),
        clause: Some(clause!("2.1/16")),
        submit: msg::support_sent(lang).to_owned(),
        fields: vec![
            kit::day_field(room, "on", msg::support_on(lang)),
            Field::new("number", msg::support_number(lang), FieldKind::Text).hint(msg::support_number_hint(lang)),
        ],
        ..Form::default()
    }
}

fn case_answer_form(room: &Room, id: VendorCaseId) -> Form {
    let lang = room.lang;
    let row = room.school.cases().get(&id);
    Form {
        title: row.map(|row| row.subject.clone()).unwrap_or_default(),
        lead: msg::support_case_answer_lead(lang).to_owned(),
        clause: Some(clause!("2.1/16")),
        fields: vec![
            kit::day_field(room, "on", msg::support_on(lang)),
            Field::new("number", msg::support_number(lang), FieldKind::Text).maybe(row.map(|row| row.number.clone())),
            Field::new("answer", msg::support_answer_text(lang), FieldKind::Long).required(),
        ],
        ..Form::default()
    }
}

fn faq_form(room: &Room, id: Option<FaqEntryId>, of: Option<SupportTicketId>) -> Form {
    let lang = room.lang;
    let row = id.and_then(|id| room.school.faq().get(&id));
    let topic = of.and_then(|id| topics(room).into_iter().find(|topic| topic.tickets.contains(&id)));
    let name = row.map(|row| row.topic.clone()).or_else(|| topic.as_ref().map(|topic| topic.name.clone()));
    let answer = row.map(|row| row.answer.clone()).or_else(|| topic.as_ref().map(|topic| topic.answer.clone()));
    let tickets = row.map(|row| row.tickets.clone()).or_else(|| topic.map(|topic| topic.tickets));
    Form {
        title: (if id.is_some() { msg::edit(lang) } else { msg::support_faq_add(lang) }).to_owned(),
        clause: Some(clause!("2.1/15")),
        fields: vec![
            Field::new("topic", msg::support_question(lang), FieldKind::Text).required().maybe(name),
            Field::new("answer", msg::support_answer_text(lang), FieldKind::Long).required().maybe(answer),
            Field::new("tickets", msg::support_grown_from(lang), FieldKind::Many(ticket_choices(room)))
                .value(kit::joined(tickets.unwrap_or_default())),
        ],
        ..Form::default()
    }
}
