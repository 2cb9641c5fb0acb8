//! The audit of the demo school finds each planted defect by its lint, and no other error.

use std::collections::{BTreeMap, BTreeSet};

use super::{context, demo};
use crate::audit::{Finding, Severity, audit};
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
    expect_test::expect![[r#"
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
        note L28: 2"#]]
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
