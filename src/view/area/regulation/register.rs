//! The register of clauses: our short wording, who acts, how many actions rest on it, whether the school's text has it.

use crate::clause;
use crate::regulation::{ClauseEntry, Regulation, RoleId, of_record, own_text, record_in_force};
use crate::text::{Lang, decision, msg};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Fact, Page, Row, Section, Table, Tone};
use crate::view::register::citing;
use crate::view::room::{Query, Room};
use crate::view::route::Route;

/// The whole register.
#[must_use]
pub fn register(room: &Room) -> Page {
    let lang = room.lang;
    let go = |id, label: &str, route: Route| Button::new(id, label, route);
    Page {
        title: msg::regulation_title(lang).into(),
        lead: msg::regulation_lead(lang).into(),
        clause: Some(clause!("1.1")),
        acts: vec![
            go("editions", msg::register_editions(lang), Route::Editions),
            go("interpretations", msg::register_interpretations(lang), Route::Interpretations),
            go("compliance", msg::register_compliance(lang), Route::Compliance),
        ],
        sections: vec![
            Section::new("in-force", msg::register_in_force(lang), Body::Facts(in_force(room))).clause(clause!("4.1")),
            Section::new("clauses", msg::register_clauses(lang), Body::Table(table(room))),
        ],
        ..Page::default()
    }
}

/// Which edition is in force, and since when.
pub(super) fn in_force(room: &Room) -> Vec<Fact> {
    let lang = room.lang;
    let title = decision::said(lang, &room.regulation.edition().title);
    let Some(row) = record_in_force(room.school, room.index.day) else {
        return vec![
            Fact::new(msg::register_edition(lang), Cell::text(title)),
            Fact::new(
                msg::register_approval(lang),
                Cell::badge(msg::register_not_recorded(lang), Tone::Warning)
                    .note(msg::register_not_recorded_text(lang)),
            ),
        ];
    };
    let act = |id| {
        let act = Option::and_then(id, |id| room.school.acts().get(&id));
        act.map_or_else(|| Cell::badge(msg::register_no_paper(lang), Tone::Warning), |act| Cell::text(paper(lang, act)))
    };
    let mut facts = vec![
        Fact::new(msg::register_edition(lang), Cell::text(&row.title).note(&row.version)),
        Fact::new(msg::register_protocol(lang), act(row.protocol)),
        Fact::new(msg::register_order(lang), act(row.order)),
        Fact::new(msg::register_from(lang), Cell::day(row.from)),
    ];
    if let Err(error) = of_record(row) {
        let cell = Cell::badge(msg::register_data_broken(lang), Tone::Error);
        facts.push(Fact::new(msg::register_data(lang), cell.note(crate::text::edition::error(lang, &error))));
    }
    facts
}

/// «Приказ № 101 от 25.08.2026».
pub(super) fn paper(lang: Lang, act: &crate::domain::LocalAct) -> String {
    let date = crate::text::date::short(act.date);
    msg::order_named(lang, &date, decision::document(lang, act.kind), &act.number)
}

fn table(room: &Room) -> Table {
    let lang = room.lang;
    let text = record_in_force(room.school, room.index.day).map(|row| row.text.as_str()).unwrap_or_default();
    let own = (!text.is_empty()).then(|| own_text::split(text, room.regulation));
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let mut columns = vec![
        column(msg::regulation_number(lang), ColumnKind::Text),
        column(msg::regulation_says(lang), ColumnKind::Text),
        column(msg::register_section(lang), ColumnKind::Text),
        column(msg::regulation_actors(lang), ColumnKind::Text),
        column(msg::regulation_actions(lang), ColumnKind::Number),
    ];
    if own.is_some() {
        columns.push(column(msg::register_own_text(lang), ColumnKind::Text));
    }
    let rows = room.regulation.clauses().enumerate().map(|(at, (section, entry))| {
        let title = decision::said(lang, &section.title);
        let order = i64::try_from(at).ok();
        let mut cells = vec![
            Cell { sort: order, ..Cell::link(entry.id.to_string(), Route::Clause(entry.id)) },
            Cell::told(decision::said(lang, &entry.text)).note(remark(lang, entry)),
            Cell { sort: order, ..Cell::text(msg::regulation_section(lang, &section.number, title)) },
            Cell::text(actors(lang, room.regulation, entry)),
            Cell::number(citing(room.regulation, entry.id).len() as u64),
        ];
        if let Some(own) = &own {
            cells.push(match own.clauses.get(&entry.id) {
                Some(_) => Cell::badge(msg::register_text_there(lang), Tone::Success),
                None if entry.absent => Cell::text(msg::clause_absent(lang)),
                None => Cell::badge(msg::register_text_missing(lang), Tone::Warning),
            });
        }
        Row { key: entry.id.to_string(), cells, acts: Vec::new() }
    });
    Table {
        name: msg::register_clauses(lang).into(),
        columns,
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::regulation_nothing_text(lang).into(),
    }
}

fn remark(lang: Lang, entry: &ClauseEntry) -> &'static str {
    if entry.absent {
        return msg::clause_absent(lang);
    }
    entry.condition.map_or("", |condition| decision::condition(lang, condition))
}

/// The roles that act under a clause; all of them in one word.
pub(super) fn actors(lang: Lang, regulation: &Regulation, entry: &ClauseEntry) -> String {
    let roles: &[RoleId] = &entry.actors;
    if entry.absent {
        String::new()
    } else if roles.is_empty() {
        msg::clause_nobody(lang).to_owned()
    } else if roles.len() == regulation.roles().len() {
        msg::clause_everybody(lang).to_owned()
    } else {
        decision::role_list(lang, regulation, roles)
    }
}

/// The address of a tab of the editions.
pub(super) fn editions_tab(tab: &str) -> String {
    Query::default().with("tab", tab).address(&Route::Editions)
}
