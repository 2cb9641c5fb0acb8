//! A dialog: the browser's own element, so that focus, Escape and the ground behind it are right.

use leptos::html;
use leptos::prelude::*;

use crate::text::msg;
use crate::ui::form::unique_id;
use crate::ui::session::lang;

/// A modal dialog; `is_open` opens and closes it, closing by Escape writes `false` back. Its content exists only while open.
#[component]
pub fn Dialog(
    #[prop(into)] title: String,
    is_open: RwSignal<bool>,
    #[prop(optional)] is_wide: bool,
    /// Called when it has closed and the focus is back where it was.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("dialog");
    let labelled_by = title_id.clone();
    let children = StoredValue::new(children);
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (is_open.get(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            node_ref=node
            class="dialog"
            class:is-wide=is_wide
            aria-labelledby=labelled_by
            on:close=move |_| {
                is_open.set(false);
                if let Some(on_close) = on_close {
                    on_close.run(());
                }
            }
        >
            <div class="dialog__header">
                <h2 class="dialog__title" id=title_id>{title}</h2>
                <button
                    type="button"
                    class="button is-quiet is-icon"
                    aria-label=msg::close(lang())
                    on:click=move |_| is_open.set(false)
                >
                    "×"
                </button>
            </div>
            <Show when=move || is_open.get()>{move || children.with_value(|children| children())}</Show>
        </dialog>
    }
}
