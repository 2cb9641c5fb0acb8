//! Acts on events. Who may run or attend one is asked of the regulation before; the answer comes with the act.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Event, EventKind, EventState};
use crate::domain::act::{Act, Leave, said};
use crate::domain::clause::ClauseId;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{EventId, LocalActId, PersonId};
use crate::domain::label::Verb;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};

/// Plans an event or changes its plan (2.1/14, 2.2/6, 2.3/4, 2.4/4, 3.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanEvent {
    /// The event as it is to be.
    pub event: Event,
    /// Whether its host may run it.
    pub leave: Leave,
    /// [`Verb::PlanEvent`] or [`Verb::Edit`].
    pub verb: Verb,
}

impl Act for PlanEvent {
    fn clause(&self) -> ClauseId {
        self.event.kind.clause()
    }

    fn verb(&self) -> Verb {
        self.verb
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Event
    }

    fn subject(&self, _: &School) -> String {
        self.event.title.clone()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let event = &self.event;
        let refuse = |reason| Err(Refusal::new(event.kind.clause(), reason));
        let title = || event.title.clone();
        let audience = &event.audience;
        match event.kind {
            // 2.4/4: a lesson is one of the plan.
            EventKind::Lesson if audience.line.is_none() && audience.activity.is_none() => {
                return refuse(Reason::NoLine { title: title() });
            }
            // 2.3/4: an event of a class has its class.
            EventKind::ClassEvent if audience.classes.is_empty() && audience.parents_of.is_empty() => {
                return refuse(Reason::NoClasses);
            }
            // 2.1/14: somebody is meant.
            _ if audience.is_empty() => return refuse(Reason::NoAudience { title: title() }),
            // 3.4: a webinar may be run by somebody outside the school.
            EventKind::Webinar => {}
            // 2.1/14: a host is set.
            _ if event.host.is_none() => return refuse(Reason::NoHost { title: title() }),
            _ => {}
        }
        self.leave.clone()?;
        draft.save(event.clone());
        Ok(())
    }
}

/// Takes an event a step further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveEvent {
    /// Which.
    pub id: EventId,
    /// What it is.
    pub kind: EventKind,
    /// What happens.
    pub step: EventStep,
    /// Whether the people who attended may (3.4).
    pub leave: Leave,
}

/// What happens to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventStep {
    /// The equipment was tried.
    Rehearse {
        /// When.
        on: NaiveDate,
    },
    /// It took place.
    Hold {
        /// When.
        on: NaiveDate,
        /// Who took part, where it is written down.
        attended: BTreeSet<PersonId>,
        /// What was decided or done.
        outcome: String,
        /// The protocol.
        protocol: Option<LocalActId>,
    },
    /// It will not be.
    Cancel {
        /// Why.
        reason: String,
    },
    /// It is planned again.
    Reopen,
}

impl Act for MoveEvent {
    fn clause(&self) -> ClauseId {
        self.kind.clause()
    }

    fn verb(&self) -> Verb {
        match self.step {
            EventStep::Rehearse { .. } => Verb::RehearseEvent,
            EventStep::Hold { .. } => Verb::HoldEvent,
            EventStep::Cancel { .. } => Verb::CancelEvent,
            EventStep::Reopen => Verb::Reopen,
        }
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Event
    }

    fn subject(&self, school: &School) -> String {
        school.events().get(&self.id).map(|row| row.title.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        let mut event: Event = draft.row(self.id, self.clause())?;
        let clause = self.clause();
        let is_open = event.state.is_open();
        let wrong = || Err(Refusal::new(clause, Reason::WrongState { what: event.title.clone() }));
        event.state = match &self.step {
            EventStep::Rehearse { on } if event.state == EventState::Planned => EventState::Rehearsed { on: *on },
            EventStep::Hold { on, attended, outcome, protocol } if is_open => {
                if *on > context.today {
                    return Err(Refusal::new(clause, Reason::NotYet { day: *on }));
                }
                self.leave.clone()?;
                event.attended.clone_from(attended);
                outcome.trim().clone_into(&mut event.outcome);
                event.protocol = *protocol;
                EventState::Held { on: *on }
            }
            EventStep::Cancel { reason } if is_open => EventState::Cancelled { reason: said(reason, clause)? },
            EventStep::Reopen if !is_open => EventState::Planned,
            _ => return wrong(),
        };
        draft.save(event);
        Ok(())
    }
}
