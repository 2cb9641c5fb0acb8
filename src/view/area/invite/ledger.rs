//! The ledger of links: every invite that there ever was, with what became of it.

use super::{Ask, Deed, place, shown};
use crate::domain::{Invite, InviteRole, InviteState};
use crate::text::{Lang, date, invite as words, msg};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// How an address names a state, and what it is called.
type StateName = (&'static str, fn(Lang) -> &'static str);

/// The states as an address names them; `open` are the first three.
pub const STATES: [StateName; 8] = [
    ("open", msg::invites_state_open),
    ("draft", msg::invites_state_draft),
    ("issued", msg::invites_state_issued),
    ("sent", msg::invites_state_sent),
    ("closed", msg::invites_state_closed),
    ("expired", msg::invites_state_expired),
    ("revoked", msg::invites_state_revoked),
    ("superseded", msg::invites_state_superseded),
];

/// How an address names the state of an invite.
pub const fn state_key(state: &InviteState) -> &'static str {
    match state {
        InviteState::Draft => "draft",
        InviteState::Issued => "issued",
        InviteState::Sent => "sent",
        InviteState::Closed { .. } => "closed",
        InviteState::Expired { .. } => "expired",
        InviteState::Revoked { .. } => "revoked",
        InviteState::Superseded { .. } => "superseded",
    }
}

/// Whether an invite is in the state that an address names; in any where it names none.
pub fn is_of_state(key: &str, invite: &Invite) -> bool {
    key.is_empty() || (key == "open" && invite.state.is_open()) || key == state_key(&invite.state)
}

/// The table.
pub fn section(room: &Room) -> Section {
    let lang = room.lang;
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let columns = vec![
        column(msg::invites_column_whom(lang), ColumnKind::Text),
        column(msg::invites_column_place(lang), ColumnKind::Text),
        column(msg::invites_column_role(lang), ColumnKind::Text),
        column(msg::invites_column_state(lang), ColumnKind::Text),
        column(msg::invites_column_issued(lang), ColumnKind::Day),
        column(msg::invites_column_last(lang), ColumnKind::Day),
        column(msg::invites_column_sent(lang), ColumnKind::Text),
        column(msg::invites_column_used(lang), ColumnKind::Number),
        column(msg::invites_column_by(lang), ColumnKind::Text),
        column(msg::invites_column_link(lang), ColumnKind::Text),
    ];
    let rows = shown(room).map(|invite| row(room, invite)).collect();
    let bulk = vec![
        Button::new("bulk-links", msg::invites_links(lang), Ask::Links(None)),
        Button::new("bulk-hand", msg::invites_hand(lang), Ask::Hand(None)),
        Button::new("bulk-join", msg::invites_join(lang), Ask::Join(None)),
        Button::new("bulk-delete", msg::invites_delete_drafts(lang), Deed::DeleteChosen).danger(),
    ];
    let name = msg::invites_ledger_file(lang).to_owned();
    let empty = msg::invites_ledger_empty(lang).to_owned();
    Section::new("ledger", msg::invites_ledger(lang), Body::Table(Table { name, columns, rows, bulk, empty }))
        .note(msg::invites_ledger_note(lang))
        .clause(crate::clause!("2.1/6"))
}

fn row(room: &Room, invite: &Invite) -> Row {
    let lang = room.lang;
    let sent = invite.sent.last();
    let sent =
        sent.map_or_else(Cell::default, |sent| Cell::text(words::way(lang, sent.via)).note(date::short(sent.on)));
    let used = match invite.max_uses {
        Some(most) => msg::invites_used_of(lang, &most.to_string(), &invite.uses.len().to_string()),
        None => invite.uses.len().to_string(),
    };
    Row {
        key: invite.id.to_string(),
        cells: vec![
            place::whom(room, invite),
            place::cell(room, invite.target),
            Cell::text(words::role(lang, invite.role)),
            state(room, invite),
            Cell::day(invite.issued_on),
            Cell::day(invite.expires_on),
            sent,
            Cell { text: used, sort: i64::try_from(invite.uses.len()).ok(), ..Cell::default() },
            invite
                .issued_by
                .map_or_else(Cell::default, |id| Cell::link(room.school.person_name(id), Route::Person(id))),
            Cell::text(invite.link.as_str()).note(invite.note.as_str()),
        ],
        acts: acts(room, invite),
    }
}

/// The state with what explains it: the day, the reason, the act, the invite that took its place.
pub fn state(room: &Room, invite: &Invite) -> Cell {
    let lang = room.lang;
    let is_overdue = super::is_overdue(room, invite);
    let (tone, note) = match &invite.state {
        InviteState::Draft => (Tone::Plain, msg::invites_note_draft(lang).to_owned()),
        InviteState::Issued | InviteState::Sent if is_overdue => {
            (Tone::Warning, msg::invites_note_overdue(lang).to_owned())
        }
        InviteState::Issued | InviteState::Sent => (Tone::Info, String::new()),
        InviteState::Closed { on } => (Tone::Success, date::short(*on)),
        InviteState::Expired { on } => (Tone::Warning, date::short(*on)),
        InviteState::Superseded { on, .. } => (Tone::Plain, date::short(*on)),
        InviteState::Revoked { on, reason, act } => {
            let act = act.and_then(|id| room.school.acts().get(&id));
            let act = act.map(|act| msg::invites_note_act(lang, &act.number));
            let parts = [Some(date::short(*on)), act, Some(reason.clone()).filter(|reason| !reason.is_empty())];
            (Tone::Error, parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
    };
    Cell::badge(words::state(lang, &invite.state), tone).note(note)
}

/// What can be done with an invite in its state, the next step first.
pub fn acts(room: &Room, invite: &Invite) -> Vec<Button> {
    let (lang, id) = (room.lang, invite.id);
    let button = |name, label: &str, does: crate::view::page::Does| Button::new(name, label, does);
    let mut acts = Vec::new();
    match invite.state {
        InviteState::Draft => {
            acts.push(button("link", msg::invites_link(lang), Ask::Links(Some(id)).into()));
            acts.push(button("edit", msg::edit(lang), Ask::Edit(id).into()));
            acts.push(button("delete", msg::delete(lang), Deed::Delete(id).into()).danger());
        }
        InviteState::Issued | InviteState::Sent => {
            acts.push(button("hand", msg::invites_hand(lang), Ask::Hand(Some(id)).into()));
            acts.push(button("join", msg::invites_join(lang), Ask::Join(Some(id)).into()));
            acts.push(Button::new(
                "copy",
                msg::invites_copy(lang),
                crate::view::page::Does::Copy(message(room, invite)),
            ));
            acts.push(button("edit", msg::edit(lang), Ask::Edit(id).into()));
            acts.push(button("supersede", msg::invites_supersede(lang), Deed::Supersede(id).into()));
            if !invite.uses.is_empty() {
                acts.push(button("close", msg::invites_close(lang), Deed::Close(id).into()));
            }
            acts.push(button("revoke", msg::invites_revoke(lang), Ask::Revoke(id).into()).danger());
        }
        InviteState::Closed { .. }
        | InviteState::Expired { .. }
        | InviteState::Revoked { .. }
        | InviteState::Superseded { .. } => {}
    }
    acts
}

/// The words that go with a link.
fn message(room: &Room, invite: &Invite) -> String {
    let lang = room.lang;
    let place = words::place(lang, room.school, invite.target);
    let role = role_term(room, invite.role);
    let last = invite.expires_on.map(|last| msg::invites_valid_until(lang, &date::short(last)));
    let text = msg::invites_message(lang, &invite.link, &place, &role);
    last.map_or(text.clone(), |last| format!("{text} {last}"))
}

/// What the school's platform calls a role; the usual word where it was not entered.
pub fn role_term(room: &Room, role: InviteRole) -> String {
    let profile = room.school.platform().values().next();
    let term = profile.map(|profile| match role {
        InviteRole::Teacher => profile.teacher_term.clone(),
        InviteRole::Student => profile.student_term.clone(),
        InviteRole::Parent => String::new(),
    });
    term.filter(|term| !term.is_empty()).unwrap_or_else(|| words::role(room.lang, role).to_owned())
}
