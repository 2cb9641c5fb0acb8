//! Columns without headers: what they hold by their content.

use super::Field;
use crate::domain::{Email, Phone};
use crate::roster::table::{Row, Sheet};
use crate::roster::value;

/// How many rows are looked at.
const ROWS: usize = 60;

/// Tells the fields of the columns of a table that has no header; empty where no column holds names.
pub fn fields(sheet: &Sheet) -> Vec<Option<Field>> {
    let rows: Vec<&Row> = sheet.rows.iter().take(ROWS).collect();
    let mut fields: Vec<Option<Field>> = (0..sheet.width()).map(|column| of_column(&rows, column)).collect();
    // Single words in neighboring columns are a name in parts.
    let words: Vec<usize> = (0..fields.len())
        .filter(|at| fields.get(*at) == Some(&None) && share(&rows, *at, is_word) >= 80)
        .take(3)
        .collect();
    let has_full = fields.contains(&Some(Field::FullName));
    if words.len() >= 2 && !has_full {
        for (column, field) in words.iter().zip([Field::LastName, Field::FirstName, Field::MiddleName]) {
            if let Some(slot) = fields.get_mut(*column) {
                *slot = Some(field);
            }
        }
    } else if !has_full {
        return Vec::new();
    }
    // Only the first column of each field counts.
    let mut seen = Vec::new();
    for slot in &mut fields {
        if let Some(field) = *slot {
            if seen.contains(&field) {
                *slot = None;
            }
            seen.push(field);
        }
    }
    fields
}

/// A test of one cell.
type Test = fn(&str) -> bool;

fn of_column(rows: &[&Row], column: usize) -> Option<Field> {
    let tests: [(Field, Test); 7] = [
        (Field::Class, |text| value::class(text).is_ok()),
        (Field::BirthDate, |text| text.len() > 5 && value::date::read(text).is_ok()),
        (Field::Email, |text| text.parse::<Email>().is_ok()),
        (Field::Phone, |text| text.parse::<Phone>().is_ok()),
        (Field::Gender, |text| value::gender(text).is_some() && !text.starts_with(['1', '2'])),
        (Field::Position, |text| value::post::category(text).is_some()),
        (Field::FullName, is_full_name),
    ];
    tests.into_iter().find(|(_, test)| share(rows, column, *test) >= 80).map(|(field, _)| field)
}

/// How many of a hundred filled cells of a column pass a test; 0 for an empty column.
fn share(rows: &[&Row], column: usize, test: impl Fn(&str) -> bool) -> usize {
    let filled: Vec<&str> = rows.iter().map(|row| row.cell(column).trim()).filter(|cell| !cell.is_empty()).collect();
    let passed = filled.iter().filter(|cell| test(cell)).count();
    // A column of almost nothing tells nothing.
    if filled.len() * 4 < rows.len() { 0 } else { passed * 100 / filled.len().max(1) }
}

fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | ' ')) && text.split(' ').count() <= 2
}

fn is_full_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    (2..=5).contains(&words.len())
        && words.iter().all(|word| is_word(word))
        // A sentence has one capital, a name has two at least.
        && words.iter().take(2).all(is_capital)
        && value::name::whole(text).is_ok()
}
