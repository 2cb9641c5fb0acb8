//! The register at work: approving and adopting editions, choosing how to read what is unclear, and what follows from it.

mod act;
mod choice;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::{LegalAct, PersonId, RegulationEdition, RegulationEditionId, School};
use crate::regulation::{
    Authority, CellId, Interpretations, LegalBasis, Object, Regulation, RoleId, Stance, Verdict, decide_role,
};

pub use act::{ApproveEdition, DropEdition, WithdrawApproval};
pub use choice::{Interpret, Reinterpret};

/// How far an edition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditionState {
    /// It was not approved.
    Draft,
    /// It was approved and is not in force yet.
    Later,
    /// It is in force.
    InForce,
    /// Another one followed.
    Ended,
}

/// How far an edition is on a day (4.1, 4.2).
#[must_use]
pub fn state(edition: &RegulationEdition, on: NaiveDate) -> EditionState {
    match (edition.from, edition.to) {
        (None, _) => EditionState::Draft,
        (Some(from), _) if from > on => EditionState::Later,
        (_, Some(to)) if to < on => EditionState::Ended,
        _ => EditionState::InForce,
    }
}

/// The edition that would end where another one takes effect on a day (4.2).
#[must_use]
pub fn ended_by(school: &School, edition: RegulationEditionId, from: NaiveDate) -> Option<&RegulationEdition> {
    let holds = |row: &&RegulationEdition| {
        row.id != edition && row.from.is_some_and(|begin| begin < from) && row.to.is_none_or(|to| to >= from)
    };
    school.editions().values().map(AsRef::as_ref).find(holds)
}

/// What a choice would change in a cell, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The cell.
    pub cell: CellId,
    /// What it answers now.
    pub before: Verdict,
    /// What it would answer.
    pub after: Verdict,
    /// Who could take the action then and cannot now.
    pub gains: Vec<PersonId>,
    /// Who can now and could not then.
    pub loses: Vec<PersonId>,
}

/// What choices would change; a cell for which nothing changes is left out. None of a stance means: the default again.
/// Looks at everybody twice for each cell that changes: ask on demand.
#[must_use]
pub fn effects(
    school: &School,
    regulation: &Regulation,
    choices: &[(CellId, Option<Stance>)],
    on: NaiveDate,
) -> Vec<Effect> {
    let now = Interpretations::of(school, on);
    let mut then = now.clone();
    for (cell, stance) in choices {
        match stance {
            Some(stance) => then.choose(cell.clone(), *stance),
            None => then.forget(cell),
        }
    }
    choices
        .iter()
        .filter_map(|(cell, _)| {
            let decide = |chosen: &Interpretations| decide_role(regulation, chosen, &cell.role, cell.action);
            let (before, after) = (decide(&now)?, decide(&then)?);
            if (before.verdict, before.permitted) == (after.verdict, after.permitted) {
                return None;
            }
            let who = |chosen: &Interpretations| holders(school, regulation, chosen, cell, on);
            let (had, has) = (who(&now), who(&then));
            Some(Effect {
                cell: cell.clone(),
                before: before.verdict,
                after: after.verdict,
                gains: has.difference(&had).copied().collect(),
                loses: had.difference(&has).copied().collect(),
            })
        })
        .collect()
}

fn holders(
    school: &School,
    regulation: &Regulation,
    chosen: &Interpretations,
    cell: &CellId,
    on: NaiveDate,
) -> BTreeSet<PersonId> {
    let authority = Authority::with(school, regulation, chosen.clone(), on);
    let Some(action) = regulation.action(cell.action) else { return BTreeSet::new() };
    authority.who_can(action, &authority.target(Object::None)).into_iter().map(|holder| holder.person).collect()
}

/// The cells that a regulation leaves to the school, row by row.
pub fn open_cells(regulation: &Regulation) -> impl Iterator<Item = CellId> + '_ {
    regulation.actions().iter().flat_map(|action| {
        let open = action.cells.iter().filter(|cell| cell.is_open());
        open.map(|cell| CellId { action: action.number, role: RoleId::clone(&cell.role) })
    })
}

/// The open cells that an oddity touches.
#[must_use]
pub fn touched(regulation: &Regulation, oddity: u16) -> Vec<CellId> {
    let touches = regulation.oddities().iter().filter(|row| row.number == oddity).flat_map(|row| &row.touches);
    touches
        .flat_map(|touch| touch.roles.iter().map(|role| CellId { action: touch.action, role: role.clone() }))
        .filter(|cell| regulation.cell(cell.action, &cell.role).is_some_and(crate::regulation::Cell::is_open))
        .collect()
}

/// The acts of law that an edition names and the register lacks.
#[must_use]
pub fn unlisted<'a>(school: &School, regulation: &'a Regulation) -> Vec<&'a LegalBasis> {
    let is_there = |basis: &&LegalBasis| {
        school.legal_acts().values().any(|row| row.number == basis.number && row.date == Some(basis.date))
    };
    regulation.legal_basis().iter().filter(|basis| !is_there(basis)).collect()
}

/// Where an act of law is used: gap notes that name it, texts of editions that quote it.
#[must_use]
pub fn used_in(school: &School, act: &LegalAct) -> Vec<String> {
    let names = |text: &str| !act.number.is_empty() && text.contains(&act.number);
    let notes = school.gap_notes().values().filter(|note| names(&note.governed_by)).map(|note| note.topic.clone());
    let editions = school.editions().values().filter(|row| names(&row.text)).map(|row| row.title.clone());
    notes.chain(editions).collect()
}

#[cfg(test)]
mod tests;
