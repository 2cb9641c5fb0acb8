//! The approved distribution on its screen: pasted, taken over, attached, overridden.

use std::collections::BTreeSet;

use super::{Ask, Begin, Deed, page};
use crate::domain::sample::{Sample, context, day};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;
use crate::view::area::{Asking, Doing};
use crate::view::fault::Fault;
use crate::view::form::Values;
use crate::view::page::{Body, Page};
use crate::view::room::{Making, Query, Room};

fn within<T>(sample: &Sample, look: impl FnOnce(&Room) -> T) -> T {
    let (school, context, regulation) = (sample.workspace.school(), context(), Regulation::bundled());
    let index = Index::of(school, day(10));
    let plan = Plan::of(school, &index, regulation);
    let (query, chosen) = (Query::default(), BTreeSet::new());
    look(&Room {
        school,
        index: &index,
        plan: &plan,
        regulation,
        context: &context,
        lang: Lang::Ru,
        query: &query,
        chosen: &chosen,
    })
}

fn approve(sample: &mut Sample, begin: Begin, pairs: &[(&'static str, &str)]) -> Result<(), Vec<Fault>> {
    let ask = Ask::Distribution(sample.year, begin);
    let mut ids = sample.ids.clone();
    let command = within(sample, |room| {
        let mut values = Values::default();
        for (id, value) in pairs {
            values.set(id, *value);
        }
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut ids })
    })?;
    sample.ids = ids;
    sample.run(&command);
    Ok(())
}

/// The cells of the distribution, a class a line.
fn told(page: &Page) -> String {
    let section = page.sections.iter().find(|section| section.id == "distribution").unwrap();
    let Body::Table(table) = &section.body else { return String::new() };
    let line =
        |row: &crate::view::page::Row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
    table.rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn pasted_lines_become_the_list_and_are_compared() {
    let mut sample = Sample::new();
    let order = sample.order.to_string();
    let rows = "7А Ветрова А. И.\n7Б Баранов Глеб Олегович";
    approve(&mut sample, Begin::List, &[("rows", rows), ("order", &order)]).unwrap();
    assert_eq!(
        told(&within(&sample, page)),
        "7А | Ветрова Анна Ильинична | Баранов Глеб Олегович | не по приказу\n\
         7Б | Баранов Глеб Олегович |  | нет руководителя"
    );
    let mut ids = sample.ids.clone();
    let attach = within(&sample, |room| Deed::AttachAll.command(room, &mut Making { ids: &mut ids })).unwrap();
    sample.ids = ids;
    sample.run(&attach);
    assert_eq!(
        told(&within(&sample, page)),
        "7А | Ветрова Анна Ильинична | Ветрова Анна Ильинична | по приказу\n\
         7Б | Баранов Глеб Олегович | Баранов Глеб Олегович | по приказу"
    );
}

#[test]
fn the_present_class_teachers_are_taken_over() {
    let mut sample = Sample::new();
    approve(&mut sample, Begin::Classes, &[]).unwrap();
    let list = sample.workspace.school().distributions().values().next().unwrap().clone();
    assert_eq!(list.rows.get(&sample.class_7a), Some(&sample.baranov));
    assert_eq!(list.rows.len(), 1);
}

#[test]
fn a_line_that_is_not_understood_stops_the_list() {
    let mut sample = Sample::new();
    let faults = approve(&mut sample, Begin::List, &[("rows", "7А Никто")]).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.field).collect::<Vec<_>>(), ["rows"]);
}

#[test]
fn another_class_teacher_is_refused_without_an_order() {
    let mut sample = Sample::new();
    let order = sample.order.to_string();
    approve(&mut sample, Begin::Classes, &[("order", &order)]).unwrap();
    let ask = Ask::Override(sample.class_7a);
    let mut ids = sample.ids.clone();
    let command = within(&sample, |room| {
        let mut values = Values::default();
        values.set("teacher", sample.vetrova.to_string());
        let whole = values.over(&ask.form(room, &values));
        ask.command(room, &whole, &mut Making { ids: &mut ids }).unwrap()
    });
    let expected = "refused by 2.1/8: the approved distribution gives 7А to Баранов Глеб Олегович";
    assert_eq!(sample.answer(&command), expected);
}

#[test]
fn the_staff_room_counts_who_joined_and_who_was_not_invited() {
    let sample = Sample::new();
    let page = within(&sample, page);
    let section = page.sections.iter().find(|section| section.id == "staff-room").unwrap();
    let Body::Figures(figures) = &section.body else { panic!("figures") };
    let told: Vec<(u64, Option<u64>)> = figures.iter().map(|figure| (figure.value, figure.of)).collect();
    assert_eq!(told, [(0, Some(3)), (0, Some(3)), (3, Some(3))]);
}
