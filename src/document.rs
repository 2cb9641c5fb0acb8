//! The school's papers as plain data: orders, ledgers, reports, memos, sheets.
//!
//! A form builds a [`Document`] from the plan; a page draws the tree, [`Document::plain`] gives its lines for copying,
//! for the digest, and for telling what has changed since a paper was signed. Nothing here draws or prints.

pub mod calendar_file;
mod change;
mod desk;
pub mod docx;
mod form;
pub mod forms;
mod line;
mod missing;
mod plain;
pub mod qr;
mod sheet;
mod table;

pub use change::{LineChange, changes};
pub use desk::{Desk, Stamp, Subject};
pub use form::{Ask, Family, Form, Whom};
pub use line::{Line, Look, Run, mark};
pub use missing::Missing;
pub use table::{Align, Column, Table, Width};

use crate::snapshot::sha256;
use crate::text::Lang;

/// A paper: a title for lists and files, and its blocks from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Document {
    /// What the paper is called in a list: «Приказ о назначении администратора».
    pub title: String,
    /// The language of its sentences; names and posts stay as the plan has them.
    pub lang: Lang,
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// What the plan lacks for it; each is a visible gap.
    pub missing: Vec<Missing>,
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// The organisation at the head of the sheet, centered.
    Letterhead(Vec<Line>),
    /// Lines at the right: to whom, from whom, or by what act the paper is approved.
    Aside(Vec<Line>),
    /// The word that names the paper, «ПРИКАЗ», and what it is about.
    Title {
        /// The kind of the paper.
        name: Line,
        /// What it is about; none where the name says it all.
        subject: Option<Line>,
    },
    /// Date, number and place in one row.
    Requisites {
        /// The date, or a blank to fill in.
        date: Line,
        /// The number with its sign, or a blank.
        number: Line,
        /// The town; none where the paper has none.
        place: Option<Line>,
    },
    /// A heading within the paper.
    Heading(Line),
    /// A paragraph.
    Paragraph(Line),
    /// Numbered points.
    Points(Vec<Point>),
    /// Points without numbers.
    Bullets(Vec<Line>),
    /// A table.
    Table(Table),
    /// Who signs.
    Signatures(Vec<Signature>),
    /// Lines for those who sign that they have read it.
    Acknowledged {
        /// «С приказом ознакомлены:».
        lead: Line,
        /// The names, each with a place for the signature and the date.
        names: Vec<Line>,
    },
    /// A code for a phone's camera, with the words under it.
    Qr(qr::Code),
    /// What stands below starts a new sheet.
    PageBreak,
    /// Small print: an explanation that is no part of the act.
    Note(Line),
}

/// A numbered point: `1.`, `1.1.`; the number is part of the tree, so that every form of the paper has the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Point {
    /// The number as written.
    pub number: String,
    /// What it says.
    pub text: Line,
    /// The points under it.
    pub points: Vec<Self>,
}

/// A line of the signature: the post, a place to sign, the name with initials.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signature {
    /// The post.
    pub post: Line,
    /// The name, initials first: «Н. А. Орлова».
    pub name: Line,
}

impl Point {
    /// Numbers points from one: `1.`, `2.`.
    pub fn numbered<T: Into<Line>>(texts: impl IntoIterator<Item = T>) -> Vec<Self> {
        Self::tree(texts.into_iter().map(|text| (text.into(), Vec::new())))
    }

    /// Numbers points and the points under them: `1.`, `1.1.`, `1.2.`, `2.`.
    pub fn tree(texts: impl IntoIterator<Item = (Line, Vec<Line>)>) -> Vec<Self> {
        let numbered = texts.into_iter().enumerate().map(|(at, (text, under))| {
            let number = format!("{}.", at + 1);
            let points = under.into_iter().enumerate().map(|(at, text)| Self {
                number: format!("{number}{}.", at + 1),
                text,
                points: Vec::new(),
            });
            Self { points: points.collect(), number, text }
        });
        numbered.collect()
    }
}

impl Document {
    /// The paper as lines of plain text, for copying and for comparing.
    #[must_use]
    pub fn plain(&self) -> Vec<String> {
        plain::lines(&self.blocks)
    }

    /// Whether something is left open: a fact that the plan does not have, or a form of a word to be checked.
    #[must_use]
    pub fn has(&self, look: Look) -> bool {
        plain::texts(&self.blocks).any(|line| line.runs().iter().any(|run| run.look == look))
    }
}

/// The SHA-256 of a paper's plain text, in lower-case hexadecimal.
#[must_use]
pub fn digest(document: &Document) -> String {
    digest_of_lines(&document.plain())
}

/// The SHA-256 of lines that were kept: of the same paper the same as [`digest`].
#[must_use]
pub fn digest_of_lines(lines: &[String]) -> String {
    sha256(lines.join("\n").as_bytes())
}

#[cfg(test)]
mod tests;
