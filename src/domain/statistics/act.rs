//! Acts on figures of use and the report to the head.

use chrono::NaiveDate;

use super::{StatAccess, StatReport, Submission};
use crate::clause;
use crate::domain::act::{Act, Leave};
use crate::domain::clause::ClauseId;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{PersonId, StatReportId};
use crate::domain::label::Verb;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::staff::{Position, StaffCategory};

fn caption(school: &School, id: StatReportId) -> String {
    school.reports().get(&id).map(|row| row.caption()).unwrap_or_default()
}

impl StatReport {
    /// The days it covers, in figures.
    #[must_use]
    pub fn caption(&self) -> String {
        let days = [self.period.from, self.period.to];
        days.into_iter().flatten().map(|day| day.format("%d.%m.%Y").to_string()).collect::<Vec<_>>().join(" – ")
    }
}

/// Writes the figures of a period down (2.1/17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnterStatistics {
    /// The figures.
    pub report: StatReport,
    /// Whether its author may report.
    pub leave: Leave,
}

impl Act for EnterStatistics {
    fn clause(&self) -> ClauseId {
        clause!("2.1/17")
    }

    fn verb(&self) -> Verb {
        Verb::EnterStatistics
    }

    fn kind(&self) -> RecordKind {
        RecordKind::StatReport
    }

    fn subject(&self, _: &School) -> String {
        self.report.caption()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        self.leave.clone()?;
        // 2.1/17: what was handed in stays as the head has it, until it is taken back.
        if draft.get::<StatReport>(self.report.id).is_some_and(|row| row.submitted.is_some()) {
            return Err(Refusal::new(self.clause(), Reason::ReportSubmitted { period: self.report.caption() }));
        }
        draft.save(self.report.clone());
        Ok(())
    }
}

/// Gives a report to the head (2.1/17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmitReport {
    /// Which.
    pub id: StatReportId,
    /// When.
    pub on: NaiveDate,
    /// To whom.
    pub to: PersonId,
    /// Whether its author may report.
    pub leave: Leave,
}

impl Act for SubmitReport {
    fn clause(&self) -> ClauseId {
        clause!("2.1/17")
    }

    fn verb(&self) -> Verb {
        Verb::SubmitReport
    }

    fn kind(&self) -> RecordKind {
        RecordKind::StatReport
    }

    fn subject(&self, school: &School) -> String {
        caption(school, self.id)
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let clause = self.clause();
        let mut report: StatReport = draft.row(self.id, clause)?;
        let refuse = |reason| Err(Refusal::new(clause, reason));
        if report.submitted.is_some() {
            return refuse(Reason::ReportSubmitted { period: report.caption() });
        }
        // 2.1/17: that the platform shows nothing is an answer; else there is something to tell.
        if report.access == StatAccess::Available && report.figures.is_empty() {
            return refuse(Reason::NoFigures { period: report.caption() });
        }
        // 2.1/17: the report goes to the head.
        let is_head = draft
            .rows::<Position>()
            .any(|row| row.person == self.to && row.category == StaffCategory::Head && row.period.contains(self.on));
        if !is_head {
            let person = draft.before().person_name(self.to);
            return refuse(Reason::NotHead { person });
        }
        self.leave.clone()?;
        report.submitted = Some(Submission { on: self.on, to: Some(self.to) });
        draft.save(report);
        Ok(())
    }
}

/// Takes a report back from the head, to be mended (2.1/17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawReport {
    /// Which.
    pub id: StatReportId,
}

impl Act for WithdrawReport {
    fn clause(&self) -> ClauseId {
        clause!("2.1/17")
    }

    fn verb(&self) -> Verb {
        Verb::WithdrawReport
    }

    fn kind(&self) -> RecordKind {
        RecordKind::StatReport
    }

    fn subject(&self, school: &School) -> String {
        caption(school, self.id)
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let report: StatReport = draft.row(self.id, self.clause())?;
        draft.save(StatReport { submitted: None, ..report });
        Ok(())
    }
}
