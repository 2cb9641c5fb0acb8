//! The steps of the registration as a person takes them, case by case.

use super::{Ask, Deed, OrderKind};
use crate::domain::sample::Sample;
use crate::domain::{PlatformProfile, RegistrationApplicationId};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::page::{Body, Does, Page, StepState};
use crate::view::route::Route;

fn page(stage: &Stage) -> Page {
    stage.page(Route::Registration, "")
}

/// The states of the eight steps, each as a letter.
fn states(stage: &Stage) -> String {
    let page = page(stage);
    let steps = page.sections.iter().find_map(|section| match &section.body {
        Body::Checklist(steps) => Some(steps),
        _ => None,
    });
    steps
        .unwrap()
        .iter()
        .map(|step| match step.state {
            StepState::Done => 'x',
            StepState::Current => '>',
            StepState::Open => 'o',
            StepState::Blocked => '-',
        })
        .collect()
}

fn only(stage: &Stage) -> RegistrationApplicationId {
    *stage.school().applications().keys().next().unwrap()
}

const CONTACTS: [(&str, &str); 2] = [("email", "baranov@example.org"), ("phone", "8 (000) 000 00 44")];

#[test]
fn steps_follow_the_records() {
    let mut stage = Stage { sample: Sample::new(), ..Stage::new() };
    // The staff room is there; the order on use comes first.
    assert_eq!(states(&stage), ">oo---ox");
    assert_eq!(stage.ask(Ask::Order(OrderKind::Use), &[("number", "101")]), "ok");
    assert_eq!(states(&stage), "x>o---ox");
    assert!(stage.form(Ask::Application(None), &[]).refused.is_some(), "nobody is appointed");
    let mut stage = Stage::new();
    assert_eq!(stage.ask(Ask::Application(None), &[]), "ok");
    assert_eq!(states(&stage), ">xo---ox");
    let id = only(&stage);
    assert_eq!(stage.ask(Ask::Application(Some(id)), &CONTACTS), "ok");
    assert_eq!(states(&stage), ">xxo--ox");
}

#[test]
fn an_incomplete_application_is_kept_and_not_sent() {
    let mut stage = Stage::new();
    assert_eq!(stage.ask(Ask::Application(None), &[("phone", "12")]), "phone: Phone");
    assert_eq!(stage.ask(Ask::Application(None), &[]), "ok");
    let id = only(&stage);
    let refused = stage.ask(Ask::Send(id), &[]);
    assert!(refused.contains("2.1/1"), "{refused}");
    check_shows(&stage.form(Ask::Send(id), &[]).refused, "мобильный телефон");
}

#[test]
fn the_letter_is_copied_or_written_to_the_platform() {
    let mut stage = Stage::new();
    stage.sample.save(PlatformProfile::sferum());
    stage.ask(Ask::Application(None), &CONTACTS);
    let page = page(&stage);
    let section = page.sections.iter().find(|section| section.id == "application").unwrap();
    check_shows(&section.body, "Мобильный телефон: +7 (000) 000-00-44");
    check_shows(&section.body, "№ 102");
    let mail = section.acts.iter().find(|act| act.id == "mail-letter").unwrap();
    let Does::Mail(address) = &mail.does else { panic!("{mail:?}") };
    assert!(address.starts_with("mailto:info@sferum.ru?subject=%D0%97"), "{address}");
    assert!(address.contains("%0D%0A") && !address.contains(' '), "{address}");
}

#[test]
fn sent_answered_registered() {
    let mut stage = Stage::new();
    stage.ask(Ask::Application(None), &CONTACTS);
    let id = only(&stage);
    assert_eq!(stage.ask(Ask::Send(id), &[("day", "2026-09-03")]), "ok");
    assert_eq!(stage.ask(Ask::Answer(id), &[("day", "2026-09-05")]), "ok");
    // The phone of the application stands in the form; a new application takes nothing from it.
    assert_eq!(stage.ask(Ask::Register(id), &[]), "ok");
    assert_eq!(states(&stage), ">xxxxxox");
    check_hides(&page(&stage), "права администратора не появятся");
    stage.undo();
    assert_eq!(states(&stage), ">xxxxoox");
}

#[test]
fn another_phone_is_taken_and_told() {
    let mut stage = Stage::new();
    stage.ask(Ask::Application(None), &CONTACTS);
    let id = only(&stage);
    stage.ask(Ask::Send(id), &[]);
    let typed = [("phone", "+7 (000) 000-00-45")];
    check_shows(&stage.form(Ask::Register(id), &typed).preview, "права администратора не появятся");
    assert_eq!(stage.ask(Ask::Register(id), &typed), "ok");
    check_shows(&page(&stage), "права администратора не появятся");
    assert_eq!(states(&stage), ">xxxooox");
}

#[test]
fn there_is_one_staff_room() {
    let mut stage = Stage::new();
    let refused = stage.act(Deed::StaffRoom);
    assert!(refused.contains("2.1/4"), "{refused}");
}
