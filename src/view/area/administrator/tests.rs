//! Appointments as a person works with them, case by case.

use super::Ask;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AdministratorPost, AppointmentId, MemberRole, Membership, Period, Person, PersonId, PersonName, Position,
    StaffCategory,
};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::page::{Body, Section};
use crate::view::route::Route;

fn section(stage: &Stage, id: &str) -> Option<Section> {
    stage.page(Route::Administrators, "").sections.into_iter().find(|section| section.id == id)
}

/// A stage where nobody is appointed.
fn bare() -> Stage {
    Stage { sample: Sample::new(), ..Stage::new() }
}

fn only(stage: &Stage) -> AppointmentId {
    *stage.school().appointments().keys().next().unwrap()
}

/// Another teacher, in the staff room.
fn colleague(stage: &mut Stage) -> PersonId {
    let s = &mut stage.sample;
    let kim: PersonId = s.ids.fresh();
    s.save(Person::new(kim, PersonName::parse("Ким Лев Олегович").unwrap()));
    let (id, title, category) = (s.ids.fresh(), "Учитель физики".into(), StaffCategory::Teacher);
    s.save(Position { id, person: kim, title, category, period: Period::default(), order: None });
    let (id, class) = (s.ids.fresh(), s.staff_room);
    s.save(Membership { id, person: kim, class, role: MemberRole::Teacher, period: Period::since(day(2)) });
    kim
}

#[test]
fn nobody_appointed_is_red() {
    let stage = bare();
    assert!(section(&stage, "no-administrator").is_some());
    assert!(matches!(section(&stage, "appointments").unwrap().body, Body::Empty { .. }));
    let candidates = section(&stage, "candidates").unwrap();
    check_shows(&candidates, "не педагог (пункт 2.2/2)");
    check_shows(&candidates, "Баранов Глеб Олегович");
    assert!(section(&Stage::new(), "no-administrator").is_none());
}

#[test]
fn the_head_appoints_by_an_order() {
    let mut stage = bare();
    let person = stage.sample.baranov;
    let ask = Ask::Appoint(AdministratorPost::Platform, Some(person));
    let refused = stage.ask(ask.clone(), &[]);
    assert!(refused.contains("2.1/0"), "{refused}");
    let order = stage.sample.order.to_string();
    assert_eq!(stage.ask(ask, &[("order", order.as_str())]), "ok");
    assert!(section(&stage, "no-administrator").is_none());
    check_shows(&section(&stage, "appointments"), "№ 102");
    check_shows(&section(&stage, "candidates"), "уже назначен(а)");
    stage.undo();
    assert!(stage.school().appointments().is_empty());
}

#[test]
fn additional_ones_come_from_those_who_joined() {
    let mut stage = Stage::new();
    let form = stage.form(Ask::Appoint(AdministratorPost::Additional, None), &[]);
    assert!(form.refused.is_some(), "nobody has joined");
    let kim = colleague(&mut stage);
    let ask = Ask::Appoint(AdministratorPost::Additional, Some(kim));
    let form = stage.form(ask.clone(), &[]);
    check_shows(&form.fields, "Ким Лев Олегович");
    check_hides(&form.fields, "Лугова");
    check_shows(&form.preview, "лучше сначала подтвердить");
    assert_eq!(stage.ask(ask, &[]), "ok");
    check_shows(&section(&stage, "appointments"), "Дополнительный администратор");
    // 2.1/7: the card and this screen keep one set of rules.
    check_shows(&section(&stage, "candidates-additional"), "ещё не в Учительской (пункт 2.1/7)");
}

#[test]
fn the_end_of_the_last_one_warns_and_names_its_order() {
    let mut stage = Stage::new();
    let id = only(&stage);
    check_shows(&stage.form(Ask::End(id), &[]).preview, "последний администратор");
    let refused = stage.ask(Ask::End(id), &[("reason", "перешёл в другую школу")]);
    assert!(refused.contains("2.1/0"), "{refused}");
    let order = stage.sample.order.to_string();
    let typed = [("order", order.as_str()), ("reason", "перешёл в другую школу"), ("day", "2026-09-08")];
    assert_eq!(stage.ask(Ask::End(id), &typed), "ok");
    check_shows(&section(&stage, "appointments"), "перешёл в другую школу");
    assert!(section(&stage, "no-administrator").is_some());
}

#[test]
fn an_appointment_is_corrected() {
    let mut stage = Stage::new();
    let id = only(&stage);
    assert_eq!(stage.ask(Ask::Edit(id), &[("day", "2026-09-02"), ("until", "2026-09-01")]), "until: Backwards");
    assert_eq!(stage.ask(Ask::Edit(id), &[("day", "2026-09-02")]), "ok");
    assert_eq!(stage.school().appointments()[&id].period.from, Some(day(2)));
}
