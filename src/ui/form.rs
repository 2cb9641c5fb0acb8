//! Forms: identities of their fields, and what is wrong in them.

use std::cell::Cell;

use chrono::NaiveDate;

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Identity of the field; empty where the form as a whole is meant.
    pub field: String,
    /// The sentence.
    pub text: String,
}

impl FieldError {
    /// An error of a field.
    pub fn new(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self { field: field.into(), text: text.into() }
    }
}

/// The sentence for a field among errors.
pub fn error_at(errors: &[FieldError], field: &str) -> Option<String> {
    errors.iter().find(|error| error.field == field).map(|error| error.text.clone())
}

thread_local! {
    static COUNTER: Cell<u32> = const { Cell::new(0) };
}

/// An identity that no other element of the page has.
pub fn unique_id(prefix: &str) -> String {
    COUNTER.with(|counter| {
        let number = counter.get().wrapping_add(1);
        counter.set(number);
        format!("{prefix}-{number}")
    })
}

/// The day of a date field: none where it is empty.
pub fn day(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

/// The text of a date field.
pub fn day_text(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
