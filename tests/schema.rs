//! The published JSON Schema fits the files the app writes, in the eyes of a validator that is not ours.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what failed by panicking")]

use std::path::{Path, PathBuf};
use std::process::Command as Process;

use sferum_planner::domain::*;
use sferum_planner::snapshot::{Lineage, Opened, Snapshot, Stamp, base, read, write};
use uuid::Uuid;

const GOLDEN: &str = "tests/fixtures/snapshot/schema-1.json";

/// Runs the validator over files; gives its exit code and what it says.
fn validate(files: &[&Path]) -> (Option<i32>, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Process::new("node")
        .current_dir(root)
        .arg("scripts/validate-schema.mjs")
        .arg("public/schema/snapshot-1.json")
        .args(files)
        .output()
        .expect("node is not installed: run scripts/setup.sh build");
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&text).into_owned())
}

/// Writes a file for the validator; each test has its own name.
fn saved(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[track_caller]
fn check_fits(name: &str, bytes: &[u8]) {
    let (code, says) = validate(&[&saved(name, bytes)]);
    assert_eq!((code, says.as_str()), (Some(0), ""));
}

#[track_caller]
fn check_misfit(name: &str, from: &str, to: &str, says: &str) {
    let golden = std::fs::read_to_string(GOLDEN).unwrap();
    assert!(golden.contains(from), "{from}");
    let (code, text) = validate(&[&saved(name, golden.replacen(from, to, 1).as_bytes())]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains(says), "{text}");
}

fn golden() -> Opened {
    read(&std::fs::read(GOLDEN).unwrap()).unwrap()
}

fn context() -> Context {
    Context {
        now: "2026-11-23T08:00:00.000000001Z".parse().unwrap(),
        today: "2026-11-23".parse().unwrap(),
        author: Author { name: String::new(), device: "Ноутбук".into() },
    }
}

#[test]
fn the_golden_file_fits() {
    let (code, says) = validate(&[Path::new(GOLDEN)]);
    assert_eq!((code, says.as_str()), (Some(0), ""));
}

/// The golden school gone through acts whose records take every other form a field knows.
#[test]
fn a_generated_file_and_its_base_fit() {
    let opened = golden();
    let (mut workspace, mut lineage) = (opened.workspace(), opened.lineage());
    let mut ids = IdSource::new(1_800_000_000_000, [9; 10]);
    let school = workspace.school().clone();
    let person = school.people().values().next().unwrap();
    let day = context().today;
    let mut records: Vec<Record> = vec![
        PlatformProfile {
            support_email: None,
            link_days: Some(7),
            call_limit: Some(100),
            ..PlatformProfile::default()
        }
        .into(),
    ];
    let consents = [ConsentState::Unknown, ConsentState::Given, ConsentState::Refused, ConsentState::Withdrawn];
    let participations = [Participation::OnPlatform, Participation::OffPlatform, Participation::Refused];
    for (n, (state, participation)) in consents.into_iter().zip(participations.into_iter().cycle()).enumerate() {
        let name = PersonName::parse(&format!("Новиков Ян{n}")).unwrap();
        let consent = Consent { state, on: Some(day), paper: "🗎".into() };
        let gender = Some(if n % 2 == 0 { Gender::Male } else { Gender::Female });
        records.push(Person { consent, participation, gender, ..Person::new(ids.fresh(), name) }.into());
    }
    for state in [VerificationState::Required { since: day }, VerificationState::Submitted { on: day }] {
        records.push(Verification { id: ids.fresh(), person: person.id, state }.into());
    }
    for kind in [LocalActKind::Directive, LocalActKind::Protocol] {
        let (id, number, title) = (ids.fresh(), "1-п".into(), "О чатах".into());
        records.push(LocalAct { id, kind, number, date: day, title, signer: None }.into());
    }
    let command = Command::ImportRoster { source: "списки.csv".into(), records };
    workspace.dispatch(ids.fresh(), &command, &context()).unwrap().unwrap();
    workspace.undo(ids.fresh(), &context()).unwrap();
    workspace.redo(ids.fresh(), &context()).unwrap();
    lineage.parents.push(Uuid::from_u128(5));
    let stamp = Stamp::new(Uuid::from_u128(6), context().now, Author::default(), String::new());
    check_fits("generated.json", &write(&Snapshot::of(&workspace, &lineage, stamp)));
    check_fits("base.json", &base(&workspace, &lineage));
    check_fits("empty.json", &base(&Workspace::default(), &Lineage::default()));
}

#[test]
fn a_file_with_fields_of_a_later_app_fits() {
    let golden = std::fs::read_to_string(GOLDEN).unwrap();
    check_fits(
        "later.json",
        golden.replacen("\"schema\": 1,", "\"schema\": 1, \"later\": {\"a\": [1]},", 1).as_bytes(),
    );
}

#[test]
fn the_schema_refuses_what_the_app_refuses() {
    check_misfit("no-plan.json", "\"plan\": ", "\"flan\": ", "must have required property 'plan'");
    check_misfit("schema.json", "\"schema\": 1", "\"schema\": 2", "must be equal to constant");
    check_misfit("number.json", "\"revision\": ", "\"revision\": -", "must be >= 0");
    check_misfit("word.json", "\"category\":\"head\"", "\"category\":\"boss\"", "/category");
    check_misfit("text.json", "\"hours\":500", "\"hours\":\"500\"", "/hours must be integer");
}
