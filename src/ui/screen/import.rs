//! `#/import`: rosters, from the files to the plan, with everything seen before anything changes.

mod files;
mod mapping;
mod options;
mod preview;
mod problems;
mod profiles;
mod sources;

use leptos::prelude::*;

use crate::text::msg;
use crate::ui::component::{Button, PageHeader};
use crate::ui::import_desk::{Busy, ImportDesk};
use crate::ui::screen::samples::Samples;
use crate::ui::session::lang;

/// The screen of the import.
#[component]
pub fn Import() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    desk.watch();
    let has_files = Memo::new(move |_| desk.intake.with(|intake| !intake.sources().is_empty()));
    view! {
        <PageHeader title=msg::nav_import(lang) lead=msg::import_lead(lang) />
        <div class="stack is-loose">
            <preview::Done />
            <sources::Sources />
            <Samples />
            <Show when=move || has_files.get()>
                <files::Files />
                <mapping::Mappings />
                <options::Options />
            </Show>
            <Work />
            <Show when=move || has_files.get()>
                <preview::PreviewSection />
                <problems::Problems />
            </Show>
            <profiles::Profiles />
        </div>
    }
}

/// What the worker does now, and the button that stops it.
#[component]
fn Work() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let progress = desk.progress();
    let what = move || match desk.busy.get() {
        Busy::No => String::new(),
        Busy::Reading(file) => msg::import_progress_reading(lang, &file),
        Busy::Comparing => msg::import_progress_comparing(lang).to_owned(),
    };
    let is_busy = Memo::new(move |_| desk.busy.get() != Busy::No);
    let rows = move || progress.get().map(|(done, total)| msg::import_progress_rows(lang, done as u64, total as u64));
    view! {
        // The words are told to a screen reader; the rows would be told too often.
        <div class="progress-line" hidden=move || !is_busy.get() data-testid="import-progress">
            <span role="status">{what}</span>
            <span class="progress-line__value">{rows}</span>
            <progress
                class="progress"
                aria-label=msg::import_progress_comparing(lang)
                max=move || progress.get().map(|(_, total)| total.to_string())
                value=move || progress.get().map(|(done, _)| done.to_string())
            ></progress>
            <div class="progress-line__actions">
                <Button label=msg::import_stop(lang) test_id="import-stop" on_click=move || desk.stop() />
            </div>
        </div>
    }
}
