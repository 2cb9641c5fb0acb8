//! Recorded chats beside the required ones: which record stands for which chat, and in what it differs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Plan;
use crate::domain::{Altered, Chat, ChatId, ChatState, PersonId, School};
use crate::regulation::Regulation;

/// Why no rule requires a recorded chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unrequired {
    /// A chat that a rule allows: other chats with their purpose (2.2/6e, 2.3/3d, 2.4/3b).
    Other,
    /// Another record stands for the same chat.
    Duplicate(ChatId),
    /// Its class, line or group is over, or the settings or the edition ask for it no more.
    Past,
}

/// In what a live chat differs from what is required.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// The name by the rule, where the chat has another.
    pub rename: bool,
    /// Whether its owner is none of the people who may own it.
    pub change_owner: bool,
    /// Who is to be added.
    pub add: BTreeSet<PersonId>,
    /// Who is to be removed.
    pub remove: BTreeSet<PersonId>,
    /// Whose role is to be mended.
    pub mend: BTreeSet<PersonId>,
    /// How many members nobody of the roster matches.
    pub strangers: usize,
    /// Whether the chat is to be put away.
    pub archive: bool,
}

impl Difference {
    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many steps it makes on the platform.
    #[must_use]
    pub fn steps(&self) -> usize {
        usize::from(self.rename)
            + usize::from(self.change_owner)
            + usize::from(self.archive)
            + self.add.len()
            + self.remove.len()
            + self.mend.len()
            + self.strangers
    }
}

impl Plan {
    /// In what a recorded chat differs from what is required; nothing for a chat that is put away or not required.
    #[must_use]
    pub fn difference(&self, chat: &Chat) -> Difference {
        let mut difference = Difference::default();
        if !(chat.state.is_live() || matches!(chat.state, ChatState::ReadOnly { .. })) {
            return difference;
        }
        let required = self.of_chat(chat.id);
        difference.archive = required.is_none() && self.is_past(chat.id);
        if difference.archive || !chat.state.is_live() {
            return difference;
        }
        if let Some(required) = required {
            difference.rename = !required.is_named(&chat.name);
            let owners = self.owners(required);
            // Where nobody holds the place, there is nobody to change to.
            difference.change_owner =
                !owners.is_empty() && chat.owner.is_none_or(|owner| owners.binary_search(&owner).is_err());
        }
        difference.strangers = chat.strangers.len();
        if !(chat.missing.is_empty() && chat.extra.is_empty() && chat.misroled.is_empty()) {
            let seats = self.expected(chat);
            let belongs = |person: &&PersonId| seats.contains_key(person);
            let is_called = |person: &&PersonId| seats.get(person).is_some_and(|seat| seat.apart.is_none());
            difference.add = chat.missing.iter().filter(is_called).copied().collect();
            difference.remove = chat.extra.iter().filter(|person| !belongs(person)).copied().collect();
            difference.mend = chat.misroled.iter().filter(belongs).copied().collect();
        }
        difference
    }

    /// Whether a recorded chat is to be put away.
    #[must_use]
    pub fn is_past(&self, chat: ChatId) -> bool {
        let found =
            self.unrequired.binary_search_by_key(&chat, |(id, _)| *id).ok().and_then(|at| self.unrequired.get(at));
        found.is_some_and(|(_, why)| *why != Unrequired::Other)
    }

    /// Finds the record of each required chat, and what no rule requires.
    pub(super) fn bind(&mut self, school: &School, regulation: &Regulation) {
        self.unrequired.clear();
        let mut by_record = BTreeMap::new();
        let mut records: Vec<Option<ChatId>> = vec![None; self.required.len()];
        let other: BTreeSet<_> =
            regulation.chat_rules().iter().filter(|rule| !rule.is_required).map(|rule| &rule.id).collect();
        for chat in school.chats().values().filter(|chat| rank(&chat.state) > 0) {
            let Some(at) = self.by_scope.get(&chat.rule).and_then(|scopes| scopes.get(&chat.scope)).copied() else {
                if !matches!(chat.state, ChatState::NotRequired { .. }) {
                    let why = if other.contains(&chat.rule) { Unrequired::Other } else { Unrequired::Past };
                    self.unrequired.push((chat.id, why));
                }
                continue;
            };
            let Some(record) = records.get_mut(at) else { continue };
            let rank_of = |id: ChatId| school.chats().get(&id).map_or(0, |chat| rank(&chat.state));
            let loser = match *record {
                Some(held) if rank_of(held) >= rank(&chat.state) => Some(chat.id),
                held => {
                    *record = Some(chat.id);
                    held
                }
            };
            let winner = record.unwrap_or(chat.id);
            if let Some(loser) = loser {
                by_record.remove(&loser);
                let is_there = school.chats().get(&loser).is_some_and(|chat| rank(&chat.state) != EXCUSED);
                if is_there {
                    self.unrequired.push((loser, Unrequired::Duplicate(winner)));
                }
            }
            by_record.insert(winner, at);
        }
        self.unrequired.sort_unstable();
        self.by_record = Arc::new(by_record);
        for (required, record) in self.required.iter_mut().zip(records) {
            if required.record != record {
                Arc::make_mut(required).record = record;
            }
        }
    }
}

/// Whether it may change which records stand for which chats that one of them changed.
pub(super) fn binds(school: &School, altered: &Altered) -> bool {
    let (before, after) = altered.rows::<Chat>(school);
    match (before, after) {
        (None, None) => false,
        (Some(before), Some(after)) => {
            let place = |chat: &Chat| (chat.rule.clone(), chat.scope.clone(), rank(&chat.state));
            place(&before) != place(&after)
        }
        _ => true,
    }
}

const EXCUSED: u8 = 2;

/// Which of several records stands for a chat: the live one first; what is put away stands for nothing.
fn rank(state: &ChatState) -> u8 {
    match state {
        ChatState::Created { .. } | ChatState::Active { .. } => 3,
        ChatState::NotRequired { .. } => EXCUSED,
        ChatState::ReadOnly { .. } => 1,
        ChatState::Archived { .. } => 0,
    }
}
