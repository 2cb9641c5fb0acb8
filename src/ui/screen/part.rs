//! Small parts that several screens show alike: orders, periods, people as links.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::PersonId;
use crate::text::{Lang, date, msg};
use crate::ui::component::{Option_, spoken};
use crate::ui::session::Session;
use crate::view::route::Route;
use crate::view::school::act_options;

/// The acts to choose from as the ground of a record, with none first.
pub fn order_options(session: Session) -> Vec<Option_> {
    let lang = session.lang();
    let acts = session.peek(|workspace| act_options(workspace.school()));
    let none = (String::new(), msg::structure_order_none(lang).to_owned());
    let acts = acts.into_iter().map(|(id, number, day, title)| {
        (id.to_string(), msg::structure_order_option(lang, &date::short(day), &number, &title))
    });
    std::iter::once(none).chain(acts).collect()
}

/// Number and date of an act.
pub fn order_name(lang: Lang, order: Option<&(String, NaiveDate)>) -> String {
    order.map(|(number, day)| msg::structure_order_name(lang, &date::short(*day), number)).unwrap_or_default()
}

/// Choices of a list: first nothing with a word for it, then the identities with their names.
pub fn choices<T: ToString>(none: &str, options: Vec<(T, String)>) -> Vec<Option_> {
    let none = (String::new(), none.to_owned());
    std::iter::once(none).chain(options.into_iter().map(|(id, name)| (id.to_string(), name))).collect()
}

/// A person as a link to the card.
pub fn person_link(person: &(PersonId, String)) -> impl IntoView + use<> {
    view! { <a class="table__link" href=Route::Person(person.0).to_string()>{spoken(person.1.clone())}</a> }
}

/// What a dialog is about, and whether it is open.
#[derive(Debug, Clone, Copy)]
pub struct Subject<T: Copy + Send + Sync + 'static> {
    /// The state of the dialog.
    pub is_open: RwSignal<bool>,
    target: RwSignal<Option<T>>,
}

impl<T: Copy + Send + Sync + 'static> Subject<T> {
    /// A closed dialog about nothing.
    pub fn new() -> Self {
        Self { is_open: RwSignal::new(false), target: RwSignal::new(None) }
    }

    /// Opens the dialog about something; about nothing where it creates.
    pub fn open(self, target: Option<T>) {
        self.target.set(target);
        self.is_open.set(true);
    }

    /// What the dialog is about.
    pub fn target(self) -> Option<T> {
        self.target.get_untracked()
    }
}
