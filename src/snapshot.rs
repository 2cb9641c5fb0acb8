//! The exported file and the stored base: one form, schema 1.
//!
//! The file is JSON in UTF-8 without a byte order mark. The outer objects and lists stand one key or item a line, so a
//! record is one line; keys stand in the order of [`Snapshot`]'s fields, records by identity; numbers are integers;
//! absent values and defaults are left out; the file ends with `\n`. Equal plans of equal lineage give equal bytes.
//!
//! The digest is the SHA-256 of every byte before the line of `sha256`, which is the last but one line. So it covers
//! header, records and journal, and can be checked without the planner: `head -n -2 file | sha256sum`.

mod ancestor;
mod difference;
mod digest;
mod envelope;
mod extras;
mod file_name;
/// Files packed by gzip.
pub mod gzip;
mod header;
mod lineage;
/// Files locked with a passphrase.
pub mod lock;
mod merge;
mod migrate;
mod place;
mod proposal;
mod read;
/// Exports that hold less than the plan, by purpose.
pub mod redact;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
/// Sealing a file for the archive, and telling what a file is.
pub mod seal;
/// Detached signatures of files.
pub mod sign;
mod slices;
mod stored;
mod tree;
mod unreadable;
mod write;

pub use ancestor::{Ancestor, Common, Side, ancestor};
pub use difference::{Difference, FieldDifference, RecordDifference, Tally};
pub use digest::{digest_of, sha256};
pub use envelope::{APP, FORMAT, SCHEMA, Snapshot};
pub use extras::Extras;
pub use file_name::file_name;
pub use lineage::{Export, Lineage, Stamp, export};
pub use merge::{
    Conflict, Decision, Merge, Nature, NoAncestor, Review, Spot, Touch, Undecidable, Unresolved, Version, field_of,
    merge, newly_broken, union,
};
pub use proposal::{Age, Proposal, Relation, Warning, propose};
pub use read::{Dangling, LIMIT, Opened, read};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use slices::{Reading, Writing};
pub use stored::{base, entry_line, follow_lines, lines_since, open_base, read_entry};
pub use unreadable::{Encoding, Unreadable};
pub use write::{write, write_verified};

#[cfg(test)]
mod tests;
