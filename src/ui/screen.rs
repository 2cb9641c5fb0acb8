//! The screens, one file each.

mod load;
mod people;
mod person;

use leptos::prelude::*;

use crate::view::route::Route;

/// The screen of a route.
pub fn view(route: Route) -> AnyView {
    match route {
        Route::People => view! { <people::People /> }.into_any(),
        Route::Person(id) => view! { <person::PersonCard id /> }.into_any(),
        Route::Load => view! { <load::Load /> }.into_any(),
        Route::Activity(id) => view! { <load::ActivityCard id /> }.into_any(),
        _ => view! { <p>{route.to_string()}</p> }.into_any(),
    }
}
