//! The compiler of message files: Fluent text in, Rust functions out. Used by `build.rs` and by the tests of `text`.
//!
//! `read` parses and resolves terms and references, `check` compares the languages, `emit` writes the code. A message
//! with a problem is never compiled into something that merely looks right: any problem stops the build.

mod check;
mod emit;
mod problem;
mod read;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use problem::{Fault, Problem};

/// A language of the message files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Russian, the default.
    Ru,
    /// English.
    En,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The name of the language's folder.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The plural categories of whole numbers that every plural selector needs, besides its default.
    const fn categories(self) -> &'static [&'static str] {
        match self {
            Self::Ru => &["one", "few"],
            Self::En => &["one"],
        }
    }

    /// The categories that may be the default of a plural selector.
    const fn defaults(self) -> &'static [&'static str] {
        match self {
            Self::Ru => &["many", "other"],
            Self::En => &["other"],
        }
    }
}

/// One message file.
pub struct Source {
    /// The language of its folder.
    pub language: Language,
    /// How problems name it.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// A part of a message whose terms and references are resolved.
#[derive(Debug, PartialEq)]
enum Piece {
    Text(String),
    Variable(String),
    Select { variable: String, plural: bool, variants: Vec<(Key, Vec<Piece>)>, default: (Key, Vec<Piece>) },
}

/// The key of a variant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Name(String),
    Number(u64),
}

/// What a variable is in the generated function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Text,
}

/// A message of one language.
struct Message {
    file: String,
    pieces: Vec<Piece>,
}

/// The messages of one language by id.
type Catalog = BTreeMap<String, Message>;

/// A message in every language, checked.
struct Checked<'a> {
    id: &'a str,
    variables: BTreeMap<String, Kind>,
    ru: &'a [Piece],
    en: &'a [Piece],
}

/// Compiles the files into the text of a Rust module, or tells every problem, ordered by file and id.
pub fn compile(sources: &[Source]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let ru = read::catalog(Language::Ru, sources, &mut problems);
    let en = read::catalog(Language::En, sources, &mut problems);
    let checked = check::pair(&ru, &en, &mut problems);
    if problems.is_empty() {
        return Ok(emit::module(&checked));
    }
    problems.sort();
    Err(problems)
}

/// Turns `kebab-case` into `snake_case`.
fn snake(id: &str) -> String {
    id.replace('-', "_")
}
