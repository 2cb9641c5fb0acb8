//! Why a text is no such value, and where.

use std::fmt;

/// Tells why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} at line {} column {}", .0.message, .0.line, .0.column)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    kind: Kind,
    message: String,
    line: usize,
    column: usize,
}

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The text ends too early.
    CutOff,
    /// It is no JSON.
    Syntax,
    /// Lists and objects lie in each other too deep.
    TooDeep,
    /// It is JSON, but of something else.
    Data,
}

impl Error {
    /// Makes an error whose place is told later, by who knows the text.
    pub(super) fn new(kind: Kind, message: String) -> Self {
        Self(Box::new(Inner { kind, message, line: 0, column: 0 }))
    }

    /// The same at a place of the text: what was wrong lies before it, or is what stands there.
    pub(super) fn placed(mut self, text: &str, at: usize) -> Self {
        let before = text.as_bytes().get(..at).unwrap_or_default();
        let own = usize::from(self.0.kind != Kind::Data && at < text.len());
        let mut lines = before.split(|byte| *byte == b'\n');
        self.0.column = lines.next_back().map_or(0, <[u8]>::len) + own;
        self.0.line = lines.count() + 1;
        self
    }

    /// What kind of fault it is.
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.0.line
    }

    /// The byte in the line, from 1.
    pub fn column(&self) -> usize {
        self.0.column
    }
}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Kind::Data, message.to_string())
    }
}

impl serde::ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Kind::Data, message.to_string())
    }
}
