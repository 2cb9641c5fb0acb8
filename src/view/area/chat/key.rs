//! Keys of rows: a required chat, a step on the platform. They are read back when a bulk act gets the chosen rows.

use crate::domain::{ChatId, ChatRuleId, ChatScope};
use crate::plan::RequiredChat;
use crate::plan::chat::{ChatStep, ChatTick};
use crate::view::room::Room;

/// Between the parts of a key; no identity, rule or name of a subgroup that matters has it.
const PART: char = '|';

/// Something to be done on the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Todo {
    /// A required chat is to be created.
    Create(ChatRuleId, ChatScope),
    /// A step in a recorded chat.
    Tick(ChatTick),
}

/// The key of a required chat.
pub fn of(rule: &ChatRuleId, scope: &ChatScope) -> String {
    let scope = match scope {
        ChatScope::School => "school".to_owned(),
        ChatScope::Class(class) => format!("class{PART}{class}"),
        ChatScope::Subject { class, subject, group } => format!("subject{PART}{class}{PART}{subject}{PART}{group}"),
        ChatScope::Activity(group) => format!("activity{PART}{group}"),
    };
    format!("{}{PART}{scope}", rule.0)
}

/// Reads the key of a required chat.
pub fn read(key: &str) -> Option<(ChatRuleId, ChatScope)> {
    let mut parts = key.splitn(5, PART);
    let (rule, kind) = (ChatRuleId::from(parts.next()?), parts.next()?);
    let scope = match kind {
        "school" => ChatScope::School,
        "class" => ChatScope::Class(parts.next()?.parse().ok()?),
        "activity" => ChatScope::Activity(parts.next()?.parse().ok()?),
        "subject" => ChatScope::Subject {
            class: parts.next()?.parse().ok()?,
            subject: parts.next()?.parse().ok()?,
            group: parts.next()?.to_owned(),
        },
        _ => return None,
    };
    Some((rule, scope))
}

/// The required chats that are chosen.
pub fn chosen<'a>(room: &Room<'a>) -> Vec<&'a RequiredChat> {
    let keys = room.chosen.iter().filter_map(|key| read(key));
    keys.filter_map(|(rule, scope)| room.plan.of_scope(&rule, &scope)).collect()
}

/// The recorded chats that are chosen: by their own key, or as the record of a required chat.
pub fn chosen_records(room: &Room) -> Vec<ChatId> {
    let own = |key: &String| key.parse().ok().filter(|id: &ChatId| room.school.chats().contains_key(id));
    let of_required = |key: &String| {
        let (rule, scope) = read(key)?;
        room.plan.of_scope(&rule, &scope)?.record
    };
    room.chosen.iter().filter_map(|key| own(key).or_else(|| of_required(key))).collect()
}

impl Todo {
    /// Its key.
    pub fn key(&self) -> String {
        let tick = match self {
            Self::Create(rule, scope) => return format!("create{PART}{}", of(rule, scope)),
            Self::Tick(tick) => tick,
        };
        let (kind, what) = match &tick.step {
            ChatStep::Rename(name) => ("rename", name.clone()),
            ChatStep::ChangeOwner(person) => ("owner", person.to_string()),
            ChatStep::Add(person) => ("add", person.to_string()),
            ChatStep::Remove(person) => ("remove", person.to_string()),
            ChatStep::Mend(person) => ("mend", person.to_string()),
            ChatStep::RemoveStranger(name) => ("stranger", name.clone()),
            ChatStep::Archive => ("archive", String::new()),
        };
        format!("{kind}{PART}{}{PART}{what}", tick.chat)
    }

    /// Reads a key.
    pub fn read(key: &str) -> Option<Self> {
        let (kind, rest) = key.split_once(PART)?;
        if kind == "create" {
            let (rule, scope) = read(rest)?;
            return Some(Self::Create(rule, scope));
        }
        let (chat, what) = rest.split_once(PART)?;
        let step = match kind {
            "rename" => ChatStep::Rename(what.to_owned()),
            "owner" => ChatStep::ChangeOwner(what.parse().ok()?),
            "add" => ChatStep::Add(what.parse().ok()?),
            "remove" => ChatStep::Remove(what.parse().ok()?),
            "mend" => ChatStep::Mend(what.parse().ok()?),
            "stranger" => ChatStep::RemoveStranger(what.to_owned()),
            "archive" => ChatStep::Archive,
            _ => return None,
        };
        Some(Self::Tick(ChatTick { chat: chat.parse().ok()?, step }))
    }

    /// The kind of step, as the filter of the address names it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Create(..) => "create",
            Self::Tick(tick) => match tick.step {
                ChatStep::Rename(_) => "rename",
                ChatStep::ChangeOwner(_) => "owner",
                ChatStep::Add(_) => "add",
                ChatStep::Remove(_) | ChatStep::RemoveStranger(_) => "remove",
                ChatStep::Mend(_) => "mend",
                ChatStep::Archive => "archive",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Todo, of, read};
    use crate::domain::ChatScope;
    use crate::plan::chat::{ChatStep, ChatTick};

    #[track_caller]
    fn check(scope: ChatScope) {
        let rule = "subject".into();
        assert_eq!(read(&of(&rule, &scope)), Some((rule.clone(), scope.clone())));
        let todo = Todo::Create(rule, scope);
        assert_eq!(Todo::read(&todo.key()), Some(todo));
    }

    #[test]
    fn scopes_are_read_back() {
        let id = Uuid::from_u128(7);
        check(ChatScope::School);
        check(ChatScope::Class(id.into()));
        check(ChatScope::Activity(id.into()));
        for group in ["", "группа 1", "a|b"] {
            check(ChatScope::Subject { class: id.into(), subject: Uuid::from_u128(8).into(), group: group.into() });
        }
    }

    #[test]
    fn steps_are_read_back() {
        let (chat, person) = (Uuid::from_u128(7).into(), Uuid::from_u128(8).into());
        for step in [
            ChatStep::Rename("7А | ученики".into()),
            ChatStep::ChangeOwner(person),
            ChatStep::Add(person),
            ChatStep::Remove(person),
            ChatStep::Mend(person),
            ChatStep::RemoveStranger("Гость".into()),
            ChatStep::Archive,
        ] {
            let todo = Todo::Tick(ChatTick { chat, step });
            assert_eq!(Todo::read(&todo.key()), Some(todo));
        }
        for key in ["", "add", "add|x|y", "nothing|1|2", "create|x", "create|x|class|1"] {
            assert_eq!(Todo::read(key), None, "{key}");
        }
    }
}
