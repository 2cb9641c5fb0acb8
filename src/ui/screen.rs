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
mod school;
pub mod settings;
pub mod snapshots;
mod structure;

use leptos::prelude::*;

use crate::ui::page::PageView;
use crate::ui::session::Session;
use crate::view::route::Route;

/// The screen of a route.
pub fn view(route: Route) -> AnyView {
    let session = Session::expect();
    match route {
        Route::RolesOf(person) => view! { <PageView route /> <rights::RightsOf person /> }.into_any(),
        // Through somebody's eyes the start is the own page, and what is not theirs says so.
        _ if session.is_watched() && (route == Route::Overview || !session.sight().has(route)) => {
            view! { <PageView route /> }.into_any()
        }
        Route::People => view! { <people::People /> }.into_any(),
        Route::Person(id) => view! { <person::PersonCard id /> }.into_any(),
        Route::Load => view! { <load::Load /> }.into_any(),
        Route::Activity(id) => view! { <load::ActivityCard id /> }.into_any(),
        Route::Roles => view! { <roles::Roles /> }.into_any(),
        Route::Overview => view! { <overview::Overview /> }.into_any(),
        Route::School => view! { <school::School /> }.into_any(),
        Route::Structure => view! { <structure::Structure /> }.into_any(),
        Route::Class(id) => view! { <class_page::ClassPage id /> }.into_any(),
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
        other => view! { <PageView route=other /> }.into_any(),
    }
}
