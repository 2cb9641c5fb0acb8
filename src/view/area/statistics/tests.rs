//! Statistics, as a person works on them.

use super::{Ask, Deed};
use crate::domain::{Figure, StatAccess, StatReport, StatReportId};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::route::Route;

const SEPTEMBER: [(&str, &str); 2] = [("from", "2026-09-01"), ("to-day", "2026-09-10")];

fn enter(stage: &mut Stage, fields: &[(&'static str, &str)]) -> String {
    let all: Vec<(&'static str, &str)> = SEPTEMBER.iter().chain(fields).copied().collect();
    stage.ask(Ask::Report(None), &all)
}

fn only(stage: &Stage) -> StatReport {
    stage.school().reports().values().next().unwrap().as_ref().clone()
}

fn id(stage: &Stage) -> StatReportId {
    only(stage).id
}

#[test]
fn coverage_is_shown_and_taken_over() {
    let mut stage = Stage::new();
    check_shows(&stage.page(Route::Statistics, ""), "Педагоги и администрация в Учительской");
    check_shows(&stage.page(Route::Statistics, ""), "Справка руководителю ещё не сдавалась");
    assert_eq!(enter(&mut stage, &[("figures", "Сообщений;1 130\nЗвонков;12;40")]), "ok");
    let report = only(&stage);
    assert_eq!(report.figures["joined-staff"], Figure { value: 0, of: Some(3) });
    assert_eq!(report.figures["Звонков"], Figure { value: 12, of: Some(40) });
    assert_eq!(report.author, Some(stage.sample.baranov));
}

#[test]
fn what_was_typed_stands_over_the_plan_and_the_file() {
    let mut stage = Stage::new();
    let fields = [("file", "показатель;значение;из\nСообщений;5\njoined-staff;1;3"), ("figures", "Сообщений;7")];
    check_shows(&stage.form(Ask::Report(None), &fields).preview, "1 из 3 (33");
    assert_eq!(enter(&mut stage, &fields), "ok");
    assert_eq!(only(&stage).figures["Сообщений"].value, 7);
    assert_eq!(only(&stage).figures["joined-staff"].value, 1);
}

#[test]
fn wrong_lines_days_and_wholes_are_told() {
    let mut stage = Stage::new();
    assert_eq!(enter(&mut stage, &[("figures", "Звонков;12\nСообщений;много")]), "figures: Line(2)");
    assert_eq!(enter(&mut stage, &[("to-day", "2026-08-01")]), "to-day: Backwards");
    let answer = enter(&mut stage, &[("figures", "Звонков;41;40")]);
    assert_eq!(answer, "«Звонков»: часть больше целого. Исправьте одно из чисел. Пункт 2.1/17.");
    let author = stage.sample.vetrova.to_string();
    check_shows(
        &enter(&mut stage, &[("author", &author)]),
        "ни один пункт не даёт права «Сообщить руководителю статистику»",
    );
}

#[test]
fn no_access_is_reported_too() {
    let mut stage = Stage::new();
    let fields = [("access", "no-access"), ("coverage", ""), ("note", "Раздел не открывается")];
    assert_eq!(enter(&mut stage, &fields), "ok");
    assert_eq!(only(&stage).access, StatAccess::NoAccess);
    let page = stage.page(Route::Statistics, "tab=report");
    check_shows(&page, "Доступа к статистике платформы у администратора нет.");
    let id = id(&stage);
    assert_eq!(stage.ask(Ask::Submit(id), &[]), "ok");
}

#[test]
fn the_report_is_given_to_the_head_and_taken_back() {
    let mut stage = Stage::new();
    assert_eq!(enter(&mut stage, &[]), "ok");
    let id = id(&stage);
    assert_eq!(stage.ask(Ask::Submit(id), &[("on", "2026-09-10")]), "ok");
    assert_eq!(only(&stage).submitted.and_then(|submission| submission.to), Some(stage.sample.orlova));
    check_shows(&stage.page(Route::Statistics, "tab=report"), "Сдана 10.09.2026, кому: Орлова Нина Андреевна.");
    check_shows(&stage.page(Route::Statistics, ""), "Последняя справка охватывает дни по 10.09.2026.");
    let answer = stage.ask(Ask::Report(Some(id)), &[("note", "Исправлено")]);
    assert_eq!(answer, "Справка за 01.09.2026 – 10.09.2026 уже сдана. Отзовите её, чтобы изменить. Пункт 2.1/17.");
    assert_eq!(stage.act(Deed::Withdraw(id)), "ok");
    assert_eq!(stage.ask(Ask::Report(Some(id)), &[("note", "Исправлено")]), "ok");
    assert_eq!(stage.act(Deed::Remove(id)), "ok");
    check_shows(&stage.page(Route::Statistics, ""), "Показателей ещё нет");
}

#[test]
fn a_report_that_is_long_ago_is_called_for() {
    let mut stage = Stage::new();
    let spring = [("from", "2026-04-01"), ("to-day", "2026-05-31")];
    assert_eq!(stage.ask(Ask::Report(None), &spring), "ok");
    let id = id(&stage);
    assert_eq!(stage.ask(Ask::Submit(id), &[("on", "2026-09-01")]), "ok");
    check_shows(&stage.page(Route::Statistics, ""), "прошло больше 90 дней");
}

#[test]
fn two_periods_side_by_side() {
    let mut stage = Stage::new();
    let spring =
        [("from", "2026-04-01"), ("to-day", "2026-05-31"), ("coverage", ""), ("figures", "Сообщений;5\nЗвонков;3")];
    assert_eq!(stage.ask(Ask::Report(None), &spring), "ok");
    check_shows(&stage.page(Route::Statistics, "tab=compare"), "Сравнивать пока не с чем");
    assert_eq!(enter(&mut stage, &[("coverage", ""), ("figures", "Сообщений;7")]), "ok");
    let page = stage.page(Route::Statistics, "tab=compare");
    check_shows(&page, "+2");
    check_shows(&page, "01.04.2026 – 31.05.2026");
    check_hides(&page.sections, "−");
}
