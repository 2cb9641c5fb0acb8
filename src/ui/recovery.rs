//! What stands in place of the app where a plan was here and does not open: never an empty plan without a click.

use leptos::prelude::*;

use crate::text::msg;

use super::component::{Button, Look};
use super::keeper::{Keeper, Start};
use super::session::lang;

/// The choices after damage: look at what is there and download it, read again, begin anew beside it.
#[component]
pub fn Recovery() -> impl IntoView {
    let keeper = Keeper::expect();
    let lang = lang();
    let is_damaged = matches!(keeper.start.get_untracked(), Start::Damaged(_));
    let (title, text) = if is_damaged {
        (msg::recovery_damaged(lang), msg::recovery_damaged_text(lang))
    } else {
        (msg::recovery_unreachable(lang), msg::recovery_unreachable_text(lang))
    };
    view! {
        <main class="main-content is-narrow" id="main" data-testid="recovery">
            <h1 class="page-header__title" id="page-title" tabindex="-1">{title}</h1>
            <div class="notice is-error" role="alert"><p class="notice__body">{text}</p></div>
            <p class="cluster">
                <a class="button is-primary" href="./rescue.html">{msg::recovery_rescue(lang)}</a>
                <Button label=msg::recovery_reload(lang) on_click=|| drop(window().location().reload()) />
                <Button label=msg::recovery_anew(lang) look=Look::Danger test_id="recovery-anew" on_click=move || keeper.begin_anew() />
            </p>
            <p class="muted">{msg::recovery_anew_hint(lang)}</p>
        </main>
    }
}
