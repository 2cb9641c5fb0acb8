//! The move to another platform: what takes the place of a chat, a channel or a class there (SPEC section 9).

mod act;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ChannelId, ChatId, ClassId, CounterpartId, PersonId};

pub use act::{Move, MoveStep, PlanMove, SwitchPlatform};

/// What takes the place of something on the next platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Counterpart {
    /// Identity.
    pub id: CounterpartId,
    /// Of what.
    pub of: CounterpartOf,
    /// Its name there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its address there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// How far the move is.
    pub state: CounterpartState,
    /// When the old one becomes read-only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only_on: Option<NaiveDate>,
    /// Members who have not moved yet.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missing: BTreeSet<PersonId>,
}

/// What is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum CounterpartOf {
    /// A chat.
    Chat(ChatId),
    /// A channel.
    Channel(ChannelId),
    /// A class or the staff room.
    Class(ClassId),
}

/// How far a move is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum CounterpartState {
    /// To be created.
    Planned,
    /// It exists there.
    Created {
        /// When.
        on: NaiveDate,
    },
    /// Everybody has moved.
    Moved {
        /// When.
        on: NaiveDate,
    },
    /// It is not moved.
    NotNeeded {
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

impl CounterpartState {
    /// Whether nothing is left to do.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Moved { .. } | Self::NotNeeded { .. })
    }
}
