//! Exceptions: members beyond the rule, people who stay out, chats that the school does without (1.4).

use super::{Deed, row};
use crate::clause;
use crate::domain::{Chat, ChatState, PersonId};
use crate::plan::chat::clause_of;
use crate::text::msg;
use crate::view::page::{Body, Button, Cell, Row, Section, Table};
use crate::view::room::Room;

/// The tab of exceptions.
pub fn sections(room: &Room) -> Vec<Section> {
    vec![members(room), excused(room)]
}

fn members(room: &Room) -> Section {
    let chats = room.school.chats().values().filter(|chat| !matches!(chat.state, ChatState::Archived { .. }));
    // The members of a chat without a rule of its own are no exceptions from one.
    let of_rule = chats.filter(|chat| room.regulation.chat_rule(&chat.rule).is_none_or(|rule| rule.is_required));
    table(room, of_rule.flat_map(|chat| rows(room, chat)).collect()).note(msg::chats_exceptions_note(room.lang))
}

/// The exceptions of one chat.
pub fn of_chat(room: &Room, chat: &Chat) -> Section {
    table(room, rows(room, chat).collect())
}

fn table(room: &Room, rows: Vec<Row>) -> Section {
    let lang = room.lang;
    let table = Table {
        name: msg::chats_file_exceptions(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_person(lang)),
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_exception(lang)),
            row::words(msg::chats_column_reason(lang)),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::chats_exceptions_none(lang).to_owned(),
    };
    Section::new("exceptions", msg::chats_exceptions(lang), Body::Table(table)).clause(clause!("1.4"))
}

fn rows<'a>(room: &'a Room, chat: &'a Chat) -> impl Iterator<Item = Row> + 'a {
    let include = chat.include.iter().map(|row| (row, msg::chats_exception_include(room.lang)));
    let exclude = chat.exclude.iter().map(|row| (row, msg::chats_exception_exclude(room.lang)));
    include.chain(exclude).map(move |((person, reason), kind)| row(room, chat, *person, kind, reason))
}

fn row(room: &Room, chat: &Chat, person: PersonId, kind: &str, reason: &str) -> Row {
    let withdraw = Button::new("withdraw", msg::chats_withdraw(room.lang), Deed::Withdraw(chat.id, person));
    Row {
        key: format!("{} {person}", chat.id),
        cells: vec![row::person(room, Some(person)), row::link(room, chat), Cell::text(kind), Cell::text(reason)],
        acts: vec![withdraw.about(room.school.person_name(person))],
    }
}

fn excused(room: &Room) -> Section {
    let lang = room.lang;
    let rows = room.school.chats().values().filter_map(|chat| {
        let ChatState::NotRequired { reason, by } = &chat.state else { return None };
        let title = row::title(room, chat);
        Some(Row {
            key: chat.id.to_string(),
            cells: vec![
                row::link(room, chat),
                row::place(room, &chat.scope),
                Cell::text(clause_of(room.regulation, chat).to_string()),
                Cell::text(reason),
                Cell::text(by),
            ],
            acts: vec![Button::new("require", msg::chats_require(lang), Deed::Require(chat.id)).about(title)],
        })
    });
    let table = Table {
        name: msg::chats_file_excused(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_class(lang)),
            row::words(msg::chats_column_clause(lang)),
            row::words(msg::chats_column_reason(lang)),
            row::words(msg::chats_column_by(lang)),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::chats_excused_none(lang).to_owned(),
    };
    Section::new("excused", msg::chats_excused(lang), Body::Table(table)).clause(clause!("1.4"))
}
