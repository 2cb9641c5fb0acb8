//! A person's own fields.

use leptos::prelude::*;

use crate::domain::{Command, ConsentState, Gender, Participation, Person, PersonId};
use crate::text::{self, msg};
use crate::ui::component::{DateField, Form, FormDialog, SelectField, TextArea, TextField};
use crate::ui::form::{self, FieldError};
use crate::ui::session::lang;
use crate::view::person_draft::{PersonDraft, Problem};

use super::{at_place, place, places, places_or_none, row};

pub const GENDERS: [Gender; 2] = [Gender::Female, Gender::Male];
const STATES: [Participation; 3] = [Participation::OnPlatform, Participation::OffPlatform, Participation::Refused];
const CONSENTS: [ConsentState; 4] =
    [ConsentState::Unknown, ConsentState::Given, ConsentState::Refused, ConsentState::Withdrawn];

/// Name and gender, also of somebody new.
#[derive(Debug, Clone, Copy)]
pub struct Naming {
    family: RwSignal<String>,
    given: RwSignal<String>,
    patronymic: RwSignal<String>,
    gender: RwSignal<String>,
    phone: RwSignal<String>,
}

impl Naming {
    /// The fields of a draft.
    pub fn new(draft: &PersonDraft) -> Self {
        Self {
            family: RwSignal::new(draft.family.clone()),
            given: RwSignal::new(draft.given.clone()),
            patronymic: RwSignal::new(draft.patronymic.clone()),
            gender: place(&GENDERS, draft.gender),
            phone: RwSignal::new(draft.phone.clone()),
        }
    }

    /// What the fields hold, on top of a draft.
    pub fn fill(self, draft: PersonDraft) -> PersonDraft {
        PersonDraft {
            family: self.family.get_untracked(),
            given: self.given.get_untracked(),
            patronymic: self.patronymic.get_untracked(),
            gender: at_place(&GENDERS, self.gender),
            phone: self.phone.get_untracked(),
            ..draft
        }
    }
}

/// Reads a draft; what is wrong comes with its field.
pub fn read(draft: &PersonDraft, id: PersonId) -> Result<Person, Vec<FieldError>> {
    let lang = lang();
    draft.read(id).map_err(|problems| {
        let error = |problem: Problem| match problem {
            Problem::NoFamily => FieldError::new("person-family", msg::person_family_missing(lang)),
            Problem::NoGiven => FieldError::new("person-given", msg::person_given_missing(lang)),
            Problem::LongName => FieldError::new("person-family", msg::person_name_long(lang)),
            Problem::Phone => FieldError::new("person-phone", msg::person_phone_wrong(lang)),
            Problem::Email => FieldError::new("person-email", msg::person_email_wrong(lang)),
        };
        problems.into_iter().map(error).collect()
    })
}

/// The fields of name, gender and phone.
#[component]
pub fn NamingFields(naming: Naming, form: Form) -> impl IntoView {
    let lang = lang();
    view! {
        <div class="fields">
            <TextField
                label=msg::person_family(lang)
                value=naming.family
                id="person-family"
                is_required=true
                error=form.error("person-family")
            />
            <TextField
                label=msg::person_given(lang)
                value=naming.given
                id="person-given"
                is_required=true
                error=form.error("person-given")
            />
            <TextField label=msg::person_patronymic(lang) value=naming.patronymic id="person-patronymic" />
            <SelectField
                label=msg::person_gender(lang)
                value=naming.gender
                options=places_or_none(&GENDERS, |gender| text::people::gender(lang, gender))
                hint=msg::person_gender_hint(lang)
            />
            <TextField
                label=msg::people_phone(lang)
                value=naming.phone
                kind="tel"
                id="person-phone"
                hint=msg::person_phone_hint(lang)
                error=form.error("person-phone")
            />
        </div>
    }
}

/// The form of a person's own fields.
#[component]
pub fn PersonForm(id: PersonId, close: Callback<()>) -> impl IntoView {
    let lang = lang();
    let form = Form::new();
    let draft = row::<Person>(Some(id)).map(|person| PersonDraft::of(&person)).unwrap_or_default();
    let naming = Naming::new(&draft);
    let email = RwSignal::new(draft.email);
    let birth = RwSignal::new(form::day_text(draft.birth_date));
    let file_number = RwSignal::new(draft.file_number);
    let participation = place(&STATES, Some(draft.participation));
    let consent = place(&CONSENTS, Some(draft.consent));
    let consent_on = RwSignal::new(form::day_text(draft.consent_on));
    let paper = RwSignal::new(draft.paper);
    let note = RwSignal::new(draft.note);
    let submit = move |()| {
        let draft = naming.fill(PersonDraft {
            email: email.get_untracked(),
            birth_date: birth.with_untracked(|text| form::day(text)),
            file_number: file_number.get_untracked(),
            participation: at_place(&STATES, participation).unwrap_or_default(),
            consent: at_place(&CONSENTS, consent).unwrap_or_default(),
            consent_on: consent_on.with_untracked(|text| form::day(text)),
            paper: paper.get_untracked(),
            note: note.get_untracked(),
            ..PersonDraft::default()
        });
        form.send_if(read(&draft, id).map(|person| Command::Save(person.into())));
    };
    view! {
        <FormDialog title=msg::person_edit(lang) form on_submit=submit on_close=close remove=None is_wide=true>
            <NamingFields naming form />
            <div class="fields">
                <TextField
                    label=msg::person_email(lang)
                    value=email
                    kind="email"
                    id="person-email"
                    error=form.error("person-email")
                />
                <DateField label=msg::person_birth(lang) value=birth hint=msg::person_birth_hint(lang) />
                <TextField label=msg::person_file(lang) value=file_number is_narrow=true />
                <SelectField
                    label=msg::people_participation(lang)
                    value=participation
                    options=places(&STATES, |state| text::people::participation(lang, state))
                />
                <SelectField
                    label=msg::person_consent(lang)
                    value=consent
                    options=places(&CONSENTS, |state| text::people::consent(lang, state))
                />
                <DateField label=msg::person_consent_on(lang) value=consent_on />
                <TextField label=msg::person_paper(lang) value=paper hint=msg::person_paper_hint(lang) />
            </div>
            <TextArea label=msg::person_note(lang) value=note rows=3 />
        </FormDialog>
    }
}
