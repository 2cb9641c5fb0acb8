//! The link of a legal representative to a student, entered from either side.

use leptos::prelude::*;

use crate::domain::{Command, Kinship, PersonId, Representation, RepresentationId};
use crate::text::{self, msg};
use crate::ui::component::{Form, FormDialog, PersonPicker, SelectField};
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};
use crate::view::directory::PersonKind;

use super::{Side, at_place, key, place, places, row};

/// Every relation, the common ones first.
pub const KINSHIPS: [Kinship; 4] = [Kinship::Mother, Kinship::Father, Kinship::Guardian, Kinship::Unknown];

/// The form of a link.
#[component]
pub fn RepresentationForm(side: Side, id: Option<RepresentationId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<Representation>(id);
    let kinship = place(&KINSHIPS, Some(before.as_ref().map_or(Kinship::Unknown, |before| before.kinship)));
    let (label, kind, other) = match side {
        Side::Parent(_) => {
            (msg::family_child(lang), Some(PersonKind::Student), before.as_ref().map(|before| before.child))
        }
        Side::Child(_) => (msg::family_parent(lang), None, before.as_ref().map(|before| before.parent)),
    };
    let other = RwSignal::new(other);
    let submit = move |()| {
        let other =
            other.get_untracked().ok_or_else(|| vec![FieldError::new("family-person", msg::form_person_missing(lang))]);
        form.send_if(other.map(|other: PersonId| {
            let (parent, child) = match side {
                Side::Parent(parent) => (parent, other),
                Side::Child(child) => (other, child),
            };
            let id = id.unwrap_or_else(|| session.fresh());
            let kinship = at_place(&KINSHIPS, kinship).unwrap_or_default();
            Command::Save(Representation { id, parent, child, kinship }.into())
        }));
    };
    let title = match side {
        Side::Parent(_) => msg::family_child_add(lang),
        Side::Child(_) => msg::family_parent_add(lang),
    };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<Representation>(id)}>
            <PersonPicker label value=other kind id="family-person" error=form.error("family-person") />
            <SelectField
                label=msg::family_kinship(lang)
                value=kinship
                options=places(&KINSHIPS, |kinship| text::people::kinship(lang, kinship))
                is_narrow=true
            />
        </FormDialog>
    }
}
