//! The screens, one file each.

mod journal;
mod overview;
pub mod settings;
pub mod snapshots;

use leptos::prelude::*;

use crate::view::route::Route;

/// The screen of a route.
pub fn view(route: Route) -> AnyView {
    match route {
        Route::Overview => view! { <overview::Overview /> }.into_any(),
        Route::Snapshots => view! { <snapshots::Snapshots /> }.into_any(),
        Route::Journal => view! { <journal::Journal /> }.into_any(),
        Route::Settings => view! { <settings::Settings /> }.into_any(),
        other => view! { <p>{other.to_string()}</p> }.into_any(),
    }
}
