//! What follows from the records. Nothing here is stored: it is computed again when what it reads changes.

/// Acts on chats.
pub mod chat;
mod derived;
mod index;
mod planning_day;
/// Plan against the real members of a chat or a class.
pub mod reconciliation;
pub mod rollover;

pub use derived::{Apart, Coverage, Difference, Plan, RequiredChat, Seat, Unrequired};
pub use index::Index;
pub use planning_day::{current_year, planning_day};
