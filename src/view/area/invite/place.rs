//! Places of invites: how an address names them, what they are called, which there are.

use crate::domain::{Invite, InviteId, InviteRole, InviteTarget, PersonId};
use crate::text;
use crate::text::invite::place as place_name;
use crate::view::choice;
use crate::view::form::Choice;
use crate::view::page::Cell;
use crate::view::room::Room;
use crate::view::route::Route;

/// How an address and a form name a place.
pub fn key(target: InviteTarget) -> String {
    match target {
        InviteTarget::Class(id) => format!("class:{id}"),
        InviteTarget::Chat(id) => format!("chat:{id}"),
    }
}

/// The place of a name; none where there is no such place.
pub fn parse(room: &Room, text: &str) -> Option<InviteTarget> {
    match text.split_once(':')? {
        ("class", id) => id.parse().ok().filter(|id| room.school.classes().contains_key(id)).map(InviteTarget::Class),
        ("chat", id) => id.parse().ok().filter(|id| room.school.chats().contains_key(id)).map(InviteTarget::Chat),
        _ => None,
    }
}

/// The screen of a place.
pub fn route(target: InviteTarget) -> Route {
    match target {
        InviteTarget::Class(id) => Route::Class(id),
        InviteTarget::Chat(id) => Route::Chat(id),
    }
}

/// A place as a link.
pub fn cell(room: &Room, target: InviteTarget) -> Cell {
    Cell::link(place_name(room.lang, room.school, target), route(target))
}

/// The staff room, the classes of the year, the chats by name.
pub fn choices(room: &Room) -> Vec<Choice> {
    let named = |target| (key(target), place_name(room.lang, room.school, target));
    let classes = room.index.staff_room.into_iter().chain(room.index.classes.iter().copied());
    let mut all: Vec<Choice> = classes.map(|id| named(InviteTarget::Class(id))).collect();
    let live = room.school.chats().values().filter(|chat| chat.state.is_live());
    let mut chats: Vec<Choice> = live.map(|chat| named(InviteTarget::Chat(chat.id))).collect();
    choice::sort_by_name(&mut chats);
    all.extend(chats);
    all
}

/// The roles that a place takes, the usual one first.
pub fn roles(room: &Room, target: InviteTarget) -> &'static [InviteRole] {
    match target {
        InviteTarget::Class(id) if Some(id) == room.index.staff_room => &[InviteRole::Teacher],
        // 2.1/6: a class takes students and teachers; 2.7/1: never parents.
        InviteTarget::Class(_) => &[InviteRole::Student, InviteRole::Teacher],
        InviteTarget::Chat(_) => &[InviteRole::Student, InviteRole::Parent, InviteRole::Teacher],
    }
}

/// How an address and a form name a role.
pub const fn role_key(role: InviteRole) -> &'static str {
    match role {
        InviteRole::Teacher => "teacher",
        InviteRole::Student => "student",
        InviteRole::Parent => "parent",
    }
}

/// The role of a name.
pub fn role(text: &str) -> Option<InviteRole> {
    [InviteRole::Teacher, InviteRole::Student, InviteRole::Parent].into_iter().find(|role| role_key(*role) == text)
}

/// Names of people as choices, in their order.
pub fn people(room: &Room, people: impl IntoIterator<Item = PersonId>) -> Vec<Choice> {
    people.into_iter().map(|id| (id.to_string(), room.school.person_name(id))).collect()
}

/// For whom an invite is: a name with its screen, or how many.
pub fn whom(room: &Room, invite: &Invite) -> Cell {
    let mut addressees = invite.addressees.iter();
    match (addressees.next(), addressees.next()) {
        (Some(one), None) => Cell::link(room.school.person_name(*one), Route::Person(*one)),
        (None, _) => Cell::text(text::msg::invites_for_all(room.lang)),
        (Some(_), Some(_)) => {
            Cell::text(text::msg::invites_for_several(room.lang, u64::try_from(invite.addressees.len()).unwrap_or(0)))
        }
    }
}

/// The invites whose rows are chosen.
pub fn chosen<'a>(room: &Room<'a>) -> impl Iterator<Item = &'a Invite> + use<'a> {
    let (school, chosen) = (room.school, room.chosen);
    chosen
        .iter()
        .filter_map(|key| key.parse::<InviteId>().ok())
        .filter_map(|id| school.invites().get(&id))
        .map(AsRef::as_ref)
}
