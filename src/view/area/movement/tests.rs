//! The screen of movement: forms with their consequences, steps ticked off, the book, the change of the year.

use std::collections::BTreeSet;

use super::{Ask, Deed, page};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{Command, MovementKind};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;
use crate::view::area::{Asking, Doing};
use crate::view::form::Values;
use crate::view::page::{Body, Page};
use crate::view::room::{Making, Query, Room};

/// Shows the room of the sample to a question.
fn within<T>(sample: &Sample, query: &Query, chosen: &BTreeSet<String>, look: impl FnOnce(&Room) -> T) -> T {
    let (school, context, regulation) = (sample.workspace.school(), context(), Regulation::bundled());
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, regulation);
    look(&Room { school, index: &index, plan: &plan, regulation, context: &context, lang: Lang::Ru, query, chosen })
}

fn shown(sample: &Sample, tab: &str) -> Page {
    within(sample, &Query::from([("tab", tab)]), &BTreeSet::new(), page)
}

fn fill(pairs: &[(&'static str, String)]) -> Values {
    let mut values = Values::default();
    for (id, value) in pairs {
        values.set(id, value.clone());
    }
    values
}

fn ask(sample: &mut Sample, ask: &Ask, pairs: &[(&'static str, String)]) {
    let mut ids = sample.ids.clone();
    let command = within(sample, &Query::default(), &BTreeSet::new(), |room| {
        let values = fill(pairs);
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut ids }).unwrap()
    });
    sample.ids = ids;
    sample.run(&command);
}

fn deed(sample: &mut Sample, deed: &Deed, chosen: &[&str]) -> Command {
    let mut ids = sample.ids.clone();
    let chosen = chosen.iter().map(|key| (*key).to_owned()).collect();
    let command =
        within(sample, &Query::default(), &chosen, |room| deed.command(room, &mut Making { ids: &mut ids }).unwrap());
    sample.ids = ids;
    command
}

fn rows(page: &Page, section: &str) -> usize {
    let found = page.sections.iter().find(|found| found.id == section).map(|found| &found.body);
    match found {
        Some(Body::Table(table)) => table.rows.len(),
        _ => 0,
    }
}

#[test]
fn a_class_change_is_previewed_recorded_and_ticked_off() {
    let mut sample = Sample::new();
    let change = Ask::Record(MovementKind::ClassChange);
    let typed = [("person", sample.zueva.to_string()), ("to", sample.class_7b.to_string())];
    let form = within(&sample, &Query::default(), &BTreeSet::new(), |room| change.form(room, &fill(&typed)));
    assert_eq!(form.refused, None);
    assert_eq!(form.preview.iter().map(|section| section.id).collect::<Vec<_>>(), ["consequences"]);
    ask(&mut sample, &change, &typed);
    assert_eq!(rows(&shown(&sample, "steps"), "steps"), 1);
    let key = format!("{}:0", sample.workspace.school().movements().keys().next().unwrap());
    let tick = deed(&mut sample, &Deed::TickChosen, &[&key]);
    sample.run(&tick);
    assert_eq!(rows(&shown(&sample, "steps"), "steps"), 0);
    assert_eq!(rows(&shown(&sample, "book"), "entries"), 1);
    // 7А, 7Б and the total.
    assert_eq!(rows(&shown(&sample, "book"), "totals"), 3);
}

#[test]
fn what_is_refused_is_said_in_the_form() {
    let sample = Sample::new();
    let change = Ask::Record(MovementKind::ClassChange);
    let typed = [("person", sample.zueva.to_string()), ("to", sample.class_7a.to_string())];
    let form = within(&sample, &Query::default(), &BTreeSet::new(), |room| change.form(room, &fill(&typed)));
    let expected = "Зуева Ева Марковна уже в классе 7А. Выберите другой класс. Пункт 2.1/11.";
    assert_eq!(form.refused.as_deref(), Some(expected));
}

#[test]
fn every_form_opens_and_asks_for_what_is_missing() {
    let sample = Sample::new();
    let mut ids = sample.ids.clone();
    within(&sample, &Query::default(), &BTreeSet::new(), |room| {
        for kind in MovementKind::ALL.into_iter().filter(|kind| *kind != MovementKind::ReRole) {
            let ask = Ask::Record(kind);
            let form = ask.form(room, &Values::default());
            assert!(form.fields.len() > 2, "{kind:?}");
            let values = Values::default().over(&form);
            assert!(ask.command(room, &values, &mut Making { ids: &mut ids }).is_err(), "{kind:?}");
        }
    });
}

#[test]
fn somebody_new_is_hired_by_the_form() {
    let mut sample = Sample::new();
    let typed = [("name", "Ильин Пётр Львович".to_owned()), ("title", "Учитель физики".to_owned())];
    ask(&mut sample, &Ask::Record(MovementKind::Hire), &typed);
    let school = sample.workspace.school();
    let movement = school.movements().values().next().unwrap();
    assert_eq!(school.person_name(movement.person), "Ильин Пётр Львович");
    assert_eq!(movement.steps.len(), 2, "a link and the staff room");
}

#[test]
fn the_year_changes_by_the_form() {
    let mut sample = Sample::new();
    let typed = [("successors", "7А → 8А\n7Б → –".to_owned()), ("first", "1: А".to_owned())];
    ask(&mut sample, &Ask::Rollover, &typed);
    let school = sample.workspace.school();
    let next = Index::of(school, chrono::NaiveDate::from_ymd_opt(2027, 9, 1).unwrap());
    let names: Vec<String> = next.classes.iter().map(|id| school.class_name(*id)).collect();
    assert_eq!(names, ["1А", "8А"]);
}

#[test]
fn a_class_that_would_end_with_students_stops_the_change() {
    let sample = Sample::new();
    let typed = [("successors", "7А → –".to_owned())];
    let form = within(&sample, &Query::default(), &BTreeSet::new(), |room| Ask::Rollover.form(room, &fill(&typed)));
    assert!(form.refused.is_some());
    assert_eq!(form.preview.first().map(|section| section.id), Some("problems"));
}

#[test]
fn a_record_is_edited_and_removed() {
    let mut sample = Sample::new();
    let typed = [("person", sample.zueva.to_string()), ("place", "Тверь".to_owned())];
    ask(&mut sample, &Ask::Record(MovementKind::Leave), &typed);
    let id = *sample.workspace.school().movements().keys().next().unwrap();
    ask(&mut sample, &Ask::Edit(id), &[("place", "Москва".to_owned())]);
    assert_eq!(sample.workspace.school().movements()[&id].place, "Москва");
    let remove = deed(&mut sample, &Deed::Remove(id), &[]);
    sample.run(&remove);
    assert!(sample.workspace.school().movements().is_empty());
}
