//! Requests for help, letters to support and frequent questions, case by case.

use std::collections::BTreeSet;

use crate::domain::sample::{Sample, day};
use crate::domain::*;

fn ticket(sample: &mut Sample, state: TicketState) -> SupportTicket {
    SupportTicket {
        id: sample.ids.fresh(),
        topic: "Вход".into(),
        text: "Не приходит код".into(),
        from: Some(sample.zueva_mother),
        class: Some(sample.class_7a),
        opened_on: day(5),
        owner: Some(sample.baranov),
        due: Some(day(8)),
        state,
    }
}

#[track_caller]
fn check_ticket(edit: impl FnOnce(&mut SupportTicket), expected: &str) {
    let mut sample = Sample::new();
    let mut ticket = ticket(&mut sample, TicketState::Open);
    edit(&mut ticket);
    assert_eq!(sample.answer(&SaveTicket { ticket, leave: Ok(()), verb: Verb::OpenTicket }.into()), expected);
}

#[test]
fn a_request_has_an_owner_and_a_topic() {
    check_ticket(|_| {}, "ok, 1 changes");
    check_ticket(|row| row.owner = None, "refused by 2.1/15: Вход has no owner");
    check_ticket(|row| row.topic.clear(), "refused by 4.3: a required field is empty");
    check_ticket(|row| row.due = Some(day(4)), "refused by 2.1/15: the period ends before it begins");
}

#[track_caller]
fn check_step(before: TicketState, step: TicketStep, expected: &str) {
    let mut sample = Sample::new();
    let row = ticket(&mut sample, before);
    let id = row.id;
    sample.save(row);
    assert_eq!(sample.answer(&MoveTicket { id, step }.into()), expected);
}

#[test]
fn a_request_is_answered_closed_and_opened_again() {
    let wrong = "refused by 2.1/15: Вход is in another state";
    let answer = |text: &str| TicketStep::Answer { on: day(6), answer: text.into() };
    let answered = TicketState::Answered { on: day(6), answer: "Подождите минуту".into() };
    let close = || TicketStep::Close { on: day(7) };
    check_step(TicketState::Open, answer("Подождите минуту"), "ok, 1 changes");
    check_step(TicketState::Open, answer(""), "refused by 2.1/15: a required field is empty");
    check_step(TicketState::Open, close(), wrong);
    check_step(answered.clone(), close(), "ok, 1 changes");
    check_step(answered, TicketStep::Reopen, "ok, 1 changes");
    check_step(TicketState::Open, TicketStep::Reopen, wrong);
}

#[track_caller]
fn check_case(before: CaseState, step: CaseStep, expected: &str) {
    let mut sample = Sample::new();
    let row = ticket(&mut sample, TicketState::Open);
    let (tickets, id) = (BTreeSet::from([row.id]), sample.ids.fresh());
    sample.save(row);
    let case =
        VendorCase {
            id, number: String::new(), subject: "Код".into(), text: "Код".into(), tickets, state: before
        };
    sample.save(case);
    assert_eq!(sample.answer(&MoveCase { id, step }.into()), expected);
}

#[test]
fn a_letter_is_sent_answered_and_closed() {
    let wrong = "refused by 2.1/16: Код is in another state";
    let send = || CaseStep::Send { on: day(6), number: String::new() };
    let answer = |on| CaseStep::Answer { on: day(on), number: "1-44".into(), answer: "Исправлено".into() };
    let waiting = || CaseState::Sent { on: day(6) };
    check_case(CaseState::Draft, send(), "ok, 1 changes");
    check_case(CaseState::Draft, answer(7), wrong);
    check_case(waiting(), answer(7), "ok, 1 changes");
    check_case(waiting(), answer(5), "refused by 2.1/16: the period ends before it begins");
    check_case(waiting(), CaseStep::Close { on: day(9) }, "ok, 1 changes");
    check_case(waiting(), CaseStep::Reopen, "ok, 1 changes");
    check_case(waiting(), send(), wrong);
}

#[test]
fn a_letter_is_about_a_request_and_keeps_the_link() {
    let mut sample = Sample::new();
    let row = ticket(&mut sample, TicketState::Open);
    let (ticket_id, id) = (row.id, sample.ids.fresh());
    sample.save(row);
    let mut case = VendorCase {
        id,
        number: String::new(),
        subject: "Код".into(),
        text: "Код".into(),
        tickets: BTreeSet::new(),
        state: CaseState::Draft,
    };
    let about_nothing = Escalate { case: case.clone() };
    assert_eq!(sample.answer(&about_nothing.into()), "refused by 2.1/16: a letter needs a request");
    case.tickets.insert(ticket_id);
    sample.run(&Escalate { case }.into());
    assert_eq!(sample.workspace.school().cases()[&id].tickets, [ticket_id].into());
    sample.run(&Command::Remove(RecordKey::to::<SupportTicket>(ticket_id)));
    assert!(sample.workspace.school().cases()[&id].tickets.is_empty(), "the letter stays");
}

#[test]
fn a_frequent_question_has_an_answer() {
    let mut sample = Sample::new();
    let mut entry =
        FaqEntry { id: sample.ids.fresh(), topic: "Код".into(), answer: String::new(), tickets: BTreeSet::new() };
    let without = WriteFaq { entry: entry.clone() };
    assert_eq!(sample.answer(&without.into()), "refused by 2.1/15: a required field is empty");
    entry.answer = "Подождите минуту".into();
    assert_eq!(sample.answer(&WriteFaq { entry }.into()), "ok, 1 changes");
}
