//! Two people, two days, and what would change if.

use super::{Planned, Profile, Whole, page};
use crate::domain::sample::{Sample, day};
use crate::domain::{AdministratorPost, RegulationEdition};
use crate::plan::Index;
use crate::regulation::{ActionId, Basis, Verdict, in_force, sample};
use crate::view::area::stage::{check_hides, check_shows};
use crate::view::page::{Body, Page};
use crate::view::room::Query;
use crate::view::testing;

fn rows(page: &Page, id: &str) -> usize {
    let section = page.sections.iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no {id}: {page:?}"));
    match &section.body {
        Body::Table(table) => table.rows.len(),
        other => panic!("{other:?}"),
    }
}

fn shown(sample: &Sample, pairs: &[(&str, &str)]) -> Page {
    let query = pairs.iter().fold(Query::default(), |query, (key, value)| query.with(key, value));
    testing::shown(sample, &query, page)
}

#[test]
fn two_people_differ_and_one_does_not_differ_from_itself() {
    let sample = Sample::new();
    let (head, teacher) = (sample.orlova.to_string(), sample.baranov.to_string());
    let page = shown(&sample, &[("a", &head), ("b", &teacher)]);
    assert!(rows(&page, "answers") > 20);
    assert!(rows(&page, "chats") > 2);
    check_shows(&page.sections, "Орлова");
    let same = shown(&sample, &[("a", &teacher), ("b", &teacher)]);
    assert_eq!(same.sections[0].id, "same");
    assert_eq!(shown(&sample, &[("a", &head)]).sections[0].id, "choose");
}

#[test]
fn anybody_is_found_by_name() {
    let sample = Sample::new();
    let page = shown(&sample, &[("name", "Зуева")]);
    assert!(rows(&page, "found") >= 2);
    check_shows(&page.sections, &format!("b={}", sample.zueva_mother));
}

#[test]
fn a_person_on_a_day_after_the_term_has_ended() {
    let mut sample = Sample::new();
    let term = sample.workspace.school().homerooms().values().next().unwrap().as_ref().clone();
    sample.save(crate::domain::HomeroomAssignment {
        period: crate::domain::Period { to: Some(day(20)), ..term.period },
        ..term
    });
    let person = sample.baranov.to_string();
    let page = shown(&sample, &[("kind", "days"), ("person", &person), ("on", "2026-09-25")]);
    assert!(rows(&page, "answers") > 0);
    assert_eq!(rows(&page, "chats"), 3, "the chats of the class, 2.3/3a–c: {page:?}");
    let unchanged = shown(&sample, &[("kind", "days"), ("person", &person), ("on", "2026-09-11")]);
    assert_eq!(unchanged.sections[0].id, "same");
}

#[test]
fn another_interpretation_changes_its_cell_and_the_people_of_it() {
    let sample = Sample::new();
    let page = shown(&sample, &[("kind", "choice"), ("cell", "12:class-teacher"), ("stance", "allow")]);
    assert_eq!(rows(&page, "cells"), 1);
    assert_eq!((rows(&page, "duties"), rows(&page, "chats")), (0, 0));
    assert_eq!(rows(&page, "affected"), 1, "Баранов leads the one class");
    check_shows(&page.sections, "Баранов");
    let default = shown(&sample, &[("kind", "choice"), ("cell", "27:class-teacher"), ("stance", "allow")]);
    assert_eq!(rows(&default, "affected"), 1, "unsettled becomes allowed");
    assert!(sample.workspace.school().interpretations().is_empty(), "nothing is adopted");
}

#[test]
fn another_edition_changes_cells_and_chats() {
    let mut sample = Sample::new();
    let id = sample.ids.fresh();
    let record = RegulationEdition { data: sample::second_edition(), ..sample::record(id, "вторая") };
    sample.save(record);
    let page = shown(&sample, &[("kind", "edition"), ("edition", &id.to_string())]);
    assert!(rows(&page, "cells") >= 2);
    assert!(rows(&page, "chats") > 0, "one rule goes");
    let own = shown(&sample, &[("kind", "edition"), ("edition", "bundled")]);
    assert_eq!((rows(&own, "cells"), rows(&own, "chats"), rows(&own, "duties")), (0, 0, 0));
}

#[test]
fn a_planned_class_teacher_gets_what_the_other_loses() {
    let sample = Sample::new();
    let (who, class) = (sample.vetrova.to_string(), sample.class_7a.to_string());
    let page = shown(
        &sample,
        &[
            ("kind", "appointment"),
            ("person", &who),
            ("role", "class-teacher"),
            ("place", &class),
            ("from", "2026-09-15"),
        ],
    );
    assert_eq!(rows(&page, "chats"), 3);
    assert_eq!(rows(&page, "replaced-chats"), 3);
    check_shows(&page.sections, "Кого сменят: Баранов");
    check_hides(&page.sections, "Кого сменят: Ветрова");
}

#[test]
fn a_planned_administrator_lacks_the_order() {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let planned = Planned::of(Basis::PlatformAdmin, "").unwrap();
    assert_eq!(planned, Planned::Administrator(AdministratorPost::Platform));
    let after = planned.carried_out(school, sample.baranov, day(10)).unwrap();
    let profile = |school| {
        let whole = Whole::of(school, day(10));
        Profile::of(&whole.side(school), sample.baranov)
    };
    let found = profile(school).differences(profile(&after));
    // 2.1/3: edits the organisation's data, once there is an order.
    let edits = found.answers.iter().find(|row| row.key == ActionId(7)).unwrap();
    let (before, then) = (edits.before.as_ref().unwrap(), edits.after.as_ref().unwrap());
    assert_eq!((before.verdict, then.verdict), (Verdict::NotGranted, Verdict::Duty));
    assert!(!then.missing.is_empty());
    assert!(!found.duties.is_empty(), "the administrator's calendar");
    assert_eq!(school.appointments().len(), 0, "nothing is adopted");
}

#[test]
fn every_kind_of_appointment_is_carried_out() {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let (class, line) = (sample.class_7b.to_string(), sample.math_7a.to_string());
    for basis in Basis::ALL {
        let place = match basis {
            Basis::SubjectTeacher => &line,
            _ => &class,
        };
        let Some(planned) = Planned::of(basis, place) else {
            assert!(matches!(basis, Basis::Student | Basis::Parent));
            continue;
        };
        let after = planned.carried_out(school, sample.vetrova, day(10));
        if basis == Basis::ExtraEducator {
            assert!(after.is_none(), "no such group");
            continue;
        }
        let after = after.unwrap();
        let index = Index::as_of(&after, day(10));
        assert_ne!(&after, school, "{basis:?}");
        assert_eq!(in_force(&after, index.day).edition().id, in_force(school, index.day).edition().id);
    }
}
