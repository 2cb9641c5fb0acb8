//! Who stands where on a day: the records turned round, so that screens look up instead of searching.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{
    ActivityGroupId, ClassId, Kinship, LoadLineId, PersonId, PositionId, School, SchoolYearId, VerificationState,
};
use crate::order;

use super::planning_day::planning_day;

/// A school as of a day. Built in one pass over each table; hold it as long as the revision stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Index {
    /// The day it speaks of.
    pub day: NaiveDate,
    /// The school year of that day.
    pub year: Option<SchoolYearId>,
    /// Classes of the year, by grade and letter.
    pub classes: Vec<ClassId>,
    /// The staff room.
    pub staff_room: Option<ClassId>,
    /// Students of a class, by name.
    pub students: BTreeMap<ClassId, Vec<PersonId>>,
    /// The class of a student.
    pub class_of: BTreeMap<PersonId, ClassId>,
    /// Children of a representative.
    pub children: BTreeMap<PersonId, Vec<(PersonId, Kinship)>>,
    /// Representatives of a student.
    pub parents: BTreeMap<PersonId, Vec<(PersonId, Kinship)>>,
    /// Posts held.
    pub positions: BTreeMap<PersonId, Vec<PositionId>>,
    /// The class teacher of a class.
    pub homeroom: BTreeMap<ClassId, PersonId>,
    /// Classes led by a person.
    pub led_classes: BTreeMap<PersonId, Vec<ClassId>>,
    /// Lines of a class.
    pub lines: BTreeMap<ClassId, Vec<LoadLineId>>,
    /// Lines of a teacher.
    pub taught: BTreeMap<PersonId, Vec<LoadLineId>>,
    /// Groups of the year led by a person.
    pub led_groups: BTreeMap<PersonId, Vec<ActivityGroupId>>,
    /// Groups of the year for a class.
    pub class_groups: BTreeMap<ClassId, Vec<ActivityGroupId>>,
    /// Who joined the staff room.
    pub joined: BTreeSet<PersonId>,
    /// Whose status is confirmed.
    pub verified: BTreeSet<PersonId>,
}

impl Index {
    /// Builds the index of a school for today (see [`planning_day`]).
    #[must_use]
    pub fn of(school: &School, today: NaiveDate) -> Self {
        Self::as_of(school, planning_day(school, today))
    }

    /// Builds the index of a school for a day, past or to come, whatever today is (SPEC section 4, time travel).
    #[must_use]
    pub fn as_of(school: &School, day: NaiveDate) -> Self {
        let year = school.years().values().find(|year| (year.from..=year.to).contains(&day)).map(|year| year.id);
        let mut index = Self { day, year, ..Self::default() };
        index.add_classes(school);
        index.add_people(school);
        index.add_study(school);
        index
    }

    fn add_classes(&mut self, school: &School) {
        for class in school.classes().values() {
            if class.is_staff_room() {
                self.staff_room = Some(class.id);
            } else if class.year() == self.year && class.archived.is_none_or(|on| on > self.day) {
                self.classes.push(class.id);
            }
        }
        order::by_key(&mut self.classes, |id| school.classes().get(id).and_then(|class| class.label().cloned()));
    }

    fn add_people(&mut self, school: &School) {
        let day = self.day;
        for row in school.enrolments().values().filter(|row| row.period.contains(day)) {
            self.students.entry(row.class).or_default().push(row.student);
            self.class_of.insert(row.student, row.class);
        }
        let name = |id: &PersonId| school.people().get(id).map(|person| &person.name);
        for students in self.students.values_mut() {
            order::by(students, |a, b| name(a).cmp(&name(b)));
        }
        for row in school.representations().values() {
            self.children.entry(row.parent).or_default().push((row.child, row.kinship));
            self.parents.entry(row.child).or_default().push((row.parent, row.kinship));
        }
        for row in school.positions().values().filter(|row| row.period.contains(day)) {
            self.positions.entry(row.person).or_default().push(row.id);
        }
        for row in school.homerooms().values().filter(|row| row.period.contains(day)) {
            self.homeroom.insert(row.class, row.teacher);
            self.led_classes.entry(row.teacher).or_default().push(row.class);
        }
        for row in school.memberships().values().filter(|row| row.period.contains(day)) {
            if Some(row.class) == self.staff_room {
                self.joined.insert(row.person);
            }
        }
        for row in school.verifications().values() {
            if matches!(row.state, VerificationState::Confirmed { on, .. } if on <= day) {
                self.verified.insert(row.person);
            }
        }
    }

    fn add_study(&mut self, school: &School) {
        let current: BTreeSet<ClassId> = order::set(self.classes.iter().copied());
        let name = |id: &LoadLineId| {
            let line = school.load().get(id)?;
            Some((&school.subjects().get(&line.subject)?.name, &line.group))
        };
        for row in school.load().values().filter(|row| current.contains(&row.class)) {
            self.lines.entry(row.class).or_default().push(row.id);
            if let Some(teacher) = row.teacher {
                self.taught.entry(teacher).or_default().push(row.id);
            }
        }
        for lines in self.lines.values_mut() {
            order::by(lines, |a, b| name(a).cmp(&name(b)));
        }
        for row in school.activities().values().filter(|row| Some(row.year) == self.year) {
            if let Some(leader) = row.leader {
                self.led_groups.entry(leader).or_default().push(row.id);
            }
            for class in &row.classes {
                self.class_groups.entry(*class).or_default().push(row.id);
            }
        }
    }

    /// Students of a class, by name.
    pub fn students_of(&self, class: ClassId) -> &[PersonId] {
        self.students.get(&class).map_or(&[], Vec::as_slice)
    }

    /// Whether the person holds a post.
    pub fn is_staff(&self, person: PersonId) -> bool {
        self.positions.contains_key(&person)
    }

    /// How many students there are.
    pub fn student_count(&self) -> usize {
        self.class_of.len()
    }
}

#[cfg(test)]
mod tests {
    use super::Index;
    use crate::domain::sample::{Sample, day};

    #[test]
    fn the_sample_turned_round() {
        let sample = Sample::new();
        let index = Index::of(sample.workspace.school(), day(10));
        assert_eq!(index.classes, [sample.class_7a, sample.class_7b]);
        assert_eq!(index.students_of(sample.class_7a), [sample.zueva]);
        assert_eq!(index.homeroom.get(&sample.class_7a), Some(&sample.baranov));
        assert_eq!(index.homeroom.get(&sample.class_7b), None);
        assert_eq!(index.taught.get(&sample.baranov).map(Vec::len), Some(1));
        assert_eq!(index.children.get(&sample.zueva_mother).map(Vec::len), Some(1));
        assert!(index.is_staff(sample.lugova) && !index.is_staff(sample.zueva_mother));
    }
}
