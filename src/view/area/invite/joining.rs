//! Who joined by invites: those of a class or the staff room become its members at once.

use super::{hand, place};
use crate::clause;
use crate::domain::invite_act::{Use, UseInvites};
use crate::domain::{Command, Invite, InviteId, InviteTarget, PersonId};
use crate::text::msg;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::{Making, Room};

/// The form.
pub fn form(room: &Room, id: Option<InviteId>) -> Form {
    let lang = room.lang;
    let meant = hand::meant(room, id);
    let mut fields = vec![Field::new("day", msg::invites_day(lang), FieldKind::Day).required().value(room.index.day)];
    if let (Some(_), [invite]) = (id, meant.as_slice()) {
        fields.extend(who(room, invite));
    }
    let joins_class = meant.iter().any(|invite| matches!(invite.target, InviteTarget::Class(_)));
    let note = if joins_class { msg::invites_join_class(lang) } else { msg::invites_join_chat(lang) };
    Form {
        title: msg::invites_join(lang).into(),
        lead: format!("{} {note}", msg::invites_join_lead(lang, meant.len().try_into().unwrap_or(u64::MAX))),
        clause: Some(clause!("2.1/6")),
        fields,
        refused: meant.is_empty().then(|| msg::invites_none_with_link(lang).to_owned()),
        ..Form::default()
    }
}

/// One addressee needs no question; of several it is asked who; where none is named, how many.
fn who(room: &Room, invite: &Invite) -> Option<Field> {
    let lang = room.lang;
    let waiting: Vec<PersonId> = invite.waiting().collect();
    match (invite.addressees.len(), waiting.as_slice()) {
        (0, _) => {
            let people = crate::plan::invite::expected(room.school, room.index, room.plan, invite.target, invite.role);
            let known: Vec<_> = invite.uses.iter().filter_map(|used| used.person).collect();
            let people = people.into_iter().filter(|id| !known.contains(id));
            let kind = FieldKind::Many(place::people(room, people));
            Some(Field::new("people", msg::invites_who(lang), kind).hint(msg::invites_who_hint(lang)))
        }
        (1, _) => None,
        _ => {
            let kind = FieldKind::Many(place::people(room, waiting));
            Some(Field::new("people", msg::invites_who(lang), kind).required())
        }
    }
}

/// Reads the form.
pub fn command(room: &Room, values: &Values, id: Option<InviteId>, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    let meant = hand::meant(room, id);
    let mut uses = Vec::new();
    for invite in meant {
        let people: Vec<PersonId> = match (id, invite.addressees.len()) {
            (None, _) | (_, 1) => invite.waiting().collect(),
            _ => values.many("people").collect(),
        };
        if people.is_empty() && invite.addressees.is_empty() {
            // Somebody joined, and nobody knows who.
            uses.push(Use { invite: invite.id, person: None, membership: making.ids.fresh() });
        }
        uses.extend(people.into_iter().map(|person| Use {
            invite: invite.id,
            person: Some(person),
            membership: making.ids.fresh(),
        }));
    }
    if uses.is_empty() {
        reader.fault("people", Problem::Choice);
    }
    reader.finish(day.map(|on| UseInvites { uses, on }.into()))
}
