//! Two plans that went on from one: merged field by field, and what a person must decide.
//!
//! For every record the plans differ in there are three versions: the common ancestor's, mine, theirs.
//! - What only one side changed is taken from it; how a record falls into fields, see [`field`].
//! - What both changed differently is a [`Conflict`]; so is a removal of what the other side edited or began to use, and
//!   a record that would break a rule only together with the other side's.
//! - While a conflict is open the merge shows mine, or the record that stays; [`Merge::finish`] waits for all.
//! - Nothing dangles: with a record that goes by decision go its parts, and others forget it.
//! - A removal that is decided against is taken back whole, with the parts that went and the mentions that were
//!   forgotten in the same act, where nobody touched them since.
//!
//! The merge is one act. Its entry names the file and keeps which entries the other plan stands on
//! ([`crate::domain::Joined`]); the other plan's own entries stay in its file, and both plans' exports become parents.
//!
//! A [`Merge`] holds the records that differ and the decisions, and is serializable: it survives a reload.

pub(super) mod field;
mod outcome;
mod removal;
mod rules;
mod touch;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::ancestor::{Ancestor, Side, ancestor, unknown_to};
use super::difference::Difference;
use crate::clause;
use crate::domain::{
    Changes, Command, Context, EntryId, Joined, Reason, Record, RecordKey, RecordKind, Refusal, School, Workspace,
};
use crate::json;
pub use field::field_of;
use removal::Removal;
pub use rules::newly_broken;
pub use touch::Touch;
use touch::{Authorship, Touches};

/// A side of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Version {
    /// The open plan.
    Mine,
    /// The other plan.
    Theirs,
}

/// What a person decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// As in the open plan.
    Mine,
    /// As in the other plan.
    Theirs,
    /// Otherwise: the field's value as JSON, null for none; for a whole record the record, or a list of records.
    Edited(Value),
}

/// Where a decision is needed. Stays the same through reloads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// The record.
    pub key: RecordKey,
    /// The field: `note`, `period.to`; empty for the record as a whole; `rule:2.1/5` for a rule.
    pub path: String,
}

/// What the sides disagree in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nature {
    /// Both changed the same field.
    Field,
    /// One side removed the record, the other edited or began to use it or its parts.
    Removal {
        /// Who removed it.
        by: Version,
    },
    /// Each side keeps the rules, both together break one.
    Rule(Refusal),
}

/// A question to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Where.
    pub spot: Spot,
    /// About what.
    pub nature: Nature,
    /// The value in the common ancestor: a field's, or all fields of a record.
    pub base: Option<Value>,
    /// The value here.
    pub mine: Option<Value>,
    /// The value there.
    pub theirs: Option<Value>,
    /// Who wrote mine, and when.
    pub mine_by: Option<Touch>,
    /// Who wrote theirs, and when.
    pub theirs_by: Option<Touch>,
    /// The records that make it a conflict: those that need a removed one, those that break a rule together.
    pub because: Vec<RecordKey>,
    /// What was decided. A rule's decision that does not help leaves it open: see `is_open`.
    pub decision: Option<Decision>,
    /// Whether it waits for a decision, or for another one.
    pub is_open: bool,
}

/// What a merge comes to with the decisions so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Review {
    /// What would change in the open plan.
    pub changes: Changes,
    /// The questions, decided ones too, by record.
    pub conflicts: Vec<Conflict>,
    /// The records that a decision had a part in.
    decided: Vec<RecordKey>,
}

impl Review {
    /// How many questions wait.
    #[must_use]
    pub fn open(&self) -> usize {
        self.conflicts.iter().filter(|conflict| conflict.is_open).count()
    }
}

/// A merge in the making.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// Name of the other plan's file.
    pub source: String,
    /// How many entries the open plan made since the common ancestor.
    pub mine_since: usize,
    /// How many entries the other plan made since.
    pub theirs_since: usize,
    revision: u64,
    news: Vec<EntryId>,
    rows: Vec<Row>,
    removals: Vec<Removal>,
    decisions: Vec<(Spot, Decision)>,
}

/// A record that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Row {
    key: RecordKey,
    base: Option<Record>,
    mine: Option<Record>,
    theirs: Option<Record>,
    mine_by: Touches,
    theirs_by: Touches,
}

/// Tells that there is nothing to merge by; a comparison of the two remains ([`Difference`]), or [`union`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoAncestor {
    /// The common beginning is older than the history that is left.
    #[error("the common ancestor is older than the history kept ({mine} and {theirs} entries dropped)")]
    Trimmed {
        /// How many entries the open plan has dropped.
        mine: u64,
        /// How many the other plan has dropped.
        theirs: u64,
    },
    /// The plans were begun apart.
    #[error("the plans have no common ancestor")]
    Apart,
}

/// Tells why a decision cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Undecidable {
    /// The record is not part of the merge.
    #[error("the merge has no such record")]
    NoSuchRecord,
    /// The edited value does not fit the field.
    #[error("the value does not fit the field")]
    Unfit,
}

/// Tells why a merge cannot be finished.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unresolved {
    /// Questions wait.
    #[error("{0} conflicts wait for a decision")]
    Open(usize),
    /// The open plan changed since the merge was begun.
    #[error("the plan changed since the merge was begun")]
    PlanMoved,
    /// The plan refuses the outcome.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Begins a merge of another plan into the open one.
pub fn merge(mine: Side, theirs: Side, source: &str) -> Result<Merge, NoAncestor> {
    match ancestor(mine, theirs) {
        Ancestor::Found(common) => {
            let begun = Merge::begin(mine, theirs, source, |key| common.school.record(key));
            Ok(Merge { mine_since: common.mine, theirs_since: common.theirs, news: common.news, ..begun })
        }
        Ancestor::Trimmed { mine, theirs } => Err(NoAncestor::Trimmed { mine, theirs }),
        Ancestor::None => Err(NoAncestor::Apart),
    }
}

/// Begins a merge without an ancestor: all records of both, a question for every field that differs.
///
/// Without an ancestor a removed record cannot be told from one that is new on the other side: it stays, or comes back.
#[must_use]
pub fn union(mine: Side, theirs: Side, source: &str) -> Merge {
    Merge::begin(mine, theirs, source, |_| None)
}

impl Merge {
    fn begin(mine: Side, theirs: Side, source: &str, base: impl Fn(RecordKey) -> Option<Record>) -> Self {
        let (ours, others) = (mine.workspace, theirs.workspace);
        let [my_acts, their_acts] = [ours, others].map(|workspace| Authorship::of(workspace.journal()));
        let mut rows: Vec<Row> = Difference::between(ours.school(), others.school())
            .records
            .into_iter()
            .map(|difference| {
                let key = difference.key();
                let (mine, theirs) = (difference.change.before().cloned(), difference.change.after().cloned());
                let [mine_by, theirs_by] = [Touches::new(), Touches::new()];
                Row { key, base: base(key), mine, theirs, mine_by, theirs_by }
            })
            .collect();
        for row in &mut rows {
            let paths: Vec<String> = row.clashes().into_iter().map(|clash| clash.path).collect();
            row.mine_by = my_acts.touches(row.key, &paths);
            row.theirs_by = their_acts.touches(row.key, &paths);
        }
        let mut removals = removal::removals(&rows, Version::Mine, &my_acts);
        removals.extend(removal::removals(&rows, Version::Theirs, &their_acts));
        Self {
            source: source.to_owned(),
            mine_since: ours.journal().entries().len(),
            theirs_since: others.journal().entries().len(),
            revision: ours.revision(),
            news: unknown_to(ours.journal(), others.journal()),
            rows,
            removals,
            decisions: Vec::new(),
        }
    }

    /// Decides a conflict; a decision before it is replaced.
    pub fn decide(&mut self, spot: Spot, decision: Decision) -> Result<(), Undecidable> {
        let row = self.row(spot.key).ok_or(Undecidable::NoSuchRecord)?;
        if let Decision::Edited(value) = &decision {
            let is_fit = if spot.is_whole() {
                records_of(value).is_some_and(|records| !records.is_empty())
            } else {
                row.edited(&spot.path, value).is_some()
            };
            if !is_fit {
                return Err(Undecidable::Unfit);
            }
        }
        self.reopen(&spot);
        self.decisions.push((spot, decision));
        Ok(())
    }

    /// Decides all open conflicts of a kind of record, or of all kinds, for one side; tells how many.
    pub fn decide_all(&mut self, review: &Review, kind: Option<RecordKind>, version: Version) -> usize {
        let open = review.conflicts.iter().filter(|conflict| conflict.is_open);
        let spots = open.map(|conflict| &conflict.spot).filter(|spot| kind.is_none_or(|kind| spot.key.kind == kind));
        let decision = match version {
            Version::Mine => Decision::Mine,
            Version::Theirs => Decision::Theirs,
        };
        spots.filter(|spot| self.decide((*spot).clone(), decision.clone()).is_ok()).count()
    }

    /// What was decided so far.
    pub fn decisions(&self) -> &[(Spot, Decision)] {
        &self.decisions
    }

    /// Takes a decision back.
    pub fn reopen(&mut self, spot: &Spot) {
        self.decisions.retain(|(other, _)| other != spot);
    }

    /// Whether there is nothing to take over: not a record, and no act that this plan does not know.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.news.is_empty()
    }

    /// Works out what the merge comes to. `mine` is the open plan's school, as it was when the merge was begun.
    #[must_use]
    pub fn review(&self, mine: &School, today: NaiveDate) -> Review {
        outcome::review(self, mine, today)
    }

    /// The other plan's school, as it was when the merge was begun: the open one with their records.
    #[must_use]
    pub fn other_school(&self, mine: &School) -> School {
        let theirs = self.rows.iter().map(|row| (row.key, row.theirs.clone())).collect();
        let mut school = mine.clone();
        // Every change begins with the record as it is, so nothing can be stale.
        let _ = school.apply(&outcome::changes(&theirs, mine));
        school
    }

    /// The act that carries the merge out, once nothing waits for a decision.
    pub fn finish(&self, mine: &Workspace, today: NaiveDate) -> Result<Command, Unresolved> {
        let has_moved = |row: &Row| !same(mine.school().record(row.key).as_ref(), row.mine.as_ref());
        if mine.revision() != self.revision || self.rows.iter().any(has_moved) {
            return Err(Unresolved::PlanMoved);
        }
        let review = self.review(mine.school(), today);
        if review.open() > 0 {
            return Err(Unresolved::Open(review.open()));
        }
        let joined = Joined { entries: self.news.clone(), decided: review.decided };
        let command = Command::MergePlan { source: self.source.clone(), changes: review.changes, joined };
        let context = Context { now: chrono::DateTime::default(), today, author: crate::domain::Author::default() };
        mine.school().handle(&command, &context)?;
        Ok(command)
    }

    fn row(&self, key: RecordKey) -> Option<&Row> {
        self.rows.binary_search_by_key(&key, |row| row.key).ok().and_then(|at| self.rows.get(at))
    }

    fn decision(&self, spot: &Spot) -> Option<&Decision> {
        self.decisions.iter().find(|(other, _)| other == spot).map(|(_, decision)| decision)
    }
}

impl Spot {
    /// Whether it is about records, not about a field.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.path.is_empty() || self.path.starts_with("rule:")
    }
}

impl Row {
    /// The fields both sides changed differently.
    fn clashes(&self) -> Vec<field::Clash> {
        let (Some(mine), Some(theirs)) = (&self.mine, &self.theirs) else { return Vec::new() };
        if same(self.base.as_ref(), Some(mine)) || same(self.base.as_ref(), Some(theirs)) {
            return Vec::new();
        }
        let base = self.base.as_ref().map(field::fields);
        field::three_way(self.key.kind, base.as_ref(), &field::fields(mine), &field::fields(theirs)).1
    }

    /// The record with an edited field.
    fn edited(&self, path: &str, value: &Value) -> Option<Record> {
        let model = self.mine.as_ref().or(self.theirs.as_ref())?;
        let mut fields = field::fields(model);
        set(&mut fields, path, value);
        field::assemble(model, &fields)
    }
}

/// Sets a field, or clears it.
fn set(fields: &mut field::Fields, path: &str, value: &Value) {
    if value.is_null() {
        fields.remove(path);
    } else {
        fields.insert(path.to_owned(), value.clone());
    }
}

/// The records of an edited value: one, or a list.
fn records_of(value: &Value) -> Option<Vec<Record>> {
    match value {
        Value::Array(_) => json::of_value(value),
        _ => json::of_value(value).map(|record| vec![record]),
    }
}

fn same(a: Option<&Record>, b: Option<&Record>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.is_same(b),
        _ => false,
    }
}

impl From<Unresolved> for Refusal {
    fn from(unresolved: Unresolved) -> Self {
        match unresolved {
            Unresolved::Refused(refusal) => refusal,
            // A screen offers the button only when nothing is open; the plan may still have moved in another tab.
            Unresolved::Open(_) | Unresolved::PlanMoved => Self::new(clause!("4.3"), Reason::PlanMoved),
        }
    }
}

#[cfg(test)]
mod tests;
