//! What a chat looks like in tables: its cells, its state, the steps it asks for.

use crate::domain::{Chat, ChatScope, ChatState, ClassId, PersonId};
use crate::plan::RequiredChat;
use crate::plan::chat::ChatStep;
use crate::text::decision::said;
use crate::text::{self, msg};
use crate::view::page::{Cell, Column, ColumnKind, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// A column of words.
pub fn words(label: &str) -> Column {
    Column { label: label.to_owned(), kind: ColumnKind::Text }
}

/// A column of whole numbers.
pub fn numbers(label: &str) -> Column {
    Column { label: label.to_owned(), kind: ColumnKind::Number }
}

/// A column of days.
pub fn days(label: &str) -> Column {
    Column { label: label.to_owned(), kind: ColumnKind::Day }
}

/// A person as a link; empty where there is none.
pub fn person(room: &Room, person: Option<PersonId>) -> Cell {
    person.map(|id| Cell::link(room.school.person_name(id), Route::Person(id))).unwrap_or_default()
}

/// The class, or what a chat is for instead of one.
pub fn place(room: &Room, scope: &ChatScope) -> Cell {
    let class = |class: ClassId| Cell::link(room.school.class_name(class), Route::Class(class));
    match scope {
        ChatScope::School => Cell::text(msg::chats_whole_school(room.lang)),
        ChatScope::Class(id) | ChatScope::Subject { class: id, .. } => class(*id),
        ChatScope::Activity(group) => match room.school.activities().get(group) {
            Some(group) if group.classes.len() == 1 => group.classes.first().map(|id| class(*id)).unwrap_or_default(),
            Some(group) => Cell::text(msg::chats_of_classes(room.lang, group.classes.len() as u64)),
            None => Cell::default(),
        },
    }
}

/// The name of a required chat in the language of the page.
pub fn name<'a>(room: &Room, required: &'a RequiredChat) -> &'a str {
    said(room.lang, &required.name)
}

/// The title of a rule; its identifier where the edition has it no more.
pub fn rule<'a>(room: &Room<'a>, chat: &'a Chat) -> &'a str {
    room.regulation.chat_rule(&chat.rule).map_or(chat.rule.0.as_str(), |rule| said(room.lang, &rule.title))
}

/// The name of a recorded chat; by its rule where the record has none.
pub fn title(room: &Room, chat: &Chat) -> String {
    if !chat.name.is_empty() {
        return chat.name.clone();
    }
    room.plan.of_chat(chat.id).map_or_else(|| rule(room, chat).to_owned(), |required| name(room, required).to_owned())
}

/// A recorded chat as a link to its card.
pub fn link(room: &Room, chat: &Chat) -> Cell {
    Cell::link(title(room, chat), Route::Chat(chat.id)).note(rule(room, chat))
}

/// The state of a chat; one without a record is still to be created.
pub fn state(room: &Room, chat: Option<&Chat>) -> Cell {
    let Some(chat) = chat else { return Cell::badge(msg::chats_state_required(room.lang), Tone::Warning) };
    let tone = match chat.state {
        ChatState::Created { .. } => Tone::Info,
        ChatState::Active { .. } => Tone::Success,
        ChatState::NotRequired { .. } | ChatState::ReadOnly { .. } | ChatState::Archived { .. } => Tone::Plain,
    };
    let cell = Cell::badge(text::chat::state(room.lang, &chat.state), tone);
    match &chat.state {
        ChatState::NotRequired { reason, .. } => cell.note(reason.clone()),
        _ => cell,
    }
}

/// The steps that bring a recorded chat to what is required.
pub fn steps(room: &Room, chat: &Chat) -> Vec<ChatStep> {
    let difference = room.plan.difference(chat);
    let mut steps = Vec::new();
    if difference.archive {
        return vec![ChatStep::Archive];
    }
    if let Some(required) = room.plan.of_chat(chat.id) {
        if difference.change_owner {
            steps.extend(required.owner.map(ChatStep::ChangeOwner));
        }
        if difference.rename {
            steps.push(ChatStep::Rename(name(room, required).to_owned()));
        }
    }
    steps.extend(difference.add.into_iter().map(ChatStep::Add));
    steps.extend(difference.remove.into_iter().map(ChatStep::Remove));
    steps.extend(difference.mend.into_iter().map(ChatStep::Mend));
    steps.extend(chat.strangers.iter().take(difference.strangers).cloned().map(ChatStep::RemoveStranger));
    steps
}

/// A step in words.
pub fn step(room: &Room, step: &ChatStep) -> String {
    let (lang, name) = (room.lang, |person: &PersonId| room.school.person_name(*person));
    match step {
        ChatStep::Rename(new) => msg::chats_step_rename(lang, new),
        ChatStep::ChangeOwner(person) => msg::chats_step_owner(lang, &name(person)),
        ChatStep::Add(person) => msg::chats_step_add(lang, &name(person)),
        ChatStep::Remove(person) => msg::chats_step_remove(lang, &name(person)),
        ChatStep::Mend(person) => msg::chats_step_mend(lang, &name(person)),
        ChatStep::RemoveStranger(name) => msg::chats_step_stranger(lang, name),
        ChatStep::Archive => msg::chats_step_archive(lang).to_owned(),
    }
}
