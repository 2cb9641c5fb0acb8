//! One clause of the register with everything that rests on it.

use crate::domain::ClauseId;
use crate::regulation::{ActionId, Bilingual, ClauseEntry, Oddity, Regulation, RoleId, Verdict};

/// An action that cites a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citing {
    /// The action.
    pub action: ActionId,
    /// The cells that rest on the clause; empty where only the row speaks of it.
    pub cells: Vec<(RoleId, Verdict)>,
}

/// The actions that cite a clause, in the order of the matrix.
#[must_use]
pub fn citing(regulation: &Regulation, clause: ClauseId) -> Vec<Citing> {
    regulation
        .actions()
        .iter()
        .filter_map(|action| {
            let cells: Vec<(RoleId, Verdict)> = action
                .cells
                .iter()
                .filter(|cell| cell.clauses.contains(&clause))
                .map(|cell| (cell.role.clone(), cell.verdict))
                .collect();
            let is_citing = !cells.is_empty() || action.clauses.contains(&clause);
            is_citing.then_some(Citing { action: action.number, cells })
        })
        .collect()
}

/// One clause with everything that rests on it.
#[derive(Debug, Clone, PartialEq)]
pub struct ClausePage {
    /// The clause.
    pub entry: ClauseEntry,
    /// The number of its section.
    pub section: String,
    /// The heading of its section.
    pub title: Bilingual,
    /// The actions that cite it.
    pub actions: Vec<Citing>,
    /// The roles of which it makes somebody a holder.
    pub roles: Vec<RoleId>,
    /// The oddities that touch it.
    pub oddities: Vec<Oddity>,
    /// The clause before it.
    pub previous: Option<ClauseId>,
    /// The clause after it.
    pub next: Option<ClauseId>,
}

/// Looks a clause up; none where the register has no such number.
#[must_use]
pub fn page(regulation: &Regulation, clause: ClauseId) -> Option<ClausePage> {
    let ids: Vec<ClauseId> = regulation.clauses().map(|(_, entry)| entry.id).collect();
    let at = ids.iter().position(|id| *id == clause)?;
    let (section, entry) = regulation.clause(clause)?;
    Some(ClausePage {
        entry: entry.clone(),
        section: section.number.clone(),
        title: section.title.clone(),
        actions: citing(regulation, clause),
        roles: regulation.roles().iter().filter(|role| role.clause == clause).map(|role| role.id.clone()).collect(),
        oddities: regulation.oddities().iter().filter(|oddity| oddity.clauses.contains(&clause)).cloned().collect(),
        previous: at.checked_sub(1).and_then(|at| ids.get(at)).copied(),
        next: ids.get(at + 1).copied(),
    })
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::clause;
    use crate::domain::ClauseId;
    use crate::regulation::{Regulation, RoleId, Verdict};

    #[test]
    fn every_clause_has_a_page_and_the_chain_of_neighbours_is_whole() {
        let regulation = Regulation::bundled();
        let ids: Vec<ClauseId> = regulation.clauses().map(|(_, entry)| entry.id).collect();
        let mut walked = Vec::new();
        let mut next = ids.first().copied();
        while let Some(id) = next {
            let page = page(regulation, id).unwrap();
            assert_eq!(page.previous, walked.last().copied());
            walked.push(id);
            next = page.next;
        }
        assert_eq!(walked, ids);
    }

    #[test]
    fn what_rests_on_a_clause() {
        let page = page(Regulation::bundled(), clause!("2.3/3a")).unwrap();
        assert_eq!(page.section, "2.3");
        assert_eq!(page.actions.len(), 1);
        assert_eq!(page.actions[0].action.0, 38);
        assert_eq!(page.actions[0].cells, [(RoleId::from("class-teacher"), Verdict::Duty)]);
    }

    #[test]
    fn the_number_that_the_text_skips() {
        let page = page(Regulation::bundled(), clause!("2.6")).unwrap();
        assert!(page.entry.absent && page.actions.is_empty());
        assert_eq!(page.oddities.iter().map(|oddity| oddity.number).collect::<Vec<_>>(), [1]);
        assert_eq!((page.previous, page.next), (Some(clause!("2.5/4")), Some(clause!("2.7/1"))));
        assert_eq!(super::page(Regulation::bundled(), clause!("9.9")), None);
    }
}
