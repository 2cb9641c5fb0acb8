//! The help of a screen: a button in the head of the page; what it says comes with the areas.

use leptos::prelude::*;

use super::{ClauseLink, Dialog, told};
use crate::text::msg;
use crate::ui::router::Router;
use crate::ui::session::{Session, lang};
use crate::view::help;
use crate::view::route::Route;

/// The button that explains the screen it stands on.
#[component]
pub fn HelpButton() -> impl IntoView {
    let lang = lang();
    let is_open = RwSignal::new(false);
    let route = Router::expect().route().unwrap_or_default();
    view! {
        <button
            type="button"
            class="button is-quiet is-icon no-print"
            data-testid="help"
            aria-label=msg::help_open(lang)
            title=msg::help_open(lang)
            aria-haspopup="dialog"
            on:click=move |_| is_open.set(true)
        >
            "?"
        </button>
        <Dialog title=msg::help_title(lang) is_open>
            {move || Session::expect().parts().help(route)}
        </Dialog>
    }
}

/// What the help says. Behind the part of the areas: call it through [`crate::ui::part`].
pub fn words(route: Route) -> AnyView {
    let lang = lang();
    let help = help::of(lang, route);
    view! {
        <div class="dialog__body stack" data-testid="help-text">
            <p>{told(help.text)}</p>
            {help.clause.map(|clause| view! { <p><ClauseLink clause /></p> })}
            <p><a href=help.address(lang)>{msg::help_handbook(lang)}</a></p>
        </div>
    }
    .into_any()
}
