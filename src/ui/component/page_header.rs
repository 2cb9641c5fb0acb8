//! The head of a page: where it belongs, its title, what can be done here.

use leptos::prelude::*;

use super::{HelpButton, spoken};
use crate::view::route::Route;

/// The head of a page; its children are the buttons.
#[component]
pub fn PageHeader(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: String,
    /// The screen above this one, with its name.
    #[prop(optional)]
    up: Option<(Route, String)>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-header">
            {up.map(|(route, name)| view! { <p class="page-header__crumbs"><a href=route.to_string()>{spoken(name)}</a></p> })}
            <h1 class="page-header__title" id="page-title" tabindex="-1">{spoken(title)}</h1>
            {(!lead.is_empty()).then(|| view! { <p class="page-header__lead">{spoken(lead)}</p> })}
            <div class="page-header__actions">{children.map(|children| children())} <HelpButton /></div>
        </header>
    }
}
