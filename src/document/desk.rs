//! What a form is written from: the plan as of a day, the choices of the person at the desk, the stamp of registration.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::form::{Ask, Form};
use crate::domain::{ClassId, Period, PersonId, RecordKind, School};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;

/// The plan as of a day, in a language.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The school.
    pub school: &'a School,
    /// Who stands where on the day.
    pub index: &'a Index,
    /// What follows from the records: required chats.
    pub plan: &'a Plan,
    /// The regulation in force.
    pub regulation: &'a Regulation,
    /// The language of the sentences.
    pub lang: Lang,
}

/// Number and date of a registered paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The number; empty for papers without one.
    pub number: String,
    /// The date.
    pub on: NaiveDate,
}

/// What a paper is made for: the answers to what its form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Subject {
    /// The person.
    pub person: Option<PersonId>,
    /// The class.
    pub class: Option<ClassId>,
    /// The record: an act, a check, a letter.
    pub record: Option<Uuid>,
    /// The days.
    pub period: Period,
}

const PERSON: &str = "person";
const CLASS: &str = "class";
const RECORD: &str = "record";
const FROM: &str = "from";
const TO: &str = "to";

impl Subject {
    /// The answers as files keep them.
    #[must_use]
    pub fn to_map(&self) -> BTreeMap<String, String> {
        let pairs = [
            (PERSON, self.person.map(|id| id.to_string())),
            (CLASS, self.class.map(|id| id.to_string())),
            (RECORD, self.record.map(|id| id.to_string())),
            (FROM, self.period.from.map(|day| day.to_string())),
            (TO, self.period.to.map(|day| day.to_string())),
        ];
        pairs.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
    }

    /// Reads the answers of a file; what is no answer is left out.
    #[must_use]
    pub fn of_map(map: &BTreeMap<String, String>) -> Self {
        let get = |key: &str| map.get(key).map(String::as_str);
        Self {
            person: get(PERSON).and_then(|text| text.parse().ok()),
            class: get(CLASS).and_then(|text| text.parse().ok()),
            record: get(RECORD).and_then(|text| text.parse().ok()),
            period: Period {
                from: get(FROM).and_then(|text| text.parse().ok()),
                to: get(TO).and_then(|text| text.parse().ok()),
            },
        }
    }

    /// Fills in what was not chosen and leaves out what the form does not ask: a paper keeps what it was made for.
    #[must_use]
    pub fn resolved(&self, form: Form, desk: &Desk<'_>) -> Self {
        let mut subject = Self::default();
        for ask in form.asks() {
            match ask {
                Ask::Person(_) => subject.person = self.person,
                Ask::Class => subject.class = self.class,
                Ask::Record(kind) => subject.record = self.record.or_else(|| latest(desk, *kind)),
                Ask::Period => subject.period = period(self.period, desk),
            }
        }
        subject
    }
}

/// The days that were chosen; the school year where an end is open.
fn period(chosen: Period, desk: &Desk<'_>) -> Period {
    let year = desk.index.year.and_then(|id| desk.school.years().get(&id));
    Period {
        from: chosen.from.or_else(|| year.map(|year| year.from)),
        to: chosen.to.or_else(|| year.map(|year| year.to)),
    }
}

/// The record that a form takes where none was chosen.
fn latest(desk: &Desk<'_>, kind: RecordKind) -> Option<Uuid> {
    super::forms::records(desk, kind).first().map(|choice| choice.id)
}
