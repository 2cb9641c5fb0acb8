//! The saved mappings: renamed, deleted.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Command, ImportProfile, RecordKey};
use crate::roster::header::ListKind;
use crate::text::{self, msg};
use crate::ui::component::{ActButton, Button, Dialog, List, Look, TableRegion, TextField};
use crate::ui::session::{Session, lang};
use crate::view::import::profiles;

/// The table of saved mappings; hidden while there is none.
#[component]
pub fn Profiles() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let rows = Memo::new(move |_| session.read(|workspace| profiles(workspace.school())));
    let renamed = RwSignal::new(None::<Arc<ImportProfile>>);
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section class="stack" aria-labelledby="import-profiles-title">
                <h2 id="import-profiles-title">{msg::import_profiles(lang)}</h2>
                <TableRegion caption=msg::import_profiles(lang)>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{msg::import_profile_name(lang)}</th>
                                <th scope="col">{msg::import_file_kind(lang)}</th>
                                <th scope="col">{msg::import_mapping(lang)}</th>
                                <th scope="col">
                                    <span class="visually-hidden">{msg::import_file_actions(lang)}</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            <List
                                each=move || rows.get()
                                key=|row| (row.id, row.name.clone(), row.kind.clone(), row.columns.len())
                                let:row
                            >
                                <ProfileRow row renamed />
                            </List>
                        </tbody>
                    </table>
                </TableRegion>
            </section>
        </Show>
        <Rename renamed />
    }
}

#[component]
fn ProfileRow(row: Arc<ImportProfile>, renamed: RwSignal<Option<Arc<ImportProfile>>>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let kind = ListKind::of_code(&row.kind).map(|kind| text::roster::list_kind(lang, kind));
    let key = RecordKey::to::<ImportProfile>(row.id);
    let rename_label = msg::import_profile_rename_named(lang, &row.name);
    let delete_label = msg::import_profile_delete_named(lang, &row.name);
    let columns = msg::import_profile_columns(lang, row.columns.len() as u64);
    let name = row.name.clone();
    view! {
        <tr data-testid="import-profile-row">
            <th scope="row">{name}</th>
            <td>{kind}</td>
            <td>{columns}</td>
            <td class="table__actions">
                <ActButton label=msg::import_rename(lang) about=rename_label look=Look::Quiet is_small=true on_click=move || renamed.set(Some(row.clone())) />
                <ActButton
                    label=msg::delete(lang)
                    about=delete_label
                    look=Look::Quiet
                    is_small=true
                    on_click=move || drop(session.dispatch(&Command::Remove(key)))
                />
            </td>
        </tr>
    }
}

/// The dialog for a new name.
#[component]
fn Rename(renamed: RwSignal<Option<Arc<ImportProfile>>>) -> impl IntoView {
    let lang = lang();
    let is_open = RwSignal::new(false);
    // Opening follows the choice; closing is the dialog's own, by Escape too.
    Effect::new(move || {
        if renamed.with(Option::is_some) {
            is_open.set(true);
        }
    });
    view! {
        <Dialog title=msg::import_rename(lang) is_open>
            {move || renamed.get().map(|profile| view! { <RenameForm profile is_open renamed /> })}
        </Dialog>
    }
}

#[component]
fn RenameForm(
    profile: Arc<ImportProfile>,
    is_open: RwSignal<bool>,
    renamed: RwSignal<Option<Arc<ImportProfile>>>,
) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let name = RwSignal::new(profile.name.clone());
    let error = RwSignal::new(None::<String>);
    on_cleanup(move || renamed.set(None));
    let save = move || {
        let text = name.get_untracked().trim().to_owned();
        if text.is_empty() {
            error.set(Some(msg::import_profile_name_missing(lang).to_owned()));
            return;
        }
        let changed = ImportProfile { name: text, ..profile.as_ref().clone() };
        if session.dispatch(&Command::Save(changed.into())).is_ok() {
            is_open.set(false);
        }
    };
    view! {
        <div class="dialog__body stack">
            <TextField label=msg::import_profile_name(lang) value=name error is_required=true />
        </div>
        <div class="dialog__actions">
            <Button label=msg::save(lang) look=Look::Primary on_click=save />
            <Button label=msg::cancel(lang) on_click=move || is_open.set(false) />
        </div>
    }
}
