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
    let packed = sferum_planner::cli::gunzip(&bytes("snapshot/packed.gz"), 1 << 20).unwrap();
    assert!(packed == bytes("snapshot/whole.json"));
}
