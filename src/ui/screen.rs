//! The screens, one file each.

use leptos::prelude::*;

use crate::view::route::Route;

/// The screen of a route.
pub fn view(route: Route) -> AnyView {
    match route {
        _ => view! { <p>{route.to_string()}</p> }.into_any(),
    }
}
