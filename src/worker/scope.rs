//! The worker's main: listens in its global scope, answers each message.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{Tell, VERSION, reply};
use crate::desk::Desk;
use crate::json;
use crate::roster::text_decoder::TextDecoder;

/// Listens for jobs and says that it does. Outside of a worker it does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let own = scope.clone();
    let mut desk = Desk::default();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (text, bytes) = parts(&event.data());
        let (tell, beside) = reply(&mut desk, &text, &bytes, &TextDecoder, &mut |progress| post(&own, &progress));
        if beside.is_empty() {
            post(&own, &tell);
        } else {
            post_with(&own, &tell, &beside);
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker has one listener for as long as it lives.
    listener.forget();
    post(&scope, &Tell::Ready { version: VERSION });
}

/// A message is an array: the text, and the buffer of a file where there is one. Anything else is an empty text.
fn parts(data: &JsValue) -> (String, Vec<u8>) {
    let Some(parts) = data.dyn_ref::<Array>() else { return (String::new(), Vec::new()) };
    let text = parts.get(0).as_string().unwrap_or_default();
    let buffer = parts.get(1);
    let bytes = if buffer.is_instance_of::<ArrayBuffer>() { Uint8Array::new(&buffer).to_vec() } else { Vec::new() };
    (text, bytes)
}

/// An answer with bytes is an array: the text, then a buffer for each.
fn post_with(scope: &DedicatedWorkerGlobalScope, tell: &Tell, beside: &[Vec<u8>]) {
    let message = Array::of1(&JsValue::from_str(&json::text(tell)));
    let buffers = Array::new();
    for bytes in beside {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        message.push(&buffer);
        buffers.push(&buffer);
    }
    // A closed page needs none.
    let _ = scope.post_message_with_transfer(&message, &buffers);
}

fn post(scope: &DedicatedWorkerGlobalScope, tell: &Tell) {
    // A closed page needs none.
    let _ = scope.post_message(&JsValue::from_str(&json::text(tell)));
}
