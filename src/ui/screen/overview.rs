//! `#/`: the first five minutes of an empty plan; later, what to do next and how much there is.

use leptos::prelude::*;

use crate::text::{Lang, msg, number};
use crate::ui::component::{ActButton, Badge, ClauseLink, PageHeader, Tone, spoken};
use crate::ui::dom;
use crate::ui::screen::samples::Samples;
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
                    <Samples />
                </div>
            </section>
            <section class="card">
                <div class="card__header"><h2 class="card__title">{msg::welcome_demo(lang)}</h2></div>
                <div class="card__body stack">
                    <p>{msg::welcome_demo_text(lang)}</p>
                    <p>
                        <ActButton
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
    let counts = Memo::new(move |_| session.school(overview::counts));
    view! {
        <PageHeader title=msg::nav_overview(lang) lead=msg::overview_lead(lang) />
        <div class="stack is-loose">
            <crate::ui::copy_out::CopyReminder />
            <section aria-label=msg::overview_counts(lang)>
                <div class="figures" data-testid="counts">
                    {move || counts.get().into_iter().map(|count| figure(lang, count)).collect_view()}
                </div>
            </section>
            <FirstSteps />
        </div>
    }
}

/// What to do first, as the plan has it; gone once all of it is done, put away as long as somebody wants.
#[component]
fn FirstSteps() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let steps = Memo::new(move |_| session.school(overview::steps));
    let progress = Memo::new(move |_| steps.with(|steps| (overview::done(steps), steps.len())));
    let is_away = Memo::new(move |_| session.device().with(|device| device.is_guide_away));
    let put = move |is_away: bool| {
        session.set_device(|device| device.is_guide_away = is_away);
        // The button that was pressed is gone: the one that takes it back has the focus.
        request_animation_frame(|| dom::focus("first-steps-toggle"));
    };
    let told = move || {
        let (done, of) = progress.get();
        msg::overview_progress(lang, done as u64, of as u64)
    };
    let list = move || {
        let steps = steps.get();
        let next = overview::next(&steps);
        steps
            .into_iter()
            .map(|step| {
                let is_next = next == Some(step.kind);
                item(lang, step, is_next)
            })
            .collect::<Vec<AnyView>>()
    };
    let toggle = move || {
        let (label, is_away) =
            if is_away.get() { (msg::overview_fetch(lang), true) } else { (msg::overview_put_away(lang), false) };
        view! {
            <button type="button" class="button is-quiet is-small" id="first-steps-toggle" data-testid="first-steps-toggle" on:click=move |_| put(!is_away)>
                {label}
            </button>
        }
    };
    view! {
        <Show when=move || progress.with(|(done, of)| done < of)>
            <section class="card" data-testid="first-steps" aria-labelledby="first-steps-title">
                <div class="card__header">
                    <h2 class="card__title" id="first-steps-title">{msg::overview_first_steps(lang)}</h2>
                    <span class="cluster">
                        <span class="muted" data-testid="first-steps-progress">{told}</span>
                        {toggle}
                    </span>
                </div>
                <div class="card__body">
                    <Show when=move || is_away.get()>
                        <p class="muted">{msg::overview_away(lang)}</p>
                    </Show>
                    <Show when=move || !is_away.get()>
                        <ol class="steps" data-testid="steps">{list}</ol>
                    </Show>
                </div>
            </section>
        </Show>
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
            <span class="figure-card__label">{spoken(label.into())}</span>
        </a>
    }
}

fn item(lang: Lang, step: Step, is_next: bool) -> AnyView {
    let is_done = step.state == StepState::Done;
    let (standing, tone) = match step.state {
        StepState::Done => (msg::step_done(lang), Tone::Success),
        _ if is_next => (msg::step_next(lang), Tone::Info),
        _ if step.is_blocked => (msg::step_later(lang), Tone::Plain),
        _ => (msg::step_open(lang), Tone::Plain),
    };
    let partly = match step.state {
        StepState::Partly { done, of } => Some(msg::step_partly(lang, done as u64, of as u64)),
        StepState::Open | StepState::Done => None,
    };
    view! {
        <li
            class="steps__item"
            class:is-done=is_done
            class:is-current=is_next
            class:is-blocked=step.is_blocked
            aria-current=is_next.then_some("step")
        >
            <p class="steps__title">
                <a href=step.address>{title(lang, step.kind)}</a>
            </p>
            <p class="steps__text cluster">
                <Badge text=standing tone />
                {partly.map(|text| view! { <Badge text tone=Tone::Warning /> })}
                <ClauseLink clause=step.clause />
            </p>
        </li>
    }
    .into_any()
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
        StepKind::Application => msg::step_application(lang),
        StepKind::Registered => msg::step_registered(lang),
        StepKind::Invites => msg::step_invites(lang),
    }
}
