//! Why a file is no edition of a regulation, with the place that is wrong.

use std::fmt;

use super::{ActionId, CellId, RoleId};
use crate::domain::{ChatRuleId, ClauseId};

/// Tells why an edition can't be used. Each names the place, so that its author can mend the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegulationError {
    /// The file is larger than any regulation.
    #[error("the file has {bytes} bytes, an edition may have {limit}")]
    TooLarge {
        /// The size of the file.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// The file is not JSON of the right shape.
    #[error("line {line}, column {column}: {reason}")]
    Unreadable {
        /// Where reading stopped, from 1.
        line: usize,
        /// Where reading stopped, from 1.
        column: usize,
        /// What the parser says, in English.
        reason: String,
    },
    /// The file is of another kind.
    #[error("the file is no edition of a regulation")]
    Foreign,
    /// A later version of the app wrote the file.
    #[error("the edition has schema {found}, this version reads up to {known}")]
    Newer {
        /// The schema of the file.
        found: u32,
        /// The newest schema known here.
        known: u32,
    },
    /// Something is defined twice.
    #[error("{0} is defined twice")]
    Duplicate(Place),
    /// A text is missing in one of the languages.
    #[error("{0} lacks a text in one of the languages")]
    Empty(Place),
    /// A clause is cited that the register does not have.
    #[error("{place} cites clause {clause}, which is not in the register")]
    UnknownClause {
        /// Who cites.
        place: Place,
        /// What is cited.
        clause: ClauseId,
    },
    /// A grant rests on a number that the text skips.
    #[error("{place} rests on clause {clause}, which the text does not have")]
    AbsentClause {
        /// Who cites.
        place: Place,
        /// What is cited.
        clause: ClauseId,
    },
    /// A role is named that the edition does not define.
    #[error("{place} names role {role}, which is not defined")]
    UnknownRole {
        /// Who names it.
        place: Place,
        /// The name.
        role: RoleId,
    },
    /// An action is named that the edition does not define.
    #[error("{place} names action {action}, which is not defined")]
    UnknownAction {
        /// Who names it.
        place: Place,
        /// The number.
        action: ActionId,
    },
    /// The rows are not numbered 1, 2, 3 …
    #[error("action {expected} is missing or out of order")]
    MissingRow {
        /// The number that should stand here.
        expected: ActionId,
    },
    /// A row has no cell for a role.
    #[error("the cell of {0} is missing")]
    MissingCell(CellId),
    /// Something that must rest on a clause cites none.
    #[error("{0} cites no clause")]
    NoClause(Place),
    /// An unsettled cell does not say what holds meanwhile.
    #[error("{0} is unsettled and has no default")]
    NoDefault(Place),
    /// A cell has a default though the text settles it.
    #[error("{0} is settled and must have no default")]
    StrayDefault(Place),
    /// A cell that grants nothing is narrowed or inherited all the same.
    #[error("{0} grants nothing, so it can have no scope, condition or inheritance")]
    StrayScope(Place),
    /// A chat names people whom it cannot have: the students of a line in a chat of the school, say.
    #[error("{place} names {set}, which it cannot have")]
    StraySet {
        /// Who names them.
        place: Place,
        /// The set of people.
        set: String,
    },
    /// A pattern of a name has a place that is never filled.
    #[error("the name of {place} has a place {{{word}}}, which is never filled")]
    StrayWord {
        /// Whose name.
        place: Place,
        /// The word in braces.
        word: String,
    },
    /// A required chat has no members, or a channel no audience.
    #[error("{0} is for nobody")]
    ForNobody(Place),
}

/// Names a place in an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The title and the platform's terms.
    Front,
    /// A role.
    Role(RoleId),
    /// A section, by its number.
    Section(String),
    /// A clause.
    Clause(ClauseId),
    /// A row.
    Action(ActionId),
    /// A cell.
    Cell(CellId),
    /// A rule of chats.
    ChatRule(ChatRuleId),
    /// A channel, by its Russian name.
    Channel(String),
    /// A duty, by its identifier.
    Duty(String),
    /// An oddity, by its number.
    Oddity(u16),
    /// A command of the app, by its identifier.
    AppCommand(String),
    /// A word of the glossary.
    Term(String),
    /// An act of law, by its number.
    LegalAct(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Front => f.write_str("the front matter"),
            Self::Role(role) => write!(f, "role {role}"),
            Self::Section(number) => write!(f, "section {number}"),
            Self::Clause(clause) => write!(f, "clause {clause}"),
            Self::Action(action) => write!(f, "action {action}"),
            Self::Cell(cell) => write!(f, "the cell of {cell}"),
            Self::ChatRule(rule) => write!(f, "chat rule {}", rule.0),
            Self::Channel(name) => write!(f, "channel {name}"),
            Self::Duty(id) => write!(f, "duty {id}"),
            Self::Oddity(number) => write!(f, "oddity {number}"),
            Self::AppCommand(id) => write!(f, "app command {id}"),
            Self::Term(term) => write!(f, "term `{term}`"),
            Self::LegalAct(number) => write!(f, "legal act {number}"),
        }
    }
}
