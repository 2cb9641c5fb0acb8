//! The rules a plan keeps, each under its clause. They read the school as it would be and look only at what was written.

mod acknowledgement;
mod channel;
mod chat;
mod control;
mod counterpart;
mod event;
mod invite;
mod movement;
mod register;
mod registration;
mod request;
mod statistics;
mod structure;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::draft::Draft;
use super::id::{ClassId, PersonId};
use super::record::{RecordKind, Row};
use super::refusal::{Reason, Refusal};
use super::words::{MAX_FIELD, MAX_TEXT, fold};
use super::{
    ActivityGroup, AdministratorPost, Appointment, Class, ClassId as Id, ClassKind, Enrolment, HomeroomAssignment,
    LoadLine, LocalAct, LocalActKind, MemberRole, Membership, Organisation, Period, Person, Position, Representation,
    SchoolYear, StaffCategory, Subject, Verification, VerificationState,
};
use crate::clause;
use crate::order;

type Verdict = Result<(), Refusal>;

/// Checks everything that was written. Cost: one pass over a table for each kind that was written.
pub fn check(draft: &Draft, today: NaiveDate) -> Verdict {
    type Rule = fn(&Draft, NaiveDate) -> Verdict;
    const RULES: &[(RecordKind, Rule)] = &[
        (RecordKind::Organisation, organisation),
        (RecordKind::RegulationEdition, register::editions),
        (RecordKind::LegalAct, register::legal_acts),
        (RecordKind::GapNote, register::gap_notes),
        (RecordKind::AcknowledgementSheet, acknowledgement::sheets),
        (RecordKind::ActiveGroup, acknowledgement::activists),
        (RecordKind::Counterpart, counterpart::counterparts),
        (RecordKind::SchoolYear, years),
        (RecordKind::LocalAct, acts),
        (RecordKind::Person, people),
        (RecordKind::Class, classes),
        (RecordKind::Enrolment, enrolments),
        (RecordKind::Representation, representations),
        (RecordKind::Position, positions),
        (RecordKind::HomeroomAssignment, homerooms),
        (RecordKind::Appointment, appointments),
        (RecordKind::Membership, memberships),
        (RecordKind::Verification, verifications),
        (RecordKind::Subject, subjects),
        (RecordKind::ActivityGroup, activities),
        (RecordKind::ControlCheck, control::checks),
        (RecordKind::Attestation, control::attestations),
        (RecordKind::Invite, invite::invites),
        (RecordKind::JoinRequest, request::requests),
        (RecordKind::RegistrationApplication, registration::applications),
        (RecordKind::Channel, channel::channels),
        (RecordKind::Material, channel::materials),
        (RecordKind::Publication, channel::publications),
        (RecordKind::Event, event::events),
        (RecordKind::SupportTicket, support::tickets),
        (RecordKind::VendorCase, support::cases),
        (RecordKind::FaqEntry, support::faq),
        (RecordKind::StatReport, statistics::reports),
        (RecordKind::Movement, movement::movements),
        (RecordKind::Chat, chat::chats),
        (RecordKind::HomeroomDistribution, structure::distributions),
    ];
    for (kind, rule) in RULES {
        if draft.touches(*kind) {
            rule(draft, today)?;
        }
    }
    if draft.touches(RecordKind::LoadLine) {
        load(draft)?;
    }
    Ok(())
}

fn refuse(clause: super::ClauseId, reason: Reason) -> Verdict {
    Err(Refusal::new(clause, reason))
}

fn required(text: &str) -> Verdict {
    if text.trim().is_empty() {
        return refuse(clause!("4.3"), Reason::EmptyField);
    }
    bounded(text)
}

fn bounded(text: &str) -> Verdict {
    if text.chars().count() > MAX_FIELD { refuse(clause!("4.3"), Reason::TooLong) } else { Ok(()) }
}

fn text(text: &str) -> Verdict {
    if text.chars().count() > MAX_TEXT {
        return refuse(clause!("4.3"), Reason::TextTooLong { most: MAX_TEXT });
    }
    Ok(())
}

fn sane(period: Period) -> Verdict {
    if period.is_sane() { Ok(()) } else { refuse(clause!("4.3"), Reason::PeriodBackwards) }
}

/// 2.1/3: the organisation has a name; the title of the staff room is made of it.
fn organisation(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Organisation>() {
        for text in [&row.full_name, &row.short_name, &row.address, &row.site, &row.planner, &row.tax_number] {
            bounded(text)?;
        }
        if row.short_name.trim().is_empty() {
            return refuse(clause!("2.1/3"), Reason::EmptyField);
        }
    }
    Ok(())
}

fn years(draft: &Draft, _: NaiveDate) -> Verdict {
    let mut seen = BTreeSet::new();
    for row in draft.rows::<SchoolYear>() {
        sane(Period { from: Some(row.from), to: Some(row.to) })?;
        if !seen.insert(row.from.year()) {
            return refuse(clause!("2.1/5"), Reason::YearTwice { label: row.label() });
        }
    }
    Ok(())
}

/// 2.2/1: a number is unique in its kind and year, and an order is signed by the head.
fn acts(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<LocalAct>() {
        required(&row.number)?;
        required(&row.title)?;
        let is_twin = |other: &&LocalAct| {
            other.id != row.id
                && other.kind == row.kind
                && other.date.year() == row.date.year()
                && fold(&other.number) == fold(&row.number)
        };
        if draft.rows::<LocalAct>().any(|other| is_twin(&other)) {
            return refuse(
                clause!("2.2/1"),
                Reason::ActNumberTwice { number: row.number.clone(), year: row.date.year() },
            );
        }
        if let (LocalActKind::Order, Some(signer)) = (row.kind, row.signer) {
            let is_head = draft.rows::<Position>().any(|position| {
                position.person == signer
                    && position.category == StaffCategory::Head
                    && position.period.contains(row.date)
            });
            if !is_head {
                return refuse(clause!("2.2/1"), Reason::OrderNotByHead);
            }
        }
    }
    Ok(())
}

fn people(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Person>() {
        for text in [&row.note, &row.file_number, &row.consent.paper] {
            bounded(text)?;
        }
    }
    Ok(())
}

fn classes(draft: &Draft, _: NaiveDate) -> Verdict {
    let mut seen = BTreeSet::new();
    let mut staff_rooms = 0;
    for row in draft.rows::<Class>() {
        bounded(&row.profile)?;
        match &row.kind {
            // 2.1/4: exactly one staff room.
            ClassKind::StaffRoom => staff_rooms += 1,
            // 2.1/5: a grade and letter stands once in a year.
            ClassKind::Class { label, year } => {
                if !seen.insert((*year, label.grade(), fold(label.letter()))) {
                    return refuse(clause!("2.1/5"), Reason::ClassTwice { label: label.to_string() });
                }
            }
        }
    }
    if staff_rooms > 1 {
        return refuse(clause!("2.1/4"), Reason::SecondStaffRoom);
    }
    Ok(())
}

/// Groups rows of a type by an owner, only for the owners that were written.
fn by_owner<'a, T: Row, K: Ord>(draft: &'a Draft, owner: impl Fn(&T) -> K) -> BTreeMap<K, Vec<&'a T>> {
    let mut groups: BTreeMap<K, Vec<&T>> = order::map(draft.written_rows::<T>().map(|row| (owner(row), Vec::new())));
    for row in draft.rows::<T>() {
        if let Some(group) = groups.get_mut(&owner(row)) {
            group.push(row);
        }
    }
    groups
}

/// Gives the first pair of rows whose periods overlap.
fn overlap<'a, T>(rows: &[&'a T], period: impl Fn(&T) -> Period) -> Option<(&'a T, &'a T)> {
    rows.iter()
        .enumerate()
        .find_map(|(at, a)| rows.iter().skip(at + 1).find(|b| period(a).overlaps(period(b))).map(|b| (*a, *b)))
}

fn person_name(draft: &Draft, id: PersonId) -> String {
    draft.get::<Person>(id).map(|person| person.name.to_string()).unwrap_or_default()
}

fn class_name(draft: &Draft, id: Id) -> String {
    draft.get::<Class>(id).and_then(Class::label).map(ToString::to_string).unwrap_or_default()
}

/// 2.1/11: a student is in one class at a time, and never in the staff room (2.1/4).
fn enrolments(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Enrolment>() {
        sane(row.period)?;
        if draft.get::<Class>(row.class).is_some_and(Class::is_staff_room) {
            return refuse(clause!("2.1/4"), Reason::StudentInStaffRoom);
        }
    }
    for (student, rows) in by_owner::<Enrolment, _>(draft, |row| row.student) {
        if let Some((a, _)) = overlap(&rows, |row| row.period) {
            let reason =
                Reason::EnrolmentOverlap { student: person_name(draft, student), class: class_name(draft, a.class) };
            return refuse(clause!("2.1/11"), reason);
        }
    }
    Ok(())
}

/// 1.5: a representative is another person than the student, and linked once.
fn representations(draft: &Draft, _: NaiveDate) -> Verdict {
    for ((parent, child), rows) in by_owner::<Representation, _>(draft, |row| (row.parent, row.child)) {
        if parent == child {
            return refuse(clause!("1.5"), Reason::SelfRepresented);
        }
        if rows.len() > 1 {
            let (parent, child) = (person_name(draft, parent), person_name(draft, child));
            return refuse(clause!("1.5"), Reason::RepresentationTwice { parent, child });
        }
    }
    Ok(())
}

fn positions(draft: &Draft, _: NaiveDate) -> Verdict {
    draft.written_rows::<Position>().try_for_each(|row| {
        required(&row.title)?;
        sane(row.period)
    })
}

fn has_post(draft: &Draft, person: PersonId, period: Period, fits: impl Fn(StaffCategory) -> bool) -> bool {
    draft.rows::<Position>().any(|row| row.person == person && row.period.overlaps(period) && fits(row.category))
}

/// Whether somebody teaches: by post, or by a line or a group while holding another post (a deputy who teaches).
fn is_pedagogue(draft: &Draft, person: PersonId, period: Period) -> bool {
    has_post(draft, person, period, StaffCategory::is_pedagogue)
        || (has_post(draft, person, period, |_| true)
            && (draft.rows::<LoadLine>().any(|row| row.teacher == Some(person))
                || draft.rows::<ActivityGroup>().any(|row| row.leader == Some(person))))
}

/// 2.1/8: a class has one class teacher at a time, and it is somebody of the staff.
fn homerooms(draft: &Draft, _: NaiveDate) -> Verdict {
    let staff: BTreeSet<PersonId> = order::set(draft.rows::<Position>().map(|row| row.person));
    for row in draft.written_rows::<HomeroomAssignment>() {
        sane(row.period)?;
        if !staff.contains(&row.teacher) {
            return refuse(clause!("2.1/8"), Reason::NotStaff { person: person_name(draft, row.teacher) });
        }
    }
    for (class, rows) in by_owner::<HomeroomAssignment, ClassId>(draft, |row| row.class) {
        if let Some((a, _)) = overlap(&rows, |row| row.period) {
            let reason =
                Reason::HomeroomTaken { class: class_name(draft, class), teacher: person_name(draft, a.teacher) };
            return refuse(clause!("2.1/8"), reason);
        }
    }
    structure::keeps_distribution(draft)
}

fn appointments(draft: &Draft, today: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Appointment>() {
        sane(row.period)?;
        bounded(&row.end_reason)?;
        let person = || person_name(draft, row.person);
        // 2.2/2, 2.1/7: administrators come from the pedagogues.
        let clause = if row.post == AdministratorPost::Platform { clause!("2.2/2") } else { clause!("2.1/7") };
        if !is_pedagogue(draft, row.person, row.period) {
            return refuse(clause, Reason::NotPedagogue { person: person() });
        }
        match row.post {
            // 2.1/0: the head appoints by an order.
            AdministratorPost::Platform if row.order.is_none() => return refuse(clause!("2.1/0"), Reason::NoOrder),
            AdministratorPost::Platform => {}
            // 2.1/7: from those who have joined, by another person.
            AdministratorPost::Additional => {
                if row.appointed_by == Some(row.person) {
                    return refuse(clause!("2.1/7"), Reason::SelfAppointed);
                }
                let day = row.period.from.unwrap_or(today);
                if !has_joined_staff_room(draft, row.person, day) {
                    return refuse(clause!("2.1/7"), Reason::NotJoined { person: person() });
                }
            }
        }
    }
    for ((person, _), rows) in by_owner::<Appointment, _>(draft, |row| (row.person, row.post)) {
        if overlap(&rows, |row| row.period).is_some() {
            return refuse(clause!("2.1/0"), Reason::AppointmentOverlap { person: person_name(draft, person) });
        }
    }
    Ok(())
}

fn has_joined_staff_room(draft: &Draft, person: PersonId, day: NaiveDate) -> bool {
    draft.rows::<Membership>().any(|row| {
        row.person == person
            && row.period.contains(day)
            && draft.get::<Class>(row.class).is_some_and(Class::is_staff_room)
    })
}

fn memberships(draft: &Draft, _: NaiveDate) -> Verdict {
    let staff: BTreeSet<PersonId> = order::set(draft.rows::<Position>().map(|row| row.person));
    let students: BTreeSet<PersonId> = order::set(draft.rows::<Enrolment>().map(|row| row.student));
    for row in draft.written_rows::<Membership>() {
        sane(row.period)?;
        let (is_staff, is_student) = (staff.contains(&row.person), students.contains(&row.person));
        // 2.7/1: a parent enters a chat by a link from a pedagogue; never a class or the staff room.
        if !is_staff && !is_student {
            return refuse(clause!("2.7/1"), Reason::ParentBelongsInChats);
        }
        // 2.1/6: the role «учитель» for staff, the role «ученик» for students and in classes only; 2.1/4.
        let is_staff_room = draft.get::<Class>(row.class).is_some_and(Class::is_staff_room);
        let fits = match row.role {
            MemberRole::Teacher => is_staff,
            MemberRole::Student => is_student && !is_staff_room,
        };
        if !fits {
            return refuse(clause!("2.1/6"), Reason::RoleMisfit);
        }
    }
    Ok(())
}

fn verifications(draft: &Draft, today: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Verification>() {
        // 2.1/10: it is a status of pedagogues and the administration.
        if !has_post(draft, row.person, Period::default(), |_| true) {
            return refuse(clause!("2.1/10"), Reason::NotStaff { person: person_name(draft, row.person) });
        }
        if let VerificationState::Confirmed { by, on } = &row.state {
            if *by == Some(row.person) {
                return refuse(clause!("2.1/10"), Reason::SelfConfirmed);
            }
            if !has_joined_staff_room(draft, row.person, (*on).max(today)) {
                return refuse(clause!("2.1/10"), Reason::NotJoined { person: person_name(draft, row.person) });
            }
        }
    }
    Ok(())
}

fn subjects(draft: &Draft, _: NaiveDate) -> Verdict {
    let mut seen = BTreeSet::new();
    for row in draft.rows::<Subject>() {
        required(&row.name)?;
        if !seen.insert(fold(&row.name)) {
            return refuse(clause!("1.6"), Reason::SubjectTwice { name: row.name.clone() });
        }
    }
    Ok(())
}

/// 2.4/3a: one line for a class or subgroup and a subject; its teacher is of the staff.
fn load(draft: &Draft) -> Verdict {
    let staff: BTreeSet<PersonId> = order::set(draft.rows::<Position>().map(|row| row.person));
    let mut seen = BTreeSet::new();
    for row in draft.rows::<LoadLine>() {
        if !seen.insert((row.class, row.subject, fold(&row.group))) {
            let subject = draft.get::<Subject>(row.subject).map(|subject| subject.name.clone()).unwrap_or_default();
            return refuse(clause!("2.4/3a"), Reason::LoadLineTwice { class: class_name(draft, row.class), subject });
        }
    }
    for row in draft.written_rows::<LoadLine>() {
        bounded(&row.group)?;
        if let Some(teacher) = row.teacher.filter(|teacher| !staff.contains(teacher)) {
            return refuse(clause!("2.4/3a"), Reason::NotStaff { person: person_name(draft, teacher) });
        }
    }
    Ok(())
}

/// 1.6, 2.4/3b: a group has a name and classes.
fn activities(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<ActivityGroup>() {
        required(&row.name)?;
        if row.classes.is_empty() {
            return refuse(clause!("1.6"), Reason::NoClasses);
        }
    }
    Ok(())
}
