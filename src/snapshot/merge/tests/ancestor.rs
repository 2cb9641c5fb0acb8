//! Which ancestor is found, and what is said where none is left.

use super::*;
use crate::snapshot::{Ancestor, ancestor, export};

fn pair() -> (Sample, Admin, Admin) {
    let sample = Sample::new();
    let (anna, boris) = (Admin::new("Анна", &sample), Admin::new("Борис", &sample));
    (sample, anna, boris)
}

#[track_caller]
fn found(anna: &Admin, boris: &Admin) -> (School, usize, usize) {
    match ancestor(anna.side(), boris.side()) {
        Ancestor::Found(common) => (common.school, common.mine, common.theirs),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_ancestor_is_rebuilt_by_undoing_what_came_after() {
    let (sample, mut anna, mut boris) = pair();
    let start = anna.school().clone();
    anna.edit(sample.zueva, |row| row.note = "а".into());
    anna.run(&Command::Remove(RecordKey::to::<Person>(sample.baranov)));
    anna.undo();
    anna.run(&Command::Remove(RecordKey::to::<Class>(sample.class_7a)));
    boris.edit(sample.zueva, |row| row.note = "б".into());
    boris.edit(sample.lugova, |row| row.note = "б".into());
    assert_eq!(found(&anna, &boris), (start.clone(), 4, 2));
    assert_eq!(found(&boris, &anna), (start, 2, 4));
}

#[test]
fn after_a_merge_the_ancestor_is_what_was_merged() {
    let (sample, mut anna, mut boris) = pair();
    boris.edit(sample.zueva, |row| row.note = "б".into());
    anna.take_over(&boris);
    let merged = boris.school().clone();
    boris.edit(sample.zueva, |row| row.note = "бб".into());
    assert_eq!(found(&anna, &boris), (merged, 0, 1));
}

#[test]
fn a_file_that_was_opened_is_the_ancestor() {
    let (sample, anna, _) = pair();
    let mut vera =
        Admin { workspace: Workspace::default(), lineage: Lineage::new(Uuid::from_u128(5), ""), ..anna.clone() };
    vera.ids = IdSource::new(1_791_000_000_000, [8; 10]);
    vera.open(&anna);
    vera.edit(sample.zueva, |row| row.note = "в".into());
    assert_eq!(found(&anna, &vera), (anna.school().clone(), 0, 1));
}

#[test]
fn a_merge_taken_back_does_not_count() {
    let (sample, mut anna, mut boris) = pair();
    boris.edit(sample.zueva, |row| row.note = "б".into());
    anna.take_over(&boris);
    anna.undo();
    anna.take_over(&boris);
    assert_eq!(anna.school().people()[&sample.zueva].note, "б");
}

#[test]
fn plans_begun_apart_have_none_and_their_union_loses_nothing() {
    let (sample, anna, _) = pair();
    let mut boris =
        Admin { workspace: Workspace::default(), lineage: Lineage::new(Uuid::from_u128(5), ""), ..anna.clone() };
    boris.ids = IdSource::new(1_791_000_000_000, [8; 10]);
    boris.save(Organisation { short_name: "Школа № 1".into(), ..Organisation::default() });
    let id: PersonId = boris.ids.fresh();
    boris.save(Person::new(id, PersonName::parse("Сомов Лев").unwrap()));
    assert_eq!(ancestor(anna.side(), boris.side()), Ancestor::None);
    assert_eq!(merge(anna.side(), boris.side(), "x"), Err(NoAncestor::Apart));
    let merge = union(anna.side(), boris.side(), "x");
    assert_eq!(
        questions(&merge, &anna),
        [
            "Гимназия № 44: full_name: — → \"Гимназия № 44\" | \"\"",
            "Гимназия № 44: short_name: — → \"Гимназия № 44\" | \"Школа № 1\"",
        ]
    );
    let people = merge.review(anna.school(), today()).changes.iter().filter(|change| change.before().is_none()).count();
    assert_eq!((people, anna.school().people().contains_key(&sample.zueva)), (1, true));
}

#[test]
fn a_history_that_was_cut_before_the_common_beginning_is_said_so() {
    let (sample, mut anna, boris) = pair();
    // More than the journal keeps.
    for n in 0..=KEPT_ENTRIES + KEPT_ENTRIES / 4 {
        anna.edit(sample.zueva, |row| row.note = n.to_string());
    }
    let dropped = anna.workspace.journal().trimmed();
    assert!(dropped > boris.workspace.journal().entries().len() as u64);
    let expected = NoAncestor::Trimmed { mine: dropped, theirs: 0 };
    assert_eq!(merge(anna.side(), boris.side(), "x"), Err(expected));
    // Two that share what is left of the history still merge.
    let mut vera = Admin { name: "Вера", ids: IdSource::new(1_792_000_000_000, [4; 10]), ..anna.clone() };
    vera.edit(sample.lugova, |row| row.note = "в".into());
    anna.take_over(&vera);
    assert_eq!(anna.school(), vera.school());
}

#[test]
fn a_file_without_history_is_known_by_the_export_it_was_made_of() {
    let (sample, mut anna, _) = pair();
    let stamp =
        |n| Stamp::new(Uuid::from_u128(n), "2026-09-10T08:00:00Z".parse().unwrap(), Author::default(), String::new());
    let (snapshot, lineage) = export(&anna.workspace, &anna.lineage, stamp(20));
    anna.lineage = lineage;
    let mut bare = Admin {
        workspace: Workspace::new(anna.school().clone(), Journal::default(), snapshot.revision),
        lineage: Lineage::of(&snapshot),
        ..anna.clone()
    };
    let edited = Person { note: "в".into(), ..bare.school().people()[&sample.lugova].as_ref().clone() };
    let mut school = bare.school().clone();
    let before = school.record(RecordKey::to::<Person>(sample.lugova));
    school.apply(&[Change::new(before, Some(edited.into())).unwrap()].into_iter().collect()).unwrap();
    bare.workspace = Workspace::new(school, Journal::default(), snapshot.revision);
    anna.edit(sample.zueva, |row| row.note = "а".into());
    let before = found(&anna, &bare).0;
    assert!(before.people()[&sample.zueva].note.is_empty() && before.people()[&sample.lugova].note.is_empty());
    anna.take_over(&bare);
    assert_eq!(anna.school().people()[&sample.lugova].note, "в");
}

#[test]
fn a_removal_that_was_taken_over_without_a_trace_stands() {
    let sample = Sample::new();
    let mut admins = ["Анна", "Борис", "Вера"].map(|name| Admin::new(name, &sample));
    let own = admins.each_mut().map(|admin| {
        let id: PersonId = admin.ids.fresh();
        admin.save(Person::new(id, PersonName::parse("Новикова Яна").unwrap()));
        id
    });
    let [mut anna, mut boris, mut vera] = admins;
    anna.run(&Command::Remove(RecordKey::to::<Person>(own[0])));
    anna.take_over(&boris);
    vera.edit(own[2], |row| row.note = "хор".into());
    boris.run(&Command::Remove(RecordKey::to::<Person>(own[1])));
    boris.take_over(&vera);
    vera.run(&Command::Remove(RecordKey::to::<Person>(own[2])));
    vera.take_over(&anna);
    anna.take_over(&boris);
    anna.take_over(&vera);
    assert!(!anna.school().people().contains_key(&own[2]));
}
