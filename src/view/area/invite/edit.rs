//! Term, limit and note of an invite that is open.

use crate::clause;
use crate::domain::{Command, Invite, InviteId, InviteState};
use crate::text::msg;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::Room;

/// The form.
pub fn form(room: &Room, id: InviteId) -> Form {
    let lang = room.lang;
    let title = msg::invites_edit(lang).to_owned();
    let Some(invite) = room.school.invites().get(&id) else { return Form { title, ..Form::default() } };
    let mut fields = Vec::new();
    if invite.state != InviteState::Draft {
        let link = Field::new("link", msg::invites_column_link(lang), FieldKind::Text).required();
        fields.push(link.value(&invite.link).hint(msg::invites_link_hint(lang)));
        let issued = Field::new("day", msg::invites_column_issued(lang), FieldKind::Day).required();
        fields.push(issued.maybe(invite.issued_on));
        fields.push(Field::new("last", msg::invites_column_last(lang), FieldKind::Day).maybe(invite.expires_on));
    }
    let most = Field::new("most", msg::invites_most(lang), FieldKind::Number).hint(msg::invites_most_hint(lang));
    fields.push(most.maybe(invite.max_uses));
    fields.push(Field::new("note", msg::invites_note(lang), FieldKind::Text).value(&invite.note));
    Form { title, clause: Some(clause!("2.1/6")), fields, ..Form::default() }
}

/// Reads the form.
pub fn command(room: &Room, values: &Values, id: InviteId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let Some(invite) = room.school.invites().get(&id) else {
        reader.fault("note", Problem::Choice);
        return reader.finish(None);
    };
    let mut row: Invite = invite.as_ref().clone();
    if row.state != InviteState::Draft {
        let (day, last) = super::issue::read_days(&mut reader, values);
        (row.issued_on, row.expires_on) = (day, last);
        match crate::domain::invite_act::read_link(values.get("link")) {
            Some(link) => row.link = link,
            None => reader.fault("link", Problem::Link),
        }
    }
    row.max_uses = reader.number("most", values.get("most"), 1, 100_000);
    values.get("note").trim().clone_into(&mut row.note);
    reader.finish(Some(Command::Save(row.into())))
}
