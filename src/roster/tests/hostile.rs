//! Files that nobody should read: refused with a reason, never a panic, never a half-read school.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use super::super::limits::{CELLS, FILE_BYTES, INFLATE_RATIO, INFLATED_BYTES, ZIP_ENTRIES};
use super::super::read::{ReadOptions, read_file};
use super::super::rows::Rows;
use super::super::{ReadFile, Unreadable};
use super::{LibraryDecoder, Plan, fixture};

fn read(bytes: &[u8]) -> Result<ReadFile, Unreadable> {
    read_file("file", bytes, &LibraryDecoder, &ReadOptions::default())
}

#[track_caller]
fn check(bytes: &[u8], expected: Unreadable) {
    assert_eq!(read(bytes), Err(expected));
}

/// Packs deflated entries.
fn pack(entries: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    pack_by(zip::CompressionMethod::Deflated, entries)
}

fn pack_by(method: zip::CompressionMethod, entries: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in entries {
        writer.start_file(name, options).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet with the given XML inside `sheetData` and what follows it.
fn workbook(data: &str, after: &str) -> Vec<u8> {
    const NS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let files = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{REL}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ),
        ("xl/workbook.xml", format!("<workbook xmlns=\"{NS}\" xmlns:r=\"{REL}\"><sheets><sheet name=\"7А\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{REL}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{NS}\"><sheetData>{data}</sheetData>{after}</worksheet>")),
    ];
    pack_by(zip::CompressionMethod::Stored, files.map(|(name, text)| (name.to_owned(), text.into_bytes())))
}

fn cell(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn empty_files() {
    check(b"", Unreadable::Empty);
    check(b" \r\n\t\n", Unreadable::Empty);
}

#[test]
fn a_file_over_the_limit() {
    let bytes = vec![b'a'; usize::try_from(FILE_BYTES).unwrap() + 1];
    check(&bytes, Unreadable::TooLarge { bytes: FILE_BYTES + 1, limit: FILE_BYTES });
}

#[test]
fn old_and_encrypted_workbooks() {
    let mut old = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    old.extend([0; 600]);
    check(&old, Unreadable::OldWorkbook);
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    check(&old, Unreadable::Encrypted);
}

#[test]
fn junk_named_csv() {
    let junk: Vec<u8> = (0..4000_u32).map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
    check(&junk, Unreadable::Binary);
    check(b"\x7FELF\x02\x01\x01\0\0\0\0", Unreadable::Binary);
    check("просто слова\nи ещё слова\n".as_bytes(), Unreadable::NoColumns);
    check(b"{\"a\": 1, \"b\": 2}", Unreadable::NoColumns);
}

#[test]
fn broken_archives() {
    let whole = fixture("staff.xlsx");
    check(&whole[..whole.len() / 2], Unreadable::BrokenArchive);
    check(b"PK\x03\x04 and nothing more", Unreadable::BrokenArchive);
    check(&pack([("a.txt".to_owned(), b"text".to_vec())]), Unreadable::UnknownArchive);
    check(&pack([("xl/workbook.xml".to_owned(), b"<workbook".to_vec())]), Unreadable::BrokenWorkbook);
    check(
        &pack([("users.csv".to_owned(), b"sourcedId\n".to_vec())]),
        Unreadable::MissingEntry { file: "classes.csv".to_owned() },
    );
}

#[test]
fn archives_with_too_much_in_them() {
    let many = (0..=ZIP_ENTRIES).map(|n| (format!("{n}.csv"), Vec::new()));
    check(&pack(many), Unreadable::TooManyEntries { entries: ZIP_ENTRIES as u64 + 1, limit: ZIP_ENTRIES as u64 });
    let spaces = vec![b' '; 2 * 1024 * 1024];
    check(&pack([("users.csv".to_owned(), spaces)]), Unreadable::InflatesTooMuch { limit: INFLATE_RATIO });
    // Five entries that declare 16 MiB each.
    let mut far = pack((0..5).map(|n| (format!("{n}.csv"), vec![b' '; 100])));
    let starts: Vec<usize> = (0..far.len() - 4).filter(|at| far[*at..].starts_with(b"PK\x01\x02")).collect();
    for at in starts {
        far[at + 24..at + 28].copy_from_slice(&(16 * 1024 * 1024_u32).to_le_bytes());
    }
    check(&far, Unreadable::InflatesTooFar { limit: INFLATED_BYTES });
}

#[test]
fn a_size_that_lies_does_not_help() {
    let mut bytes = pack([("users.csv".to_owned(), vec![b' '; 1024 * 1024])]);
    // The sizes of the central directory say ten bytes.
    let at = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
    check(&bytes, Unreadable::BrokenArchive);
}

#[test]
fn a_workbook_with_too_many_cells() {
    let row: String = (0..1000).map(|_| "<c><v>1</v></c>").collect();
    let data = format!("<row>{row}</row>").repeat(CELLS / 1000 + 1);
    check(&workbook(&data, ""), Unreadable::TooManyCells { limit: CELLS as u64 });
}

#[test]
fn a_cell_at_the_end_of_the_world_costs_nothing() {
    let data = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
        cell("A1", "ФИО"),
        cell("B1", "Класс"),
        cell("A2", "Ким Ева"),
        cell("B2", "7А")
    );
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"C1:XFD1048576\"/></mergeCells>";
    assert_eq!(read(&workbook(&data, merged)).unwrap().lists[0].rows.len(), 1);
}

#[test]
fn merged_cells_numbers_and_the_name_of_the_sheet() {
    // The class stands once in a cell merged over two rows; the phone is a number; the third row has the sheet's class.
    let data = format!(
        "<row r=\"2\">{}{}{}</row><row r=\"3\">{}{}<c r=\"C3\"><v>70002193258</v></c></row><row r=\"4\">{}</row><row r=\"5\">{}</row>",
        cell("A2", "Класс"),
        cell("B2", "ФИО"),
        cell("C2", "Телефон"),
        cell("A3", "7Б"),
        cell("B3", "Ким Ева"),
        cell("B4", "Ким Ян"),
        cell("B5", "Ким Лев")
    );
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A3:A4\"/></mergeCells>";
    let file = read(&workbook(&data, merged)).unwrap();
    let Rows::Students(rows) = &file.lists[0].rows else { panic!("students") };
    let shown: Vec<String> = rows.iter().map(|row| format!("{} {} {}", row.line, row.name, row.class)).collect();
    assert_eq!(shown, ["3 Ким Ева 7Б", "4 Ким Ян 7Б", "5 Ким Лев 7А"]);
    assert_eq!(rows[0].phone.map(crate::domain::Phone::compact).as_deref(), Some("+70002193258"));
}

/// A small generator, so that the same damage is done on every run.
struct Damage(u64);

impl Damage {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }

    fn apply(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.next(12) {
            let at = self.next(bytes.len());
            if bytes.len() < 2 {
                return;
            }
            match self.next(5) {
                0 => bytes[at] = u8::try_from(self.next(256)).unwrap(),
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, b"\";\n\r\t,'=\0\xFF"[self.next(10)]),
                3 => {
                    let piece: Vec<u8> = bytes[at..bytes.len().min(at + 40)].to_vec();
                    bytes.splice(at..at, piece);
                }
                _ => {
                    bytes.drain(at..bytes.len().min(at + 7));
                }
            }
        }
    }
}

#[test]
fn damaged_files_never_panic() {
    for name in [
        "students.csv",
        "parents.csv",
        "load.csv",
        "extracurricular.csv",
        "chat-members-7a.csv",
        "staff.xlsx",
        "oneroster.zip",
    ] {
        let mut whole = fixture(name);
        // The beginning of a text is as good as the whole, and faster; an archive is whole or nothing.
        if std::path::Path::new(name).extension().is_some_and(|extension| extension == "csv") {
            whole.truncate(4000);
        }
        let rounds = if whole.len() > 100_000 { 15 } else { 120 };
        let mut damage = Damage(whole.len() as u64);
        for _ in 0..rounds {
            let mut bytes = whole.clone();
            damage.apply(&mut bytes);
            if let Ok(file) = read(&bytes) {
                let mut plan = Plan::new();
                let proposal = plan.propose(&[file], |_| {});
                // What is proposed keeps every rule: `take` panics where the school refuses.
                plan.take(proposal);
            }
        }
    }
}
