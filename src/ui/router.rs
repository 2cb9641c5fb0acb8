//! The address bar as a signal.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;

use crate::view::route::Route;

/// Where the page is; none for an address that no screen has.
#[derive(Debug, Clone, Copy)]
pub struct Router(ReadSignal<Option<Route>>);

impl Router {
    /// Starts listening and gives the router.
    pub fn start() -> Self {
        let (route, set_route) = signal(current());
        let listener = Closure::<dyn FnMut()>::new(move || set_route.set(current()));
        let _ = window().add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        // The page has one router for as long as it lives.
        listener.forget();
        Self(route)
    }

    /// The screen; tracks.
    pub fn route(self) -> Option<Route> {
        self.0.get()
    }
}

fn current() -> Option<Route> {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to a screen.
pub fn go(route: Route) {
    let _ = window().location().set_hash(&route.to_string());
}
