//! What stands in place of the app while the plan is behind the lock. Nothing of the plan is in memory yet.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::store::lock::{By, digits};
use crate::text::{self, Lang, msg};

use super::background::{Background, Failure};
use super::component::{Button, Dialog, ErrorSummary, Look, TextField};
use super::dom;
use super::form::{FieldError, error_at};
use super::keeper::{Keeper, Stuck};
use super::preference::LanguageSelect;
use super::session::{Session, lang};

const SECRET: &str = "lock-secret";
const WORD: &str = "lock-wipe-word";

/// Asks for the passphrase, or for the code of the recovery sheet.
#[component]
pub fn LockScreen() -> impl IntoView {
    let (keeper, background) = (Keeper::expect(), Background::expect());
    let lang = lang();
    let by = RwSignal::new(By::Passphrase);
    let secret = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let is_busy = RwSignal::new(false);
    let is_giving_up = RwSignal::new(false);
    let error = Signal::derive(move || errors.with(|errors| error_at(errors, SECRET)));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        let (by, typed) = (by.get_untracked(), secret.get_untracked());
        let typed = if by == By::Code { digits(&typed) } else { typed };
        errors.set(Vec::new());
        is_busy.set(true);
        spawn_local(async move {
            // Open, this screen is gone, and its signals with it.
            if let Err(stuck) = keeper.open_padlock(background, by, typed).await {
                is_busy.set(false);
                let field = if stuck == Stuck::Wrong { SECRET } else { "" };
                errors.set(vec![FieldError::new(field, sentence(lang, &stuck, by))]);
            }
        });
    };
    let switch = move || {
        by.update(|by| *by = if *by == By::Passphrase { By::Code } else { By::Passphrase });
        secret.set(String::new());
        errors.set(Vec::new());
        request_animation_frame(|| dom::focus(SECRET));
    };
    request_animation_frame(|| dom::focus(SECRET));
    view! {
        <main class="main-content is-narrow lock-screen" id="main" data-testid="lock-screen">
            <h1 class="page-header__title" id="page-title" tabindex="-1">{msg::lock_screen_title(lang)}</h1>
            <p>{msg::lock_screen_text(lang)}</p>
            <form class="stack" novalidate on:submit=submit>
                <ErrorSummary errors />
                {move || {
                    let (label, hint, kind) = match by.get() {
                        By::Passphrase => (msg::lock_passphrase(lang), "", "password"),
                        By::Code => (msg::lock_code(lang), msg::lock_code_hint(lang), "text"),
                    };
                    view! { <TextField label hint value=secret id=SECRET kind error is_required=true /> }
                }}
                <p class="cluster">
                    <button
                        type="submit"
                        class="button is-primary"
                        data-testid="lock-open"
                        aria-disabled=move || is_busy.get().then_some("true")
                    >
                        {msg::lock_open(lang)}
                    </button>
                    <span role="status">{move || is_busy.get().then(|| msg::lock_opening(lang))}</span>
                </p>
            </form>
            <p class="cluster">
                <button type="button" class="link-button" data-testid="lock-switch" on:click=move |_| switch()>
                    {move || if by.get() == By::Passphrase { msg::lock_use_code(lang) } else { msg::lock_use_passphrase(lang) }}
                </button>
                <button type="button" class="link-button" data-testid="lock-give-up" on:click=move |_| is_giving_up.set(true)>
                    {msg::lock_give_up(lang)}
                </button>
            </p>
            <p class="muted">
                <a href="./rescue.html">{msg::rescue_link(lang)}</a>" — "{msg::lock_rescue_text(lang)}
            </p>
            <div class="field is-narrow"><LanguageSelect /></div>
            <Dialog title=msg::lock_give_up(lang) is_open=is_giving_up>
                <GivingUp is_open=is_giving_up />
            </Dialog>
        </main>
    }
}

/// Deletes the plan whose secrets are both lost: the one thing that is left to do here, and it asks.
#[component]
fn GivingUp(is_open: RwSignal<bool>) -> impl IntoView {
    let keeper = Keeper::expect();
    let lang = lang();
    let word = msg::wipe_word(lang);
    let typed = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let error = Signal::derive(move || errors.with(|errors| error_at(errors, WORD)));
    let wipe = move || {
        if crate::domain::words::fold(&typed.get_untracked()) != crate::domain::words::fold(word) {
            errors.set(vec![FieldError::new(WORD, msg::wipe_wrong(lang, word))]);
            return;
        }
        spawn_local(async move {
            if let Err(stuck) = keeper.give_up_padlock().await {
                errors.set(vec![FieldError::new("", sentence(lang, &stuck, By::Passphrase))]);
            }
        });
    };
    view! {
        <div class="dialog__body stack">
            <ErrorSummary errors />
            <p>{msg::lock_give_up_text(lang)}</p>
            <TextField label=msg::wipe_type(lang, word) value=typed id=WORD error is_required=true />
        </div>
        <div class="dialog__actions">
            <Button label=msg::wipe_confirm(lang) look=Look::Danger test_id="lock-wipe" on_click=wipe />
            <Button label=msg::cancel(lang) on_click=move || is_open.set(false) />
        </div>
    }
}

/// Shuts the lock; where that would lose something, says so and leaves the plan open.
pub fn shut(session: Session, keeper: Keeper) {
    spawn_local(async move {
        if let Err(stuck) = keeper.shut_padlock().await {
            session.warn(sentence(session.lang(), &stuck, By::Passphrase));
        }
    });
}

/// Why the lock does not do what was asked, and what helps.
pub fn sentence(lang: Lang, stuck: &Stuck, by: By) -> String {
    match stuck {
        Stuck::Wrong if by == By::Code => msg::lock_wrong_code(lang).to_owned(),
        Stuck::Wrong => msg::lock_wrong(lang).to_owned(),
        Stuck::Worker(Failure::NotLoaded) => msg::lock_no_worker(lang).to_owned(),
        Stuck::Worker(Failure::Crashed | Failure::Stopped) => msg::lock_no_answer(lang).to_owned(),
        Stuck::NoRandomness => msg::lock_no_randomness(lang).to_owned(),
        Stuck::NotSaved => msg::lock_not_saved(lang).to_owned(),
        Stuck::NotDeleted(why) => msg::wipe_failed(lang, &text::place::not_saved(lang, why)),
        Stuck::Place(error) => msg::lock_not_stored(lang, &text::place::reason(lang, error)),
    }
}
