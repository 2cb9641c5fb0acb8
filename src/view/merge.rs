//! The questions of a merge as rows, and how many there are in each area.

pub mod entry;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

use super::difference::Shown;
use crate::domain::{Author, RecordKind, Refusal, School};
use crate::snapshot::{Conflict, Decision, Merge, Nature, Review, Spot, Touch, Version};
use entry::{Column, Entry};

/// A merge as the screen shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeView {
    /// Name of the other plan's file.
    pub source: String,
    /// How many records change by themselves or by decision.
    pub changes: usize,
    /// How many questions wait.
    pub open: usize,
    /// Counts by kind of record, in the order of the file; kinds without a question or a change are left out.
    pub areas: Vec<Area>,
    /// The questions, in the order of the file.
    pub rows: Vec<ConflictRow>,
}

/// The counts of a kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The kind.
    pub kind: RecordKind,
    /// How many records change.
    pub changes: usize,
    /// How many questions there are.
    pub questions: usize,
    /// How many of them wait.
    pub open: usize,
}

/// A question as a row.
#[derive(Debug, Clone, PartialEq)]
pub struct ConflictRow {
    /// Where; what [`Merge::decide`] takes, and the key of the row.
    pub spot: Spot,
    /// The record in the school's words.
    pub caption: String,
    /// What is asked.
    pub question: Question,
    /// The values; none where there is none.
    pub base: Option<Shown>,
    /// The value here.
    pub mine: Option<Shown>,
    /// The value there.
    pub theirs: Option<Shown>,
    /// How a value of one's own is written, part by part; none where only one of the two can be taken.
    pub entries: Vec<Entry>,
    /// Who wrote mine.
    pub mine_by: Hand,
    /// Who wrote theirs.
    pub theirs_by: Hand,
    /// The records that make it a question, in the school's words.
    pub because: Vec<String>,
    /// What was decided.
    pub decided: Decided,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Which value a field takes: the name of the field as files have it, `period.to`.
    Field(String),
    /// Whether a record goes that the open plan removed.
    RemovedHere,
    /// Whether a record goes that the other plan removed.
    RemovedThere,
    /// Which records stay, so that a rule is kept.
    Rule(Refusal),
}

/// Who and when, where the journals tell.
pub type Hand = Option<(Author, DateTime<Utc>)>;

/// How far a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Nobody decided.
    Open,
    /// Decided, but a rule is still broken.
    NotEnough,
    /// As here.
    Mine,
    /// As there.
    Theirs,
    /// Otherwise.
    Edited,
}

/// Shows a merge; `mine` is the open plan's school.
#[must_use]
pub fn view(merge: &Merge, mine: &School, today: NaiveDate) -> MergeView {
    let review = merge.review(mine, today);
    let theirs = merge.other_school(mine);
    let mut column = Column::default();
    let rows = review.conflicts.iter().map(|asked| row(asked, &mut column, mine, &theirs)).collect();
    MergeView {
        source: merge.source.clone(),
        changes: review.changes.len(),
        open: review.open(),
        areas: areas(&review),
        rows,
    }
}

fn areas(review: &Review) -> Vec<Area> {
    let mut areas: BTreeMap<RecordKind, Area> = BTreeMap::new();
    let blank = |kind| Area { kind, changes: 0, questions: 0, open: 0 };
    for change in &review.changes {
        let kind = change.key().kind;
        areas.entry(kind).or_insert_with(|| blank(kind)).changes += 1;
    }
    for asked in &review.conflicts {
        let kind = asked.spot.key.kind;
        let area = areas.entry(kind).or_insert_with(|| blank(kind));
        area.questions += 1;
        area.open += usize::from(asked.is_open);
    }
    areas.into_values().collect()
}

fn row(asked: &Conflict, column: &mut Column, mine: &School, theirs: &School) -> ConflictRow {
    let caption = |key| match (mine.record(key), theirs.record(key)) {
        (Some(record), _) => record.caption(mine),
        (None, Some(record)) => record.caption(theirs),
        (None, None) => String::new(),
    };
    let shown = |value: &Option<Value>, own: &School, other: &School| {
        value.as_ref().map(|value| shown(value, asked, own, other))
    };
    let hand = |touch: &Option<Touch>| touch.clone().map(|touch| (touch.author, touch.at));
    let question = match &asked.nature {
        Nature::Field => Question::Field(asked.spot.path.clone()),
        Nature::Removal { by: Version::Mine } => Question::RemovedHere,
        Nature::Removal { by: Version::Theirs } => Question::RemovedThere,
        Nature::Rule(refusal) => Question::Rule(refusal.clone()),
    };
    ConflictRow {
        caption: caption(asked.spot.key),
        question,
        base: shown(&asked.base, mine, theirs),
        mine: shown(&asked.mine, mine, theirs),
        theirs: shown(&asked.theirs, theirs, mine),
        entries: entry::entries(asked, column, mine, theirs),
        mine_by: hand(&asked.mine_by),
        theirs_by: hand(&asked.theirs_by),
        because: asked.because.iter().map(|key| caption(*key)).collect(),
        decided: match (&asked.decision, asked.is_open) {
            (None, _) => Decided::Open,
            (Some(_), true) => Decided::NotEnough,
            (Some(Decision::Mine), _) => Decided::Mine,
            (Some(Decision::Theirs), _) => Decided::Theirs,
            (Some(Decision::Edited(_)), _) => Decided::Edited,
        },
        spot: asked.spot.clone(),
    }
}

/// A value: a whole record by its caption, a field as differences show it.
fn shown(value: &Value, asked: &Conflict, own: &School, other: &School) -> Shown {
    if asked.spot.is_whole() {
        return Shown::Text(own.record(asked.spot.key).map(|record| record.caption(own)).unwrap_or_default());
    }
    Shown::of(&asked.spot.path, value.clone(), own, other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{Sample, context, day};
    use crate::domain::{Command, IdSource, LoadLine, Person, PersonId, Record, RecordKey};
    use crate::snapshot::{Lineage, Side, merge};
    use crate::text::Lang;

    /// Two plans that went on from the sample.
    pub(super) fn begun(
        ours: &[&dyn Fn(&Sample) -> Command],
        others: &[&dyn Fn(&Sample) -> Command],
    ) -> (Sample, Merge) {
        let (mut mine, mut theirs) = (Sample::new(), Sample::new());
        theirs.workspace = mine.workspace.clone();
        theirs.ids = IdSource::new(1_790_000_000_000, [8; 10]);
        for command in ours {
            let command = command(&mine);
            mine.run(&command);
        }
        for command in others {
            let command = command(&theirs);
            theirs.run(&command);
        }
        let lineage = Lineage::default();
        let side = |sample| Side { workspace: sample, lineage: &lineage };
        let merge = merge(side(&mine.workspace), side(&theirs.workspace), "план.json").unwrap();
        (mine, merge)
    }

    fn note(sample: &Sample, id: PersonId, text: &str) -> Command {
        let row = sample.workspace.school().people()[&id].as_ref().clone();
        Command::Save(Record::new(Person { note: text.into(), ..row }))
    }

    fn line(sample: &Sample, teacher: PersonId) -> Command {
        let row = sample.workspace.school().load()[&sample.math_7a].as_ref().clone();
        Command::Save(Record::new(LoadLine { teacher: Some(teacher), ..row }))
    }

    #[track_caller]
    fn check_row(row: &ConflictRow, caption: &str, question: &Question, values: [Option<&str>; 3]) {
        assert_eq!((row.caption.as_str(), &row.question), (caption, question));
        let told = |shown: &Option<Shown>| shown.as_ref().map(|shown| crate::text::field::value(Lang::Ru, shown));
        let values = values.map(|value| value.map(str::to_owned));
        assert_eq!([&row.base, &row.mine, &row.theirs].map(told), values);
    }

    #[test]
    fn fields_are_told_in_the_schools_words_with_their_authors() {
        let (mine, merge) = begun(
            &[&|s| note(s, s.zueva, "хор"), &|s| line(s, s.vetrova)],
            &[&|s| note(s, s.zueva, "шахматы"), &|s| line(s, s.lugova)],
        );
        let view = view(&merge, mine.workspace.school(), day(20));
        let question = Question::Field("note".into());
        check_row(&view.rows[0], "Зуева Ева Марковна", &question, [None, Some("хор"), Some("шахматы")]);
        check_row(
            &view.rows[1],
            "Математика · 7А",
            &Question::Field("teacher".into()),
            [Some("Баранов Глеб Олегович"), Some("Ветрова Анна Ильинична"), Some("Лугова Вера Петровна")],
        );
        let hand = Some((context().author, context().now));
        assert_eq!((&view.rows[0].mine_by, &view.rows[0].theirs_by), (&hand, &hand));
        assert_eq!((view.rows.len(), view.open, view.source.as_str()), (2, 2, "план.json"));
    }

    #[test]
    fn areas_count_changes_and_questions() {
        let (mine, mut merge) = begun(
            &[&|s| note(s, s.zueva, "хор")],
            &[&|s| note(s, s.zueva, "шахматы"), &|s| note(s, s.lugova, "отпуск"), &|s| line(s, s.lugova)],
        );
        let area = |kind, changes, questions, open| Area { kind, changes, questions, open };
        let shown = view(&merge, mine.workspace.school(), day(20));
        let load = area(RecordKind::LoadLine, 1, 0, 0);
        assert_eq!(shown.areas, [area(RecordKind::Person, 1, 1, 1), load]);
        merge.decide(shown.rows[0].spot.clone(), Decision::Theirs).unwrap();
        let shown = view(&merge, mine.workspace.school(), day(20));
        assert_eq!(shown.areas, [area(RecordKind::Person, 2, 1, 0), load]);
        assert_eq!((shown.rows[0].decided, shown.open, shown.changes), (Decided::Theirs, 0, 3));
    }

    #[test]
    fn a_removal_names_who_removed_and_who_needs_the_record() {
        let (mine, merge) =
            begun(&[&|s| Command::Remove(RecordKey::to::<Person>(s.zueva))], &[&|s| note(s, s.zueva, "хор")]);
        let view = view(&merge, mine.workspace.school(), day(20));
        let name = "Зуева Ева Марковна";
        assert_eq!((view.rows[0].caption.as_str(), &view.rows[0].question), (name, &Question::RemovedHere));
        assert_eq!((&view.rows[0].mine, &view.rows[0].theirs), (&None, &Some(Shown::Text(name.into()))));
        assert!(view.rows[0].entries.is_empty());
        assert_eq!(
            (view.rows[0].because.as_slice(), view.rows[0].decided),
            ([name.to_owned()].as_slice(), Decided::Open)
        );
    }
}
