//! Plan against reality: a list of the real members of a chat, a class or the staff room, matched to the roster.
//!
//! Nobody is guessed between two: what fits several people is left to be decided by hand. Nothing is written here.

mod matching;
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use super::{Index, Seat};
use crate::domain::{InviteRole, PersonId, School};

use matching::{Key, Roster};

pub use reading::{LARGEST_LIST, RealMember, RealMembers, read};

/// What a list of real members says beside the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reconciliation {
    /// Who belongs there and is there.
    pub present: BTreeSet<PersonId>,
    /// Who belongs there and is not in the list; nobody who stands apart, and not the owner, whom lists leave out.
    pub missing: BTreeSet<PersonId>,
    /// Who is there and does not belong.
    pub extra: Vec<Extra>,
    /// Who is there in a wrong role.
    pub misroled: Vec<Misroled>,
    /// Names that fit several people; until somebody decides, these people are neither present nor missing.
    pub homonyms: Vec<Homonym>,
    /// Names that fit nobody.
    pub strangers: Vec<RealMember>,
    /// Rows that name somebody once more.
    pub repeated: Vec<RealMember>,
    /// How many belong there and stand apart.
    pub apart: usize,
}

/// Somebody who is there and does not belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Who.
    pub person: PersonId,
    /// The line of the list.
    pub line: u32,
    /// Whether the person has left the school: no post, no class, no child here.
    pub has_left: bool,
}

/// Somebody in a wrong role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misroled {
    /// Who.
    pub person: PersonId,
    /// The line of the list.
    pub line: u32,
    /// The role that the plan has.
    pub expected: InviteRole,
    /// The role as the list says it.
    pub found: String,
}

/// A name that fits several people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Homonym {
    /// The row.
    pub member: RealMember,
    /// Whom it may mean.
    pub candidates: Vec<PersonId>,
}

/// What a list is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Expectation<'a> {
    /// The records.
    pub school: &'a School,
    /// Who stands where.
    pub index: &'a Index,
    /// Who belongs there.
    pub seats: &'a BTreeMap<PersonId, Seat>,
    /// Who owns it, and so is there whether the list says it or not.
    pub owner: Option<PersonId>,
    /// What a person decided about homonyms, by line.
    pub decided: &'a BTreeMap<u32, PersonId>,
}

/// Compares a list with what is expected.
#[must_use]
pub fn reconcile(expectation: &Expectation, list: &RealMembers) -> Reconciliation {
    let Expectation { school, seats, decided, .. } = *expectation;
    let mut work =
        Work { expectation, result: Reconciliation::default(), settled: BTreeSet::new(), open: BTreeSet::new() };
    let (chosen, rows): (Vec<&RealMember>, Vec<&RealMember>) =
        list.members.iter().partition(|member| decided.contains_key(&member.line));
    for member in chosen {
        if let Some(person) = decided.get(&member.line) {
            work.take(*person, member);
        }
    }
    let mut by_key: BTreeMap<Key, Vec<&RealMember>> = BTreeMap::new();
    for member in rows {
        by_key.entry(Key::of(&member.name)).or_default().push(member);
    }
    let here = Roster::of(school, seats.keys().copied());
    let mut elsewhere: Vec<(Key, Vec<&RealMember>)> = Vec::new();
    for (key, members) in by_key {
        let candidates = here.find(&key);
        if candidates.is_empty() { elsewhere.push((key, members)) } else { work.assign(&candidates, &members) }
    }
    if !elsewhere.is_empty() {
        let rest = Roster::narrowed(school, elsewhere.iter().map(|(key, _)| key));
        for (key, members) in elsewhere {
            let candidates = rest.find(&key);
            if candidates.is_empty() {
                work.result.strangers.extend(members.into_iter().cloned());
            } else {
                work.assign(&candidates, &members);
            }
        }
    }
    work.finish()
}

/// A comparison under way.
struct Work<'a> {
    expectation: &'a Expectation<'a>,
    result: Reconciliation,
    /// Who has a row.
    settled: BTreeSet<PersonId>,
    /// Who may be meant by a row that is not decided.
    open: BTreeSet<PersonId>,
}

impl Work<'_> {
    /// Gives rows of one spelling to the people it fits: all of them where there are as many rows, else a person decides.
    fn assign(&mut self, candidates: &[PersonId], members: &[&RealMember]) {
        let free: Vec<PersonId> = candidates.iter().filter(|person| !self.settled.contains(person)).copied().collect();
        if members.len() >= free.len() {
            for (at, member) in members.iter().enumerate() {
                match free.get(at) {
                    Some(person) => self.take(*person, member),
                    None => self.result.repeated.push((*member).clone()),
                }
            }
            return;
        }
        self.open.extend(&free);
        let homonyms = members.iter().map(|member| Homonym { member: (*member).clone(), candidates: free.clone() });
        self.result.homonyms.extend(homonyms);
    }

    fn take(&mut self, person: PersonId, member: &RealMember) {
        if !self.settled.insert(person) {
            self.result.repeated.push(member.clone());
            return;
        }
        let Some(seat) = self.expectation.seats.get(&person) else {
            let has_left = self.has_left(person);
            self.result.extra.push(Extra { person, line: member.line, has_left });
            return;
        };
        self.result.present.insert(person);
        if member.role.is_some_and(|role| role != seat.role) {
            let (line, expected, found) = (member.line, seat.role, member.said_role.clone());
            self.result.misroled.push(Misroled { person, line, expected, found });
        }
    }

    /// Whether nothing ties a person to the school any more.
    fn has_left(&self, person: PersonId) -> bool {
        let index = self.expectation.index;
        let has_child = |(child, _): &(PersonId, _)| index.class_of.contains_key(child);
        !index.is_staff(person)
            && !index.class_of.contains_key(&person)
            && !index.children.get(&person).is_some_and(|children| children.iter().any(has_child))
    }

    fn finish(mut self) -> Reconciliation {
        for (person, seat) in self.expectation.seats {
            if seat.apart.is_some() {
                self.result.apart += 1;
            } else if !self.settled.contains(person)
                && !self.open.contains(person)
                && self.expectation.owner != Some(*person)
            {
                self.result.missing.insert(*person);
            }
        }
        self.result.extra.sort_by_key(|extra| extra.line);
        self.result.misroled.sort_by_key(|misroled| misroled.line);
        self.result.strangers.sort_by_key(|member| member.line);
        self.result.homonyms.sort_by_key(|homonym| homonym.member.line);
        self.result
    }
}

#[cfg(test)]
mod tests;
