//! What is written is what is read, byte for byte, known fields and unknown ones.

use std::fmt::Write as _;

use super::*;
use crate::snapshot::{base, digest_of, entry_line, open_base, read_entry, write_verified};

const GOLDEN: &[u8] = include_bytes!("../../../tests/fixtures/snapshot/schema-1.json");
const NAUGHTY: &str = include_str!("../../../tests/fixtures/snapshot/naughty.txt");

#[track_caller]
fn check_round_trip(workspace: &Workspace) {
    let snapshot = Snapshot::of(workspace, &lineage(), stamp(2));
    let bytes = write(&snapshot);
    let opened = read(&bytes).unwrap();
    assert_eq!(opened.snapshot, snapshot);
    assert_eq!(opened.school, *workspace.school());
    assert!(write(&opened.snapshot) == bytes, "the same plan gives the same bytes");
    let again = Snapshot::of(&opened.workspace(), &opened.lineage(), stamp(2));
    assert!(write(&again) == bytes, "the plan taken over gives the same bytes");
}

#[test]
fn a_full_school_comes_back() {
    let sample = full_sample();
    for kind in RecordKind::ALL {
        assert!(sample.workspace.school().count(*kind) > 0, "{kind:?} is not in the sample");
    }
    check_round_trip(&sample.workspace);
}

#[test]
fn an_empty_plan_comes_back() {
    check_round_trip(&Workspace::default());
}

#[test]
fn the_golden_file_comes_back() {
    let opened = read(GOLDEN).unwrap();
    assert!(write(&opened.snapshot) == GOLDEN);
    // Kinds that came later are absent from it, and it reads all the same.
    for kind in RecordKind::ALL.iter().filter(|kind| **kind <= RecordKind::ImportProfile) {
        assert!(opened.school.count(*kind) > 0, "{kind:?} is not in the golden file");
    }
    let undone = opened.workspace().undoable().map(|entry| entry.label.verb);
    assert_eq!(undone, Some(Verb::ChangeClass), "its history still works");
}

#[test]
fn the_layout_is_one_record_a_line() {
    let text = String::from_utf8(file(&Sample::new().workspace)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..3], ["{", "\"format\": \"sferum-planner-snapshot\",", "\"schema\": 1,"]);
    assert!(text.contains("\n\"people\": [\n{\"id\":\"") && text.ends_with("\"\n}\n"));
    assert_eq!(
        lines.iter().filter(|line| line.contains("\"name\":{\"family\"") && line.starts_with("{\"id\"")).count(),
        6
    );
}

#[test]
fn the_digest_is_that_of_the_lines_before_it() {
    let bytes = file(&Sample::new().workspace);
    let text = std::str::from_utf8(&bytes).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let covered = lines[..lines.len() - 2].concat();
    assert_eq!(digest_of(&bytes), Some(crate::snapshot::digest::sha256(covered.as_bytes())));
    // The published digest of `abc` (FIPS 180-2, appendix B.1).
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(crate::snapshot::digest::sha256(b"abc"), abc);
}

#[test]
fn a_byte_order_mark_is_allowed() {
    let bytes = [b"\xef\xbb\xbf".as_slice(), GOLDEN].concat();
    assert_eq!(read(&bytes).unwrap(), read(GOLDEN).unwrap());
}

#[test]
fn naughty_texts_come_back_in_every_field() {
    let mut sample = full_sample();
    let org = Organisation::default();
    let (zueva, order) = (sample.zueva, sample.order);
    for text in NAUGHTY.lines().map(ToOwned::to_owned).chain((0..0x20).map(|c| format!("a{}b", char::from(c)))) {
        let mut school = Records::from(sample.workspace.school());
        school.organisation = vec![
            Organisation {
                full_name: text.clone(),
                short_name: text.clone(),
                address: text.clone(),
                tax_number: text.clone(),
                site: text.clone(),
                planner: text.clone(),
                ..org.clone()
            }
            .into(),
        ];
        for row in &mut school.people {
            let row = std::sync::Arc::make_mut(row);
            (row.note, row.file_number, row.consent.paper) = (text.clone(), text.clone(), text.clone());
            row.name = PersonName::new(&text, &text, &text).unwrap_or_else(|_| row.name.clone());
        }
        for row in &mut school.subjects {
            std::sync::Arc::make_mut(row).name.clone_from(&text);
        }
        for row in &mut school.import_profiles {
            std::sync::Arc::make_mut(row).columns.insert(text.clone(), text.clone());
        }
        let school = school.into_school().unwrap();
        sample.workspace = Workspace::new(school, sample.workspace.journal().clone(), 9);
        let note = Stamp { note: text.clone(), app: text.clone(), ..stamp(2) };
        let snapshot = Snapshot::of(&sample.workspace, &Lineage::new(number(1), &text), note);
        let bytes = write_verified(&snapshot).unwrap();
        assert!(write(&read(&bytes).unwrap().snapshot) == bytes, "{text:?}");
    }
    assert!(
        sample.workspace.school().people().contains_key(&zueva)
            && sample.workspace.school().acts().contains_key(&order)
    );
}

/// Adds fields to a file and seals it anew, as a later app of the same schema would.
#[track_caller]
fn with_unknown(from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(GOLDEN).unwrap();
    let (body, _) = text.split_once(",\n\"sha256\"").unwrap();
    let body = format!("{body}\n}}");
    assert!(body.contains(from), "{from}");
    crate::snapshot::digest::seal(body.replace(from, to).into_bytes())
}

#[track_caller]
fn check_kept(from: &str, to: &str) {
    let bytes = with_unknown(from, to);
    let opened = read(&bytes).unwrap();
    assert!(!opened.snapshot.extras.is_empty());
    let written = write(&opened.snapshot);
    assert_eq!(String::from_utf8(written).unwrap(), String::from_utf8(bytes).unwrap());
}

#[test]
fn unknown_fields_stay_where_they_stood() {
    let nested = r#""x":{"z":1,"a":[null,true,-5,18446744073709551615,{"ё":"\"\\\n"}],"b":1.5}"#;
    // In the file, a table, a record, a part of a record, a variant, an entry of the journal.
    check_kept("\n]\n}\n}", "\n]\n},\n\"later\": {\n\"b\": 1,\n\"a\": []\n}\n}");
    check_kept("\n]\n},\n\"journal\"", "\n],\n\"lockers\": [\n{\"id\":1}\n]\n},\n\"journal\"");
    check_kept("\"paper\":\"дело 3, лист 7\"}", &format!("\"paper\":\"дело 3, лист 7\",{nested}}}"));
    check_kept("\"patronymic\":\"Марковна\"}", "\"patronymic\":\"Марковна\",\"nick\":\"Е\"}");
    check_kept("\"reason\":\"нет приказа\"}", "\"reason\":\"нет приказа\",\"by\":\"x\"}");
    check_kept("\"subject\":\"Математика\",\"count\":1}", "\"subject\":\"Математика\",\"count\":1,\"tone\":\"x\"}");
    check_kept("\"name\":\"Орлова\",\"device\":\"PC\"}", "\"name\":\"Орлова\",\"device\":\"PC\",\"os\":[]}");
}

#[test]
fn an_unknown_part_of_a_left_out_field_stays() {
    // The writer leaves out a consent of which nothing is known; the reader takes it as such.
    check_kept(
        "\"given\":\"Глеб\",\"patronymic\":\"Олегович\"}}",
        "\"given\":\"Глеб\",\"patronymic\":\"Олегович\"},\"consent\":{\"later\":1}}",
    );
}

#[test]
fn an_unknown_field_follows_its_record() {
    let bytes = with_unknown("одна\"}", "одна\",\"later\":\"Зуева\"}");
    let opened = read(&bytes).unwrap();
    let (mut workspace, lineage) = (opened.workspace(), opened.lineage());
    let mut ids = IdSource::new(1, [1; 10]);
    let early = PersonName::parse("Абрамова Анна").unwrap();
    workspace.dispatch(ids.fresh(), &Command::Save(Person::new(ids.fresh(), early).into()), &context()).unwrap();
    let text = String::from_utf8(write(&Snapshot::of(&workspace, &lineage, stamp(5)))).unwrap();
    let line = text.lines().find(|line| line.contains("\"later\"") && line.starts_with("{\"id\"")).unwrap();
    assert!(line.contains("Зуева") && line.contains("Ева"));
    let zueva = opened.school.people().values().find(|row| row.name.given() == "Ева").unwrap().id;
    workspace.dispatch(ids.fresh(), &Command::Remove(RecordKey::to::<Person>(zueva)), &context()).unwrap();
    let text = String::from_utf8(write(&Snapshot::of(&workspace, &lineage, stamp(6)))).unwrap();
    assert!(
        !text.lines().any(|line| line.contains("\"later\"") && line.starts_with("{\"id\"")),
        "gone with its record"
    );
}

#[test]
fn an_unknown_field_outlives_the_storage() {
    let bytes = with_unknown("одна\"}", "одна\",\"later\":1}");
    let opened = read(&bytes).unwrap();
    let (workspace, lineage) = open_base(&base(&opened.workspace(), &opened.lineage())).unwrap();
    let written = write(&Snapshot::of(&workspace, &lineage, opened.snapshot.stamp()));
    assert_eq!(String::from_utf8(written).unwrap(), String::from_utf8(bytes).unwrap());
}

#[test]
fn a_school_where_every_person_has_an_unknown_field_comes_back() {
    let mut school = Records::default();
    let mut ids = IdSource::new(5, [5; 10]);
    for n in 0..500 {
        let name = PersonName::parse(&format!("Новикова Анна{n}")).unwrap();
        school.people.push(Person::new(ids.fresh(), name).into());
    }
    let workspace = Workspace::new(school.into_school().unwrap(), Journal::default(), 0);
    let text = String::from_utf8(file(&workspace)).unwrap();
    let (body, _) = text.split_once(",\n\"sha256\"").unwrap();
    let mut out = String::new();
    for (n, line) in body.lines().enumerate() {
        match line.strip_suffix("}}").or_else(|| line.strip_suffix("}},")) {
            Some(start) => {
                writeln!(out, "{start}}},\"later\":{n}}}{}", if line.ends_with(',') { "," } else { "" }).unwrap();
            }
            None => out.extend([line, "\n"]),
        }
    }
    assert_eq!(out.matches("later").count(), 500);
    out.push('}');
    let bytes = crate::snapshot::digest::seal(out.into_bytes());
    assert!(write(&read(&bytes).unwrap().snapshot) == bytes);
}

#[test]
fn the_base_comes_back_with_its_lineage() {
    let sample = full_sample();
    let (_, exported) = crate::snapshot::export(&sample.workspace, &lineage(), stamp(7));
    let bytes = base(&sample.workspace, &exported);
    let (workspace, read_lineage) = open_base(&bytes).unwrap();
    assert_eq!(read_lineage, exported);
    assert_eq!(workspace.school(), sample.workspace.school());
    assert_eq!(workspace.revision(), sample.workspace.revision());
    assert!(base(&workspace, &read_lineage) == bytes);
    assert_eq!(Workspace::default(), open_base(&base(&Workspace::default(), &lineage())).unwrap().0);
}

#[test]
fn entries_come_back_and_torn_ones_do_not() {
    let sample = full_sample();
    for entry in sample.workspace.journal().entries() {
        let line = entry_line(entry);
        assert!(!line.contains(&b'\n'));
        assert_eq!(read_entry(&line).as_ref(), Ok(entry));
        assert_eq!(read_entry(&[line.as_slice(), b"\n"].concat()).as_ref(), Ok(entry));
        assert!((0..line.len()).all(|cut| read_entry(&line[..cut]).is_err()), "every cut is seen");
        for bit in 0..line.len() * 8 {
            let mut bad = line.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            assert!(read_entry(&bad).is_err(), "bit {bit}");
            if bit > 400 {
                break;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_plan_comes_back(steps in random_steps()) {
        check_round_trip(&random_sample(&steps).workspace);
    }
}
