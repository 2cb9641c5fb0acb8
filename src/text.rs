//! Every sentence a person reads, in Russian and English.
//!
//! The sentences stand in message files, `text/ru/*.ftl` and `text/en/*.ftl`, one per area of the app. The build
//! compiles them into the functions of [`msg`] and fails where the languages differ (`build/messages.rs`). Beside them:
//! plural categories, numbers and dates of both languages. Nothing here decides anything.

pub mod act;
pub mod audience;
pub mod audit;
pub mod channel;
pub mod chat;
pub mod date;
pub mod decision;
pub mod document;
pub mod duty;
pub mod edition;
pub mod event;
pub mod field;
pub mod grammar;
pub mod invite;
pub mod kind;
mod lang;
pub mod movement;
pub mod msg;
pub mod number;
pub mod people;
pub mod place;
pub mod plural;
pub mod post;
pub mod refusal;
pub mod request;
pub mod roster;
pub mod snapshot;
pub mod statistics;
/// Forms of a word.
pub mod stem;
pub mod support;

pub use lang::Lang;

#[cfg(test)]
#[path = "../build/messages.rs"]
mod compiler;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tidy;
