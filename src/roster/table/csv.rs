//! A text table: CSV of any delimiter, or what was pasted from a spreadsheet.

use super::super::limits::{CELLS, Unreadable};
use super::super::write::restore;
use super::delimiter::detect;
use super::{Row, Sheet, without_empty_end};

/// The most lines of one cell; a longer one is an opening quote without its end.
const CELL_LINES: usize = 20;

/// Reads a text table. Lines are those an editor shows, also where cells hold line breaks.
pub fn read(text: &str) -> Result<Sheet, Unreadable> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let delimiter = detect(&text);
    let sheet = parse(&text, delimiter, true)?;
    let swallowed = sheet.rows.iter().find(|row| row.cells.iter().any(|cell| cell.matches('\n').count() > CELL_LINES));
    match swallowed {
        None => Ok(sheet),
        Some(row) => Ok(Sheet { open_quote: Some(row.line), ..parse(&text, delimiter, false)? }),
    }
}

fn parse(text: &str, delimiter: u8, quoting: bool) -> Result<Sheet, Unreadable> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    let mut lines = LineCounter { text: text.as_bytes(), at: 0, line: 1 };
    let (mut rows, mut cells_read) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::Binary)?;
        let start = record.position().map_or(0, ::csv::Position::byte);
        let line = lines.line_at(usize::try_from(start).unwrap_or(usize::MAX));
        let cells = without_empty_end(record.iter().map(|cell| restore(cell).to_owned()).collect());
        cells_read += cells.len();
        if cells_read > CELLS * 4 {
            return Err(Unreadable::TooManyCells { limit: CELLS as u64 * 4 });
        }
        if !cells.is_empty() {
            rows.push(Row { line, cells });
        }
    }
    Ok(Sheet { rows, delimiter: Some(char::from(delimiter)), ..Sheet::default() })
}

/// Turns growing offsets into lines, passing over the empty lines that the parser leaves out.
struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl LineCounter<'_> {
    fn line_at(&mut self, offset: usize) -> u32 {
        while let Some(byte) = self.text.get(self.at) {
            if self.at >= offset && *byte != b'\n' {
                break;
            }
            self.line += u32::from(*byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &[&str])]) {
        let sheet = read(text).unwrap();
        let rows: Vec<(u32, Vec<&str>)> =
            sheet.rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(u32, Vec<&str>)> = expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn lines_are_those_of_the_file() {
        check("a;b\r\n1;2\r\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("\r\n\r\na;b\r\n\r\n1;2", &[(3, &["a", "b"]), (5, &["1", "2"])]);
        check("a;b\r1;2\r", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a;b\n\"x\ny\";2\n3;4\n", &[(1, &["a", "b"]), (2, &["x\ny", "2"]), (4, &["3", "4"])]);
        check("a;b\n;;\n3;4\n", &[(1, &["a", "b"]), (3, &["3", "4"])]);
    }

    #[test]
    fn phantom_columns_vanish() {
        check("a;b;\n1;2;\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a;b;;;\n1;;;;\n", &[(1, &["a", "b"]), (2, &["1"])]);
    }

    #[test]
    fn quotes_hold_delimiters_and_quotes() {
        check("\"Иванов; Иван\";\"7 «А»\"\n", &[(1, &["Иванов; Иван", "7 «А»"])]);
        check("Театр \"Сова\";\"Клуб \"\"Юность\"\"\"\n", &[(1, &["Театр \"Сова\"", "Клуб \"Юность\""])]);
    }

    #[test]
    fn a_quote_without_end_swallows_nothing() {
        let text = format!("ФИО;Класс\n\"Иванов Лев;7А\n{}", "Ким Ева;7Б\n".repeat(30));
        let sheet = read(&text).unwrap();
        assert_eq!((sheet.rows.len(), sheet.open_quote), (32, Some(2)));
    }

    #[test]
    fn our_apostrophes_are_taken_off() {
        check("'+70002193258;'=1;'Иванов\n", &[(1, &["+70002193258", "=1", "'Иванов"])]);
    }
}
