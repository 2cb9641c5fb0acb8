//! What follows from the records. Nothing here is stored: it is computed again when what it reads changes.

pub mod administrator;
mod derived;
mod index;
pub mod invite;
mod planning_day;
pub mod request;
pub mod rollover;
pub mod warrant;

pub use derived::Plan;
pub use index::Index;
pub use planning_day::{current_year, planning_day};
pub use warrant::Warrant;
