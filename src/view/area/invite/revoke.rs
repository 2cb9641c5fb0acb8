//! Revoking one invite with a reason (2.1/12).

use std::collections::BTreeSet;

use super::place;
use crate::clause;
use crate::domain::{Command, Invite, InviteId, InviteTarget, Leave, PersonId};
use crate::plan::invite::{RevokeInvite, administrators};
use crate::plan::leave::office;
use crate::text::{self, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::Room;

/// Who may revoke: administrators, and for a chat whoever issued it or owns the chat.
fn revokers(room: &Room, invite: &Invite) -> Vec<PersonId> {
    let mut people = administrators(room.school, room.index);
    if let InviteTarget::Chat(id) = invite.target {
        people.extend(invite.issued_by);
        people.extend(room.school.chats().get(&id).and_then(|chat| chat.owner));
    }
    let mut seen = BTreeSet::new();
    people.retain(|person| seen.insert(*person) && leave(room, invite, *person).is_ok());
    people
}

fn leave(room: &Room, invite: &Invite, by: PersonId) -> Leave {
    office::to_revoke(room.school, room.regulation, by, invite.target, room.index.day)
}

/// The form.
pub fn form(room: &Room, values: &Values, id: InviteId) -> Form {
    let lang = room.lang;
    let title = msg::invites_revoke(lang).to_owned();
    let Some(invite) = room.school.invites().get(&id) else { return Form { title, ..Form::default() } };
    let revokers = revokers(room, invite);
    let by = values.typed("by").and_then(|text| text.parse().ok()).or_else(|| revokers.first().copied());
    let refused = match by {
        None => Some(msg::invites_no_revoker(lang).to_owned()),
        Some(by) => leave(room, invite, by).err().map(|refusal| text::refusal::sentence(lang, &refusal)),
    };
    let people = FieldKind::Choice(place::people(room, revokers));
    Form {
        title,
        lead: msg::invites_revoke_lead(lang).into(),
        clause: Some(clause!("2.1/12")),
        submit: msg::invites_revoke(lang).into(),
        fields: vec![
            Field::new("reason", msg::invites_reason(lang), FieldKind::Text).required(),
            Field::new("by", msg::invites_revoked_by(lang), people).required().maybe(by),
            Field::new("day", msg::invites_day(lang), FieldKind::Day).required().value(room.index.day),
        ],
        preview: Vec::new(),
        refused,
    }
}

/// Reads the form.
pub fn command(room: &Room, values: &Values, id: InviteId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let reason = reader.required("reason", values.get("reason"));
    let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
    let day = reader.needed_day("day", values.get("day"));
    let invite = room.school.invites().get(&id);
    let all = by.zip(day).zip(invite);
    reader.finish(all.map(|((by, on), invite)| RevokeInvite { leave: leave(room, invite, by), id, on, reason }.into()))
}
