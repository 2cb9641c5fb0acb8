//! The planner: a school's year on an educational communication platform, under the school's own regulation.
//!
//! Read the modules in this order. A module uses those above it, never those below; nothing imports `ui`.
//! All but `ui`, `worker` and two files of `store` are pure: no clock, no randomness, no browser.

/// Findings about a plan, and compliance by clause.
pub mod audit;
/// An invented school of three sizes, the same every time, with planted defects.
pub mod demo;
/// Acts, memos and reports as trees of plain data.
pub mod document;
/// The school: its records, the commands that change them, and the rules that refuse.
pub mod domain;
/// Bytes as hexadecimal digits.
pub mod hex;
/// Reading and writing JSON: one reader and one writer for every type.
pub mod json;
/// Sorting: one sort for every type.
pub mod order;
/// What follows from the records: indexes, required chats, members, calendars.
pub mod plan;
/// The regulation as data: clauses, roles, actions, the permission matrix, and the one place that decides.
pub mod regulation;
/// Reading rosters from CSV, XLSX and OneRoster, and writing tables.
pub mod roster;
/// The exported file: canonical JSON, schema versions, lineage, digest, difference.
pub mod snapshot;
/// Keeping the plan in the browser: the protocol is pure, the browser's storages are two files.
pub mod store;
/// Every sentence a person reads, in Russian and English.
pub mod text;
/// What each screen shows, as plain data.
pub mod view;

/// The desk of files: snapshots opened, merged, compared, sealed, given away in part; lives in the worker.
pub mod desk;

/// The command line over exported plans; native only.
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
/// The page: shell, router, session, components, screens.
#[cfg(target_arch = "wasm32")]
pub mod ui;
/// The second module, loaded on demand, for heavy work.
pub mod worker;
