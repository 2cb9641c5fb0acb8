//! JSON itself: what every parser must take, what none may take, and what may go either way.
//!
//! The cases are our own, by the categories of the known parsing suites: arrays, numbers, objects, strings, structure.

use sferum_planner::snapshot::{Unreadable, read};

use crate::case::{bytes, lines, sealed};

const ACCEPT: &str = include_str!("../fixtures/hostile/json-accept.txt");
const REJECT: &str = include_str!("../fixtures/hostile/json-reject.txt");
const EITHER: &str = include_str!("../fixtures/hostile/json-either.txt");
const GOLDEN: &str = include_str!("../fixtures/snapshot/schema-1.json");

fn cases(fixture: &'static str) -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    lines(fixture).map(|line| line.split_once('\t').unwrap()).map(|(name, text)| (name, bytes(text)))
}

/// The answer to a whole file; none of them is a plan.
fn answer(bytes: &[u8]) -> Unreadable {
    read(bytes).unwrap_err()
}

/// The answer to an intact plan with a value under a key that nobody knows.
fn within(value: &[u8]) -> Result<(), Unreadable> {
    let (body, _) = GOLDEN.split_once(",\n\"sha256\"").unwrap();
    let file = [body.as_bytes(), b",\n\"later\": ", value, b"\n}"].concat();
    read(&sealed(&file)).map(|opened| assert!(!opened.snapshot.extras.is_empty()))
}

#[test]
fn the_numbers_of_cases() {
    let count = |fixture| cases(fixture).count();
    assert_eq!((count(ACCEPT), count(EITHER)), (95, 57));
    assert!(count(REJECT) >= 188);
}

#[test]
fn json_is_json() {
    for (name, bytes) in cases(ACCEPT) {
        assert_eq!(answer(&bytes), Unreadable::Foreign, "{name}");
    }
}

#[test]
fn json_is_kept_where_nobody_knows_it() {
    for (name, bytes) in cases(ACCEPT) {
        match within(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)) {
            Ok(()) => assert!(!name.starts_with("object same key"), "{name}"),
            // What says two things at once is refused, which RFC 8259 leaves to the reader.
            Err(Unreadable::Structure { message, .. }) => {
                assert!(
                    name.starts_with("object same key") && message.contains("duplicate field"),
                    "{name}: {message}"
                );
            }
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for (name, bytes) in cases(REJECT) {
        let answer = answer(&bytes);
        let is_about_json = matches!(
            answer,
            Unreadable::NotJson { .. }
                | Unreadable::CutOff { .. }
                | Unreadable::TooDeep { .. }
                | Unreadable::Encoding { .. }
                | Unreadable::Empty
        );
        assert!(is_about_json, "{name}: {answer}");
        // In the middle of a plan the rest of the file may complete it; it is never taken for whole.
        if !matches!(name, "lonely space" | "nothing") {
            assert!(within(&bytes).is_err(), "{name}");
        }
    }
}

#[test]
fn what_may_go_either_way_gets_an_answer() {
    for (name, bytes) in cases(EITHER) {
        let alone = answer(&bytes).to_string();
        assert!(!alone.is_empty() && alone.len() < 600, "{name}: {alone}");
        if let Err(error) = within(&bytes) {
            assert!(error.to_string().len() < 600, "{name}: {error}");
        }
    }
}

/// The answer to lists nested so deep within a plan.
#[track_caller]
fn check_depth(levels: usize, expected: &str) {
    let value = [b"[".repeat(levels), b"]".repeat(levels)].concat();
    // What is not ours is only passed over, and no deeper than anything else: no depth does harm.
    assert!(matches!(answer(&value), Unreadable::Foreign | Unreadable::TooDeep { .. }), "{levels}");
    let said = within(&value).err().map_or_else(|| "intact".to_owned(), |error| error.to_string());
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn depth_is_bounded() {
    check_depth(126, "intact");
    // The plan is one level itself.
    check_depth(127, "nested too deep");
    check_depth(128, "nested too deep");
    check_depth(100_000, "nested too deep");
}
