//! Commands of the areas: each is a type of its own beside the records it writes, and answers for its clause and name.

use std::fmt;
use std::sync::Arc;

use super::clause::ClauseId;
use super::command::{Command, Context};
use super::draft::Draft;
use super::label::Verb;
use super::record::{RecordKind, School};
use super::refusal::{Reason, Refusal};

/// Gives a text that must say something, without the blanks around it.
pub(super) fn said(text: &str, clause: ClauseId) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(Refusal::new(clause, Reason::EmptyField)) } else { Ok(text.to_owned()) }
}

/// What the regulation answered when an act was asked for: nothing stands against it, or the refusal. An act carries it,
/// so that it is carried out only with the right to it.
pub type Leave = Result<(), Refusal>;

/// An act of an area, such as issuing invites. It writes to the draft; the rules of every written record are checked after.
pub trait Act: fmt::Debug + Send + Sync + 'static {
    /// The clause it rests on.
    fn clause(&self) -> ClauseId;
    /// What the journal calls it.
    fn verb(&self) -> Verb;
    /// What kind of record it is about.
    fn kind(&self) -> RecordKind;
    /// Whom or what it is about, in the school's words; language-free.
    fn subject(&self, school: &School) -> String;
    /// Writes what changes, or refuses with the clause that stands against it.
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal>;
}

/// An act that was asked for. Two are equal where they are the same one.
#[derive(Debug, Clone)]
pub struct Asked(Arc<dyn Act>);

impl Asked {
    /// The act.
    #[must_use]
    pub fn act(&self) -> &dyn Act {
        &*self.0
    }
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Act> From<T> for Command {
    fn from(act: T) -> Self {
        Self::Act(Asked(Arc::new(act)))
    }
}
