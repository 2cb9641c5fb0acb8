//! The security memo and other papers that people confirm, rights, consents, activists (2.5/4, 3.1 to 3.4, 2.2/6c, 2.2/6d).

mod activist;
mod consent;
mod right;
mod sheet;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{
    AcknowledgementSheet, AcknowledgementSheetId, ActiveGroup, ActiveGroupId, ActiveGroupKind, ClassId, Command,
    PersonId, RecordKey, Refusal,
};
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Page, Tab};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

pub use sheet::subject as paper;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Sheets to open.
    Open,
    /// When the chosen people of a sheet confirmed.
    Confirm(AcknowledgementSheetId),
    /// What the chosen people answered.
    Consents,
    /// What one person answered.
    Consent(PersonId),
    /// The activists of a class, or of the whole school.
    Activists(ActiveGroupKind, Option<ClassId>),
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Opens a sheet of the security memo for every class that has none.
    OpenSecurity,
    /// Takes back the marks of the chosen people of a sheet.
    Clear(AcknowledgementSheetId),
    /// Brings a sheet up to date.
    Renew(AcknowledgementSheetId),
    /// Removes a sheet.
    Drop(AcknowledgementSheetId),
    /// Removes a group of activists.
    Dissolve(ActiveGroupId),
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    if let Some(sheet) = room.query.get("sheet").parse().ok().and_then(|id| room.school.sheets().get(&id)) {
        return sheet::card(room, sheet);
    }
    let here = room.query.get("tab");
    let tab = |id: &'static str, label: &str, count| Tab {
        label: label.to_owned(),
        href: crate::view::room::Query::default().with("tab", id).address(&Route::Acknowledgements),
        is_here: here == id,
        count,
    };
    let mut page = Page {
        title: msg::rights_page_title(lang).into(),
        lead: msg::rights_page_lead(lang).into(),
        clause: Some(clause!("2.5/4")),
        tabs: vec![
            tab("", msg::rights_tab_sheets(lang), Some(room.school.sheets().len() as u64)),
            tab("rights", msg::rights_tab_rights(lang), None),
            tab("consents", msg::rights_tab_consents(lang), None),
            tab("activists", msg::rights_tab_activists(lang), Some(room.school.active_groups().len() as u64)),
        ],
        ..Page::default()
    };
    match here {
        "rights" => right::fill(room, &mut page),
        "consents" => consent::fill(room, &mut page),
        "activists" => activist::fill(room, &mut page),
        _ => sheet::fill(room, &mut page),
    }
    page
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Open => sheet::open_form(room, values),
            Self::Confirm(sheet) => sheet::confirm_form(room, *sheet),
            Self::Consents => consent::form(room, None),
            Self::Consent(person) => consent::form(room, Some(*person)),
            Self::Activists(kind, class) => activist::form(room, *kind, *class),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Open => sheet::open_command(room, values, making),
            Self::Confirm(sheet) => sheet::confirm_command(room, *sheet, values),
            Self::Consents => consent::command(room, None, values),
            Self::Consent(person) => consent::command(room, Some(*person), values),
            Self::Activists(kind, class) => activist::command(room, *kind, *class, values, making),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        match self {
            Self::OpenSecurity => Ok(sheet::open_security(room, making)),
            Self::Clear(sheet) => Ok(sheet::clear(room, *sheet)),
            Self::Renew(sheet) => sheet::renew(room, *sheet),
            Self::Drop(sheet) => Ok(Command::Remove(RecordKey::to::<AcknowledgementSheet>(*sheet))),
            Self::Dissolve(group) => Ok(Command::Remove(RecordKey::to::<ActiveGroup>(*group))),
        }
    }
}

#[cfg(test)]
mod tests;
