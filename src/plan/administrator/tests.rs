//! Who can become an administrator, and why the others cannot, case by case.

use super::{Appoint, EndAppointment, Obstacle, candidates};
use crate::domain::sample::{Sample, day};
use crate::domain::*;
use crate::plan::Index;
use crate::plan::leave::office;
use crate::regulation::{Object, Regulation};

/// Everybody with what stands against it, in the order of the list.
#[track_caller]
fn check_candidates(prepare: impl FnOnce(&mut Sample), post: AdministratorPost, expected: &[(&str, &[Obstacle])]) {
    let mut s = Sample::new();
    prepare(&mut s);
    let school = s.workspace.school();
    let found = candidates(school, &Index::of(school, day(10)), post);
    let found: Vec<(&str, &[Obstacle])> =
        found.iter().map(|row| (school.people()[&row.person].name.family(), row.obstacles.as_slice())).collect();
    assert_eq!(found, expected);
}

fn join(s: &mut Sample, person: PersonId) {
    let (id, class) = (s.ids.fresh(), s.staff_room);
    s.save(Membership { id, person, class, role: MemberRole::Teacher, period: Period::since(day(2)) });
}

#[test]
fn why_others_cannot() {
    use Obstacle::{HoldsIt, NotJoined, NotPedagogue, NotVerified};
    check_candidates(
        |_| (),
        AdministratorPost::Platform,
        &[
            ("Ветрова", &[NotPedagogue, NotVerified]),
            ("Лугова", &[NotPedagogue, NotVerified]),
            ("Орлова", &[NotPedagogue, NotVerified]),
            ("Баранов", &[NotVerified]),
        ],
    );
    check_candidates(
        |s| {
            join(s, s.baranov);
            let row = appointment(s, AdministratorPost::Platform);
            s.save(row);
        },
        AdministratorPost::Platform,
        &[
            ("Баранов", &[HoldsIt, NotVerified]),
            ("Ветрова", &[NotPedagogue, NotVerified]),
            ("Лугова", &[NotPedagogue, NotVerified]),
            ("Орлова", &[NotPedagogue, NotVerified]),
        ],
    );
    check_candidates(
        |s| join(s, s.baranov),
        AdministratorPost::Additional,
        &[
            ("Ветрова", &[NotPedagogue, NotJoined, NotVerified]),
            ("Лугова", &[NotPedagogue, NotJoined, NotVerified]),
            ("Орлова", &[NotPedagogue, NotJoined, NotVerified]),
            ("Баранов", &[NotVerified]),
        ],
    );
}

fn appointment(s: &mut Sample, post: AdministratorPost) -> Appointment {
    let order = (post == AdministratorPost::Platform).then_some(s.order);
    Appointment {
        id: s.ids.fresh(),
        person: s.baranov,
        post,
        period: Period::since(day(2)),
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    }
}

/// The sample with Баранов as the administrator and Ким, who teaches and joined.
fn sample() -> (Sample, AppointmentId, PersonId) {
    let mut s = Sample::new();
    let row = appointment(&mut s, AdministratorPost::Platform);
    s.save(row.clone());
    let kim: PersonId = s.ids.fresh();
    s.save(Person::new(kim, PersonName::parse("Ким Лев Олегович").unwrap()));
    let (id, title, category) = (s.ids.fresh(), "Учитель физики".into(), StaffCategory::Teacher);
    s.save(Position { id, person: kim, title, category, period: Period::default(), order: None });
    join(&mut s, kim);
    (s, row.id, kim)
}

#[track_caller]
fn check_additional(by: impl FnOnce(&Sample, PersonId) -> PersonId, expected: &str) {
    let (mut s, _, kim) = sample();
    let by = by(&s, kim);
    let action = office::APPOINT_ADDITIONAL;
    let school = s.workspace.school();
    let leave = office::ask(school, Regulation::bundled(), by, action, Object::Person(kim), day(10));
    let row = appointment(&mut s, AdministratorPost::Additional);
    let row = Appointment { person: kim, appointed_by: Some(by), ..row };
    assert_eq!(s.answer(&Appoint { leave, row }.into()), expected);
}

#[test]
fn the_administrator_appoints_additional_ones() {
    check_additional(|s, _| s.baranov, "ok, 1 changes");
    check_additional(|_, kim| kim, "refused by 2.1/7: nobody appoints themselves");
    check_additional(|s, _| s.vetrova, "refused by 2.1/7: no clause grants Ветрова Анна Ильинична action 19");
}

#[test]
fn the_end_of_an_appointment() {
    let (mut s, id, _) = sample();
    let end = |on, order, reason: &str| Command::from(EndAppointment { id, on: day(on), order, reason: reason.into() });
    assert_eq!(s.answer(&end(9, None, "по просьбе")), "refused by 2.1/0: an administrator is appointed by an order");
    assert_eq!(s.answer(&end(1, Some(s.order), "")), "refused by 4.3: the period ends before it begins");
    s.run(&end(9, Some(s.order), "по просьбе"));
    let row = &s.workspace.school().appointments()[&id];
    assert_eq!((row.period.to, row.end_reason.as_str()), (Some(day(9)), "по просьбе"));
    assert_eq!(
        s.answer(&end(10, Some(s.order), "")),
        "refused by 4.3: the appointment of Баранов Глеб Олегович has ended"
    );
}
