//! One class for its class teacher: who studies there, whom to call, who teaches what. Nobody else.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::sieve::Sieve;
use crate::domain::{
    Class, ClassId, Consent, Enrolment, HomeroomAssignment, LoadLine, Participation, Person, PersonId, Records,
    Representation, School, SubjectId,
};
use crate::order;

/// The records of a class pack; none where the plan has no such class.
pub fn records(school: &School, class: ClassId, today: NaiveDate) -> Option<Records> {
    let room = school.classes().get(&class)?;
    let stays: Vec<&Arc<Enrolment>> =
        school.enrolments().values().filter(|row| row.class == class && !row.period.is_over(today)).collect();
    let students: BTreeSet<PersonId> = order::set(stays.iter().map(|row| row.student));
    let links: Vec<&Arc<Representation>> =
        school.representations().values().filter(|row| students.contains(&row.child)).collect();
    let parents: BTreeSet<PersonId> = order::set(links.iter().map(|row| row.parent));
    let terms: Vec<&Arc<HomeroomAssignment>> =
        school.homerooms().values().filter(|row| row.class == class && !row.period.is_over(today)).collect();
    let load: Vec<&Arc<LoadLine>> = school.load().values().filter(|row| row.class == class).collect();
    let teachers: BTreeSet<PersonId> =
        order::set(terms.iter().map(|row| row.teacher).chain(load.iter().filter_map(|row| row.teacher)));
    let subjects: BTreeSet<SubjectId> = order::set(load.iter().map(|row| row.subject));
    let leave: BTreeSet<PersonId> = order::set(students.iter().chain(&parents).chain(&teachers).copied());
    let sieve = Sieve::new(school, &leave);
    let person = |id: &PersonId| {
        let row = school.people().get(id)?;
        let is_student = students.contains(id);
        let row = if is_student || parents.contains(id) { family(row, is_student) } else { teacher(row) };
        Some(Arc::new(row))
    };
    Some(Records {
        organisation: school.organisation().values().cloned().collect(),
        platform: school.platform().values().cloned().collect(),
        settings: school.settings().values().cloned().collect(),
        years: room.year().and_then(|id| school.years().get(&id)).cloned().into_iter().collect(),
        people: leave.iter().filter_map(person).collect(),
        classes: vec![Arc::new(Class {
            id: room.id,
            kind: room.kind.clone(),
            profile: sieve.text(&room.profile),
            archived: room.archived,
        })],
        enrolments: stays.into_iter().map(|row| Arc::new(stay(row))).collect(),
        representations: links.into_iter().cloned().collect(),
        homerooms: terms.into_iter().map(|row| Arc::new(term(row))).collect(),
        subjects: subjects.iter().filter_map(|id| school.subjects().get(id)).cloned().collect(),
        load: load.into_iter().map(|row| Arc::new(line(row, &students, &sieve))).collect(),
        ..Records::default()
    })
}

/// A student or a representative: how to call and reach them, and whether they agreed.
fn family(row: &Person, is_student: bool) -> Person {
    Person {
        id: row.id,
        name: row.name.clone(),
        gender: row.gender,
        // Kept only to tell students of one name apart.
        birth_date: row.birth_date.filter(|_| is_student),
        phone: row.phone,
        email: row.email.clone(),
        file_number: String::new(),
        participation: row.participation,
        consent: Consent { state: row.consent.state, on: row.consent.on, paper: String::new() },
        other_way: row.other_way.clone(),
        note: String::new(),
    }
}

fn teacher(row: &Person) -> Person {
    Person {
        id: row.id,
        name: row.name.clone(),
        gender: None,
        birth_date: None,
        phone: None,
        email: None,
        file_number: String::new(),
        participation: Participation::default(),
        consent: Consent::default(),
        other_way: String::new(),
        note: String::new(),
    }
}

fn stay(row: &Enrolment) -> Enrolment {
    Enrolment { id: row.id, student: row.student, class: row.class, period: row.period, order: None }
}

fn term(row: &HomeroomAssignment) -> HomeroomAssignment {
    HomeroomAssignment { id: row.id, class: row.class, teacher: row.teacher, period: row.period, order: None }
}

fn line(row: &LoadLine, students: &BTreeSet<PersonId>, sieve: &Sieve) -> LoadLine {
    LoadLine {
        id: row.id,
        class: row.class,
        subject: row.subject,
        group: sieve.text(&row.group),
        members: row.members.intersection(students).copied().collect(),
        teacher: row.teacher,
        hours: row.hours,
    }
}
