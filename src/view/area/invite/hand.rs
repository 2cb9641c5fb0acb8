//! How invites were handed over: when, how, to whom.

use super::place;
use crate::clause;
use crate::domain::invite_act::HandOver;
use crate::domain::{Command, Invite, InviteId, InviteState, SendingWay};
use crate::text::{invite as words, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::Room;

const WAYS: [(&str, SendingWay); 6] = [
    ("in-person", SendingWay::InPerson),
    ("paper", SendingWay::Paper),
    ("email", SendingWay::Email),
    ("message", SendingWay::Message),
    ("journal", SendingWay::Journal),
    ("other", SendingWay::Other),
];

/// The pointed-at invite, or the chosen ones that have a link.
pub fn meant<'a>(room: &Room<'a>, id: Option<InviteId>) -> Vec<&'a Invite> {
    let has_link = |invite: &&Invite| matches!(invite.state, InviteState::Issued | InviteState::Sent);
    match id {
        Some(id) => room.school.invites().get(&id).map(AsRef::as_ref).into_iter().collect(),
        None => place::chosen(room).filter(has_link).collect(),
    }
}

/// The form.
pub fn form(room: &Room, id: Option<InviteId>) -> Form {
    let lang = room.lang;
    let meant = meant(room, id);
    let ways = WAYS.iter().map(|(key, way)| ((*key).to_owned(), words::way(lang, *way).to_owned())).collect();
    // To the person, or to whoever passes it on: the class teacher, a parent.
    let mut people = place::people(room, room.index.positions.keys().copied());
    if let [invite] = meant.as_slice() {
        people.extend(place::people(room, invite.addressees.iter().copied()));
        let parents = invite.addressees.iter().filter_map(|id| room.index.parents.get(id)).flatten();
        people.extend(place::people(room, parents.map(|(parent, _)| *parent)));
    }
    choice::sort_by_name(&mut people);
    people.dedup();
    Form {
        title: msg::invites_hand(lang).into(),
        lead: msg::invites_hand_lead(lang, meant.len().try_into().unwrap_or(u64::MAX)),
        clause: Some(clause!("2.1/6")),
        fields: vec![
            Field::new("day", msg::invites_day(lang), FieldKind::Day).required().value(room.index.day),
            Field::new("via", msg::invites_via(lang), FieldKind::Choice(ways)).value("in-person"),
            Field::new("to", msg::invites_to(lang), FieldKind::Search(people)).hint(msg::invites_to_hint(lang)),
        ],
        refused: meant.is_empty().then(|| msg::invites_none_with_link(lang).to_owned()),
        ..Form::default()
    }
}

/// Reads the form.
pub fn command(room: &Room, values: &Values, id: Option<InviteId>) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    let via = WAYS.iter().find(|(key, _)| *key == values.get("via")).map(|(_, way)| *way);
    if via.is_none() {
        reader.fault("via", Problem::Choice);
    }
    let to = reader.optional("to", values.get("to"), Problem::Choice);
    let ids = meant(room, id).into_iter().map(|invite| invite.id).collect();
    reader.finish(day.zip(via).map(|(on, via)| HandOver { ids, on, via, to }.into()))
}
