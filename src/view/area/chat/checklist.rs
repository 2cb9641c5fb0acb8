//! What is to be done on the platform, ticked off one by one or together.

use super::filter::Narrow;
use super::key::Todo;
use super::{Ask, Deed, row};
use crate::domain::{Chat, ChatState, PersonId};
use crate::plan::RequiredChat;
use crate::plan::chat::{ChatStep, ChatTick, clause_of};
use crate::text::msg;
use crate::view::page::{Body, Button, Cell, Row, Section, Table};
use crate::view::room::Room;

/// The tab of the checklist.
pub fn sections(room: &Room) -> (Vec<Section>, Vec<Button>) {
    let lang = room.lang;
    let rows = rows(room);
    if rows.is_empty() && room.query.get("class").is_empty() && room.query.get("step").is_empty() {
        let (title, text) = (msg::chats_done_title(lang).to_owned(), msg::chats_done_text(lang).to_owned());
        return (vec![Section::new("checklist", "", Body::Empty { title, text, acts: Vec::new() })], Vec::new());
    }
    let table = Table {
        name: msg::chats_file_checklist(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_step(lang)),
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_class(lang)),
            row::words(msg::chats_column_clause(lang)),
            row::words(msg::chats_column_owner(lang)),
        ],
        rows,
        bulk: vec![Button::new("tick-chosen", msg::chats_tick_chosen(lang), Deed::TickChosen).primary()],
        empty: msg::chats_none_fit(lang).to_owned(),
    };
    let section =
        Section::new("checklist", msg::chats_checklist(lang), Body::Table(table)).note(msg::chats_checklist_note(lang));
    (vec![section], Vec::new())
}

fn rows(room: &Room) -> Vec<Row> {
    let narrow = Narrow::of(room);
    let mut rows = Vec::new();
    let has_step = |kind: &str| narrow.step.is_empty() || narrow.step == kind;
    for required in room.plan.required() {
        if !narrow.has_scope(room, &required.rule, &required.scope) {
            continue;
        }
        let chat = required.record.and_then(|id| room.school.chats().get(&id)).map(AsRef::as_ref);
        match chat.map(|chat| (chat, &chat.state)) {
            Some((_, ChatState::NotRequired { .. })) => {}
            Some((chat, state)) if state.is_live() => rows.extend(ticks(room, chat, &narrow)),
            _ if has_step("create") => rows.push(create(room, required)),
            _ => {}
        }
    }
    for (id, _) in room.plan.unrequired() {
        let chat = room.school.chats().get(id).filter(|chat| narrow.has_other(room, chat));
        rows.extend(chat.into_iter().flat_map(|chat| ticks(room, chat, &narrow)));
    }
    rows
}

fn create(room: &Room, required: &RequiredChat) -> Row {
    let name = row::name(room, required);
    let todo = Todo::Create(required.rule.clone(), required.scope.clone());
    let vacant = required.owner.is_none().then(|| msg::chats_owner_first(room.lang, &required.clause.to_string()));
    let (rule, scope) = (required.rule.clone(), required.scope.clone());
    Row {
        key: todo.key(),
        cells: vec![
            Cell::text(msg::chats_step_create(room.lang)),
            Cell::text(name),
            row::place(room, &required.scope),
            Cell::text(required.clause.to_string()),
            row::person(room, required.owner),
        ],
        acts: vec![
            Button::new("tick", msg::chats_tick(room.lang), Ask::Create(rule, scope)).about(name).refused(vacant),
        ],
    }
}

fn ticks<'a>(room: &'a Room, chat: &'a Chat, narrow: &'a Narrow) -> impl Iterator<Item = Row> + 'a {
    let clause = clause_of(room.regulation, chat).to_string();
    row::steps(room, chat).into_iter().filter_map(move |step| {
        let about = row::step(room, &step);
        let who = match &step {
            ChatStep::Add(person) | ChatStep::Remove(person) | ChatStep::Mend(person) => Some(*person),
            _ => None,
        };
        let todo = Todo::Tick(ChatTick { chat: chat.id, step: step.clone() });
        let is_shown = narrow.step.is_empty() || narrow.step == todo.kind();
        is_shown.then(|| Row {
            key: todo.key(),
            cells: vec![
                first(room, &about, who),
                row::link(room, chat),
                row::place(room, &chat.scope),
                Cell::text(clause.clone()),
                row::person(room, chat.owner),
            ],
            acts: vec![Button::new("tick", msg::chats_tick(room.lang), Deed::Tick(chat.id, step)).about(about)],
        })
    })
}

fn first(room: &Room, about: &str, who: Option<PersonId>) -> Cell {
    Cell { href: row::person(room, who).href, ..Cell::text(about) }
}
