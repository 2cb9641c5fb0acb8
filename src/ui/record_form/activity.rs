//! An extracurricular group; it may span classes (1.6, 2.4/3b).

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::words::tidy;
use crate::domain::{ActivityGroup, ActivityGroupId, ClassId, Command};
use crate::text::{self, msg};
use crate::ui::component::{Form, FormDialog, PeoplePicker, PersonPicker, TextField};
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};
use crate::view::choice;
use crate::view::directory::PersonKind;

use super::line::hours_of;
use super::{key, row, text_of};

/// Checkboxes of the classes of the year.
#[component]
pub fn ClassChoices(value: RwSignal<BTreeSet<ClassId>>) -> impl IntoView {
    let session = Session::expect();
    let classes = session.school_untracked(choice::classes);
    classes
        .into_iter()
        .filter_map(|(id, name)| Some((id.parse::<ClassId>().ok()?, name)))
        .map(|(id, name)| {
            view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=move || value.with(|classes| classes.contains(&id))
                        on:change:target=move |event| {
                            let is_on = event.target().checked();
                            value.update(|classes| { if is_on { classes.insert(id) } else { classes.remove(&id) }; });
                        }
                    />
                    <span>{name}</span>
                </label>
            }
        })
        .collect_view()
}

/// The form of a group.
#[component]
pub fn ActivityForm(id: Option<ActivityGroupId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<ActivityGroup>(id);
    let year = before.as_ref().map(|before| before.year).or_else(|| session.school_untracked(|_, index| index.year));
    let name = RwSignal::new(before.as_ref().map(|before| before.name.clone()).unwrap_or_default());
    let leader = RwSignal::new(before.as_ref().and_then(|before| before.leader));
    let classes = RwSignal::new(before.as_ref().map(|before| before.classes.clone()).unwrap_or_default());
    let members = RwSignal::new(before.as_ref().map(|before| before.members.clone()).unwrap_or_default());
    let hours = text_of(before.as_ref().map(|before| text::people::hours(lang, before.hours)));
    let submit = move |()| {
        let (name, classes) = (tidy(&name.get_untracked()), classes.get_untracked());
        let mut errors = Vec::new();
        if name.is_empty() {
            errors.push(FieldError::new("activity-name", msg::activity_name_missing(lang)));
        }
        if classes.is_empty() {
            errors.push(FieldError::new("activity-classes", msg::activity_classes_missing(lang)));
        }
        let Some(year) = year else {
            return form.fail(vec![FieldError::new("", msg::activity_no_year(lang))]);
        };
        if !errors.is_empty() {
            return form.fail(errors);
        }
        form.send_if(hours_of("activity-hours", hours).map(|hours| {
            let id = id.unwrap_or_else(|| session.fresh());
            let (leader, members) = (leader.get_untracked(), members.get_untracked());
            Command::Save(ActivityGroup { id, name, year, leader, classes, members, hours }.into())
        }));
    };
    let title = if id.is_some() { msg::activity_edit(lang) } else { msg::activity_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<ActivityGroup>(id)}>
            <TextField
                label=msg::form_name(lang)
                value=name
                is_required=true
                id="activity-name"
                error=form.error("activity-name")
            />
            <PersonPicker label=msg::activity_leader(lang) value=leader kind=PersonKind::Staff id="activity-leader" />
            <TextField
                label=msg::form_hours(lang)
                value=hours
                is_narrow=true
                id="activity-hours"
                error=form.error("activity-hours")
            />
            <fieldset class="fieldset" id="activity-classes" tabindex="-1">
                <legend class="fieldset__legend">{msg::activity_classes(lang)}</legend>
                {move || form.error("activity-classes").get().map(|text| view! { <p class="field__error">{text}</p> })}
                <div class="cluster"><ClassChoices value=classes /></div>
            </fieldset>
            <PeoplePicker
                label=msg::activity_members(lang)
                add_label=msg::members_add(lang)
                value=members
                kind=PersonKind::Student
                hint=msg::activity_members_hint(lang)
            />
        </FormDialog>
    }
}
