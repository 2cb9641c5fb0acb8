//! What the fuzzer and the replay of its corpus do with bytes: read them, and hold the reader to its word.
//!
//! Shared by `fuzz/fuzz_targets/*.rs` and `tests/hostile.rs`, so that both run the same functions.

use std::ops::ControlFlow;

use sferum_planner::domain::{IdSource, School};
use sferum_planner::roster::library_decoder::LibraryDecoder;
use sferum_planner::roster::{ImportOptions, ReadFile, ReadOptions, propose, read_file};
use sferum_planner::snapshot::{entry_line, read, read_entry, write};

/// A snapshot: what reads as intact is written as it was; what may be shown can be shown.
pub fn snapshot(bytes: &[u8]) {
    match read(bytes) {
        Ok(opened) => {
            let again = read(&write(&opened.snapshot)).expect("what was written is read");
            assert!(again.snapshot == opened.snapshot, "a plan is what was written");
            let _ = opened.workspace();
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            if let Some(opened) = error.opened() {
                let _ = opened.workspace();
            }
        }
    }
    let _ = sferum_planner::snapshot::seal::verify(bytes, None);
    let _ = sferum_planner::snapshot::gzip::gunzip(bytes, 1 << 20);
}

/// A line of the appended journal: what reads is written as an entry that reads the same.
pub fn entry(bytes: &[u8]) {
    if let Ok(entry) = read_entry(bytes) {
        assert!(read_entry(&entry_line(&entry)).as_ref() == Ok(&entry), "an entry is what was written");
    }
}

/// A file locked with a passphrase: it opens whole or not at all, and never takes long to say so.
pub fn envelope(bytes: &[u8]) {
    use sferum_planner::snapshot::{lock, sign};
    if let Ok(inside) = lock::unlock(bytes, "passphrase") {
        snapshot(&inside);
    }
    let _ = sign::Key::from_file(bytes, "passphrase").err();
    let text = String::from_utf8_lossy(bytes);
    let _ = sign::check(b"plan", &text, "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3");
    let _ = sign::public_key(&text);
}

/// A list as text: read, then compared with an empty school.
pub fn csv(bytes: &[u8]) {
    list("list.csv", bytes);
}

/// A workbook or an archive of lists.
pub fn xlsx(bytes: &[u8]) {
    list("list.xlsx", bytes);
}

fn list(name: &str, bytes: &[u8]) {
    let Ok(file) = read_file(name, bytes, &LibraryDecoder, &ReadOptions::default()) else { return };
    take(&file);
}

fn take(file: &ReadFile) {
    let school = School::default();
    let today = "2026-10-12".parse().expect("a day");
    let options = ImportOptions::usual(&school, today);
    let mut ids = IdSource::new(1, [1; 10]);
    let files = std::slice::from_ref(file);
    let proposal = propose(&school, files, &options, &mut ids, &mut |_, _| ControlFlow::Continue(()));
    let proposal = proposal.expect("nobody stopped it");
    assert!(
        proposal.count(sferum_planner::roster::proposal::CountOf::Students).updated == 0,
        "an empty school has none"
    );
}
