//! The register: clauses with their evidence, editions, acts of law, interpretations, gaps (1.1 to 1.5, 4.1 to 4.3).

mod choice;
mod clause;
mod compare;
mod edition;
mod gap;
mod law;
mod register;

use std::collections::BTreeSet;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{Command, GapNote, GapNoteId, LegalAct, LegalActId, RecordKey, Refusal, RegulationEditionId};
use crate::plan::register::{DropEdition, Reinterpret, WithdrawApproval};
use crate::regulation::CellId;
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Page, Tab};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

pub use clause::clause;
pub use register::register;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A new edition, or one that is there.
    Edition(Option<RegulationEditionId>),
    /// A new edition that amends one.
    Amend(RegulationEditionId),
    /// The approval of an edition.
    Approve(RegulationEditionId),
    /// An act of law.
    Law(Option<LegalActId>),
    /// When an act of law ceased to be in force.
    Retire(LegalActId),
    /// How the school reads a cell.
    Cell(CellId),
    /// How the school reads an oddity.
    Oddity(u16),
    /// What the regulation leaves open.
    Gap(Option<GapNoteId>),
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Removes an edition that was never in force.
    Drop(RegulationEditionId),
    /// Takes an approval back.
    Withdraw(RegulationEditionId),
    /// Adds the acts of law that the edition names.
    AddLaws,
    /// Adds the acts of law that apply and that the edition does not name.
    AddUnnamed,
    /// Removes an act of law.
    DropLaw(LegalActId),
    /// Leaves questions to the default again.
    Undecide(BTreeSet<String>),
    /// Removes a note.
    DropGap(GapNoteId),
}

/// Editions with their approval, the school's own text, a comparison, acts of law, words.
#[must_use]
pub fn editions(room: &Room) -> Page {
    let lang = room.lang;
    let mut page = Page {
        title: msg::register_editions(lang).into(),
        lead: msg::register_editions_lead(lang).into(),
        clause: Some(clause!("1.3")),
        up: Some((Route::Regulation.to_string(), msg::regulation_title(lang).into())),
        tabs: tabs(
            room,
            Route::Editions,
            &[
                ("", msg::register_editions(lang), Some(room.school.editions().len())),
                ("text", msg::register_own_text(lang), None),
                ("compare", msg::register_compare(lang), None),
                ("laws", msg::register_laws(lang), Some(room.school.legal_acts().len())),
                ("words", msg::register_words(lang), Some(room.regulation.glossary().len())),
            ],
        ),
        ..Page::default()
    };
    match room.query.get("tab") {
        "text" => edition::own_text(room, &mut page),
        "compare" => compare::fill(room, &mut page),
        "laws" => law::fill(room, &mut page),
        "words" => law::words(room, &mut page),
        _ => edition::fill(room, &mut page),
    }
    page
}

/// How the school reads what is unclear, and what the regulation leaves open.
#[must_use]
pub fn interpretations(room: &Room) -> Page {
    let lang = room.lang;
    let mut page = Page {
        title: msg::register_interpretations(lang).into(),
        lead: msg::register_interpretations_lead(lang).into(),
        clause: Some(clause!("4.3")),
        up: Some((Route::Regulation.to_string(), msg::regulation_title(lang).into())),
        tabs: tabs(
            room,
            Route::Interpretations,
            &[
                ("", msg::register_cells(lang), Some(crate::plan::register::open_cells(room.regulation).count())),
                ("oddities", msg::register_oddities(lang), Some(room.regulation.oddities().len())),
                ("gaps", msg::register_gaps(lang), Some(room.school.gap_notes().len())),
            ],
        ),
        ..Page::default()
    };
    match room.query.get("tab") {
        "oddities" => choice::oddities(room, &mut page),
        "gaps" => gap::fill(room, &mut page),
        _ => choice::cells(room, &mut page),
    }
    page
}

fn tabs(room: &Room, route: Route, tabs: &[(&str, &str, Option<usize>)]) -> Vec<Tab> {
    let here = room.query.get("tab");
    tabs.iter()
        .map(|(id, label, count)| Tab {
            label: (*label).to_owned(),
            href: Query::default().with("tab", id).address(&route),
            is_here: here == *id,
            count: count.map(|count| count as u64),
        })
        .collect()
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Edition(id) => edition::form(room, *id, None, values),
            Self::Amend(id) => edition::form(room, None, Some(*id), values),
            Self::Approve(id) => edition::approve_form(room, *id, values),
            Self::Law(id) => law::form(room, *id),
            Self::Retire(id) => law::retire_form(room, *id),
            Self::Cell(cell) => choice::cell_form(room, cell, values),
            Self::Oddity(number) => choice::oddity_form(room, *number, values),
            Self::Gap(id) => gap::form(room, *id),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Edition(id) => edition::command(room, *id, None, values, making),
            Self::Amend(id) => edition::command(room, None, Some(*id), values, making),
            Self::Approve(id) => edition::approve_command(room, *id, values),
            Self::Law(id) => law::command(room, *id, values, making),
            Self::Retire(id) => law::retire_command(room, *id, values),
            Self::Cell(cell) => choice::cell_command(room, cell, values, making),
            Self::Oddity(number) => choice::oddity_command(room, *number, values, making),
            Self::Gap(id) => gap::command(room, *id, values, making),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::Drop(edition) => DropEdition { edition: *edition }.into(),
            Self::Withdraw(edition) => WithdrawApproval { edition: *edition }.into(),
            Self::AddLaws => law::add(room, making, law::Which::Named),
            Self::AddUnnamed => law::add(room, making, law::Which::Unnamed),
            Self::DropLaw(id) => Command::Remove(RecordKey::to::<LegalAct>(*id)),
            Self::Undecide(questions) => Reinterpret { questions: questions.clone() }.into(),
            Self::DropGap(id) => Command::Remove(RecordKey::to::<GapNote>(*id)),
        })
    }
}

#[cfg(test)]
mod tests;
