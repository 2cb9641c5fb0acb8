//! What the plan would take: counts, examples, classes to come, who is missing; and the button that takes it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::roster::Proposal;
use crate::text::{self, Lang, msg, number};
use crate::ui::component::{ActButton, Button, Look, TableRegion};
use crate::ui::dom;
use crate::ui::import_desk::{Busy, ImportDesk, Preview};
use crate::ui::session::{Session, lang};
use crate::view::import::preview::{self, CountRow};
use crate::view::route::Route;

use super::files::halted;

/// The preview, or why there is none.
#[component]
pub fn PreviewSection() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let show = move || match desk.preview.get() {
        Preview::None => ().into_any(),
        Preview::Ready(proposal) => view! { <Ready proposal /> }.into_any(),
        Preview::Halted(halt) => view! {
            <div class="notice is-warning" role="alert">
                <p class="notice__body">{halted(lang, halt)}</p>
                <p class="notice__actions">
                    <Button label=msg::import_compare_again(lang) on_click=move || desk.compare_again() />
                </p>
            </div>
        }
        .into_any(),
        Preview::BrokenPlan => view! {
            <div class="notice is-error" role="alert"><p class="notice__body">{msg::import_broken_plan(lang)}</p></div>
        }
        .into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="import-preview-title" data-testid="import-preview">
            <h2 id="import-preview-title">{msg::import_preview(lang)}</h2>
            {show}
        </section>
    }
}

#[component]
fn Ready(proposal: Arc<Proposal>) -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let desk = ImportDesk::expect();
    let rows = preview::counts(&proposal);
    let classes = preview::new_classes(&proposal).join(", ");
    let (is_nothing, is_empty, count) = (rows.is_empty(), proposal.is_empty(), proposal.records.len() as u64);
    let apply = move || {
        if desk.busy.get_untracked() != Busy::No || !desk.apply() {
            session.say(msg::import_moved(lang).to_owned());
        } else if desk.is_applied.get_untracked() {
            // The button is gone; what was done stands at the top of the page.
            request_animation_frame(|| dom::focus("import-done"));
        }
    };
    let action = if is_nothing {
        view! { <p class="notice is-warning" data-testid="import-nothing">{msg::import_nothing_read(lang)}</p> }
            .into_any()
    } else if is_empty {
        view! { <p class="notice is-success" data-testid="import-nothing">{msg::import_nothing_new(lang)}</p> }
            .into_any()
    } else {
        view! {
            <div class="cluster">
                <ActButton label=msg::import_apply(lang) look=Look::Primary test_id="import-apply" on_click=apply />
                <span class="field__hint">{msg::import_apply_hint(lang, count)}</span>
            </div>
        }
        .into_any()
    };
    view! {
        {(!is_nothing).then(|| counts(lang, rows))}
        {(!classes.is_empty()).then(|| view! { <p data-testid="import-new-classes">{msg::import_classes_new(lang, &classes)}</p> })}
        <Absent proposal=proposal.clone() />
        {action}
    }
}

fn counts(lang: Lang, rows: Vec<CountRow>) -> impl IntoView {
    let figure = move |row: &CountRow, outcome: &str, count: usize| {
        view! {
            <td
                class="table__number"
                data-testid=format!("import-preview-{}-{outcome}", preview::code(row.of))
                data-n=count.to_string()
            >
                {number::grouped(lang, count as u64)}
            </td>
        }
    };
    let line = move |row: CountRow| {
        view! {
            <tr>
                <th scope="row">{text::roster::count_of(lang, row.of)}</th>
                {figure(&row, "created", row.created)}
                {figure(&row, "changed", row.changed)}
                {figure(&row, "same", row.same)}
                <td>{row.examples.join(", ")}</td>
            </tr>
        }
    };
    view! {
        <TableRegion caption=msg::import_preview_caption(lang)>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{msg::import_what(lang)}</th>
                        <th scope="col" class="table__number">{msg::import_created(lang)}</th>
                        <th scope="col" class="table__number">{msg::import_changed(lang)}</th>
                        <th scope="col" class="table__number">{msg::import_same(lang)}</th>
                        <th scope="col">{msg::import_examples(lang)}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
            </table>
        </TableRegion>
    }
}

/// Who stands in the plan and in no list; absence is no dismissal.
#[component]
fn Absent(proposal: Arc<Proposal>) -> impl IntoView {
    let lang = lang();
    (!proposal.absent.is_empty()).then(|| {
        let people = proposal.absent.iter().map(|absent| {
            let address = Route::Person(absent.person).to_string();
            view! { <li><a href=address>{absent.name.clone()}</a>" "{absent.class.to_string()}</li> }
        });
        view! {
            <div class="notice is-info" data-testid="import-absent">
                <p class="notice__body">{msg::import_absent(lang, proposal.absent.len() as u64)}</p>
                <details>
                    <summary>{msg::import_absent_show(lang)}</summary>
                    <ul>{people.collect_view()}</ul>
                </details>
            </div>
        }
    })
}

/// What was done, and where to go next; gone again when the act is undone.
#[component]
pub fn Done() -> impl IntoView {
    let lang = lang();
    let desk = ImportDesk::expect();
    let is_done = Memo::new(move |_| {
        let is_open = desk.preview.with(|preview| matches!(preview, Preview::Ready(proposal) if !proposal.is_empty()));
        desk.is_applied.get() && !is_open
    });
    view! {
        <Show when=move || is_done.get()>
            <div class="notice is-success" id="import-done" tabindex="-1" role="status" data-testid="import-done">
                <p class="notice__title">{msg::import_done_title(lang)}</p>
                <p class="notice__body">{msg::import_done_text(lang)}</p>
                <p class="notice__actions">
                    <a class="button is-primary" href=Route::Structure.to_string()>{msg::nav_structure(lang)}</a>
                    <a class="button" href=Route::People.to_string()>{msg::nav_people(lang)}</a>
                    <a class="button" href=Route::Overview.to_string()>{msg::nav_overview(lang)}</a>
                    <Button label=msg::import_more(lang) look=Look::Quiet on_click=move || desk.clear() />
                </p>
            </div>
        </Show>
    }
}
