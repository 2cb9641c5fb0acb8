//! The worker's main: listens in its global scope, answers each message.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{Said, Tell, VERSION, reply};
use crate::desk::Desk;
use crate::json;
use crate::roster::text_decoder::TextDecoder;

/// Listens for jobs and says that it does. Outside of a worker it does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let own = scope.clone();
    let mut desk = Desk::default();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (head, body, bytes) = parts(&event.data());
        let said = reply(&mut desk, &head, &body, &bytes, &TextDecoder, &mut |progress| post(&own, &progress));
        post_said(&own, &said);
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker has one listener for as long as it lives.
    listener.forget();
    post(&scope, &Tell::Ready { version: VERSION });
}

/// A message is an array: head, body, and the buffer of a file where there is one. Anything else is empty texts.
fn parts(data: &JsValue) -> (String, String, Vec<u8>) {
    let Some(parts) = data.dyn_ref::<Array>() else { return Default::default() };
    let text = |at| parts.get(at).as_string().unwrap_or_default();
    let buffer = parts.get(2);
    let bytes = if buffer.is_instance_of::<ArrayBuffer>() { Uint8Array::new(&buffer).to_vec() } else { Vec::new() };
    (text(0), text(1), bytes)
}

/// The end of a job is an array: head, body, then a buffer for each piece of bytes.
fn post_said(scope: &DedicatedWorkerGlobalScope, said: &Said) {
    let message = Array::of2(&JsValue::from_str(&json::text(&said.tell)), &JsValue::from_str(&said.body));
    let buffers = Array::new();
    for bytes in &said.beside {
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
