//! What is refused before anything reads it: sizes, old formats, archives that inflate beyond measure.

use std::io::{Cursor, Read};

use serde::{Deserialize, Serialize};

use super::header::ListKind;

/// The largest file, in bytes (RELIABILITY C8).
pub const FILE_BYTES: u64 = 50 * 1024 * 1024;
/// The most entries of an archive (RELIABILITY C9; so are the limits below).
pub const ZIP_ENTRIES: usize = 200;
/// The most bytes that an archive inflates to.
pub const INFLATED_BYTES: u64 = 64 * 1024 * 1024;
/// The most times that an entry grows by inflating.
pub const INFLATE_RATIO: u64 = 200;
/// The most cells of a workbook, and of a text table.
pub const CELLS: usize = 200_000;

/// Tells why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unreadable {
    /// The file holds nothing.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than [`FILE_BYTES`].
    #[error("{bytes} bytes are over the limit of {limit}")]
    TooLarge {
        /// The size of the file.
        bytes: u64,
        /// The largest size.
        limit: u64,
    },
    /// The file is an old binary workbook (`.xls`): it has to be saved as `.xlsx` or CSV.
    #[error("an old binary workbook (.xls)")]
    OldWorkbook,
    /// The workbook asks for a password.
    #[error("the workbook is encrypted")]
    Encrypted,
    /// The bytes are neither text nor a known archive.
    #[error("binary data, not a table")]
    Binary,
    /// The text is in an encoding that cannot be decoded here.
    #[error("the encoding is not known")]
    UnknownEncoding,
    /// The archive is damaged or cut off.
    #[error("the archive is broken")]
    BrokenArchive,
    /// The archive has more than [`ZIP_ENTRIES`] entries.
    #[error("{entries} entries are over the limit of {limit}")]
    TooManyEntries {
        /// How many it has.
        entries: u64,
        /// The most it may have.
        limit: u64,
    },
    /// The archive inflates beyond [`INFLATED_BYTES`].
    #[error("the archive inflates beyond {limit} bytes")]
    InflatesTooFar {
        /// The most bytes.
        limit: u64,
    },
    /// An entry grows more than [`INFLATE_RATIO`] times.
    #[error("an entry inflates more than {limit} times")]
    InflatesTooMuch {
        /// The most times.
        limit: u64,
    },
    /// There are more than [`CELLS`] cells.
    #[error("more than {limit} cells")]
    TooManyCells {
        /// The most cells.
        limit: u64,
    },
    /// The archive is no workbook and no OneRoster.
    #[error("an archive of an unknown kind")]
    UnknownArchive,
    /// The workbook cannot be read.
    #[error("the workbook is broken")]
    BrokenWorkbook,
    /// No row of the table names known columns, and the content tells nothing either.
    #[error("no known columns")]
    NoColumns,
    /// The list is of another kind than the one it was given for.
    #[error("a list of {found:?} was given for {expected:?}")]
    WrongKind {
        /// The kind that was asked for.
        expected: ListKind,
        /// The kind that it is.
        found: ListKind,
    },
    /// A file that a OneRoster archive must hold is missing.
    #[error("the archive holds no {file}")]
    MissingEntry {
        /// The name of the missing file.
        file: String,
    },
}

/// What a file is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// Text of some encoding.
    Text,
    /// A ZIP archive with a workbook in it.
    Workbook,
    /// A ZIP archive with CSV files in it.
    CsvArchive,
}

/// Decides what a file is and whether its size allows reading it; opens archives only as far as counting goes.
pub fn inspect(bytes: &[u8]) -> Result<Container, Unreadable> {
    let size = bytes.len() as u64;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    if size > FILE_BYTES {
        return Err(Unreadable::TooLarge { bytes: size, limit: FILE_BYTES });
    }
    // The compound file: an old workbook, or the wrapping of an encrypted new one, which names its stream in UTF-16.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Err(if encrypted { Unreadable::Encrypted } else { Unreadable::OldWorkbook });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return inspect_archive(bytes);
    }
    Ok(Container::Text)
}

/// Inflates every entry into nothing, so that what is declared is also what is found.
fn inspect_archive(bytes: &[u8]) -> Result<Container, Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::BrokenArchive)?;
    if archive.len() > ZIP_ENTRIES {
        return Err(Unreadable::TooManyEntries { entries: archive.len() as u64, limit: ZIP_ENTRIES as u64 });
    }
    let mut declared: u64 = 0;
    let (mut workbook, mut csv) = (false, false);
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|_| Unreadable::BrokenArchive)?;
        if entry.encrypted() {
            return Err(Unreadable::Encrypted);
        }
        declared = declared.saturating_add(entry.size());
        if declared > INFLATED_BYTES {
            return Err(Unreadable::InflatesTooFar { limit: INFLATED_BYTES });
        }
        let name = String::from_utf8_lossy(entry.name_raw()).to_lowercase();
        workbook |= name.ends_with("workbook.xml");
        csv |= has_extension(&name, "csv");
    }
    count_inflated(&mut archive)?;
    match (workbook, csv) {
        (true, _) => Ok(Container::Workbook),
        (false, true) => Ok(Container::CsvArchive),
        (false, false) => Err(Unreadable::UnknownArchive),
    }
}

fn has_extension(name: &str, extension: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn count_inflated(archive: &mut zip::ZipArchive<Cursor<&[u8]>>) -> Result<(), Unreadable> {
    let mut left = INFLATED_BYTES;
    let mut cells = 0;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| Unreadable::BrokenArchive)?;
        let name = String::from_utf8_lossy(entry.name_raw()).to_lowercase();
        let sheet = name.contains("sheet") && has_extension(&name, "xml");
        // Entries under 4 KiB compressed grow to 800 KiB at the most: harmless, and often over the ratio.
        let most = entry.compressed_size().max(4096).saturating_mul(INFLATE_RATIO);
        let (mut inflated, mut tag) = (0, CellTag::default());
        loop {
            let count = entry.read(&mut buffer).map_err(|_| Unreadable::BrokenArchive)?;
            if count == 0 {
                break;
            }
            inflated += count as u64;
            if inflated > left {
                return Err(Unreadable::InflatesTooFar { limit: INFLATED_BYTES });
            }
            if inflated > most {
                return Err(Unreadable::InflatesTooMuch { limit: INFLATE_RATIO });
            }
            if sheet {
                cells += tag.count(buffer.get(..count).unwrap_or_default());
            }
            if cells > CELLS {
                return Err(Unreadable::TooManyCells { limit: CELLS as u64 });
            }
        }
        left -= inflated;
    }
    Ok(())
}

/// Counts the cell tags of a sheet over the borders of buffers: `<c …`, `<c>`, `<c/`, and with a prefix `<x:c …`.
#[derive(Debug, Clone, Copy, Default)]
enum CellTag {
    #[default]
    Outside,
    Name,
    C,
    Rest,
}

impl CellTag {
    fn count(&mut self, bytes: &[u8]) -> usize {
        let mut found = 0;
        for &byte in bytes {
            *self = match (*self, byte) {
                (_, b'<') | (Self::Name | Self::Rest, b':') => Self::Name,
                (Self::Name, b'c') => Self::C,
                (Self::C, b' ' | b'>' | b'/' | b'\t' | b'\r' | b'\n') => {
                    found += 1;
                    Self::Outside
                }
                (Self::Name | Self::C | Self::Rest, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-') => {
                    Self::Rest
                }
                _ => Self::Outside,
            };
        }
        found
    }
}
