//! A person's name the Russian way: family name, given name, patronymic.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::words::{fold_into, mixes_alphabets, russian_rank, tidy};

/// Longest part of a name, in characters.
const MAX_PART: usize = 80;

/// Names a person. Family and given name are there; a patronymic may be missing (SPEC section 12 plants four such).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "NameParts", into = "NameParts")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(!try_from, !into))]
pub struct PersonName {
    // INVARIANT: tidy, `family` and `given` not empty, each at most `MAX_PART` characters.
    family: String,
    given: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    patronymic: Option<String>,
    // INVARIANT: what the parts give.
    #[serde(skip)]
    look: Look,
}

/// What a review asks of every name, worked out once, when the name is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Look {
    rough: u64,
    is_mixed: bool,
}

impl Look {
    fn of(parts: [&str; 3]) -> Self {
        let mut rough = 0xcbf2_9ce4_8422_2325_u64;
        for c in parts.into_iter().flat_map(str::chars) {
            let c = match c {
                'ё' | 'Ё' | 'Е' => 'е',
                'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
                c => c.to_ascii_lowercase(),
            };
            rough = (rough ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3);
        }
        Self { rough, is_mixed: parts.into_iter().any(mixes_alphabets) }
    }
}

#[derive(Serialize, Deserialize, Clone)]
struct NameParts {
    family: String,
    given: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    patronymic: Option<String>,
}

/// Tells why three texts make no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum NameError {
    /// There is no family name.
    #[error("no family name")]
    NoFamily,
    /// There is no given name.
    #[error("no given name")]
    NoGiven,
    /// A part is longer than 80 characters.
    #[error("a part of the name is too long")]
    TooLong,
}

impl PersonName {
    /// Makes a name of its parts; an empty patronymic means none.
    pub fn new(family: &str, given: &str, patronymic: &str) -> Result<Self, NameError> {
        let [family, given, patronymic] = [family, given, patronymic].map(tidy);
        if family.is_empty() {
            return Err(NameError::NoFamily);
        }
        if given.is_empty() {
            return Err(NameError::NoGiven);
        }
        if [&family, &given, &patronymic].iter().any(|part| part.chars().count() > MAX_PART) {
            return Err(NameError::TooLong);
        }
        let look = Look::of([&family, &given, &patronymic]);
        Ok(Self { family, given, patronymic: Some(patronymic).filter(|text| !text.is_empty()), look })
    }

    /// Reads a whole name from one line: family, given, and the rest as patronymic («Мамедов Тимур Али оглы»).
    pub fn parse(line: &str) -> Result<Self, NameError> {
        let line = tidy(line);
        let mut words = line.splitn(3, ' ');
        let mut next = || words.next().unwrap_or_default();
        Self::new(next(), next(), next())
    }

    /// The family name.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// The given name.
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The patronymic, where the person has one.
    pub fn patronymic(&self) -> Option<&str> {
        self.patronymic.as_deref()
    }

    /// The name with initials: «Орлова Н. А.».
    #[must_use]
    pub fn short(&self) -> String {
        let mut out = self.family.clone();
        for part in [Some(self.given.as_str()), self.patronymic()].into_iter().flatten() {
            if let Some(initial) = part.chars().next() {
                out.push('\u{a0}');
                out.push(initial);
                out.push('.');
            }
        }
        out
    }

    /// The key under which spellings of one name meet: folded, `ё` as `е`, parts joined by spaces.
    #[must_use]
    pub fn key(&self) -> String {
        let mut out = String::with_capacity(self.family.len() + self.given.len() + 40);
        fold_into(&self.family, &mut out);
        out.push(' ');
        fold_into(&self.given, &mut out);
        if let Some(patronymic) = &self.patronymic {
            out.push(' ');
            fold_into(patronymic, &mut out);
        }
        out
    }

    /// A number that is equal for spellings of one name, `ё` or `е`, capitals or not; names that differ share it by chance.
    #[must_use]
    pub fn rough(&self) -> u64 {
        self.look.rough
    }

    /// Whether a part has words in which Latin and Cyrillic letters stand together.
    #[must_use]
    pub fn mixes_alphabets(&self) -> bool {
        self.look.is_mixed
    }

    fn sort_key(&self) -> impl Iterator<Item = u32> + '_ {
        let parts = [self.family.as_str(), self.given.as_str(), self.patronymic.as_deref().unwrap_or_default()];
        parts.into_iter().flat_map(|part| part.chars().map(russian_rank).chain(std::iter::once(0)))
    }
}

impl Ord for PersonName {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.sort_key().cmp(other.sort_key())
    }
}

impl PartialOrd for PersonName {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.family, self.given)?;
        match &self.patronymic {
            Some(patronymic) => write!(f, " {patronymic}"),
            None => Ok(()),
        }
    }
}

impl TryFrom<NameParts> for PersonName {
    type Error = NameError;
    fn try_from(parts: NameParts) -> Result<Self, NameError> {
        Self::new(&parts.family, &parts.given, parts.patronymic.as_deref().unwrap_or_default())
    }
}

impl From<PersonName> for NameParts {
    fn from(name: PersonName) -> Self {
        Self { family: name.family, given: name.given, patronymic: name.patronymic }
    }
}

#[cfg(test)]
mod tests {
    use super::{NameError, PersonName};

    #[track_caller]
    fn check(line: &str, expected: Result<(&str, &str), NameError>) {
        let read = PersonName::parse(line);
        assert_eq!(
            read.map(|name| (name.to_string(), name.short())),
            expected.map(|(full, short)| (full.to_owned(), short.replace(' ', "\u{a0}")))
        );
    }

    #[test]
    fn reads_a_line() {
        check("Орлова  Нина Андреевна ", Ok(("Орлова Нина Андреевна", "Орлова Н. А.")));
        check("Ким Ева", Ok(("Ким Ева", "Ким Е.")));
        check("Мамедов Тимур Али оглы", Ok(("Мамедов Тимур Али оглы", "Мамедов Т. А.")));
        check("Сидоров", Err(NameError::NoGiven));
        check("  ", Err(NameError::NoFamily));
    }

    #[test]
    fn yo_meets_ye_in_the_key_and_stands_after_it_in_order() {
        let names =
            ["Жуков Ян", "Ёлкина Алёна", "Ельцов Ян", "Елкина Алена"].map(|line| PersonName::parse(line).unwrap());
        assert_eq!(names[1].key(), names[3].key());
        let mut sorted = names.to_vec();
        sorted.sort();
        let families: Vec<&str> = sorted.iter().map(PersonName::family).collect();
        assert_eq!(families, ["Елкина", "Ельцов", "Ёлкина", "Жуков"]);
    }
}
