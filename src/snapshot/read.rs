//! Reading a snapshot: typed, strict, in one pass; every failure says what it is and where.

use super::digest::is_intact;
use super::envelope::Snapshot;
use super::extras::Extras;
use super::header;
use super::lineage::Lineage;
use super::migrate::Migrations;
use super::place::path_at;
use super::tree::Tree;
use super::unreadable::{Encoding, Unreadable};
use crate::domain::{Journal, RecordKey, School, Workspace, links};
use crate::json;

/// Most bytes a file may have; the largest school of SPEC section 11 takes a third.
pub const LIMIT: usize = 100_000_000;

/// A file that was read: what it says, and the school of its records.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The file's content.
    pub snapshot: Snapshot,
    /// The school of its records.
    pub school: School,
    /// The schema the file was written in; its content is that of today's.
    pub schema: u32,
    /// Links that lead nowhere; a plan that this app wrote has none.
    pub dangling: Vec<Dangling>,
}

/// A link to a record that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dangling {
    /// The record that points.
    pub from: RecordKey,
    /// What it points to.
    pub to: RecordKey,
}

impl Opened {
    /// The file's plan with its history, as a workspace of its own.
    #[must_use]
    pub fn workspace(&self) -> Workspace {
        Workspace::new(self.school.clone(), self.journal(), self.snapshot.revision)
    }

    /// The file's history.
    #[must_use]
    pub fn journal(&self) -> Journal {
        self.snapshot.journal.clone().unpack(&self.school)
    }

    /// The lineage of the file's plan, for who takes it over whole.
    #[must_use]
    pub fn lineage(&self) -> Lineage {
        Lineage::of(&self.snapshot)
    }
}

/// Reads a file.
pub fn read(bytes: &[u8]) -> Result<Opened, Unreadable> {
    read_within(bytes, LIMIT)
}

pub(super) fn read_within(bytes: &[u8], limit: usize) -> Result<Opened, Unreadable> {
    read_with(bytes, limit, Migrations::released())
}

pub(super) fn read_with(bytes: &[u8], limit: usize, migrations: Migrations) -> Result<Opened, Unreadable> {
    if bytes.len() > limit {
        return Err(Unreadable::TooBig { bytes: bytes.len() as u64, limit: limit as u64 });
    }
    let text = decode(bytes)?;
    let schema = header::check(text, migrations)?;
    let migrated = if schema == migrations.newest() { None } else { Some(migrate(text, schema, migrations)?) };
    let today = migrated.as_deref().unwrap_or(text);
    let (mut snapshot, unknown): (Snapshot, _) = json::read_noting(today).map_err(|error| unreadable(today, &error))?;
    // Records are shared pointers: this copies none.
    let school = snapshot.records.clone().into_school().map_err(Unreadable::Twice)?;
    // The digest is a property of the bytes as they came, whatever their schema.
    let is_intact = is_intact(text.as_bytes()) && snapshot.counts_are(|kind| school.count(kind));
    if !unknown.is_empty() || !is_intact {
        // Looks at every key, known or not: a file that somebody edited must not say two things at once.
        let tree: Tree = json::read(today).map_err(|error| unreadable(today, &error))?;
        snapshot.extras = Extras::pick(&tree, &unknown);
    }
    let dangling = dangling(&school);
    let opened = Opened { snapshot, school, schema, dangling };
    if !is_intact {
        Err(Unreadable::Altered(Box::new(opened)))
    } else if !opened.dangling.is_empty() {
        Err(Unreadable::Dangling(Box::new(opened)))
    } else {
        Ok(opened)
    }
}

/// The file as today's schema writes it, in the same layout, so that lines of errors are about those of the file.
fn migrate(text: &str, schema: u32, migrations: Migrations) -> Result<String, Unreadable> {
    let mut tree: Tree = json::read(text).map_err(|error| unreadable(text, &error))?;
    migrations.run(&mut tree, schema).map_err(|misfit| Unreadable::Structure {
        line: 1,
        column: 1,
        path: misfit.path,
        message: misfit.message,
    })?;
    String::from_utf8(json::lines(&tree, text.len())).map_err(|_| Unreadable::Foreign)
}

/// Takes the text out of the bytes; a byte order mark is allowed.
fn decode(bytes: &[u8]) -> Result<&str, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..]) {
        return Err(Unreadable::Encoding { at: 0, guess: Encoding::Utf16 });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let sound = bytes.get(..at).unwrap_or_default();
        match error.error_len() {
            // The file ends within a character.
            None => {
                let lines = sound.split(|byte| *byte == b'\n');
                let column = lines.clone().next_back().map_or(0, <[u8]>::len) + 1;
                Unreadable::CutOff { line: lines.count(), column }
            }
            Some(_) if sound.is_ascii() => Unreadable::Encoding { at, guess: Encoding::OneByte },
            Some(_) => Unreadable::Encoding { at, guess: Encoding::Damaged },
        }
    })
}

/// Says what an error of the parser means for the file.
pub(super) fn unreadable(text: &str, error: &json::Error) -> Unreadable {
    let (line, column) = (error.line(), error.column());
    match error.kind() {
        json::Kind::CutOff => Unreadable::CutOff { line, column },
        json::Kind::TooDeep => Unreadable::TooDeep { line, column },
        json::Kind::Syntax => Unreadable::NotJson { line, column },
        json::Kind::Data => {
            let mut message = error.message().to_owned();
            // A value in the message is whatever the file holds: it is not repeated at length.
            if message.chars().count() > 200 {
                message = message.chars().take(200).chain(['…']).collect();
            }
            Unreadable::Structure { line, column, path: path_at(text, line, column), message }
        }
    }
}

fn dangling(school: &School) -> Vec<Dangling> {
    let mut out = Vec::new();
    for record in school.records() {
        links(&record, &mut |to, _| {
            if school.record(to).is_none() {
                out.push(Dangling { from: record.key(), to });
            }
        });
    }
    out
}
