//! What a class studies: lines of the curriculum and extracurricular groups.

use leptos::prelude::*;

use crate::clause;
use crate::domain::ClassId;
use crate::text::{Lang, msg, people};
use crate::ui::component::{ClauseLink, TableRegion, spoken};
use crate::ui::session::Session;
use crate::view::class_page::{self, GroupRow, LineRow};
use crate::view::route::Route;

use super::super::part::person_link;

/// The lines of the class.
#[component]
pub fn Lines(id: ClassId) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let lines = Memo::new(move |_| session.school(|school, _| class_page::line_rows(school, id)));
    view! {
        <section class="card is-flush" data-testid="class-lines">
            <header class="card__header">
                <h2 class="card__title">
                    {msg::class_lines(lang)}" "
                    <span class="muted" data-testid="class-lines-count" data-n=move || lines.with(Vec::len)>
                        {move || lines.with(Vec::len)}
                    </span>
                </h2>
                <span class="cluster">
                    <a href=Route::Load.to_string()>{msg::class_lines_open(lang)}</a>
                    <ClauseLink clause=clause!("1.6") />
                </span>
            </header>
            <Show
                when=move || lines.with(|lines| !lines.is_empty())
                fallback=move || view! { <p class="card__footer muted">{msg::class_lines_none(lang)}</p> }
            >
                <TableRegion caption=msg::class_lines(lang)>
                    <table class="table is-dense">
                        <thead>
                            <tr>
                                <th scope="col">{msg::class_subject(lang)}</th>
                                <th scope="col">{msg::class_group(lang)}</th>
                                <th scope="col">{msg::class_line_teacher(lang)}</th>
                                <th scope="col" class="table__number">{msg::class_hours(lang)}</th>
                            </tr>
                        </thead>
                        <tbody>{move || lines.get().into_iter().map(|line| line_row(lang, line)).collect_view()}</tbody>
                    </table>
                </TableRegion>
            </Show>
        </section>
    }
}

fn line_row(lang: Lang, line: LineRow) -> impl IntoView {
    let teacher = match &line.teacher {
        Some(teacher) => person_link(teacher).into_any(),
        None => view! { <span class="badge is-warning">{msg::class_vacant(lang)}</span> }.into_any(),
    };
    let group = if line.group.is_empty() { msg::class_whole(lang).to_owned() } else { line.group };
    view! {
        <tr>
            <th scope="row">{spoken(line.subject)}</th>
            <td class="nowrap">{spoken(group)}</td>
            <td>{teacher}</td>
            <td class="table__number">{people::hours(lang, line.hours)}</td>
        </tr>
    }
}

/// The extracurricular groups of the class.
#[component]
pub fn Groups(id: ClassId) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let groups = Memo::new(move |_| session.school(|school, _| class_page::group_rows(school, id)));
    view! {
        <section class="card is-flush">
            <header class="card__header">
                <h2 class="card__title">{msg::class_groups(lang)}</h2>
                <ClauseLink clause=clause!("2.4/3b") />
            </header>
            <Show
                when=move || groups.with(|groups| !groups.is_empty())
                fallback=move || view! { <p class="card__footer muted">{msg::class_groups_none(lang)}</p> }
            >
                <TableRegion caption=msg::class_groups(lang)>
                    <table class="table is-dense">
                        <thead>
                            <tr>
                                <th scope="col">{msg::class_group_name(lang)}</th>
                                <th scope="col">{msg::class_group_leader(lang)}</th>
                                <th scope="col" class="table__number">{msg::class_hours(lang)}</th>
                            </tr>
                        </thead>
                        <tbody>{move || groups.get().into_iter().map(|group| group_row(lang, group)).collect_view()}</tbody>
                    </table>
                </TableRegion>
            </Show>
        </section>
    }
}

fn group_row(lang: Lang, group: GroupRow) -> impl IntoView {
    let others = group.others.join(", ");
    view! {
        <tr>
            <th scope="row">
                <a class="table__link" href=Route::Activity(group.id).to_string()>{spoken(group.name)}</a>
                {(!others.is_empty())
                    .then(|| view! { <span class="table__note">{msg::class_group_others(lang)}": "{others}</span> })}
            </th>
            <td>{group.leader.as_ref().map(person_link)}</td>
            <td class="table__number">{people::hours(lang, group.hours)}</td>
        </tr>
    }
}
