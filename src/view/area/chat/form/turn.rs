//! The form of a chat that goes into another state.

use super::day_field;
use crate::clause;
use crate::domain::{ChatId, Command};
use crate::plan::chat::{ChatTurn, TurnChats, clause_of};
use crate::text::{self, msg};
use crate::view::area::chat::row;
use crate::view::fault::{Fault, Reader};
use crate::view::form::{Form, Values};
use crate::view::page::{Body, Section};
use crate::view::room::Room;

/// When it happened, and to which chats.
pub fn form(room: &Room, turn: ChatTurn, chats: &[ChatId]) -> Form {
    let lang = room.lang;
    let possible = possible(room, turn, chats);
    let mut names: Vec<String> = possible
        .iter()
        .take(20)
        .filter_map(|id| room.school.chats().get(id))
        .map(|chat| row::title(room, chat))
        .collect();
    let more = possible.len() - names.len();
    if more > 0 {
        names.push(msg::chats_and_more(lang, more as u64));
    }
    Form {
        title: text::chat::turn(lang, turn).to_owned(),
        lead: match turn {
            ChatTurn::Use => msg::chats_use_lead(lang),
            ChatTurn::ReadOnly => msg::chats_read_only_lead(lang),
            ChatTurn::Archive => msg::chats_archive_lead(lang),
        }
        .to_owned(),
        clause: Some(clause(room, &possible)),
        fields: vec![day_field(room, msg::chats_field_on(lang))],
        preview: vec![Section::new("chats", "", Body::Prose(names))],
        refused: possible.is_empty().then(|| msg::chats_turn_none(lang).to_owned()),
        ..Form::default()
    }
}

/// Those of the chats that can go there.
fn possible(room: &Room, turn: ChatTurn, chats: &[ChatId]) -> Vec<ChatId> {
    let can = |id: &&ChatId| room.school.chats().get(id).is_some_and(|chat| turn.is_possible(&chat.state));
    chats.iter().filter(can).copied().collect()
}

fn clause(room: &Room, chats: &[ChatId]) -> crate::domain::ClauseId {
    let first = chats.first().and_then(|id| room.school.chats().get(id));
    first.map_or(clause!("4.3"), |chat| clause_of(room.regulation, chat))
}

pub fn read(room: &Room, turn: ChatTurn, chats: &[ChatId], values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let on = reader.finish(on)?;
    let chats = possible(room, turn, chats);
    let clause = clause(room, &chats);
    Ok(Command::from(TurnChats { clause, chats: chats.into_iter().collect(), turn, on }))
}
