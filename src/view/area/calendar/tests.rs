//! The calendar, as a person works on it.

use super::{Ask, Deed};
use crate::domain::{Event, EventId, EventKind, EventState, PlatformProfile};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::page::{Body, Does};
use crate::view::route::Route;

const EVENING: [(&str, &str); 3] = [("on", "2026-09-18"), ("start", "18:00"), ("minutes", "60")];

/// Plans an event with these fields beside the evening's; tells the answer.
fn plan(stage: &mut Stage, kind: EventKind, fields: &[(&'static str, &str)]) -> String {
    let all: Vec<(&'static str, &str)> = EVENING.iter().chain(fields).copied().collect();
    stage.ask(Ask::New(kind), &all)
}

fn only(stage: &Stage) -> Event {
    let events = stage.school().events();
    assert_eq!(events.len(), 1);
    events.values().next().unwrap().as_ref().clone()
}

fn id(stage: &Stage) -> EventId {
    only(stage).id
}

#[test]
fn a_broadcast_is_planned_rehearsed_and_held() {
    let mut stage = Stage::new();
    let host = stage.sample.baranov.to_string();
    let fields =
        [("title", "Собрание"), ("host", &*host), ("groups", "parents"), ("on", "2026-09-09"), ("agenda", "1. Планы")];
    assert_eq!(plan(&mut stage, EventKind::Broadcast, &fields), "ok");
    let id = id(&stage);
    assert_eq!(stage.ask(Ask::Rehearse(id), &[("on", "2026-09-08")]), "ok");
    check_shows(&stage.page(Route::Calendar, ""), "проверено 08.09.2026");
    assert_eq!(stage.ask(Ask::Hold(id), &[("outcome", "Показаны планы")]), "ok");
    assert_eq!(only(&stage).state, EventState::Held { on: "2026-09-09".parse().unwrap() });
    assert_eq!(stage.act(Deed::Reopen(id)), "ok");
    assert_eq!(stage.ask(Ask::Cancel(id), &[("reason", "карантин")]), "ok");
    check_shows(&stage.page(Route::Calendar, ""), "отменено: карантин");
    stage.undo();
    assert_eq!(only(&stage).state, EventState::Planned);
    assert_eq!(stage.act(Deed::Remove(id)), "ok");
    check_shows(&stage.page(Route::Calendar, ""), "Событий ещё нет");
}

#[test]
fn a_host_without_the_right_is_told_before() {
    let mut stage = Stage::new();
    let host = stage.sample.vetrova.to_string();
    let fields = [("title", "Собрание"), ("host", &*host), ("groups", "parents")];
    let why = "ни один пункт не даёт права «Планировать и организовать трансляцию»";
    check_shows(&stage.form(Ask::New(EventKind::Broadcast), &fields).refused, why);
    check_shows(&plan(&mut stage, EventKind::Broadcast, &fields), why);
    assert_eq!(plan(&mut stage, EventKind::Meeting, &fields), "ok");
}

#[test]
fn a_lesson_takes_its_teacher_from_the_plan() {
    let mut stage = Stage::new();
    let line = stage.sample.math_7a.to_string();
    let fields = [("title", "Алгебра"), ("line", &*line), ("groups", "parents")];
    assert_eq!(plan(&mut stage, EventKind::Lesson, &fields), "ok");
    let event = only(&stage);
    assert_eq!(event.host, Some(stage.sample.baranov));
    assert!(event.audience.groups.is_empty(), "what another kind asks is left out");
    check_shows(&stage.page(Route::Calendar, "view=list"), "7А · Математика");
    let answer = stage.ask(Ask::Edit(event.id), &[("line", "")]);
    assert_eq!(answer, "«Алгебра»: выберите строку учебного плана или группу внеурочной деятельности. Пункт 2.4/4.");
}

#[test]
fn nobody_is_meant_and_a_wrong_hour_are_told() {
    let mut stage = Stage::new();
    let host = stage.sample.baranov.to_string();
    let answer = plan(&mut stage, EventKind::Broadcast, &[("title", "Собрание"), ("host", &host)]);
    assert_eq!(answer, "«Собрание»: укажите, для кого это событие. Пункт 2.1/14.");
    let answer = stage.ask(Ask::New(EventKind::Meeting), &[("start", "25:00"), ("minutes", "0"), ("on", "")]);
    assert_eq!(answer, "title: Empty, on: Empty, start: Time, minutes: Number { least: 1, most: 1440 }");
}

#[test]
fn the_audience_and_the_limit_are_shown_while_typing() {
    let mut stage = Stage::new();
    let fields = [("groups", "parents\nstudents")];
    check_shows(&stage.form(Ask::New(EventKind::Broadcast), &fields).preview, "не проверено");
    check_shows(&stage.form(Ask::New(EventKind::Broadcast), &fields).preview, "2 на платформе");
    stage.sample.save(PlatformProfile { call_limit: Some(1), ..PlatformProfile::sferum() });
    check_shows(&stage.form(Ask::New(EventKind::Broadcast), &fields).preview, "Больше предела звонка: 1");
}

#[test]
fn an_overlap_is_shown_before_saving_and_on_the_board() {
    let mut stage = Stage::new();
    let vetrova = stage.sample.vetrova.to_string();
    let first = [("title", "Планёрка"), ("host", &*vetrova), ("groups", "administration"), ("place", "Зал")];
    assert_eq!(plan(&mut stage, EventKind::Meeting, &first), "ok");
    let second = [("title", "Педсовет"), ("host", &*vetrova), ("groups", "pedagogues"), ("place", "зал")];
    let typed: Vec<(&'static str, &str)> = EVENING.iter().chain(&second).copied().collect();
    let form = stage.form(Ask::New(EventKind::Meeting), &typed);
    check_shows(&form.preview, "Пересекается: Планёрка (18.09.2026, 18:00–19:00)");
    check_shows(&form.preview, "Один ведущий: Ветрова Анна Ильинична; Одно место: Зал");
    assert_eq!(form.refused, None, "an overlap is told, not forbidden");
    assert_eq!(plan(&mut stage, EventKind::Meeting, &second), "ok");
    check_shows(&stage.page(Route::Calendar, ""), "Планёрка и Педсовет");
    // Half an hour later the room is free.
    let id = *stage.school().events().keys().last().unwrap();
    assert_eq!(stage.ask(Ask::Edit(id), &[("start", "19:00")]), "ok");
    check_hides(&stage.page(Route::Calendar, ""), "пересечение");
}

#[test]
fn only_pedagogues_are_written_down_for_a_webinar() {
    let mut stage = Stage::new();
    let (baranov, lugova) = (stage.sample.baranov.to_string(), stage.sample.lugova.to_string());
    let fields = [("title", "Методика"), ("groups", "pedagogues"), ("on", "2026-09-09")];
    assert_eq!(plan(&mut stage, EventKind::Webinar, &fields), "ok");
    let id = id(&stage);
    let answer = stage.ask(Ask::Hold(id), &[("attended", &lugova)]);
    check_shows(&answer, "Лугова Вера Петровна: ни один пункт не даёт права «Посещать семинары и вебинары»");
    assert_eq!(stage.ask(Ask::Hold(id), &[("attended", &baranov)]), "ok");
    let page = stage.page(Route::Calendar, "view=training");
    check_shows(&page, "Баранов Глеб Олегович");
    check_shows(&page, "лист-учёта-вебинаров");
}

#[test]
fn months_weeks_and_filters() {
    let mut stage = Stage::new();
    let host = stage.sample.vetrova.to_string();
    let fields = [("title", "Планёрка"), ("host", &*host), ("groups", "administration")];
    assert_eq!(plan(&mut stage, EventKind::Meeting, &fields), "ok");
    check_shows(&stage.page(Route::Calendar, "view=month&on=2026-09-01").sections, "18:00 Планёрка");
    check_shows(&stage.page(Route::Calendar, "view=week&on=2026-09-20").sections, "18:00 Планёрка");
    check_hides(&stage.page(Route::Calendar, "view=week&on=2026-09-21").sections, "Планёрка");
    check_hides(&stage.page(Route::Calendar, "view=list&kind=lesson").sections, "Планёрка");
    check_shows(&stage.page(Route::Calendar, &format!("view=list&host={host}")).sections, "Планёрка");
    let class = stage.sample.class_7a;
    check_hides(&stage.page(Route::Calendar, &format!("view=list&class={class}")).sections, "Планёрка");
}

#[test]
fn an_event_is_repeated_a_week_later() {
    let mut stage = Stage::new();
    let host = stage.sample.vetrova.to_string();
    let fields = [("title", "Планёрка"), ("host", &*host), ("groups", "administration")];
    assert_eq!(plan(&mut stage, EventKind::Meeting, &fields), "ok");
    let first = id(&stage);
    assert_eq!(stage.ask(Ask::Copy(first), &[]), "ok");
    let days: Vec<String> = stage.school().events().values().map(|event| event.on.to_string()).collect();
    assert_eq!(days, ["2026-09-18", "2026-09-25"]);
}

#[test]
fn the_file_holds_what_is_shown() {
    let mut stage = Stage::new();
    let host = stage.sample.vetrova.to_string();
    let fields = [("title", "Планёрка"), ("host", &*host), ("groups", "administration"), ("agenda", "1. Итоги")];
    assert_eq!(plan(&mut stage, EventKind::Meeting, &fields), "ok");
    let file = |query: &str| {
        let page = stage.page(Route::Calendar, query);
        let button = page.acts.into_iter().find(|button| button.id == "event-file").unwrap();
        let Does::Save { name, mime, text } = button.does else { panic!("no file") };
        assert_eq!((name.as_str(), mime), ("события.ics", "text/calendar"));
        text
    };
    check_shows(&file(""), "DTSTART:20260918T180000");
    assert!(file("").replace("\r\n ", "").contains("1. Итоги"));
    assert!(!file("kind=lesson").contains("VEVENT"));
}

#[test]
fn an_event_without_an_hour_is_shown_and_not_compared() {
    let stage = Stage::new();
    let host = stage.sample.vetrova.to_string();
    let fields = [("title", "Планёрка"), ("host", &*host), ("groups", "administration"), ("start", "")];
    let form = stage.form(Ask::New(EventKind::Meeting), &fields);
    let section = form.preview.iter().find(|section| section.id == "event-overlaps").unwrap();
    assert!(matches!(section.body, Body::Notice(..)));
    check_shows(section, "пересечения не проверены");
}
