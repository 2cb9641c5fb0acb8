//! Figures and reports, case by case.

use std::collections::BTreeMap;

use crate::domain::sample::{Sample, day};
use crate::domain::*;

fn report(sample: &mut Sample) -> StatReport {
    StatReport {
        id: sample.ids.fresh(),
        period: Period { from: Some(day(1)), to: Some(day(30)) },
        access: StatAccess::Available,
        figures: BTreeMap::from([("joined-staff".into(), Figure { value: 3, of: Some(4) })]),
        author: Some(sample.baranov),
        note: String::new(),
        submitted: None,
    }
}

#[track_caller]
fn check_enter(edit: impl FnOnce(&mut StatReport), expected: &str) {
    let mut sample = Sample::new();
    let mut report = report(&mut sample);
    edit(&mut report);
    assert_eq!(sample.answer(&EnterStatistics { report, leave: Ok(()) }.into()), expected);
}

#[test]
fn figures_have_days_and_honest_wholes() {
    check_enter(|_| {}, "ok, 1 changes");
    check_enter(|row| row.period.to = None, "refused by 2.1/17: a required field is empty");
    check_enter(|row| row.period.to = day(1).pred_opt(), "refused by 4.3: the period ends before it begins");
    let above = |row: &mut StatReport| {
        row.figures.insert("Звонки".into(), Figure { value: 5, of: Some(4) });
    };
    check_enter(above, "refused by 2.1/17: Звонки is more than its whole");
}

#[test]
fn the_same_days_are_reported_once() {
    let mut sample = Sample::new();
    let first = report(&mut sample);
    sample.save(first);
    let report = report(&mut sample);
    assert_eq!(
        sample.answer(&EnterStatistics { report, leave: Ok(()) }.into()),
        "refused by 2.1/17: there are figures of 01.09.2026 – 30.09.2026 already"
    );
}

#[track_caller]
fn check_submit(edit: impl FnOnce(&mut StatReport), to: fn(&Sample) -> PersonId, expected: &str) {
    let mut sample = Sample::new();
    let mut report = report(&mut sample);
    edit(&mut report);
    let id = report.id;
    sample.save(report);
    let act = SubmitReport { id, on: day(10), to: to(&sample), leave: Ok(()) };
    assert_eq!(sample.answer(&act.into()), expected);
}

#[test]
fn the_report_goes_to_the_head() {
    check_submit(|_| {}, |sample| sample.orlova, "ok, 1 changes");
    check_submit(|_| {}, |sample| sample.vetrova, "refused by 2.1/17: Ветрова Анна Ильинична is not the head");
}

#[test]
fn no_access_is_an_answer() {
    let empty = |row: &mut StatReport| row.figures.clear();
    check_submit(empty, |sample| sample.orlova, "refused by 2.1/17: the report of 01.09.2026 – 30.09.2026 is empty");
    let no_access = |row: &mut StatReport| {
        row.figures.clear();
        row.access = StatAccess::NoAccess;
    };
    check_submit(no_access, |sample| sample.orlova, "ok, 1 changes");
}

#[test]
fn what_was_submitted_stays_until_it_is_taken_back() {
    let mut sample = Sample::new();
    let mut report = report(&mut sample);
    let id = report.id;
    sample.save(report.clone());
    let to = sample.orlova;
    sample.run(&SubmitReport { id, on: day(10), to, leave: Ok(()) }.into());
    report.note = "Исправлено".into();
    let enter = || EnterStatistics { report: report.clone(), leave: Ok(()) };
    assert_eq!(
        sample.answer(&enter().into()),
        "refused by 2.1/17: the report of 01.09.2026 – 30.09.2026 was submitted"
    );
    sample.run(&WithdrawReport { id }.into());
    assert_eq!(sample.answer(&enter().into()), "ok, 1 changes");
}
