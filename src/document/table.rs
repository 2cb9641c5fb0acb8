//! A table of a paper.

use super::line::Line;
use crate::text::{Lang, msg};

/// A table: columns with their heads, rows of as many cells.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Table {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows; a row shorter than the columns ends in empty cells.
    pub rows: Vec<Vec<Line>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Column {
    /// Its head.
    pub head: Line,
    /// Where its cells stand.
    pub align: Align,
    /// How wide it is.
    pub width: Width,
}

/// Where the text of a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Short marks: a date, a class.
    Center,
    /// Figures.
    Right,
}

/// The class of a column's width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Width {
    /// A number, a class, a date.
    Narrow,
    /// A post, a subject.
    #[default]
    Medium,
    /// A name, a sentence.
    Wide,
}

impl Column {
    /// A column of words.
    pub fn wide(head: impl Into<Line>) -> Self {
        Self { head: head.into(), align: Align::Left, width: Width::Wide }
    }

    /// A column of a few words.
    pub fn medium(head: impl Into<Line>) -> Self {
        Self { head: head.into(), align: Align::Left, width: Width::Medium }
    }

    /// A column of short marks.
    pub fn mark(head: impl Into<Line>) -> Self {
        Self { head: head.into(), align: Align::Center, width: Width::Narrow }
    }

    /// A column of figures.
    pub fn figure(head: impl Into<Line>) -> Self {
        Self { head: head.into(), align: Align::Right, width: Width::Narrow }
    }
}

impl Table {
    /// A table whose first column counts the rows: «№».
    pub fn counted(
        lang: Lang,
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = Vec<Line>>,
    ) -> Self {
        let columns = std::iter::once(Column::figure(msg::paper_row_number(lang))).chain(columns).collect();
        let counted = rows
            .into_iter()
            .enumerate()
            .map(|(at, row)| std::iter::once(Line::from((at + 1).to_string())).chain(row).collect());
        Self { columns, rows: counted.collect() }
    }

    /// A sheet to sign: number, name, date, signature; the dates are those already known.
    pub fn to_sign<T: Into<Line>>(lang: Lang, people: impl IntoIterator<Item = (T, Option<String>)>) -> Self {
        let columns = [
            Column::wide(msg::paper_full_name(lang)),
            Column::mark(msg::paper_date(lang)),
            Column::medium(msg::paper_signature(lang)),
        ];
        let rows = people
            .into_iter()
            .map(|(name, date)| vec![name.into(), Line::from(date.unwrap_or_default()), Line::default()]);
        Self::counted(lang, columns, rows)
    }
}
