//! The rights of section 3 by role, with what they lead to, and everybody's own sheet of rights and duties.

use crate::clause;
use crate::domain::words::fold;
use crate::regulation::{Interpretations, Verdict, decide_role};
use crate::text::{decision, msg};
use crate::view::page::{Body, Button, Card, Cell, Column, ColumnKind, Does, Fact, Page, Row, Section, Table, Tone};
use crate::view::room::{Query, Room};
use crate::view::route::Route;
use crate::view::school::platform;

/// Fills the page with the rights.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    page.clause = Some(clause!("3.1"));
    page.sections = vec![
        Section::new("links", msg::rights_links(lang), Body::Facts(links(room)))
            .note(msg::rights_links_note(lang))
            .clause(clause!("3.2"))
            .acts(link_acts(room)),
        Section::new("rights", msg::rights_by_role(lang), Body::Cards(cards(room)))
            .note(msg::rights_by_role_note(lang)),
        Section::new("personal", msg::rights_personal(lang), Body::Table(personal(room)))
            .note(msg::rights_personal_note(lang)),
    ];
}

/// Where everybody may write and read: of the school's platform, else of the text.
fn places(room: &Room) -> (String, String) {
    let (profile, terms) = (platform(room.school), &room.regulation.edition().platform);
    let mail = profile.support_email.map_or_else(|| terms.support_email.clone(), |email| email.to_string());
    let site = if profile.help_site.is_empty() { terms.help_site.clone() } else { profile.help_site };
    (mail, site)
}

fn links(room: &Room) -> Vec<Fact> {
    let (mail, site) = places(room);
    vec![
        Fact::new(msg::rights_support(room.lang), Cell::text(mail)),
        Fact::new(msg::rights_help_site(room.lang), Cell::text(site)),
    ]
}

fn link_acts(room: &Room) -> Vec<Button> {
    let (mail, site) = places(room);
    let lang = room.lang;
    vec![
        Button::new("mail-support", msg::rights_write_support(lang), Does::Mail(format!("mailto:{mail}"))),
        Button::new("open-help", msg::rights_open_help(lang), Does::Go(format!("https://{site}"))),
    ]
}

/// A card for each role with its rights; a role without any is told so.
fn cards(room: &Room) -> Vec<Card> {
    let lang = room.lang;
    let interpretations = Interpretations::of(room.school, room.index.day);
    room.regulation
        .roles()
        .iter()
        .map(|role| {
            let rights = room.regulation.actions().iter().filter_map(|action| {
                let decision = decide_role(room.regulation, &interpretations, &role.id, action.number)?;
                let cell = action.cell(&role.id)?;
                let is_right = decision.verdict == Verdict::Right
                    || (decision.permitted && cell.clauses.iter().any(|clause| clause.section() == 3));
                is_right.then(|| {
                    let clauses = decision::clause_list(&cell.clauses);
                    msg::rights_line(lang, &clauses, decision::said(lang, &action.name))
                })
            });
            let lines: Vec<String> = rights.collect();
            Card {
                title: decision::role_title(lang, room.regulation, &role.id),
                href: None,
                badge: Some((msg::rights_count(lang, lines.len() as u64), Tone::Info)),
                lines,
                clause: None,
                acts: Vec::new(),
            }
        })
        .collect()
}

/// The staff with links to their own sheets; students and parents are reached from their cards.
fn personal(room: &Room) -> Table {
    let lang = room.lang;
    let mut staff: Vec<(String, _)> =
        room.index.positions.keys().map(|id| (room.school.person_name(*id), *id)).collect();
    staff.sort_by_cached_key(|(name, _)| fold(name));
    let rows = staff.into_iter().map(|(name, id)| {
        let posts = room.index.positions.get(&id).into_iter().flatten();
        let posts: Vec<&str> =
            posts.filter_map(|id| room.school.positions().get(id)).map(|post| post.title.as_str()).collect();
        let person = id.to_string();
        let sheet = Query::from([("form", "sheet-rights"), ("person", &person)]).address(&Route::Documents);
        Row {
            key: person,
            cells: vec![
                Cell::link(name, Route::Person(id)),
                Cell::text(posts.join(", ")),
                Cell::link(msg::rights_what_may(lang), Route::RolesOf(id)),
                Cell::link(msg::rights_sheet(lang), sheet),
            ],
            acts: Vec::new(),
        }
    });
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    Table {
        name: msg::rights_personal(lang).into(),
        columns: vec![
            column(msg::rights_name(lang)),
            column(msg::rights_post(lang)),
            column(msg::rights_may_column(lang)),
            column(msg::rights_sheet_column(lang)),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::rights_no_staff(lang).into(),
    }
}
