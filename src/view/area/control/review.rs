//! The audit run: what the review found, by degree, with what mends it.

use super::Ask;
use crate::audit::{Finding, Lint, Severity, audit};
use crate::domain::{ClassId, ClauseId};
use crate::text::{self, msg};
use crate::view::choice;
use crate::view::finding::{fix, tone};
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Figure, Filter, FilterKind, Row, Section, Table, Tone,
};
use crate::view::room::Room;
use crate::view::route::Route;

/// What the review finds in the room.
pub fn findings(room: &Room) -> Vec<Finding> {
    audit(room.school, room.index, room.plan, room.regulation, room.context)
}

/// The tab: buttons, filters, sections.
pub fn tab(room: &Room) -> (Vec<Button>, Vec<Filter>, Vec<Section>) {
    let lang = room.lang;
    let found = findings(room);
    let shown: Vec<&Finding> = found.iter().filter(|finding| is_shown(room, finding)).collect();
    let acts = vec![Button::new("new-check", msg::control_new_check(lang), Ask::NewCheck).primary()];
    let figures = Severity::ALL.map(|severity| {
        let count = found.iter().filter(|finding| finding.severity == severity).count();
        Figure {
            label: text::audit::severity_many(lang, severity).to_owned(),
            value: u64::try_from(count).unwrap_or(u64::MAX),
            of: None,
            note: String::new(),
            href: Some(room.query.with("severity", severity.code()).address(&Route::Control)),
            tone: if count == 0 { Tone::Success } else { tone(severity) },
        }
    });
    let body = if found.is_empty() {
        Body::Empty {
            title: msg::control_nothing(lang).to_owned(),
            text: msg::control_nothing_text(lang).to_owned(),
            acts: acts.clone(),
        }
    } else {
        Body::Table(table(room, &shown))
    };
    let sections = vec![
        Section::new("figures", String::new(), Body::Figures(figures.into())),
        Section::new("findings", msg::control_findings(lang), body).note(msg::control_findings_note(lang)),
    ];
    (acts, filters(room, &found), sections)
}

fn is_shown(room: &Room, finding: &Finding) -> bool {
    let query = room.query;
    let fits = |key: &str, holds: &dyn Fn(&str) -> bool| query.get(key).is_empty() || holds(query.get(key));
    fits("severity", &|code| finding.severity.code() == code)
        && fits("lint", &|code| finding.lint.code() == code)
        && fits("clause", &|text| text.parse::<ClauseId>().is_ok_and(|clause| finding.touches(clause)))
        && fits("class", &|id| id.parse::<ClassId>().is_ok_and(|class| finding.classes.contains(&class)))
}

fn filters(room: &Room, found: &[Finding]) -> Vec<Filter> {
    let lang = room.lang;
    let all = || (String::new(), msg::control_all(lang).to_owned());
    let filter = |id: &'static str, label: &str, choices: Vec<(String, String)>| Filter {
        id,
        label: label.to_owned(),
        kind: FilterKind::Choice(std::iter::once(all()).chain(choices).collect()),
        value: room.query.get(id).to_owned(),
    };
    let severities = Severity::ALL
        .map(|severity| (severity.code().to_owned(), text::audit::severity_many(lang, severity).to_owned()));
    let lints = Lint::ALL.iter().filter(|lint| found.iter().any(|finding| finding.lint == **lint));
    let lints = lints.map(|lint| (lint.code().to_owned(), format!("{lint} {}", text::audit::lint(lang, *lint))));
    let clauses: std::collections::BTreeSet<ClauseId> =
        found.iter().flat_map(|finding| std::iter::once(finding.clause).chain(finding.also.iter().copied())).collect();
    let clauses = clauses.into_iter().map(|clause| (clause.to_string(), clause.to_string()));
    vec![
        filter("severity", msg::control_severity(lang), severities.into()),
        filter("lint", msg::control_area(lang), lints.collect()),
        filter("clause", msg::control_clause(lang), clauses.collect()),
        filter("class", msg::control_class(lang), choice::classes(room.school, room.index)),
    ]
}

fn table(room: &Room, found: &[&Finding]) -> Table {
    let lang = room.lang;
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    Table {
        name: msg::control_file(lang).to_owned(),
        columns: vec![
            column(msg::control_severity(lang)),
            column(msg::control_what(lang)),
            column(msg::control_area(lang)),
            column(msg::control_clause(lang)),
            column(msg::control_class(lang)),
            column(msg::control_people(lang)),
        ],
        rows: found.iter().map(|finding| row(room, finding)).collect(),
        bulk: vec![Button::new("check-chosen", msg::control_check_chosen(lang), Ask::NewCheck)],
        empty: msg::control_none_shown(lang).to_owned(),
    }
}

/// A finding as a row, with what mends it.
fn row(room: &Room, finding: &Finding) -> Row {
    let lang = room.lang;
    let rank = Severity::ALL.iter().position(|severity| *severity == finding.severity);
    let severity = Cell {
        sort: rank.and_then(|rank| i64::try_from(rank).ok()),
        ..Cell::badge(text::audit::severity(lang, finding.severity), tone(finding.severity))
    };
    let what = text::audit::sentence(lang, room.school, finding);
    Row {
        key: finding.key(),
        cells: vec![
            severity,
            Cell::text(&what),
            Cell::text(text::audit::lint(lang, finding.lint)).note(finding.lint.code()),
            Cell::link(finding.clause.to_string(), Route::Clause(finding.clause)),
            classes(room, &finding.classes),
            people(room, finding),
        ],
        acts: vec![fix(lang, finding).about(what)],
    }
}

fn classes(room: &Room, classes: &[ClassId]) -> Cell {
    match classes {
        [class] => Cell::link(room.school.class_name(*class), Route::Class(*class)),
        many => Cell::text(many.iter().map(|class| room.school.class_name(*class)).collect::<Vec<_>>().join(", ")),
    }
}

/// The people of a finding: one as a link, a few by name, many by number.
fn people(room: &Room, finding: &Finding) -> Cell {
    match finding.people.as_slice() {
        [person] => Cell::link(room.school.person_name(*person), Route::Person(*person)),
        [] => Cell::default(),
        few if few.len() <= 3 => {
            Cell::text(few.iter().map(|person| room.school.person_name(*person)).collect::<Vec<_>>().join(", "))
        }
        many => Cell::text(msg::load_people(room.lang, u64::try_from(many.len()).unwrap_or(u64::MAX))),
    }
}
