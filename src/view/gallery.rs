//! `#/gallery`, in builds for development only: every part that a page can be made of, side by side, for whoever changes
//! the styles. Its words are no sentences of the product.

use chrono::NaiveDate;

use super::chart::{Chart, Series};
use super::page::{
    Body, Button, Calendar, CalendarDay, CalendarEntry, Card, Cell, Column, ColumnKind, Does, Fact, Figure, Lane, Page,
    Row, Section, Step, StepState, Table, Tone,
};
use crate::clause;

const TONES: [(Tone, &str); 5] = [
    (Tone::Plain, "plain"),
    (Tone::Info, "info"),
    (Tone::Success, "success"),
    (Tone::Warning, "warning"),
    (Tone::Error, "error"),
];

/// The page.
#[must_use]
pub fn page() -> Page {
    Page {
        title: "Gallery".to_owned(),
        lead: "Every part of a page. Change the theme, the language and the width of the window.".to_owned(),
        clause: Some(clause!("2.1/12")),
        acts: vec![
            button("main").primary(),
            button("one of several"),
            button("takes away").danger(),
            button("off").refused(Some("Why it is off, with its clause (2.1/12).".to_owned())),
        ],
        sections: vec![
            section("figures", "Figures", Body::Figures(figures())),
            section("chart", "Chart", Body::Chart(chart())),
            section("table", "Table", Body::Table(table())),
            section("facts", "Facts", Body::Facts(facts())),
            section("steps", "Checklist", Body::Checklist(steps())),
            section("cards", "Cards", Body::Cards(TONES.map(card).to_vec())),
            section("board", "Board", Body::Board(vec![lane("First"), lane("Second"), lane("Third")])),
            section("calendar", "Calendar", Body::Calendar(calendar())),
            section("prose", "Prose", Body::Prose(vec!["A paragraph of text that is read line by line.".repeat(4)])),
            section("verbatim", "Verbatim", Body::Verbatim("line one\nline two".to_owned())),
            section("info", "", Body::Notice(Tone::Info, "Worth knowing.".to_owned())),
            section("success", "", Body::Notice(Tone::Success, "Done.".to_owned())),
            section("warning", "", Body::Notice(Tone::Warning, "To be looked at.".to_owned())),
            section("error", "", Body::Notice(Tone::Error, "Wrong, and what to do next.".to_owned())),
            section(
                "empty",
                "Nothing yet",
                Body::Empty {
                    title: "No classes yet".to_owned(),
                    text: "Import the school's lists, or create classes by a pattern.".to_owned(),
                    acts: vec![button("next step").primary()],
                },
            ),
        ],
        ..Page::default()
    }
}

fn section(id: &'static str, title: &str, body: Body) -> Section {
    Section::new(id, title, body)
}

fn button(label: &str) -> Button {
    Button::new("gallery", label, Does::Copy(label.to_owned()))
}

fn figures() -> Vec<Figure> {
    let figure = |(tone, name): (Tone, &str)| Figure {
        label: name.to_owned(),
        value: 420,
        of: Some(778),
        note: "who is not counted".to_owned(),
        href: Some("#/gallery".to_owned()),
        tone,
    };
    TONES.map(figure).to_vec()
}

fn table() -> Table {
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let row = |(at, (tone, name)): (usize, (Tone, &str))| Row {
        key: at.to_string(),
        cells: vec![
            Cell::link(format!("row {at}"), "#/gallery").note("a note below"),
            Cell::number(u64::try_from(at).unwrap_or_default() * 1_130),
            Cell::day(NaiveDate::from_ymd_opt(2026, 11, 23)),
            Cell::badge(name, tone),
        ],
        acts: vec![button("act").about(format!("row {at}"))],
    };
    Table {
        name: "gallery".to_owned(),
        columns: vec![
            column("Text", ColumnKind::Text),
            column("Number", ColumnKind::Number),
            column("Day", ColumnKind::Day),
            column("State", ColumnKind::Text),
        ],
        rows: TONES.into_iter().enumerate().map(row).collect(),
        bulk: vec![button("act on the chosen")],
        empty: "No rows.".to_owned(),
    }
}

fn facts() -> Vec<Fact> {
    TONES.map(|(tone, name)| Fact::new(name, Cell::badge(name, tone).note("a note below"))).to_vec()
}

fn steps() -> Vec<Step> {
    let step = |(state, title): (StepState, &str)| Step {
        title: title.to_owned(),
        text: "What follows from it.".to_owned(),
        state,
        clause: Some(clause!("2.1/5")),
        acts: vec![button("do it")],
    };
    [
        (StepState::Done, "done"),
        (StepState::Current, "the next one"),
        (StepState::Open, "later"),
        (StepState::Blocked, "waits for something else"),
    ]
    .map(step)
    .to_vec()
}

fn card((tone, name): (Tone, &str)) -> Card {
    Card {
        title: format!("A card, {name}"),
        href: Some("#/gallery".to_owned()),
        badge: Some((name.to_owned(), tone)),
        lines: vec!["A line.".to_owned(), "Another one.".to_owned()],
        clause: Some(clause!("2.3/3")),
        acts: vec![button("act")],
    }
}

fn lane(title: &str) -> Lane {
    Lane { title: title.to_owned(), count: 12, cards: TONES.into_iter().take(2).map(card).collect() }
}

fn calendar() -> Calendar {
    let first = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let day = |at: usize| {
        let entry = |(tone, name): (Tone, &str)| CalendarEntry {
            text: name.to_owned(),
            tone,
            does: Does::Go("#/gallery".to_owned()),
        };
        CalendarDay {
            day: first.checked_add_days(chrono::Days::new(u64::try_from(at).unwrap_or_default())).unwrap_or(first),
            is_within: at < 5,
            is_today: at == 2,
            entries: TONES.into_iter().take(at % 3).map(entry).collect(),
        }
    };
    Calendar { title: "A week".to_owned(), days: (0..7).map(day).collect() }
}

fn chart() -> Chart {
    let series = |name: &str, values: &[u64]| Series { name: name.to_owned(), values: values.to_vec() };
    Chart {
        name: "Chart".to_owned(),
        head: "Class".to_owned(),
        categories: ["1A", "1B", "2A", "2B"].map(str::to_owned).to_vec(),
        series: vec![
            series("joined", &[20, 12, 25, 3]),
            series("invited", &[4, 9, 0, 12]),
            series("missing", &[1, 4, 0, 10]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::page;
    use crate::view::page::Body;

    /// The bodies that papers and invites have screens of their own for.
    const ELSEWHERE: usize = 2;

    #[test]
    fn every_body_is_shown() {
        let kind = |body: &Body| match body {
            Body::Empty { .. } => 0,
            Body::Table(_) => 1,
            Body::Facts(_) => 2,
            Body::Cards(_) => 3,
            Body::Board(_) => 4,
            Body::Checklist(_) => 5,
            Body::Figures(_) => 6,
            Body::Prose(_) => 7,
            Body::Verbatim(_) => 8,
            Body::Calendar(_) => 9,
            Body::Document(_) => 10,
            Body::Notice(..) => 11,
            Body::Handouts(_) => 12,
            Body::Chart(_) => 13,
        };
        let page = page();
        let shown: BTreeSet<i32> = page.sections.iter().map(|section| kind(&section.body)).collect();
        assert_eq!(shown.len() + ELSEWHERE, 14);
        let ids: BTreeSet<&str> = page.sections.iter().map(|section| section.id).collect();
        assert_eq!(ids.len(), page.sections.len());
    }
}
