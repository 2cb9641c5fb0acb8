//! The register by its pages: editions from a file to the approval, choices with their effect, laws, gaps, clauses.

use super::{Ask, Deed, clause, editions, interpretations, register};
use crate::domain::sample::{Sample, day};
use crate::domain::*;
use crate::regulation::{ActionId, CellId, RoleId, sample};
use crate::view::area::Asking;
use crate::view::form::Values;
use crate::view::page::{Body, Page, Section, Table};
use crate::view::room::Query;
use crate::view::testing::{ask, deed, faults, read, refused, shown, with};

#[track_caller]
fn section<'a>(page: &'a Page, id: &str) -> &'a Section {
    page.sections.iter().find(|section| section.id == id).unwrap()
}

#[track_caller]
fn table<'a>(page: &'a Page, id: &str) -> &'a Table {
    match &section(page, id).body {
        Body::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

fn cells(page: &Page, id: &str) -> Vec<Vec<String>> {
    let rows = &table(page, id).rows;
    rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect()
}

fn tab(sample: &Sample, page: fn(&crate::view::room::Room) -> Page, id: &str) -> Page {
    shown(sample, &Query::from([("tab", id)]), page)
}

fn edition(sample: &mut Sample, typed: &[(&'static str, &str)]) -> RegulationEditionId {
    let before: Vec<RegulationEditionId> = sample.workspace.school().editions().keys().copied().collect();
    ask(sample, &[], &Ask::Edition(None), typed);
    let now = sample.workspace.school().editions().keys().copied();
    now.into_iter().find(|id| !before.contains(id)).unwrap()
}

fn approve(sample: &mut Sample, id: RegulationEditionId, from: &str) {
    let protocol = sample.ids.fresh();
    let kind = LocalActKind::Protocol;
    let number = format!("{from}-п");
    sample.save(LocalAct { id: protocol, kind, number, date: day(1), title: "Педсовет".into(), signer: None });
    let (protocol, order) = (protocol.to_string(), sample.order.to_string());
    ask(sample, &[], &Ask::Approve(id), &[("protocol", &protocol), ("order", &order), ("from", from)]);
}

#[test]
fn an_edition_is_loaded_shown_as_a_proposal_and_adopted() {
    let mut sample = Sample::new();
    let first = edition(&mut sample, &[("title", "Положение")]);
    approve(&mut sample, first, "2026-09-02");
    let data = sample::second_edition();
    let form = with(&sample, &Query::default(), &[], |room| {
        let mut values = Values::default();
        values.set("data", data.clone());
        Ask::Edition(None).form(room, &values)
    });
    let ids: Vec<&str> = form.preview.iter().map(|section| section.id).collect();
    assert_eq!(ids, ["clauses", "roles", "cells", "chats", "required"], "what changes is told before it is adopted");
    let second = edition(&mut sample, &[("data", &data), ("version", "2")]);
    let draft = sample.workspace.school().editions()[&second].as_ref().clone();
    assert_eq!((draft.edition.as_str(), draft.from), ("lyceum-7", None));
    approve(&mut sample, second, "2026-09-08");
    let page = tab(&sample, editions, "");
    let states: Vec<(String, String)> =
        cells(&page, "editions").into_iter().map(|row| (row[1].clone(), row[5].clone())).collect();
    let state = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(states, [state("действует", "lyceum-7"), state("завершилась", "реестр программы")]);
    let register = shown(&sample, &Query::default(), register);
    assert!(cells(&register, "clauses").iter().any(|row| row[0] == "2.7/3"), "the register follows the edition");
    let compare = shown(&sample, &Query::from([("tab", "compare"), ("a", first.to_string().as_str())]), editions);
    assert_eq!(cells(&compare, "roles")[0][1..], ["классный руководитель", "куратор класса"]);
    deed(&mut sample, &[], &Deed::Withdraw(second));
    deed(&mut sample, &[], &Deed::Drop(second));
    assert_eq!(refused(&sample, &[], &Deed::Drop(first)), "refused by 4.2: Положение was in force and stays readable");
}

#[test]
fn a_wrong_file_names_its_place_and_changes_nothing() {
    let mut sample = Sample::new();
    let data = sample::second_edition().replacen("\"class-teacher\"", "\"cook\"", 1);
    let form = with(&sample, &Query::default(), &[], |room| {
        let mut values = Values::default();
        values.set("data", data.clone());
        Ask::Edition(None).form(room, &values)
    });
    assert!(form.refused.unwrap().contains("роль"), "the place is named");
    assert_eq!(faults(&mut sample, &[], &Ask::Edition(None), &[("data", &data)]), ["data"]);
    assert_eq!(faults(&mut sample, &[], &Ask::Edition(None), &[("title", " ")]), ["title"]);
}

#[test]
fn an_amendment_begins_with_what_it_amends() {
    let mut sample = Sample::new();
    let first = edition(&mut sample, &[("title", "Положение"), ("text", "1.1. Акт школы.")]);
    ask(&mut sample, &[], &Ask::Amend(first), &[("version", "2"), ("changes", "уточнён пункт 1.1")]);
    let rows = sample.workspace.school().editions();
    let second = rows.values().find(|row| row.id != first).unwrap();
    assert_eq!(
        (second.amends, second.title.as_str(), second.text.as_str()),
        (Some(first), "Положение", "1.1. Акт школы.")
    );
}

#[test]
fn the_schools_text_stands_beside_the_short_wording() {
    let mut sample = Sample::new();
    let id = edition(&mut sample, &[("title", "Положение"), ("text", "1.1. Акт школы.\n5.1. Хранение.")]);
    approve(&mut sample, id, "2026-09-02");
    let page = tab(&sample, editions, "text");
    assert_eq!(cells(&page, "text")[0][..2], ["1.1", "Акт школы."]);
    assert!(matches!(&section(&page, "extra").body, Body::Prose(lines) if lines == &["5.1: Хранение."]));
    let one = with(&sample, &Query::default(), &[], |room| clause(room, clause!("1.1")));
    assert!(matches!(&section(&one, "own").body, Body::Verbatim(text) if text == "Акт школы."));
    ask(&mut sample, &[], &Ask::Edition(Some(id)), &[("no-text", "yes")]);
    assert_eq!(sample.workspace.school().editions()[&id].text, "");
}

#[test]
fn every_clause_has_a_page_and_the_missing_number_says_so() {
    let sample = Sample::new();
    for (_, entry) in crate::regulation::Regulation::bundled().clauses() {
        let page = with(&sample, &Query::default(), &[], |room| clause(room, entry.id));
        assert!(page.title.contains(&entry.id.to_string()) && page.sections.len() >= 4, "{}", entry.id);
    }
    let gap = with(&sample, &Query::default(), &[], |room| clause(room, clause!("2.6")));
    assert!(gap.title.ends_with("в тексте отсутствует"));
    assert!(gap.sections.iter().any(|section| section.id == "oddities"));
    let unknown = with(&sample, &Query::default(), &[], |room| clause(room, clause!("9.9")));
    assert!(matches!(unknown.sections[0].body, Body::Empty { .. }));
}

#[test]
fn a_cell_is_decided_with_its_effect_and_left_to_the_default_again() {
    let mut sample = Sample::new();
    let cell = CellId { action: ActionId(12), role: RoleId::from("class-teacher") };
    let form = with(&sample, &Query::default(), &[], |room| Ask::Cell(cell.clone()).form(room, &Values::default()));
    let Body::Prose(lines) = &form.preview[0].body else { panic!("an effect") };
    assert!(lines[1].contains("Баранов Глеб Олегович"), "who gains is named: {lines:?}");
    assert_eq!(faults(&mut sample, &[], &Ask::Cell(cell.clone()), &[("note", " ")]), ["note"]);
    ask(&mut sample, &[], &Ask::Cell(cell.clone()), &[("choice", "allow"), ("note", "так удобнее")]);
    let decided = shown(&sample, &Query::from([("decided", "yes")]), interpretations);
    assert_eq!(cells(&decided, "cells")[0][4..], ["Можно", "так удобнее"]);
    deed(&mut sample, &[], &Deed::Undecide([cell.question()].into()));
    assert!(sample.workspace.school().interpretations().is_empty());
}

#[test]
fn an_oddity_is_read_in_the_schools_own_way_together_with_its_cells() {
    let mut sample = Sample::new();
    let touched =
        crate::regulation::Regulation::bundled().oddities().iter().map(|oddity| oddity.number).find(|number| {
            !crate::plan::register::touched(crate::regulation::Regulation::bundled(), *number).is_empty()
        });
    let number = touched.unwrap();
    ask(&mut sample, &[], &Ask::Oddity(number), &[("note", "решил педсовет"), ("cells", "deny")]);
    let count = sample.workspace.school().interpretations().len();
    assert!(count > 1, "the oddity and its cells");
    assert_eq!(sample.workspace.journal().entries().last().unwrap().label.verb, Verb::Interpret);
    let page = tab(&sample, interpretations, "oddities");
    let Body::Cards(cards) = &page.sections[0].body else { panic!("cards") };
    assert_eq!(cards.len(), 13);
    let card = cards.iter().find(|card| card.acts.iter().any(|act| act.id == "undecide")).unwrap();
    assert_eq!(card.badge.as_ref().unwrap().0, "школа читает иначе");
}

#[test]
fn laws_of_the_text_are_added_at_once_and_what_it_does_not_name_is_told() {
    let mut sample = Sample::new();
    let page = tab(&sample, editions, "laws");
    assert!(matches!(&section(&page, "absent").body, Body::Notice(_, text) if text.contains("152-ФЗ")));
    deed(&mut sample, &[], &Deed::AddLaws);
    assert_eq!(sample.workspace.school().legal_acts().len(), 6);
    deed(&mut sample, &[], &Deed::AddUnnamed);
    let page = tab(&sample, editions, "laws");
    assert_eq!(table(&page, "laws").rows.len(), 7);
    assert!(page.sections.iter().all(|section| section.id != "absent"));
    let id = *sample.workspace.school().legal_acts().keys().next().unwrap();
    ask(&mut sample, &[], &Ask::Retire(id), &[("on", "2026-09-09")]);
    assert_eq!(sample.workspace.school().legal_acts()[&id].retired_on, Some(day(9)));
    ask(&mut sample, &[], &Ask::Law(Some(id)), &[("issuer", "Государственная Дума")]);
    let row = sample.workspace.school().legal_acts()[&id].as_ref().clone();
    assert_eq!((row.issuer.as_str(), row.retired_on), ("Государственная Дума", Some(day(9))));
    deed(&mut sample, &[], &Deed::DropLaw(id));
    assert_eq!(table(&tab(&sample, editions, "words"), "words").rows.len(), 10);
}

#[test]
fn a_gap_is_noted_changed_and_removed() {
    let mut sample = Sample::new();
    let typed = [("topic", "Хранение переписки"), ("governed-by", "152-ФЗ")];
    ask(&mut sample, &[], &Ask::Gap(None), &typed);
    let id = *sample.workspace.school().gap_notes().keys().next().unwrap();
    ask(&mut sample, &[], &Ask::Gap(Some(id)), &[("note", "удаляем через год")]);
    let rows = cells(&tab(&sample, interpretations, "gaps"), "gaps");
    assert_eq!(rows[0], ["Хранение переписки", "152-ФЗ", "удаляем через год", "10.09.2026"]);
    assert_eq!(faults(&mut sample, &[], &Ask::Gap(None), &[]), ["topic", "governed-by"]);
    deed(&mut sample, &[], &Deed::DropGap(id));
    assert!(sample.workspace.school().gap_notes().is_empty());
    assert!(read(&mut sample, &[], &Ask::Gap(None), &typed).is_ok());
}
