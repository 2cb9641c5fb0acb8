//! Staff: persons, posts, class teachers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::matching::{Found, conflict, find, fits, fuller};
use super::work::Work;
use super::{Cancelled, CountOf, Source};
use crate::domain::words::fold;
use crate::domain::{
    ClassId, HomeroomAssignment, HomeroomAssignmentId, Period, Person, PersonId, Position, PositionId,
};
use crate::order;
use crate::roster::problem::{Place, ProblemKind, Severity};
use crate::roster::read::{ReadFile, ReadList};
use crate::roster::rows::StaffRow;
use crate::roster::value::post::usual_title;

/// Takes a list of staff.
pub fn take(work: &mut Work<'_>, source: &Source<'_>, rows: &[StaffRow]) -> Result<(), Cancelled> {
    // How often a person stands in this list: one row replaces the one post, two rows are two posts.
    let mut of_name: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        *of_name.entry(row.name.key()).or_default() += 1;
    }
    let mut first: BTreeMap<(PersonId, String), u32> = BTreeMap::new();
    for row in rows {
        work.tick()?;
        let place = source.at(row.line);
        let Some(person) = person(work, row, &place) else { continue };
        work.touch::<Person>(CountOf::Staff, person, &place);
        let title = if row.title.is_empty() { usual_title(row.category).to_owned() } else { row.title.clone() };
        if let Some(line) = first.insert((person, fold(&title)), row.line) {
            work.tell(Severity::Note, place, ProblemKind::ExactDuplicate { first: source.at(line) });
            continue;
        }
        let is_only_post = of_name.get(&row.name.key()) == Some(&1);
        post(work, person, row, title, is_only_post);
        for label in &row.homeroom_of {
            let class = work.class_or_new(label, &place);
            homeroom(work, class, person, &place);
        }
    }
    Ok(())
}

/// Finds or makes the person of a row, with the values of the row.
fn person(work: &mut Work<'_>, row: &StaffRow, place: &Place) -> Option<PersonId> {
    let namesakes = work.namesakes(&row.name);
    let staff = namesakes.iter().filter(|person| work.positions.contains_key(&person.id)).cloned();
    let known = match find(&row.name, staff) {
        Found::One(person) => Some(person),
        Found::Several => {
            work.tell(Severity::Error, place.clone(), ProblemKind::AmbiguousPerson { name: row.name.to_string() });
            return None;
        }
        // A parent known by name and phone gets one more hat, not a second record.
        Found::Nobody => namesakes
            .into_iter()
            .find(|person| row.phone.is_some() && person.phone == row.phone && fits(&row.name, &person.name)),
    };
    let mut person = match known {
        Some(person) => Person { name: fuller(&person.name, &row.name), ..(*person).clone() },
        None => Person::new(work.ids.fresh(), row.name.clone()),
    };
    person.phone = row.phone.or(person.phone);
    person.email = row.email.clone().or(person.email);
    person.gender = row.gender.or(person.gender);
    let id = person.id;
    work.put(person);
    Some(id)
}

/// Gives the person the post of a row.
fn post(work: &mut Work<'_>, person: PersonId, row: &StaffRow, title: String, is_only_post: bool) {
    let ids = work.positions.get(&person).cloned().unwrap_or_default();
    let current: Vec<Arc<Position>> = ids
        .into_iter()
        .filter_map(|id| work.get::<Position>(id))
        .filter(|post| !post.period.is_over(work.year.from))
        .collect();
    let same = current.iter().find(|post| fold(&post.title) == fold(&title));
    let known = match (same, current.as_slice()) {
        (Some(post), _) => Some(post),
        // A list that gives no title says nothing against the posts that are known.
        (None, [post, ..]) if row.title.is_empty() => Some(post),
        (None, [post]) if is_only_post => Some(post),
        _ => None,
    };
    let id: PositionId = known.map_or_else(|| work.ids.fresh(), |post| post.id);
    let mut post = match known {
        Some(post) if row.title.is_empty() => (**post).clone(),
        Some(post) => Position {
            category: row.category,
            title: if same.is_some() { post.title.clone() } else { title },
            ..(**post).clone()
        },
        None => Position { id, person, title, category: row.category, period: Period::default(), order: None },
    };
    let hired = row.hired.filter(|hired| post.period.to.is_none_or(|to| *hired <= to));
    post.period.from = hired.or(post.period.from);
    work.put(post);
    work.part::<Position>(id, CountOf::Staff, person);
}

/// Makes a person the class teacher of a class that has none.
fn homeroom(work: &mut Work<'_>, class: ClassId, teacher: PersonId, place: &Place) {
    match work.homerooms.get(&class).copied() {
        Some(current) if current == teacher => {
            let known = work.rows::<HomeroomAssignment>().find(|row| row.class == class && row.teacher == teacher);
            if let Some(known) = known {
                work.touch::<HomeroomAssignment>(CountOf::Homerooms, known.id, place);
            }
        }
        Some(current) => {
            let teacher = work.get::<Person>(current).map(|person| person.name.to_string()).unwrap_or_default();
            if let Some(label) = work.label(class) {
                work.tell(Severity::Warning, place.clone(), ProblemKind::HomeroomTaken { label, teacher });
            }
        }
        None => {
            // The new term must not reach back into one that ended within the year.
            let ended = work
                .rows::<HomeroomAssignment>()
                .filter(|row| row.class == class)
                .filter_map(|row| row.period.to)
                .max();
            let from = ended.and_then(|day| day.succ_opt()).map_or(work.year.from, |day| day.max(work.year.from));
            let id: HomeroomAssignmentId = work.ids.fresh();
            work.put(HomeroomAssignment { id, class, teacher, period: Period::since(from), order: None });
            work.touch::<HomeroomAssignment>(CountOf::Homerooms, id, place);
        }
    }
}

/// Tells which classes of the year have students and no class teacher, where a list of staff was given.
pub fn note_missing_teachers(work: &mut Work<'_>, list: Option<(&ReadFile, &ReadList)>) {
    let Some((file, list)) = list else { return };
    let students: std::collections::BTreeSet<ClassId> =
        work.stays.values().filter(|stay| stay.is_this_year && !stay.is_ended).map(|stay| stay.class).collect();
    let place = Source::of(file, list).at(0);
    let mut labels: Vec<_> = students
        .iter()
        .filter(|class| !work.homerooms.contains_key(class))
        .filter_map(|class| work.label(*class))
        .collect();
    order::natural(&mut labels);
    for label in labels {
        work.tell(Severity::Warning, place.clone(), ProblemKind::ClassWithoutTeacher { label });
    }
}

/// The whole staff, for finding teachers by name.
pub fn all(work: &Work<'_>) -> Vec<Arc<Person>> {
    work.positions.keys().filter_map(|person| work.get::<Person>(*person)).collect()
}

/// Whether a person of the same name can be the one with these contacts.
pub fn same_contacts(
    person: &Person,
    phone: Option<crate::domain::Phone>,
    email: Option<&crate::domain::Email>,
) -> bool {
    match (person.phone, phone) {
        (Some(a), Some(b)) => a == b,
        _ => email.is_some() && person.email.as_ref() == email && !conflict(person.phone, phone),
    }
}
