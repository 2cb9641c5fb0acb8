//! The screens, one file each.

mod overview;
pub mod settings;
mod class_page;
mod part;
mod school;
mod structure;

use leptos::prelude::*;

use crate::view::route::Route;

/// The screen of a route.
pub fn view(route: Route) -> AnyView {
    match route {
        Route::Overview => view! { <overview::Overview /> }.into_any(),
        Route::School => view! { <school::School /> }.into_any(),
        Route::Structure => view! { <structure::Structure /> }.into_any(),
        Route::Class(id) => view! { <class_page::ClassPage id /> }.into_any(),
        _ => view! { <p>{route.to_string()}</p> }.into_any(),
    }
}
