//! A CSV file of the archive: lines whose cells are found by the standard's column names.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::table::{Row, Sheet};

/// A file of the archive.
pub struct Entry<'a> {
    columns: Rc<BTreeMap<&'a str, usize>>,
    rows: &'a [Row],
}

/// One line of a file.
#[derive(Clone)]
pub struct Line<'a> {
    columns: Rc<BTreeMap<&'a str, usize>>,
    row: &'a Row,
}

impl<'a> Entry<'a> {
    /// Reads the header of a file.
    pub fn new(sheet: &'a Sheet) -> Self {
        let (header, rows) = sheet.rows.split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
        let columns =
            header.map(|row| row.cells.iter().enumerate().map(|(column, name)| (name.trim(), column)).collect());
        Self { columns: Rc::new(columns.unwrap_or_default()), rows }
    }

    /// The lines after the header.
    pub fn lines(&self) -> impl Iterator<Item = Line<'a>> + use<'a> {
        let columns = Rc::clone(&self.columns);
        self.rows.iter().map(move |row| Line { columns: Rc::clone(&columns), row })
    }
}

impl<'a> Line<'a> {
    /// The number of the line.
    pub fn line(&self) -> u32 {
        self.row.line
    }

    /// The text of a column; empty where there is none.
    pub fn get(&self, column: &str) -> &'a str {
        self.columns.get(column).map_or("", |column| self.row.cell(*column).trim())
    }

    /// Whether the line says of itself that it no longer holds.
    pub fn is_deleted(&self) -> bool {
        matches!(self.get("status"), "tobedeleted" | "inactive")
    }
}
