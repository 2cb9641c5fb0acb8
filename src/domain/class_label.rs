//! The name of a class the way a school says it.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::words::{cyrillic_twin, russian_rank, tidy};

/// Longest letter of a class: school systems take strings of up to 15 characters (SPEC section 6).
const MAX_LETTER: usize = 15;

/// Names a class: a grade and a letter, `7Б`; a letter may be a word, `10Гум`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ClassLabel {
    // INVARIANT: 1..=11.
    grade: u8,
    // INVARIANT: 1 to 15 characters, Cyrillic where a Latin look-alike was typed, first letter upper case.
    letter: String,
}

/// Tells why a text names no class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum NotAClass {
    /// The grade is missing or not 1 to 11.
    #[error("`{0}` has no grade from 1 to 11")]
    Grade(String),
    /// The letter is missing, too long, or holds other signs.
    #[error("`{0}` has no letter of 1 to 15 characters")]
    Letter(String),
}

impl ClassLabel {
    /// Makes a label of a grade and a letter; Latin look-alikes become Cyrillic (2.1/5).
    pub fn new(grade: u8, letter: &str) -> Result<Self, NotAClass> {
        if !(1..=11).contains(&grade) {
            return Err(NotAClass::Grade(format!("{grade}{letter}")));
        }
        let bare: String = tidy(letter)
            .chars()
            .filter(|c| !matches!(c, '«' | '»' | '"' | '\'' | '„' | '“' | '”' | '(' | ')'))
            .collect();
        let bare = bare.trim_matches([' ', '-', '–', '—', '.']);
        let count = bare.chars().count();
        let is_word = bare.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | ' '));
        if count == 0 || count > MAX_LETTER || !is_word || !bare.chars().any(char::is_alphabetic) {
            return Err(NotAClass::Letter(format!("{grade}{letter}")));
        }
        Ok(Self { grade, letter: normal_letter(bare) })
    }

    /// The grade, 1 to 11.
    pub fn grade(&self) -> u8 {
        self.grade
    }

    /// The letter or word after the grade.
    pub fn letter(&self) -> &str {
        &self.letter
    }

    /// Whether the text spells the letter with Latin look-alikes.
    #[must_use]
    pub fn has_latin(text: &str) -> bool {
        text.chars().any(|c| c.is_ascii_alphabetic() && cyrillic_twin(c).is_some())
    }
}

/// Upper case for one letter, a capital and the rest as typed for a word, Cyrillic where all of it can be.
fn normal_letter(text: &str) -> String {
    let is_latin = |(at, c): (usize, char)| {
        let c = if at == 0 { c.to_ascii_uppercase() } else { c };
        c.is_ascii_alphabetic() && cyrillic_twin(c).is_none()
    };
    let is_latin_word = text.chars().enumerate().any(is_latin);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        let c = if at == 0 { c.to_uppercase().next().unwrap_or(c) } else { c };
        out.push(if is_latin_word { c } else { cyrillic_twin(c).unwrap_or(c) });
    }
    out
}

impl FromStr for ClassLabel {
    type Err = NotAClass;

    /// Reads `7А`, `7A` (Latin), `7-а`, `7 «А»`, `7 а`, `10В`, `10 Гум`.
    fn from_str(text: &str) -> Result<Self, NotAClass> {
        let clean = tidy(text);
        let digits = clean.chars().take_while(char::is_ascii_digit).count();
        let (grade, letter) = clean.split_at(digits);
        let grade = grade.parse().map_err(|_| NotAClass::Grade(text.to_owned()))?;
        Self::new(grade, letter).map_err(|error| match error {
            NotAClass::Grade(_) => NotAClass::Grade(text.to_owned()),
            NotAClass::Letter(_) => NotAClass::Letter(text.to_owned()),
        })
    }
}

impl Ord for ClassLabel {
    fn cmp(&self, other: &Self) -> Ordering {
        self.grade
            .cmp(&other.grade)
            .then_with(|| self.letter.chars().map(russian_rank).cmp(other.letter.chars().map(russian_rank)))
    }
}

impl PartialOrd for ClassLabel {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for ClassLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.grade, self.letter)
    }
}

impl TryFrom<String> for ClassLabel {
    type Error = NotAClass;
    fn try_from(text: String) -> Result<Self, NotAClass> {
        text.parse()
    }
}

impl From<ClassLabel> for String {
    fn from(label: ClassLabel) -> Self {
        label.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::ClassLabel;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(text.parse::<ClassLabel>().ok().map(|label| label.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn spellings_of_one_class() {
        for text in ["7А", "7A", "7-а", "7 «А»", "7 а", "7a", " 7\u{a0}А ", "7 \"А\"", "07А", "7.а"] {
            check(text, Some("7А"));
        }
        check("10B", Some("10В"));
        check("10 Гум", Some("10Гум"));
        check("10гум", Some("10Гум"));
        check("1Ё", Some("1Ё"));
        check("5Math", Some("5Math"));
        check("9Физмат-лицейский", None);
    }

    #[test]
    fn not_classes() {
        for text in ["", "А", "7", "12А", "0А", "7/А", "7=А", "7123456"] {
            check(text, None);
        }
    }

    #[test]
    fn order_is_by_grade_then_alphabet() {
        let mut labels: Vec<ClassLabel> =
            ["10А", "7Ж", "7Ё", "7Е", "2В"].iter().filter_map(|text| text.parse().ok()).collect();
        labels.sort();
        let texts: Vec<String> = labels.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["2В", "7Е", "7Ё", "7Ж", "10А"]);
    }
}
