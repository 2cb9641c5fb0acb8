//! A file of the computer that the plan is saved to again and again, where the browser lets a page write one.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::store::indexed_db::IndexedDbStore;
use crate::store::key;

/// A file of the computer that this page may write.
#[derive(Clone)]
pub struct SameFile(JsValue);

thread_local! {
    /// The file that was chosen last: a browser without a database forgets it with the page.
    static CHOSEN: RefCell<Option<SameFile>> = const { RefCell::new(None) };
}

const PICKER: &str = "showSaveFilePicker";

impl SameFile {
    /// Whether the browser lets a page write a file of the computer.
    pub fn is_there() -> bool {
        Reflect::has(&window(), &PICKER.into()).unwrap_or(false)
    }

    /// The file that was chosen last, also before the page was loaded.
    pub async fn known() -> Option<Self> {
        if let Some(chosen) = CHOSEN.with_borrow(Clone::clone) {
            return Some(chosen);
        }
        let kept = IndexedDbStore::beside().value(key::SAME_FILE).await.ok()?.map(Self)?;
        CHOSEN.set(Some(kept.clone()));
        Some(kept)
    }

    /// The file that the person chooses now; none where they think better of it. To be called from a click.
    pub async fn choose(name: &str) -> Option<Self> {
        let chosen = Self(call(&window(), PICKER, Some(option("suggestedName", name)?)).await?);
        CHOSEN.set(Some(chosen.clone()));
        // Without a database it is known for as long as the page lives.
        let _ = IndexedDbStore::beside().set_value(key::SAME_FILE, Some(&chosen.0)).await;
        Some(chosen)
    }

    /// Forgets the file; it stays on the computer.
    pub async fn forget() {
        CHOSEN.set(None);
        // What cannot be reached was not kept there.
        let _ = IndexedDbStore::beside().set_value(key::SAME_FILE, None).await;
    }

    /// What the file is called.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether the page may write it; the browser may ask the person. To be called from a click.
    pub async fn is_allowed(&self) -> bool {
        let answer = call(&self.0, "requestPermission", option("mode", "readwrite")).await;
        answer.and_then(|answer| answer.as_string()).as_deref() == Some("granted")
    }

    /// Writes the whole file, or leaves it as it was.
    pub async fn write(&self, bytes: &[u8]) -> Option<()> {
        let writer = call(&self.0, "createWritable", None).await?;
        call(&writer, "write", Some(Uint8Array::from(bytes).into())).await?;
        call(&writer, "close", None).await?;
        Some(())
    }
}

/// An object with one option.
fn option(name: &str, value: &str) -> Option<JsValue> {
    let options = Object::new();
    Reflect::set(&options, &name.into(), &value.into()).ok()?;
    Some(options.into())
}

/// Calls a method that answers with a promise.
async fn call(object: &JsValue, method: &str, argument: Option<JsValue>) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    let answer = match argument {
        Some(argument) => method.call1(object, &argument),
        None => method.call0(object),
    };
    JsFuture::from(answer.ok()?.dyn_into::<Promise>().ok()?).await.ok()
}
