//! `#/snapshots`: a copy of the plan as a file, and the desk of files, which the worker fills.

mod export;

use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use web_sys::File;

use crate::text::msg;
use crate::ui::background::Failure;
use crate::ui::component::{Button, PageHeader};
use crate::ui::desk::{Desk, Stage};
use crate::ui::page::GivenPage;
use crate::ui::router::Router;
use crate::ui::session::{Session, lang};
use crate::view::route::Route;

use export::Export;

/// The snapshots.
#[component]
pub fn Snapshots() -> impl IntoView {
    let lang = lang();
    let (session, desk, router) = (Session::expect(), Desk::expect(), Router::expect());
    // The desk follows the address and the plan.
    Effect::new(move || {
        router.query().track();
        session.read(|_| ());
        desk.show();
    });
    let page = Memo::new(move |_| desk.page.get().unwrap_or_default());
    view! {
        <PageHeader title=msg::nav_snapshots(lang) lead=msg::snapshots_lead(lang) />
        <div class="stack is-loose">
            <Export />
            <FileDrop />
            <Standing />
            <GivenPage route=Route::Snapshots page=Memo::new(move |_| Arc::clone(&page.get())) tells=desk.tells />
        </div>
    }
}

/// What takes longer shows how far it is.
const SLOW: Duration = Duration::from_millis(400);

/// What the worker does, or why it does not.
#[component]
fn Standing() -> impl IntoView {
    let lang = lang();
    let desk = Desk::expect();
    let stop = move || desk.stop();
    let again = move || desk.show();
    // What is done at once is not announced: a line that comes and goes would move all that stands below.
    let is_slow = RwSignal::new(false);
    Effect::new(move || {
        is_slow.set(false);
        if desk.is_busy.get() {
            let look = move || {
                // Where the screen is gone, so is what would be told.
                let _ = is_slow.try_set(desk.is_busy.get_untracked());
            };
            set_timeout(look, SLOW);
        }
    });
    move || {
        if let Some(failure) = desk.failure.get() {
            let text = match failure {
                Failure::NotLoaded => msg::desk_not_loaded(lang),
                Failure::Crashed | Failure::Stopped => msg::desk_crashed(lang),
            };
            return view! {
                <div class="notice is-error" role="alert" data-testid="desk-failure">
                    <p class="notice__body">{text}</p>
                    <div class="notice__actions">
                        <Button label=msg::opening_another(lang) test_id="desk-again" on_click=again />
                    </div>
                </div>
            }
            .into_any();
        }
        let is_first = desk.page.with(Option::is_none);
        if !is_first && !is_slow.get() {
            return ().into_any();
        }
        let text = move || match desk.stage() {
            _ if is_first => msg::desk_loading(lang),
            Stage::Telling => msg::desk_step_plan(lang),
            Stage::Working => msg::desk_busy(lang),
            Stage::Drawing => msg::desk_step_show(lang),
        };
        let done = move || match desk.stage() {
            Stage::Telling => "1",
            Stage::Working => "2",
            Stage::Drawing => "3",
        };
        view! {
            <div class="progress-line" data-testid="desk-busy">
                <span role="status">{text}</span>
                <progress class="progress" aria-label=msg::desk_progress(lang) max="4" value=done></progress>
                <div class="progress-line__actions">
                    <Button label=msg::desk_stop(lang) test_id="desk-stop" on_click=stop />
                </div>
            </div>
        }
        .into_any()
    }
}

/// Where a file is dropped or chosen; a drop anywhere else on the page comes to the desk too.
#[component]
fn FileDrop() -> impl IntoView {
    let lang = lang();
    let desk = Desk::expect();
    let is_over = RwSignal::new(false);
    let on_drop = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        desk.take(dropped(&event));
    };
    view! {
        <label
            class="drop-zone"
            class:is-over=move || is_over.get()
            data-testid="snapshot-drop"
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=on_drop
        >
            <input
                type="file"
                multiple
                accept=".json,.gz,.age,.minisig,application/json"
                data-testid="snapshot-file"
                on:change:target=move |event| {
                    let input = event.target();
                    let files = input.files().map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect());
                    desk.take(files.unwrap_or_default());
                    // The same file chosen again is a choice too.
                    input.set_value("");
                }
            />
            <span class="drop-zone__title">{msg::opening_drop(lang)}</span>
            <span class="drop-zone__text">{msg::desk_drop_hint(lang)}</span>
            <span class="drop-zone__button">{msg::opening_choose(lang)}</span>
        </label>
    }
}

/// The files of a drop.
pub fn dropped(event: &ev::DragEvent) -> Vec<File> {
    let files = event.data_transfer().and_then(|data| data.files());
    files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default()
}
