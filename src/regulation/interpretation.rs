//! Where the text is silent or contradicts itself: the oddities, and what a school decided.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ActionId, Bilingual, RoleId};
use crate::domain::{ClauseId, School};
use crate::order;

/// Describes an oddity of the text with the interpretation that holds by default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Oddity {
    /// The number in the edition's list, from 1.
    pub number: u16,
    /// The clauses in which it shows.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub clauses: Vec<ClauseId>,
    /// What is odd.
    pub text: Bilingual,
    /// How the app reads it until the school decides otherwise.
    pub interpretation: Bilingual,
    /// The cells where it matters; empty where it touches none.
    #[serde(default)]
    pub touches: Vec<Touch>,
}

/// Names cells of one row that an oddity touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Touch {
    /// The row.
    pub action: ActionId,
    /// The columns.
    pub roles: Vec<RoleId>,
}

/// Answers an open question one way or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Stance {
    /// The role may.
    Allow,
    /// The role may not count on it.
    Deny,
}

impl Stance {
    /// The word under which a school's record keeps the choice.
    #[must_use]
    pub const fn choice(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Deny => "deny",
        }
    }

    /// Reads the word; `None` for another.
    #[must_use]
    pub fn from_choice(choice: &str) -> Option<Self> {
        [Self::Allow, Self::Deny].into_iter().find(|stance| stance.choice() == choice)
    }
}

impl Oddity {
    /// The word under which a school's record keeps that it reads an oddity in its own way.
    pub const OWN: &str = "own";

    /// The question under which a school's record keeps how it reads an oddity: `oddity:9`.
    #[must_use]
    pub fn question(number: u16) -> String {
        format!("oddity:{number}")
    }

    /// Reads a question; `None` where it asks something else.
    #[must_use]
    pub fn from_question(question: &str) -> Option<u16> {
        question.strip_prefix("oddity:")?.parse().ok()
    }
}

/// Addresses a cell of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellId {
    /// The row.
    pub action: ActionId,
    /// The column.
    pub role: RoleId,
}

impl CellId {
    /// The question under which a school's record keeps its choice: `cell:12:class-teacher`.
    #[must_use]
    pub fn question(&self) -> String {
        format!("cell:{}:{}", self.action, self.role)
    }

    /// Reads a question; `None` where it asks something else.
    #[must_use]
    pub fn from_question(question: &str) -> Option<Self> {
        let (action, role) = question.strip_prefix("cell:")?.split_once(':')?;
        Some(Self { action: ActionId(action.parse().ok()?), role: RoleId::from(role) })
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "action {}, role {}", self.action, self.role)
    }
}

/// Holds what a school decided about open cells; empty means that every default holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpretations {
    // Rows first, so that a look-up needs no owned key.
    stances: BTreeMap<ActionId, BTreeMap<RoleId, Stance>>,
}

impl Interpretations {
    /// Records the school's choice for `cell`. A choice for a cell that is not open has no effect.
    pub fn choose(&mut self, cell: CellId, stance: Stance) {
        self.stances.entry(cell.action).or_default().insert(cell.role, stance);
    }

    /// Leaves a cell to its default again.
    pub fn forget(&mut self, cell: &CellId) {
        if let Some(row) = self.stances.get_mut(&cell.action) {
            row.remove(&cell.role);
        }
    }

    /// Takes what the school had decided by the day; of several records for a cell the latest counts. Questions of
    /// other kinds and choices that are neither `allow` nor `deny` are left out.
    #[must_use]
    pub fn of(school: &School, on: NaiveDate) -> Self {
        let mut records: Vec<_> = school.interpretations().values().filter(|record| record.decided_on <= on).collect();
        order::by_key(&mut records, |record| (record.decided_on, record.id));
        records
            .into_iter()
            .filter_map(|record| Some((CellId::from_question(&record.question)?, Stance::from_choice(&record.choice)?)))
            .collect()
    }

    /// The choice for a cell; `None` where the school has not decided.
    #[must_use]
    pub fn stance(&self, action: ActionId, role: &RoleId) -> Option<Stance> {
        self.stances.get(&action)?.get(role).copied()
    }
}

impl FromIterator<(CellId, Stance)> for Interpretations {
    fn from_iter<I: IntoIterator<Item = (CellId, Stance)>>(choices: I) -> Self {
        let mut interpretations = Self::default();
        for (cell, stance) in choices {
            interpretations.choose(cell, stance);
        }
        interpretations
    }
}
