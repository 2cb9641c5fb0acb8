//! One writer among the tabs, by Web Locks; messages between tabs, by `BroadcastChannel` or the `storage` event.
//!
//! web-sys has no stable names for Web Locks, and plain http has no locks at all: the answer is then
//! [`Lock::Absent`], and the comparison of the head alone guards the plan.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use super::local_storage;
use super::tabs::{Message, NAME};
use crate::json;

/// How the lock is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Only if nobody has it.
    IfFree,
    /// Wait until it is free.
    Queue,
    /// Take it from whoever has it.
    Steal,
}

/// The answer.
pub enum Lock {
    /// It is ours, until the value is dropped or another tab steals it.
    Held(HeldLock),
    /// Another tab has it.
    Taken,
    /// The browser has no locks.
    Absent,
}

/// The lock; dropping it gives it back.
pub struct HeldLock {
    release: Function,
    is_released: Rc<Cell<bool>>,
}

impl Drop for HeldLock {
    fn drop(&mut self) {
        self.is_released.set(true);
        let _ = self.release.call0(&JsValue::NULL);
    }
}

/// Asks for the writer's lock. `on_lost` is called if another tab steals it later.
pub async fn request(ask: Ask, on_lost: impl FnOnce() + 'static) -> Lock {
    let Some((locks, function)) = locks() else { return Lock::Absent };
    let is_released = Rc::new(Cell::new(false));
    let is_granted = Rc::new(Cell::new(false));
    // The lock is held as long as this promise is open.
    let (Some((held, release)), Some((answer, decide))) = (deferred(), deferred()) else { return Lock::Absent };
    let callback = {
        let (granted, decide) = (is_granted.clone(), decide.clone());
        Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let is_ours = !lock.is_null() && !lock.is_undefined();
            granted.set(is_ours);
            let _ = decide.call1(&JsValue::NULL, &JsValue::from_bool(is_ours));
            if is_ours { held.into() } else { JsValue::UNDEFINED }
        })
    };
    let requested = function.call3(&locks, &NAME.into(), &options(ask), &callback);
    let Some(requested) = requested.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return Lock::Absent;
    };
    let released = is_released.clone();
    wasm_bindgen_futures::spawn_local(async move {
        if JsFuture::from(requested).await.is_err() {
            // Before the grant: the browser refuses locks here. After it: the lock was stolen.
            let _ = decide.call1(&JsValue::NULL, &JsValue::NULL);
            if is_granted.get() && !released.get() {
                on_lost();
            }
        }
    });
    match JsFuture::from(answer).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Lock::Held(HeldLock { release, is_released }),
        Some(false) => Lock::Taken,
        None => Lock::Absent,
    }
}

/// A promise and the function that fulfils it.
fn deferred() -> Option<(Promise, Function)> {
    let mut fulfil = None;
    let promise = Promise::new(&mut |resolve, _| fulfil = Some(resolve));
    fulfil.map(|fulfil| (promise, fulfil))
}

fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, function))
}

fn options(ask: Ask) -> JsValue {
    let options = Object::new();
    let name = match ask {
        Ask::IfFree => "ifAvailable",
        Ask::Queue => return options.into(),
        Ask::Steal => "steal",
    };
    let _ = Reflect::set(&options, &name.into(), &JsValue::TRUE);
    options.into()
}

/// The line to the other tabs; closed when dropped.
pub struct Channel {
    broadcast: Option<BroadcastChannel>,
    listener: Closure<dyn FnMut(web_sys::Event)>,
}

/// The key by which messages travel where there is no `BroadcastChannel`: each write is a `storage` event elsewhere.
const POST: &str = "sferum-planner/post";

impl Channel {
    /// Opens the line; `hear` gets each message of another tab. What is no message of ours is ignored.
    pub fn open(hear: impl Fn(Message) + 'static) -> Self {
        let broadcast = BroadcastChannel::new(NAME).ok();
        let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            let text = match event.dyn_into::<MessageEvent>() {
                Ok(message) => message.data().as_string(),
                Err(event) => event
                    .dyn_into::<StorageEvent>()
                    .ok()
                    .filter(|event| event.key().as_deref() == Some(POST))
                    .and_then(|event| event.new_value())
                    .and_then(|value| json::read::<(f64, String)>(&value).ok())
                    .map(|(_, text)| text),
            };
            if let Some(message) = text.as_deref().and_then(Message::parse) {
                hear(message);
            }
        });
        let function = listener.as_ref().unchecked_ref();
        match (&broadcast, web_sys::window()) {
            (Some(channel), _) => channel.set_onmessage(Some(function)),
            (None, Some(window)) => drop(window.add_event_listener_with_callback("storage", function)),
            (None, None) => {}
        }
        Self { broadcast, listener }
    }

    /// Whether messages go from tab to tab without passing through the storage.
    pub fn leaves_no_trace(&self) -> bool {
        self.broadcast.is_some()
    }

    /// Tells the other tabs. A message that does not arrive costs liveness, never data.
    pub fn post(&self, message: &Message) {
        match &self.broadcast {
            Some(channel) => drop(channel.post_message(&message.text().into())),
            None if web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_)))) => {
                // The number makes each value new: an equal one raises no event.
                local_storage::keep(POST, &(js_sys::Math::random(), message.text()));
                local_storage::forget(POST);
            }
            None => {}
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        match &self.broadcast {
            Some(channel) => {
                channel.set_onmessage(None);
                channel.close();
            }
            None => {
                if let Some(window) = web_sys::window() {
                    let function = self.listener.as_ref().unchecked_ref();
                    let _ = window.remove_event_listener_with_callback("storage", function);
                }
            }
        }
    }
}
