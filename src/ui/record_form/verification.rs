//! The confirmation of the status «учитель» (2.1/10).

use leptos::prelude::*;

use crate::domain::{Command, PersonId, Verification, VerificationId, VerificationState};
use crate::text::msg;
use crate::ui::component::{DateField, Form, FormDialog, PersonPicker, SelectField, TextField};
use crate::ui::form::{self, FieldError};
use crate::ui::session::{Session, lang};
use crate::view::directory::PersonKind;

use super::{chosen, key, planning_day, row, text_of};

/// The form of a status: how far it is, since when, by whom or why not.
#[component]
pub fn VerificationForm(person: PersonId, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let id: Option<VerificationId> = session.peek(|workspace| {
        workspace.school().verifications().values().find(|row| row.person == person).map(|row| row.id)
    });
    let before = row::<Verification>(id).map(|row| row.state);
    let today = planning_day();
    let (place, day, by, reason) = match before {
        Some(VerificationState::NotRequired) => (0, today, None, String::new()),
        Some(VerificationState::Required { since }) => (1, since, None, String::new()),
        None => (1, today, None, String::new()),
        Some(VerificationState::Submitted { on }) => (2, on, None, String::new()),
        Some(VerificationState::Confirmed { on, by }) => (3, on, by, String::new()),
        Some(VerificationState::Rejected { on, reason }) => (4, on, None, reason),
    };
    let state = text_of(Some(place));
    let (day, by, reason) = (RwSignal::new(form::day_text(Some(day))), RwSignal::new(by), RwSignal::new(reason));
    let names = [
        msg::status_not_required(lang),
        msg::status_required(lang),
        msg::status_submitted(lang),
        msg::status_confirmed(lang),
        msg::status_rejected(lang),
    ];
    let options = names.iter().enumerate().map(|(at, name)| (at.to_string(), (*name).to_owned())).collect::<Vec<_>>();
    let is_state = move |place: u8| state.with(|text| *text == place.to_string());
    let submit = move |()| {
        let place: u8 = chosen(state).unwrap_or_default();
        let on = day.with_untracked(|text| form::day(text));
        let state = match (place, on) {
            (0, _) => Ok(VerificationState::NotRequired),
            (_, None) => Err(vec![FieldError::new("status-day", msg::form_day_missing(lang))]),
            (1, Some(since)) => Ok(VerificationState::Required { since }),
            (2, Some(on)) => Ok(VerificationState::Submitted { on }),
            (3, Some(on)) => Ok(VerificationState::Confirmed { on, by: by.get_untracked() }),
            (_, Some(on)) => Ok(VerificationState::Rejected { on, reason: reason.get_untracked() }),
        };
        form.send_if(state.map(|state| {
            let id = id.unwrap_or_else(|| session.fresh());
            Command::Save(Verification { id, person, state }.into())
        }));
    };
    view! {
        <FormDialog title=msg::status_edit(lang) form on_submit=submit on_close=close remove={key::<Verification>(id)}>
            <SelectField label=msg::status_state(lang) value=state options=Signal::stored(options.clone()) />
            <Show when=move || !is_state(0)>
                <DateField label=msg::form_day(lang) value=day id="status-day" error=form.error("status-day") />
            </Show>
            <Show when=move || is_state(3)>
                <PersonPicker label=msg::status_by(lang) value=by kind=PersonKind::Staff hint=msg::status_by_hint(lang) />
            </Show>
            <Show when=move || is_state(4)>
                <TextField label=msg::status_reason(lang) value=reason />
            </Show>
        </FormDialog>
    }
}
