//! A class teacher's term (2.1/8).

use leptos::prelude::*;

use crate::domain::{ClassId, Command, HomeroomAssignment, HomeroomAssignmentId, PersonId};
use crate::text::msg;
use crate::ui::component::{Form, FormDialog, PersonPicker};
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};
use crate::view::directory::PersonKind;

use super::enrolment::{ClassField, class_of};
use super::{Days, DaysFields, OrderField, key, order, row, text_of};

/// The form of a term. A new one ends the term before it on the day before.
#[component]
pub fn HomeroomForm(
    teacher: Option<PersonId>,
    class: Option<ClassId>,
    id: Option<HomeroomAssignmentId>,
    close: Callback<()>,
) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<HomeroomAssignment>(id);
    let teacher = RwSignal::new(before.as_ref().map(|before| before.teacher).or(teacher));
    let class = text_of(before.as_ref().map(|before| before.class).or(class));
    let days = before.as_ref().map_or_else(Days::since_today, |before| Days::new(before.period));
    let order_text = text_of(before.as_ref().and_then(|before| before.order));
    let submit = move |()| {
        let person = teacher
            .get_untracked()
            .ok_or_else(|| vec![FieldError::new("homeroom-teacher", msg::form_person_missing(lang))]);
        form.send_if(class_of(class).and_then(|class| {
            person.map(|teacher| {
                let (period, order) = (days.period(), order(order_text));
                if let (None, Some(from), None) = (id, period.from, period.to) {
                    return Command::AssignHomeroom { id: session.fresh(), class, teacher, from, order };
                }
                let id = id.unwrap_or_else(|| session.fresh());
                Command::Save(HomeroomAssignment { id, class, teacher, period, order }.into())
            })
        }));
    };
    let title = if id.is_some() { msg::form_homeroom_edit(lang) } else { msg::form_homeroom_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<HomeroomAssignment>(id)}>
            <ClassField value=class form />
            <PersonPicker
                label=msg::form_homeroom_teacher(lang)
                value=teacher
                kind=PersonKind::Staff
                id="homeroom-teacher"
                error=form.error("homeroom-teacher")
            />
            <DaysFields days />
            <OrderField value=order_text />
        </FormDialog>
    }
}
