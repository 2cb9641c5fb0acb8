//! Forms of exceptions among the members of a chat.

use super::people;
use crate::clause;
use crate::domain::{Chat, ChatId, Command, PersonId};
use crate::plan::chat::{ExceptMembers, ExceptionKind, Progress, clause_of};
use crate::text::msg;
use crate::view::area::chat::row;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::room::Room;

/// Who is in the chat beyond its rule.
pub fn include(room: &Room, chat: &Chat) -> Form {
    let seats = room.plan.expected(chat);
    let rule = room.regulation.chat_rule(&chat.rule).filter(|rule| !rule.is_required);
    let circle = rule.filter(|rule| !rule.members.is_empty()).map(|rule| room.plan.circle(&rule.members, &chat.scope));
    let everybody = room.school.people().keys().copied().filter(|person| !seats.contains_key(person));
    let choices = match circle {
        Some(circle) => people(room, circle.into_iter().filter(|person| !seats.contains_key(person))),
        None => people(room, everybody),
    };
    form(room, chat, msg::chats_include_title(room.lang, &row::title(room, chat)), choices, rule.is_none())
}

/// Who of the rule stays out.
pub fn exclude(room: &Room, chat: &Chat) -> Form {
    let choices = people(room, room.plan.expected(chat).into_keys());
    form(room, chat, msg::chats_exclude_title(room.lang, &row::title(room, chat)), choices, true)
}

fn form(room: &Room, chat: &Chat, title: String, choices: Vec<Choice>, needs_reason: bool) -> Form {
    let lang = room.lang;
    let reason = Field::new("reason", msg::chats_field_reason(lang), FieldKind::Text);
    Form {
        title,
        lead: msg::chats_exception_lead(lang).to_owned(),
        clause: Some(clause_of(room.regulation, chat)),
        fields: vec![
            Field::new("people", msg::chats_field_people(lang), FieldKind::Many(choices)).required(),
            if needs_reason { reason.required() } else { reason },
            Field::new("done", msg::chats_field_done(lang), FieldKind::Flag).hint(msg::chats_field_done_hint(lang)),
        ],
        ..Form::default()
    }
}

pub fn read(room: &Room, id: ChatId, kind: ExceptionKind, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let people: std::collections::BTreeSet<PersonId> = values.many("people").collect();
    if people.is_empty() {
        reader.fault("people", Problem::Choice);
    }
    reader.finish(Some(()))?;
    let clause = room.school.chats().get(&id).map_or(clause!("4.3"), |chat| clause_of(room.regulation, chat));
    Ok(Command::from(ExceptMembers {
        regulation: room.regulation.clone(),
        clause,
        chat: id,
        kind,
        people,
        reason: crate::domain::words::tidy(values.get("reason")),
        progress: if values.is("done") { Progress::Done } else { Progress::ToDo },
    }))
}
