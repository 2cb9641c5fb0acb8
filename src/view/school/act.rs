//! The register of local acts (2.2/1): rows, who may sign, the form.

use chrono::NaiveDate;

use crate::domain::{LocalAct, LocalActId, LocalActKind, PersonId, School, StaffCategory};
use crate::order;
use crate::view::fault::{Fault, Problem, Reader};

/// A local act in the register.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ActRow {
    /// Identity.
    pub id: LocalActId,
    /// What it is.
    pub kind: LocalActKind,
    /// Number.
    pub number: String,
    /// Date.
    pub date: NaiveDate,
    /// Title.
    pub title: String,
    /// Who signed it.
    pub signer: Option<(PersonId, String)>,
    /// How many records rest on it.
    pub used: usize,
}

/// The acts, the latest first.
#[must_use]
pub fn act_rows(school: &School) -> Vec<ActRow> {
    let mut rows: Vec<ActRow> = school
        .acts()
        .values()
        .map(|act| ActRow {
            id: act.id,
            kind: act.kind,
            number: act.number.clone(),
            date: act.date,
            title: act.title.clone(),
            signer: act.signer.map(|id| (id, school.person_name(id))),
            used: used(school, act.id),
        })
        .collect();
    order::by(&mut rows, |a, b| b.date.cmp(&a.date).then_with(|| a.number.cmp(&b.number)));
    rows
}

/// How many records rest on an act.
fn used(school: &School, act: LocalActId) -> usize {
    let is_it = |order: Option<LocalActId>| order == Some(act);
    school.enrolments().values().filter(|row| is_it(row.order)).count()
        + school.homerooms().values().filter(|row| is_it(row.order)).count()
        + school.positions().values().filter(|row| is_it(row.order)).count()
        + school.appointments().values().filter(|row| is_it(row.order)).count()
        + school.nomenclatures().values().filter(|row| is_it(row.order)).count()
}

/// The acts to choose from as the ground of a record, the latest first: identity, number, date, title.
#[must_use]
pub fn act_options(school: &School) -> Vec<(LocalActId, String, NaiveDate, String)> {
    act_rows(school).into_iter().map(|row| (row.id, row.number, row.date, row.title)).collect()
}

/// Somebody who may sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Post.
    pub post: String,
}

/// Who may sign an act of the kind on a day: an order the head (2.2/1), another act anybody of the staff.
#[must_use]
pub fn signers(school: &School, kind: LocalActKind, day: NaiveDate) -> Vec<Signer> {
    let may_sign = |category: StaffCategory| kind != LocalActKind::Order || category == StaffCategory::Head;
    let mut positions: Vec<_> = school
        .positions()
        .values()
        .filter(|position| may_sign(position.category) && position.period.contains(day))
        .collect();
    let name = |id: PersonId| school.people().get(&id).map(|person| &person.name);
    order::by(&mut positions, |a, b| (a.category, name(a.person)).cmp(&(b.category, name(b.person))));
    let mut seen = std::collections::BTreeSet::new();
    positions
        .into_iter()
        .filter(|position| seen.insert(position.person))
        .map(|position| Signer {
            person: position.person,
            name: school.person_name(position.person),
            post: position.title.clone(),
        })
        .collect()
}

/// The fields of the form as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActForm {
    /// What it is.
    pub kind: LocalActKind,
    /// Number.
    pub number: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Title.
    pub title: String,
    /// Identity of the signer or empty.
    pub signer: String,
}

impl ActForm {
    /// The fields of a new act.
    #[must_use]
    pub fn new(today: NaiveDate) -> Self {
        Self {
            kind: LocalActKind::Order,
            number: String::new(),
            date: today.to_string(),
            title: String::new(),
            signer: String::new(),
        }
    }

    /// The fields of an act that is there.
    #[must_use]
    pub fn of(act: &LocalAct) -> Self {
        Self {
            kind: act.kind,
            number: act.number.clone(),
            date: act.date.to_string(),
            title: act.title.clone(),
            signer: act.signer.map(|id| id.to_string()).unwrap_or_default(),
        }
    }

    /// Reads the form.
    pub fn read(&self, id: LocalActId) -> Result<LocalAct, Vec<Fault>> {
        let mut reader = Reader::default();
        let number = reader.required("act-number", &self.number);
        let date = reader.needed_day("act-date", &self.date);
        let title = reader.required("act-title", &self.title);
        let signer = reader.optional("act-signer", &self.signer, Problem::Choice);
        reader.finish(date.map(|date| LocalAct { id, kind: self.kind, number, date, title, signer }))
    }
}
