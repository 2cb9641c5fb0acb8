//! Who may do what in a small school: staff, families, and what holds for every decision.
#![allow(clippy::needless_raw_string_hashes, reason = "expect_test writes them so")]

mod family;
mod law;
mod property;
mod staff;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use expect_test::Expect;

use super::decide;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AdministratorPost, Appointment, HomeroomAssignment, Interpretation, MemberRole, Membership, Period, PersonId,
    Record, Verification, VerificationState,
};
use crate::regulation::{ActionId, Decision, HatScope, Object, Regulation};

const STUDENTS_CHAT: u16 = 38;
const SUBJECT_CHAT: u16 = 42;
const PARENT_TO_CHAT: u16 = 14;
const PARENT_TO_CLASS: u16 = 15;
const OWN_STATUS: u16 = 23;
const TAKE_PART: u16 = 46;
const PARENTS_CHAT: u16 = 47;
const SUPPORT: u16 = 52;
const SEMINARS: u16 = 55;
const EDIT_SCHOOL: u16 = 7;

fn join(s: &mut Sample, person: PersonId) {
    let (id, class) = (s.ids.fresh(), s.staff_room);
    s.save(Membership { id, person, class, role: MemberRole::Teacher, period: Period::since(day(2)) });
}

fn verify(s: &mut Sample, person: PersonId) {
    let id = s.ids.fresh();
    s.save(Verification { id, person, state: VerificationState::Confirmed { on: day(3), by: Some(s.orlova) } });
}

/// Appoints Баранов; the period may end.
fn appoint(s: &mut Sample, post: AdministratorPost, period: Period) -> Record {
    let (id, order) = (s.ids.fresh(), s.order);
    let order = (post == AdministratorPost::Platform).then_some(order);
    let row = Appointment {
        id,
        person: s.baranov,
        post,
        period,
        order,
        appointed_by: Some(s.orlova),
        ended_by: None,
        end_reason: String::new(),
    };
    s.save(row.clone());
    row.into()
}

/// Gives the class teacher's term of 7А its order.
fn distribute(s: &mut Sample) {
    let row = s.workspace.school().homerooms().values().next().expect("the term of 7А").as_ref().clone();
    s.save(HomeroomAssignment { order: Some(s.order), ..row });
}

fn interpret(s: &mut Sample, question: &str, choice: &str, decided_on: NaiveDate) {
    let id = s.ids.fresh();
    let (question, choice) = (question.to_owned(), choice.to_owned());
    s.save(Interpretation { id, question, choice, decided_on, decided_by: String::new(), note: String::new() });
}

/// Names what a test may meet by identity.
fn names(s: &Sample) -> BTreeMap<String, &'static str> {
    [(s.class_7a.to_string(), "7А"), (s.class_7b.to_string(), "7Б"), (s.zueva.to_string(), "Зуева")].into()
}

fn ask(s: &Sample, person: PersonId, action: u16, object: Object, on: NaiveDate) -> Decision {
    decide(s.workspace.school(), Regulation::bundled(), person, ActionId(action), object, on).expect("a row")
}

fn say(s: &Sample, decision: &Decision) -> String {
    let may = if decision.is_ready() {
        "ready"
    } else if decision.permitted {
        "permitted"
    } else {
        "not permitted"
    };
    let mut lines = vec![format!("{:?}, {may}", decision.verdict)];
    for ground in &decision.grounds {
        let clauses: Vec<String> = ground.clauses.iter().map(ToString::to_string).collect();
        let checks: Vec<String> =
            ground.checks.iter().map(|check| format!("; {:?} {:?}", check.predicate, check.outcome)).collect();
        let scope = match ground.scope {
            Some(HatScope::Class(class)) => format!(" of {}", names(s)[&class.to_string()]),
            Some(HatScope::Line { class, .. }) => format!(" of a line in {}", names(s)[&class.to_string()]),
            Some(HatScope::Child { child, .. }) => format!(" of {}", names(s)[&child.to_string()]),
            Some(HatScope::Activity(_)) => " of a group".to_owned(),
            Some(HatScope::School) | None => String::new(),
        };
        let verdict = ground.verdict;
        lines.push(format!("{}{scope}: {verdict:?} by {}{}", ground.role, clauses.join(", "), checks.concat()));
    }
    lines.extend(decision.missing.iter().map(|fact| format!("missing {fact:?} → {:?}", fact.remedy())));
    lines.extend(decision.instead.iter().map(|role| format!("instead {role}")));
    lines.join("\n")
}

/// Asks about somebody on 10 September 2026.
#[track_caller]
fn check(prepare: impl FnOnce(&mut Sample) -> (PersonId, Object), action: u16, expected: &Expect) {
    let mut sample = Sample::new();
    let (person, object) = prepare(&mut sample);
    expected.assert_eq(&say(&sample, &ask(&sample, person, action, object, day(10))));
}
