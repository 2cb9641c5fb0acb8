//! The book of movement and the extract about one person (2.1/11).

use crate::domain::{Movement, PersonId};
use crate::order;
use crate::text::decision::capitalized;
use crate::text::grammar::{Case, running};
use crate::text::{date, document as words, movement as kind_words, msg};

use super::super::sheet::Sheet;
use super::super::{Column, Desk, Document, Line, Missing, Stamp, Subject, Table};
use super::{Form, within};

/// The book of a period, oldest first.
pub(super) fn book(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_book_movement_name(lang), &words::days(lang, subject.period));
    let moves = movements(desk, |row| within(subject.period, row.on));
    let rows = moves.iter().map(|row| {
        let mut cells = vec![Line::from(date::short(row.on)), sheet.full(row.person, Case::Nominative).into()];
        cells.extend(cells_of(&sheet, row));
        cells
    });
    let columns = [Column::mark(msg::paper_date(lang)), Column::wide(msg::paper_full_name(lang))];
    let table = Table::counted(lang, columns.into_iter().chain(columns_of(&sheet)), rows);
    sheet.table(table, msg::doc_book_movement_none(lang));
    let mut counts: std::collections::BTreeMap<_, u64> = std::collections::BTreeMap::new();
    for row in &moves {
        *counts.entry(row.kind).or_default() += 1;
    }
    if !counts.is_empty() {
        let counts =
            counts.into_iter().map(|(kind, count)| format!("{}: {count}", capitalized(kind_words::kind(lang, kind))));
        sheet.bullets(counts);
    }
    sheet.administrator_signature();
    sheet.finish(words::form(lang, Form::MovementBook))
}

/// The extract about one person.
pub(super) fn extract(desk: &Desk<'_>, subject: &Subject, stamp: Option<&Stamp>) -> Document {
    let mut sheet = Sheet::new(desk, stamp);
    let lang = desk.lang;
    sheet.letterhead();
    sheet.title(msg::doc_extract_movement_name(lang), msg::doc_extract_movement_subject(lang));
    sheet.requisites();
    let person: Option<PersonId> = subject.person;
    let (name, about) = match person {
        Some(id) => (sheet.full(id, Case::Nominative), sheet.full(id, Case::Genitive)),
        None => (sheet.gap(Missing::Person), sheet.gap(Missing::Person)),
    };
    sheet.paragraph(msg::doc_extract_movement_about(lang, &about));
    let moves = movements(desk, |row| Some(row.person) == person);
    let rows = moves.iter().map(|row| {
        let mut cells = vec![Line::from(date::short(row.on))];
        cells.extend(cells_of(&sheet, row));
        cells
    });
    let columns = std::iter::once(Column::mark(msg::paper_date(lang))).chain(columns_of(&sheet));
    let table = Table::counted(lang, columns, rows);
    sheet.table(table, msg::doc_book_movement_none(lang));
    if let Some(id) = person {
        let class = desk.index.class_of.get(&id).map(|class| sheet.class_name(*class));
        let post = Some(sheet.listed_post(id)).filter(|post| !post.is_empty());
        let now = match (class, post) {
            (Some(class), _) => msg::doc_extract_movement_class(lang, &class, &name),
            (None, Some(post)) => msg::doc_extract_movement_post(lang, &name, &running(lang, &post)),
            (None, None) => msg::doc_extract_movement_gone(lang, &name),
        };
        sheet.paragraph(now);
    }
    sheet.head_signature();
    sheet.finish(words::form(lang, Form::MovementExtract))
}

fn movements<'a>(desk: &Desk<'a>, is_meant: impl Fn(&Movement) -> bool) -> Vec<&'a Movement> {
    let mut rows: Vec<&Movement> =
        desk.school.movements().values().map(AsRef::as_ref).filter(|row| is_meant(row)).collect();
    order::by_key(&mut rows, |row| (row.on, row.id));
    rows
}

fn columns_of(sheet: &Sheet<'_>) -> [Column; 4] {
    let lang = sheet.lang();
    [
        Column::medium(msg::paper_what(lang)),
        Column::medium(msg::paper_from_to(lang)),
        Column::medium(msg::paper_ground(lang)),
        Column::mark(msg::paper_on_platform(lang)),
    ]
}

fn cells_of(sheet: &Sheet<'_>, row: &Movement) -> [Line; 4] {
    let lang = sheet.lang();
    let name = |class: Option<crate::domain::ClassId>| class.map(|id| sheet.class_name(id)).unwrap_or_default();
    let (from, to) = (name(row.from), name(row.to));
    let way = match (from.is_empty(), to.is_empty()) {
        (false, false) => format!("{from} → {to}"),
        _ => format!("{from}{to}"),
    };
    let place = Some(row.place.as_str()).filter(|place| !place.is_empty());
    let way: Vec<&str> = Some(way.as_str()).filter(|way| !way.is_empty()).into_iter().chain(place).collect();
    let done = row.steps.iter().filter(|step| step.done.is_some()).count();
    let platform = if row.steps.is_empty() { String::new() } else { format!("{done}/{}", row.steps.len()) };
    [kind_words::kind(lang, row.kind).into(), way.join(", ").into(), sheet.act_line(row.order).into(), platform.into()]
}
