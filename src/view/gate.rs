//! The one gate before the plan: what stands against every act, whatever the rules say. The session asks it before it
//! carries out anything, so a plan that is only looked at cannot be changed by any screen.

use crate::clause;
use crate::domain::{Command, Reason, Refusal, School};

/// Why nothing can be changed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another tab writes.
    OtherTab,
    /// The stored plan is of a newer version of the app.
    Newer,
}

/// What is looked at in place of one's own plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looking {
    /// The plan, as somebody else sees it.
    AsSomebody,
    /// The edition that the school published for its staff.
    AtPublished,
    /// A file, from the archive or from a colleague.
    AtFile,
    /// One's own plan on another day.
    AtDay,
}

/// The gate as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gate {
    /// Why the plan cannot be changed.
    pub read_only: Option<ReadOnly>,
    /// What is looked at.
    pub looking: Option<Looking>,
    /// Whether the storage is too full for acts that make the plan grow.
    pub is_growth_held: bool,
}

impl Gate {
    /// Why nothing at all can be done; none where the gate is open.
    #[must_use]
    pub const fn shut(self) -> Option<Reason> {
        match (self.looking, self.read_only) {
            (Some(Looking::AsSomebody), _) => Some(Reason::OnlyPreviewed),
            (Some(Looking::AtPublished), _) => Some(Reason::OnlyPublished),
            (Some(Looking::AtDay), _) => Some(Reason::OnlyThatDay),
            (Some(Looking::AtFile), _) | (None, Some(_)) => Some(Reason::ReadOnly),
            (None, None) => None,
        }
    }

    /// Why a command cannot be carried out; none where the plan's own rules decide.
    #[must_use]
    pub fn refusal(self, school: &School, command: &Command) -> Option<Refusal> {
        // Growth stops while there is still room to edit, delete and export.
        let grows = match command {
            Command::Save(record) => school.record(record.key()).is_none(),
            Command::Remove(_) => false,
            _ => true,
        };
        let full = (grows && self.is_growth_held).then_some(Reason::StorageFull);
        self.shut().or(full).map(|reason| Refusal::new(clause!("4.3"), reason))
    }
}

#[cfg(test)]
mod tests;
