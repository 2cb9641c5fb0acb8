//! The forms of a class page, and whom and what they offer to choose.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::words::tidy;
use crate::domain::{
    Class, ClassId, ClassKind, ClassLabel, Enrolment, EnrolmentId, LocalActId, Period, Person, PersonId, PersonName,
    Record, School,
};
use crate::order;
use crate::plan::Index;
use crate::view::fault::{Fault, Problem, Reader};

use super::staff_room::posts;

/// Who may lead a class: the staff by name, with posts and the classes led already.
#[must_use]
pub fn teacher_options(school: &School, index: &Index) -> Vec<(PersonId, String)> {
    let mut people: Vec<_> = index.positions.keys().filter_map(|id| school.people().get(id)).collect();
    order::by(&mut people, |a, b| a.name.cmp(&b.name));
    people
        .into_iter()
        .map(|person| {
            let led = index.led_classes.get(&person.id).map_or(&[][..], Vec::as_slice);
            let led = led.iter().map(|class| school.class_name(*class)).filter(|label| !label.is_empty());
            let mut notes = vec![posts(school, index, person.id)];
            notes.extend(led);
            (person.id, format!("{} · {}", person.name, notes.join(", ")))
        })
        .collect()
}

/// Whom to enrol from the list of people: nobody of the staff, no representative, and in no class on the day.
#[must_use]
pub fn enrol_options(school: &School, index: &Index, day: NaiveDate) -> Vec<(PersonId, String)> {
    let placed: BTreeSet<PersonId> =
        order::set(school.enrolments().values().filter(|row| row.period.contains(day)).map(|row| row.student));
    let mut people: Vec<_> = school
        .people()
        .values()
        .filter(|person| {
            !placed.contains(&person.id)
                && !index.positions.contains_key(&person.id)
                && !index.children.contains_key(&person.id)
        })
        .collect();
    order::by(&mut people, |a, b| a.name.cmp(&b.name));
    people.into_iter().map(|person| (person.id, person.name.to_string())).collect()
}

/// People of the plan with the same name, with their class or post, so that nobody is entered twice.
#[must_use]
pub fn twins(school: &School, index: &Index, name: &str) -> Vec<(PersonId, String)> {
    let Ok(name) = PersonName::parse(name) else { return Vec::new() };
    let key = name.key();
    let people = school.people().values().filter(|person| person.name.key() == key);
    people
        .map(|person| {
            let note = crate::view::search::note(school, index, person.id);
            (person.id, if note.is_empty() { person.name.to_string() } else { format!("{} · {note}", person.name) })
        })
        .collect()
}

/// The fields of a class as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClassForm {
    /// Grade and letter.
    pub label: String,
    /// Profile.
    pub profile: String,
    /// The day it was closed, or empty.
    pub archived: String,
}

impl ClassForm {
    /// The fields of a class that is there.
    #[must_use]
    pub fn of(class: &Class) -> Self {
        Self {
            label: class.label().map(ToString::to_string).unwrap_or_default(),
            profile: class.profile.clone(),
            archived: class.archived.map(|on| on.to_string()).unwrap_or_default(),
        }
    }

    /// Reads the form over the class it was opened for.
    pub fn read(&self, class: &Class) -> Result<Class, Vec<Fault>> {
        let mut reader = Reader::default();
        let archived = reader.day("class-archived", &self.archived);
        let kind = match &class.kind {
            ClassKind::StaffRoom => Some(ClassKind::StaffRoom),
            ClassKind::Class { year, .. } => {
                let label: Option<ClassLabel> = reader.needed("class-label", &self.label, Problem::Class);
                label.map(|label| ClassKind::Class { label, year: *year })
            }
        };
        let profile = tidy(&self.profile);
        reader.finish(kind.map(|kind| Class { id: class.id, kind, profile, archived }))
    }
}

/// The fields of a stay or a membership as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StayForm {
    /// First day.
    pub from: String,
    /// Last day, or empty.
    pub to: String,
    /// Identity of the order, or empty.
    pub order: String,
}

impl StayForm {
    /// The fields of a period with its order.
    #[must_use]
    pub fn of(period: Period, order: Option<LocalActId>) -> Self {
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self { from: text(period.from), to: text(period.to), order: order.map(|id| id.to_string()).unwrap_or_default() }
    }

    /// Reads the period and the order.
    pub fn read(&self) -> Result<(Period, Option<LocalActId>), Vec<Fault>> {
        let mut reader = Reader::default();
        let period = Period { from: reader.day("stay-from", &self.from), to: reader.day("stay-to", &self.to) };
        if !period.is_sane() {
            reader.fault("stay-to", Problem::Backwards);
        }
        let order = reader.optional("stay-order", &self.order, Problem::Choice);
        reader.finish(Some((period, order)))
    }
}

/// The fields of «from a day on somebody or somewhere, by an order»: a class teacher, a move, an enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermForm {
    /// Identity of the person or class chosen.
    pub choice: String,
    /// First day.
    pub from: String,
    /// Identity of the order, or empty.
    pub order: String,
}

impl TermForm {
    /// Reads the choice, the first day and the order.
    pub fn read<T: std::str::FromStr>(&self) -> Result<(T, NaiveDate, Option<LocalActId>), Vec<Fault>> {
        let mut reader = Reader::default();
        let choice = reader.needed("term-choice", &self.choice, Problem::Choice);
        let from = reader.needed_day("term-from", &self.from);
        let order = reader.optional("term-order", &self.order, Problem::Choice);
        reader.finish(choice.zip(from).map(|(choice, from)| (choice, from, order)))
    }
}

/// The fields of a new student as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewStudentForm {
    /// Family name, given name, patronymic in one line.
    pub name: String,
    /// First day in the class.
    pub from: String,
    /// Identity of the order, or empty.
    pub order: String,
}

impl NewStudentForm {
    /// Reads the form into the records of one act: the person and the stay.
    pub fn read(&self, person: PersonId, stay: EnrolmentId, class: ClassId) -> Result<Vec<Record>, Vec<Fault>> {
        let mut reader = Reader::default();
        let name = PersonName::parse(&self.name).ok();
        if name.is_none() {
            let problem = if tidy(&self.name).is_empty() { Problem::Empty } else { Problem::Name };
            reader.fault("student-name", problem);
        }
        let from = reader.needed_day("student-from", &self.from);
        let order = reader.optional("student-order", &self.order, Problem::Choice);
        reader.finish(name.zip(from).map(|(name, from)| {
            let period = Period::since(from);
            vec![Person::new(person, name).into(), Enrolment { id: stay, student: person, class, period, order }.into()]
        }))
    }
}
