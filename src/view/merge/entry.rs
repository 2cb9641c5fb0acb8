//! How a value of one's own is written: in one field, or in one for each part of a value that has parts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::domain::{Hours, RecordKind, School};
use crate::json;
use crate::snapshot::{Conflict, Nature, field_of};
use crate::view::difference::{HOURS, Shown, is_code};

/// A field in which an own value is written, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which part: `state`, `post.other`; empty for the whole value.
    pub part: String,
    /// Where in the record: `consent.state`.
    pub path: String,
    /// How it is written.
    pub shape: Shape,
    /// What it begins with: mine, as [`read`] takes it.
    pub start: String,
    /// What can be chosen: as [`read`] takes it, and as it is shown.
    pub choices: Vec<(String, Shown)>,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As text.
    Text,
    /// As texts, one a line.
    Lines,
    /// As a day.
    Day,
    /// As a number.
    Number,
    /// As hours a week.
    Hours,
    /// As one of the values that the field has somewhere in either plan: yes or no, a code, a record.
    Choice,
    /// As several of them.
    Several,
}

impl Shape {
    /// The shape of values that stand at a path; none where they have parts of their own.
    fn of(path: &str, values: &[&Value]) -> Option<Self> {
        let every = |is: fn(&Value) -> bool| values.iter().all(|value| is(value));
        let shape = if every(Value::is_number) {
            if path == HOURS { Self::Hours } else { Self::Number }
        } else if every(Value::is_string) {
            match text(path, values) {
                Text::Name => Self::Choice,
                Text::Day => Self::Day,
                Text::Free => Self::Text,
            }
        } else if every(Value::is_array) {
            let items: Vec<&Value> = values.iter().filter_map(|value| value.as_array()).flatten().collect();
            let is_free = items.iter().all(|item| item.is_string()) && text(path, &items) == Text::Free;
            if is_free && !items.is_empty() { Self::Lines } else { Self::Several }
        } else if every(Value::is_object) && !are_kinds(values) {
            return None;
        } else {
            Self::Choice
        };
        Some(shape)
    }

    /// Reads what was typed; nothing is no value. None where it is no value of the shape.
    fn read(self, typed: &str) -> Option<Value> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Some(Value::Null);
        }
        let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
        match self {
            Self::Text => Some(typed.into()),
            Self::Lines => Some(lines.collect()),
            Self::Day => typed.parse::<NaiveDate>().ok().map(|day| day.to_string().into()),
            Self::Number => typed.parse::<u64>().ok().map(Value::from),
            Self::Hours => Hours::parse(typed).map(|hours| hours.0.into()),
            Self::Choice => json::read(typed).ok(),
            Self::Several => lines.map(|line| json::read::<Value>(line).ok()).collect(),
        }
    }
}

#[derive(PartialEq)]
enum Text {
    /// The name of something: a code, the identity of a record.
    Name,
    Day,
    Free,
}

fn text(path: &str, values: &[&Value]) -> Text {
    let every = |is: fn(&str) -> bool| values.iter().all(|value| value.as_str().is_some_and(is));
    if is_code(path) || every(|text| Uuid::try_parse(text).is_ok()) {
        Text::Name
    } else if every(|text| text.parse::<NaiveDate>().is_ok()) {
        Text::Day
    } else {
        Text::Free
    }
}

/// Whether the objects are different things, each under its own name, such as a class here and a group there.
fn are_kinds(values: &[&Value]) -> bool {
    let only = |value: &&Value| {
        let mut names = value.as_object()?.keys();
        names.next().filter(|_| names.next().is_none()).cloned()
    };
    let names: Option<BTreeSet<String>> = values.iter().map(only).collect();
    names.is_some_and(|names| names.len() > 1)
}

/// The parts of the values of a question, each with its shape; none where only one side can be taken.
fn parts(asked: &Conflict) -> Vec<(String, Shape)> {
    let mut out = Vec::new();
    if asked.nature == Nature::Field && !asked.spot.is_whole() {
        let values = [&asked.base, &asked.mine, &asked.theirs].into_iter().flatten();
        split("", &asked.spot.path, values.collect(), &mut out);
    }
    out
}

fn split(part: &str, path: &str, values: Vec<&Value>, out: &mut Vec<(String, Shape)>) {
    let values: Vec<&Value> = values.into_iter().filter(|value| !value.is_null()).collect();
    if values.is_empty() {
        return;
    }
    if let Some(shape) = Shape::of(path, &values) {
        out.push((part.to_owned(), shape));
        return;
    }
    let objects: Vec<&Map<String, Value>> = values.into_iter().filter_map(Value::as_object).collect();
    let names: BTreeSet<&String> = objects.iter().flat_map(|object| object.keys()).collect();
    for name in names {
        let inner = objects.iter().filter_map(|object| object.get(name)).collect();
        split(&below(part, name), &below(path, name), inner, out);
    }
}

/// The path of a part of what stands at a path; an empty one is the whole.
fn below(path: &str, part: &str) -> String {
    if path.is_empty() || part.is_empty() { format!("{path}{part}") } else { format!("{path}.{part}") }
}

/// The part of a value.
fn within<'a>(value: &'a Value, part: &str) -> Option<&'a Value> {
    part.split('.').filter(|name| !name.is_empty()).try_fold(value, |value, name| value.get(name))
}

/// Reads an own value from what was typed for each part; the part that is no value of its shape where one is not.
pub fn read<'a>(asked: &Conflict, typed: impl Fn(&str) -> &'a str) -> Result<Value, String> {
    let mut whole = Value::Null;
    for (part, shape) in parts(asked) {
        let mut value = shape.read(typed(&part)).ok_or_else(|| part.clone())?;
        if let Value::Array(items) = &mut value
            && shape == Shape::Several
        {
            put_in_order(items, asked, &part);
        }
        if !value.is_null() {
            set(&mut whole, &part, value);
        }
    }
    Ok(whole)
}

/// Several are chosen in no order of their own: they keep the one of mine, then of theirs.
fn put_in_order(items: &mut [Value], asked: &Conflict, part: &str) {
    let known: Vec<&Value> = [&asked.mine, &asked.theirs]
        .into_iter()
        .flatten()
        .filter_map(|value| within(value, part)?.as_array())
        .flatten()
        .collect();
    let place = |item: &Value| known.iter().position(|other| *other == item).unwrap_or(known.len());
    crate::order::by_cached_key(items, place);
}

fn set(whole: &mut Value, part: &str, value: Value) {
    let (name, rest) = part.split_once('.').unwrap_or((part, ""));
    if name.is_empty() {
        *whole = value;
        return;
    }
    if whole.is_null() {
        *whole = Value::Object(Map::new());
    }
    if let Some(object) = whole.as_object_mut() {
        set(object.entry(name).or_insert(Value::Null), rest, value);
    }
}

/// The fields in which an own value is written; none where only one of the two can be taken.
pub(super) fn entries(asked: &Conflict, column: &mut Column, mine: &School, theirs: &School) -> Vec<Entry> {
    let parts = parts(asked).into_iter();
    parts
        .map(|(part, shape)| {
            let path = below(&asked.spot.path, &part);
            let own = asked.mine.as_ref().and_then(|value| within(value, &part));
            let choices = match shape {
                Shape::Choice | Shape::Several => column.choices(asked, &part, shape, mine, theirs),
                _ => Vec::new(),
            };
            let start = own.map(|value| start(shape, value)).unwrap_or_default();
            Entry { part, path, shape, start, choices }
        })
        .collect()
}

fn start(shape: Shape, value: &Value) -> String {
    let plain = |value: &Value| value.as_str().map_or_else(|| json::text(value), str::to_owned);
    let lines = |told: &dyn Fn(&Value) -> String| {
        value.as_array().map(Vec::as_slice).unwrap_or_default().iter().map(told).collect::<Vec<_>>().join("\n")
    };
    match shape {
        Shape::Choice => json::text(value),
        Shape::Several => lines(&|item| json::text(item)),
        Shape::Lines => lines(&plain),
        Shape::Text | Shape::Day | Shape::Number | Shape::Hours => plain(value),
    }
}

/// The values that each asked field has somewhere in either plan, gathered and told once a field.
#[derive(Default)]
pub(super) struct Column(BTreeMap<(RecordKind, String), BTreeMap<String, Shown>>);

impl Column {
    /// What can be chosen: as [`read`] takes it, and as it is shown.
    fn choices(
        &mut self,
        asked: &Conflict,
        part: &str,
        shape: Shape,
        mine: &School,
        theirs: &School,
    ) -> Vec<(String, Shown)> {
        let (kind, field) = (asked.spot.key.kind, &asked.spot.path);
        let path = below(field, part);
        let items = |value: &Value| match (within(value, part), shape) {
            (Some(Value::Array(items)), Shape::Several) => items.clone(),
            (Some(Value::Null) | None, _) => Vec::new(),
            (Some(value), _) => vec![value.clone()],
        };
        let told = |value: Value| (json::text(&value), Shown::of(&path, value, mine, theirs));
        let column = self.0.entry((kind, path.clone())).or_insert_with(|| {
            let records = [mine, theirs].into_iter().flat_map(School::records).filter(|row| row.key().kind == kind);
            let values = records.filter_map(|record| field_of(&record, field)).flat_map(|value| items(&value));
            // What has parts of its own, such as a step of a movement, belongs to its record.
            let plain = values.filter(|value| shape == Shape::Choice || !value.is_object());
            let texts: BTreeSet<String> = plain.map(|value| json::text(&value)).collect();
            texts.iter().filter_map(|text| json::read(text).ok()).map(told).collect()
        });
        let own = [&asked.base, &asked.mine, &asked.theirs].into_iter().flatten().flat_map(items).map(told);
        let is_flag = asked.mine.as_ref().and_then(|value| within(value, part)).is_some_and(Value::is_boolean);
        let flags = [true, false].into_iter().filter(|_| is_flag).map(|flag| told(flag.into()));
        let mut all = column.clone();
        all.extend(own.chain(flags));
        all.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use uuid::Uuid;

    use super::{Column, Entry, Shape, parts, read};
    use crate::domain::sample::{Sample, day};
    use crate::domain::{
        Command, Consent, ConsentState, Hours, LoadLine, Participation, Person, PersonId, Record, RecordKey, RecordKind,
    };
    use crate::snapshot::{Conflict, Decision, Merge, Nature, Review, Spot, Version};
    use crate::view::difference::Shown;
    use crate::view::merge::tests::begun;
    use crate::view::merge::{Question, view};

    fn person(sample: &Sample, change: impl Fn(Person) -> Person) -> Record {
        Record::new(change(sample.workspace.school().people()[&sample.zueva].as_ref().clone()))
    }

    fn entries(mine: &Sample, merge: &Merge, path: &str) -> Vec<Entry> {
        let view = view(merge, mine.workspace.school(), day(20));
        let row = view.rows.into_iter().find(|row| row.question == Question::Field(path.into())).unwrap();
        row.entries
    }

    fn asked(review: &Review, path: &str) -> Conflict {
        review.conflicts.iter().find(|asked| asked.spot.path == path).unwrap().clone()
    }

    fn names(entry: &Entry) -> Vec<Shown> {
        entry.choices.iter().map(|(_, shown)| shown.clone()).collect()
    }

    /// An own value is written in the field's own way, and what is no such value is not taken.
    #[test]
    fn an_own_value_has_the_shape_of_its_field() {
        fn edited(sample: &Sample, hours: u16, born: u32, part: Participation, teacher: PersonId) -> Command {
            let line = sample.workspace.school().load()[&sample.math_7a].as_ref().clone();
            Command::SaveTogether(vec![
                person(sample, |row| Person { birth_date: Some(day(born)), participation: part, ..row }),
                Record::new(LoadLine { hours: Hours(hours), teacher: Some(teacher), ..line }),
            ])
        }
        let (mine, merge) = begun(
            &[&|s| edited(s, 350, 3, Participation::OffPlatform, s.vetrova)],
            &[&|s| edited(s, 450, 4, Participation::Refused, s.lugova)],
        );
        let [born, part, hours, teacher] = ["birth_date", "participation", "hours", "teacher"].map(|path| {
            let [entry] = entries(&mine, &merge, path).try_into().unwrap();
            let entry: Entry = entry;
            entry
        });
        assert_eq!(
            [born.shape, part.shape, hours.shape, teacher.shape],
            [Shape::Day, Shape::Choice, Shape::Hours, Shape::Choice]
        );
        assert_eq!((born.start.as_str(), part.start.as_str()), ("2026-09-03", "\"off-platform\""));
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
        assert_eq!(Shape::Lines.read(" a \n\nb"), Some(json!(["a", "b"])));
        assert_eq!(Shape::Several.read("\"a\"\n{"), None);
    }

    /// A value that has parts is written part by part, and what comes of it is the record's value.
    #[test]
    fn a_value_with_parts_is_written_part_by_part() {
        let consent = |state, on, paper: &str| Consent { state, on: Some(day(on)), paper: paper.into() };
        let (mine, mut merge) = begun(
            &[&|s| Command::Save(person(s, |row| Person { consent: consent(ConsentState::Given, 3, "№ 1"), ..row }))],
            &[&|s| {
                Command::Save(person(s, |row| Person { consent: consent(ConsentState::Refused, 4, "№ 2"), ..row }))
            }],
        );
        let found = entries(&mine, &merge, "consent");
        let told: Vec<_> = found.iter().map(|entry| (entry.path.as_str(), entry.shape, entry.start.as_str())).collect();
        assert_eq!(
            told,
            [
                ("consent.on", Shape::Day, "2026-09-03"),
                ("consent.paper", Shape::Text, "№ 1"),
                ("consent.state", Shape::Choice, "\"given\""),
            ]
        );
        let review = merge.review(mine.workspace.school(), day(20));
        let asked = asked(&review, "consent");
        let typed = |on: &'static str| {
            let typed = BTreeMap::from([("paper", "№ 3"), ("on", on), ("state", "\"given\"")]);
            move |part: &str| typed.get(part).copied().unwrap_or_default()
        };
        assert_eq!(read(&asked, typed("вчера")), Err("on".to_owned()));
        let value = read(&asked, typed("2026-09-05")).unwrap();
        merge.decide(asked.spot.clone(), Decision::Edited(value)).unwrap();
        let review = merge.review(mine.workspace.school(), day(20));
        assert_eq!(review.open(), 0);
        let expected = person(&mine, |row| Person { consent: consent(ConsentState::Given, 5, "№ 3"), ..row });
        assert_eq!(review.changes.iter().next().and_then(|change| change.after()), Some(&expected));
    }

    fn question(kind: RecordKind, path: &str, mine: Value, theirs: Value) -> Conflict {
        let spot = Spot { key: RecordKey::of(kind, Uuid::from_u128(1)), path: path.into() };
        let (mine, theirs) = (Some(mine), Some(theirs));
        let nature = Nature::Field;
        let (base, mine_by, theirs_by, because, decision) = (None, None, None, Vec::new(), None);
        Conflict { spot, nature, base, mine, theirs, mine_by, theirs_by, because, decision, is_open: true }
    }

    /// Texts stand on lines of their own; what both sides list is chosen from, and keeps the order of the lists.
    #[test]
    fn a_list_is_written_line_by_line_or_chosen() {
        let asked = question(RecordKind::Nomenclature, "classes", json!(["7А", "7Б"]), json!(["7А", "8А"]));
        assert_eq!(parts(&asked), [(String::new(), Shape::Lines)]);
        assert_eq!(read(&asked, |_| "7А\n 8Б "), Ok(json!(["7А", "8Б"])));

        let sample = Sample::new();
        let school = sample.workspace.school();
        let [a, b, c] = [sample.zueva, sample.vetrova, sample.lugova].map(|id| json!(id));
        let asked = question(RecordKind::Invite, "addressees", json!([b, a]), json!([c]));
        let [entry] = super::entries(&asked, &mut Column::default(), school, school).try_into().unwrap();
        let entry: Entry = entry;
        assert_eq!((entry.shape, entry.start), (Shape::Several, format!("{b}\n{a}")));
        let told: Vec<_> = entry.choices.iter().map(|(_, shown)| shown.clone()).collect();
        assert!(told.contains(&Shown::Text("Лугова Вера Петровна".into())), "{told:?}");
        let typed = format!("{c}\n{a}\n{b}");
        assert_eq!(read(&asked, |_| &typed), Ok(json!([b, a, c])));
        assert_eq!(read(&asked, |_| ""), Ok(Value::Null));
    }

    /// Things of different kinds are chosen whole: a field for each part would make one that is neither.
    #[test]
    fn things_of_different_kinds_are_chosen_whole() {
        let asked = question(RecordKind::Invite, "target", json!({"class": "a"}), json!({"group": "b"}));
        assert_eq!(parts(&asked), [(String::new(), Shape::Choice)]);
        let asked = question(RecordKind::Invite, "target", json!("school"), json!({"group": "b"}));
        assert_eq!(parts(&asked), [(String::new(), Shape::Choice)]);
        let asked = question(RecordKind::Invite, "target", json!({"on": "2026-09-01"}), json!({"on": "2026-09-02"}));
        assert_eq!(parts(&asked), [("on".to_owned(), Shape::Day)]);
        let whole = Conflict { nature: Nature::Removal { by: Version::Mine }, ..asked };
        assert_eq!(parts(&whole), []);
    }
}
