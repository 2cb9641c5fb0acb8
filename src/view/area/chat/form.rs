//! The forms of chats: which one is asked, and what they have in common.

mod change;
mod choose;
mod create;
mod member;
mod other;
mod reconcile;
mod turn;

use std::collections::BTreeSet;

use super::Ask;
use crate::domain::{Chat, ChatId, Command, PersonId, QuietHours};
use crate::text::msg;
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values, clock, minutes};
use crate::view::room::{Making, Room};

pub use reconcile::expected_in_class;

/// The form that is asked for.
pub fn form(ask: &Ask, room: &Room, values: &Values) -> Form {
    match ask {
        Ask::Create(rule, scope) => create::one(room, rule, scope),
        Ask::CreateChosen => create::chosen(room, values),
        Ask::Excuse(rule, scope) => create::excuse(room, room.plan.of_scope(rule, scope).into_iter().collect()),
        Ask::ExcuseChosen => create::excuse(room, super::key::chosen(room)),
        Ask::Change(id) => on_chat(room, *id, |chat| change::form(room, chat)),
        Ask::EquipChosen => change::equip(room, values),
        Ask::Turn(id, turn) => turn::form(room, *turn, &[*id]),
        Ask::TurnChosen(turn) => turn::form(room, *turn, &super::key::chosen_records(room)),
        Ask::Other(rule) => other::form(room, rule, values),
        Ask::Include(id) => on_chat(room, *id, |chat| member::include(room, chat)),
        Ask::Exclude(id) => on_chat(room, *id, |chat| member::exclude(room, chat)),
        Ask::Reconcile(id) => on_chat(room, *id, |chat| reconcile::chat(room, chat, values)),
        Ask::ReconcileClass(class) => reconcile::class(room, *class, values),
        Ask::Choose => choose::form(room, values),
    }
}

/// Reads a form into its command.
pub fn command(ask: &Ask, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    match ask {
        Ask::Create(rule, scope) => create::read_one(room, rule, scope, values, making),
        Ask::CreateChosen => create::read_chosen(room, values, making),
        Ask::Excuse(rule, scope) => {
            create::read_excuse(room, &room.plan.of_scope(rule, scope).into_iter().collect::<Vec<_>>(), values, making)
        }
        Ask::ExcuseChosen => create::read_excuse(room, &super::key::chosen(room), values, making),
        Ask::Change(id) => change::read(room, *id, values),
        Ask::EquipChosen => change::read_equip(room, values),
        Ask::Turn(id, turn) => turn::read(room, *turn, &[*id], values),
        Ask::TurnChosen(turn) => turn::read(room, *turn, &super::key::chosen_records(room), values),
        Ask::Other(rule) => other::read(room, rule, values, making),
        Ask::Include(id) => member::read(room, *id, crate::plan::chat::ExceptionKind::Include, values),
        Ask::Exclude(id) => member::read(room, *id, crate::plan::chat::ExceptionKind::Exclude, values),
        Ask::Reconcile(id) => reconcile::read_chat(room, *id, values),
        Ask::ReconcileClass(class) => reconcile::read_class(room, *class, values, making),
        Ask::Choose => choose::read(values),
    }
}

/// The form of a chat; a chat that is gone says so.
fn on_chat(room: &Room, id: ChatId, form: impl FnOnce(&Chat) -> Form) -> Form {
    match room.school.chats().get(&id) {
        Some(chat) => form(chat),
        None => {
            let text = msg::chats_gone_text(room.lang).to_owned();
            Form { title: msg::chats_gone_title(room.lang).to_owned(), refused: Some(text), ..Form::default() }
        }
    }
}

/// What was typed into a field, or what it begins with.
fn typed<'a>(values: &'a Values, id: &str, begins: &'a str) -> &'a str {
    values.typed(id).unwrap_or(begins)
}

/// Everybody of the staff, by name.
fn staff(room: &Room) -> Vec<Choice> {
    people(room, room.index.positions.keys().copied())
}

/// People by name, each with the class or nothing beside.
fn people(room: &Room, people: impl Iterator<Item = PersonId>) -> Vec<Choice> {
    let label = |id: PersonId| match room.index.class_of.get(&id) {
        Some(class) => format!("{} · {}", room.school.person_name(id), room.school.class_name(*class)),
        None => room.school.person_name(id),
    };
    let people: BTreeSet<PersonId> = people.collect();
    let mut choices: Vec<Choice> = people.into_iter().map(|id| (id.to_string(), label(id))).collect();
    choice::sort_by_name(&mut choices);
    choices
}

fn owner_field(room: &Room, owners: &[PersonId], owner: Option<PersonId>) -> Field {
    // Those whom the clause names come first; the matrix may give the right to others too.
    let first = people(room, owners.iter().copied());
    let rest = staff(room).into_iter().filter(|choice| !first.contains(choice)).collect::<Vec<_>>();
    let kind = FieldKind::Search(first.iter().cloned().chain(rest).collect());
    Field::new("owner", msg::chats_field_owner(room.lang), kind).maybe(owner).required()
}

fn moderator_field(room: &Room, moderator: Option<PersonId>) -> Field {
    let label = msg::chats_field_moderator(room.lang);
    let hint = msg::chats_field_moderator_hint(room.lang);
    Field::new("moderator", label, FieldKind::Search(staff(room))).maybe(moderator).hint(hint)
}

fn day_field(room: &Room, label: &str) -> Field {
    Field::new("on", label, FieldKind::Day).value(room.context.today).required()
}

fn quiet_fields(room: &Room, quiet: Option<QuietHours>) -> [Field; 2] {
    let lang = room.lang;
    let time = |id, label: &str, at: Option<u16>| Field::new(id, label, FieldKind::Time).maybe(at.map(clock));
    [
        time("quiet-from", msg::chats_field_quiet_from(lang), quiet.map(|quiet| quiet.from))
            .hint(msg::chats_field_quiet_hint(lang)),
        time("quiet-to", msg::chats_field_quiet_to(lang), quiet.map(|quiet| quiet.to)),
    ]
}

fn rules_field(room: &Room, rules: &str) -> Field {
    let label = msg::chats_field_rules(room.lang);
    Field::new("rules", label, FieldKind::Long).value(rules).hint(msg::chats_field_rules_hint(room.lang))
}

fn link_field(room: &Room, link: &str) -> Field {
    Field::new("link", msg::chats_field_link(room.lang), FieldKind::Text).value(link)
}

/// Reads quiet hours: both ends, or none.
fn quiet(reader: &mut Reader, values: &Values) -> Option<QuietHours> {
    let (from, to) = (values.get("quiet-from").trim(), values.get("quiet-to").trim());
    if from.is_empty() && to.is_empty() {
        return None;
    }
    let mut read = |field, text| {
        let time = minutes(text);
        if time.is_none() {
            reader.fault(field, Problem::Time);
        }
        time
    };
    let (from, to) = (read("quiet-from", from), read("quiet-to", to));
    Some(QuietHours { from: from?, to: to? })
}
