//! Where lists come from: dropped, chosen or pasted.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{DataTransfer, FileList};

use crate::roster::header::ListKind;
use crate::text::{self, msg};
use crate::ui::component::{Button, SelectField, TextArea};
use crate::ui::import_desk::ImportDesk;
use crate::ui::session::lang;

/// The kinds that can be asked for.
const KINDS: [ListKind; 6] =
    [ListKind::Staff, ListKind::Students, ListKind::Parents, ListKind::Load, ListKind::Activities, ListKind::OneRoster];

/// The drop zone, the kind that is asked for, and the field for pasting.
#[component]
pub fn Sources() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let is_over = RwSignal::new(false);
    drop_anywhere(is_over);
    let expect = RwSignal::new(desk.expect.get_untracked().map_or(String::new(), |kind| kind.code().to_owned()));
    let kinds = std::iter::once((String::new(), msg::import_expect_any(lang).to_owned()))
        .chain(KINDS.map(|kind| (kind.code().to_owned(), text::roster::list_kind(lang, kind).to_owned())))
        .collect::<Vec<_>>();
    let choose = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        desk.expect.set(ListKind::of_code(&expect.get_untracked()));
        desk.add_files(listed(input.files()));
        // So that the same file can be chosen again after it was corrected.
        input.set_value("");
    };
    view! {
        <section class="stack" aria-label=msg::import_choose(lang)>
            <label class="drop-zone" class:is-over=move || is_over.get()>
                <input
                    type="file"
                    multiple
                    accept=".csv,.tsv,.txt,.xlsx,.xlsm,.zip,.xls"
                    aria-label=msg::import_choose(lang)
                    data-testid="import-files"
                    on:change:target=choose
                />
                <span class="drop-zone__title">{msg::import_drop_title(lang)}</span>
                <span class="drop-zone__text">{msg::import_drop_text(lang)}</span>
                <span class="drop-zone__button" aria-hidden="true">{msg::import_choose(lang)}</span>
            </label>
            <SelectField
                label=msg::import_expect(lang)
                hint=msg::import_expect_hint(lang)
                value=expect
                options=Signal::stored(kinds)
                id="import-expect"
            />
            <Paste />
        </section>
    }
}

/// The field for what was copied from a spreadsheet.
#[component]
fn Paste() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let error = RwSignal::new(None::<String>);
    let read = move || {
        let text = desk.pasted.get_untracked();
        if text.trim().is_empty() {
            error.set(Some(msg::import_paste_empty(lang).to_owned()));
            return;
        }
        error.set(None);
        desk.add_text(|number| msg::import_pasted(lang, u64::from(number)), text);
        desk.pasted.set(String::new());
    };
    view! {
        <details>
            <summary>{msg::import_paste_title(lang)}</summary>
            <div class="stack">
                <TextArea
                    label=msg::import_paste_label(lang)
                    hint=msg::import_paste_hint(lang)
                    value=desk.pasted
                    error
                    rows=8
                    id="import-paste"
                />
                <p><Button label=msg::import_paste_read(lang) test_id="import-read-paste" on_click=read /></p>
            </div>
        </details>
    }
}

/// Files may be dropped anywhere while this screen is open: beside the zone, a browser would leave the page for them.
fn drop_anywhere(is_over: RwSignal<bool>) {
    let desk = ImportDesk::expect();
    let has_files = |data: Option<DataTransfer>| data.is_some_and(|data| data.types().includes(&"Files".into(), 0));
    let over = window_event_listener(ev::dragover, move |event| {
        if has_files(event.data_transfer()) {
            event.prevent_default();
            is_over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        is_over.set(false);
        let Some(data) = event.data_transfer().filter(|data| has_files(Some(data.clone()))) else { return };
        event.prevent_default();
        desk.add_files(listed(data.files()));
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        dropped.remove();
    });
}

fn listed(files: Option<FileList>) -> Vec<web_sys::File> {
    files.map(|files| (0..files.length()).filter_map(|index| files.get(index)).collect()).unwrap_or_default()
}
