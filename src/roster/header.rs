//! Headers: what the columns of a list hold and of which kind the list is.
//!
//! No system's columns are fixed, so headers are matched by aliases ([`alias`]), whole lists by the fields they have
//! ([`recognize`]), and what was guessed wrong is corrected by a person and kept as a profile.

use serde::{Deserialize, Serialize};

pub mod alias;
pub mod field;
pub mod infer;
pub mod profile;
pub mod recognize;

pub use field::Field;
pub use recognize::{Column, Layout, recognize};

/// The kinds of lists that a school has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ListKind {
    /// The staff, with posts and class teachers.
    Staff,
    /// The students with their classes.
    Students,
    /// Parents, each with a child.
    Parents,
    /// The curriculum: class, subject, teacher, hours.
    Load,
    /// Extracurricular groups.
    Activities,
    /// Members of a chat as the platform lists them, for reconciliation.
    ChatMembers,
    /// A OneRoster archive, which holds several lists.
    OneRoster,
}

impl ListKind {
    /// The word for the kind in saved profiles.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Students => "students",
            Self::Parents => "parents",
            Self::Load => "load",
            Self::Activities => "activities",
            Self::ChatMembers => "chatMembers",
            Self::OneRoster => "oneRoster",
        }
    }

    /// The kind of a word in a saved profile.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Staff, Self::Students, Self::Parents, Self::Load, Self::Activities, Self::ChatMembers, Self::OneRoster]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}
