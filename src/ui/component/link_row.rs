//! A row of links to where something stands besides its own page.

use leptos::prelude::*;

use crate::view::elsewhere::Link;

/// The links in a row.
pub fn links(links: Vec<Link>) -> AnyView {
    let items: Vec<AnyView> = links
        .into_iter()
        .map(|link| {
            view! { <li><a class="button is-small" data-testid=format!("link-{}", link.id) href=link.href>{link.label}</a></li> }
                .into_any()
        })
        .collect();
    view! { <ul class="cluster no-print" role="list">{items}</ul> }.into_any()
}
