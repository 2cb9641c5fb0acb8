//! What the worker gives the page to draw: less than a page of an area, and every word of it ready.

use serde::{Deserialize, Serialize};

use crate::view::page::Tone;

/// The desk as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Parts of the screen: parameter, name, count.
    pub tabs: Vec<(String, String, u64)>,
    /// The part that is shown.
    pub tab: String,
    /// What narrows the tables: parameter, label, choices, value.
    pub filters: Vec<Filter>,
    /// What is shown.
    pub parts: Vec<Part>,
}

/// A choice that narrows what is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// The parameter of the address.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Values with names.
    pub choices: Vec<(String, String)>,
    /// The present value.
    pub value: String,
}

/// A part under a title of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its identity; tests find it as `section-ID`.
    pub id: String,
    /// Title.
    pub title: String,
    /// A sentence below the title.
    pub note: String,
    /// What can be done with it.
    pub acts: Vec<Act>,
    /// What it shows.
    pub body: Body,
}

/// What a part shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// A notice.
    Notice(Tone, String),
    /// Names with values.
    Facts(Vec<(String, String)>),
    /// Paragraphs.
    Prose(Vec<String>),
    /// A table.
    Table(Table),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The name of the exported file.
    pub name: String,
    /// Heads; true for numbers.
    pub columns: Vec<(String, bool)>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What can be done with the rows that are chosen.
    pub bulk: Vec<Act>,
    /// What is said where there are no rows.
    pub empty: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What it is about.
    pub key: String,
    /// One for each column: words, smaller words, tone of a badge.
    pub cells: Vec<(String, String, Option<Tone>)>,
    /// What can be done with it.
    pub acts: Vec<Act>,
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Tests find it as `act-ID`.
    pub id: String,
    /// What it says.
    pub label: String,
    /// Whether it is the main one.
    pub is_main: bool,
    /// Why it is off.
    pub refused: Option<String>,
    /// What is told to the desk.
    pub word: String,
    /// What is asked first.
    pub form: Option<Form>,
}

/// A form of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Form {
    /// Title.
    pub title: String,
    /// A sentence above the fields.
    pub lead: String,
    /// What the button says.
    pub submit: String,
    /// What is asked.
    pub fields: Vec<Field>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its identity.
    pub id: String,
    /// Its label.
    pub label: String,
    /// A sentence below.
    pub hint: String,
    /// How it is answered.
    pub kind: Kind,
    /// What it begins with.
    pub value: String,
    /// Whether it must be answered.
    pub is_required: bool,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A line.
    Text,
    /// Several lines.
    Long,
    /// A day.
    Day,
    /// A passphrase, not shown.
    Secret,
    /// One of a list.
    Choice(Vec<(String, String)>),
    /// Several of a list.
    Many(Vec<(String, String)>),
    /// Yes or no.
    Flag,
    /// The bytes of a file.
    Bytes,
}

impl Act {
    /// A button that tells the desk a word.
    pub fn new(id: &str, label: impl Into<String>, word: impl Into<String>) -> Self {
        let (id, label, word) = (id.to_owned(), label.into(), word.into());
        Self { id, label, word, is_main: false, refused: None, form: None }
    }

    /// The button, the main one.
    #[must_use]
    pub fn main(self) -> Self {
        Self { is_main: true, ..self }
    }

    /// The button, off with its reason where there is one.
    #[must_use]
    pub fn refused(self, refused: Option<String>) -> Self {
        Self { refused, ..self }
    }

    /// The button with what it asks first.
    #[must_use]
    pub fn asking(self, lead: impl Into<String>, fields: Vec<Field>) -> Self {
        let form = Form { title: self.label.clone(), lead: lead.into(), submit: self.label.clone(), fields };
        Self { form: Some(form), ..self }
    }
}

impl Field {
    /// A question that may be left out.
    pub fn new(id: &str, label: impl Into<String>, kind: Kind) -> Self {
        let (id, label) = (id.to_owned(), label.into());
        Self { id, label, hint: String::new(), kind, value: String::new(), is_required: false }
    }

    /// The question with a sentence below.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The question, to be answered.
    #[must_use]
    pub fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// The question with what it begins with.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }
}

impl Part {
    /// A part without buttons.
    pub fn new(id: &str, title: impl Into<String>, body: Body) -> Self {
        Self { id: id.to_owned(), title: title.into(), note: String::new(), acts: Vec::new(), body }
    }

    /// The part with its buttons.
    #[must_use]
    pub fn acts(self, acts: Vec<Act>) -> Self {
        Self { acts, ..self }
    }

    /// The part with a sentence below its title.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// A notice.
    pub fn notice(id: &str, tone: Tone, text: impl Into<String>) -> Self {
        Self::new(id, "", Body::Notice(tone, text.into()))
    }
}

/// Words of a cell.
pub fn words(text: impl Into<String>) -> (String, String, Option<Tone>) {
    (text.into(), String::new(), None)
}

/// Words with smaller ones below.
pub fn noted(text: impl Into<String>, note: impl Into<String>) -> (String, String, Option<Tone>) {
    (text.into(), note.into(), None)
}

/// A state.
pub fn badge(text: impl Into<String>, tone: Tone) -> (String, String, Option<Tone>) {
    (text.into(), String::new(), Some(tone))
}
