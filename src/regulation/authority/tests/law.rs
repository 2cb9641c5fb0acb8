//! What holds for every decision about everybody.

use std::collections::BTreeMap;

use super::{PARENT_TO_CLASS, appoint, distribute, join, verify};
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AdministratorPost, Appointment, Command, Enrolment, HomeroomAssignment, Hours, LoadLine, Period, PersonId, Record,
    RecordKind, School, Subject, SubjectId,
};
use crate::regulation::{
    Authority, Decision, MissingFact, Object, Outcome, Regulation, Remedy, Standing, StatusStep, Verdict,
};

/// Everybody of a school with every kind of hat.
fn crowded() -> (Sample, Record) {
    let mut s = Sample::new();
    let baranov = s.baranov;
    join(&mut s, baranov);
    verify(&mut s, baranov);
    distribute(&mut s);
    let appointment = appoint(&mut s, AdministratorPost::Platform, Period::since(day(4)));
    let (subject, line): (SubjectId, _) = (s.ids.fresh(), s.ids.fresh());
    s.save(Subject { id: subject, name: "Химия".to_owned() });
    let (class, teacher) = (s.class_7b, Some(s.vetrova));
    let members = std::collections::BTreeSet::new();
    s.save(LoadLine { id: line, class, subject, group: String::new(), members, teacher, hours: Hours(200) });
    (s, appointment)
}

fn objects(s: &Sample) -> Vec<Object> {
    vec![
        Object::None,
        Object::Class(s.class_7a),
        Object::Class(s.class_7b),
        Object::Class(s.staff_room),
        Object::LoadLine(s.math_7a),
        Object::Person(s.baranov),
        Object::Person(s.zueva),
    ]
}

/// Every decision about everybody.
fn decisions(s: &Sample, school: &School) -> BTreeMap<(PersonId, u16, Object), Decision> {
    let regulation = Regulation::bundled();
    let authority = Authority::new(school, regulation, day(10));
    let mut decisions = BTreeMap::new();
    for person in [s.orlova, s.vetrova, s.baranov, s.lugova, s.zueva, s.zueva_mother] {
        let standing = authority.standing(person);
        for object in objects(s) {
            let target = authority.target(object);
            for action in regulation.actions() {
                let decision = authority.decide(&standing, action, &target);
                decisions.insert((person, action.number.0, object), decision);
            }
        }
    }
    decisions
}

#[test]
fn equal_inputs_give_equal_answers() {
    let (s, _) = crowded();
    let school = s.workspace.school().clone();
    assert_eq!(decisions(&s, &school), decisions(&s, s.workspace.school()));
}

/// Whatever was ready, permitted or granted after must have been so before.
#[track_caller]
fn check_takes_away(s: &mut Sample, command: &Command) {
    let before = decisions(s, &s.workspace.school().clone());
    s.run(command);
    let after = decisions(s, &s.workspace.school().clone());
    assert_ne!(before, after, "the command matters");
    for (key, after) in &after {
        let before = &before[key];
        assert!(before.verdict >= after.verdict, "{key:?}");
        assert!(before.permitted || !after.permitted, "{key:?}");
        assert!(before.is_ready() || !after.is_ready(), "{key:?}");
    }
}

#[test]
fn ending_what_makes_a_holder_never_adds_a_right() {
    let (mut s, appointment) = crowded();
    let Record::Appointment(row) = &appointment else { panic!("an appointment") };
    let period = Period { to: Some(day(9)), ..row.period };
    check_takes_away(&mut s, &Command::Save(Appointment { period, ..row.as_ref().clone() }.into()));

    let (mut s, _) = crowded();
    let row = s.workspace.school().homerooms().values().next().expect("the term of 7А").as_ref().clone();
    let period = Period { to: Some(day(9)), ..row.period };
    check_takes_away(&mut s, &Command::Save(HomeroomAssignment { period, ..row }.into()));

    let (mut s, _) = crowded();
    let line = s.workspace.school().load()[&s.math_7a].as_ref().clone();
    check_takes_away(&mut s, &Command::Save(LoadLine { teacher: None, ..line }.into()));

    let (mut s, _) = crowded();
    let row = s.workspace.school().enrolments().values().next().expect("a stay").as_ref().clone();
    let period = Period { to: Some(day(9)), ..row.period };
    check_takes_away(&mut s, &Command::Save(Enrolment { period, ..row }.into()));
}

#[test]
fn another_hat_never_takes_a_right_away() {
    let (s, _) = crowded();
    let regulation = Regulation::bundled();
    let authority = Authority::new(s.workspace.school(), regulation, day(10));
    let whole = authority.standing(s.baranov);
    assert_eq!(whole.hats.len(), 3);
    for hat in 0..whole.hats.len() {
        let mut part = whole.clone();
        part.hats.remove(hat);
        for object in objects(&s) {
            let target = authority.target(object);
            for action in regulation.actions() {
                let (more, less) =
                    (authority.decide(&whole, action, &target), authority.decide(&part, action, &target));
                assert!(more.verdict >= less.verdict, "{} {object:?}", action.number);
                assert!(more.permitted || !less.permitted, "{} {object:?}", action.number);
                assert!(more.is_ready() || !less.is_ready(), "{} {object:?}", action.number);
            }
        }
    }
}

#[test]
fn every_refusal_names_a_role_or_nobody_has_the_right() {
    let (s, _) = crowded();
    let mut refused = 0;
    for ((person, action, object), decision) in decisions(&s, s.workspace.school()) {
        if decision.permitted {
            assert!(decision.instead.is_empty());
            continue;
        }
        refused += 1;
        assert_eq!(decision.instead.is_empty(), action == PARENT_TO_CLASS, "{person} {action} {object:?}");
        // What is refused in spite of a hat says which check or whose choice stands against it.
        for ground in &decision.grounds {
            let fails = ground.checks.iter().any(|check| check.outcome == Outcome::Fails);
            assert!(fails || ground.verdict <= Verdict::Unsettled, "{person} {action} {object:?}");
        }
    }
    assert!(refused > 100, "{refused}");
}

#[test]
fn standings_of_all_are_those_of_each() {
    let (s, _) = crowded();
    let school = s.workspace.school();
    let all = Standing::of_all(school, day(10));
    assert_eq!(all.len(), 5, "everybody but the secretary");
    for standing in all {
        assert_eq!(standing, Standing::of(school, standing.person, day(10)));
    }
}

#[test]
fn every_missing_fact_has_a_record_that_supplies_it() {
    assert_eq!(MissingFact::NotJoined.remedy().record(), RecordKind::Membership);
    assert_eq!(MissingFact::StatusNotConfirmed(StatusStep::Submitted).remedy(), Remedy::ConfirmStatus);
    assert_eq!(MissingFact::StatusNotConfirmed(StatusStep::Rejected).remedy(), Remedy::SubmitStatus);
    assert_eq!(MissingFact::NoDistribution.remedy().record(), RecordKind::HomeroomAssignment);
}
