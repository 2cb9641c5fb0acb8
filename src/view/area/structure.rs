//! The approved list of classes, the distribution of class teachers and the staff room (2.1/4, 2.1/5, 2.1/8).

mod distribution;
mod staff_room;
#[cfg(test)]
mod tests;

use super::{Asking, Doing};
use crate::clause;
use crate::domain::{ClassId, Command, HomeroomDistribution, HomeroomDistributionId, RecordKey, Refusal, SchoolYearId};
use crate::text::{date, msg};
use crate::view::fault::Fault;
use crate::view::form::{Form, Values};
use crate::view::page::{Body, Button, Cell, Fact, Filter, FilterKind, Page, Section};
use crate::view::room::{Making, Room};
use crate::view::route::Route;
use crate::view::structure::{self, ListView};

pub use distribution::Begin;

/// The forms of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Writes the approved list of class teachers of a year.
    Distribution(SchoolYearId, Begin),
    /// Gives a class another class teacher than the approved one, by an order of its own.
    Override(ClassId),
}

/// The deeds of this area.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Attaches the class teacher of one class as approved.
    Attach(ClassId),
    /// Attaches the class teachers of the chosen classes as approved.
    AttachChosen,
    /// Attaches every class teacher who differs.
    AttachAll,
    /// Removes a list.
    Remove(HomeroomDistributionId),
}

/// The year that is shown: the one of the address, else the current one.
fn year(room: &Room) -> Option<SchoolYearId> {
    let asked = room.query.get("year").parse().ok();
    asked.filter(|id| room.school.years().contains_key(id)).or(room.index.year)
}

/// The page of this area.
#[must_use]
pub fn page(room: &Room) -> Page {
    let lang = room.lang;
    let mut page = Page {
        title: msg::orders_title(lang).to_owned(),
        lead: msg::orders_lead(lang).to_owned(),
        clause: Some(clause!("2.1/8")),
        up: Some((Route::Structure.to_string(), msg::orders_structure(lang).to_owned())),
        ..Page::default()
    };
    let Some(year) = year(room) else {
        let body = Body::Empty {
            title: msg::rollover_no_year(lang).to_owned(),
            text: msg::rollover_no_year_text(lang).to_owned(),
            acts: vec![Button::new("structure", msg::rollover_to_structure(lang), Route::Structure)],
        };
        page.sections.push(Section::new("orders", "", body));
        return page;
    };
    let years = structure::year_options(room.school);
    let years = years.into_iter().map(|(id, label)| (id.to_string(), label)).collect();
    page.filters = vec![Filter {
        id: "year",
        label: msg::structure_year(lang).to_owned(),
        kind: FilterKind::Choice(years),
        value: year.to_string(),
    }];
    page.sections.push(nomenclature(room, year));
    page.sections.extend(distribution::sections(room, year));
    page.sections.extend(staff_room::sections(room));
    page
}

/// How the classes stand to the approved list; it is edited where the classes are.
fn nomenclature(room: &Room, year: SchoolYearId) -> Section {
    let lang = room.lang;
    let open = Button::new("nomenclature", msg::orders_open_structure(lang), Route::Structure);
    let body = match structure::nomenclature(room.school, year) {
        None => Body::Empty {
            title: msg::orders_no_list(lang).to_owned(),
            text: msg::structure_list_none(lang).to_owned(),
            acts: vec![open],
        },
        Some(list) => {
            return Section::new("nomenclature", msg::structure_list(lang), Body::Facts(facts(room, &list)))
                .clause(clause!("2.1/5"))
                .acts(vec![open]);
        }
    };
    Section::new("nomenclature", msg::structure_list(lang), body).clause(clause!("2.1/5"))
}

fn facts(room: &Room, list: &ListView) -> Vec<Fact> {
    let lang = room.lang;
    let order = match &list.order {
        Some((number, on)) => msg::orders_order_of(lang, &date::short(*on), number),
        None => msg::structure_list_no_order(lang).to_owned(),
    };
    let missing: Vec<String> = list.difference.missing.iter().map(ToString::to_string).collect();
    let extra: Vec<String> = list.difference.extra.iter().map(|(_, label)| label.clone()).collect();
    let or_none = |items: Vec<String>| {
        if items.is_empty() { msg::orders_nothing(lang).to_owned() } else { items.join(", ") }
    };
    vec![
        Fact::new(msg::structure_list_pattern(lang), Cell::text(list.text.clone())),
        Fact::new(msg::structure_list_order(lang), Cell::text(order)),
        Fact::new(msg::structure_list_missing(lang), Cell::text(or_none(missing))),
        Fact::new(msg::structure_list_extra(lang), Cell::text(or_none(extra))),
    ]
}

impl Asking for Ask {
    fn form(&self, room: &Room, values: &Values) -> Form {
        match self {
            Self::Distribution(year, begin) => distribution::form(room, *year, *begin, values),
            Self::Override(class) => distribution::override_form(room, *class),
        }
    }

    fn command(&self, room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
        match self {
            Self::Distribution(year, _) => distribution::command(room, *year, values, making.ids),
            Self::Override(class) => distribution::override_command(*class, values, making.ids),
        }
    }
}

impl Doing for Deed {
    fn command(&self, room: &Room, making: &mut Making) -> Result<Command, Refusal> {
        match self {
            Self::Attach(class) => distribution::attach(room, vec![*class], making.ids),
            Self::AttachChosen => {
                let classes = room.chosen.iter().filter_map(|key| key.parse().ok()).collect();
                distribution::attach(room, classes, making.ids)
            }
            Self::AttachAll => distribution::attach(room, distribution::differing(room), making.ids),
            Self::Remove(id) => Ok(Command::Remove(RecordKey::to::<HomeroomDistribution>(*id))),
        }
    }
}
