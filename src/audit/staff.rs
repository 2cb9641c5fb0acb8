//! L05, L12: staff in the staff room, and their status.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{AdministratorPost, ClauseId, InviteTarget, PersonId, Position, Verification, VerificationState};

/// The clause by which somebody of the staff joins, and that by which the status is confirmed.
fn own_clauses(ground: &Ground, person: PersonId) -> (ClauseId, ClauseId) {
    if ground.is_administration(person, ground.day) {
        (clause!("2.2/3"), clause!("2.2/4"))
    } else if ground.index.led_classes.contains_key(&person) {
        (clause!("2.3/1"), clause!("2.3/2"))
    } else {
        (clause!("2.4/1"), clause!("2.4/2"))
    }
}

/// 2.1/4, 2.2/3, 2.3/1, 2.4/1: every pedagogue and the administration are in the staff room, or invited.
pub(super) fn joined(ground: &Ground, found: &mut Vec<Finding>) {
    let Some(room) = ground.index.staff_room else { return };
    let open = ground.school.invites().values().filter(|row| row.state.is_open());
    let open: Vec<_> = open.filter(|row| row.target == InviteTarget::Class(room)).collect();
    // A link for nobody by name is for everybody of the staff.
    let is_for_all = open.iter().any(|row| row.addressees.is_empty());
    let invited: BTreeSet<PersonId> = open.iter().flat_map(|row| row.addressees.iter().copied()).collect();
    // 2.1/2: the administrator comes in by registration; L09 speaks of additional ones.
    let administrators: BTreeSet<PersonId> = [AdministratorPost::Platform, AdministratorPost::Additional]
        .into_iter()
        .flat_map(|post| ground.appointments(post).map(|row| row.person))
        .collect();
    for (person, posts) in ground.index.positions.iter() {
        let person = *person;
        let is_meant = ground.is_administration(person, ground.day) || ground.is_pedagogue(person);
        if !is_meant
            || is_for_all
            || ground.index.joined.contains(&person)
            || invited.contains(&person)
            || administrators.contains(&person)
            || !ground.is_expected(person)
        {
            continue;
        }
        let issue = Issue::NotInvited { person };
        let finding = Finding::error(Lint::StaffJoined, clause!("2.1/4"), issue, Remedy::Invites);
        let mut finding = finding.also(own_clauses(ground, person).0).people([person]);
        for post in posts {
            finding = finding.shown_by::<Position>(*post);
        }
        found.push(finding);
    }
}

pub(super) fn statuses(ground: &Ground, found: &mut Vec<Finding>) {
    let mut rows: BTreeMap<PersonId, Vec<&Verification>> = BTreeMap::new();
    for row in ground.school.verifications().values().filter(|row| ground.asks(row.person)) {
        rows.entry(row.person).or_default().push(row);
        // 2.1/10: nobody confirms the own status (separation of duties).
        if matches!(row.state, VerificationState::Confirmed { by: Some(by), .. } if by == row.person) {
            let person = row.person;
            let issue = Issue::SelfConfirmed { person };
            let finding = Finding::error(Lint::Status, clause!("2.1/10"), issue, Remedy::Statuses);
            found.push(finding.also(own_clauses(ground, person).1).people([person]).shown_by::<Verification>(row.id));
        }
    }
    if !ground.settings.requires_verification {
        return;
    }
    let since_joined: BTreeMap<PersonId, NaiveDate> = ground
        .memberships()
        .iter()
        .filter(|row| Some(row.class) == ground.index.staff_room && row.period.contains(ground.day))
        .filter_map(|row| Some((row.person, row.period.from?)))
        .collect();
    for person in ground.index.positions.keys().copied().filter(|person| ground.asks(*person)) {
        let is_meant = ground.is_administration(person, ground.day) || ground.is_pedagogue(person);
        if !is_meant || ground.index.verified.contains(&person) || !ground.is_expected(person) {
            continue;
        }
        let own = rows.get(&person).map(Vec::as_slice).unwrap_or_default();
        if own.iter().any(|row| row.state == VerificationState::NotRequired) {
            continue;
        }
        // 2.1/10, 2.2/4, 2.3/2, 2.4/2: confirmed within the days that the school gives itself.
        let begun = own.iter().filter_map(|row| since(&row.state)).min();
        let Some(begun) = begun.or_else(|| since_joined.get(&person).copied()) else { continue };
        let days = ground.age(begun);
        if days > i64::from(ground.settings.verification_days) {
            let issue = Issue::StatusWaits { person, days };
            let finding = Finding::warning(Lint::Status, clause!("2.1/10"), issue, Remedy::Statuses);
            let mut finding = finding.also(own_clauses(ground, person).1).people([person]);
            for row in own {
                finding = finding.shown_by::<Verification>(row.id);
            }
            found.push(finding);
        }
    }
}

/// Since when a status waits; none where it does not.
fn since(state: &VerificationState) -> Option<NaiveDate> {
    match state {
        VerificationState::Required { since } => Some(*since),
        VerificationState::Submitted { on } | VerificationState::Rejected { on, .. } => Some(*on),
        VerificationState::NotRequired | VerificationState::Confirmed { .. } => None,
    }
}
