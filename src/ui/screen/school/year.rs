//! The school years: the list and the dialog that adds and edits one.

use leptos::prelude::*;

use crate::clause;
use crate::domain::{Command, RecordKey, SchoolYear, SchoolYearId};
use crate::text::{Lang, date, msg};
use crate::ui::component::{
    ActButton, Badge, ClauseLink, DateField, Dialog, EmptyState, FormBody, List, Look, TableRegion, Tone,
};
use crate::ui::form::FieldError;
use crate::ui::problem;
use crate::ui::screen::part::Subject;
use crate::ui::session::Session;
use crate::view::school::{self, YearForm, YearRow};

use super::error;

/// The school years of the plan.
#[component]
pub fn Years() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let rows = Memo::new(move |_| session.school(school::year_rows));
    let editing = Subject::<SchoolYearId>::new();
    let is_open = editing.is_open;
    view! {
        <section class="card is-flush" data-testid="school-years">
            <header class="card__header">
                <h2 class="card__title">{msg::school_years(lang)}</h2>
                <span class="cluster">
                    <ActButton
                        label=msg::school_year_add(lang)
                        test_id="school-year-add"
                        on_click=move || editing.open(None)
                    />
                    <ClauseLink clause=clause!("2.1/5") />
                </span>
            </header>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=move || {
                    view! {
                        <EmptyState title=msg::school_years_none(lang) text=msg::school_years_none_text(lang) />
                    }
                }
            >
                <TableRegion caption=msg::school_years(lang)>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{msg::school_year(lang)}</th>
                                <th scope="col">{msg::school_year_from(lang)}</th>
                                <th scope="col">{msg::school_year_to(lang)}</th>
                                <th scope="col" class="table__number">{msg::school_year_classes(lang)}</th>
                                <th scope="col" class="table__actions">
                                    <span class="visually-hidden">{msg::school_acts_column(lang)}</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            <List each=move || rows.get() key=YearRow::clone let:row>
                                {year_row(lang, row, editing)}
                            </List>
                        </tbody>
                    </table>
                </TableRegion>
            </Show>
        </section>
        <Dialog title=msg::school_year(lang) is_open>
            <YearFields subject=editing />
        </Dialog>
    }
}

fn year_row(lang: Lang, row: YearRow, editing: Subject<SchoolYearId>) -> impl IntoView {
    let (id, name) = (row.id, row.label.clone());
    view! {
        <tr>
            <th scope="row">
                {row.label}
                " "
                {row.is_current.then(|| view! { <Badge text=msg::school_year_current(lang) tone=Tone::Success /> })}
            </th>
            <td class="nowrap">{date::short(row.from)}</td>
            <td class="nowrap">{date::short(row.to)}</td>
            <td class="table__number">{row.classes}</td>
            <td class="table__actions">
                <ActButton
                    label=msg::edit(lang)
                    about=msg::form_edit_this(lang, &name)
                    is_small=true
                    on_click=move || editing.open(Some(id))
                />
            </td>
        </tr>
    }
}

#[component]
fn YearFields(subject: Subject<SchoolYearId>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_open = subject.is_open;
    let target = subject.target();
    let today = session.context().today;
    let form = session.peek(|workspace| {
        let year = target.and_then(|id| workspace.school().years().get(&id));
        year.map_or_else(|| school::suggested_year(workspace.school(), today), |year| YearForm::of(year))
    });
    let id = target.unwrap_or_else(|| session.fresh());
    let (from, to) = (RwSignal::new(form.from), RwSignal::new(form.to));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let label = move || {
        let year = YearForm { from: from.get(), to: to.get() }.read(id).ok();
        year.map(|year| msg::school_year_named(lang, &year.label()))
    };
    let read = move || {
        let form = YearForm { from: from.get_untracked(), to: to.get_untracked() };
        form.read(id).map(|year| Command::Save(year.into())).map_err(|faults| problem::errors(lang, faults))
    };
    let remove = move || {
        if session.dispatch(&Command::Remove(RecordKey::to::<SchoolYear>(id))).is_ok() {
            is_open.set(false);
        }
    };
    view! {
        <FormBody is_open errors read test_id="school-year-save">
            <div class="fields">
                <DateField
                    label=msg::school_year_from(lang)
                    id="year-from"
                    value=from
                    error=error(errors, "year-from")
                    is_required=true
                />
                <DateField
                    label=msg::school_year_to(lang)
                    id="year-to"
                    value=to
                    error=error(errors, "year-to")
                    is_required=true
                />
            </div>
            <p role="status" class="muted">{label}</p>
            {target
                .is_some()
                .then(|| {
                    view! {
                        <div class="cluster">
                            <ActButton
                                label=msg::delete(lang)
                                look=Look::Danger
                                test_id="school-year-remove"
                                on_click=remove
                            />
                            <span class="muted">{msg::school_year_remove_hint(lang)}</span>
                        </div>
                    }
                })}
        </FormBody>
    }
}
