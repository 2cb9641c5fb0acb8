//! A list to choose from without a label of its own: in a table, or under a label that stands elsewhere.

use leptos::prelude::*;

use super::field::Option_;

/// A choice that is told as it is made; the value comes from outside.
#[component]
pub fn ChoiceList(
    /// The name for those who do not see what it stands beside.
    #[prop(into)]
    name: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] options: Signal<Vec<Option_>>,
    on_choose: impl Fn(String) + 'static,
    #[prop(optional, into)] test_id: String,
) -> impl IntoView {
    view! {
        <select
            class="select"
            aria-label=name
            data-testid=(!test_id.is_empty()).then_some(test_id)
            on:change:target=move |event| on_choose(event.target().value())
        >
            {move || {
                options
                    .get()
                    .into_iter()
                    .map(|(key, name)| {
                        let own = key.clone();
                        view! {
                            <option value=key lang=crate::ui::session::lang().of_text(&name) prop:selected=move || value.with(|value| *value == own)>{name.clone()}</option>
                        }
                    })
                    .collect_view()
            }}
        </select>
    }
}
