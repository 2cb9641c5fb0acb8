//! Slips to be printed and cut out: words and a code for a phone's camera.

use leptos::prelude::*;

use crate::view::page::Handout;

/// The slips, several on a sheet.
pub fn handouts(slips: Vec<Handout>) -> AnyView {
    let slips: Vec<AnyView> = slips.into_iter().map(slip).collect();
    view! { <ul class="handouts">{slips}</ul> }.into_any()
}

fn slip(slip: Handout) -> AnyView {
    let (outer, path) = (slip.code.outer(), slip.code.path());
    let lines: Vec<AnyView> =
        slip.lines.into_iter().map(|line| view! { <p class="handout__line">{line}</p> }.into_any()).collect();
    view! {
        <li class="handout">
            <svg class="handout__code" viewBox=format!("0 0 {outer} {outer}") role="img" aria-label=slip.link.clone()>
                <path d=path></path>
            </svg>
            <div class="handout__words">
                <h3 class="handout__title">{slip.title}</h3>
                {lines}
                <p class="handout__link">{slip.link}</p>
            </div>
        </li>
    }
    .into_any()
}
