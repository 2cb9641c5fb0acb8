//! `#/settings`: this computer, the storage of the plan, the demo school, deletion.

mod demo;
mod lock;
mod person;
mod put_aside;
mod storage;
mod wipe;

use leptos::prelude::*;

use crate::snapshot::APP;
use crate::text::msg;
use crate::ui::component::PageHeader;
use crate::ui::offline::OfflineCard;
use crate::ui::session::lang;
use crate::ui::shell::handbook;
use crate::view::route::Route;

pub use demo::open_demo;

/// The settings.
#[component]
pub fn Settings() -> impl IntoView {
    let lang = lang();
    view! {
        <PageHeader title=msg::nav_settings(lang) lead=msg::settings_lead(lang) />
        <div class="stack is-loose">
            <person::PersonCard />
            <person::LookCard />
            <lock::LockCard />
            <storage::StorageCard />
            <OfflineCard />
            <demo::DemoCard />
            <wipe::WipeCard />
            <section class="card">
                <div class="card__header"><h2 class="card__title">{msg::about_title(lang)}</h2></div>
                <div class="card__body stack">
                    <p data-testid="settings-version">{msg::about_version(lang, APP)}</p>
                    <p><a href=handbook(lang)>{msg::guide_link(lang)}</a>" — "{msg::guide_text(lang)}</p>
                    <p><a href=Route::Privacy.to_string()>{msg::proof_link(lang)}</a>" — "{msg::proof_link_text(lang)}</p>
                    <p><a href="./rescue.html">{msg::rescue_link(lang)}</a>" — "{msg::rescue_text(lang)}</p>
                </div>
            </section>
        </div>
    }
}
