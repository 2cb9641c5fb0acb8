//! What a page, a form or a deed may look at.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Context, IdSource, School};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::Lang;

/// What an area may look at: the plan, what follows from it, the day, the language, the address.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// The records.
    pub school: &'a School,
    /// Who stands where on the planning day.
    pub index: &'a Index,
    /// Required chats and other things that follow from the records.
    pub plan: &'a Plan,
    /// The edition of the regulation that is in force.
    pub regulation: &'a Regulation,
    /// Who is at the keyboard, and when.
    pub context: &'a Context,
    /// The language of the page.
    pub lang: Lang,
    /// The parameters of the address.
    pub query: &'a Query,
    /// The rows that are chosen in the table whose button was pressed, by their keys.
    pub chosen: &'a BTreeSet<String>,
}

/// The parameter that shows the whole plan on a day, `as-of` of `#/?as-of=2026-10-15`.
pub const AS_OF: &str = "as-of";

/// The parameter that names a button to press once the screen is shown: `do` of `#/movement?do=leave&person=ID`.
pub const PRESS: &str = "do";

/// The parameters of an address: `state` and `class` of `#/invites?state=sent&class=ID`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query(BTreeMap<String, String>);

impl Query {
    /// Reads the part behind `?` of an address.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let Some((_, query)) = hash.split_once('?') else { return Self::default() };
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Self(pairs.map(|(key, value)| (decode(key), decode(value))).filter(|(_, value)| !value.is_empty()).collect())
    }

    /// A parameter; empty where it is not there.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map(String::as_str).unwrap_or_default()
    }

    /// The same parameters with one changed; an empty value takes it out.
    #[must_use]
    pub fn with(&self, key: &str, value: &str) -> Self {
        let mut pairs = self.0.clone();
        if value.is_empty() {
            pairs.remove(key);
        } else {
            pairs.insert(key.to_owned(), value.to_owned());
        }
        Self(pairs)
    }

    /// An address with these parameters.
    #[must_use]
    pub fn address(&self, path: &impl ToString) -> String {
        let path = path.to_string();
        let pairs: Vec<String> =
            self.0.iter().map(|(key, value)| format!("{}={}", encode(key), encode(value))).collect();
        if pairs.is_empty() { path } else { format!("{path}?{}", pairs.join("&")) }
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Query {
    fn from(pairs: [(&str, &str); N]) -> Self {
        pairs.iter().fold(Self::default(), |query, (key, value)| query.with(key, value))
    }
}

fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/' | b':') {
            out.push(char::from(byte));
        } else {
            const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
            let digit = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or('0');
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// Reads what was encoded; what is broken is kept as it stands.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let pair = rest.clone().take(2).map(|digit| char::from(digit).to_digit(16)).collect::<Option<Vec<u32>>>();
        match (byte, pair.as_deref()) {
            (b'%', Some([high, low])) => {
                bytes.extend(u8::try_from(high * 16 + low));
                rest.nth(1);
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a command is made with: new identities.
#[derive(Debug)]
pub struct Making<'a> {
    /// Fresh identities.
    pub ids: &'a mut IdSource,
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[track_caller]
    fn check(hash: &str, key: &str, value: &str) {
        let query = Query::parse(hash);
        assert_eq!(query.get(key), value, "{hash}");
        assert_eq!(Query::parse(&query.address(&"#/x")), query);
    }

    #[test]
    fn parameters_are_read_back() {
        check("#/invites", "state", "");
        check("#/invites?state=sent&q=%D1%91%D0%B6", "q", "ёж");
        check("#/invites?q=a+b%26c", "q", "a b&c");
        check("#/invites?q=%zz%4", "q", "%zz%4");
        check("#/invites?=x&&q", "q", "");
    }

    #[test]
    fn a_parameter_is_changed_and_taken_out() {
        let query = Query::from([("state", "sent")]);
        assert_eq!(query.with("class", "7").address(&"#/invites"), "#/invites?class=7&state=sent");
        assert_eq!(query.with("state", "").address(&"#/invites"), "#/invites");
    }
}
