//! Compliance by clause.

use std::collections::BTreeSet;

use super::{act, review, settle, with};
use crate::audit::{ClauseState, compliance};
use crate::clause;
use crate::domain::sample::{Sample, context, day};
use crate::domain::{Attestation, AttestationVerdict, ClauseId, LocalActKind, Record};
use crate::plan::Index;
use crate::regulation::Regulation;

#[track_caller]
fn check(clause: &str, change: impl FnOnce(&mut Sample) -> Vec<Record>, expected: ClauseState) {
    let mut sample = Sample::new();
    let raw = change(&mut sample);
    let school = with(sample.workspace.school(), raw);
    let found = review(&school, &context());
    let index = Index::of(&school, context().today);
    let rows = compliance(&school, &index, Regulation::bundled(), &found);
    let clause = ClauseId::parse(clause).unwrap();
    let row = rows.iter().find(|row| row.clause == clause).unwrap();
    assert_eq!(row.state, expected, "{} records, {} findings", row.evidence.len(), row.findings.len());
}

fn attest(sample: &mut Sample, clause: ClauseId, verdict: AttestationVerdict) -> Record {
    let (id, by, note) = (sample.ids.fresh(), Some(sample.orlova), "так решили".into());
    Attestation { id, clause, year: Some(sample.year), verdict, on: day(9), by, note, acts: BTreeSet::new() }.into()
}

#[test]
fn records_show_that_a_clause_is_kept() {
    check("2.2/1", |_| vec![], ClauseState::Unfulfilled);
    check(
        "2.2/1",
        |sample| {
            act(sample, LocalActKind::Order, "103", 3, "Об использовании учебного профиля");
            vec![]
        },
        ClauseState::Fulfilled,
    );
}

#[test]
fn findings_stand_against_the_evidence() {
    // There is a staff room, and nobody is in it.
    check("2.1/4", |_| vec![], ClauseState::Partly);
    check(
        "2.1/4",
        |sample| {
            settle(sample);
            vec![]
        },
        ClauseState::Fulfilled,
    );
}

#[test]
fn what_no_record_shows_is_attested() {
    check("1.7", |_| vec![], ClauseState::NeedsAttestation);
    check("1.7", |sample| vec![attest(sample, clause!("1.7"), AttestationVerdict::Fulfilled)], ClauseState::Fulfilled);
    check("1.7", |sample| vec![attest(sample, clause!("1.7"), AttestationVerdict::Partly)], ClauseState::Partly);
}

#[test]
fn a_clause_may_not_apply() {
    check(
        "2.1/14",
        |sample| vec![attest(sample, clause!("2.1/14"), AttestationVerdict::NotApplicable)],
        ClauseState::NotApplicable,
    );
}

#[test]
fn an_attestation_does_not_hide_a_finding() {
    check(
        "2.2/1",
        |sample| vec![attest(sample, clause!("2.2/1"), AttestationVerdict::Fulfilled)],
        ClauseState::Unfulfilled,
    );
}

#[test]
fn a_bullet_stands_as_its_parts_and_the_missing_number_is_absent() {
    check("2.3/3", |_| vec![], ClauseState::Unfulfilled);
    check("2.6", |_| vec![], ClauseState::Absent);
    check("2.3/3d", |_| vec![], ClauseState::NotApplicable);
}

#[test]
fn every_clause_of_the_register_has_a_row() {
    let sample = Sample::new().with_office();
    let school = sample.workspace.school();
    let (found, index) = (review(school, &context()), Index::of(school, context().today));
    let rows = compliance(school, &index, Regulation::bundled(), &found);
    assert_eq!(rows.len(), Regulation::bundled().clauses().count());
    assert!(rows.iter().all(|row| row.evidence.iter().all(|key| school.record(*key).is_some())));
}
