//! The one place that decides for a person: a union over hats, with reasons, missing facts and who can instead.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::decision::capable_roles;
use super::hat::{Hat, HatScope, HatState};
use super::{
    Action, Basis, Decision, Ground, Interpretations, MissingFact, Object, Outcome, Predicate, Regulation, Role,
    RoleId, Standing, Standings, Target, Verdict, scope,
};
use crate::domain::{PersonId, School};
use crate::order;

/// Answers every question about one school, under one edition, on one day. Pure: equal inputs, equal answers.
#[derive(Debug, Clone)]
pub struct Authority<'a> {
    school: &'a School,
    regulation: &'a Regulation,
    interpretations: Interpretations,
    on: NaiveDate,
    standings: Option<&'a Standings>,
    /// The roles of a hat, and who can: asked of every decision, worked out once.
    roles: Vec<(Basis, Vec<&'a Role>)>,
    capable: Vec<Vec<RoleId>>,
}

/// Names a person who may take an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// By which roles, in the order of the matrix.
    pub roles: Vec<RoleId>,
    /// The union over the person's hats.
    pub verdict: Verdict,
    /// What has to be supplied before the person can act.
    pub missing: Vec<MissingFact>,
}

/// Decides whether `person` may take `action` on `object` on a day; `None` where the edition has no such action.
///
/// Gathers the person's standing anew: for many questions keep an [`Authority`] and a [`Standing`].
#[must_use]
pub fn decide(
    school: &School,
    regulation: &Regulation,
    person: PersonId,
    action: super::ActionId,
    object: Object,
    on: NaiveDate,
) -> Option<Decision> {
    let authority = Authority::new(school, regulation, on);
    Some(authority.decide(&authority.standing(person), regulation.action(action)?, &authority.target(object)))
}

impl<'a> Authority<'a> {
    /// Takes the interpretations that the school recorded; defaults hold elsewhere.
    #[must_use]
    pub fn new(school: &'a School, regulation: &'a Regulation, on: NaiveDate) -> Self {
        Self::with(school, regulation, Interpretations::of(school, on), on)
    }

    /// Takes other interpretations than the recorded ones: what if.
    #[must_use]
    pub fn with(
        school: &'a School,
        regulation: &'a Regulation,
        interpretations: Interpretations,
        on: NaiveDate,
    ) -> Self {
        let of = |basis: Basis| regulation.roles().iter().filter(|role| role.basis == basis).collect();
        let roles = Basis::ALL.into_iter().map(|basis| (basis, of(basis))).collect();
        let actions = regulation.actions().iter();
        let capable = actions.map(|action| capable_roles(regulation, &interpretations, action)).collect();
        Self { school, regulation, interpretations, on, standings: None, roles, capable }
    }

    /// Looks people up in what was gathered before, of the same school and day, in place of searching the records.
    #[must_use]
    pub fn knowing(self, standings: &'a Standings) -> Self {
        debug_assert_eq!(standings.on(), self.on, "standings of the same day");
        Self { standings: Some(standings), ..self }
    }

    /// The interpretations in force.
    #[must_use]
    pub const fn interpretations(&self) -> &Interpretations {
        &self.interpretations
    }

    /// Gathers a person's standing, to be asked many times.
    #[must_use]
    pub fn standing(&self, person: PersonId) -> Standing {
        match self.standings {
            Some(standings) => standings.get(self.school, person),
            None => Standing::of(self.school, person, self.on),
        }
    }

    /// Looks up an object, to be asked about many times.
    #[must_use]
    pub fn target(&self, object: Object) -> Target {
        match self.standings {
            Some(standings) => Target::known(standings, object),
            None => Target::of(self.school, object, self.on),
        }
    }

    /// Decides whether the person may take `action` on `target`.
    #[must_use]
    pub fn decide(&self, standing: &Standing, action: &Action, target: &Target) -> Decision {
        let mut grounds: Vec<Ground> = Vec::new();
        for (hat, role) in
            standing.active_hats().flat_map(|hat| self.roles_of(hat).iter().map(move |role| (hat, *role)))
        {
            let check = |predicate| scope::check(self.school, standing, hat, predicate, target);
            let Some(mut ground) = self.ground(action, role, check) else { continue };
            ground.scope = Some(hat.scope);
            ground.order = hat.order;
            ground.missing = missing(standing, action, role, hat, &ground);
            // Where the scope plays no part, twelve lines are one ground, not twelve.
            let says_the_same = |known: &Ground| {
                known.role == ground.role && known.checks == ground.checks && known.missing == ground.missing
            };
            if ground.checks.is_empty() && grounds.iter().any(says_the_same) {
                continue;
            }
            grounds.push(ground);
        }
        let mut decision = Decision::union(action, grounds, || self.capable(action));
        if !decision.permitted {
            decision.missing.extend(self.out_of_term(standing, action, target));
        }
        decision
    }

    /// The people who may take `action` on `target`: those who can act at once first, then by the strength of the
    /// verdict. Scans the whole school: ask on demand.
    #[must_use]
    pub fn who_can(&self, action: &Action, target: &Target) -> Vec<Holder> {
        let capable = self.capable(action);
        if capable.is_empty() {
            return Vec::new();
        }
        match self.standings {
            Some(standings) => self.holders(standings.all(), &capable, action, target),
            None => self.holders(Standing::of_all(self.school, self.on).iter(), &capable, action, target),
        }
    }

    fn holders<'b>(
        &self,
        standings: impl Iterator<Item = &'b Standing>,
        capable: &[RoleId],
        action: &Action,
        target: &Target,
    ) -> Vec<Holder> {
        let mut holders: Vec<Holder> = standings
            .filter(|standing| {
                standing.active_hats().flat_map(|hat| self.roles_of(hat)).any(|role| capable.contains(&role.id))
            })
            .filter_map(|standing| {
                let decision = self.decide(standing, action, target);
                let roles: BTreeSet<&RoleId> =
                    order::set(decision.grounds.iter().filter(|ground| ground.permits).map(|ground| &ground.role));
                let roles = capable.iter().filter(|role| roles.contains(role)).cloned().collect();
                decision.permitted.then_some(Holder {
                    person: standing.person,
                    roles,
                    verdict: decision.verdict,
                    missing: decision.missing,
                })
            })
            .collect();
        order::by(&mut holders, |a, b| {
            (!a.missing.is_empty())
                .cmp(&!b.missing.is_empty())
                .then(b.verdict.cmp(&a.verdict))
                .then(a.person.cmp(&b.person))
        });
        holders
    }

    /// The roles that an edition gives to the records behind a hat.
    fn roles_of(&self, hat: &Hat) -> &[&'a Role] {
        self.roles.iter().find(|(basis, _)| *basis == hat.basis).map_or(&[], |(_, roles)| roles)
    }

    /// The roles to which an action is permitted; worked out before for the rows of the own edition.
    fn capable(&self, action: &Action) -> Vec<RoleId> {
        let place = usize::from(action.number.0).checked_sub(1);
        let is_own = self.regulation.action(action.number).is_some_and(|own| std::ptr::eq(own, action));
        match place.and_then(|place| self.capable.get(place)).filter(|_| is_own) {
            Some(capable) => capable.clone(),
            None => capable_roles(self.regulation, &self.interpretations, action),
        }
    }

    fn ground(&self, action: &Action, role: &Role, check: impl Fn(Predicate) -> Outcome) -> Option<Ground> {
        Ground::of(&self.interpretations, action.number, action.cell(&role.id)?, check)
    }

    /// The hats that would permit it on another day.
    fn out_of_term(&self, standing: &Standing, action: &Action, target: &Target) -> BTreeSet<MissingFact> {
        let mut facts = BTreeSet::new();
        for hat in &standing.hats {
            for role in self.roles_of(hat) {
                let check = |predicate| scope::check(self.school, standing, hat, predicate, target);
                let fact = |role: &Role| match hat.state {
                    HatState::Active => None,
                    HatState::NotBegun(from) => {
                        Some(MissingFact::RoleNotBegun { role: role.id.clone(), basis: hat.basis, from })
                    }
                    HatState::Ended(on) => Some(MissingFact::RoleEnded { role: role.id.clone(), basis: hat.basis, on }),
                };
                if let Some(fact) = fact(role)
                    && self.ground(action, role, check).is_some_and(|ground| ground.permits)
                {
                    facts.insert(fact);
                }
            }
        }
        facts
    }
}

/// What a hat lacks for an action: of what the role requires, what the action needs.
fn missing(standing: &Standing, action: &Action, role: &Role, hat: &Hat, ground: &Ground) -> Vec<MissingFact> {
    if !ground.permits {
        // A teacher without a line fails the check of the scope: a line would help.
        let fails = |predicate| {
            ground.checks.iter().any(|check| check.predicate == predicate && check.outcome == Outcome::Fails)
        };
        return match hat.scope {
            HatScope::School if fails(Predicate::Line) => vec![MissingFact::NoLoadLine],
            HatScope::School if fails(Predicate::Activity) => vec![MissingFact::NoActivityGroup],
            _ => Vec::new(),
        };
    }
    let required = role.requires.iter().copied().filter(|requirement| action.needs.contains(requirement));
    let mut missing = standing.lacks(hat, required);
    if action.needs.contains(&super::Requirement::Joined) {
        missing.extend(standing.absence());
    }
    missing
}

#[cfg(test)]
mod tests;
