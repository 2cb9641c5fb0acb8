//! `#/`: the first five minutes of an empty plan; later, what to do next and how much there is.

use leptos::prelude::*;

use crate::text::{Lang, msg, number};
use crate::ui::component::{Badge, Button, ClauseLink, PageHeader, Tone};
use crate::ui::screen::settings::open_demo;
use crate::ui::session::{Session, lang};
use crate::view::overview::{self, Count, CountKind, Step, StepKind, StepState};
use crate::view::route::Route;

/// The overview.
#[component]
pub fn Overview() -> impl IntoView {
    let session = Session::expect();
    let is_empty = Memo::new(move |_| session.read(|workspace| overview::is_empty(workspace.school())));
    view! {
        <Show when=move || is_empty.get() fallback=|| view! { <Progress /> }>
            <Welcome />
        </Show>
    }
}

/// Three ways to begin.
#[component]
fn Welcome() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    view! {
        <PageHeader title=msg::welcome_title(lang) lead=msg::welcome_lead(lang) />
        <div class="grid is-wide" data-testid="welcome">
            <section class="card">
                <div class="card__header"><h2 class="card__title">{msg::welcome_import(lang)}</h2></div>
                <div class="card__body stack">
                    <p>{msg::welcome_import_text(lang)}</p>
                    <p><a class="button is-primary" href=Route::Import.to_string()>{msg::welcome_import_button(lang)}</a></p>
                </div>
            </section>
            <section class="card">
                <div class="card__header"><h2 class="card__title">{msg::welcome_demo(lang)}</h2></div>
                <div class="card__body stack">
                    <p>{msg::welcome_demo_text(lang)}</p>
                    <p>
                        <Button
                            label=msg::welcome_demo_button(lang)
                            test_id="open-demo"
                            on_click=move || open_demo(session)
                        />
                    </p>
                </div>
            </section>
            <section class="card">
                <div class="card__header"><h2 class="card__title">{msg::welcome_hand(lang)}</h2></div>
                <div class="card__body stack">
                    <p>{msg::welcome_hand_text(lang)}</p>
                    <p class="cluster">
                        <a class="button" href=Route::School.to_string()>{msg::welcome_hand_button(lang)}</a>
                        <a class="button is-quiet" href=Route::Snapshots.to_string()>{msg::welcome_snapshot_button(lang)}</a>
                    </p>
                </div>
            </section>
        </div>
    }
}

/// Steps and figures.
#[component]
fn Progress() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let steps = Memo::new(move |_| session.school(overview::steps));
    let counts = Memo::new(move |_| session.school(overview::counts));
    let next = move || steps.with(|steps| steps.iter().position(|step| step.state != StepState::Done));
    view! {
        <PageHeader title=msg::nav_overview(lang) lead=msg::overview_lead(lang) />
        <div class="stack is-loose">
            <crate::ui::copy_out::CopyReminder />
            <section aria-label=msg::overview_counts(lang)>
                <div class="figures" data-testid="counts">
                    {move || counts.get().into_iter().map(|count| figure(lang, count)).collect_view()}
                </div>
            </section>
            <section class="card">
                <div class="card__header"><h2 class="card__title">{msg::overview_steps(lang)}</h2></div>
                <div class="card__body">
                    <ol class="steps" data-testid="steps">
                        {move || {
                            let next = next();
                            steps
                                .get()
                                .into_iter()
                                .enumerate()
                                .map(|(at, step)| item(lang, step, next == Some(at)))
                                .collect_view()
                        }}
                    </ol>
                </div>
            </section>
        </div>
    }
}

fn figure(lang: Lang, count: Count) -> impl IntoView {
    let (id, label) = match count.kind {
        CountKind::Classes => ("classes", msg::count_classes(lang)),
        CountKind::Students => ("students", msg::count_students(lang)),
        CountKind::Staff => ("staff", msg::count_staff(lang)),
        CountKind::Representatives => ("representatives", msg::count_representatives(lang)),
        CountKind::Lines => ("lines", msg::count_lines(lang)),
        CountKind::Activities => ("activities", msg::count_activities(lang)),
    };
    view! {
        <a class="figure-card" href=count.route.to_string() data-testid=format!("count-{id}") data-n=count.count.to_string()>
            <span class="figure-card__value">{number::grouped(lang, count.count as u64)}</span>
            <span class="figure-card__label">{label}</span>
        </a>
    }
}

fn item(lang: Lang, step: Step, is_next: bool) -> impl IntoView {
    let is_done = step.state == StepState::Done;
    let (state, tone) = match step.state {
        StepState::Done => (msg::step_done(lang).to_owned(), Tone::Success),
        StepState::Open => (msg::step_open(lang).to_owned(), Tone::Plain),
        StepState::Partly { done, of } => (msg::step_partly(lang, done as u64, of as u64), Tone::Warning),
    };
    view! {
        <li class="steps__item" class:is-done=is_done class:is-current=is_next>
            <p class="steps__title">
                <a href=step.route.to_string()>{title(lang, step.kind)}</a>
            </p>
            <p class="steps__text cluster"><Badge text=state tone /> <ClauseLink clause=step.clause /></p>
        </li>
    }
}

fn title(lang: Lang, kind: StepKind) -> &'static str {
    match kind {
        StepKind::Organisation => msg::step_organisation(lang),
        StepKind::Year => msg::step_year(lang),
        StepKind::Staff => msg::step_staff(lang),
        StepKind::StaffRoom => msg::step_staff_room(lang),
        StepKind::Classes => msg::step_classes(lang),
        StepKind::Students => msg::step_students(lang),
        StepKind::Representatives => msg::step_representatives(lang),
        StepKind::Homerooms => msg::step_homerooms(lang),
        StepKind::Load => msg::step_load(lang),
        StepKind::Administrator => msg::step_administrator(lang),
        StepKind::OrderOnUse => msg::step_order_on_use(lang),
    }
}
