//! The edition that a school published for its staff: `school.json` beside the page, opened read-only for whoever has no
//! plan of their own. It is asked for from the server at each visit and whenever the page is looked at again, so an older
//! copy never outlives a newer file.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestCache, RequestInit, Response, VisibilityState};

use crate::snapshot;
use crate::text::msg;

use super::session::Session;

/// The file beside the page.
const FILE: &str = "school.json";

/// The bytes that are shown; a renewed file differs from them.
type Shown = Rc<RefCell<Vec<u8>>>;

/// Opens the published edition, where there is one, and goes on looking for a newer one.
pub async fn open(session: Session) {
    let shown = Shown::default();
    look(session, &shown).await;
    if !session.is_published().get_untracked() {
        return;
    }
    let listener = Closure::<dyn FnMut()>::new(move || {
        if document().visibility_state() == VisibilityState::Visible && session.is_published().get_untracked() {
            let shown = Rc::clone(&shown);
            spawn_local(async move { look(session, &shown).await });
        }
    });
    let _ = document().add_event_listener_with_callback("visibilitychange", listener.as_ref().unchecked_ref());
    // The page has one such watch for as long as it lives.
    listener.forget();
}

/// Asks for the file and shows it, unless it is what is shown already.
async fn look(session: Session, shown: &Shown) {
    let Some(bytes) = fetch().await.filter(|bytes| *shown.borrow() != *bytes) else { return };
    let Ok(opened) = snapshot::read(&bytes) else {
        session.warn(msg::published_unreadable(session.lang()).to_owned());
        return;
    };
    let is_renewed = !shown.borrow().is_empty();
    *shown.borrow_mut() = bytes;
    session.show_published(opened.workspace());
    if is_renewed {
        session.say(msg::published_renewed(session.lang()).to_owned());
    }
}

/// The bytes of the file; none where there is none, or where a host answers with a page in its place.
async fn fetch() -> Option<Vec<u8>> {
    let options = RequestInit::new();
    // The copy of the browser is used only where the server says that it is still the same.
    options.set_cache(RequestCache::NoCache);
    let answer = JsFuture::from(window().fetch_with_str_and_init(FILE, &options)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF));
    (first == Some(&b'{')).then_some(bytes)
}
