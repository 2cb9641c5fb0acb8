//! The clock of the lock: without a touch of keyboard, mouse or screen for so long, the page locks itself.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;

use super::background::Background;
use super::clock;
use super::keeper::Keeper;
use super::lock_screen::shut;
use super::session::Session;

/// How often the clock is looked at. After a sleep of the computer it is looked at at once.
const LOOK: Duration = Duration::from_secs(5);
/// The other tabs hear of a touch at most so often.
const TELL: u64 = 20_000;

thread_local! {
    /// When somebody was here last, in milliseconds since 1970.
    static TOUCHED: Cell<u64> = const { Cell::new(0) };
    /// When the other tabs were told.
    static TOLD: Cell<u64> = const { Cell::new(0) };
}

/// Somebody is here, or at another tab.
pub fn touch() {
    TOUCHED.set(clock::millis());
}

/// Watches for as long as the page lives.
pub fn watch(session: Session, keeper: Keeper, background: Background) {
    touch();
    for event in ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"] {
        window_event_listener_untyped(event, move |_: Event| touched(keeper));
    }
    let look = move || {
        let Some(limit) = keeper.padlock.with_untracked(|lock| lock.as_ref().map(|lock| lock.minutes)) else { return };
        let idle = clock::millis().saturating_sub(TOUCHED.get());
        // Long work goes on to its end; closing it would lose it.
        if !keeper.is_padlock_open() || idle < u64::from(limit) * 60_000 || background.is_busy() {
            return;
        }
        // Where it cannot be shut, that is said, and tried again after as long.
        touch();
        shut(session, keeper);
    };
    set_interval(look, LOOK);
}

fn touched(keeper: Keeper) {
    touch();
    let now = TOUCHED.get();
    if keeper.is_padlock_open() && now.saturating_sub(TOLD.get()) > TELL {
        TOLD.set(now);
        keeper.stay_open();
    }
}
