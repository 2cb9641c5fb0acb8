//! Where the plan is kept and how safe it is there.

use leptos::prelude::*;

use crate::store::boot::{Trouble, Which};
use crate::store::local_storage::Persistence;
use crate::store::meter::{Level, QUOTA, Usage};
use crate::text::{self, Lang, msg, number};
use crate::ui::component::{Badge, Button, Tone};
use crate::ui::copy_out::last_copy_text;
use crate::ui::form::unique_id;
use crate::ui::keeper::Keeper;
use crate::ui::session::{Session, lang};
use crate::view::overview::is_empty;
use crate::view::storage::{self, Copy};

use super::put_aside::{Left, PutAside};

/// What other pages of the address may take before it is worth saying, in units of UTF-16.
const FOREIGN: usize = 8 * 1024;

/// The card about storage.
#[component]
pub fn StorageCard() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    let lang = lang();
    keeper.measure();
    let copies = Memo::new(move |_| {
        let has_plan = session.read(|workspace| !is_empty(workspace.school()) || workspace.revision() > 0);
        keeper.state.with(|state| keeper.trouble.with(|trouble| storage::copies(state, trouble, has_plan)))
    });
    let has_trouble = Memo::new(move |_| keeper.trouble.with(storage::is_in_trouble));
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::settings_storage(lang)}</h2></div>
            <div class="card__body stack">
                <p>{msg::settings_storage_text(lang)}</p>
                <dl class="definition-list">
                    {move || {
                        let [durable, boot] = copies.get();
                        [(Which::Durable, durable), (Which::Boot, boot)]
                            .into_iter()
                            .map(|(which, copy)| {
                                let (text, tone) = told(lang, &copy);
                                view! { <div data-testid=test_id(which)><dt>{name(lang, which)}</dt><dd><Badge text tone /></dd></div> }
                            })
                            .collect_view()
                    }}
                    <div>
                        <dt>{msg::persistence_label(lang)}</dt>
                        <dd data-testid="settings-persistence">{move || persistence(lang, keeper.persistence.get())}</dd>
                    </div>
                    <div>
                        <dt>{msg::last_copy_label(lang)}</dt>
                        <dd data-testid="settings-last-copy">{move || last_copy_text(session, keeper)}</dd>
                    </div>
                </dl>
                <Show when=move || keeper.persistence.get() == Some(Persistence::Denied)>
                    <p>
                        <Button label=msg::persistence_ask(lang) test_id="settings-persist" on_click=move || keeper.ask_to_persist() />
                    </p>
                </Show>
                {move || match keeper.usage.get() {
                    Some(usage) => meter(lang, usage).into_any(),
                    None => view! { <p class="muted" data-testid="storage-meter">{msg::meter_unknown(lang)}</p> }.into_any(),
                }}
                <Show when=move || has_trouble.get()>
                    <div class="notice is-warning" data-testid="settings-trouble">
                        <h3 class="notice__title">{msg::trouble_title(lang)}</h3>
                        <ul class="notice__body">
                            {move || keeper.trouble.with(|trouble| troubles(lang, trouble)).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                        </ul>
                    </div>
                </Show>
                <Left />
                <PutAside />
            </div>
        </section>
    }
}

/// How full localStorage is, in words and as a bar.
fn meter(lang: Lang, usage: Usage) -> impl IntoView {
    let (class, text) = match usage.level() {
        Level::Fine => ("meter-line", msg::meter_fine(lang)),
        Level::Warn => ("meter-line is-warning", msg::meter_warn(lang)),
        Level::Hold => ("meter-line is-full", msg::meter_hold(lang)),
    };
    // A unit of UTF-16 takes two bytes.
    let kilobytes = |units: usize| number::grouped(lang, (units * 2).div_ceil(1024) as u64);
    let percent = usage.per_mille().div_ceil(10).min(100);
    let value = msg::meter_value(lang, &kilobytes(QUOTA), &kilobytes(usage.free()), &percent.to_string());
    // Less is the settings of this device, which stand beside the plan.
    let foreign = (usage.foreign > FOREIGN).then(|| msg::meter_foreign(lang, &kilobytes(usage.foreign)));
    let id = unique_id("meter");
    let labelled_by = id.clone();
    view! {
        <div class="stack is-tight" data-testid="storage-meter" data-units=usage.total().to_string()>
            <div class=class>
                <span id=id>{msg::meter_label(lang)}</span>
                <span class="meter-line__value">{value}</span>
                <meter class="meter" min="0" max="100" prop:value=percent.to_string() aria-labelledby=labelled_by></meter>
            </div>
            <p class="muted">{text}" "{foreign}</p>
        </div>
    }
}

fn name(lang: Lang, which: Which) -> &'static str {
    match which {
        Which::Durable => msg::copy_durable(lang),
        Which::Boot => msg::copy_boot(lang),
    }
}

fn test_id(which: Which) -> &'static str {
    match which {
        Which::Durable => "copy-durable",
        Which::Boot => "copy-boot",
    }
}

fn told(lang: Lang, copy: &Copy) -> (String, Tone) {
    match copy {
        Copy::Empty => (msg::copy_empty(lang).to_owned(), Tone::Plain),
        Copy::Whole => (msg::copy_whole(lang).to_owned(), Tone::Success),
        Copy::Behind => (msg::copy_behind(lang).to_owned(), Tone::Info),
        Copy::ToMend => (msg::copy_to_mend(lang).to_owned(), Tone::Warning),
        Copy::Failed(error) => (msg::copy_failed(lang, &text::place::reason(lang, error)), Tone::Error),
        Copy::Refused(why) => (msg::copy_failed(lang, &text::place::not_saved(lang, why)), Tone::Error),
    }
}

fn persistence(lang: Lang, answer: Option<Persistence>) -> &'static str {
    match answer {
        Some(Persistence::Granted) => msg::persistence_granted(lang),
        Some(Persistence::Denied) => msg::persistence_denied(lang),
        Some(Persistence::Absent) => msg::persistence_absent(lang),
        None => msg::persistence_reading(lang),
    }
}

/// What was wrong at the start, a line each.
fn troubles(lang: Lang, trouble: &Trouble) -> Vec<String> {
    let unreadable = trouble
        .unreadable
        .iter()
        .map(|(which, error)| msg::trouble_unreadable(lang, name(lang, *which), &text::place::reason(lang, error)));
    let mend = trouble.needs_mending.iter().map(|which| msg::trouble_mend(lang, name(lang, *which)));
    let pieces = trouble.damaged.len() + trouble.strays;
    let damaged = (pieces > 0).then(|| msg::trouble_damaged(lang, pieces as u64));
    unreadable.chain(mend).chain(damaged).collect()
}
