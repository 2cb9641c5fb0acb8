//! Files that are not what they were: each is refused with its own words, none is taken for intact, none panics.

use super::*;
use crate::snapshot::Encoding;
use crate::snapshot::read::read_within;

const GOLDEN: &str = include_str!("../../../tests/fixtures/snapshot/schema-1.json");
const NEWER: &[u8] = include_bytes!("../../../tests/fixtures/snapshot/schema-2.json");

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &str) {
    assert_eq!(answer(bytes.as_ref()), expected);
}

/// The golden file with a text replaced, sealed anew: what a foreign writer could make.
#[track_caller]
fn resealed(from: &str, to: &str) -> Vec<u8> {
    let (body, _) = GOLDEN.split_once(",\n\"sha256\"").unwrap();
    assert!(body.contains(from), "{from}");
    crate::snapshot::digest::seal(format!("{}\n}}", body.replacen(from, to, 1)).into_bytes())
}

#[test]
fn not_json() {
    check("", "the file is empty");
    check(" \n", "the file is empty");
    check("план", "no JSON at line 1, column 1");
    check("{\"format\": \"sferum-planner-snapshot\",\n\"schema\": 1,,", "no JSON at line 2, column 13");
    check("[1, 2", "cut off at line 1, column 5");
    check("{\"a\": 01}", "no JSON at line 1, column 8");
    check(GOLDEN.replacen("К педсовету", "\\ud800", 1), "no JSON at line 13, column 16");
    check("PK\u{3}\u{4}", "no JSON at line 1, column 1");
    check([GOLDEN, "x"].concat(), &format!("no JSON at line {}, column 1", GOLDEN.lines().count() + 1));
}

#[test]
fn foreign_json() {
    for text in [
        "null",
        "[]",
        "{}",
        "7",
        "\"x\"",
        "[{\"format\": 1}]",
        "{\"format\": \"other\", \"schema\": 1, \"app\": \"1\"}",
        "{\"format\": 5}",
        "{\"schema\": 1}",
        "{\"format\": {\"a\": []}, \"schema\": 9}",
        "{\"format\": \"sferum-planner-snapshot\"}",
        "{\"format\": \"sferum-planner-snapshot\", \"schema\": 0}",
        "{\"format\": \"sferum-planner-snapshot\", \"schema\": -1, \"app\": \"1\"}",
        "{\"format\": \"sferum-planner-snapshot\", \"schema\": \"1\"}",
    ] {
        check(text, "JSON, but no snapshot of the planner");
    }
    check(include_str!("../../../Cargo.lock"), "no JSON at line 1, column 1");
}

#[test]
fn newer_schema() {
    check(NEWER, "schema 2 of app 9.0.0; this app reads up to 1");
    check(
        "{\"rows\": [1], \"schema\": 18446744073709551615, \"format\": \"sferum-planner-snapshot\"}",
        "schema 18446744073709551615 of app ; this app reads up to 1",
    );
}

#[test]
fn other_encodings() {
    let utf16: Vec<u8> = GOLDEN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&utf16, "not UTF-8 from byte 0 on: looks like UTF-16");
    check([b"\xff\xfe".as_slice(), &utf16].concat(), "not UTF-8 from byte 0 on: looks like UTF-16");
    let (one_byte, _, _) = encoding_rs::WINDOWS_1251.encode(GOLDEN);
    let error = read(&one_byte).unwrap_err();
    assert!(matches!(error, Unreadable::Encoding { guess: Encoding::OneByte, at: 100.. }), "{error}");
    let mut damaged = GOLDEN.as_bytes().to_vec();
    let last = damaged.iter().rposition(|byte| *byte >= 0x80).unwrap();
    damaged[last] = b'x';
    let error = read(&damaged).unwrap_err();
    assert!(matches!(error, Unreadable::Encoding { guess: Encoding::Damaged, .. }), "{error}");
}

#[test]
fn structure() {
    let check = |from: &str, to: &str, path: &str, says: &str| {
        let Err(Unreadable::Structure { path: found, message, .. }) = read(&resealed(from, to)) else {
            panic!("{from} → {to}: {}", answer(&resealed(from, to)));
        };
        assert_eq!(found, path);
        assert!(message.contains(says), "{message}");
    };
    check("\"phone\":\"+70000000001\"", "\"phone\":\"12\"", "records.people[4].phone", "no phone number");
    check("\"label\":\"7Б\"", "\"label\":\"12Б\"", "records.classes[2].kind.class.label", "no grade");
    check("\"revision\": ", "\"revision\": -", "revision", "invalid value");
    check("\"family\":\"Баранов\"", "\"family\":\"\"", "records.people[2].name", "no family name");
    check(
        "\"family\":\"Баранов\"",
        "\"family\":\"Баранов\",\"family\":\"Б\"",
        "records.people[2].name.family",
        "duplicate field",
    );
    check("\"records\": {", "\"records\": {\n\"people\": [],", "records.people", "duplicate field");
    check("\"plan\": ", "\"Plan\": ", "", "missing field `plan`");
    check("\"note\":", "\"later\":{\"a\":1,\"a\":2},\"note\":", "later", "duplicate field");
}

#[test]
fn too_big_and_too_deep() {
    assert_eq!(
        read_within(GOLDEN.as_bytes(), 1_000),
        Err(Unreadable::TooBig { bytes: GOLDEN.len() as u64, limit: 1_000 })
    );
    let deep = |levels: usize| {
        let value = format!("\"later\":{}1{},\"note\":", "[".repeat(levels), "]".repeat(levels));
        answer(&resealed("\"note\":", &value))
    };
    // The file itself is one level of the 127.
    assert_eq!(deep(126), "intact");
    assert!(deep(127).starts_with("nested too deep"), "{}", deep(127));
    assert!(deep(100_000).starts_with("nested too deep"));
    check("[".repeat(1_000_000), "nested too deep at line 1, column 128");
}

#[test]
fn altered() {
    let Err(Unreadable::Altered(opened)) = read(GOLDEN.replacen("Баранов", "Буранов", 1).as_bytes())
    else {
        panic!()
    };
    assert!(opened.school.people().values().any(|row| row.name.family() == "Буранов"), "can be looked at");
    let says = "altered: the digest or the counts do not fit";
    check(GOLDEN.replace('\n', "\r\n"), says);
    check(GOLDEN.replace("\"sha256\": \"", "\"sha256\": \"0"), says);
    check(GOLDEN.trim_end(), says);
    check(resealed("\"person\": 6", "\"person\": 7"), says);
    let twice = GOLDEN.replacen("\"фио\":\"name\"", "\"фио\":\"name\",\"фио\":\"x\"", 1);
    let error = read(twice.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("duplicate field `фио`"), "{error}");
}

#[test]
fn a_record_twice() {
    let line = GOLDEN.lines().find(|line| line.starts_with("{\"id\"") && line.contains("Ева")).unwrap();
    let Err(Unreadable::Twice(key)) = read(&resealed(line, &format!("{line}\n{line}"))) else { panic!() };
    assert_eq!(key.kind, RecordKind::Person);
}

#[test]
fn links_to_nothing_are_reported_and_the_rest_is_there() {
    let sample = Sample::new();
    let mut records = Records::from(sample.workspace.school());
    records.people.retain(|row| row.id != sample.zueva_mother);
    let school = records.into_school().unwrap();
    let people = school.people().len();
    let workspace = Workspace::new(school, Journal::default(), 3);
    let bytes = file(&workspace);
    let Err(Unreadable::Dangling(opened)) = read(&bytes) else { panic!() };
    let [link] = opened.dangling.as_slice() else { panic!("{:?}", opened.dangling) };
    assert_eq!((link.from.kind, link.to), (RecordKind::Representation, RecordKey::to::<Person>(sample.zueva_mother)));
    assert_eq!(opened.school.people().len(), people);
    let stored = crate::snapshot::base(&workspace, &lineage());
    assert_eq!(crate::snapshot::open_base(&stored).unwrap().0, workspace, "a stored plan opens all the same");
    assert!(crate::snapshot::write_verified(&Snapshot::of(&workspace, &lineage(), stamp(2))).is_ok());
}

#[test]
fn every_cut_is_seen() {
    for cut in (0..GOLDEN.len()).step_by(13).chain(GOLDEN.len() - 90..GOLDEN.len()) {
        let answer = answer(&GOLDEN.as_bytes()[..cut]);
        let is_seen = answer.starts_with("cut off") || cut == 0 || cut + 1 == GOLDEN.len();
        assert!(is_seen && answer != "intact", "{cut}: {answer}");
    }
}

#[test]
fn no_flipped_bit_passes() {
    let mut random: u64 = 44;
    for turn in 0..2_000 {
        // A linear congruential generator (Knuth, MMIX): seeded, so that every run is the same.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bit = usize::try_from(random >> 33).unwrap() % (GOLDEN.len() * 8);
        let mut bytes = GOLDEN.as_bytes().to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(read(&bytes).is_err(), "bit {bit}");
        if turn % 4 != 0 {
            continue;
        }
        // One more byte, anything.
        let at = usize::try_from(random >> 20 & 0xffff).unwrap() % bytes.len();
        bytes[at] = u8::try_from(random >> 40 & 0xff).unwrap();
        assert!(read(&bytes).is_err(), "bit {bit}, byte {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn junk_is_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,60}") {
        prop_assert!(read(&bytes).is_err());
        prop_assert!(read(text.as_bytes()).is_err());
        let ours = ["{\"format\":\"sferum-planner-snapshot\",\"schema\":1,", &text].concat();
        prop_assert!(read(ours.as_bytes()).is_err());
    }
}
