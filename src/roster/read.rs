//! From a file to rows: the one entry for bytes and for pasted text.

use serde::{Deserialize, Serialize};

use super::decode::{Decode, Encoding, decode};
use super::header::profile::with_profile;
use super::header::recognize::{Corrections, Layout, recognize};
use super::header::{Column, ListKind};
use super::limits::{Container, Unreadable, inspect};
use super::oneroster;
use super::problem::{Problem, ProblemKind, Report};
use super::rows::{Rows, people, study};
use super::table::{self, Sheet};
use super::value::school_year;
use crate::domain::ImportProfile;

/// How a file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ReadOptions {
    /// The kind of list that was asked for; a list of another kind is refused.
    pub expect: Option<ListKind>,
    /// What a person or a saved profile says about the columns.
    pub corrections: Corrections,
    /// The school's saved mappings; the one that suits a table is used.
    pub profiles: Vec<ImportProfile>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFile {
    /// The name of the file.
    pub name: String,
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Whether the file is a OneRoster archive.
    pub is_one_roster: bool,
    /// The lists in it.
    pub lists: Vec<ReadList>,
    /// What there is to tell, by line.
    pub problems: Vec<Problem>,
}

/// One list of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadList {
    /// The name of the sheet or of the archive's entry; empty where the file has one only.
    pub sheet: String,
    /// What stands between the cells of a text file.
    #[serde(default)]
    pub delimiter: Option<char>,
    /// How it is laid out.
    pub layout: Layout,
    /// The first rows as they stand in the file, under the columns, for the screen of mapping.
    pub sample: Vec<Vec<String>>,
    /// The first calendar year of the school year that a title names.
    pub school_year: Option<i32>,
    /// The rows.
    pub rows: Rows,
}

/// How many rows of a list are shown beside the mapping.
const SAMPLE: usize = 5;

/// Reads a file of any known format.
pub fn read_file(
    name: &str,
    bytes: &[u8],
    decoder: &dyn Decode,
    options: &ReadOptions,
) -> Result<ReadFile, Unreadable> {
    match inspect(bytes)? {
        Container::CsvArchive => {
            refuse_other_kind(options.expect, ListKind::OneRoster)?;
            oneroster::read(name, bytes, decoder)
        }
        Container::Workbook => of_sheets(name, None, &table::workbook::read(bytes)?, options),
        Container::Text => {
            let text = decode(bytes, decoder)?;
            of_sheets(name, Some(text.encoding), &[table::csv::read(&text.text)?], options)
        }
    }
}

/// Reads what was pasted from a spreadsheet or typed.
pub fn read_text(name: &str, text: &str, options: &ReadOptions) -> Result<ReadFile, Unreadable> {
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    of_sheets(name, None, &[table::csv::read(text)?], options)
}

fn of_sheets(
    name: &str,
    encoding: Option<Encoding>,
    sheets: &[Sheet],
    options: &ReadOptions,
) -> Result<ReadFile, Unreadable> {
    let mut lists = Vec::new();
    let mut problems = Vec::new();
    for sheet in sheets {
        // A file of one sheet needs no name of it.
        let sheet_name = if sheets.len() > 1 { sheet.name.as_str() } else { "" };
        let mut report = Report::new(name, sheet_name);
        let corrections = with_profile(sheet, &options.corrections, &options.profiles);
        match recognize(sheet, &corrections) {
            Some(layout) => {
                refuse_other_kind(options.expect, layout.kind.unwrap_or(options.expect.unwrap_or(ListKind::Students)))?;
                lists.push(list(sheet, sheet_name, layout, &mut report));
            }
            None if !sheet.rows.is_empty() => report.note(0, ProblemKind::SheetWithoutTable),
            None => {}
        }
        problems.append(&mut report.problems);
    }
    if lists.is_empty() {
        return Err(Unreadable::NoColumns);
    }
    Ok(ReadFile { name: name.to_owned(), encoding, is_one_roster: false, lists, problems })
}

fn refuse_other_kind(expected: Option<ListKind>, found: ListKind) -> Result<(), Unreadable> {
    match expected {
        Some(expected) if expected != found => Err(Unreadable::WrongKind { expected, found }),
        _ => Ok(()),
    }
}

fn list(sheet: &Sheet, name: &str, mut layout: Layout, report: &mut Report) -> ReadList {
    for Column { header, field } in &layout.columns {
        if let Some(field) = field.filter(|field| field.is_dropped()) {
            let line = layout.header_line.unwrap_or(0);
            report.note(line, ProblemKind::DroppedColumn { header: header.clone(), field });
        }
    }
    if let Some(line) = sheet.open_quote {
        report.warning(line, ProblemKind::OpenQuote);
    }
    let rows = match layout.kind {
        Some(ListKind::Staff) => Rows::Staff(people::staff(sheet, &layout, report)),
        Some(ListKind::Students) => Rows::Students(people::students(sheet, &layout, report)),
        Some(ListKind::Parents) => Rows::Parents(people::parents(sheet, &layout, report)),
        Some(ListKind::Load) => Rows::Load(study::load(sheet, &layout, report)),
        Some(ListKind::Activities) => Rows::Activities(study::activities(sheet, &layout, report)),
        Some(ListKind::ChatMembers) => Rows::ChatMembers(people::members(sheet, &layout, report)),
        Some(ListKind::OneRoster) | None => Rows::Unknown,
    };
    let sample = sample(sheet, &layout);
    layout.columns.resize_with(layout.columns.len().max(sheet.width().min(64)), Column::default);
    let titles = sheet.rows.iter().take_while(|row| layout.header_line.is_some_and(|line| row.line < line));
    let school_year = titles.flat_map(|row| &row.cells).find_map(|cell| school_year(cell));
    ReadList { sheet: name.to_owned(), delimiter: sheet.delimiter, layout, sample, school_year, rows }
}

/// The first rows of data; columns that are never kept are not even shown.
fn sample(sheet: &Sheet, layout: &Layout) -> Vec<Vec<String>> {
    let data = sheet.rows.iter().filter(|row| layout.header_line.is_none_or(|line| row.line > line));
    let shown = |(column, cell): (usize, &String)| {
        let dropped =
            layout.columns.get(column).and_then(|column| column.field).is_some_and(super::header::Field::is_dropped);
        if dropped { String::new() } else { cell.clone() }
    };
    data.take(SAMPLE).map(|row| row.cells.iter().enumerate().map(shown).collect()).collect()
}
