//! A form in a dialog: what is wrong stands above the fields, saving closes it, a refusal keeps it open and says why.

use leptos::prelude::*;

use crate::domain::{Command, RecordKey};
use crate::text::{self, msg};
use crate::ui::form::{FieldError, error_at};
use crate::ui::session::{Session, lang};

use super::button::{Button, Look};
use super::dialog::Dialog;
use super::form_body::{self, Body};

/// The state of a form in a dialog; a copy costs nothing.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    session: Session,
    is_open: RwSignal<bool>,
    errors: RwSignal<Vec<FieldError>>,
}

impl Form {
    /// An open form without errors.
    pub fn new() -> Self {
        Self { session: Session::expect(), is_open: RwSignal::new(true), errors: RwSignal::new(Vec::new()) }
    }

    /// The sentence at a field; tracks.
    pub fn error(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.errors.with(|errors| error_at(errors, field)))
    }

    /// Says what is wrong.
    pub fn fail(self, errors: Vec<FieldError>) {
        self.errors.set(errors);
    }

    /// Sends the command: closes the dialog, or says why it was refused.
    pub fn send(self, command: &Command) {
        match self.session.dispatch(command) {
            Ok(()) => self.is_open.set(false),
            Err(refusal) => {
                let sentence = text::refusal::sentence(self.session.lang(), &refusal);
                self.errors.set(vec![FieldError::new("", sentence)]);
            }
        }
    }

    /// Sends the command unless something is wrong.
    pub fn send_if(self, command: Result<Command, Vec<FieldError>>) {
        match command {
            Ok(command) => self.send(&command),
            Err(errors) => self.fail(errors),
        }
    }
}

/// A dialog with a form: its children are the fields.
#[component]
pub fn FormDialog(
    #[prop(into)] title: String,
    form: Form,
    /// Called by saving; sends with [`Form::send_if`].
    #[prop(into)]
    on_submit: Callback<()>,
    /// Called when the dialog has closed.
    #[prop(into)]
    on_close: Callback<()>,
    /// The record that can be removed here.
    #[prop(optional_no_strip)]
    remove: Option<RecordKey>,
    #[prop(optional)] is_wide: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let form_view = move || {
        let remove = remove.map(|key| {
            let on_click = move || form.send(&Command::Remove(key));
            view! { <Button label=msg::delete(lang()) look=Look::Danger test_id="dialog-remove" on_click /> }.into_any()
        });
        form_body::body(Body {
            is_open: form.is_open,
            errors: form.errors,
            submit: Box::new(move || on_submit.run(())),
            label: String::new(),
            test_id: "dialog-save",
            remove,
            fields: children.with_value(|children| children()),
        })
    };
    view! { <Dialog title is_open=form.is_open is_wide on_close>{form_view()}</Dialog> }
}
