//! The screen of control: the audit, a check taken from it, mending, verifying, attesting, the past.

use std::collections::BTreeSet;

use super::{Ask, Deed, compliance, page};
use crate::clause;
use crate::domain::sample::{Sample, context, day};
use crate::domain::{Command, FindingState, HomeroomAssignment, Period};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;
use crate::view::area::{Asking, Doing};
use crate::view::form::Values;
use crate::view::page::{Body, Page, Row};
use crate::view::room::{Making, Query, Room};

fn within<T>(sample: &Sample, query: &Query, chosen: &BTreeSet<String>, look: impl FnOnce(&Room) -> T) -> T {
    let (school, context, regulation) = (sample.workspace.school(), context(), Regulation::bundled());
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, regulation);
    look(&Room { school, index: &index, plan: &plan, regulation, context: &context, lang: Lang::Ru, query, chosen })
}

fn shown(sample: &Sample, query: &Query) -> Page {
    within(sample, query, &BTreeSet::new(), page)
}

fn rows<'a>(page: &'a Page, section: &str) -> &'a [Row] {
    match page.sections.iter().find(|found| found.id == section).map(|found| &found.body) {
        Some(Body::Table(table)) => &table.rows,
        _ => &[],
    }
}

fn command(sample: &mut Sample, ask: &Ask, chosen: &[String], pairs: &[(&'static str, String)]) -> Command {
    let mut ids = sample.ids.clone();
    let chosen = chosen.iter().cloned().collect();
    let command = within(sample, &Query::default(), &chosen, |room| {
        let mut values = Values::default();
        for (id, value) in pairs {
            values.set(id, value.clone());
        }
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut ids }).unwrap()
    });
    sample.ids = ids;
    command
}

#[track_caller]
fn run(sample: &mut Sample, ask: &Ask, chosen: &[String], pairs: &[(&'static str, String)]) {
    let command = command(sample, ask, chosen, pairs);
    sample.run(&command);
}

#[test]
fn findings_are_filtered_by_degree_lint_clause_and_class() {
    let sample = Sample::new();
    let count = |pairs: &[(&str, &str)]| {
        let query = pairs.iter().fold(Query::default(), |query, (key, value)| query.with(key, value));
        rows(&shown(&sample, &query), "findings").len()
    };
    let all = count(&[]);
    assert!(all > count(&[("severity", "error")]));
    assert_eq!(count(&[("lint", "L10"), ("severity", "error")]), 2);
    assert_eq!(count(&[("lint", "L10"), ("class", &sample.class_7b.to_string())]), 1);
    assert_eq!(count(&[("clause", "2.2/1")]), 1);
}

#[test]
fn every_finding_has_what_mends_it() {
    let sample = Sample::new().with_office();
    let page = shown(&sample, &Query::default());
    let rows = rows(&page, "findings");
    assert!(!rows.is_empty() && rows.iter().all(|row| row.acts.iter().any(|act| act.id == "fix")));
}

/// The key of the finding that 7Б has no class teacher.
fn no_homeroom(sample: &Sample) -> String {
    let class = sample.class_7b.to_string();
    let query = Query::from([("lint", "L10"), ("class", &class)]);
    rows(&shown(sample, &query), "findings")[0].key.clone()
}

#[test]
fn what_the_audit_found_becomes_a_check_is_mended_and_verified_by_another() {
    let mut sample = Sample::new();
    let chosen = [no_homeroom(&sample)];
    let pairs = [
        ("checker", sample.vetrova.to_string()),
        ("responsible", sample.baranov.to_string()),
        ("deadline", "2026-09-20".to_owned()),
    ];
    run(&mut sample, &Ask::NewCheck, &chosen, &pairs);
    let check = sample.workspace.school().checks().values().next().unwrap().as_ref().clone();
    assert_eq!(check.findings.len(), 1);
    assert_eq!(check.findings[0].clause, clause!("2.1/8"));
    assert_eq!(check.findings[0].responsible, Some(sample.baranov));

    run(&mut sample, &Ask::Fix(check.id, 0), &[], &[("note", "Назначен".to_owned())]);
    let verify = Ask::Verify(check.id, 0);
    let by = sample.baranov.to_string();
    let own = command(&mut sample, &verify, &[], &[("by", by)]);
    assert!(sample.answer(&own).starts_with("refused by 2.2/7"));
    let by = sample.orlova.to_string();
    run(&mut sample, &verify, &[], &[("by", by)]);
    let state = &sample.workspace.school().checks()[&check.id].findings[0].state;
    assert!(matches!(state, FindingState::Verified { .. }));
}

#[test]
fn a_check_is_edited_its_findings_added_and_removed() {
    let mut sample = Sample::new().with_office();
    let check = *sample.workspace.school().checks().keys().next().unwrap();
    let pairs = [("finding", "Нет правил чата".to_owned()), ("clause", "2.3/4".to_owned())];
    run(&mut sample, &Ask::NewFinding(check), &[], &pairs);
    run(&mut sample, &Ask::Check(check), &[], &[("summary", "Повторно".to_owned())]);
    let row = sample.workspace.school().checks()[&check].as_ref().clone();
    assert_eq!((row.findings.len(), row.summary.as_str()), (2, "Повторно"));
    let mut ids = sample.ids.clone();
    let removed = within(&sample, &Query::default(), &BTreeSet::new(), |room| {
        Deed::RemoveFinding(check, 1).command(room, &mut Making { ids: &mut ids }).unwrap()
    });
    sample.run(&removed);
    assert_eq!(sample.workspace.school().checks()[&check].findings.len(), 1);
    let id = check.to_string();
    let card = shown(&sample, &Query::from([("tab", "checks"), ("check", &id)]));
    assert_eq!(rows(&card, "check-findings").len(), 1);
}

#[test]
fn a_clause_is_attested_and_its_row_says_so() {
    let mut sample = Sample::new();
    let pairs =
        [("verdict", "not-applicable".to_owned()), ("note", "нет".to_owned()), ("by", sample.orlova.to_string())];
    run(&mut sample, &Ask::Attest(clause!("1.7")), &[], &pairs);
    run(&mut sample, &Ask::Attest(clause!("1.7")), &[], &pairs[..1]);
    assert_eq!(sample.workspace.school().attestations().len(), 1);
    let query = Query::from([("state", "not-applicable"), ("section", "1")]);
    let page = within(&sample, &query, &BTreeSet::new(), compliance);
    let keys: Vec<&str> = rows(&page, "clauses").iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["1.7"]);
}

#[test]
fn every_clause_has_a_row_and_the_missing_number_is_shown() {
    let sample = Sample::new();
    let page = within(&sample, &Query::default(), &BTreeSet::new(), compliance);
    let rows = rows(&page, "clauses");
    assert_eq!(rows.len(), Regulation::bundled().clauses().count());
    let absent = rows.iter().find(|row| row.key == "2.6").unwrap();
    assert_eq!(absent.cells[2].text, "в тексте отсутствует");
}

#[test]
fn one_clause_shows_its_evidence() {
    let sample = Sample::new().with_office();
    let page = within(&sample, &Query::from([("clause", "2.1/8")]), &BTreeSet::new(), compliance);
    let evidence: Vec<&str> = rows(&page, "evidence").iter().map(|row| row.cells[1].text.as_str()).collect();
    assert_eq!(evidence, ["2026/27", "Баранов Глеб Олегович · 7А"]);
}

/// The class teacher changes on 15 September: each day has its own answer.
#[test]
fn who_was_the_class_teacher_of_7a() {
    let mut sample = Sample::new();
    let first = sample.workspace.school().homerooms().values().next().unwrap().as_ref().clone();
    let period = Period { from: Some(day(1)), to: Some(day(14)) };
    sample.save(HomeroomAssignment { period, ..first.clone() });
    let (id, teacher) = (sample.ids.fresh(), sample.vetrova);
    sample.save(HomeroomAssignment { id, teacher, period: Period::since(day(15)), ..first });
    let teacher = |on: &str| {
        let page = shown(&sample, &Query::from([("tab", "asof"), ("on", on)]));
        rows(&page, "as-of-classes").first().map(|row| row.cells[1].text.clone())
    };
    assert_eq!(teacher("2026-09-14").as_deref(), Some("Баранов Глеб Олегович"));
    assert_eq!(teacher("2026-09-15").as_deref(), Some("Ветрова Анна Ильинична"));
    assert_eq!(teacher("2026-08-01"), None);
}

#[test]
fn a_person_is_found_in_the_past() {
    let sample = Sample::new();
    let page = shown(&sample, &Query::from([("tab", "asof"), ("on", "2026-09-05"), ("q", "зуев ев")]));
    let found: Vec<&str> = rows(&page, "as-of-people").iter().map(|row| row.cells[1].text.as_str()).collect();
    assert_eq!(found, ["ученик 7А"]);
}
