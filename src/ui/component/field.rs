//! Labeled controls over a signal of text; errors are told at the field and in the summary above the form.

use leptos::prelude::*;

use crate::text::msg;
use crate::ui::dom;
use crate::ui::form::{FieldError, unique_id};
use crate::ui::session::lang;

/// A line of text.
#[component]
pub fn TextField(
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: String,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Identity, where a summary or a test needs it.
    #[prop(optional, into)]
    id: String,
    /// The kind of input: `text`, `tel`, `email`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] is_required: bool,
    #[prop(optional)] is_narrow: bool,
    /// For tests.
    #[prop(optional)]
    test_id: &'static str,
) -> impl IntoView {
    let id = if id.is_empty() { unique_id("field") } else { id };
    let frame = FieldFrame { id: id.clone(), label, hint, error, is_narrow, is_required };
    let described_by = frame.described_by();
    frame.view(view! {
        <input
            id=id
            data-testid=(!test_id.is_empty()).then_some(test_id)
            class="input"
            type=kind
            autocomplete="off"
            required=is_required
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=described_by
            prop:value=move || value.get()
            on:input:target=move |event| value.set(event.target().value())
        />
    })
}

/// A day.
#[component]
pub fn DateField(
    #[prop(into)] label: String,
    /// `YYYY-MM-DD` or empty.
    value: RwSignal<String>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] id: String,
    #[prop(optional)] is_required: bool,
) -> impl IntoView {
    view! { <TextField label value hint error id kind="date" is_required is_narrow=true /> }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    #[prop(into)] label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] id: String,
    #[prop(default = 4)] rows: u32,
) -> impl IntoView {
    let id = if id.is_empty() { unique_id("field") } else { id };
    let frame = FieldFrame { id: id.clone(), label, hint, error, is_narrow: false, is_required: false };
    let described_by = frame.described_by();
    frame.view(view! {
        <textarea
            id=id
            class="textarea"
            rows=rows
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=described_by
            prop:value=move || value.get()
            on:input:target=move |event| value.set(event.target().value())
        ></textarea>
    })
}

/// One of the choices of a list: its value and its name.
pub type Option_ = (String, String);

/// A choice from a list.
#[component]
pub fn SelectField(
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// The choices; an empty value stands for none.
    #[prop(into)]
    options: Signal<Vec<Option_>>,
    #[prop(optional, into)] hint: String,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional, into)] id: String,
    #[prop(optional)] is_narrow: bool,
) -> impl IntoView {
    let id = if id.is_empty() { unique_id("field") } else { id };
    let frame = FieldFrame { id: id.clone(), label, hint, error, is_narrow, is_required: false };
    let described_by = frame.described_by();
    frame.view(view! {
        <select
            id=id
            class="select"
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            aria-describedby=described_by
            on:change:target=move |event| value.set(event.target().value())
        >
            {move || {
                options
                    .get()
                    .into_iter()
                    .map(|(key, name)| {
                        let own = key.clone();
                        view! {
                            <option value=key lang=lang().of_text(&name) prop:selected=move || value.with(|value| *value == own)>{name.clone()}</option>
                        }
                    })
                    .collect_view()
            }}
        </select>
    })
}

/// A checkbox with its sentence.
#[component]
pub fn Choice(
    #[prop(into)] label: String,
    value: RwSignal<bool>,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=move || value.get() on:change:target=move |event| value.set(event.target().checked()) />
            <span>{label}</span>
            {(!hint.is_empty()).then(|| view! { <span class="choice__hint">{hint}</span> })}
        </label>
    }
}

/// What surrounds a control: label, hint, error.
struct FieldFrame {
    id: String,
    label: String,
    hint: String,
    error: MaybeProp<String>,
    is_narrow: bool,
    is_required: bool,
}

impl FieldFrame {
    fn described_by(&self) -> impl Fn() -> Option<String> + Send + Sync + use<> {
        let (hint, problem) = (format!("{}-hint", self.id), format!("{}-error", self.id));
        let (has_hint, error) = (!self.hint.is_empty(), self.error);
        move || {
            let parts: Vec<&str> =
                [has_hint.then_some(hint.as_str()), error.with(Option::is_some).then_some(problem.as_str())]
                    .into_iter()
                    .flatten()
                    .collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    }

    fn view(self, control: impl IntoView) -> impl IntoView {
        let Self { id, label, hint, error, is_narrow, is_required } = self;
        let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
        view! {
            <div class="field" class:is-narrow=is_narrow class:is-invalid=move || error.with(Option::is_some)>
                <label class="field__label" for=id>
                    {label}
                    {is_required.then(|| view! { " " <span class="field__optional">{msg::required_mark(lang())}</span> })}
                </label>
                {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
                {control}
                {move || error.get().map(|text| view! { <p class="field__error" id=error_id.clone()>{text}</p> })}
            </div>
        }
    }
}

/// The list of what is wrong in a form; takes the focus when it appears, each line leads to its field.
#[component]
pub fn ErrorSummary(#[prop(into)] errors: Signal<Vec<FieldError>>) -> impl IntoView {
    let id = unique_id("errors");
    let own = id.clone();
    Effect::new(move || {
        if errors.with(|errors| !errors.is_empty()) {
            dom::focus(&own);
        }
    });
    view! {
        <div id=id class="error-summary" tabindex="-1" role="alert" hidden=move || errors.with(Vec::is_empty)>
            <p class="error-summary__title">{msg::error_summary(lang())}</p>
            <ul>
                {move || {
                    errors
                        .get()
                        .into_iter()
                        .map(|error| {
                            let field = error.field;
                            let target = field.clone();
                            view! {
                                <li>
                                    {if field.is_empty() {
                                        let why = super::why_button(&error.text, None);
                                        view! { <span>{error.text}</span> " " {why} }.into_any()
                                    } else {
                                        view! {
                                            <button type="button" class="link-button" on:click=move |_| dom::focus(&target)>
                                                {error.text}
                                            </button>
                                        }
                                            .into_any()
                                    }}
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </div>
    }
}
