//! The beginning: reads what is stored, opens the session, shows the shell.

use leptos::prelude::*;

use crate::domain::Workspace;

use super::background::Background;
use super::clock;
use super::desk::Desk;
use super::device::Device;
use super::dom;
use super::idle;
use super::import_desk::ImportDesk;
use super::keeper::{Keeper, Start};
use super::lock_screen::LockScreen;
use super::recovery::Recovery;
use super::router::Router;
use super::session::Session;
use super::shell::Shell;

/// Mounts the app into the page.
pub fn mount() {
    let root = document().get_element_by_id("app");
    let Some(root) =
        root.and_then(|element| leptos::wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(element).ok())
    else {
        return;
    };
    leptos::mount::mount_to(root, App).forget();
}

#[component]
fn App() -> impl IntoView {
    let session = Session::provide(Workspace::default(), Device::load());
    let keeper = Keeper::provide(session, &mut clock::ids());
    ImportDesk::provide(session);
    super::printing::listen();
    let is_soon = idle::watch(session, keeper, Background::expect());
    let router = Router::start();
    Desk::provide(session, keeper, router);
    Effect::new(move || dom::set_root("data-theme", session.theme().code()));
    let lang = Memo::new(move |_| session.device().with(Device::lang));
    Effect::new(move || dom::set_root("lang", lang.get().code()));
    // The whole page is made anew in another language: sentences need no signals.
    move || {
        lang.track();
        match keeper.start.get() {
            Start::Reading => ().into_any(),
            Start::Open | Start::Newer => view! { <Shell router /> <idle::LockSoon is_soon /> }.into_any(),
            Start::Locked => view! { <LockScreen /> }.into_any(),
            Start::Damaged(_) | Start::Unreachable(_) => view! { <Recovery /> }.into_any(),
        }
    }
}
