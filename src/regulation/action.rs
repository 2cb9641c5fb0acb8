//! Actions: the rows of the matrix, and the commands of the app that no clause knows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Area, Bilingual, Cell, Requirement, RoleId};
use crate::domain::ClauseId;

/// Numbers a row of the matrix, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ActionId(pub u16);

impl fmt::Display for ActionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Describes an action and answers for every role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    /// The number of the row.
    pub number: ActionId,
    /// The name: an infinitive in Russian, an imperative in English.
    pub name: Bilingual,
    /// The area of work.
    pub area: Area,
    /// On what kinds of object it is done; empty where there is nothing to choose.
    #[serde(default)]
    pub objects: Vec<ObjectKind>,
    /// The clauses that speak of the action.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub clauses: Vec<ClauseId>,
    /// The facts that matter for it, of those that a role requires.
    #[serde(default)]
    pub needs: Vec<Requirement>,
    /// One cell for each role of the edition.
    pub cells: Vec<Cell>,
}

impl Action {
    /// The cell of `role`.
    #[must_use]
    pub fn cell(&self, role: &RoleId) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.role == *role)
    }
}

/// Names a kind of object on which an action is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ObjectKind {
    /// A class or the staff room.
    Class,
    /// A line of the teaching load.
    LoadLine,
    /// An activity group.
    Activity,
    /// A person.
    Person,
}

/// Describes a command of the app itself; no clause grants it, so its basis is said honestly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AppCommand {
    /// The identifier, such as `export-snapshot`.
    pub id: String,
    /// The name.
    pub name: Bilingual,
    /// The clause that leaves it to other acts (4.3).
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub clauses: Vec<ClauseId>,
    /// The roles to which the project gives it.
    pub roles: Vec<RoleId>,
}
