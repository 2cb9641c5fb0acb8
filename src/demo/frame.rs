//! The frame of the demo school: organisation, two years, local acts, classes, their lists and class teachers.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::curriculum::Load;
use super::size::Scale;
use super::sketch::Sketch;
use super::staff::{Staff, Worker};
use super::{Unmade, day};
use crate::domain::{
    Class, ClassId, ClassKind, ClassLabel, HomeroomAssignment, LocalAct, LocalActId, LocalActKind, Nomenclature,
    Organisation, Period, PersonId, PlatformProfile, SchoolYear, SchoolYearId, Settings,
};

/// First day of the year that the school plans.
pub const FIRST_DAY: NaiveDate = day(2026, 9, 1);
/// The archived year.
pub const LAST_YEAR: Period = Period { from: Some(day(2025, 9, 1)), to: Some(day(2026, 5, 31)) };
/// The day on which the teacher who leaves holds the post for the last time.
pub const LEFT: NaiveDate = day(2026, 9, 4);

/// Letters of classes; no school uses Ё, Й, Ъ, Ы, Ь.
const LETTERS: &str = "А Б В Г Д Е Ж З И К Л М Н О П Р С Т У Ф Х Ц Ш";
/// The profiles of classes 10–11, by letter.
const PROFILES: [&str; 4] = ["гуманитарный", "технологический", "естественно-научный", "социально-экономический"];

/// A class of the year with what the generator needs of it.
#[derive(Debug)]
pub struct Room {
    /// Identity.
    pub id: ClassId,
    /// Grade and letter.
    pub label: ClassLabel,
    /// The letter's number, from zero.
    pub letter: usize,
    /// How many students it takes.
    pub size: usize,
}

/// The frame.
#[derive(Debug)]
pub struct Frame {
    /// The year 2026/27.
    pub year: SchoolYearId,
    /// The staff room.
    pub staff_room: ClassId,
    /// The classes of the year.
    pub rooms: Vec<Room>,
    /// The same classes in the year before.
    pub last: Vec<ClassId>,
    /// The acts.
    pub acts: Acts,
}

/// Local acts that other records rest on.
#[derive(Debug)]
pub struct Acts {
    /// № 102: the administrator of the platform.
    pub administrator: LocalActId,
    /// № 104: the distribution of class teachers.
    pub homerooms: LocalActId,
    /// № 105: students taken into classes 1 and 10.
    pub enrolment: LocalActId,
    /// № 131: a student's change of class.
    pub transfer: LocalActId,
    last_homerooms: LocalActId,
}

impl Frame {
    /// The number of a class among `rooms`.
    pub fn at(&self, label: &str) -> Result<usize, Unmade> {
        let label: ClassLabel = label.parse()?;
        self.rooms.iter().position(|room| room.label == label).ok_or(Unmade::Missing("class"))
    }

    /// The number of the class that the students of a class were in the year before.
    pub fn before(&self, at: usize) -> Option<usize> {
        let room = self.rooms.get(at)?;
        let below: Vec<usize> = self.of_grade(room.label.grade().checked_sub(1)?).collect();
        below.get(room.letter % below.len().max(1)).copied()
    }

    /// The numbers of the classes of a grade.
    pub fn of_grade(&self, grade: u8) -> impl Iterator<Item = usize> + '_ {
        self.rooms.iter().enumerate().filter(move |(_, room)| room.label.grade() == grade).map(|(at, _)| at)
    }
}

/// Draws the frame.
pub fn build(sketch: &mut Sketch, staff: &Staff) -> Result<Frame, Unmade> {
    organisation(sketch)?;
    let (last_year, year) = (sketch.ids.fresh(), sketch.ids.fresh());
    for (id, from, to) in [(last_year, day(2025, 9, 1), day(2026, 5, 31)), (year, FIRST_DAY, day(2027, 5, 31))] {
        sketch.records.years.push(Arc::new(SchoolYear { id, from, to }));
    }
    let mut act = |kind, number: &str, date, title: &str| {
        let (id, signer) = (sketch.ids.fresh(), Some(staff.head.id));
        let (number, title) = (number.to_owned(), title.to_owned());
        sketch.records.acts.push(Arc::new(LocalAct { id, kind, number, date, title, signer }));
        id
    };
    let (order, protocol) = (LocalActKind::Order, LocalActKind::Protocol);
    let last_classes_order = act(order, "96", day(2025, 8, 27), "Об утверждении списка классов на 2025/26 год");
    let last_homerooms = act(order, "97", day(2025, 8, 28), "О распределении классного руководства на 2025/26 год");
    act(protocol, "1", day(2026, 8, 20), "Педагогический совет: положение о коммуникационной платформе");
    act(order, "101", day(2026, 8, 25), "Об утверждении положения о коммуникационной платформе");
    let administrator = act(order, "102", day(2026, 8, 26), "О назначении администратора платформы");
    let classes_order = act(order, "103", day(2026, 8, 27), "Об утверждении списка классов на 2026/27 год");
    let homerooms = act(order, "104", day(2026, 8, 28), "О распределении классного руководства на 2026/27 год");
    let enrolment = act(order, "105", day(2026, 8, 28), "О зачислении в 1-е и 10-е классы");
    act(order, "106", day(2026, 8, 28), "Об использовании коммуникационной платформы в учебном году");
    act(LocalActKind::Directive, "1", day(2026, 8, 28), "О порядке выдачи приглашений на платформу");
    let transfer = act(order, "131", day(2026, 9, 30), "О переводе обучающегося в другой класс");
    let acts = Acts { administrator, homerooms, enrolment, transfer, last_homerooms };

    let staff_room = sketch.ids.fresh();
    let kind = ClassKind::StaffRoom;
    sketch.records.classes.push(Arc::new(Class { id: staff_room, kind, profile: String::new(), archived: None }));
    let last = classes(sketch, last_year, LAST_YEAR.to)?.into_iter().map(|room| room.id).collect();
    let rooms = classes(sketch, year, None)?;
    for (year, order) in [(last_year, last_classes_order), (year, classes_order)] {
        let id = sketch.ids.fresh();
        let classes = rooms.iter().map(|room| room.label.clone()).collect();
        sketch.records.nomenclatures.push(Arc::new(Nomenclature { id, year, order: Some(order), classes }));
    }
    Ok(Frame { year, staff_room, rooms, last, acts })
}

fn organisation(sketch: &mut Sketch) -> Result<(), Unmade> {
    let (full, short) = match sketch.scale {
        Scale::Gymnasium => ("Муниципальное общеобразовательное учреждение", "МОУ «Гимназия № 44 г. Твери»"),
        Scale::Complex => ("Образовательный комплекс", "«Верхневолжский» (пример)"),
        Scale::Giant => ("Образовательный центр", "«Большая Волга» (пример)"),
    };
    let name = short.trim_start_matches("МОУ ");
    sketch.records.organisation.push(Arc::new(Organisation {
        full_name: format!("{full} {name}"),
        short_name: short.to_owned(),
        address: "г. Тверь, Примерная улица, дом 44".to_owned(),
        tax_number: "0000000044".to_owned(),
        site: "https://gymnasium44.example.org".to_owned(),
        planner: "https://gymnasium44.example.org/plan".to_owned(),
        phone: Some("+7 (000) 000-00-44".parse()?),
        email: Some("reception@example.org".parse()?),
    }));
    sketch.records.platform.push(Arc::new(PlatformProfile::sferum()));
    sketch.records.settings.push(Arc::new(Settings::default()));
    Ok(())
}

fn classes(sketch: &mut Sketch, year: SchoolYearId, archived: Option<NaiveDate>) -> Result<Vec<Room>, Unmade> {
    let mut rooms = Vec::new();
    let mut sizes = sketch.size.class_sizes().into_iter();
    for grade in 1..=11 {
        for (letter, text) in LETTERS.split(' ').take(sketch.size.classes_of(grade)).enumerate() {
            let label = ClassLabel::new(grade, text)?;
            let kind = ClassKind::Class { label: label.clone(), year };
            let profile = PROFILES.get(letter % PROFILES.len()).filter(|_| grade > 9).copied().unwrap_or_default();
            let (id, size) = (sketch.ids.fresh(), sizes.next().unwrap_or_default());
            sketch.records.classes.push(Arc::new(Class { id, kind, profile: profile.to_owned(), archived }));
            rooms.push(Room { id, label, letter, size });
        }
    }
    Ok(rooms)
}

/// Gives each class its teacher: in 1–4 the primary teacher, above somebody who teaches there; gives the list by class.
pub fn assign_homerooms(sketch: &mut Sketch, staff: &Staff, frame: &Frame, load: &Load) -> Vec<Option<PersonId>> {
    let mut free: Vec<PersonId> = staff.subject.iter().map(|(worker, _)| worker.id).collect();
    let mut primary = staff.primary.iter();
    let mut homerooms: Vec<Option<PersonId>> = Vec::new();
    for (at, room) in frame.rooms.iter().enumerate() {
        let teachers: BTreeSet<PersonId> = load.teachers_of(at).collect();
        let is_left = room.label.grade() == 6 && room.letter == 2;
        let teacher = if room.label.grade() <= 4 {
            primary.next().map(|worker: &Worker| worker.id)
        } else if is_left {
            Some(staff.left.id)
        } else {
            let found = free.iter().position(|id| teachers.contains(id)).or(free.len().checked_sub(1));
            found.map(|at| free.remove(at))
        };
        homerooms.push(teacher);
    }
    let mut term = |class, teacher: Option<PersonId>, period, order| {
        if let Some(teacher) = teacher {
            let (id, order) = (sketch.ids.fresh(), Some(order));
            sketch.records.homerooms.push(Arc::new(HomeroomAssignment { id, class, teacher, period, order }));
        }
    };
    for (at, class) in frame.last.iter().enumerate() {
        // A teacher goes on with the class; who led the last grade of a level takes the first one.
        let now = match frame.rooms.get(at).map(|room| (room.label.grade(), room.letter)) {
            Some((grade, letter)) => {
                let next = match grade {
                    4 => 1,
                    9 => 5,
                    11 => 10,
                    grade => grade + 1,
                };
                frame.of_grade(next).nth(letter)
            }
            None => None,
        };
        let teacher = now.and_then(|at| homerooms.get(at).copied().flatten());
        term(*class, teacher, LAST_YEAR, frame.acts.last_homerooms);
    }
    for (room, teacher) in frame.rooms.iter().zip(&homerooms) {
        let to = (*teacher == Some(staff.left.id)).then_some(LEFT);
        term(room.id, *teacher, Period { from: Some(FIRST_DAY), to }, frame.acts.homerooms);
    }
    homerooms.into_iter().map(|teacher| teacher.filter(|id| *id != staff.left.id)).collect()
}
