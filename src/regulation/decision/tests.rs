//! Decisions for a role, by case and over the whole matrix.

use expect_test::{Expect, expect};

use super::{Decision, Settled, decide_role};
use crate::regulation::{ActionId, CellId, Interpretations, Regulation, RoleId, Stance, Verdict};

fn decide(interpretations: &Interpretations, role: &str, action: u16) -> Decision {
    decide_role(Regulation::bundled(), interpretations, &RoleId::from(role), ActionId(action)).expect("a cell")
}

fn choice(role: &str, action: u16, stance: Stance) -> Interpretations {
    [(CellId { action: ActionId(action), role: RoleId::from(role) }, stance)].into_iter().collect()
}

fn say(decision: &Decision) -> String {
    let may = if decision.permitted { "permitted" } else { "not permitted" };
    let mut parts = vec![format!("{:?}, {may}", decision.verdict)];
    for ground in &decision.grounds {
        let clauses: Vec<String> = ground.clauses.iter().map(ToString::to_string).collect();
        parts.push(format!("{} by {} ({:?})", ground.role, clauses.join(", "), ground.settled));
        parts.extend(ground.checks.iter().map(|check| format!("{:?} {:?}", check.predicate, check.outcome)));
    }
    let instead: Vec<&str> = decision.instead.iter().map(RoleId::as_str).collect();
    if !instead.is_empty() {
        parts.push(format!("instead {}", instead.join(", ")));
    }
    parts.join("; ")
}

#[track_caller]
fn check(role: &str, action: u16, expected: &Expect) {
    expected.assert_eq(&say(&decide(&Interpretations::default(), role, action)));
}

#[track_caller]
fn check_chosen(role: &str, action: u16, stance: Stance, expected: &Expect) {
    expected.assert_eq(&say(&decide(&choice(role, action, stance), role, action)));
}

#[test]
fn typical_holders() {
    check("head", 1, &expect!["Duty, permitted; head by 1.3 (ByText)"]);
    check("class-teacher", 38, &expect!["Duty, permitted; class-teacher by 2.3/3a (ByText); Homeroom NotAsked"]);
    check("class-teacher", 15, &expect!["NotGranted, not permitted"]);
    check(
        "subject-teacher",
        14,
        &expect![
            "Unsettled, not permitted; subject-teacher by 2.7/1 (ByDefault(Deny)); instead head, administration, class-teacher"
        ],
    );
    check(
        "class-teacher",
        27,
        &expect!["Unsettled, permitted; class-teacher by 2.1/12 (ByDefault(Allow)); ChatIssuer NotAsked"],
    );
    check("additional-admin", 56, &expect!["Allowed, permitted; additional-admin by 2.1/7 (ByDefault(Allow))"]);
    check("parent", 52, &expect!["Right, permitted; parent by 3.2 (ByText)"]);
}

#[test]
fn school_settles_what_the_text_leaves_open() {
    check_chosen(
        "class-teacher",
        12,
        Stance::Allow,
        &expect!["Allowed, permitted; class-teacher by 2.1/6 (BySchool(Allow))"],
    );
    check_chosen(
        "class-teacher",
        27,
        Stance::Deny,
        &expect![
            "NotGranted, not permitted; class-teacher by 2.1/12 (BySchool(Deny)); ChatIssuer NotAsked; instead head, administration, platform-admin, additional-admin, subject-teacher, extra-educator"
        ],
    );
    check_chosen(
        "additional-admin",
        7,
        Stance::Deny,
        &expect!["NotGranted, not permitted; additional-admin by 2.1/7 (BySchool(Deny)); instead platform-admin"],
    );
}

#[test]
fn school_cannot_overrule_the_text() {
    check_chosen("parent", 15, Stance::Allow, &expect!["NotGranted, not permitted"]);
    check_chosen("head", 1, Stance::Deny, &expect!["Duty, permitted; head by 1.3 (ByText)"]);
}

#[test]
fn unknown_row_or_role_has_no_decision() {
    let none = Interpretations::default();
    assert_eq!(decide_role(Regulation::bundled(), &none, &RoleId::from("cook"), ActionId(1)), None);
    assert_eq!(decide_role(Regulation::bundled(), &none, &RoleId::from("head"), ActionId(58)), None);
}

#[test]
fn every_refusal_names_who_may_or_that_nobody_may() {
    let regulation = Regulation::bundled();
    let mut nobody = Vec::new();
    for action in regulation.actions() {
        for role in regulation.roles() {
            let decision = decide(&Interpretations::default(), role.id.as_str(), action.number.0);
            assert!(!decision.instead.contains(&role.id) || !decision.permitted);
            if !decision.permitted && decision.instead.is_empty() {
                nobody.push(action.number.0);
            }
        }
    }
    nobody.dedup();
    // 2.1/6 and 2.7/1: nobody invites a parent to a class.
    assert_eq!(nobody, [15]);
}

#[test]
fn every_open_cell_follows_the_school_and_no_other_does() {
    let regulation = Regulation::bundled();
    for action in regulation.actions() {
        for cell in &action.cells {
            let by = |stance| {
                decide(&choice(cell.role.as_str(), action.number.0, stance), cell.role.as_str(), action.number.0)
            };
            let (allowed, denied) = (by(Stance::Allow), by(Stance::Deny));
            if cell.is_open() {
                assert!(allowed.permitted && !denied.permitted, "{} {}", action.number, cell.role);
                assert_eq!(denied.verdict, Verdict::NotGranted);
            } else {
                assert_eq!(allowed, denied);
                assert!(allowed.grounds.iter().all(|ground| ground.settled == Settled::ByText));
            }
        }
    }
}
