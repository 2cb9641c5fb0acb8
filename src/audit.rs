//! Findings about a plan, and compliance by clause.
//!
//! A review never fails: a bad plan is data, not an error. Each file here is a family of lints; every rule stands under
//! its clause. Findings carry facts, never sentences: `text::audit` says them, `view::finding` turns a remedy into a button.

mod administrator;
mod channel;
mod chat;
mod compliance;
mod event;
mod evidence;
mod finding;
mod ground;
mod invite;
mod issue;
mod movement;
mod people;
mod regulation;
mod request;
mod review;
mod staff;
mod structure;
mod support;
mod touched;

pub use compliance::{ClauseState, Compliance, compliance};
pub use evidence::evidence;
pub use finding::{Finding, Lint, Remedy, Severity};
pub use issue::{Issue, Lack};
pub use review::{Memo, audit};

#[cfg(test)]
mod tests;
