//! System channels, the material for them and the publications (2.1/13, 2.2/5).

mod act;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ChannelId, MaterialId, PersonId, PublicationId};

pub use act::{MaterialStep, MoveMaterial, MovePublication, PlanPublication, PublicationStep, SaveChannel};

/// A channel of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Channel {
    /// Identity.
    pub id: ChannelId,
    /// Which one it is.
    pub kind: ChannelKind,
    /// Its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub audience: BTreeSet<AudienceGroup>,
    /// Who publishes in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor: Option<PersonId>,
    /// Its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// When it was created on the platform; none while it is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_on: Option<NaiveDate>,
    /// When it was put away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_on: Option<NaiveDate>,
    /// People who read it and do not belong there.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub extra: BTreeSet<PersonId>,
}

/// Which channel it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ChannelKind {
    /// The channel for everybody (2.1/13).
    General,
    /// The channel of the staff (2.1/13).
    Staff,
    /// Another channel of the school.
    Other,
}

impl ChannelKind {
    /// Every kind; the two that the regulation names come first.
    pub const ALL: [Self; 3] = [Self::General, Self::Staff, Self::Other];
}

/// A group of people whom something is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum AudienceGroup {
    /// The head and the deputies.
    Administration,
    /// All pedagogues.
    Pedagogues,
    /// The whole staff.
    Staff,
    /// All students.
    Students,
    /// All representatives.
    Parents,
}

impl AudienceGroup {
    /// Every group.
    pub const ALL: [Self; 5] = [Self::Administration, Self::Pedagogues, Self::Staff, Self::Students, Self::Parents];

    /// Its name in the file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administration => "administration",
            Self::Pedagogues => "pedagogues",
            Self::Staff => "staff",
            Self::Students => "students",
            Self::Parents => "parents",
        }
    }

    /// Whether everybody in it holds a post.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Administration | Self::Pedagogues | Self::Staff)
    }
}

/// What is no name of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such group")]
pub struct NotAGroup;

impl std::str::FromStr for AudienceGroup {
    type Err = NotAGroup;
    fn from_str(text: &str) -> Result<Self, NotAGroup> {
        Self::ALL.into_iter().find(|group| group.code() == text).ok_or(NotAGroup)
    }
}

/// What the administration gives for a channel (2.2/5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Material {
    /// Identity.
    pub id: MaterialId,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The text, or where it lies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// For which channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// Who gives it; of the administration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<PersonId>,
    /// Until when it is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: MaterialState,
}

/// How far a material is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum MaterialState {
    /// Asked for.
    Requested,
    /// Handed in.
    Submitted {
        /// When.
        on: NaiveDate,
    },
    /// Given back to be mended.
    Returned {
        /// When.
        on: NaiveDate,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Ready to be published.
    Accepted {
        /// When.
        on: NaiveDate,
    },
}

/// A publication in a channel (2.1/13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Publication {
    /// Identity.
    pub id: PublicationId,
    /// Title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Where.
    pub channel: ChannelId,
    /// For which day it is planned.
    pub planned_on: NaiveDate,
    /// What it is made of (2.2/5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material: Option<MaterialId>,
    /// How far it is.
    pub state: PublicationState,
}

/// How far a publication is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum PublicationState {
    /// Thought of.
    Idea,
    /// The material is there.
    Material,
    /// Ready to go out.
    Ready,
    /// Out.
    Published {
        /// When.
        on: NaiveDate,
    },
    /// Will not be.
    Cancelled {
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

#[cfg(test)]
mod tests;
