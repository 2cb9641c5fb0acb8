//! A student's stay in a class, and the move to another one.

use leptos::prelude::*;

use crate::domain::{ClassId, Command, Enrolment, EnrolmentId, PersonId};
use crate::text::msg;
use crate::ui::component::{DateField, Form, FormDialog, SelectField};
use crate::ui::form::{self, FieldError};
use crate::ui::session::{Session, lang};
use crate::view::choice;

use super::{Days, DaysFields, OrderField, chosen, key, or_none, order, planning_day, row, text_of};

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

/// The form of a move: the stay before ends the day before (2.1/11).
#[component]
pub fn ChangeClassForm(student: PersonId, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let (class, order_text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let from = RwSignal::new(form::day_text(Some(planning_day())));
    let submit = move |()| {
        let day = from.with_untracked(|text| form::day(text));
        let day = day.ok_or_else(|| vec![FieldError::new("change-from", msg::form_day_missing(lang))]);
        form.send_if(class_of(class).and_then(|class| {
            let order = order(order_text);
            day.map(|from| Command::ChangeClass { id: session.fresh(), student, class, from, order })
        }));
    };
    view! {
        <FormDialog title=msg::form_enrolment_change(lang) form on_submit=submit on_close=close remove=None>
            <ClassField value=class form />
            <DateField
                label=msg::form_from(lang)
                value=from
                id="change-from"
                is_required=true
                hint=msg::form_enrolment_change_hint(lang)
                error=form.error("change-from")
            />
            <OrderField value=order_text />
        </FormDialog>
    }
}
