//! `#/journal`: entries newest first, which of them are taken back, and which still can be.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::clause;
use crate::domain::words::fold;
use crate::domain::{Author, ClauseId, Entry, EntryId, Journal, Label, Reason, RecordKind, Refusal, School, Step};
use crate::order;
use crate::text::{Lang, msg};

/// Rows on a page.
pub const PAGE: usize = 100;

/// What of the journal is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that stand in the act's name.
    pub words: String,
    /// A kind of records that the act touches.
    pub kind: Option<RecordKind>,
    /// The name of who did it.
    pub author: Option<String>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// Which.
    pub id: EntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub author: String,
    /// On which device.
    pub device: String,
    /// What was done.
    pub label: LabelKey,
    /// Whether it takes back or does again.
    pub step: StepKind,
    /// The clause it rests on.
    pub clause: ClauseId,
    /// How many records changed.
    pub records: usize,
    /// What can be done about it.
    pub state: State,
}

/// A label that can be a key of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelKey(pub Label);

impl std::hash::Hash for LabelKey {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.0.verb, self.0.kind, &self.0.subject, self.0.count).hash(state);
    }
}

/// What an entry is in the history of undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// An act of its own.
    Act,
    /// Takes an act back.
    Undo,
    /// Does an act again.
    Redo,
}

impl StepKind {
    /// What to say of it beside the name of the act.
    #[must_use]
    pub const fn note(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Act => None,
            Self::Undo => Some(msg::journal_is_undo(lang)),
            Self::Redo => Some(msg::journal_is_redo(lang)),
        }
    }
}

impl Row {
    /// Who did it, where a name was given.
    #[must_use]
    pub fn author(&self, lang: Lang) -> &str {
        if self.author.is_empty() { msg::journal_nobody(lang) } else { &self.author }
    }
}

/// What can be done about an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It can be taken back.
    Done,
    /// Its records were changed later, so it cannot be taken back before those changes are.
    ChangedLater,
    /// It was taken back.
    Undone,
    /// It takes back or does again: nothing is to be done about it.
    Record,
}

impl State {
    /// Why it cannot be taken back, where that is worth saying.
    #[must_use]
    pub fn refusal(self) -> Option<Refusal> {
        (self == Self::ChangedLater).then(|| Refusal::new(clause!("4.3"), Reason::ChangedLater))
    }
}

/// A page of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The rows of the page, newest first.
    pub rows: Vec<Row>,
    /// How many there are on all pages.
    pub total: usize,
}

/// The page of the entries that pass the filter; `name` is what an entry is called, for the words.
#[must_use]
pub fn page(
    journal: &Journal,
    school: &School,
    filter: &Filter,
    (page, size): (usize, usize),
    name: impl Fn(&Entry) -> String,
) -> Page {
    let words: Vec<String> = fold(&filter.words).split(' ').map(ToOwned::to_owned).collect();
    let passes = |entry: &&Entry| {
        filter.author.as_ref().is_none_or(|author| entry.author.name == *author)
            && filter.kind.is_none_or(|kind| entry.changes.iter().any(|change| change.key().kind == kind))
            && (filter.words.trim().is_empty() || {
                let name = fold(&name(entry));
                words.iter().all(|word| name.contains(word.as_str()))
            })
    };
    let found: Vec<&Entry> = journal.entries().iter().rev().filter(passes).collect();
    let undone = undone(journal);
    let shown = found.iter().skip(page * size).take(size);
    Page { rows: shown.map(|entry| row(entry, school, &undone)).collect(), total: found.len() }
}

/// Who stands in the journal, each name once.
#[must_use]
pub fn authors(journal: &Journal) -> Vec<String> {
    let names: BTreeSet<&String> = order::set(journal.entries().iter().map(|entry| &entry.author.name));
    names.into_iter().filter(|name| !name.is_empty()).cloned().collect()
}

/// The acts that are taken back now.
fn undone(journal: &Journal) -> BTreeSet<EntryId> {
    let mut undone = BTreeSet::new();
    for entry in journal.entries() {
        match entry.step {
            Step::Act => {}
            Step::Undo(id) => {
                undone.insert(id);
            }
            Step::Redo(id) => {
                undone.remove(&id);
            }
        }
    }
    undone
}

fn row(entry: &Entry, school: &School, undone: &BTreeSet<EntryId>) -> Row {
    let step = match entry.step {
        Step::Act => StepKind::Act,
        Step::Undo(_) => StepKind::Undo,
        Step::Redo(_) => StepKind::Redo,
    };
    let state = if step != StepKind::Act {
        State::Record
    } else if undone.contains(&entry.id) {
        State::Undone
    } else if is_as_left(entry, school) {
        State::Done
    } else {
        State::ChangedLater
    };
    let Author { name, device } = entry.author.clone();
    Row {
        id: entry.id,
        at: entry.at,
        author: name,
        device,
        label: LabelKey(entry.label.clone()),
        step,
        clause: entry.clause,
        records: entry.changes.len(),
        state,
    }
}

/// Whether every record of an entry still is as the entry left it.
fn is_as_left(entry: &Entry, school: &School) -> bool {
    entry.changes.iter().all(|change| match (school.record(change.key()), change.after()) {
        (None, None) => true,
        (Some(now), Some(after)) => now.is_same(after),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Filter, PAGE, Page, State, StepKind, authors, page};
    use crate::domain::sample::{Sample, context};
    use crate::domain::{Command, Record, RecordKind, Workspace};

    fn look(workspace: &Workspace, filter: &Filter) -> Page {
        page(workspace.journal(), workspace.school(), filter, (0, PAGE), |entry| entry.label.subject.clone())
    }

    fn renamed(sample: &Sample, name: &str) -> Command {
        let (_, subject) = sample.workspace.school().subjects().iter().next().unwrap();
        Command::Save(Record::new(crate::domain::Subject { name: name.to_owned(), ..(**subject).clone() }))
    }

    #[track_caller]
    fn check(filter: &Filter, expected: impl Fn(&super::Row) -> bool) {
        let sample = Sample::new();
        let all = look(&sample.workspace, &Filter::default());
        let found = look(&sample.workspace, filter);
        let wanted: Vec<_> = all.rows.iter().filter(|row| expected(row)).cloned().collect();
        assert!(!wanted.is_empty() && wanted.len() < all.rows.len(), "the case tells nothing apart");
        assert_eq!(found.rows, wanted);
        assert_eq!(found.total, wanted.len());
    }

    #[test]
    fn filters() {
        check(&Filter { words: "зуева".into(), ..Filter::default() }, |row| row.label.0.subject.contains("Зуева"));
        check(&Filter { kind: Some(RecordKind::Class), ..Filter::default() }, |row| {
            row.label.0.kind == RecordKind::Class || row.label.0.verb == crate::domain::Verb::CreateClasses
        });
        let sample = Sample::new();
        let nobody = Filter { author: Some("Никто".into()), ..Filter::default() };
        assert_eq!(look(&sample.workspace, &nobody), Page::default());
        assert_eq!(authors(sample.workspace.journal()), ["Орлова"]);
    }

    #[test]
    fn newest_first() {
        let sample = Sample::new();
        let ids: Vec<_> = look(&sample.workspace, &Filter::default()).rows.iter().map(|row| row.id).collect();
        let mut expected: Vec<_> = sample.workspace.journal().entries().iter().map(|entry| entry.id).collect();
        expected.reverse();
        assert_eq!(ids, expected);
    }

    #[test]
    fn later_changes_and_undo_are_marked() {
        let mut sample = Sample::new();
        let (first, second) = (renamed(&sample, "Алгебра"), renamed(&sample, "Геометрия"));
        for command in [first, second] {
            let id = sample.ids.fresh();
            sample.workspace.dispatch(id, &command, &context()).unwrap();
        }
        let states = |sample: &Sample| -> Vec<(StepKind, State)> {
            look(&sample.workspace, &Filter::default()).rows.iter().take(3).map(|row| (row.step, row.state)).collect()
        };
        assert_eq!(states(&sample)[..2], [(StepKind::Act, State::Done), (StepKind::Act, State::ChangedLater)]);
        let id = sample.ids.fresh();
        sample.workspace.undo(id, &context()).unwrap();
        let expected = [(StepKind::Undo, State::Record), (StepKind::Act, State::Undone), (StepKind::Act, State::Done)];
        assert_eq!(states(&sample), expected);
        let id = sample.ids.fresh();
        sample.workspace.redo(id, &context()).unwrap();
        assert_eq!(states(&sample)[..3][2], (StepKind::Act, State::Done));
    }

    #[test]
    fn what_is_told_possible_is_possible() {
        let sample = Sample::new();
        for row in look(&sample.workspace, &Filter::default()).rows {
            let mut workspace = sample.workspace.clone();
            let done = workspace.undo_entry(sample.ids.clone().fresh(), row.id, &context());
            assert_eq!(done.err(), row.state.refusal(), "{row:?}");
        }
    }
}
