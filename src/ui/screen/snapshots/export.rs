//! The plan as a file.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::text::msg;
use crate::ui::component::{Button, Look, TextField};
use crate::ui::copy_out::{Place, copy_out, last_copy_text, name_of_today};
use crate::ui::keeper::Keeper;
use crate::ui::same_file::SameFile;
use crate::ui::session::{Session, lang};
use crate::view::overview::is_empty;

/// How a snapshot leaves.
#[derive(Clone, Copy)]
enum Way {
    /// To the downloads.
    Download,
    /// Into the file that was chosen before.
    SameFile,
    /// Into a file that is chosen now.
    OtherFile,
}

/// The browser, or the person whom it asked, does not let the page write the file.
struct NotAllowed;

impl Way {
    /// Where it goes; nowhere where the person thinks better of it.
    async fn place(self, session: Session) -> Result<Option<Place>, NotAllowed> {
        let file = match self {
            Self::Download => return Ok(Some(Place::Downloads)),
            Self::SameFile => SameFile::known().await,
            Self::OtherFile => SameFile::choose(&name_of_today(session)).await,
        };
        match file {
            Some(file) if file.is_allowed().await => Ok(Some(Place::File(file))),
            Some(_) => Err(NotAllowed),
            None => Ok(None),
        }
    }
}

/// The card with the note and the buttons.
#[component]
pub fn Export() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let note = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let is_empty = Memo::new(move |_| session.read(|workspace| is_empty(workspace.school())));
    let chosen = RwSignal::new(None::<String>);
    spawn_local(async move {
        chosen.try_set(SameFile::known().await.map(|file| file.name()));
    });
    let save = move |way: Way| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            let outcome = match way.place(session).await {
                Ok(Some(place)) => {
                    let copy = copy_out(session, keeper, note.get_untracked().trim().to_owned(), place).await;
                    copy.map(Some).map_err(|error| error.sentence(lang))
                }
                Ok(None) => Ok(None),
                Err(NotAllowed) => Err(msg::save_not_allowed(lang).to_owned()),
            };
            let file = SameFile::known().await.map(|file| file.name());
            match outcome {
                Ok(Some((name, _))) => {
                    note.set(String::new());
                    session.say(match (way, &file) {
                        (Way::Download, _) | (_, None) => msg::export_done(lang, &name),
                        (_, Some(file)) => msg::export_saved(lang, file),
                    });
                }
                Ok(None) => {}
                Err(sentence) => session.warn(sentence),
            }
            chosen.set(file);
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
                        <Button label=msg::export_button(lang) look=Look::Primary test_id="snapshot-export" on_click=move || save(Way::Download) />
                        {SameFile::is_there().then(|| view! {
                            {move || chosen.get().map(|file| view! {
                                <button type="button" class="button" data-testid="snapshot-same-file" on:click=move |_| save(Way::SameFile)>
                                    {msg::save_same_file(lang, &file)}
                                </button>
                            })}
                            <button type="button" class="button" data-testid="snapshot-choose-file" on:click=move |_| save(Way::OtherFile)>
                                {move || if chosen.with(Option::is_some) { msg::save_other_file(lang) } else { msg::save_choose_file(lang) }}
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
