//! `#/import`: the files that were brought, how each is read, and what the plan would take from them.
//!
//! Pure data and small steps; who reads and compares is the worker, who keeps the state is the page.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{ImportProfile, School};
use crate::order;
use crate::roster::header::{Field, ListKind};
use crate::roster::{ReadFile, ReadOptions, Unreadable};

pub mod mapping;
pub mod preview;
pub mod target;

/// Why a file could not even be looked at, or the comparing has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halt {
    /// The worker module did not load.
    NotLoaded,
    /// The worker stopped in the middle.
    Crashed,
    /// A person stopped the work.
    Stopped,
    /// The browser cannot give the bytes: the file was moved, or it is a folder.
    Gone,
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    /// It waits for its turn.
    Waiting,
    /// The worker reads it.
    Reading,
    /// It was read.
    Read(Arc<ReadFile>),
    /// It cannot be read.
    Refused(Unreadable),
    /// Nobody read it.
    Halted(Halt),
}

/// A file, or what was pasted.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Which one it is.
    pub id: u32,
    /// Its name, which no other source has.
    pub name: String,
    /// How it is to be read; profiles are added when it is read.
    pub options: ReadOptions,
    /// How far it is.
    pub status: Status,
}

impl Source {
    /// What was read.
    #[must_use]
    pub fn file(&self) -> Option<&Arc<ReadFile>> {
        match &self.status {
            Status::Read(file) => Some(file),
            _ => None,
        }
    }

    /// The kind of its only list, of an archive, or of nothing clear.
    #[must_use]
    pub fn kind(&self) -> Option<ListKind> {
        let file = self.file()?;
        if file.is_one_roster {
            return Some(ListKind::OneRoster);
        }
        let mut kinds = file.lists.iter().map(|list| list.layout.kind);
        let first = kinds.next().flatten()?;
        kinds.all(|kind| kind == Some(first)).then_some(first)
    }

    /// How many rows were read.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.file().map_or(0, |file| file.lists.iter().map(|list| list.rows.len()).sum())
    }
}

/// Everything that was brought, in its order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Intake {
    sources: Vec<Source>,
    last_id: u32,
    generation: u64,
}

impl Intake {
    /// The sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: u32) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Counts every change of what was read; what a preview was made of is compared by it.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// Adds files that came together; one of a name that came before takes its place. Gives their identities.
    pub fn add(&mut self, names: &[String], expect: Option<ListKind>) -> Vec<u32> {
        let mut taken = BTreeSet::new();
        let mut ids = Vec::new();
        for name in names {
            let own = (1..).map(|n| if n == 1 { name.clone() } else { format!("{name} ({n})") });
            let own = own.take(names.len() + 1).find(|own| !taken.contains(own)).unwrap_or_else(|| name.clone());
            taken.insert(own.clone());
            self.last_id += 1;
            let options = ReadOptions { expect, ..ReadOptions::default() };
            let source = Source { id: self.last_id, name: own, options, status: Status::Waiting };
            ids.push(source.id);
            match self.sources.iter_mut().find(|old| old.name == source.name) {
                Some(old) => *old = source,
                None => self.sources.push(source),
            }
        }
        self.generation += 1;
        ids
    }

    /// Takes a source away.
    pub fn remove(&mut self, id: u32) {
        self.sources.retain(|source| source.id != id);
        self.generation += 1;
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.sources.clear();
        self.generation += 1;
    }

    /// The source that is to be read next.
    #[must_use]
    pub fn next_waiting(&self) -> Option<&Source> {
        self.sources.iter().find(|source| source.status == Status::Waiting)
    }

    /// Whether something was read that a school may take from.
    #[must_use]
    pub fn has_read(&self) -> bool {
        self.sources.iter().any(|source| source.file().is_some())
    }

    /// Everything that was read, for comparing.
    #[must_use]
    pub fn files(&self) -> Vec<Arc<ReadFile>> {
        self.sources.iter().filter_map(Source::file).cloned().collect()
    }

    /// Tells that a source is being read.
    pub fn begin(&mut self, id: u32) {
        self.change(id, |source| source.status = Status::Reading);
    }

    /// Tells how the reading ended; of no account where the source was changed or removed meanwhile.
    pub fn settle(&mut self, id: u32, status: Status) {
        if self.source(id).is_some_and(|source| source.status == Status::Reading) {
            self.change(id, |source| source.status = status);
        }
    }

    /// Everything that waits is left unread.
    pub fn halt(&mut self, halt: Halt) {
        for source in &mut self.sources {
            if matches!(source.status, Status::Waiting | Status::Reading) {
                source.status = Status::Halted(halt);
            }
        }
        self.generation += 1;
    }

    /// Reads a source once more.
    pub fn again(&mut self, id: u32) {
        self.change(id, |source| source.status = Status::Waiting);
    }

    /// A person says what a list is.
    pub fn set_kind(&mut self, id: u32, kind: Option<ListKind>) {
        self.change(id, |source| {
            source.options.expect = None;
            source.options.corrections.kind = kind;
            source.status = Status::Waiting;
        });
    }

    /// A person says what a column holds; none for nothing.
    pub fn set_column(&mut self, id: u32, key: String, field: Option<Field>) {
        self.change(id, |source| {
            // The kind stays as it was seen: a corrected column must not turn the list into another one.
            source.options.corrections.kind = source.options.corrections.kind.or(source.kind());
            source.options.corrections.columns.insert(key, field);
            source.status = Status::Waiting;
        });
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Source)) {
        if let Some(source) = self.sources.iter_mut().find(|source| source.id == id) {
            change(source);
            self.generation += 1;
        }
    }
}

/// The school's saved mappings by name.
#[must_use]
pub fn profiles(school: &School) -> Vec<Arc<ImportProfile>> {
    let mut profiles: Vec<Arc<ImportProfile>> = school.import_profiles().values().cloned().collect();
    order::by(&mut profiles, |a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    profiles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::read_text;

    fn read(name: &str, text: &str) -> Status {
        Status::Read(Arc::new(read_text(name, text, &ReadOptions::default()).unwrap()))
    }

    /// The sources as `name status`.
    #[track_caller]
    fn check(intake: &Intake, expected: &[&str]) {
        let status = |source: &Source| match &source.status {
            Status::Waiting => "waiting".to_owned(),
            Status::Reading => "reading".to_owned(),
            Status::Read(file) => format!("read {:?} {}", source.kind(), file.lists.len()),
            Status::Refused(error) => error.to_string(),
            Status::Halted(halt) => format!("{halt:?}"),
        };
        let found: Vec<String> =
            intake.sources().iter().map(|source| format!("{} {}", source.name, status(source))).collect();
        assert_eq!(found, expected);
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_file_of_the_same_name_takes_the_place() {
        let mut intake = Intake::default();
        let ids = intake.add(&names(&["a.csv", "b.csv"]), None);
        intake.begin(ids[0]);
        intake.settle(ids[0], Status::Refused(Unreadable::Empty));
        check(&intake, &["a.csv the file is empty", "b.csv waiting"]);
        intake.add(&names(&["a.csv"]), None);
        check(&intake, &["a.csv waiting", "b.csv waiting"]);
    }

    #[test]
    fn files_of_one_name_from_several_folders_are_all_taken() {
        let mut intake = Intake::default();
        intake.add(&names(&["a.csv", "a.csv", "a.csv"]), None);
        check(&intake, &["a.csv waiting", "a.csv (2) waiting", "a.csv (3) waiting"]);
    }

    #[test]
    fn an_answer_about_what_was_changed_meanwhile_is_of_no_account() {
        let mut intake = Intake::default();
        let id = intake.add(&names(&["a.csv"]), None)[0];
        intake.begin(id);
        intake.set_kind(id, Some(ListKind::Staff));
        let generation = intake.generation();
        intake.settle(id, Status::Refused(Unreadable::Empty));
        check(&intake, &["a.csv waiting"]);
        assert_eq!(intake.generation(), generation);
        intake.remove(id);
        intake.settle(id, Status::Refused(Unreadable::Empty));
        check(&intake, &[]);
    }

    #[test]
    fn a_corrected_column_keeps_the_kind() {
        let mut intake = Intake::default();
        let id = intake.add(&names(&["a.csv"]), None)[0];
        intake.begin(id);
        intake.settle(id, read("a.csv", "ФИО;Класс;Где\nКим Ева;7А;x\n"));
        check(&intake, &["a.csv read Some(Students) 1"]);
        intake.set_column(id, "где".to_owned(), Some(Field::Phone));
        let source = intake.source(id).unwrap();
        assert_eq!(source.options.corrections.kind, Some(ListKind::Students));
        assert_eq!(intake.next_waiting().map(|source| source.id), Some(id));
    }

    #[test]
    fn stopping_leaves_what_was_read() {
        let mut intake = Intake::default();
        let ids = intake.add(&names(&["a.csv", "b.csv", "c.csv"]), None);
        intake.begin(ids[0]);
        intake.settle(ids[0], read("a.csv", "ФИО;Класс\nКим Ева;7А\n"));
        intake.begin(ids[1]);
        intake.halt(Halt::Stopped);
        check(&intake, &["a.csv read Some(Students) 1", "b.csv Stopped", "c.csv Stopped"]);
        assert!(intake.next_waiting().is_none() && intake.has_read());
        intake.again(ids[2]);
        assert_eq!(intake.next_waiting().map(|source| source.id), Some(ids[2]));
    }
}
