//! Samples of lists, to see what the import reads and to try it.

use leptos::prelude::*;

use crate::roster::sample;
use crate::text::{self, msg};
use crate::ui::export;
use crate::ui::session::{Session, lang};

/// The buttons that download the samples.
#[component]
pub fn Samples() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let buttons: Vec<AnyView> = sample::KINDS
        .into_iter()
        .map(|kind| {
            let name = text::roster::list_kind(lang, kind);
            view! {
                <button
                    type="button"
                    class="button is-small"
                    data-testid=format!("sample-{}", kind.code())
                    on:click=move |_| export::sample(session, kind, name)
                >
                    {name}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="stack is-tight" data-testid="samples">
            <p class="muted">{msg::import_samples_text(lang)}</p>
            <div class="cluster" role="group" aria-label=msg::import_samples(lang)>{buttons}</div>
        </div>
    }
}
