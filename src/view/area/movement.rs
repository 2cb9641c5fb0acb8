//! The movement of students and staff, and the change of the year (2.1/11).

mod book;
mod edit;
mod preview;
mod record;
mod rerole;
mod rollover;
mod steps;
#[cfg(test)]
mod tests;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{
    Command, Movement, MovementId, MovementKind, PersonId, RecordKey, Refusal, TickSteps, UntickSteps,
};
use crate::plan::rollover::{ArchiveChats, chats_of_past_years};
use crate::text::{movement as words, msg};
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Body, Button, Page, Section, Tab};
use crate::view::room::{Making, PRESS, Query, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Records a movement of a kind.
    Record(MovementKind),
    /// Edits what was written of a movement.
    Edit(MovementId),
    /// Mends a wrong role or a wrong class on the platform.
    ReRole,
    /// Moves the school to the next year.
    Rollover,
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Ticks a step off.
    Tick(MovementId, usize),
    /// Ticks the chosen steps off.
    TickChosen,
    /// Takes a tick back.
    Untick(MovementId, usize),
    /// Takes the record of a movement out of the book; what followed from it stays.
    Remove(MovementId),
    /// Puts the chats of past years away.
    ArchiveChats,
}

/// The address of the form of a movement of somebody: for links from other screens.
#[must_use]
pub fn address(kind: MovementKind, person: PersonId) -> String {
    Query::from([(PRESS, record::button(kind))]).with("person", &person.to_string()).address(&Route::Movements)
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let here = room.query.get("tab");
    let open = steps::open_count(room.school);
    let tab = |id: &str, label: &str, count| Tab {
        label: label.to_owned(),
        href: Query::default().with("tab", id).address(&Route::Movements),
        is_here: here == id,
        count,
    };
    let (filters, sections) = match here {
        "steps" => (steps::filters(room), steps::sections(room)),
        "book" => (book::filters(room), book::sections(room)),
        "rollover" => (Vec::new(), rollover::sections(room)),
        _ => (Vec::new(), recording(room)),
    };
    Page {
        title: msg::movement_title(lang).to_owned(),
        lead: msg::movement_lead(lang).to_owned(),
        clause: Some(clause!("2.1/11")),
        tabs: vec![
            tab("", msg::movement_tab_record(lang), None),
            tab("steps", msg::movement_tab_steps(lang), Some(open)),
            tab("book", msg::movement_tab_book(lang), None),
            tab("rollover", msg::movement_tab_rollover(lang), None),
        ],
        filters,
        sections,
        ..Page::default()
    }
}

/// What can be recorded, and what was recorded last.
fn recording(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let buttons = |fits: fn(MovementKind) -> bool| -> Vec<Button> {
        let kinds = MovementKind::ALL.into_iter().filter(|kind| fits(*kind));
        kinds.map(|kind| Button::new(record::button(kind), words::verb(lang, kind), Ask::Record(kind))).collect()
    };
    let prose = |text: &str| Body::Prose(vec![text.to_owned()]);
    let mend = vec![Button::new("rerole", words::verb(lang, MovementKind::ReRole), Ask::ReRole)];
    vec![
        Section::new("students", msg::movement_students(lang), prose(msg::movement_students_text(lang)))
            .acts(buttons(MovementKind::is_of_student)),
        Section::new("staff", msg::movement_staff(lang), prose(msg::movement_staff_text(lang)))
            .acts(buttons(MovementKind::is_of_staff)),
        Section::new("rerole", msg::movement_rerole(lang), prose(msg::movement_rerole_text(lang))).acts(mend),
        book::latest(room),
    ]
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Record(kind) => record::form(room, *kind, values),
            Self::Edit(id) => edit::form(room, *id),
            Self::ReRole => rerole::form(room, values),
            Self::Rollover => rollover::form(room, values),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Record(kind) => record::command(room, *kind, values, making.ids),
            Self::Edit(id) => edit::command(room, *id, values),
            Self::ReRole => rerole::command(room, values, making.ids),
            Self::Rollover => rollover::command(room, values, making.ids),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::Tick(id, number) => tick(room, vec![(*id, *number)], making),
            Self::TickChosen => tick(room, steps::chosen(room), making),
            Self::Untick(id, number) => Command::from(UntickSteps { steps: vec![(*id, *number)] }),
            Self::Remove(id) => Command::Remove(RecordKey::to::<Movement>(*id)),
            Self::ArchiveChats => Command::from(ArchiveChats(chats_of_past_years(room.school, room.context.today))),
        })
    }
}

fn tick(room: &Room, steps: Vec<(MovementId, usize)>, making: &mut Making) -> Command {
    let memberships = steps.iter().map(|_| making.ids.fresh()).collect();
    let owners = steps::owners(room, &steps);
    Command::from(TickSteps { steps, memberships, owners })
}
