//! The board: a lane for each state.

use std::collections::BTreeMap;

use super::{Ask, ledger, place, shown};
use crate::domain::Invite;
use crate::text::{date, invite as words, msg};
use crate::view::page::{Body, Button, Card, Lane, Section};
use crate::view::room::Room;
use crate::view::route::Route;

/// The board, or what to do where there is nothing yet.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    if room.school.invites().is_empty() {
        let acts = vec![
            Button::new("first-issue", msg::invites_issue(lang), Ask::Issue(None)).primary(),
            Button::new(
                "see-waiting",
                msg::invites_tab_waiting(lang),
                crate::view::page::Does::Go(room.query.with("tab", "waiting").address(&Route::Invites)),
            ),
        ];
        let (title, text) = (msg::invites_none(lang).into(), msg::invites_none_text(lang).into());
        return vec![Section::new("none", "", Body::Empty { title, text, acts })];
    }
    let mut lanes: BTreeMap<&str, Vec<&Invite>> = BTreeMap::new();
    for invite in shown(room) {
        lanes.entry(ledger::state_key(&invite.state)).or_default().push(invite);
    }
    let lanes = ledger::STATES
        .iter()
        .skip(1)
        .map(|(key, name)| {
            let mut invites = lanes.remove(key).unwrap_or_default();
            // The newest first: identities count up.
            invites.reverse();
            Lane::of(name(lang), invites, |row| card(room, row))
        })
        .collect();
    vec![Section::new("board", msg::invites_board(lang), Body::Board(lanes)).note(msg::invites_board_note(lang))]
}

fn card(room: &Room, invite: &Invite) -> Card {
    let whom = place::whom(room, invite);
    let place = words::place(room.lang, room.school, invite.target);
    let mut lines = vec![format!("{place} · {}", words::role(room.lang, invite.role))];
    lines.extend(invite.issued_on.map(|day| msg::invites_issued_on(room.lang, &date::short(day))));
    let note = ledger::state(room, invite).note;
    lines.extend(Some(note).filter(|note| !note.is_empty()));
    let acts = ledger::acts(room, invite).into_iter().take(2).map(|act| act.about(whom.text.clone())).collect();
    Card { title: whom.text, href: whom.href, badge: None, lines, clause: None, acts }
}
