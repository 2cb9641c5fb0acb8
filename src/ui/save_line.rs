//! Whether the plan is safe, in words, at the top of every page.

use leptos::prelude::*;

/// The save state.
#[component]
pub fn SaveLine() -> impl IntoView {}

/// The button that makes this tab the one that writes.
#[component]
pub fn TakeOver() -> impl IntoView {}
