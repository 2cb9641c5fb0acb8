//! A table for Excel: UTF-8 with a mark, `;`, CRLF, everything quoted, and no cell that a spreadsheet would run.

use chrono::{Datelike, NaiveDate};

/// Writes rows of texts as CSV that Excel opens by a double click.
pub fn csv<'a, R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = &'a str>,
{
    let mut out = String::from('\u{feff}');
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                out.push(';');
            }
            out.push('"');
            for c in neutral(cell).chars() {
                if c == '"' {
                    out.push('"');
                }
                out.push(c);
            }
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out
}

/// Writes a day the Russian way, `05.04.2013`.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// Puts an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection).
///
/// A text that already has apostrophes before such a sign gets one more, so that [`restore`] is its exact inverse.
#[must_use]
pub fn neutral(text: &str) -> String {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// Takes off the apostrophe that [`neutral`] put there, and no other.
#[must_use]
pub fn restore(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest.trim_start_matches('\''))).unwrap_or(text)
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::{csv, neutral, restore};
    use crate::roster::table;

    #[track_caller]
    fn check_round(text: &str, written: &str) {
        assert_eq!(neutral(text), written);
        assert_eq!(restore(written), text);
    }

    #[test]
    fn formulas_are_neutralized_and_come_back() {
        check_round("=1+1", "'=1+1");
        check_round("+70002193258", "'+70002193258");
        check_round("-1", "'-1");
        check_round("@SUM(A1)", "'@SUM(A1)");
        check_round("\t=1", "'\t=1");
        check_round("＝1", "'＝1");
        check_round("'=1", "''=1");
        check_round("'Иванов", "'Иванов");
        check_round("", "");
    }

    #[test]
    fn a_table_for_excel() {
        let text = csv([["ФИО", "Телефон"], ["Ким \"Ева\"; Лев", "+70002193258"]]);
        assert_eq!(text, "\u{feff}\"ФИО\";\"Телефон\"\r\n\"Ким \"\"Ева\"\"; Лев\";\"'+70002193258\"\r\n");
    }

    #[test]
    fn a_thousand_phones_come_back() {
        let phones: Vec<String> = (0..1000).map(|n| format!("+7000{:07}", n * 7919)).collect();
        let text = csv(phones.iter().map(|phone| ["x", phone.as_str(), "y"]));
        let sheet = table::csv::read(text.trim_start_matches('\u{feff}')).unwrap();
        let read: Vec<&str> = sheet.rows.iter().map(|row| row.cell(1)).collect();
        assert_eq!(read, phones);
    }
}
