//! A form in a dialog: what is wrong stands above the fields, saving closes it, a refusal keeps it open and says why.

use leptos::ev;
use leptos::prelude::*;

use crate::domain::{Command, RecordKey};
use crate::text::{self, msg};
use crate::ui::form::{FieldError, error_at};
use crate::ui::session::{Session, lang};

use super::button::{Button, Look};
use super::dialog::Dialog;
use super::field::ErrorSummary;

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
    let lang = lang();
    let children = StoredValue::new(children);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <Dialog title is_open=form.is_open is_wide on_close>
            <form novalidate on:submit=submit>
                <div class="dialog__body">
                    <ErrorSummary errors=form.errors />
                    {children.with_value(|children| children())}
                </div>
                <div class="dialog__actions">
                    <button type="submit" class="button is-primary" data-testid="dialog-save">{msg::save(lang)}</button>
                    <button type="button" class="button" on:click=move |_| form.is_open.set(false)>{msg::cancel(lang)}</button>
                    {remove.map(|key| view! {
                        <Button
                            label=msg::delete(lang)
                            look=Look::Danger
                            test_id="dialog-remove"
                            on_click=move || form.send(&Command::Remove(key))
                        />
                    })}
                </div>
            </form>
        </Dialog>
    }
}
