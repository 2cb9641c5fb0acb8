//! Students: who of a list is who in the plan, who stands twice, whose birth date is needed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::matching::{Found, birth, conflict, find, fits, fuller, short_key};
use super::work::Work;
use super::{Cancelled, Choice, CountOf, Source};
use crate::domain::words::fold;
use crate::domain::{ClassId, ClassLabel, Enrolment, EnrolmentId, Period, Person, PersonId, PersonName};
use crate::roster::problem::{Place, ProblemKind, Severity};
use crate::roster::rows::{BirthDate, StudentRow};

/// Takes a list of students.
pub fn take(work: &mut Work<'_>, source: &Source<'_>, rows: &[StudentRow]) -> Result<(), Cancelled> {
    let rows = distinct(work, source, rows);
    let mut claimed: BTreeSet<PersonId> = BTreeSet::new();
    let mut who: BTreeMap<u32, PersonId> = BTreeMap::new();
    let in_class = by_class_and_name(work);
    // Rows spelled as in the plan come first, so that a twin never takes the place of its twin.
    for exact in [true, false] {
        for (row, _) in &rows {
            if who.contains_key(&row.line) {
                continue;
            }
            let Some(class) = work.class(&row.class) else { continue };
            let known = in_class.get(&(class, short_key(&row.name))).map(Vec::as_slice).unwrap_or_default();
            let free = known.iter().filter(|id| !claimed.contains(id)).filter_map(|id| work.get::<Person>(*id));
            let fitting = free.filter(|person| agrees(work, row, person) && (!exact || person.name == row.name));
            if let Found::One(person) = find(&row.name, fitting) {
                claimed.insert(person.id);
                who.insert(row.line, person.id);
            }
        }
    }
    for (row, twins) in rows {
        work.tick()?;
        let place = source.at(row.line);
        let known = match who.get(&row.line) {
            Some(id) => Some(*id),
            None => match elsewhere(work, row, &claimed) {
                Elsewhere::Nowhere => None,
                Elsewhere::Namesake(current) => {
                    work.tell(Severity::Warning, place.clone(), ProblemKind::NamesakeInAnotherClass { current });
                    None
                }
                Elsewhere::LastYear(id) => Some(id),
                Elsewhere::Problem(kind) => {
                    work.tell(Severity::Error, place, kind);
                    continue;
                }
            },
        };
        let id = write(work, row, known, &place);
        claimed.insert(id);
        for line in std::iter::once(row.line).chain(twins) {
            work.student_at.insert(source.at(line), id);
        }
    }
    Ok(())
}

/// Leaves out rows that are refused or repeat others; gives each row with the lines that repeat it.
fn distinct<'r>(work: &mut Work<'_>, source: &Source<'_>, rows: &'r [StudentRow]) -> Vec<(&'r StudentRow, Vec<u32>)> {
    let mut kept: Vec<(&StudentRow, Vec<u32>)> = Vec::new();
    let mut by_name: BTreeMap<(u8, String, String), Vec<usize>> = BTreeMap::new();
    for row in rows {
        let place = source.at(row.line);
        if let BirthDate::Impossible(text) = &row.birth_date {
            let kind = ProblemKind::ImpossibleDate { text: text.clone() };
            if !work.options.allows(Choice::TakeWithoutDate) {
                work.tell(Severity::Error, place, kind);
                continue;
            }
            work.tell(Severity::Warning, place.clone(), kind);
        }
        let key = (row.class.grade(), fold(row.class.letter()), short_key(&row.name));
        let same = by_name.entry(key).or_default();
        let mut twin_of = None;
        for at in same.iter() {
            let Some((other, lines)) = kept.get_mut(*at) else { continue };
            let first = source.at(other.line);
            if is_repeated(row, other) {
                lines.push(row.line);
                twin_of = Some(None);
                // One pupil in a row for each parent is how some systems list parents, not a mistake.
                if row.parents.is_empty() || row.parents == other.parents {
                    work.tell(Severity::Note, place.clone(), ProblemKind::ExactDuplicate { first });
                }
                break;
            }
            if twin_of.is_none() && fits(&row.name, &other.name) {
                let is_possible = !conflict(row.birth_date.day(), other.birth_date.day()) && row.name != other.name;
                let name = other.name.to_string();
                twin_of = Some(Some(if is_possible {
                    (Severity::Warning, ProblemKind::PossibleDuplicate { first, name })
                } else {
                    (Severity::Note, ProblemKind::Homonyms { first })
                }));
            }
        }
        if let Some(twin) = twin_of {
            let Some((severity, kind)) = twin else { continue };
            work.tell(severity, place, kind);
        }
        same.push(kept.len());
        kept.push((row, Vec::new()));
    }
    kept
}

/// Whether a row says nothing else than another: same spelling, no value against it.
fn is_repeated(row: &StudentRow, other: &StudentRow) -> bool {
    let number = |row: &StudentRow| Some(row.file_number.clone()).filter(|number| !number.is_empty());
    let same_birth = row.birth_date.day().is_some() && row.birth_date.day() == other.birth_date.day();
    row.name == other.name
        && !conflict(row.birth_date.day(), other.birth_date.day())
        && (same_birth || !conflict(number(row), number(other)))
}

fn by_class_and_name(work: &Work<'_>) -> BTreeMap<(ClassId, String), Vec<PersonId>> {
    let mut known: BTreeMap<(ClassId, String), Vec<PersonId>> = BTreeMap::new();
    for student in work.stays.keys() {
        if let (Some(class), Some(person)) = (work.class_of(*student), work.get::<Person>(*student)) {
            known.entry((class, short_key(&person.name))).or_default().push(*student);
        }
    }
    known
}

/// Whether nothing speaks against a row being about a person: the birth date, or else the number of the file.
fn agrees(work: &Work<'_>, row: &StudentRow, person: &Person) -> bool {
    let known = birth(person, work.birth_dates.get(&person.id).copied());
    let numbers =
        [&row.file_number, &person.file_number].map(|number| Some(number).filter(|number| !number.is_empty()));
    let same_birth = known.is_some() && known == row.birth_date.day();
    !conflict(row.birth_date.day(), known) && (same_birth || !conflict(numbers[0], numbers[1]))
}

enum Elsewhere {
    Nowhere,
    Namesake(ClassLabel),
    LastYear(PersonId),
    Problem(ProblemKind),
}

/// Looks for the student of a row outside the row's class.
fn elsewhere(work: &Work<'_>, row: &StudentRow, claimed: &BTreeSet<PersonId>) -> Elsewhere {
    let mut last_year = Vec::new();
    let mut namesake = None;
    for person in work.namesakes(&row.name) {
        let Some(stay) = work.stays.get(&person.id).copied() else { continue };
        let Some(label) = work.label(stay.class) else { continue };
        // The cheap questions first: a big school has dozens of namesakes.
        if claimed.contains(&person.id) || !agrees(work, row, &person) || !fits(&row.name, &person.name) {
            continue;
        }
        let same_birth = row.birth_date.day().is_some() && birth(&person, None) == row.birth_date.day();
        let is_same_class = stay.is_this_year && work.class(&row.class) == Some(stay.class);
        match (stay.is_this_year, stay.is_ended) {
            (true, true) if is_same_class => return Elsewhere::Problem(ProblemKind::StayEnded),
            // The files have the namesake in that class too: two persons.
            (true, false) if work.survey.has(&label, &row.name) => {}
            // The files have that class without the student: a move, which is recorded, not imported.
            (true, false) if !is_same_class && (same_birth || work.survey.covers(&label)) => {
                return Elsewhere::Problem(ProblemKind::InAnotherClass { current: label });
            }
            (true, false) if !is_same_class => namesake = Some(label),
            (false, _) if same_birth || label.grade() + 1 == row.class.grade() => last_year.push(person.id),
            _ => {}
        }
    }
    match (last_year.as_slice(), namesake) {
        ([one], _) => Elsewhere::LastYear(*one),
        ([], Some(label)) => Elsewhere::Namesake(label),
        ([], None) => Elsewhere::Nowhere,
        _ => Elsewhere::Problem(ProblemKind::AmbiguousPerson { name: row.name.to_string() }),
    }
}

/// Which classes and names the lists of students hold, all files together.
#[derive(Debug, Default)]
pub struct Survey {
    names: BTreeSet<(u8, String, String)>,
    classes: BTreeSet<(u8, String)>,
}

impl Survey {
    /// Looks through a list.
    pub fn add(&mut self, rows: &[StudentRow]) {
        for row in rows {
            let (grade, letter) = (row.class.grade(), fold(row.class.letter()));
            self.names.insert((grade, letter.clone(), short_key(&row.name)));
            self.classes.insert((grade, letter));
        }
    }

    fn has(&self, label: &ClassLabel, name: &PersonName) -> bool {
        self.names.contains(&(label.grade(), fold(label.letter()), short_key(name)))
    }

    fn covers(&self, label: &ClassLabel) -> bool {
        self.classes.contains(&(label.grade(), fold(label.letter())))
    }
}

/// Writes the student of a row with the stay in the class.
fn write(work: &mut Work<'_>, row: &StudentRow, known: Option<PersonId>, place: &Place) -> PersonId {
    let class = work.class_or_new(&row.class, place);
    let known: Option<Arc<Person>> = known.and_then(|id| work.get(id));
    let mut person = match known {
        Some(person) => Person { name: fuller(&person.name, &row.name), ..(*person).clone() },
        None => Person::new(work.ids.fresh(), row.name.clone()),
    };
    person.gender = row.gender.or(person.gender);
    if work.options.allows(Choice::KeepFileNumbers) && !row.file_number.is_empty() {
        person.file_number.clone_from(&row.file_number);
    }
    if work.options.allows(Choice::KeepStudentContacts) {
        person.phone = row.phone.or(person.phone);
        person.email = row.email.clone().or(person.email);
    }
    let id = person.id;
    if let Some(day) = row.birth_date.day() {
        work.birth_dates.insert(id, day);
    }
    work.put(person);
    work.touch::<Person>(CountOf::Students, id, place);
    work.listed.insert(class);
    if work.class_of(id) != Some(class) {
        enrol(work, id, class);
    }
    id
}

/// Puts a student into a class of the year; a stay of an earlier year ends the day before.
fn enrol(work: &mut Work<'_>, student: PersonId, class: ClassId) {
    let from = work.year.from;
    let open = work.stays.get(&student).and_then(|stay| work.get::<Enrolment>(stay.id));
    if let Some(open) = open.filter(|open| !open.period.is_over(from)) {
        let to = from.pred_opt();
        work.put(Enrolment { period: Period { to, ..open.period }, ..(*open).clone() });
    }
    let id: EnrolmentId = work.ids.fresh();
    work.put(Enrolment { id, student, class, period: Period::since(from), order: None });
    work.part::<Enrolment>(id, CountOf::Students, student);
}

/// Keeps the birth dates that tell students of one name apart, and no others unless asked (152-ФЗ; SPEC section 8).
pub fn settle_birth_dates(work: &mut Work<'_>) {
    let mut by_name: BTreeMap<String, Vec<Arc<Person>>> = BTreeMap::new();
    for student in work.stays.keys() {
        if let Some(person) = work.get::<Person>(*student) {
            by_name.entry(person.name.key()).or_default().push(person);
        }
    }
    let keep_all = work.options.allows(Choice::KeepBirthDates);
    let needed = by_name.into_values().filter(|homonyms| keep_all || homonyms.len() > 1).flatten();
    for person in needed.collect::<Vec<_>>() {
        let day = work.birth_dates.get(&person.id).copied().or(person.birth_date);
        if day != person.birth_date {
            work.put(Person { birth_date: day, ..(*person).clone() });
        }
    }
}
