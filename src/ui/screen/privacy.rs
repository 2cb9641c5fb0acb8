//! `#/settings/privacy`: asks the browser what it keeps and what it has asked for, and shows it.

use std::sync::Arc;

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Cache, CacheStorage};

use crate::json;
use crate::snapshot::APP;
use crate::store::indexed_db::IndexedDbStore;
use crate::store::key;
use crate::store::local_storage;
use crate::store::meter::units;
use crate::store::place::Store;
use crate::ui::dom;
use crate::ui::page::page_of;
use crate::ui::same_file::SameFile;
use crate::ui::session::lang;
use crate::view::proof::{self, Asked, Kept, Place, Proof};
use crate::view::route::Route;

/// The page for the person who answers for personal data.
#[component]
pub fn Privacy() -> impl IntoView {
    let proof = RwSignal::new(at_once());
    spawn_local(async move {
        let kept = later().await;
        let _ = proof.try_update(|proof| proof.kept.extend(kept));
        let list = dom::fetch_text("./licences.json").await.and_then(|text| json::read(&text).ok()).unwrap_or_default();
        let libraries = proof::libraries(&list);
        // Last, so that the request for the list is in the list of requests.
        let asked = asked();
        let _ = proof.try_update(|proof| {
            proof.libraries = libraries;
            proof.asked = asked;
        });
    });
    let lang = lang();
    let page = Memo::new(move |_| Arc::new(proof.with(|proof| proof::page(lang, proof, APP))));
    page_of(Route::Privacy, page)
}

/// What needs no waiting.
fn at_once() -> Proof {
    let location = window().location();
    let home = document().base_uri().ok().flatten().unwrap_or_default();
    let home = home.split(['#', '?']).next().unwrap_or_default();
    let folder = home.rfind('/').and_then(|at| home.get(..=at)).unwrap_or(home);
    let local = local_storage::entries(window().local_storage()).into_iter().map(|entry| kept(Place::Local, entry));
    let tab = local_storage::entries(window().session_storage()).into_iter().map(|entry| kept(Place::Tab, entry));
    Proof {
        origin: location.origin().unwrap_or_default(),
        home: folder.to_owned(),
        build: dom::meta("meta[name=build]"),
        policy: dom::meta("meta[http-equiv=Content-Security-Policy]"),
        kept: local.chain(tab).collect(),
        asked: asked(),
        libraries: Vec::new(),
    }
}

fn kept(place: Place, (name, value): (String, String)) -> Kept {
    Kept { place, size: units(&value) as u64, name }
}

/// The database and the copies of the program.
async fn later() -> Vec<Kept> {
    let records = IndexedDbStore::default().entries().await.unwrap_or_default();
    let file = SameFile::known().await.map(|file| (key::SAME_FILE.to_owned(), file.name()));
    let mut found: Vec<Kept> = records.into_iter().chain(file).map(|entry| kept(Place::Database, entry)).collect();
    found.extend(files().await.unwrap_or_default());
    found
}

/// The copies of files; none without a secure context.
async fn files() -> Result<Vec<Kept>, JsValue> {
    let caches: CacheStorage = Reflect::get(&window(), &"caches".into())?.dyn_into()?;
    let mut found = Vec::new();
    for name in Array::from(&JsFuture::from(caches.keys()).await?).iter().filter_map(|name| name.as_string()) {
        let cache: Cache = JsFuture::from(caches.open(&name)).await?.dyn_into()?;
        let size = Array::from(&JsFuture::from(cache.keys()).await?).length();
        found.push(Kept { place: Place::Files, name, size: u64::from(size) });
    }
    Ok(found)
}

/// Every address that this page has asked for, as the browser noted it.
fn asked() -> Option<Vec<Asked>> {
    let entries = window().performance()?.get_entries();
    let text = |entry: &JsValue, name: &str| Reflect::get(entry, &name.into()).ok()?.as_string();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates; a size is small")]
    let number = |entry: &JsValue, name: &str| {
        Reflect::get(entry, &name.into()).ok().and_then(|value| value.as_f64()).unwrap_or_default() as u64
    };
    let read = |entry: JsValue| {
        let is_request = matches!(text(&entry, "entryType")?.as_str(), "navigation" | "resource");
        is_request.then(|| Asked {
            address: text(&entry, "name").unwrap_or_default(),
            kind: text(&entry, "initiatorType").unwrap_or_default(),
            bytes: number(&entry, "transferSize"),
        })
    };
    Some(entries.iter().filter_map(read).collect())
}
