//! The plan as a file.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::text::msg;
use crate::ui::component::{Button, Look, TextField};
use crate::ui::copy_out::{Place, SameFile, copy_out, last_copy_text, name_of_today};
use crate::ui::keeper::Keeper;
use crate::ui::session::{Session, lang};
use crate::view::overview::is_empty;

/// The card with the note and the button.
#[component]
pub fn Export() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let note = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let is_empty = Memo::new(move |_| session.read(|workspace| is_empty(workspace.school())));
    let is_chosen = RwSignal::new(SameFile::is_chosen());
    let save = move |in_file: bool| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            let place = if in_file {
                let Some(file) = SameFile::choose(&name_of_today(session)).await else {
                    is_busy.set(false);
                    return;
                };
                Place::File(file)
            } else {
                Place::Downloads
            };
            let copy = copy_out(session, keeper, note.get_untracked().trim().to_owned(), place).await;
            is_chosen.set(SameFile::is_chosen());
            match copy {
                Ok((file, _)) if in_file => {
                    note.set(String::new());
                    session.say(msg::export_saved(lang, &file));
                }
                Ok((file, _)) => {
                    note.set(String::new());
                    session.say(msg::export_done(lang, &file));
                }
                Err(error) => session.warn(error.sentence(lang)),
            }
            is_busy.set(false);
        });
    };
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::export_title(lang)}</h2></div>
            <div class="card__body stack">
                <p>{msg::export_text(lang)}</p>
                <Show when=move || !is_empty.get() fallback=move || view! { <p class="muted">{msg::export_empty(lang)}</p> }>
                    <TextField label=msg::export_note(lang) hint=msg::export_note_hint(lang) value=note id="snapshot-note" />
                    <p class="cluster">
                        <Button label=msg::export_button(lang) look=Look::Primary test_id="snapshot-export" on_click=move || save(false) />
                        {SameFile::is_there().then(|| view! {
                            <button type="button" class="button" data-testid="snapshot-same-file" on:click=move |_| save(true)>
                                {move || if is_chosen.get() { msg::save_same_file(lang) } else { msg::save_choose_file(lang) }}
                            </button>
                        })}
                        <span role="status">{move || is_busy.get().then(|| msg::export_busy(lang))}</span>
                    </p>
                    <p class="muted" data-testid="snapshot-last">{move || last_copy_text(session, keeper)}</p>
                </Show>
            </div>
        </section>
    }
}
