//! The address of a clause in the regulation: `2.1/12` is the twelfth bullet of point 2.1, `2.2/6a` its sub-bullet.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Addresses a clause of the regulation: `1.3`, `2.1/0`, `2.2/6a`.
///
/// Bullet 0 is the sentence that stands before the list (SPEC section 1, clause 2.1/0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClauseId {
    section: u8,
    point: u8,
    /// 0 = the point itself; n + 1 = bullet n.
    bullet: u8,
    /// 0 = no letter, else an ASCII letter.
    letter: u8,
}

/// Tells why a text is no clause address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no clause address such as 2.1/12")]
pub struct NotAClause(pub String);

impl ClauseId {
    /// Parses `text`; `None` where it is no address. Works at compile time, see [`clause!`](crate::clause).
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a const fn has no `get`; each index is compared with the length first")]
    pub const fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (section, at) = number(bytes, 0);
        if at == 0 || at >= bytes.len() || bytes[at] != b'.' {
            return None;
        }
        let start = at + 1;
        let (point, at) = number(bytes, start);
        if at == start {
            return None;
        }
        if at == bytes.len() {
            return Some(Self { section, point, bullet: 0, letter: 0 });
        }
        if bytes[at] != b'/' {
            return None;
        }
        let start = at + 1;
        let (bullet, at) = number(bytes, start);
        if at == start || bullet == u8::MAX {
            return None;
        }
        let letter = if at == bytes.len() {
            0
        } else if at + 1 == bytes.len() && bytes[at].is_ascii_lowercase() {
            bytes[at]
        } else {
            return None;
        };
        Some(Self { section, point, bullet: bullet + 1, letter })
    }

    /// The point that holds this clause: `2.1` for `2.1/12`.
    #[must_use]
    pub const fn point(self) -> Self {
        Self { bullet: 0, letter: 0, ..self }
    }

    /// The bullet that holds this clause: `2.2/6` for `2.2/6a`.
    #[must_use]
    pub const fn bullet(self) -> Self {
        Self { letter: 0, ..self }
    }

    /// Whether this is a part of a bullet: `2.2/6a`.
    #[must_use]
    pub const fn is_part(self) -> bool {
        self.letter > 0
    }

    /// Whether this is a whole point, not a bullet of it.
    #[must_use]
    pub const fn is_point(self) -> bool {
        self.bullet == 0
    }

    /// The number of the section, 1 to 4.
    #[must_use]
    pub const fn section(self) -> u8 {
        self.section
    }
}

/// Reads decimal digits from `at`; gives the number (255 at most) and the place after it.
#[allow(clippy::indexing_slicing, reason = "a const fn has no `get`; the index is compared with the length first")]
const fn number(bytes: &[u8], mut at: usize) -> (u8, usize) {
    let mut value: u8 = 0;
    while at < bytes.len() && bytes[at].is_ascii_digit() {
        value = value.saturating_mul(10).saturating_add(bytes[at] - b'0');
        at += 1;
    }
    (value, at)
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.section, self.point)?;
        if self.bullet > 0 {
            write!(f, "/{}", self.bullet - 1)?;
        }
        if self.letter > 0 {
            write!(f, "{}", char::from(self.letter))?;
        }
        Ok(())
    }
}

impl FromStr for ClauseId {
    type Err = NotAClause;
    fn from_str(text: &str) -> Result<Self, NotAClause> {
        Self::parse(text).ok_or_else(|| NotAClause(text.to_owned()))
    }
}

impl TryFrom<String> for ClauseId {
    type Error = NotAClause;
    fn try_from(text: String) -> Result<Self, NotAClause> {
        text.parse()
    }
}

impl From<ClauseId> for String {
    fn from(clause: ClauseId) -> Self {
        clause.to_string()
    }
}

/// Names a clause; a typing error does not compile.
#[macro_export]
macro_rules! clause {
    ($text:literal) => {{
        const CLAUSE: $crate::domain::ClauseId = match $crate::domain::ClauseId::parse($text) {
            Some(clause) => clause,
            None => panic!("not a clause address"),
        };
        CLAUSE
    }};
}

#[cfg(test)]
mod tests {
    use super::ClauseId;

    #[track_caller]
    fn check(text: &str, valid: bool) {
        assert_eq!(ClauseId::parse(text).map(|clause| clause.to_string()), valid.then(|| text.to_owned()));
    }

    #[test]
    fn addresses() {
        for text in ["1.3", "2.1/0", "2.1/12", "2.2/6a", "4.3"] {
            check(text, true);
        }
        for text in ["", "2", "2.", "2.1/", "2.1/a", "2.1/6A", "2.1/6ab", "2.1 ", "x.1", "2.1/255"] {
            check(text, false);
        }
    }

    #[test]
    fn order_is_the_order_of_the_text() {
        let mut clauses: Vec<ClauseId> = ["2.2/6", "2.1/12", "2.1/2", "2.2/6a", "1.3", "2.1"]
            .iter()
            .filter_map(|text| ClauseId::parse(text))
            .collect();
        clauses.sort();
        let texts: Vec<String> = clauses.iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["1.3", "2.1", "2.1/2", "2.1/12", "2.2/6", "2.2/6a"]);
    }
}
