//! Slips with codes to be printed, cut out and handed over (2.1/6, 2.5/1, 2.7/1).

use super::{ledger, place, shown};
use crate::document::qr::Modules;
use crate::domain::{Invite, InviteState, InviteTarget, PersonId};
use crate::text::{date, invite as words, msg};
use crate::view::form::clock;
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Does, Handout, Row, Section, Table};
use crate::view::room::Room;
use crate::view::route::Route;

/// The slips of the place that was chosen, or the places that have some.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let Some(target) = place::parse(room, room.query.get("place")) else { return vec![places(room)] };
    let mut slips: Vec<Handout> =
        shown(room).filter(|invite| has_link(invite)).flat_map(|row| slips(room, row)).collect();
    slips.sort_by(|a, b| a.title.cmp(&b.title));
    let title = words::place(lang, room.school, target);
    if slips.is_empty() {
        let text = msg::invites_handouts_none_text(lang).into();
        let body = Body::Empty { title: msg::invites_handouts_none(lang).into(), text, acts: Vec::new() };
        return vec![Section::new("handouts", title, body)];
    }
    vec![
        Section::new("handouts", title, Body::Handouts(slips))
            .note(msg::invites_handouts_note(lang))
            .acts(vec![Button::new("print", msg::invites_print(lang), Does::Print).primary()]),
    ]
}

fn has_link(invite: &Invite) -> bool {
    matches!(invite.state, InviteState::Issued | InviteState::Sent) && !invite.link.is_empty()
}

/// A slip for everybody who has not joined; one for all where nobody is named.
fn slips(room: &Room, invite: &Invite) -> Vec<Handout> {
    let Some(code) = Modules::of(&invite.link) else { return Vec::new() };
    let lines = lines(room, invite);
    let slip = |title: String| Handout { title, lines: lines.clone(), link: invite.link.clone(), code: code.clone() };
    let name = |id: PersonId| room.school.person_name(id);
    if invite.addressees.is_empty() {
        vec![slip(words::place(room.lang, room.school, invite.target))]
    } else {
        invite.waiting().map(|id| slip(name(id))).collect()
    }
}

fn lines(room: &Room, invite: &Invite) -> Vec<String> {
    let lang = room.lang;
    let place = words::place(lang, room.school, invite.target);
    let mut lines = vec![
        msg::invites_slip_place(lang, &place, &ledger::role_term(room, invite.role)),
        msg::invites_slip_how(lang).to_owned(),
    ];
    lines.extend(invite.expires_on.map(|last| msg::invites_valid_until(lang, &date::short(last))));
    // SPEC section 8: rules, moderator and quiet hours of a chat are printed on its invite.
    if let InviteTarget::Chat(id) = invite.target
        && let Some(chat) = room.school.chats().get(&id)
    {
        let moderator = chat.moderator.or(chat.owner).map(|id| room.school.person_name(id));
        lines.extend(moderator.map(|name| msg::invites_slip_moderator(lang, &name)));
        lines.extend(chat.quiet.map(|quiet| msg::invites_slip_quiet(lang, &clock(quiet.from), &clock(quiet.to))));
        lines.extend(Some(chat.rules.clone()).filter(|rules| !rules.is_empty()));
    }
    lines.push(msg::invites_slip_secret(lang).to_owned());
    lines
}

/// The places that have links to print.
fn places(room: &Room) -> Section {
    let lang = room.lang;
    let mut counts = std::collections::BTreeMap::<InviteTarget, u64>::new();
    for invite in room.school.invites().values().filter(|invite| has_link(invite)) {
        let people = if invite.addressees.is_empty() { 1 } else { invite.waiting().count() };
        *counts.entry(invite.target).or_default() += u64::try_from(people).unwrap_or(0);
    }
    let rows = counts
        .into_iter()
        .map(|(target, count)| {
            let href = room.query.with("place", &place::key(target)).address(&Route::Invites);
            let name = words::place(lang, room.school, target);
            Row {
                key: place::key(target),
                cells: vec![Cell::link(name, &href), Cell::number(count)],
                acts: vec![Button::new("slips", msg::invites_slips(lang), Does::Go(href))],
            }
        })
        .collect();
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::invites_tab_handouts(lang).into(),
        columns: vec![
            column(msg::invites_column_place(lang), ColumnKind::Text),
            column(msg::invites_slips(lang), ColumnKind::Number),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::invites_handouts_none_text(lang).into(),
    };
    Section::new("places", msg::invites_tab_handouts(lang), Body::Table(table)).note(msg::invites_handouts_lead(lang))
}
