//! The mapping of each list: what every column holds, corrected by hand, kept as a saved mapping.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Command, ImportProfile};
use crate::roster::header::{Field, ListKind};
use crate::roster::{ReadFile, ReadList};
use crate::text::{self, Lang, msg};
use crate::ui::component::{ActButton, ChoiceList, List, TableRegion, TextField};
use crate::ui::import_desk::ImportDesk;
use crate::ui::session::{Session, lang};
use crate::view::import::mapping::{self, ColumnRow};
use crate::view::import::{Intake, Source, profiles};

/// A fold for every file with columns.
#[component]
pub fn Mappings() -> impl IntoView {
    let desk = ImportDesk::expect();
    let ids = Memo::new(move |_| desk.intake.with(mapped));
    view! {
        <div class="stack is-tight">
            <List each=move || ids.get() key=|id| *id let:id>
                <FileMapping id />
            </List>
        </div>
    }
}

/// The files that have columns to map; one that is read anew keeps its place, and the focus in it.
fn mapped(intake: &Intake) -> Vec<u32> {
    let has_columns = |source: &&Source| match source.file() {
        Some(file) => file.lists.iter().any(|list| !list.layout.columns.is_empty()),
        None => !source.options.corrections.columns.is_empty() || source.options.corrections.kind.is_some(),
    };
    intake.sources().iter().filter(has_columns).map(|source| source.id).collect()
}

#[component]
fn FileMapping(id: u32) -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let file = Memo::new(move |old: Option<&Option<Arc<ReadFile>>>| {
        let read = desk.intake.with(|intake| intake.source(id).and_then(|source| source.file().cloned()));
        read.or_else(|| old.cloned().flatten())
    });
    let name = desk.intake.with_untracked(|intake| intake.source(id).map(|source| source.name.clone()));
    let count = Memo::new(move |_| file.with(|file| file.as_ref().map_or(0, |file| file.lists.len())));
    view! {
        <details data-testid="import-mapping">
            <summary>{msg::import_mapping_of(lang, &name.unwrap_or_default())}</summary>
            <div class="stack">
                <List each=move || 0..count.get() key=|at| *at let:at>
                    <ListMapping id at file />
                </List>
            </div>
        </details>
    }
}

/// A list where it stands, so that its rows are never copied.
#[derive(Clone, Copy)]
struct ListOf {
    file: Memo<Option<Arc<ReadFile>>>,
    at: usize,
}

impl ListOf {
    /// Reads the list; tracks the file.
    fn with<T>(self, read: impl FnOnce(&ReadList) -> T) -> Option<T> {
        self.file.with(|file| file.as_ref().and_then(|file| file.lists.get(self.at)).map(read))
    }
}

/// The columns of one list.
#[component]
fn ListMapping(id: u32, at: usize, file: Memo<Option<Arc<ReadFile>>>) -> impl IntoView {
    let lang = lang();
    let list = ListOf { file, at };
    let rows = Memo::new(move |_| list.with(mapping::columns).unwrap_or_default());
    let kind = Memo::new(move |_| list.with(|list| list.layout.kind).flatten());
    let sheet = move || list.with(|list| list.sheet.clone()).unwrap_or_default();
    let title = move || {
        let sheet = sheet();
        (!sheet.is_empty()).then(|| view! { <h3>{msg::import_sheet(lang, &sheet)}</h3> })
    };
    view! {
        {title}
        <TableRegion caption=msg::import_mapping(lang)>
            <table class="table is-dense">
                <thead>
                    <tr>
                        <th scope="col">{msg::import_column(lang)}</th>
                        <th scope="col">{msg::import_column_samples(lang)}</th>
                        <th scope="col">{msg::import_column_field(lang)}</th>
                    </tr>
                </thead>
                <tbody>
                    <List
                        each=move || rows.get()
                        // The field is read from the rows, so that the choice keeps the focus when it changes.
                        key=|row| (row.number, row.header.clone(), row.samples.clone())
                        let:row
                    >
                        <Column id kind row rows />
                    </List>
                </tbody>
            </table>
        </TableRegion>
        <SaveProfile list />
    }
}

#[component]
fn Column(id: u32, kind: Memo<Option<ListKind>>, row: ColumnRow, rows: Memo<Vec<ColumnRow>>) -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let ColumnRow { key, number, header, samples, .. } = row;
    let field =
        Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.number == number).and_then(|row| row.field)));
    let header = if header.is_empty() { msg::import_column_number(lang, &number.to_string()) } else { header };
    let value = Signal::derive(move || field.get().map_or(String::new(), |field| field.code().to_owned()));
    let options = Signal::derive(move || options(lang, kind.get(), field.get()));
    let choose = move |code: String| {
        desk.change(|intake| intake.set_column(id, key.clone(), Field::of_code(&code)));
    };
    let is_hidden = move || field.get().is_some_and(Field::is_dropped);
    let samples = samples.join(" · ");
    view! {
        <tr>
            <th scope="row">{header.clone()}</th>
            <td>{move || if is_hidden() { msg::import_sample_hidden(lang).to_owned() } else { samples.clone() }}</td>
            <td><ChoiceList name=msg::import_column_field_of(lang, &header) value options on_choose=choose /></td>
        </tr>
    }
}

/// The fields to choose among; the present one stands among them, whatever the kind.
fn options(lang: Lang, kind: Option<ListKind>, present: Option<Field>) -> Vec<(String, String)> {
    let mut fields = mapping::fields(kind);
    if let Some(present) = present.filter(|field| !fields.contains(field)) {
        fields.insert(0, present);
    }
    let none = (String::new(), msg::import_column_none(lang).to_owned());
    let named = fields.into_iter().map(|field| (field.code().to_owned(), text::roster::field(lang, field).to_owned()));
    std::iter::once(none).chain(named).collect()
}

/// Keeps the mapping for the next list with these headers.
#[component]
fn SaveProfile(list: ListOf) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let used = Memo::new(move |_| {
        let profiles = session.read(|workspace| profiles(workspace.school()));
        list.with(|list| mapping::profile_of(list, &profiles).cloned()).flatten()
    });
    let name =
        RwSignal::new(used.with_untracked(|used| used.as_ref().map(|used| used.name.clone())).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let can_be_saved = move || list.with(mapping::can_be_saved).unwrap_or(false);
    let save = move || {
        let name = name.get_untracked();
        if name.trim().is_empty() {
            error.set(Some(msg::import_profile_name_missing(lang).to_owned()));
            return;
        }
        error.set(None);
        let used = used.get_untracked();
        let id = used.as_ref().map_or_else(|| session.fresh(), |used| used.id);
        let profile: Option<ImportProfile> = untrack(|| list.with(|list| mapping::saved(id, &name, list)));
        if let Some(profile) = profile {
            let _ = session.dispatch(&Command::Save(profile.into()));
        }
    };
    view! {
        {move || used.get().map(|used| view! { <p class="field__hint">{msg::import_profile_used(lang, &used.name)}</p> })}
        <div class="filter-bar" hidden=move || !can_be_saved()>
            <TextField label=msg::import_profile_name(lang) hint=msg::import_profile_name_hint(lang) value=name error />
            <ActButton label=msg::import_profile_save(lang) test_id="import-save-profile" on_click=save />
        </div>
    }
}
