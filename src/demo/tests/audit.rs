//! The audit of the demo school finds each planted defect by its lint, and no other error.

use std::collections::{BTreeMap, BTreeSet};

use super::{context, demo};
use crate::audit::{ClauseState, Finding, Severity, audit, compliance};
use crate::demo::{DAY, Defect, Scale};
use crate::domain::RecordKey;
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;

fn findings(scale: Scale) -> Vec<Finding> {
    let (_, school) = demo(scale);
    let index = Index::of(school, DAY);
    let plan = Plan::of(school, &index, Regulation::bundled());
    audit(school, &index, &plan, Regulation::bundled(), &context())
}

/// Whether a finding speaks of a record: by its evidence, or by the person or the class that the record is.
fn speaks_of(finding: &Finding, key: RecordKey) -> bool {
    finding.evidence.contains(&key)
        || finding.people.iter().any(|id| RecordKey::to::<crate::domain::Person>(*id) == key)
        || finding.classes.iter().any(|id| RecordKey::to::<crate::domain::Class>(*id) == key)
}

/// What is not as planted: a defect that no lint finds, an error that nobody planted.
fn surprises(scale: Scale) -> BTreeSet<String> {
    let (demo, school) = demo(scale);
    let found = findings(scale);
    let (mut surprises, mut explained) = (BTreeSet::new(), BTreeSet::new());
    for (defect, key) in &demo.planted {
        let Some(lint) = defect.lint() else { continue };
        // The line of a missing chat is named by its class.
        let key = match defect {
            Defect::NoSubjectChat => RecordKey::to::<crate::domain::Class>(school.load()[&key.id.into()].class),
            _ => *key,
        };
        let by: Vec<&Finding> =
            found.iter().filter(|finding| finding.lint.code() == lint && speaks_of(finding, key)).collect();
        if by.is_empty() {
            surprises.insert(format!("{scale:?}: {defect:?} is not found by {lint}"));
        }
        explained.extend(by.iter().map(|finding| finding.key()));
    }
    let others =
        found.iter().filter(|finding| finding.severity == Severity::Error && !explained.contains(&finding.key()));
    surprises.extend(others.map(|finding| format!("{scale:?}: {} {:?}", finding.lint, finding.issue)));
    surprises
}

#[test]
fn each_planted_defect_is_found_and_no_other_error() {
    let all: BTreeSet<String> = Scale::ALL.into_iter().flat_map(surprises).collect();
    assert_eq!(all, BTreeSet::new());
}

#[test]
fn warnings_stay_few() {
    let mut counts: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for finding in findings(Scale::Gymnasium) {
        *counts.entry((finding.severity, finding.lint.code())).or_default() += 1;
    }
    let text: Vec<String> =
        counts.iter().map(|((severity, lint), count)| format!("{} {lint}: {count}", severity.code())).collect();
    expect_test::expect![[r"
        error L03: 1
        error L07: 1
        error L09: 1
        error L10: 2
        error L13: 5
        error L15: 1
        error L16: 1
        error L23: 1
        warning L12: 3
        warning L13: 1
        warning L14: 17
        warning L24: 1
        warning L26: 1
        warning L27: 2
        warning L28: 1
        note L26: 2
        note L28: 2"]]
    .assert_eq(&text.join("\n"));
}

#[test]
fn a_parent_of_three_is_counted_once() {
    let (demo, school) = demo(Scale::Gymnasium);
    let (_, key) = demo.planted.iter().find(|(defect, _)| *defect == Defect::ThreeClasses).unwrap();
    let index = Index::of(school, DAY);
    let plan = Plan::of(school, &index, Regulation::bundled());
    let chats = plan.of_person(key.id.into());
    let rules: BTreeSet<_> = chats.iter().map(|chat| (chat.rule.clone(), chat.scope.clone())).collect();
    assert_eq!((chats.len(), rules.len()), (3, 3), "a chat of parents for each class, each once");
}

#[test]
fn what_no_record_shows_is_attested() {
    let (_, school) = demo(Scale::Gymnasium);
    let index = Index::of(school, DAY);
    let found = findings(Scale::Gymnasium);
    let mut states: BTreeMap<ClauseState, Vec<String>> = BTreeMap::new();
    for row in compliance(school, &index, Regulation::bundled(), &found) {
        states.entry(row.state).or_default().push(row.clause.to_string());
    }
    let text: Vec<String> =
        states.iter().map(|(state, list)| format!("{}: {}", state.code(), list.join(" "))).collect();
    expect_test::expect![[r"
        fulfilled: 1.1 1.2 1.3 1.4 1.7 2.1/0 2.1/1 2.1/3 2.1/4 2.1/5 2.1/6 2.1/9 2.1/15 2.1/16 2.1/17 2.2/1 2.2/2 2.2/3 2.2/4 2.2/5 2.2/6 2.2/6a 2.2/6b 2.2/6c 2.2/6d 2.2/6e 2.2/7 2.3/1 2.3/3 2.3/3a 2.3/3b 2.3/3c 2.3/4 2.4/1 2.4/3b 2.4/4 2.5/1 2.5/2 2.5/3 2.5/4 2.7/2 3.1 3.2 3.3 3.4 4.1
        partly: 1.5 1.6 2.1/2 2.1/7 2.1/8 2.1/10 2.1/11 2.1/12 2.1/13 2.1/14 2.3/2 2.4/2 2.4/3 2.4/3a 2.7/1 4.2 4.3
        not-applicable: 2.3/3d
        absent: 2.6"]].assert_eq(&text.join("\n"));
}

/// Tells how much of a browser's storage a demo school takes, in thousands of UTF-16 units.
#[test]
fn the_gymnasium_takes_little_of_the_quota() {
    let (_, school) = demo(Scale::Gymnasium);
    let json = serde_json::to_vec(&crate::domain::Records::from(school)).unwrap();
    let units = crate::store::pack::pack(&json).body.encode_utf16().count();
    expect_test::expect!["70 thousand units of 5,243"].assert_eq(&format!("{} thousand units of 5,243", units / 1_000));
}
