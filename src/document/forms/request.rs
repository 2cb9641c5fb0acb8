//! The ledger of requests to join (2.1/9) and the register of confirmed statuses (2.1/10).

use crate::domain::{JoinRequest, PersonId, RequestState, VerificationState};
use crate::order;
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg, people};

use super::super::sheet::Sheet;
use super::super::{Column, Desk, Document, Line, Stamp, Subject, Table};
use super::{Form, within};

/// The ledger of a period, oldest first.
pub(super) fn ledger(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_ledger_requests_name(lang), &words::days(lang, subject.period));
    let mut requests: Vec<&JoinRequest> =
        desk.school.requests().values().map(AsRef::as_ref).filter(|row| within(subject.period, row.on)).collect();
    order::by_key(&mut requests, |row| (row.on, row.id));
    let rows = requests.iter().map(|row| {
        let decided_by = match &row.state {
            RequestState::Approved { by, .. } | RequestState::Declined { by, .. } => *by,
            _ => None,
        };
        vec![
            Line::from(date::short(row.on)),
            row.name.as_str().into(),
            words::invite_role(lang, row.role).into(),
            row.class.map(|id| sheet.class_name(id)).unwrap_or_default().into(),
            decision(&sheet, &row.state).into(),
            decided_by.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default().into(),
        ]
    });
    let columns = [
        Column::mark(msg::paper_received(lang)),
        Column::wide(msg::paper_applicant(lang)),
        Column::medium(msg::paper_role(lang)),
        Column::mark(msg::paper_class(lang)),
        Column::wide(msg::paper_decision(lang)),
        Column::medium(msg::paper_decided_by(lang)),
    ];
    let table = Table::counted(lang, columns, rows);
    sheet.table(table, msg::doc_ledger_requests_none(lang));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::RequestLedger))
}

fn decision(sheet: &Sheet<'_>, state: &RequestState) -> String {
    let lang = sheet.lang();
    match state {
        RequestState::New => msg::doc_request_new(lang).to_owned(),
        RequestState::Asked { on, question } => msg::doc_request_asked(lang, &date::short(*on), question),
        RequestState::Approved { on, person, .. } => {
            let who = person.map(|id| sheet.full(id, Case::Nominative)).unwrap_or_default();
            msg::doc_request_approved(lang, &date::short(*on), &who)
        }
        RequestState::Declined { on, reason, .. } => msg::doc_request_declined(lang, &date::short(*on), reason),
        RequestState::Withdrawn { on } => msg::doc_request_withdrawn(lang, &date::short(*on)),
    }
}

/// The register of statuses «учитель»: one row for each pedagogue and each of the administration.
pub(super) fn statuses(desk: &Desk<'_>, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    let day = date::long(lang, sheet.day());
    sheet.title(msg::doc_register_statuses_name(lang), &msg::paper_as_of(lang, &day));
    let mut staff: Vec<PersonId> = sheet.holders(|post| post.is_pedagogue() || post.is_administration());
    let state_of = |id: PersonId| desk.school.verifications().values().find(|row| row.person == id);
    // Who left keeps a row: the register remembers who was confirmed.
    let former = desk.school.verifications().values().map(|row| row.person).filter(|id| !desk.index.is_staff(*id));
    staff.extend(former);
    order::natural(&mut staff);
    staff.dedup();
    sheet.sort_by_name(&mut staff);
    let rows: Vec<Vec<Line>> = staff
        .iter()
        .map(|id| {
            let state = state_of(*id).map(|row| &row.state);
            let by = match state {
                Some(VerificationState::Confirmed { by, .. }) => *by,
                _ => None,
            };
            let said = state.map_or_else(
                || msg::doc_register_statuses_unknown(lang).to_owned(),
                |state| people::verification(lang, state),
            );
            vec![
                sheet.full(*id, Case::Nominative).into(),
                sheet.listed_post(*id).into(),
                said.into(),
                by.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default().into(),
            ]
        })
        .collect();
    let confirmed = staff.iter().filter(|id| desk.index.verified.contains(id)).count();
    let columns = [
        Column::wide(msg::paper_full_name(lang)),
        Column::medium(msg::paper_post(lang)),
        Column::medium(msg::paper_status(lang)),
        Column::medium(msg::paper_confirmed_by(lang)),
    ];
    sheet.table(Table::counted(lang, columns, rows), msg::paper_none(lang));
    sheet.paragraph(msg::doc_register_statuses_total(lang, &confirmed.to_string(), &staff.len().to_string()));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::StatusRegister))
}
