//! The questions of a merge as rows, and how many there are in each area.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::difference::{HOURS, Shown, is_code};
use crate::domain::{Author, Hours, RecordKind, Refusal, School};
use crate::json;
use crate::snapshot::{Conflict, Decision, Merge, Nature, Review, Spot, Touch, Version, field_of};

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
    /// How a value of one's own is written; none where only one of the two can be taken.
    pub entry: Option<Entry>,
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
        entry: entry(asked, column, mine, theirs),
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

/// How a value of one's own is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As text.
    Text,
    /// As a day.
    Day,
    /// As a number.
    Number,
    /// As hours a week.
    Hours,
    /// As one of the values that the field has somewhere in either plan: yes or no, a code, a record.
    Choice,
}

impl Shape {
    /// The shape of a question about a field; none where its values are no single values, and about whole records.
    #[must_use]
    pub fn of(asked: &Conflict) -> Option<Self> {
        if asked.nature != Nature::Field || asked.spot.is_whole() {
            return None;
        }
        let values: Vec<&Value> = [&asked.base, &asked.mine, &asked.theirs].into_iter().flatten().collect();
        let every = |is: fn(&Value) -> bool| !values.is_empty() && values.iter().all(|value| is(value));
        let is_text = |is: fn(&str) -> bool| values.iter().all(|value| value.as_str().is_some_and(is));
        if every(Value::is_boolean) {
            Some(Self::Choice)
        } else if every(Value::is_number) {
            Some(if asked.spot.path == HOURS { Self::Hours } else { Self::Number })
        } else if !every(Value::is_string) {
            None
        } else if is_code(&asked.spot.path) || is_text(|text| Uuid::try_parse(text).is_ok()) {
            Some(Self::Choice)
        } else if is_text(|text| text.parse::<NaiveDate>().is_ok()) {
            Some(Self::Day)
        } else {
            Some(Self::Text)
        }
    }

    /// Reads what was typed; nothing is no value. None where it is no value of the shape.
    #[must_use]
    pub fn read(self, typed: &str) -> Option<Value> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Some(Value::Null);
        }
        match self {
            Self::Text => Some(typed.into()),
            Self::Day => typed.parse::<NaiveDate>().ok().map(|day| day.to_string().into()),
            Self::Number => typed.parse::<u64>().ok().map(Value::from),
            Self::Hours => Hours::parse(typed).map(|hours| hours.0.into()),
            Self::Choice => json::read(typed).ok(),
        }
    }
}

/// The values that each asked field has somewhere in either plan, gathered once a field.
#[derive(Default)]
struct Column(BTreeMap<(RecordKind, String), BTreeSet<String>>);

impl Column {
    /// What can be chosen: as files have it, and as it is shown.
    fn choices(&mut self, asked: &Conflict, mine: &School, theirs: &School) -> Vec<(String, Shown)> {
        let (kind, path) = (asked.spot.key.kind, &asked.spot.path);
        let column = self.0.entry((kind, path.clone())).or_insert_with(|| {
            let records = [mine, theirs].into_iter().flat_map(School::records).filter(|row| row.key().kind == kind);
            let values = records.filter_map(|record| field_of(&record, path)).filter(|value| !value.is_null());
            values.map(|value| json::text(&value)).collect()
        });
        let own = [&asked.base, &asked.mine, &asked.theirs].into_iter().flatten().map(json::text);
        let flags = asked.mine.as_ref().is_some_and(Value::is_boolean).then(|| ["true", "false"].map(str::to_owned));
        let all: BTreeSet<String> = own.chain(flags.into_iter().flatten()).chain(column.iter().cloned()).collect();
        let read = |text: String| {
            let value: Value = json::read(&text).ok()?;
            Some((text, Shown::of(path, value, mine, theirs)))
        };
        all.into_iter().filter_map(read).collect()
    }
}

/// A field in which an own value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How.
    pub shape: Shape,
    /// What it begins with: mine, as files have it.
    pub start: String,
    /// What can be chosen.
    pub choices: Vec<(String, Shown)>,
}

fn entry(asked: &Conflict, column: &mut Column, mine: &School, theirs: &School) -> Option<Entry> {
    let shape = Shape::of(asked)?;
    let start = match (&asked.mine, shape) {
        (None, _) => String::new(),
        (Some(value), Shape::Choice) => json::text(value),
        (Some(Value::String(text)), _) => text.clone(),
        (Some(value), _) => json::text(value),
    };
    let choices = if shape == Shape::Choice { column.choices(asked, mine, theirs) } else { Vec::new() };
    Some(Entry { shape, start, choices })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{Sample, context, day};
    use crate::domain::{Command, IdSource, LoadLine, Participation, Person, PersonId, Record, RecordKey};
    use crate::snapshot::{Lineage, Side, merge};
    use crate::text::Lang;

    /// Two plans that went on from the sample.
    fn begun(ours: &[&dyn Fn(&Sample) -> Command], others: &[&dyn Fn(&Sample) -> Command]) -> (Sample, Merge) {
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

    /// An own value is written in the field's own way, and what is no such value is not taken.
    #[test]
    fn an_own_value_has_the_shape_of_its_field() {
        fn edited(sample: &Sample, hours: u16, born: u32, part: Participation, teacher: PersonId) -> Command {
            let person = sample.workspace.school().people()[&sample.zueva].as_ref().clone();
            let line = sample.workspace.school().load()[&sample.math_7a].as_ref().clone();
            Command::SaveTogether(vec![
                Record::new(Person { birth_date: Some(day(born)), participation: part, ..person }),
                Record::new(LoadLine { hours: Hours(hours), teacher: Some(teacher), ..line }),
            ])
        }
        let (mine, merge) = begun(
            &[&|s| edited(s, 350, 3, Participation::OffPlatform, s.vetrova)],
            &[&|s| edited(s, 450, 4, Participation::Refused, s.lugova)],
        );
        let view = view(&merge, mine.workspace.school(), day(20));
        let entry = |path: &str| {
            let row = view.rows.iter().find(|row| row.question == Question::Field(path.into())).unwrap();
            row.entry.clone().unwrap()
        };
        let [born, part, hours, teacher] = ["birth_date", "participation", "hours", "teacher"].map(entry);
        assert_eq!(
            [born.shape, part.shape, hours.shape, teacher.shape],
            [Shape::Day, Shape::Choice, Shape::Hours, Shape::Choice]
        );
        assert_eq!((born.start.as_str(), part.start.as_str()), ("2026-09-03", "\"off-platform\""));
        let names = |entry: &Entry| -> Vec<Shown> { entry.choices.iter().map(|(_, shown)| shown.clone()).collect() };
        assert!(names(&part).contains(&Shown::Code("refused".into())), "{part:?}");
        let told = |name: &str| Shown::Text(name.to_owned());
        assert!(
            ["Баранов Глеб Олегович", "Ветрова Анна Ильинична", "Лугова Вера Петровна"]
                .iter()
                .all(|name| names(&teacher).contains(&told(name))),
            "{teacher:?}"
        );
        assert_eq!(Shape::Hours.read("4,25"), Some(425.into()));
        assert_eq!(Shape::Day.read("2026-09-05"), Some("2026-09-05".into()));
        assert_eq!(
            [Shape::Hours.read("много"), Shape::Day.read("завтра"), Shape::Number.read("-1")],
            [None, None, None]
        );
        assert_eq!(Shape::Text.read(" "), Some(Value::Null));
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
        assert_eq!(view.rows[0].entry, None);
        assert_eq!(
            (view.rows[0].because.as_slice(), view.rows[0].decided),
            ([name.to_owned()].as_slice(), Decided::Open)
        );
    }
}
