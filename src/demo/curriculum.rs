//! What the demo school teaches: subjects, hours by grade, subgroups, and who teaches what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Unmade;
use super::family::Students;
use super::frame::{Frame, Room};
use super::size::Size;
use super::sketch::Sketch;
use super::staff::Staff;
use crate::domain::{Gender, Hours, LoadLine, PersonId, Subject, SubjectId};

/// What teachers of subjects teach, as «Учитель …» goes on.
pub const SPECIALTIES: [&str; 12] = [
    "русского языка и литературы",
    "математики",
    "иностранного языка",
    "истории и обществознания",
    "географии",
    "биологии и химии",
    "физики",
    "информатики",
    "музыки и изобразительного искусства",
    "труда (технологии)",
    "физической культуры",
    "ОБЗР",
];
/// Mathematics among the specialties.
pub const MATHEMATICS: usize = 1;
const LANGUAGES: usize = 2;
/// Geography among the specialties.
pub const GEOGRAPHY: usize = 4;
/// Informatics among the specialties.
pub const INFORMATICS: usize = 7;
const LABOUR: usize = 9;

/// English is taught in two groups from this size of a class on.
const ENGLISH_SPLIT: usize = 25;

/// A row of the plan: subject, specialty, hours a week in the grades 1 to 11.
type PlanRow = (&'static str, usize, [u8; 11]);

/// The plan of every class. 5: 27 hours and two of the school, as in SPEC section 12.
const PLAN: [PlanRow; 23] = [
    ("Русский язык", 0, [5, 5, 5, 5, 5, 6, 4, 3, 3, 2, 2]),
    ("Литературное чтение", 0, [4, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0]),
    ("Литература", 0, [0, 0, 0, 0, 3, 3, 2, 2, 3, 3, 3]),
    ("Английский язык", LANGUAGES, [0, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3]),
    ("Математика", MATHEMATICS, [4, 4, 4, 4, 5, 5, 0, 0, 0, 0, 0]),
    ("Алгебра", MATHEMATICS, [0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3]),
    ("Геометрия", MATHEMATICS, [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2]),
    ("Вероятность и статистика", MATHEMATICS, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]),
    ("Информатика", INFORMATICS, [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]),
    ("Окружающий мир", 5, [2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0]),
    ("ОРКСЭ", 3, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
    ("История", 3, [0, 0, 0, 0, 3, 3, 3, 3, 3, 2, 2]),
    ("Обществознание", 3, [0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2]),
    ("География", GEOGRAPHY, [0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 1]),
    ("Биология", 5, [0, 0, 0, 0, 1, 1, 1, 2, 2, 1, 1]),
    ("Химия", 5, [0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1]),
    ("Физика", 6, [0, 0, 0, 0, 0, 0, 2, 2, 3, 2, 2]),
    ("Изобразительное искусство", 8, [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]),
    ("Музыка", 8, [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]),
    ("Труд (технология)", LABOUR, [1, 1, 1, 1, 2, 2, 2, 1, 1, 0, 0]),
    ("Физическая культура", 10, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
    ("ОБЗР", 11, [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]),
    ("Индивидуальный проект", 3, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]),
];

/// The hours of the school in grade 5: a practicum, and a second language in the classes «В».
const CHOICE_OF_5: [(&str, usize); 2] = [("Практикум по математике", MATHEMATICS), ("Немецкий язык", LANGUAGES)];

/// Two subjects of each profile in the grades 10 and 11, by letter.
const PROFILE: [[(&str, usize); 2]; 4] = [
    [("Право", 3), ("Экономика", 3)],
    [("Инженерная графика", LABOUR), ("Компьютерное моделирование", INFORMATICS)],
    [("Экология", 5), ("Биохимия", 5)],
    [("Политология", 3), ("Финансовая математика", MATHEMATICS)],
];

/// What the larger schools teach beyond: subject, specialty, first and last grade.
const BEYOND: [(&str, usize, u8, u8); 5] = [
    ("Шахматы в школе", MATHEMATICS, 1, 4),
    ("Французский язык", LANGUAGES, 5, 9),
    ("Краеведение", GEOGRAPHY, 6, 7),
    ("Финансовая грамотность", 3, 8, 9),
    ("Психология", 3, 10, 11),
];

/// How a line is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Division {
    Whole,
    Halves,
    ByGender,
}

#[derive(Debug, Clone, Copy)]
struct Lesson {
    subject: &'static str,
    specialty: usize,
    hours: u8,
    division: Division,
}

impl Lesson {
    fn groups(self) -> &'static [&'static str] {
        match self.division {
            Division::Whole => &[""],
            Division::Halves => &["1", "2"],
            Division::ByGender => &["девочки", "мальчики"],
        }
    }
}

/// The lessons of a class.
fn lessons(size: &Size, grade: u8, letter: usize, students: usize) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    let mut add = |subject, specialty, hours| {
        let division = match subject {
            "Английский язык" if students >= ENGLISH_SPLIT => Division::Halves,
            "Информатика" => Division::Halves,
            "Труд (технология)" if grade > 4 => Division::ByGender,
            _ => Division::Whole,
        };
        lessons.push(Lesson { subject, specialty, hours, division });
    };
    for (subject, specialty, hours) in PLAN {
        let hours = hours.get(usize::from(grade) - 1).copied().unwrap_or_default();
        if hours > 0 {
            add(subject, specialty, hours);
        }
    }
    if grade == 5
        && let Some((subject, specialty)) = CHOICE_OF_5.get(usize::from(letter % 3 == 2))
    {
        add(subject, *specialty, 1);
    }
    if grade > 9 {
        let profile = PROFILE.get(letter % PROFILE.len());
        profile.into_iter().flatten().for_each(|(subject, specialty)| add(*subject, *specialty, 3));
    }
    if size.is_large() {
        let meant = BEYOND.iter().filter(|(_, _, first, last)| (*first..=*last).contains(&grade));
        meant.for_each(|(subject, specialty, _, _)| add(*subject, *specialty, 1));
    }
    lessons
}

/// Whether the class teacher of 1–4 gives the lesson.
fn is_primary(lesson: Lesson, grade: u8) -> bool {
    grade <= 4 && lesson.specialty != LANGUAGES
}

/// How many teachers each specialty needs for the hours of the plan, at least one.
pub fn teachers_needed(size: &Size) -> Vec<usize> {
    let mut hours = vec![0_usize; SPECIALTIES.len()];
    let mut sizes = size.class_sizes().into_iter();
    for grade in 1..=11 {
        for letter in 0..size.classes_of(grade) {
            let students = sizes.next().unwrap_or_default();
            for lesson in lessons(size, grade, letter, students) {
                if let Some(sum) = hours.get_mut(lesson.specialty).filter(|_| !is_primary(lesson, grade)) {
                    *sum += usize::from(lesson.hours) * lesson.groups().len();
                }
            }
        }
    }
    let mut teachers = vec![1_usize; hours.len()];
    for _ in hours.len()..size.teachers - size.primary_teachers() {
        // The next teacher goes where one has the most hours.
        let loads = hours.iter().zip(&teachers).map(|(hours, teachers)| hours * 1_000 / teachers);
        let busiest = loads.enumerate().max_by_key(|(at, load)| (*load, usize::MAX - at)).map(|(at, _)| at);
        busiest.and_then(|at| teachers.get_mut(at)).into_iter().for_each(|count| *count += 1);
    }
    teachers
}

/// Who teaches where, by the number of the class.
#[derive(Debug)]
pub struct Load(Vec<(usize, PersonId)>);

impl Load {
    /// The teachers of a class.
    pub fn teachers_of(&self, class: usize) -> impl Iterator<Item = PersonId> + '_ {
        self.0.iter().filter(move |(at, _)| *at == class).map(|(_, teacher)| *teacher)
    }
}

/// Writes the subjects and the lines; a class keeps one teacher for all lessons of a specialty.
pub fn distribute(sketch: &mut Sketch, staff: &Staff, frame: &Frame, students: &Students) -> Result<Load, Unmade> {
    let mut subjects: BTreeMap<&str, SubjectId> = BTreeMap::new();
    let mut hours: BTreeMap<PersonId, u32> = staff.subject.iter().map(|(worker, _)| (worker.id, 0)).collect();
    let mut load = Vec::new();
    let mut primary = staff.primary.iter();
    for (at, room) in frame.rooms.iter().enumerate() {
        let Room { label, letter, size, .. } = room;
        let own = if label.grade() <= 4 { primary.next().map(|worker| worker.id) } else { None };
        let mut teachers: BTreeMap<(usize, usize), PersonId> = BTreeMap::new();
        for lesson in lessons(&sketch.size, label.grade(), *letter, *size) {
            let subject = *subjects.entry(lesson.subject).or_insert_with(|| {
                let (id, name) = (sketch.ids.fresh(), lesson.subject.to_owned());
                sketch.records.subjects.push(Arc::new(Subject { id, name }));
                id
            });
            for (number, group) in lesson.groups().iter().enumerate() {
                let teacher = if is_primary(lesson, label.grade()) {
                    own.ok_or(Unmade::Missing("primary teacher"))?
                } else if let Some(teacher) = teachers.get(&(lesson.specialty, number)) {
                    *teacher
                } else {
                    let of_specialty = staff.of_specialty(lesson.specialty).map(|worker| worker.id);
                    let least = of_specialty.min_by_key(|id| hours.get(id).copied().unwrap_or_default());
                    least.ok_or(Unmade::Missing("teacher"))?
                };
                teachers.insert((lesson.specialty, number), teacher);
                *hours.entry(teacher).or_default() += u32::from(lesson.hours);
                load.push((at, teacher));
                let members = members(students, at, lesson, number);
                sketch.records.load.push(Arc::new(LoadLine {
                    id: sketch.ids.fresh(),
                    class: room.id,
                    subject,
                    group: (*group).to_owned(),
                    members,
                    teacher: Some(teacher),
                    hours: Hours(u16::from(lesson.hours) * 100),
                }));
            }
        }
    }
    Ok(Load(load))
}

/// The students of a subgroup; none for a whole class.
fn members(students: &Students, class: usize, lesson: Lesson, group: usize) -> BTreeSet<PersonId> {
    let list = students.of_class.get(class).map(Vec::as_slice).unwrap_or_default();
    let half = list.len().div_ceil(2);
    let is_in = |(number, (_, gender)): (usize, &(PersonId, Gender))| match lesson.division {
        Division::Whole => false,
        Division::Halves => (number >= half) == (group == 1),
        Division::ByGender => (*gender == Gender::Male) == (group == 1),
    };
    let chosen = list.iter().enumerate().filter(|(number, student)| is_in((*number, *student)));
    chosen.map(|(_, (id, _))| *id).collect()
}
