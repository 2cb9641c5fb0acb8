//! What the school writes down about a chat in use: name, owner, moderator, quiet hours, rules, link.

use std::collections::BTreeSet;

use super::create::chosen;
use super::keeper::Keepers;
use super::{captions, day_of, existing};
use crate::domain::{
    Act, Chat, ChatId, ClauseId, Context, Draft, PersonId, QuietHours, Reason, RecordKind, Refusal, School, Verb,
};
use crate::regulation::Regulation;

/// Changes what is written down about a chat.
#[derive(Debug, Clone)]
pub struct ChangeChat {
    /// The edition in force.
    pub regulation: Regulation,
    /// The clause of the chat.
    pub clause: ClauseId,
    /// Which chat.
    pub chat: ChatId,
    /// What it shall be.
    pub details: ChatDetails,
}

/// What people say of a chat.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChatDetails {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Who owns it.
    pub owner: Option<PersonId>,
    /// Who moderates it.
    pub moderator: Option<PersonId>,
    /// Its address.
    pub link: String,
    /// Hours without messages.
    pub quiet: Option<QuietHours>,
    /// Its rules.
    pub rules: String,
}

impl From<&Chat> for ChatDetails {
    fn from(chat: &Chat) -> Self {
        Self {
            name: chat.name.clone(),
            purpose: chat.purpose.clone(),
            owner: chat.owner,
            moderator: chat.moderator,
            link: chat.link.clone(),
            quiet: chat.quiet,
            rules: chat.rules.clone(),
        }
    }
}

impl ChatDetails {
    /// The chat with these details.
    #[must_use]
    pub fn on(self, chat: &Chat) -> Chat {
        let Self { name, purpose, owner, moderator, link, quiet, rules } = self;
        Chat { name, purpose, owner, moderator, link, quiet, rules, ..chat.clone() }
    }
}

impl Act for ChangeChat {
    fn clause(&self) -> ClauseId {
        self.clause
    }
    fn verb(&self) -> Verb {
        Verb::ChangeChat
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, school: &School) -> String {
        captions(school, std::iter::once(self.chat))
    }
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        let school = draft.before();
        let chat = existing(draft, self.chat)?;
        let new = self.details.clone().on(&chat);
        if let Some(rule) = self.regulation.chat_rule(&chat.rule) {
            // 2.2/6e, 2.3/3d, 2.4/3b: other chats say what they are for.
            if rule.needs_purpose && new.purpose.trim().is_empty() {
                return Err(Refusal::new(rule.clause, Reason::ChatWithoutPurpose));
            }
            if new.owner != chat.owner {
                let owners = new.owner.into_iter().collect();
                let keepers = Keepers::new(school, &self.regulation, day_of(school, context.today), &owners);
                keepers.check(new.owner, rule, &new.scope, &new.name)?;
            }
        }
        draft.save(new);
        Ok(())
    }
}

/// Gives several chats a moderator, quiet hours or rules at once; the text settles none of them (4.3).
#[derive(Debug, Clone)]
pub struct EquipChats {
    /// The clause.
    pub clause: ClauseId,
    /// Which chats.
    pub chats: BTreeSet<ChatId>,
    /// Who moderates them.
    pub moderator: ModeratorChoice,
    /// Hours without messages; none leaves them.
    pub quiet: Option<QuietHours>,
    /// Their rules; none leaves them.
    pub rules: Option<String>,
}

/// Who is to moderate several chats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ModeratorChoice {
    /// Who it is now.
    #[default]
    AsItIs,
    /// The owner of each chat.
    Owner,
    /// One person for all.
    Person(PersonId),
}

impl Act for EquipChats {
    fn clause(&self) -> ClauseId {
        self.clause
    }
    fn verb(&self) -> Verb {
        Verb::ChangeChat
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
            let moderator = match self.moderator {
                ModeratorChoice::AsItIs => chat.moderator,
                ModeratorChoice::Owner => chat.owner,
                ModeratorChoice::Person(person) => Some(person),
            };
            let (quiet, rules) = (self.quiet.or(chat.quiet), self.rules.clone().unwrap_or_else(|| chat.rules.clone()));
            draft.save(Chat { moderator, quiet, rules, ..(*chat).clone() });
        }
        Ok(())
    }
}
