//! Lists and archives made to break a reader: what each is refused with.

use std::path::Path;

use sferum_planner::roster::library_decoder::LibraryDecoder;
use sferum_planner::roster::{ReadOptions, read_file};

/// What reading says: how many rows there are, or why there are none.
fn answer(name: &str, bytes: &[u8]) -> String {
    match read_file(name, bytes, &LibraryDecoder, &ReadOptions::default()) {
        Ok(file) => format!("{} rows", file.lists.iter().map(|list| list.rows.len()).sum::<usize>()),
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn check(file: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(file);
    assert_eq!(answer(file, &std::fs::read(path).unwrap()), expected);
}

#[test]
fn workbooks_and_archives() {
    check("xlsx/small.xlsx", "1 rows");
    check("xlsx/far-cell.xlsx", "1 rows");
    check("xlsx/cut.xlsx", "the archive is broken");
    check("xlsx/bomb.xlsx", "an entry inflates more than 200 times");
    check("xlsx/many-entries.zip", "201 entries are over the limit of 200");
    check("xlsx/no-workbook.zip", "an archive of an unknown kind");
    check("xlsx/encrypted-entry.xlsx", "the workbook is encrypted");
    check("xlsx/old.xls", "an old binary workbook (.xls)");
    check("xlsx/empty.zip", "an archive of an unknown kind");
    check("xlsx/shared-out-of-range.xlsx", "the workbook is broken");
}

#[test]
fn text() {
    check("csv/students.csv", "2 rows");
    check("csv/windows.csv", "1 rows");
    check("csv/dos.csv", "1 rows");
    check("csv/utf16.csv", "1 rows");
    check("csv/nul.csv", "binary data, not a table");
    check("csv/wide.csv", "no known columns");
}

#[test]
fn every_cut_and_many_flips_of_a_workbook_get_an_answer() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/gymnasium/staff.xlsx");
    let bytes = std::fs::read(path).unwrap();
    let whole = answer("staff.xlsx", &bytes);
    assert!(whole.ends_with("rows"), "{whole}");
    for cut in (0..bytes.len()).step_by(97) {
        assert_ne!(answer("staff.xlsx", &bytes[..cut]), whole, "cut at {cut}");
    }
    for n in 0..100 {
        let mut bad = bytes.clone();
        let bit = n * 7_919 % (bad.len() * 8);
        bad[bit / 8] ^= 1 << (bit % 8);
        // A bit of a date or a name of the archive may change nothing; an answer is all that is asked for.
        assert!(!answer("staff.xlsx", &bad).is_empty(), "bit {bit}");
    }
}
