//! The forms of records, each a dialog that any screen opens by an [`Ask`]. A form reads its record, and sends a command.

mod active_group;
mod activity;
mod appointment;
mod enrolment;
mod homeroom;
mod line;
mod membership;
mod new_person;
mod person;
mod position;
mod representation;
mod subject;
mod verification;

use std::fmt::Display;
use std::str::FromStr;

use leptos::prelude::*;

use crate::domain::{
    ActiveGroupId, ActivityGroupId, AppointmentId, ClassId, EnrolmentId, HomeroomAssignmentId, LoadLineId, LocalActId,
    MembershipId, Period, PersonId, PositionId, RecordKey, RepresentationId, Row, SubjectId,
};
use crate::text::msg;
use crate::ui::component::{DateField, Option_, SelectField};
use crate::ui::form;
use crate::ui::session::{Session, lang};
use crate::view::choice;

/// Which form is asked for. A form of a record that is there edits it; without one it makes a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Somebody new with what they are.
    NewPerson,
    /// A person's own fields.
    Person(PersonId),
    /// A post of a person.
    Position(PersonId, Option<PositionId>),
    /// A stay in a class.
    Enrolment(PersonId, Option<EnrolmentId>),
    /// A child of a representative, or a representative of a child.
    Representation(Side, Option<RepresentationId>),
    /// A class teacher's term.
    Homeroom(Option<PersonId>, Option<ClassId>, Option<HomeroomAssignmentId>),
    /// An appointment as an administrator.
    Appointment(PersonId, Option<AppointmentId>),
    /// That a person joined a class or the staff room.
    Membership(PersonId, Option<MembershipId>),
    /// The status of a person.
    Verification(PersonId),
    /// A line of the curriculum: its class, subject and teacher where they are known.
    Line(Option<ClassId>, Option<SubjectId>, Option<LoadLineId>),
    /// A subject.
    Subject(Option<SubjectId>),
    /// An extracurricular group.
    Activity(Option<ActivityGroupId>),
    /// A group of activists.
    ActiveGroup(Option<ActiveGroupId>),
}

/// From which end a representation is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The representative is known, a child is added.
    Parent(PersonId),
    /// The child is known, a representative is added.
    Child(PersonId),
}

/// The form that a screen has open.
pub type Asked = RwSignal<Option<Ask>>;

/// The open form of a screen.
#[component]
pub fn AskView(asked: Asked) -> impl IntoView {
    let close = Callback::new(move |()| asked.set(None));
    move || asked.get().map(|ask| form_of(ask, close))
}

fn form_of(ask: Ask, close: Callback<()>) -> AnyView {
    match ask {
        Ask::NewPerson => view! { <new_person::NewPersonForm close /> }.into_any(),
        Ask::Person(id) => view! { <person::PersonForm id close /> }.into_any(),
        Ask::Position(person, id) => view! { <position::PositionForm person id close /> }.into_any(),
        Ask::Enrolment(student, id) => view! { <enrolment::EnrolmentForm student id close /> }.into_any(),
        Ask::Representation(side, id) => view! { <representation::RepresentationForm side id close /> }.into_any(),
        Ask::Homeroom(teacher, class, id) => view! { <homeroom::HomeroomForm teacher class id close /> }.into_any(),
        Ask::Appointment(person, id) => view! { <appointment::AppointmentForm person id close /> }.into_any(),
        Ask::Membership(person, id) => view! { <membership::MembershipForm person id close /> }.into_any(),
        Ask::Verification(person) => view! { <verification::VerificationForm person close /> }.into_any(),
        Ask::Line(class, subject, id) => view! { <line::LineForm class subject id close /> }.into_any(),
        Ask::Subject(id) => view! { <subject::SubjectForm id close /> }.into_any(),
        Ask::Activity(id) => view! { <activity::ActivityForm id close /> }.into_any(),
        Ask::ActiveGroup(id) => view! { <active_group::ActiveGroupForm id close /> }.into_any(),
    }
}

/// The row under an identity, as it is when the form opens.
fn row<T: Row>(id: Option<T::Id>) -> Option<T> {
    let session = Session::expect();
    session.peek(|workspace| T::table(workspace.school()).get(&id?).map(|row| row.as_ref().clone()))
}

/// The key of the record that the form edits.
fn key<T: Row>(id: Option<T::Id>) -> Option<RecordKey> {
    id.map(RecordKey::to::<T>)
}

/// A choice's text: an identity, or nothing.
fn text_of(value: Option<impl Display>) -> RwSignal<String> {
    RwSignal::new(value.map(|value| value.to_string()).unwrap_or_default())
}

/// What a choice's text stands for; none where nothing was chosen.
fn chosen<T: FromStr>(value: RwSignal<String>) -> Option<T> {
    value.with_untracked(|text| text.parse().ok())
}

/// The choices of a closed list; their values are places in it.
fn places<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Signal<Vec<Option_>> {
    Signal::stored(all.iter().enumerate().map(|(at, one)| (at.to_string(), name(*one).to_owned())).collect())
}

/// The same with nothing chosen first.
fn places_or_none<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Signal<Vec<Option_>> {
    let mut rows = vec![(String::new(), msg::form_not_chosen(lang()).to_owned())];
    rows.extend(places(all, name).get_untracked());
    Signal::stored(rows)
}

/// The place of a value in a closed list, as text.
fn place<T: PartialEq>(all: &[T], value: Option<T>) -> RwSignal<String> {
    text_of(value.and_then(|value| all.iter().position(|one| *one == value)))
}

/// The value at the chosen place.
fn at_place<T: Copy>(all: &[T], value: RwSignal<String>) -> Option<T> {
    chosen::<usize>(value).and_then(|at| all.get(at).copied())
}

/// Rows of a choice with nothing chosen first.
fn or_none(rows: Vec<Option_>) -> Vec<Option_> {
    std::iter::once((String::new(), msg::form_not_chosen(lang()).to_owned())).chain(rows).collect()
}

/// The first and the last day of a record, as a form holds them.
#[derive(Debug, Clone, Copy)]
struct Days {
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Days {
    fn new(period: Period) -> Self {
        Self { from: RwSignal::new(form::day_text(period.from)), to: RwSignal::new(form::day_text(period.to)) }
    }

    /// Days of a record that begins on the planning day.
    fn since_today() -> Self {
        Self::new(Period::since(planning_day()))
    }

    fn period(self) -> Period {
        Period {
            from: self.from.with_untracked(|text| form::day(text)),
            to: self.to.with_untracked(|text| form::day(text)),
        }
    }
}

/// The day that screens speak of.
fn planning_day() -> chrono::NaiveDate {
    Session::expect().school_untracked(|_, index| index.day)
}

#[component]
fn DaysFields(days: Days) -> impl IntoView {
    let lang = lang();
    view! {
        <div class="fields">
            <DateField label=msg::form_from(lang) value=days.from />
            <DateField label=msg::form_to(lang) value=days.to hint=msg::form_to_hint(lang) />
        </div>
    }
}

#[component]
fn OrderField(value: RwSignal<String>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let options = Signal::derive(move || session.school(|school, _| or_none(choice::orders(school))));
    view! { <SelectField label=msg::form_order(lang) value options hint=msg::form_order_hint(lang) /> }
}

/// The order that was chosen.
fn order(value: RwSignal<String>) -> Option<LocalActId> {
    chosen(value)
}
