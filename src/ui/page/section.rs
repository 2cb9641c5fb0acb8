//! A section of a page and the bodies that are no table, board or calendar.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Scene, board, button, calendar, table};
use crate::ui::component::{ClauseLink, Paper, spoken, told};
use crate::view::page::{Body, Button, Cell, Fact, Figure, Section, Step, StepState, Tone};

/// The section with an identity, redrawn only where it differs.
pub fn section(scene: Scene, id: &'static str) -> AnyView {
    let find =
        move |page: &Arc<crate::view::page::Page>| page.sections.iter().find(|section| section.id == id).cloned();
    // A table reads its rows by itself: its head stays while its rows change.
    let frame = Memo::new(move |_| {
        scene.page.with(|page| {
            let section = page.sections.iter().find(|section| section.id == id)?;
            let body = match &section.body {
                Body::Table(table) => Body::Table(table::frame(table)),
                other => other.clone(),
            };
            Some(Section { body, ..head(section) })
        })
    });
    let rows = Memo::new(move |_| {
        scene.page.with(find).and_then(|section| match section.body {
            Body::Table(table) => Some(Arc::new(table.rows)),
            _ => None,
        })
    });
    let draw = move || {
        let Some(section) = frame.get() else { return ().into_any() };
        let is_table = matches!(section.body, Body::Table(_));
        let Section { title, note, clause, acts, body, .. } = section;
        let has_head = !(title.is_empty() && note.is_empty() && acts.is_empty() && clause.is_none());
        let body = match body {
            Body::Table(frame) => table::table(scene, id, frame, rows),
            other => plain(scene, other),
        };
        view! {
            <section class="card" class:is-flush=is_table data-testid=format!("section-{id}") id=format!("section-{id}")>
                {has_head.then(|| view! {
                    <header class="card__header">
                        <div>
                            {(!title.is_empty()).then(|| view! { <h2 class="card__title">{spoken(title)}</h2> })}
                            {(!note.is_empty()).then(|| view! { <p class="muted">{spoken(note)}</p> })}
                        </div>
                        <span class="cluster no-print">
                            {button::buttons(scene, button::Size::Normal, acts)}
                            {clause.map(|clause| view! { <ClauseLink clause /> })}
                        </span>
                    </header>
                })}
                {body}
            </section>
        }
        .into_any()
    };
    draw.into_any()
}

/// A section without its body.
fn head(section: &Section) -> Section {
    Section {
        id: section.id,
        title: section.title.clone(),
        note: section.note.clone(),
        clause: section.clause,
        acts: section.acts.clone(),
        body: Body::Prose(Vec::new()),
    }
}

/// Sections without tables' search and pages: previews of forms.
pub fn preview(scene: Scene, sections: Vec<Section>) -> Vec<AnyView> {
    sections
        .into_iter()
        .map(|section| {
            let body = match section.body {
                Body::Table(table) => table::plain(scene, table),
                other => plain(scene, other),
            };
            view! {
                <section class="stack is-tight" data-testid=format!("preview-{}", section.id)>
                    {(!section.title.is_empty()).then(|| view! { <h3 class="card__title">{spoken(section.title)}</h3> })}
                    {(!section.note.is_empty()).then(|| view! { <p class="muted">{spoken(section.note)}</p> })}
                    {body}
                </section>
            }
            .into_any()
        })
        .collect()
}

fn plain(scene: Scene, body: Body) -> AnyView {
    match body {
        Body::Empty { title, text, acts } => empty(scene, title, text, acts),
        Body::Facts(facts) => list_of_facts(facts),
        Body::Cards(cards) => board::cards(scene, cards),
        Body::Board(lanes) => board::board(scene, lanes),
        Body::Checklist(steps) => checklist(scene, steps),
        Body::Figures(figures) => figures_of(figures),
        Body::Chart(chart) => super::chart::chart(scene, chart),
        Body::Prose(paragraphs) => {
            let paragraphs: Vec<AnyView> =
                paragraphs.into_iter().map(|text| view! { <p>{told(&text)}</p> }.into_any()).collect();
            view! { <div class="card__body prose">{paragraphs}</div> }.into_any()
        }
        Body::Verbatim(text) => view! { <pre class="verbatim">{spoken(text)}</pre> }.into_any(),
        Body::Calendar(days) => calendar::calendar(scene, days),
        Body::Document(document) => view! { <Paper document=*document /> }.into_any(),
        Body::Notice(tone, text) => {
            view! { <div class=format!("notice {}", tone_class(tone))><p class="notice__body">{spoken(text)}</p></div> }
                .into_any()
        }
        Body::Table(table) => table::plain(scene, table),
        Body::Handouts(slips) => super::handout::handouts(slips),
    }
}

fn empty(scene: Scene, title: String, text: String, acts: Vec<Button>) -> AnyView {
    view! {
        <div class="empty-state">
            <p class="empty-state__title">{spoken(title)}</p>
            <p class="empty-state__text">{spoken(text)}</p>
            <div class="empty-state__actions">{button::buttons(scene, button::Size::Normal, acts)}</div>
        </div>
    }
    .into_any()
}

fn list_of_facts(facts: Vec<Fact>) -> AnyView {
    let items: Vec<AnyView> = facts
        .into_iter()
        .map(|fact| view! { <div><dt>{fact.name}</dt><dd>{cell(fact.value)}</dd></div> }.into_any())
        .collect();
    view! { <dl class="definition-list">{items}</dl> }.into_any()
}

fn checklist(scene: Scene, steps: Vec<Step>) -> AnyView {
    let lang = crate::ui::session::lang();
    let items: Vec<AnyView> = steps
        .into_iter()
        .map(|step| {
            let (class, state) = match step.state {
                StepState::Done => ("steps__item is-done", crate::text::msg::page_step_done(lang)),
                StepState::Current => ("steps__item is-current", crate::text::msg::page_step_current(lang)),
                StepState::Open => ("steps__item", crate::text::msg::page_step_open(lang)),
                StepState::Blocked => ("steps__item is-blocked", crate::text::msg::page_step_blocked(lang)),
            };
            view! {
                <li class=class>
                    <h3 class="steps__title">
                        {spoken(step.title)}
                        <span class="visually-hidden">{format!(" ({state})")}</span>
                        " "
                        {step.clause.map(|clause| view! { <ClauseLink clause /> })}
                    </h3>
                    {(!step.text.is_empty()).then(|| view! { <p class="steps__text">{spoken(step.text)}</p> })}
                    <p class="steps__actions">{button::buttons(scene, button::Size::Normal, step.acts)}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ol class="steps">{items}</ol> }.into_any()
}

fn figures_of(figures: Vec<Figure>) -> AnyView {
    let lang = crate::ui::session::lang();
    let items: Vec<AnyView> = figures
        .into_iter()
        .map(|figure| {
            let value = crate::text::number::grouped(lang, figure.value);
            let value = figure.of.map_or(value.clone(), |of| {
                crate::text::msg::figure_of(lang, &crate::text::number::grouped(lang, of), &value)
            });
            let meter = figure.of.filter(|of| *of > 0).map(|of| {
                view! {
                    <meter class="meter" min="0" max=of.to_string() value=figure.value.to_string() aria-hidden="true"></meter>
                }
            });
            let inner = view! {
                <span class="figure-card__value">{value}</span>
                {meter}
                <span class="figure-card__label">{spoken(figure.label)}</span>
                {(!figure.note.is_empty()).then(|| view! { <span class="figure-card__note">{spoken(figure.note)}</span> })}
            }
            .into_any();
            let class = format!("figure-card {}", tone_class(figure.tone));
            match figure.href {
                Some(href) => view! { <a class=class href=href>{inner}</a> }.into_any(),
                None => view! { <div class=class>{inner}</div> }.into_any(),
            }
        })
        .collect();
    view! { <div class="figures">{items}</div> }.into_any()
}

/// A cell: words, a link or a badge, with smaller words below.
pub fn cell(cell: Cell) -> AnyView {
    let Cell { text, note, href, tone, has_terms, .. } = cell;
    let inner = match tone {
        Some(tone) if !text.is_empty() => {
            view! { <span class=format!("badge {}", tone_class(tone))>{spoken(text)}</span> }.into_any()
        }
        _ if has_terms => told(&text),
        _ => spoken(text),
    };
    let inner = match href {
        Some(href) => view! { <a class="table__link" href=href>{inner}</a> }.into_any(),
        None => inner,
    };
    view! {
        {inner}
        {(!note.is_empty()).then(|| view! { <span class="table__note">{spoken(note)}</span> })}
    }
    .into_any()
}

/// The class that styles add for a tone.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Info => "is-info",
        Tone::Success => "is-success",
        Tone::Warning => "is-warning",
        Tone::Error => "is-error",
    }
}
