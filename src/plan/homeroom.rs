//! The approved distribution of class teachers beside who leads the classes (2.1/8).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::words::{fold, tidy};
use crate::domain::{
    Class, ClassId, ClassLabel, HomeroomAssignment, HomeroomDistribution, PersonId, PersonName, School, SchoolYearId,
};

/// How a class stands to the approved list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// As approved.
    Approved,
    /// The right person, and no order is named.
    NoOrder,
    /// Another person by an order of its own.
    OwnOrder,
    /// Another person, and no order says so.
    Differs,
    /// Nobody leads the class.
    Vacant,
    /// The list does not name the class.
    Unlisted,
}

/// A class with who was approved and who leads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassStanding {
    /// The class.
    pub class: ClassId,
    /// Who was approved.
    pub approved: Option<PersonId>,
    /// Who leads it.
    pub current: Option<PersonId>,
    /// How it stands.
    pub standing: Standing,
}

/// The open classes of a year, by grade and letter.
#[must_use]
pub fn classes(school: &School, year: SchoolYearId, day: NaiveDate) -> Vec<&Class> {
    let is_open = |class: &&Class| class.year() == Some(year) && class.archived.is_none_or(|on| on > day);
    let mut classes: Vec<&Class> = school.classes().values().map(AsRef::as_ref).filter(is_open).collect();
    classes.sort_by_key(|class| class.label().cloned());
    classes
}

/// Compares the classes of a year with the list; one pass over the terms.
#[must_use]
pub fn standings(
    school: &School,
    year: SchoolYearId,
    list: Option<&HomeroomDistribution>,
    day: NaiveDate,
) -> Vec<ClassStanding> {
    let terms: BTreeMap<ClassId, &HomeroomAssignment> = school
        .homerooms()
        .values()
        .filter(|row| row.period.contains(day))
        .map(|row| (row.class, row.as_ref()))
        .collect();
    let standing = |class: &Class| {
        let approved = list.and_then(|list| list.rows.get(&class.id)).copied();
        let term = terms.get(&class.id);
        let standing = match (approved, term) {
            (_, None) => Standing::Vacant,
            (None, Some(_)) => Standing::Unlisted,
            (Some(approved), Some(term)) if term.teacher == approved && term.order.is_some() => Standing::Approved,
            (Some(approved), Some(term)) if term.teacher == approved => Standing::NoOrder,
            (Some(_), Some(term)) if term.order.is_some() && term.order != list.and_then(|list| list.order) => {
                Standing::OwnOrder
            }
            _ => Standing::Differs,
        };
        ClassStanding { class: class.id, approved, current: term.map(|term| term.teacher), standing }
    };
    classes(school, year, day).into_iter().map(standing).collect()
}

/// Why a line of a pasted list could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineFault {
    /// The year has no such class.
    NoClass,
    /// Nobody of the staff has that name.
    NoPerson,
    /// Several people of the staff could be meant.
    SeveralPeople,
    /// The class stands twice.
    Twice,
}

/// What a pasted list says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Class and class teacher.
    pub rows: BTreeMap<ClassId, PersonId>,
    /// Lines that could not be read, with the reason.
    pub faults: Vec<(String, LineFault)>,
}

/// Reads lines such as «7А Баранов Глеб Олегович», «7 «А»; Баранов Г. О.», «7А – Баранов».
#[must_use]
pub fn read(school: &School, year: SchoolYearId, day: NaiveDate, staff: &[PersonId], text: &str) -> Reading {
    let mut classes: Vec<(String, ClassId)> = Vec::new();
    for class in classes_of(school, year, day) {
        classes.push((fold(&class.0.to_string()), class.1));
    }
    let staff: Vec<(PersonId, &PersonName)> =
        staff.iter().filter_map(|id| school.people().get(id).map(|person| (*id, &person.name))).collect();
    let mut reading = Reading::default();
    for line in text.lines().map(tidy).filter(|line| !line.is_empty()) {
        match read_line(&classes, &staff, &line) {
            Ok((class, person)) => {
                if reading.rows.insert(class, person).is_some() {
                    reading.faults.push((line, LineFault::Twice));
                }
            }
            Err(fault) => reading.faults.push((line, fault)),
        }
    }
    reading
}

fn classes_of(school: &School, year: SchoolYearId, day: NaiveDate) -> Vec<(ClassLabel, ClassId)> {
    let own = classes(school, year, day).into_iter();
    own.filter_map(|class| class.label().map(|label| (label.clone(), class.id))).collect()
}

fn read_line(
    classes: &[(String, ClassId)],
    staff: &[(PersonId, &PersonName)],
    line: &str,
) -> Result<(ClassId, PersonId), LineFault> {
    let line = line.replace([';', '\t', '–', '—', ':', ','], " ");
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty() && *word != "-").collect();
    // A class takes one word or two: «7А», «7 «А»».
    let class_of = |text: &str| {
        let label: ClassLabel = text.parse().ok()?;
        let key = fold(&label.to_string());
        classes.iter().find(|(other, _)| *other == key).map(|(_, id)| *id)
    };
    let found = (1..=2.min(words.len())).rev().find_map(|count| {
        let (head, rest) = words.split_at(count);
        class_of(&head.concat()).map(|class| (class, rest.join(" ")))
    });
    let (class, name) = found.ok_or(LineFault::NoClass)?;
    let candidates: Vec<PersonId> =
        staff.iter().filter(|(_, person)| is_meant(person, &name)).map(|(id, _)| *id).collect();
    match candidates.as_slice() {
        [] => Err(LineFault::NoPerson),
        [person] => Ok((class, *person)),
        _ => Err(LineFault::SeveralPeople),
    }
}

/// Whether a text names the person: the whole name, the family name alone, or with the given name or initials.
fn is_meant(name: &PersonName, text: &str) -> bool {
    let text = fold(&text.replace('.', " "));
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    let family = fold(name.family());
    let parts: Vec<&str> = family.split(' ').collect();
    if !parts.iter().all(|part| words.next() == Some(part)) {
        return false;
    }
    let rest = [Some(name.given()), name.patronymic()];
    let fits = |(word, part): (&str, Option<&str>)| {
        let Some(part) = part.map(fold) else { return false };
        part == word || (word.chars().count() == 1 && part.starts_with(word))
    };
    words.zip(rest).all(fits)
}

#[cfg(test)]
mod tests {
    use super::{LineFault, Standing, read, standings};
    use crate::domain::sample::{Sample, day};
    use crate::domain::{HomeroomAssignment, HomeroomDistribution, Period};

    #[track_caller]
    fn check_line(line: &str, expected: Result<&str, LineFault>) {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let staff = [sample.baranov, sample.orlova, sample.vetrova];
        let reading = read(school, sample.year, day(10), &staff, line);
        let told = match (reading.rows.first_key_value(), reading.faults.first()) {
            (_, Some((_, fault))) => Err(*fault),
            (Some((class, person)), _) => Ok(format!("{} {}", school.class_name(*class), school.person_name(*person))),
            _ => panic!("nothing was read"),
        };
        assert_eq!(told.as_deref().map_err(|fault| *fault), expected, "{line}");
    }

    #[test]
    fn a_class_and_a_whole_name() {
        check_line("7А Баранов Глеб Олегович", Ok("7А Баранов Глеб Олегович"));
    }

    #[test]
    fn a_class_with_quotes_and_initials() {
        check_line("7 «Б»; Баранов Г. О.", Ok("7Б Баранов Глеб Олегович"));
    }

    #[test]
    fn latin_letters_and_a_dash() {
        check_line("7A – Баранов", Ok("7А Баранов Глеб Олегович"));
    }

    #[test]
    fn an_unknown_class() {
        check_line("9А Баранов Глеб", Err(LineFault::NoClass));
    }

    #[test]
    fn an_unknown_name() {
        check_line("7А Баранов Игорь", Err(LineFault::NoPerson));
        check_line("7А", Err(LineFault::NoPerson));
    }

    #[test]
    fn a_class_that_stands_twice() {
        check_line("7А Баранов\n7А Орлова", Err(LineFault::Twice));
    }

    #[track_caller]
    fn check_standing(approved: Option<&str>, order: bool, expected: Standing) {
        let mut sample = Sample::new();
        let people = [("Баранов", sample.baranov), ("Ветрова", sample.vetrova)];
        let person = |name: &str| people.iter().find(|(own, _)| *own == name).unwrap().1;
        let rows = approved.map(|name| (sample.class_7a, person(name))).into_iter().collect();
        let list = HomeroomDistribution { id: sample.ids.fresh(), year: sample.year, order: None, rows };
        if order {
            let term = sample.workspace.school().homerooms().values().next().unwrap().as_ref().clone();
            let order = Some(sample.order);
            sample.save(HomeroomAssignment { order, period: Period::since(day(1)), ..term });
        }
        let told = standings(sample.workspace.school(), sample.year, Some(&list), day(10));
        assert_eq!((told[0].class, told[0].standing), (sample.class_7a, expected));
        assert_eq!(told[1].standing, Standing::Vacant);
    }

    #[test]
    fn classes_beside_the_list() {
        check_standing(Some("Баранов"), true, Standing::Approved);
        check_standing(Some("Баранов"), false, Standing::NoOrder);
        check_standing(Some("Ветрова"), false, Standing::Differs);
        check_standing(Some("Ветрова"), true, Standing::OwnOrder);
        check_standing(None, true, Standing::Unlisted);
    }
}
