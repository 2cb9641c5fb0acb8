//! That a person joined the staff room or a class on the platform (2.1/6).

use leptos::prelude::*;

use crate::domain::{Command, MemberRole, Membership, MembershipId, PersonId};
use crate::text::{self, msg};
use crate::ui::component::{Form, FormDialog, SelectField};
use crate::ui::session::{Session, lang};
use crate::view::choice;

use super::enrolment::class_of;
use super::{Days, DaysFields, at_place, key, or_none, place, places, row, text_of};

const ROLES: [MemberRole; 2] = [MemberRole::Teacher, MemberRole::Student];

/// The form of a membership.
#[component]
pub fn MembershipForm(person: PersonId, id: Option<MembershipId>, close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let before = row::<Membership>(id);
    let (usual_role, usual_place) = session.school_untracked(|_, index| match index.class_of.get(&person) {
        Some(class) if !index.is_staff(person) => (MemberRole::Student, Some(*class)),
        _ => (MemberRole::Teacher, index.staff_room),
    });
    let role = place(&ROLES, Some(before.as_ref().map_or(usual_role, |before| before.role)));
    let class = text_of(before.as_ref().map(|before| before.class).or(usual_place));
    let days = before.as_ref().map_or_else(Days::since_today, |before| Days::new(before.period));
    let options = Signal::derive(move || {
        session.school(|school, index| {
            let staff_room = index.staff_room.map(|id| (id.to_string(), msg::people_staff_room(lang).to_owned()));
            or_none(staff_room.into_iter().chain(choice::classes(school, index)).collect())
        })
    });
    let submit = move |()| {
        form.send_if(class_of(class).map(|class| {
            let id = id.unwrap_or_else(|| session.fresh());
            let role = at_place(&ROLES, role).unwrap_or(usual_role);
            Command::Save(Membership { id, person, class, role, period: days.period() }.into())
        }));
    };
    let title = if id.is_some() { msg::membership_edit(lang) } else { msg::membership_add(lang) };
    view! {
        <FormDialog title form on_submit=submit on_close=close remove={key::<Membership>(id)}>
            <SelectField
                label=msg::membership_place(lang)
                value=class
                options
                id="field-class"
                error=form.error("field-class")
            />
            <SelectField
                label=msg::membership_role(lang)
                value=role
                options=places(&ROLES, |role| text::people::role(lang, role))
                is_narrow=true
            />
            <DaysFields days />
        </FormDialog>
    }
}
