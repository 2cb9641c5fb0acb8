//! Who may own a chat: asked of the one authority, for many chats at once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{Chat, ChatScope, PersonId, Reason, Refusal, School};
use crate::regulation::{Authority, ChatRule, Object, Regulation, Standing};

/// How many people are looked up one by one before everybody is gathered at once.
const ONE_BY_ONE: usize = 3;

/// Answers whether people may own chats on a day.
#[derive(Debug)]
pub struct Keepers<'a> {
    school: &'a School,
    regulation: &'a Regulation,
    authority: Authority<'a>,
    standings: BTreeMap<PersonId, Standing>,
}

impl<'a> Keepers<'a> {
    /// Gathers the standings of the people who are asked about.
    #[must_use]
    pub fn new(school: &'a School, regulation: &'a Regulation, day: NaiveDate, people: &BTreeSet<PersonId>) -> Self {
        let authority = Authority::new(school, regulation, day);
        let standings = if people.len() <= ONE_BY_ONE {
            people.iter().map(|person| (*person, authority.standing(*person))).collect()
        } else {
            let all = Standing::of_all(school, day).into_iter();
            all.filter(|standing| people.contains(&standing.person)).map(|one| (one.person, one)).collect()
        };
        Self { school, regulation, authority, standings }
    }

    /// Whether the matrix gives the person the right to keep such a chat there.
    #[must_use]
    pub fn may_keep(&self, person: PersonId, rule: &ChatRule, scope: &ChatScope) -> bool {
        let (Some(action), Some(standing)) = (self.regulation.action(rule.action), self.standings.get(&person)) else {
            return false;
        };
        let permits =
            |object: Object| self.authority.decide(standing, action, &self.authority.target(object)).permitted;
        match scope {
            ChatScope::School => permits(Object::None),
            ChatScope::Class(class) => permits(Object::Class(*class)),
            ChatScope::Activity(group) => permits(Object::Activity(*group)),
            ChatScope::Subject { class, subject, group } => {
                let lines = self.school.load().values().filter(|line| line.class == *class && line.subject == *subject);
                lines
                    .filter(|line| group.is_empty() || line.group == *group)
                    .any(|line| permits(Object::LoadLine(line.id)))
            }
        }
    }

    /// Refuses an owner who may not keep the chat, and a chat without an owner.
    pub fn check(
        &self,
        owner: Option<PersonId>,
        rule: &ChatRule,
        scope: &ChatScope,
        name: &str,
    ) -> Result<PersonId, Refusal> {
        let chat = name.to_owned();
        let Some(owner) = owner else {
            return Err(Refusal::new(rule.clause, Reason::ChatWithoutOwner { chat }));
        };
        if self.may_keep(owner, rule, scope) {
            return Ok(owner);
        }
        let person = self.school.person_name(owner);
        Err(Refusal::new(rule.clause, Reason::ChatOwner { person, chat }))
    }
}

/// The owners of chats, to be asked about together.
pub fn owners<'a>(chats: impl Iterator<Item = &'a Chat>) -> BTreeSet<PersonId> {
    chats.filter_map(|chat| chat.owner).collect()
}
