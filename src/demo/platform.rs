//! The demo school on its platform: administrators, who joined, whose status is confirmed.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::family::Students;
use super::frame::{FIRST_DAY, Frame};
use super::sketch::Sketch;
use super::staff::{Staff, Worker};
use super::{Defect, Unmade, day};
use crate::domain::{
    AdministratorPost, Appointment, ClassId, MemberRole, Membership, Period, PersonId, Verification, VerificationState,
};

/// The day on which the staff room was opened.
const STAFF_ROOM_OPENS: NaiveDate = day(2026, 8, 31);
/// The day on which the additional administrators were appointed.
const ADDITIONAL: NaiveDate = day(2026, 9, 17);

/// Since this day a status waits to be confirmed: 41 days on the day of the demo.
const LATE: NaiveDate = day(2026, 10, 13);

/// Writes appointments, memberships and verifications.
pub fn open(sketch: &mut Sketch, staff: &Staff, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    let administrator = staff.administrator()?;
    let languages: Vec<Worker> = staff.of_specialty(2).collect();
    let [additional, absent, ..] = languages.as_slice() else {
        return Err(Unmade::Missing("additional administrators"));
    };
    appoint(
        sketch,
        administrator.id,
        AdministratorPost::Platform,
        day(2026, 8, 26),
        (Some(frame.acts.administrator), None),
    );
    for worker in [additional, absent] {
        let by = (None, Some(administrator.id));
        let id = appoint(sketch, worker.id, AdministratorPost::Additional, ADDITIONAL, by);
        if worker.id == absent.id {
            sketch.plant::<Appointment>(Defect::AdministratorNeverJoined, id);
        }
    }
    let administration: Vec<PersonId> =
        std::iter::once(&staff.head).chain(&staff.deputies).map(|worker| worker.id).collect();
    let pedagogues: Vec<PersonId> = staff.pedagogues().map(|worker| worker.id).collect();
    for (at, person) in administration.iter().chain(&pedagogues).copied().enumerate() {
        // The administrator is there first and confirms everybody; the administrator's own status, the deputy for ICT.
        let is_first = person == administrator.id;
        let by = if is_first { administration.last().copied() } else { Some(administrator.id) };
        let by = by.unwrap_or(administrator.id);
        let joined = if is_first { STAFF_ROOM_OPENS } else { s_curve(sketch) };
        let state = match at % 23 {
            _ if is_first || person == additional.id => {
                VerificationState::Confirmed { on: day(2026, 9, 16), by: Some(by) }
            }
            _ if person == absent.id => VerificationState::Required { since: ADDITIONAL },
            9 => VerificationState::Submitted { on: day(2026, 11, 18) },
            17 => VerificationState::Rejected {
                on: day(2026, 11, 16), reason: "указано другое отчество".to_owned()
            },
            20 => VerificationState::Required { since: LATE },
            _ => VerificationState::Confirmed { on: later(day(2026, 9, 16), sketch.dice.below(14)), by: Some(by) },
        };
        if person != absent.id {
            let is_late = matches!(state, VerificationState::Required { .. });
            join(sketch, person, frame.staff_room, MemberRole::Teacher, joined);
            if is_late && !sketch.planted.iter().any(|(defect, _)| *defect == Defect::UnverifiedTeacher) {
                sketch.plant::<crate::domain::Person>(Defect::UnverifiedTeacher, person);
            }
        }
        let id = sketch.ids.fresh();
        sketch.records.verifications.push(Arc::new(Verification { id, person, state }));
    }
    // Students from grade 5 on are in their classes; one of ten has not used the link.
    for (room, list) in frame.rooms.iter().zip(&students.of_class).filter(|(room, _)| room.label.grade() > 4) {
        for (student, _) in list {
            let joined = s_curve(sketch);
            if sketch.dice.chance(90) {
                join(sketch, *student, room.id, MemberRole::Student, joined);
            }
        }
    }
    Ok(())
}

type Basis = (Option<crate::domain::LocalActId>, Option<PersonId>);

fn appoint(
    sketch: &mut Sketch,
    person: PersonId,
    post: AdministratorPost,
    from: NaiveDate,
    (order, appointed_by): Basis,
) -> crate::domain::AppointmentId {
    let (id, period) = (sketch.ids.fresh(), Period::since(from));
    let (ended_by, end_reason) = (None, String::new());
    let row = Appointment { id, person, post, period, order, appointed_by, ended_by, end_reason };
    sketch.records.appointments.push(Arc::new(row));
    id
}

/// Puts a person into a class or the staff room.
pub fn join(
    sketch: &mut Sketch,
    person: PersonId,
    class: ClassId,
    role: MemberRole,
    from: NaiveDate,
) -> crate::domain::MembershipId {
    let (id, period) = (sketch.ids.fresh(), Period::since(from));
    sketch.records.memberships.push(Arc::new(Membership { id, person, class, role, period }));
    id
}

/// A day from 1 to 15 September, mostly in the middle: few join at first, most when asked, some at last.
fn s_curve(sketch: &mut Sketch) -> NaiveDate {
    let days = (0..2).map(|_| sketch.dice.below(8)).sum();
    later(FIRST_DAY, days)
}

fn later(date: NaiveDate, days: usize) -> NaiveDate {
    date.checked_add_days(Days::new(days as u64)).unwrap_or(date)
}
