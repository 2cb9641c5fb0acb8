//! Locked files open in other authors' programs, a library and a command line, and theirs here.
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

/// Runs the command line of `age` in the folder, at a terminal of its own, for it takes a passphrase from nowhere else.
/// Whether it succeeded, and what it said.
fn command_line(folder: &Path, command: &str, typed: &str) -> (bool, String) {
    let mut child = Command::new("script")
        .current_dir(folder)
        .args(["--quiet", "--return", "--command", command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("script is not installed: run scripts/setup.sh test");
    let mut terminal = child.stdin.take().unwrap();
    // It asks once to open and twice to lock; a line more would be left unread.
    terminal.write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    drop(terminal);
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn the_command_line_opens_ours_and_locks_what_opens_here() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("age");
    // What an earlier run left; there may be none.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let plain = std::fs::read(GOLDEN).unwrap();
    std::fs::write(folder.join("plan.age"), lock(&plain, PHRASE).unwrap()).unwrap();
    let run = |command: &str, typed: &str| command_line(&folder, command, typed);

    let (is_open, said) = run("age --decrypt --output plan.json plan.age", &format!("{PHRASE}\n"));
    assert!(is_open, "{said}");
    assert!(std::fs::read(folder.join("plan.json")).unwrap() == plain);

    let (is_open, said) = run("age --decrypt --output other.json plan.age", "не та фраза\n");
    assert!(!is_open && said.contains("incorrect passphrase"), "{said}");
    assert!(!folder.join("other.json").exists());

    let (is_locked, said) =
        run("age --encrypt --passphrase --output theirs.age plan.json", &format!("{PHRASE}\n{PHRASE}\n"));
    assert!(is_locked, "{said}");
    assert!(unlock(&std::fs::read(folder.join("theirs.age")).unwrap(), PHRASE).unwrap() == plain);
}
