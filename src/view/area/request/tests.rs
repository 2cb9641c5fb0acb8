//! The inbox, decisions and statuses as a person works with them, case by case.

use super::{Ask, Deed};
use crate::domain::sample::day;
use crate::domain::{
    InviteRole, JoinRequestId, MemberRole, Membership, Period, PersonId, RequestState, Settings, Verification,
    VerificationState,
};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::page::{Body, Page};
use crate::view::route::Route;

fn page(stage: &Stage, query: &str) -> Page {
    stage.page(Route::Requests, query)
}

fn ids(stage: &Stage) -> Vec<JoinRequestId> {
    stage.school().requests().keys().copied().collect()
}

fn receive(stage: &mut Stage, lines: &str) -> String {
    stage.ask(Ask::Receive, &[("lines", lines)])
}

#[test]
fn requests_are_pasted_line_by_line() {
    let mut stage = Stage::new();
    assert!(matches!(page(&stage, "").sections[0].body, Body::Empty { .. }));
    let lines = "Зуева Ева; ученица; 7А\nВетрова Анна\tучитель\tУчительская\n\nЗуева Ольга; мама; 7a";
    assert_eq!(receive(&mut stage, lines), "ok");
    let found: Vec<_> = stage.school().requests().values().map(|row| (row.role, row.class)).collect();
    let s = &stage.sample;
    assert_eq!(
        found,
        [
            (InviteRole::Student, Some(s.class_7a)),
            (InviteRole::Teacher, Some(s.staff_room)),
            (InviteRole::Parent, Some(s.class_7a)),
        ]
    );
    let page = page(&stage, "");
    check_shows(&page, "найден в списках");
    check_shows(&page, "93 из 100: Зуева Ева Марковна");
    check_shows(&page, "2.7/1");
}

#[test]
fn a_line_that_is_not_understood_stops_all() {
    let mut stage = Stage::new();
    let lines = "Зуева Ева; 7А\nНекто; 12Я";
    let form = stage.form(Ask::Receive, &[("lines", lines)]);
    check_shows(&form.preview, "непонятно: 12Я");
    assert!(form.refused.is_some());
    assert_eq!(receive(&mut stage, lines), "lines: Class");
    assert!(ids(&stage).is_empty());
}

#[test]
fn a_student_of_the_lists_is_let_in_and_becomes_a_member() {
    let mut stage = Stage::new();
    receive(&mut stage, "Зуева Ева; ученик; 7А");
    let id = ids(&stage)[0];
    let form = stage.form(Ask::Approve(id), &[]);
    assert_eq!(form.refused, None);
    assert_eq!(stage.ask(Ask::Approve(id), &[]), "ok");
    assert_eq!(stage.school().memberships().len(), 1);
    check_shows(&page(&stage, "tab=journal"), "принята");
    stage.undo();
    assert_eq!(stage.school().memberships().len(), 0);
    assert_eq!(stage.act(Deed::Withdraw(id)), "ok");
    assert!(matches!(stage.school().requests()[&id].state, RequestState::Withdrawn { .. }));
}

#[test]
fn a_parent_is_answered_with_the_clause_of_parents() {
    let mut stage = Stage::new();
    receive(&mut stage, "Зуева Ольга; родитель; 7А");
    let id = ids(&stage)[0];
    let mother = stage.sample.zueva_mother.to_string();
    let refused = stage.ask(Ask::Approve(id), &[("person", mother.as_str())]);
    assert!(refused.contains("2.7/1"), "{refused}");
    let form = stage.form(Ask::Decline(Some(id)), &[]);
    check_shows(&form.preview, "Баранов Глеб Олегович");
    assert_eq!(stage.ask(Ask::Decline(Some(id)), &[]), "ok");
    check_shows(&page(&stage, "tab=journal"), "Родители вступают в чаты");
}

#[test]
fn more_is_asked_and_waiting_is_counted() {
    let mut stage = Stage::new();
    stage.sample.save(Settings { request_days: 3, ..Settings::default() });
    stage.ask(Ask::Receive, &[("lines", "Волков Лев; 7А"), ("day", "2026-09-05")]);
    check_shows(&page(&stage, ""), "ждёт 5 дней, срок прошёл");
    check_shows(&page(&stage, ""), "нет в списках");
    let id = ids(&stage)[0];
    assert_eq!(stage.ask(Ask::Question(id), &[]), "ok");
    check_shows(&page(&stage, ""), "спросили");
    assert_eq!(stage.ask(Ask::Edit(id), &[("name", "Зуева Ева")]), "ok");
    check_shows(&page(&stage, ""), "найден в списках");
}

fn status(stage: &Stage, person: PersonId) -> Option<VerificationState> {
    stage.school().verifications().values().find(|row| row.person == person).map(|row| row.state.clone())
}

#[test]
fn everybody_who_needs_a_status_begins_at_once() {
    let mut stage = Stage::new();
    check_shows(&page(&stage, "tab=status"), "Начать для 3 человек");
    assert_eq!(stage.act(Deed::RequireAll), "ok");
    assert_eq!(stage.school().verifications().len(), 3);
    assert_eq!(status(&stage, stage.sample.lugova), None);
    check_hides(&page(&stage, "tab=status"), "Начать для");
    stage.undo();
    assert!(stage.school().verifications().is_empty());
}

#[test]
fn statuses_are_sent_and_confirmed_in_bulk_but_never_ones_own() {
    let mut stage = Stage::new();
    let (room, people) = (stage.sample.staff_room, [stage.sample.baranov, stage.sample.vetrova]);
    for person in people {
        let id = stage.sample.ids.fresh();
        let (role, period) = (MemberRole::Teacher, Period::since(day(2)));
        stage.sample.save(Membership { id, person, class: room, role, period });
    }
    stage.act(Deed::RequireAll);
    stage.chosen = people.iter().map(ToString::to_string).collect();
    assert_eq!(stage.ask(Ask::Submit(None), &[]), "ok");
    // Both at once by the administrator: one is the own status, so none is confirmed.
    let own = stage.sample.baranov.to_string();
    let refused = stage.ask(Ask::Confirm(None), &[("by", own.as_str())]);
    assert!(refused.contains("2.1/10"), "{refused}");
    stage.chosen.clear();
    assert_eq!(stage.ask(Ask::Confirm(Some(stage.sample.vetrova)), &[]), "ok");
    // The administrator's own status is offered to the head.
    let form = stage.form(Ask::Confirm(Some(stage.sample.baranov)), &[]);
    assert_eq!(form.refused, None);
    assert_eq!(form.fields[0].value, stage.sample.orlova.to_string());
    assert_eq!(stage.ask(Ask::Confirm(Some(stage.sample.baranov)), &[]), "ok");
    check_shows(&page(&stage, "tab=register"), "Ветрова Анна Ильинична");
    assert!(matches!(status(&stage, people[0]), Some(VerificationState::Confirmed { .. })));
}

#[test]
fn a_status_is_sent_back_and_begins_again() {
    let mut stage = Stage::new();
    let (id, person) = (stage.sample.ids.fresh(), stage.sample.vetrova);
    stage.sample.save(Verification { id, person, state: VerificationState::Submitted { on: day(5) } });
    assert_eq!(stage.ask(Ask::Reject(person), &[]), "reason: Empty");
    assert_eq!(stage.ask(Ask::Reject(person), &[("reason", "другое отчество")]), "ok");
    check_shows(&page(&stage, "tab=status"), "другое отчество");
    assert_eq!(stage.act(Deed::Require(person)), "ok");
    assert!(matches!(status(&stage, person), Some(VerificationState::Required { .. })));
}
