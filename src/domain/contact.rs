//! How to reach a person: a Russian phone number, an e-mail address.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::words::tidy;

/// A phone number of Russia: ten digits after the country's 7. Written `+70002193258` in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Phone(
    // INVARIANT: below 10^10.
    u64,
);

/// Tells that a text is no phone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no phone number of ten digits")]
pub struct NotAPhone(pub String);

impl FromStr for Phone {
    type Err = NotAPhone;

    /// Reads `+7 (000) 219-32-58`, `8 000 2193258`, `70002193258`, `0002193258`.
    fn from_str(text: &str) -> Result<Self, NotAPhone> {
        let wrong = || NotAPhone(text.to_owned());
        let mut digits = String::new();
        for c in tidy(text).chars() {
            match c {
                '0'..='9' => digits.push(c),
                ' ' | '(' | ')' | '-' | '+' | '.' | '–' | '‑' => {}
                _ => return Err(wrong()),
            }
        }
        let digits = match (digits.len(), digits.strip_prefix(['7', '8'])) {
            (11, Some(rest)) => rest,
            (10, _) => digits.as_str(),
            _ => return Err(wrong()),
        };
        digits.parse().map(Self).map_err(|_| wrong())
    }
}

impl Phone {
    /// The number as files carry it: `+70002193258`.
    #[must_use]
    pub fn compact(self) -> String {
        format!("+7{:010}", self.0)
    }
}

impl fmt::Display for Phone {
    /// Writes the number as people read it: `+7 (000) 219-32-58`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.0;
        write!(f, "+7 ({:03}) {:03}-{:02}-{:02}", n / 10_000_000, n / 10_000 % 1000, n / 100 % 100, n % 100)
    }
}

impl TryFrom<String> for Phone {
    type Error = NotAPhone;
    fn try_from(text: String) -> Result<Self, NotAPhone> {
        text.parse()
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.compact()
    }
}

/// An e-mail address: something, an `@`, a host with a dot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Email(String);

/// Tells that a text is no e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no e-mail address")]
pub struct NotAnEmail(pub String);

impl Email {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = NotAnEmail;
    fn from_str(text: &str) -> Result<Self, NotAnEmail> {
        let address = tidy(text);
        let is_valid = address.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty()
                && host.split('.').count() >= 2
                && host.split('.').all(|label| !label.is_empty())
                && address.len() <= 254
                && !address
                    .contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ',' | ';' | '(' | ')' | ':'))
                && !host.contains('@')
        });
        if is_valid { Ok(Self(address)) } else { Err(NotAnEmail(text.to_owned())) }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Email {
    type Error = NotAnEmail;
    fn try_from(text: String) -> Result<Self, NotAnEmail> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Email, Phone};

    #[track_caller]
    fn check_phone(text: &str, expected: Option<&str>) {
        assert_eq!(text.parse::<Phone>().ok().map(|phone| phone.to_string()).as_deref(), expected);
    }

    #[test]
    fn phones() {
        let orlova = Some("+7 (000) 219-32-58");
        for text in ["+7 (000) 219-32-58", "8 000 219 32 58", "70002193258", "0002193258", "+7-000-219-32-58"] {
            check_phone(text, orlova);
        }
        for text in ["", "219-32-58", "+7 (000) 219-32-5x", "+1 000 219 32 58 11"] {
            check_phone(text, None);
        }
    }

    #[track_caller]
    fn check_email(text: &str, is_valid: bool) {
        assert_eq!(text.parse::<Email>().is_ok(), is_valid, "{text}");
    }

    #[test]
    fn emails() {
        check_email("s001@example.org", true);
        check_email(" s001@example.org ", true);
        for text in [
            "",
            "s001",
            "@example.org",
            "s001@example",
            "a b@example.org",
            "a@b@example.org",
            "a@example..org",
            "<a@example.org>",
        ] {
            check_email(text, false);
        }
    }
}
