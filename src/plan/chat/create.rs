//! Chats that a rule requires: created on the platform, or the school does without them.

use chrono::NaiveDate;

use super::keeper::Keepers;
use super::{caption, day_of, derive};
use crate::clause;
use crate::domain::{
    Act, Chat, ChatId, ChatRuleId, ChatScope, ChatState, ClauseId, Context, Draft, PersonId, QuietHours, Reason,
    RecordKind, Refusal, School, Verb,
};
use crate::plan::{Plan, RequiredChat};
use crate::regulation::Regulation;

/// Writes down that required chats were created (2.2/6, 2.3/3, 2.4/3).
#[derive(Debug, Clone)]
pub struct CreateChats {
    /// The edition in force.
    pub regulation: Regulation,
    /// The chats.
    pub chats: Vec<NewChat>,
    /// When they were created.
    pub on: NaiveDate,
}

/// A required chat that was created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChat {
    /// The identity of its record; an older record of the same chat keeps its own.
    pub id: ChatId,
    /// The rule.
    pub rule: ChatRuleId,
    /// What it is for.
    pub scope: ChatScope,
    /// Its name.
    pub name: String,
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

impl NewChat {
    /// A required chat as its rule has it; the owner moderates it.
    #[must_use]
    pub fn of(id: ChatId, required: &RequiredChat, name: String) -> Self {
        Self {
            id,
            rule: required.rule.clone(),
            scope: required.scope.clone(),
            name,
            owner: required.owner,
            moderator: required.owner,
            link: String::new(),
            quiet: None,
            rules: String::new(),
        }
    }

    /// The record of it.
    fn record(&self, held: Option<&Chat>, state: ChatState) -> Chat {
        let fresh = Chat::new(self.id, self.rule.clone(), self.scope.clone(), state.clone());
        let held = held.cloned().unwrap_or(fresh);
        Chat {
            name: self.name.clone(),
            owner: self.owner,
            moderator: self.moderator,
            link: self.link.clone(),
            quiet: self.quiet,
            rules: self.rules.clone(),
            state,
            ..held
        }
    }
}

impl Act for CreateChats {
    fn clause(&self) -> ClauseId {
        first_clause(&self.regulation, self.chats.iter().map(|chat| &chat.rule))
    }
    fn verb(&self) -> Verb {
        Verb::CreateChats
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, _school: &School) -> String {
        caption(self.chats.iter().map(|chat| chat.name.as_str()))
    }
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        chosen(self.chats.len())?;
        let school = draft.before();
        let plan = derive(school, &self.regulation, context.today);
        let owners = self.chats.iter().filter_map(|chat| chat.owner).collect();
        let keepers = Keepers::new(school, &self.regulation, day_of(school, context.today), &owners);
        for new in &self.chats {
            let required = required(&plan, &self.regulation, &new.rule, &new.scope, &new.name)?;
            let held = required.record.and_then(|id| school.chats().get(&id)).map(AsRef::as_ref);
            if held.is_some_and(|held| held.state.is_live()) {
                return Err(Refusal::new(required.clause, Reason::ChatTwice { chat: new.name.clone() }));
            }
            if let Some(rule) = self.regulation.chat_rule(&new.rule) {
                keepers.check(new.owner, rule, &new.scope, &new.name)?;
            }
            draft.save(new.record(held, ChatState::Created { on: self.on }));
        }
        Ok(())
    }
}

/// Writes down that the school does without required chats, and why.
#[derive(Debug, Clone)]
pub struct ExcuseChats {
    /// The edition in force.
    pub regulation: Regulation,
    /// The chats, with what they would be called.
    pub chats: Vec<NewChat>,
    /// Why.
    pub reason: String,
    /// Who decided, as signed.
    pub by: String,
}

impl Act for ExcuseChats {
    fn clause(&self) -> ClauseId {
        first_clause(&self.regulation, self.chats.iter().map(|chat| &chat.rule))
    }
    fn verb(&self) -> Verb {
        Verb::ExcuseChat
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, _school: &School) -> String {
        caption(self.chats.iter().map(|chat| chat.name.as_str()))
    }
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        chosen(self.chats.len())?;
        let school = draft.before();
        let plan = derive(school, &self.regulation, context.today);
        let state = ChatState::NotRequired { reason: self.reason.trim().to_owned(), by: self.by.trim().to_owned() };
        for new in &self.chats {
            let required = required(&plan, &self.regulation, &new.rule, &new.scope, &new.name)?;
            let held = required.record.and_then(|id| school.chats().get(&id)).map(AsRef::as_ref);
            if held.is_some_and(|held| held.state.is_live()) {
                // What is in use is first put away; else its members would be forgotten in it.
                return Err(Refusal::new(required.clause, Reason::ChatInUse { chat: new.name.clone() }));
            }
            draft.save(new.record(held, state.clone()));
        }
        Ok(())
    }
}

/// The required chat, or the refusal that no rule asks for it.
fn required<'a>(
    plan: &'a Plan,
    regulation: &Regulation,
    rule: &ChatRuleId,
    scope: &ChatScope,
    name: &str,
) -> Result<&'a RequiredChat, Refusal> {
    let clause = regulation.chat_rule(rule).map_or(clause!("4.3"), |rule| rule.clause);
    plan.of_scope(rule, scope).ok_or_else(|| Refusal::new(clause, Reason::ChatNotAsked { chat: name.to_owned() }))
}

/// Refuses an act on nothing.
pub fn chosen(count: usize) -> Result<(), Refusal> {
    if count == 0 { Err(Refusal::new(clause!("4.3"), Reason::NothingChosen)) } else { Ok(()) }
}

fn first_clause<'a>(regulation: &Regulation, mut rules: impl Iterator<Item = &'a ChatRuleId>) -> ClauseId {
    rules.next().and_then(|rule| regulation.chat_rule(rule)).map_or(clause!("1.6"), |rule| rule.clause)
}
