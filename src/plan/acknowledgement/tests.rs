//! Sheets, consents and activists, case by case.

use std::collections::{BTreeMap, BTreeSet};

use super::{audience, confirmed, renewed};
use crate::domain::sample::{Sample, day};
use crate::domain::*;
use crate::plan::Index;

fn sheet(sample: &mut Sample, subject: SheetSubject, people: &[PersonId]) -> AcknowledgementSheet {
    AcknowledgementSheet {
        id: sample.ids.fresh(),
        subject,
        class: Some(sample.class_7a),
        audience: SheetAudience::Students,
        opened_on: day(4),
        people: people.iter().map(|id| (*id, None)).collect(),
    }
}

#[track_caller]
fn check(make: impl FnOnce(&mut Sample) -> Command, expected: &str) {
    let mut sample = Sample::new();
    let command = make(&mut sample);
    assert_eq!(sample.answer(&command), expected);
}

fn opened(sample: &mut Sample) -> AcknowledgementSheetId {
    let people = [sample.zueva];
    let sheet = sheet(sample, SheetSubject::Security, &people);
    let id = sheet.id;
    sample.run(&OpenSheets { sheets: vec![sheet] }.into());
    id
}

fn mark(sample: &mut Sample, who: PersonId, on: Option<u32>) -> Command {
    let sheet = opened(sample);
    Acknowledge { sheet, people: BTreeSet::from([who]), on: on.map(day) }.into()
}

#[test]
fn a_class_has_one_sheet_for_a_paper() {
    check(
        |s| {
            opened(s);
            let people = [s.zueva];
            OpenSheets { sheets: vec![sheet(s, SheetSubject::Security, &people)] }.into()
        },
        "refused by 2.5/4: 7А has that sheet already",
    );
    check(
        |s| {
            opened(s);
            let people = [s.zueva];
            OpenSheets { sheets: vec![sheet(s, SheetSubject::ChatRules, &people)] }.into()
        },
        "ok, 1 changes",
    );
}

#[test]
fn a_sheet_has_people() {
    check(
        |s| OpenSheets { sheets: vec![sheet(s, SheetSubject::Security, &[])] }.into(),
        "refused by 2.5/4: nobody was chosen",
    );
    check(|_| OpenSheets { sheets: Vec::new() }.into(), "refused by 2.5/4: nobody was chosen");
}

#[test]
fn only_who_is_on_the_sheet_confirms_and_never_ahead() {
    check(|s| mark(s, s.zueva, Some(9)), "ok, 1 changes");
    check(|s| mark(s, s.zueva, Some(11)), "refused by 2.5/4: the day 2026-09-11 lies outside the term");
    check(|s| mark(s, s.zueva, Some(3)), "refused by 2.5/4: the day 2026-09-03 lies outside the term");
    check(|s| mark(s, s.zueva_mother, Some(9)), "refused by 2.5/4: Зуева Ольга Петровна is not on the sheet");
}

#[test]
fn who_is_off_the_platform_is_counted_apart() {
    let mut sample = Sample::new();
    let id = opened(&mut sample);
    let people = BTreeSet::from([sample.zueva]);
    let count = |sample: &Sample| {
        let school = sample.workspace.school();
        let index = Index::of(school, day(10));
        let count = confirmed(school, &index, &school.sheets()[&id]);
        (count.done, count.of, count.apart)
    };
    assert_eq!(count(&sample), (0, 1, 0));
    let off = Some(Participation::OffPlatform);
    sample.run(&SetConsent { people: people.clone(), consent: None, participation: off, other_way: None }.into());
    assert_eq!(count(&sample), (0, 0, 1));
    sample.run(&Acknowledge { sheet: id, people, on: Some(day(9)) }.into());
    assert_eq!(count(&sample), (1, 1, 0));
}

#[test]
fn a_sheet_is_brought_up_to_date_and_keeps_who_confirmed() {
    let mut sample = Sample::new();
    let people = [sample.zueva, sample.zueva_mother];
    let mut sheet = sheet(&mut sample, SheetSubject::Security, &people);
    sheet.people = BTreeMap::from([(sample.lugova, Some(day(5))), (sample.zueva_mother, None)]);
    let school = sample.workspace.school();
    let renewed = renewed(school, &Index::of(school, day(10)), &sheet);
    assert_eq!(renewed.people, BTreeMap::from([(sample.lugova, Some(day(5))), (sample.zueva, None)]));
}

#[test]
fn audiences_of_the_sample() {
    let sample = Sample::new();
    let index = Index::of(sample.workspace.school(), day(10));
    let people = |kind, class| audience(&index, kind, class).len();
    assert_eq!(people(SheetAudience::Students, Some(sample.class_7a)), 1);
    assert_eq!(people(SheetAudience::Parents, Some(sample.class_7a)), 1);
    assert_eq!(people(SheetAudience::Students, Some(sample.class_7b)), 0);
    assert_eq!(people(SheetAudience::Staff, None), 4);
}

fn consent(sample: &Sample, state: ConsentState, on: Option<u32>) -> Command {
    let consent = Consent { state, on: on.map(day), paper: "папка 3".into() };
    let people = BTreeSet::from([sample.zueva_mother]);
    SetConsent { people, consent: Some(consent), participation: None, other_way: Some("звонок".into()) }.into()
}

#[test]
fn an_answer_has_its_day_and_what_was_not_given_is_not_withdrawn() {
    check(|s| consent(s, ConsentState::Given, Some(9)), "ok, 1 changes");
    check(|s| consent(s, ConsentState::Given, None), "refused by 4.3: an answer has its day");
    check(|s| consent(s, ConsentState::Refused, Some(11)), "refused by 4.3: the day 2026-09-11 lies outside the term");
    check(|s| consent(s, ConsentState::Withdrawn, Some(9)), "refused by 4.3: Зуева Ольга Петровна never gave consent");
    check(
        |s| {
            s.run(&consent(s, ConsentState::Given, Some(8)));
            consent(s, ConsentState::Withdrawn, Some(9))
        },
        "ok, 1 changes",
    );
    check(
        |_| SetConsent { people: BTreeSet::new(), consent: None, participation: None, other_way: None }.into(),
        "refused by 4.3: nobody was chosen",
    );
}

fn group(sample: &mut Sample, kind: ActiveGroupKind, class: ClassId, member: PersonId) -> Command {
    let id = sample.ids.fresh();
    Command::Save(ActiveGroup { id, kind, class: Some(class), members: BTreeSet::from([member]) }.into())
}

#[test]
fn activists_are_of_their_class() {
    use ActiveGroupKind::{Parents, Students};
    check(|s| group(s, Parents, s.class_7a, s.zueva_mother), "ok, 1 changes");
    check(|s| group(s, Students, s.class_7a, s.zueva), "ok, 1 changes");
    check(|s| group(s, Parents, s.class_7a, s.zueva), "refused by 2.2/6c: Зуева Ева Марковна is not of 7А");
    check(|s| group(s, Students, s.class_7b, s.zueva), "refused by 2.2/6d: Зуева Ева Марковна is not of 7Б");
    check(
        |s| {
            let first = group(s, Parents, s.class_7a, s.zueva_mother);
            s.run(&first);
            group(s, Parents, s.class_7a, s.zueva_mother)
        },
        "refused by 2.2/6c: 7А has such a group already",
    );
}
