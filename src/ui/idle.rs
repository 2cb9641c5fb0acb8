//! The clock of the lock: without a touch of keyboard, mouse or screen for so long, the page locks itself.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;

use crate::text::msg;

use super::background::Background;
use super::clock;
use super::component::{Button, Dialog, Look};
use super::keeper::Keeper;
use super::lock_screen::shut;
use super::session::{Session, lang};

/// How often the clock is looked at. After a sleep of the computer it is looked at at once.
const LOOK: Duration = Duration::from_secs(5);
/// So long before it locks itself, the page asks whether somebody is here: who cannot move quickly has time to answer.
const WARNING: u64 = 60_000;
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

/// Watches for as long as the page lives; tells that the page is about to lock itself.
pub fn watch(session: Session, keeper: Keeper, background: Background) -> RwSignal<bool> {
    touch();
    let is_soon = RwSignal::new(false);
    let touched = move |_: Event| {
        touch();
        set(is_soon, false);
        tell(keeper);
    };
    for event in ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"] {
        window_event_listener_untyped(event, touched);
    }
    let look = move || {
        let Some(limit) = keeper.padlock.with_untracked(|lock| lock.as_ref().map(|lock| lock.minutes)) else { return };
        let left = (u64::from(limit) * 60_000).saturating_sub(clock::millis().saturating_sub(TOUCHED.get()));
        // Long work goes on to its end; closing it would lose it.
        let is_watched = keeper.is_padlock_open() && !background.is_busy();
        set(is_soon, is_watched && left <= WARNING);
        if is_watched && left == 0 {
            // Where it cannot be shut, that is said, and tried again after as long.
            touch();
            shut(session, keeper);
        }
    };
    set_interval(look, LOOK);
    is_soon
}

/// Says so where it is news: every movement of the mouse comes here.
fn set(is_soon: RwSignal<bool>, now: bool) {
    if is_soon.get_untracked() != now {
        is_soon.set(now);
    }
}

fn tell(keeper: Keeper) {
    let now = TOUCHED.get();
    if keeper.is_padlock_open() && now.saturating_sub(TOLD.get()) > TELL {
        TOLD.set(now);
        keeper.stay_open();
    }
}

/// Asks whether somebody is here; any key or movement answers, and what was being typed stays.
#[component]
pub fn LockSoon(is_soon: RwSignal<bool>) -> impl IntoView {
    let lang = lang();
    view! {
        <Dialog title=msg::lock_soon(lang) is_open=is_soon>
            <div class="dialog__body stack" data-testid="lock-soon">
                <p>{msg::lock_soon_text(lang)}</p>
                <p><Button label=msg::lock_stay(lang) look=Look::Primary test_id="lock-stay" on_click=move || is_soon.set(false) /></p>
            </div>
        </Dialog>
    }
}
