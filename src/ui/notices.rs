//! Banners over every screen about the plan's safety: copies in trouble, changes left over, a wipe in another tab.

use leptos::prelude::*;

use crate::text::msg;
use crate::view::route::Route;
use crate::view::storage::is_in_trouble;

use super::keeper::Keeper;
use super::save_line::download_plan;
use super::session::lang;

/// What a person should know about the copies; each leads to what can be done.
#[component]
pub fn Notices() -> impl IntoView {
    let keeper = Keeper::expect();
    let lang = lang();
    let is_seen = RwSignal::new(false);
    let has_trouble = Memo::new(move |_| keeper.trouble.with(is_in_trouble) && !is_seen.get());
    let has_left = Memo::new(move |_| keeper.left.with(|left| !left.is_empty()));
    let to_settings =
        move || view! { <a class="button is-small" href=Route::Settings.to_string()>{msg::notice_details(lang)}</a> };
    view! {
        <Show when=move || keeper.is_wiped_elsewhere.get()>
            <div class="banner is-error" role="alert" data-testid="notice-wiped">
                <p class="notice__body">{msg::notice_wiped(lang)}</p>
                <div class="notice__actions">
                    <button type="button" class="button is-small" on:click=move |_| download_plan()>{msg::save_download(lang)}</button>
                    <button type="button" class="button is-small" on:click=|_| drop(window().location().reload())>
                        {msg::notice_reload(lang)}
                    </button>
                </div>
            </div>
        </Show>
        <Show when=move || has_left.get()>
            <div class="banner is-error" role="alert" data-testid="notice-left">
                <p class="notice__body">{msg::notice_left(lang)}</p>
                <div class="notice__actions">{to_settings()}</div>
            </div>
        </Show>
        <Show when=move || has_trouble.get()>
            <div class="banner is-warning" role="status" data-testid="notice-trouble">
                <p class="notice__body">{msg::notice_trouble(lang)}</p>
                <div class="notice__actions">
                    {to_settings()}
                    <button type="button" class="button is-small is-quiet" on:click=move |_| is_seen.set(true)>{msg::close(lang)}</button>
                </div>
            </div>
        </Show>
    }
}
