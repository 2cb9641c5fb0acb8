//! The move to another platform: platforms as data, and a tracker of everything that moves (SPEC section 9).

mod platform;
mod track;

use std::collections::BTreeSet;

pub use platform::facts;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{
    Command, CounterpartId, CounterpartOf, Move, MoveStep, NextPlatform, Only, PlanMove, RecordKey, Refusal, Row,
    SwitchPlatform,
};
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Page, Tab};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// What the school knows of its platform.
    Platform,
    /// What the school knows of the platform it moves to.
    Next,
    /// The counterpart of something.
    Counterpart(CounterpartOf),
    /// When the old ones become read-only.
    Close,
    /// That counterparts exist.
    Create,
    /// Who has moved.
    Arrive(Option<CounterpartId>),
    /// Why something is not moved.
    Excuse,
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Plans a counterpart of everything that has none.
    PlanAll,
    /// Plans counterparts of the chosen.
    PlanChosen,
    /// Takes the steps of the chosen back.
    Restart,
    /// Forgets a counterpart.
    Forget(CounterpartId),
    /// Gives the move up.
    GiveUp,
    /// Replaces the platform by the next one.
    Switch,
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let here = room.query.get("tab");
    let tab = |id: &'static str, label: &str, count| Tab {
        label: label.to_owned(),
        href: room.query.with("tab", id).address(&Route::Migration),
        is_here: here == id,
        count,
    };
    let rows = crate::plan::migration::tracked(room.school, room.index);
    let mut page = Page {
        title: msg::migration_title(lang).into(),
        lead: msg::migration_lead(lang).into(),
        clause: Some(clause!("4.3")),
        tabs: vec![
            tab("", msg::migration_tab_track(lang), Some(rows.len() as u64)),
            tab("platforms", msg::migration_tab_platforms(lang), None),
        ],
        ..Page::default()
    };
    match here {
        "platforms" => page.sections = platform::sections(room),
        _ => track::fill(room, &rows, &mut page),
    }
    page
}

/// The platform to which the school moves.
pub(super) fn next<'a>(room: &Room<'a>) -> Option<&'a NextPlatform> {
    NextPlatform::table(room.school).values().next().map(AsRef::as_ref)
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Platform | Self::Next => platform::form(room, values, *self == Self::Next),
            Self::Counterpart(of) => track::counterpart_form(room, *of),
            Self::Close => track::close_form(room),
            Self::Create => track::create_form(room),
            Self::Arrive(id) => track::arrive_form(room, *id),
            Self::Excuse => track::excuse_form(room),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Platform | Self::Next => platform::command(values, *self == Self::Next),
            Self::Counterpart(of) => track::counterpart_command(room, *of, values, making),
            Self::Close => track::close_command(room, values),
            Self::Create => track::create_command(room, values),
            Self::Arrive(id) => track::arrive_command(room, *id, values),
            Self::Excuse => track::excuse_command(room, values),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::PlanAll => PlanMove { rows: track::planned(room, making, |_| true) }.into(),
            Self::PlanChosen => {
                let chosen: BTreeSet<CounterpartOf> = track::chosen(room).collect();
                PlanMove { rows: track::planned(room, making, |of| chosen.contains(&of)) }.into()
            }
            Self::Restart => Move { ids: track::chosen_ids(room), step: MoveStep::Plan }.into(),
            Self::Forget(id) => Command::Remove(RecordKey::to::<crate::domain::Counterpart>(*id)),
            Self::GiveUp => Command::Remove(RecordKey::to::<NextPlatform>(Only)),
            Self::Switch => SwitchPlatform.into(),
        })
    }
}

#[cfg(test)]
mod tests;
