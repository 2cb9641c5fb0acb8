//! The appointment of an administrator of the platform (2.1/0, 2.1/7).

use leptos::prelude::*;

use crate::domain::{AdministratorPost, Appointment, AppointmentId, Command, PersonId};
use crate::text::{self, msg};
use crate::ui::component::{Form, FormDialog, PersonPicker, SelectField};
use crate::ui::session::{Session, lang};
use crate::view::directory::PersonKind;

use super::{Days, DaysFields, OrderField, at_place, key, order, place, places, row, text_of};

const POSTS: [AdministratorPost; 2] = [AdministratorPost::Platform, AdministratorPost::Additional];

/// The form of an appointment; the order belongs to the first post, the appointing person to the second.
#[component]
pub fn AppointmentForm(person: PersonId, id: Option<AppointmentId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<Appointment>(id);
    let post = place(&POSTS, Some(before.as_ref().map_or(AdministratorPost::Platform, |before| before.post)));
    let days = before.as_ref().map_or_else(Days::since_today, |before| Days::new(before.period));
    let order_text = text_of(before.as_ref().and_then(|before| before.order));
    let by = RwSignal::new(before.as_ref().and_then(|before| before.appointed_by));
    let end = StoredValue::new(before.map(|before| (before.ended_by, before.end_reason)).unwrap_or_default());
    let is_additional = move || post.with(|place| place == "1");
    let submit = move |()| {
        let id = id.unwrap_or_else(|| session.fresh());
        let post = at_place(&POSTS, post).unwrap_or(AdministratorPost::Platform);
        let appointed_by = by.get_untracked().filter(|_| post == AdministratorPost::Additional);
        let (period, order) = (days.period(), order(order_text));
        // How it ended stays as it was written down on the screen of administrators.
        let (ended_by, end_reason) = end.get_value();
        let row = Appointment { id, person, post, period, order, appointed_by, ended_by, end_reason };
        form.send(&Command::Save(row.into()));
    };
    let title = if id.is_some() { msg::appointment_edit(lang) } else { msg::appointment_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<Appointment>(id)}>
            <SelectField
                label=msg::appointment_post(lang)
                value=post
                options=places(&POSTS, |post| text::people::post(lang, post))
                hint=msg::appointment_hint(lang)
            />
            <DaysFields days />
            <OrderField value=order_text />
            <Show when=is_additional>
                <PersonPicker label=msg::appointment_by(lang) value=by kind=PersonKind::Staff />
            </Show>
        </FormDialog>
    }
}
