//! Damaged bytes that were put aside, and changes that fit no longer: both leave as files before they go.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::json;
use crate::store::boot::Which;
use crate::store::quarantine::{self, Kept};
use crate::text::{self, msg};
use crate::ui::component::{ActButton, Button, Look};
use crate::ui::dom;
use crate::ui::keeper::Keeper;
use crate::ui::session::{Session, lang};

/// What was put aside; deleted only after it was downloaded.
#[component]
pub fn PutAside() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let pieces = RwSignal::new(Vec::<(Which, Kept)>::new());
    let is_downloaded = RwSignal::new(false);
    spawn_local(async move { pieces.set(keeper.put_aside().await) });
    let download = move || {
        let kept: Vec<Kept> = pieces.with_untracked(|pieces| pieces.iter().map(|(_, kept)| kept.clone()).collect());
        let is_taken =
            dom::download("sferum-planner-put-aside.json", "application/json", quarantine::file(&kept).as_bytes());
        if is_taken {
            is_downloaded.set(true);
        } else {
            session.warn(msg::export_blocked(lang).to_owned());
        }
    };
    let delete = move || {
        if !is_downloaded.get_untracked() {
            session.warn(msg::kept_download_first(lang).to_owned());
            return;
        }
        spawn_local(async move {
            let all = pieces.get_untracked();
            match keeper.delete_put_aside(&all).await {
                Ok(()) => session.say(msg::kept_deleted(lang).to_owned()),
                Err(error) => session.warn(text::place::reason(lang, &error)),
            }
            pieces.set(keeper.put_aside().await);
            is_downloaded.set(false);
        });
    };
    view! {
        <Show when=move || pieces.with(|pieces| !pieces.is_empty())>
            <div class="notice is-warning" data-testid="settings-put-aside">
                <h3 class="notice__title">{msg::kept_title(lang)}</h3>
                <p class="notice__body">{msg::kept_text(lang)}</p>
                <p class="notice__body">{move || msg::kept_count(lang, pieces.with(Vec::len) as u64)}</p>
                <div class="notice__actions cluster">
                    <Button label=msg::kept_download(lang) test_id="put-aside-download" on_click=download />
                    <ActButton label=msg::kept_delete(lang) look=Look::Danger test_id="put-aside-delete" on_click=delete />
                </div>
            </div>
        </Show>
    }
}

/// Changes of this tab that storage refused and that fit the stored plan no longer.
#[component]
pub fn Left() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let count = move || keeper.left.with(|left| left.len() as u64);
    let download = move || {
        let file = keeper.left.with_untracked(|left| json::lines(left, 0));
        if !dom::download("sferum-planner-unsaved.json", "application/json", &file) {
            session.warn(msg::export_blocked(lang).to_owned());
        }
    };
    view! {
        <Show when=move || count() != 0>
            <div class="notice is-error" data-testid="settings-left">
                <h3 class="notice__title">{msg::left_title(lang)}</h3>
                <p class="notice__body">{move || msg::left_text(lang, count())}</p>
                <div class="notice__actions"><Button label=msg::left_download(lang) test_id="left-download" on_click=download /></div>
            </div>
        </Show>
    }
}
