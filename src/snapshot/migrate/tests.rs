//! The chain on made-up schemas: 0 before the first release, 2 after today's. Neither was ever released.

use super::{Migrations, Misfit, Step};
use crate::domain::{PersonName, RecordKind};
use crate::snapshot::read::{LIMIT, Opened, read_with};
use crate::snapshot::tree::Tree;
use crate::snapshot::{SCHEMA, Unreadable, read, write};

const ZERO: &str = include_str!("../../../tests/fixtures/snapshot/made-up-schema-0.json");
const ONE: &str = include_str!("../../../tests/fixtures/snapshot/schema-1.json");
const TWO: &str = include_str!("../../../tests/fixtures/snapshot/schema-2.json");

fn misfit(path: &str) -> Misfit {
    Misfit { path: path.into(), message: "not what schema 0 asks for".into() }
}

fn rename(tree: &mut Tree, from: &str, to: &str) {
    if let Tree::Object(fields) = tree {
        fields.iter_mut().filter(|(key, _)| key == from).for_each(|(key, _)| *key = to.into());
    }
}

/// Schema 0 called the organisation `school`, and kept a name in one text.
fn zero_to_one(file: &mut Tree) -> Result<(), Misfit> {
    rename(file, "school", "organisation");
    let people = file.get_mut("records").and_then(|records| records.get_mut("people"));
    let Some(Tree::List(people)) = people else { return Err(misfit("records.people")) };
    for (at, person) in people.iter_mut().enumerate() {
        let path = format!("records.people[{at}].name");
        let Some(name) = person.get_mut("name") else { return Err(misfit(&path)) };
        let Tree::Text(text) = &*name else { return Err(misfit(&path)) };
        let parsed = PersonName::parse(text).map_err(|_| misfit(&path))?;
        *name = serde_json::from_value(serde_json::to_value(parsed).unwrap()).unwrap();
    }
    Ok(())
}

/// Schema 2 calls people participants and knows rooms.
fn one_to_two(file: &mut Tree) -> Result<(), Misfit> {
    let records = file.get_mut("records").ok_or_else(|| misfit("records"))?;
    rename(records, "people", "participants");
    if let Tree::Object(tables) = records {
        tables.push(("rooms".into(), Tree::List(Vec::new())));
    }
    Ok(())
}

const TO_ONE: &[Step] = &[zero_to_one];
const TO_TWO: &[Step] = &[zero_to_one, one_to_two];

fn read_zero(text: &str) -> Result<Opened, Unreadable> {
    read_with(text.as_bytes(), LIMIT, Migrations::new(0, TO_ONE))
}

/// A text of the file replaced, its digest made anew.
fn resealed(from: &str, to: &str) -> String {
    let (body, _) = ZERO.split_once(",\n\"sha256\"").unwrap();
    assert!(body.contains(from), "{from}");
    String::from_utf8(crate::snapshot::digest::seal(format!("{}\n}}", body.replacen(from, to, 1)).into_bytes()))
        .unwrap()
}

#[test]
fn an_older_file_is_read_as_todays() {
    let opened = read_zero(ZERO).unwrap();
    assert_eq!((opened.schema, opened.snapshot.organisation.as_str()), (0, "Гимназия № 44"));
    let names: Vec<String> = opened.school.people().values().map(|row| row.name.to_string()).collect();
    assert_eq!(names, ["Орлова Нина Андреевна", "Зуева Ева Марковна", "Ким Лев"]);
    assert_eq!(opened.school.count(RecordKind::Enrolment), 1);
    let written = write(&opened.snapshot);
    let again = read(&written).unwrap();
    assert_eq!((again.schema, &again.snapshot), (SCHEMA, &opened.snapshot), "from now on it is a file of today");
    assert!(std::str::from_utf8(&written).unwrap().contains("\"locker\":17"), "unknown fields of an old file stay");
}

#[test]
fn an_older_file_keeps_its_digest() {
    let Err(Unreadable::Altered(opened)) = read_zero(&ZERO.replacen("Ким Лев", "Ким Лео", 1)) else {
        panic!()
    };
    assert!(opened.school.people().values().any(|row| row.name.given() == "Лео"), "can be looked at");
    let Err(Unreadable::Altered(_)) = read_zero(&resealed("\"person\": 3", "\"person\": 4")) else { panic!() };
}

#[test]
fn an_older_file_is_not_trusted() {
    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        assert_eq!(read_zero(&resealed(from, to)).unwrap_err().to_string(), expected);
    }
    check("\"name\":\"Ким Лев\"", "\"name\":7", "line 1, column 1, records.people[2].name: not what schema 0 asks for");
    check("\"people\"", "\"folk\"", "line 1, column 1, records.people: not what schema 0 asks for");
    check(
        "\"locker\":17",
        "\"locker\":17,\"locker\":18",
        "line 31, column 113, records.people[1]: duplicate field `locker`",
    );
    check(
        "\"label\":\"7А\"",
        "\"label\":\"17А\"",
        "line 35, column 76, records.classes[0].kind.class.label: `17А` has no grade from 1 to 11",
    );
    let cut = read_zero(&ZERO[..ZERO.len() / 2]).unwrap_err().to_string();
    assert!(cut.starts_with("cut off at line"), "{cut}");
}

#[test]
fn the_chain_runs_from_each_of_its_schemas() {
    let chain = Migrations::new(0, TO_TWO);
    assert_eq!(chain.newest(), 2);
    for (text, from, people) in [(ZERO, 0, 3), (ONE, 1, 6)] {
        let mut tree: Tree = serde_json::from_str(text).unwrap();
        chain.run(&mut tree, from).unwrap();
        assert_eq!(tree.get("schema"), Some(&Tree::Number(2.into())));
        let records = tree.get("records").unwrap();
        let Some(Tree::List(rows)) = records.get("participants") else { panic!("schema {from}") };
        assert_eq!(rows.len(), people);
        assert!(rows.iter().all(|row| row.get("name").is_some_and(|name| name.get("family").is_some())));
        assert!(records.get("people").is_none() && records.get("rooms").is_some());
    }
}

#[test]
fn a_newer_file_is_refused_by_both_numbers() {
    let check = |answer: Result<Opened, Unreadable>, file, app| {
        assert_eq!(answer.unwrap_err(), Unreadable::Newer { file, app, written_by: "9.0.0".into() });
    };
    check(read(TWO.as_bytes()), 2, 1);
    check(read_zero(TWO), 2, 1);
    let three = TWO.replace("\"schema\": 2", "\"schema\": 3");
    check(read_with(three.as_bytes(), LIMIT, Migrations::new(0, TO_TWO)), 3, 2);
}

#[test]
fn an_unreleased_schema_is_not_ours() {
    assert_eq!(read(ZERO.as_bytes()), Err(Unreadable::Foreign));
    assert_eq!(Migrations::released().newest(), SCHEMA);
}
