//! Removals that the other side does not expect: it edited the record or a part of it, or began to use it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::touch::Authorship;
use super::{Row, Version, field, same};
use crate::domain::{Change, Hold, Record, RecordKey, links};
use crate::order;

/// An act of removal that is a question: the record and what went with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Removal {
    /// Who removed it.
    pub by: Version,
    /// The record; its parts went with it.
    pub root: RecordKey,
    /// What of the act is taken back if the record is kept.
    pub taken: Vec<Change>,
    /// The other side's records that need it.
    pub because: BTreeSet<RecordKey>,
}

impl Row {
    /// The version of a side.
    fn version(&self, of: Version) -> Option<&Record> {
        match of {
            Version::Mine => self.mine.as_ref(),
            Version::Theirs => self.theirs.as_ref(),
        }
    }

    /// The record with both sides' changes, the one side's where they meet.
    fn merged_for(&self, of: Version, other: Version) -> Option<Record> {
        let record = self.version(of)?;
        let Some(remover) = self.version(other) else { return Some(record.clone()) };
        let base = self.base.as_ref().map(field::fields);
        let (mut merged, clashes) =
            field::three_way(self.key.kind, base.as_ref(), &field::fields(record), &field::fields(remover));
        merged.extend(clashes.into_iter().filter_map(|clash| clash.mine.map(|value| (clash.path, value))));
        field::assemble(record, &merged).or_else(|| Some(record.clone()))
    }
}

/// Finds the removals of a side that are questions.
pub fn removals(rows: &[Row], by: Version, acts: &Authorship) -> Vec<Removal> {
    let other = match by {
        Version::Mine => Version::Theirs,
        Version::Theirs => Version::Mine,
    };
    let is_removed = |row: &&Row| row.version(by).is_none() && row.base.is_some() && row.version(other).is_some();
    let removed: BTreeMap<RecordKey, &Row> = order::map(rows.iter().filter(is_removed).map(|row| (row.key, row)));
    let mut needs: BTreeMap<RecordKey, BTreeSet<RecordKey>> = BTreeMap::new();
    if removed.is_empty() {
        return Vec::new();
    }
    for row in rows.iter().filter(|row| !same(row.base.as_ref(), row.version(other))) {
        let Some(record) = row.merged_for(other, by) else { continue };
        if removed.contains_key(&row.key) {
            needs.entry(root(row.key, &removed, acts)).or_default().insert(row.key);
        }
        links(&record, &mut |to, _| {
            if removed.contains_key(&to) {
                needs.entry(root(to, &removed, acts)).or_default().insert(row.key);
            }
        });
    }
    needs.into_iter().map(|(root, because)| Removal { by, root, taken: taken(root, &removed, acts), because }).collect()
}

/// The record whose removal took this one along: the owner that went in the same act, and its owner.
fn root(key: RecordKey, removed: &BTreeMap<RecordKey, &Row>, acts: &Authorship) -> RecordKey {
    let mut root = key;
    let Some(act) = acts.removal(key) else { return root };
    // Parts of parts are two deep; the bound keeps a hostile file from going round.
    for _ in 0..8 {
        let mut owner = None;
        if let Some(record) = removed.get(&root).and_then(|row| row.base.as_ref()) {
            links(record, &mut |to, hold| {
                let is_together = || acts.removal(to).is_some_and(|entry| entry.id == act.id);
                if owner.is_none() && hold == Hold::Part && removed.contains_key(&to) && is_together() {
                    owner = Some(to);
                }
            });
        }
        match owner {
            Some(owner) => root = owner,
            None => break,
        }
    }
    root
}

/// What the act did to the record, its parts and those who mention them, where nobody touched it since.
fn taken(root: RecordKey, removed: &BTreeMap<RecordKey, &Row>, acts: &Authorship) -> Vec<Change> {
    let base = removed.get(&root).and_then(|row| row.base.clone());
    let alone = || Change::new(base.clone(), None).into_iter().collect();
    let Some(act) = acts.removal(root) else { return alone() };
    let mut gone = BTreeSet::from([root]);
    loop {
        let more: Vec<RecordKey> = act
            .changes
            .iter()
            .filter(|change| change.after().is_none() && !gone.contains(&change.key()))
            .filter(|change| change.before().is_some_and(|record| holds(record, &gone, Some(Hold::Part))))
            .map(Change::key)
            .collect();
        if more.is_empty() {
            break;
        }
        gone.extend(more);
    }
    let concerns = |change: &&Change| {
        let mentions = || change.before().is_some_and(|record| holds(record, &gone, None));
        gone.contains(&change.key()) || (change.after().is_some() && mentions())
    };
    act.changes.iter().filter(concerns).filter(|change| acts.is_last(change.key(), act)).cloned().collect()
}

/// Whether a record points to one of those, in a way or in any.
fn holds(record: &Record, gone: &BTreeSet<RecordKey>, way: Option<Hold>) -> bool {
    let mut is_held = false;
    links(record, &mut |to, hold| is_held |= gone.contains(&to) && way.is_none_or(|way| way == hold));
    is_held
}
