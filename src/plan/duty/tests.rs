//! Duties through the year: when they are due, whose they are, what shows them.

use expect_test::{Expect, expect};

use super::{DutyState, duties, of_person};
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AdministratorPost, Appointment, Command, InviteState, MemberRole, Membership, Movement, MovementKind, MovementStep,
    Participation, Period, Person, PersonId, StepAction,
};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

/// The entries of a duty on a day of the year: deadline, state, how many of whom are open.
#[track_caller]
fn check(duty: &str, today: &str, change: impl FnOnce(&mut Sample), expected: &Expect) {
    let mut sample = Sample::new();
    change(&mut sample);
    let (school, today) = (sample.workspace.school(), today.parse().unwrap());
    let index = Index::of(school, today);
    let regulation = Regulation::bundled();
    let entries = duties(school, &index, &Plan::of(school, &index, regulation), regulation, today);
    let lines = entries
        .iter()
        .filter(|entry| entry.duty.id == duty)
        .take(4)
        .map(|entry| format!("{} {} {}/{}", entry.to, entry.state.code(), entry.open.len(), entry.holders.len()));
    expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

fn join(sample: &mut Sample, person: PersonId) {
    let id = sample.ids.fresh();
    let (class, role) = (sample.staff_room, MemberRole::Teacher);
    sample.save(Membership { id, person, class, role, period: Period::since(day(3)) });
}

fn administrator(sample: &mut Sample) {
    let (id, person, order) = (sample.ids.fresh(), sample.baranov, Some(sample.order));
    let (post, period) = (AdministratorPost::Platform, Period::since(day(1)));
    sample.save(Appointment {
        id,
        person,
        post,
        period,
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
}

#[test]
fn once_a_year_it_comes_is_due_and_is_late() {
    check("administrator", "2026-09-01", |_| {}, &expect!["2026-08-31 overdue 1/1"]);
    check("administrator", "2026-09-10", administrator, &expect!["2026-08-31 done 0/1"]);
    check("report-1", "2026-09-10", administrator, &expect!["2026-12-28 not-yet 1/1"]);
    check("report-1", "2026-12-10", administrator, &expect!["2026-12-28 due 1/1"]);
}

#[test]
fn each_does_the_own_and_who_is_off_the_platform_is_not_counted() {
    check("administration-joins", "2026-09-10", |sample| join(sample, sample.orlova), &expect!["2026-09-15 due 1/2"]);
    check(
        "administration-joins",
        "2026-09-20",
        |sample| {
            join(sample, sample.orlova);
            let row = sample.workspace.school().people()[&sample.vetrova].as_ref().clone();
            sample.save(Person { participation: Participation::OffPlatform, ..row });
        },
        &expect!["2026-09-15 done 0/1"],
    );
}

#[test]
fn every_month_and_every_week() {
    check(
        "materials",
        "2026-10-25",
        |_| {},
        &expect![[r"
            2026-09-20 overdue 1/1
            2026-10-20 overdue 1/1
            2026-11-20 not-yet 1/1
            2026-12-20 not-yet 1/1"]],
    );
    check(
        "tickets",
        "2026-09-08",
        |_| {},
        &expect![[r"
            2026-09-04 done 0/0
            2026-09-11 done 0/0
            2026-09-18 done 0/0
            2026-09-25 done 0/0"]],
    );
}

#[test]
fn an_unclaimed_link_leaves_the_sweep_undone() {
    check(
        "sweep",
        "2026-10-29",
        |sample| {
            administrator(sample);
            let (id, target) = (sample.ids.fresh(), crate::domain::InviteTarget::Class(sample.class_7a));
            sample.run(&Command::Save(
                crate::domain::Invite {
                    id,
                    target,
                    role: crate::domain::InviteRole::Student,
                    addressees: [sample.zueva].into(),
                    link: "https://example.org/1".into(),
                    issued_by: Some(sample.baranov),
                    issued_on: Some(day(3)),
                    expires_on: None,
                    max_uses: None,
                    sent: Vec::new(),
                    uses: Vec::new(),
                    state: InviteState::Issued,
                    note: String::new(),
                }
                .into(),
            ));
        },
        &expect![[r"
            2026-09-28 done 0/1
            2026-10-28 overdue 1/1
            2026-11-28 overdue 1/1
            2026-12-28 overdue 1/1"]],
    );
}

#[test]
fn after_a_movement_the_platform_follows() {
    check("movement", "2026-09-20", administrator, &expect![""]);
    check(
        "movement",
        "2026-09-20",
        |sample| {
            administrator(sample);
            let (id, person, to) = (sample.ids.fresh(), sample.zueva, Some(sample.class_7a));
            let action = StepAction::JoinClass(sample.class_7a);
            let steps = vec![MovementStep { action, done: None, person: None }];
            let (kind, place, note) = (MovementKind::Enrol, String::new(), String::new());
            sample.save(Movement { id, kind, person, on: day(5), order: None, from: None, to, place, steps, note });
        },
        &expect!["2026-09-12 overdue 1/1"],
    );
}

#[test]
fn one_person_sees_the_own_duties() {
    let mut sample = Sample::new();
    let orlova = sample.orlova;
    join(&mut sample, orlova);
    let school = sample.workspace.school();
    let (index, regulation) = (Index::of(school, day(20)), Regulation::bundled());
    let all = duties(school, &index, &Plan::of(school, &index, regulation), regulation, day(20));
    let state = |person| {
        let own = of_person(all.clone(), person, day(20));
        own.iter().find(|entry| entry.duty.id == "administration-joins").map(|entry| entry.state)
    };
    assert_eq!(state(sample.orlova), Some(DutyState::Done));
    assert_eq!(state(sample.vetrova), Some(DutyState::Overdue));
    assert_eq!(state(sample.baranov), None);
}

#[test]
fn a_school_without_a_year_has_no_calendar() {
    let school = crate::domain::School::default();
    let (index, regulation) = (Index::of(&school, day(1)), Regulation::bundled());
    assert!(duties(&school, &index, &Plan::of(&school, &index, regulation), regulation, day(1)).is_empty());
}
