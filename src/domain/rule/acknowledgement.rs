//! The rules of sheets of acknowledgement and of groups of activists.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Verdict, class_name, person_name, refuse};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::refusal::Reason;
use crate::domain::{AcknowledgementSheet, ActiveGroup, ActiveGroupKind, Enrolment, PersonId, Representation};

/// 2.5/4, 1.1: a class has one sheet for a paper, and nobody confirms before the sheet is opened or after today.
pub(super) fn sheets(draft: &Draft, today: NaiveDate) -> Verdict {
    let mut seen = BTreeSet::new();
    for row in draft.rows::<AcknowledgementSheet>() {
        // The staff signs anew each time; a class is a class of one year.
        let opened = if row.class.is_some() { None } else { Some(row.opened_on) };
        if !seen.insert((row.subject, row.class, row.audience, opened)) {
            let class = row.class.map(|class| class_name(draft, class)).unwrap_or_default();
            return refuse(row.subject.clause(), Reason::SheetTwice { class });
        }
    }
    for row in draft.written_rows::<AcknowledgementSheet>() {
        if row.people.is_empty() {
            return refuse(row.subject.clause(), Reason::NobodyChosen);
        }
        if let Some(day) = row.people.values().flatten().find(|day| **day < row.opened_on || **day > today) {
            return refuse(row.subject.clause(), Reason::DayOutside { day: *day });
        }
    }
    Ok(())
}

/// 2.2/6c, 2.2/6d: activists are parents or students of their class; one group of a kind for a class.
pub(super) fn activists(draft: &Draft, _: NaiveDate) -> Verdict {
    let mut seen = BTreeSet::new();
    for row in draft.rows::<ActiveGroup>() {
        if !seen.insert((row.kind, row.class)) {
            let class = row.class.map(|class| class_name(draft, class)).unwrap_or_default();
            return refuse(clause(row.kind), Reason::ActivistsTwice { class });
        }
    }
    for row in draft.written_rows::<ActiveGroup>() {
        let before = draft.before().active_groups().get(&row.id).filter(|old| old.class == row.class);
        // Who was chosen and then left the class stays until the group is changed; only newcomers are asked about.
        let newcomers: Vec<PersonId> =
            row.members.iter().filter(|id| before.is_none_or(|old| !old.members.contains(id))).copied().collect();
        if newcomers.is_empty() {
            continue;
        }
        let students: BTreeSet<PersonId> = draft
            .rows::<Enrolment>()
            .filter(|stay| row.class.is_none_or(|class| stay.class == class))
            .map(|stay| stay.student)
            .collect();
        let fitting: BTreeSet<PersonId> = match row.kind {
            ActiveGroupKind::Students => students,
            ActiveGroupKind::Parents => draft
                .rows::<Representation>()
                .filter(|link| students.contains(&link.child))
                .map(|link| link.parent)
                .collect(),
        };
        if let Some(stranger) = newcomers.into_iter().find(|id| !fitting.contains(id)) {
            let class = row.class.map(|class| class_name(draft, class)).unwrap_or_default();
            return refuse(clause(row.kind), Reason::NotOfClass { person: person_name(draft, stranger), class });
        }
    }
    Ok(())
}

const fn clause(kind: ActiveGroupKind) -> crate::domain::ClauseId {
    match kind {
        ActiveGroupKind::Parents => clause!("2.2/6c"),
        ActiveGroupKind::Students => clause!("2.2/6d"),
    }
}
