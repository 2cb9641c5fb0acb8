//! What follows from the records. Nothing here is stored: it is computed again when what it reads changes.

pub mod acknowledgement;
pub mod administrator;
pub mod audience;
/// Acts on chats.
pub mod chat;
pub mod coverage;
mod derived;
pub mod duty;
pub mod homeroom;
mod index;
pub mod invite;
pub mod leave;
pub mod migration;
pub mod movement;
pub mod overlap;
mod planning_day;
/// What the parts of the index and the required chats follow from, for who remembers what follows from them.
pub mod reads {
    pub use super::derived::{CHATS, RECORDS};
    pub use super::index::{CLASSES, FAMILIES, HOMEROOMS, LINES, POSTS, STATUSES, STAYS, STUDENTS};
}
/// Plan against the real members of a chat or a class.
pub mod reconciliation;
pub mod register;
pub mod request;
pub mod rollover;
pub mod topic;

pub use derived::{Apart, Coverage, Difference, Plan, RequiredChat, Seat, Unrequired};
pub use index::Index;
pub use planning_day::{current_year, planning_day};
