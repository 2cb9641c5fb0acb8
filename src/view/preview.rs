//! The plan as somebody else sees it: whose eyes, which screens, and the own page that stands in place of the start.
//! A preview of the regulation, not access control: whoever has the browser has the plan.

mod freeze;
mod holder;
mod home;
mod own;
mod step;
mod visitor;

use std::collections::BTreeSet;

use super::area;
use super::page::{Body, Button, Does, Page, Section};
use super::room::Room;
use super::route::Route;
use crate::document::{Form as Paper, Subject};
use crate::domain::{ChatId, ClassId, PersonId, School};
use crate::plan::{Index, Plan};
use crate::regulation::{Basis, HatState, Regulation, hats};
use crate::text::{decision, msg};

pub use freeze::freeze;
pub use holder::{roles_of, tone_of};

/// Through whose eyes the plan is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Viewer {
    /// A person with all hats.
    Person(PersonId),
    /// A typical holder of the roles that rest on such records: nobody in particular, so without own classes and chats.
    Holder(Basis),
}

impl Viewer {
    /// Whose page an address is; none for every other address.
    #[must_use]
    pub const fn of(route: Route) -> Option<Self> {
        match route {
            Route::RolesOf(person) => Some(Self::Person(person)),
            Route::RolesAs(basis) => Some(Self::Holder(basis)),
            _ => None,
        }
    }

    /// The address that opens this preview.
    #[must_use]
    pub const fn address(self) -> Route {
        match self {
            Self::Person(person) => Route::RolesOf(person),
            Self::Holder(basis) => Route::RolesAs(basis),
        }
    }

    /// Who it is, in words: a name, or a role.
    #[must_use]
    pub fn name(self, school: &School, regulation: &Regulation, lang: crate::text::Lang) -> String {
        match self {
            Self::Person(person) => school.person_name(person),
            Self::Holder(basis) => {
                msg::eyes_typical(lang, &decision::role_list(lang, regulation, &roles_of(regulation, basis)))
            }
        }
    }
}

/// What a viewer has to do with: decides which screens are theirs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sight {
    /// Whether the viewer works with the whole plan: the administration and the platform's administrators.
    leads: bool,
    /// Whom the papers are about.
    person: Option<PersonId>,
    /// Whether it is a typical holder of a role, whose memo is for everybody.
    is_holder: bool,
    /// Classes that the viewer leads or teaches.
    classes: BTreeSet<ClassId>,
    /// Recorded chats in which the viewer is by the plan.
    chats: BTreeSet<ChatId>,
    /// Whether what is seen is the edition that the school published: most of the plan was left out of it.
    is_published: bool,
}

impl Sight {
    /// The sight of a viewer; of a visitor of a published edition where nobody was chosen. In a published edition nobody
    /// sees the screens of the whole plan: most of it was left out.
    #[must_use]
    pub fn of(school: &School, index: &Index, plan: &Plan, viewer: Option<Viewer>, is_published: bool) -> Self {
        match viewer {
            None => Self { is_published, ..Self::default() },
            Some(Viewer::Holder(basis)) => {
                Self { leads: basis.leads() && !is_published, is_holder: true, is_published, ..Self::default() }
            }
            Some(Viewer::Person(person)) => {
                let held = hats(school, person, index.day);
                let leads = held.iter().any(|hat| hat.state == HatState::Active && hat.basis.leads());
                let lines = index.taught.get(&person).into_iter().flatten();
                let taught = lines.filter_map(|line| school.load().get(line)).map(|line| line.class);
                let led = index.led_classes.get(&person).into_iter().flatten().copied();
                let required = plan.of_person(person).into_iter().filter_map(|chat| chat.record);
                let besides = school.chats().values().filter(|chat| {
                    chat.owner == Some(person) || chat.include.contains_key(&person) || chat.extra.contains(&person)
                });
                Self {
                    leads: leads && !is_published,
                    person: Some(person),
                    is_holder: false,
                    classes: led.chain(taught).collect(),
                    chats: required.chain(besides.map(|chat| chat.id)).collect(),
                    is_published,
                }
            }
        }
    }

    /// Whether a screen is the viewer's. The tools of the planner itself are nobody's: they belong to the browser.
    #[must_use]
    pub fn has(&self, route: Route) -> bool {
        match route {
            Route::Overview
            | Route::Roles
            | Route::RolesOf(_)
            | Route::RolesAs(_)
            | Route::RolesCompare
            | Route::Regulation
            | Route::Clause(_) => true,
            // Channels and events stay in the school: a published edition has none.
            Route::Channels if self.is_published => false,
            Route::Documents => self.leads || self.is_holder || self.person.is_some(),
            Route::Chats | Route::Channels | Route::Calendar => self.leads || self.person.is_some(),
            Route::Class(class) => self.leads || (self.classes.contains(&class) && !self.is_published),
            Route::Chat(chat) => self.leads || self.chats.contains(&chat),
            Route::Person(person) => self.leads || (self.person == Some(person) && !self.is_published),
            Route::Import | Route::Snapshots | Route::Settings => false,
            _ => self.leads,
        }
    }
}

/// The page that a viewer sees at an address, or a visitor of a published edition who has not said who they are; none
/// where it is a screen of its own.
#[must_use]
pub fn page(room: &Room, viewer: Option<Viewer>, sight: &Sight, route: Route) -> Option<Page> {
    if !sight.has(route) {
        return Some(elsewhere(room, viewer));
    }
    let page = match (Viewer::of(route), route, viewer) {
        (Some(Viewer::Person(person)), ..) | (None, Route::Overview, Some(Viewer::Person(person))) => {
            home::page(room, person, sight.is_published)
        }
        (Some(Viewer::Holder(basis)), ..) | (None, Route::Overview, Some(Viewer::Holder(basis))) => {
            holder::page(room, basis)
        }
        (None, Route::Overview, None) => visitor::page(room),
        (None, Route::Documents, Some(Viewer::Holder(_))) if !sight.leads => home::paper_of(room, None),
        (None, Route::Chats | Route::Channels | Route::Calendar | Route::Documents, Some(Viewer::Person(person)))
            if !sight.leads =>
        {
            home::part(room, person, route, sight.is_published)
        }
        _ => area::page(route, room)?,
    };
    Some(page)
}

/// Says that a screen is not the viewer's, and where the own page is.
fn elsewhere(room: &Room, viewer: Option<Viewer>) -> Page {
    let lang = room.lang;
    let text = match viewer {
        Some(viewer) => msg::eyes_elsewhere_text(lang, &viewer.name(room.school, room.regulation, lang)),
        None => msg::published_elsewhere(lang).to_owned(),
    };
    let body = Body::Empty {
        title: msg::eyes_elsewhere(lang).to_owned(),
        text,
        acts: vec![Button::new("preview-home", msg::eyes_home(lang), Route::Overview).primary()],
    };
    Page {
        title: msg::eyes_elsewhere(lang).to_owned(),
        sections: vec![Section::new("elsewhere", "", body)],
        ..Page::default()
    }
}

/// The button that opens a paper about a person.
fn paper(id: &'static str, label: &str, form: Paper, subject: &Subject) -> Button {
    Button::new(id, label, Does::Go(area::documents::address(form, subject)))
}

#[cfg(test)]
mod tests;
