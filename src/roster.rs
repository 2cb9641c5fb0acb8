//! Rosters: reading rows from CSV, XLSX and OneRoster, proposing what a school takes from them, writing tables.
//!
//! Bytes become text ([`decode`]), text and workbooks become [`table`]s, a table is recognized by its [`header`] and
//! read into [`rows`]; what cannot be read is an [`Unreadable`], what is doubtful is a [`Problem`] with its line.
//! Nothing here changes a school.

pub mod decode;
pub mod exchange;
pub mod header;
pub mod limits;
pub mod oneroster;
pub mod problem;
pub mod proposal;
pub mod read;
pub mod rows;
pub mod sample;
pub mod table;
pub mod value;
pub mod workbook;
pub mod write;

/// The decoder of old encodings outside the browser.
#[cfg(not(target_arch = "wasm32"))]
pub mod library_decoder;
/// The browser's own decoder of old encodings.
#[cfg(target_arch = "wasm32")]
pub mod text_decoder;

pub use decode::{Decode, Encoding};
pub use limits::Unreadable;
pub use problem::{Place, Problem, ProblemKind, Severity};
pub use proposal::{Cancelled, ImportOptions, Proposal, propose};
pub use read::{ReadFile, ReadList, ReadOptions, read_file, read_text};

#[cfg(test)]
mod tests;
