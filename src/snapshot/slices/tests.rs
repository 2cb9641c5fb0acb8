use super::*;
use crate::demo::{self, Scale};
use crate::domain::IdSource;
use crate::snapshot::tests::{full_sample, lineage};
use crate::snapshot::{export, write};

fn written(workspace: &Workspace, lineage: &Lineage, most: usize) -> Vec<u8> {
    let mut head = Head::of(workspace, lineage, base_stamp(workspace));
    head.last_export.clone_from(&lineage.last);
    to_end(Writing::of(&head, workspace, lineage, most))
}

fn base_stamp(workspace: &Workspace) -> Stamp {
    let at = workspace.journal().entries().last().map(|entry| entry.at).unwrap_or_default();
    Stamp::new(Uuid::nil(), at, Author::default(), String::new())
}

fn to_end(mut writing: Writing) -> Vec<u8> {
    std::iter::repeat_with(|| writing.step()).flatten().next().unwrap()
}

fn opened(bytes: &[u8], most: usize) -> Result<(Workspace, Lineage), Unreadable> {
    let mut reading = Reading::of(bytes.to_vec(), most);
    std::iter::repeat_with(|| reading.step()).flatten().next().unwrap()
}

/// What is written in one piece.
fn in_one_piece(workspace: &Workspace, lineage: &Lineage) -> Vec<u8> {
    let mut snapshot = Snapshot::of(workspace, lineage, base_stamp(workspace));
    snapshot.last_export.clone_from(&lineage.last);
    write(&snapshot)
}

#[track_caller]
fn check(workspace: &Workspace, lineage: &Lineage) {
    let expected = in_one_piece(workspace, lineage);
    for most in [1, 2, 7, 1_000] {
        assert!(written(workspace, lineage, most) == expected, "{most} rows a slice");
        let reading = Reading::of(expected.clone(), most * 100);
        assert_eq!(Ok(slices_then(reading)), whole(&expected), "{most} hundred bytes a slice");
    }
}

/// Reads in slices only: a base that the program wrote is never read in one piece.
#[track_caller]
fn slices_then(mut reading: Reading) -> (Workspace, Lineage) {
    while !reading.advance().expect("is as the writer writes it") {}
    reading.finish().expect("is whole")
}

#[test]
fn slices_make_the_same_file() {
    check(&full_sample().workspace, &lineage());
    check(&Workspace::default(), &Lineage::default());
}

#[test]
fn the_demo_school_with_its_history_comes_back() {
    let school = demo::school(Scale::Gymnasium, &mut IdSource::new(1_788_000_000_000, [44; 10])).unwrap();
    let workspace = Workspace::new(school, full_sample().workspace.journal().clone(), 77);
    let bytes = in_one_piece(&workspace, &lineage());
    assert!(written(&workspace, &lineage(), 500) == bytes);
    assert_eq!(Ok(slices_then(Reading::of(bytes.clone(), 10_000))), whole(&bytes));
}

/// An export that is read back and written again is the same export.
#[test]
fn an_export_in_slices_is_the_export() {
    let workspace = full_sample().workspace;
    let stamp = Stamp { note: "перед переводом".into(), ..base_stamp(&workspace) };
    let stamp = Stamp { id: Uuid::from_u128(7), ..stamp };
    let (snapshot, next) = export(&workspace, &lineage(), stamp.clone());
    let (writing, kept) = Writing::export(&workspace, &lineage(), stamp.clone());
    let bytes = to_end(writing);
    assert!(bytes == write(&snapshot) && kept == next);
    let (again, from) = opened(&bytes, 700).unwrap();
    let (writing, _) = Writing::export(&again, &from, Stamp { id: Uuid::from_u128(8), ..stamp });
    assert!(to_end(writing) == bytes);
}

#[test]
fn what_is_damaged_or_foreign_is_told_as_ever() {
    let bytes = in_one_piece(&full_sample().workspace, &lineage());
    for at in (0..bytes.len()).step_by(61) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 4;
        assert_eq!(opened(&damaged, 700), whole(&damaged), "a bit at {at}");
        assert_eq!(opened(&bytes[..at], 700), whole(&bytes[..at]), "cut at {at}");
    }
    let text = String::from_utf8(bytes).unwrap();
    for (from, to) in
        [("\"schema\": 1", "\"schema\": 2"), ("\"people\": [", "\"people\": [],\n\"people\": ["), ("\n", " ")]
    {
        let other = text.replace(from, to).into_bytes();
        assert_eq!(opened(&other, 700), whole(&other), "{from}");
    }
}

#[test]
fn unknown_fields_travel() {
    let text = String::from_utf8(in_one_piece(&full_sample().workspace, &lineage())).unwrap();
    let (covered, _) = text.rsplit_once(",\n\"sha256\"").unwrap();
    let more = covered.replacen("\"short_name\":", "\"colour\":\"blue\",\"short_name\":", 1);
    assert_ne!(more, covered);
    let bytes = super::super::digest::seal(format!("{more}\n}}").into_bytes());
    let (workspace, lineage) = opened(&bytes, 700).unwrap();
    assert!(!lineage.extras.is_empty());
    assert_eq!(opened(&written(&workspace, &lineage, 3), 700), whole(&bytes));
}
