//! The ledger of invite links (2.1/6) and the act on the revocation of unclaimed ones (2.1/12).

use crate::domain::{Invite, InviteState, InviteTarget, LocalActId, PersonId};
use crate::order;
use crate::text::grammar::Case;
use crate::text::{date, document as words, msg};

use super::super::sheet::Sheet;
use super::super::{Block, Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::{Form, within};

/// People named in a cell; the rest are counted.
const NAMED: usize = 3;

/// The ledger of a period, oldest first.
pub(super) fn ledger(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_ledger_invites_name(lang), &words::days(lang, subject.period));
    let mut invites: Vec<&Invite> = desk
        .school
        .invites()
        .values()
        .map(AsRef::as_ref)
        .filter(|row| row.issued_on.is_some_and(|on| within(subject.period, on)))
        .collect();
    order::by_key(&mut invites, |row| (row.issued_on, row.id));
    let rows = invites.iter().map(|row| {
        vec![
            row.issued_on.map(date::short).unwrap_or_default().into(),
            target(&sheet, row).into(),
            words::invite_role(lang, row.role).into(),
            addressees(&sheet, row).into(),
            row.issued_by.map(|id| sheet.short(id, Case::Nominative)).unwrap_or_default().into(),
            handed(&sheet, row).into(),
            words::invite_state(lang, &row.state).into(),
        ]
    });
    let columns = [
        Column::mark(msg::paper_issued(lang)),
        Column::medium(msg::paper_target(lang)),
        Column::medium(msg::paper_role(lang)),
        Column::wide(msg::paper_addressees(lang)),
        Column::medium(msg::paper_issuer(lang)),
        Column::medium(msg::paper_handed(lang)),
        Column::medium(msg::paper_state(lang)),
    ];
    let table = Table::counted(lang, columns, rows);
    sheet.table(table, msg::doc_ledger_invites_none(lang));
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::InviteLedger))
}

/// Where an invite leads.
fn target(sheet: &Sheet<'_>, row: &Invite) -> String {
    match row.target {
        InviteTarget::Class(class) => sheet.class_name(class),
        InviteTarget::Chat(chat) => {
            sheet.desk.school.chats().get(&chat).map(|chat| chat.name.clone()).unwrap_or_default()
        }
    }
}

fn addressees(sheet: &Sheet<'_>, row: &Invite) -> String {
    let lang = sheet.lang();
    if row.addressees.is_empty() {
        return msg::paper_everybody(lang).to_owned();
    }
    let mut people: Vec<PersonId> = row.addressees.iter().copied().collect();
    sheet.sort_by_name(&mut people);
    let names: Vec<String> = people.iter().take(NAMED).map(|id| sheet.short(*id, Case::Nominative)).collect();
    let rest = people.len().saturating_sub(NAMED) as u64;
    let names = names.join(", ");
    if rest == 0 { names } else { msg::paper_and_more(lang, rest, &names) }
}

fn handed(sheet: &Sheet<'_>, row: &Invite) -> String {
    let sent = row.sent.iter().map(|sent| {
        let way = words::sending_way(sheet.lang(), sent.via);
        format!("{} {way}", date::short(sent.on))
    });
    sent.collect::<Vec<_>>().join(", ")
}

/// The act on the revocation of unclaimed links.
pub(super) fn revocation_act(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    let act: Option<LocalActId> = subject.record.map(Into::into);
    sheet.letterhead();
    sheet.title(msg::doc_act_revocation_name(lang), msg::doc_act_revocation_subject(lang));
    match sheet.act(act) {
        // The sweep registered its act already: the paper carries its number.
        Some(act) if stamp.is_none() => {
            sheet.push(Block::Requisites {
                date: date::long(lang, act.date).into(),
                number: msg::paper_numbered(lang, &act.number).into(),
                place: None,
            });
        }
        _ => sheet.requisites(),
    }
    let by = match sheet.administrator() {
        Some(row) => sheet.full(row.person, Case::Instrumental),
        None => sheet.gap(Missing::Administrator),
    };
    let regulation = words::regulation_in_force(desk, Case::Genitive);
    sheet.paragraph(msg::doc_act_revocation_text(lang, &by, &regulation));
    let mut invites: Vec<(&Invite, &str, chrono::NaiveDate)> = desk
        .school
        .invites()
        .values()
        .filter_map(|row| match &row.state {
            InviteState::Revoked { on, reason, act: under } if act.is_some() && *under == act => {
                Some((row.as_ref(), reason.as_str(), *on))
            }
            _ => None,
        })
        .collect();
    order::by_key(&mut invites, |(row, _, _)| (row.issued_on, row.id));
    if invites.is_empty() {
        let gap = sheet.gap(Missing::Sweep);
        sheet.paragraph(gap);
    } else {
        let rows = invites.iter().map(|(row, reason, on)| {
            vec![
                Line::from(row.issued_on.map(date::short).unwrap_or_default()),
                target(&sheet, row).into(),
                words::invite_role(lang, row.role).into(),
                addressees(&sheet, row).into(),
                (*reason).into(),
                date::short(*on).into(),
            ]
        });
        let columns = [
            Column::mark(msg::paper_issued(lang)),
            Column::medium(msg::paper_target(lang)),
            Column::medium(msg::paper_role(lang)),
            Column::wide(msg::paper_addressees(lang)),
            Column::medium(msg::paper_reason(lang)),
            Column::mark(msg::paper_revoked(lang)),
        ];
        let table = Table::counted(lang, columns, rows);
        sheet.push(Block::Table(table));
        sheet.paragraph(msg::doc_act_revocation_total(lang, invites.len() as u64));
    }
    sheet.paragraph(msg::doc_act_revocation_kept(lang));
    sheet.administrator_signature();
    sheet.head_signature();
    sheet.finish(words::form(lang, Form::RevocationAct))
}
