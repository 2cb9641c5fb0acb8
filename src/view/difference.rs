//! Changes of records for people: what a record is called, which fields differ, values with links resolved.

use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use crate::domain::{Change, Phone, RecordKey, RecordKind, School};
use crate::json;
use crate::snapshot::RecordDifference;

/// A record that differs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// What it is.
    pub kind: RecordKind,
    /// Whether it comes, changes or goes.
    pub way: Way,
    /// Which one, in the school's words; empty where the kind says everything.
    pub caption: String,
    /// The fields that differ; every field of a record that comes or goes.
    pub fields: Vec<Field>,
}

/// What happens to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// It is new.
    Added,
    /// It stays and is not the same.
    Changed,
    /// It goes.
    Removed,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Field {
    /// Where in the record: `period.from`.
    pub path: String,
    /// The value before.
    pub before: Shown,
    /// The value after.
    pub after: Shown,
}

/// A value as a person reads it; the text layer puts codes, days and yes and no into words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shown {
    /// There is none.
    Absent,
    /// As it stands.
    Text(String),
    /// One of a fixed set, by its name in the file.
    Code(String),
    /// A day.
    Day(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// Hours a week in hundredths.
    Hours(u64),
    /// Several.
    List(Vec<Self>),
}

/// The rows of a list of changes; captions are those of `after`, of `before` for what goes.
#[must_use]
pub fn rows<'a>(changes: impl IntoIterator<Item = &'a Change>, before: &School, after: &School) -> Vec<Row> {
    changes.into_iter().map(|change| row(change, before, after)).collect()
}

fn row(change: &Change, before: &School, after: &School) -> Row {
    let way = match (change.before(), change.after()) {
        (None, _) => Way::Added,
        (_, None) => Way::Removed,
        _ => Way::Changed,
    };
    let difference = RecordDifference { change: change.clone() };
    let fields = difference
        .fields()
        .into_iter()
        .map(|field| Field {
            before: shown(&field.path, field.before.as_deref(), before, after),
            after: shown(&field.path, field.after.as_deref(), after, before),
            path: field.path,
        })
        .collect();
    Row { kind: change.key().kind, way, caption: difference.caption(before, after), fields }
}

/// The field of hours, which stand in hundredths.
pub(super) const HOURS: &str = "hours";

/// Fields whose texts are names of a fixed set.
const CODES: &[&str] = &[
    "gender",
    "participation",
    "consent.state",
    "kinship",
    "category",
    "post",
    "role",
    "state",
    "audience",
    "audience.groups",
    "format",
    "access",
    "verdict",
];

fn shown(path: &str, json: Option<&str>, own: &School, other: &School) -> Shown {
    match json.map(json::read::<Value>) {
        Some(Ok(value)) => Shown::of(path, value, own, other),
        Some(Err(_)) | None => Shown::Absent,
    }
}

impl Shown {
    /// A value at a path of a record; identities are told by the school that has the record, `own` first.
    pub(super) fn of(path: &str, value: Value, own: &School, other: &School) -> Self {
        match value {
            Value::Null => Self::Absent,
            Value::Bool(flag) => Self::Flag(flag),
            Value::Number(number) => match number.as_u64() {
                Some(hours) if path == HOURS => Self::Hours(hours),
                _ => Self::Text(number.to_string()),
            },
            Value::String(text) => of_text(path, text, own, other),
            Value::Array(items) => Self::List(items.into_iter().map(|item| Self::of(path, item, own, other)).collect()),
            Value::Object(fields) => Self::List(
                fields.into_iter().map(|(key, item)| Self::of(&format!("{path}.{key}"), item, own, other)).collect(),
            ),
        }
    }
}

/// Whether the texts of a field are names of a fixed set.
pub(super) fn is_code(path: &str) -> bool {
    CODES.contains(&path) || path == "kind"
}

fn of_text(path: &str, text: String, own: &School, other: &School) -> Shown {
    if let Some(caption) = Uuid::parse_str(&text).ok().and_then(|id| caption(id, own).or_else(|| caption(id, other))) {
        return Shown::Text(caption);
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Shown::Day(day);
    }
    if is_code(path) {
        return Shown::Code(text);
    }
    if path == "phone" {
        return Shown::Text(text.parse().map_or(text, |phone: Phone| phone.to_string()));
    }
    Shown::Text(text)
}

/// What the record with an identity is called, whatever its kind.
fn caption(id: Uuid, school: &School) -> Option<String> {
    let record = RecordKind::ALL.iter().find_map(|kind| {
        let record = school.record(RecordKey::of(*kind, id))?;
        // Records of which there is one answer to every identity.
        (record.key().id == id).then_some(record)
    })?;
    Some(record.caption(school)).filter(|caption| !caption.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Field, Row, Shown, Way, rows};
    use crate::domain::sample::{Sample, context};
    use crate::domain::{Command, Period, Record, RecordKey, RecordKind};
    use crate::snapshot::Difference;

    /// The rows between the sample school and the one after a command.
    fn after(command: impl Fn(&Sample) -> Command) -> Vec<Row> {
        let sample = Sample::new();
        let mut workspace = sample.workspace.clone();
        let id = sample.ids.clone().fresh();
        workspace.dispatch(id, &command(&sample), &context()).unwrap();
        let (before, after) = (sample.workspace.school(), workspace.school());
        let difference = Difference::between(before, after);
        rows(difference.records.iter().map(|row| &row.change), before, after)
    }

    fn field(path: &str, before: Shown, after: Shown) -> Field {
        Field { path: path.to_owned(), before, after }
    }

    #[test]
    fn an_edit_shows_what_differs_with_names_instead_of_identities() {
        let rows = after(|sample| {
            let mut line = (*sample.workspace.school().load()[&sample.math_7a]).clone();
            line.teacher = Some(sample.vetrova);
            Command::Save(Record::new(line))
        });
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!((row.kind, row.way), (RecordKind::LoadLine, Way::Changed));
        assert!(row.caption.ends_with("· 7А"), "{}", row.caption);
        let [field] = row.fields.as_slice() else { panic!("{row:?}") };
        assert_eq!(field.path, "teacher");
        let texts = [&field.before, &field.after].map(|value| match value {
            Shown::Text(text) => text.split(' ').next().unwrap_or_default().to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(texts, ["Баранов", "Ветрова"]);
    }

    #[test]
    fn days_and_absence() {
        let rows = after(|sample| {
            let (_, position) = sample.workspace.school().positions().iter().next().unwrap();
            let mut position = (**position).clone();
            position.period = Period { from: None, to: Some("2027-05-31".parse().unwrap()) };
            Command::Save(Record::new(position))
        });
        let fields: Vec<&Field> = rows.iter().flat_map(|row| &row.fields).collect();
        let end = field("period.to", Shown::Absent, Shown::Day("2027-05-31".parse().unwrap()));
        assert!(fields.contains(&&end), "{fields:?}");
    }

    #[test]
    fn what_goes_is_told_with_its_name() {
        let rows = after(|sample| Command::Remove(RecordKey::to::<crate::domain::Class>(sample.class_7b)));
        let row = rows.iter().find(|row| row.kind == RecordKind::Class).unwrap();
        assert_eq!((row.way, row.caption.as_str()), (Way::Removed, "7Б"));
        assert!(row.fields.iter().all(|field| field.after == Shown::Absent), "{:?}", row.fields);
    }
}
