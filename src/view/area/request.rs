//! Requests to join and the confirmation of statuses (2.1/9, 2.1/10).

mod decide;
mod inbox;
mod receive;
mod status;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{Command, JoinRequest, JoinRequestId, PersonId, RecordKey, Refusal};
use crate::plan::request::{ExcuseStatuses, RequireStatuses, WithdrawRequest, statuses};
use crate::text::msg;
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Button, Page, Tab};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Takes over requests that the platform shows.
    Receive,
    /// Corrects one that was typed wrong.
    Edit(JoinRequestId),
    /// Lets somebody of the roster in.
    Approve(JoinRequestId),
    /// Declines one, or the chosen ones.
    Decline(Option<JoinRequestId>),
    /// Asks for more.
    Question(JoinRequestId),
    /// Writes down that statuses were sent; of one person or of the chosen.
    Submit(Option<PersonId>),
    /// Confirms statuses; of one person or of the chosen.
    Confirm(Option<PersonId>),
    /// Sends a status back.
    Reject(PersonId),
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// The person took the request back.
    Withdraw(JoinRequestId),
    /// Deletes a request that was typed by mistake.
    Delete(JoinRequestId),
    /// Begins the confirmation for everybody who needs it and has none.
    RequireAll,
    /// Begins the confirmation for the chosen.
    RequireChosen,
    /// Begins it for one, also once more.
    Require(PersonId),
    /// Does without the status of the chosen.
    ExcuseChosen,
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let here = room.query.get("tab");
    let open = room.school.requests().values().filter(|request| request.state.is_open()).count();
    let waiting = status::rows(room).iter().filter(|row| row.days.is_some()).count();
    let count = |number: usize| Some(u64::try_from(number).unwrap_or(u64::MAX));
    let tabs = [
        ("", msg::requests_tab_inbox(lang), count(open)),
        ("journal", msg::requests_tab_journal(lang), count(room.school.requests().len())),
        ("status", msg::requests_tab_status(lang), count(waiting)),
        ("register", msg::requests_tab_register(lang), None),
    ]
    .map(|(tab, label, count)| Tab {
        label: label.into(),
        href: room.query.with("tab", tab).address(&Route::Requests),
        is_here: tab == here,
        count,
    });
    let (sections, acts, clause) = match here {
        "status" => (status::sections(room), Vec::new(), clause!("2.1/10")),
        "register" => (vec![status::register(room)], Vec::new(), clause!("2.1/10")),
        "journal" => (vec![inbox::journal(room)], Vec::new(), clause!("2.1/9")),
        _ => {
            let receive = Button::new("receive", msg::requests_receive(lang), Ask::Receive).primary();
            (inbox::sections(room), vec![receive], clause!("2.1/9"))
        }
    };
    Page {
        title: msg::requests_title(lang).into(),
        lead: msg::requests_lead(lang).into(),
        clause: Some(clause),
        up: None,
        acts,
        tabs: tabs.into(),
        filters: Vec::new(),
        sections,
    }
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Receive => receive::form(room, values),
            Self::Edit(id) => receive::edit(room, *id),
            Self::Approve(id) => decide::approve(room, values, *id),
            Self::Decline(id) => decide::decline(room, values, *id),
            Self::Question(id) => decide::question(room, values, *id),
            Self::Submit(person) => status::submit(room, *person),
            Self::Confirm(person) => status::confirm(room, values, *person),
            Self::Reject(person) => status::reject(room, *person),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Receive => receive::command(room, values, making),
            Self::Edit(id) => receive::edited(room, values, *id),
            Self::Approve(id) => decide::approved(room, values, *id, making),
            Self::Decline(id) => decide::declined(room, values, *id),
            Self::Question(id) => decide::asked(values, *id),
            Self::Submit(person) => status::submitted(room, values, *person),
            Self::Confirm(person) => status::confirmed(room, values, *person),
            Self::Reject(person) => status::rejected(values, *person),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        let on = room.index.day;
        let mut fresh =
            |people: Vec<PersonId>| people.into_iter().map(|person| (person, making.ids.fresh())).collect::<Vec<_>>();
        Ok(match self {
            Self::Withdraw(id) => WithdrawRequest { id: *id, on }.into(),
            Self::Delete(id) => Command::Remove(RecordKey::to::<JoinRequest>(*id)),
            Self::RequireAll => {
                let rows = statuses(room.school, room.index);
                let people = rows.iter().filter(|row| status::is_untouched(row)).map(|row| row.person).collect();
                RequireStatuses { people: fresh(people), since: on }.into()
            }
            Self::RequireChosen => RequireStatuses { people: fresh(status::chosen(room)), since: on }.into(),
            Self::Require(person) => RequireStatuses { people: fresh(vec![*person]), since: on }.into(),
            Self::ExcuseChosen => ExcuseStatuses { people: fresh(status::chosen(room)) }.into(),
        })
    }
}

#[cfg(test)]
mod tests;
