//! The reader and the writer beside `serde_json`, which is the judge of what JSON is.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::*;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Shape {
    Point,
    Circle(u16),
    Line(i8, i8),
    Text { words: Vec<String>, note: Option<char> },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Drawing {
    title: String,
    #[serde(default)]
    shapes: Vec<Shape>,
    #[serde(default)]
    by_name: BTreeMap<String, Shape>,
    #[serde(default)]
    scale: f64,
    #[serde(default)]
    size: (u32, i64),
    #[serde(default)]
    parent: Option<Box<Drawing>>,
}

/// What the reader makes of a drawing's text: its own words for it, or what is wrong and where.
#[track_caller]
fn check(input: &str, expected: &str) {
    let found = match read_noting::<Drawing>(input) {
        Ok((drawing, ways)) if ways.is_empty() => text(&drawing),
        Ok((_, ways)) => format!("{ways:?}"),
        Err(error) => format!("{:?}: {error}", error.kind()),
    };
    assert_eq!(found, expected);
}

#[test]
fn every_form_of_a_variant() {
    check(
        r#"{"title":"","shapes":["point",{"point":null},{"circle":7},{"line":[1,-2]},{"text":{"words":[],"note":"ё"}}]}"#,
        r#"{"title":"","shapes":["point","point",{"circle":7},{"line":[1,-2]},{"text":{"words":[],"note":"ё"}}],"by_name":{},"scale":0.0,"size":[0,0],"parent":null}"#,
    );
}

#[test]
fn unknown_fields_are_noted_where_they_stand() {
    check(
        r#"{"title":"","new":[{}],"parent":{"title":"","x":1},"shapes":["point",{"text":{"words":[],"note":null,"y":{}}}]}"#,
        r#"[[Key("new")], [Key("parent"), Key("x")], [Key("shapes"), Place(1), Key("y")]]"#,
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    check("", "CutOff: the text ends too early at line 1 column 0");
    check("{\n \"title\": 7}", "Data: invalid type: integer `7`, expected a string at line 2 column 11");
    check("{\"title\":\"\",\"title\":\"\"}", "Data: duplicate field `title` at line 1 column 19");
    check("{}", "Data: missing field `title` at line 1 column 2");
    check("[]", "Data: invalid type: sequence, expected struct Drawing at line 1 column 0");
    check("{\"title\":\"\"} x", "Syntax: no JSON at line 1 column 14");
    check("{\"title\":\"\",}", "Syntax: no JSON at line 1 column 13");
    check("{\"title\":\"\" \"scale\":1}", "Syntax: no JSON at line 1 column 13");
    check("{\"title\":\"\\x\"}", "Syntax: no JSON at line 1 column 12");
    check("{\"title\":\"\n\"}", "Syntax: no JSON at line 1 column 11");
    check("{\"title\":\"", "CutOff: the text ends too early at line 1 column 10");
    check("{\"title\":\"\",\"scale\":1e999}", "Syntax: number out of range at line 1 column 26");
    check("{\"title\":\"\",\"size\":[1,2,3]}", "Data: more items than expected at line 1 column 24");
    check("{\"title\":\"\",\"shapes\":[{}]}", "Data: no variant at line 1 column 24");
    check(
        "{\"title\":\"\",\"shapes\":[\"circle\"]}",
        "Data: invalid type: unit variant, expected newtype variant at line 1 column 30",
    );
    check(
        "{\"title\":\"\",\"shapes\":[{\"point\":null,\"circle\":1}]}",
        "Data: more items than expected at line 1 column 36",
    );
    check(
        "{\"title\":\"\",\"shapes\":[\"square\"]}",
        "Data: unknown variant `square`, expected one of `point`, `circle`, `line`, `text` at line 1 column 30",
    );
}

#[test]
fn lists_lie_in_each_other_as_deep_as_127() {
    let deep = |levels: usize| read::<Value>(&format!("{}{}", "[".repeat(levels), "]".repeat(levels)));
    assert!(deep(127).is_ok());
    assert_eq!(deep(128).unwrap_err().kind(), Kind::TooDeep);
    assert_eq!(deep(100_000).unwrap_err().kind(), Kind::TooDeep);
}

#[test]
fn outer_containers_are_spread_over_lines() {
    let value = json!({ "a": [], "b": { "c": [1, [2, { "d": {} }], {}] } });
    let expected = "{\n\"a\": [],\n\"b\": {\n\"c\": [\n1,\n[2,{\"d\":{}}],\n{}\n]\n}\n}";
    assert_eq!(String::from_utf8(lines(&value, 0)).unwrap(), expected);
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e300..1e300_f64).prop_map(Value::from),
        "\\PC*".prop_map(Value::from),
        "[\\x00-\\x22\\\\/абв😀]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-c\"\\\\]{0,3}", inner, 0..6).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// Kinds of faults as `serde_json` tells them apart.
fn judged(input: &str) -> Result<(), Kind> {
    serde_json::from_str::<Value>(input).map(drop).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => Kind::CutOff,
        _ if error.to_string().contains("recursion") => Kind::TooDeep,
        serde_json::error::Category::Data => Kind::Data,
        _ => Kind::Syntax,
    })
}

proptest! {
    #[test]
    fn values_are_written_as_serde_json_writes_them(value in any_value()) {
        prop_assert_eq!(text(&value), serde_json::to_string(&value).unwrap());
        prop_assert_eq!(read::<Value>(&text(&value)).unwrap(), value);
    }

    #[test]
    fn written_with_spaces_it_reads_the_same(value in any_value()) {
        prop_assert_eq!(&read::<Value>(&serde_json::to_string_pretty(&value).unwrap()).unwrap(), &value);
        prop_assert_eq!(&read::<Value>(std::str::from_utf8(&lines(&value, 0)).unwrap()).unwrap(), &value);
    }

    #[test]
    fn damage_is_judged_alike(value in any_value(), at in any::<prop::sample::Index>(), with in "[\\[\\]{}:,\"\\\\u0-9eE.+ntf \\-]{0,2}", cut in 0..3_usize) {
        let mut input: Vec<char> = text(&value).chars().collect();
        let at = at.index(input.len());
        let end = (at + cut).min(input.len());
        input.splice(at..end, with.chars());
        let input: String = input.into_iter().collect();
        let found = read::<Value>(&input).map(drop).map_err(|error| error.kind());
        prop_assert_eq!(found, judged(&input), "{}", input);
    }

    #[test]
    fn what_is_skipped_is_json_too(value in any_value(), at in any::<prop::sample::Index>(), with in "[\\[\\]{}:,\"\\\\u0-9eE.+ntf \\-]{0,2}") {
        let mut input: Vec<char> = text(&value).chars().collect();
        let at = at.index(input.len());
        input.splice(at..at, with.chars());
        let input: String = input.into_iter().collect();
        let skipped = read::<serde::de::IgnoredAny>(&input).map(drop).map_err(|error| error.kind());
        prop_assert_eq!(skipped, judged(&input), "{}", input);
    }
}
