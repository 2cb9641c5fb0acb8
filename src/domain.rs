//! The school and its rules.
//!
//! A person's act is a [`Command`]; [`School::handle`] answers with [`Changes`] or a [`Refusal`]; [`Workspace`] applies
//! the changes and keeps the journal. Nothing here knows a clock, randomness, a browser or a sentence.

pub mod clause;
pub use clause::ClauseId;
