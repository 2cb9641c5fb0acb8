//! The address bar as signals.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;

use crate::view::room::Query;
use crate::view::route::Route;

/// Where the page is; no screen for an address that none has. The screen and the parameters change apart: a filter that
/// is chosen does not make the screen anew.
#[derive(Debug, Clone, Copy)]
pub struct Router {
    route: Memo<Option<Route>>,
    query: Memo<Query>,
}

impl Router {
    /// Starts listening and gives the router.
    pub fn start() -> Self {
        let (hash, set_hash) = signal(current());
        let listener = Closure::<dyn FnMut()>::new(move || set_hash.set(current()));
        let _ = window().add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        // The page has one router for as long as it lives.
        listener.forget();
        let router = Self {
            route: Memo::new(move |_| hash.with(|hash| Route::parse(hash))),
            query: Memo::new(move |_| hash.with(|hash| Query::parse(hash))),
        };
        provide_context(router);
        router
    }

    /// The router of the page.
    ///
    /// # Panics
    /// Outside of the app, which provides it first.
    #[allow(clippy::expect_used, reason = "the app provides the router before any screen is made")]
    pub fn expect() -> Self {
        use_context().expect("the router is provided by the app")
    }

    /// The screen; tracks.
    pub fn route(self) -> Option<Route> {
        self.route.get()
    }

    /// The parameters of the address.
    pub fn query(self) -> Memo<Query> {
        self.query
    }
}

fn current() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a screen.
pub fn go(route: Route) {
    go_to(&route.to_string());
}

/// Goes to an address within the app.
pub fn go_to(address: &str) {
    let _ = window().location().set_hash(address);
}

/// Goes to an address within the app in place of the one that is shown: going back skips it.
pub fn replace(address: &str) {
    let _ = window().location().replace(address);
}
