//! The school while it is being drawn: identities, chance, names, and the records so far.

use std::sync::Arc;

use chrono::NaiveDate;

use super::dice::Dice;
use super::name::NameBook;
use super::size::{Scale, Size};
use super::{Defect, Unmade, day};
use crate::domain::{
    Consent, ConsentState, Gender, IdSource, LoadLine, LoadLineId, LocalAct, LocalActId, LocalActKind, Period, Person,
    PersonId, PersonName, Position, RecordKey, Records, Row, StaffCategory,
};

/// The seed of all demo schools.
const SEED: u64 = 44;

/// Collects the records; nothing here is a rule.
pub struct Sketch<'a> {
    /// Which school.
    pub scale: Scale,
    /// Its numbers.
    pub size: Size,
    /// New identities.
    pub ids: &'a mut IdSource,
    /// Chance.
    pub dice: Dice,
    /// Names.
    pub names: NameBook,
    /// The records so far.
    pub records: Records,
    /// The defects so far.
    pub planted: Vec<(Defect, RecordKey)>,
    reached: u32,
}

impl<'a> Sketch<'a> {
    /// An empty sheet.
    pub fn new(scale: Scale, ids: &'a mut IdSource) -> Self {
        Self {
            scale,
            size: scale.size(),
            ids,
            dice: Dice::new(SEED),
            names: NameBook::new(),
            records: Records::default(),
            planted: Vec::new(),
            reached: 0,
        }
    }

    /// A person with consent, not yet among the records.
    pub fn person(&mut self, name: PersonName, gender: Gender) -> Person {
        let consent = Consent { state: ConsentState::Given, on: Some(day(2026, 9, 1)), paper: String::new() };
        Person { gender: Some(gender), consent, ..Person::new(self.ids.fresh(), name) }
    }

    /// Gives the person a phone, and an e-mail if it is to be so.
    pub fn reach(&mut self, person: &mut Person, prefix: Option<&str>) -> Result<(), Unmade> {
        // 7919 has no factor in common with 10^7: no number is given twice.
        self.reached += 1;
        person.phone = Some(format!("+7000{:07}", self.reached * 7919 % 10_000_000).parse()?);
        if let Some(prefix) = prefix {
            person.email = Some(format!("{prefix}{:04}@example.org", self.reached).parse()?);
        }
        Ok(())
    }

    /// Puts a person among the records.
    pub fn enter(&mut self, person: Person) -> PersonId {
        let id = person.id;
        self.records.people.push(Arc::new(person));
        id
    }

    /// Gives a person a post.
    pub fn post(&mut self, person: PersonId, title: String, category: StaffCategory, period: Period) {
        let id = self.ids.fresh();
        self.records.positions.push(Arc::new(Position { id, person, title, category, period, order: None }));
    }

    /// Registers a local act.
    pub fn act(
        &mut self,
        kind: LocalActKind,
        number: &str,
        date: NaiveDate,
        title: &str,
        signer: PersonId,
    ) -> LocalActId {
        let id = self.ids.fresh();
        let (number, title) = (number.to_owned(), title.to_owned());
        self.records.acts.push(Arc::new(LocalAct { id, kind, number, date, title, signer: Some(signer) }));
        id
    }

    /// Registers an order of the head.
    pub fn order(&mut self, number: &str, date: NaiveDate, title: &str, head: PersonId) -> LocalActId {
        self.act(LocalActKind::Order, number, date, title, head)
    }

    /// Notes where a defect is.
    pub fn plant<T: Row>(&mut self, defect: Defect, id: T::Id) {
        self.planted.push((defect, RecordKey::to::<T>(id)));
    }

    /// Edits a person among the records.
    pub fn edit_person(&mut self, id: PersonId, edit: impl FnOnce(&mut Person)) -> Result<(), Unmade> {
        let person = self.records.people.iter_mut().find(|person| person.id == id);
        person.map(|person| edit(Arc::make_mut(person))).ok_or(Unmade::Missing("person"))
    }

    /// Edits a line of the curriculum.
    pub fn edit_line(&mut self, at: usize, edit: impl FnOnce(&mut LoadLine)) -> Result<LoadLineId, Unmade> {
        let line = self.records.load.get_mut(at).map(Arc::make_mut).ok_or(Unmade::Missing("line"))?;
        edit(line);
        Ok(line.id)
    }
}
