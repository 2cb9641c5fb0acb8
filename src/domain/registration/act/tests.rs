//! The steps of the application, case by case.

use super::{AnswerApplication, RegisterAdministrator, SendApplication};
use crate::domain::sample::{Sample, day};
use crate::domain::*;

/// The sample with a complete application that was not sent.
fn sample(edit: impl FnOnce(&mut RegistrationApplication)) -> (Sample, RegistrationApplicationId) {
    let mut s = Sample::new();
    let id = s.ids.fresh();
    let mut row = RegistrationApplication {
        id,
        person: Some(s.baranov),
        name: "Баранов Глеб Олегович".into(),
        email: "baranov@example.org".parse().ok(),
        phone: "+7 (000) 000-00-44".parse().ok(),
        order: Some(s.order),
        state: ApplicationState::Draft,
        registered: None,
        note: String::new(),
    };
    edit(&mut row);
    s.save(row);
    (s, id)
}

#[track_caller]
fn check_send(edit: impl FnOnce(&mut RegistrationApplication), expected: &str) {
    let (s, id) = sample(edit);
    assert_eq!(s.answer(&SendApplication { id, on: day(3) }.into()), expected);
}

#[test]
fn it_is_sent_when_it_is_complete() {
    let incomplete = "refused by 2.1/1: the application is not complete";
    check_send(|_| (), "ok, 1 changes");
    check_send(|row| row.name = " ".into(), incomplete);
    check_send(|row| row.email = None, incomplete);
    check_send(|row| row.phone = None, incomplete);
    check_send(|row| row.order = None, incomplete);
    check_send(
        |row| row.state = ApplicationState::Sent { on: day(2) },
        "refused by 2.1/1: the application was sent already",
    );
}

#[track_caller]
fn check(state: ApplicationState, command: impl FnOnce(RegistrationApplicationId) -> Command, expected: &str) {
    let (s, id) = sample(|row| row.state = state);
    assert_eq!(s.answer(&command(id)), expected);
}

#[test]
fn an_answer_follows_the_sending() {
    let answer = |on| move |id| AnswerApplication { id, on: day(on) }.into();
    check(ApplicationState::Sent { on: day(3) }, answer(5), "ok, 1 changes");
    check(
        ApplicationState::Sent { on: day(3) },
        answer(2),
        "refused by 2.1/1: the day 2026-09-02 lies outside the term",
    );
    check(ApplicationState::Draft, answer(5), "refused by 2.1/1: the application was not sent");
}

#[test]
fn another_phone_is_written_down_all_the_same() {
    let register = |phone: &str| {
        let phone = phone.parse().unwrap();
        move |id| RegisterAdministrator { id, on: day(6), phone }.into()
    };
    let sent = ApplicationState::Sent { on: day(3) };
    check(sent, register("+7 (000) 000-00-44"), "ok, 1 changes");
    check(sent, register("8 000 000 00 45"), "ok, 1 changes");
    check(ApplicationState::Draft, register("+7 (000) 000-00-44"), "refused by 2.1/1: the application was not sent");
    let (mut s, id) = sample(|row| row.state = sent);
    s.run(&RegisterAdministrator { id, on: day(6), phone: "8 000 000 00 45".parse().unwrap() }.into());
    assert!(!s.workspace.school().applications()[&id].is_same_phone());
}
