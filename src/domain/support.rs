//! Help for participants (2.1/15), the platform's support (2.1/16), and answers to what is asked again and again.

mod act;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ClassId, FaqEntryId, PersonId, SupportTicketId, VendorCaseId};

pub use act::{CaseStep, Escalate, MoveCase, MoveTicket, SaveTicket, TicketStep, WriteFaq};

/// Somebody asked for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SupportTicket {
    /// Identity.
    pub id: SupportTicketId,
    /// What it is about, in a word or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// What was asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PersonId>,
    /// For which class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// When.
    pub opened_on: NaiveDate,
    /// Who answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: TicketState,
}

/// How far a request for help is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum TicketState {
    /// Nobody answered yet.
    Open,
    /// Answered.
    Answered {
        /// When.
        on: NaiveDate,
        /// What.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        answer: String,
    },
    /// Settled.
    Closed {
        /// When.
        on: NaiveDate,
        /// What was answered.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        answer: String,
    },
}

/// A letter to the platform's support (2.1/16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct VendorCase {
    /// Identity.
    pub id: VendorCaseId,
    /// The number that support gave.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Subject.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// The letter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The requests it is about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tickets: BTreeSet<SupportTicketId>,
    /// How far it is.
    pub state: CaseState,
}

/// How far a letter is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum CaseState {
    /// Being written.
    Draft,
    /// Sent.
    Sent {
        /// When.
        on: NaiveDate,
    },
    /// Answered.
    Answered {
        /// When it was sent.
        sent: NaiveDate,
        /// When.
        on: NaiveDate,
        /// What.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        answer: String,
    },
    /// Settled.
    Closed {
        /// When.
        on: NaiveDate,
        /// What was answered.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        answer: String,
    },
}

/// An answer to a question that comes again and again (2.1/15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct FaqEntry {
    /// Identity.
    pub id: FaqEntryId,
    /// The question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// The answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// The requests it grew from.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tickets: BTreeSet<SupportTicketId>,
}

#[cfg(test)]
mod tests;
