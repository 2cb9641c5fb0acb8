//! Opening a file: choosing it, reading it, saying why it does not open.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::snapshot::{self, Opened, Proposal, Unreadable};
use crate::text::{self, msg};
use crate::ui::component::Button;
use crate::ui::dom;
use crate::ui::keeper::{Keeper, breathe};
use crate::ui::session::{Session, lang};

use super::preview::Preview;

/// How far the opening of a file is.
#[derive(Clone)]
pub enum Stage {
    /// No file yet.
    Choosing,
    /// The file is being read.
    Reading(String),
    /// It does not open.
    Failed {
        /// Name of the file.
        file: String,
        /// What to tell.
        sentence: String,
        /// What is in it all the same, where that may be looked at.
        altered: Option<Box<Opened>>,
    },
    /// What opening would do.
    Proposed(Arc<Proposal>),
}

/// The card that takes a file, and what came of it.
#[component]
pub fn Import() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let stage = RwSignal::new(Stage::Choosing);
    let take = move |file: File| read(session, keeper, stage, file);
    let another = move || stage.set(Stage::Choosing);
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::opening_title(lang)}</h2></div>
            <div class="card__body stack">
                <p>{msg::opening_text(lang)}</p>
                {move || match stage.get() {
                    Stage::Choosing => view! { <FileDrop take /> }.into_any(),
                    Stage::Reading(file) => view! { <p role="status">{msg::opening_reading(lang, &file)}</p> }.into_any(),
                    Stage::Failed { file, sentence, altered } => {
                        let look = altered.map(|opened| {
                            let file = file.clone();
                            let look = move || {
                                let file = file.clone();
                                propose(session, keeper, stage, file, Err(Unreadable::Altered(opened.clone())), true);
                            };
                            view! { <Button label=msg::opening_altered_look(lang) test_id="snapshot-look" on_click=look /> }
                        });
                        view! {
                            <div class="notice is-error" role="alert" data-testid="snapshot-error">
                                <h3 class="notice__title">{msg::opening_refused(lang, &file)}</h3>
                                <p class="notice__body">{sentence}</p>
                                <div class="notice__actions cluster">
                                    <Button label=msg::opening_another(lang) test_id="snapshot-another" on_click=another />
                                    {look}
                                </div>
                            </div>
                        }
                            .into_any()
                    }
                    Stage::Proposed(proposal) => view! { <Preview proposal stage /> }.into_any(),
                }}
            </div>
        </section>
    }
}

/// Where a file is dropped or chosen.
#[component]
fn FileDrop(take: impl Fn(File) + Copy + 'static) -> impl IntoView {
    let lang = lang();
    let is_over = RwSignal::new(false);
    let on_drop = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            take(file);
        }
    };
    view! {
        <label
            class="drop-zone"
            class:is-over=move || is_over.get()
            data-testid="snapshot-drop"
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=on_drop
        >
            <input
                type="file"
                accept=".json,application/json"
                data-testid="snapshot-file"
                on:change:target=move |event| {
                    if let Some(file) = event.target().files().and_then(|files| files.get(0)) {
                        take(file);
                    }
                }
            />
            <span class="drop-zone__title">{msg::opening_drop(lang)}</span>
            <span class="drop-zone__text">{msg::opening_drop_hint(lang)}</span>
            <span class="drop-zone__button">{msg::opening_choose(lang)}</span>
        </label>
    }
}

/// Reads a file and proposes its opening. A file beyond the limit is refused before its bytes are touched.
fn read(session: Session, keeper: Keeper, stage: RwSignal<Stage>, file: File) {
    let lang = session.lang();
    let name = file.name();
    // A file's size is a whole number that a double holds exactly.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates; a size is whole")]
    let size = file.size() as u64;
    if size > snapshot::LIMIT as u64 {
        let error = Unreadable::TooBig { bytes: size, limit: snapshot::LIMIT as u64 };
        stage.set(failed(lang, name, error));
        return;
    }
    stage.set(Stage::Reading(name.clone()));
    spawn_local(async move {
        let Some(bytes) = dom::file_bytes(&file).await else {
            let sentence = msg::opening_gone(lang).to_owned();
            stage.set(Stage::Failed { file: name, sentence, altered: None });
            return;
        };
        breathe().await;
        let read = snapshot::read(&bytes);
        drop(bytes);
        breathe().await;
        propose(session, keeper, stage, name, read, false);
    });
}

/// Shows what opening would do. An altered file is looked at only by the person's own choice.
fn propose(
    session: Session,
    keeper: Keeper,
    stage: RwSignal<Stage>,
    file: String,
    read: Result<Opened, Unreadable>,
    is_chosen: bool,
) {
    let lang = session.lang();
    if let (Err(error @ Unreadable::Altered(_)), false) = (&read, is_chosen) {
        stage.set(failed(lang, file, error.clone()));
        return;
    }
    let lineage = keeper.lineage();
    let proposal = session.peek(|workspace| snapshot::propose(workspace, &lineage, &file, read));
    stage.set(match proposal {
        Ok(proposal) => Stage::Proposed(Arc::new(proposal)),
        Err(error) => failed(lang, file, error),
    });
}

fn failed(lang: text::Lang, file: String, error: Unreadable) -> Stage {
    let sentence = text::snapshot::unreadable(lang, &error);
    let altered = match error {
        Unreadable::Altered(opened) => Some(opened),
        _ => None,
    };
    Stage::Failed { file, sentence, altered }
}
