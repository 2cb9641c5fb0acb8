//! Chats as they are on the platform. Who belongs into one is derived from its rule; stored are only exceptions and known differences (SPEC section 4).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ActivityGroupId, ChatId, ClassId, PersonId, SubjectId};

/// A chat of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Chat {
    /// Identity.
    pub id: ChatId,
    /// The rule of the edition that it follows, such as `class-students`.
    pub rule: ChatRuleId,
    /// What it is for.
    pub scope: ChatScope,
    /// Its name on the platform.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is for, where the rule asks for a purpose (2.2/6e, 2.3/3d, 2.4/3b).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// Who owns it on the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// Who moderates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderator: Option<PersonId>,
    /// Its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// How far it is.
    pub state: ChatState,
    /// Hours without messages; the school's default where none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet: Option<QuietHours>,
    /// Rules of the chat; the school's default where empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rules: String,
    /// Members beyond the rule, with the reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub include: BTreeMap<PersonId, String>,
    /// People of the rule who stay out, with the reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub exclude: BTreeMap<PersonId, String>,
    /// When its real members were last compared with the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<NaiveDate>,
    /// People who belong into it and are known not to be in it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub missing: BTreeSet<PersonId>,
    /// People who do not belong into it and are known to be in it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub extra: BTreeSet<PersonId>,
    /// Members who are known to have a wrong role.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub misroled: BTreeSet<PersonId>,
    /// Names of members whom nobody of the roster matches.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub strangers: BTreeSet<String>,
}

impl Chat {
    /// A chat of which nothing is known but what it is for.
    #[must_use]
    pub fn new(id: ChatId, rule: ChatRuleId, scope: ChatScope, state: ChatState) -> Self {
        Self {
            id,
            rule,
            scope,
            name: String::new(),
            purpose: String::new(),
            owner: None,
            moderator: None,
            link: String::new(),
            state,
            quiet: None,
            rules: String::new(),
            include: BTreeMap::new(),
            exclude: BTreeMap::new(),
            checked: None,
            missing: BTreeSet::new(),
            extra: BTreeSet::new(),
            misroled: BTreeSet::new(),
            strangers: BTreeSet::new(),
        }
    }
}

/// Names a rule of the edition by which chats are required or allowed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ChatRuleId(pub String);

impl From<&str> for ChatRuleId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// What a chat is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ChatScope {
    /// The whole school.
    School,
    /// A class.
    Class(ClassId),
    /// A subject in a class, or a subgroup of it.
    Subject {
        /// The class.
        class: ClassId,
        /// The subject.
        subject: SubjectId,
        /// The subgroup; empty for the whole class.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        group: String,
    },
    /// An extracurricular group.
    Activity(ActivityGroupId),
}

/// How far a chat is. A required chat without a record is still to be created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ChatState {
    /// The school does without it.
    NotRequired {
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// Who decided, as signed.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        by: String,
    },
    /// It was created on the platform.
    Created {
        /// When.
        on: NaiveDate,
    },
    /// It is in use.
    Active {
        /// Since when.
        since: NaiveDate,
    },
    /// Nobody writes any more.
    ReadOnly {
        /// Since when.
        on: NaiveDate,
    },
    /// It is put away.
    Archived {
        /// When.
        on: NaiveDate,
    },
}

/// Hours without messages, in minutes after midnight; they may pass midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QuietHours {
    /// First minute.
    pub from: u16,
    /// First minute after it.
    pub to: u16,
}

impl ChatState {
    /// The day from which the state holds; none where no day was written down.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::NotRequired { .. } => None,
            Self::Created { on } | Self::ReadOnly { on } | Self::Archived { on } => Some(*on),
            Self::Active { since } => Some(*since),
        }
    }

    /// Whether people write in it.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self, Self::Created { .. } | Self::Active { .. })
    }
}
