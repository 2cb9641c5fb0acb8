//! Pages of a long list: a hundred rows each, so that search, print and screen readers work.

use leptos::prelude::*;

use crate::text::msg;
use crate::ui::printing;
use crate::ui::session::lang;

/// Rows on a page.
pub const PAGE_ROWS: usize = 100;

/// Which page is shown, and of how many rows: all rows on one page while printing. Tracked.
pub fn shown(page: RwSignal<usize>) -> (usize, usize) {
    if printing::is_on() { (0, usize::MAX) } else { (page.get(), PAGE_ROWS) }
}

/// From which row on, and how many: [`shown`], within a list of so many. Tracked.
pub fn span(page: RwSignal<usize>, total: usize) -> (usize, usize) {
    let (page, size) = shown(page);
    (page.min(total.saturating_sub(1) / size) * size, size)
}

/// The buttons that turn the pages; hidden while everything fits on one.
#[component]
pub fn Pager(page: RwSignal<usize>, #[prop(into)] total: Signal<usize>) -> impl IntoView {
    let lang = lang();
    let pages = move || total.get().div_ceil(PAGE_ROWS).max(1);
    let current = move || page.get().min(pages() - 1);
    let text = move || msg::page_of(lang, current() as u64 + 1, pages() as u64);
    view! {
        <nav class="pagination" aria-label=msg::pages_label(lang) hidden=move || pages() == 1>
            <button
                type="button"
                class="button is-small"
                aria-disabled=move || (current() == 0).then_some("true")
                on:click=move |_| page.set(current().saturating_sub(1))
            >
                {msg::previous_page(lang)}
            </button>
            <span class="pagination__count" aria-live="polite">{text}</span>
            <button
                type="button"
                class="button is-small"
                aria-disabled=move || (current() + 1 >= pages()).then_some("true")
                on:click=move |_| page.set((current() + 1).min(pages() - 1))
            >
                {msg::next_page(lang)}
            </button>
        </nav>
    }
}
