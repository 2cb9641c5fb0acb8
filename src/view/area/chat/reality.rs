//! When the real members of chats and classes were compared with the plan, and what was found.

use super::filter::Narrow;
use super::{Ask, row};
use crate::clause;
use crate::domain::{Chat, ClassId};
use crate::text::msg;
use crate::view::page::{Body, Button, Cell, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// The tab of reconciliation.
pub fn sections(room: &Room) -> Vec<Section> {
    vec![chats(room), classes(room)]
}

fn chats(room: &Room) -> Section {
    let lang = room.lang;
    let narrow = Narrow::of(room);
    let mut live: Vec<&Chat> = room
        .school
        .chats()
        .values()
        .map(AsRef::as_ref)
        .filter(|chat| chat.state.is_live() && narrow.has_other(room, chat))
        .collect();
    // Those never compared come first, then the oldest comparison.
    live.sort_by_key(|chat| chat.checked);
    let rows = live.into_iter().map(|chat| {
        let difference = room.plan.difference(chat);
        let number = |count: usize| Cell::number(count as u64);
        let checked = match chat.checked {
            None => Cell { sort: Some(0), ..Cell::badge(msg::chats_never_checked(lang), Tone::Warning) },
            on => Cell::day(on),
        };
        Row {
            key: chat.id.to_string(),
            cells: vec![
                row::link(room, chat),
                row::place(room, &chat.scope),
                row::person(room, chat.owner),
                checked,
                number(difference.add.len()),
                number(difference.remove.len() + difference.strangers),
                number(difference.mend.len()),
            ],
            acts: vec![
                Button::new("reconcile", msg::chats_reconcile(lang), Ask::Reconcile(chat.id))
                    .about(row::title(room, chat)),
            ],
        }
    });
    let table = Table {
        name: msg::chats_file_reality(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_class(lang)),
            row::words(msg::chats_column_owner(lang)),
            row::days(msg::chats_column_checked_on(lang)),
            row::numbers(msg::chats_column_add(lang)),
            row::numbers(msg::chats_column_remove(lang)),
            row::numbers(msg::chats_column_mend(lang)),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::chats_reality_none(lang).to_owned(),
    };
    Section::new("reality", msg::chats_reality(lang), Body::Table(table)).note(msg::chats_reality_note(lang))
}

fn classes(room: &Room) -> Section {
    let lang = room.lang;
    let rooms = room.index.staff_room.into_iter().chain(room.index.classes.iter().copied());
    let mut members: std::collections::BTreeMap<ClassId, u64> = std::collections::BTreeMap::new();
    for row in room.school.memberships().values().filter(|row| row.period.contains(room.index.day)) {
        *members.entry(row.class).or_default() += 1;
    }
    let rows = rooms.map(|class| {
        let name = class_name(room, class);
        Row {
            key: class.to_string(),
            cells: vec![
                Cell::link(&name, Route::Class(class)),
                Cell::number(super::form::expected_in_class(room, class).len() as u64),
                Cell::number(members.get(&class).copied().unwrap_or_default()),
            ],
            acts: vec![
                Button::new("reconcile-class", msg::chats_reconcile(lang), Ask::ReconcileClass(class)).about(name),
            ],
        }
    });
    let table = Table {
        name: msg::chats_file_classes(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_class(lang)),
            row::numbers(msg::chats_column_expected(lang)),
            row::numbers(msg::chats_column_joined(lang)),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::chats_classes_none(lang).to_owned(),
    };
    Section::new("classes", msg::chats_classes(lang), Body::Table(table))
        .note(msg::chats_classes_note(lang))
        .clause(clause!("2.1/6"))
}

/// The name of a class, or of the staff room.
pub fn class_name(room: &Room, class: ClassId) -> String {
    if room.index.staff_room == Some(class) {
        return msg::chats_staff_room(room.lang).to_owned();
    }
    room.school.class_name(class)
}
