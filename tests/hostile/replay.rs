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
