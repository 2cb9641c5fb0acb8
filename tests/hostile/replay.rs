//! The fuzzer's corpus, run through the fuzzer's own functions.

use std::path::Path;

use crate::targets;

#[track_caller]
fn check_replay(target: &str, run: fn(&[u8]), least: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display());
        run(&std::fs::read(path).unwrap());
        count += 1;
    }
    assert!(count >= least, "{count} files");
}

#[test]
fn snapshots() {
    check_replay("snapshot", targets::snapshot, 12);
}

#[test]
fn entries() {
    check_replay("entry", targets::entry, 6);
}

#[test]
fn envelopes() {
    check_replay("envelope", targets::envelope, 12);
}

/// Files that another author's program locked, and what was done to them.
#[test]
fn envelopes_are_what_they_are_named() {
    use sferum_planner::snapshot::gzip::gunzip;
    use sferum_planner::snapshot::lock::{MOST_WORK, NotUnlocked, unlock};
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let plan = std::fs::read(root.join("snapshot/whole.json")).unwrap();
    let check = |file: &str, expected: Result<(), NotUnlocked>| {
        let begun = std::time::Instant::now();
        let opened = unlock(&std::fs::read(root.join("envelope").join(file)).unwrap(), "passphrase");
        assert!(begun.elapsed().as_secs() < 5, "{file} takes long");
        if let Ok(inside) = &opened
            && !inside.is_empty()
        {
            assert!(gunzip(inside, 1 << 20).unwrap() == plan, "{file}");
        }
        assert_eq!(opened.map(drop), expected, "{file}");
    };
    check("whole.age", Ok(()));
    check("armored.age", Ok(()));
    check("empty.age", Ok(()));
    check("other-passphrase.age", Err(NotUnlocked::Passphrase));
    for damaged in ["cut.age", "cut-in-head.age", "flipped.age", "nothing.age", "two-stanzas.age"] {
        check(damaged, Err(NotUnlocked::Damaged));
    }
    check("work-too-large-a-number.age", Err(NotUnlocked::Damaged));
    check("years-of-work.age", Err(NotUnlocked::TooMuchWork { asked: 40, most: MOST_WORK }));
    check("for-key.age", Err(NotUnlocked::ForKey));
    check("later.age", Err(NotUnlocked::Later));
}

#[test]
fn text_lists() {
    check_replay("csv", targets::csv, 10);
}

#[test]
fn workbooks() {
    check_replay("xlsx", targets::xlsx, 12);
}

/// The corpus reaches what it is named for.
#[test]
fn seeds_are_what_they_are_named() {
    let bytes =
        |file: &str| std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(file)).unwrap();
    let check = |file: &str, expected: &str| {
        let said = match sferum_planner::snapshot::read(&bytes(file)) {
            Ok(opened) => format!("intact, extras: {}", !opened.snapshot.extras.is_empty()),
            Err(error) => error.to_string(),
        };
        assert!(said.contains(expected), "{file}: {said}");
    };
    check("snapshot/whole.json", "intact, extras: false");
    check("snapshot/bom.json", "intact");
    check("snapshot/unknown.json", "intact, extras: true");
    check("snapshot/cut.json", "cut off");
    check("snapshot/altered.json", "altered");
    check("snapshot/crlf.json", "altered");
    check("snapshot/newer.json", "schema 2");
    check("snapshot/made-up-older.json", "no snapshot of the planner");
    check("snapshot/twice.json", "duplicate field");
    check("snapshot/deep.json", "nested too deep");
    check("snapshot/dangling.json", "links lead nowhere");
    check("snapshot/empty-plan.json", "altered");
    check("snapshot/utf16.json", "UTF-16");
    let entry = |file: &str| sferum_planner::snapshot::read_entry(&bytes(file)).is_ok();
    assert!(entry("entry/whole") && entry("entry/line-end"));
    assert!(
        !entry("entry/torn") && !entry("entry/no-sides") && !entry("entry/two-records") && !entry("entry/huge-count")
    );
    let packed = sferum_planner::snapshot::gzip::gunzip(&bytes("snapshot/packed.gz"), 1 << 20).unwrap();
    assert!(packed == bytes("snapshot/whole.json"));
}
