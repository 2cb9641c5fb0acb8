//! The control of the administration (2.2/7): the audit, checks with what they found, the past, duties; and compliance
//! by clause.

mod as_of;
mod attest;
mod check;
mod clause;
mod finding;
mod review;
#[cfg(test)]
mod tests;

use super::{Asking, Doing, kit};
use crate::clause;
use crate::domain::{Attestation, AttestationId, ClauseId, Command, ControlCheck, ControlCheckId, RecordKey, Refusal};
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Page, Tab};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Records a check; what is chosen in the audit becomes its findings.
    NewCheck,
    /// Edits a check.
    Check(ControlCheckId),
    /// Adds a finding to a check.
    NewFinding(ControlCheckId),
    /// Edits a finding of a check.
    Finding(ControlCheckId, usize),
    /// Writes down that a finding was mended.
    Fix(ControlCheckId, usize),
    /// Verifies that a finding was mended, or gives it back.
    Verify(ControlCheckId, usize),
    /// Attests how a clause is kept.
    Attest(ClauseId),
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Removes a check.
    RemoveCheck(ControlCheckId),
    /// Removes a finding of a check.
    RemoveFinding(ControlCheckId, usize),
    /// Takes an attestation back.
    RemoveAttestation(AttestationId),
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let here = room.query.get("tab");
    let tab = |id: &str, label: &str, count| kit::tab(room, Route::Control, id, label, count);
    let duties = Tab {
        label: msg::control_tab_duties(lang).to_owned(),
        href: Query::from([("tab", "duties")]).address(&Route::Calendar),
        is_here: false,
        count: None,
    };
    let (acts, filters, sections) = match here {
        "checks" => check::tab(room),
        "asof" => as_of::tab(room),
        _ => review::tab(room),
    };
    Page {
        title: msg::control_title(lang).to_owned(),
        lead: msg::control_lead(lang).to_owned(),
        clause: Some(clause!("2.2/7")),
        tabs: vec![
            tab("", msg::control_tab_audit(lang), None),
            tab("checks", msg::control_tab_checks(lang), Some(check::open_count(room.school))),
            tab("asof", msg::control_tab_as_of(lang), None),
            duties,
        ],
        acts,
        filters,
        sections,
        ..Page::default()
    }
}

/// Every clause with its evidence.
#[must_use]
pub fn compliance(room: &Room) -> Page {
    clause::page(room)
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::NewCheck => check::form(room, None, values),
            Self::Check(id) => check::form(room, Some(*id), values),
            Self::NewFinding(check) => finding::form(room, *check, None),
            Self::Finding(check, at) => finding::form(room, *check, Some(*at)),
            Self::Fix(check, at) => finding::fix_form(room, *check, *at),
            Self::Verify(check, at) => finding::verify_form(room, *check, *at, values),
            Self::Attest(clause) => attest::form(room, *clause, values),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::NewCheck => check::command(room, None, values, making),
            Self::Check(id) => check::command(room, Some(*id), values, making),
            Self::NewFinding(check) => finding::command(room, *check, None, values),
            Self::Finding(check, at) => finding::command(room, *check, Some(*at), values),
            Self::Fix(check, at) => finding::fix(*check, *at, values),
            Self::Verify(check, at) => finding::verify(*check, *at, values),
            Self::Attest(clause) => attest::command(room, *clause, values, making),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::RemoveCheck(id) => Command::Remove(RecordKey::to::<ControlCheck>(*id)),
            Self::RemoveFinding(check, at) => finding::removed(room, *check, *at)?,
            Self::RemoveAttestation(id) => Command::Remove(RecordKey::to::<Attestation>(*id)),
        })
    }
}
