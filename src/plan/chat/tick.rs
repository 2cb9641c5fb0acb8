//! Steps on the platform, ticked off one by one or together: each is written down by the person who did it.

use chrono::NaiveDate;

use super::create::{CreateChats, NewChat, chosen};
use super::keeper::Keepers;
use super::{caption, day_of, existing};
use crate::domain::{
    Act, Chat, ChatId, ChatState, ClauseId, Context, Draft, PersonId, Reason, RecordKind, Refusal, School, Verb,
};
use crate::regulation::Regulation;

/// Ticks off steps that were done on the platform.
#[derive(Debug, Clone)]
pub struct TickChats {
    /// The edition in force.
    pub regulation: Regulation,
    /// The clause.
    pub clause: ClauseId,
    /// The steps.
    pub ticks: Vec<ChatTick>,
    /// Required chats that were created.
    pub created: Vec<NewChat>,
    /// When they were done.
    pub on: NaiveDate,
}

/// A step in a chat.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChatTick {
    /// Which chat.
    pub chat: ChatId,
    /// What was done.
    pub step: ChatStep,
}

/// What is done in a chat on the platform.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChatStep {
    /// It got another name.
    Rename(String),
    /// It got another owner.
    ChangeOwner(PersonId),
    /// A member was added.
    Add(PersonId),
    /// A member was removed.
    Remove(PersonId),
    /// The role of a member was mended.
    Mend(PersonId),
    /// A member whom nobody of the roster matches was removed.
    RemoveStranger(String),
    /// It was put away.
    Archive,
}

impl Act for TickChats {
    fn clause(&self) -> ClauseId {
        self.clause
    }
    fn verb(&self) -> Verb {
        Verb::Tick
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, school: &School) -> String {
        let mut chats: Vec<ChatId> = self.ticks.iter().map(|tick| tick.chat).collect();
        chats.sort_unstable();
        chats.dedup();
        let recorded = chats.iter().filter_map(|id| school.chats().get(id)).map(|chat| chat.name.as_str());
        caption(recorded.chain(self.created.iter().map(|new| new.name.as_str())))
    }
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        chosen(self.ticks.len() + self.created.len())?;
        let school = draft.before();
        if !self.created.is_empty() {
            let (regulation, chats) = (self.regulation.clone(), self.created.clone());
            CreateChats { regulation, chats, on: self.on }.write(draft, context)?;
        }
        let owners = self.ticks.iter().filter_map(|tick| match tick.step {
            ChatStep::ChangeOwner(owner) => Some(owner),
            _ => None,
        });
        let owners = owners.collect();
        let keepers = Keepers::new(school, &self.regulation, day_of(school, context.today), &owners);
        for tick in &self.ticks {
            let current = match draft.get::<Chat>(tick.chat) {
                Some(chat) => chat.clone(),
                None => (*existing(draft, tick.chat)?).clone(),
            };
            let chat = self.ticked(current, &tick.step, &keepers)?;
            draft.save(chat);
        }
        Ok(())
    }
}

impl TickChats {
    fn ticked(&self, mut chat: Chat, step: &ChatStep, keepers: &Keepers) -> Result<Chat, Refusal> {
        let was_open = match step {
            ChatStep::Rename(name) => {
                chat.name.clone_from(name);
                true
            }
            ChatStep::ChangeOwner(owner) => {
                if let Some(rule) = self.regulation.chat_rule(&chat.rule) {
                    keepers.check(Some(*owner), rule, &chat.scope, &chat.name)?;
                }
                chat.owner = Some(*owner);
                true
            }
            ChatStep::Add(person) => chat.missing.remove(person),
            ChatStep::Remove(person) => chat.extra.remove(person),
            ChatStep::Mend(person) => chat.misroled.remove(person),
            ChatStep::RemoveStranger(name) => chat.strangers.remove(name),
            ChatStep::Archive => {
                let is_open = !matches!(chat.state, ChatState::Archived { .. } | ChatState::NotRequired { .. });
                chat.state = ChatState::Archived { on: self.on };
                is_open
            }
        };
        // A step that somebody else ticked meanwhile is told, not done twice.
        if was_open { Ok(chat) } else { Err(Refusal::new(self.clause, Reason::StepGone { chat: chat.name })) }
    }
}
