//! Approving an edition ends the one before; an approval by mistake is taken back; what was in force stays (1.3, 4.1, 4.2).

use chrono::NaiveDate;

use super::ended_by;
use crate::clause;
use crate::domain::{
    Act, ClauseId, Context, Draft, LocalAct, LocalActId, Position, Reason, RecordKey, RecordKind, Refusal,
    RegulationEdition, RegulationEditionId, School, StaffCategory, Verb,
};
use crate::regulation::of_record;

/// Approves an edition: from the day on it is in force, and the one before ends the day before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApproveEdition {
    /// The edition.
    pub edition: RegulationEditionId,
    /// The protocol of the council that adopted it.
    pub protocol: LocalActId,
    /// The order of the head that approved it.
    pub order: LocalActId,
    /// In force from.
    pub from: NaiveDate,
    /// The edition that ends, as the person at the keyboard saw it.
    pub ends: Option<RegulationEditionId>,
}

/// Takes an approval back; the edition that it ended is in force again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WithdrawApproval {
    /// The edition.
    pub edition: RegulationEditionId,
}

/// Removes an edition that was never in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DropEdition {
    /// The edition.
    pub edition: RegulationEditionId,
}

fn title(school: &School, edition: RegulationEditionId) -> String {
    let row = school.editions().get(&edition);
    row.map(|row| [row.title.as_str(), row.version.as_str()].join(" ").trim().to_owned()).unwrap_or_default()
}

fn edition(draft: &Draft, id: RegulationEditionId, clause: ClauseId) -> Result<RegulationEdition, Refusal> {
    let missing = Reason::MissingRecord { kind: RecordKind::RegulationEdition };
    draft.get::<RegulationEdition>(id).cloned().ok_or_else(|| Refusal::new(clause, missing))
}

impl Act for ApproveEdition {
    fn clause(&self) -> ClauseId {
        if self.ends.is_some() { clause!("4.2") } else { clause!("4.1") }
    }

    fn verb(&self) -> Verb {
        if self.ends.is_some() { Verb::AdoptEdition } else { Verb::ApproveEdition }
    }

    fn kind(&self) -> RecordKind {
        RecordKind::RegulationEdition
    }

    fn subject(&self, school: &School) -> String {
        title(school, self.edition)
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let mut row = edition(draft, self.edition, self.clause())?;
        // An edition whose data cannot be read would leave the school without a matrix.
        if of_record(&std::sync::Arc::new(row.clone())).is_err() {
            return Err(Refusal::new(clause!("1.3"), Reason::EditionUnreadable));
        }
        // 1.3: only the head approves, by an order that the head signed.
        let order = draft.get::<LocalAct>(self.order);
        let Some(signer) = order.and_then(|order| order.signer) else {
            return Err(Refusal::new(clause!("1.3"), Reason::OrderUnsigned));
        };
        let date = order.map_or(self.from, |order| order.date);
        let is_head = draft
            .rows::<Position>()
            .any(|post| post.person == signer && post.category == StaffCategory::Head && post.period.contains(date));
        if !is_head {
            return Err(Refusal::new(clause!("1.3"), Reason::OrderNotByHead));
        }
        // 4.2: a new edition ends the one before.
        let ended = ended_by(draft.before(), self.edition, self.from).cloned();
        if ended.as_ref().map(|row| row.id) != self.ends {
            return Err(Refusal::new(clause!("4.2"), Reason::PlanMoved));
        }
        if let Some(mut ended) = ended {
            ended.to = self.from.pred_opt();
            draft.save(ended);
        }
        row.protocol = Some(self.protocol);
        row.order = Some(self.order);
        row.from = Some(self.from);
        row.to = None;
        draft.save(row);
        Ok(())
    }
}

impl Act for WithdrawApproval {
    fn clause(&self) -> ClauseId {
        clause!("4.1")
    }

    fn verb(&self) -> Verb {
        Verb::WithdrawApproval
    }

    fn kind(&self) -> RecordKind {
        RecordKind::RegulationEdition
    }

    fn subject(&self, school: &School) -> String {
        title(school, self.edition)
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let mut row = edition(draft, self.edition, self.clause())?;
        let Some(from) = row.from else {
            return Err(Refusal::new(self.clause(), Reason::NotApproved));
        };
        let before = draft.rows::<RegulationEdition>().find(|other| other.to.is_some() && other.to == from.pred_opt());
        let mut before = before.cloned();
        if let Some(before) = &mut before {
            // 4.2: in force until the next one; that is the one after the withdrawn, where there is one.
            before.to = row.to;
        }
        (row.protocol, row.order, row.from, row.to) = (None, None, None, None);
        draft.save(row);
        if let Some(before) = before {
            draft.save(before);
        }
        Ok(())
    }
}

impl Act for DropEdition {
    fn clause(&self) -> ClauseId {
        clause!("4.2")
    }

    fn verb(&self) -> Verb {
        Verb::Remove
    }

    fn kind(&self) -> RecordKind {
        RecordKind::RegulationEdition
    }

    fn subject(&self, school: &School) -> String {
        title(school, self.edition)
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let row = edition(draft, self.edition, self.clause())?;
        // 4.2: records keep the edition they were made under, so what was in force stays readable.
        if row.from.is_some() {
            return Err(Refusal::new(self.clause(), Reason::EditionKept { title: row.title }));
        }
        draft.remove(RecordKey::to::<RegulationEdition>(self.edition));
        Ok(())
    }
}
