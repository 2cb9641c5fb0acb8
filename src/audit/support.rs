//! L17, L18, L21: help, the report to the head, the control of the administration.

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{
    CaseState, ControlCheck, ControlScope, FindingState, PersonId, StatAccess, SupportTicket, TicketState, VendorCase,
};

pub(super) fn tickets(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.school.tickets().values().filter(|row| row.state == TicketState::Open) {
        let ticket = row.id;
        let mut say = |issue| {
            let finding = Finding::warning(Lint::Support, clause!("2.1/15"), issue, Remedy::Support);
            found.push(finding.people(row.from).classes(row.class).shown_by::<SupportTicket>(ticket));
        };
        // 2.1/15: somebody helps, and in time.
        if row.owner.is_none() {
            say(Issue::TicketWithoutOwner { ticket });
        }
        let days = chrono::Days::new(ground.settings.ticket_days.into());
        let due = row.due.or_else(|| row.opened_on.checked_add_days(days));
        if let Some(due) = due.filter(|due| *due < ground.today) {
            say(Issue::TicketOverdue { ticket, days: ground.age(due) });
        }
    }
    // 2.1/16: a letter to support keeps the request it came from.
    for row in ground.school.cases().values() {
        let is_open = matches!(row.state, CaseState::Sent { .. } | CaseState::Answered { .. });
        if is_open && row.tickets.is_empty() {
            let issue = Issue::CaseWithoutTicket { case: row.id };
            let finding = Finding::warning(Lint::Support, clause!("2.1/16"), issue, Remedy::Support);
            found.push(finding.shown_by::<VendorCase>(row.id));
        }
    }
}

/// 2.1/17: the head hears of the use; that there is no access is an answer too.
pub(super) fn reports(ground: &Ground, found: &mut Vec<Finding>) {
    let days = ground.settings.report_days;
    let start = ground.period_start(days);
    let is_told = ground.school.reports().values().any(|row| {
        let is_recent = |day: Option<chrono::NaiveDate>| day.is_some_and(|day| day >= start);
        is_recent(row.submitted.map(|submission| submission.on))
            || row.access == StatAccess::NoAccess && is_recent(row.period.to.or(row.period.from))
    });
    if !is_told && !ground.is_early(days) {
        found.push(Finding::error(Lint::Report, clause!("2.1/17"), Issue::NoReport { days }, Remedy::Statistics));
    }
}

/// 2.2/7: the administration controls the use, and nobody controls the own work.
pub(super) fn checks(ground: &Ground, found: &mut Vec<Finding>) {
    let days = ground.settings.control_days;
    let start = ground.period_start(days);
    if !ground.is_early(days) && !ground.school.checks().values().any(|row| row.on >= start) {
        found.push(Finding::error(Lint::Control, clause!("2.2/7"), Issue::NoCheck { days }, Remedy::Checks));
    }
    for row in ground.school.checks().values() {
        let (check, remedy) = (row.id, Remedy::Check(row.id));
        let mut say = |issue, people: Vec<PersonId>| {
            let finding = Finding::error(Lint::Control, clause!("2.2/7"), issue, remedy);
            found.push(finding.people(people).shown_by::<ControlCheck>(check));
        };
        match row.checker {
            None => say(Issue::NoChecker { check }, Vec::new()),
            Some(person) if !ground.is_administration(person, row.on) => {
                say(Issue::CheckerOutside { check, person }, vec![person]);
            }
            Some(person) if subject(ground, row) == Some(person) => {
                say(Issue::CheckerChecked { check, person }, vec![person]);
            }
            Some(_) => {}
        }
        let late = row.findings.iter().filter(|finding| {
            finding.state == FindingState::Open && finding.deadline.is_some_and(|day| day < ground.today)
        });
        let late: Vec<_> = late.collect();
        if let Some(deadline) = late.iter().filter_map(|finding| finding.deadline).min() {
            let people = late.iter().filter_map(|finding| finding.responsible).collect();
            say(Issue::CheckOverdue { check, count: late.len(), deadline }, people);
        }
    }
}

/// Whose work a check looks at.
fn subject(ground: &Ground, row: &ControlCheck) -> Option<PersonId> {
    match row.scope {
        ControlScope::Person(person) => Some(person),
        ControlScope::Class(class) => {
            let mut terms = ground.school.homerooms().values();
            terms.find(|term| term.class == class && term.period.contains(row.on)).map(|term| term.teacher)
        }
        ControlScope::Chat(chat) => ground.school.chats().get(&chat)?.owner,
        ControlScope::Event(event) => ground.school.events().get(&event)?.host,
        ControlScope::School | ControlScope::Clause(_) => None,
    }
}
