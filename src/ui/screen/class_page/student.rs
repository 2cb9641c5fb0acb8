//! The students of a class: the table, adding, moving, ending a stay.

use leptos::prelude::*;

use crate::domain::{ClassId, Enrolment, MovementKind, Participation, PersonId, RecordKey};
use crate::text::{Lang, date, msg, people};
use crate::ui::component::{ActButton, Badge, EmptyState, List, Look, TableRegion, Tone, spoken};
use crate::ui::session::Session;
use crate::view::area::movement;
use crate::view::class_page::{self, ClassHead, StudentRow};
use crate::view::route::Route;

use super::super::part::Subject;
use super::period_dialog::PeriodDialog;
use super::student_form::{EnrolForm, NewForm};
use crate::ui::component::Dialog;

/// The students of the class on the day.
#[component]
pub fn Students(id: ClassId, head: Memo<Option<ClassHead>>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let rows = Memo::new(move |_| {
        let day = super::day(head);
        session.school(|school, index| class_page::student_rows(school, index, id, day))
    });
    let (is_new, is_enrolling) = (RwSignal::new(false), RwSignal::new(false));
    let staying = Subject::<RecordKey>::new();
    view! {
        <section class="card is-flush">
            <header class="card__header">
                <h2 class="card__title">
                    {msg::class_students(lang)}" "
                    <span class="muted" role="status" data-testid="class-students-count" data-n=move || rows.with(Vec::len)>
                        {move || rows.with(Vec::len)}
                    </span>
                </h2>
                <span class="cluster">
                    <ActButton
                        label=msg::class_new_student(lang)
                        look=Look::Primary
                        test_id="class-new-student"
                        on_click=move || is_new.set(true)
                    />
                    <ActButton
                        label=msg::class_enrol(lang)
                        test_id="class-enrol"
                        on_click=move || is_enrolling.set(true)
                    />
                </span>
            </header>
            <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=NoStudents>
                <StudentTable rows staying />
            </Show>
        </section>
        <Dialog title=msg::class_new_student(lang) is_open=is_new>
            <NewForm id head is_open=is_new />
        </Dialog>
        <Dialog title=msg::class_enrol(lang) is_open=is_enrolling>
            <EnrolForm id head is_open=is_enrolling />
        </Dialog>
        <PeriodDialog subject=staying />
    }
}

#[component]
fn NoStudents() -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <EmptyState title=msg::class_students_none(lang) text=msg::class_students_none_text(lang)>
            <a class="button" href=Route::Import.to_string()>{msg::structure_import(lang)}</a>
        </EmptyState>
    }
}

#[component]
fn StudentTable(rows: Memo<Vec<StudentRow>>, staying: Subject<RecordKey>) -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <TableRegion caption=msg::class_students(lang)>
            <table class="table is-dense" data-testid="class-students">
                <thead>
                    <tr>
                        <th scope="col">{msg::class_student(lang)}</th>
                        <th scope="col">{msg::class_parents(lang)}</th>
                        <th scope="col">{msg::class_participation(lang)}</th>
                        <th scope="col">{msg::class_since(lang)}</th>
                        <th scope="col" class="table__actions">
                            <span class="visually-hidden">{msg::class_acts(lang)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <List each=move || rows.get() key=StudentRow::clone let:row>
                        {student_row(lang, row, staying)}
                    </List>
                </tbody>
            </table>
        </TableRegion>
    }
}

fn student_row(lang: Lang, row: StudentRow, staying: Subject<RecordKey>) -> impl IntoView {
    let (person, stay) = (row.person, RecordKey::to::<Enrolment>(row.enrolment));
    let name = row.name.clone();
    view! {
        <tr>
            <th scope="row"><a class="table__link" href=Route::Person(person).to_string() lang=crate::ui::session::lang().of_text(&row.name)>{row.name.clone()}</a></th>
            <td>{parents_view(lang, &row.parents)}</td>
            <td>{participation_view(lang, row.participation)}</td>
            <td class="nowrap">{row.from.map(date::short)}</td>
            <td class="table__actions">
                <a class="button is-small" href=movement::address(MovementKind::ClassChange, person) data-testid="class-move">
                    {msg::class_move(lang)}
                    <span class="visually-hidden">": "{spoken(name.clone())}</span>
                </a>
                " "
                <RowButton label=msg::class_stay(lang) name on_click=move || staying.open(Some(stay)) />
            </td>
        </tr>
    }
}

/// A small button of a row; its name for a screen reader tells whose row it is.
#[component]
pub fn RowButton(label: &'static str, name: String, on_click: impl Fn() + 'static) -> impl IntoView {
    view! {
        <ActButton label about=format!("{label}: {name}") is_small=true on_click />
    }
}

fn parents_view(lang: Lang, parents: &[(PersonId, String)]) -> AnyView {
    if parents.is_empty() {
        return view! { <Badge text=msg::structure_none(lang) tone=Tone::Warning /> }.into_any();
    }
    let links = parents.iter().enumerate().map(|(at, (id, name))| {
        let comma = (at > 0).then_some(", ");
        view! { {comma}<a class="nowrap" href=Route::Person(*id).to_string()>{spoken(name.clone())}</a> }
    });
    links.collect_view().into_any()
}

fn participation_view(lang: Lang, participation: Participation) -> AnyView {
    let name = people::participation(lang, participation);
    match participation {
        Participation::OnPlatform => view! { <span>{name}</span> }.into_any(),
        Participation::OffPlatform => view! { <Badge text=name /> }.into_any(),
        Participation::Refused => view! { <Badge text=name tone=Tone::Warning /> }.into_any(),
    }
}
