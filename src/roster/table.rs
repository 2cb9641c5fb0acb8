//! A table of texts with the lines of its file: what every format is brought to before anything is understood.

use serde::{Deserialize, Serialize};

pub mod csv;
pub mod delimiter;
pub mod workbook;

/// One sheet of a workbook, or a whole text file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The name of the sheet; empty for a text file.
    pub name: String,
    /// The rows that hold something, in the order of the file.
    pub rows: Vec<Row>,
    /// What stands between the cells of a text file.
    #[serde(default)]
    pub delimiter: Option<char>,
    /// The line of a quotation mark that is never closed, where there was one: quotes were then taken as letters.
    pub open_quote: Option<u32>,
}

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The line of the file where the row begins, or the number of the sheet's row; from 1.
    pub line: u32,
    /// The cells, without the empty ones at the end.
    pub cells: Vec<String>,
}

impl Row {
    /// The text of a column, empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The one text of a row that holds one text, be it repeated over merged cells.
    pub fn single(&self) -> Option<&str> {
        let mut filled = self.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let first = filled.next()?;
        filled.all(|cell| cell == first).then_some(first)
    }
}

impl Sheet {
    /// The number of columns of the widest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// Takes the empty cells off the end of a row.
fn without_empty_end(mut cells: Vec<String>) -> Vec<String> {
    while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells
}
