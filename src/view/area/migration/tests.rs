//! The page of the move, from nothing to the switch, by its buttons and forms.

use super::{Ask, Deed, page};
use crate::domain::CounterpartOf;
use crate::domain::sample::Sample;
use crate::view::area::Asking;
use crate::view::form::Values;
use crate::view::page::{Body, Page};
use crate::view::room::Query;
use crate::view::testing::{self, ask, deed, with};

fn shown(sample: &Sample, query: &Query) -> Page {
    testing::shown(sample, query, page)
}

fn rows(page: &Page) -> Vec<(String, String)> {
    let table = page.sections.iter().find_map(|section| match &section.body {
        Body::Table(table) => Some(table),
        _ => None,
    });
    table.unwrap().rows.iter().map(|row| (row.cells[1].text.clone(), row.cells[3].text.clone())).collect()
}

#[test]
fn nothing_is_planned_and_the_page_says_what_to_do() {
    let page = shown(&Sample::new(), &Query::default());
    assert!(matches!(&page.sections[0].body, Body::Empty { acts, .. } if acts[0].id == "next-choose"));
}

#[test]
fn a_bundled_platform_fills_the_form_and_nothing_is_invented() {
    let mut sample = Sample::new();
    ask(&mut sample, &[], &Ask::Next, &[("from", "MAX")]);
    let next = sample.workspace.school().next_platform().values().next().unwrap().as_ref().clone();
    assert_eq!((next.profile.name.as_str(), next.profile.chat_limit, next.profile.has_calls), ("MAX", None, None));
    let page = shown(&sample, &Query::from([("tab", "platforms")]));
    let ids: Vec<&str> = page.sections.iter().map(|section| section.id).collect();
    assert_eq!(ids, ["platform", "next", "compare"]);
}

#[test]
fn everything_is_planned_moved_and_switched() {
    let mut sample = Sample::new();
    ask(&mut sample, &[], &Ask::Next, &[("from", "MAX"), ("switch-on", "2026-09-30")]);
    deed(&mut sample, &[], &Deed::PlanAll);
    let page = shown(&sample, &Query::default());
    let planned = |name: &str| (name.to_owned(), "запланировано".to_owned());
    assert_eq!(rows(&page), [planned("Учительская"), planned("7А"), planned("7Б")]);
    assert!(page.acts[0].refused.is_some() && page.acts[1].refused.is_some());
    let keys = [sample.staff_room, sample.class_7a, sample.class_7b].map(|id| format!("class:{id}"));
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    ask(&mut sample, &keys[..2], &Ask::Create, &[]);
    ask(&mut sample, &keys[..2], &Ask::Arrive(None), &[]);
    ask(&mut sample, &keys[2..], &Ask::Excuse, &[("reason", "класс закрывается")]);
    let page = shown(&sample, &Query::from([("state", "not-needed")]));
    assert_eq!(rows(&page), [("7Б".to_owned(), "не переносится".to_owned())]);
    assert!(page.acts[1].refused.is_none(), "nothing is left");
    deed(&mut sample, &[], &Deed::Switch);
    assert_eq!(sample.workspace.school().platform().values().next().unwrap().name, "MAX");
}

#[test]
fn who_is_left_is_written_down() {
    let mut sample = Sample::new();
    ask(&mut sample, &[], &Ask::Next, &[("from", "MAX")]);
    let class = CounterpartOf::Class(sample.class_7a);
    ask(&mut sample, &[], &Ask::Counterpart(class), &[("link", "https://example.org/7a")]);
    let row = sample.workspace.school().counterparts().values().next().unwrap().as_ref().clone();
    assert_eq!((row.name.as_str(), row.link.as_str()), ("7А", "https://example.org/7a"));
    let zueva = sample.zueva.to_string();
    ask(&mut sample, &[], &Ask::Arrive(Some(row.id)), &[("missing", &zueva)]);
    let row = sample.workspace.school().counterparts()[&row.id].as_ref().clone();
    assert_eq!(row.missing.len(), 1);
    assert!(!row.state.is_over());
    deed(&mut sample, &[], &Deed::Forget(row.id));
    assert!(sample.workspace.school().counterparts().is_empty());
}

#[test]
fn a_chosen_thing_that_is_not_planned_is_told() {
    let sample = Sample::new();
    let class = format!("class:{}", sample.class_7a);
    let form =
        with(&sample, &Query::default(), &[&class, "nonsense"], |room| Ask::Close.form(room, &Values::default()));
    assert!(form.refused.is_some());
}
