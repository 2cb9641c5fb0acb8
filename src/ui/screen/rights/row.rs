//! One answer in the table of a person, with its details on demand.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::regulation::ActionId;
use crate::text::{self, msg};
use crate::ui::component::{ClauseLinks, ClauseList, VerdictWord};
use crate::ui::screen::roles::{Oddities, WhoCan};
use crate::ui::session::{Session, lang};
use crate::view::rights::{DecisionRow, GroundRow, Group, Missing};

use super::hats::{Where, scope_name};

/// Most objects named in a cell before the rest is left to the details.
const NAMED_SCOPES: usize = 4;

/// The row of an action and, while open, the row of its details.
#[component]
pub fn DecisionLine(row: DecisionRow, opened: RwSignal<BTreeSet<ActionId>>) -> impl IntoView {
    let lang = lang();
    let regulation = Session::expect().regulation();
    let action = row.action;
    let name = text::decision::action_name(lang, &regulation, action);
    let is_open = move || opened.with(|opened| opened.contains(&action));
    let toggle = move |_| {
        opened.update(|opened| {
            if !opened.remove(&action) {
                opened.insert(action);
            }
        });
    };
    let details_id = format!("why-{action}");
    let controls = details_id.clone();
    let is_related = row.verdict == crate::regulation::Verdict::NotGranted && row.grounds.is_empty();
    let clauses = row.clauses.clone();
    let hidden_scopes = row.scopes.len().saturating_sub(NAMED_SCOPES);
    let last = row.scopes.len().min(NAMED_SCOPES).saturating_sub(1);
    let scopes = row
        .scopes
        .iter()
        .take(NAMED_SCOPES)
        .cloned()
        .enumerate()
        .map(|(at, scope)| view! { <Where scope />{(at < last).then_some(", ")} })
        .collect_view();
    let missing = if row.is_ready() {
        view! { <span class="muted">{msg::rights_ready(lang)}</span> }.into_any()
    } else {
        row.missing.iter().cloned().map(|missing| view! { <MissingLine missing /> }).collect_view().into_any()
    };
    let instead = match (row.group(), row.instead.is_empty()) {
        (Group::NotGranted, true) => msg::why_nobody(lang).to_owned(),
        _ => text::decision::capitalized(&text::decision::role_list(lang, &regulation, &row.instead)),
    };
    let label = msg::rights_show_why(lang, &name);
    let (verdict, details) = (row.verdict, StoredValue::new(row));
    view! {
        <tr id=format!("decision-{action}") data-testid=format!("decision-{action}")>
            <th scope="row">{format!("{action}. {name}")}</th>
            <td data-testid="decision-verdict"><VerdictWord verdict /></td>
            <td>
                {is_related.then(|| view! { <span class="table__note">{msg::rights_related(lang)}</span> })}
                <ClauseLinks clauses />
            </td>
            <td>{scopes} {(hidden_scopes > 0).then(|| format!(" +{hidden_scopes}"))}</td>
            <td>{missing}</td>
            <td>{instead}</td>
            <td>
                <button
                    type="button"
                    class="button is-small"
                    aria-expanded=move || is_open().to_string()
                    aria-controls=move || is_open().then(|| controls.clone())
                    aria-label=label
                    on:click=toggle
                >
                    {msg::rights_why(lang)}
                </button>
            </td>
        </tr>
        <Show when=is_open>
            <tr id=details_id.clone()>
                <td colspan="7"><Details row=details.get_value() /></td>
            </tr>
        </Show>
    }
}

#[component]
fn MissingLine(missing: Missing) -> impl IntoView {
    let lang = lang();
    view! {
        <p>
            {text::decision::missing(lang, &Session::expect().regulation(), &missing.fact)}
            ". "
            <a href=missing.route.to_string()>{text::decision::remedy(lang, missing.remedy)}</a>
        </p>
    }
}

#[component]
fn Details(row: DecisionRow) -> impl IntoView {
    let lang = lang();
    let is_instead = !row.is_permitted;
    let content = if row.grounds.is_empty() {
        view! {
            <p>{msg::rights_nothing(lang)}</p>
            <section><h3>{msg::why_related(lang)}</h3><ClauseList clauses=row.clauses /></section>
        }
        .into_any()
    } else {
        let grounds = row.grounds.into_iter().map(|ground| view! { <GroundLine ground /> }).collect_view();
        view! { <section class="stack is-tight"><h3>{msg::rights_grounds(lang)}</h3>{grounds}</section> }.into_any()
    };
    view! {
        <div class="stack">
            {content}
            <Oddities oddities=row.oddities level=3 />
            {is_instead.then(|| view! { <WhoCan action=row.action roles=row.instead is_instead=true level=3 /> })}
        </div>
    }
}

#[component]
fn GroundLine(ground: GroundRow) -> impl IntoView {
    let lang = lang();
    let role = text::decision::role_title(lang, &Session::expect().regulation(), &ground.role);
    let verdict = text::decision::verdict(lang, ground.verdict);
    let title = match &ground.limit {
        None => msg::rights_ground(lang, &role, verdict),
        Some(scope) => msg::rights_ground_scope(lang, &role, &scope_name(lang, scope), verdict),
    };
    let checks = ground
        .checks
        .iter()
        .map(|check| {
            let (predicate, outcome) =
                (text::decision::predicate(lang, check.predicate), text::decision::outcome(lang, check.outcome));
            view! { <li>{predicate} ": " {outcome}</li> }
        })
        .collect_view();
    let settled = text::decision::settled(lang, ground.settled, ground.is_inherited);
    view! {
        <div>
            <p class="strong">{title} {ground.is_if_access.then(|| format!(", {}", msg::cell_if_access(lang)))}</p>
            <ClauseList clauses=ground.clauses />
            {(!checks.is_empty()).then(|| view! { <ul>{checks}</ul> })}
            {settled.map(|settled| view! { <p>{settled}</p> })}
        </div>
    }
}
