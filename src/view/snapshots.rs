//! `#/snapshots`: what opening a file would do, in figures and rows.

use crate::domain::{Author, RecordKind, School, Workspace};
use crate::snapshot::{Lineage, Proposal, Relation, Tally, Warning};

use super::difference::{self, Row};

/// Rows on a page of differences.
pub const PAGE: usize = 100;

/// A kind of records, in the plan, in the file, and what would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Which.
    pub kind: RecordKind,
    /// How many the plan has.
    pub ours: usize,
    /// How many the file has.
    pub theirs: usize,
    /// What would change.
    pub tally: Tally,
}

/// The kinds that stand in the plan or in the file, in the order of the file.
#[must_use]
pub fn counts(proposal: &Proposal, school: &School) -> Vec<Count> {
    let count = |kind: &RecordKind| Count {
        kind: *kind,
        ours: school.count(*kind),
        theirs: proposal.opened.school.count(*kind),
        tally: proposal.difference.tally(*kind),
    };
    RecordKind::ALL.iter().map(count).filter(|count| count.ours + count.theirs > 0).collect()
}

/// How many differences there are of a kind, or of all.
#[must_use]
pub fn total(proposal: &Proposal, kind: Option<RecordKind>) -> usize {
    kind.map_or_else(|| proposal.difference.records.len(), |kind| proposal.difference.tally(kind).total())
}

/// A page of the differences of a kind, or of all.
#[must_use]
pub fn rows(proposal: &Proposal, school: &School, kind: Option<RecordKind>, page: usize) -> Vec<Row> {
    let records = proposal.difference.records.iter().map(|row| &row.change);
    let shown = records.filter(|change| kind.is_none_or(|kind| change.key().kind == kind)).skip(page * PAGE).take(PAGE);
    difference::rows(shown, school, &proposal.opened.school)
}

/// Whether the file may be opened: links that lead nowhere are looked at, not taken over.
#[must_use]
pub fn may_open(proposal: &Proposal) -> bool {
    proposal.opened.dangling.is_empty()
}

/// What the plan becomes where it is empty: the file's plan with its history, and the same export where it is intact.
#[must_use]
pub fn whole(proposal: &Proposal) -> Option<(Workspace, Lineage)> {
    let is_altered = proposal.warnings.contains(&Warning::Altered);
    let lineage = if is_altered { proposal.lineage() } else { proposal.opened.lineage() };
    (proposal.relation == Relation::IntoEmpty && may_open(proposal)).then(|| (proposal.opened.workspace(), lineage))
}

/// Who wrote, in one line; empty while unknown.
#[must_use]
pub fn author(author: &Author) -> String {
    let parts = [&author.name, &author.device].map(String::as_str);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Count, counts, may_open, rows, total, whole};
    use crate::domain::sample::{Sample, context};
    use crate::domain::{Author, Command, RecordKey, RecordKind, Workspace};
    use crate::snapshot::{self, Lineage, Proposal, Stamp, Tally, export, propose, read, write_verified};

    fn stamp(number: u128) -> Stamp {
        Stamp::new(Uuid::from_u128(number), context().now, Author::default(), "Перед правкой".to_owned())
    }

    fn proposal(workspace: &Workspace, lineage: &Lineage, bytes: &[u8]) -> Proposal {
        propose(workspace, lineage, "план.json", read(bytes)).unwrap()
    }

    #[test]
    fn export_wipe_import_export_gives_equal_bytes() {
        let sample = Sample::new();
        let (file, _) = export(&sample.workspace, &Lineage::new(Uuid::from_u128(1), "gymnasium-44"), stamp(2));
        let bytes = write_verified(&file).unwrap();
        let own = Lineage::new(Uuid::from_u128(3), "gymnasium-44");
        let (workspace, lineage) = whole(&proposal(&Workspace::default(), &own, &bytes)).unwrap();
        // What the browser keeps of it is read back to the same.
        let stored = snapshot::open_base(&snapshot::base(&workspace, &lineage)).unwrap();
        for (workspace, lineage) in [(workspace, lineage), stored] {
            let (again, _) = export(&workspace, &lineage, stamp(4));
            assert_eq!(write_verified(&again).unwrap(), bytes);
        }
    }

    #[test]
    fn only_an_empty_plan_becomes_the_file_whole() {
        let sample = Sample::new();
        let lineage = Lineage::new(Uuid::from_u128(1), "gymnasium-44");
        let bytes = write_verified(&export(&sample.workspace, &lineage, stamp(2)).0).unwrap();
        assert!(whole(&proposal(&sample.workspace, &lineage, &bytes)).is_none());
    }

    #[test]
    fn an_altered_file_is_no_export_of_anybody() {
        let sample = Sample::new();
        let lineage = Lineage::new(Uuid::from_u128(1), "gymnasium-44");
        let bytes = write_verified(&export(&sample.workspace, &lineage, stamp(2)).0).unwrap();
        let altered = String::from_utf8(bytes).unwrap().replace("Перед правкой", "После правки!");
        let empty = Workspace::default();
        let found = proposal(&empty, &Lineage::new(Uuid::from_u128(3), "gymnasium-44"), altered.as_bytes());
        let (_, lineage) = whole(&found).unwrap();
        assert_eq!(lineage.last, None);
        assert!(lineage.stands_on(Uuid::from_u128(2)));
    }

    #[test]
    fn figures_and_rows_of_a_file() {
        let mut sample = Sample::new();
        let lineage = Lineage::new(Uuid::from_u128(1), "gymnasium-44");
        let bytes = write_verified(&export(&sample.workspace, &lineage, stamp(2)).0).unwrap();
        let id = sample.ids.fresh();
        let removal = Command::Remove(RecordKey::of(RecordKind::Class, sample.class_7b));
        sample.workspace.dispatch(id, &removal, &context()).unwrap();
        let found = proposal(&sample.workspace, &lineage, &bytes);
        let school = sample.workspace.school();
        let class = counts(&found, school).into_iter().find(|count| count.kind == RecordKind::Class);
        let ours = school.classes().len();
        let tally = Tally { added: 1, ..Tally::default() };
        assert_eq!(class, Some(Count { kind: RecordKind::Class, ours, theirs: ours + 1, tally }));
        assert_eq!(total(&found, Some(RecordKind::Class)), 1);
        assert_eq!(rows(&found, school, Some(RecordKind::Class), 0).len(), 1);
        assert_eq!(rows(&found, school, None, 0).len(), total(&found, None));
        assert!(rows(&found, school, None, 1).is_empty());
        assert!(may_open(&found));
        assert!(counts(&found, school).iter().all(|count| count.ours + count.theirs > 0));
    }
}
