//! Whether the plan is safe, in words, at the top of every page.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::snapshot::{self, Writing};
use crate::store::saver::SaveState;
use crate::text::{self, msg};

use super::keeper::{Keeper, written};
use super::session::Session;
use super::{clock, dom};

/// The save state; a failure stays, with a way to keep the work.
#[component]
pub fn SaveLine() -> impl IntoView {
    let keeper = Keeper::expect();
    let lang = super::session::lang();
    let class = move || match keeper.state.get() {
        SaveState::Untouched => "save-state",
        SaveState::Changed => "save-state is-changed",
        SaveState::Saved { .. } => "save-state is-saved",
        SaveState::NotSaved { .. } => "save-state is-failed",
    };
    let code = move || match keeper.state.get() {
        SaveState::Untouched => "untouched",
        SaveState::Changed => "changed",
        SaveState::Saved { .. } => "saved",
        SaveState::NotSaved { .. } => "failed",
    };
    let revision = move || match keeper.state.get() {
        SaveState::Saved { revision, .. } => revision.to_string(),
        _ => String::new(),
    };
    let sentence = move || match keeper.state.get() {
        SaveState::Untouched => String::new(),
        SaveState::Changed => msg::save_changed(lang).to_owned(),
        SaveState::Saved { warning: None, .. } => msg::save_saved(lang).to_owned(),
        SaveState::Saved { warning: Some(error), .. } => msg::save_saved_once(lang, &text::place::reason(lang, &error)),
        SaveState::NotSaved { reason, .. } => msg::save_failed(lang, &text::place::not_saved(lang, &reason)),
    };
    let is_failed = move || matches!(keeper.state.get(), SaveState::NotSaved { .. });
    view! {
        <div
            class=class
            role="status"
            data-testid="save-state"
            data-state=code
            data-revision=revision
            class:visually-hidden=move || keeper.state.get() == SaveState::Untouched
        >
            <span class="save-state__text">{sentence}</span>
            <Show when=is_failed>
                <span class="save-state__actions">
                    <button type="button" class="button is-small" on:click=move |_| keeper.retry()>{msg::save_retry(lang)}</button>
                    <button type="button" class="button is-small" on:click=move |_| download_plan()>{msg::save_download(lang)}</button>
                </span>
            </Show>
        </div>
    }
}

/// Offers the plan as it is in memory, whatever storage says; nothing of the lineage changes.
pub fn download_plan() {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lineage = keeper.lineage();
    let (name, writing) = session.peek(|workspace| {
        let school =
            workspace.school().organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default();
        let name = snapshot::file_name(&school, clock::today(), workspace.revision());
        (name, Writing::new(workspace, &lineage))
    });
    spawn_local(async move {
        if !dom::download(&name, "application/json", &written(writing).await) {
            session.warn(msg::export_blocked(session.lang()).to_owned());
        }
    });
}

/// The button that makes this tab the one that writes.
#[component]
pub fn TakeOver() -> impl IntoView {
    let keeper = Keeper::expect();
    view! {
        <div class="notice__actions">
            <button type="button" class="button is-small" data-testid="take-over" on:click=move |_| keeper.take_over()>
                {msg::take_over(super::session::lang())}
            </button>
        </div>
    }
}
