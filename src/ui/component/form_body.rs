//! The body of a dialog that is a form: what is wrong, the fields, the buttons.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::domain::Command;
use crate::text::{self, msg};
use crate::ui::dom;
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};

use super::field::ErrorSummary;

/// A form in a dialog. Save reads the fields into a command and carries it out; what is wrong stays at the fields, a
/// refusal above them. The dialog closes when it is done.
#[component]
pub fn FormBody(
    /// The dialog's state.
    is_open: RwSignal<bool>,
    /// What is wrong with the fields; they read it too.
    errors: RwSignal<Vec<FieldError>>,
    /// Reads the fields.
    read: impl Fn() -> Result<Command, Vec<FieldError>> + 'static,
    /// The word on the main button; Save where there is none.
    #[prop(optional, into)]
    submit_label: String,
    #[prop(optional)] test_id: &'static str,
    children: Children,
) -> impl IntoView {
    let session = Session::expect();
    let submit = move || {
        let done = read().and_then(|command| {
            let refused = session.dispatch(&command).err();
            refused.map_or(Ok(()), |refusal| Err(vec![FieldError::new("", text::refusal::sentence(lang(), &refusal))]))
        });
        match done {
            Ok(()) => {
                errors.set(Vec::new());
                is_open.set(false);
                request_animation_frame(dom::focus_title_if_lost);
            }
            Err(found) => errors.set(found),
        }
    };
    body(Body {
        is_open,
        errors,
        submit: Box::new(submit),
        label: submit_label,
        test_id,
        remove: None,
        fields: children(),
    })
}

/// What makes a form in a dialog. No generics: its view is compiled once for every form.
pub struct Body {
    /// The dialog's state.
    pub is_open: RwSignal<bool>,
    /// What is wrong.
    pub errors: RwSignal<Vec<FieldError>>,
    /// What the main button does.
    pub submit: Box<dyn Fn()>,
    /// The word on the main button; Save where there is none.
    pub label: String,
    /// For tests.
    pub test_id: &'static str,
    /// The button that removes.
    pub remove: Option<AnyView>,
    /// The fields.
    pub fields: AnyView,
}

/// The form with its errors and buttons.
pub fn body(body: Body) -> AnyView {
    let Body { is_open, errors, submit, label, test_id, remove, fields } = body;
    let lang = lang();
    let label = if label.is_empty() { msg::save(lang).to_owned() } else { label };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        submit();
    };
    let node = NodeRef::<html::Form>::new();
    // The browser gives the focus to the button that closes; the first field is what one came for.
    Effect::new(move || {
        if let Some(form) = node.get() {
            request_animation_frame(move || dom::focus_first_field(&form));
        }
    });
    view! {
        <form node_ref=node novalidate on:submit=submit>
            <div class="dialog__body">
                <ErrorSummary errors />
                {fields}
            </div>
            <div class="dialog__actions">
                <button type="submit" class="button is-primary" data-testid=(!test_id.is_empty()).then_some(test_id)>
                    {label}
                </button>
                <button type="button" class="button" on:click=move |_| is_open.set(false)>{msg::cancel(lang)}</button>
                {remove}
            </div>
        </form>
    }
    .into_any()
}
