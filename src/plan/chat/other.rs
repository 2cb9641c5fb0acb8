//! Chats that a rule allows: with a purpose, and members from the circle that the clause names.

use super::keeper::{Keepers, owners};
use super::{day_of, derive};
use crate::clause;
use crate::domain::{Act, Chat, ClauseId, Context, Draft, Reason, RecordKind, Refusal, School, Verb};
use crate::plan::Plan;
use crate::regulation::{ChatRule, Regulation};

/// Writes down another chat than the required ones (2.2/6e, 2.3/3d, 2.4/3b).
#[derive(Debug, Clone)]
pub struct OpenOther {
    /// The edition in force.
    pub regulation: Regulation,
    /// The chat; its members are its exceptions.
    pub chat: Chat,
}

impl Act for OpenOther {
    fn clause(&self) -> ClauseId {
        super::clause_of(&self.regulation, &self.chat)
    }
    fn verb(&self) -> Verb {
        Verb::CreateChats
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, _school: &School) -> String {
        self.chat.name.clone()
    }
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        let school = draft.before();
        let chat = &self.chat;
        let rule = self.regulation.chat_rule(&chat.rule).filter(|rule| !rule.is_required);
        let Some(rule) = rule else {
            return Err(Refusal::new(clause!("1.6"), Reason::ChatNotAsked { chat: chat.name.clone() }));
        };
        if rule.needs_purpose && chat.purpose.trim().is_empty() {
            return Err(Refusal::new(rule.clause, Reason::ChatWithoutPurpose));
        }
        if chat.include.is_empty() {
            return Err(Refusal::new(rule.clause, Reason::ChatWithoutMembers));
        }
        let keepers =
            Keepers::new(school, &self.regulation, day_of(school, context.today), &owners(std::iter::once(chat)));
        keepers.check(chat.owner, rule, &chat.scope, &chat.name)?;
        within_circle(school, &derive(school, &self.regulation, context.today), rule, chat)?;
        draft.save(chat.clone());
        Ok(())
    }
}

/// 2.3/3d: the members of an other chat of a class come from the circle of the class.
pub fn within_circle(school: &School, plan: &Plan, rule: &ChatRule, chat: &Chat) -> Result<(), Refusal> {
    if rule.is_required || rule.members.is_empty() {
        return Ok(());
    }
    let circle = plan.circle(&rule.members, &chat.scope);
    match chat.include.keys().find(|person| !circle.contains(person)) {
        Some(person) => Err(Refusal::new(rule.clause, Reason::OutsideCircle { person: school.person_name(*person) })),
        None => Ok(()),
    }
}
