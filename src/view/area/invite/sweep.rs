//! The sweep of unclaimed links: candidates with their reasons, and one act that revokes them (2.1/12).

use std::collections::{BTreeMap, BTreeSet};

use super::{Ask, place};
use crate::clause;
use crate::domain::{
    Command, InviteId, InviteState, InviteTarget, Leave, LocalAct, LocalActId, LocalActKind, PersonId, Settings,
};
use crate::plan::invite::{Candidate, SweepInvites, administrators, candidates};
use crate::plan::leave::office;
use crate::text::{self, date, invite as words, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Row, Section, Table};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// The candidates within the scope of the address.
fn within(room: &Room) -> Vec<Candidate> {
    let scope = room.query.get("scope");
    let mut found = candidates(room.school, room.index);
    found.retain(|row| match room.school.invites().get(&row.invite).map(|invite| invite.target) {
        Some(InviteTarget::Class(_)) => scope != "chats",
        Some(InviteTarget::Chat(_)) => scope != "classes",
        None => false,
    });
    found
}

fn reasons(room: &Room, candidate: &Candidate) -> String {
    candidate.reasons.iter().map(|reason| words::unclaimed(room.lang, *reason)).collect::<Vec<_>>().join("; ")
}

/// The preview of the sweep, and the acts of sweeps before.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let days = u64::from(Settings::of(room.school).unclaimed_days);
    let found = within(room);
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let rows: Vec<Row> = found
        .iter()
        .filter_map(|candidate| {
            let invite = room.school.invites().get(&candidate.invite)?;
            Some(Row {
                key: invite.id.to_string(),
                cells: vec![
                    place::whom(room, invite),
                    place::cell(room, invite.target),
                    Cell::text(words::role(lang, invite.role)),
                    Cell::day(invite.issued_on),
                    Cell::text(reasons(room, candidate)),
                ],
                acts: vec![Button::new("revoke", msg::invites_revoke(lang), Ask::Revoke(invite.id)).danger()],
            })
        })
        .collect();
    let acts = if rows.is_empty() {
        Vec::new()
    } else {
        let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        vec![Button::new("sweep", msg::invites_sweep_all(lang, count), Ask::Sweep).primary()]
    };
    let body = if rows.is_empty() {
        let (title, text) = (msg::invites_sweep_none(lang).into(), msg::invites_sweep_none_text(lang, days));
        Body::Empty { title, text, acts: Vec::new() }
    } else {
        Body::Table(Table {
            name: msg::invites_sweep_file(lang).into(),
            columns: vec![
                column(msg::invites_column_whom(lang), ColumnKind::Text),
                column(msg::invites_column_place(lang), ColumnKind::Text),
                column(msg::invites_column_role(lang), ColumnKind::Text),
                column(msg::invites_column_issued(lang), ColumnKind::Day),
                column(msg::invites_column_reasons(lang), ColumnKind::Text),
            ],
            rows,
            bulk: vec![Button::new("bulk-sweep", msg::invites_sweep_chosen(lang), Ask::Sweep).danger()],
            empty: String::new(),
        })
    };
    let sweep = Section::new("sweep", msg::invites_tab_sweep(lang), body)
        .note(msg::invites_sweep_note(lang, days))
        .clause(clause!("2.1/12"))
        .acts(acts);
    std::iter::once(sweep).chain(past(room)).collect()
}

/// Acts that revoked invites, the newest first.
fn past(room: &Room) -> Option<Section> {
    let lang = room.lang;
    let mut counts: BTreeMap<LocalActId, u64> = BTreeMap::new();
    for invite in room.school.invites().values() {
        if let InviteState::Revoked { act: Some(act), .. } = invite.state {
            *counts.entry(act).or_default() += 1;
        }
    }
    if counts.is_empty() {
        return None;
    }
    let mut acts: Vec<(&LocalAct, u64)> =
        counts.iter().filter_map(|(id, count)| Some((room.school.acts().get(id)?.as_ref(), *count))).collect();
    acts.sort_by_key(|(act, _)| std::cmp::Reverse((act.date, act.id)));
    let rows = acts
        .into_iter()
        .map(|(act, count)| Row {
            key: act.id.to_string(),
            cells: vec![
                Cell::text(msg::invites_act_number(lang, &act.number)),
                Cell::day(Some(act.date)),
                Cell::text(act.title.as_str()),
                act.signer.map_or_else(Cell::default, |id| Cell::link(room.school.person_name(id), Route::Person(id))),
                Cell::number(count),
            ],
            acts: Vec::new(),
        })
        .collect();
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::invites_acts_file(lang).into(),
        columns: vec![
            column(msg::invites_column_act(lang), ColumnKind::Text),
            column(msg::invites_day(lang), ColumnKind::Day),
            column(msg::invites_act_title(lang), ColumnKind::Text),
            column(msg::invites_act_signer(lang), ColumnKind::Text),
            column(msg::invites_act_count(lang), ColumnKind::Number),
        ],
        rows,
        bulk: Vec::new(),
        empty: String::new(),
    };
    Some(Section::new("acts", msg::invites_acts(lang), Body::Table(table)))
}

/// The candidates that the act is about: the chosen rows, or all.
fn meant(room: &Room) -> Vec<Candidate> {
    let mut found = within(room);
    if !room.chosen.is_empty() {
        let chosen: BTreeSet<InviteId> = room.chosen.iter().filter_map(|key| key.parse().ok()).collect();
        found.retain(|row| chosen.contains(&row.invite));
    }
    found
}

fn leaves(room: &Room, meant: &[Candidate], by: PersonId) -> Vec<Leave> {
    // One question for each kind of place: the administrator sweeps all classes, or none.
    let mut seen = BTreeSet::new();
    meant
        .iter()
        .filter_map(|row| room.school.invites().get(&row.invite))
        .filter(|invite| match invite.target {
            InviteTarget::Class(_) => seen.insert(None),
            InviteTarget::Chat(id) => seen.insert(Some(id)),
        })
        .map(|invite| office::to_revoke(room.school, room.regulation, by, invite.target, room.index.day))
        .collect()
}

/// The next number of an act in the year of the planning day.
fn next_number(room: &Room) -> u32 {
    use chrono::Datelike;
    let year = room.index.day.year();
    let acts = room.school.acts().values().filter(|act| act.kind == LocalActKind::Act && act.date.year() == year);
    acts.filter_map(|act| act.number.parse::<u32>().ok()).max().unwrap_or(0) + 1
}

/// The form.
pub fn form(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let meant = meant(room);
    let signers = administrators(room.school, room.index);
    let by = values.typed("signer").and_then(|text| text.parse().ok()).or_else(|| signers.first().copied());
    let refused = match by {
        _ if meant.is_empty() => Some(msg::invites_sweep_none(lang).to_owned()),
        None => Some(msg::invites_no_revoker(lang).to_owned()),
        Some(by) => leaves(room, &meant, by)
            .iter()
            .find_map(|leave| leave.as_ref().err())
            .map(|refusal| text::refusal::sentence(lang, refusal)),
    };
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for candidate in &meant {
        *counts.entry(reasons(room, candidate)).or_default() += 1;
    }
    let lines = counts.iter().map(|(reason, count)| format!("{count} — {reason}")).collect();
    Form {
        title: msg::invites_sweep_title(lang).into(),
        lead: msg::invites_sweep_lead(lang).into(),
        clause: Some(clause!("2.1/12")),
        submit: msg::invites_sweep_submit(lang, meant.len().try_into().unwrap_or(u64::MAX)),
        fields: vec![
            Field::new("number", msg::invites_act_number_label(lang), FieldKind::Text)
                .required()
                .value(next_number(room)),
            Field::new("day", msg::invites_day(lang), FieldKind::Day).required().value(room.index.day),
            Field::new("title", msg::invites_act_title(lang), FieldKind::Text)
                .required()
                .value(msg::invites_act_title_default(lang, &date::short(room.index.day))),
            Field::new("signer", msg::invites_act_signer(lang), FieldKind::Choice(place::people(room, signers)))
                .required()
                .maybe(by),
        ],
        preview: vec![Section::new("preview", msg::invites_sweep_preview(lang), Body::Prose(lines))],
        refused,
    }
}

/// Reads the form.
pub fn command(room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let number = reader.required("number", values.get("number"));
    let title = reader.required("title", values.get("title"));
    let day = reader.needed_day("day", values.get("day"));
    let signer: Option<PersonId> = reader.needed("signer", values.get("signer"), Problem::Choice);
    let meant = meant(room);
    reader.finish(day.zip(signer).map(|(date, signer)| {
        let act =
            LocalAct { id: making.ids.fresh(), kind: LocalActKind::Act, number, date, title, signer: Some(signer) };
        let rows = meant.iter().map(|row| (row.invite, reasons(room, row))).collect();
        SweepInvites { leaves: leaves(room, &meant, signer), act, rows }.into()
    }))
}
