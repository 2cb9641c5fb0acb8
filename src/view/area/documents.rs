//! The register of acts and the generator of documents.

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

/// The page of this area.
#[must_use]
pub fn page(_room: &Room) -> Page {
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
