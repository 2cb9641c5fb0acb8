//! Exports, their descent, and equal bytes for an equal plan.

use super::*;
use crate::snapshot::export;

#[test]
fn an_unchanged_plan_is_its_last_export() {
    let mut sample = Sample::new();
    let (first, kept) = export(&sample.workspace, &lineage(), stamp(2));
    let (again, kept_again) = export(&sample.workspace, &kept, stamp(3));
    assert!(write(&first) == write(&again) && kept == kept_again);
    let id = sample.ids.fresh();
    sample.save(Subject { id, name: "Физика".into() });
    let (next, kept) = export(&sample.workspace, &kept, stamp(4));
    assert_eq!((next.id, next.parents), (number(4), vec![number(2)]));
    assert!(kept.stands_on(number(2)) && kept.stands_on(number(4)) && !kept.stands_on(number(3)));
}

#[test]
fn export_wipe_import_export_gives_the_same_bytes() {
    let (snapshot, _) = export(&full_sample().workspace, &lineage(), stamp(2));
    let bytes = write(&snapshot);
    let opened = read(&bytes).unwrap();
    let (again, _) = export(&opened.workspace(), &opened.lineage(), stamp(9));
    assert!(write(&again) == bytes);
}

#[test]
fn ancestors_are_bounded_and_stand_once() {
    let mut sample = Sample::new();
    let mut kept = lineage();
    for n in 10..110 {
        let id = sample.ids.fresh();
        sample.save(Subject { id, name: format!("Кружок {n}") });
        kept = export(&sample.workspace, &kept, stamp(n)).1;
    }
    assert_eq!(kept.parents.len(), Lineage::KEPT_PARENTS);
    assert_eq!(kept.parents[0], number(108));
    let (snapshot, kept) = export(&sample.workspace, &kept, stamp(200));
    let joined = kept.after_opening(&snapshot);
    assert_eq!(joined.parents[..2], [number(109), number(108)]);
    assert_eq!(joined.parents.len(), Lineage::KEPT_PARENTS);
}

#[test]
fn a_plan_that_took_over_a_file_stands_on_it() {
    let (ours, theirs) = (Sample::new(), Sample::new());
    let (_, kept) = export(&ours.workspace, &lineage(), stamp(2));
    let (same, _) = export(&theirs.workspace, &lineage(), stamp(3));
    let joined = kept.after_opening(&same);
    assert!(joined.stands_on(number(2)) && joined.stands_on(number(3)) && joined.last.is_none());
    let (other, _) = export(&theirs.workspace, &Lineage::new(number(99), "gymnasium-44"), stamp(4));
    let joined = kept.after_opening(&other);
    assert_eq!((joined.plan, joined.stands_on(number(2))), (number(99), false));
}
