//! Who stands where on a day: the records turned round, so that screens look up instead of searching.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::Source::{self, Names, Table};
use crate::domain::{
    ActivityGroupId, Altered, ClassId, Enrolment, EnrolmentId, Kinship, LoadLineId, Membership, PersonId, PositionId,
    RecordKind as Kind, Representation, School, SchoolYearId, Sources, Verification, VerificationState,
};
use crate::order;

use super::planning_day::planning_day;

/// A school as of a day. Built in one pass over each table; hold it as long as the revision stays.
///
/// Its maps are shared with the index before it ([`Index::after`]) where what they follow from is the same.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Index {
    /// The day it speaks of.
    pub day: NaiveDate,
    /// The school year of that day.
    pub year: Option<SchoolYearId>,
    /// Classes of the year, by grade and letter.
    pub classes: Arc<Vec<ClassId>>,
    /// The staff room.
    pub staff_room: Option<ClassId>,
    /// Students of a class, by name.
    pub students: Map<ClassId, Vec<PersonId>>,
    /// The class of a student.
    pub class_of: Map<PersonId, ClassId>,
    /// Every stay in a class, past and to come too: by student, then by identity. See [`Index::stays_of`].
    pub stays: Arc<Vec<(PersonId, EnrolmentId)>>,
    /// Children of a representative.
    pub children: Map<PersonId, Vec<(PersonId, Kinship)>>,
    /// Representatives of a student.
    pub parents: Map<PersonId, Vec<(PersonId, Kinship)>>,
    /// Posts held.
    pub positions: Map<PersonId, Vec<PositionId>>,
    /// The class teacher of a class.
    pub homeroom: Map<ClassId, PersonId>,
    /// Classes led by a person.
    pub led_classes: Map<PersonId, Vec<ClassId>>,
    /// Lines of a class.
    pub lines: Map<ClassId, Vec<LoadLineId>>,
    /// Lines of a teacher.
    pub taught: Map<PersonId, Vec<LoadLineId>>,
    /// Groups of the year led by a person.
    pub led_groups: Map<PersonId, Vec<ActivityGroupId>>,
    /// Groups of the year for a class.
    pub class_groups: Map<ClassId, Vec<ActivityGroupId>>,
    /// Who joined the staff room.
    pub joined: Arc<BTreeSet<PersonId>>,
    /// Whose status is confirmed.
    pub verified: Arc<BTreeSet<PersonId>>,
    /// The states of the tables that it was built from.
    sources: Sources,
}

/// A map that indexes share.
type Map<K, V> = Arc<BTreeMap<K, V>>;

/// A part of the index: what it follows from, beside the day, and how it is filled in or taken over.
struct Part {
    reads: &'static [Source],
    build: fn(&mut Index, &School),
    share: fn(&mut Index, &Index),
    /// Mends what was shared, where few records changed; none where building costs no more.
    mend: Option<fn(&mut Index, &School, &[Altered])>,
}

/// So many changed records are followed one by one; after more, a part is built anew.
const FEW: usize = 32;

/// What the classes of the year and the staff room follow from.
pub const CLASSES: &[Source] = &[Table(Kind::SchoolYear), Table(Kind::Class)];
/// What it follows from who is in which class.
pub const STAYS: &[Source] = &[Table(Kind::Enrolment)];
/// What the lists of classes follow from, which stand by name.
pub const STUDENTS: &[Source] = &[Table(Kind::Enrolment), Names];
/// What families follow from.
pub const FAMILIES: &[Source] = &[Table(Kind::Representation)];
/// What posts follow from.
pub const POSTS: &[Source] = &[Table(Kind::Position)];
/// What class teachers follow from.
pub const HOMEROOMS: &[Source] = &[Table(Kind::HomeroomAssignment)];
/// What it follows from who joined the staff room and whose status is confirmed.
pub const STATUSES: &[Source] =
    &[Table(Kind::SchoolYear), Table(Kind::Class), Table(Kind::Membership), Table(Kind::Verification)];
/// What the lines of classes and teachers follow from.
pub const LINES: &[Source] =
    &[Table(Kind::SchoolYear), Table(Kind::Class), Table(Kind::LoadLine), Table(Kind::Subject)];
/// What the groups of classes and leaders follow from.
pub const GROUPS: &[Source] = &[Table(Kind::SchoolYear), Table(Kind::ActivityGroup)];

/// The parts in the order in which they are built: later ones read the classes of the first.
const PARTS: [Part; 8] = [
    Part {
        reads: CLASSES,
        build: Index::add_classes,
        share: |index, before| {
            (index.staff_room, index.classes) = (before.staff_room, Arc::clone(&before.classes));
        },
        mend: None,
    },
    Part {
        reads: STUDENTS,
        build: Index::add_students,
        share: |index, before| {
            (index.students, index.class_of) = (Arc::clone(&before.students), Arc::clone(&before.class_of));
            index.stays = Arc::clone(&before.stays);
        },
        mend: Some(Index::mend_students),
    },
    Part {
        reads: FAMILIES,
        build: Index::add_families,
        share: |index, before| {
            (index.children, index.parents) = (Arc::clone(&before.children), Arc::clone(&before.parents));
        },
        mend: Some(Index::mend_families),
    },
    Part {
        reads: POSTS,
        build: Index::add_posts,
        share: |index, before| index.positions = Arc::clone(&before.positions),
        mend: None,
    },
    Part {
        reads: HOMEROOMS,
        build: Index::add_homerooms,
        share: |index, before| {
            (index.homeroom, index.led_classes) = (Arc::clone(&before.homeroom), Arc::clone(&before.led_classes));
        },
        mend: None,
    },
    Part {
        reads: STATUSES,
        build: Index::add_statuses,
        share: |index, before| {
            (index.joined, index.verified) = (Arc::clone(&before.joined), Arc::clone(&before.verified));
        },
        mend: None,
    },
    Part {
        reads: LINES,
        build: Index::add_lines,
        share: |index, before| (index.lines, index.taught) = (Arc::clone(&before.lines), Arc::clone(&before.taught)),
        mend: None,
    },
    Part {
        reads: GROUPS,
        build: Index::add_groups,
        share: |index, before| {
            (index.led_groups, index.class_groups) = (Arc::clone(&before.led_groups), Arc::clone(&before.class_groups));
        },
        mend: None,
    },
];

fn keep<T: PartialEq>(now: &mut Arc<T>, before: &Arc<T>) {
    if !Arc::ptr_eq(now, before) && now == before {
        *now = Arc::clone(before);
    }
}

/// Puts lists in the place of what some keys had; without the empty ones.
fn replace<K: Ord + Clone, T: Clone + PartialEq>(map: &mut Map<K, Vec<T>>, lists: BTreeMap<K, Vec<T>>) {
    for (key, list) in lists {
        if map.get(&key).map_or(&[][..], Vec::as_slice) == list {
            continue;
        }
        let map = Arc::make_mut(map);
        if list.is_empty() {
            map.remove(&key);
        } else {
            map.insert(key, list);
        }
    }
}

fn by_name(students: &mut [PersonId], school: &School) {
    order::by_cached_key(students, |id| school.people().get(id).map(|person| &person.name));
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
        Self::after(&Self::default(), school, day)
    }

    /// Builds the index of a school for a day, with what an index before it knows already.
    #[must_use]
    pub fn after(before: &Self, school: &School, day: NaiveDate) -> Self {
        let year = school.years().values().find(|year| (year.from..=year.to).contains(&day)).map(|year| year.id);
        let mut index = Self { day, year, ..Self::default() };
        let is_near = before.day == day && before.year == year;
        let altered = is_near.then(|| before.sources.altered(school)).flatten().filter(|altered| altered.len() <= FEW);
        for part in &PARTS {
            if before.day == day && before.sources.are_those_of(school, part.reads.iter().copied()) {
                (part.share)(&mut index, before);
            } else if let Some((mend, altered)) = part.mend.zip(altered.as_deref()) {
                (part.share)(&mut index, before);
                mend(&mut index, school, altered);
            } else {
                (part.build)(&mut index, school);
            }
        }
        index.keep(before);
        index.sources = Sources::of(school, PARTS.iter().flat_map(|part| part.reads).copied());
        index
    }

    /// Takes over what came out as it was, so that what follows from it need not be made anew. What follows from the
    /// other parts reads their tables too.
    fn keep(&mut self, before: &Self) {
        keep(&mut self.students, &before.students);
        keep(&mut self.class_of, &before.class_of);
        keep(&mut self.children, &before.children);
        keep(&mut self.parents, &before.parents);
        keep(&mut self.homeroom, &before.homeroom);
        keep(&mut self.led_classes, &before.led_classes);
    }

    /// Who stands where, whatever their statuses, and where they stood on other days.
    #[must_use]
    pub fn places(&self) -> Self {
        Self { joined: Arc::default(), verified: Arc::default(), stays: Arc::default(), ..self.clone() }
    }

    /// Whether everybody stands in the same places, as one index took it over from the other; statuses play no part.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        self.has_work_of(other)
            && Arc::ptr_eq(&self.students, &other.students)
            && Arc::ptr_eq(&self.class_of, &other.class_of)
            && Arc::ptr_eq(&self.children, &other.children)
            && Arc::ptr_eq(&self.parents, &other.parents)
    }

    /// Whether the classes, posts, lines and groups are the same, as one index took them over from the other.
    pub fn has_work_of(&self, other: &Self) -> bool {
        (self.day, self.year, self.staff_room) == (other.day, other.year, other.staff_room)
            && Arc::ptr_eq(&self.classes, &other.classes)
            && Arc::ptr_eq(&self.positions, &other.positions)
            && Arc::ptr_eq(&self.homeroom, &other.homeroom)
            && Arc::ptr_eq(&self.led_classes, &other.led_classes)
            && Arc::ptr_eq(&self.lines, &other.lines)
            && Arc::ptr_eq(&self.taught, &other.taught)
            && Arc::ptr_eq(&self.led_groups, &other.led_groups)
            && Arc::ptr_eq(&self.class_groups, &other.class_groups)
    }

    fn add_classes(&mut self, school: &School) {
        let mut classes = Vec::new();
        for class in school.classes().values() {
            if class.is_staff_room() {
                self.staff_room = Some(class.id);
            } else if class.year() == self.year && class.archived.is_none_or(|on| on > self.day) {
                classes.push(class.id);
            }
        }
        order::by_key(&mut classes, |id| school.classes().get(id).and_then(|class| class.label().cloned()));
        self.classes = Arc::new(classes);
    }

    fn add_students(&mut self, school: &School) {
        let mut stays: Vec<_> = school.enrolments().values().map(|row| (row.student, row)).collect();
        order::by_key(&mut stays, |(student, _)| *student);
        let (mut students, mut class_of) = (BTreeMap::<_, Vec<PersonId>>::new(), BTreeMap::new());
        for (student, row) in stays.iter().filter(|(_, row)| row.period.contains(self.day)) {
            students.entry(row.class).or_default().push(*student);
            class_of.insert(*student, row.class);
        }
        for students in students.values_mut() {
            by_name(students, school);
        }
        let stays = stays.into_iter().map(|(student, row)| (student, row.id)).collect();
        (self.students, self.class_of, self.stays) = (Arc::new(students), Arc::new(class_of), Arc::new(stays));
    }

    /// Moves the students whose stays changed, and orders the classes anew whose students changed their names.
    fn mend_students(&mut self, school: &School, altered: &[Altered]) {
        let (mut moved, mut classes) = (BTreeSet::new(), BTreeSet::new());
        for record in altered {
            let (before, after) = record.rows::<Enrolment>(school);
            for row in [&before, &after].into_iter().flatten() {
                moved.insert(row.student);
                classes.insert(row.class);
            }
            let [before, after] = [before, after].map(|row| row.map(|row| (row.student, row.id)));
            if before != after {
                self.restay(before, after);
            }
            if record.key.kind == Kind::Person {
                let person = PersonId::from(record.key.id);
                classes.extend(self.current(school, person).map(|row| row.class));
            }
        }
        for student in &moved {
            let class = self.current(school, *student).last().map(|row| row.class);
            if self.class_of.get(student) != class.as_ref() {
                let class_of = Arc::make_mut(&mut self.class_of);
                match class {
                    Some(class) => drop(class_of.insert(*student, class)),
                    None => drop(class_of.remove(student)),
                }
            }
        }
        let mut lists = BTreeMap::new();
        for class in classes {
            let before = self.students_of(class);
            let mut students: Vec<PersonId> = before.iter().copied().filter(|who| !moved.contains(who)).collect();
            for student in &moved {
                let rows = self.current(school, *student).filter(|row| row.class == class);
                students.extend(rows.map(|row| row.student));
            }
            students.sort_unstable();
            by_name(&mut students, school);
            lists.insert(class, students);
        }
        replace(&mut self.students, lists);
    }

    /// Puts a stay in the place of what it was.
    fn restay(&mut self, before: Option<(PersonId, EnrolmentId)>, after: Option<(PersonId, EnrolmentId)>) {
        let stays = Arc::make_mut(&mut self.stays);
        if let Some(at) = before.and_then(|stay| stays.binary_search(&stay).ok()) {
            stays.remove(at);
        }
        if let Some((stay, at)) = after.and_then(|stay| Some((stay, stays.binary_search(&stay).err()?))) {
            stays.insert(at, stay);
        }
    }

    /// Every stay of a student, past and to come too, by identity.
    pub fn stays_of<'a>(&self, school: &'a School, student: PersonId) -> impl Iterator<Item = &'a Enrolment> {
        let from = self.stays.partition_point(|(other, _)| *other < student);
        let rows = self.stays.get(from..).unwrap_or_default().iter();
        let own = rows.take_while(move |(other, _)| *other == student);
        own.filter_map(|(_, id)| school.enrolments().get(id).map(AsRef::as_ref))
    }

    /// The stays of a student that hold on the day.
    pub fn current<'a>(&self, school: &'a School, student: PersonId) -> impl Iterator<Item = &'a Enrolment> {
        self.stays_of(school, student).filter(|row| row.period.contains(self.day))
    }

    fn add_families(&mut self, school: &School) {
        let (mut children, mut parents) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for row in school.representations().values() {
            children.entry(row.parent).or_default().push((row.child, row.kinship));
            parents.entry(row.child).or_default().push((row.parent, row.kinship));
        }
        (self.children, self.parents) = (Arc::new(children), Arc::new(parents));
    }

    /// Finds anew the children and the parents of those whose links changed.
    fn mend_families(&mut self, school: &School, altered: &[Altered]) {
        let (mut adults, mut young) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for record in altered {
            let (before, after) = record.rows::<Representation>(school);
            for row in [before, after].into_iter().flatten() {
                adults.entry(row.parent).or_default();
                young.entry(row.child).or_default();
            }
        }
        for row in school.representations().values() {
            if let Some(children) = adults.get_mut(&row.parent) {
                children.push((row.child, row.kinship));
            }
            if let Some(parents) = young.get_mut(&row.child) {
                parents.push((row.parent, row.kinship));
            }
        }
        replace(&mut self.children, adults);
        replace(&mut self.parents, young);
    }

    fn add_posts(&mut self, school: &School) {
        let mut positions = BTreeMap::<_, Vec<_>>::new();
        for row in school.positions().values().filter(|row| row.period.contains(self.day)) {
            positions.entry(row.person).or_default().push(row.id);
        }
        self.positions = Arc::new(positions);
    }

    fn add_homerooms(&mut self, school: &School) {
        let (mut homeroom, mut led_classes) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
        for row in school.homerooms().values().filter(|row| row.period.contains(self.day)) {
            homeroom.insert(row.class, row.teacher);
            led_classes.entry(row.teacher).or_default().push(row.class);
        }
        (self.homeroom, self.led_classes) = (Arc::new(homeroom), Arc::new(led_classes));
    }

    fn add_statuses(&mut self, school: &School) {
        let is_in_room = |row: &&Membership| Some(row.class) == self.staff_room && row.period.contains(self.day);
        let joined = school.memberships().values().map(AsRef::as_ref).filter(is_in_room).map(|row| row.person);
        let is_confirmed =
            |row: &&Verification| matches!(row.state, VerificationState::Confirmed { on, .. } if on <= self.day);
        let verified = school.verifications().values().map(AsRef::as_ref).filter(is_confirmed).map(|row| row.person);
        (self.joined, self.verified) = (Arc::new(order::set(joined)), Arc::new(order::set(verified)));
    }

    fn add_lines(&mut self, school: &School) {
        let (mut of_class, mut taught) = (BTreeMap::<_, Vec<LoadLineId>>::new(), BTreeMap::<_, Vec<_>>::new());
        let current: BTreeSet<ClassId> = order::set(self.classes.iter().copied());
        for row in school.load().values().filter(|row| current.contains(&row.class)) {
            of_class.entry(row.class).or_default().push(row.id);
            if let Some(teacher) = row.teacher {
                taught.entry(teacher).or_default().push(row.id);
            }
        }
        for lines in of_class.values_mut() {
            order::by_cached_key(lines, |id| {
                let line = school.load().get(id)?;
                Some((&school.subjects().get(&line.subject)?.name, &line.group))
            });
        }
        (self.lines, self.taught) = (Arc::new(of_class), Arc::new(taught));
    }

    fn add_groups(&mut self, school: &School) {
        let (mut led, mut of_class) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for row in school.activities().values().filter(|row| Some(row.year) == self.year) {
            if let Some(leader) = row.leader {
                led.entry(leader).or_default().push(row.id);
            }
            for class in &row.classes {
                of_class.entry(*class).or_default().push(row.id);
            }
        }
        (self.led_groups, self.class_groups) = (Arc::new(led), Arc::new(of_class));
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
        assert_eq!(*index.classes, [sample.class_7a, sample.class_7b]);
        assert_eq!(index.students_of(sample.class_7a), [sample.zueva]);
        assert_eq!(index.homeroom.get(&sample.class_7a), Some(&sample.baranov));
        assert_eq!(index.homeroom.get(&sample.class_7b), None);
        assert_eq!(index.taught.get(&sample.baranov).map(Vec::len), Some(1));
        assert_eq!(index.children.get(&sample.zueva_mother).map(Vec::len), Some(1));
        assert!(index.is_staff(sample.lugova) && !index.is_staff(sample.zueva_mother));
    }
}
