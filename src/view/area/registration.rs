//! The way onto the platform, step by step: orders, application, registration, first structure (2.1/0–2.1/4, 2.2/1).

mod application;
mod step;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{
    Class, ClassKind, Command, RecordKey, Refusal, RegistrationApplication, RegistrationApplicationId,
};
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::launch;
use crate::view::page::{Body, Button, Cell, Fact, Figure, Page, Section, StepState, Tone};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Registers an order of the head, with the title that the step needs.
    Order(OrderKind),
    /// Prepares an application, or edits one that was not sent.
    Application(Option<RegistrationApplicationId>),
    /// Writes down that it was sent.
    Send(RegistrationApplicationId),
    /// Writes down the answer.
    Answer(RegistrationApplicationId),
    /// Writes down the registration with its phone.
    Register(RegistrationApplicationId),
}

/// The orders of the first steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrderKind {
    /// «Об использовании…» (2.2/1).
    Use,
    /// The appointment of the administrator (2.1/0).
    Administrator,
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Creates the staff room (2.1/4).
    StaffRoom,
    /// Deletes an application.
    Delete(RegistrationApplicationId),
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let steps = step::steps(room);
    let done = steps.iter().filter(|step| step.state == StepState::Done).count();
    let figure = Figure {
        label: msg::registration_progress(lang).into(),
        value: done.try_into().unwrap_or(u64::MAX),
        of: steps.len().try_into().ok(),
        note: String::new(),
        href: None,
        tone: if done == steps.len() { Tone::Success } else { Tone::Info },
    };
    let mut sections = vec![Section::new("progress", "", Body::Figures(vec![figure]))];
    sections.extend(mismatch(room));
    sections.push(Section::new("steps", msg::registration_steps(lang), Body::Checklist(steps)));
    sections.extend(application(room));
    Page {
        title: msg::registration_title(lang).into(),
        lead: msg::registration_lead(lang).into(),
        clause: Some(clause!("2.1/1")),
        up: Some((Route::School.to_string(), msg::nav_school(lang).to_owned())),
        acts: Vec::new(),
        tabs: Vec::new(),
        filters: Vec::new(),
        sections,
    }
}

/// The application at work: the newest.
fn current<'a>(room: &Room<'a>) -> Option<&'a RegistrationApplication> {
    launch::application(room.school)
}

/// 2.1/2: another phone than that of the application gives no rights.
fn mismatch(room: &Room) -> Option<Section> {
    let application = current(room).filter(|row| !row.is_same_phone())?;
    let (asked, used) = (application.phone?, application.registered?.phone);
    let text = msg::registration_phone_differs(room.lang, &asked.to_string(), &used.to_string());
    Some(Section::new("phone-differs", "", Body::Notice(Tone::Error, text)).clause(clause!("2.1/2")))
}

/// The letter, to be copied or opened in the mail program.
fn application(room: &Room) -> Option<Section> {
    let lang = room.lang;
    let row = current(room)?;
    let letter = application::letter(room, row);
    let order = row.order.and_then(|id| room.school.acts().get(&id));
    let order = order.map(|act| format!("№ {} · {}", act.number, act.title));
    let none = || msg::school_not_entered(lang).to_owned();
    let phone = row.phone.map_or_else(none, |phone| phone.to_string());
    let email = row.email.as_ref().map_or_else(none, ToString::to_string);
    let facts = [
        (msg::registration_person(lang), if row.name.is_empty() { none() } else { row.name.clone() }),
        (msg::registration_email(lang), email),
        (msg::registration_phone(lang), phone),
        (msg::registration_order(lang), order.unwrap_or_else(none)),
    ];
    let body = if row.is_complete() {
        Body::Verbatim(letter)
    } else {
        Body::Facts(facts.into_iter().map(|(name, value)| Fact::new(name, Cell::text(value))).collect())
    };
    let mut acts = application::buttons(room, row);
    acts.push(Button::new("delete", msg::delete(lang), Deed::Delete(row.id)).danger());
    Some(Section::new("application", msg::registration_letter(lang), body).clause(clause!("2.1/1")).acts(acts))
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Order(kind) => step::order(room, *kind),
            Self::Application(id) => application::form(room, values, *id),
            Self::Send(id) => application::send(room, *id),
            Self::Answer(_) => application::answer(room),
            Self::Register(id) => application::register(room, values, *id),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Order(_) => step::ordered(values, making),
            Self::Application(id) => application::command(room, values, *id, making),
            Self::Send(id) => application::sent(values, *id),
            Self::Answer(id) => application::answered(values, *id),
            Self::Register(id) => application::registered(values, *id),
        }
    }
}

impl Doing for Deed {
    fn command(&self, _room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        Ok(match self {
            Self::StaffRoom => {
                let (id, kind) = (making.ids.fresh(), ClassKind::StaffRoom);
                Command::Save(Class { id, kind, profile: String::new(), archived: None }.into())
            }
            Self::Delete(id) => Command::Remove(RecordKey::to::<RegistrationApplication>(*id)),
        })
    }
}

#[cfg(test)]
mod tests;
