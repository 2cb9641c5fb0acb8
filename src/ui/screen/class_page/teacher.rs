//! The class teacher (2.1/8): who, since when, by which order; assigning from a day on, ending the term.

use leptos::prelude::*;

use crate::clause;
use crate::domain::{ClassId, Command, HomeroomAssignment, RecordKey};
use crate::text::{msg, people};
use crate::ui::component::{ActButton, ClauseLink, DateField, Dialog, FormBody, SelectField};
use crate::ui::form::{FieldError, error_at};
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::class_page::{self, ClassHead, TermForm, When};

use super::super::part::{self, Subject, person_link};
use super::period_dialog::PeriodDialog;

/// The class teacher of the day.
#[component]
pub fn Teacher(id: ClassId, head: Memo<Option<ClassHead>>, is_assigning: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let term = Memo::new(move |_| {
        let day = super::day(head);
        let rows = session.school(|school, _| class_page::term_rows(school, id, day));
        rows.into_iter().find(|row| row.when == When::Active)
    });
    let editing = Subject::<RecordKey>::new();
    view! {
        <section class="card">
            <header class="card__header">
                <h2 class="card__title">{msg::class_teacher(lang)}</h2>
                <ClauseLink clause=clause!("2.1/8") />
            </header>
            <div class="cluster is-apart">
                {move || {
                    let Some(term) = term.get() else {
                        return view! {
                            <p data-testid="class-teacher" class="muted">{msg::class_teacher_none(lang)}</p>
                            <ActButton
                                label=msg::class_teacher_assign(lang)
                                test_id="class-teacher-assign"
                                on_click=move || is_assigning.set(true)
                            />
                        }
                            .into_any();
                    };
                    let key = RecordKey::to::<HomeroomAssignment>(term.id);
                    let facts = [people::period(lang, term.period), part::order_name(lang, term.order.as_ref())];
                    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
                    view! {
                        <p>
                            <span data-testid="class-teacher">{person_link(&term.teacher)}</span>
                            " "
                            <span class="muted">{facts}</span>
                        </p>
                        <span class="cluster">
                            <ActButton
                                label=msg::class_teacher_replace(lang)
                                test_id="class-teacher-assign"
                                on_click=move || is_assigning.set(true)
                            />
                            <ActButton
                                label=msg::class_teacher_term(lang)
                                test_id="class-teacher-term"
                                on_click=move || editing.open(Some(key))
                            />
                        </span>
                    }
                        .into_any()
                }}
            </div>
        </section>
        <Dialog title=msg::class_teacher_assign(lang) is_open=is_assigning>
            <AssignForm id head is_open=is_assigning />
        </Dialog>
        <PeriodDialog subject=editing />
    }
}

#[component]
fn AssignForm(id: ClassId, head: Memo<Option<ClassHead>>, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let (choice, order) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let from = RwSignal::new(super::day_value(head));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let options = untrack(|| session.school(class_page::teacher_options));
    let hint = if options.is_empty() { msg::class_teacher_none_to_choose(lang) } else { "" };
    let options = part::choices(msg::class_choose(lang), options);
    let read = move || {
        let form =
            TermForm { choice: choice.get_untracked(), from: from.get_untracked(), order: order.get_untracked() };
        let (teacher, from, order) = form.read().map_err(|faults| problem::errors(lang, faults))?;
        Ok(Command::AssignHomeroom { id: session.fresh(), class: id, teacher, from, order })
    };
    let error = move |field: &'static str| Signal::derive(move || errors.with(|errors| error_at(errors, field)));
    view! {
        <FormBody is_open errors read test_id="class-teacher-save">
            <SelectField
                label=msg::class_teacher(lang)
                hint
                id="term-choice"
                value=choice
                options
                error=error("term-choice")
            />
            <DateField
                label=msg::class_from(lang)
                hint=msg::class_teacher_assign_hint(lang)
                id="term-from"
                value=from
                error=error("term-from")
                is_required=true
            />
            <SelectField
                label=msg::class_order(lang)
                id="term-order"
                value=order
                options=part::order_options(session)
            />
        </FormBody>
    }
}
