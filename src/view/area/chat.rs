//! Required and other chats: plan and reality (2.2/6, 2.3/3, 2.4/3).

mod card;
mod checklist;
mod deed;
mod exception;
mod filter;
mod form;
mod key;
mod matrix;
mod other;
mod overview;
mod person;
mod reality;
mod row;
mod setting;

use super::Asking;
use crate::clause;
use crate::domain::{ChatId, ChatRuleId, ChatScope, ClassId, Command};
use crate::plan::chat::ChatTurn;
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Page, Tab};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

pub use card::card;
pub use deed::Deed;
pub use person::sections as of_person;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A required chat was created.
    Create(ChatRuleId, ChatScope),
    /// The chosen required chats were created.
    CreateChosen,
    /// The school does without a required chat.
    Excuse(ChatRuleId, ChatScope),
    /// The school does without the chosen required chats.
    ExcuseChosen,
    /// What is written down about a chat.
    Change(ChatId),
    /// Moderator, quiet hours and rules of the chosen chats.
    EquipChosen,
    /// A chat goes into another state.
    Turn(ChatId, ChatTurn),
    /// The chosen chats go into another state.
    TurnChosen(ChatTurn),
    /// Another chat of a rule.
    Other(ChatRuleId),
    /// Members beyond the rule.
    Include(ChatId),
    /// Members who stay out.
    Exclude(ChatId),
    /// The real members of a chat.
    Reconcile(ChatId),
    /// The real members of a class or the staff room.
    ReconcileClass(ClassId),
    /// The school's choices on chats.
    Choose,
}

/// The parts of the screen, by the parameter `tab` of the address.
const TABS: [&str; 7] = ["", "checklist", "matrix", "other", "exceptions", "reality", "settings"];

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let tab = room.query.get("tab");
    let here = if TABS.contains(&tab) { tab } else { "" };
    let (sections, acts) = match here {
        "checklist" => checklist::sections(room),
        "matrix" => matrix::sections(room),
        "other" => other::sections(room),
        "exceptions" => (exception::sections(room), Vec::new()),
        "reality" => (reality::sections(room), Vec::new()),
        "settings" => setting::sections(room),
        _ => overview::sections(room),
    };
    Page {
        title: msg::chats_title(room.lang).to_owned(),
        lead: msg::chats_lead(room.lang).to_owned(),
        clause: Some(clause!("1.6")),
        up: None,
        acts,
        tabs: TABS.iter().map(|tab| self::tab(room, tab, here)).collect(),
        filters: filter::filters(room, here),
        sections,
    }
}

fn tab(room: &Room, tab: &str, here: &str) -> Tab {
    let label = match tab {
        "checklist" => msg::chats_tab_checklist(room.lang),
        "matrix" => msg::chats_tab_matrix(room.lang),
        "other" => msg::chats_tab_other(room.lang),
        "exceptions" => msg::chats_tab_exceptions(room.lang),
        "reality" => msg::chats_tab_reality(room.lang),
        "settings" => msg::chats_tab_settings(room.lang),
        _ => msg::chats_tab_plan(room.lang),
    };
    let href = room.query.with("tab", tab).address(&Route::Chats);
    Tab { label: label.to_owned(), href, is_here: tab == here, count: None }
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        form::form(self, room, values)
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        form::command(self, room, values, making)
    }
}

#[cfg(test)]
mod tests;
