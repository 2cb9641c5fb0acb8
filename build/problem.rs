//! What is wrong with a message file, as values, and how the build says it.

use std::fmt;

use super::Language;

/// A problem of one message in one file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The message or term; for junk its first line.
    pub id: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a message.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The parser could not read it.
    Junk(String),
    /// The other language lacks it.
    MissingIn(Language),
    /// It stands in another file too, or twice in this one.
    Duplicate,
    /// The languages use different variables: those of this one, those of the other.
    Variables(Vec<String>, Vec<String>),
    /// A plural selector lacks the category.
    LacksCategory(String),
    /// A plural selector has a category that no whole number of the language has, or such a default.
    StrangeCategory(String),
    /// There is nothing to read.
    Empty,
    /// A variable is a number in one place and a text in another.
    TwoKinds(String),
    /// The keys of a selector are neither all numbers and plural categories nor all names.
    MixedKeys(String),
    /// A selector has a key twice.
    DuplicateKey(String),
    /// A term or message that is not there.
    Unknown(String),
    /// A message that contains itself.
    Cycle(String),
    /// A name that is not kebab-case or means something else in Rust.
    BadName(String),
    /// A part of Fluent that the compiler does not know.
    Unsupported(&'static str),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.id, self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Junk(error) => write!(f, "cannot be parsed: {error}"),
            Self::MissingIn(language) => write!(f, "is missing in `{}`", language.code()),
            Self::Duplicate => f.write_str("is there twice"),
            Self::Variables(here, there) => {
                write!(f, "uses ({}), the other language ({})", here.join(", "), there.join(", "))
            }
            Self::LacksCategory(category) => write!(f, "a plural selector lacks [{category}]"),
            Self::StrangeCategory(category) => write!(f, "a plural selector cannot have [{category}] there"),
            Self::Empty => f.write_str("has no text"),
            Self::TwoKinds(variable) => write!(f, "${variable} is a number in one place and a text in another"),
            Self::MixedKeys(variable) => write!(f, "the selector on ${variable} mixes numbers and names"),
            Self::DuplicateKey(key) => write!(f, "a selector has [{key}] twice"),
            Self::Unknown(name) => write!(f, "refers to {name}, which is not there"),
            Self::Cycle(name) => write!(f, "contains itself through {name}"),
            Self::BadName(name) => write!(f, "`{name}` is not kebab-case or a reserved word"),
            Self::Unsupported(what) => write!(f, "{what} are not supported"),
        }
    }
}
