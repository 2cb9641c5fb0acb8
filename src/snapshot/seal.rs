//! The archive: what is written down about a sealed file, and whether a file is still what was sealed.
//!
//! A seal is a fact about bytes: the SHA-256 of the whole file, as `sha256sum` prints it. It stands on paper and in the
//! register, so that who alters a file and its own digest is found out. It is no signature: it does not tell who.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::digest::{digest_of, sha256};
use super::envelope::FORMAT;
use super::read::{Opened, read};
use super::unreadable::Unreadable;
use crate::domain::{Author, RecordKind, School};

/// What a snapshot holds, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Identity of the export.
    pub export: Uuid,
    /// Identity of the plan.
    pub plan: Uuid,
    /// Short name of the organisation.
    pub organisation: String,
    /// Edition of the regulation.
    pub regulation: String,
    /// The latest school year: `2026/27`; empty where the plan has none.
    pub year: String,
    /// Who exported.
    pub author: Author,
    /// When it was exported.
    pub at: DateTime<Utc>,
    /// What the author wrote about it.
    pub note: String,
    /// Version of the app that wrote it.
    pub app: String,
    /// Schema it was written in.
    pub schema: u32,
    /// How many entries the plan had seen.
    pub revision: u64,
    /// Entries of the journal in the file.
    pub journal_entries: u64,
    /// Records by kind; kinds without records are left out.
    pub counts: Vec<(RecordKind, u64)>,
    /// Links that lead nowhere.
    pub dangling: u64,
}

impl Contents {
    /// Sums up a file that was read.
    #[must_use]
    pub fn of(opened: &Opened) -> Self {
        let (snapshot, school) = (&opened.snapshot, &opened.school);
        let count = |kind: &RecordKind| (*kind, school.count(*kind) as u64);
        Self {
            export: snapshot.id,
            plan: snapshot.plan,
            organisation: snapshot.organisation.clone(),
            regulation: snapshot.regulation.clone(),
            year: latest_year(school),
            author: snapshot.author.clone(),
            at: snapshot.at,
            note: snapshot.note.clone(),
            app: snapshot.app.clone(),
            schema: opened.schema,
            revision: snapshot.revision,
            journal_entries: snapshot.journal.entries.len() as u64,
            counts: RecordKind::ALL.iter().map(count).filter(|(_, count)| *count > 0).collect(),
            dangling: opened.dangling.len() as u64,
        }
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: RecordKind) -> u64 {
        self.counts.iter().find_map(|(other, count)| (*other == kind).then_some(*count)).unwrap_or_default()
    }
}

fn latest_year(school: &School) -> String {
    school.years().values().max_by_key(|year| year.from).map(|year| year.label()).unwrap_or_default()
}

/// What is in a file that is to be sealed.
///
/// # Errors
/// Only what reads as an intact snapshot is sealed.
pub fn inventory(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let opened = match read(bytes) {
        // The plan itself holds a link to nothing: the file is as whole as the plan.
        Err(Unreadable::Dangling(opened)) => *opened,
        other => other?,
    };
    Ok(Contents::of(&opened))
}

/// What a file proves to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It is what was written, and what was expected.
    Intact(Contents),
    /// It reads, but it is not what was written, or not what was expected.
    Altered {
        /// How it is known.
        why: Alteration,
        /// What is in it now.
        contents: Contents,
    },
    /// It is no snapshot of the planner.
    NotOurs,
    /// It is, or was, a snapshot, and cannot be read.
    Unreadable(Unreadable),
    /// A newer app wrote it; nothing more is said about it.
    Newer {
        /// Schema of the file.
        file: u64,
        /// Newest schema this app reads.
        app: u32,
        /// Version of the app that wrote it.
        written_by: String,
    },
}

/// How it is known that a file was altered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Alteration {
    /// Its own digest or counts do not fit.
    #[error("its own digest does not fit")]
    Content,
    /// It fits itself, but is another file than the one whose digest was given.
    #[error("its SHA-256 is {found}, not {expected}")]
    NotTheExpected {
        /// As written down.
        expected: String,
        /// The file's.
        found: String,
    },
}

/// Tells what a file is. `expected` is the SHA-256 from the cover sheet or the register: of the whole file, or the one
/// in the file's last line; case and spaces do not matter.
#[must_use]
pub fn verify(bytes: &[u8], expected: Option<&str>) -> Verdict {
    match read(bytes) {
        Ok(opened) => against(bytes, expected, &opened),
        Err(Unreadable::Dangling(opened)) => against(bytes, expected, &opened),
        Err(Unreadable::Altered(opened)) => {
            Verdict::Altered { why: Alteration::Content, contents: Contents::of(&opened) }
        }
        Err(Unreadable::Newer { file, app, written_by }) => Verdict::Newer { file, app, written_by },
        Err(Unreadable::Foreign) => Verdict::NotOurs,
        Err(error @ (Unreadable::Empty | Unreadable::TooBig { .. })) => Verdict::Unreadable(error),
        Err(error) => {
            if is_ours(bytes) {
                Verdict::Unreadable(error)
            } else {
                Verdict::NotOurs
            }
        }
    }
}

fn against(bytes: &[u8], expected: Option<&str>, opened: &Opened) -> Verdict {
    let contents = Contents::of(opened);
    let Some(expected) = expected else { return Verdict::Intact(contents) };
    let expected: String = expected.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let found = sha256(bytes);
    if expected == found || digest_of(bytes).is_some_and(|digest| digest == expected) {
        return Verdict::Intact(contents);
    }
    Verdict::Altered { why: Alteration::NotTheExpected { expected, found }, contents }
}

/// Bytes at the beginning in which a snapshot says what it is.
const BEGINNING: usize = 200;

/// Whether damaged bytes begin as a snapshot does; also as UTF-16, into which an editor may have saved them.
fn is_ours(bytes: &[u8]) -> bool {
    let beginning: Vec<u8> = bytes.iter().take(BEGINNING).copied().filter(|byte| *byte != 0).collect();
    beginning.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::Sample;
    use crate::snapshot::{Lineage, Snapshot, Stamp, write};

    const NEWER: &[u8] = include_bytes!("../../tests/fixtures/snapshot/schema-2.json");

    fn file() -> Vec<u8> {
        let stamp = Stamp::new(
            Uuid::from_u128(7),
            "2027-05-31T08:00:00Z".parse().unwrap(),
            Author { name: "Орлова Н. А.".into(), device: String::new() },
            "На хранение".into(),
        );
        write(&Snapshot::of(&Sample::new().workspace, &Lineage::new(Uuid::from_u128(1), "gymnasium-44"), stamp))
    }

    /// The verdict in a few words.
    fn said(verdict: &Verdict) -> String {
        match verdict {
            Verdict::Intact(contents) => format!("intact, {} people", contents.count(RecordKind::Person)),
            Verdict::Altered { why: Alteration::Content, .. } => "altered".into(),
            Verdict::Altered { .. } => "another file".into(),
            Verdict::NotOurs => "not ours".into(),
            Verdict::Unreadable(error) => format!("unreadable: {error}"),
            Verdict::Newer { file, app, .. } => format!("newer: {file} over {app}"),
        }
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>, says: &str) {
        let verdict = said(&verify(bytes, expected));
        assert!(verdict.starts_with(says), "{verdict}");
    }

    #[test]
    fn a_sealed_file_says_what_is_in_it() {
        let bytes = file();
        let contents = inventory(&bytes).unwrap();
        assert_eq!((contents.organisation.as_str(), contents.year.as_str()), ("Гимназия № 44", "2026/27"));
        assert_eq!((contents.count(RecordKind::Person), contents.count(RecordKind::ActiveGroup)), (6, 0));
        assert_eq!((contents.note.as_str(), contents.author.name.as_str()), ("На хранение", "Орлова Н. А."));
        assert_eq!(verify(&bytes, Some(&sha256(&bytes))), Verdict::Intact(contents));
    }

    #[test]
    fn only_an_intact_snapshot_is_sealed() {
        let text = String::from_utf8(file()).unwrap();
        assert!(matches!(inventory(text.replacen("Баранов", "Буранов", 1).as_bytes()), Err(Unreadable::Altered(_))));
        assert_eq!(inventory(b"{}"), Err(Unreadable::Foreign));
    }

    #[test]
    fn verdicts() {
        let bytes = file();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let (whole, own) = (sha256(&bytes), digest_of(&bytes).unwrap());
        check(&bytes, None, "intact, 6 people");
        check(&bytes, Some(&whole), "intact");
        check(&bytes, Some(&own), "intact");
        let grouped = format!(" {} {}\n", whole[..32].to_uppercase(), &whole[32..]);
        check(&bytes, Some(&grouped), "intact");
        check(&bytes, Some(&"0".repeat(64)), "another file");
        check(&bytes, Some(""), "another file");
        check(text.replacen("Баранов", "Буранов", 1).as_bytes(), Some(&whole), "altered");
        check(text.replace('\n', "\r\n").as_bytes(), None, "altered");
        check(NEWER, Some(&whole), "newer: 2 over 1");
        for foreign in [b"{}".as_slice(), b"%PDF-1.7", b"PK\x03\x04", b"\xff\xfe\x00x", b"plan", b"{\"a\": 1,,}"] {
            check(foreign, None, "not ours");
        }
        check(b"", None, "unreadable: the file is empty");
        check(&bytes[..bytes.len() / 2], None, "unreadable: cut off");
        check(text.replacen("7Б", "17Б", 1).as_bytes(), None, "unreadable: line");
        check(text.replacen("\"records\"", "\"records\" x", 1).as_bytes(), None, "unreadable: no JSON");
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&utf16, None, "unreadable: not UTF-8");
    }

    /// Who alters a file and makes its digest anew is found out by the paper, and by nothing else.
    #[test]
    fn a_digest_made_anew_is_found_out_by_the_register() {
        let bytes = file();
        let sealed = sha256(&bytes);
        let text = String::from_utf8(bytes).unwrap().replacen("Баранов", "Буранов", 1);
        let (body, _) = text.split_once(",\n\"sha256\"").unwrap();
        let forged = crate::snapshot::digest::seal(format!("{body}\n}}").into_bytes());
        check(&forged, None, "intact");
        check(&forged, Some(&sealed), "another file");
    }
}
