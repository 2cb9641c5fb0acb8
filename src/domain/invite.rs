//! Invites: links into a class (2.1/6) or a chat (2.5/1, 2.7/1), kept for ever in their final states.

pub mod act;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ChatId, ClassId, InviteId, LocalActId, PersonId};

/// An invite link and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Invite {
    /// Identity.
    pub id: InviteId,
    /// Where it leads.
    pub target: InviteTarget,
    /// In which role one joins by it.
    pub role: InviteRole,
    /// For whom it is; nobody while it is for everybody of the target.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub addressees: BTreeSet<PersonId>,
    /// The link as the platform gave it; empty while it is a draft.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_by: Option<PersonId>,
    /// When it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<NaiveDate>,
    /// Its last day, where the platform limits it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
    /// Most people who can join by it; none while unlimited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_uses: Option<u32>,
    /// How it was handed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Sending>,
    /// Who joined by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<InviteUse>,
    /// What became of it.
    pub state: InviteState,
    /// The school's own note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Invite {
    /// Those for whom it is and who have not joined by it.
    pub fn waiting(&self) -> impl Iterator<Item = PersonId> + '_ {
        let has_joined = |id: &PersonId| self.uses.iter().any(|used| used.person == Some(*id));
        self.addressees.iter().copied().filter(move |id| !has_joined(id))
    }

    /// Whether everybody for whom it is has joined, or as many as it lets in.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        let is_spent =
            self.max_uses.is_some_and(|most| usize::try_from(most).is_ok_and(|most| self.uses.len() >= most));
        is_spent || (!self.addressees.is_empty() && self.waiting().next().is_none())
    }
}

/// Where an invite leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum InviteTarget {
    /// A class or the staff room: issued by an administrator (2.1/6).
    Class(ClassId),
    /// A chat: issued by its owner (2.5/1, 2.7/1).
    Chat(ChatId),
}

/// The role of the platform in which one joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum InviteRole {
    /// «учитель».
    Teacher,
    /// «ученик».
    Student,
    /// «родитель»: chats only (2.7/1).
    Parent,
}

/// That an invite was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Sending {
    /// When.
    pub on: NaiveDate,
    /// How.
    pub via: SendingWay,
    /// To whom; none for everybody whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PersonId>,
}

/// How an invite is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum SendingWay {
    /// Told or shown.
    InPerson,
    /// On a printed handout.
    Paper,
    /// By e-mail.
    Email,
    /// By a message on the phone.
    Message,
    /// Through the electronic journal.
    Journal,
    /// In another way.
    Other,
}

/// That somebody joined by an invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct InviteUse {
    /// When.
    pub on: NaiveDate,
    /// Who; none where only the number is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}

/// What became of an invite; final states never turn into one another (SPEC section 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum InviteState {
    /// Planned: there is no link yet.
    Draft,
    /// The link exists.
    Issued,
    /// It was handed over.
    Sent,
    /// Everybody for whom it was has joined, or its uses are spent.
    Closed {
        /// When.
        on: NaiveDate,
    },
    /// Its time ran out.
    Expired {
        /// When.
        on: NaiveDate,
    },
    /// It was revoked (2.1/12).
    Revoked {
        /// When.
        on: NaiveDate,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// The act of the sweep.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        act: Option<LocalActId>,
    },
    /// Another invite took its place.
    Superseded {
        /// When.
        on: NaiveDate,
        /// Which one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<InviteId>,
    },
}

impl InviteState {
    /// Whether it can still be used or completed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Draft | Self::Issued | Self::Sent)
    }
}
