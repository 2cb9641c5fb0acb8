//! Editions, interpretations, compliance by clause, gaps (1.1 to 1.5, 4.1 to 4.3).

use super::{Asking, Doing};
use crate::domain::{Command, Refusal};
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::Page;
use crate::view::room::{Making, Room};

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {}

/// Editions with their approval, the school's own text, legal acts.
#[must_use]
pub fn editions(_room: &Room) -> Page {
    Page::default()
}

/// How the school reads what is unclear, and what the regulation leaves open.
#[must_use]
pub fn interpretations(_room: &Room) -> Page {
    Page::default()
}

impl Asking for Ask {
    fn form(&self, _room: &Room, _values: &Values) -> Form {
        match *self {}
    }

    fn command(&self, _room: &Room, _values: &Values, _making: &mut Making) -> Result<Command, Vec<Fault>> {
        match *self {}
    }
}

impl Doing for Deed {
    fn command(&self, _room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        match *self {}
    }
}
