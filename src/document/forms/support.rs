//! The ledger of requests for help (2.1/15) and the letter to the platform's support (2.1/16).

use crate::domain::{SupportTicket, TicketState, VendorCase};
use crate::order;
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg};

use super::super::sheet::Sheet;
use super::super::{Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::{Form, within};

/// The ledger of a period, oldest first.
pub(super) fn ledger(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_ledger_tickets_name(lang), &words::days(lang, subject.period));
    let mut rows: Vec<&SupportTicket> =
        desk.school.tickets().values().map(AsRef::as_ref).filter(|row| within(subject.period, row.opened_on)).collect();
    order::by_key(&mut rows, |row| (row.opened_on, row.id));
    let cells = rows.iter().map(|row| {
        let from = row.from.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default();
        let class = row.class.map(|id| sheet.class_name(id)).filter(|name| !name.is_empty());
        let text = [row.topic.as_str(), row.text.as_str()];
        let text: Vec<&str> = text.into_iter().filter(|part| !part.is_empty()).collect();
        vec![
            Line::from(date::short(row.opened_on)),
            std::iter::once(from).chain(class).collect::<Vec<_>>().join(", ").into(),
            text.join(": ").into(),
            row.owner.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default().into(),
            answer(&sheet, &row.state).into(),
        ]
    });
    let columns = [
        Column::mark(msg::paper_date(lang)),
        Column::medium(msg::paper_from_whom(lang)),
        Column::wide(msg::paper_question(lang)),
        Column::medium(msg::paper_responsible(lang)),
        Column::wide(msg::paper_answer(lang)),
    ];
    let table = Table::counted(lang, columns, cells);
    sheet.table(table, msg::doc_ledger_tickets_none(lang));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::TicketLedger))
}

fn answer(sheet: &Sheet<'_>, state: &TicketState) -> String {
    let lang = sheet.lang();
    match state {
        TicketState::Open => msg::doc_ticket_open(lang).to_owned(),
        TicketState::Answered { on, answer } => msg::doc_ticket_answered(lang, answer, &date::short(*on)),
        TicketState::Closed { on, answer } => msg::doc_ticket_closed(lang, answer, &date::short(*on)),
    }
}

/// A letter to the platform's support.
pub(super) fn letter(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let case: Option<&VendorCase> =
        subject.record.and_then(|id| desk.school.cases().get(&id.into())).map(AsRef::as_ref);
    sheet.address_support();
    let about = case.map(|row| row.subject.clone()).unwrap_or_default();
    let about = sheet.or_gap(&about, Missing::Letter);
    sheet.title(msg::doc_letter_vendor_name(lang), &msg::doc_letter_vendor_subject(lang, &about));
    sheet.requisites();
    if let Some(number) = case.map(|row| row.number.as_str()).filter(|number| !number.is_empty()) {
        sheet.paragraph(msg::doc_letter_vendor_number(lang, number));
    }
    sheet.paragraph(msg::doc_letter_vendor_greeting(lang));
    let text = case.map(|row| row.text.clone()).unwrap_or_default();
    let text = sheet.or_gap(&text, Missing::Letter);
    for paragraph in text.split('\n').filter(|line| !line.trim().is_empty()) {
        sheet.paragraph(paragraph);
    }
    let tickets: Vec<&SupportTicket> = case
        .into_iter()
        .flat_map(|row| &row.tickets)
        .filter_map(|id| desk.school.tickets().get(id))
        .map(AsRef::as_ref)
        .collect();
    if !tickets.is_empty() {
        sheet.paragraph(msg::doc_letter_vendor_tickets(lang));
        sheet.points(tickets.iter().map(|row| {
            // Names of participants do not leave the school in a letter.
            let topic = if row.topic.is_empty() { row.text.as_str() } else { row.topic.as_str() };
            format!("{topic} ({})", date::short(row.opened_on))
        }));
    }
    sheet.paragraph(msg::doc_letter_vendor_ask(lang));
    sheet.administrator_signature();
    if let Some(id) = sheet.administrator().map(|row| row.person) {
        let row = sheet.person(id);
        let reach = [
            row.and_then(|row| row.email.as_ref()).map(ToString::to_string),
            row.and_then(|row| row.phone).map(|phone| phone.to_string()),
        ];
        let reach: Vec<String> = reach.into_iter().flatten().collect();
        if !reach.is_empty() {
            sheet.push(Block::Note(msg::doc_letter_vendor_reach(lang, &reach.join(", ")).into()));
        }
    }
    sheet.finish(words::form(lang, Form::VendorLetter))
}
