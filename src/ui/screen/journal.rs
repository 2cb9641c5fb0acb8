//! `#/journal`: every act with who, when and what, and its undo.

mod row;

use leptos::prelude::*;

use crate::domain::RecordKind;
use crate::text::{self, Lang, msg};
use crate::ui::clock;
use crate::ui::component::pager;
use crate::ui::component::{
    EmptyState, List, ListFiles, Option_, PageHeader, Pager, SelectField, TableRegion, TextField,
};
use crate::ui::session::{Session, lang};
use crate::view::file;
use crate::view::journal::{self, Filter, Page};
use crate::view::room::Query;
use crate::view::route::Route;

use row::JournalRow;

/// The journal.
#[component]
pub fn Journal() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let is_empty = Memo::new(move |_| session.read(|workspace| workspace.journal().entries().is_empty()));
    view! {
        <PageHeader title=msg::nav_journal(lang) lead=msg::journal_lead(lang)>
            <a class="button" data-testid="journal-day" href=Query::from([("tab", "asof")]).address(&Route::Control)>{msg::day_link(lang)}</a>
        </PageHeader>
        <Show
            when=move || !is_empty.get()
            fallback=move || {
                view! {
                    <EmptyState title=msg::journal_empty(lang) text=msg::journal_empty_text(lang)>
                        <a class="button is-primary" href=Route::Overview.to_string()>{msg::go_to_overview(lang)}</a>
                    </EmptyState>
                }
            }
        >
            <Entries />
        </Show>
    }
}

/// The filter and the pages.
#[component]
fn Entries() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let (words, kind, author) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let filter = Memo::new(move |_| Filter {
        words: words.get(),
        kind: kind.with(|kind| RecordKind::ALL.iter().copied().find(|other| code(*other) == *kind)),
        author: author.with(|author| (!author.is_empty()).then(|| author.clone())),
    });
    let kinds: Vec<Option_> = std::iter::once((String::new(), msg::preview_all_kinds(lang).to_owned()))
        .chain(RecordKind::ALL.iter().map(|kind| (code(*kind), text::kind::one(lang, *kind).to_owned())))
        .collect();
    let authors = Memo::new(move |_| session.read(|workspace| journal::authors(workspace.journal())));
    let authors = Signal::derive(move || {
        let names = authors.get().into_iter().map(|name| (name.clone(), name));
        std::iter::once((String::new(), msg::journal_everybody(lang).to_owned())).chain(names).collect::<Vec<_>>()
    });
    let trimmed = move || session.read(|workspace| workspace.journal().trimmed());
    view! {
        <div class="stack">
            <div class="filter-bar no-print">
                <TextField label=msg::journal_words(lang) value=words kind="search" id="journal-words" />
                <SelectField label=msg::journal_kind(lang) value=kind options=kinds id="journal-kind" />
                <SelectField label=msg::journal_author(lang) value=author options=authors id="journal-author" />
            </div>
            // Another filter begins on its first page.
            {move || view! { <Pages filter=filter.get() /> }}
            {move || match trimmed() {
                0 => None,
                count => Some(view! { <p class="muted" data-testid="journal-trimmed">{msg::journal_trimmed(lang, count)}</p> }),
            }}
        </div>
    }
}

#[component]
fn Pages(filter: Filter) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let page = RwSignal::new(0);
    let filter = StoredValue::new(filter);
    let find = move |span: (usize, usize)| {
        let regulation = session.regulation();
        session.read(|workspace| {
            let name = |entry: &crate::domain::Entry| text::act::done(lang, &regulation, entry);
            filter.with_value(|filter| journal::page(workspace.journal(), workspace.school(), filter, span, name))
        })
    };
    let shown = Memo::new(move |_| find(pager::shown(page)));
    let list = Callback::new(move |()| {
        let all = untrack(|| find((0, usize::MAX)));
        file::journal(lang, &untrack(|| session.regulation()), &all.rows, clock::local)
    });
    let total = Signal::derive(move || shown.with(|page| page.total));
    let count = move || told(lang, total.get());
    view! {
        <div class="cluster">
            <p role="status" data-testid="journal-count">{count}</p>
            <ListFiles id="journal" list />
        </div>
        <Show when=move || total.get() != 0>
            <TableRegion caption=msg::journal_caption(lang)>
                <table class="table">
                    <caption class="visually-hidden">{msg::journal_caption(lang)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{msg::journal_when(lang)}</th>
                            <th scope="col">{msg::journal_what(lang)}</th>
                            <th scope="col">{msg::journal_author(lang)}</th>
                            <th scope="col">{msg::journal_clause(lang)}</th>
                            <th scope="col" class="table__number">{msg::journal_records(lang)}</th>
                            <th scope="col" class="table__actions">
                                <span class="visually-hidden">{msg::journal_acts(lang)}</span>
                            </th>
                        </tr>
                    </thead>
                    <List each=move || shown.with(|Page { rows, .. }| rows.clone()) key=Clone::clone let(row)>
                        <JournalRow row />
                    </List>
                </table>
            </TableRegion>
        </Show>
        <Pager page total />
    }
}

fn told(lang: Lang, total: usize) -> String {
    if total == 0 { msg::nothing_found(lang).to_owned() } else { msg::journal_count(lang, total as u64) }
}

/// The name of a kind as the value of an option.
fn code(kind: RecordKind) -> String {
    format!("{kind:?}")
}
