//! A list as a workbook that spreadsheets open: one sheet, a head that stays and is printed on every page.

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

use super::write;

/// What a browser calls such a file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Letters that a sheet's name may have at most.
const NAME: usize = 31;
/// The widest that a column gets by itself, in letters.
const WIDEST: usize = 60;

/// A list as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// What it is called: the name of the file.
    pub name: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows, each with a value for each column.
    pub rows: Vec<Vec<Value>>,
}

/// A value of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
}

impl Value {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => write::date(*day),
        }
    }
}

impl List {
    /// The list as CSV that Excel opens by a double click.
    #[must_use]
    pub fn csv(&self) -> String {
        let rows = self.rows.iter().map(|row| row.iter().map(Value::text).collect());
        let lines: Vec<Vec<String>> = std::iter::once(self.heads.clone()).chain(rows).collect();
        write::csv(lines.iter().map(|line| line.iter().map(String::as_str)))
    }

    /// The list as a workbook.
    ///
    /// # Errors
    /// What the format cannot hold: more than 1,048,575 rows, a cell of more than 32,767 letters.
    #[allow(clippy::cast_precision_loss, reason = "the format has no whole numbers; those of a school are exact")]
    pub fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        // Without a clock, so that one list is one file.
        let made = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
        workbook.set_properties(&made);
        let head =
            Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin).set_align(FormatAlign::Top);
        let day = Format::new().set_num_format("dd.mm.yyyy");
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&self.name))?;
        for (column, text) in columns(&self.heads) {
            sheet.write_string_with_format(0, column, text, &head)?;
        }
        for (row, values) in (1_u32..).zip(&self.rows) {
            for (column, value) in columns(values) {
                match value {
                    Value::Text(text) => sheet.write_string(row, column, text)?,
                    Value::Number(number) => sheet.write_number(row, column, *number as f64)?,
                    Value::Day(value) => sheet.write_datetime_with_format(row, column, value, &day)?,
                };
            }
        }
        for (at, text) in columns(&self.heads) {
            let cells = self.rows.iter().filter_map(|row| row.get(usize::from(at)));
            let longest = cells.map(|value| value.text().chars().count()).max().unwrap_or(0);
            sheet.set_column_width(at, (longest.max(text.chars().count()).min(WIDEST) + 2) as f64)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        if let (Ok(last_row), Ok(last)) =
            (u32::try_from(self.rows.len()), u16::try_from(self.heads.len().saturating_sub(1)))
        {
            sheet.autofilter(0, 0, last_row, last)?;
        }
        sheet.set_repeat_rows(0, 0)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        workbook.save_to_buffer()
    }
}

fn columns<T>(cells: &[T]) -> impl Iterator<Item = (u16, &T)> {
    (0_u16..).zip(cells)
}

/// A name that a sheet may have: signs of addresses are left out, and it is short.
fn sheet_name(name: &str) -> String {
    let fits = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control();
    let name: String = name.chars().filter(fits).take(NAME).collect();
    if name.trim().is_empty() { "1".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};

    use super::*;

    fn list(rows: Vec<Vec<Value>>) -> List {
        List {
            name: "приглашения: [7А]".into(), heads: vec!["ФИО".into(), "Дней".into(), "Дата".into()], rows
        }
    }

    /// What an independent reader finds in the workbook.
    fn read(list: &List) -> (String, Vec<Vec<Data>>) {
        let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(list.xlsx().unwrap())).unwrap();
        let name = workbook.sheet_names().first().unwrap().clone();
        let range = workbook.worksheet_range(&name).unwrap();
        (name, range.rows().map(<[Data]>::to_vec).collect())
    }

    #[test]
    fn a_spreadsheet_reads_words_numbers_and_days() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        let text = |text: &str| Value::Text(text.to_owned());
        let (name, rows) = read(&list(vec![vec![text("Ёлкина Ева"), Value::Number(-7), Value::Day(day)]]));
        assert_eq!(name, "приглашения 7А");
        assert_eq!(rows[0][0], Data::String("ФИО".into()));
        assert_eq!(rows[1][0], Data::String("Ёлкина Ева".into()));
        assert_eq!(rows[1][1], Data::Float(-7.0));
        let Data::DateTime(read) = &rows[1][2] else { panic!("{:?}", rows[1][2]) };
        let first = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
        assert_eq!(read.as_f64().to_string(), (day - first).num_days().to_string());
    }

    #[test]
    fn nothing_of_a_list_is_run() {
        for hostile in ["=1+1", "+7 000 111-22-33", "-2", "@SUM(A1)", "http://example.org", "\u{1}<&>\""] {
            let (_, rows) = read(&list(vec![vec![Value::Text(hostile.to_owned())]]));
            let Data::String(text) = &rows[1][0] else { panic!("{hostile} became {:?}", rows[1][0]) };
            assert_eq!(text.trim_start_matches('\u{1}'), hostile.trim_start_matches('\u{1}'));
        }
    }

    #[test]
    fn an_empty_list_is_a_workbook_and_equal_lists_are_equal_files() {
        let empty = list(Vec::new());
        assert_eq!(read(&empty).1.len(), 1);
        assert_eq!(empty.xlsx().unwrap(), empty.xlsx().unwrap());
    }

    #[test]
    fn a_sheet_has_a_name_whatever_the_list_is_called() {
        assert_eq!(sheet_name("[]:*?/\\"), "1");
        assert_eq!(sheet_name(&"я".repeat(40)).chars().count(), NAME);
    }

    #[test]
    fn csv_has_the_same_cells() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        let csv = list(vec![vec![Value::Text("=1".into()), Value::Number(3), Value::Day(day)]]).csv();
        assert_eq!(csv, "\u{feff}\"ФИО\";\"Дней\";\"Дата\"\r\n\"'=1\";\"3\";\"01.09.2026\"\r\n");
    }
}
