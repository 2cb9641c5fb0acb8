//! An act in the journal: its line, its undo, its old and new values.

use leptos::prelude::*;

use crate::domain::{Change, EntryId};
use crate::text::{self, date, msg};
use crate::ui::clock;
use crate::ui::component::{Badge, ClauseLink, RecordChanges, Tone, spoken};
use crate::ui::form::unique_id;
use crate::ui::session::{Session, lang};
use crate::view::difference;
use crate::view::journal::{PAGE, Row, State};

/// One act: a group of table rows, the second of which opens on demand.
#[component]
pub fn JournalRow(row: Row) -> impl IntoView {
    let lang = lang();
    let is_open = RwSignal::new(false);
    let details_id = unique_id("details");
    let controlled = details_id.clone();
    let name = text::act::name(lang, &Session::expect().regulation(), &row.label.0);
    let step = row.step.note(lang);
    let is_undone = row.state == State::Undone;
    let author = row.author(lang).to_owned();
    let (id, total) = (row.id, row.records);
    let details_name = msg::journal_details_of(lang, &name);
    let hide_name = msg::journal_hide_of(lang, &name);
    let caption = details_name.clone();
    let can_be_undone = matches!(row.state, State::Done | State::ChangedLater);
    let state = row.state;
    let undo_name = name.clone();
    view! {
        <tbody>
            <tr data-testid="journal-row" class:is-muted=is_undone>
                <td class="nowrap">{date::short_time(clock::local(row.at))}</td>
                <th scope="row">
                    {spoken(name)}
                    " "
                    {step.map(|step| view! { <Badge text=step tone=Tone::Info /> })}
                    {is_undone.then(|| view! { <Badge text=msg::journal_undone(lang) tone=Tone::Warning /> })}
                </th>
                <td>
                    {author}
                    {(!row.device.is_empty()).then(|| view! { <span class="table__note">{spoken(row.device.clone())}</span> })}
                </td>
                <td><ClauseLink clause=row.clause /></td>
                <td class="table__number">{text::number::grouped(lang, total as u64)}</td>
                <td class="table__actions">
                    <button
                        type="button"
                        class="button is-small is-quiet"
                        data-testid="journal-details"
                        aria-label=move || if is_open.get() { hide_name.clone() } else { details_name.clone() }
                        aria-expanded=move || is_open.get().to_string()
                        aria-controls=controlled
                        on:click=move |_| is_open.update(|open| *open = !*open)
                    >
                        {move || if is_open.get() { msg::journal_hide(lang) } else { msg::journal_details(lang) }}
                    </button>
                    {can_be_undone.then(|| view! { <UndoButton id name=undo_name state /> })}
                </td>
            </tr>
            <tr id=details_id hidden=move || !is_open.get()>
                <td colspan="6">
                    <Show when=move || is_open.get()>
                        <Details id total caption=caption.clone() />
                    </Show>
                </td>
            </tr>
        </tbody>
    }
}

/// Takes the act back, or says why it cannot be.
#[component]
fn UndoButton(id: EntryId, name: String, state: State) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let why_id = unique_id("why");
    let described_by = why_id.clone();
    let refusal = move || session.shut().or_else(|| state.refusal());
    let why = move || refusal().map(|refusal| text::refusal::sentence(lang, &refusal));
    let is_refused = move || refusal().is_some();
    let undo = move |_| match untrack(refusal) {
        Some(refusal) => session.refuse(&refusal),
        None => session.undo_entry(id),
    };
    view! {
        <button
            type="button"
            class="button is-small"
            data-testid="journal-undo"
            aria-label=msg::journal_undo_of(lang, &name)
            aria-disabled=move || is_refused().then_some("true")
            aria-describedby=move || is_refused().then(|| described_by.clone())
            title=why
            on:click=undo
        >
            {msg::undo(lang)}
        </button>
        <Show when=is_refused>
            <span id=why_id.clone() class="visually-hidden">{why}</span>
        </Show>
    }
}

/// The records of an act, before and after.
#[component]
fn Details(id: EntryId, total: usize, #[prop(into)] caption: String) -> impl IntoView {
    let session = Session::expect();
    let page = RwSignal::new(0);
    let rows = Signal::derive(move || {
        session.peek(|workspace| {
            let Some(entry) = workspace.journal().entry(id) else { return Vec::new() };
            let changes: Vec<&Change> = entry.changes.iter().skip(page.get() * PAGE).take(PAGE).collect();
            difference::rows(changes, workspace.school(), workspace.school())
        })
    });
    view! { <RecordChanges caption rows page total /> }
}
