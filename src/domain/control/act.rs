//! Acts of control (2.2/7): record a check, mend what it found, verify that it was mended; attest how a clause is kept.

use chrono::NaiveDate;

use super::{ControlCheck, ControlFinding, FindingState};
use crate::clause;
use crate::domain::act::Act;
use crate::domain::attestation::Attestation;
use crate::domain::clause::ClauseId;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{ControlCheckId, PersonId};
use crate::domain::label::Verb;
use crate::domain::record::{Record, RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};

/// Records a check with what it found.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordCheck {
    /// The check.
    pub check: ControlCheck,
}

impl Act for RecordCheck {
    fn clause(&self) -> ClauseId {
        clause!("2.2/7")
    }

    fn verb(&self) -> Verb {
        Verb::RecordCheck
    }

    fn kind(&self) -> RecordKind {
        RecordKind::ControlCheck
    }

    fn subject(&self, school: &School) -> String {
        Record::new(self.check.clone()).caption(school)
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        draft.save(self.check.clone());
        Ok(())
    }
}

/// Moves a finding of a check on.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveFinding {
    /// The check.
    pub check: ControlCheckId,
    /// Which of its findings, from 0.
    pub at: usize,
    /// Where to.
    pub step: FindingStep,
}

/// Where a finding is moved.
#[derive(Debug, Clone, PartialEq)]
pub enum FindingStep {
    /// It was mended.
    Fix {
        /// When.
        on: NaiveDate,
        /// How.
        note: String,
    },
    /// The administration saw that it was mended.
    Verify {
        /// When.
        on: NaiveDate,
        /// By whom.
        by: PersonId,
    },
    /// It was not mended after all.
    Reopen {
        /// Until when it is to be mended now.
        deadline: Option<NaiveDate>,
    },
}

impl Act for MoveFinding {
    fn clause(&self) -> ClauseId {
        clause!("2.2/7")
    }

    fn verb(&self) -> Verb {
        match self.step {
            FindingStep::Fix { .. } => Verb::FixFinding,
            FindingStep::Verify { .. } => Verb::VerifyFinding,
            FindingStep::Reopen { .. } => Verb::Edit,
        }
    }

    fn kind(&self) -> RecordKind {
        RecordKind::ControlCheck
    }

    fn subject(&self, school: &School) -> String {
        let check = school.checks().get(&self.check);
        check.and_then(|check| check.findings.get(self.at)).map(|finding| finding.text.clone()).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let gone = || Refusal::new(clause!("2.2/7"), Reason::MissingRecord { kind: RecordKind::ControlCheck });
        let mut check = draft.get::<ControlCheck>(self.check).cloned().ok_or_else(gone)?;
        let finding = check.findings.get_mut(self.at).ok_or_else(gone)?;
        self.step.take(finding)?;
        draft.save(check);
        Ok(())
    }
}

impl FindingStep {
    fn take(&self, finding: &mut ControlFinding) -> Result<(), Refusal> {
        let not_now = || Refusal::new(clause!("2.2/7"), Reason::FindingElsewhere);
        finding.state = match (self, &finding.state) {
            (Self::Fix { on, note }, FindingState::Open) => FindingState::Fixed { on: *on, note: note.clone() },
            // 2.2/7: only what was mended can be seen to be mended.
            (Self::Verify { on, by }, FindingState::Fixed { .. }) => FindingState::Verified { on: *on, by: Some(*by) },
            (Self::Reopen { deadline }, FindingState::Fixed { .. } | FindingState::Verified { .. }) => {
                finding.deadline = deadline.or(finding.deadline);
                FindingState::Open
            }
            _ => return Err(not_now()),
        };
        Ok(())
    }
}

/// Says how a clause is kept that records cannot show.
#[derive(Debug, Clone, PartialEq)]
pub struct Attest {
    /// What is said.
    pub attestation: Attestation,
}

impl Act for Attest {
    fn clause(&self) -> ClauseId {
        self.attestation.clause
    }

    fn verb(&self) -> Verb {
        Verb::Attest
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Attestation
    }

    fn subject(&self, _: &School) -> String {
        self.attestation.clause.to_string()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        draft.save(self.attestation.clone());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::{FindingStep, MoveFinding};
    use crate::domain::sample::{Sample, day};
    use crate::domain::{Command, ControlCheckId};

    fn office() -> (Sample, ControlCheckId) {
        let sample = Sample::new().with_office();
        let check = *sample.workspace.school().checks().keys().next().unwrap();
        (sample, check)
    }

    #[track_caller]
    fn check_steps(steps: impl FnOnce(&Sample) -> Vec<FindingStep>, expected: &Expect) {
        let (mut sample, check) = office();
        let mut answers = Vec::new();
        for step in steps(&sample) {
            let command = Command::from(MoveFinding { check, at: 0, step });
            let answer = sample.answer(&command);
            if answer.starts_with("ok") {
                sample.run(&command);
            }
            answers.push(answer);
        }
        expected.assert_eq(&answers.join("; "));
    }

    fn fix() -> FindingStep {
        FindingStep::Fix { on: day(10), note: "Назначен".into() }
    }

    #[test]
    fn a_finding_is_mended_then_verified_by_another() {
        check_steps(
            |sample| vec![fix(), FindingStep::Verify { on: day(10), by: sample.orlova }],
            &expect!["ok, 1 changes; ok, 1 changes"],
        );
        check_steps(
            |sample| vec![fix(), FindingStep::Verify { on: day(10), by: sample.baranov }],
            &expect!["ok, 1 changes; refused by 2.2/7: Баранов Глеб Олегович is responsible for what is verified"],
        );
    }

    #[test]
    fn nothing_is_verified_before_it_was_mended_and_nothing_mended_twice() {
        check_steps(
            |sample| vec![FindingStep::Verify { on: day(10), by: sample.orlova }, fix(), fix()],
            &expect![
                "refused by 2.2/7: the finding is in another state; ok, 1 changes; refused by 2.2/7: the finding is in another state"
            ],
        );
    }

    #[test]
    fn what_was_not_mended_after_all_is_open_again() {
        check_steps(
            |_| vec![fix(), FindingStep::Reopen { deadline: Some(day(30)) }, fix()],
            &expect!["ok, 1 changes; ok, 1 changes; ok, 1 changes"],
        );
    }

    #[test]
    fn a_finding_that_is_not_there_is_told() {
        let (sample, check) = office();
        let answer = sample.answer(&Command::from(MoveFinding { check, at: 9, step: fix() }));
        assert_eq!(answer, "refused by 2.2/7: a record it needs is missing (ControlCheck)");
    }
}
