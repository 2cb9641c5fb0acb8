//! How far the required chats are, by rule, with honest denominators.

use super::{Plan, Unrequired};
use crate::domain::{ChatRuleId, ChatState, ClauseId, School};

/// How far the chats of one rule are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The rule.
    pub rule: ChatRuleId,
    /// Its clause.
    pub clause: ClauseId,
    /// Chats that the rule requires.
    pub required: usize,
    /// Of these: the school does without them, with a reason.
    pub excused: usize,
    /// Of these: created and in use.
    pub live: usize,
    /// Of the live ones: their real members were compared with the plan.
    pub checked: usize,
    /// Live chats to be renamed.
    pub rename: usize,
    /// Live chats whose owner is to be changed.
    pub change_owner: usize,
    /// Recorded chats of the rule that are to be put away.
    pub archive: usize,
    /// People who belong into the live chats, each counted in each chat; those who stand apart are not among them.
    pub seats: usize,
    /// People who belong into the live chats and stand apart: off the platform, or without consent.
    pub apart: usize,
    /// Known to be missing.
    pub missing: usize,
    /// Known to be in a chat where they do not belong, strangers included.
    pub extra: usize,
    /// Known to have a wrong role.
    pub misroled: usize,
}

impl Coverage {
    /// How many chats are still to be created.
    #[must_use]
    pub fn to_create(&self) -> usize {
        self.required - self.excused - self.live
    }

    /// Adds up several rules: the whole of a clause, or of the school.
    #[must_use]
    pub fn plus(self, other: &Self) -> Self {
        Self {
            required: self.required + other.required,
            excused: self.excused + other.excused,
            live: self.live + other.live,
            checked: self.checked + other.checked,
            rename: self.rename + other.rename,
            change_owner: self.change_owner + other.change_owner,
            archive: self.archive + other.archive,
            seats: self.seats + other.seats,
            apart: self.apart + other.apart,
            missing: self.missing + other.missing,
            extra: self.extra + other.extra,
            misroled: self.misroled + other.misroled,
            ..self
        }
    }

    fn of(rule: &ChatRuleId, clause: ClauseId) -> Self {
        let rule = rule.clone();
        let (required, excused, live, checked, rename, change_owner, archive) = (0, 0, 0, 0, 0, 0, 0);
        let (seats, apart, missing, extra, misroled) = (0, 0, 0, 0, 0);
        Self {
            rule,
            clause,
            required,
            excused,
            live,
            checked,
            rename,
            change_owner,
            archive,
            seats,
            apart,
            missing,
            extra,
            misroled,
        }
    }
}

impl Plan {
    /// How far the chats of each required rule are, in the order of the edition.
    #[must_use]
    pub fn coverage(&self, school: &School) -> Vec<Coverage> {
        let mut rows: Vec<Coverage> = Vec::new();
        for required in &self.required {
            if rows.last().is_none_or(|row| row.rule != required.rule) {
                rows.push(Coverage::of(&required.rule, required.clause));
            }
            let Some(row) = rows.last_mut() else { continue };
            row.required += 1;
            let Some(chat) = required.record.and_then(|id| school.chats().get(&id)) else { continue };
            if matches!(chat.state, ChatState::NotRequired { .. }) {
                row.excused += 1;
            }
            if !chat.state.is_live() {
                continue;
            }
            row.live += 1;
            row.checked += usize::from(chat.checked.is_some());
            let difference = self.difference(chat);
            row.rename += usize::from(difference.rename);
            row.change_owner += usize::from(difference.change_owner);
            row.missing += difference.add.len();
            row.extra += difference.remove.len() + difference.strangers;
            row.misroled += difference.mend.len();
            if chat.include.is_empty() && chat.exclude.is_empty() {
                row.seats += required.size;
                row.apart += required.apart;
            } else {
                let seats = self.expected(chat);
                let apart = seats.values().filter(|seat| seat.apart.is_some()).count();
                row.seats += seats.len() - apart;
                row.apart += apart;
            }
        }
        for (chat, why) in &self.unrequired {
            let rule = school.chats().get(chat).filter(|_| *why != Unrequired::Other).map(|chat| &chat.rule);
            if let Some(row) = rows.iter_mut().find(|row| Some(&row.rule) == rule) {
                row.archive += 1;
            }
        }
        rows
    }
}
