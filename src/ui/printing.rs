//! Printing: a list that is shown in pages is drawn whole for the paper, and in pages again afterwards.

use leptos::ev::Event;
use leptos::prelude::*;

thread_local! {
    /// Whether the page is being printed. It belongs to the browser's page, not to a screen.
    static IS_ON: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

fn set(is_on: bool) {
    IS_ON.with(Clone::clone).set(is_on);
}

/// Listens to the browser, whose own command prints the same as a button.
pub fn listen() {
    // What these change is drawn before the browser lays out the paper: it lets waiting work run between.
    window_event_listener_untyped("beforeprint", |_: Event| set(true));
    window_event_listener_untyped("afterprint", |_: Event| set(false));
}

/// Whether lists are to be drawn whole. Tracked.
pub fn is_on() -> bool {
    IS_ON.with(Clone::clone).get()
}

/// Prints the page once everything is drawn.
pub fn print() {
    set(true);
    // The rows are drawn before the next frame, and laid out in it.
    request_animation_frame(|| request_animation_frame(|| drop(window().print())));
}
