//! A form as plain data: what it asks, with what was typed so far. It is built anew as one types, so that choices and
//! the preview of consequences follow.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::NaiveDate;

use super::page::Section;
use crate::domain::ClauseId;
use crate::order;

/// A choice of a list: its value and its name.
pub type Choice = (String, String);

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Form {
    /// Title of the dialog.
    pub title: String,
    /// A sentence above the fields.
    pub lead: String,
    /// The clause it rests on.
    pub clause: Option<ClauseId>,
    /// What the main button says; "save" where it is empty.
    pub submit: String,
    /// What is asked.
    pub fields: Vec<Field>,
    /// What follows from what was typed: consequences, a difference, the text of a letter.
    pub preview: Vec<Section>,
    /// Why it cannot be sent as it is, where that is known before.
    pub refused: Option<String>,
}

/// A question of a form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its identity; faults name it.
    pub id: &'static str,
    /// Its label.
    pub label: String,
    /// A sentence below the label.
    pub hint: String,
    /// How it is answered.
    pub kind: FieldKind,
    /// What it begins with, until something was typed.
    pub value: String,
    /// Whether it must be answered.
    pub is_required: bool,
}

impl Field {
    /// A field that may be left out.
    #[must_use]
    pub fn new(id: &'static str, label: impl Into<String>, kind: FieldKind) -> Self {
        Self { id, label: label.into(), hint: String::new(), kind, value: String::new(), is_required: false }
    }

    /// The field, to be answered.
    #[must_use]
    pub fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// The field with a sentence below its label.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The field with what it begins with.
    #[must_use]
    pub fn value(self, value: impl ToString) -> Self {
        Self { value: value.to_string(), ..self }
    }

    /// The field with what it begins with, where there is something.
    #[must_use]
    pub fn maybe(self, value: Option<impl ToString>) -> Self {
        Self { value: value.map(|value| value.to_string()).unwrap_or_default(), ..self }
    }
}

/// How a field is answered. The value is always a text: `YYYY-MM-DD`, `HH:MM`, an identity, `yes` or nothing; several
/// values stand on lines of their own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// A line.
    Text,
    /// Several lines.
    Long,
    /// A day.
    Day,
    /// A time of the day.
    Time,
    /// A whole number.
    Number,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// One of a short list; the list has its own entry with an empty value where nothing may be chosen.
    Choice(Vec<Choice>),
    /// One of a long list, found by typing; the empty value is offered unless the field is required.
    Search(Vec<Choice>),
    /// Several of a list, found by typing.
    Many(Vec<Choice>),
    /// Yes or no.
    Flag,
    /// The text of a file that is chosen, of these endings such as `.txt,.json`.
    File(&'static str),
    /// The bytes of a file that is chosen, in hexadecimal.
    Bytes(&'static str),
    /// A passphrase: it is not shown, and no browser offers to keep it.
    Secret,
}

/// What was typed, by field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Values(BTreeMap<&'static str, String>);

impl Values {
    /// Writes a value.
    pub fn set(&mut self, id: &'static str, value: impl Into<String>) {
        self.0.insert(id, value.into());
    }

    /// What was typed; none where nobody touched the field.
    #[must_use]
    pub fn typed(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    /// What a field says; empty where nobody touched it.
    #[must_use]
    pub fn get(&self, id: &str) -> &str {
        self.typed(id).unwrap_or_default()
    }

    /// Every value with its field.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(id, value)| (*id, value.as_str()))
    }

    /// Whether a flag is set.
    #[must_use]
    pub fn is(&self, id: &str) -> bool {
        self.get(id) == "yes"
    }

    /// The values of a field of several.
    pub fn many<T: FromStr>(&self, id: &str) -> impl Iterator<Item = T> {
        self.get(id).lines().filter_map(|line| line.parse().ok())
    }

    /// A value that can be parsed; none otherwise.
    #[must_use]
    pub fn parsed<T: FromStr>(&self, id: &str) -> Option<T> {
        self.get(id).trim().parse().ok()
    }

    /// A day; none where there is none.
    #[must_use]
    pub fn day(&self, id: &str) -> Option<NaiveDate> {
        self.parsed(id)
    }

    /// The values with what the fields of a form begin with where nobody typed: what a form is read with.
    #[must_use]
    pub fn over(&self, form: &Form) -> Self {
        let mut whole: BTreeMap<&'static str, String> =
            order::map(form.fields.iter().map(|field| (field.id, field.value.clone())));
        whole.extend(self.0.iter().map(|(id, value)| (*id, value.clone())));
        Self(whole)
    }
}

/// Minutes after midnight of `HH:MM`.
#[must_use]
pub fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// `HH:MM` of minutes after midnight.
#[must_use]
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::{Field, FieldKind, Form, Values, clock, minutes};

    #[track_caller]
    fn check_time(text: &str, expected: Option<u16>) {
        assert_eq!(minutes(text), expected, "{text}");
        if let Some(minutes) = expected {
            assert_eq!(clock(minutes), text);
        }
    }

    #[test]
    fn times() {
        check_time("00:00", Some(0));
        check_time("09:05", Some(545));
        check_time("23:59", Some(1439));
        for text in ["", "24:00", "9", "09:60", "a:b", "-1:00"] {
            check_time(text, None);
        }
    }

    #[test]
    fn what_was_typed_stands_over_what_a_field_begins_with() {
        let fields = vec![
            Field::new("a", "A", FieldKind::Text).value("begin"),
            Field::new("b", "B", FieldKind::Text).value("begin"),
        ];
        let mut values = Values::default();
        values.set("b", "");
        let whole = values.over(&Form { fields, ..Form::default() });
        assert_eq!((whole.get("a"), whole.get("b")), ("begin", ""));
    }
}
