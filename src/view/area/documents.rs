//! The papers of the school: the generator with its preview, what was signed, the register of acts (2.2/1).

mod acts;
mod issued;
mod letter;
mod make;
mod place;
mod sign;
#[cfg(test)]
mod tests;

use super::{Asking, Doing};
use crate::clause;
use crate::document::{Desk, Form as Paper, Subject};
use crate::domain::{Command, IssuedDocument, IssuedDocumentId, LocalAct, LocalActId, RecordKey, Refusal};
use crate::text::{Lang, msg};
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Page, Tab};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A document was signed or registered.
    Sign(Paper, Subject),
    /// Number and date of a signed document.
    Issued(IssuedDocumentId),
    /// A local act of the register; a new one where none is given.
    Act(Option<LocalActId>),
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Removes the entry of a signed document.
    RemoveIssued(IssuedDocumentId),
    /// Removes a local act from the register.
    RemoveAct(LocalActId),
}

const FORM: &str = "form";
const ISSUED: &str = "issued";
const TAB: &str = "tab";

/// The address of a paper: for links from other screens.
#[must_use]
pub fn address(form: Paper, subject: &Subject) -> String {
    let query = Query::from([(FORM, form.key())]);
    let query = subject.to_map().iter().fold(query, |query, (key, value)| query.with(key, value));
    query.address(&Route::Documents)
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let issued = room.query.get(ISSUED);
    if !issued.is_empty() {
        return issued::card(room, issued.parse().ok());
    }
    if let Some(form) = Paper::of_key(room.query.get(FORM)) {
        return make::paper(room, form);
    }
    let tab = room.query.get(TAB);
    let sections = match tab {
        ISSUED => issued::list(room),
        "acts" => acts::register(room),
        _ => make::families(room),
    };
    Page {
        title: msg::documents_title(room.lang).to_owned(),
        lead: msg::documents_lead(room.lang).to_owned(),
        clause: Some(clause!("2.2/1")),
        tabs: tabs(room, tab),
        sections,
        ..Page::default()
    }
}

fn tabs(room: &Room, here: &str) -> Vec<Tab> {
    let lang = room.lang;
    let tab = |key: &str, label: &str, count: Option<usize>| Tab {
        label: label.to_owned(),
        href: Query::default().with(TAB, key).address(&Route::Documents),
        is_here: here == key,
        count: count.map(|count| count as u64),
    };
    vec![
        tab("", msg::documents_tab_make(lang), None),
        tab(ISSUED, msg::documents_tab_issued(lang), Some(room.school.documents().len())),
        tab("acts", msg::documents_tab_acts(lang), Some(room.school.acts().len())),
    ]
}

/// The plan as papers see it, in a language.
fn desk<'a>(room: &Room<'a>, lang: Lang) -> Desk<'a> {
    Desk { school: room.school, index: room.index, plan: room.plan, regulation: room.regulation, lang }
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Sign(form, subject) => sign::form(room, values, *form, subject),
            Self::Issued(id) => issued::form(room, *id),
            Self::Act(id) => acts::form(room, values, *id),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Sign(form, subject) => sign::command(room, values, making, *form, subject),
            Self::Issued(id) => issued::command(room, values, *id),
            Self::Act(id) => acts::command(values, making, *id),
        }
    }
}

impl Doing for Deed {
    fn command(&self, _room: &Room, _making: &mut Making) -> Result<Command, Refusal> {
        Ok(Command::Remove(match self {
            Self::RemoveIssued(id) => RecordKey::to::<IssuedDocument>(*id),
            Self::RemoveAct(id) => RecordKey::to::<LocalAct>(*id),
        }))
    }
}
