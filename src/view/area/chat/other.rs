//! Chats beyond the required ones: those a rule allows, those of the past, and the archive (2.2/6e, 2.3/3d, 2.4/3b).

use super::filter::Narrow;
use super::{Ask, row};
use crate::domain::{Chat, ChatState};
use crate::plan::Unrequired;
use crate::plan::chat::{ChatTurn, clause_of};
use crate::text::decision::said;
use crate::text::{self, msg};
use crate::view::page::{Body, Button, Cell, Row, Section, Table};
use crate::view::room::Room;
use crate::view::route::Route;

/// The tab of other chats.
pub fn sections(room: &Room) -> (Vec<Section>, Vec<Button>) {
    let allowed = room.regulation.chat_rules().iter().filter(|rule| !rule.is_required);
    let acts = allowed.map(|rule| {
        let about = said(room.lang, &rule.title);
        Button::new("add-other", about, Ask::Other(rule.id.clone())).about(rule.clause.to_string())
    });
    (vec![others(room), past(room), archive(room)], acts.collect())
}

fn unrequired<'a>(
    room: &'a Room,
    fits: impl Fn(Unrequired) -> bool + 'a,
) -> impl Iterator<Item = (&'a Chat, Unrequired)> {
    let narrow = Narrow::of(room);
    room.plan.unrequired().iter().filter_map(move |(id, why)| {
        let chat = room.school.chats().get(id).filter(|chat| fits(*why) && narrow.has_other(room, chat))?;
        Some((chat.as_ref(), *why))
    })
}

fn others(room: &Room) -> Section {
    let lang = room.lang;
    let rows = unrequired(room, |why| why == Unrequired::Other).map(|(chat, _)| Row {
        key: chat.id.to_string(),
        cells: vec![
            row::link(room, chat),
            Cell::text(&chat.purpose),
            Cell::text(clause_of(room.regulation, chat).to_string()),
            row::person(room, chat.owner),
            Cell::number(room.plan.expected(chat).len() as u64),
            row::state(room, Some(chat)),
        ],
        acts: vec![Button::new("open", msg::chats_open(lang), Route::Chat(chat.id)).about(row::title(room, chat))],
    });
    let table = Table {
        name: msg::chats_file_other(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_purpose(lang)),
            row::words(msg::chats_column_clause(lang)),
            row::words(msg::chats_column_owner(lang)),
            row::numbers(msg::chats_column_members(lang)),
            row::words(msg::chats_column_state(lang)),
        ],
        rows: rows.collect(),
        bulk: closing(room),
        empty: msg::chats_other_none(lang).to_owned(),
    };
    Section::new("other", msg::chats_other(lang), Body::Table(table)).note(msg::chats_other_note(lang))
}

fn closing(room: &Room) -> Vec<Button> {
    let lang = room.lang;
    vec![
        Button::new("read-only-chosen", msg::chats_read_only_chosen(lang), Ask::TurnChosen(ChatTurn::ReadOnly)),
        Button::new("archive-chosen", msg::chats_archive_chosen(lang), Ask::TurnChosen(ChatTurn::Archive)).danger(),
    ]
}

fn past(room: &Room) -> Section {
    let lang = room.lang;
    let rows = unrequired(room, |why| why != Unrequired::Other).map(|(chat, why)| {
        let reason = match why {
            Unrequired::Duplicate(of) => {
                let of = room.school.chats().get(&of).map(|of| row::title(room, of)).unwrap_or_default();
                msg::chats_past_duplicate(lang, &of)
            }
            _ => msg::chats_past_over(lang).to_owned(),
        };
        Row {
            key: chat.id.to_string(),
            cells: vec![
                row::link(room, chat),
                row::place(room, &chat.scope),
                Cell::text(reason),
                row::person(room, chat.owner),
                row::state(room, Some(chat)),
            ],
            acts: vec![
                Button::new("archive", msg::chats_archive(lang), Ask::Turn(chat.id, ChatTurn::Archive))
                    .about(row::title(room, chat)),
            ],
        }
    });
    let table = Table {
        name: msg::chats_file_past(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_class(lang)),
            row::words(msg::chats_column_why(lang)),
            row::words(msg::chats_column_owner(lang)),
            row::words(msg::chats_column_state(lang)),
        ],
        rows: rows.collect(),
        bulk: closing(room),
        empty: msg::chats_past_none(lang).to_owned(),
    };
    Section::new("past", msg::chats_past(lang), Body::Table(table)).note(msg::chats_past_note(lang))
}

fn archive(room: &Room) -> Section {
    let lang = room.lang;
    let put_away = room.school.chats().values().filter(|chat| matches!(chat.state, ChatState::Archived { .. }));
    let rows = put_away.map(|chat| Row {
        key: chat.id.to_string(),
        cells: vec![
            row::link(room, chat),
            row::place(room, &chat.scope),
            row::person(room, chat.owner),
            Cell::day(chat.state.day()),
        ],
        acts: vec![
            Button::new("use", text::chat::turn(lang, ChatTurn::Use), Ask::Turn(chat.id, ChatTurn::Use))
                .about(row::title(room, chat)),
        ],
    });
    let table = Table {
        name: msg::chats_file_archive(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_class(lang)),
            row::words(msg::chats_column_owner(lang)),
            row::days(msg::chats_column_archived(lang)),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::chats_archive_none(lang).to_owned(),
    };
    Section::new("archive", msg::chats_put_away(lang), Body::Table(table))
}
