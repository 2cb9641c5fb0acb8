//! The school as it would be, while a proposal is made: what was written, and indexes to find people and classes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::matching::short_key;
use super::students::Survey;
use super::{Absent, Cancelled, Count, CountOf, ImportOptions, Item, Outcome, Proposal, Ticker, year_record};
use crate::domain::words::fold;
use crate::domain::{
    Class, ClassId, ClassKind, ClassLabel, Enrolment, EnrolmentId, HomeroomAssignment, IdSource, Person, PersonId,
    PersonName, Position, PositionId, Record, RecordKey, Representation, RepresentationId, Row, School, SchoolYear,
};
use crate::order;
use crate::roster::problem::{Place, Problem, ProblemKind, Severity};
use crate::roster::read::{ReadFile, ReadList};

/// A class by what makes it one: the grade and the folded letter.
type LabelKey = (u8, String);

/// The school as it would be.
pub struct Work<'a> {
    school: &'a School,
    /// What the person decided.
    pub options: &'a ImportOptions,
    /// New identities.
    pub ids: &'a mut IdSource,
    ticker: Ticker<'a>,
    /// The year of the import.
    pub year: SchoolYear,
    written: BTreeMap<RecordKey, Record>,
    problems: Vec<Problem>,
    /// What the files speak of: the principal record, and where it was first spoken of.
    touched: BTreeMap<(CountOf, Uuid), (RecordKey, Place)>,
    order: Vec<(CountOf, Uuid)>,
    /// Records that belong to a principal: a change of them is a change of it.
    belongs: BTreeMap<RecordKey, Vec<(CountOf, Uuid)>>,
    by_name: HashMap<String, Vec<PersonId>>,
    classes: BTreeMap<LabelKey, ClassId>,
    /// The current stay of a student in the year, or the last one.
    pub stays: BTreeMap<PersonId, Stay>,
    /// Posts by person.
    pub positions: BTreeMap<PersonId, Vec<PositionId>>,
    /// Class teachers by class.
    pub homerooms: BTreeMap<ClassId, PersonId>,
    /// Links by representative and student.
    pub links: BTreeMap<(PersonId, PersonId), RepresentationId>,
    /// Representatives by student.
    pub parents_of: BTreeMap<PersonId, Vec<PersonId>>,
    /// Birth dates that files give, whether or not they are kept.
    pub birth_dates: BTreeMap<PersonId, NaiveDate>,
    /// The person of each student row, by list and line.
    pub student_at: BTreeMap<Place, PersonId>,
    /// What the lists of students hold, all together.
    pub survey: Survey,
    /// Classes that lists of students speak of.
    pub listed: BTreeSet<ClassId>,
}

/// A student's stay in a class.
#[derive(Debug, Clone, Copy)]
pub struct Stay {
    /// The record.
    pub id: EnrolmentId,
    /// The class.
    pub class: ClassId,
    /// Whether the class is of the year of the import.
    pub is_this_year: bool,
    /// Whether it is over before the year ends.
    pub is_ended: bool,
}

impl<'a> Work<'a> {
    /// Indexes the school.
    pub fn new(school: &'a School, options: &'a ImportOptions, ids: &'a mut IdSource, ticker: Ticker<'a>) -> Self {
        let year = year_record(school, options.year, ids);
        let mut work = Self {
            school,
            options,
            ids,
            ticker,
            year,
            written: BTreeMap::new(),
            problems: Vec::new(),
            touched: BTreeMap::new(),
            order: Vec::new(),
            belongs: BTreeMap::new(),
            by_name: HashMap::new(),
            classes: BTreeMap::new(),
            stays: BTreeMap::new(),
            positions: BTreeMap::new(),
            homerooms: BTreeMap::new(),
            links: BTreeMap::new(),
            parents_of: BTreeMap::new(),
            birth_dates: BTreeMap::new(),
            student_at: BTreeMap::new(),
            survey: Survey::default(),
            listed: BTreeSet::new(),
        };
        school.people().values().for_each(|row| work.index_person(row));
        school.classes().values().for_each(|row| work.index_class(row));
        school.enrolments().values().for_each(|row| work.index_stay(row));
        school.positions().values().for_each(|row| work.index_position(row));
        school.homerooms().values().for_each(|row| work.index_homeroom(row));
        school.representations().values().for_each(|row| work.index_link(row));
        work
    }

    /// Counts a row; tells when the person stopped the work.
    pub fn tick(&mut self) -> Result<(), Cancelled> {
        self.ticker.tick()
    }

    fn index_person(&mut self, row: &Person) {
        self.by_name.entry(short_key(&row.name)).or_default().push(row.id);
    }

    fn index_class(&mut self, row: &Class) {
        if let (Some(label), Some(year)) = (row.label(), row.year())
            && year == self.year.id
        {
            self.classes.insert(label_key(label), row.id);
        }
    }

    fn index_stay(&mut self, row: &Enrolment) {
        let is_this_year = self.get::<Class>(row.class).is_some_and(|class| class.year() == Some(self.year.id));
        let is_ended = row.period.to.is_some_and(|to| to < self.year.to);
        let stay = Stay { id: row.id, class: row.class, is_this_year, is_ended };
        let rank = |stay: &Stay, from: Option<NaiveDate>| (stay.is_this_year, !stay.is_ended, from);
        let known = self.stays.get(&row.student).copied();
        let known_rank =
            known.map(|known| rank(&known, self.get::<Enrolment>(known.id).and_then(|row| row.period.from)));
        if known_rank.is_none_or(|known| known < rank(&stay, row.period.from)) {
            self.stays.insert(row.student, stay);
        }
    }

    fn index_position(&mut self, row: &Position) {
        self.positions.entry(row.person).or_default().push(row.id);
    }

    fn index_homeroom(&mut self, row: &HomeroomAssignment) {
        let is_current = row.period.overlaps(crate::domain::Period::since(self.year.to));
        if is_current {
            self.homerooms.insert(row.class, row.teacher);
        }
    }

    fn index_link(&mut self, row: &Representation) {
        if self.links.insert((row.parent, row.child), row.id).is_none() {
            self.parents_of.entry(row.child).or_default().push(row.parent);
        }
    }

    /// The record as it would be.
    pub fn get<T: Row>(&self, id: T::Id) -> Option<Arc<T>> {
        let written = self.written.get(&RecordKey::to::<T>(id)).and_then(|record| T::of(record).cloned());
        written.or_else(|| T::table(self.school).get(&id).cloned())
    }

    /// All records of a kind as they would be.
    pub fn rows<T: Row>(&self) -> impl Iterator<Item = Arc<T>> {
        let old = T::table(self.school).iter().filter(|(id, _)| !self.written.contains_key(&RecordKey::to::<T>(**id)));
        let new = self.written.values().filter_map(|record| T::of(record).cloned());
        old.map(|(_, row)| Arc::clone(row)).chain(new)
    }

    /// Writes a record and keeps the indexes.
    pub fn put<T: Row>(&mut self, row: T) {
        let is_new = self.get::<T>(row.id()).is_none();
        let record = T::wrap(Arc::new(row));
        if is_new {
            match &record {
                Record::Person(row) => self.index_person(row),
                Record::Class(row) => self.index_class(row),
                Record::Enrolment(row) => self.index_stay(row),
                Record::Position(row) => self.index_position(row),
                Record::HomeroomAssignment(row) => self.index_homeroom(row),
                Record::Representation(row) => self.index_link(row),
                _ => {}
            }
        }
        self.written.insert(record.key(), record);
    }

    /// Tells that a file speaks of something.
    pub fn touch<T: Row>(&mut self, of: CountOf, id: T::Id, place: &Place) {
        let (key, uuid) = (RecordKey::to::<T>(id), id.into());
        self.touched.entry((of, uuid)).or_insert_with(|| {
            self.order.push((of, uuid));
            (key, place.clone())
        });
    }

    /// Tells that a record is part of something that files speak of.
    pub fn part<T: Row>(&mut self, id: T::Id, of: CountOf, principal: impl Into<Uuid>) {
        self.belongs.entry(RecordKey::to::<T>(id)).or_default().push((of, principal.into()));
    }

    /// Persons of the same family and given name, spelled with ё or е.
    pub fn namesakes(&self, name: &PersonName) -> Vec<Arc<Person>> {
        let ids = self.by_name.get(&short_key(name)).map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| self.get(*id)).collect()
    }

    /// The class of a label in the year.
    pub fn class(&self, label: &ClassLabel) -> Option<ClassId> {
        self.classes.get(&label_key(label)).copied()
    }

    /// The class of a label in the year, created where it is not there yet.
    pub fn class_or_new(&mut self, label: &ClassLabel, place: &Place) -> ClassId {
        let id = if let Some(id) = self.class(label) {
            id
        } else {
            self.year_or_new(place);
            let id = self.ids.fresh();
            let kind = ClassKind::Class { label: label.clone(), year: self.year.id };
            self.put(Class { id, kind, profile: String::new(), archived: None });
            id
        };
        self.touch::<Class>(CountOf::Classes, id, place);
        id
    }

    /// Creates the year where the plan does not have it yet.
    pub fn year_or_new(&mut self, place: &Place) {
        if self.get::<SchoolYear>(self.year.id).is_none() {
            self.put(self.year.clone());
            self.touch::<SchoolYear>(CountOf::Years, self.year.id, place);
        }
    }

    /// The label of a class.
    pub fn label(&self, id: ClassId) -> Option<ClassLabel> {
        self.get::<Class>(id).and_then(|class| class.label().cloned())
    }

    /// The class in which a student is this year.
    pub fn class_of(&self, student: PersonId) -> Option<ClassId> {
        self.stays.get(&student).filter(|stay| stay.is_this_year && !stay.is_ended).map(|stay| stay.class)
    }

    /// Tells a problem.
    pub fn tell(&mut self, severity: Severity, place: Place, kind: ProblemKind) {
        self.problems.push(Problem { place, severity, kind });
    }

    /// Tells of a list of another year.
    pub fn check_year(&mut self, file: &ReadFile, list: &ReadList) {
        if let Some(year) = list.school_year.filter(|year| *year != self.year.from.year()) {
            let place = super::Source::of(file, list).at(0);
            self.tell(Severity::Warning, place, ProblemKind::OtherSchoolYear { year });
        }
    }

    fn is_changed(&self, key: RecordKey) -> bool {
        self.written.get(&key).is_some_and(|record| !self.school.record(key).is_some_and(|old| old.is_same(record)))
    }

    /// Sums up.
    pub fn finish(mut self, files: &[ReadFile]) -> Proposal {
        let mut outcomes: BTreeMap<(CountOf, Uuid), Outcome> = BTreeMap::new();
        for (principal, (key, _)) in &self.touched {
            let outcome = match (self.school.record(*key), self.is_changed(*key)) {
                (None, _) => Outcome::Created,
                (Some(_), true) => Outcome::Updated,
                (Some(_), false) => Outcome::Unchanged,
            };
            outcomes.insert(*principal, outcome);
        }
        for (key, principals) in self.belongs.iter().filter(|(key, _)| self.is_changed(**key)) {
            for principal in principals {
                if let Some(outcome) = outcomes.get_mut(principal).filter(|outcome| **outcome == Outcome::Unchanged) {
                    // A hat put on for the first time makes a new parent, staff member or student of a known person.
                    let is_hat = self.school.record(*key).is_none() && key.id != principal.1;
                    *outcome = if is_hat && !self.had_hat(*principal) { Outcome::Created } else { Outcome::Updated };
                }
            }
        }
        let mut counts: BTreeMap<CountOf, Count> = BTreeMap::new();
        for ((of, _), outcome) in &outcomes {
            let count = counts.entry(*of).or_default();
            match outcome {
                Outcome::Created => count.created += 1,
                Outcome::Updated => count.updated += 1,
                Outcome::Unchanged => count.unchanged += 1,
            }
        }
        let item = |principal: &(CountOf, Uuid)| {
            let (key, place) = self.touched.get(principal)?;
            let outcome = *outcomes.get(principal)?;
            Some(Item { of: principal.0, outcome, caption: self.caption(*key), place: place.clone() })
        };
        let items = self.order.iter().filter_map(item).collect();
        let absent = self.absent();
        let order: BTreeMap<&str, usize> =
            order::map(files.iter().enumerate().map(|(at, file)| (file.name.as_str(), at)));
        let mut problems: Vec<Problem> = files.iter().flat_map(|file| file.problems.iter().cloned()).collect();
        problems.append(&mut self.problems);
        order::by_cached_key(&mut problems, |problem| {
            (
                order.get(problem.place.file.as_str()).copied(),
                problem.place.sheet.clone(),
                problem.place.line,
                problem.severity,
            )
        });
        let changed: Vec<RecordKey> = self.written.keys().copied().filter(|key| self.is_changed(*key)).collect();
        let records = changed.iter().filter_map(|key| self.written.get(key).cloned()).collect();
        Proposal { records, counts, items, problems, absent }
    }

    /// Whether the school already knew a person in this capacity.
    fn had_hat(&self, (of, id): (CountOf, Uuid)) -> bool {
        let id = PersonId::from(id);
        match of {
            CountOf::Staff => self.school.positions().values().any(|row| row.person == id),
            CountOf::Students => self.school.enrolments().values().any(|row| row.student == id),
            CountOf::Parents => self.school.representations().values().any(|row| row.parent == id),
            _ => true,
        }
    }

    fn caption(&self, key: RecordKey) -> String {
        let class = |id| self.label(id).map(|label| label.to_string()).unwrap_or_default();
        let record = self.written.get(&key).cloned().or_else(|| self.school.record(key));
        match record {
            Some(Record::Person(row)) => row.name.to_string(),
            Some(Record::Class(row)) => class(row.id),
            Some(Record::SchoolYear(row)) => row.label(),
            Some(Record::HomeroomAssignment(row)) => class(row.class),
            Some(Record::Subject(row)) => row.name.clone(),
            Some(Record::ActivityGroup(row)) => row.name.clone(),
            Some(Record::LoadLine(row)) => {
                let subject = self.get::<crate::domain::Subject>(row.subject).map(|subject| subject.name.clone());
                format!("{} {}", class(row.class), subject.unwrap_or_default())
            }
            _ => String::new(),
        }
    }

    fn absent(&self) -> Vec<Absent> {
        let is_meant = |student: &PersonId, class: &ClassId| {
            self.listed.contains(class) && !self.touched.contains_key(&(CountOf::Students, (*student).into()))
        };
        let current = self.stays.keys().filter_map(|student| self.class_of(*student).map(|class| (*student, class)));
        let meant = current.filter(|(student, class)| is_meant(student, class));
        let absent = meant.filter_map(|(person, class)| {
            let name = self.get::<Person>(person)?.name.to_string();
            Some(Absent { person, name, class: self.label(class)? })
        });
        absent.collect()
    }
}

fn label_key(label: &ClassLabel) -> LabelKey {
    (label.grade(), fold(label.letter()))
}
