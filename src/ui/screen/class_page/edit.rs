//! The dialog that renames a class, gives it a profile, closes it.

use leptos::prelude::*;

use crate::domain::{ClassId, Command};
use crate::text::msg;
use crate::ui::component::{DateField, Dialog, FormBody, TextField};
use crate::ui::form::{FieldError, error_at};
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::class_page::ClassForm;

/// Edits a class.
#[component]
pub fn EditClass(id: ClassId, is_open: RwSignal<bool>) -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <Dialog title=msg::class_edit(lang) is_open>
            <EditForm id is_open />
        </Dialog>
    }
}

#[component]
fn EditForm(id: ClassId, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let class = session.peek(|workspace| workspace.school().classes().get(&id).cloned())?;
    let form = ClassForm::of(&class);
    let (label, profile) = (RwSignal::new(form.label), RwSignal::new(form.profile));
    let archived = RwSignal::new(form.archived);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let read = move || {
        let form = ClassForm {
            label: label.get_untracked(),
            profile: profile.get_untracked(),
            archived: archived.get_untracked(),
        };
        form.read(&class).map(|class| Command::Save(class.into())).map_err(|faults| problem::errors(lang, faults))
    };
    let error = move |field: &'static str| Signal::derive(move || errors.with(|errors| error_at(errors, field)));
    Some(view! {
        <FormBody is_open errors read test_id="class-save">
            <TextField
                label=msg::class_label(lang)
                hint=msg::class_label_hint(lang)
                id="class-label"
                value=label
                error=error("class-label")
                is_required=true
                is_narrow=true
            />
            <TextField label=msg::structure_profile(lang) hint=msg::structure_profile_hint(lang) value=profile />
            <DateField
                label=msg::class_archived_field(lang)
                hint=msg::class_archived_hint(lang)
                id="class-archived"
                value=archived
                error=error("class-archived")
            />
        </FormBody>
    })
}
