//! Approving the distribution of class teachers and attaching them as approved (2.1/8).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::HomeroomDistribution;
use crate::clause;
use crate::domain::act::Act;
use crate::domain::class::HomeroomAssignment;
use crate::domain::clause::ClauseId;
use crate::domain::command::{Context, end_before};
use crate::domain::draft::Draft;
use crate::domain::id::{ClassId, HomeroomAssignmentId, HomeroomDistributionId, LocalActId, PersonId};
use crate::domain::label::Verb;
use crate::domain::period::Period;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};

/// Writes the list of an order that says who leads which class (2.1/8).
#[derive(Debug, Clone, PartialEq)]
pub struct ApproveDistribution(pub HomeroomDistribution);

impl Act for ApproveDistribution {
    fn clause(&self) -> ClauseId {
        clause!("2.1/8")
    }

    fn verb(&self) -> Verb {
        Verb::ApproveStructure
    }

    fn kind(&self) -> RecordKind {
        RecordKind::HomeroomDistribution
    }

    fn subject(&self, school: &School) -> String {
        school.years().get(&self.0.year).map(|year| year.label()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        // 2.1/8: a year has one approved list; a later order replaces the rows, not the record.
        let is_second = |row: &HomeroomDistribution| row.year == self.0.year && row.id != self.0.id;
        if draft.rows::<HomeroomDistribution>().any(is_second) {
            return Err(Refusal::new(clause!("2.1/8"), Reason::SecondDistribution));
        }
        draft.save(self.0.clone());
        Ok(())
    }
}

/// Attaches class teachers as the approved list says, from a day on (2.1/8).
#[derive(Debug, Clone, PartialEq)]
pub struct AttachApproved {
    /// The list.
    pub list: HomeroomDistributionId,
    /// The classes, each with an identity for the new term.
    pub classes: BTreeMap<ClassId, HomeroomAssignmentId>,
    /// First day of the new terms.
    pub from: NaiveDate,
}

impl AttachApproved {
    fn attach(
        &self,
        draft: &mut Draft,
        class: ClassId,
        id: HomeroomAssignmentId,
        teacher: PersonId,
        order: Option<LocalActId>,
    ) {
        let day = self.from;
        let now = |row: &&HomeroomAssignment| row.class == class && row.period.contains(day);
        let current = draft.rows::<HomeroomAssignment>().find(now).cloned();
        match current {
            // The right person leads the class already: the term only rests on the order from now on.
            Some(term) if term.teacher == teacher => draft.save(HomeroomAssignment { order, ..term }),
            _ => {
                end_before(draft, day, |row: &HomeroomAssignment| row.class == class, |row| &mut row.period);
                draft.save(HomeroomAssignment { id, class, teacher, period: Period::since(day), order });
            }
        }
    }
}

impl Act for AttachApproved {
    fn clause(&self) -> ClauseId {
        clause!("2.1/8")
    }

    fn verb(&self) -> Verb {
        Verb::AssignHomeroom
    }

    fn kind(&self) -> RecordKind {
        RecordKind::HomeroomAssignment
    }

    fn subject(&self, school: &School) -> String {
        let names: Vec<String> = self.classes.keys().take(5).map(|id| school.class_name(*id)).collect();
        let more = self.classes.len().saturating_sub(names.len());
        if more > 0 { format!("{} +{more}", names.join(", ")) } else { names.join(", ") }
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let gone = || Refusal::new(clause!("2.1/8"), Reason::MissingRecord { kind: RecordKind::HomeroomDistribution });
        let list = draft.get::<HomeroomDistribution>(self.list).ok_or_else(gone)?.clone();
        for (class, id) in &self.classes {
            if let Some(teacher) = list.rows.get(class).copied() {
                self.attach(draft, *class, *id, teacher, list.order);
            }
        }
        Ok(())
    }
}
