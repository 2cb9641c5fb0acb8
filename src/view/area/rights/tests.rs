//! Sheets, consents and activists by the buttons and forms of the page.

use super::{Ask, Deed, page};
use crate::domain::sample::{Sample, day};
use crate::domain::*;
use crate::view::page::{Body, Page, Table};
use crate::view::room::Query;
use crate::view::testing::{ask, deed, faults, refused, shown};

fn table<'a>(page: &'a Page, id: &str) -> &'a Table {
    let section = page.sections.iter().find(|section| section.id == id).unwrap();
    match &section.body {
        Body::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

fn cells(page: &Page, id: &str) -> Vec<Vec<String>> {
    let rows = &table(page, id).rows;
    rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect()).collect()
}

fn tab(sample: &Sample, id: &str) -> Page {
    shown(sample, &Query::from([("tab", id)]), page)
}

#[test]
fn the_memo_is_opened_for_every_class_with_students_at_once() {
    let mut sample = Sample::new();
    let before = tab(&sample, "");
    assert!(before.acts[0].refused.is_none());
    deed(&mut sample, &[], &Deed::OpenSecurity);
    let after = tab(&sample, "");
    assert!(after.acts[0].refused.is_some(), "7Б has no students");
    let row = &cells(&after, "sheets")[0];
    assert_eq!(row[..4], ["Памятка о безопасности профиля", "обучающиеся 7А", "10.09.2026", "0 из 1"]);
    assert_eq!(refused(&sample, &[], &Deed::OpenSecurity), "refused by 2.5/4: nobody was chosen");
}

#[test]
fn a_sheet_is_confirmed_cleared_renewed_and_removed() {
    let mut sample = Sample::new();
    deed(&mut sample, &[], &Deed::OpenSecurity);
    let id = *sample.workspace.school().sheets().keys().next().unwrap();
    ask(&mut sample, &[], &Ask::Confirm(id), &[]);
    let card = shown(&sample, &Query::from([("sheet", id.to_string().as_str())]), page);
    assert_eq!(cells(&card, "people"), [["Зуева Ева Марковна", "подтвердил(а)", "10.09.2026"]]);
    let zueva = sample.zueva.to_string();
    deed(&mut sample, &[&zueva], &Deed::Clear(id));
    assert_eq!(sample.workspace.school().sheets()[&id].people[&sample.zueva], None);
    deed(&mut sample, &[], &Deed::Renew(id));
    deed(&mut sample, &[], &Deed::Drop(id));
    assert!(sample.workspace.school().sheets().is_empty());
}

#[test]
fn staff_signs_the_rules_of_chats_and_an_order() {
    let mut sample = Sample::new();
    ask(&mut sample, &[], &Ask::Open, &[("subject", "chat-rules"), ("audience", "staff")]);
    let order = format!("act:{}", sample.order);
    ask(&mut sample, &[], &Ask::Open, &[("subject", &order), ("audience", "staff")]);
    let sheets = sample.workspace.school().sheets();
    assert_eq!(sheets.values().map(|sheet| sheet.people.len()).collect::<Vec<_>>(), [4, 4]);
}

#[test]
fn wrong_fields_of_a_sheet_are_named() {
    let mut sample = Sample::new();
    let typed = [("subject", "nonsense"), ("classes", ""), ("on", "x")];
    assert_eq!(faults(&mut sample, &[], &Ask::Open, &typed), ["subject", "classes", "on"]);
}

#[test]
fn every_role_has_its_rights_and_everybody_a_sheet() {
    let page = tab(&Sample::new(), "rights");
    let Body::Cards(cards) = &page.sections[1].body else { panic!("cards") };
    assert_eq!(cards.len(), 9);
    assert!(cards.iter().all(|card| card.lines.len() >= 3), "3.1 to 3.3 are of everybody");
    let sheet = table(&page, "personal").rows[0].cells[3].href.clone().unwrap();
    assert!(sheet.starts_with("#/documents?form=sheet-rights&person="), "{sheet}");
}

#[test]
fn consents_are_written_for_many_and_an_empty_field_changes_nothing() {
    let mut sample = Sample::new();
    let (mother, zueva) = (sample.zueva_mother.to_string(), sample.zueva.to_string());
    let typed = [("state", "given"), ("on", "2026-09-09"), ("paper", "папка 3")];
    ask(&mut sample, &[&mother, &zueva], &Ask::Consents, &typed);
    ask(&mut sample, &[&mother], &Ask::Consents, &[("way", "off"), ("other-way", "звонок")]);
    let school = sample.workspace.school();
    let row = school.people()[&sample.zueva_mother].as_ref();
    assert_eq!((row.consent.state, row.consent.on), (ConsentState::Given, Some(day(9))));
    assert_eq!((row.participation, row.other_way.as_str()), (Participation::OffPlatform, "звонок"));
    let shown = shown(&sample, &Query::from([("tab", "consents"), ("way", "off")]), page);
    let rows = cells(&shown, "consents");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0][6], "звонок");
    let typed = [("state", "withdrawn"), ("on", "")];
    let form = Ask::Consent(sample.zueva_mother);
    assert_eq!(faults(&mut sample, &[], &form, &typed), ["on"]);
}

#[test]
fn activists_are_chosen_from_the_class() {
    let mut sample = Sample::new();
    let (class, mother) = (sample.class_7a, sample.zueva_mother.to_string());
    let form = Ask::Activists(ActiveGroupKind::Parents, Some(class));
    ask(&mut sample, &[], &form, &[("members", &mother)]);
    assert_eq!(cells(&tab(&sample, "activists"), "parents")[1], ["7А", "Зуева Ольга Петровна", "1"]);
    assert_eq!(faults(&mut sample, &[], &form, &[("members", "")]), ["members"]);
    let id = *sample.workspace.school().active_groups().keys().next().unwrap();
    deed(&mut sample, &[], &Deed::Dissolve(id));
    assert!(sample.workspace.school().active_groups().is_empty());
}
