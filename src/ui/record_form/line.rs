//! A line of the curriculum: class or subgroup, subject, teacher, hours (1.6, 2.4/3a).

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::words::tidy;
use crate::domain::{ClassId, Command, Hours, LoadLine, LoadLineId, SubjectId};
use crate::text::{self, msg};
use crate::ui::component::{Form, FormDialog, PeoplePicker, PersonPicker, SelectField, TextField};
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};
use crate::view::choice;
use crate::view::directory::PersonKind;

use super::enrolment::{ClassField, class_of};
use super::{chosen, key, or_none, row, text_of};

/// The hours a field holds; empty stands for none.
pub fn hours_of(field: &'static str, value: RwSignal<String>) -> Result<Hours, Vec<FieldError>> {
    let text = value.get_untracked();
    if text.trim().is_empty() {
        return Ok(Hours::default());
    }
    Hours::parse(&text).ok_or_else(|| vec![FieldError::new(field, msg::form_hours_wrong(lang()))])
}

/// The form of a line.
#[component]
pub fn LineForm(
    class: Option<ClassId>,
    subject: Option<SubjectId>,
    id: Option<LoadLineId>,
    close: Callback<()>,
) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<LoadLine>(id);
    let class = text_of(before.as_ref().map(|before| before.class).or(class));
    let subject = text_of(before.as_ref().map(|before| before.subject).or(subject));
    let teacher = RwSignal::new(before.as_ref().and_then(|before| before.teacher));
    let group = RwSignal::new(before.as_ref().map(|before| before.group.clone()).unwrap_or_default());
    let members = RwSignal::new(before.as_ref().map(|before| before.members.clone()).unwrap_or_default());
    let hours = text_of(before.as_ref().map(|before| text::people::hours(lang, before.hours)));
    let subjects = Signal::derive(move || session.school(|school, _| or_none(choice::subjects(school))));
    let submit = move |()| {
        let chosen_subject: Result<SubjectId, _> =
            chosen(subject).ok_or_else(|| vec![FieldError::new("line-subject", msg::line_subject_missing(lang))]);
        let parts = class_of(class).and_then(|class| chosen_subject.map(|subject| (class, subject)));
        form.send_if(parts.and_then(|(class, subject)| {
            hours_of("line-hours", hours).map(|hours| {
                let id = id.unwrap_or_else(|| session.fresh());
                let group = tidy(&group.get_untracked());
                let members = if group.is_empty() { BTreeSet::new() } else { members.get_untracked() };
                let teacher = teacher.get_untracked();
                Command::Save(LoadLine { id, class, subject, group, members, teacher, hours }.into())
            })
        }));
    };
    let title = if id.is_some() { msg::line_edit(lang) } else { msg::line_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<LoadLine>(id)}>
            <div class="fields">
                <ClassField value=class form />
                <SelectField
                    label=msg::form_subject(lang)
                    value=subject
                    options=subjects
                    id="line-subject"
                    error=form.error("line-subject")
                />
            </div>
            <PersonPicker
                label=msg::line_teacher(lang)
                value=teacher
                kind=PersonKind::Staff
                hint=msg::line_teacher_hint(lang)
                id="line-teacher"
            />
            <TextField
                label=msg::form_hours(lang)
                value=hours
                is_narrow=true
                id="line-hours"
                error=form.error("line-hours")
            />
            <TextField label=msg::line_group(lang) value=group hint=msg::line_group_hint(lang) />
            <Show when=move || group.with(|group| !group.trim().is_empty())>
                <PeoplePicker
                    label=msg::line_members(lang)
                    add_label=msg::members_add(lang)
                    value=members
                    kind=PersonKind::Student
                    hint=msg::line_members_hint(lang)
                />
            </Show>
        </FormDialog>
    }
}
