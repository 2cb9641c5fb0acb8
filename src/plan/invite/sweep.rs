//! Invites that nobody claimed, with the reason of each (2.1/12).

use chrono::NaiveDate;

use super::super::Index;
use super::Ledger;
use crate::domain::{Invite, InviteId, InviteRole, InviteState, InviteTarget, PersonId, School, Settings};

/// Why an invite is unclaimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unclaimed {
    /// Everybody for whom it is has joined without it.
    Joined,
    /// Everybody for whom it is has left.
    Left,
    /// Its time ran out.
    Expired(NaiveDate),
    /// It lies there longer than the school allows: so many days.
    Old(u32),
}

/// An invite to be revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub invite: InviteId,
    /// Why; at least one reason.
    pub reasons: Vec<Unclaimed>,
}

/// The invites that were issued, that nobody used, and that have a reason to go; the oldest first.
#[must_use]
pub fn candidates(school: &School, index: &Index) -> Vec<Candidate> {
    let days = Settings::of(school).unclaimed_days;
    let ledger = Ledger::of(school, index);
    let mut found: Vec<(Option<NaiveDate>, Candidate)> = school
        .invites()
        .values()
        .filter_map(|invite| {
            let reasons = reasons(index, &ledger, days, invite);
            (!reasons.is_empty()).then(|| (invite.issued_on, Candidate { invite: invite.id, reasons }))
        })
        .collect();
    found.sort_by_key(|(day, candidate)| (*day, candidate.invite));
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn reasons(index: &Index, ledger: &Ledger, days: u16, invite: &Invite) -> Vec<Unclaimed> {
    // 2.1/12: unclaimed is what was issued and used by nobody.
    if !matches!(invite.state, InviteState::Issued | InviteState::Sent) || !invite.uses.is_empty() {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    if !invite.addressees.is_empty() {
        if let InviteTarget::Class(class) = invite.target
            && invite.addressees.iter().all(|person| ledger.is_member(class, *person))
        {
            reasons.push(Unclaimed::Joined);
        }
        if invite.addressees.iter().all(|person| has_left(index, invite, *person)) {
            reasons.push(Unclaimed::Left);
        }
    }
    if let Some(last) = invite.expires_on.filter(|last| *last < index.day) {
        reasons.push(Unclaimed::Expired(last));
    }
    let age = invite.issued_on.map_or(0, |issued| (index.day - issued).num_days());
    if age > i64::from(days) {
        reasons.push(Unclaimed::Old(u32::try_from(age).unwrap_or(u32::MAX)));
    }
    reasons
}

/// Whether somebody is no longer what the invite was for.
fn has_left(index: &Index, invite: &Invite, person: PersonId) -> bool {
    match (invite.role, invite.target) {
        (InviteRole::Teacher, _) => !index.is_staff(person),
        (InviteRole::Student, InviteTarget::Class(class)) => index.class_of.get(&person) != Some(&class),
        (InviteRole::Student, InviteTarget::Chat(_)) => !index.class_of.contains_key(&person),
        (InviteRole::Parent, _) => !index
            .children
            .get(&person)
            .is_some_and(|children| children.iter().any(|(child, _)| index.class_of.contains_key(child))),
    }
}
