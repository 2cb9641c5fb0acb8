//! Recording a movement: the records that follow from it, what is to be done on the platform, and what is known of chats.

use std::collections::{BTreeMap, BTreeSet};

use super::effect::{self, Handover};
use super::{Movement, MovementKind};
use crate::clause;
use crate::domain::act::Act;
use crate::domain::clause::ClauseId;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{ChatId, EnrolmentId, HomeroomAssignmentId, LoadLineId, PersonId};
use crate::domain::label::Verb;
use crate::domain::person::Person;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::Refusal;
use crate::domain::staff::Position;
use crate::domain::{Chat, Record};

/// What a movement makes known of a chat that exists on the platform: nobody is in or out until it is done there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChatNews {
    /// People who belong into it from now on and are not in it yet.
    pub missing: BTreeSet<PersonId>,
    /// People who do not belong into it any more and are still in it.
    pub extra: BTreeSet<PersonId>,
}

/// Records a movement (2.1/11).
#[derive(Debug, Clone, PartialEq)]
pub struct RecordMovement {
    /// The movement with its steps.
    pub movement: Movement,
    /// The person, where the movement brings somebody new or their data change.
    pub person: Option<Person>,
    /// The post of somebody who is hired.
    pub post: Option<Position>,
    /// Identity of the new stay.
    pub stay: EnrolmentId,
    /// Subgroups that the student joins; lines that somebody who comes back takes over.
    pub lines: BTreeSet<LoadLineId>,
    /// What becomes of the work of somebody who goes.
    pub handover: Handover,
    /// Identities for terms of other class teachers.
    pub terms: Vec<HomeroomAssignmentId>,
    /// What becomes known of chats.
    pub chats: BTreeMap<ChatId, ChatNews>,
}

impl RecordMovement {
    /// Writes the records that follow from the movement, without the movement itself.
    pub fn effects(&self, draft: &mut Draft) -> Result<(), Refusal> {
        effect::write(self, draft)
    }

    /// The movement with the class that is left, as the draft knows it before.
    fn told(&self, draft: &Draft) -> Movement {
        let mut movement = self.movement.clone();
        if movement.kind.is_of_student() && movement.kind != MovementKind::Enrol {
            movement.from = effect::stay(draft, movement.person, movement.on).map(|stay| stay.class);
        }
        movement
    }
}

impl Act for RecordMovement {
    fn clause(&self) -> ClauseId {
        clause!("2.1/11")
    }

    fn verb(&self) -> Verb {
        Verb::RecordMovement
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Movement
    }

    fn subject(&self, school: &School) -> String {
        let person = &self.person;
        person
            .as_ref()
            .map_or_else(|| Record::new(self.movement.clone()).caption(school), |person| person.name.to_string())
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let movement = self.told(draft);
        self.effects(draft)?;
        draft.save(movement);
        for (id, news) in &self.chats {
            let Some(mut chat) = draft.get::<Chat>(*id).cloned() else { continue };
            // Who was known to be out already has nothing to leave, and the other way round.
            for person in &news.extra {
                if !chat.missing.remove(person) {
                    chat.extra.insert(*person);
                }
            }
            for person in &news.missing {
                if !chat.extra.remove(person) {
                    chat.missing.insert(*person);
                }
            }
            draft.save(chat);
        }
        Ok(())
    }
}
