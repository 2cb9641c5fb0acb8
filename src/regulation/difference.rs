//! What another edition changes: clauses, roles, actions, cells of the matrix, words of the glossary.

use std::collections::{BTreeMap, BTreeSet};

use super::{ActionId, Bilingual, Cell, CellId, ChatRule, Regulation, RoleId};
use crate::domain::{ChatRuleId, ClauseId};

/// Something that another edition has otherwise; none where an edition does not have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<K, V> {
    /// What.
    pub key: K,
    /// As it is.
    pub before: Option<V>,
    /// As it would be.
    pub after: Option<V>,
}

/// What another edition changes, kind by kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditionDifference {
    /// Clauses by their short wording.
    pub clauses: Vec<Changed<ClauseId, Bilingual>>,
    /// Roles by their names.
    pub roles: Vec<Changed<RoleId, Bilingual>>,
    /// Actions by their names.
    pub actions: Vec<Changed<ActionId, Bilingual>>,
    /// Cells of actions and roles that both editions have.
    pub cells: Vec<Changed<CellId, Cell>>,
    /// Rules of chats.
    pub chats: Vec<Changed<ChatRuleId, ChatRule>>,
    /// Words of the glossary by their meaning.
    pub terms: Vec<Changed<String, Bilingual>>,
}

impl EditionDifference {
    /// What `after` changes of `before`.
    #[must_use]
    pub fn between(before: &Regulation, after: &Regulation) -> Self {
        let clauses = |of: &Regulation| of.clauses().map(|(_, entry)| (entry.id, entry.text.clone())).collect();
        let roles = |of: &Regulation| of.roles().iter().map(|role| (role.id.clone(), role.name.clone())).collect();
        let actions = |of: &Regulation| of.actions().iter().map(|row| (row.number, row.name.clone())).collect();
        let terms =
            |of: &Regulation| of.glossary().iter().map(|row| (row.term.ru.clone(), row.meaning.clone())).collect();
        let chats = |of: &Regulation| of.chat_rules().iter().map(|rule| (rule.id.clone(), rule.clone())).collect();
        let cells = |of: &Regulation, other: &Regulation| {
            let pairs =
                of.actions().iter().flat_map(|action| action.cells.iter().map(move |cell| (action.number, cell)));
            pairs
                .map(|(action, cell)| (CellId { action, role: cell.role.clone() }, cell.clone()))
                .filter(|(id, _)| other.cell(id.action, &id.role).is_some())
                .collect()
        };
        Self {
            clauses: changed(clauses(before), clauses(after)),
            roles: changed(roles(before), roles(after)),
            actions: changed(actions(before), actions(after)),
            cells: changed(cells(before, after), cells(after, before)),
            chats: changed(chats(before), chats(after)),
            terms: changed(terms(before), terms(after)),
        }
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
            && self.roles.is_empty()
            && self.actions.is_empty()
            && self.cells.is_empty()
            && self.chats.is_empty()
            && self.terms.is_empty()
    }
}

/// What differs between two tables, in the order of their keys.
#[must_use]
pub fn changed<K: Ord + Clone, V: PartialEq + Clone>(
    before: BTreeMap<K, V>,
    after: BTreeMap<K, V>,
) -> Vec<Changed<K, V>> {
    let keys: BTreeSet<&K> = before.keys().chain(after.keys()).collect();
    keys.into_iter()
        .filter(|key| before.get(key) != after.get(key))
        .map(|key| Changed { key: key.clone(), before: before.get(key).cloned(), after: after.get(key).cloned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::EditionDifference;
    use crate::regulation::{Regulation, Verdict, sample};

    #[test]
    fn an_edition_changes_nothing_of_itself() {
        assert!(EditionDifference::between(Regulation::bundled(), Regulation::bundled()).is_empty());
    }

    #[test]
    fn the_second_edition_changes_what_its_file_says() {
        let second = Regulation::read(sample::second_edition().as_bytes()).unwrap();
        let difference = EditionDifference::between(Regulation::bundled(), &second);
        let clauses: Vec<(String, bool)> =
            difference.clauses.iter().map(|row| (row.key.to_string(), row.before.is_some())).collect();
        assert_eq!(clauses, [("2.7/3".to_owned(), false), ("3.1".to_owned(), true)]);
        let roles: Vec<&str> =
            difference.roles.iter().filter_map(|row| Some(row.after.as_ref()?.ru.as_str())).collect();
        assert_eq!(roles, ["куратор класса"]);
        let cells: Vec<(String, Option<Verdict>, Option<Verdict>)> = difference
            .cells
            .iter()
            .map(|row| {
                let verdict = |cell: &Option<super::Cell>| cell.as_ref().map(|cell| cell.verdict);
                (row.key.to_string(), verdict(&row.before), verdict(&row.after))
            })
            .collect();
        assert_eq!(
            cells,
            [
                ("action 11, role additional-admin".to_owned(), Some(Verdict::Allowed), Some(Verdict::NotGranted)),
                ("action 12, role class-teacher".to_owned(), Some(Verdict::Unsettled), Some(Verdict::Allowed)),
            ]
        );
        let chats: Vec<(&str, bool)> =
            difference.chats.iter().map(|row| (row.key.0.as_str(), row.after.is_some())).collect();
        assert_eq!(chats, [("class-parents", true), ("class-teachers", false)]);
        assert!(difference.actions.is_empty() && difference.terms.is_empty());
        let back = EditionDifference::between(&second, Regulation::bundled());
        assert_eq!(back.clauses.len(), 2, "the same places, the other way round");
    }
}
