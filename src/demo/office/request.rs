//! Requests to join that came past the links (2.1/9): most were let in, parents were pointed to 2.7.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, earlier, later};
use crate::demo::sketch::Sketch;
use crate::demo::{DAY, day};
use crate::domain::{ClassId, Enrolment, InviteRole, JoinRequest, PersonId, RequestState};

/// One of so many students has asked to join.
const ONE_OF: usize = 11;

/// Writes the requests.
pub fn receive(sketch: &mut Sketch, office: &Office) {
    let people: std::collections::BTreeMap<PersonId, String> =
        sketch.records.people.iter().map(|person| (person.id, person.name.to_string())).collect();
    let name = |id: &PersonId| people.get(id).cloned().unwrap_or_default();
    // Whoever changed the class since is let in where they were on the day.
    let stays: Vec<Arc<Enrolment>> = sketch.records.enrolments.clone();
    let is_there = |student: PersonId, class: ClassId, on: NaiveDate| {
        stays.iter().any(|stay| stay.student == student && stay.class == class && stay.period.contains(on))
    };
    let by = Some(office.administrator);
    let mut number = 0;
    for (at, room) in office.frame.rooms.iter().enumerate().filter(|(_, room)| room.label.grade() > 4) {
        for (student, _) in office.students.of_class.get(at).into_iter().flatten() {
            number += 1;
            if number % ONE_OF != 0 {
                continue;
            }
            let on = later(day(2026, 9, 2), sketch.dice.below(50));
            let answered = later(on, sketch.dice.below(3));
            if !is_there(*student, room.id, answered) {
                continue;
            }
            // People write their names as they like: without a patronymic, without ё.
            let written = name(student).replace('ё', "е");
            let written: Vec<&str> = written.split(' ').take(2).collect();
            let state = RequestState::Approved { on: answered, person: Some(*student), by };
            push(sketch, written.join(" "), InviteRole::Student, room.id, on, state);
        }
        if at % 4 == 0
            && let Some(parent) = office.students.parents_of.get(at).and_then(|list| list.get(3))
        {
            let on = later(day(2026, 9, 5), at);
            let reason = "родитель вступает в чат по ссылке педагога (2.7)".to_owned();
            let state = RequestState::Declined { on: later(on, 1), reason, by };
            push(sketch, name(parent), InviteRole::Parent, room.id, on, state);
        }
    }
    fresh(sketch, office, &name);
}

/// What came these days and waits: a student of the list, and somebody whom nobody knows.
fn fresh(sketch: &mut Sketch, office: &Office, name: &impl Fn(&PersonId) -> String) {
    let Some((room, list)) =
        office.frame.rooms.iter().zip(&office.students.of_class).find(|(room, _)| room.label.grade() == 7)
    else {
        return;
    };
    if let Some((student, _)) = list.get(3) {
        push(sketch, name(student), InviteRole::Student, room.id, earlier(DAY, 1), RequestState::New);
    }
    push(sketch, "Тигр Полосатый".to_owned(), InviteRole::Student, room.id, earlier(DAY, 2), RequestState::New);
    let question = "Напишите фамилию и имя полностью.".to_owned();
    let state = RequestState::Asked { on: earlier(DAY, 1), question };
    push(sketch, "Саша К.".to_owned(), InviteRole::Student, room.id, earlier(DAY, 2), state);
}

fn push(sketch: &mut Sketch, name: String, role: InviteRole, class: ClassId, on: NaiveDate, state: RequestState) {
    let id = sketch.ids.fresh();
    let request = JoinRequest { id, name, role, class: Some(class), on, state, note: String::new() };
    sketch.records.requests.push(Arc::new(request));
}
