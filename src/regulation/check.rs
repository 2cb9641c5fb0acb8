//! Checks an edition whole: what it defines, what it cites, and that the matrix has no hole.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Action, ActionId, Bilingual, Cell, CellId, ChannelRule, ChatRule, Duty, Edition, MemberSet, NamePattern, Place,
    RegulationError, RoleId, Verdict,
};
use crate::domain::ClauseId;

/// Checks `edition` and tells the first place that is wrong.
pub(super) fn edition(edition: &Edition) -> Result<(), RegulationError> {
    let known = Known::collect(edition)?;
    for (at, action) in edition.actions.iter().enumerate() {
        let expected = ActionId(u16::try_from(at + 1).unwrap_or(u16::MAX));
        if action.number != expected {
            return Err(RegulationError::MissingRow { expected });
        }
        known.row(action)?;
    }
    let mut rules = BTreeSet::new();
    for rule in &edition.chat_rules {
        known.chat_rule(rule, edition.actions.len())?;
        if !rules.insert(&rule.id) {
            return Err(RegulationError::Duplicate(Place::ChatRule(rule.id.clone())));
        }
    }
    edition.channels.iter().try_for_each(|channel| known.channel(channel))?;
    let mut duties = BTreeSet::new();
    for duty in &edition.duties {
        known.duty(duty)?;
        if !duties.insert(&duty.id) {
            return Err(RegulationError::Duplicate(Place::Duty(duty.id.clone())));
        }
    }
    let mut numbers = BTreeSet::new();
    for oddity in &edition.oddities {
        let place = Place::Oddity(oddity.number);
        filled(&place, &oddity.text)?;
        filled(&place, &oddity.interpretation)?;
        known.cited(&place, &oddity.clauses)?;
        for touch in &oddity.touches {
            known.roles(&place, &touch.roles)?;
            action_exists(&place, touch.action, edition.actions.len())?;
        }
        if !numbers.insert(oddity.number) {
            return Err(RegulationError::Duplicate(place));
        }
    }
    for term in &edition.glossary {
        let place = Place::Term(term.term.ru.clone());
        filled(&place, &term.term)?;
        filled(&place, &term.meaning)?;
        known.cited(&place, &term.clauses)?;
    }
    let mut acts = BTreeSet::new();
    for act in &edition.legal_basis {
        let place = Place::LegalAct(act.number.clone());
        if act.number.trim().is_empty() || act.title.trim().is_empty() {
            return Err(RegulationError::Empty(place));
        }
        if !acts.insert(&act.number) {
            return Err(RegulationError::Duplicate(place));
        }
    }
    let mut commands = BTreeSet::new();
    for command in &edition.app_commands {
        let place = Place::AppCommand(command.id.clone());
        filled(&place, &command.name)?;
        known.cited(&place, &command.clauses)?;
        known.roles(&place, &command.roles)?;
        if !commands.insert(&command.id) {
            return Err(RegulationError::Duplicate(place));
        }
    }
    Ok(())
}

/// What an edition defines, for the checks of what it cites.
struct Known<'a> {
    roles: BTreeSet<&'a RoleId>,
    /// Whether the text has the clause.
    clauses: BTreeMap<ClauseId, bool>,
}

impl<'a> Known<'a> {
    fn collect(edition: &'a Edition) -> Result<Self, RegulationError> {
        filled(&Place::Front, &edition.title)?;
        let mut known = Self { roles: BTreeSet::new(), clauses: BTreeMap::new() };
        for role in &edition.roles {
            let place = Place::Role(role.id.clone());
            filled(&place, &role.name)?;
            if !known.roles.insert(&role.id) {
                return Err(RegulationError::Duplicate(place));
            }
        }
        let mut numbers = BTreeSet::new();
        for section in &edition.sections {
            let place = Place::Section(section.number.clone());
            filled(&place, &section.title)?;
            if !numbers.insert(&section.number) {
                return Err(RegulationError::Duplicate(place));
            }
            for clause in &section.clauses {
                let place = Place::Clause(clause.id);
                filled(&place, &clause.text)?;
                known.roles(&place, &clause.actors)?;
                if known.clauses.insert(clause.id, !clause.absent).is_some() {
                    return Err(RegulationError::Duplicate(place));
                }
            }
        }
        for role in &edition.roles {
            known.exist(&Place::Role(role.id.clone()), &[role.clause])?;
        }
        Ok(known)
    }

    fn row(&self, action: &Action) -> Result<(), RegulationError> {
        let place = Place::Action(action.number);
        filled(&place, &action.name)?;
        self.cited(&place, &action.clauses)?;
        let mut seen = BTreeSet::new();
        for cell in &action.cells {
            let id = CellId { action: action.number, role: cell.role.clone() };
            self.roles(&place, std::slice::from_ref(&cell.role))?;
            self.cell(&Place::Cell(id.clone()), cell)?;
            if !seen.insert(&cell.role) {
                return Err(RegulationError::Duplicate(Place::Cell(id)));
            }
        }
        match self.roles.iter().find(|role| !seen.contains(*role)) {
            Some(role) => {
                Err(RegulationError::MissingCell(CellId { action: action.number, role: RoleId::clone(role) }))
            }
            None => Ok(()),
        }
    }

    fn cell(&self, place: &Place, cell: &Cell) -> Result<(), RegulationError> {
        if let Some(note) = &cell.note {
            filled(place, note)?;
        }
        if (cell.verdict == Verdict::Unsettled) != cell.default.is_some() {
            return Err(match cell.default {
                None => RegulationError::NoDefault(place.clone()),
                Some(_) => RegulationError::StrayDefault(place.clone()),
            });
        }
        if cell.verdict == Verdict::NotGranted {
            if cell.predicates().next().is_some() || cell.inherited || cell.if_access {
                return Err(RegulationError::StrayScope(place.clone()));
            }
            return self.exist(place, &cell.clauses);
        }
        self.granting(place, &cell.clauses)
    }

    fn chat_rule(&self, rule: &ChatRule, actions: usize) -> Result<(), RegulationError> {
        let place = Place::ChatRule(rule.id.clone());
        filled(&place, &rule.title)?;
        filled(&place, &rule.name)?;
        self.granting(&place, &[rule.clause])?;
        action_exists(&place, rule.action, actions)?;
        let strays = |set: &&MemberSet| !set.fits(rule.each);
        if let Some(set) = std::iter::once(&rule.owner).chain(&rule.members).find(strays) {
            return Err(RegulationError::StraySet { place, set: format!("{set:?}") });
        }
        for pattern in [&rule.name.ru, &rule.name.en] {
            let stray = match NamePattern::parse(pattern) {
                Ok(pattern) => pattern.places().find(|part| !part.fits(rule.each)).map(|part| part.word().to_owned()),
                Err(word) => Some(word.to_owned()),
            };
            if let Some(word) = stray {
                return Err(RegulationError::StrayWord { place, word });
            }
        }
        if rule.is_required && rule.members.is_empty() { Err(RegulationError::ForNobody(place)) } else { Ok(()) }
    }

    fn channel(&self, channel: &ChannelRule) -> Result<(), RegulationError> {
        let place = Place::Channel(channel.name.ru.clone());
        filled(&place, &channel.name)?;
        self.granting(&place, &[channel.clause])?;
        self.roles(&place, std::slice::from_ref(&channel.editor))?;
        if channel.audience.is_empty() { Err(RegulationError::ForNobody(place)) } else { Ok(()) }
    }

    fn duty(&self, duty: &Duty) -> Result<(), RegulationError> {
        let place = Place::Duty(duty.id.clone());
        filled(&place, &duty.title)?;
        self.granting(&place, &[duty.clause])?;
        self.roles(&place, &duty.roles)?;
        if duty.roles.is_empty() { Err(RegulationError::ForNobody(place)) } else { Ok(()) }
    }

    /// Cites clauses that the text has.
    fn granting(&self, place: &Place, clauses: &[ClauseId]) -> Result<(), RegulationError> {
        self.cited(place, clauses)?;
        match clauses.iter().find(|clause| self.clauses.get(clause) == Some(&false)) {
            Some(clause) => Err(RegulationError::AbsentClause { place: place.clone(), clause: *clause }),
            None => Ok(()),
        }
    }

    fn cited(&self, place: &Place, clauses: &[ClauseId]) -> Result<(), RegulationError> {
        if clauses.is_empty() {
            return Err(RegulationError::NoClause(place.clone()));
        }
        self.exist(place, clauses)
    }

    fn exist(&self, place: &Place, clauses: &[ClauseId]) -> Result<(), RegulationError> {
        match clauses.iter().find(|clause| !self.clauses.contains_key(clause)) {
            Some(clause) => Err(RegulationError::UnknownClause { place: place.clone(), clause: *clause }),
            None => Ok(()),
        }
    }

    fn roles(&self, place: &Place, roles: &[RoleId]) -> Result<(), RegulationError> {
        match roles.iter().find(|role| !self.roles.contains(role)) {
            Some(role) => Err(RegulationError::UnknownRole { place: place.clone(), role: role.clone() }),
            None => Ok(()),
        }
    }
}

fn action_exists(place: &Place, action: ActionId, actions: usize) -> Result<(), RegulationError> {
    if action.0 == 0 || usize::from(action.0) > actions {
        return Err(RegulationError::UnknownAction { place: place.clone(), action });
    }
    Ok(())
}

fn filled(place: &Place, text: &Bilingual) -> Result<(), RegulationError> {
    if text.is_incomplete() { Err(RegulationError::Empty(place.clone())) } else { Ok(()) }
}
