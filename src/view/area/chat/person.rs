//! The chats of one person: what the rules give, and what is known of it (2.5/2).

use super::row;
use crate::clause;
use crate::domain::{Chat, PersonId};
use crate::plan::RequiredChat;
use crate::text::decision::said;
use crate::text::{self, msg};
use crate::view::page::{Body, Cell, Row, Section, Table, Tone};
use crate::view::room::Room;

/// The chats that a person must have, and those the person is in besides.
pub fn sections(room: &Room, person: PersonId) -> Vec<Section> {
    let lang = room.lang;
    let name = room.school.person_name(person);
    let required = room.plan.of_person(person);
    let mut rows: Vec<Row> = required.iter().map(|chat| required_row(room, person, chat)).collect();
    let is_required = |chat: &Chat| required.iter().any(|required| required.record == Some(chat.id));
    let besides = room.school.chats().values().filter(|chat| chat.state.is_live() && !is_required(chat));
    for chat in besides {
        let belongs = chat.include.contains_key(&person) || chat.owner == Some(person);
        if belongs || chat.extra.contains(&person) {
            let reason = chat.include.get(&person).cloned().unwrap_or_default();
            let state = known(room, person, chat, belongs);
            let cells = vec![row::link(room, chat), Cell::text(rule_clause(room, chat)), Cell::text(reason), state];
            rows.push(Row { key: chat.id.to_string(), cells, acts: Vec::new() });
        }
    }
    let table = Table {
        name: msg::chats_file_person(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_clause(lang)),
            row::words(msg::chats_column_why(lang)),
            row::words(msg::chats_column_known(lang)),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::chats_person_none(lang, &name),
    };
    let section =
        Section::new("person", msg::chats_of_person(lang, &name), Body::Table(table)).clause(clause!("2.5/2"));
    match room.plan.apart(person) {
        Some(apart) => {
            let notice = Body::Notice(Tone::Info, text::chat::apart(lang, apart).to_owned());
            vec![Section::new("apart", "", notice), section]
        }
        None => vec![section],
    }
}

fn required_row(room: &Room, person: PersonId, required: &RequiredChat) -> Row {
    let lang = room.lang;
    let chat = required.record.and_then(|id| room.school.chats().get(&id)).map(AsRef::as_ref);
    let title = room.regulation.chat_rule(&required.rule).map_or("", |rule| said(lang, &rule.title));
    let first = match chat {
        Some(chat) => row::link(room, chat),
        None => Cell::text(row::name(room, required)).note(title),
    };
    let why = room.plan.derived(required).get(&person).and_then(|seat| seat.set);
    let why = why.map(|set| text::chat::set(lang, set)).unwrap_or_default();
    let state = match chat {
        Some(chat) if chat.state.is_live() => known(room, person, chat, !chat.exclude.contains_key(&person)),
        chat => row::state(room, chat),
    };
    let cells = vec![first, Cell::text(required.clause.to_string()), Cell::text(why), state];
    Row { key: super::key::of(&required.rule, &required.scope), cells, acts: Vec::new() }
}

fn rule_clause(room: &Room, chat: &Chat) -> String {
    crate::plan::chat::clause_of(room.regulation, chat).to_string()
}

/// What is known of a person in a chat in use.
pub fn known(room: &Room, person: PersonId, chat: &Chat, belongs: bool) -> Cell {
    let lang = room.lang;
    let apart = room.plan.apart(person).filter(|_| belongs);
    if let Some(apart) = apart {
        return Cell::badge(text::chat::apart_short(lang, apart), Tone::Plain);
    }
    if !belongs {
        let is_there = chat.extra.contains(&person);
        return if is_there {
            Cell::badge(msg::chats_known_extra(lang), Tone::Warning)
        } else {
            Cell::badge(msg::chats_known_excluded(lang), Tone::Plain)
        };
    }
    if chat.missing.contains(&person) {
        Cell::badge(msg::chats_known_missing(lang), Tone::Warning)
    } else if chat.misroled.contains(&person) {
        Cell::badge(msg::chats_known_misroled(lang), Tone::Warning)
    } else if chat.checked.is_some() || chat.owner == Some(person) {
        Cell::badge(msg::chats_known_present(lang), Tone::Success)
    } else {
        Cell::badge(msg::chats_known_unchecked(lang), Tone::Plain)
    }
}
