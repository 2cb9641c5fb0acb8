//! `#/people`: everybody. A keystroke scans prepared keys; only the rows of the page become text, in the same elements.

use std::sync::Arc;

use leptos::prelude::*;

use crate::text::{Lang, msg};
use crate::ui::component::pager;
use crate::ui::component::{
    ActButton, EmptyState, ListFiles, Look, PageHeader, Pager, SelectField, SortHeader, TableRegion, spoken,
};
use crate::ui::record_form::{Ask, AskView, Asked};
use crate::ui::session::{Session, lang};
use crate::view::choice;
use crate::view::directory::{Column, Filter, PersonKind};
use crate::view::file;
use crate::view::people::{self, PersonRow};
use crate::view::route::Route;

/// The list of everybody.
#[component]
pub fn People() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let asked: Asked = RwSignal::new(None);
    let total = Memo::new(move |_| session.directory().len());
    view! {
        <PageHeader title=msg::people_title(lang) lead=msg::people_lead(lang)>
            <ActButton label=msg::people_add(lang) look=Look::Primary test_id="people-add" on_click=move || asked.set(Some(Ask::NewPerson)) />
        </PageHeader>
        <Show
            when=move || total.get() != 0
            fallback=move || view! {
                <EmptyState title=msg::people_none(lang) text=msg::people_none_text(lang)>
                    <a class="button is-primary" href=Route::Import.to_string()>{msg::people_import(lang)}</a>
                </EmptyState>
            }
        >
            <PeopleTable />
        </Show>
        <AskView asked />
    }
}

#[component]
fn PeopleTable() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let (text, kind, class) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let sort = RwSignal::new((Column::Name, false));
    let page = RwSignal::new(0_usize);
    let filter = Memo::new(move |_| Filter {
        text: text.get(),
        kind: kind.with(|code| PersonKind::ALL.into_iter().find(|kind| kind.code() == code)),
        class: class.with(|id| id.parse().ok()),
    });
    // The column decides the order; turning it round reads the same places backwards.
    let column = Memo::new(move |_| sort.get().0);
    let found = Memo::new_with_compare(
        move |_| {
            let directory = session.directory();
            filter.with(|filter| {
                let around =
                    filter.class.map(|class| session.school(|school, index| people::around(school, index, class)));
                directory.find(filter, column.get(), around.as_ref())
            })
        },
        |before: Option<&Arc<Vec<u32>>>, now| before != now,
    );
    let count = Memo::new(move |_| found.with(|found| found.len()));
    // Another list begins at its first page.
    Effect::watch(move || (filter.get(), sort.get()), move |_, _, _| page.set(0), false);
    let rows = Memo::new(move |_| {
        let directory = session.directory();
        let (from, size) = pager::span(page, count.get());
        let is_descending = sort.get().1;
        session.school(|school, index| {
            found.with(|found| people::rows(school, index, &directory, found, is_descending, from, size))
        })
    });
    let list = Callback::new(move |()| {
        let (directory, is_descending) = (untrack(|| session.directory()), sort.get_untracked().1);
        let all = |found: &Arc<Vec<u32>>| {
            session.school_untracked(|school, index| {
                people::rows(school, index, &directory, found, is_descending, 0, found.len())
            })
        };
        file::people(lang, &found.with_untracked(all))
    });
    let classes = Signal::derive(move || {
        let mut items = vec![(String::new(), msg::people_every_class(lang).to_owned())];
        items.extend(session.school(choice::classes));
        items
    });
    let kinds: Vec<(String, String)> = std::iter::once((String::new(), msg::people_everybody(lang).to_owned()))
        .chain(PersonKind::ALL.into_iter().map(|kind| (kind.code().to_owned(), kind_name(lang, kind).to_owned())))
        .collect();
    view! {
        <div class="filter-bar no-print">
            <div class="field">
                <label class="field__label" for="people-search">{msg::people_search(lang)}</label>
                <input
                    id="people-search"
                    data-testid="people-search"
                    class="input"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="people-search-hint"
                    prop:value=move || text.get()
                    on:input:target=move |event| text.set(event.target().value())
                />
            </div>
            <SelectField label=msg::people_kind(lang) value=kind options=Signal::stored(kinds) id="people-kind" is_narrow=true />
            <SelectField label=msg::people_class(lang) value=class options=classes id="people-class" is_narrow=true />
            <p class="muted" role="status" data-testid="people-count" data-n=move || count.get()>
                {move || msg::people_found(lang, count.get() as u64)}
            </p>
            <ListFiles id="people" list />
        </div>
        <p class="field__hint no-print" id="people-search-hint">{spoken(msg::people_search_hint(lang).to_owned())}</p>
        <TableRegion caption=msg::people_title(lang)>
            <table class="table" data-testid="people-scroll" aria-rowcount=move || count.get()>
                <thead>
                    <tr>
                        <SortHeader label=msg::people_name(lang) key=Column::Name sort test_id="people-sort-name" />
                        <SortHeader label=msg::people_class(lang) key=Column::Class sort test_id="people-sort-class" />
                        <SortHeader label=msg::people_role(lang) key=Column::Role sort test_id="people-sort-role" />
                        <th scope="col">{msg::people_phone(lang)}</th>
                        <th scope="col">{msg::people_participation(lang)}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || rows.with(|rows| rows.iter().map(|row| row_view(lang, row)).collect_view())}
                </tbody>
            </table>
        </TableRegion>
        <Show when=move || count.get() == 0>
            <p class="muted">{msg::people_nobody(lang)}</p>
        </Show>
        <Pager page total=count />
    }
}

/// A row. One closure makes them all, so that the next page rewrites the texts of the same elements.
fn row_view(lang: Lang, row: &PersonRow) -> impl IntoView + use<> {
    let roles = row.roles(lang);
    view! {
        <tr data-testid="people-row" aria-rowindex=row.number>
            <th scope="row" data-col="name">
                <a class="table__link" href=Route::Person(row.id).to_string() lang=lang.of_text(&row.name)>{row.name.clone()}</a>
            </th>
            <td data-col="class" lang=lang.of_text(&row.class)>{row.class.clone()}</td>
            <td data-col="role">{spoken(roles)}</td>
            <td data-col="phone" class="nowrap">{row.phone.clone()}</td>
            <td data-col="participation">{row.participation(lang)}</td>
        </tr>
    }
}

/// A kind of people: «Работники».
pub fn kind_name(lang: Lang, kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Staff => msg::people_staff(lang),
        PersonKind::Student => msg::people_students(lang),
        PersonKind::Representative => msg::people_representatives(lang),
        PersonKind::WithoutRole => msg::people_without_role(lang),
    }
}
