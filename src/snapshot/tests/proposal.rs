//! What a file is to the plan, what opening it changes, and that it can be taken back.

use std::collections::BTreeMap;

use super::*;
use crate::snapshot::{Age, Difference, FieldDifference, Proposal, Relation, Tally, Warning, export, propose};

fn opened(workspace: &Workspace, lineage: &Lineage, n: u128) -> Vec<u8> {
    write(&export(workspace, lineage, stamp(n)).0)
}

fn proposal(workspace: &Workspace, lineage: &Lineage, bytes: &[u8]) -> Proposal {
    propose(workspace, lineage, "план.json", read(bytes)).unwrap()
}

#[track_caller]
fn check_relation(workspace: &Workspace, lineage: &Lineage, bytes: &[u8], expected: Relation) {
    assert_eq!(proposal(workspace, lineage, bytes).relation, expected);
}

fn edited(sample: &mut Sample, name: &str) {
    let id = sample.ids.fresh();
    sample.save(Subject { id, name: name.into() });
}

#[test]
fn states_of_one_plan() {
    let mut sample = Sample::new();
    let (then, kept) = (sample.workspace.clone(), export(&sample.workspace, &lineage(), stamp(2)).1);
    let early = opened(&then, &lineage(), 2);
    edited(&mut sample, "Физика");
    let late = opened(&sample.workspace, &kept, 3);
    let same = |age| Relation::SamePlan(age);
    check_relation(&then, &kept, &early, same(Age::Same));
    check_relation(&sample.workspace, &kept, &early, same(Age::Older));
    check_relation(&then, &kept, &late, same(Age::Newer));
    let mut apart = Sample { workspace: then.clone(), ids: IdSource::new(7, [7; 10]), ..Sample::new() };
    edited(&mut apart, "Химия");
    check_relation(&apart.workspace, &kept, &late, same(Age::Diverged));
    // Journals that were cut: the exports tell.
    let bare =
        |workspace: &Workspace| Workspace::new(workspace.school().clone(), Journal::default(), workspace.revision());
    check_relation(&bare(&sample.workspace), &kept, &opened(&bare(&then), &lineage(), 2), same(Age::Older));
    check_relation(&bare(&then), &kept, &opened(&bare(&sample.workspace), &kept, 3), same(Age::Newer));
    check_relation(&bare(&apart.workspace), &kept, &opened(&bare(&sample.workspace), &kept, 3), same(Age::Diverged));
    check_relation(
        &bare(&apart.workspace),
        &lineage(),
        &opened(&bare(&sample.workspace), &lineage(), 3),
        same(Age::Unknown),
    );
}

#[test]
fn other_plans() {
    let sample = Sample::new();
    let elsewhere = Lineage::new(number(99), "gymnasium-44");
    let bytes = opened(&sample.workspace, &elsewhere, 2);
    check_relation(&sample.workspace, &lineage(), &bytes, Relation::SameSchoolOtherLineage);
    check_relation(&Workspace::default(), &lineage(), &bytes, Relation::IntoEmpty);
    let mut other = Sample::new();
    other.save(Organisation {
        full_name: "Лицей".into(), short_name: "Лицей № 1".into(), ..Organisation::default()
    });
    check_relation(&other.workspace, &lineage(), &bytes, Relation::OtherSchool);
    assert_eq!(proposal(&other.workspace, &lineage(), &bytes).warnings, [Warning::OtherSchool]);
    for (number, expected) in [("1", Relation::OtherSchool), ("0", Relation::SameSchoolOtherLineage)] {
        let organisation = |tax_number: &str| Organisation {
            full_name: "Гимназия".into(),
            short_name: "Гимназия".into(),
            tax_number: tax_number.into(),
            ..Organisation::default()
        };
        let (mut ours, mut theirs) = (Sample::new(), Sample::new());
        ours.save(organisation("0"));
        theirs.save(organisation(number));
        check_relation(&ours.workspace, &lineage(), &opened(&theirs.workspace, &elsewhere, 2), expected);
    }
}

#[test]
fn opening_is_one_step_and_can_be_taken_back() {
    let mut sample = full_sample();
    let before = sample.workspace.school().clone();
    let bytes = opened(&Sample::new().workspace, &lineage(), 2);
    let proposal = proposal(&sample.workspace, &lineage(), &bytes);
    let command = proposal.command(&sample.workspace).unwrap();
    sample.run(&command);
    assert_eq!(sample.workspace.school(), &proposal.opened.school);
    let refused = proposal.command(&sample.workspace).map(|_| ()).map_err(|refusal| refusal.to_string());
    assert_eq!(refused, Err("refused by 4.3: the plan changed since the preview".to_owned()));
    let id = sample.ids.fresh();
    sample.workspace.undo(id, &context()).unwrap();
    assert_eq!(sample.workspace.school(), &before);
}

#[test]
fn the_own_export_changes_nothing() {
    let sample = full_sample();
    let proposal = proposal(&sample.workspace, &lineage(), &opened(&sample.workspace, &lineage(), 2));
    assert!(proposal.difference.is_empty() && proposal.warnings.is_empty());
}

#[test]
fn warnings() {
    let mut ours = Sample::new();
    for n in 0..14 {
        let id = ours.ids.fresh();
        ours.save(Person::new(id, PersonName::new("Новикова", &format!("Анна {n}"), "").unwrap()));
    }
    let people = ours.workspace.school().people().len();
    assert_eq!(people, 20);
    for (gone, expected) in [(2, None), (3, Some(3))] {
        let mut theirs = Sample { workspace: ours.workspace.clone(), ids: IdSource::new(7, [7; 10]), ..Sample::new() };
        let ids: Vec<PersonId> = theirs.workspace.school().people().keys().rev().take(gone).copied().collect();
        for id in ids {
            theirs.run(&Command::Remove(RecordKey::to::<Person>(id)));
        }
        let proposal = proposal(&ours.workspace, &lineage(), &opened(&theirs.workspace, &lineage(), 2));
        assert_eq!(proposal.number_to_type(), expected);
    }
    let altered = String::from_utf8(opened(&ours.workspace, &lineage(), 2)).unwrap().replace("Баранов", "Буранов");
    assert_eq!(proposal(&ours.workspace, &lineage(), altered.as_bytes()).warnings, [Warning::Altered]);
    let junk = propose(&ours.workspace, &lineage(), "x", read(b"junk"));
    assert_eq!(junk, Err(Unreadable::NotJson { line: 1, column: 1 }));
}

#[test]
fn a_file_with_links_to_nothing_is_not_taken_over() {
    let sample = Sample::new();
    let mut records = Records::from(sample.workspace.school());
    records.people.retain(|row| row.id != sample.zueva_mother);
    let cut = Workspace::new(records.into_school().unwrap(), Journal::default(), 3);
    let plan = Workspace::default();
    let proposal = proposal(&plan, &lineage(), &opened(&cut, &lineage(), 2));
    assert!(matches!(proposal.warnings.as_slice(), [Warning::Dangling(links)] if links.len() == 1));
    let command = proposal.command(&plan).unwrap();
    assert!(plan.school().handle(&command, &context()).is_err());
}

#[test]
fn fields_by_path() {
    let mut sample = Sample::new();
    let before = sample.workspace.school().clone();
    let row = before.people()[&sample.zueva].as_ref().clone();
    let consent = Consent { state: ConsentState::Given, on: Some(day(4)), paper: String::new() };
    sample.save(Person { consent, note: "x".into(), name: PersonName::parse("Зуева Ева").unwrap(), ..row });
    let difference = Difference::between(&before, sample.workspace.school());
    let [only] = difference.records.as_slice() else { panic!() };
    assert_eq!(only.caption(&before, sample.workspace.school()), "Зуева Ева");
    let field = |path: &str, before: Option<&str>, after: Option<&str>| FieldDifference {
        path: path.into(),
        before: before.map(Into::into),
        after: after.map(Into::into),
    };
    assert_eq!(
        only.fields(),
        [
            field("consent.on", None, Some("\"2026-09-04\"")),
            field("consent.state", None, Some("\"given\"")),
            field("name.patronymic", Some("\"Марковна\""), None),
            field("note", None, Some("\"x\"")),
        ]
    );
}

/// The counts, the slow way: every record of one side looked for on the other, as text.
fn brute_force(before: &School, after: &School) -> BTreeMap<RecordKind, Tally> {
    let texts = |school: &School| -> BTreeMap<String, (RecordKind, String)> {
        let text = |record: &Record| serde_json::to_string(record).unwrap();
        school.records().map(|record| (format!("{:?}", record.key()), (record.key().kind, text(&record)))).collect()
    };
    let (before, after) = (texts(before), texts(after));
    let mut out: BTreeMap<RecordKind, Tally> = BTreeMap::new();
    for (key, (kind, text)) in &before {
        match after.get(key) {
            None => out.entry(*kind).or_default().removed += 1,
            Some((_, other)) if other != text => out.entry(*kind).or_default().changed += 1,
            Some(_) => {}
        }
    }
    for (key, (kind, _)) in &after {
        if !before.contains_key(key) {
            out.entry(*kind).or_default().added += 1;
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn counts_are_those_of_the_slow_way(left in random_steps(), right in random_steps()) {
        let (left, right) = (random_sample(&left), random_sample(&right));
        let (before, after) = (left.workspace.school(), right.workspace.school());
        let difference = Difference::between(before, after);
        let counted: BTreeMap<RecordKind, Tally> = difference.tallies().collect();
        prop_assert_eq!(counted, brute_force(before, after));
        prop_assert_eq!(difference.total().total(), difference.records.len());
        let changed = difference.records.iter().filter(|row| row.change.before().is_some() && row.change.after().is_some());
        prop_assert!(changed.into_iter().all(|row| !row.fields().is_empty()));
    }
}
