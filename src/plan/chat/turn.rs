//! The states of chats: in use, read-only, put away, in use again.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::create::chosen;
use super::{captions, existing};
use crate::domain::{
    Act, Chat, ChatId, ChatState, ClauseId, Context, Draft, Reason, RecordKind, Refusal, School, Verb,
};

/// Brings chats into another state.
#[derive(Debug, Clone)]
pub struct TurnChats {
    /// The clause.
    pub clause: ClauseId,
    /// Which chats.
    pub chats: BTreeSet<ChatId>,
    /// Into which state.
    pub turn: ChatTurn,
    /// When.
    pub on: NaiveDate,
}

/// Into which state chats go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChatTurn {
    /// Into use, also from being read-only or put away.
    Use,
    /// Nobody writes any more.
    ReadOnly,
    /// Put away.
    Archive,
}

impl ChatTurn {
    /// Whether a chat can go there from its state.
    #[must_use]
    pub fn is_possible(self, from: &ChatState) -> bool {
        match self {
            Self::Use => !matches!(from, ChatState::Active { .. } | ChatState::NotRequired { .. }),
            Self::ReadOnly => from.is_live(),
            Self::Archive => from.is_live() || matches!(from, ChatState::ReadOnly { .. }),
        }
    }

    fn state(self, on: NaiveDate) -> ChatState {
        match self {
            Self::Use => ChatState::Active { since: on },
            Self::ReadOnly => ChatState::ReadOnly { on },
            Self::Archive => ChatState::Archived { on },
        }
    }
}

impl Act for TurnChats {
    fn clause(&self) -> ClauseId {
        self.clause
    }
    fn verb(&self) -> Verb {
        if self.turn == ChatTurn::Use { Verb::ChangeChat } else { Verb::CloseChats }
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, school: &School) -> String {
        captions(school, self.chats.iter().copied())
    }
    fn write(&self, draft: &mut Draft, _context: &Context) -> Result<(), Refusal> {
        chosen(self.chats.len())?;
        for id in &self.chats {
            let chat = existing(draft, *id)?;
            if !self.turn.is_possible(&chat.state) {
                return Err(Refusal::new(self.clause, Reason::ChatState { chat: chat.name.clone() }));
            }
            let since = chat.state.day();
            if since.is_some_and(|since| since > self.on) {
                return Err(Refusal::new(self.clause, Reason::DayOutside { day: self.on }));
            }
            draft.save(Chat { state: self.turn.state(self.on), ..(*chat).clone() });
        }
        Ok(())
    }
}
