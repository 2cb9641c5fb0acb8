//! The acts of a move: planning what takes the place of chats, channels and classes, telling how far it is, switching.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Counterpart, CounterpartOf, CounterpartState};
use crate::clause;
use crate::domain::act::Act;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{CounterpartId, Only, PersonId};
use crate::domain::label::Verb;
use crate::domain::record::{RecordKey, RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::{Channel, Chat, ClauseId, NextPlatform, PlatformProfile};

/// Plans what takes the place of things on the next platform, as one act.
#[derive(Debug, Clone)]
pub struct PlanMove {
    /// What is planned.
    pub rows: Vec<Counterpart>,
}

/// Says how far the move of things is.
#[derive(Debug, Clone)]
pub struct Move {
    /// Which ones.
    pub ids: BTreeSet<CounterpartId>,
    /// What is said.
    pub step: MoveStep,
}

/// A step of a move.
#[derive(Debug, Clone)]
pub enum MoveStep {
    /// It is to be created, again.
    Plan,
    /// It exists there.
    Create {
        /// When.
        on: NaiveDate,
    },
    /// Its members have moved; who has not is named.
    Arrive {
        /// When.
        on: NaiveDate,
        /// Who has not moved yet.
        missing: BTreeSet<PersonId>,
    },
    /// It is not moved.
    Excuse {
        /// Why.
        reason: String,
    },
    /// The old one becomes read-only on a day.
    CloseOn {
        /// When; none takes the day back.
        on: Option<NaiveDate>,
    },
}

/// Replaces the platform by the next one; links of the counterparts take the place of the old ones.
#[derive(Debug, Clone, Copy)]
pub struct SwitchPlatform;

/// The text knows one platform, so the move rests on what it leaves to others (4.3).
const CLAUSE: ClauseId = clause!("4.3");

impl Act for PlanMove {
    fn clause(&self) -> ClauseId {
        CLAUSE
    }

    fn verb(&self) -> Verb {
        Verb::Migrate
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Counterpart
    }

    fn subject(&self, _: &School) -> String {
        named(self.rows.iter())
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        if draft.get::<NextPlatform>(Only).is_none() {
            return Err(Refusal::new(CLAUSE, Reason::NoNextPlatform));
        }
        self.rows.iter().cloned().for_each(|row| draft.save(row));
        Ok(())
    }
}

impl Act for Move {
    fn clause(&self) -> ClauseId {
        CLAUSE
    }

    fn verb(&self) -> Verb {
        Verb::Migrate
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Counterpart
    }

    fn subject(&self, school: &School) -> String {
        named(self.ids.iter().filter_map(|id| school.counterparts().get(id)).map(AsRef::as_ref))
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        if self.ids.is_empty() {
            return Err(Refusal::new(CLAUSE, Reason::NobodyChosen));
        }
        for id in &self.ids {
            let row = draft.get::<Counterpart>(*id).cloned();
            let Some(mut row) = row else {
                return Err(Refusal::new(CLAUSE, Reason::MissingRecord { kind: RecordKind::Counterpart }));
            };
            match &self.step {
                MoveStep::Plan => row.state = CounterpartState::Planned,
                MoveStep::Create { on } => row.state = CounterpartState::Created { on: *on },
                MoveStep::Arrive { on, missing } if missing.is_empty() => {
                    row.missing.clear();
                    row.state = CounterpartState::Moved { on: *on };
                }
                MoveStep::Arrive { on, missing } => {
                    row.missing.clone_from(missing);
                    // It exists since it was said to; only who has not come is new.
                    if !matches!(row.state, CounterpartState::Created { .. }) {
                        row.state = CounterpartState::Created { on: *on };
                    }
                }
                MoveStep::Excuse { reason } => row.state = CounterpartState::NotNeeded { reason: reason.clone() },
                MoveStep::CloseOn { on } => row.read_only_on = *on,
            }
            draft.save(row);
        }
        Ok(())
    }
}

impl Act for SwitchPlatform {
    fn clause(&self) -> ClauseId {
        CLAUSE
    }

    fn verb(&self) -> Verb {
        Verb::Migrate
    }

    fn kind(&self) -> RecordKind {
        RecordKind::PlatformProfile
    }

    fn subject(&self, school: &School) -> String {
        school.next_platform().values().next().map(|next| next.profile.name.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let Some(next) = draft.get::<NextPlatform>(Only).cloned() else {
            return Err(Refusal::new(CLAUSE, Reason::NoNextPlatform));
        };
        let rows: Vec<Counterpart> = draft.rows::<Counterpart>().cloned().collect();
        let count = rows.iter().filter(|row| !row.state.is_over()).count() as u64;
        if count > 0 {
            return Err(Refusal::new(CLAUSE, Reason::MoveUnfinished { count }));
        }
        for row in rows {
            take_over(draft, &row);
            draft.remove(RecordKey::to::<Counterpart>(row.id));
        }
        draft.remove(RecordKey::to::<NextPlatform>(Only));
        draft.save::<PlatformProfile>(next.profile);
        Ok(())
    }
}

/// Gives the old chat or channel the name and the link of what took its place.
fn take_over(draft: &mut Draft, row: &Counterpart) {
    fn replace(slot: &mut String, with: &str) {
        if !with.is_empty() {
            with.clone_into(slot);
        }
    }
    if !matches!(row.state, CounterpartState::Moved { .. }) {
        return;
    }
    match row.of {
        CounterpartOf::Chat(id) => {
            if let Some(mut chat) = draft.get::<Chat>(id).cloned() {
                replace(&mut chat.name, &row.name);
                replace(&mut chat.link, &row.link);
                draft.save(chat);
            }
        }
        CounterpartOf::Channel(id) => {
            if let Some(mut channel) = draft.get::<Channel>(id).cloned() {
                replace(&mut channel.name, &row.name);
                replace(&mut channel.link, &row.link);
                draft.save(channel);
            }
        }
        // A class keeps its label: it is the school's, not the platform's.
        CounterpartOf::Class(_) => {}
    }
}

fn named<'a>(rows: impl Iterator<Item = &'a Counterpart>) -> String {
    const NAMED: usize = 3;
    rows.take(NAMED).map(|row| row.name.as_str()).collect::<Vec<_>>().join(", ")
}
