//! What follows from the records. Nothing here is stored: it is computed again when what it reads changes.

pub mod acknowledgement;
mod derived;
mod index;
pub mod migration;
mod planning_day;
pub mod rollover;

pub use derived::Plan;
pub use index::Index;
pub use planning_day::{current_year, planning_day};
