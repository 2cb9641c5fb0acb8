//! Teaching: lines of the curriculum and extracurricular groups.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::matching::{Found, find_by_text};
use super::work::Work;
use super::{Cancelled, Choice, CountOf, Source, staff};
use crate::domain::words::fold;
use crate::domain::{
    ActivityGroup, ActivityGroupId, ClassId, Hours, LoadLine, LoadLineId, Person, PersonId, Subject, SubjectId,
};
use crate::order;
use crate::roster::problem::{Place, ProblemKind, Severity};
use crate::roster::rows::{ActivityRow, LoadRow};

/// Who leads a row, or why the row is refused.
enum Lead {
    Person(PersonId),
    Nobody,
    Refused,
}

/// Finds the teacher of a row; nobody is made up.
fn lead(work: &mut Work<'_>, text: &str, staff: &[Arc<Person>], place: &Place) -> Lead {
    if text.is_empty() {
        work.tell(Severity::Warning, place.clone(), ProblemKind::MissingTeacher);
        return Lead::Nobody;
    }
    let kind = match find_by_text(text, staff) {
        Found::One(person) => return Lead::Person(person.id),
        Found::Several => ProblemKind::AmbiguousPerson { name: text.to_owned() },
        Found::Nobody => ProblemKind::TeacherNotOnStaff { teacher: text.to_owned() },
    };
    let keep = work.options.allows(Choice::KeepWithoutTeacher);
    work.tell(if keep { Severity::Warning } else { Severity::Error }, place.clone(), kind);
    if keep { Lead::Nobody } else { Lead::Refused }
}

/// Takes a list of load.
pub fn take_load(work: &mut Work<'_>, source: &Source<'_>, rows: &[LoadRow]) -> Result<(), Cancelled> {
    let staff = staff::all(work);
    let mut subjects: BTreeMap<String, SubjectId> =
        order::map(work.rows::<Subject>().map(|row| (fold(&row.name), row.id)));
    let key = |row: &LoadLine| (row.class, row.subject, fold(&row.group));
    let mut lines: BTreeMap<(ClassId, SubjectId, String), LoadLineId> =
        order::map(work.rows::<LoadLine>().map(|row| (key(&row), row.id)));
    let mut seen: BTreeMap<LoadLineId, &LoadRow> = BTreeMap::new();
    for row in rows {
        work.tick()?;
        let place = source.at(row.line);
        let Some(class) = work.class(&row.class) else {
            work.tell(Severity::Error, place, ProblemKind::ClassNotInSchool { label: row.class.clone() });
            continue;
        };
        let teacher = match lead(work, &row.teacher, &staff, &place) {
            Lead::Person(id) => Some(id),
            Lead::Nobody => None,
            Lead::Refused => continue,
        };
        let subject = *subjects.entry(fold(&row.subject)).or_insert_with(|| {
            let id = work.ids.fresh();
            work.put(Subject { id, name: row.subject.clone() });
            id
        });
        work.touch::<Subject>(CountOf::Subjects, subject, &place);
        let id = *lines.entry((class, subject, fold(&row.group))).or_insert_with(|| work.ids.fresh());
        if let Some(other) = seen.get(&id) {
            let first = source.at(other.line);
            let is_same = other.teacher == row.teacher && other.hours == row.hours;
            let (severity, kind) = if is_same {
                (Severity::Note, ProblemKind::ExactDuplicate { first })
            } else {
                (Severity::Error, ProblemKind::LoadLineTwice { first })
            };
            work.tell(severity, place, kind);
            continue;
        }
        seen.insert(id, row);
        let known = work.get::<LoadLine>(id).map(|line| (*line).clone());
        let mut line = known.unwrap_or_else(|| LoadLine {
            id,
            class,
            subject,
            group: row.group.clone(),
            members: BTreeSet::new(),
            teacher: None,
            hours: Hours::default(),
        });
        line.teacher = teacher.or(line.teacher);
        line.hours = Some(row.hours).filter(|hours| *hours != Hours::default()).unwrap_or(line.hours);
        work.put(line);
        work.touch::<LoadLine>(CountOf::Load, id, &place);
    }
    Ok(())
}

/// Takes a list of activities.
pub fn take_activities(work: &mut Work<'_>, source: &Source<'_>, rows: &[ActivityRow]) -> Result<(), Cancelled> {
    let staff = staff::all(work);
    let mut claimed: BTreeMap<ActivityGroupId, u32> = BTreeMap::new();
    for row in rows {
        work.tick()?;
        let place = source.at(row.line);
        let mut classes = BTreeSet::new();
        for label in &row.classes {
            match work.class(label) {
                Some(class) => {
                    classes.insert(class);
                }
                None => {
                    work.tell(Severity::Warning, place.clone(), ProblemKind::ClassNotInSchool { label: label.clone() });
                }
            }
        }
        if classes.is_empty() {
            work.tell(Severity::Error, place, ProblemKind::ActivityWithoutClasses);
            continue;
        }
        let leader = match lead(work, &row.leader, &staff, &place) {
            Lead::Person(id) => Some(id),
            Lead::Nobody => None,
            Lead::Refused => continue,
        };
        let same_name = work
            .rows::<ActivityGroup>()
            .filter(|group| group.year == work.year.id && fold(&group.name) == fold(&row.title));
        let same_name: Vec<Arc<ActivityGroup>> = same_name.collect();
        let is_equal = |group: &&Arc<ActivityGroup>| group.leader == leader && group.classes == classes;
        if let Some(line) = same_name.iter().find(is_equal).and_then(|group| claimed.get(&group.id)) {
            work.tell(Severity::Note, place, ProblemKind::ExactDuplicate { first: source.at(*line) });
            continue;
        }
        // A group of the plan is the row's when all of it agrees, else its leader, else its name where that is alone.
        let mut free = same_name.iter().filter(|group| !claimed.contains_key(&group.id));
        let repeated = rows.iter().filter(|other| fold(&other.title) == fold(&row.title)).count() > 1;
        let known = free
            .clone()
            .find(is_equal)
            .or_else(|| free.find(|group| !repeated && (group.leader == leader || same_name.len() == 1)));
        let mut group = match known {
            Some(group) => (**group).clone(),
            None => ActivityGroup {
                id: work.ids.fresh(),
                name: row.title.clone(),
                year: work.year.id,
                leader: None,
                classes: BTreeSet::new(),
                members: BTreeSet::new(),
                hours: Hours::default(),
            },
        };
        group.classes = classes;
        group.leader = leader.or(group.leader);
        group.hours = Some(row.hours).filter(|hours| *hours != Hours::default()).unwrap_or(group.hours);
        claimed.insert(group.id, row.line);
        work.touch::<ActivityGroup>(CountOf::Activities, group.id, &place);
        work.put(group);
    }
    Ok(())
}
