//! The worker's sheet as a page, which the one renderer of pages draws.

use std::collections::BTreeSet;
use std::sync::Mutex;

use crate::desk::wire::{self, Sheet};
use crate::text::Lang;
use crate::view::form::{Field, FieldKind, Form};
use crate::view::page::{
    Body, Button, Cell, Column, ColumnKind, Does, Fact, Filter, FilterKind, Look, Page, Row, Section, Tab, Table,
};
use crate::view::route::Route;

/// Identities of the worker's parts, buttons and fields. They are words of the program, so there are few.
fn word(id: &str) -> &'static str {
    static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let Ok(mut words) = WORDS.lock() else { return "" };
    if let Some(known) = words.get(id) {
        return known;
    }
    let word: &'static str = Box::leak(id.to_owned().into_boxed_str());
    words.insert(word);
    word
}

/// The page of a sheet.
pub fn page(_lang: Lang, sheet: Sheet) -> Page {
    let here = sheet.tab;
    let tabs = sheet.tabs.into_iter().map(|(id, label, count)| {
        let route = Route::Snapshots.to_string();
        let href = if id.is_empty() { route } else { format!("{route}?tab={id}") };
        Tab { label, href, is_here: id == here, count: Some(count).filter(|count| *count > 0) }
    });
    let filters = sheet.filters.into_iter().map(|filter| Filter {
        id: word(&filter.id),
        label: filter.label,
        kind: FilterKind::Choice(filter.choices),
        value: filter.value,
    });
    let (tabs, filters) = (tabs.collect(), filters.collect());
    Page { tabs, filters, sections: sheet.parts.into_iter().map(section).collect(), ..Page::default() }
}

fn section(part: wire::Part) -> Section {
    let body = match part.body {
        wire::Body::Notice(tone, text) => Body::Notice(tone, text),
        wire::Body::Facts(facts) => {
            Body::Facts(facts.into_iter().map(|(name, value)| Fact::new(name, Cell::text(value))).collect())
        }
        wire::Body::Prose(paragraphs) => Body::Prose(paragraphs),
        wire::Body::Table(table) => Body::Table(Table {
            name: table.name,
            columns: table.columns.into_iter().map(column).collect(),
            rows: table.rows.into_iter().map(row).collect(),
            bulk: buttons(table.bulk),
            empty: table.empty,
        }),
    };
    let acts = buttons(part.acts);
    Section { id: word(&part.id), title: part.title, note: part.note, clause: None, acts, body }
}

fn column((label, is_number): (String, bool)) -> Column {
    Column { label, kind: if is_number { ColumnKind::Number } else { ColumnKind::Text } }
}

fn row(row: wire::Row) -> Row {
    let cells = row.cells.into_iter().map(|(text, note, tone)| {
        let sort = text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok();
        Cell { text, note, tone, sort, ..Cell::default() }
    });
    Row { key: row.key, cells: cells.collect(), acts: buttons(row.acts) }
}

fn buttons(acts: Vec<wire::Act>) -> Vec<Button> {
    acts.into_iter()
        .map(|act| Button {
            label: act.label,
            about: String::new(),
            id: word(&act.id),
            look: if act.is_main { Look::Primary } else { Look::Plain },
            does: match act.form {
                Some(asked) => Does::Fill(Box::new(form(asked)), act.word),
                None => Does::Tell(act.word),
            },
            refused: act.refused,
        })
        .collect()
}

fn form(form: wire::Form) -> Form {
    let fields = form.fields.into_iter().map(|field| Field {
        id: word(&field.id),
        label: field.label,
        hint: field.hint,
        kind: match field.kind {
            wire::Kind::Text => FieldKind::Text,
            wire::Kind::Long => FieldKind::Long,
            wire::Kind::Day => FieldKind::Day,
            wire::Kind::Secret => FieldKind::Secret,
            wire::Kind::Choice(choices) => FieldKind::Choice(choices),
            wire::Kind::Many(choices) => FieldKind::Many(choices),
            wire::Kind::Flag => FieldKind::Flag,
            wire::Kind::Bytes => FieldKind::Bytes(".age"),
        },
        value: field.value,
        is_required: field.is_required,
    });
    Form { title: form.title, lead: form.lead, submit: form.submit, fields: fields.collect(), ..Form::default() }
}
