//! The parts of a card: the person's own fields, and a list of records of one kind.

use leptos::prelude::*;

use crate::domain::{Participation, PersonId, RecordKey, RecordKind};
use crate::text::{self, Lang, msg};
use crate::ui::component::{ActButton, Badge, Look, Tone, spoken};
use crate::ui::record_form::{Ask, Asked, Side};
use crate::ui::session::{Session, lang};
use crate::view::person::{Fact, Row};

/// The person's own fields, those that are filled.
#[component]
pub fn Personal(id: PersonId) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let person = Memo::new(move |_| session.read(|workspace| workspace.school().people().get(&id).cloned()));
    let facts = move || {
        let Some(person) = person.get() else { return Vec::new() };
        let date = |day: Option<chrono::NaiveDate>| day.map(text::date::short).unwrap_or_default();
        let consent = [
            text::people::consent(lang, person.consent.state).to_owned(),
            date(person.consent.on),
            person.consent.paper.clone(),
        ];
        let consent: Vec<String> = consent.into_iter().filter(|part| !part.is_empty()).collect();
        let rows = [
            (msg::people_phone(lang), person.phone.map(|phone| phone.to_string()).unwrap_or_default()),
            (msg::person_email(lang), person.email.as_ref().map(ToString::to_string).unwrap_or_default()),
            (
                msg::person_gender(lang),
                person.gender.map(|one| text::people::gender(lang, one).to_owned()).unwrap_or_default(),
            ),
            (msg::person_birth(lang), date(person.birth_date)),
            (msg::person_file(lang), person.file_number.clone()),
            (msg::people_participation(lang), text::people::participation(lang, person.participation).to_owned()),
            (msg::person_consent(lang), consent.join(", ")),
            (msg::person_note(lang), person.note.clone()),
        ];
        rows.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    };
    let is_off = move || {
        person.with(|person| person.as_ref().is_some_and(|person| person.participation != Participation::OnPlatform))
    };
    view! {
        <section class="card" data-testid="person-facts">
            <header class="card__header">
                <h2 class="card__title">{msg::section_personal(lang)}</h2>
                <Show when=is_off><Badge text=msg::person_off(lang) tone=Tone::Warning /></Show>
            </header>
            <dl class="definition-list">
                {move || facts().into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{spoken(value)}</dd></div> }).collect_view()}
            </dl>
        </section>
    }
}

/// Records of one kind: what each says, and the button that opens its form.
#[component]
pub fn Section(
    title: &'static str,
    empty: &'static str,
    #[prop(into)] rows: Signal<Vec<Row>>,
    asked: Asked,
    owner: PersonId,
    /// The button that adds one.
    #[prop(optional)]
    add: Option<(&'static str, Callback<()>)>,
    /// More buttons.
    #[prop(optional, into)]
    more: ViewFn,
    test_id: &'static str,
) -> impl IntoView {
    let lang = lang();
    let list = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="muted">{empty}</p> }.into_any();
        }
        view! {
            <ul class="record-list">
                {rows.into_iter().map(|row| row_view(lang, &row, owner, asked)).collect_view()}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="card" data-testid=test_id>
            <header class="card__header"><h2 class="card__title">{spoken(title.into())}</h2></header>
            {list}
            <div class="cluster no-print">
                {add.map(|(label, add)| view! {
                    <ActButton label=label is_small=true on_click=move || add.run(()) />
                })}
                {move || more.run()}
            </div>
        </section>
    }
}

fn row_view(lang: Lang, row: &Row, owner: PersonId, asked: Asked) -> impl IntoView + use<> {
    let title = match (&row.fact, row.title.is_empty()) {
        (Fact::Appointment(post), _) => text::people::post(lang, *post).to_owned(),
        (Fact::Verification(_), _) => msg::status_state(lang).to_owned(),
        (Fact::Active, true) => msg::active_whole_school(lang).to_owned(),
        (_, true) => msg::people_staff_room(lang).to_owned(),
        (_, false) => row.title.clone(),
    };
    let note = [note(lang, &row.fact), text::people::period(lang, row.period)];
    let note: Vec<String> = note.into_iter().filter(|part| !part.is_empty()).collect();
    let edit = ask_of(row, owner);
    let label = msg::form_edit_this(lang, &title);
    let is_over = row.is_over;
    view! {
        <li class="record-list__item" class:is-over=is_over>
            <div>
                {match row.route {
                    Some(route) => view! { <a href=route.to_string()>{spoken(title)}</a> }.into_any(),
                    None => view! { <span>{spoken(title)}</span> }.into_any(),
                }}
                <span class="table__note">{note.join(" · ")}</span>
            </div>
            {edit.map(|ask| view! {
                <ActButton label=msg::edit(lang) about=label look=Look::Quiet is_small=true on_click=move || asked.set(Some(ask)) />
            })}
        </li>
    }
}

fn note(lang: Lang, fact: &Fact) -> String {
    match fact {
        Fact::Position(category) => text::people::category(lang, *category).to_owned(),
        Fact::Child(kinship) => msg::family_is_child(lang, text::people::kinship(lang, *kinship)),
        Fact::Parent(kinship) => msg::family_is_parent(lang, text::people::kinship(lang, *kinship)),
        Fact::Membership(role) => text::people::role(lang, *role).to_owned(),
        Fact::Verification(state) => text::people::verification(lang, state),
        Fact::Line(group, hours) if group.is_empty() => msg::load_hours_week(lang, &text::people::hours(lang, *hours)),
        Fact::Line(group, hours) => {
            format!("{group} · {}", msg::load_hours_week(lang, &text::people::hours(lang, *hours)))
        }
        Fact::Activity(hours) => msg::load_hours_week(lang, &text::people::hours(lang, *hours)),
        Fact::Active => msg::active_title(lang).to_owned(),
        Fact::Enrolment | Fact::Homeroom | Fact::Appointment(_) => String::new(),
    }
}

/// The form that edits a row.
fn ask_of(row: &Row, owner: PersonId) -> Option<Ask> {
    let RecordKey { kind, id } = row.key;
    Some(match kind {
        RecordKind::Position => Ask::Position(owner, Some(id.into())),
        RecordKind::Enrolment => Ask::Enrolment(owner, Some(id.into())),
        RecordKind::Representation => {
            let side = if matches!(row.fact, Fact::Child(_)) { Side::Parent(owner) } else { Side::Child(owner) };
            Ask::Representation(side, Some(id.into()))
        }
        RecordKind::HomeroomAssignment => Ask::Homeroom(Some(owner), None, Some(id.into())),
        RecordKind::Appointment => Ask::Appointment(owner, Some(id.into())),
        RecordKind::Membership => Ask::Membership(owner, Some(id.into())),
        RecordKind::Verification => Ask::Verification(owner),
        RecordKind::LoadLine => Ask::Line(None, None, Some(id.into())),
        RecordKind::ActivityGroup => Ask::Activity(Some(id.into())),
        RecordKind::ActiveGroup => Ask::ActiveGroup(Some(id.into())),
        _ => return None,
    })
}
