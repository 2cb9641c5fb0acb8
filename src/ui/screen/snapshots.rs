//! `#/snapshots`: a copy of the plan as a file, and opening such a file as a proposal.

mod export;
mod import;
mod preview;

use leptos::prelude::*;

use crate::text::msg;
use crate::ui::component::PageHeader;
use crate::ui::session::lang;

use export::Export;
use import::Import;

/// The snapshots.
#[component]
pub fn Snapshots() -> impl IntoView {
    let lang = lang();
    view! {
        <PageHeader title=msg::nav_snapshots(lang) lead=msg::snapshots_lead(lang) />
        <div class="stack is-loose">
            <Export />
            <Import />
        </div>
    }
}
