//! Subjects down, classes across; every cell opens its lines or adds one.

use leptos::prelude::*;

use crate::domain::{ClassId, SubjectId};
use crate::text::{self, Lang, msg};
use crate::ui::component::{ActButton, EmptyState, ListFiles, SelectField, TableRegion, spoken};
use crate::ui::record_form::{Ask, Asked};
use crate::ui::session::{Session, lang};
use crate::view::file;
use crate::view::load::{self, CellLine};
use crate::view::route::Route;

/// The matrix with a choice of grade.
#[component]
pub fn MatrixPanel(asked: Asked) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let first = session.school_untracked(load::first_grade);
    let grade = RwSignal::new(first.map(|grade| grade.to_string()).unwrap_or_default());
    let grades = Signal::derive(move || {
        let mut rows = vec![(String::new(), msg::load_all_grades(lang).to_owned())];
        let grades = session.school(load::grades);
        rows.extend(grades.iter().map(|grade| (grade.to_string(), msg::load_grade(lang, &grade.to_string()))));
        rows
    });
    let matrix = Memo::new(move |_| {
        let grade = grade.with(|text| text.parse().ok());
        session.school(|school, index| load::matrix(school, index, grade))
    });
    let list = Callback::new(move |()| matrix.with_untracked(|matrix| file::load_matrix(lang, matrix)));
    let head = move || {
        matrix.with(|matrix| {
            matrix
                .classes
                .iter()
                .map(|(id, label)| {
                    view! { <th scope="col"><a href=Route::Class(*id).to_string()>{spoken(label.clone())}</a></th> }
                })
                .collect_view()
        })
    };
    let body = move || {
        matrix.with(|matrix| {
            matrix
                .rows
                .iter()
                .map(|row| {
                    let cells = matrix.classes.iter().zip(&row.cells).map(|((class, label), lines)| {
                        let add = msg::load_add_cell(lang, label, &row.name);
                        cell(lang, (*class, row.subject), label.clone(), add, lines, asked)
                    });
                    view! { <tr><th scope="row" lang=lang.of_text(&row.name)>{row.name.clone()}</th>{cells.collect_view()}</tr> }
                })
                .collect_view()
        })
    };
    view! {
        <Show
            when=move || matrix.with(|matrix| !matrix.rows.is_empty())
            fallback=move || view! {
                <EmptyState title=msg::load_none(lang) text=msg::load_none_text(lang)>
                    <a class="button is-primary" href=Route::Import.to_string()>{msg::people_import(lang)}</a>
                    <ActButton label=msg::subject_add(lang) on_click=move || asked.set(Some(Ask::Subject(None))) />
                </EmptyState>
            }
        >
            <div class="filter-bar no-print">
                <SelectField label=msg::load_grades(lang) value=grade options=grades id="load-grade" is_narrow=true />
                <ListFiles id="load-matrix" list />
            </div>
            <TableRegion caption=msg::load_matrix_caption(lang) is_tall=true>
                <table class="matrix is-load" data-testid="load-matrix">
                    <thead><tr><th scope="col">{msg::form_subject(lang)}</th>{head}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </TableRegion>
        </Show>
    }
}

fn cell(
    lang: Lang,
    at: (ClassId, SubjectId),
    name: String,
    add: String,
    lines: &[CellLine],
    asked: Asked,
) -> impl IntoView + use<> {
    let session = Session::expect();
    let is_off = move || session.shut().is_some().then_some("true");
    let ask = move |ask| match untrack(|| session.shut()) {
        Some(refusal) => session.refuse(&refusal),
        None => asked.set(Some(ask)),
    };
    let buttons = lines.iter().map(|line| {
        let id = line.id;
        let teacher = if line.teacher.is_empty() { msg::load_vacant(lang).to_owned() } else { line.teacher.clone() };
        let hours = text::people::hours(lang, line.hours);
        let group = (!line.group.is_empty()).then(|| format!("{}: ", line.group));
        view! {
            <button
                type="button"
                class="matrix__line"
                class:is-vacant=line.teacher.is_empty()
                aria-disabled=is_off
                on:click=move |_| ask(Ask::Line(None, None, Some(id)))
            >
                {group.map(spoken)} {spoken(teacher)} " " <span class="muted">{hours}</span>
            </button>
        }
    });
    let buttons = buttons.collect_view();
    let (class, subject) = at;
    let label = add.clone();
    view! {
        // The name of the class is for paper, where the matrix is a list.
        <td data-class=name>
            {buttons}
            <button
                type="button"
                class="matrix__add"
                aria-label=label
                title=add
                aria-disabled=is_off
                on:click=move |_| ask(Ask::Line(Some(class), Some(subject), None))
            >
                "+"
            </button>
        </td>
    }
}
