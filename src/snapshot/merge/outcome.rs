//! What the records come to: three versions of each, the decisions, and what goes with a record that goes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use super::field::{self, fields};
use super::{Conflict, Decision, Merge, Nature, Review, Row, Spot, Version, records_of, rules, same, set};
use crate::domain::{Change, Hold, Record, RecordKey, School, forget, links};
use crate::order;

/// The records that differ, as they come out; none where a record goes.
pub type Merged = BTreeMap<RecordKey, Option<Record>>;

/// A merge being worked out.
pub struct Work<'a> {
    /// The merge.
    pub merge: &'a Merge,
    /// The open plan's school: records that both sides have alike stand only here.
    pub mine: &'a School,
    /// The records so far.
    pub merged: Merged,
    /// The questions so far.
    pub conflicts: Vec<Conflict>,
    /// The records that a decision had a part in.
    pub decided: BTreeSet<RecordKey>,
}

/// Works a merge out.
pub fn review(merge: &Merge, mine: &School, today: NaiveDate) -> Review {
    let mut work = Work { merge, mine, merged: Merged::new(), conflicts: Vec::new(), decided: BTreeSet::new() };
    let (versions, gone) = work.decide_removals();
    for row in &merge.rows {
        if gone.contains(&row.key) {
            work.merged.insert(row.key, None);
        } else {
            let (mine, theirs) = versions.get(&row.key).copied().unwrap_or_default();
            work.merge_row(row, mine.unwrap_or(row.mine.as_ref()), theirs.unwrap_or(row.theirs.as_ref()));
        }
    }
    work.take_edited_records();
    work.prune();
    rules::check(&mut work, mine, today);
    let changes = changes(&work.merged, mine);
    order::by(&mut work.conflicts, |a, b| a.spot.cmp(&b.spot));
    Review { changes, conflicts: work.conflicts, decided: work.decided.into_iter().collect() }
}

/// What turns the school's records into those.
pub fn changes(merged: &Merged, mine: &School) -> crate::domain::Changes {
    let change = |(key, after): (&RecordKey, &Option<Record>)| {
        let before = mine.record(*key);
        if same(before.as_ref(), after.as_ref()) { None } else { Change::new(before, after.clone()).ok() }
    };
    merged.iter().filter_map(change).collect()
}

/// The versions of a record where a removal is taken back, mine and theirs.
type Restored<'a> = BTreeMap<RecordKey, (Option<Option<&'a Record>>, Option<Option<&'a Record>>)>;

impl<'a> Work<'a> {
    /// Answers the removals; gives the versions that come back, and the records that go.
    fn decide_removals(&mut self) -> (Restored<'a>, BTreeSet<RecordKey>) {
        let (mut restored, mut gone) = (Restored::new(), BTreeSet::new());
        for removal in &self.merge.removals {
            let spot = Spot { key: removal.root, path: String::new() };
            let decision = self.merge.decision(&spot).cloned();
            let stands = matches!(
                (&decision, removal.by),
                (Some(Decision::Mine), Version::Mine) | (Some(Decision::Theirs), Version::Theirs)
            );
            for change in &removal.taken {
                self.decided.insert(change.key());
                if stands {
                    if change.after().is_none() {
                        gone.insert(change.key());
                    }
                } else {
                    let versions = restored.entry(change.key()).or_default();
                    match removal.by {
                        Version::Mine => versions.0 = Some(change.before()),
                        Version::Theirs => versions.1 = Some(change.before()),
                    }
                }
            }
            let nature = Nature::Removal { by: removal.by };
            let because = removal.because.iter().copied().collect();
            self.ask_whole(spot, nature, because, decision);
        }
        (restored, gone)
    }

    /// Puts a question about a whole record.
    fn ask_whole(&mut self, spot: Spot, nature: Nature, because: Vec<RecordKey>, decision: Option<Decision>) {
        let row = self.merge.row(spot.key);
        let touch = |touches: &super::Touches| touches.get("").cloned();
        self.decided.insert(spot.key);
        self.decided.extend(because.iter().copied());
        self.conflicts.push(Conflict {
            base: row.and_then(|row| whole(row.base.as_ref())),
            mine: row.and_then(|row| whole(row.mine.as_ref())),
            theirs: row.and_then(|row| whole(row.theirs.as_ref())),
            mine_by: row.and_then(|row| touch(&row.mine_by)),
            theirs_by: row.and_then(|row| touch(&row.theirs_by)),
            is_open: decision.is_none(),
            spot,
            nature,
            because,
            decision,
        });
    }

    /// Puts a question about a rule; `is_open` where the decision did not help.
    pub fn ask_rule(
        &mut self,
        spot: Spot,
        nature: Nature,
        because: Vec<RecordKey>,
        decision: Option<Decision>,
        is_open: bool,
    ) {
        self.ask_whole(spot, nature, because, decision);
        if let Some(asked) = self.conflicts.last_mut() {
            asked.is_open = is_open;
        }
    }

    /// Merges one record of its three versions.
    fn merge_row(&mut self, row: &Row, mine: Option<&Record>, theirs: Option<&Record>) {
        let base = row.base.as_ref();
        let merged = if same(mine, theirs) || same(theirs, base) {
            mine.cloned()
        } else if same(mine, base) {
            theirs.cloned()
        } else if let (Some(mine), Some(theirs)) = (mine, theirs) {
            Some(self.merge_fields(row, mine, theirs))
        } else {
            // A removal met an edit, and the journals do not tell by which act: the record stays until it is decided.
            let by = if mine.is_none() { Version::Mine } else { Version::Theirs };
            let spot = Spot { key: row.key, path: String::new() };
            let decision = self.merge.decision(&spot).cloned();
            let stands = matches!(
                (&decision, by),
                (Some(Decision::Mine), Version::Mine) | (Some(Decision::Theirs), Version::Theirs)
            );
            self.ask_whole(spot, Nature::Removal { by }, vec![row.key], decision);
            if stands { None } else { mine.or(theirs).cloned() }
        };
        self.merged.insert(row.key, merged);
    }

    fn merge_fields(&mut self, row: &Row, mine: &Record, theirs: &Record) -> Record {
        let base = row.base.as_ref().map(fields);
        let (ours, others) = (fields(mine), fields(theirs));
        let (mut merged, clashes) = field::three_way(row.key.kind, base.as_ref(), &ours, &others);
        for clash in clashes {
            let spot = Spot { key: row.key, path: clash.path.clone() };
            let decision = self.merge.decision(&spot).cloned();
            let value = match &decision {
                None | Some(Decision::Mine) => clash.mine.clone(),
                Some(Decision::Theirs) => clash.theirs.clone(),
                Some(Decision::Edited(value)) => Some(value.clone()),
            };
            set(&mut merged, &clash.path, &value.unwrap_or_default());
            self.decided.insert(row.key);
            self.conflicts.push(Conflict {
                nature: Nature::Field,
                base: clash.base,
                mine: clash.mine,
                theirs: clash.theirs,
                mine_by: row.mine_by.get(&clash.path).cloned(),
                theirs_by: row.theirs_by.get(&clash.path).cloned(),
                because: Vec::new(),
                is_open: decision.is_none(),
                spot,
                decision,
            });
        }
        // Every mixture of two records of a type is one; should it ever not be, mine stays, and theirs is in its file.
        field::assemble(mine, &merged).unwrap_or_else(|| mine.clone())
    }

    /// Puts the records that a person wrote in place of a whole one.
    fn take_edited_records(&mut self) {
        let spots: Vec<Spot> = self.conflicts.iter().map(|conflict| conflict.spot.clone()).collect();
        for spot in spots.iter().filter(|spot| spot.path.is_empty()) {
            if let Some(Decision::Edited(value)) = self.merge.decision(spot) {
                self.put(&records_of(value).unwrap_or_default());
            }
        }
    }

    /// Puts records that a person wrote.
    pub fn put(&mut self, records: &[Record]) {
        for record in records {
            self.decided.insert(record.key());
            self.merged.insert(record.key(), Some(record.clone()));
        }
    }

    /// With a record that goes by decision go its parts; others forget it.
    pub fn prune(&mut self) {
        loop {
            // What a set joins of both sides may point to a record that neither has any more.
            let is_gone = |to: RecordKey| match self.merged.get(&to) {
                Some(record) => record.is_none(),
                None => self.mine.record(to).is_none(),
            };
            let mut held: Vec<(RecordKey, RecordKey, Hold)> = Vec::new();
            let has_gone = self.merged.values().any(Option::is_none);
            let is_alike = |record: &Record| has_gone && !self.merged.contains_key(&record.key());
            let alike = self.mine.records().filter(is_alike);
            for record in self.merged.values().flatten().cloned().chain(alike) {
                links(&record, &mut |to, hold| {
                    if is_gone(to) {
                        held.push((record.key(), to, hold));
                    }
                });
            }
            if held.is_empty() {
                return;
            }
            for (key, gone, hold) in held {
                let alike = self.mine.record(key);
                let slot = self.merged.entry(key).or_insert(alike);
                *slot = match (slot.take(), hold) {
                    (Some(record), Hold::Mention) => Some(forget(&record, gone)),
                    _ => None,
                };
                self.decided.insert(key);
            }
        }
    }
}

/// A record's fields as one value.
fn whole(record: Option<&Record>) -> Option<Value> {
    record.map(|record| Value::Object(fields(record).into_iter().collect()))
}
