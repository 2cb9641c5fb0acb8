//! Keeping the plan in the browser.
//!
//! Knows nothing of the school: what is kept is opaque bytes, a *base* (the whole plan at a revision) and *lines* (one
//! appended per revision). localStorage is the boot copy, IndexedDB the durable one. The protocol is pure and runs
//! natively against memory; only `local_storage`, `indexed_db` and `web_locks` touch the browser.
//!
//! Promises: a save is told only after the durable copy confirmed and was read back; no half-written state ever opens;
//! damaged bytes are kept aside, never deleted; a version nobody has seen is never overwritten; corrupt is not empty.

/// What every place must do; run natively on memory, in a browser test on the real ones.
pub mod acceptance;
/// Reading every copy and choosing what opens.
pub mod boot;
/// A place that fails, tears or lies at a chosen call.
pub mod fault;
/// The keys under which the plan lives.
pub mod key;
/// The lock of a shared computer.
pub mod lock;
/// A place whose texts stand encrypted while the lock is on.
pub mod locked;
/// A place in memory.
pub mod memory;
/// Bringing a damaged or lagging copy to the chosen history.
pub mod mend;
/// How full localStorage is.
pub mod meter;
/// Bytes as text: deflate, 15 bits to a UTF-16 unit.
pub mod pack;
/// The trait of a place that keeps texts, and its failures.
pub mod place;
/// Append, compaction and wipe in one copy.
pub mod protocol;
/// Damaged bytes, kept aside verbatim.
pub mod quarantine;
/// Sealed records: head, base, line.
pub mod record;
/// The honest state of saving, on top of two copies.
pub mod saver;
/// Reading one copy and telling sound from damaged.
pub mod scan;
/// Coordination between tabs.
pub mod tabs;
/// Turning the lock on and off, and opening it, in both copies.
pub mod vault;

/// The durable copy.
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
/// The boot copy.
#[cfg(target_arch = "wasm32")]
pub mod local_storage;
/// One writer among the tabs.
#[cfg(target_arch = "wasm32")]
pub mod web_locks;

#[cfg(test)]
mod fault_loop;
#[cfg(test)]
mod flips;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod two_writers;

pub use boot::{Boot, Which};
pub use place::{PlaceError, Store};
pub use saver::{NotSaved, SaveState, Saver};
