//! Why a file or a stored copy cannot be opened as a plan. Each reason asks for another act of the reader.

use super::read::Opened;
use crate::domain::RecordKey;

/// Tells why bytes are no snapshot that may be opened.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than any plan; it was not parsed.
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooBig {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// It is not in UTF-8.
    #[error("not UTF-8 from byte {at} on: {guess}")]
    Encoding {
        /// The first byte that does not fit.
        at: usize,
        /// What it seems to be.
        guess: Encoding,
    },
    /// It is no JSON.
    #[error("no JSON at line {line}, column {column}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// It begins well and ends too early.
    #[error("cut off at line {line}, column {column}")]
    CutOff {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// Its values are nested deeper than 127 levels.
    #[error("nested too deep at line {line}, column {column}")]
    TooDeep {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// It is JSON of something else.
    #[error("JSON, but no snapshot of the planner")]
    Foreign,
    /// A newer app wrote it.
    #[error("schema {file} of app {written_by}; this app reads up to {app}")]
    Newer {
        /// Schema of the file.
        file: u64,
        /// Newest schema this app reads.
        app: u32,
        /// Version of the app that wrote the file; empty where it does not say.
        written_by: String,
    },
    /// A value is not what its place asks for.
    #[error("line {line}, column {column}, {path}: {message}")]
    Structure {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// Where in the file: `records.people[12].phone`.
        path: String,
        /// What the parser says, in English.
        message: String,
    },
    /// A record stands twice.
    #[error("{:?} {} stands twice", .0.kind, .0.id)]
    Twice(RecordKey),
    /// It was changed after it was written; may be shown on the person's own choice.
    #[error("altered: the digest or the counts do not fit")]
    Altered(Box<Opened>),
    /// It is intact, but records point to records that are not there; may be shown.
    #[error("{} links lead nowhere", .0.dangling.len())]
    Dangling(Box<Opened>),
    /// Reading back gave another plan than was written.
    #[error("the written file reads as another plan")]
    NotWhatWasWritten,
}

/// What a file that is not UTF-8 seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Encoding {
    /// Two bytes a character: «Юникод» of an old editor.
    #[error("looks like UTF-16")]
    Utf16,
    /// One byte a letter: windows-1251 or its kin.
    #[error("looks like windows-1251")]
    OneByte,
    /// UTF-8 that was damaged.
    #[error("damaged")]
    Damaged,
}

impl Unreadable {
    /// What is in the file where it may still be shown read-only.
    pub fn opened(&self) -> Option<&Opened> {
        match self {
            Self::Altered(opened) | Self::Dangling(opened) => Some(opened),
            _ => None,
        }
    }
}
