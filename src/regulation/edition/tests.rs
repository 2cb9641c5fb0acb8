//! The bundled edition against the table it was typed from, and editions that must be refused.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::{FORMAT, Regulation};
use crate::domain::ClauseId;
use crate::regulation::{ActionId, Cell, RoleId, Stance, Verdict};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/matrix");

/// Reads the clause addresses in a line of a fixture.
fn clauses(text: &str) -> Vec<ClauseId> {
    text.split([' ', ',', '(', ')']).filter_map(ClauseId::parse).collect()
}

/// Compares one cell with its line, such as `13 D° 2.5/1`, `8 A i` or `27 ? 2.1/12 (allow°)`.
fn check_cell(place: &str, line: &str, cell: &Cell) {
    let mut words = line.split(' ').skip(1);
    let code = words.next().unwrap_or_default();
    let rest: Vec<&str> = words.collect();
    let text = rest.join(" ");
    let verdict = match code.trim_end_matches('°') {
        "D" => Verdict::Duty,
        "N" => Verdict::DutyIfNeeded,
        "A" => Verdict::Allowed,
        "R" => Verdict::Right,
        "?" => Verdict::Unsettled,
        "–" => Verdict::NotGranted,
        other => panic!("{place}: unknown code {other}"),
    };
    assert_eq!(cell.verdict, verdict, "{place}");
    assert_eq!(cell.inherited, rest.contains(&"i"), "{place}: inherited");
    assert_eq!(cell.if_access, rest.contains(&"c"), "{place}: if access");
    assert_eq!(cell.is_own_scope(), code.ends_with('°') || text.contains("(allow°"), "{place}: own scope");
    let expected = match verdict {
        Verdict::NotGranted => vec![],
        _ if cell.inherited => clauses("2.1/7"),
        _ => clauses(&text),
    };
    assert_eq!(cell.clauses, expected, "{place}: clauses");
    if text.contains("(allow") {
        assert_eq!(cell.default, Some(Stance::Allow), "{place}: default");
    }
    if text.contains("(deny") {
        assert_eq!(cell.default, Some(Stance::Deny), "{place}: default");
    }
    // Whatever else the table says must be said by the note, and nothing more.
    let said = text.replace(['(', ')', ',', ';', '°'], " ");
    let remark = said
        .split_whitespace()
        .any(|word| !["allow", "deny", "i", "c"].contains(&word) && ClauseId::parse(word).is_none());
    assert_eq!(cell.note.is_some(), remark, "{place}: note");
}

#[test]
fn every_cell_is_that_of_the_table() {
    let regulation = Regulation::bundled();
    let mut cells = 0;
    for role in regulation.roles() {
        let file = std::fs::read_to_string(format!("{FIXTURES}/{}.txt", role.id)).expect("a fixture for each role");
        assert_eq!(file.lines().count(), regulation.actions().len(), "{}", role.id);
        for (line, action) in file.lines().zip(regulation.actions()) {
            let place = format!("{} `{line}`", role.id);
            assert_eq!(line.split(' ').next(), Some(action.number.to_string().as_str()), "{place}");
            check_cell(&place, line, action.cell(&role.id).expect("a cell"));
            cells += 1;
        }
    }
    assert_eq!(cells, 513);
}

#[test]
fn bundled_edition_has_every_clause_once() {
    let regulation = Regulation::bundled();
    let mut expected: Vec<String> = Vec::new();
    expected.extend((1..=7).map(|n| format!("1.{n}")));
    expected.extend((0..=17).map(|n| format!("2.1/{n}")));
    expected.extend((1..=6).map(|n| format!("2.2/{n}")));
    expected.extend(('a'..='e').map(|letter| format!("2.2/6{letter}")));
    expected.push("2.2/7".to_owned());
    expected.extend((1..=3).map(|n| format!("2.3/{n}")));
    expected.extend(('a'..='d').map(|letter| format!("2.3/3{letter}")));
    expected.push("2.3/4".to_owned());
    expected.extend((1..=3).map(|n| format!("2.4/{n}")));
    expected.extend(["2.4/3a", "2.4/3b", "2.4/4"].map(str::to_owned));
    expected.extend((1..=4).map(|n| format!("2.5/{n}")));
    expected.push("2.6".to_owned());
    expected.extend(["2.7/1", "2.7/2"].map(str::to_owned));
    expected.extend((1..=4).map(|n| format!("3.{n}")));
    expected.extend((1..=3).map(|n| format!("4.{n}")));
    let found: Vec<String> = regulation.clauses().map(|(_, clause)| clause.id.to_string()).collect();
    assert_eq!(found, expected);
    let absent: Vec<String> =
        regulation.clauses().filter(|(_, clause)| clause.absent).map(|(_, clause)| clause.id.to_string()).collect();
    assert_eq!(absent, ["2.6"]);
}

#[test]
fn bundled_edition_counts() {
    let regulation = Regulation::bundled();
    assert_eq!((regulation.actions().len(), regulation.roles().len()), (57, 9));
    let numbers: Vec<u16> = regulation.oddities().iter().map(|oddity| oddity.number).collect();
    assert_eq!(numbers, (1..=13).collect::<Vec<u16>>());
    assert!(regulation.app_commands().iter().all(|command| command.clauses == clauses("4.3")));
    assert!(!regulation.app_commands().is_empty());
}

#[test]
fn clause_stands_under_its_heading() {
    for (section, clause) in Regulation::bundled().clauses() {
        let point = clause.id.point().to_string();
        assert!(section.number == point || section.number == clause.id.section().to_string(), "{}", clause.id);
    }
}

#[test]
fn conditional_clauses_are_those_of_the_text() {
    let conditional: Vec<String> = Regulation::bundled()
        .clauses()
        .filter(|(_, clause)| clause.condition.is_some())
        .map(|(_, clause)| clause.id.to_string())
        .collect();
    let expected =
        ["2.1/5", "2.1/8", "2.1/9", "2.1/10", "2.1/17", "2.2/4", "2.3/2", "2.4/2"].map(str::to_owned).to_vec();
    assert_eq!(conditional, expected);
}

#[test]
fn every_clause_of_duties_and_rights_is_used_by_the_matrix() {
    let regulation = Regulation::bundled();
    let used: BTreeSet<ClauseId> =
        regulation.actions().iter().flat_map(|action| &action.cells).flat_map(|cell| cell.clauses.clone()).collect();
    let unused: Vec<String> = regulation
        .clauses()
        .filter(|(_, clause)| matches!(clause.id.section(), 2 | 3) && !used.contains(&clause.id))
        .map(|(_, clause)| clause.id.to_string())
        .collect();
    // The first is missing in the text.
    assert_eq!(unused, ["2.6"]);
}

/// A small edition of another school: two roles, one action.
fn other_school() -> Value {
    let text = json!({ "ru": "текст", "en": "text" });
    json!({
        "format": FORMAT, "schema": 1, "id": "lyceum", "title": text,
        "platform": { "name": text, "profile": text, "supportEmail": "help@example.org", "helpSite": "example.org",
            "staffRoom": text },
        "roles": [
            { "id": "principal", "code": "P", "basis": "head", "clause": "1.1", "name": text, "platformTerm": "admin" },
            { "id": "tutor", "code": "T", "basis": "classTeacher", "clause": "1.1", "name": text, "platformTerm": "teacher" }
        ],
        "sections": [{ "number": "1", "title": text, "clauses": [
            { "id": "1.1", "area": "general", "actors": ["principal"], "text": text },
            { "id": "1.2", "area": "chats", "actors": ["tutor"], "absent": true, "text": text }
        ]}],
        "actions": [{ "number": 1, "name": text, "area": "general", "clauses": ["1.1"], "cells": [
            { "role": "principal", "verdict": "duty", "clauses": ["1.1"] },
            { "role": "tutor", "verdict": "notGranted" }
        ]}],
        "chatRules": [{ "id": "form", "clause": "1.1", "each": "class", "isRequired": true, "action": 1,
            "owner": "homeroom", "members": ["homeroom", "classStudents"], "title": text, "name": text,
            "area": "class" }],
        "channels": [{ "kind": "general", "clause": "1.1", "name": text, "audience": ["students"],
            "editor": "principal" }],
        "oddities": [], "appCommands": []
    })
}

#[track_caller]
fn check_read(change: impl FnOnce(&mut Value), expected: &Expect) {
    let mut value = other_school();
    change(&mut value);
    let answer = match Regulation::read(value.to_string().as_bytes()) {
        Ok(regulation) => format!("{} roles, {} actions", regulation.roles().len(), regulation.actions().len()),
        Err(error) => error.to_string(),
    };
    expected.assert_eq(&answer);
}

#[track_caller]
fn check_bytes(bytes: &[u8], expected: &Expect) {
    expected.assert_eq(&Regulation::read(bytes).expect_err("refused").to_string());
}

#[test]
fn edition_of_another_school_needs_no_code() {
    check_read(|_| (), &expect!["2 roles, 1 actions"]);
    let regulation = Regulation::read(other_school().to_string().as_bytes()).expect("valid");
    let cell = regulation.cell(ActionId(1), &RoleId::from("principal")).expect("a cell");
    assert_eq!(cell.verdict, Verdict::Duty);
    assert_eq!(regulation.action(ActionId(0)), None);
    assert_eq!(regulation.action(ActionId(2)), None);
}

#[test]
fn byte_order_mark_is_no_obstacle() {
    let bytes = [b"\xef\xbb\xbf".as_slice(), other_school().to_string().as_bytes()].concat();
    assert!(Regulation::read(&bytes).is_ok());
}

#[test]
fn wrong_edition_is_refused_with_the_place() {
    check_read(
        |v| v["actions"][0]["cells"][1]["role"] = "cook".into(),
        &expect!["action 1 names role cook, which is not defined"],
    );
    check_read(
        |v| v["actions"][0]["cells"][1]["verdict"] = "allowed".into(),
        &expect!["the cell of action 1, role tutor cites no clause"],
    );
    check_read(
        |v| v["actions"][0]["cells"][0]["clauses"] = json!(["1.9"]),
        &expect!["the cell of action 1, role principal cites clause 1.9, which is not in the register"],
    );
    check_read(
        |v| v["actions"][0]["cells"][0]["clauses"] = json!(["1.2"]),
        &expect!["the cell of action 1, role principal rests on clause 1.2, which the text does not have"],
    );
    check_read(|v| v["sections"][0]["clauses"][1]["id"] = "1.1".into(), &expect!["clause 1.1 is defined twice"]);
    check_read(|v| v["actions"][0]["number"] = 2.into(), &expect!["action 1 is missing or out of order"]);
    check_read(
        |v| {
            v["actions"][0]["cells"].as_array_mut().expect("cells").pop();
        },
        &expect!["the cell of action 1, role tutor is missing"],
    );
    check_read(
        |v| v["actions"][0]["cells"][1]["role"] = "principal".into(),
        &expect!["the cell of action 1, role principal is defined twice"],
    );
    check_read(
        |v| v["actions"][0]["cells"][1] = json!({ "role": "tutor", "verdict": "unsettled", "clauses": ["1.1"] }),
        &expect!["the cell of action 1, role tutor is unsettled and has no default"],
    );
    check_read(
        |v| v["actions"][0]["cells"][0]["default"] = "allow".into(),
        &expect!["the cell of action 1, role principal is settled and must have no default"],
    );
    check_read(
        |v| v["actions"][0]["cells"][1]["scope"] = "homeroom".into(),
        &expect!["the cell of action 1, role tutor grants nothing, so it can have no scope, condition or inheritance"],
    );
    check_read(
        |v| v["roles"][1]["clause"] = "7.7".into(),
        &expect!["role tutor cites clause 7.7, which is not in the register"],
    );
    check_read(|v| v["roles"][1]["id"] = "principal".into(), &expect!["role principal is defined twice"]);
    check_read(
        |v| v["roles"][1]["name"]["en"] = " ".into(),
        &expect!["role tutor lacks a text in one of the languages"],
    );
    check_read(
        |v| {
            v["oddities"] = json!([{ "number": 1, "clauses": ["1.1"], "text": { "ru": "а", "en": "a" },
                "interpretation": { "ru": "а", "en": "a" }, "touches": [{ "action": 4, "roles": ["tutor"] }] }]);
        },
        &expect!["oddity 1 names action 4, which is not defined"],
    );
    check_read(
        |v| v["actions"][0]["cells"][0]["scop"] = "homeroom".into(),
        &expect![
            "line 1, column 83: unknown field `scop`, expected one of `role`, `verdict`, `clauses`, `scope`, `conditions`, `default`, `inherited`, `ifAccess`, `note`"
        ],
    );
}

#[test]
fn wrong_rules_of_chats_are_refused() {
    check_read(
        |v| v["chatRules"][0]["owner"] = "lineTeachers".into(),
        &expect!["chat rule form names LineTeachers, which it cannot have"],
    );
    check_read(|v| v["chatRules"][0]["members"] = json!([]), &expect!["chat rule form is for nobody"]);
    check_read(
        |v| v["chatRules"][0]["action"] = 2.into(),
        &expect!["chat rule form names action 2, which is not defined"],
    );
    check_read(
        |v| v["chatRules"][0]["clause"] = "1.2".into(),
        &expect!["chat rule form rests on clause 1.2, which the text does not have"],
    );
    check_read(
        |v| v["chatRules"][0]["name"]["en"] = "{class} {subject}".into(),
        &expect!["the name of chat rule form has a place {subject}, which is never filled"],
    );
    check_read(
        |v| v["chatRules"][0]["name"]["ru"] = "{klass}".into(),
        &expect!["the name of chat rule form has a place {klass}, which is never filled"],
    );
    check_read(
        |v| {
            let rule = v["chatRules"][0].clone();
            v["chatRules"].as_array_mut().expect("rules").push(rule);
        },
        &expect!["chat rule form is defined twice"],
    );
    check_read(
        |v| v["channels"][0]["editor"] = "cook".into(),
        &expect!["channel текст names role cook, which is not defined"],
    );
    check_read(|v| v["channels"][0]["audience"] = json!([]), &expect!["channel текст is for nobody"]);
}

#[test]
fn bundled_edition_asks_for_the_chats_of_its_clauses() {
    let regulation = Regulation::bundled();
    let rules: Vec<String> = regulation
        .chat_rules()
        .iter()
        .map(|rule| format!("{} {}{}", rule.clause, rule.id.0, if rule.is_required { "" } else { "?" }))
        .collect();
    let expected = [
        "2.2/6a deputies",
        "2.2/6b pedagogues",
        "2.2/6c parent-activists",
        "2.2/6d student-activists",
        "2.2/6e management-other?",
        "2.3/3a class-students",
        "2.3/3b class-parents",
        "2.3/3c class-teachers",
        "2.3/3d class-other?",
        "2.4/3a subject",
        "2.4/3b activity",
        "2.4/3b teaching-other?",
    ];
    assert_eq!(rules, expected);
    // The row that gives the right rests on the clause of the rule.
    for rule in regulation.chat_rules() {
        let action = regulation.action(rule.action).expect("an action");
        assert!(action.cells.iter().any(|cell| cell.clauses.contains(&rule.clause)), "{}", rule.id.0);
    }
    assert_eq!(regulation.channels().len(), 2);
}

#[test]
fn what_is_no_edition_is_refused() {
    check_bytes(b"", &expect!["line 1, column 0: the text ends too early"]);
    check_bytes(b"{}", &expect!["the file is no edition of a regulation"]);
    check_bytes(b"\xff\xfe\x00", &expect!["line 1, column 1: not UTF-8"]);
    check_bytes(
        br#"{"format":"sferum-planner/regulation","schema":7,"new":[]}"#,
        &expect!["the edition has schema 7, this version reads up to 1"],
    );
    check_bytes(
        "[".repeat(100_000).as_bytes(),
        &expect!["line 1, column 0: invalid type: sequence, expected struct Header"],
    );
    check_bytes(&vec![b' '; super::LARGEST + 1], &expect!["the file has 4000001 bytes, an edition may have 4000000"]);
}

#[test]
fn edition_survives_writing_and_reading() {
    let regulation = Regulation::bundled();
    let text = serde_json::to_string(regulation.edition()).expect("serializes");
    assert_eq!(Regulation::read(text.as_bytes()).as_ref(), Ok(regulation));
}
