//! The demo school, in three sizes.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::demo::{Scale, Wanted};
use crate::domain::{Command, Records};
use crate::text::{Lang, msg};
use crate::ui::background::{Background, Failure};
use crate::ui::clock;
use crate::ui::component::{ActButton, Look};
use crate::ui::session::{Session, lang};
use crate::worker::Kind;

/// Fills the plan with the demo school, as one act that can be undone.
pub fn open_demo(session: Session) {
    let background = Background::expect();
    spawn_local(open(session, background, Scale::Gymnasium));
}

async fn open(session: Session, background: Background, scale: Scale) {
    let wanted = Wanted { scale, millis: clock::millis(), random: clock::random() };
    let answer = background.ask::<_, Option<Records>>(Kind::Demo, &wanted, None).await;
    let school = match answer {
        Ok((records, _)) => records.and_then(|records| records.into_school().ok()),
        Err(Failure::Stopped) => return,
        Err(_) => None,
    };
    match school {
        Some(school) => drop(session.dispatch(&Command::OpenDemo { school: Box::new(school) })),
        None => session.warn(msg::demo_failed(session.lang()).to_owned()),
    }
}

/// The card with a button for each size.
#[component]
pub fn DemoCard() -> impl IntoView {
    let session = Session::expect();
    let background = Background::expect();
    let lang = lang();
    let is_busy = RwSignal::new(false);
    let begin = move |scale: Scale| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            open(session, background, scale).await;
            is_busy.set(false);
        });
    };
    view! {
        <section class="card">
            <div class="card__header"><h2 class="card__title">{msg::demo_title(lang)}</h2></div>
            <div class="card__body stack">
                <p>{msg::demo_text(lang)}</p>
                <p class="cluster">
                    {Scale::ALL
                        .into_iter()
                        .map(|scale| {
                            let (label, look, test_id) = of(lang, scale);
                            view! { <ActButton label look test_id on_click=move || begin(scale) /> }
                        })
                        .collect_view()}
                    <span role="status">{move || is_busy.get().then(|| msg::demo_busy(lang))}</span>
                </p>
                <p class="muted">{msg::demo_trials(lang)}</p>
            </div>
        </section>
    }
}

fn of(lang: Lang, scale: Scale) -> (&'static str, Look, &'static str) {
    match scale {
        Scale::Gymnasium => (msg::demo_gymnasium(lang), Look::Secondary, "settings-demo"),
        Scale::Complex => (msg::demo_complex(lang), Look::Quiet, "settings-demo-complex"),
        Scale::Giant => (msg::demo_giant(lang), Look::Quiet, "settings-demo-giant"),
    }
}
