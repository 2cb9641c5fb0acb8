//! The stored base written and read in slices, so that a page with a large plan never stands still for long.
//!
//! An export is written so too. The bytes are those that [`super::write`] makes of the same plan. Whatever does not look as it writes them (another
//! schema, a layout changed by hand, fields that this app does not know) is read in one piece by [`super::read`], which
//! says what is wrong with it.

use std::collections::{BTreeSet, VecDeque};

use uuid::Uuid;

use super::digest::{Checking, Sealing, seal};
use super::envelope::{Head, SCHEMA, Snapshot};
use super::extras::Extras;
use super::header;
use super::lineage::{Lineage, Stamp, next};
use super::migrate::Migrations;
use super::read::read;
use super::tree::Tree;
use super::unreadable::Unreadable;
use crate::domain::{Author, PackedEntry, PackedJournal, Record, RecordKind, School, Workspace};
use crate::json;

/// Bytes of a slice: some ten milliseconds on an ordinary PC.
const BYTES: usize = 1 << 20;

/// Rows that are written at once: no more than a slice.
const ROWS: usize = 2_000;

/// What stands before the records, and before the history.
const RECORDS: &str = "\n\"records\": ";
const JOURNAL: &str = "\n\"journal\": ";

/// A base or an export that is being written.
#[derive(Debug)]
pub struct Writing {
    todo: VecDeque<Piece>,
    out: Sealing,
    /// What stands before the list that is open.
    list: Option<String>,
    /// What this app does not know: it is put in its places in the whole file.
    extras: Extras,
}

#[derive(Debug)]
enum Piece {
    /// Text as it stands in the file.
    Text(String),
    /// Rows of one table.
    Rows(RecordKind, Vec<Record>),
    /// A part of the history.
    Entries(PackedJournal),
    /// The end of an object of lists.
    End,
}

impl Writing {
    /// Begins a base with the state of a plan as it is now; what is done to the plan meanwhile is not in it.
    #[must_use]
    pub fn new(workspace: &Workspace, lineage: &Lineage) -> Self {
        let at = workspace.journal().entries().last().map(|entry| entry.at).unwrap_or_default();
        let stamp = Stamp::new(Uuid::nil(), at, Author::default(), String::new());
        let mut head = Head::of(workspace, lineage, stamp);
        head.last_export.clone_from(&lineage.last);
        Self::of(&head, workspace, lineage, ROWS)
    }

    /// Begins an export; gives the lineage to keep once it is saved (see [`super::export`]).
    #[must_use]
    pub fn export(workspace: &Workspace, lineage: &Lineage, stamp: Stamp) -> (Self, Lineage) {
        let (stamp, next) = next(workspace, lineage, stamp);
        (Self::of(&Head::of(workspace, &next, stamp), workspace, &next, ROWS), next)
    }

    fn of(head: &Head, workspace: &Workspace, lineage: &Lineage, most: usize) -> Self {
        let extras = lineage.extras.clone();
        let mut writing = Self { todo: VecDeque::new(), out: Sealing::default(), list: None, extras };
        let head = String::from_utf8(json::lines(head, 4096)).unwrap_or_default();
        let head = head.strip_suffix("\n}").unwrap_or_default();
        writing.todo.push_back(Piece::Text([head, ",", RECORDS].concat()));
        writing.lists(rows(workspace.school(), most), "{}".to_owned());
        writing.todo.push_back(Piece::Text([",", JOURNAL].concat()));
        let journal = PackedJournal::pack(workspace.journal());
        let empty = format!("{{\n\"trimmed\": {},\n\"entries\": []\n}}", journal.trimmed);
        writing.lists(cut(journal, most).into_iter().map(Piece::Entries).collect(), empty);
        writing.todo.push_back(Piece::Text(",\n".to_owned()));
        writing
    }

    fn lists(&mut self, pieces: Vec<Piece>, empty: String) {
        if pieces.is_empty() {
            self.todo.push_back(Piece::Text(empty));
        } else {
            self.todo.extend(pieces);
            self.todo.push_back(Piece::End);
        }
    }

    /// Writes a slice; gives the bytes once all is written.
    pub fn step(&mut self) -> Option<Vec<u8>> {
        let from = self.out.len();
        while self.out.len() - from < BYTES {
            let Some(piece) = self.todo.pop_front() else {
                return Some(with_extras(std::mem::take(&mut self.out).finish(), &self.extras));
            };
            self.write(piece);
        }
        None
    }

    fn write(&mut self, piece: Piece) {
        match piece {
            Piece::Text(text) => self.out.push(&text),
            Piece::Rows(kind, records) => {
                let key = format!("\"{}\": ", kind.table());
                let rows: Vec<String> = records.iter().map(row).collect();
                self.rows(&key, &rows.join(",\n"));
            }
            Piece::Entries(entries) => {
                let key = format!("\"trimmed\": {},\n\"entries\": ", entries.trimmed);
                let rows: Vec<String> = entries.entries.iter().map(json::text).collect();
                self.rows(&key, &rows.join(",\n"));
            }
            Piece::End => {
                self.list = None;
                self.out.push("\n]\n}");
            }
        }
    }

    /// Writes rows of a list: they go on with the list that is open, or open the next one.
    fn rows(&mut self, key: &str, rows: &str) {
        match self.list.as_deref() {
            Some(open) if open == key => self.out.push(",\n"),
            open => {
                self.out.push(if open.is_some() { "\n],\n" } else { "{\n" });
                self.out.push(key);
                self.out.push("[\n");
                self.list = Some(key.to_owned());
            }
        }
        self.out.push(rows);
    }
}

/// A file with the fields that this app does not know.
fn with_extras(file: Vec<u8>, extras: &Extras) -> Vec<u8> {
    if extras.is_empty() {
        return file;
    }
    match text(&file).map(json::read::<Tree>) {
        Some(Ok(Tree::Object(mut fields))) => {
            // The digest comes anew.
            fields.pop();
            let mut tree = Tree::Object(fields);
            extras.put_into(&mut tree);
            seal(json::lines(&tree, file.len()))
        }
        _ => file,
    }
}

/// Cuts the records into pieces of at most so many, each of one kind.
fn rows(school: &School, most: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for record in school.records() {
        let own = record.key().kind;
        match pieces.last_mut() {
            Some(Piece::Rows(kind, rows)) if *kind == own && rows.len() < most => rows.push(record),
            _ => pieces.push(Piece::Rows(own, vec![record])),
        }
    }
    pieces
}

/// A record as a row of its table, which says its kind once for all.
fn row(record: &Record) -> String {
    let text = json::text(record);
    text.split_once(':').and_then(|(_, row)| row.strip_suffix('}')).unwrap_or_default().to_owned()
}

/// Cuts a history into pieces of at most so many rows; a larger entry is a piece of its own.
fn cut(journal: PackedJournal, most: usize) -> Vec<PackedJournal> {
    let mut pieces: Vec<PackedJournal> = Vec::new();
    let mut room = 0;
    for entry in journal.entries {
        let size = 1 + entry.created.len() + entry.before.len();
        match pieces.last_mut().filter(|_| size <= room) {
            Some(piece) => piece.entries.push(entry),
            None => {
                pieces.push(PackedJournal { trimmed: journal.trimmed, entries: vec![entry] });
                room = most;
            }
        }
        room = room.saturating_sub(size);
    }
    pieces
}

/// A base that is being read.
#[derive(Debug)]
pub struct Reading {
    bytes: Vec<u8>,
    /// Bytes of a slice.
    most: usize,
    /// How far it is read.
    at: usize,
    checking: Checking,
    head: Option<Box<Snapshot>>,
    /// The list that is open.
    list: Option<String>,
    /// The lists that were opened.
    seen: BTreeSet<String>,
    school: School,
    trimmed: u64,
    entries: Vec<PackedEntry>,
}

impl Reading {
    /// Begins to read a stored base.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self::of(bytes, BYTES)
    }

    fn of(bytes: Vec<u8>, most: usize) -> Self {
        Self {
            bytes,
            most,
            at: 0,
            checking: Checking::default(),
            head: None,
            list: None,
            seen: BTreeSet::new(),
            school: School::default(),
            trimmed: 0,
            entries: Vec::new(),
        }
    }

    /// Reads a slice; gives the plan once all is read.
    ///
    /// Links that lead nowhere do not keep a stored plan from opening: it is what it was, and the audit speaks of them.
    pub fn step(&mut self) -> Option<Result<(Workspace, Lineage), Unreadable>> {
        let from = self.at;
        while self.at - from < self.most {
            match self.advance() {
                Some(false) => {}
                Some(true) => return Some(self.finish().map_or_else(|| whole(&self.bytes), Ok)),
                None => return Some(whole(&self.bytes)),
            }
        }
        None
    }

    /// Reads on; whether all is read. None where something is not as the writer writes it.
    fn advance(&mut self) -> Option<bool> {
        if self.head.is_none() {
            self.begin()?;
            return Some(false);
        }
        let is_done = match self.list.take() {
            Some(key) => self.rows(key).map(|()| false),
            None => self.line(),
        };
        self.checking.advance(&self.bytes, self.at);
        is_done
    }

    /// Reads what stands before the records.
    fn begin(&mut self) -> Option<()> {
        let end = self.bytes.windows(RECORDS.len()).position(|window| window == RECORDS.as_bytes())?;
        let head = text(self.bytes.get(..end)?)?;
        let head = [head, RECORDS, "{},", JOURNAL, "{},\n\"sha256\": \"\"\n}\n"].concat();
        if header::check(&head, Migrations::released()).ok()? != SCHEMA {
            return None;
        }
        self.head = Some(Box::new(known(&head)?));
        self.at = end + 1;
        Some(())
    }

    /// Reads a line between the lists.
    fn line(&mut self) -> Option<bool> {
        let rest = self.bytes.get(self.at..)?;
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let line = text(rest.get(..end)?)?;
        self.at += end + 1;
        if let Some(key) = line.strip_suffix("\": [").and_then(|line| line.strip_prefix('"')) {
            let key = key.to_owned();
            if !self.seen.insert(key.clone()) {
                return None;
            }
            self.list = Some(key);
        } else if let Some(trimmed) = line.strip_prefix("\"trimmed\": ") {
            self.trimmed = trimmed.strip_suffix(',')?.parse().ok()?;
        } else if line.starts_with("\"sha256\": ") {
            return Some(true);
        } else if !matches!(line, "\"records\": {" | "\"records\": {}," | "}," | "\"journal\": {" | "\"entries\": []") {
            return None;
        }
        Some(false)
    }

    /// Reads rows of a list, up to its end or to that of the slice.
    fn rows(&mut self, key: String) -> Option<()> {
        let rest = self.bytes.get(self.at..)?;
        let mut end = 0;
        let mut is_closed = false;
        for line in rest.split_inclusive(|byte| *byte == b'\n') {
            is_closed = matches!(line, b"]\n" | b"],\n");
            if is_closed || end >= self.most {
                break;
            }
            end += line.len();
        }
        let rows = text(rest.get(..end)?)?.trim_end();
        let rows = rows.strip_suffix(',').unwrap_or(rows);
        if key == "entries" {
            self.entries.append(&mut known(&["[", rows, "]"].concat())?);
        } else {
            let kind = RecordKind::ALL.iter().find(|kind| kind.table() == key)?;
            let open = format!("{{\"{}\":", json::word(kind));
            let mut list = String::with_capacity(rows.len() * 2);
            for row in rows.lines() {
                list.push_str(if list.is_empty() { "[" } else { "," });
                list.extend([&open, row.strip_suffix(',').unwrap_or(row), "}"]);
            }
            list.push(']');
            self.school.gather(known(&list)?);
        }
        self.at += end;
        if is_closed {
            self.at += rest.get(end..)?.iter().position(|byte| *byte == b'\n')? + 1;
        } else if end == 0 {
            return None;
        } else {
            self.list = Some(key);
        }
        Some(())
    }

    /// Makes the plan of what was read; none where the file is not what its digest or its counts say, as where a record
    /// stands in it twice.
    fn finish(&mut self) -> Option<(Workspace, Lineage)> {
        let head = self.head.take()?;
        let school = std::mem::take(&mut self.school);
        let is_intact = std::mem::take(&mut self.checking).finish(&self.bytes);
        if !is_intact || !head.counts_are(|kind| school.count(kind)) {
            return None;
        }
        let packed = PackedJournal { trimmed: self.trimmed, entries: std::mem::take(&mut self.entries) };
        let journal = packed.unpack(&school);
        Some((Workspace::new(school, journal, head.revision), Lineage::of(&head)))
    }
}

/// Reads a base in one piece.
fn whole(bytes: &[u8]) -> Result<(Workspace, Lineage), Unreadable> {
    let opened = match read(bytes) {
        Err(Unreadable::Dangling(opened)) => *opened,
        other => other?,
    };
    Ok((opened.workspace(), opened.lineage()))
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// A value of a text in which nothing is unknown.
fn known<T: for<'de> serde::Deserialize<'de>>(text: &str) -> Option<T> {
    json::read_noting(text).ok().filter(|(_, unknown)| unknown.is_empty()).map(|(value, _)| value)
}

#[cfg(test)]
mod tests;
