//! The register of local acts (2.2/1): rows, who may sign, the form.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{LocalAct, LocalActId, LocalActKind, PersonId, RecordKind, School, StaffCategory, links};
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
    let used = used(school);
    latest_first(school)
        .into_iter()
        .map(|act| ActRow {
            id: act.id,
            kind: act.kind,
            number: act.number.clone(),
            date: act.date,
            title: act.title.clone(),
            signer: act.signer.map(|id| (id, school.person_name(id))),
            used: used.get(&act.id).copied().unwrap_or_default(),
        })
        .collect()
}

/// The acts themselves, the latest first.
fn latest_first(school: &School) -> Vec<&LocalAct> {
    let mut acts: Vec<&LocalAct> = school.acts().values().map(AsRef::as_ref).collect();
    order::by(&mut acts, |a, b| b.date.cmp(&a.date).then_with(|| a.number.cmp(&b.number)));
    acts
}

/// How many records rest on each act, whatever their kind.
fn used(school: &School) -> BTreeMap<LocalActId, usize> {
    let mut used: BTreeMap<LocalActId, usize> = BTreeMap::new();
    for record in school.records() {
        let mut acts: BTreeSet<LocalActId> = BTreeSet::new();
        links(&record, &mut |to, _| {
            if to.kind == RecordKind::LocalAct {
                acts.insert(to.id.into());
            }
        });
        for act in acts {
            *used.entry(act).or_default() += 1;
        }
    }
    used
}

/// The acts to choose from as the ground of a record, the latest first: identity, number, date, title.
#[must_use]
pub fn act_options(school: &School) -> Vec<(LocalActId, String, NaiveDate, String)> {
    let acts = latest_first(school).into_iter();
    acts.map(|act| (act.id, act.number.clone(), act.date, act.title.clone())).collect()
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
    let mut seen = BTreeSet::new();
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
