//! Texts that break programs, in every field that takes a text.

use std::sync::Arc;

use sferum_planner::domain::*;
use sferum_planner::roster::library_decoder::LibraryDecoder;
use sferum_planner::roster::{ReadOptions, read_file, read_text};
use sferum_planner::snapshot::redact::{Purpose, Release, redact};
use sferum_planner::snapshot::{Lineage, Snapshot, Stamp, read, write_verified};
use uuid::Uuid;

use crate::case::{bytes, lines};

const NAUGHTY: &str = include_str!("../fixtures/hostile/naughty.txt");
const GOLDEN: &[u8] = include_bytes!("../fixtures/snapshot/schema-1.json");

fn texts() -> Vec<String> {
    lines(NAUGHTY).map(|line| String::from_utf8(bytes(line)).unwrap()).collect()
}

/// Puts a text into every field of a school that takes one.
fn filled(mut records: Records, text: &str) -> Records {
    for row in &mut records.organisation {
        let row = Arc::make_mut(row);
        for field in [
            &mut row.full_name,
            &mut row.short_name,
            &mut row.address,
            &mut row.tax_number,
            &mut row.site,
            &mut row.planner,
        ] {
            text.clone_into(field);
        }
    }
    for row in &mut records.platform {
        let row = Arc::make_mut(row);
        for field in [&mut row.name, &mut row.help_site, &mut row.teacher_term, &mut row.student_term] {
            text.clone_into(field);
        }
    }
    for row in &mut records.acts {
        let row = Arc::make_mut(row);
        (row.number, row.title) = (text.to_owned(), text.to_owned());
    }
    for row in &mut records.people {
        let row = Arc::make_mut(row);
        (row.note, row.file_number, row.consent.paper) = (text.to_owned(), text.to_owned(), text.to_owned());
        if let Ok(name) = PersonName::new(text, text, text) {
            row.name = name;
        }
    }
    records.classes.iter_mut().for_each(|row| text.clone_into(&mut Arc::make_mut(row).profile));
    records.positions.iter_mut().for_each(|row| text.clone_into(&mut Arc::make_mut(row).title));
    records.subjects.iter_mut().for_each(|row| text.clone_into(&mut Arc::make_mut(row).name));
    records.load.iter_mut().for_each(|row| text.clone_into(&mut Arc::make_mut(row).group));
    records.activities.iter_mut().for_each(|row| text.clone_into(&mut Arc::make_mut(row).name));
    for row in &mut records.verifications {
        if let VerificationState::Rejected { reason, .. } = &mut Arc::make_mut(row).state {
            text.clone_into(reason);
        }
    }
    for row in &mut records.interpretations {
        let row = Arc::make_mut(row);
        for field in [&mut row.question, &mut row.choice, &mut row.decided_by, &mut row.note] {
            text.clone_into(field);
        }
    }
    for row in &mut records.import_profiles {
        let row = Arc::make_mut(row);
        (row.name, row.kind) = (text.to_owned(), text.to_owned());
        row.columns.insert(text.to_owned(), text.to_owned());
    }
    records
}

#[test]
fn every_text_comes_back_from_every_field() {
    let golden = read(GOLDEN).unwrap();
    let texts = texts();
    assert!(texts.len() >= 60, "{}", texts.len());
    for text in texts {
        let school = filled(golden.snapshot.records.clone(), &text).into_school().unwrap();
        let workspace = Workspace::new(school, golden.journal(), 9);
        let author = Author { name: text.clone(), device: text.clone() };
        let stamp =
            Stamp { app: text.clone(), ..Stamp::new(Uuid::from_u128(5), golden.snapshot.at, author, text.clone()) };
        let snapshot = Snapshot::of(&workspace, &Lineage::new(Uuid::from_u128(1), &text), stamp);
        let bytes = write_verified(&snapshot).unwrap();
        let opened = read(&bytes).unwrap();
        assert!(opened.school == *workspace.school(), "{text:?}");
        assert_eq!((&opened.snapshot.note, &opened.snapshot.app), (&text, &text));
    }
}

#[test]
fn no_text_leaves_in_a_support_bundle() {
    let golden = read(GOLDEN).unwrap();
    // Words that look like the planner's own may stay in the fields of such words.
    for text in texts()
        .into_iter()
        .filter(|text| text.len() > 4 && text.chars().any(|c| !c.is_ascii_alphanumeric() && !"-:.".contains(c)))
    {
        let school = filled(golden.snapshot.records.clone(), &text).into_school().unwrap();
        let workspace = Workspace::new(school, Journal::default(), 9);
        let stamp = Stamp::new(Uuid::from_u128(5), golden.snapshot.at, Author::default(), text.clone());
        let release = Release { stamp, today: "2026-10-12".parse().unwrap(), secret: [5; 32] };
        let lineage = Lineage::new(Uuid::from_u128(1), &text);
        let bundle = redact(&workspace, &lineage, Purpose::SupportBundle, &release).unwrap().bytes;
        let spelled = serde_json::to_string(&text).unwrap();
        let needle = spelled.as_bytes();
        assert!(!bundle.windows(needle.len()).any(|window| window == needle), "{text:?}");
    }
}

#[test]
fn lists_of_such_texts_are_read_or_refused() {
    for text in texts() {
        for table in [
            format!("ФИО;Класс\n{text};7А\nКим Ева;{text}\n"),
            format!("{text}\n{text}\n"),
            format!("ФИО,Класс,Телефон\n\"{}\",7А,\"{}\"\n", text.replace('"', "\"\""), text.replace('"', "\"\"")),
            format!("{text};{text}\nКим Ева Львовна;7А\n"),
        ] {
            // Either answer is right; what counts is that there is one, and that it is not a panic.
            if let Ok(file) = read_text("список", &table, &ReadOptions::default()) {
                assert!(file.lists.iter().all(|list| list.rows.len() <= table.lines().count()), "{text:?}");
            }
            let by_bytes = read_file("список.csv", table.as_bytes(), &LibraryDecoder, &ReadOptions::default());
            if let Err(error) = by_bytes {
                assert!(!error.to_string().is_empty());
            }
        }
    }
}
