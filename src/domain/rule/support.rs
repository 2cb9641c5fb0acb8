//! Rules of requests for help, letters to support and frequent questions (2.1/15, 2.1/16).

use chrono::NaiveDate;

use super::{Verdict, bounded, refuse, required, text};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::refusal::Reason;
use crate::domain::{CaseState, FaqEntry, SupportTicket, TicketState, VendorCase};

/// 2.1/15: a request has a topic and is not due before it came.
pub fn tickets(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<SupportTicket>() {
        required(&row.topic)?;
        text(&row.text)?;
        if let TicketState::Answered { answer, .. } | TicketState::Closed { answer, .. } = &row.state {
            text(answer)?;
        }
        if row.due.is_some_and(|due| due < row.opened_on) {
            return refuse(clause!("2.1/15"), Reason::PeriodBackwards);
        }
    }
    Ok(())
}

/// 2.1/16: a letter has a subject.
pub fn cases(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<VendorCase>() {
        required(&row.subject)?;
        bounded(&row.number)?;
        text(&row.text)?;
        if let CaseState::Answered { answer, .. } | CaseState::Closed { answer, .. } = &row.state {
            text(answer)?;
        }
    }
    Ok(())
}

/// 2.1/15: a frequent question has its answer.
pub fn faq(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<FaqEntry>() {
        required(&row.topic)?;
        if row.answer.trim().is_empty() {
            return refuse(clause!("2.1/15"), Reason::EmptyField);
        }
        text(&row.answer)?;
    }
    Ok(())
}
