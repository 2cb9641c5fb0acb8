//! The help desk, as a person works on it.

use super::{Ask, Deed};
use crate::domain::{CaseState, PlatformProfile, SupportTicketId, TicketState, VendorCaseId};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::page::{Body, Does};
use crate::view::route::Route;

/// Writes a request down; the administrator answers it.
fn ticket(stage: &mut Stage, topic: &str) -> SupportTicketId {
    let from = stage.sample.zueva_mother.to_string();
    let fields = [("topic", topic), ("text", "Не приходит код"), ("from", &*from)];
    assert_eq!(stage.ask(Ask::Ticket(None), &fields), "ok");
    *stage.school().tickets().keys().last().unwrap()
}

fn case(stage: &Stage) -> VendorCaseId {
    *stage.school().cases().keys().next().unwrap()
}

#[test]
fn a_request_gets_an_owner_and_a_due_day() {
    let mut stage = Stage::new();
    check_shows(&stage.page(Route::Support, ""), "Обращений ещё нет");
    let id = ticket(&mut stage, "Вход");
    let row = stage.school().tickets()[&id].clone();
    assert_eq!(row.owner, Some(stage.sample.baranov));
    assert_eq!(row.due, "2026-09-13".parse().ok(), "three days, by the school's setting");
}

#[test]
fn who_may_not_help_is_refused() {
    let mut stage = Stage::new();
    let owner = stage.sample.lugova.to_string();
    let why = "Лугова Вера Петровна: ни один пункт не даёт права «Помогать участникам»";
    check_shows(&stage.form(Ask::Ticket(None), &[("owner", &owner)]).refused, why);
    check_shows(&stage.ask(Ask::Ticket(None), &[("topic", "Вход"), ("owner", &owner)]), why);
    assert_eq!(
        stage.ask(Ask::Ticket(None), &[("owner", ""), ("due", "2026-09-01")]),
        "topic: Empty, owner: Choice, due: Backwards"
    );
}

#[test]
fn what_is_late_stands_out() {
    let mut stage = Stage::new();
    let id = ticket(&mut stage, "Вход");
    check_hides(&stage.page(Route::Support, "state=late").sections.last(), "Не приходит код");
    assert_eq!(stage.ask(Ask::Ticket(Some(id)), &[("opened", "2026-09-01"), ("due", "2026-09-04")]), "ok");
    check_shows(&stage.page(Route::Support, "state=late").sections.last(), "Не приходит код");
}

#[test]
fn a_request_is_answered_closed_and_opened_again() {
    let mut stage = Stage::new();
    let id = ticket(&mut stage, "Вход");
    assert_eq!(stage.ask(Ask::Answer(id), &[("answer", "")]), "answer: Empty");
    assert_eq!(stage.ask(Ask::Answer(id), &[("answer", "Подождите минуту")]), "ok");
    check_shows(&stage.page(Route::Support, ""), "есть ответ 10.09.2026");
    assert_eq!(stage.act(Deed::Close(id)), "ok");
    check_hides(&stage.page(Route::Support, "").sections.last(), "Не приходит код");
    check_shows(&stage.page(Route::Support, "state=closed").sections.last(), "Не приходит код");
    assert_eq!(stage.act(Deed::Reopen(id)), "ok");
    assert_eq!(stage.school().tickets()[&id].state, TicketState::Open);
    stage.undo();
    assert!(matches!(stage.school().tickets()[&id].state, TicketState::Closed { .. }));
}

#[test]
fn chosen_requests_make_a_letter_that_keeps_the_links() {
    let mut stage = Stage::new();
    stage.sample.save(PlatformProfile::sferum());
    let ids = [ticket(&mut stage, "Вход"), ticket(&mut stage, "Звук")];
    stage.chosen = ids.iter().map(ToString::to_string).collect();
    let form = stage.form(Ask::Escalate(None), &[]);
    let letter = form.fields.iter().find(|field| field.id == "text").unwrap().value.clone();
    assert!(letter.contains("1. Вход (10.09.2026)") && letter.contains("2. Звук (10.09.2026)"), "{letter}");
    assert!(!letter.contains("Зуева"), "no names leave the school");
    assert_eq!(stage.ask(Ask::Escalate(None), &[]), "ok");
    assert_eq!(stage.school().cases()[&case(&stage)].tickets, ids.into());
    let page = stage.page(Route::Support, "tab=cases");
    check_shows(&page, "Обращения: Вход; Звук");
    let Body::Cards(cards) = &page.sections[0].body else { panic!("no cards") };
    let mail = cards[0].acts.iter().find(|act| act.id == "case-mail").unwrap();
    let Does::Mail(address) = &mail.does else { panic!("no mail") };
    assert!(address.starts_with("mailto:info@sferum.ru?subject=") && mail.refused.is_none());
    check_shows(&stage.page(Route::Support, ""), "Передано поставщику: Вход.");
}

#[test]
fn without_an_address_there_is_no_mail_but_a_letter() {
    let mut stage = Stage::new();
    let id = ticket(&mut stage, "Вход");
    check_shows(&stage.form(Ask::Escalate(Some(id)), &[]).preview, "Почта поддержки платформы не указана");
    assert_eq!(stage.ask(Ask::Escalate(Some(id)), &[]), "ok");
    check_shows(&stage.page(Route::Support, "tab=cases"), "Почта поддержки платформы не указана");
    assert_eq!(
        stage.ask(Ask::Escalate(Some(id)), &[("tickets", "")]),
        "Письмо поставщику связано с обращением: отметьте хотя бы одно. Пункт 2.1/16."
    );
}

#[test]
fn the_answer_of_support_is_at_hand() {
    let mut stage = Stage::new();
    let id = ticket(&mut stage, "Вход");
    assert_eq!(stage.ask(Ask::Escalate(Some(id)), &[]), "ok");
    let case = case(&stage);
    assert_eq!(stage.ask(Ask::Send(case), &[]), "ok");
    assert_eq!(stage.ask(Ask::CaseAnswer(case), &[("number", "1-44"), ("answer", "Исправлено")]), "ok");
    check_shows(&stage.page(Route::Support, "tab=cases"), "Номер у поставщика: 1-44");
    // Sent as it begins, with what support wrote.
    assert_eq!(stage.ask(Ask::Answer(id), &[]), "ok");
    let TicketState::Answered { answer, .. } = &stage.school().tickets()[&id].state else { panic!("not answered") };
    assert_eq!(answer, "Исправлено");
    assert_eq!(stage.act(Deed::CloseCase(case)), "ok");
    assert_eq!(stage.act(Deed::ReopenCase(case)), "ok");
    assert_eq!(stage.school().cases()[&case].state, CaseState::Draft);
}

#[test]
fn a_topic_that_comes_again_is_written_down_once() {
    let mut stage = Stage::new();
    for topic in ["Вход", "вход", "ВХОД"] {
        ticket(&mut stage, topic);
    }
    let id = *stage.school().tickets().keys().next().unwrap();
    assert_eq!(stage.ask(Ask::Answer(id), &[("answer", "Подождите минуту")]), "ok");
    check_shows(&stage.page(Route::Support, ""), "Повторяющиеся вопросы");
    assert_eq!(stage.ask(Ask::Faq(None, Some(id)), &[]), "ok");
    check_hides(&stage.page(Route::Support, ""), "Повторяющиеся вопросы");
    let page = stage.page(Route::Support, "tab=faq");
    check_shows(&page, "Подождите минуту");
    check_shows(&page, "3 обращения");
    check_hides(&stage.page(Route::Support, "tab=faq&q=звук").sections, "Подождите минуту");
    check_shows(&stage.page(Route::Support, "tab=faq&q=МИНУТУ").sections, "Подождите минуту");
    check_shows(&stage.form(Ask::Ticket(None), &[("topic", "вход")]).preview, "Подождите минуту");
}

#[test]
fn where_to_turn() {
    let mut stage = Stage::new();
    check_shows(&stage.page(Route::Support, "tab=links"), "не указано");
    stage.sample.save(PlatformProfile::sferum());
    let page = stage.page(Route::Support, "tab=links");
    check_shows(&page, "mailto:info@sferum.ru");
    check_shows(&page, "https://prof-sferum.ru");
}
