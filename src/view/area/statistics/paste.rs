//! Figures as lines: `name;value;of`, typed, pasted from a table, or read from a file.

use std::collections::BTreeMap;

use crate::domain::Figure;
use crate::text::{Lang, statistics};

/// Reads figures line by line; tells the first line that cannot be read, counted from 1.
pub fn read(text: &str) -> Result<BTreeMap<String, Figure>, u32> {
    let mut figures = BTreeMap::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match read_line(line) {
            Some((key, figure)) => drop(figures.insert(key, figure)),
            // A head may stand above the figures.
            None if figures.is_empty() && is_head(line) => {}
            None => return Err(number),
        }
    }
    Ok(figures)
}

fn cells(line: &str) -> Vec<&str> {
    let separator = if line.contains('\t') { '\t' } else { ';' };
    line.split(separator).map(|cell| cell.trim().trim_matches('"').trim()).collect()
}

fn read_line(line: &str) -> Option<(String, Figure)> {
    let cells = cells(line);
    let (name, value) = (cells.first()?, cells.get(1)?);
    // A further cell is that of a trailing separator.
    let of = cells.get(2).copied().unwrap_or_default();
    if name.is_empty() || cells.iter().skip(3).any(|cell| !cell.is_empty()) {
        return None;
    }
    let of = if of.is_empty() { None } else { Some(whole(of)?) };
    let key = statistics::key(name);
    (!key.is_empty()).then_some((key, Figure { value: whole(value)?, of }))
}

/// A whole number, however its digits are grouped.
fn whole(text: &str) -> Option<u64> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits.chars().all(|c| c.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// Whether a line names columns: it has several cells and no digit.
fn is_head(line: &str) -> bool {
    cells(line).len() > 1 && !line.chars().any(|c| c.is_ascii_digit())
}

/// The figures as lines, to be edited.
pub fn write(lang: Lang, figures: &BTreeMap<String, Figure>) -> String {
    let line = |(key, figure): (&String, &Figure)| {
        let of = figure.of.map(|of| format!(";{of}")).unwrap_or_default();
        format!("{};{}{of}", statistics::name(lang, key), figure.value)
    };
    figures.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::text::Lang;

    /// A figure: its name, its value, of how many.
    type Told<'a> = (&'a str, u64, Option<u64>);

    #[track_caller]
    fn check(text: &str, expected: Result<&[Told], u32>) {
        let found = read(text)
            .map(|figures| figures.into_iter().map(|(key, figure)| (key, figure.value, figure.of)).collect::<Vec<_>>());
        let expected = expected
            .map(|rows| rows.iter().map(|(key, value, of)| ((*key).to_owned(), *value, *of)).collect::<Vec<_>>());
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn lines_of_several_kinds() {
        check("", Ok(&[]));
        check("Сообщений;1 130", Ok(&[("Сообщений", 1130, None)]));
        check("Звонков\t12\t40\n", Ok(&[("Звонков", 12, Some(40))]));
        check("\u{feff}показатель;значение;из\r\n\"Звонков\";12;40;\r\n", Ok(&[("Звонков", 12, Some(40))]));
        check("Педагоги и администрация в Учительской;3;4", Ok(&[("joined-staff", 3, Some(4))]));
        check("joined-staff;3;4", Ok(&[("joined-staff", 3, Some(4))]));
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        check("Звонков;12\nСообщений;много", Err(2));
        check("Звонков;12\n\nСообщений", Err(3));
        check(";12", Err(1));
        check("Звонков;-1", Err(1));
        check("Звонков;1;2;3", Err(1));
        check("Звонков;99999999999999999999", Err(1));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let figures = read("joined-staff;3;4\nСообщений;7").unwrap();
        for lang in Lang::ALL {
            assert_eq!(read(&write(lang, &figures)), Ok(figures.clone()));
        }
    }
}
