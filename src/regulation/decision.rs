//! A decision with its reasons, and the answer for a role without a person.

use super::{
    Action, ActionId, Cell, HatScope, Interpretations, MissingFact, Predicate, Regulation, RoleId, Stance, Verdict,
};
use crate::domain::{ClauseId, LocalActId};
use crate::order;

/// Answers whether somebody may take an action, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The action asked for.
    pub action: ActionId,
    /// The union over the grounds.
    pub verdict: Verdict,
    /// Whether the action may be planned: granted, or unsettled with a default that allows it.
    pub permitted: bool,
    /// What each hat contributes; a hat for which no clause grants anything is not listed.
    pub grounds: Vec<Ground>,
    /// What has to be supplied first; empty where some ground permits it at once.
    pub missing: Vec<MissingFact>,
    /// The roles that may instead, in the order of the matrix; empty where the action is permitted or nobody may.
    pub instead: Vec<RoleId>,
}

/// Holds what one hat contributes to a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The role.
    pub role: RoleId,
    /// What it contributes after the checks; `NotGranted` where a check failed or the school decided so.
    pub verdict: Verdict,
    /// Whether this ground alone would permit the action.
    pub permits: bool,
    /// Where the hat holds; none in an answer for a role.
    pub scope: Option<HatScope>,
    /// The order that the hat rests on.
    pub order: Option<LocalActId>,
    /// What this hat lacks.
    pub missing: Vec<MissingFact>,
    /// What it rests on.
    pub clauses: Vec<ClauseId>,
    /// Who settled it: the text, a default or the school.
    pub settled: Settled,
    /// What was checked, and how it came out.
    pub checks: Vec<PredicateCheck>,
    /// Whether the grant is inherited by the interpretation of 2.1/7.
    pub inherited: bool,
    /// Whether it holds only «при наличии доступа».
    pub if_access: bool,
}

/// Tells who settled the answer of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// The text answers.
    ByText,
    /// The text leaves it open and the school has not decided: the edition's default holds.
    ByDefault(Stance),
    /// The school decided.
    BySchool(Stance),
}

/// Tells how a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PredicateCheck {
    /// What was checked.
    pub predicate: Predicate,
    /// The outcome.
    pub outcome: Outcome,
}

/// Names the outcome of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// There was no person or no object to check; the holder must mind the limit.
    NotAsked,
}

/// Decides for a typical holder of `role`: no person, so no scope is checked. `None` where there is no such row or role.
#[must_use]
pub fn decide_role(
    regulation: &Regulation,
    interpretations: &Interpretations,
    role: &RoleId,
    action: ActionId,
) -> Option<Decision> {
    let row = regulation.action(action)?;
    let cell = row.cell(role)?;
    let ground = Ground::of(interpretations, action, cell, |_| Outcome::NotAsked);
    let capable = || capable_roles(regulation, interpretations, row);
    Some(Decision::union(row, ground.into_iter().collect(), capable))
}

impl Decision {
    /// Unites what the hats contribute. A union: another ground never takes anything away.
    pub(super) fn union(action: &Action, grounds: Vec<Ground>, capable: impl FnOnce() -> Vec<RoleId>) -> Self {
        let verdict = grounds.iter().map(|ground| ground.verdict).max().unwrap_or(Verdict::NotGranted);
        let permitted = grounds.iter().any(|ground| ground.permits);
        let instead = if permitted { Vec::new() } else { capable() };
        let missing = if grounds.iter().any(|ground| ground.permits && ground.missing.is_empty()) {
            Vec::new()
        } else {
            // Of a permitted action only what keeps the permitting grounds; else whatever would help.
            let relevant = grounds.iter().filter(|ground| ground.permits || !permitted);
            order::set(relevant.flat_map(|ground| ground.missing.iter().cloned())).into_iter().collect()
        };
        Self { action: action.number, verdict, permitted, missing, grounds, instead }
    }

    /// Whether the person can act at once.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.permitted && self.missing.is_empty()
    }
}

/// The roles to which `action` is permitted, in the order of the matrix.
#[must_use]
pub fn capable_roles(regulation: &Regulation, interpretations: &Interpretations, action: &Action) -> Vec<RoleId> {
    let permits = |role: &RoleId| {
        action.cell(role).is_some_and(|cell| {
            let (verdict, settled) = settle(interpretations, action.number, cell);
            permits(verdict, settled)
        })
    };
    regulation.roles().iter().map(|role| &role.id).filter(|role| permits(role)).cloned().collect()
}

impl Ground {
    /// What a hat with `cell` contributes; `None` where the cell grants nothing.
    pub(super) fn of(
        interpretations: &Interpretations,
        action: ActionId,
        cell: &Cell,
        check: impl Fn(Predicate) -> Outcome,
    ) -> Option<Self> {
        if cell.verdict == Verdict::NotGranted {
            return None;
        }
        let (verdict, settled) = settle(interpretations, action, cell);
        let checks: Vec<PredicateCheck> =
            cell.predicates().map(|predicate| PredicateCheck { predicate, outcome: check(predicate) }).collect();
        let fails = checks.iter().any(|check| check.outcome == Outcome::Fails);
        Some(Self {
            role: cell.role.clone(),
            verdict: if fails { Verdict::NotGranted } else { verdict },
            permits: !fails && permits(verdict, settled),
            scope: None,
            order: None,
            missing: Vec::new(),
            clauses: cell.clauses.clone(),
            settled,
            checks,
            inherited: cell.inherited,
            if_access: cell.if_access,
        })
    }
}

/// Applies the school's choice to an open cell. A choice changes no cell that the text settles.
fn settle(interpretations: &Interpretations, action: ActionId, cell: &Cell) -> (Verdict, Settled) {
    if !cell.is_open() {
        return (cell.verdict, Settled::ByText);
    }
    match interpretations.stance(action, &cell.role) {
        // What is inherited keeps its strength; what was unsettled becomes allowed, never a duty.
        Some(Stance::Allow) if cell.inherited => (cell.verdict, Settled::BySchool(Stance::Allow)),
        Some(Stance::Allow) => (Verdict::Allowed, Settled::BySchool(Stance::Allow)),
        Some(Stance::Deny) => (Verdict::NotGranted, Settled::BySchool(Stance::Deny)),
        None => (cell.verdict, Settled::ByDefault(cell.default.unwrap_or(Stance::Allow))),
    }
}

fn permits(verdict: Verdict, settled: Settled) -> bool {
    verdict.is_granted() || (verdict == Verdict::Unsettled && settled == Settled::ByDefault(Stance::Allow))
}

#[cfg(test)]
mod tests;
