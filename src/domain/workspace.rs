//! A plan at work: the school, its journal, and the three ways to change it: a command, undo, redo.

use super::change::{Changes, Stale};
use super::clause::ClauseId;
use super::command::{Command, Context};
use super::id::EntryId;
use super::journal::{Entry, Joined, Journal, Step};
use super::label::Label;
use super::record::School;
use super::refusal::{Reason, Refusal};
use crate::clause;

/// The school with its history. The only place where a school changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workspace {
    school: School,
    journal: Journal,
    revision: u64,
}

impl Workspace {
    /// A workspace of a stored school at a revision.
    #[must_use]
    pub fn new(school: School, journal: Journal, revision: u64) -> Self {
        Self { school, journal, revision }
    }

    /// The school.
    pub fn school(&self) -> &School {
        &self.school
    }

    /// Its history.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Counts the entries since the plan began; what storage and other tabs compare.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Carries out a command; gives the entry to be stored, or none where nothing changed.
    pub fn dispatch(&mut self, id: EntryId, command: &Command, context: &Context) -> Result<Option<&Entry>, Refusal> {
        let changes = self.school.handle(command, context)?;
        let joined = command.joined();
        // What another plan stands on is worth an entry even where its records are the same already.
        if changes.is_empty() && joined.is_empty() {
            return Ok(None);
        }
        let label = self.school.label(command, &changes);
        let entry = Self::entry(id, Step::Act, label, command.clause(), changes, context);
        self.record(Entry { joined, ..entry }).map(Some)
    }

    /// The name of what undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Entry> {
        let (done, _) = self.journal.stacks();
        done.last().and_then(|id| self.journal.entry(*id))
    }

    /// The name of what redo would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Entry> {
        let (_, undone) = self.journal.stacks();
        undone.last().and_then(|id| self.journal.entry(*id))
    }

    /// Takes back the last act.
    pub fn undo(&mut self, id: EntryId, context: &Context) -> Result<&Entry, Refusal> {
        let Some(target) = self.undoable().map(|entry| entry.id) else {
            return Err(Refusal::new(clause!("4.3"), Reason::NothingToUndo));
        };
        self.undo_entry(id, target, context)
    }

    /// Takes back any act whose records nobody changed since.
    pub fn undo_entry(&mut self, id: EntryId, target: EntryId, context: &Context) -> Result<&Entry, Refusal> {
        let (done, _) = self.journal.stacks();
        let entry = self.journal.entry(target).filter(|_| done.contains(&target));
        let Some(entry) = entry else {
            return Err(Refusal::new(clause!("4.3"), Reason::NothingToUndo));
        };
        // A redone act has its changes in the entry of the act: they are the same.
        let (label, clause, changes) = (entry.label.clone(), entry.clause, entry.changes.inverse());
        self.record(Self::entry(id, Step::Undo(target), label, clause, changes, context))
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, id: EntryId, context: &Context) -> Result<&Entry, Refusal> {
        let Some(entry) = self.redoable() else {
            return Err(Refusal::new(clause!("4.3"), Reason::NothingToRedo));
        };
        let (target, label, clause, changes) = (entry.id, entry.label.clone(), entry.clause, entry.changes.clone());
        self.record(Self::entry(id, Step::Redo(target), label, clause, changes, context))
    }

    /// Takes over an entry from storage or another tab.
    pub fn follow(&mut self, entry: Entry) -> Result<(), Stale> {
        self.school.apply(&entry.changes)?;
        self.journal.push(entry);
        self.revision += 1;
        Ok(())
    }

    fn entry(id: EntryId, step: Step, label: Label, clause: ClauseId, changes: Changes, context: &Context) -> Entry {
        let (at, author) = (context.now, context.author.clone());
        Entry { id, at, author, step, label, clause, joined: Joined::default(), changes }
    }

    fn record(&mut self, entry: Entry) -> Result<&Entry, Refusal> {
        self.follow(entry).map_err(|_| Refusal::new(clause!("4.3"), Reason::ChangedLater))?;
        self.journal.entries().last().ok_or_else(|| Refusal::new(clause!("4.3"), Reason::NothingToRedo))
    }
}
