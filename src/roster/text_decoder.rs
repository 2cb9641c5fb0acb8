//! The browser's decoder of old encodings.

use wasm_bindgen::JsCast;

use super::decode::{Decode, Encoding};

/// Decodes with the browser's `TextDecoder`, also inside a worker.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextDecoder;

impl Decode for TextDecoder {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String> {
        let decoder = web_sys::TextDecoder::new_with_label(encoding.label()).ok()?;
        let array = js_sys::Uint8Array::from(bytes);
        decoder.decode_with_buffer_source(array.unchecked_ref::<js_sys::Object>()).ok()
    }
}
