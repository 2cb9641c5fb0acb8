//! The history of a class: stays that ended or begin later, and terms of its class teachers.

use leptos::prelude::*;

use crate::clause;
use crate::domain::{ClassId, Enrolment, HomeroomAssignment, Period, PersonId, RecordKey};
use crate::text::{Lang, msg, people};
use crate::ui::component::{Badge, ClauseLink, TableRegion, Tone};
use crate::ui::session::Session;
use crate::view::class_page::{self, ClassHead, StayRow, TermRow, When};

use super::super::part::{self, Subject, person_link};
use super::period_dialog::PeriodDialog;
use super::student::RowButton;

/// The movement of students through the class.
#[component]
pub fn Stays(id: ClassId, head: Memo<Option<ClassHead>>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let rows = Memo::new(move |_| {
        let day = super::day(head);
        session.school(|school, _| class_page::stay_rows(school, id, day))
    });
    let editing = Subject::<RecordKey>::new();
    view! {
        <section class="card is-flush" data-testid="class-stays">
            <header class="card__header">
                <h2 class="card__title">{msg::class_stays(lang)}</h2>
                <ClauseLink clause=clause!("2.1/11") />
            </header>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=move || view! { <p class="card__footer muted">{msg::class_stays_none(lang)}</p> }
            >
                <HistoryTable caption=msg::class_stays(lang) who=msg::class_student(lang)>
                    {move || {
                        rows.get().into_iter().map(|row| stay_view(lang, &row, editing)).collect_view()
                    }}
                </HistoryTable>
            </Show>
        </section>
        <PeriodDialog subject=editing />
    }
}

/// The terms of the class teachers.
#[component]
pub fn Terms(id: ClassId, head: Memo<Option<ClassHead>>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let rows = Memo::new(move |_| {
        let day = super::day(head);
        session.school(|school, _| class_page::term_rows(school, id, day))
    });
    let editing = Subject::<RecordKey>::new();
    view! {
        <section class="card is-flush" data-testid="class-terms">
            <header class="card__header">
                <h2 class="card__title">{msg::class_teacher_history(lang)}</h2>
                <ClauseLink clause=clause!("2.1/8") />
            </header>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=move || view! { <p class="card__footer muted">{msg::class_teacher_none(lang)}</p> }
            >
                <HistoryTable caption=msg::class_teacher_history(lang) who=msg::class_teacher(lang)>
                    {move || {
                        rows.get().into_iter().map(|row| term_view(lang, &row, editing)).collect_view()
                    }}
                </HistoryTable>
            </Show>
        </section>
        <PeriodDialog subject=editing />
    }
}

#[component]
fn HistoryTable(caption: &'static str, who: &'static str, children: Children) -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <TableRegion caption>
            <table class="table is-dense">
                <thead>
                    <tr>
                        <th scope="col">{who}</th>
                        <th scope="col">{msg::class_term(lang)}</th>
                        <th scope="col">{msg::class_state(lang)}</th>
                        <th scope="col" class="table__actions">
                            <span class="visually-hidden">{msg::class_acts(lang)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </TableRegion>
    }
}

fn stay_view(lang: Lang, row: &StayRow, editing: Subject<RecordKey>) -> AnyView {
    let order = part::order_name(lang, row.order.as_ref());
    let note = (!row.now_in.is_empty()).then(|| format!("{}: {}", msg::class_now_in(lang), row.now_in));
    let key = RecordKey::to::<Enrolment>(row.id);
    history_row(lang, &row.student, note, row.period, order, row.when, move || editing.open(Some(key)))
}

fn term_view(lang: Lang, row: &TermRow, editing: Subject<RecordKey>) -> AnyView {
    let order = part::order_name(lang, row.order.as_ref());
    let key = RecordKey::to::<HomeroomAssignment>(row.id);
    history_row(lang, &row.teacher, None, row.period, order, row.when, move || editing.open(Some(key)))
}

fn history_row(
    lang: Lang,
    person: &(PersonId, String),
    note: Option<String>,
    period: Period,
    order: String,
    when: When,
    edit: impl Fn() + 'static,
) -> AnyView {
    let (state, tone) = match when {
        When::Planned => (msg::class_planned(lang), Tone::Info),
        When::Active => (msg::class_active(lang), Tone::Success),
        When::Ended => (msg::class_ended(lang), Tone::Plain),
    };
    view! {
        <tr>
            <th scope="row">
                {person_link(person)}
                {note.map(|note| view! { <span class="table__note">{note}</span> })}
            </th>
            <td>
                {people::period(lang, period)}
                {(!order.is_empty()).then(|| view! { <span class="table__note">{order}</span> })}
            </td>
            <td><Badge text=state tone /></td>
            <td class="table__actions">
                <RowButton label=msg::edit(lang) name=person.1.clone() on_click=edit />
            </td>
        </tr>
    }
    .into_any()
}
