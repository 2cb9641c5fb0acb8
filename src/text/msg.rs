//! The messages: one function each, generated from the message files.
//!
//! `people-found = …` becomes `people_found(lang, …)`. A message without variables gives a `&'static str`, one with
//! variables a `String`; its arguments stand in alphabetical order. Call them as `msg::people_found`, so that the test
//! for unused messages sees the use.
#![allow(clippy::all, clippy::pedantic, reason = "generated code, as plain as a generator can write it")]

use super::{
    Lang, number,
    plural::{self, Category},
};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
