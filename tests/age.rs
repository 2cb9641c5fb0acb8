//! Locked files open in another author's program, and theirs here.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what failed by panicking")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use sferum_planner::snapshot::gzip::gzip;
use sferum_planner::snapshot::lock::{lock, unlock};

const GOLDEN: &str = "tests/fixtures/snapshot/schema-1.json";
const PHRASE: &str = "Ёжик уехал в Тверь";

/// Runs the other program; none where it refuses.
fn other(act: &str, passphrase: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut child = Command::new("node")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .args(["scripts/age.mjs", act, passphrase])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node is not installed: run scripts/setup.sh build");
    // A program that stops early is a refusal.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    let output = child.wait_with_output().unwrap();
    output.status.success().then_some(output.stdout)
}

#[test]
fn ours_opens_there_and_theirs_here() {
    let packed = gzip(&std::fs::read(GOLDEN).unwrap());
    let ours = lock(&packed, PHRASE).unwrap();
    assert!(other("decrypt", PHRASE, &ours).expect("the other program opens ours") == packed);
    assert_eq!(other("decrypt", "не та фраза", &ours), None);
    let theirs = other("encrypt", PHRASE, &packed).expect("the other program is installed: run scripts/setup.sh build");
    assert!(unlock(&theirs, PHRASE).unwrap() == packed);
}
