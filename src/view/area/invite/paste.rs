//! Links as the platform gave them, pasted one by one or as a list: in the order of the drafts, or «ФИО; ссылка».

use std::collections::BTreeMap;

use super::{issue, place, shown};
use crate::clause;
use crate::domain::invite_act::{GiveLinks, read_link};
use crate::domain::words::fold;
use crate::domain::{Command, Invite, InviteId, InviteState};
use crate::text::{invite as words, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Cell, Column, ColumnKind, Row, Section, Table, Tone};
use crate::view::room::Room;

/// What a line of the list came to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    /// A link for this invite.
    For(InviteId, String),
    /// It is no link.
    NotALink,
    /// Nobody of those who wait has the name, or several have it.
    NoName(String),
    /// There are more links than drafts.
    TooMany,
}

/// The drafts that wait for a link: the pointed-at one, the chosen ones, or all that the filters leave.
fn drafts<'a>(room: &Room<'a>, id: Option<InviteId>) -> Vec<&'a Invite> {
    if let Some(id) = id {
        return room.school.invites().get(&id).map(AsRef::as_ref).into_iter().collect();
    }
    let is_draft = |invite: &&Invite| invite.state == InviteState::Draft;
    let mut drafts: Vec<&Invite> = if room.chosen.is_empty() {
        shown(room).filter(is_draft).collect()
    } else {
        place::chosen(room).filter(is_draft).collect()
    };
    let name = |invite: &Invite| room.school.people().get(invite.addressees.first()?).map(|person| &person.name);
    let label = |invite: &Invite| words::place(room.lang, room.school, invite.target);
    drafts.sort_by_cached_key(|invite| (label(invite), invite.target));
    // Within a place by name, as the list that was printed.
    drafts.sort_by(|a, b| a.target.cmp(&b.target).then_with(|| name(a).cmp(&name(b))));
    drafts
}

/// Reads the list line by line.
fn lines(room: &Room, drafts: &[&Invite], text: &str) -> Vec<(String, Line)> {
    let mut by_name: BTreeMap<String, Vec<InviteId>> = BTreeMap::new();
    for draft in drafts {
        for person in draft.addressees.iter().filter_map(|id| room.school.people().get(id)) {
            let short = format!("{} {}", fold(person.name.family()), fold(person.name.given()));
            for key in std::collections::BTreeSet::from([person.name.key(), short]) {
                by_name.entry(key).or_default().push(draft.id);
            }
        }
    }
    let mut free = drafts.iter().map(|draft| draft.id).collect::<Vec<_>>();
    free.reverse();
    let mut read = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, link) = match line.rsplit_once([';', '\t']) {
            Some((name, link)) => (name.trim(), link),
            None => ("", line),
        };
        let Some(link) = read_link(link) else {
            read.push((line.to_owned(), Line::NotALink));
            continue;
        };
        let found = if name.is_empty() {
            free.pop().map_or(Line::TooMany, |id| Line::For(id, link))
        } else {
            match by_name.get(&fold(name)).map(Vec::as_slice) {
                Some([one]) => Line::For(*one, link),
                _ => Line::NoName(name.to_owned()),
            }
        };
        if let Line::For(id, _) = &found {
            free.retain(|other| other != id);
        }
        read.push((line.to_owned(), found));
    }
    read
}

/// The form.
pub fn form(room: &Room, values: &Values, id: Option<InviteId>) -> Form {
    let lang = room.lang;
    let drafts = drafts(room, id);
    let read = lines(room, &drafts, values.get("links"));
    let wrong = read.iter().filter(|(_, line)| !matches!(line, Line::For(..))).count();
    let kind = if id.is_some() { FieldKind::Text } else { FieldKind::Long };
    let label = if id.is_some() { msg::invites_column_link(lang) } else { msg::invites_links_label(lang) };
    let hint = if id.is_some() { msg::invites_link_hint(lang) } else { msg::invites_links_hint(lang) };
    let links = Field::new("links", label, kind).hint(hint).required();
    let links = links.maybe(drafts.first().filter(|_| id.is_some()).map(|invite| invite.link.clone()));
    let mut fields = vec![links];
    fields.extend(issue::days(room));
    let refused = if drafts.is_empty() {
        Some(msg::invites_no_drafts(lang).to_owned())
    } else {
        (wrong > 0).then(|| msg::invites_links_wrong(lang, wrong.try_into().unwrap_or(u64::MAX)))
    };
    Form {
        title: msg::invites_paste(lang).into(),
        lead: msg::invites_paste_lead(lang).into(),
        clause: Some(clause!("2.1/6")),
        submit: String::new(),
        fields,
        preview: vec![preview(room, &drafts, &read)],
        refused,
    }
}

/// Which link goes to whom; the drafts in their order while nothing was pasted.
fn preview(room: &Room, drafts: &[&Invite], read: &[(String, Line)]) -> Section {
    let lang = room.lang;
    let whom = |id: &InviteId| {
        let invite = room.school.invites().get(id);
        invite.map(|invite| {
            Cell::text(place::whom(room, invite).text).note(words::place(lang, room.school, invite.target))
        })
    };
    let rows: Vec<Row> = if read.is_empty() {
        let waiting = drafts.iter().enumerate();
        waiting
            .map(|(at, draft)| Row {
                key: at.to_string(),
                cells: vec![whom(&draft.id).unwrap_or_default(), Cell::text(msg::invites_waits(lang))],
                acts: Vec::new(),
            })
            .collect()
    } else {
        read.iter()
            .enumerate()
            .map(|(at, (text, line))| {
                let cells = match line {
                    Line::For(id, link) => vec![whom(id).unwrap_or_default(), Cell::text(link.as_str())],
                    Line::NotALink => wrong(msg::invites_line_no_link(lang), text),
                    Line::NoName(name) => wrong(&msg::invites_line_no_name(lang, name), text),
                    Line::TooMany => wrong(msg::invites_line_too_many(lang), text),
                };
                Row { key: at.to_string(), cells, acts: Vec::new() }
            })
            .collect()
    };
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let table = Table {
        name: msg::invites_preview_file(lang).into(),
        columns: vec![column(msg::invites_column_whom(lang)), column(msg::invites_column_link(lang))],
        rows,
        bulk: Vec::new(),
        empty: msg::invites_no_drafts(lang).into(),
    };
    Section::new("preview", msg::invites_links_preview(lang), Body::Table(table))
}

fn wrong(reason: &str, line: &str) -> Vec<Cell> {
    vec![Cell::badge(reason, Tone::Error), Cell::text(line)]
}

/// Reads the form: all lines or none.
pub fn command(room: &Room, values: &Values, id: Option<InviteId>) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let text = values.get("links");
    if text.trim().is_empty() {
        reader.fault("links", Problem::Empty);
    }
    let (day, last) = issue::read_days(&mut reader, values);
    let read = lines(room, &drafts(room, id), text);
    let count = read.len();
    let links: Vec<_> = read
        .into_iter()
        .filter_map(|(_, line)| if let Line::For(id, link) = line { Some((id, link)) } else { None })
        .collect();
    if links.len() < count {
        reader.fault("links", Problem::Link);
    }
    reader.finish(day.map(|on| GiveLinks { links, on, expires_on: last }.into()))
}
