//! Somebody new, together with what they are at the school: one act.

use leptos::prelude::*;

use crate::domain::{Command, Enrolment, Kinship, Period, PersonId, Position, Record, Representation};
use crate::text::{self, msg};
use crate::ui::component::{DateField, Form, FormDialog, PersonPicker, SelectField};
use crate::ui::form::{self, FieldError};
use crate::ui::router;
use crate::ui::session::{Session, lang};
use crate::view::directory::PersonKind;
use crate::view::person_draft::PersonDraft;
use crate::view::route::Route;

use super::enrolment::{ClassField, class_of};
use super::person::{Naming, NamingFields, read};
use super::position::{Post, PostFields};
use super::representation::KINSHIPS;
use super::{at_place, place, places, planning_day};

/// The form of somebody new.
#[component]
pub fn NewPersonForm(close: Callback<()>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let form = Form::new();
    let naming = Naming::new(&PersonDraft::default());
    let kind = place(&PersonKind::ALL, Some(PersonKind::Staff));
    let is_kind = move |one: PersonKind| {
        kind.with(|text| {
            PersonKind::ALL.iter().position(|other| *other == one).is_some_and(|at| at.to_string() == *text)
        })
    };
    let post = Post::new(None);
    let class = RwSignal::new(String::new());
    let from = RwSignal::new(form::day_text(Some(planning_day())));
    let child = RwSignal::new(None::<PersonId>);
    let kinship = place(&KINSHIPS, Some(Kinship::Mother));
    let hat = move |person: PersonId| -> Result<Option<Record>, Vec<FieldError>> {
        let period = Period { from: from.with_untracked(|text| form::day(text)), to: None };
        match at_place(&PersonKind::ALL, kind) {
            Some(PersonKind::Staff) => post.read().map(|(title, category)| {
                Some(Position { id: session.fresh(), person, title, category, period, order: None }.into())
            }),
            Some(PersonKind::Student) => class_of(class).map(|class| {
                Some(Enrolment { id: session.fresh(), student: person, class, period, order: None }.into())
            }),
            Some(PersonKind::Representative) => child
                .get_untracked()
                .map(|child| {
                    let kinship = at_place(&KINSHIPS, kinship).unwrap_or_default();
                    Some(Representation { id: session.fresh(), parent: person, child, kinship }.into())
                })
                .ok_or_else(|| vec![FieldError::new("family-person", msg::form_person_missing(lang))]),
            _ => Ok(None),
        }
    };
    let submit = move |()| {
        let id: PersonId = session.fresh();
        match (read(&naming.fill(PersonDraft::default()), id), hat(id)) {
            (Ok(person), Ok(hat)) => {
                let records: Vec<Record> = std::iter::once(Record::from(person)).chain(hat).collect();
                form.send(&Command::SaveTogether(records));
                if row_is_there(session, id) {
                    router::go(Route::Person(id));
                }
            }
            (person, hat) => {
                form.fail(person.err().into_iter().chain(hat.err()).flatten().collect());
            }
        }
    };
    let name = move |kind: PersonKind| match kind {
        PersonKind::Staff => msg::new_staff(lang),
        PersonKind::Student => msg::new_student(lang),
        PersonKind::Representative => msg::new_representative(lang),
        PersonKind::WithoutRole => msg::new_without_role(lang),
    };
    view! {
        <FormDialog title=msg::people_add(lang) form on_submit=submit on_close=close remove=None is_wide=true>
            <NamingFields naming form />
            <SelectField label=msg::new_kind(lang) value=kind options=places(&PersonKind::ALL, name) id="new-kind" />
            <Show when=move || is_kind(PersonKind::Staff)>
                <PostFields post form />
            </Show>
            <Show when=move || is_kind(PersonKind::Student)>
                <ClassField value=class form />
            </Show>
            <Show when=move || is_kind(PersonKind::Staff) || is_kind(PersonKind::Student)>
                <DateField label=msg::form_from(lang) value=from />
            </Show>
            <Show when=move || is_kind(PersonKind::Representative)>
                <PersonPicker
                    label=msg::family_child(lang)
                    value=child
                    kind=PersonKind::Student
                    id="family-person"
                    error=form.error("family-person")
                />
                <SelectField
                    label=msg::family_kinship(lang)
                    value=kinship
                    options=places(&KINSHIPS, |kinship| text::people::kinship(lang, kinship))
                />
            </Show>
        </FormDialog>
    }
}

fn row_is_there(session: Session, id: PersonId) -> bool {
    session.peek(|workspace| workspace.school().people().contains_key(&id))
}
