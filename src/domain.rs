//! The school and its rules.
//!
//! A person's act is a [`Command`]; [`School::handle`] answers with [`Changes`] or a [`Refusal`]; [`Workspace`] applies
//! the changes and keeps the journal. Nothing here knows a clock, randomness, a browser or a sentence.

mod change;
mod class;
mod class_label;
mod clause;
mod command;
mod contact;
mod draft;
pub mod id;
mod journal;
mod label;
mod link;
mod name;
mod organisation;
mod paper;
mod period;
mod person;
mod record;
mod refusal;
mod rule;
mod staff;
mod study;
/// Cleaning and comparing words.
pub mod words;
mod workspace;

pub use change::{Change, Changes, NotAChange, Stale};
pub use class::{Class, ClassKind, Enrolment, HomeroomAssignment, Nomenclature, SchoolYear};
pub use class_label::{ClassLabel, NotAClass};
pub use clause::{ClauseId, NotAClause};
pub use command::{Author, Command, Context};
pub use contact::{Email, NotAPhone, NotAnEmail, Phone};
pub use draft::Draft;
pub use id::*;
pub use journal::{Entry, Joined, Journal, KEPT_ENTRIES, PackedEntry, PackedJournal, Step};
pub use label::{Label, Verb};
pub(crate) use link::forget;
pub use link::{Hold, links};
pub use name::{NameError, PersonName};
pub use organisation::{Organisation, PlatformProfile, Settings};
pub use paper::{ImportProfile, Interpretation, LocalAct, LocalActKind};
pub use period::Period;
pub use person::{Consent, ConsentState, Gender, Kinship, Participation, Person, Representation};
pub use record::{Record, RecordKey, RecordKind, Records, Row, School, Table};
pub use refusal::{Reason, Refusal};
pub(crate) use rule::check as check_rules;
pub use staff::{
    AdministratorPost, Appointment, MemberRole, Membership, Position, StaffCategory, Verification, VerificationState,
};
pub use study::{ActiveGroup, ActiveGroupKind, ActivityGroup, Hours, LoadLine, Subject};
pub use workspace::Workspace;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
