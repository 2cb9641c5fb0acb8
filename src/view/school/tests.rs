//! The forms and lists of the page of the school.

use chrono::NaiveDate;
use expect_test::{Expect, expect};

use super::*;
use crate::domain::sample::{Sample, day};
use crate::domain::{LocalActKind, Settings};
use crate::plan::Index;
use crate::view::fault::Fault;

#[track_caller]
fn check_faults<T: std::fmt::Debug>(read: Result<T, Vec<Fault>>, expected: &[&str]) {
    let found: Vec<&str> = read.err().unwrap_or_default().iter().map(|fault| fault.field).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_organisation_has_names_and_right_contacts() {
    let right = OrganisationForm {
        full_name: " Гимназия  № 44 ".into(),
        short_name: "Гимназия № 44".into(),
        tax_number: "6900000000".into(),
        site: "school.example.org".into(),
        phone: "8 000 123-45-67".into(),
        email: "school@example.org".into(),
        ..OrganisationForm::default()
    };
    let read = right.read().unwrap();
    assert_eq!(read.full_name, "Гимназия № 44");
    assert_eq!(OrganisationForm::from(read.clone()).phone, "+7 (000) 123-45-67");
    assert_eq!(OrganisationForm::from(read.clone()).read().unwrap(), read);
    check_faults(OrganisationForm::default().read(), &["organisation-full-name", "organisation-short-name"]);
    check_faults(
        OrganisationForm {
            tax_number: "69000".into(),
            site: "school".into(),
            planner: "planner".into(),
            phone: "12".into(),
            email: "x".into(),
            ..right
        }
        .read(),
        &[
            "organisation-tax-number",
            "organisation-site",
            "organisation-planner",
            "organisation-phone",
            "organisation-email",
        ],
    );
}

#[test]
fn thresholds_are_days_of_a_year() {
    let form = SettingsForm::from(Settings::default());
    assert_eq!(form.read().unwrap(), Settings::default());
    check_faults(
        SettingsForm { unclaimed_days: String::new(), request_days: "400".into(), ..form }.read(),
        &["settings-unclaimed-days", "settings-request-days"],
    );
}

#[track_caller]
fn check_suggestion(has_years: bool, today: (i32, u32, u32), expected: (&str, &str)) {
    let sample = Sample::new();
    let empty = crate::domain::School::default();
    let school = if has_years { sample.workspace.school() } else { &empty };
    let form = suggested_year(school, NaiveDate::from_ymd_opt(today.0, today.1, today.2).unwrap());
    assert_eq!((form.from.as_str(), form.to.as_str()), expected);
}

#[test]
fn the_next_year_is_suggested() {
    check_suggestion(false, (2026, 11, 23), ("2026-09-01", "2027-05-31"));
    check_suggestion(false, (2027, 2, 1), ("2026-09-01", "2027-05-31"));
    check_suggestion(false, (2027, 6, 1), ("2027-09-01", "2028-05-31"));
    check_suggestion(true, (2026, 11, 23), ("2027-09-01", "2028-05-31"));
}

#[test]
fn a_year_has_both_days_in_order() {
    let sample = Sample::new();
    let form = |from: &str, to: &str| YearForm { from: from.into(), to: to.into() }.read(sample.year);
    check_faults(form("", "2027-05-31"), &["year-from"]);
    check_faults(form("2027-05-31", "2026-09-01"), &["year-to"]);
    assert_eq!(form("2026-09-01", "2027-05-31").unwrap().label(), "2026/27");
}

#[test]
fn years_count_their_classes() {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let rows = year_rows(school, &Index::of(school, day(10)));
    let found: Vec<_> = rows.iter().map(|row| (row.label.as_str(), row.classes, row.is_current)).collect();
    assert_eq!(found, [("2026/27", 2, true)]);
}

#[track_caller]
fn check_signers(kind: LocalActKind, expected: &Expect) {
    let sample = Sample::new();
    let found: Vec<String> = signers(sample.workspace.school(), kind, day(10))
        .into_iter()
        .map(|s| format!("{} ({})", s.name, s.post))
        .collect();
    expected.assert_eq(&found.join("; "));
}

#[test]
fn an_order_is_signed_by_the_head() {
    check_signers(LocalActKind::Order, &expect!["Орлова Нина Андреевна (Директор)"]);
    check_signers(
        LocalActKind::Protocol,
        &expect![
            "Орлова Нина Андреевна (Директор); Ветрова Анна Ильинична (Заместитель директора); Баранов Глеб Олегович (Учитель математики); Лугова Вера Петровна (Секретарь)"
        ],
    );
}

#[test]
fn acts_tell_who_signed_and_what_rests_on_them() {
    let sample = Sample::new();
    let rows = act_rows(sample.workspace.school());
    let found: Vec<_> = rows.iter().map(|row| (row.number.as_str(), row.signer.is_some(), row.used)).collect();
    assert_eq!(found, [("102", true, 0)]);
    let act = sample.workspace.school().acts().get(&sample.order).unwrap();
    assert_eq!(&ActForm::of(act).read(act.id).unwrap(), act.as_ref());
    check_faults(
        ActForm { date: String::new(), ..ActForm::new(day(10)) }.read(act.id),
        &["act-number", "act-date", "act-title"],
    );
}
