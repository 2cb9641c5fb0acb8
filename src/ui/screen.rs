//! The screens, one file each.

mod import;
mod overview;
pub mod settings;

use leptos::prelude::*;

use crate::view::route::Route;

/// The screen of a route.
pub fn view(route: Route) -> AnyView {
    match route {
        Route::Overview => view! { <overview::Overview /> }.into_any(),
        Route::Import => view! { <import::Import /> }.into_any(),
        other => view! { <p>{other.to_string()}</p> }.into_any(),
    }
}
