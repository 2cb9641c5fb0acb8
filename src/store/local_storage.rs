//! The boot copy: localStorage, through gloo-storage. Reading is at once; writing is not durable for seconds.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Reflect;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::key;
use super::meter::{Usage, units};
use super::place::{Batch, PlaceError, Store, Thrown};
use crate::json;
use crate::order;

/// The `localStorage` of this origin. Where the browser blocks it, every call says [`PlaceError::Blocked`].
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalStore;

impl LocalStore {
    /// Counts every key of the origin.
    pub fn usage() -> Result<Usage, PlaceError> {
        let storage = raw()?;
        let mut usage = Usage::default();
        for key in all_keys(&storage)? {
            let value = storage.get_item(&key).map_err(|error| thrown(&error))?.unwrap_or_default();
            usage = usage.with(&key, units(&value));
        }
        Ok(usage)
    }
}

/// gloo-storage's own storage, or why there is none: `LocalStorage::raw()` panics where the browser throws or gives
/// `null`, so the same getter is asked first.
fn raw() -> Result<web_sys::Storage, PlaceError> {
    let window = web_sys::window().ok_or(PlaceError::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(PlaceError::Blocked),
        Err(error) => Err(thrown(&error)),
    }
}

fn all_keys(storage: &web_sys::Storage) -> Result<Vec<String>, PlaceError> {
    let length = storage.length().map_err(|error| thrown(&error))?;
    let keys = (0..length).map(|index| storage.key(index).map_err(|error| thrown(&error)));
    keys.filter_map(Result::transpose).collect()
}

#[allow(clippy::disallowed_methods, reason = "the only setItem: gloo's `set` would wrap the text in JSON quotes")]
fn set(storage: &web_sys::Storage, key: &str, value: Option<&str>) -> Result<(), PlaceError> {
    let result = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
    result.map_err(|error| thrown(&error))
}

/// Reads a value that [`keep`] kept under a key beside the plan; none where it is not there or cannot be read.
pub fn kept<T: for<'de> Deserialize<'de>>(key: &str) -> Option<T> {
    let text = raw().ok()?.get_item(key).ok()??;
    json::read(&text).ok()
}

/// Keeps a value under a key beside the plan; a blocked or full storage keeps nothing.
pub fn keep<T: Serialize>(key: &str, value: &T) {
    let _ = raw().and_then(|storage| set(&storage, key, Some(&json::text(value))));
}

/// Forgets the value under a key beside the plan.
pub fn forget(key: &str) {
    let _ = raw().and_then(|storage| set(&storage, key, None));
}

/// Everything that a storage holds, of other pages of the address too; nothing where the browser blocks it.
pub fn entries(storage: Result<Option<web_sys::Storage>, JsValue>) -> Vec<(String, String)> {
    let Ok(Some(storage)) = storage else { return Vec::new() };
    let keys = all_keys(&storage).unwrap_or_default();
    keys.into_iter().filter_map(|key| storage.get_item(&key).ok().flatten().map(|value| (key, value))).collect()
}

impl Store for LocalStore {
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError> {
        raw()?.get_item(key).map_err(|error| thrown(&error))
    }

    async fn keys(&self) -> Result<Vec<String>, PlaceError> {
        let mut keys = all_keys(&raw()?)?;
        keys.retain(|key| key.starts_with(key::OURS));
        order::natural(&mut keys);
        Ok(keys)
    }

    async fn write(&self, batch: &Batch) -> Result<(), PlaceError> {
        // Nothing is awaited here: one task, no other tab's code of this process in between.
        let storage = raw()?;
        for (key, value) in &batch.expected {
            if storage.get_item(key).map_err(|error| thrown(&error))? != *value {
                return Err(PlaceError::Changed);
            }
        }
        batch.writes.iter().try_for_each(|(key, value)| set(&storage, key, value.as_deref()))
    }
}

/// Takes apart whatever the browser threw: an exception, `null`, a text.
pub fn thrown(error: &JsValue) -> PlaceError {
    let field = |name: &str| Reflect::get(error, &JsValue::from_str(name)).ok();
    let text = |name| field(name).and_then(|value| value.as_string());
    let code = field("code").and_then(|code| code.as_f64()).unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates; a code is small")]
    let code = code as u32;
    let message = text("message").or_else(|| error.as_string());
    let message = message.unwrap_or_else(|| format!("{error:?}"));
    Thrown { name: text("name").unwrap_or_default(), code, message }.into()
}

/// What the browser says to the wish to keep our data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It will not clear the data by itself.
    Granted,
    /// It may clear the data when the disk is full or the page is long unused.
    Denied,
    /// It cannot be asked: an old browser, or plain http.
    Absent,
}

/// Whether the data already is to be kept, without asking.
pub async fn persisted() -> Persistence {
    ask("persisted").await
}

/// Asks the browser to keep the data. Call after the first real save, from a click: some browsers ask the person.
pub async fn persist() -> Persistence {
    ask("persist").await
}

async fn ask(method: &str) -> Persistence {
    let answer = async {
        let navigator = web_sys::window()?.navigator();
        let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
        let function: js_sys::Function = Reflect::get(&storage, &JsValue::from_str(method)).ok()?.dyn_into().ok()?;
        let promise: js_sys::Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
        wasm_bindgen_futures::JsFuture::from(promise).await.ok()?.as_bool()
    };
    match answer.await {
        Some(true) => Persistence::Granted,
        Some(false) => Persistence::Denied,
        None => Persistence::Absent,
    }
}
