//! The second module, for work too heavy for the page: what the two say to each other, and the worker's main.
//!
//! The worker keeps the desk of files between jobs, nothing else, and does one job in one call. Nothing can reach it while it works, so a job is
//! stopped by ending the worker; the next job starts another one.

pub mod protocol;
#[cfg(target_arch = "wasm32")]
mod scope;

pub use protocol::{Ask, Derive, Fault, Kind, Said, Tell, VERSION, reply};
#[cfg(target_arch = "wasm32")]
pub use scope::serve;
