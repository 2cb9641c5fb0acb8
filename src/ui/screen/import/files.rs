//! The files on the desk: what each was recognized as, and what can be done about it.

use leptos::prelude::*;

use crate::order;
use crate::roster::Unreadable;
use crate::roster::header::ListKind;
use crate::text::{self, Lang, msg, number};
use crate::ui::component::{Badge, Button, ChoiceList, List, Look, TableRegion, Tone};
use crate::ui::import_desk::ImportDesk;
use crate::ui::session::lang;
use crate::view::import::{Halt, Intake, Source, Status, mapping};

/// The kinds that a person may say a list is of.
const KINDS: [ListKind; 6] = [
    ListKind::Staff,
    ListKind::Students,
    ListKind::Parents,
    ListKind::Load,
    ListKind::Activities,
    ListKind::ChatMembers,
];

/// The table of files.
#[component]
pub fn Files() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let ids = Memo::new(move |_| desk.intake.with(ids));
    view! {
        <section class="stack" aria-labelledby="import-files-title">
            <div class="cluster is-apart">
                <h2 id="import-files-title">{msg::import_files(lang)}</h2>
                <Button label=msg::import_remove_all(lang) look=Look::Quiet on_click=move || desk.clear() />
            </div>
            <TableRegion caption=msg::import_files(lang)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::import_file(lang)}</th>
                            <th scope="col">{msg::import_file_state(lang)}</th>
                            <th scope="col">{msg::import_file_kind(lang)}</th>
                            <th scope="col" class="table__number">{msg::import_file_rows(lang)}</th>
                            <th scope="col">{msg::import_file_format(lang)}</th>
                            <th scope="col"><span class="visually-hidden">{msg::import_file_actions(lang)}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        <List each=move || ids.get() key=|id| *id let:id>
                            <FileRow id />
                        </List>
                    </tbody>
                </table>
            </TableRegion>
            <Dropped />
        </section>
    }
}

fn ids(intake: &Intake) -> Vec<u32> {
    intake.sources().iter().map(|source| source.id).collect()
}

#[component]
fn FileRow(id: u32) -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    // The row stands until the list without it is shown.
    let source = Memo::new(move |old: Option<&Option<Source>>| {
        desk.intake.with(|intake| intake.source(id).cloned()).or_else(|| old.cloned().flatten())
    });
    let name = source.with_untracked(|source| source.as_ref().map(|source| source.name.clone()).unwrap_or_default());
    let cell = move |show: fn(Lang, &Source) -> String| {
        move || source.with(|source| source.as_ref().map(|source| show(lang, source)))
    };
    let remove_name = msg::import_remove_named(lang, &name);
    view! {
        <tr data-testid="import-file-row" data-file=name.clone() data-state=cell(|_, source| state_code(source).to_owned())>
            <th scope="row">{name.clone()}</th>
            <td>{move || source.get().map(|source| state(lang, &source))}</td>
            <td><Kind id name=name.clone() source /></td>
            <td class="table__number">{cell(rows)}</td>
            <td>{cell(format)}</td>
            <td class="table__actions">
                {move || source.get().and_then(|source| remedy(lang, &desk, &source))}
                <button
                    type="button"
                    class="button is-quiet is-small"
                    aria-label=remove_name
                    on:click=move |_| desk.change(|intake| intake.remove(id))
                >
                    {msg::import_remove_file(lang)}
                </button>
            </td>
        </tr>
    }
}

/// The kind of list, which a person may correct.
#[component]
fn Kind(id: u32, name: String, source: Memo<Option<Source>>) -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let kind = Memo::new(move |_| source.with(|source| source.as_ref().and_then(Source::kind)));
    // While a list is read anew, its choice stays where the focus is.
    let is_text = Memo::new(move |old: Option<&bool>| {
        source.with(|source| match source.as_ref().map(|source| &source.status) {
            Some(Status::Read(file)) => !file.is_one_roster && (file.lists.len() == 1 || kind.get().is_some()),
            Some(Status::Waiting | Status::Reading) => old.copied().unwrap_or(false),
            _ => false,
        })
    });
    let value = Signal::derive(move || kind.get().map_or(String::new(), |kind| kind.code().to_owned()));
    let options = Signal::derive(move || {
        let kinds = KINDS.map(|kind| (kind.code().to_owned(), text::roster::list_kind(lang, kind).to_owned()));
        let none = kind.get().is_none().then(|| (String::new(), msg::import_kind_unknown(lang).to_owned()));
        none.into_iter().chain(kinds).collect::<Vec<_>>()
    });
    let plain = move || {
        source.with(|source| {
            let source = source.as_ref()?;
            Some(match (source.kind(), source.file()) {
                (Some(kind), _) => text::roster::list_kind(lang, kind),
                (None, Some(_)) => msg::import_kind_several(lang),
                (None, None) => "",
            })
        })
    };
    let label = msg::import_file_kind_of(lang, &name);
    view! {
        <Show when=move || is_text.get() fallback=move || plain()>
            <ChoiceList
                name=label.clone()
                value
                options
                on_choose=move |code| desk.change(|intake| intake.set_kind(id, ListKind::of_code(&code)))
            />
        </Show>
    }
}

/// How many rows were read; nothing where nothing was read.
fn rows(lang: Lang, source: &Source) -> String {
    source.file().map(|_| number::grouped(lang, source.row_count() as u64)).unwrap_or_default()
}

/// Encoding, delimiter, header, sheets.
fn format(lang: Lang, source: &Source) -> String {
    let Some(file) = source.file() else { return String::new() };
    let mut parts = Vec::new();
    parts.extend(file.encoding.map(|encoding| text::roster::encoding(encoding).to_owned()));
    if file.is_one_roster || file.lists.len() != 1 {
        parts.push(msg::import_sheets(lang, file.lists.len() as u64));
    } else if let Some(list) = file.lists.first() {
        parts.extend(list.delimiter.map(|delimiter| text::roster::delimiter(lang, delimiter)));
        parts.push(match list.layout.header_line {
            Some(line) => msg::import_header_at(lang, &line.to_string()),
            None => msg::import_header_none(lang).to_owned(),
        });
    }
    parts.join(" · ")
}

fn state_code(source: &Source) -> &'static str {
    match source.status {
        Status::Waiting => "waiting",
        Status::Reading => "reading",
        Status::Read(_) => "read",
        Status::Refused(_) => "refused",
        Status::Halted(_) => "halted",
    }
}

fn state(lang: Lang, source: &Source) -> AnyView {
    match &source.status {
        Status::Waiting => view! { <Badge text=msg::import_waiting(lang) /> }.into_any(),
        Status::Reading => view! { <Badge text=msg::import_reading(lang) tone=Tone::Info /> }.into_any(),
        Status::Read(_) if source.kind() == Some(ListKind::ChatMembers) => {
            view! { <span>{msg::import_chat_members(lang)}</span> }.into_any()
        }
        Status::Read(_) => view! { <Badge text=msg::import_read(lang) tone=Tone::Success /> }.into_any(),
        Status::Refused(error) => {
            view! { <span class="field__error" role="alert">{text::roster::unreadable(lang, error)}</span> }.into_any()
        }
        Status::Halted(halt) => {
            view! { <span class="field__error" role="alert">{halted(lang, *halt)}</span> }.into_any()
        }
    }
}

/// Why a file was not read, in words.
pub fn halted(lang: Lang, halt: Halt) -> &'static str {
    match halt {
        Halt::NotLoaded => msg::halt_not_loaded(lang),
        Halt::Crashed => msg::halt_crashed(lang),
        Halt::Stopped => msg::halt_stopped(lang),
        Halt::Gone => msg::halt_gone(lang),
    }
}

/// What helps a file that was not read.
fn remedy(lang: Lang, desk: &ImportDesk, source: &Source) -> Option<AnyView> {
    let (id, desk) = (source.id, *desk);
    let (label, kind) = match &source.status {
        Status::Refused(Unreadable::WrongKind { found, .. }) => {
            let name = text::roster::list_kind(lang, *found);
            (msg::import_read_as_found(lang, name), Some(*found).filter(|kind| *kind != ListKind::OneRoster))
        }
        Status::Halted(_) => (msg::import_read_again(lang).to_owned(), None),
        _ => return None,
    };
    let is_wrong_kind = matches!(source.status, Status::Refused(_));
    let again = move |_| {
        desk.change(|intake| if is_wrong_kind { intake.set_kind(id, kind) } else { intake.again(id) });
    };
    Some(view! { <button type="button" class="button is-small" on:click=again>{label}</button> }.into_any())
}

/// The columns that are recognized only to be left out (152-ФЗ).
#[component]
fn Dropped() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let columns = Memo::new(move |_| {
        let mut columns: Vec<String> =
            desk.intake.with(|intake| intake.files().iter().flat_map(|file| mapping::dropped(file)).collect());
        order::natural(&mut columns);
        columns.dedup();
        columns.join(", ")
    });
    view! {
        <Show when=move || columns.with(|columns| !columns.is_empty())>
            <div class="notice is-info" data-testid="import-dropped">
                <p class="notice__title">{msg::import_dropped_title(lang)}</p>
                <p class="notice__body">{move || columns.with(|columns| msg::import_dropped_text(lang, columns))}</p>
            </div>
        </Show>
    }
}
