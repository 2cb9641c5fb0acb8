//! The palette as one types: a field with a list under it, walked by the arrow keys.

use std::collections::BTreeSet;

use leptos::ev;
use leptos::prelude::*;

use super::component::{Badge, Tone};
use super::dom;
use super::router::go_to;
use super::session::Session;
use crate::text::msg;
use crate::view::palette::{Catalogue, Hit};
use crate::view::room::Query;

/// The palette; `is_open` closes it once something was chosen.
pub fn palette(is_open: RwSignal<bool>) -> AnyView {
    let session = Session::expect();
    let lang = session.lang();
    let nothing = (Query::default(), BTreeSet::new());
    let catalogue = untrack(|| session.room(&nothing.0, &nothing.1, Catalogue::of));
    let (text, place) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
    let found = Memo::new(move |_| {
        let (query, chosen) = (Query::default(), BTreeSet::new());
        text.with(|text| session.room(&query, &chosen, |room| catalogue.find(room, text)))
    });
    let choose = move |address: &str| {
        is_open.set(false);
        go_to(address);
    };
    let keys = move |event: ev::KeyboardEvent| {
        let last = found.with(Vec::len).saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowDown" => Some((place.get_untracked() + 1).min(last)),
            "ArrowUp" => Some(place.get_untracked().saturating_sub(1)),
            "Home" => Some(0),
            "End" => Some(last),
            "Enter" => {
                let address =
                    found.with_untracked(|found| found.get(place.get_untracked()).map(|hit| hit.address.clone()));
                event.prevent_default();
                if let Some(address) = &address {
                    choose(address);
                }
                None
            }
            _ => None,
        };
        if let Some(to) = to {
            event.prevent_default();
            place.set(to);
        }
    };
    request_animation_frame(|| dom::focus("palette-text"));
    let rows = move || {
        let found = found.get();
        if found.is_empty() {
            return view! { <li class="palette__none" role="option" aria-disabled="true" aria-selected="false">{msg::nothing_found(lang)}</li> }.into_any();
        }
        let rows: Vec<AnyView> = found
            .into_iter()
            .enumerate()
            .map(|(at, hit)| row(at, hit, place, Callback::new(move |address: String| choose(&address))))
            .collect();
        rows.into_any()
    };
    view! {
        <div class="dialog__body palette">
            <input
                class="input"
                type="search"
                id="palette-text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-label=msg::palette_title(lang)
                aria-expanded="true"
                aria-controls="palette-list"
                aria-autocomplete="list"
                aria-activedescendant=move || format!("palette-{}", place.get())
                placeholder=msg::palette_hint(lang)
                prop:value=move || text.get()
                on:input:target=move |event| {
                    text.set(event.target().value());
                    place.set(0);
                }
                on:keydown=keys
            />
            <ul class="palette__list" id="palette-list" role="listbox" aria-label=msg::palette_found(lang) data-testid="palette-list">
                {rows}
            </ul>
            <p class="visually-hidden" role="status">{move || msg::palette_count(lang, found.with(Vec::len) as u64)}</p>
        </div>
    }
    .into_any()
}

fn row(at: usize, hit: Hit, place: RwSignal<usize>, choose: Callback<String>) -> AnyView {
    let lang = super::session::lang();
    let is_here = move || place.get() == at;
    let address = hit.address.clone();
    view! {
        <li
            id=format!("palette-{at}")
            class="palette__hit"
            role="option"
            aria-selected=move || is_here().to_string()
            data-address=hit.address
            on:click=move |_| choose.run(address.clone())
            on:mousemove=move |_| place.set(at)
        >
            <span class="palette__title" lang=lang.of_text(&hit.title)>{hit.title.clone()}</span>
            <span class="palette__note" lang=lang.of_text(&hit.note)>{hit.note.clone()}</span>
            <Badge tone=Tone::Plain text=hit.kind.name(lang) />
        </li>
    }
    .into_any()
}
