//! Extracurricular groups with their page, and activists.

use leptos::prelude::*;

use crate::domain::{ActivityGroup, ActivityGroupId, Command, PersonId, RecordKey};
use crate::text::{self, msg};
use crate::ui::component::{ActButton, EmptyState, List, ListFiles, Look, PageHeader, TableRegion, spoken};
use crate::ui::record_form::{Ask, AskView, Asked};
use crate::ui::router;
use crate::ui::session::{Session, lang};
use crate::view::file;
use crate::view::load::{self, ActiveRow, GroupRow};
use crate::view::route::Route;

/// People as links, one after the other.
fn people(people: Vec<(PersonId, String)>) -> impl IntoView {
    let last = people.len().saturating_sub(1);
    let link = move |(at, (id, name)): (usize, (PersonId, String))| {
        view! { <a href=Route::Person(id).to_string() lang=crate::ui::session::lang().of_text(&name)>{name.clone()}</a> {(at < last).then_some(", ")} }
    };
    people.into_iter().enumerate().map(link).collect_view()
}

/// The groups of the year.
#[component]
pub fn GroupsPanel(asked: Asked) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let rows = Memo::new(move |_| session.school(load::groups));
    let list = Callback::new(move |()| rows.with_untracked(|rows| file::groups(lang, rows)));
    let row = move |row: GroupRow| {
        let id = row.id;
        let classes: Vec<String> = row.classes.into_iter().map(|(_, label)| label).collect();
        let members = match row.members.len() {
            0 => msg::load_whole_classes(lang).to_owned(),
            count => msg::load_students(lang, count as u64),
        };
        view! {
            <tr data-testid="group-row">
                <th scope="row"><a class="table__link" href=Route::Activity(id).to_string() lang=crate::ui::session::lang().of_text(&row.name)>{row.name.clone()}</a></th>
                <td>{people(row.leader.into_iter().collect())}</td>
                <td>{classes.join(", ")}</td>
                <td>{members}</td>
                <td class="table__number">{text::people::hours(lang, row.hours)}</td>
                <td class="table__actions">
                    <ActButton label=msg::edit(lang) about=msg::form_edit_this(lang, &row.name) is_small=true on_click=move || asked.set(Some(Ask::Activity(Some(id)))) />
                </td>
            </tr>
        }
    };
    view! {
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=move || view! {
                <EmptyState title=msg::load_no_groups(lang) text=msg::load_no_groups_text(lang)>
                    <ActButton label=msg::activity_add(lang) look=Look::Primary on_click=move || asked.set(Some(Ask::Activity(None))) />
                </EmptyState>
            }
        >
            <ListFiles id="load-groups" list />
            <TableRegion caption=msg::load_tab_groups(lang)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::form_name(lang)}</th>
                            <th scope="col">{msg::activity_leader(lang)}</th>
                            <th scope="col">{msg::activity_classes(lang)}</th>
                            <th scope="col">{msg::activity_members(lang)}</th>
                            <th scope="col" class="table__number">{msg::form_hours(lang)}</th>
                            <th scope="col" class="table__actions"><span class="visually-hidden">{msg::edit(lang)}</span></th>
                        </tr>
                    </thead>
                    <tbody><List each=move || rows.get() key=GroupRow::clone children=row /></tbody>
                </table>
            </TableRegion>
        </Show>
    }
}

/// `#/load/activity/ID`: a group.
#[component]
pub fn ActivityCard(id: ActivityGroupId) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let asked: Asked = RwSignal::new(None);
    let group = Memo::new(move |_| session.school(|school, index| load::group_row(school, index, id)));
    let up = (Route::Load, msg::load_title(lang).to_owned());
    let remove = move || {
        if session.dispatch(&Command::Remove(RecordKey::to::<ActivityGroup>(id))).is_ok() {
            router::go(Route::Load);
        }
    };
    let card = move |group: GroupRow| {
        let classes = group.classes.into_iter();
        let classes = classes
            .map(|(id, label)| view! { <a href=Route::Class(id).to_string()>{spoken(label)}</a> " " })
            .collect_view();
        let is_whole = group.members.is_empty();
        view! {
            <PageHeader title=group.name lead=msg::activity_edit(lang) up=up.clone()>
                <ActButton label=msg::edit(lang) look=Look::Primary test_id="activity-edit" on_click=move || asked.set(Some(Ask::Activity(Some(id)))) />
                <ActButton label=msg::delete(lang) look=Look::Danger test_id="activity-remove" on_click=remove />
            </PageHeader>
            <section class="card">
                <dl class="definition-list">
                    <div><dt>{msg::activity_leader(lang)}</dt><dd>{people(group.leader.into_iter().collect())}</dd></div>
                    <div><dt>{msg::activity_classes(lang)}</dt><dd>{classes}</dd></div>
                    <div><dt>{msg::form_hours(lang)}</dt><dd>{text::people::hours(lang, group.hours)}</dd></div>
                    <div>
                        <dt>{msg::activity_members(lang)}</dt>
                        <dd>{people(group.members)} {is_whole.then(|| msg::load_whole_classes(lang))}</dd>
                    </div>
                </dl>
            </section>
        }
    };
    view! {
        {move || match group.get() {
            Some(group) => card(group).into_any(),
            None => view! {
                <PageHeader title=msg::load_group_gone(lang) />
                <EmptyState title=msg::load_group_gone(lang) text=msg::load_group_gone_text(lang)>
                    <a class="button" href=Route::Load.to_string()>{msg::load_title(lang)}</a>
                </EmptyState>
            }
            .into_any(),
        }}
        <AskView asked />
    }
}

/// Activists of parents and students.
#[component]
pub fn ActivePanel(asked: Asked) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let rows = Memo::new(move |_| session.school(load::active));
    let list = Callback::new(move |()| rows.with_untracked(|rows| file::activists(lang, rows)));
    let row = move |row: ActiveRow| {
        let id = row.id;
        let place = if row.class.is_empty() { msg::active_whole_school(lang).to_owned() } else { row.class };
        let label = msg::form_edit_this(lang, &format!("{} {place}", text::people::active(lang, row.kind)));
        view! {
            <tr data-testid="active-row">
                <th scope="row">{text::people::active(lang, row.kind)}</th>
                <td>{place}</td>
                <td>{msg::load_people(lang, row.members.len() as u64)} <span class="table__note">{people(row.members)}</span></td>
                <td class="table__actions">
                    <ActButton label=msg::edit(lang) about=label is_small=true on_click=move || asked.set(Some(Ask::ActiveGroup(Some(id)))) />
                </td>
            </tr>
        }
    };
    view! {
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=move || view! {
                <EmptyState title=msg::load_no_active(lang) text=msg::load_no_active_text(lang)>
                    <ActButton label=msg::active_add(lang) look=Look::Primary on_click=move || asked.set(Some(Ask::ActiveGroup(None))) />
                </EmptyState>
            }
        >
            <ListFiles id="load-active" list />
            <TableRegion caption=msg::load_tab_active(lang)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::active_kind(lang)}</th>
                            <th scope="col">{msg::form_class(lang)}</th>
                            <th scope="col">{msg::active_members(lang)}</th>
                            <th scope="col" class="table__actions"><span class="visually-hidden">{msg::edit(lang)}</span></th>
                        </tr>
                    </thead>
                    <tbody><List each=move || rows.get() key=ActiveRow::clone children=row /></tbody>
                </table>
            </TableRegion>
        </Show>
    }
}
