//! Acts on requests for help, letters to the platform's support and frequent questions.

use chrono::NaiveDate;

use super::{CaseState, FaqEntry, SupportTicket, TicketState, VendorCase};
use crate::clause;
use crate::domain::act::{Act, Leave, said};
use crate::domain::clause::ClauseId;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{SupportTicketId, VendorCaseId};
use crate::domain::label::Verb;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};

/// Writes down a request for help, or changes it (2.1/15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveTicket {
    /// The request.
    pub ticket: SupportTicket,
    /// Whether its owner may help participants.
    pub leave: Leave,
    /// [`Verb::OpenTicket`] or [`Verb::Edit`].
    pub verb: Verb,
}

impl Act for SaveTicket {
    fn clause(&self) -> ClauseId {
        clause!("2.1/15")
    }

    fn verb(&self) -> Verb {
        self.verb
    }

    fn kind(&self) -> RecordKind {
        RecordKind::SupportTicket
    }

    fn subject(&self, _: &School) -> String {
        self.ticket.topic.clone()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        // 2.1/15: each request has somebody who answers it.
        if self.ticket.owner.is_none() {
            return Err(Refusal::new(clause!("2.1/15"), Reason::NoOwner { topic: self.ticket.topic.clone() }));
        }
        self.leave.clone()?;
        draft.save(self.ticket.clone());
        Ok(())
    }
}

/// Takes a request for help a step further (2.1/15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveTicket {
    /// Which.
    pub id: SupportTicketId,
    /// What happens.
    pub step: TicketStep,
}

/// What happens to a request for help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketStep {
    /// It was answered.
    Answer {
        /// When.
        on: NaiveDate,
        /// What.
        answer: String,
    },
    /// It is settled.
    Close {
        /// When.
        on: NaiveDate,
    },
    /// It is open again.
    Reopen,
}

impl Act for MoveTicket {
    fn clause(&self) -> ClauseId {
        clause!("2.1/15")
    }

    fn verb(&self) -> Verb {
        match self.step {
            TicketStep::Answer { .. } => Verb::AnswerTicket,
            TicketStep::Close { .. } => Verb::CloseTicket,
            TicketStep::Reopen => Verb::Reopen,
        }
    }

    fn kind(&self) -> RecordKind {
        RecordKind::SupportTicket
    }

    fn subject(&self, school: &School) -> String {
        school.tickets().get(&self.id).map(|row| row.topic.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let clause = self.clause();
        let mut ticket: SupportTicket = draft.row(self.id, clause)?;
        // 2.1/15: each request has somebody who answers it.
        if ticket.owner.is_none() && !matches!(self.step, TicketStep::Reopen) {
            return Err(Refusal::new(clause, Reason::NoOwner { topic: ticket.topic }));
        }
        ticket.state = match (&self.step, &ticket.state) {
            (TicketStep::Answer { on, answer }, TicketState::Open | TicketState::Answered { .. }) => {
                TicketState::Answered { on: *on, answer: said(answer, clause)? }
            }
            (TicketStep::Close { on }, TicketState::Answered { answer, .. }) => {
                TicketState::Closed { on: *on, answer: answer.clone() }
            }
            (TicketStep::Reopen, TicketState::Answered { .. } | TicketState::Closed { .. }) => TicketState::Open,
            _ => return Err(Refusal::new(clause, Reason::WrongState { what: ticket.topic })),
        };
        draft.save(ticket);
        Ok(())
    }
}

/// Makes a letter to the platform's support of requests that the school cannot answer itself (2.1/16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalate {
    /// The letter with the requests it is about.
    pub case: VendorCase,
}

impl Act for Escalate {
    fn clause(&self) -> ClauseId {
        clause!("2.1/16")
    }

    fn verb(&self) -> Verb {
        Verb::Escalate
    }

    fn kind(&self) -> RecordKind {
        RecordKind::VendorCase
    }

    fn subject(&self, _: &School) -> String {
        self.case.subject.clone()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        // 2.1/16: a letter is about requests, and keeps the link to them.
        if self.case.tickets.is_empty() {
            return Err(Refusal::new(clause!("2.1/16"), Reason::NoTickets));
        }
        draft.save(self.case.clone());
        Ok(())
    }
}

/// Takes a letter to support a step further (2.1/16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveCase {
    /// Which.
    pub id: VendorCaseId,
    /// What happens.
    pub step: CaseStep,
}

/// What happens to a letter to support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseStep {
    /// It went out.
    Send {
        /// When.
        on: NaiveDate,
        /// The number that support gave, where it did at once.
        number: String,
    },
    /// Support answered.
    Answer {
        /// When.
        on: NaiveDate,
        /// The number that support gave.
        number: String,
        /// What.
        answer: String,
    },
    /// The matter is settled.
    Close {
        /// When.
        on: NaiveDate,
    },
    /// It is to be written again.
    Reopen,
}

impl Act for MoveCase {
    fn clause(&self) -> ClauseId {
        clause!("2.1/16")
    }

    fn verb(&self) -> Verb {
        match self.step {
            CaseStep::Send { .. } => Verb::SendCase,
            CaseStep::Answer { .. } => Verb::AnswerCase,
            CaseStep::Close { .. } => Verb::CloseCase,
            CaseStep::Reopen => Verb::Reopen,
        }
    }

    fn kind(&self) -> RecordKind {
        RecordKind::VendorCase
    }

    fn subject(&self, school: &School) -> String {
        school.cases().get(&self.id).map(|row| row.subject.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let clause = self.clause();
        let mut case: VendorCase = draft.row(self.id, clause)?;
        case.state = match (&self.step, &case.state) {
            (CaseStep::Send { on, number }, CaseState::Draft) => {
                if case.tickets.is_empty() {
                    return Err(Refusal::new(clause, Reason::NoTickets));
                }
                number.trim().clone_into(&mut case.number);
                CaseState::Sent { on: *on }
            }
            (CaseStep::Answer { on, number, answer }, CaseState::Sent { on: sent }) => {
                if on < sent {
                    return Err(Refusal::new(clause, Reason::PeriodBackwards));
                }
                let state = CaseState::Answered { sent: *sent, on: *on, answer: said(answer, clause)? };
                number.trim().clone_into(&mut case.number);
                state
            }
            (CaseStep::Close { on }, CaseState::Answered { answer, .. }) => {
                CaseState::Closed { on: *on, answer: answer.clone() }
            }
            (CaseStep::Close { on }, CaseState::Sent { .. }) => CaseState::Closed { on: *on, answer: String::new() },
            (CaseStep::Reopen, CaseState::Sent { .. } | CaseState::Answered { .. } | CaseState::Closed { .. }) => {
                CaseState::Draft
            }
            _ => return Err(Refusal::new(clause, Reason::WrongState { what: case.subject })),
        };
        draft.save(case);
        Ok(())
    }
}

/// Writes an answer to a frequent question (2.1/15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteFaq {
    /// The question with its answer.
    pub entry: FaqEntry,
}

impl Act for WriteFaq {
    fn clause(&self) -> ClauseId {
        clause!("2.1/15")
    }

    fn verb(&self) -> Verb {
        Verb::WriteFaq
    }

    fn kind(&self) -> RecordKind {
        RecordKind::FaqEntry
    }

    fn subject(&self, _: &School) -> String {
        self.entry.topic.clone()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        draft.save(self.entry.clone());
        Ok(())
    }
}
