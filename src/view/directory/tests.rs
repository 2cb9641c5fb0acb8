//! The order of names, what filters let through, and what is taken over from revision to revision.

use std::sync::Arc;

use super::{Column, Directory, Filter, PersonKind, order_by_name};
use crate::domain::sample::{Sample, day};
use crate::domain::{Change, Changes, Command, Person, PersonId, PersonName, Record, RecordKey, School};
use crate::plan::Index;

fn directory(sample: &Sample, before: Option<&Directory>) -> Directory {
    let school = sample.workspace.school();
    Directory::of(school, &Index::of(school, day(10)), before)
}

fn families(sample: &Sample, filter: &Filter, column: Column) -> Vec<String> {
    let directory = directory(sample, None);
    let found = directory.find(filter, column, None);
    found
        .iter()
        .filter_map(|at| directory.person(*at))
        .map(|person| person.name.short().replace('\u{a0}', " "))
        .collect()
}

#[track_caller]
fn check_text(text: &str, expected: &[&str]) {
    let filter = Filter { text: text.to_owned(), ..Filter::default() };
    assert_eq!(families(&Sample::new(), &filter, Column::Name), expected, "{text}");
}

#[test]
fn words_stand_anywhere_in_a_name() {
    check_text("зуев", &["Зуева Е. М.", "Зуева О. П."]);
    check_text("ольга ЗУЕ", &["Зуева О. П."]);
    check_text("ета", &[]);
    check_text("етр", &["Ветрова А. И.", "Зуева О. П.", "Лугова В. П."]);
    check_text("", &["Баранов Г. О.", "Ветрова А. И.", "Зуева Е. М.", "Зуева О. П.", "Лугова В. П.", "Орлова Н. А."]);
}

#[test]
fn a_class_or_a_grade_means_its_students() {
    for text in ["7А", "7a", "7A", "7", "7а зуе"] {
        check_text(text, &["Зуева Е. М."]);
    }
    for text in ["7Б", "1", "17", "7аб"] {
        check_text(text, &[]);
    }
}

#[test]
fn digits_stand_anywhere_in_a_phone() {
    let mut sample = Sample::new();
    let mut person = sample.workspace.school().people()[&sample.lugova].as_ref().clone();
    person.phone = Some("+7 (000) 219-32-58".parse().unwrap());
    sample.save(person);
    for (text, is_found) in [("219-32", true), ("8 000 219 32 58", true), ("+7 (000) 219", true), ("777", false)] {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        let expected: &[&str] = if is_found { &["Лугова В. П."] } else { &[] };
        assert_eq!(families(&sample, &filter, Column::Name), expected, "{text}");
    }
}

#[track_caller]
fn check_kind(kind: PersonKind, expected: &[&str]) {
    let filter = Filter { kind: Some(kind), ..Filter::default() };
    assert_eq!(families(&Sample::new(), &filter, Column::Name), expected);
}

#[test]
fn kinds_follow_from_the_records() {
    check_kind(PersonKind::Staff, &["Баранов Г. О.", "Ветрова А. И.", "Лугова В. П.", "Орлова Н. А."]);
    check_kind(PersonKind::Student, &["Зуева Е. М."]);
    check_kind(PersonKind::Representative, &["Зуева О. П."]);
    check_kind(PersonKind::WithoutRole, &[]);
}

#[test]
fn other_columns_keep_the_order_of_names() {
    let all = Filter::default();
    let by_class = families(&Sample::new(), &all, Column::Class);
    assert_eq!(by_class[..3], ["Зуева Е. М.", "Баранов Г. О.", "Ветрова А. И."]);
    let by_role = families(&Sample::new(), &all, Column::Role);
    assert_eq!(by_role[2..], ["Лугова В. П.", "Орлова Н. А.", "Зуева Е. М.", "Зуева О. П."]);
}

#[test]
fn the_order_is_that_of_person_name() {
    let families = ["Ёлкина", "Елкина", "Ельцов", "Жуков", "Жук", "Жуков-Ёж", "де Ла", "Ким", "Smith"];
    let givens = ["Алёна", "Алена", "Ян", "Яна"];
    let patronymics = ["", "Ильич", "Али оглы", "Петровна"];
    let mut names = Vec::new();
    for (at, family) in families.iter().enumerate() {
        for given in givens.iter().cycle().skip(at).take(4) {
            for patronymic in patronymics.iter().cycle().skip(at).take(4) {
                names.push(PersonName::new(family, given, patronymic).unwrap());
            }
        }
    }
    names.reverse();
    let order = order_by_name(names.iter());
    let ranked: Vec<&PersonName> = order.iter().map(|at| &names[*at as usize]).collect();
    let mut sorted: Vec<&PersonName> = names.iter().collect();
    sorted.sort();
    assert_eq!(ranked, sorted);
}

#[test]
fn what_did_not_change_is_taken_over() {
    let mut sample = Sample::new();
    let first = directory(&sample, None);
    let order = first.order(Column::Name);
    let mut person = sample.workspace.school().people()[&sample.zueva].as_ref().clone();
    person.note = "x".into();
    sample.save(person.clone());
    let second = directory(&sample, Some(&first));
    assert!(Arc::ptr_eq(&order, &second.order(Column::Name)), "a note moves nobody");
    person.name = PersonName::parse("Абаева Ева").unwrap();
    sample.save(person);
    let third = directory(&sample, Some(&second));
    let order = third.order(Column::Name);
    assert_eq!(third.person(order[0]).unwrap().name.family(), "Абаева");
}

#[test]
fn people_who_come_and_go_are_seen() {
    let mut sample = Sample::new();
    let first = directory(&sample, None);
    let id: PersonId = sample.ids.fresh();
    sample.save(Person::new(id, PersonName::parse("Ёжикова Яна").unwrap()));
    let second = directory(&sample, Some(&first));
    assert_eq!(second.propose("ежик", None, 8), [id]);
    assert_eq!(second.propose("ежик", Some(PersonKind::WithoutRole), 8), [id]);
    sample.run(&Command::Remove(Record::new(Person::new(id, PersonName::parse("Ёжикова Яна").unwrap())).key()));
    assert!(sample.workspace.school().record(RecordKey::to::<Person>(id)).is_none());
    assert_eq!(directory(&sample, Some(&second)).len(), 6);
}

/// Whatever is taken over: the same as a directory that begins anew, step by step.
#[track_caller]
fn check_follows(before: &Directory, index: &Index, school: &School, what: &str) -> (Directory, Index) {
    let index = Index::after(index, school, day(10));
    let (kept, anew) = (Directory::of(school, &index, Some(before)), Directory::of(school, &index, None));
    assert_eq!((&kept.names.people, &kept.names.keys), (&anew.names.people, &anew.names.keys), "{what}");
    assert_eq!((&kept.names.ends, &kept.names.phones), (&anew.names.ends, &anew.names.phones), "{what}");
    assert_eq!((&kept.places.kinds, &kept.places.classes), (&anew.places.kinds, &anew.places.classes), "{what}");
    assert_eq!(kept.labels, anew.labels, "{what}");
    for column in [Column::Name, Column::Class, Column::Role] {
        assert_eq!(kept.order(column), anew.order(column), "{what}, {column:?}");
    }
    (kept, index)
}

#[test]
fn what_is_taken_over_is_what_would_be_made_anew() {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let (mut kept, mut index) = check_follows(&Directory::default(), &Index::default(), school, "the sample");
    let mut step = |changed: &School, what: &str| {
        (kept, index) = check_follows(&kept, &index, changed, what);
        (kept, index) = check_follows(&kept, &index, school, &format!("{what}, taken back"));
    };
    let with = |before: &Record, after: Option<Record>| {
        let mut changed = school.clone();
        changed.apply(&Change::new(Some(before.clone()), after).into_iter().collect::<Changes>()).unwrap();
        changed
    };
    for record in school.records() {
        step(&with(&record, None), &format!("without {:?}", record.key()));
    }
    let person = school.people()[&sample.lugova].as_ref().clone();
    let edits = [
        Person { name: PersonName::parse("Абаева Ева").unwrap(), ..person.clone() },
        Person { phone: Some("+7 (000) 219-32-58".parse().unwrap()), ..person.clone() },
        Person { note: "x".into(), ..person.clone() },
    ];
    for edit in edits {
        step(&with(&Record::new(person.clone()), Some(Record::new(edit.clone()))), &format!("{edit:?}"));
    }
}

#[test]
fn an_edit_of_a_phone_makes_neither_names_nor_places_anew() {
    let mut sample = Sample::new();
    let (first, index) = check_follows(&Directory::default(), &Index::default(), sample.workspace.school(), "");
    let mut person = sample.workspace.school().people()[&sample.zueva].as_ref().clone();
    person.phone = Some("+7 (000) 219-32-58".parse().unwrap());
    sample.save(person);
    let (second, _) = check_follows(&first, &index, sample.workspace.school(), "a phone");
    assert!(Arc::ptr_eq(&first.places, &second.places));
    assert!(Arc::ptr_eq(first.names.by_name(), second.names.by_name()));
}
