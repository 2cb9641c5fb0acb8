//! A group of activists with whom the head talks (2.2/6c, 2.2/6d).

use leptos::prelude::*;

use crate::domain::{ActiveGroup, ActiveGroupId, ActiveGroupKind, Command};
use crate::text::{self, msg};
use crate::ui::component::{Form, FormDialog, PeoplePicker, SelectField};
use crate::ui::session::{Session, lang};
use crate::view::choice;
use crate::view::directory::PersonKind;

use super::{at_place, chosen, key, place, places, row, text_of};

const KINDS: [ActiveGroupKind; 2] = [ActiveGroupKind::Parents, ActiveGroupKind::Students];

/// The form of a group of activists.
#[component]
pub fn ActiveGroupForm(id: Option<ActiveGroupId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<ActiveGroup>(id);
    let kind = place(&KINDS, Some(before.as_ref().map_or(ActiveGroupKind::Parents, |before| before.kind)));
    let class = text_of(before.as_ref().and_then(|before| before.class));
    let members = RwSignal::new(before.as_ref().map(|before| before.members.clone()).unwrap_or_default());
    let classes = Signal::derive(move || {
        let mut rows = vec![(String::new(), msg::active_whole_school(lang).to_owned())];
        rows.extend(session.school(choice::classes));
        rows
    });
    let submit = move |()| {
        let id = id.unwrap_or_else(|| session.fresh());
        let kind = at_place(&KINDS, kind).unwrap_or(ActiveGroupKind::Parents);
        let row = ActiveGroup { id, kind, class: chosen(class), members: members.get_untracked() };
        form.send(&Command::Save(row.into()));
    };
    let title = if id.is_some() { msg::active_edit(lang) } else { msg::active_add(lang) };
    let picker = move || {
        let only = if kind.with(|place| place == "0") { PersonKind::Representative } else { PersonKind::Student };
        view! {
            <PeoplePicker label=msg::active_members(lang) add_label=msg::members_add(lang) value=members kind=only />
        }
    };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<ActiveGroup>(id)}>
            <div class="fields">
                <SelectField
                    label=msg::active_kind(lang)
                    value=kind
                    options=places(&KINDS, |kind| text::people::active(lang, kind))
                />
                <SelectField label=msg::form_class(lang) value=class options=classes />
            </div>
            {picker}
        </FormDialog>
    }
}
