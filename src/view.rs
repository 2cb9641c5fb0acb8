//! What each screen shows, as plain data: rows, cards, why a button is off. One file a screen.
//!
//! Knows the school and the regulation; knows no browser and no sentence of its own.

pub mod merge;
pub mod overview;
pub mod route;
pub mod search;
