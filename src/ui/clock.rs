//! The clock and the dice of the browser: the only place that asks for the time or for randomness.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use leptos::prelude::window;

use crate::domain::IdSource;

/// Milliseconds since 1970.
pub fn millis() -> u64 {
    // Whole milliseconds between 1970 and the year 275760 fit.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a browser's clock is a positive whole number"
    )]
    let millis = js_sys::Date::now() as u64;
    millis
}

/// This moment.
pub fn now() -> DateTime<Utc> {
    i64::try_from(millis()).ok().and_then(DateTime::from_timestamp_millis).unwrap_or_default()
}

/// This day where the browser is.
pub fn today() -> NaiveDate {
    local(now()).date()
}

/// The moment on the clock of the wall where the browser is.
pub fn local(at: DateTime<Utc>) -> chrono::NaiveDateTime {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds of a date are exact in a double")]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.timestamp_millis() as f64));
    #[allow(clippy::cast_possible_truncation, reason = "an offset is at most a day in minutes")]
    let minutes = date.get_timezone_offset() as i64;
    at.naive_utc() - Duration::minutes(minutes)
}

/// A fresh source of identities.
pub fn ids() -> IdSource {
    IdSource::new(millis(), random())
}

/// Random bits for identities.
pub fn random() -> [u8; 10] {
    bits()
}

/// Random bits for secrets; none where the browser has no source of them.
pub fn secret_bits<const N: usize>() -> Option<[u8; N]> {
    let mut random = [0; N];
    // `getRandomValues` works without a secure context and fails only above 65,536 bytes.
    window().crypto().ok()?.get_random_values_with_u8_array(&mut random).ok()?;
    Some(random)
}

/// Random bits for the work of the desk.
pub fn random_bits() -> [u8; 32] {
    bits()
}

fn bits<const N: usize>() -> [u8; N] {
    secret_bits().unwrap_or([0; N])
}
