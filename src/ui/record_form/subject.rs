//! A subject of the curriculum.

use leptos::prelude::*;

use crate::domain::words::tidy;
use crate::domain::{Command, Subject, SubjectId};
use crate::text::msg;
use crate::ui::component::{Form, FormDialog, TextField};
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};

use super::{key, row};

/// The form of a subject; removing it takes its lines with it.
#[component]
pub fn SubjectForm(id: Option<SubjectId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let name = RwSignal::new(row::<Subject>(id).map(|row| row.name).unwrap_or_default());
    let submit = move |()| {
        let name = tidy(&name.get_untracked());
        if name.is_empty() {
            return form.fail(vec![FieldError::new("subject-name", msg::subject_missing(lang))]);
        }
        let id = id.unwrap_or_else(|| session.fresh());
        form.send(&Command::Save(Subject { id, name }.into()));
    };
    let title = if id.is_some() { msg::subject_edit(lang) } else { msg::subject_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<Subject>(id)}>
            <TextField
                label=msg::form_name(lang)
                value=name
                id="subject-name"
                is_required=true
                error=form.error("subject-name")
            />
        </FormDialog>
    }
}
