//! Groups of people, each held once however many chats it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{ChatScope, PersonId};
use crate::order;
use crate::regulation::MemberSet;

/// The groups of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Groups {
    all: Vec<Group>,
    by_key: BTreeMap<(MemberSet, ChatScope), usize>,
    /// Person and group, sorted.
    people: Vec<(PersonId, usize)>,
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

impl Groups {
    /// The place of a group that is there already.
    pub fn at(&self, set: MemberSet, scope: &ChatScope) -> Option<usize> {
        // A scope holds a text: a key that is only borrowed would need a copy of it, so the class's own are cheap.
        self.by_key.get(&(set, scope.clone())).copied()
    }

    /// Adds a group; gives its place.
    pub fn add(&mut self, set: MemberSet, scope: ChatScope, mut people: Vec<PersonId>) -> usize {
        people.sort_unstable();
        people.dedup();
        let at = self.all.len();
        self.all.push(Group { set, people, chats: Vec::new() });
        self.by_key.insert((set, scope), at);
        at
    }

    /// Lets a scope have the group of another one: a whole class learns in a line.
    pub fn alias(&mut self, set: MemberSet, scope: ChatScope, at: usize) -> usize {
        self.by_key.insert((set, scope), at);
        at
    }

    /// Notes that the people of a group belong to a required chat.
    pub fn join(&mut self, at: usize, chat: usize) {
        if let Some(group) = self.all.get_mut(at) {
            group.chats.push(chat);
        }
    }

    /// Sorts who is in which group; called once, when all groups are there.
    pub fn finish(&mut self) {
        let groups = self.all.iter().enumerate().filter(|(_, group)| !group.chats.is_empty());
        self.people = groups.flat_map(|(at, group)| group.people.iter().map(move |person| (*person, at))).collect();
        self.people.sort_unstable();
    }

    /// A group by its place.
    pub fn get(&self, at: usize) -> Option<&Group> {
        self.all.get(at)
    }

    /// A group by what it is.
    pub fn find(&self, set: MemberSet, scope: &ChatScope) -> Option<&Group> {
        self.get(self.at(set, scope)?)
    }

    /// The required chats of a person, each once.
    pub fn chats_of(&self, person: PersonId) -> BTreeSet<usize> {
        order::set(self.of_person(person).flat_map(|group| &group.chats).copied())
    }

    /// The groups of a person that belong to chats.
    fn of_person(&self, person: PersonId) -> impl Iterator<Item = &Group> {
        let from = self.people.partition_point(|(other, _)| *other < person);
        let rows = self.people.get(from..).unwrap_or_default().iter().take_while(move |(other, _)| *other == person);
        rows.filter_map(|(_, at)| self.get(*at))
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
