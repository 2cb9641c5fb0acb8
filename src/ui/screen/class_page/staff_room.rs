//! The staff room (2.1/4): who of the staff has joined, who has not; joining is recorded here.

use leptos::prelude::*;

use crate::clause;
use crate::domain::{Class, ClassId, Command, MemberRole, Membership, Period, PersonId, Record, RecordKey};
use crate::text::{Lang, msg, people};
use crate::ui::component::{
    ActButton, Badge, ClauseLink, DateField, Dialog, EmptyState, FormBody, List, Look, PageHeader, TableRegion, Tone,
    spoken,
};
use crate::ui::form::{FieldError, error_at};
use crate::ui::problem;
use crate::ui::router;
use crate::ui::session::Session;
use crate::view::class_page::{self, StaffRow};
use crate::view::fault::Reader;
use crate::view::route::Route;
use crate::view::structure;

use super::super::part::{Subject, person_link};
use super::period_dialog::PeriodDialog;
use super::student::RowButton;

/// The page of the staff room.
#[component]
pub fn StaffRoom(room: ClassId) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let line = Memo::new(move |_| session.school(structure::staff_room_line));
    let rows = Memo::new(move |_| session.school(class_page::staff_rows));
    let joining = Subject::<PersonId>::new();
    let is_joining = joining.is_open;
    let editing = Subject::<RecordKey>::new();
    let delete = move || {
        if session.dispatch(&Command::Remove(RecordKey::to::<Class>(room))).is_ok() {
            router::go(Route::Structure);
        }
    };
    view! {
        <PageHeader
            title=msg::structure_staff_room(lang)
            up=(Route::Structure, msg::nav_structure(lang).to_owned())
        >
            <ActButton
                label=msg::class_staff_join_all(lang)
                test_id="staff-room-join-all"
                on_click=move || joining.open(None)
            />
            <ActButton label=msg::delete(lang) look=Look::Quiet on_click=delete />
        </PageHeader>
        <p class="cluster" role="status">
            <span
                data-testid="staff-room-count"
                data-n=move || line.get().joined.to_string()
                data-missing=move || line.get().missing.to_string()
            >
                {move || {
                    let line = line.get();
                    msg::class_staff_room_lead(lang, &line.joined.to_string(), &line.missing.to_string())
                }}
            </span>
            <ClauseLink clause=clause!("2.1/4") />
            <ClauseLink clause=clause!("2.2/3") />
        </p>
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=NoStaff>
            <StaffTable rows joining editing />
        </Show>
        <Dialog title=msg::class_staff_join(lang) is_open=is_joining>
            <JoinForm room subject=joining />
        </Dialog>
        <PeriodDialog subject=editing />
    }
}

#[component]
fn NoStaff() -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <EmptyState title=msg::class_staff_none(lang) text=msg::class_staff_none_text(lang)>
            <a class="button is-primary" href=Route::Import.to_string()>{msg::structure_import(lang)}</a>
            <a class="button" href=Route::People.to_string()>{msg::nav_people(lang)}</a>
        </EmptyState>
    }
}

#[component]
fn StaffTable(rows: Memo<Vec<StaffRow>>, joining: Subject<PersonId>, editing: Subject<RecordKey>) -> impl IntoView {
    let lang = crate::ui::session::lang();
    let only_missing = RwSignal::new(false);
    let shown = move || {
        let only_missing = only_missing.get();
        rows.get().into_iter().filter(move |row| !only_missing || (row.is_expected && row.membership.is_none()))
    };
    view! {
        <div class="button-group" role="group" aria-label=msg::class_staff_filter(lang)>
            <button
                type="button"
                class="button"
                aria-pressed=move || (!only_missing.get()).to_string()
                on:click=move |_| only_missing.set(false)
            >
                {msg::class_staff_all(lang)}
            </button>
            <button
                type="button"
                class="button"
                aria-pressed=move || only_missing.get().to_string()
                on:click=move |_| only_missing.set(true)
            >
                {msg::class_staff_not_joined(lang)}
            </button>
        </div>
        <TableRegion caption=msg::structure_staff_room(lang)>
            <table class="table is-dense" data-testid="staff-room-table">
                <thead>
                    <tr>
                        <th scope="col">{msg::class_staff_name(lang)}</th>
                        <th scope="col">{msg::class_staff_post(lang)}</th>
                        <th scope="col">{msg::class_staff_state(lang)}</th>
                        <th scope="col" class="table__actions">
                            <span class="visually-hidden">{msg::class_acts(lang)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <List each=shown key=StaffRow::clone let:row>
                        {staff_row(lang, &row, joining, editing)}
                    </List>
                </tbody>
            </table>
        </TableRegion>
    }
}

fn staff_row(lang: Lang, row: &StaffRow, joining: Subject<PersonId>, editing: Subject<RecordKey>) -> AnyView {
    let (person, name) = (row.person, row.name.clone());
    let act = match row.membership {
        Some((id, _)) => {
            let key = RecordKey::to::<Membership>(id);
            view! { <RowButton label=msg::class_term(lang) name on_click=move || editing.open(Some(key)) /> }.into_any()
        }
        None => {
            view! { <RowButton label=msg::class_staff_join(lang) name on_click=move || joining.open(Some(person)) /> }
                .into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">{person_link(&(person, row.name.clone()))}</th>
            <td>{spoken(row.post.clone())}</td>
            <td>{state_view(lang, row)}</td>
            <td class="table__actions">{act}</td>
        </tr>
    }
    .into_any()
}

fn state_view(lang: Lang, row: &StaffRow) -> AnyView {
    match (row.membership, row.is_expected) {
        (Some((_, period)), _) => {
            let since = people::period(lang, period);
            view! { <Badge text=msg::class_staff_joined(lang) tone=Tone::Success />" "<span class="muted">{since}</span> }
                .into_any()
        }
        (None, true) => view! { <Badge text=msg::class_staff_missing(lang) tone=Tone::Warning /> }.into_any(),
        (None, false) => view! { <span class="muted">{msg::class_staff_outside(lang)}</span> }.into_any(),
    }
}

/// Records joining: of one person, or of all who belong there and have not joined.
#[component]
fn JoinForm(room: ClassId, subject: Subject<PersonId>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let people: Vec<PersonId> = match subject.target() {
        Some(person) => vec![person],
        None => untrack(|| session.school(class_page::staff_rows))
            .into_iter()
            .filter(|row| row.is_expected && row.membership.is_none())
            .map(|row| row.person)
            .collect(),
    };
    let caption = match subject.target() {
        Some(person) => session.peek(|workspace| workspace.school().person_name(person)),
        None => msg::class_staff_join_all_text(lang, people.len() as u64),
    };
    let today = untrack(|| session.school(|_, index| index.day));
    let from = RwSignal::new(today.to_string());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let read = move || {
        let mut reader = Reader::default();
        let from = reader.needed_day("join-from", &from.get_untracked());
        let from = reader.finish(from).map_err(|faults| problem::errors(lang, faults))?;
        let records = people.iter().map(|person| -> Record {
            let period = Period::since(from);
            Membership { id: session.fresh(), person: *person, class: room, role: MemberRole::Teacher, period }.into()
        });
        Ok(Command::SaveTogether(records.collect()))
    };
    view! {
        <FormBody is_open=subject.is_open errors read test_id="staff-room-join-save">
            <p class="strong">{caption}</p>
            <DateField
                label=msg::class_from(lang)
                id="join-from"
                value=from
                error=Signal::derive(move || errors.with(|errors| error_at(errors, "join-from")))
                is_required=true
            />
        </FormBody>
    }
}
