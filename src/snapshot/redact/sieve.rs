//! Keeps names, phones and addresses of those who stay out of texts that leave: «группа Зуевой».

use std::collections::BTreeSet;

use crate::domain::words::fold;
use crate::domain::{PersonId, School};

/// Shortest part of a word that stands for a family name in any case.
const STEM: usize = 4;
/// Digits that make a phone number.
const PHONE: usize = 10;

/// Knows whose names must not leave.
pub struct Sieve {
    stems: BTreeSet<String>,
}

impl Sieve {
    /// A sieve for the names of everybody but those who leave by name.
    pub fn new(school: &School, leaves: &BTreeSet<PersonId>) -> Self {
        // A namesake on the staff does not open a name: «Баранова» is also who is meant by «группа Баранова».
        let stay = school.people().values().filter(|row| !leaves.contains(&row.id));
        let stems = stay.flat_map(|row| stems(row.name.family())).collect();
        Self { stems }
    }

    /// The text, or nothing where it names somebody who stays, or holds a phone or an address.
    pub fn text(&self, text: &str) -> String {
        let names_somebody = stems(text).any(|stem| self.stems.contains(&stem));
        if names_somebody || text.contains('@') || has_phone(text) { String::new() } else { text.to_owned() }
    }
}

/// Whether so many digits follow one another that they make a phone number.
fn has_phone(text: &str) -> bool {
    let mut digits = 0;
    text.chars().any(|c| {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '(' | ')' | '-' | '+' | '.' => {}
            _ => digits = 0,
        }
        digits >= PHONE
    })
}

/// The stems of the words of a text; a double name has two.
fn stems(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(stem)
}

/// What the cases of a family name have in common: `Зуева`, `Зуевой`, `Зуеву`; short names are taken whole.
fn stem(word: &str) -> String {
    let word = fold(word);
    let is_ending = |c: char| matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'ю' | 'я' | 'й' | 'ь' | 'м');
    let stem = word.trim_end_matches(is_ending);
    let stem = stem.strip_suffix("ог").unwrap_or(stem);
    if stem.chars().count() < STEM { word } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Sieve, stem};

    #[track_caller]
    fn check_stem(words: &[&str], expected: &str) {
        for word in words {
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn stems() {
        check_stem(&["Зуева", "Зуевой", "ЗУЕВУ", "Зуев", "Зуеву", "Зуевым"], "зуев");
        check_stem(&["Орловская", "Орловского", "Орловский", "Орловскому", "Орловской"], "орловск");
        check_stem(&["Ким"], "ким");
    }

    #[track_caller]
    fn check(text: &str, leaves: bool) {
        let sieve = Sieve { stems: ["зуев", "ким", "петров", "водкин"].map(Into::into).into() };
        assert_eq!(sieve.text(text), if leaves { text } else { "" });
    }

    #[test]
    fn texts() {
        check("Математика", true);
        check("1 группа", true);
        check("приказ № 102 от 01.09.2026", true);
        check("группа Зуевой", false);
        check("(зуев)", false);
        check("Ким, Иванов", false);
        check("Кимоно", true);
        check("Петрова-Водкина", false);
        check("s001@example.org", false);
        check("тел. 8 (000) 219-32-58", false);
    }
}
