//! The lock of a shared computer: turned on with a recovery sheet, shut, changed, turned off.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::store::lock::{By, MINUTES, SHORTEST, grouped};
use crate::text::{Lang, msg};
use crate::ui::background::Background;
use crate::ui::component::form_body::{Body, body};
use crate::ui::component::{ActButton, Button, Choice, Dialog, Look, SelectField, TextField};
use crate::ui::form::{FieldError, error_at};
use crate::ui::keeper::{Keeper, Secrets, Stuck, new_code};
use crate::ui::lock_screen::{sentence, shut};
use crate::ui::printing;
use crate::ui::session::{Session, lang};

const PRESENT: &str = "lock-present";
const NEW: &str = "lock-new";
const AGAIN: &str = "lock-again";
const MINUTES_FIELD: &str = "lock-minutes";

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The passphrase of a new lock.
    Begin,
    /// Another passphrase.
    Change,
    /// Another recovery sheet.
    Renew,
    /// No lock any more.
    End,
}

/// What the dialogs of the card share.
#[derive(Clone, Copy)]
struct Dialogs {
    session: Session,
    keeper: Keeper,
    background: Background,
    lang: Lang,
    step: RwSignal<Option<Step>>,
    is_open: RwSignal<bool>,
    errors: RwSignal<Vec<FieldError>>,
    is_busy: RwSignal<bool>,
    present: RwSignal<String>,
    new: RwSignal<String>,
    again: RwSignal<String>,
    minutes: RwSignal<String>,
    /// The code of the recovery sheet, while it is shown.
    code: RwSignal<Option<String>>,
    is_written_down: RwSignal<bool>,
}

/// The card of the lock.
#[component]
pub fn LockCard() -> impl IntoView {
    let dialogs = Dialogs::new();
    let Dialogs { keeper, lang, .. } = dialogs;
    let session = dialogs.session;
    let is_on = Memo::new(move |_| keeper.padlock.with(Option::is_some));
    let open = move |step| move || dialogs.begin(step);
    view! {
        <section class="card" data-testid="settings-lock">
            <div class="card__header"><h2 class="card__title">{msg::lock_title(lang)}</h2></div>
            <div class="card__body stack">
                <p class="prose">{msg::lock_text(lang)}</p>
                <Show
                    when=move || is_on.get()
                    fallback=move || view! {
                        <p>
                            <ActButton label=msg::lock_turn_on(lang) test_id="lock-turn-on" on_click=open(Step::Begin) />
                        </p>
                    }
                >
                    <p><strong>{msg::lock_is_on(lang)}</strong></p>
                    <Show when=move || session.shut().is_none()><div class="fields"><Minutes dialogs /></div></Show>
                    <p class="cluster">
                        <Button label=msg::lock_shut(lang) look=Look::Primary test_id="lock-shut" on_click=move || shut(session, keeper) />
                        <ActButton label=msg::lock_change(lang) test_id="lock-change" on_click=open(Step::Change) />
                        <ActButton label=msg::lock_renew(lang) test_id="lock-renew" on_click=open(Step::Renew) />
                        <ActButton label=msg::lock_turn_off(lang) test_id="lock-turn-off" on_click=open(Step::End) />
                    </p>
                </Show>
                <p class="muted prose">{msg::lock_limits(lang)}</p>
            </div>
        </section>
        {move || {
            let step = dialogs.step.get()?;
            let on_close = Callback::new(move |()| dialogs.close());
            Some(view! { <Dialog title=title(lang, step) is_open=dialogs.is_open on_close>{form(dialogs, step)}</Dialog> })
        }}
    }
}

impl Dialogs {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            session: Session::expect(),
            keeper: Keeper::expect(),
            background: Background::expect(),
            lang: lang(),
            step: RwSignal::new(None),
            is_open: RwSignal::new(false),
            errors: RwSignal::new(Vec::new()),
            is_busy: RwSignal::new(false),
            present: text(),
            new: text(),
            again: text(),
            minutes: RwSignal::new(MINUTES[1].to_string()),
            code: RwSignal::new(None),
            is_written_down: RwSignal::new(false),
        }
    }

    fn begin(self, step: Step) {
        self.is_open.set(true);
        self.step.set(Some(step));
    }

    /// Forgets what was typed.
    fn close(self) {
        self.step.set(None);
        self.code.set(None);
        self.is_written_down.set(false);
        self.is_busy.set(false);
        self.errors.set(Vec::new());
        for text in [self.present, self.new, self.again] {
            text.set(String::new());
        }
    }

    /// What is wrong with the fields of a step.
    fn faults(self, step: Step) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if step != Step::Begin && self.present.with_untracked(String::is_empty) {
            faults.push(FieldError::new(PRESENT, msg::lock_missing(self.lang)));
        }
        if matches!(step, Step::Begin | Step::Change) {
            if self.new.with_untracked(|new| new.chars().count()) < SHORTEST {
                faults.push(FieldError::new(NEW, msg::lock_too_short(self.lang, SHORTEST as u64)));
            } else if self.new.get_untracked() != self.again.get_untracked() {
                faults.push(FieldError::new(AGAIN, msg::lock_not_same(self.lang)));
            }
        }
        faults
    }

    /// The main button.
    fn submit(self, step: Step) {
        if self.is_busy.get_untracked() {
            return;
        }
        let faults = self.faults(step);
        if !faults.is_empty() {
            self.errors.set(faults);
            return;
        }
        self.errors.set(Vec::new());
        // The sheet is on paper before anything depends on it.
        if matches!(step, Step::Begin | Step::Renew) && self.code.with_untracked(Option::is_none) {
            match new_code() {
                Some(code) => self.code.set(Some(code)),
                None => self.tell(&Stuck::NoRandomness),
            }
            return;
        }
        if self.code.with_untracked(Option::is_some) && !self.is_written_down.get_untracked() {
            self.errors.set(vec![FieldError::new("", msg::lock_write_down(self.lang))]);
            return;
        }
        self.is_busy.set(true);
        spawn_local(async move {
            let result = self.carry_out(step).await;
            self.is_busy.set(false);
            match result {
                Ok(()) => {
                    self.is_open.set(false);
                    self.session.say(done(self.lang, step).to_owned());
                }
                Err(stuck) => self.tell(&stuck),
            }
        });
    }

    async fn carry_out(self, step: Step) -> Result<(), Stuck> {
        let Self { keeper, background, .. } = self;
        let (present, new) = (self.present.get_untracked(), self.new.get_untracked());
        let code = self.code.get_untracked().unwrap_or_default();
        match step {
            Step::Begin => {
                let minutes = self.minutes.get_untracked().parse().unwrap_or(MINUTES[1]);
                keeper.turn_padlock_on(background, Secrets { passphrase: new, code }, minutes).await
            }
            Step::Change => keeper.change_padlock(background, present, By::Passphrase, new).await,
            Step::Renew => keeper.change_padlock(background, present, By::Code, code).await,
            Step::End => keeper.turn_padlock_off(background, present).await,
        }
    }

    fn tell(self, stuck: &Stuck) {
        let field = if *stuck == Stuck::Wrong { PRESENT } else { "" };
        self.errors.set(vec![FieldError::new(field, sentence(self.lang, stuck, By::Passphrase))]);
    }

    fn error(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.errors.with(|errors| error_at(errors, field)))
    }
}

const fn title(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Begin => msg::lock_turn_on(lang),
        Step::Change => msg::lock_change(lang),
        Step::Renew => msg::lock_renew(lang),
        Step::End => msg::lock_turn_off(lang),
    }
}

const fn done(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Begin => msg::lock_turned_on(lang),
        Step::Change => msg::lock_changed(lang),
        Step::Renew => msg::lock_renewed(lang),
        Step::End => msg::lock_turned_off(lang),
    }
}

/// The form of a step; made anew when the sheet is shown.
fn form(dialogs: Dialogs, step: Step) -> impl IntoView {
    let lang = dialogs.lang;
    move || {
        let code = dialogs.code.get();
        let label = match (step, &code) {
            (Step::Begin | Step::Renew, None) => msg::lock_to_sheet(lang),
            _ => title(lang, step),
        };
        let fields = match code {
            Some(code) => sheet(dialogs, &code),
            None => fields(dialogs, step),
        };
        let fields = view! {
            <div class="stack">
                {fields}
                <p role="status">{move || dialogs.is_busy.get().then(|| msg::lock_opening(lang))}</p>
            </div>
        };
        body(Body {
            is_open: dialogs.is_open,
            errors: dialogs.errors,
            submit: Box::new(move || dialogs.submit(step)),
            label: label.to_owned(),
            test_id: "lock-submit",
            remove: None,
            fields: fields.into_any(),
        })
    }
}

fn fields(dialogs: Dialogs, step: Step) -> AnyView {
    let lang = dialogs.lang;
    let secret = move |label: &'static str, hint: &'static str, value, id: &'static str| {
        view! { <TextField label hint value id kind="password" error=dialogs.error(id) is_required=true /> }
    };
    let has_present = step != Step::Begin;
    let has_new = matches!(step, Step::Begin | Step::Change);
    view! {
        <p>{about(lang, step)}</p>
        {has_present.then(|| secret(msg::lock_present(lang), "", dialogs.present, PRESENT))}
        {has_new.then(|| secret(msg::lock_new(lang), msg::lock_new_hint(lang), dialogs.new, NEW))}
        {has_new.then(|| secret(msg::lock_again(lang), "", dialogs.again, AGAIN))}
        {(step == Step::Begin).then(|| view! {
            <SelectField label=msg::lock_minutes(lang) value=dialogs.minutes options=minutes(lang) id=MINUTES_FIELD is_narrow=true />
        })}
    }
    .into_any()
}

const fn about(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Begin => msg::lock_about_on(lang),
        Step::Change => msg::lock_about_change(lang),
        Step::Renew => msg::lock_about_renew(lang),
        Step::End => msg::lock_about_off(lang),
    }
}

/// The recovery sheet, which is printed alone.
fn sheet(dialogs: Dialogs, code: &str) -> AnyView {
    let lang = dialogs.lang;
    let address = window().location().origin().unwrap_or_default();
    view! {
        <article class="paper printed-alone" data-testid="lock-sheet">
            <h3 class="paper__name">{msg::lock_sheet_title(lang)}</h3>
            <p>{msg::lock_sheet_text(lang, &address)}</p>
            <p class="recovery-code" data-testid="lock-code">{grouped(code)}</p>
            <p>{msg::lock_sheet_keep(lang)}</p>
        </article>
        <p><Button label=msg::table_print(lang) test_id="lock-print" on_click=printing::print /></p>
        <Choice label=msg::lock_written_down(lang) value=dialogs.is_written_down />
    }
    .into_any()
}

fn minutes(lang: Lang) -> Vec<(String, String)> {
    MINUTES.iter().map(|minutes| (minutes.to_string(), msg::lock_after(lang, u64::from(*minutes)))).collect()
}

/// The time after which the page locks itself; kept as it is chosen.
#[component]
fn Minutes(dialogs: Dialogs) -> impl IntoView {
    let Dialogs { keeper, session, lang, .. } = dialogs;
    let own = keeper.padlock.with_untracked(|lock| lock.as_ref().map_or(MINUTES[1], |lock| lock.minutes));
    let value = RwSignal::new(own.to_string());
    Effect::new(move || {
        let Ok(minutes) = value.get().parse() else { return };
        spawn_local(async move {
            if let Err(stuck) = keeper.set_padlock_minutes(minutes).await {
                session.warn(sentence(lang, &stuck, By::Passphrase));
            }
        });
    });
    view! { <SelectField label=msg::lock_minutes(lang) value options=minutes(lang) id="lock-minutes-now" is_narrow=true /> }
}
