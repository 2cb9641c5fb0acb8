//! Checks of the administration and attestations (2.2/7): nobody controls the own work, and what is said has grounds.

use chrono::NaiveDate;

use super::{Verdict, bounded, has_post, person_name, refuse, required};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::id::PersonId;
use crate::domain::refusal::Reason;
use crate::domain::{
    Attestation, AttestationVerdict, Chat, ControlCheck, ControlFinding, ControlScope, Event, FindingState,
    HomeroomAssignment, Period, StaffCategory,
};

/// The checks that were written.
pub(super) fn checks(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<ControlCheck>() {
        bounded(&row.summary)?;
        // 2.2/7: the administration controls.
        let Some(checker) = row.checker else { return refuse(clause!("2.2/7"), Reason::NoChecker) };
        of_administration(draft, checker, row.on)?;
        // 2.2/7: and nobody the own work.
        if subject(draft, row) == Some(checker) {
            return refuse(clause!("2.2/7"), Reason::CheckerIsSubject { person: person_name(draft, checker) });
        }
        for finding in &row.findings {
            self::finding(draft, row.on, finding)?;
        }
    }
    Ok(())
}

fn of_administration(draft: &Draft, person: PersonId, on: NaiveDate) -> Verdict {
    let on_that_day = Period { from: Some(on), to: Some(on) };
    if has_post(draft, person, on_that_day, StaffCategory::is_administration) {
        return Ok(());
    }
    refuse(clause!("2.2/7"), Reason::NotAdministration { person: person_name(draft, person) })
}

/// Whose work a check looks at.
fn subject(draft: &Draft, row: &ControlCheck) -> Option<PersonId> {
    match row.scope {
        ControlScope::Person(person) => Some(person),
        ControlScope::Class(class) => {
            let mut terms = draft.rows::<HomeroomAssignment>();
            terms.find(|term| term.class == class && term.period.contains(row.on)).map(|term| term.teacher)
        }
        ControlScope::Chat(chat) => draft.get::<Chat>(chat)?.owner,
        ControlScope::Event(event) => draft.get::<Event>(event)?.host,
        ControlScope::School | ControlScope::Clause(_) => None,
    }
}

fn finding(draft: &Draft, on: NaiveDate, finding: &ControlFinding) -> Verdict {
    required(&finding.text)?;
    let later = |day: NaiveDate| if day < on { refuse(clause!("2.2/7"), Reason::BeforeCheck { day }) } else { Ok(()) };
    finding.deadline.map_or(Ok(()), later)?;
    match &finding.state {
        FindingState::Open => Ok(()),
        FindingState::Fixed { on, note } => {
            bounded(note)?;
            later(*on)
        }
        // 2.2/7: what was mended is verified by the administration, and not by the one who mended it.
        FindingState::Verified { on, by } => {
            later(*on)?;
            let Some(by) = *by else { return refuse(clause!("2.2/7"), Reason::NoChecker) };
            if finding.responsible == Some(by) {
                return refuse(clause!("2.2/7"), Reason::VerifiesOwnWork { person: person_name(draft, by) });
            }
            of_administration(draft, by, *on)
        }
    }
}

/// The attestations that were written.
pub(super) fn attestations(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Attestation>() {
        bounded(&row.note)?;
        // 4.3: that a clause is kept in part, or does not apply, is said with a reason.
        if row.verdict != AttestationVerdict::Fulfilled && row.note.trim().is_empty() {
            return refuse(row.clause, Reason::NoGrounds);
        }
        // 2.2: the school speaks by somebody who works for it.
        if let Some(by) = row.by
            && !has_post(draft, by, Period::default(), |_| true)
        {
            return refuse(row.clause, Reason::NotStaff { person: person_name(draft, by) });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::clause;
    use crate::domain::sample::{Sample, day};
    use crate::domain::{
        Attestation, AttestationVerdict, Command, ControlCheck, ControlFinding, ControlScope, FindingState, PersonId,
    };

    #[track_caller]
    fn check_check(change: impl FnOnce(&mut ControlCheck, &Sample), expected: &Expect) {
        let mut sample = Sample::new();
        let id = sample.ids.fresh();
        let mut check = ControlCheck {
            id,
            on: day(9),
            checker: Some(sample.vetrova),
            scope: ControlScope::School,
            summary: String::new(),
            findings: vec![ControlFinding {
                text: "Нет правил чата".into(),
                clause: clause!("2.3/4"),
                responsible: Some(sample.baranov),
                deadline: Some(day(20)),
                state: FindingState::Open,
            }],
            act: None,
        };
        change(&mut check, &sample);
        expected.assert_eq(&sample.answer(&Command::Save(check.into())));
    }

    fn verified(by: PersonId) -> FindingState {
        FindingState::Verified { on: day(10), by: Some(by) }
    }

    #[test]
    fn the_administration_checks() {
        check_check(|_, _| {}, &expect!["ok, 1 changes"]);
        check_check(
            |check, sample| check.checker = Some(sample.baranov),
            &expect!["refused by 2.2/7: Баранов Глеб Олегович is not of the administration"],
        );
        check_check(|check, _| check.checker = None, &expect!["refused by 2.2/7: nobody is named who checks"]);
    }

    #[test]
    fn nobody_checks_the_own_work() {
        check_check(
            |check, sample| check.scope = ControlScope::Person(sample.vetrova),
            &expect!["refused by 2.2/7: Ветрова Анна Ильинична is the subject of the check"],
        );
        check_check(|check, sample| check.scope = ControlScope::Person(sample.baranov), &expect!["ok, 1 changes"]);
        check_check(|check, sample| check.scope = ControlScope::Class(sample.class_7a), &expect!["ok, 1 changes"]);
    }

    #[test]
    fn a_finding_is_verified_by_another_of_the_administration() {
        check_check(
            |check, sample| check.findings[0].state = verified(sample.baranov),
            &expect!["refused by 2.2/7: Баранов Глеб Олегович is responsible for what is verified"],
        );
        check_check(
            |check, sample| check.findings[0].state = verified(sample.lugova),
            &expect!["refused by 2.2/7: Лугова Вера Петровна is not of the administration"],
        );
        check_check(|check, sample| check.findings[0].state = verified(sample.orlova), &expect!["ok, 1 changes"]);
    }

    #[test]
    fn a_finding_says_something_and_its_days_follow_the_check() {
        check_check(
            |check, _| check.findings[0].text = " ".into(),
            &expect!["refused by 4.3: a required field is empty"],
        );
        check_check(
            |check, _| check.findings[0].deadline = Some(day(8)),
            &expect!["refused by 2.2/7: 2026-09-08 is before the check"],
        );
    }

    #[track_caller]
    fn check_attestation(verdict: AttestationVerdict, note: &str, expected: &Expect) {
        let mut sample = Sample::new();
        let (id, by, note) = (sample.ids.fresh(), Some(sample.orlova), note.to_owned());
        let (clause, acts) = (clause!("1.7"), std::collections::BTreeSet::new());
        let row = Attestation { id, clause, year: None, verdict, on: day(9), by, note, acts };
        expected.assert_eq(&sample.answer(&Command::Save(row.into())));
    }

    #[test]
    fn an_attestation_has_grounds() {
        check_attestation(AttestationVerdict::Fulfilled, "", &expect!["ok, 1 changes"]);
        check_attestation(AttestationVerdict::NotApplicable, "", &expect!["refused by 1.7: a reason is needed"]);
        check_attestation(AttestationVerdict::NotApplicable, "нет трансляций", &expect!["ok, 1 changes"]);
    }
}
