//! Deleting the plan: the one act that cannot be undone, and so the one that asks.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::words::fold;
use crate::text::{self, msg};
use crate::ui::component::{ActButton, Button, Dialog, ErrorSummary, Look, TextField};
use crate::ui::copy_out::{Place, copy_out};
use crate::ui::form::{FieldError, error_at};
use crate::ui::keeper::Keeper;
use crate::ui::router;
use crate::ui::same_file::SameFile;
use crate::ui::session::{Session, lang};
use crate::view::route::Route;

const WORD: &str = "settings-wipe-word";

/// The card with the button that opens the dialog.
#[component]
pub fn WipeCard() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let is_open = RwSignal::new(false);
    let has_plan = Memo::new(move |_| session.read(|workspace| workspace.revision() > 0));
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::wipe_title(lang)}</h2></div>
            <div class="card__body stack">
                <Show when=move || has_plan.get() fallback=move || view! { <p class="muted">{msg::wipe_empty(lang)}</p> }>
                    <p>{msg::wipe_text(lang)}</p>
                    <p>
                        <ActButton
                            label=msg::wipe_button(lang)
                            look=Look::Danger
                            test_id="settings-wipe"
                            on_click=move || is_open.set(true)
                        />
                    </p>
                </Show>
            </div>
        </section>
        <Dialog title=msg::wipe_title(lang) is_open>
            <Confirmation is_open />
        </Dialog>
    }
}

/// The word to type, the copy offered first, the last button.
#[component]
fn Confirmation(is_open: RwSignal<bool>) -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    let school = session.peek(|workspace| {
        workspace.school().organisation().values().next().map(|row| row.short_name.trim().to_owned())
    });
    let word = school.filter(|name| !name.is_empty()).unwrap_or_else(|| msg::wipe_word(lang).to_owned());
    let label = msg::wipe_type(lang, &word);
    let typed = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let error = Signal::derive(move || errors.with(|errors| error_at(errors, WORD)));
    let download = move || {
        spawn_local(async move {
            match copy_out(session, keeper, String::new(), Place::Downloads).await {
                Ok((file, _)) => session.say(msg::export_done(lang, &file)),
                Err(error) => session.warn(error.sentence(lang)),
            }
        });
    };
    let wipe = move || {
        if typed.with_untracked(|typed| letters(typed) != letters(&word)) {
            errors.set(vec![FieldError::new(WORD, msg::wipe_wrong(lang, &word))]);
            return;
        }
        errors.set(Vec::new());
        spawn_local(async move {
            match keeper.wipe().await {
                Ok(()) => {
                    session.set_device(|device| device.last_export = 0);
                    SameFile::forget().await;
                    is_open.set(false);
                    session.say(msg::wipe_done(lang).to_owned());
                    router::go(Route::Overview);
                }
                Err(error) => session.warn(msg::wipe_failed(lang, &text::place::not_saved(lang, &error))),
            }
        });
    };
    view! {
        <div class="dialog__body stack">
            <ErrorSummary errors />
            <p>{msg::wipe_text(lang)}</p>
            <p><Button label=msg::wipe_download(lang) test_id="settings-wipe-download" on_click=download /></p>
            <TextField label value=typed id=WORD error is_required=true />
        </div>
        <div class="dialog__actions">
            <Button label=msg::wipe_confirm(lang) look=Look::Danger test_id="settings-wipe-confirm" on_click=wipe />
            <Button label=msg::cancel(lang) on_click=move || is_open.set(false) />
        </div>
    }
}

/// What counts of a typed word: letters and figures, not quotes, case or spaces.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}
