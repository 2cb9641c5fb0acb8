//! Merging: the laws over random plans, cases one by one, and stories of a month.

mod ancestor;
mod case;
mod law;
mod story;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::sample::{ChangeClass, Sample, day};
use crate::domain::*;
use crate::snapshot::{Lineage, Snapshot, Stamp, read, write};

/// An administrator with a plan of their own.
#[derive(Clone)]
struct Admin {
    name: &'static str,
    workspace: Workspace,
    lineage: Lineage,
    ids: IdSource,
    now: DateTime<Utc>,
}

/// The day on which rules look at a merge.
fn today() -> NaiveDate {
    day(20)
}

impl Admin {
    /// An administrator with a copy of the sample's plan.
    fn new(name: &'static str, sample: &Sample) -> Self {
        let seed = u8::try_from(name.chars().map(u32::from).sum::<u32>() % 200).unwrap();
        Self {
            name,
            workspace: sample.workspace.clone(),
            lineage: Lineage::new(Uuid::from_u128(1), "gymnasium-44"),
            ids: IdSource::new(1_789_000_000_000, [seed; 10]),
            now: "2026-09-10T08:00:00Z".parse().unwrap(),
        }
    }

    fn context(&mut self) -> Context {
        self.now += Duration::minutes(10);
        let author = Author { name: self.name.into(), device: "PC".into() };
        Context { now: self.now, today: today(), author }
    }

    fn school(&self) -> &School {
        self.workspace.school()
    }

    /// Carries out a command if the rules allow it.
    fn attempt(&mut self, command: &Command) -> Result<(), Refusal> {
        let (id, context) = (self.ids.fresh(), self.context());
        self.workspace.dispatch(id, command, &context).map(|_| ())
    }

    /// Carries out a command that must be possible.
    #[track_caller]
    fn run(&mut self, command: &Command) {
        self.attempt(command).unwrap();
    }

    /// Creates or edits a record.
    #[track_caller]
    fn save(&mut self, record: impl Into<Record>) {
        self.run(&Command::Save(record.into()));
    }

    /// Edits a person.
    #[track_caller]
    fn edit(&mut self, id: PersonId, edit: impl FnOnce(&mut Person)) {
        let mut row = self.school().people()[&id].as_ref().clone();
        edit(&mut row);
        self.save(row);
    }

    fn undo(&mut self) -> bool {
        let (id, context) = (self.ids.fresh(), self.context());
        self.workspace.undo(id, &context).is_ok()
    }

    fn side(&self) -> Side<'_> {
        Side { workspace: &self.workspace, lineage: &self.lineage }
    }

    /// Begins to merge a colleague's plan.
    #[track_caller]
    fn begin(&self, other: &Self) -> Merge {
        merge(self.side(), other.side(), other.name).unwrap()
    }

    /// Carries out a merge that is decided.
    #[track_caller]
    fn carry_out(&mut self, merge: &Merge, other: &Self) {
        let command = merge.finish(&self.workspace, today()).unwrap();
        self.run(&command);
        self.lineage = self.lineage.after_merging(&other.lineage);
    }

    /// Merges a colleague's plan that asks nothing.
    #[track_caller]
    fn take_over(&mut self, other: &Self) {
        let merge = self.begin(other);
        assert_eq!(questions(&merge, self), Vec::<String>::new());
        self.carry_out(&merge, other);
    }

    /// Opens a colleague's file in place of the own plan.
    #[track_caller]
    fn open(&mut self, other: &Self) {
        let opened = read(&other.file()).unwrap();
        let joined = Joined {
            entries: crate::snapshot::ancestor::unknown_to(self.workspace.journal(), &opened.journal()),
            decided: Vec::new(),
        };
        let school = Box::new(opened.school.clone());
        self.run(&Command::OpenSnapshot { source: other.name.into(), school, joined });
        self.lineage = self.lineage.after_opening(&opened.snapshot);
    }

    /// The plan as a file.
    fn file(&self) -> Vec<u8> {
        let stamp = Stamp::new(Uuid::from_u128(7), self.now, Author::default(), String::new());
        write(&Snapshot::of(&self.workspace, &self.lineage, stamp))
    }

    /// The plan as it comes out of a file.
    #[track_caller]
    fn through_a_file(&self) -> Self {
        let opened = read(&self.file()).unwrap();
        Self { workspace: opened.workspace(), lineage: self.lineage.clone(), ..self.clone() }
    }
}

/// The open questions of a merge, a line each: record, field, base, mine and theirs.
fn questions(merge: &Merge, mine: &Admin) -> Vec<String> {
    let review = merge.review(mine.school(), today());
    let text = |value: &Option<Value>| match value {
        None => "—".to_owned(),
        Some(Value::Object(_)) => "…".to_owned(),
        Some(value) => value.to_string(),
    };
    let of = |asked: &Conflict| {
        let row = merge.row(asked.spot.key).unwrap();
        let record = row.mine.as_ref().or(row.theirs.as_ref()).unwrap();
        let what = match &asked.nature {
            Nature::Field => asked.spot.path.clone(),
            Nature::Removal { by } => format!("removed by {by:?}"),
            Nature::Rule(refusal) => refusal.to_string(),
        };
        let caption = record.caption(mine.school());
        format!("{caption}: {what}: {} → {} | {}", text(&asked.base), text(&asked.mine), text(&asked.theirs))
    };
    review.conflicts.iter().filter(|asked| asked.is_open).map(of).collect()
}

/// Decides everything for one side; what that does not settle, for the other.
#[track_caller]
fn settle(merge: &mut Merge, mine: &Admin, version: Version) {
    let other = if version == Version::Mine { Version::Theirs } else { Version::Mine };
    for side in [version, other, version, other, version, other] {
        let review = merge.review(mine.school(), today());
        if review.open() == 0 {
            return;
        }
        // A question about a rule may come up again in other words once the first is answered.
        for _ in 0..4 {
            let review = merge.review(mine.school(), today());
            merge.decide_all(&review, None, side);
        }
    }
    assert_eq!(questions(merge, mine), Vec::<String>::new(), "no decision settles it");
}
