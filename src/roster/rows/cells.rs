//! The cells of one row by field, and what is no row of data: sums, separators, repeated headers, closing words.

use super::super::header::{Field, Layout, alias};
use super::super::problem::{ProblemKind, Report};
use super::super::table::{Row, Sheet};
use super::super::value;
use crate::domain::ClassLabel;
use crate::domain::words::{MAX_FIELD, fold, tidy};
use crate::domain::{Email, Phone};

/// A row of data with the class that a line above it names.
pub struct Cells<'a> {
    layout: &'a Layout,
    row: &'a Row,
    /// The class named by the separator above, by the sheet or by a title.
    pub block: Option<&'a ClassLabel>,
}

impl<'a> Cells<'a> {
    /// The line of the row.
    pub fn line(&self) -> u32 {
        self.row.line
    }

    /// The tidy text of a field; empty where there is no such column.
    pub fn text(&self, field: Field) -> String {
        tidy(self.raw(field).trim_start_matches('\''))
    }

    /// The text of a field as it stands in the file.
    pub fn raw(&self, field: Field) -> &'a str {
        self.layout.column(field).map_or("", |column| self.row.cell(column))
    }

    /// The beginning of a text that no field of the plan takes, so that one cell never refuses a whole import.
    fn too_long(&self) -> Option<String> {
        let fields =
            [Field::Subject, Field::Group, Field::Title, Field::Position, Field::FileNumber, Field::FileLetter];
        let mut texts = fields.into_iter().map(|field| self.text(field));
        texts.find(|text| text.chars().count() >= MAX_FIELD / 2).map(|text| text.chars().take(60).collect())
    }

    /// Reads a class; tells of Latin letters.
    pub fn class(&self, report: &mut Report) -> Result<ClassLabel, ProblemKind> {
        let (text, letter) = (self.text(Field::Class), self.text(Field::Letter));
        let (text, read) = if !text.is_empty() && (letter.is_empty() || value::class(&text).is_ok()) {
            (text.clone(), value::class(&text))
        } else {
            let grade = if text.is_empty() { self.text(Field::Grade) } else { text };
            (format!("{grade}{letter}"), value::class_of_parts(&grade, &letter))
        };
        if text.is_empty() {
            return self.block.cloned().ok_or(ProblemKind::MissingClass);
        }
        let (label, latin) = read.map_err(|_| ProblemKind::NotAClass { text: text.clone() })?;
        if latin {
            report.note(self.line(), ProblemKind::LatinInClass { text, label: label.clone() });
        }
        Ok(label)
    }

    /// Reads the phone of a field; what is none is told and left out.
    pub fn phone(&self, field: Field, report: &mut Report) -> Option<Phone> {
        self.first(field, report, |text| ProblemKind::NotAPhone { text })
    }

    /// Reads the e-mail of a field; what is none is told and left out.
    pub fn email(&self, field: Field, report: &mut Report) -> Option<Email> {
        self.first(field, report, |text| ProblemKind::NotAnEmail { text })
    }

    fn first<T: std::str::FromStr>(
        &self,
        field: Field,
        report: &mut Report,
        wrong: fn(String) -> ProblemKind,
    ) -> Option<T> {
        let raw = self.raw(field);
        let text = self.text(field);
        if !text.chars().any(char::is_alphanumeric) {
            return None;
        }
        if let Ok(value) = text.parse() {
            return Some(value);
        }
        let mut values = value::list(raw).filter_map(|part| part.parse().ok());
        let kind = |value: &Option<T>| {
            if value.is_some() { ProblemKind::SeveralValues { text: text.clone() } } else { wrong(text.clone()) }
        };
        let value = values.next();
        report.warning(self.line(), kind(&value));
        value
    }
}

/// Walks over the rows of data of a table; sums and closing words are told, the rest is passed over silently.
pub fn each<'a>(
    sheet: &'a Sheet,
    layout: &'a Layout,
    report: &mut Report,
    mut take: impl FnMut(&Cells<'_>, &mut Report),
) {
    let mut block = block_of_title(sheet, layout);
    let header: Vec<String> = layout.columns.iter().map(|column| alias::normal(&column.header)).collect();
    for row in &sheet.rows {
        if layout.header_line.is_some_and(|line| row.line <= line) || is_header(row, &header) {
            continue;
        }
        if let Some(label) = separator(row, layout) {
            block = Some(label);
            continue;
        }
        if let Some(text) = subtotal(row) {
            report.note(row.line, ProblemKind::Subtotal { text });
            continue;
        }
        match filled(row, layout) {
            Filled::Nothing => {}
            Filled::Words(text) => report.note(row.line, ProblemKind::NotARow { text }),
            Filled::Data => {
                let cells = Cells { layout, row, block: block.as_ref() };
                match cells.too_long() {
                    Some(text) => report.error(row.line, ProblemKind::TooLong { text }),
                    None => take(&cells, report),
                }
            }
        }
    }
}

/// The class that the name of the sheet or a title above the header names.
fn block_of_title(sheet: &Sheet, layout: &Layout) -> Option<ClassLabel> {
    let titles = sheet.rows.iter().take_while(|row| layout.header_line.is_some_and(|line| row.line < line));
    let mut named = titles.filter_map(Row::single).chain(std::iter::once(sheet.name.as_str()));
    named.find_map(|text| {
        let of_words = || text.split(' ').find_map(|word| value::class(word).ok());
        let labeled = fold(text).contains("класс");
        value::class(text)
            .ok()
            .filter(|_| text.chars().count() <= 20)
            .or_else(|| of_words().filter(|_| labeled))
            .map(|(label, _)| label)
    })
}

/// A line that holds nothing but the name of a class parts the blocks of classes.
fn separator(row: &Row, layout: &Layout) -> Option<ClassLabel> {
    let text = row.single()?;
    let only_class = layout.columns.iter().filter(|column| column.field.is_some()).count() == 1
        && layout.has(&[Field::Class, Field::Classes]);
    (!only_class).then(|| value::class(text).ok()).flatten().map(|(label, _)| label)
}

fn is_header(row: &Row, header: &[String]) -> bool {
    let filled = header.iter().filter(|header| !header.is_empty()).count();
    let same =
        row.cells.iter().zip(header).filter(|(cell, header)| !header.is_empty() && alias::normal(cell) == **header);
    filled > 1 && same.count() == filled
}

/// The first words of a sum; only the first filled cells can say so.
fn subtotal(row: &Row) -> Option<String> {
    let mut filled = row.cells.iter().map(|cell| tidy(cell)).filter(|cell| !cell.is_empty()).take(2);
    filled.find(|text| {
        let word: String = fold(text).chars().take_while(|c| c.is_alphabetic()).collect();
        matches!(word.as_str(), "итого" | "всего" | "подытог" | "итог")
    })
}

enum Filled {
    Nothing,
    Words(String),
    Data,
}

/// Whether a row has data: a row number alone is nothing, one text outside the columns of names is words.
fn filled(row: &Row, layout: &Layout) -> Filled {
    let carries = |field: Field| !matches!(field, Field::RowNumber | Field::Other) && !field.is_dropped();
    let is_filled = |text: &str| text.chars().any(char::is_alphanumeric);
    let known = layout.columns.iter().enumerate().filter(|(column, _)| is_filled(row.cell(*column)));
    let mut data =
        known.filter_map(|(column, known)| known.field.filter(|field| carries(*field)).map(|field| (column, field)));
    let first = data.next();
    let more = data.next().is_some();
    match first {
        None => row
            .single()
            .filter(|text| text.chars().any(char::is_alphabetic))
            .map_or(Filled::Nothing, |text| Filled::Words(tidy(text))),
        Some(_) if more => Filled::Data,
        // «Список верен. Директор …» under the table stands in some column of it.
        Some((column, _)) if row.cell(column).split_whitespace().count() > 5 || row.cell(column).contains("__") => {
            Filled::Words(tidy(row.cell(column)))
        }
        Some(_) => Filled::Data,
    }
}
