//! The program's own copy in the browser: a new version that waits, and what an address without encryption lacks.
//! The work is `public/offline.js`'s; it tells by attributes of the page, and asks by events.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::text::msg;

use super::component::{Button, Look};
use super::dom;
use super::keeper::Keeper;
use super::session::{Session, lang};

/// What `public/offline.js` tells.
#[derive(Clone, Copy)]
pub struct Offline {
    told: RwSignal<[Option<String>; 3]>,
}

const TOLD: [&str; 3] = ["data-update", "data-offline", "data-install"];

impl Offline {
    /// Listens as long as the component lives.
    pub fn listen() -> Self {
        let told = RwSignal::new(TOLD.map(dom::root));
        let handle = window_event_listener_untyped("planner-offline", move |_| {
            told.set(TOLD.map(dom::root));
        });
        on_cleanup(move || handle.remove());
        Self { told }
    }

    fn is(self, at: usize, value: &str) -> bool {
        self.told.with(|told| told.get(at).is_some_and(|told| told.as_deref() == Some(value)))
    }

    fn has(self, at: usize) -> bool {
        self.told.with(|told| told.get(at).is_some_and(Option::is_some))
    }
}

/// Tells the page's script something.
fn tell(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}

/// The banners: a new version, an address without encryption.
#[component]
pub fn OfflineNotices() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let offline = Offline::listen();
    let is_later = RwSignal::new(false);
    let is_seen = RwSignal::new(window().is_secure_context());
    // Saves first; what cannot be saved keeps the page as it is.
    let apply = move || {
        spawn_local(async move {
            keeper.settle().await;
            if keeper.state.with_untracked(crate::store::saver::SaveState::is_dirty) {
                session.warn(msg::update_not_saved(lang).to_owned());
            } else {
                tell("planner-update");
            }
        });
    };
    let sentence = move || if offline.is(0, "changed") { msg::update_changed(lang) } else { msg::update_waiting(lang) };
    view! {
        <Show when=move || offline.has(0) && !is_later.get()>
            <div class="banner is-info" role="status" data-testid="notice-update">
                <p class="notice__body">{sentence}</p>
                <div class="notice__actions">
                    <Button label=msg::update_apply(lang) test_id="update-apply" on_click=apply />
                    <Button label=msg::close(lang) look=Look::Quiet on_click=move || is_later.set(true) />
                </div>
            </div>
        </Show>
        <Show when=move || !is_seen.get()>
            <div class="banner is-warning" role="status" data-testid="notice-insecure">
                <p class="notice__body">{msg::insecure_text(lang)}</p>
                <div class="notice__actions">
                    <Button label=msg::close(lang) look=Look::Quiet on_click=move || is_seen.set(true) />
                </div>
            </div>
        </Show>
    }
}

/// The card of the settings: whether the program opens without a network, and installing it.
#[component]
pub fn OfflineCard() -> impl IntoView {
    let lang = lang();
    let offline = Offline::listen();
    let sentence = move || {
        if offline.is(1, "ready") {
            msg::offline_ready(lang)
        } else if offline.is(1, "off") {
            msg::offline_off(lang)
        } else {
            msg::offline_wait(lang)
        }
    };
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::offline_title(lang)}</h2></div>
            <div class="card__body stack">
                <p role="status" data-testid="settings-offline">{sentence}</p>
                <Show when=move || offline.is(2, "ready")>
                    <p><Button label=msg::offline_install(lang) test_id="settings-install" on_click=|| tell("planner-install") /></p>
                </Show>
            </div>
        </section>
    }
}
