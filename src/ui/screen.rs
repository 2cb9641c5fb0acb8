//! The screens, one file each.

mod regulation;
mod rights;
mod roles;

use leptos::prelude::*;

use crate::view::route::Route;

/// The screen of a route.
pub fn view(route: Route) -> AnyView {
    match route {
        Route::Roles => view! { <roles::Roles /> }.into_any(),
        Route::RolesOf(person) => view! { <rights::RightsOf person /> }.into_any(),
        Route::Regulation => view! { <regulation::Register /> }.into_any(),
        Route::Clause(clause) => view! { <regulation::ClauseScreen clause /> }.into_any(),
        _ => view! { <p>{route.to_string()}</p> }.into_any(),
    }
}
