//! The screens, one file each.

mod class_page;
mod import;
mod journal;
mod load;
mod overview;
mod part;
mod people;
mod person;
mod privacy;
mod rights;
mod roles;
mod samples;
mod school;
pub mod settings;
pub mod snapshots;
mod structure;

use leptos::prelude::*;

use crate::ui::page::PageView;
use crate::ui::part::{self as parts, ScreenPart};
use crate::ui::session::Session;
use crate::view::route::Route;

/// The screen of a route. The first screen is always here; the others come with their parts.
pub fn view(route: Route) -> AnyView {
    let session = Session::expect();
    match route {
        // What somebody has to do with, and each right with its reason.
        Route::RolesOf(_) => [part(ScreenPart::Areas, route), part(ScreenPart::Roles, route)].into_any(),
        // Through somebody's eyes the start is the own page, and what is not theirs says so.
        _ if session.is_watched() && (route == Route::Overview || !session.sight().has(route)) => {
            part(ScreenPart::Areas, route)
        }
        Route::Overview => view! { <overview::Overview /> }.into_any(),
        Route::People
        | Route::Person(_)
        | Route::Load
        | Route::Activity(_)
        | Route::School
        | Route::Structure
        | Route::Class(_) => part(ScreenPart::Records, route),
        Route::Roles => part(ScreenPart::Roles, route),
        Route::Snapshots | Route::Journal | Route::Settings | Route::Privacy | Route::Import => {
            part(ScreenPart::Files, route)
        }
        #[cfg(debug_assertions)]
        Route::Gallery => part(ScreenPart::Files, route),
        _ => part(ScreenPart::Areas, route),
    }
}

fn part(which: ScreenPart, route: Route) -> AnyView {
    let parts = Session::expect().parts();
    let draw = move |screens: &'static parts::Screens| screens(route).into_any();
    parts::shown(parts.screens(which), move || parts.fetch(which), draw)
}

/// The pages of plain data.
#[allow(clippy::unnecessary_wraps, reason = "every part draws its screens the same way, and may have none for a route")]
pub fn areas(route: Route) -> Option<AnyView> {
    Some(view! { <PageView route /> }.into_any())
}

/// The screens of people, classes, load and the school.
pub fn records(route: Route) -> Option<AnyView> {
    Some(match route {
        Route::People => view! { <people::People /> }.into_any(),
        Route::Person(id) => view! { <person::PersonCard id /> }.into_any(),
        Route::Load => view! { <load::Load /> }.into_any(),
        Route::Activity(id) => view! { <load::ActivityCard id /> }.into_any(),
        Route::School => view! { <school::School /> }.into_any(),
        Route::Structure => view! { <structure::Structure /> }.into_any(),
        Route::Class(id) => view! { <class_page::ClassPage id /> }.into_any(),
        _ => return None,
    })
}

/// The screens of roles and rights.
pub fn roles(route: Route) -> Option<AnyView> {
    Some(match route {
        Route::Roles => view! { <roles::Roles /> }.into_any(),
        Route::RolesOf(person) => view! { <rights::RightsOf person /> }.into_any(),
        _ => return None,
    })
}

/// The screens of files, the journal and the settings.
pub fn files(route: Route) -> Option<AnyView> {
    Some(match route {
        Route::Snapshots => view! { <snapshots::Snapshots /> }.into_any(),
        Route::Journal => view! { <journal::Journal /> }.into_any(),
        Route::Settings => view! { <settings::Settings /> }.into_any(),
        Route::Privacy => view! { <privacy::Privacy /> }.into_any(),
        #[cfg(debug_assertions)]
        Route::Gallery => {
            let page = Memo::new(|_| std::sync::Arc::new(crate::view::gallery::page()));
            crate::ui::page::page_of(route, page)
        }
        Route::Import => view! { <import::Import /> }.into_any(),
        _ => return None,
    })
}
