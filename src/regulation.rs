//! The regulation as data, and the one place that decides who may do what.
//!
//! An [`Edition`] is a file: clauses, roles, actions and the matrix of their cells. [`Regulation`] is an edition that was
//! checked. Nothing here knows how many roles, rows or clauses an edition has; the bundled one is an instance.
//! The wording of clauses is the project's own; a school keeps its full text beside it.

pub mod action;
pub mod area;
pub mod authority;
pub mod bilingual;
pub mod chat_rule;
mod check;
pub mod clause_entry;
pub mod decision;
pub mod difference;
pub mod duty;
pub mod edition;
pub mod error;
pub mod fact;
pub mod hat;
mod in_force;
pub mod interpretation;
pub mod matrix;
pub mod object;
pub mod own_text;
pub mod role;
#[cfg(test)]
pub mod sample;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod scope;
pub mod standing;
pub mod term;

pub use action::{Action, ActionId, AppCommand, ObjectKind};
pub use area::Area;
pub use authority::{Authority, Holder, decide};
pub use bilingual::Bilingual;
pub use chat_rule::{ChannelRule, ChatArea, ChatEach, ChatRule, MemberSet, NamePart, NamePattern};
pub use clause_entry::{ClauseCondition, ClauseEntry, Section};
pub use decision::{Decision, Ground, Outcome, PredicateCheck, Settled, capable_roles, decide_role};
pub use difference::{Changed, EditionDifference, changed};
pub use duty::{Duty, DutyEvidence, DutyWhen, MonthDay, NotAMonthDay};
pub use edition::{Edition, PlatformTerms, Regulation};
pub use error::{Place, RegulationError};
pub use fact::{MissingFact, Remedy, StatusStep};
pub use hat::{Hat, HatScope, HatState, hats};
pub use in_force::{in_force, of_record, record_in_force};
pub use interpretation::{CellId, Interpretations, Oddity, Stance, Touch};
pub use matrix::{Cell, Predicate, Verdict};
pub use object::{Object, Target};
pub use role::{Basis, Requirement, Role, RoleId};
pub use standing::{Standing, Standings};
pub use term::{LegalBasis, Term};
