//! The dialog that adds one class.

use leptos::prelude::*;

use crate::domain::{Class, ClassKind, ClassLabel, Command, SchoolYearId};
use crate::text::msg;
use crate::ui::component::{Dialog, FormBody, TextField};
use crate::ui::form::{FieldError, error_at};
use crate::ui::session::Session;
use crate::view::fault::{Problem, Reader};

/// Adds one class to the year.
#[component]
pub fn AddClass(year: Memo<Option<SchoolYearId>>, is_open: RwSignal<bool>) -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <Dialog title=msg::structure_add_class(lang) is_open>
            <AddClassForm year is_open />
        </Dialog>
    }
}

#[component]
fn AddClassForm(year: Memo<Option<SchoolYearId>>, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let (label, profile) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let read = move || {
        let mut reader = Reader::default();
        let class: Option<ClassLabel> = reader.needed("add-class-label", &label.get_untracked(), Problem::Class);
        let parts = reader.finish(class.zip(year.get_untracked())).map_err(super::faults)?;
        let kind = ClassKind::Class { label: parts.0, year: parts.1 };
        let profile = crate::domain::words::tidy(&profile.get_untracked());
        Ok(Command::Save(Class { id: session.fresh(), kind, profile, archived: None }.into()))
    };
    view! {
        <FormBody is_open errors read submit_label=msg::add(lang)>
            <TextField
                label=msg::structure_class(lang)
                id="add-class-label"
                value=label
                error=Signal::derive(move || errors.with(|errors| error_at(errors, "add-class-label")))
                is_required=true
                is_narrow=true
            />
            <TextField label=msg::structure_profile(lang) hint=msg::structure_profile_hint(lang) value=profile />
        </FormBody>
    }
}
