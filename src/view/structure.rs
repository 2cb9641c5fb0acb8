//! What the page of the structure shows: levels, parallels and classes of a year, the staff room, the approved list.

mod nomenclature;
mod pattern;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{Class, ClassId, PersonId, School, SchoolYear, SchoolYearId};
use crate::order;
use crate::plan::Index;

pub use nomenclature::{ListDifference, ListView, nomenclature};
pub use pattern::{Fault as PatternFault, Pattern, Preview, Why, parse, preview, to_text};

/// A level of general education.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Grades 1 to 4.
    Primary,
    /// Grades 5 to 9.
    Basic,
    /// Grades 10 and 11.
    Secondary,
}

impl Level {
    /// The level of a grade.
    #[must_use]
    pub fn of(grade: u8) -> Self {
        match grade {
            ..=4 => Self::Primary,
            5..=9 => Self::Basic,
            10.. => Self::Secondary,
        }
    }
}

/// A level with its parallels.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LevelRow {
    /// Which.
    pub level: Level,
    /// Its grades that have classes.
    pub parallels: Vec<ParallelRow>,
}

/// The classes of a grade.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ParallelRow {
    /// The grade.
    pub grade: u8,
    /// Its classes by letter.
    pub classes: Vec<ClassRow>,
}

/// A class in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClassRow {
    /// Identity.
    pub id: ClassId,
    /// Grade and letter.
    pub label: String,
    /// Profile in the school's words.
    pub profile: String,
    /// How many students it has.
    pub students: usize,
    /// The class teacher.
    pub teacher: Option<(PersonId, String)>,
    /// The day it was closed, for the archive.
    pub archived: Option<NaiveDate>,
}

/// The classes of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// Levels that have classes, from the first grade on.
    pub levels: Vec<LevelRow>,
    /// Classes closed by then.
    pub archived: Vec<ClassRow>,
    /// How many classes are open.
    pub classes: usize,
    /// How many students they have.
    pub students: usize,
}

impl LevelRow {
    /// How many classes the level has.
    pub fn classes(&self) -> usize {
        self.parallels.iter().map(|parallel| parallel.classes.len()).sum()
    }

    /// How many students the level has.
    pub fn students(&self) -> usize {
        self.parallels.iter().map(ParallelRow::students).sum()
    }
}

impl ParallelRow {
    /// How many students the parallel has.
    pub fn students(&self) -> usize {
        self.classes.iter().map(|class| class.students).sum()
    }
}

/// The day as of which a year is shown: the planning day within the year, else its nearest end.
#[must_use]
pub fn day_of(index: &Index, year: &SchoolYear) -> NaiveDate {
    index.day.clamp(year.from, year.to.max(year.from))
}

/// The day as of which a class is shown: that of its year; the planning day for the staff room.
#[must_use]
pub fn day_of_class(school: &School, index: &Index, class: &Class) -> NaiveDate {
    class.year().and_then(|id| school.years().get(&id)).map_or(index.day, |year| day_of(index, year))
}

/// Builds the tree of a year.
#[must_use]
pub fn tree(school: &School, index: &Index, year: SchoolYearId) -> Tree {
    let Some(year) = school.years().get(&year) else { return Tree::default() };
    let day = day_of(index, year);
    let mut students: BTreeMap<ClassId, usize> = BTreeMap::new();
    for row in school.enrolments().values().filter(|row| row.period.contains(day)) {
        *students.entry(row.class).or_default() += 1;
    }
    let teachers: BTreeMap<ClassId, PersonId> = order::map(
        school.homerooms().values().filter(|row| row.period.contains(day)).map(|row| (row.class, row.teacher)),
    );
    let mut classes: Vec<&Class> =
        school.classes().values().map(AsRef::as_ref).filter(|class| class.year() == Some(year.id)).collect();
    order::by_key(&mut classes, |class| class.label().cloned());
    let mut tree = Tree::default();
    for class in classes {
        let Some(label) = class.label() else { continue };
        let row = ClassRow {
            id: class.id,
            label: label.to_string(),
            profile: class.profile.clone(),
            students: students.get(&class.id).copied().unwrap_or_default(),
            teacher: teachers.get(&class.id).map(|id| (*id, school.person_name(*id))),
            archived: class.archived,
        };
        if class.archived.is_some_and(|on| on <= day) {
            tree.archived.push(row);
            continue;
        }
        tree.classes += 1;
        tree.students += row.students;
        tree.add(label.grade(), row);
    }
    tree
}

impl Tree {
    /// Appends a class; classes come by grade and letter.
    fn add(&mut self, grade: u8, row: ClassRow) {
        let level = Level::of(grade);
        if self.levels.last().is_none_or(|last| last.level != level) {
            self.levels.push(LevelRow { level, parallels: Vec::new() });
        }
        let Some(last) = self.levels.last_mut() else { return };
        match last.parallels.last_mut() {
            Some(parallel) if parallel.grade == grade => parallel.classes.push(row),
            _ => last.parallels.push(ParallelRow { grade, classes: vec![row] }),
        }
    }
}

/// The school years to choose from, the latest first, with their names.
#[must_use]
pub fn year_options(school: &School) -> Vec<(SchoolYearId, String)> {
    let mut years: Vec<&SchoolYear> = school.years().values().map(AsRef::as_ref).collect();
    order::by_key(&mut years, |year| std::cmp::Reverse(year.from));
    years.into_iter().map(|year| (year.id, year.label())).collect()
}

/// The staff room in one line (2.1/4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffRoomLine {
    /// Identity; none while nobody created it.
    pub id: Option<ClassId>,
    /// How many of those who belong there have joined.
    pub joined: usize,
    /// How many belong there and have not joined.
    pub missing: usize,
}

/// Counts who joined the staff room.
#[must_use]
pub fn staff_room_line(school: &School, index: &Index) -> StaffRoomLine {
    let expected = expected_staff(school, index);
    let joined = expected.intersection(&index.joined).count();
    StaffRoomLine { id: index.staff_room, joined, missing: expected.len() - joined }
}

/// Who belongs into the staff room: all pedagogues (2.1/4) and the administration (2.2/3), by post or by teaching.
#[must_use]
pub fn expected_staff(school: &School, index: &Index) -> BTreeSet<PersonId> {
    let by_post = |ids: &[crate::domain::PositionId]| {
        ids.iter()
            .filter_map(|id| school.positions().get(id))
            .any(|post| post.category.is_pedagogue() || post.category.is_administration())
    };
    let belongs = |(person, posts): &(&PersonId, &Vec<_>)| {
        by_post(posts) || index.taught.contains_key(person) || index.led_groups.contains_key(person)
    };
    order::set(index.positions.iter().filter(belongs).map(|(person, _)| *person))
}

#[cfg(test)]
mod tests {
    use super::{Level, staff_room_line, tree};
    use crate::domain::sample::{Sample, day};
    use crate::domain::{Class, Command, RecordKey};
    use crate::plan::Index;

    fn told(sample: &Sample) -> String {
        let school = sample.workspace.school();
        let tree = tree(school, &Index::of(school, day(10)), sample.year);
        let mut out = Vec::new();
        for level in &tree.levels {
            for parallel in &level.parallels {
                for class in &parallel.classes {
                    let teacher = class.teacher.as_ref().map_or("-", |(_, name)| name.as_str());
                    out.push(format!(
                        "{:?} {}: {} {} {teacher}",
                        level.level, parallel.grade, class.label, class.students
                    ));
                }
            }
        }
        out.extend(tree.archived.iter().map(|class| format!("archived {}", class.label)));
        out.join("; ")
    }

    #[test]
    fn classes_stand_under_their_level_and_parallel() {
        let mut sample = Sample::new();
        let year = sample.year;
        let labels = ["10Гум", "1А"].map(|label| (sample.ids.fresh(), label.parse().unwrap()));
        sample.run(&Command::CreateClasses { year, classes: labels.into() });
        assert_eq!(
            told(&sample),
            "Primary 1: 1А 0 -; Basic 7: 7А 1 Баранов Глеб Олегович; Basic 7: 7Б 0 -; Secondary 10: 10Гум 0 -"
        );
    }

    #[test]
    fn a_closed_class_stands_apart() {
        let mut sample = Sample::new();
        let class = sample.workspace.school().classes().get(&sample.class_7b).unwrap().as_ref().clone();
        sample.save(Class { archived: Some(day(5)), ..class });
        assert_eq!(told(&sample), "Basic 7: 7А 1 Баранов Глеб Олегович; archived 7Б");
    }

    #[test]
    fn levels_by_grade() {
        assert_eq!(
            [1, 4, 5, 9, 10, 11].map(Level::of),
            [Level::Primary, Level::Primary, Level::Basic, Level::Basic, Level::Secondary, Level::Secondary]
        );
    }

    #[test]
    fn pedagogues_and_the_administration_belong_into_the_staff_room() {
        let mut sample = Sample::new();
        let line = |sample: &Sample| {
            let school = sample.workspace.school();
            let line = staff_room_line(school, &Index::of(school, day(10)));
            (line.id.is_some(), line.joined, line.missing)
        };
        // The secretary is staff outside the categories of 1.5.
        assert_eq!(line(&sample), (true, 0, 3));
        sample.save(crate::domain::Membership {
            id: sample.ids.clone().fresh(),
            person: sample.baranov,
            class: sample.staff_room,
            role: crate::domain::MemberRole::Teacher,
            period: crate::domain::Period::since(day(1)),
        });
        assert_eq!(line(&sample), (true, 1, 2));
        sample.run(&Command::Remove(RecordKey::to::<Class>(sample.staff_room)));
        assert_eq!(line(&sample), (false, 0, 3));
    }
}
