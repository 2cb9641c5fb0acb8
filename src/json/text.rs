//! The tokens of JSON: spaces, words, numbers and texts, by RFC 8259 and nothing besides.

use serde_json::Number;

use super::error::{Error, Kind};

/// A place in a text, moving forward.
#[derive(Debug)]
pub(super) struct Cursor<'de> {
    text: &'de str,
    at: usize,
    /// The last text that had escapes.
    plain: String,
}

impl<'de> Cursor<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self { text, at: 0, plain: String::new() }
    }

    /// Where the next byte stands.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn text(&self) -> &'de str {
        self.text
    }

    /// Goes over a byte that was looked at.
    pub(super) fn step(&mut self) {
        self.at += 1;
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What is wrong with the next byte.
    pub(super) fn wrong(&self) -> Error {
        match self.byte() {
            Some(_) => Error::new(Kind::Syntax, "no JSON".to_owned()),
            None => Error::new(Kind::CutOff, "the text ends too early".to_owned()),
        }
    }

    /// The next byte that is no space.
    pub(super) fn peek(&mut self) -> Result<u8, Error> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                Some(byte) => return Ok(byte),
                None => return Err(self.wrong()),
            }
        }
    }

    /// Goes over the byte, which has to come next.
    pub(super) fn take(&mut self, expected: u8) -> Result<(), Error> {
        if self.peek()? != expected {
            return Err(self.wrong());
        }
        self.at += 1;
        Ok(())
    }

    /// Makes sure that nothing follows.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        match self.peek() {
            Ok(_) => Err(self.wrong()),
            Err(_) => Ok(()),
        }
    }

    /// Goes over a word: `null`.
    pub(super) fn word(&mut self, word: &str) -> Result<(), Error> {
        for byte in word.bytes() {
            if self.byte() != Some(byte) {
                return Err(self.wrong());
            }
            self.at += 1;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Error> {
        if !self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.wrong());
        }
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    /// Reads a number. A whole one beyond 64 bits becomes the nearest of the other kind.
    pub(super) fn number(&mut self) -> Result<Number, Error> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        let first = self.at;
        self.digits()?;
        if self.at - first > 1 && self.text.as_bytes().get(first) == Some(&b'0') {
            self.at = first + 1;
            return Err(self.wrong());
        }
        let whole = self.at;
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        // Minus nought is no whole number.
        if self.at == whole && text != "-0" {
            if let Ok(number) = text.parse::<u64>() {
                return Ok(number.into());
            }
            if let Ok(number) = text.parse::<i64>() {
                return Ok(number.into());
            }
        }
        let number = text.parse().ok().and_then(Number::from_f64);
        number.ok_or_else(|| Error::new(Kind::Syntax, "number out of range".to_owned()))
    }

    /// Reads a text, from its opening quote on.
    pub(super) fn string(&mut self) -> Result<&str, Error> {
        self.take(b'"')?;
        let start = self.at;
        self.skip();
        if self.byte() == Some(b'"') {
            let end = self.at;
            self.at += 1;
            return Ok(self.text.get(start..end).unwrap_or_default());
        }
        self.plain.clear();
        let mut from = start;
        loop {
            self.plain.push_str(self.text.get(from..self.at).unwrap_or_default());
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(&self.plain);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let character = self.escape()?;
                    self.plain.push(character);
                }
                _ => return Err(self.wrong()),
            }
            from = self.at;
            self.skip();
        }
    }

    /// Goes as far as the next byte that means something in a text.
    fn skip(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f)).unwrap_or(rest.len());
    }

    /// Reads what stands after a backslash.
    fn escape(&mut self) -> Result<char, Error> {
        let plain = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.wrong()),
        };
        self.at += 1;
        Ok(plain)
    }

    /// Reads the number of a character, which may take two halves.
    fn unicode(&mut self) -> Result<char, Error> {
        self.at += 1;
        let high = self.hex()?;
        if let Some(character) = char::from_u32(high) {
            return Ok(character);
        }
        self.word("\\u")?;
        let low = self.hex()?;
        // A half alone, or two halves in the wrong order, are no character.
        if !(0xD800..0xDC00).contains(&high) || !(0xDC00..0xE000).contains(&low) {
            return Err(self.wrong());
        }
        char::from_u32(((high - 0xD800) << 10) + (low - 0xDC00) + 0x1_0000).ok_or_else(|| self.wrong())
    }

    fn hex(&mut self) -> Result<u32, Error> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16)).ok_or_else(|| self.wrong())?;
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }
}
