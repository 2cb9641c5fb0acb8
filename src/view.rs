//! What each screen shows, as plain data: rows, cards, why a button is off. One file a screen.
//!
//! Knows the school and the regulation; knows no browser and no sentence of its own.

pub mod area;
pub mod chart;
pub mod choice;
pub mod class_page;
pub mod comparison;
pub mod difference;
pub mod directory;
pub mod elsewhere;
pub mod explanation;
pub mod fault;
pub mod file;
pub mod finding;
pub mod form;
#[cfg(debug_assertions)]
pub mod gallery;
pub mod gate;
pub mod glossary;
pub mod help;
pub mod import;
pub mod journal;
pub mod launch;
pub mod load;
pub mod matrix;
pub mod merge;
pub mod month;
pub mod navigation;
pub mod overview;
pub mod page;
pub mod palette;
pub mod people;
pub mod person;
pub mod person_draft;
pub mod preview;
pub mod proof;
pub mod register;
pub mod reminder;
pub mod rights;
pub mod room;
pub mod route;
pub mod school;
pub mod search;
pub mod snapshots;
pub mod storage;
pub mod structure;
pub mod why;

#[cfg(test)]
pub(crate) mod testing;
