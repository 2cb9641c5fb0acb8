//! A list taken away: as text for spreadsheets, as a workbook, on paper.

use leptos::prelude::*;

use crate::roster::workbook::List;
use crate::text::msg;
use crate::ui::export;
use crate::ui::printing::print;
use crate::ui::session::Session;

/// The buttons of a list; `list` makes it as it is shown at that moment, but whole.
#[component]
pub fn ListFiles(
    /// What the tests know the list by.
    #[prop(into)]
    id: String,
    list: Callback<(), List>,
) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let csv = move |_| export::csv(session, &list.run(()));
    let xlsx = move |_| export::xlsx(session, list.run(()));
    view! {
        <span class="cluster no-print">
            <button type="button" class="button is-small" data-testid=format!("csv-{id}") on:click=csv>{msg::table_csv(lang)}</button>
            <button type="button" class="button is-small" data-testid=format!("xlsx-{id}") on:click=xlsx>{msg::table_xlsx(lang)}</button>
            <button type="button" class="button is-small" data-testid=format!("print-{id}") on:click=|_| print()>{msg::table_print(lang)}</button>
        </span>
    }
}
