//! Rules that each plan keeps and both together break: two class teachers at a time, one label for two classes.
//!
//! A rule that one of the plans broke before is no question of the merge; the audit speaks of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::outcome::{Merged, Work, changes};
use super::{Decision, Nature, Row, Spot, records_of, same};
use crate::domain::{Change, Changes, Draft, Record, RecordKey, RecordKind, Refusal, School, check_rules};

/// Finds what the records break together, applies what was decided, and looks again.
pub fn check(work: &mut Work, mine: &School, today: NaiveDate) {
    let mut applied: BTreeSet<Spot> = BTreeSet::new();
    loop {
        let mut is_settled = true;
        let found = broken(work, mine, today);
        for (refusal, keys) in &found {
            let Some(spot) = spot_of(refusal, keys) else { continue };
            let decision = work.merge.decision(&spot).cloned();
            if let Some(decision) = decision.filter(|_| applied.insert(spot.clone())) {
                apply(work, keys, &decision);
                work.ask_rule(spot, Nature::Rule(refusal.clone()), keys.clone(), Some(decision), false);
                is_settled = false;
            }
        }
        if !is_settled {
            work.prune();
            continue;
        }
        for (refusal, keys) in found {
            let Some(spot) = spot_of(&refusal, &keys) else { continue };
            let decision = work.merge.decision(&spot).cloned();
            // What was decided did not help: it is asked again.
            work.conflicts.retain(|asked| asked.spot != spot);
            work.ask_rule(spot, Nature::Rule(refusal), keys, decision, true);
        }
        return;
    }
}

/// Where a question about a rule stands: the same records are the same question, others another one.
///
/// What is decided of two records must not be taken for an answer about the first of them and a third.
fn spot_of(refusal: &Refusal, keys: &[RecordKey]) -> Option<Spot> {
    let (first, others) = keys.split_first()?;
    let others: Vec<String> = others.iter().map(|key| key.id.to_string()).collect();
    Some(Spot { key: *first, path: format!("rule:{} {}", refusal.clause, others.join(" ")).trim_end().to_owned() })
}

fn apply(work: &mut Work, keys: &[RecordKey], decision: &Decision) {
    match decision {
        Decision::Edited(value) => work.put(&records_of(value).unwrap_or_default()),
        Decision::Mine | Decision::Theirs => {
            for row in keys.iter().filter_map(|key| work.merge.row(*key)) {
                let side = if *decision == Decision::Mine { row.mine.clone() } else { row.theirs.clone() };
                work.merged.insert(row.key, side);
            }
        }
    }
}

/// The rules that are broken, each with the records that break it together.
fn broken(work: &Work, mine: &School, today: NaiveDate) -> Vec<(Refusal, Vec<RecordKey>)> {
    let all: Vec<&Record> = work.merged.values().flatten().collect();
    let mut school = mine.clone();
    if all.is_empty() || school.apply(&changes(&work.merged, mine)).is_err() {
        return Vec::new();
    }
    if verdict(&school, &all, today).is_none() {
        return Vec::new();
    }
    let theirs = work.merge.other_school(mine);
    let mut by_kind: BTreeMap<RecordKind, Vec<&Record>> = BTreeMap::new();
    for record in all {
        by_kind.entry(record.key().kind).or_default().push(record);
    }
    let mut out: Vec<(Refusal, Vec<RecordKey>)> = Vec::new();
    for records in by_kind.into_values().filter(|records| verdict(&school, records, today).is_some()) {
        for record in records {
            let Some(refusal) = verdict(&school, &[record], today) else { continue };
            let row = work.merge.row(record.key());
            let was_broken = |side: &School, version: Option<&Record>| {
                version.is_some_and(|version| verdict(side, &[version], today).as_ref() == Some(&refusal))
            };
            let is_old = was_broken(mine, row.and_then(|row| row.mine.as_ref()))
                || was_broken(&theirs, row.and_then(|row| row.theirs.as_ref()));
            if is_old || !takes_part(row, record, &school, &refusal, today) {
                continue;
            }
            let is_one = |(other, keys): &&mut (Refusal, Vec<RecordKey>)| {
                *other == refusal || (is_alike(other, &refusal) && is_cured(work, &school, record, keys, other, today))
            };
            match out.iter_mut().find(is_one) {
                Some((_, keys)) => keys.push(record.key()),
                None => out.push((refusal, vec![record.key()])),
            }
        }
    }
    out
}

/// A rule that a part of another plan breaks in this one, though each plan keeps it: what was left out belongs to it.
/// None where all rules are kept, or were broken before in either plan; then the audit speaks of it.
#[must_use]
pub fn newly_broken(mine: &School, theirs: &School, changes: &Changes, today: NaiveDate) -> Option<Refusal> {
    let mut school = mine.clone();
    school.apply(changes).ok()?;
    let written: Vec<&Record> = changes.iter().filter_map(Change::after).collect();
    verdict(&school, &written, today)?;
    written.into_iter().find_map(|record| {
        let refusal = verdict(&school, &[record], today)?;
        let kind = record.key().kind;
        let was_broken = |side: &School| {
            // Some rules look at the whole table: for those, any of its records tells.
            let version = side.record(record.key()).or_else(|| side.records().find(|row| row.key().kind == kind));
            version.is_some_and(|version| verdict(side, &[&version], today).as_ref() == Some(&refusal))
        };
        (!was_broken(mine) && !was_broken(theirs)).then_some(refusal)
    })
}

/// What the rules say of records that are written into a school.
fn verdict(school: &School, records: &[&Record], today: NaiveDate) -> Option<Refusal> {
    let mut draft = Draft::new(school);
    for record in records {
        draft.put((*record).clone());
    }
    check_rules(&draft, today).err()
}

/// Whether both are the same rule, though each names the other record.
fn is_alike(a: &Refusal, b: &Refusal) -> bool {
    a.clause == b.clause && std::mem::discriminant(&a.reason) == std::mem::discriminant(&b.reason)
}

/// Whether leaving a record as the other side has it makes another one's refusal go: they break the rule together.
fn is_cured(
    work: &Work,
    school: &School,
    record: &Record,
    broken: &[RecordKey],
    refusal: &Refusal,
    today: NaiveDate,
) -> bool {
    let Some(without) = work.merge.row(record.key()).and_then(|row| left_out(row, record, school)) else {
        return false;
    };
    let first = broken.first().and_then(|key| work.merged.get(key)).and_then(Option::as_ref);
    first.is_some_and(|first| verdict(&without, &[first], today).as_ref() != Some(refusal))
}

/// The school with the other side's version of a record.
fn left_out(row: &Row, record: &Record, school: &School) -> Option<School> {
    let other = if same(row.mine.as_ref(), Some(record)) { row.theirs.clone() } else { row.mine.clone() };
    let mut without = school.clone();
    let instead: Merged = [(row.key, other)].into_iter().collect();
    without.apply(&changes(&instead, school)).ok().map(|()| without)
}

/// Some rules look at a whole table whatever was written: a record takes part where they are content without it.
fn takes_part(row: Option<&Row>, record: &Record, school: &School, refusal: &Refusal, today: NaiveDate) -> bool {
    let kind = record.key().kind;
    if !matches!(kind, RecordKind::SchoolYear | RecordKind::Class | RecordKind::Subject | RecordKind::LoadLine) {
        return true;
    }
    let Some(without) = row.and_then(|row| left_out(row, record, school)) else { return true };
    let touched = without.records().find(|record| record.key().kind == kind);
    touched.and_then(|touched| verdict(&without, &[&touched], today)).as_ref() != Some(refusal)
}
