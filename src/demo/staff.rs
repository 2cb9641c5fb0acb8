//! The people who work at the demo school, and their posts.

use super::name::Father;
use super::sketch::Sketch;
use super::{Unmade, curriculum, day};
use crate::domain::{Gender, Period, PersonId, PersonName, StaffCategory};

/// A person of the staff.
#[derive(Debug, Clone, Copy)]
pub struct Worker {
    /// Who.
    pub id: PersonId,
    /// Gender.
    pub gender: Gender,
    /// Family name in the table's form; none for the named ones.
    pub family: Option<&'static str>,
    /// Own name and patronymics of own children, where the person is a man.
    pub father: Father,
}

/// The staff by what they do.
#[derive(Debug)]
pub struct Staff {
    /// The head.
    pub head: Worker,
    /// The deputies.
    pub deputies: Vec<Worker>,
    /// Teachers of classes 1–4, one a class.
    pub primary: Vec<Worker>,
    /// Teachers of subjects, with the index of their specialty.
    pub subject: Vec<(Worker, usize)>,
    /// Educators of extra education.
    pub educators: Vec<Worker>,
    /// Psychologist, social pedagogue, speech therapist.
    pub specialists: Vec<Worker>,
    /// A teacher of geography who leaves in September.
    pub left: Worker,
}

impl Staff {
    /// Everybody who may teach or lead groups, but not the one who left.
    pub fn pedagogues(&self) -> impl Iterator<Item = Worker> + '_ {
        let subject = self.subject.iter().map(|(worker, _)| worker);
        self.primary.iter().chain(subject).chain(&self.educators).chain(&self.specialists).copied()
    }

    /// The administrator of the platform: the first teacher of informatics.
    pub fn administrator(&self) -> Result<Worker, Unmade> {
        self.of_specialty(curriculum::INFORMATICS).next().ok_or(Unmade::Missing("administrator"))
    }

    /// The teachers of a specialty.
    pub fn of_specialty(&self, specialty: usize) -> impl Iterator<Item = Worker> + '_ {
        self.subject.iter().filter(move |(_, own)| *own == specialty).map(|(worker, _)| *worker)
    }
}

const DEPUTIES: [&str; 5] = ["УВР, начальная школа", "УВР, 5–9 классы", "УВР, 10–11 классы", "ВР", "ИКТ"];
const SPECIALISTS: [&str; 3] = ["Педагог-психолог", "Социальный педагог", "Учитель-логопед"];
const OTHERS: [&str; 6] = ["Секретарь", "Библиотекарь", "Лаборант", "Инженер", "Делопроизводитель", "Вахтёр"];

/// Hires everybody. The director, a deputy, a teacher and the secretary are the named people of the project's tests.
pub fn hire(sketch: &mut Sketch) -> Result<Staff, Unmade> {
    use StaffCategory::{Deputy, ExtraEducator, Head, NonTeaching, Specialist, Teacher};
    let size = sketch.size;
    let head = worker(sketch, "Орлова Нина Андреевна", "Директор".to_owned(), Head)?;
    let mut deputies = Vec::new();
    for (at, field) in DEPUTIES.iter().cycle().take(size.deputies).enumerate() {
        let name = if at == 0 { "Ветрова Анна Ильинична" } else { "" };
        deputies.push(worker(sketch, name, format!("Заместитель директора ({field})"), Deputy)?);
    }
    let mut primary = Vec::new();
    for _ in 0..size.primary_teachers() {
        primary.push(worker(sketch, "", "Учитель начальных классов".to_owned(), Teacher)?);
    }
    let mut subject = Vec::new();
    for (specialty, count) in curriculum::teachers_needed(&size).into_iter().enumerate() {
        let words = curriculum::SPECIALTIES.get(specialty).copied().unwrap_or_default();
        for at in 0..count {
            let is_named = at == 0 && specialty == curriculum::MATHEMATICS;
            let name = if is_named { "Баранов Глеб Олегович" } else { "" };
            subject.push((worker(sketch, name, format!("Учитель {words}"), Teacher)?, specialty));
        }
    }
    let mut educators = Vec::new();
    for _ in 0..size.educators {
        educators.push(worker(sketch, "", "Педагог дополнительного образования".to_owned(), ExtraEducator)?);
    }
    let mut specialists = Vec::new();
    for title in SPECIALISTS.iter().cycle().take(size.specialists) {
        specialists.push(worker(sketch, "", (*title).to_owned(), Specialist)?);
    }
    for (at, title) in OTHERS.iter().cycle().take(size.non_teaching).enumerate() {
        let name = if at == 0 { "Лугова Вера Петровна" } else { "" };
        worker(sketch, name, (*title).to_owned(), NonTeaching)?;
    }
    let left = worker(sketch, "", "Учитель географии".to_owned(), Teacher)?;
    Ok(Staff { head, deputies, primary, subject, educators, specialists, left })
}

fn worker(sketch: &mut Sketch, full: &str, title: String, category: StaffCategory) -> Result<Worker, Unmade> {
    let gender = match full {
        "" if sketch.dice.chance(82) => Gender::Female,
        "" | "Баранов Глеб Олегович" => Gender::Male,
        _ => Gender::Female,
    };
    let family = sketch.names.family(&mut sketch.dice)?;
    let (name, father) = sketch.names.adult(family, gender, &mut sketch.dice)?;
    let name = if full.is_empty() { name } else { PersonName::parse(full)? };
    sketch.names.claim(&name);
    let mut person = sketch.person(name, gender);
    sketch.reach(&mut person, Some("staff"))?;
    let id = sketch.enter(person);
    let hired = i32::try_from(sketch.dice.below(16)).unwrap_or_default();
    let period =
        Period { from: day(2009, 9, 1).checked_add_months(chrono::Months::new(hired.unsigned_abs() * 12)), to: None };
    sketch.post(id, title, category, period);
    Ok(Worker { id, gender, family: Some(family).filter(|_| full.is_empty()), father })
}
