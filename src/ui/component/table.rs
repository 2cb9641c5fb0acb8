//! Tables: a region that scrolls by itself, and heads that sort.

use leptos::prelude::*;

use super::told::spoken;
use crate::ui::form::unique_id;

/// The scrolling region of a table with its caption as name.
#[component]
pub fn TableRegion(
    #[prop(into)] caption: String,
    #[prop(optional)] is_tall: bool,
    children: Children,
) -> impl IntoView {
    let id = unique_id("table");
    let labelled_by = id.clone();
    view! {
        <div class="table-region" class:is-tall=is_tall role="region" tabindex="0" aria-labelledby=labelled_by>
            <span id=id class="visually-hidden">{spoken(caption)}</span>
            {children()}
        </div>
    }
}

/// A head that sorts by its column: first ascending, then in turn.
#[component]
pub fn SortHeader<K>(
    #[prop(into)] label: String,
    /// This column.
    key: K,
    /// The column sorted by and whether it descends.
    sort: RwSignal<(K, bool)>,
    #[prop(optional)] test_id: &'static str,
) -> impl IntoView
where
    K: Copy + PartialEq + Send + Sync + 'static,
{
    let state = move || {
        let (column, is_descending) = sort.get();
        if column == key { if is_descending { "descending" } else { "ascending" } } else { "none" }
    };
    view! {
        <th scope="col" aria-sort=state>
            <button
                type="button"
                class="table__sort"
                data-testid=(!test_id.is_empty()).then_some(test_id)
                on:click=move |_| {
                    sort.update(|(column, is_descending)| {
                        *is_descending = *column == key && !*is_descending;
                        *column = key;
                    });
                }
            >
                {label}
            </button>
        </th>
    }
}
