//! Events: broadcasts (2.1/14), meetings (2.2/6), remote lessons (2.4/4), events of a class (2.3/4), webinars for pedagogues (3.4).

mod act;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::channel::AudienceGroup;
use super::clause::ClauseId;
use super::id::{ActivityGroupId, ChatId, ClassId, EventId, LoadLineId, LocalActId, PersonId};
use super::person::is_default;
use crate::clause;

pub use act::{EventStep, MoveEvent, PlanEvent};

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Event {
    /// Identity.
    pub id: EventId,
    /// What it is.
    pub kind: EventKind,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The day.
    pub on: NaiveDate,
    /// When it begins, in minutes after midnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u16>,
    /// How long it takes, in minutes; 0 while unknown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes: u16,
    /// How it is held.
    pub format: EventFormat,
    /// The room of a hybrid event, or where its host sits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<PersonId>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub audience: Audience,
    /// Its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// Agenda or programme.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agenda: String,
    /// What was decided or done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// The protocol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<LocalActId>,
    /// Who took part, where it is written down (3.4).
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub attended: BTreeSet<PersonId>,
    /// How far it is.
    pub state: EventState,
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum EventKind {
    /// A broadcast for many (2.1/14).
    Broadcast,
    /// A meeting by video (2.2/6).
    Meeting,
    /// A lesson with remote technologies (2.4/4).
    Lesson,
    /// An event of a class (2.3/4).
    ClassEvent,
    /// A seminar or webinar on methods (3.4).
    Webinar,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Broadcast, Self::Meeting, Self::Lesson, Self::ClassEvent, Self::Webinar];

    /// The clause that such an event rests on.
    #[must_use]
    pub fn clause(self) -> ClauseId {
        match self {
            Self::Broadcast => clause!("2.1/14"),
            Self::Meeting => clause!("2.2/6"),
            Self::ClassEvent => clause!("2.3/4"),
            Self::Lesson => clause!("2.4/4"),
            Self::Webinar => clause!("3.4"),
        }
    }
}

/// How an event is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum EventFormat {
    /// By video only.
    #[default]
    Online,
    /// In a room and by video.
    Hybrid,
}

/// Whom an event is for; the people follow from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Audience {
    /// Whole groups.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub groups: BTreeSet<AudienceGroup>,
    /// The students of classes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub classes: BTreeSet<ClassId>,
    /// The representatives of classes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub parents_of: BTreeSet<ClassId>,
    /// The students of a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LoadLineId>,
    /// The students of a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<ActivityGroupId>,
    /// The members of a chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<ChatId>,
    /// People by name.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub people: BTreeSet<PersonId>,
}

impl Audience {
    /// Whether nobody is meant.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How far an event is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum EventState {
    /// Planned.
    Planned,
    /// The equipment was tried.
    Rehearsed {
        /// When.
        on: NaiveDate,
    },
    /// It took place.
    Held {
        /// When.
        on: NaiveDate,
    },
    /// It will not be.
    Cancelled {
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

impl EventState {
    /// Whether it is still to come.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Planned | Self::Rehearsed { .. })
    }
}

#[cfg(test)]
mod tests;
