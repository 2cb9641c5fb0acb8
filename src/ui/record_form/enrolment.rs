//! A student's stay in a class.

use leptos::prelude::*;

use crate::domain::{ClassId, Command, Enrolment, EnrolmentId, PersonId};
use crate::text::msg;
use crate::ui::component::{Form, FormDialog, SelectField};
use crate::ui::form::FieldError;
use crate::ui::session::{Session, lang};
use crate::view::choice;

use super::{Days, DaysFields, OrderField, chosen, key, or_none, order, row, text_of};

/// A choice among the classes of the year.
#[component]
pub fn ClassField(value: RwSignal<String>, form: Form) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    // A class of another year stays choosable while it is the chosen one.
    let options = Signal::derive(move || {
        let mut rows = session.school(choice::classes);
        let own = value.get();
        if !own.is_empty() && rows.iter().all(|(id, _)| *id != own) {
            let name = own.parse::<ClassId>().map(|id| session.read(|workspace| workspace.school().class_name(id)));
            rows.push((own, name.unwrap_or_default()));
        }
        or_none(rows)
    });
    view! {
        <SelectField
            label=msg::form_class(lang)
            value
            options
            id="field-class"
            is_narrow=true
            error=form.error("field-class")
        />
    }
}

/// The class that was chosen, or what is missing.
pub fn class_of(value: RwSignal<String>) -> Result<ClassId, Vec<FieldError>> {
    chosen(value).ok_or_else(|| vec![FieldError::new("field-class", msg::form_class_missing(lang()))])
}

/// The form of a stay.
#[component]
pub fn EnrolmentForm(student: PersonId, id: Option<EnrolmentId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<Enrolment>(id);
    let class = text_of(before.as_ref().map(|before| before.class));
    let days = before.as_ref().map_or_else(Days::since_today, |before| Days::new(before.period));
    let order_text = text_of(before.as_ref().and_then(|before| before.order));
    let submit = move |()| {
        form.send_if(class_of(class).map(|class| {
            let id = id.unwrap_or_else(|| session.fresh());
            Command::Save(Enrolment { id, student, class, period: days.period(), order: order(order_text) }.into())
        }));
    };
    let title = if id.is_some() { msg::form_enrolment_edit(lang) } else { msg::form_enrolment_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<Enrolment>(id)}>
            <ClassField value=class form />
            <DaysFields days />
            <OrderField value=order_text />
        </FormDialog>
    }
}
