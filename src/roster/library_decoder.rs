//! The decoder of old encodings outside the browser.

use super::decode::{Decode, Encoding};

/// Decodes with `encoding_rs`.
#[derive(Debug, Clone, Copy, Default)]
pub struct LibraryDecoder;

impl Decode for LibraryDecoder {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String> {
        let known = encoding_rs::Encoding::for_label(encoding.label().as_bytes())?;
        Some(known.decode_without_bom_handling(bytes).0.into_owned())
    }
}
