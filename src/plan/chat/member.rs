//! Exceptions among the members of a chat: who is in it beyond the rule, who of the rule stays out, and why.

use std::collections::BTreeSet;

use super::create::chosen;
use super::other::within_circle;
use super::{captions, derive, existing};
use crate::clause;
use crate::domain::{Act, ChatId, ClauseId, Context, Draft, PersonId, Reason, RecordKind, Refusal, School, Verb};
use crate::regulation::Regulation;

/// Makes exceptions among the members of a chat.
#[derive(Debug, Clone)]
pub struct ExceptMembers {
    /// The edition in force.
    pub regulation: Regulation,
    /// The clause of the chat.
    pub clause: ClauseId,
    /// Which chat.
    pub chat: ChatId,
    /// In which way.
    pub kind: ExceptionKind,
    /// Who.
    pub people: BTreeSet<PersonId>,
    /// Why.
    pub reason: String,
    /// Whether it is done on the platform already.
    pub progress: Progress,
}

/// In which way somebody is an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExceptionKind {
    /// Is in the chat beyond the rule.
    Include,
    /// Stays out although the rule has the person.
    Exclude,
}

/// How far something is on the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// Still to be done: it comes to the checklist.
    ToDo,
    /// Done.
    Done,
}

impl Act for ExceptMembers {
    fn clause(&self) -> ClauseId {
        self.clause
    }
    fn verb(&self) -> Verb {
        Verb::ExceptMember
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, school: &School) -> String {
        let names: Vec<String> = self.people.iter().take(3).map(|person| school.person_name(*person)).collect();
        format!("{}: {}", captions(school, std::iter::once(self.chat)), names.join(", "))
    }
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        chosen(self.people.len())?;
        let school = draft.before();
        let mut chat = (*existing(draft, self.chat)?).clone();
        let plan = derive(school, &self.regulation, context.today);
        let seats = plan.expected(&chat);
        let reason = self.reason.trim();
        let is_other = self.regulation.chat_rule(&chat.rule).is_some_and(|rule| !rule.is_required);
        // An other chat consists of chosen members: its purpose is their reason.
        if reason.is_empty() && !(is_other && self.kind == ExceptionKind::Include) {
            return Err(Refusal::new(clause!("1.4"), Reason::ExceptionWithoutReason));
        }
        for person in self.people.iter().copied() {
            let name = || school.person_name(person);
            match self.kind {
                ExceptionKind::Include => {
                    if seats.contains_key(&person) {
                        return Err(Refusal::new(self.clause, Reason::BelongsAlready { person: name() }));
                    }
                    let was_excluded = chat.exclude.remove(&person).is_some();
                    let is_there = chat.extra.remove(&person);
                    // Whom the rule has again needs no exception; being in it known already, nothing is to be done.
                    if !(was_excluded && plan.expected(&chat).contains_key(&person)) {
                        chat.include.insert(person, reason.to_owned());
                    }
                    if self.progress == Progress::ToDo && !is_there {
                        chat.missing.insert(person);
                    }
                }
                ExceptionKind::Exclude => {
                    if !seats.contains_key(&person) {
                        return Err(Refusal::new(self.clause, Reason::BelongsNot { person: name() }));
                    }
                    chat.include.remove(&person);
                    let is_absent = chat.missing.remove(&person);
                    chat.misroled.remove(&person);
                    if plan.expected(&chat).contains_key(&person) {
                        chat.exclude.insert(person, reason.to_owned());
                    }
                    if self.progress == Progress::ToDo && !is_absent {
                        chat.extra.insert(person);
                    }
                }
            }
        }
        if let Some(rule) = self.regulation.chat_rule(&chat.rule) {
            within_circle(school, &plan, rule, &chat)?;
        }
        draft.save(chat);
        Ok(())
    }
}

/// Takes an exception back: the rule holds again, and what follows comes to the checklist.
#[derive(Debug, Clone)]
pub struct WithdrawException {
    /// The edition in force.
    pub regulation: Regulation,
    /// The clause of the chat.
    pub clause: ClauseId,
    /// Which chat.
    pub chat: ChatId,
    /// Whose exception.
    pub person: PersonId,
}

impl Act for WithdrawException {
    fn clause(&self) -> ClauseId {
        self.clause
    }
    fn verb(&self) -> Verb {
        Verb::ExceptMember
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Chat
    }
    fn subject(&self, school: &School) -> String {
        format!("{}: {}", captions(school, std::iter::once(self.chat)), school.person_name(self.person))
    }
    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        let school = draft.before();
        let mut chat = (*existing(draft, self.chat)?).clone();
        let plan = derive(school, &self.regulation, context.today);
        if chat.include.remove(&self.person).is_some() {
            let is_absent = chat.missing.remove(&self.person);
            if !is_absent && !plan.expected(&chat).contains_key(&self.person) {
                chat.extra.insert(self.person);
            }
        } else if chat.exclude.remove(&self.person).is_some() {
            let is_there = chat.extra.remove(&self.person);
            if !is_there && plan.expected(&chat).contains_key(&self.person) {
                chat.missing.insert(self.person);
            }
        } else {
            return Err(Refusal::new(self.clause, Reason::BelongsNot { person: school.person_name(self.person) }));
        }
        draft.save(chat);
        Ok(())
    }
}
