//! What narrows the screen: class, rule, state, owner, person, kind of step; all of them in the address.

use std::collections::BTreeSet;

use crate::domain::{Chat, ChatRuleId, ChatScope, ChatState, ClassId, PersonId};
use crate::plan::RequiredChat;
use crate::text::decision::said;
use crate::text::msg;
use crate::view::choice;
use crate::view::form::Choice;
use crate::view::page::{Filter, FilterKind};
use crate::view::room::Room;

/// The states by which the plan is narrowed.
pub const STATES: [&str; 9] =
    ["create", "live", "unchecked", "differs", "rename", "owner", "bare", "excused", "read-only"];
/// The kinds of steps by which the checklist is narrowed.
pub const STEPS: [&str; 7] = ["create", "rename", "owner", "add", "remove", "mend", "archive"];

/// What is chosen in the address.
pub struct Narrow {
    class: Option<ClassId>,
    rule: String,
    state: String,
    owner: Option<PersonId>,
    /// The step of the checklist.
    pub step: String,
    /// The person whose chats are shown.
    pub person: Option<PersonId>,
    /// The chats of the person, by rule and scope.
    mine: BTreeSet<(ChatRuleId, ChatScope)>,
}

impl Narrow {
    /// Reads the address.
    pub fn of(room: &Room) -> Self {
        let person = room.query.get("person").parse().ok();
        let chats = person.map(|person| room.plan.of_person(person)).unwrap_or_default();
        Self {
            class: room.query.get("class").parse().ok(),
            rule: room.query.get("rule").to_owned(),
            state: room.query.get("state").to_owned(),
            owner: room.query.get("owner").parse().ok(),
            step: room.query.get("step").to_owned(),
            person,
            mine: chats.into_iter().map(|chat| (chat.rule.clone(), chat.scope.clone())).collect(),
        }
    }

    /// Whether a chat of a rule and scope is within class, rule and person.
    pub fn has_scope(&self, room: &Room, rule: &ChatRuleId, scope: &ChatScope) -> bool {
        (self.rule.is_empty() || rule.0 == self.rule)
            && self.class.is_none_or(|class| concerns(room, scope, class))
            && (self.person.is_none() || self.mine.contains(&(rule.clone(), scope.clone())))
    }

    /// Whether a recorded chat that no rule requires is shown.
    pub fn has_other(&self, room: &Room, chat: &Chat) -> bool {
        (self.rule.is_empty() || chat.rule.0 == self.rule)
            && self.class.is_none_or(|class| concerns(room, &chat.scope, class))
            && self.owner.is_none_or(|owner| chat.owner == Some(owner))
            && self.person.is_none_or(|person| chat.extra.contains(&person) || chat.include.contains_key(&person))
    }

    /// Whether a required chat is shown.
    pub fn has(&self, room: &Room, required: &RequiredChat) -> bool {
        if !self.has_scope(room, &required.rule, &required.scope) {
            return false;
        }
        let chat = required.record.and_then(|id| room.school.chats().get(&id)).map(AsRef::as_ref);
        let owner = chat.and_then(|chat| chat.owner).or(required.owner);
        self.owner.is_none_or(|wanted| owner == Some(wanted)) && has_state(room, &self.state, chat)
    }
}

fn has_state(room: &Room, state: &str, chat: Option<&Chat>) -> bool {
    let is_live = chat.is_some_and(|chat| chat.state.is_live());
    let live = chat.filter(|_| is_live);
    let difference = || live.map(|chat| room.plan.difference(chat)).unwrap_or_default();
    match state {
        "create" => !is_live && !chat.is_some_and(|chat| matches!(chat.state, ChatState::NotRequired { .. })),
        "live" => is_live,
        "unchecked" => live.is_some_and(|chat| chat.checked.is_none()),
        "differs" => !difference().is_empty(),
        "rename" => difference().rename,
        "owner" => difference().change_owner,
        "bare" => live.is_some_and(|chat| chat.moderator.is_none()),
        "excused" => chat.is_some_and(|chat| matches!(chat.state, ChatState::NotRequired { .. })),
        "read-only" => chat.is_some_and(|chat| matches!(chat.state, ChatState::ReadOnly { .. })),
        _ => true,
    }
}

/// Whether a chat is about a class: its own, of its lines, of a group it takes part in.
fn concerns(room: &Room, scope: &ChatScope, class: ClassId) -> bool {
    match scope {
        ChatScope::School => false,
        ChatScope::Class(own) | ChatScope::Subject { class: own, .. } => *own == class,
        ChatScope::Activity(group) => {
            room.school.activities().get(group).is_some_and(|group| group.classes.contains(&class))
        }
    }
}

/// The controls of a tab.
pub fn filters(room: &Room, tab: &str) -> Vec<Filter> {
    let ids: &[&'static str] = match tab {
        "" => &["class", "rule", "state", "owner", "person"],
        "checklist" => &["class", "rule", "step", "person"],
        "matrix" => &["grade"],
        "reality" => &["class", "rule"],
        _ => &[],
    };
    ids.iter().map(|id| filter(room, id)).collect()
}

fn filter(room: &Room, id: &'static str) -> Filter {
    let lang = room.lang;
    let (label, choices): (&str, Vec<Choice>) = match id {
        "class" => (msg::chats_filter_class(lang), choice::classes(room.school, room.index)),
        "rule" => (msg::chats_filter_rule(lang), rules(room)),
        "state" => (msg::chats_filter_state(lang), states(room)),
        "step" => (msg::chats_filter_step(lang), steps(room)),
        "owner" => (msg::chats_filter_owner(lang), owners(room)),
        "grade" => (msg::chats_filter_grade(lang), super::matrix::grades(room)),
        _ => (msg::chats_filter_person(lang), person(room)),
    };
    let all = (String::new(), msg::chats_filter_all(lang).to_owned());
    let kind = FilterKind::Choice(std::iter::once(all).chain(choices).collect());
    Filter { id, label: label.to_owned(), kind, value: room.query.get(id).to_owned() }
}

fn rules(room: &Room) -> Vec<Choice> {
    let rules = room.regulation.chat_rules().iter().filter(|rule| rule.is_required);
    rules.map(|rule| (rule.id.0.clone(), format!("{} · {}", rule.clause, said(room.lang, &rule.title)))).collect()
}

fn states(room: &Room) -> Vec<Choice> {
    STATES
        .iter()
        .map(|state| ((*state).to_owned(), crate::text::chat::filter_state(room.lang, state).to_owned()))
        .collect()
}

fn steps(room: &Room) -> Vec<Choice> {
    STEPS.iter().map(|step| ((*step).to_owned(), crate::text::chat::filter_step(room.lang, step).to_owned())).collect()
}

/// Everybody who owns a required chat, by plan or by record.
fn owners(room: &Room) -> Vec<Choice> {
    let recorded = room.school.chats().values().filter_map(|chat| chat.owner);
    let people: BTreeSet<PersonId> =
        room.plan.required().iter().filter_map(|chat| chat.owner).chain(recorded).collect();
    let mut choices: Vec<Choice> = people.iter().map(|id| (id.to_string(), room.school.person_name(*id))).collect();
    choice::sort_by_name(&mut choices);
    choices
}

/// The person of the address: one comes here from the card of a person, so the list has this one only.
fn person(room: &Room) -> Vec<Choice> {
    let person: Option<PersonId> = room.query.get("person").parse().ok();
    person.map(|id| (id.to_string(), room.school.person_name(id))).into_iter().collect()
}
