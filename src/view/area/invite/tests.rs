//! The pages and forms of invites, case by case.

use super::{Ask, Deed};
use crate::domain::{Invite, InviteId, InviteRole, InviteState, InviteTarget, Settings};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::page::{Body, Page};
use crate::view::route::Route;

fn page(stage: &Stage, query: &str) -> Page {
    stage.page(Route::Invites, query)
}

fn to_class(stage: &Stage) -> Ask {
    Ask::Issue(Some((InviteTarget::Class(stage.sample.class_7a), InviteRole::Student)))
}

fn to_staff_room(stage: &Stage) -> Ask {
    Ask::Issue(Some((InviteTarget::Class(stage.sample.staff_room), InviteRole::Teacher)))
}

fn invites(stage: &Stage) -> Vec<Invite> {
    stage.school().invites().values().map(|invite| invite.as_ref().clone()).collect()
}

fn only(stage: &Stage) -> InviteId {
    let invites = invites(stage);
    let [invite] = invites.as_slice() else { panic!("{invites:?}") };
    invite.id
}

#[test]
fn an_empty_school_is_told_what_to_do() {
    let stage = Stage::new();
    let page = page(&stage, "");
    assert!(matches!(page.sections[0].body, Body::Empty { .. }));
    check_shows(&page, "Родителей приглашают только в чаты");
    check_shows(&self::page(&stage, "tab=waiting"), "Выдать недостающие");
    check_shows(&self::page(&stage, "tab=sweep"), "Невостребованных ссылок нет");
    check_shows(&self::page(&stage, "tab=handouts"), "Нет открытых приглашений со ссылкой");
}

#[test]
fn the_wizard_knows_whom_a_place_awaits() {
    let stage = Stage::new();
    let form = stage.form(to_staff_room(&stage), &[]);
    assert_eq!(form.submit, "Выдать 3 приглашения");
    check_shows(&form.preview, "Ветрова Анна Ильинична");
    check_hides(&form.preview, "Лугова");
    assert_eq!(form.refused, None);
    // 2.7/1: the role of parents is not offered for a class.
    check_hides(&stage.form(to_class(&stage), &[]).fields, "родитель");
}

#[test]
fn without_an_administrator_nobody_can_invite() {
    let mut stage = Stage::new();
    stage.sample = crate::domain::sample::Sample::new();
    let refused = stage.form(to_class(&stage), &[]).refused.unwrap();
    assert!(refused.contains("2.1/6"), "{refused}");
}

#[test]
fn from_a_draft_to_a_member() {
    let mut stage = Stage::new();
    let ask = to_class(&stage);
    assert_eq!(stage.ask(ask, &[]), "ok");
    let id = only(&stage);
    check_shows(&page(&stage, ""), "Внести ссылку");
    assert_eq!(stage.ask(Ask::Links(Some(id)), &[("links", "не ссылка")]), "links: Link");
    assert_eq!(stage.ask(Ask::Links(Some(id)), &[("links", "https://example.org/1")]), "ok");
    check_shows(&page(&stage, "tab=handouts"), "Листков");
    let place = format!("tab=handouts&place=class:{}", stage.sample.class_7a);
    check_shows(&page(&stage, &place), "Зуева Ева Марковна");
    assert_eq!(stage.ask(Ask::Hand(Some(id)), &[("via", "paper")]), "ok");
    check_shows(&page(&stage, "tab=list&state=sent"), "на бумаге");
    assert_eq!(stage.ask(Ask::Join(Some(id)), &[]), "ok");
    assert_eq!(stage.school().memberships().len(), 1);
    assert!(matches!(invites(&stage)[0].state, InviteState::Closed { .. }));
    stage.undo();
    assert_eq!(stage.school().memberships().len(), 0);
}

#[test]
fn a_list_of_links_goes_by_name_or_in_order() {
    let mut stage = Stage::new();
    let ask = to_staff_room(&stage);
    assert_eq!(stage.ask(ask, &[]), "ok");
    let wrong = stage.form(Ask::Links(None), &[("links", "https://example.org/1\nНекто; https://example.org/2")]);
    check_shows(&wrong.preview, "среди ожидающих нет одного такого: Некто");
    assert!(wrong.refused.is_some());
    let lines = "Орлова Нина; https://example.org/o\nhttps://example.org/b\n\nhttps://example.org/v";
    assert_eq!(stage.ask(Ask::Links(None), &[("links", lines)]), "ok");
    let entered: Vec<String> = invites(&stage).into_iter().map(|invite| invite.link).collect();
    // By name: Баранов, Ветрова, Орлова; the last was named.
    assert_eq!(entered, ["https://example.org/b", "https://example.org/v", "https://example.org/o"]);
    // More links than drafts: none is entered.
    let form = stage.form(Ask::Links(None), &[("links", "https://example.org/x")]);
    assert!(form.refused.is_some());
}

#[test]
fn one_link_for_all() {
    let mut stage = Stage::new();
    let ask = to_staff_room(&stage);
    let typed = [("mode", "common"), ("link", "https://example.org/all"), ("most", "2")];
    assert_eq!(stage.ask(ask, &typed), "ok");
    let id = only(&stage);
    assert_eq!((invites(&stage)[0].addressees.len(), &invites(&stage)[0].state), (3, &InviteState::Issued));
    let people = format!("{}\n{}", stage.sample.orlova, stage.sample.vetrova);
    assert_eq!(stage.ask(Ask::Join(Some(id)), &[("people", people.as_str())]), "ok");
    assert!(matches!(invites(&stage)[0].state, InviteState::Closed { .. }));
}

#[test]
fn a_lost_link_is_replaced_and_a_leaked_one_revoked() {
    let mut stage = Stage::new();
    let ask = to_class(&stage);
    stage.ask(ask, &[]);
    let id = only(&stage);
    stage.ask(Ask::Links(Some(id)), &[("links", "https://example.org/1")]);
    assert_eq!(stage.act(Deed::Supersede(id)), "ok");
    let new = invites(&stage).into_iter().find(|invite| invite.state == InviteState::Draft).unwrap().id;
    stage.ask(Ask::Links(Some(new)), &[("links", "https://example.org/2")]);
    assert_eq!(stage.ask(Ask::Revoke(new), &[]), "reason: Empty");
    assert_eq!(stage.ask(Ask::Revoke(new), &[("reason", "ссылка попала в открытый чат")]), "ok");
    check_shows(&page(&stage, "tab=list&state=revoked"), "ссылка попала в открытый чат");
    assert!(stage.act(Deed::Delete(new)).contains("2.1/12"));
    check_shows(&page(&stage, "tab=list&state=superseded"), "Заменено");
}

#[test]
fn the_sweep_shows_reasons_and_signs_one_act() {
    let mut stage = Stage::new();
    stage.sample.save(Settings { unclaimed_days: 3, ..Settings::default() });
    for ask in [to_class(&stage), to_staff_room(&stage)] {
        stage.ask(ask, &[]);
    }
    let lines = (1..=4).map(|n| format!("https://example.org/{n}")).collect::<Vec<_>>().join("\n");
    assert_eq!(stage.ask(Ask::Links(None), &[("links", lines.as_str()), ("day", "2026-09-05")]), "ok");
    let page = page(&stage, "tab=sweep");
    check_shows(&page, "не использовано 5 дней");
    check_shows(&page, "Аннулировать актом 4 ссылки");
    let form = stage.form(Ask::Sweep, &[]);
    assert_eq!(form.submit, "Аннулировать 4 ссылки");
    // Two rows are chosen: only they go.
    stage.chosen = invites(&stage).iter().take(2).map(|invite| invite.id.to_string()).collect();
    assert_eq!(stage.ask(Ask::Sweep, &[]), "ok");
    stage.chosen.clear();
    let revoked = |stage: &Stage| {
        invites(stage).iter().filter(|invite| matches!(invite.state, InviteState::Revoked { .. })).count()
    };
    assert_eq!(revoked(&stage), 2);
    check_shows(&self::page(&stage, "tab=sweep"), "Акты об аннулировании");
    let taken = "Номер 1 за 2026 год уже занят документом того же вида. Пункт 2.2/1.";
    assert_eq!(stage.ask(Ask::Sweep, &[("number", "1")]), taken);
    assert_eq!(stage.ask(Ask::Sweep, &[]), "ok");
    assert_eq!(revoked(&stage), 4);
    stage.undo();
    assert_eq!(revoked(&stage), 2);
}
