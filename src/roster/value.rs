//! Values of cells: what people write for a class, a gender, a kinship, a post, hours, a school year.
//!
//! Each reader takes the text of one cell and gives the domain's own type, or says that it is none.

use crate::domain::Hours;
use crate::domain::words::{fold, tidy};
use crate::domain::{ClassLabel, NotAClass};
use crate::domain::{Gender, Kinship};

pub mod date;
pub mod name;
pub mod post;

/// Reads a class in any spelling, also with the word «класс» around it; tells whether Latin letters stood for Russian.
pub fn class(text: &str) -> Result<(ClassLabel, bool), NotAClass> {
    let clean = tidy(text.trim_start_matches('\''));
    let mut rest = clean.as_str();
    for word in ["Класс:", "класс:", "КЛАСС:", "Класс", "класс", "КЛАСС", "кл.", "кл"]
    {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim();
        rest = rest.strip_suffix(word).unwrap_or(rest).trim();
    }
    let label: ClassLabel = rest.parse()?;
    let latin =
        rest.chars().any(|c| c.is_ascii_alphabetic()) && !label.letter().chars().any(|c| c.is_ascii_alphabetic());
    Ok((label, latin))
}

/// Reads a class from a grade and a letter.
pub fn class_of_parts(grade: &str, letter: &str) -> Result<(ClassLabel, bool), NotAClass> {
    let digits: String = tidy(grade).chars().take_while(char::is_ascii_digit).collect();
    class(&format!("{digits}{letter}"))
}

/// Parts a cell that lists several values, by `;`, `,` or line breaks.
pub fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Reads `м`, `жен.`, `Мужской`, `1` (he), `2` (she).
pub fn gender(text: &str) -> Option<Gender> {
    let text = fold(text);
    match text.trim_end_matches('.') {
        "1" | "m" | "male" => Some(Gender::Male),
        "2" | "f" | "female" => Some(Gender::Female),
        text if text == "м" || text.starts_with("муж") || text.starts_with("мальч") => Some(Gender::Male),
        text if text == "ж" || text.starts_with("жен") || text.starts_with("девоч") => Some(Gender::Female),
        _ => None,
    }
}

/// Reads the relation of an adult to a child; `None` for a word that is not known.
pub fn kinship(text: &str) -> Option<Kinship> {
    let text = fold(text);
    let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if starts(&["мать", "мама", "мачеха", "mother"]) {
        Some(Kinship::Mother)
    } else if starts(&["отец", "папа", "отчим", "father"]) {
        Some(Kinship::Father)
    } else if starts(&["опекун", "попечител", "приемн", "guardian"]) {
        Some(Kinship::Guardian)
    } else if text.is_empty() || starts(&["законный", "представ", "родител", "parent"]) {
        Some(Kinship::Unknown)
    } else {
        None
    }
}

/// What a status says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Studies or works here.
    Present,
    /// Left the school.
    Left,
    /// Finished it.
    Graduated,
}

/// Reads a status: «выбыл», «отчислена», «архив», «уволен», «выпускник», «окончил».
pub fn status(text: &str) -> Status {
    let text = fold(text);
    if ["выб", "отчисл", "архив", "уволен", "tobedeleted", "inactive"].iter().any(|word| text.starts_with(word))
    {
        Status::Left
    } else if ["выпуск", "окончил"].iter().any(|word| text.starts_with(word)) {
        Status::Graduated
    } else {
        Status::Present
    }
}

/// Reads hours a week, also with a unit: `4`, `0,5`, `2 ч`.
pub fn hours(text: &str) -> Option<Hours> {
    let text = fold(text);
    Hours::parse(text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == ' '))
}

/// Finds the label of a school year in a text and gives its first year: `2026/27`, `2026–2027`, `2026-27 уч. год`.
pub fn school_year(text: &str) -> Option<i32> {
    let chars: Vec<char> = text.chars().collect();
    let starts = (0..chars.len()).filter(|at| *at == 0 || chars.get(at - 1).is_none_or(|c| !c.is_ascii_digit()));
    starts.into_iter().find_map(|at| year_at(chars.get(at..)?))
}

fn year_at(chars: &[char]) -> Option<i32> {
    let number = |chars: &[char]| -> (usize, i32) {
        let digits: String = chars.iter().take_while(|c| c.is_ascii_digit()).take(5).collect();
        (digits.len(), digits.parse().unwrap_or(0))
    };
    let (4, first) = number(chars) else { return None };
    let rest: &[char] = chars.get(4..)?;
    let gap = rest.iter().take_while(|c| matches!(c, ' ' | '/' | '-' | '–' | '—')).count();
    if !(1..=3).contains(&gap) || !(2000..2100).contains(&first) {
        return None;
    }
    match number(rest.get(gap..)?) {
        (2, second) if second == (first + 1) % 100 => Some(first),
        (4, second) if second == first + 1 => Some(first),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_class(text: &str, expected: Option<(&str, bool)>) {
        let read = class(text).ok().map(|(label, latin)| (label.to_string(), latin));
        assert_eq!(read, expected.map(|(label, latin)| (label.to_owned(), latin)), "{text}");
    }

    #[test]
    fn classes() {
        for text in ["7А", "7-а", "7 «А»", "7 а", "7А класс", "Класс: 7А", "7\u{a0}А", "'7А", "07А", "7а кл."]
        {
            check_class(text, Some(("7А", false)));
        }
        check_class("7A", Some(("7А", true)));
        check_class("10B", Some(("10В", true)));
        check_class("10Гум", Some(("10Гум", false)));
        check_class("1Ы", Some(("1Ы", false)));
        check_class("1Ё", Some(("1Ё", false)));
        check_class("5Естественнонауч", Some(("5Естественнонауч", false)));
        for text in ["", "А", "7", "12А", "7 класс", "Иванов", "5Естественнонаучн1"] {
            check_class(text, None);
        }
    }

    #[test]
    fn homoglyphs_of_every_kind() {
        for (latin, russian) in "ABEKMHOPCTYX".chars().zip("АВЕКМНОРСТУХ".chars()) {
            check_class(&format!("3{latin}"), Some((&format!("3{russian}"), true)));
        }
    }

    #[test]
    fn class_from_two_columns() {
        let read = |grade, letter| class_of_parts(grade, letter).ok().map(|(label, latin)| (label.to_string(), latin));
        assert_eq!(read("7", "А"), Some(("7А".to_owned(), false)));
        assert_eq!(read("7 класс", "«б»"), Some(("7Б".to_owned(), false)));
        assert_eq!(read("7", "A"), Some(("7А".to_owned(), true)));
        assert_eq!(read("", "А"), None);
    }

    #[test]
    fn genders() {
        for text in ["м", "М", "муж", "Мужской", "муж.", "1", "мальчик"] {
            assert_eq!(gender(text), Some(Gender::Male), "{text}");
        }
        for text in ["ж", "Ж", "жен", "женский", "2"] {
            assert_eq!(gender(text), Some(Gender::Female), "{text}");
        }
        assert_eq!(gender("3"), None);
    }

    #[test]
    fn relations() {
        assert_eq!(kinship("Мать"), Some(Kinship::Mother));
        assert_eq!(kinship("ОТЕЦ"), Some(Kinship::Father));
        assert_eq!(kinship("Опекун"), Some(Kinship::Guardian));
        assert_eq!(kinship("законный представитель"), Some(Kinship::Unknown));
        assert_eq!(kinship("сосед"), None);
    }

    #[test]
    fn statuses() {
        for text in ["выбыл", "Выбыла в школу № 1", "отчислен", "Архив"] {
            assert_eq!(status(text), Status::Left, "{text}");
        }
        for text in ["выпускник", "Окончил школу"] {
            assert_eq!(status(text), Status::Graduated, "{text}");
        }
        for text in ["", "учится", "зачислен"] {
            assert_eq!(status(text), Status::Present, "{text}");
        }
    }

    #[test]
    fn hours_with_units() {
        assert_eq!(hours("4"), Some(Hours(400)));
        assert_eq!(hours("0,5 ч."), Some(Hours(50)));
        assert_eq!(hours("2 часа"), Some(Hours(200)));
        assert_eq!(hours("много"), None);
    }

    #[test]
    fn school_years() {
        for text in ["2026/27", "2026–2027", "2026-27", "на 2026 / 2027 учебный год", "2026—2027 уч. г."]
        {
            assert_eq!(school_year(text), Some(2026), "{text}");
        }
        for text in ["01.09.2026", "2026", "2026/28", "2027-2026", "2026-09-01", "12026/27"] {
            assert_eq!(school_year(text), None, "{text}");
        }
    }

    #[test]
    fn lists_in_one_cell() {
        let parts: Vec<&str> = list("Иванова Анна; Иванов Пётр\nКим Ева, ").collect();
        assert_eq!(parts, ["Иванова Анна", "Иванов Пётр", "Ким Ева"]);
    }
}
