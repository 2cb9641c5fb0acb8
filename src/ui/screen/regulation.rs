//! `#/regulation`: the register of clauses; `#/regulation/CLAUSE`: one of them with what rests on it.

use leptos::prelude::*;

use crate::domain::ClauseId;
use crate::regulation::{Regulation, RoleId, Verdict};
use crate::text::{self, msg};
use crate::ui::component::{Badge, ClauseLink, EmptyState, PageHeader, TableRegion, TextField, Tone, VerdictWord};
use crate::ui::session::lang;
use crate::view::register::{Citing, ClausePage, ClauseRow, SectionRow, page, sections};
use crate::view::route::Route;

use super::roles::Oddities;

/// The whole register by section.
#[component]
pub fn Register() -> impl IntoView {
    let lang = lang();
    let regulation = Regulation::bundled();
    let query = RwSignal::new(String::new());
    let shown = Memo::new(move |_| query.with(|query| sections(regulation, query)));
    let total = regulation.clauses().count() as u64;
    let count = move || shown.with(|shown| shown.iter().map(|section| section.clauses.len()).sum::<usize>()) as u64;
    let parts = move || shown.get().into_iter().map(|section| view! { <SectionPart section /> }).collect_view();
    view! {
        <PageHeader title=msg::regulation_title(lang) lead=msg::regulation_lead(lang) />
        <div class="filter-bar">
            <TextField label=msg::regulation_search(lang) value=query kind="search" id="regulation-search" />
        </div>
        <p class="muted" role="status">{move || msg::regulation_count(lang, count(), total)}</p>
        <Show
            when=move || shown.with(|shown| !shown.is_empty())
            fallback=move || {
                view! { <EmptyState title=msg::nothing_found(lang) text=msg::regulation_nothing_text(lang) /> }
            }
        >
            {parts}
        </Show>
    }
}

#[component]
fn SectionPart(section: SectionRow) -> impl IntoView {
    let lang = lang();
    let title = msg::regulation_section(lang, &section.number, text::decision::said(lang, &section.title));
    let rows = section.clauses.into_iter().map(|row| view! { <ClauseLine row /> }).collect_view();
    view! {
        <section class="stack is-tight">
            <h2>{title.clone()}</h2>
            <TableRegion caption=title>
                <table class="table is-dense">
                    <thead>
                        <tr>
                            <th scope="col">{msg::regulation_number(lang)}</th>
                            <th scope="col">{msg::regulation_says(lang)}</th>
                            <th scope="col">{msg::regulation_actors(lang)}</th>
                            <th scope="col" class="table__number">{msg::regulation_actions(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableRegion>
        </section>
    }
}

#[component]
fn ClauseLine(row: ClauseRow) -> impl IntoView {
    let lang = lang();
    let entry = row.entry;
    let actors = if entry.absent { String::new() } else { actors(&entry.actors) };
    let condition = entry.condition.map(|condition| text::decision::condition(lang, condition));
    view! {
        <tr data-testid=format!("clause-{}", entry.id)>
            <th scope="row"><ClauseLink clause=entry.id /></th>
            <td>
                {text::decision::said(lang, &entry.text).to_owned()}
                " "
                {condition.map(|text| view! { <Badge text tone=Tone::Info /> })}
                {entry.absent.then(|| view! { <Badge text=msg::clause_absent(lang) tone=Tone::Warning /> })}
            </td>
            <td>{actors}</td>
            <td class="table__number">{row.actions.to_string()}</td>
        </tr>
    }
}

/// The roles that act under a clause; all of them in one word.
fn actors(roles: &[RoleId]) -> String {
    let (lang, regulation) = (lang(), Regulation::bundled());
    if roles.is_empty() {
        msg::clause_nobody(lang).to_owned()
    } else if roles.len() == regulation.roles().len() {
        msg::clause_everybody(lang).to_owned()
    } else {
        text::decision::role_list(lang, regulation, roles)
    }
}

/// One clause.
#[component]
pub fn ClauseScreen(clause: ClauseId) -> impl IntoView {
    let lang = lang();
    let up = (Route::Regulation, msg::clause_to_register(lang).to_owned());
    match page(Regulation::bundled(), clause) {
        Some(found) => view! {
            <PageHeader title=msg::clause_title(lang, &clause.to_string()) up />
            <Found found />
        }
        .into_any(),
        None => view! {
            <PageHeader title=msg::clause_unknown(lang) up />
            <EmptyState title=msg::clause_unknown(lang) text=msg::clause_unknown_text(lang, &clause.to_string())>
                <a class="button" href=Route::Regulation.to_string()>{msg::clause_to_register(lang)}</a>
            </EmptyState>
        }
        .into_any(),
    }
}

#[component]
fn Found(found: ClausePage) -> impl IntoView {
    let lang = lang();
    let regulation = Regulation::bundled();
    let entry = found.entry;
    let section = msg::regulation_section(lang, &found.section, text::decision::said(lang, &found.title));
    let condition =
        entry.condition.map_or(msg::condition_none(lang), |condition| text::decision::condition(lang, condition));
    let facts = (!entry.absent).then(|| {
        view! {
            <div><dt>{msg::regulation_actors(lang)}</dt><dd>{text::decision::capitalized(&actors(&entry.actors))}</dd></div>
            <div><dt>{msg::regulation_condition(lang)}</dt><dd>{text::decision::capitalized(condition)}</dd></div>
            <div><dt>{msg::clause_area(lang)}</dt><dd>{text::decision::area(lang, entry.area)}</dd></div>
        }
    });
    let makes = (!found.roles.is_empty()).then(|| {
        let roles = text::decision::capitalized(&text::decision::role_list(lang, regulation, &found.roles));
        view! { <div><dt>{msg::clause_roles_by(lang)}</dt><dd>{roles}</dd></div> }
    });
    let next = found.next.map(|clause| {
        view! {
            <a class="button" href=Route::Clause(clause).to_string() data-testid="clause-next">
                {msg::clause_next(lang, &clause.to_string())}
            </a>
        }
    });
    let previous = found.previous.map(|clause| {
        view! {
            <a class="button" href=Route::Clause(clause).to_string() data-testid="clause-previous">
                {msg::clause_previous(lang, &clause.to_string())}
            </a>
        }
    });
    view! {
        <section class="card" data-testid="clause">
            <p>
                {text::decision::said(lang, &entry.text).to_owned()}
                " "
                {entry.absent.then(|| view! { <Badge text=msg::clause_absent(lang) tone=Tone::Warning /> })}
            </p>
            <dl class="definition-list">
                <div><dt>{msg::clause_in_section(lang)}</dt><dd>{section}</dd></div>
                {facts}
                {makes}
            </dl>
        </section>
        <Citations actions=found.actions />
        <Oddities oddities=found.oddities level=2 />
        <nav class="cluster is-apart" aria-label=msg::clause_neighbours(lang)>{previous} {next}</nav>
    }
}

#[component]
fn Citations(actions: Vec<Citing>) -> impl IntoView {
    let lang = lang();
    let regulation = Regulation::bundled();
    if actions.is_empty() {
        return view! { <p class="muted">{msg::clause_no_actions(lang)}</p> }.into_any();
    }
    let rows = actions
        .into_iter()
        .map(|citing| {
            let name = text::decision::action_name(lang, regulation, citing.action);
            let cells = citing
                .cells
                .into_iter()
                .map(|(role, verdict): (RoleId, Verdict)| {
                    let role = text::decision::role_title(lang, regulation, &role);
                    view! { <li>{role} ": " <VerdictWord verdict /></li> }
                })
                .collect_view();
            let content = if cells.is_empty() {
                view! { <span class="muted">{msg::clause_row_only(lang)}</span> }.into_any()
            } else {
                view! { <ul role="list">{cells}</ul> }.into_any()
            };
            view! { <tr><th scope="row">{format!("{}. {name}", citing.action)}</th><td>{content}</td></tr> }
        })
        .collect_view();
    view! {
        <section class="stack is-tight">
            <h2>{msg::clause_actions(lang)}</h2>
            <TableRegion caption=msg::clause_actions(lang)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::clause_action_column(lang)}</th>
                            <th scope="col">{msg::clause_cells_column(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableRegion>
        </section>
    }
    .into_any()
}
