//! Forms of what is written down about chats in use.

use super::{link_field, moderator_field, owner_field, quiet, quiet_fields, rules_field, typed};
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Chat, ChatId, Command};
use crate::plan::chat::{ChangeChat, ChatDetails, EquipChats, ModeratorChoice, clause_of};
use crate::text::msg;
use crate::view::area::chat::{key, row};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::Room;

/// Everything of one chat.
pub fn form(room: &Room, chat: &Chat) -> Form {
    let lang = room.lang;
    let required = room.plan.of_chat(chat.id);
    let rule = room.regulation.chat_rule(&chat.rule);
    let owners = required.map(|required| room.plan.owners(required)).unwrap_or_default();
    let name = Field::new("name", msg::chats_field_name(lang), FieldKind::Text).value(&chat.name).required();
    let name = match required.filter(|required| !required.is_named(&chat.name)) {
        Some(required) => name.hint(msg::chats_name_pattern(lang, row::name(room, required))),
        None => name,
    };
    let mut fields = vec![name];
    if rule.is_some_and(|rule| rule.needs_purpose) {
        fields.push(purpose_field(room, &chat.purpose));
    }
    fields.extend([
        owner_field(room, owners, chat.owner),
        moderator_field(room, chat.moderator),
        link_field(room, &chat.link),
    ]);
    fields.extend(quiet_fields(room, chat.quiet));
    fields.push(rules_field(room, &chat.rules));
    Form { title: row::title(room, chat), clause: Some(clause_of(room.regulation, chat)), fields, ..Form::default() }
}

/// What an other chat is for.
pub fn purpose_field(room: &Room, purpose: &str) -> Field {
    Field::new("purpose", msg::chats_field_purpose(room.lang), FieldKind::Text).value(purpose).required()
}

pub fn read(room: &Room, id: ChatId, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let chat = room.school.chats().get(&id);
    let details = ChatDetails {
        name: reader.required("name", values.get("name")),
        purpose: tidy(values.get("purpose")),
        owner: reader.needed("owner", values.get("owner"), Problem::Choice),
        moderator: values.parsed("moderator"),
        link: tidy(values.get("link")),
        quiet: quiet(&mut reader, values),
        rules: values.get("rules").trim().to_owned(),
    };
    let details = reader.finish(Some(details))?;
    let clause = chat.map_or(clause!("4.3"), |chat| clause_of(room.regulation, chat));
    Ok(Command::from(ChangeChat { regulation: room.regulation.clone(), clause, chat: id, details }))
}

/// Moderator, quiet hours and rules of the chosen chats.
pub fn equip(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let count = in_use(room).len();
    let choices = vec![
        ("keep".to_owned(), msg::chats_moderator_keep(lang).to_owned()),
        ("owner".to_owned(), msg::chats_moderator_owner(lang).to_owned()),
        ("person".to_owned(), msg::chats_moderator_person(lang).to_owned()),
    ];
    let how = Field::new("how", msg::chats_field_moderator(lang), FieldKind::Choice(choices));
    let mut fields = vec![how.value("owner").required()];
    if typed(values, "how", "owner") == "person" {
        fields.push(moderator_field(room, None).required());
    }
    fields.extend(quiet_fields(room, None));
    fields.push(rules_field(room, ""));
    Form {
        title: msg::chats_equip_chosen(lang).to_owned(),
        lead: msg::chats_equip_lead(lang, count as u64),
        clause: Some(clause!("4.3")),
        fields,
        refused: (count == 0).then(|| msg::chats_none_in_use(lang).to_owned()),
        ..Form::default()
    }
}

/// The chosen chats in use.
fn in_use(room: &Room) -> std::collections::BTreeSet<ChatId> {
    let chosen = key::chosen_records(room).into_iter();
    chosen.filter(|id| room.school.chats().get(id).is_some_and(|chat| chat.state.is_live())).collect()
}

pub fn read_equip(room: &Room, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let moderator = match values.get("how") {
        "owner" => Some(ModeratorChoice::Owner),
        "person" => reader.needed("moderator", values.get("moderator"), Problem::Choice).map(ModeratorChoice::Person),
        _ => Some(ModeratorChoice::AsItIs),
    };
    let quiet = quiet(&mut reader, values);
    let rules = Some(values.get("rules").trim().to_owned()).filter(|rules| !rules.is_empty());
    let moderator = reader.finish(moderator)?;
    Ok(Command::from(EquipChats { clause: clause!("4.3"), chats: in_use(room), moderator, quiet, rules }))
}
