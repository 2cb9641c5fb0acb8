//! Lines as a list with choices above it, and the subjects they refer to.

use leptos::prelude::*;

use crate::text::{self, Lang, msg};
use crate::ui::component::pager;
use crate::ui::component::{
    ActButton, Badge, Choice, EmptyState, List, ListFiles, Look, Pager, SelectField, TableRegion, Tone, spoken,
};
use crate::ui::record_form::{Ask, Asked};
use crate::ui::session::{Session, lang};
use crate::view::choice;
use crate::view::file;
use crate::view::load::{self, LineFilter, LineRow};
use crate::view::route::Route;

/// The list of lines.
#[component]
pub fn LinesPanel(asked: Asked) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let (class, teacher, subject) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_vacant = RwSignal::new(false);
    let page = RwSignal::new(0_usize);
    let filter = Memo::new(move |_| LineFilter {
        class: class.with(|id| id.parse().ok()),
        teacher: teacher.with(|id| id.parse().ok()),
        subject: subject.with(|id| id.parse().ok()),
        is_vacant: is_vacant.get(),
    });
    let found = Memo::new(move |_| session.school(|school, index| load::found(school, index, filter.get())));
    let count = Memo::new(move |_| found.with(Vec::len));
    Effect::watch(move || filter.get(), move |_, _, _| page.set(0), false);
    let rows = Memo::new(move |_| {
        let (from, size) = pager::span(page, count.get());
        session.school(|school, _| {
            found.with(|ids| {
                ids.iter().skip(from).take(size).filter_map(|id| load::line_row(school, *id)).collect::<Vec<_>>()
            })
        })
    });
    let list = Callback::new(move |()| {
        let rows = |ids: &Vec<_>| {
            session.school_untracked(|school, _| ids.iter().filter_map(|id| load::line_row(school, *id)).collect())
        };
        let rows: Vec<LineRow> = found.with_untracked(rows);
        file::lines(lang, &rows)
    });
    let with_all = |all: &'static str, rows: Vec<choice::Item>| {
        std::iter::once((String::new(), all.to_owned())).chain(rows).collect::<Vec<_>>()
    };
    let classes = Signal::derive(move || with_all(msg::people_every_class(lang), session.school(choice::classes)));
    let teachers = Signal::derive(move || with_all(msg::load_all_teachers(lang), session.school(load::teachers)));
    let subjects = Signal::derive(move || {
        with_all(msg::load_all_subjects(lang), session.school(|school, _| choice::subjects(school)))
    });
    view! {
        <div class="filter-bar no-print">
            <SelectField label=msg::form_class(lang) value=class options=classes id="load-class" is_narrow=true />
            <SelectField label=msg::line_teacher(lang) value=teacher options=teachers id="load-teacher" />
            <SelectField label=msg::form_subject(lang) value=subject options=subjects id="load-subject" />
            <Choice label=msg::load_without_teacher(lang) value=is_vacant />
            <p class="muted" role="status" data-testid="load-count" data-n=move || count.get()>
                {move || msg::load_lines_found(lang, count.get() as u64)}
            </p>
            <ListFiles id="load-lines" list />
        </div>
        <Show when=move || count.get() != 0 fallback=move || view! { <p class="muted">{msg::load_no_lines(lang)}</p> }>
            <TableRegion caption=msg::load_tab_lines(lang)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::form_class(lang)}</th>
                            <th scope="col">{msg::form_subject(lang)}</th>
                            <th scope="col">{msg::line_group(lang)}</th>
                            <th scope="col">{msg::line_teacher(lang)}</th>
                            <th scope="col" class="table__number">{msg::form_hours(lang)}</th>
                            <th scope="col" class="table__actions"><span class="visually-hidden">{msg::edit(lang)}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        <List each=move || rows.get() key=LineRow::clone let:row>{line_view(lang, row, asked)}</List>
                    </tbody>
                </table>
            </TableRegion>
            <Pager page total=count />
        </Show>
    }
}

fn line_view(lang: Lang, row: LineRow, asked: Asked) -> impl IntoView {
    let id = row.id;
    let label = msg::form_edit_this(lang, &format!("{} {}", row.subject, row.class.1));
    view! {
        <tr data-testid="load-row">
            <td><a href=Route::Class(row.class.0).to_string()>{spoken(row.class.1)}</a></td>
            <th scope="row">{spoken(row.subject)}</th>
            <td>{spoken(row.group)}</td>
            <td>
                {match row.teacher {
                    Some((id, name)) => view! { <a href=Route::Person(id).to_string() lang=crate::ui::session::lang().of_text(&name)>{name.clone()}</a> }.into_any(),
                    None => view! { <Badge text=msg::load_vacant(lang) tone=Tone::Warning /> }.into_any(),
                }}
            </td>
            <td class="table__number">{text::people::hours(lang, row.hours)}</td>
            <td class="table__actions">
                <ActButton label=msg::edit(lang) about=label is_small=true on_click=move || asked.set(Some(Ask::Line(None, None, Some(id)))) />
            </td>
        </tr>
    }
}

/// The subjects.
#[component]
pub fn SubjectsPanel(asked: Asked) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let rows = Memo::new(move |_| session.school(|school, _| load::subjects(school)));
    view! {
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=move || view! {
                <EmptyState title=msg::load_no_subjects(lang) text=msg::load_no_subjects_text(lang)>
                    <ActButton label=msg::subject_add(lang) look=Look::Primary on_click=move || asked.set(Some(Ask::Subject(None))) />
                </EmptyState>
            }
        >
            <TableRegion caption=msg::load_tab_subjects(lang)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::form_subject(lang)}</th>
                            <th scope="col">{msg::load_tab_lines(lang)}</th>
                            <th scope="col" class="table__actions"><span class="visually-hidden">{msg::edit(lang)}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        <List each=move || rows.get() key=Clone::clone let((id, name, lines))>
                            <tr data-testid="subject-row">
                                <th scope="row">{spoken(name.clone())}</th>
                                <td>{msg::load_lines_found(lang, lines as u64)}</td>
                                <td class="table__actions">
                                    <ActButton label=msg::edit(lang) about=msg::form_edit_this(lang, &name) is_small=true on_click=move || asked.set(Some(Ask::Subject(Some(id)))) />
                                </td>
                            </tr>
                        </List>
                    </tbody>
                </table>
            </TableRegion>
        </Show>
    }
}
