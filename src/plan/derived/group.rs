//! Groups of people, each held once however many chats it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{ChatScope, PersonId};
use crate::order;
use crate::regulation::MemberSet;

/// So few people are looked up in other groups one by one; larger groups are counted together, once for many chats.
const FEW: usize = 2;

/// The groups of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Groups {
    all: Vec<Arc<Group>>,
    by_set: Arc<BTreeMap<MemberSet, BTreeMap<ChatScope, usize>>>,
}

/// A set of people of the school, a class, a line or a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they are.
    pub set: MemberSet,
    /// Who, by identity; nobody twice.
    pub people: Vec<PersonId>,
    /// The required chats they belong to.
    pub chats: Vec<usize>,
}

fn once_each(mut people: Vec<PersonId>) -> Vec<PersonId> {
    people.sort_unstable();
    people.dedup();
    people
}

impl Groups {
    /// The place of a group that is there already.
    pub fn at(&self, set: MemberSet, scope: &ChatScope) -> Option<usize> {
        self.by_set.get(&set)?.get(scope).copied()
    }

    /// Adds a group; gives its place.
    pub fn add(&mut self, set: MemberSet, scope: ChatScope, people: Vec<PersonId>) -> usize {
        let at = self.all.len();
        self.all.push(Arc::new(Group { set, people: once_each(people), chats: Vec::new() }));
        self.alias(set, scope, at)
    }

    /// Gives a group that is there other people; tells whether they are others.
    pub fn replace(&mut self, at: usize, people: Vec<PersonId>) -> bool {
        let people = once_each(people);
        let Some(group) = self.all.get_mut(at).filter(|group| group.people != people) else { return false };
        Arc::make_mut(group).people = people;
        true
    }

    /// Lets a scope have the group of another one: a whole class learns in a line.
    pub fn alias(&mut self, set: MemberSet, scope: ChatScope, at: usize) -> usize {
        Arc::make_mut(&mut self.by_set).entry(set).or_default().insert(scope, at);
        at
    }

    /// Notes that the people of a group belong to a required chat.
    pub fn join(&mut self, at: usize, chat: usize) {
        if let Some(group) = self.all.get_mut(at) {
            Arc::make_mut(group).chats.push(chat);
        }
    }

    /// A group by its place.
    pub fn get(&self, at: usize) -> Option<&Group> {
        self.all.get(at).map(AsRef::as_ref)
    }

    /// Whether a group has the people of another plan's group.
    pub fn has_same(&self, at: usize, other: &Self, place: usize) -> bool {
        self.get(at).map(|group| &group.people) == other.get(place).map(|group| &group.people)
    }

    /// A group by what it is.
    pub fn find(&self, set: MemberSet, scope: &ChatScope) -> Option<&Group> {
        self.get(self.at(set, scope)?)
    }

    /// The required chats of a person, each once.
    pub fn chats_of(&self, person: PersonId) -> BTreeSet<usize> {
        let own = self.all.iter().filter(|group| group.people.binary_search(&person).is_ok());
        order::set(own.flat_map(|group| &group.chats).copied())
    }

    /// How many of some people belong to each of so many chats, each counted once in a chat.
    pub fn count_by_chat(&self, chats: usize, is_meant: impl Fn(&PersonId) -> bool) -> Vec<usize> {
        let mut seats = Vec::new();
        for group in self.all.iter().filter(|group| !group.chats.is_empty()) {
            for person in group.people.iter().filter(|person| is_meant(person)) {
                seats.extend(group.chats.iter().map(|chat| (*chat, *person)));
            }
        }
        order::natural(&mut seats);
        seats.dedup();
        let mut counts = vec![0; chats];
        for (chat, _) in seats {
            if let Some(count) = counts.get_mut(chat) {
                *count += 1;
            }
        }
        counts
    }

    /// How many people some groups have, each counted once. `last` remembers the large groups and their count: chats of
    /// one class that follow each other differ in their teachers only.
    pub fn size(&self, places: &[usize], last: &mut (Vec<usize>, usize)) -> usize {
        let people = |at: &usize| self.get(*at).map_or(&[][..], |group| &group.people);
        let (few, many): (Vec<usize>, Vec<usize>) = places.iter().partition(|at| people(at).len() <= FEW);
        if last.0 != many {
            let count = self.union(&many).count();
            *last = (many, count);
        }
        let is_beside = |person: &&PersonId| !last.0.iter().any(|at| people(at).binary_search(person).is_ok());
        last.1 + once_each(few.iter().flat_map(people).filter(is_beside).copied().collect()).len()
    }

    /// Everybody of some groups once, under the first group that has the person.
    pub fn union<'a>(&'a self, places: &'a [usize]) -> impl Iterator<Item = (PersonId, MemberSet)> + 'a {
        let groups = || places.iter().filter_map(|at| self.get(*at));
        groups().enumerate().flat_map(move |(number, group)| {
            let is_new = move |person: &&PersonId| {
                !groups().take(number).any(|before| before.people.binary_search(person).is_ok())
            };
            group.people.iter().filter(is_new).map(|person| (*person, group.set))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::Groups;
    use crate::domain::{ChatScope, ClassId};
    use crate::regulation::MemberSet;

    proptest! {
        #[test]
        fn people_of_several_groups_count_once(
            groups in prop::collection::vec(prop::collection::vec(0..12_u128, 0..7), 1..7),
            chats in prop::collection::vec(prop::collection::vec(0..7_usize, 0..5), 1..8),
        ) {
            let mut all = Groups::default();
            for (at, people) in groups.iter().enumerate() {
                let class = ClassId::from(Uuid::from_u128(at as u128));
                let people = people.iter().map(|person| Uuid::from_u128(*person).into()).collect();
                all.add(MemberSet::ClassStudents, ChatScope::Class(class), people);
            }
            let mut last = (Vec::new(), 0);
            for places in chats {
                prop_assert_eq!(all.size(&places, &mut last), all.union(&places).count());
            }
        }
    }
}
