//! `#/roles`: the permission matrix. Every cell explains itself; a person can be chosen to see all answers for one.

mod choice;
mod explanation;
mod grid;
mod person_search;
mod publish;

use leptos::prelude::*;

use crate::domain::ClauseId;
use crate::regulation::{Area, Basis, CellId, Interpretations, RoleId, Verdict};
use crate::text::{self, Lang, msg};
use crate::ui::component::{ClauseLinks, Dialog, EmptyState, ListFiles, Option_, PageHeader, SelectField, TextField};
use crate::ui::dom;
use crate::ui::router::Router;
use crate::ui::session::{Session, lang};
use crate::view::file;
use crate::view::matrix::{self, Filter};
use crate::view::preview::roles_of;
use crate::view::route::Route;

use explanation::Why;
pub use explanation::{Oddities, WhoCan};
use grid::{Grid, cell_element};
use person_search::PersonSearch;
use publish::Publish;

/// The screen.
#[component]
pub fn Roles() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let choices = Choices::default();
    let filter = Memo::new(move |_| choices.filter());
    let rows = Memo::new(move |_| {
        let (filter, regulation) = (filter.get(), session.regulation());
        session.school(|school, index| matrix::rows(&regulation, &Interpretations::of(school, index.day), &filter))
    });
    let roles = Memo::new(move |_| filter.with(|filter| matrix::roles(&session.regulation(), filter)));
    let opened = RwSignal::new(None::<CellId>);
    let is_open = RwSignal::new(false);
    // An address may point at a cell: `#/roles?cell=12:class-teacher`.
    let query = Router::expect().query();
    Effect::new(move || {
        let asked = query.with(|query| CellId::from_question(&format!("cell:{}", query.get("cell"))));
        if let Some(cell) = asked {
            opened.set(Some(cell));
            is_open.set(true);
        }
    });
    Effect::new(move |was_open: Option<bool>| {
        let is_open = is_open.get();
        // The table may have been made anew by a choice of the school; the focus returns to the cell all the same.
        if was_open == Some(true)
            && !is_open
            && let Some(cell) = opened.get_untracked()
        {
            request_animation_frame(move || dom::focus(&cell_element(&cell)));
        }
        is_open
    });
    let on_open = move |cell: CellId| {
        opened.set(Some(cell));
        is_open.set(true);
    };
    let list = Callback::new(move |()| {
        let regulation = untrack(|| session.regulation());
        rows.with_untracked(|rows| roles.with_untracked(|roles| file::matrix(lang, &regulation, roles, rows)))
    });
    view! {
        <PageHeader title=msg::nav_roles(lang) lead=msg::roles_lead(lang) />
        <PersonSearch />
        <AsRole />
        <section class="stack">
            <Filters choices />
            <div class="cluster no-print">
                <ListFiles id="roles" list />
                <a class="button" data-testid="roles-compare" href=Route::RolesCompare.to_string()>{msg::compare_title(lang)}</a>
            </div>
            <p class="muted" role="status" data-testid="roles-count">{move || msg::roles_count(lang, rows.with(Vec::len) as u64, session.regulation().actions().len() as u64)}</p>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=move || {
                    view! {
                        <EmptyState title=msg::nothing_found(lang) text=msg::roles_nothing_text(lang)>
                            <button type="button" class="button" on:click=move |_| choices.clear()>
                                {msg::roles_clear(lang)}
                            </button>
                        </EmptyState>
                    }
                }
            >
                <Grid rows roles opened=opened.read_only() on_open />
            </Show>
            <Legend />
        </section>
        <AppCommands />
        <Show when=move || !session.is_watched()><Publish /></Show>
        <Dialog title=msg::why_title(lang) is_open is_wide=true>
            {move || opened.get().map(|cell| view! { <Why cell /> })}
        </Dialog>
    }
}

/// Opens the plan as a typical holder of a role sees it.
#[component]
fn AsRole() -> impl IntoView {
    let lang = lang();
    let regulation = Session::expect().regulation();
    let bases = Basis::ALL.into_iter().filter_map(|basis| {
        let roles = roles_of(&regulation, basis);
        (!roles.is_empty()).then(|| (basis, text::decision::role_list(lang, &regulation, &roles)))
    });
    let links: Vec<AnyView> = bases
        .map(|(basis, name)| {
            view! { <li><a data-testid=format!("as-{}", basis.code()) href=Route::RolesAs(basis).to_string()>{name}</a></li> }
                .into_any()
        })
        .collect();
    view! {
        <section class="card no-print">
            <h2 class="card__title">{msg::eyes_as_role(lang)}</h2>
            <p class="muted">{msg::eyes_as_role_text(lang)}</p>
            <ul class="cluster" role="list">{links}</ul>
        </section>
    }
}

/// What the fields of the filter hold.
#[derive(Debug, Clone, Copy, Default)]
struct Choices {
    text: RwSignal<String>,
    area: RwSignal<String>,
    role: RwSignal<String>,
    other: RwSignal<String>,
    is_differing: RwSignal<bool>,
    verdict: RwSignal<String>,
    clause: RwSignal<String>,
}

impl Choices {
    fn filter(self) -> Filter {
        Filter {
            text: self.text.get(),
            area: chosen(&Area::ALL, &self.area.get()),
            role: role(self.role),
            other: role(self.other),
            is_differing: self.is_differing.get() && !self.role.get().is_empty() && !self.other.get().is_empty(),
            verdict: chosen(&Verdict::ALL, &self.verdict.get()),
            clause: self.clause.get().parse::<ClauseId>().ok(),
        }
    }

    fn clear(self) {
        for field in [self.text, self.area, self.role, self.other, self.verdict, self.clause] {
            field.set(String::new());
        }
        self.is_differing.set(false);
    }
}

/// The role that a field holds.
fn role(field: RwSignal<String>) -> Option<RoleId> {
    Some(field.get()).filter(|role| !role.is_empty()).map(|role| RoleId::from(role.as_str()))
}

/// One of `all` by its place, as an option's value tells it.
fn chosen<T: Copy>(all: &[T], value: &str) -> Option<T> {
    all.get(value.parse::<usize>().ok()?).copied()
}

/// The options of a list with "all" before them.
fn options<T: Copy>(any: &str, all: &[T], name: impl Fn(T) -> String) -> Vec<Option_> {
    let named = all.iter().enumerate().map(|(at, item)| (at.to_string(), name(*item)));
    std::iter::once((String::new(), any.to_owned())).chain(named).collect()
}

#[component]
fn Filters(choices: Choices) -> impl IntoView {
    let lang = lang();
    let regulation = Session::expect().regulation();
    let any = msg::roles_any(lang);
    let areas = options(any, &Area::ALL, |area| text::decision::area(lang, area).to_owned());
    let verdicts = options(any, &Verdict::ALL, |verdict| verdict_name(lang, verdict));
    let of_roles = regulation
        .roles()
        .iter()
        .map(|role| (role.id.to_string(), text::decision::role_title(lang, &regulation, &role.id)));
    let roles: Vec<Option_> = std::iter::once((String::new(), any.to_owned())).chain(of_roles).collect();
    let others: Vec<Option_> = std::iter::once((String::new(), msg::roles_no_other(lang).to_owned()))
        .chain(roles.iter().skip(1).cloned())
        .collect();
    let of_clauses = regulation.clauses().map(|(_, entry)| (entry.id.to_string(), entry.id.to_string()));
    let clauses: Vec<Option_> =
        std::iter::once((String::new(), msg::roles_any_clause(lang).to_owned())).chain(of_clauses).collect();
    view! {
        <div class="filter-bar">
            <TextField label=msg::roles_filter_text(lang) value=choices.text kind="search" id="roles-text" is_narrow=true />
            <SelectField label=msg::roles_filter_area(lang) value=choices.area is_narrow=true options=Signal::stored(areas) />
            <SelectField label=msg::roles_filter_role(lang) value=choices.role is_narrow=true options=Signal::stored(roles.clone()) id="roles-role" />
            <SelectField label=msg::roles_filter_other(lang) value=choices.other is_narrow=true options=Signal::stored(others) id="roles-other" />
            <label class="choice" hidden=move || choices.role.get().is_empty() || choices.other.get().is_empty()>
                <input
                    type="checkbox"
                    id="roles-differing"
                    prop:checked=move || choices.is_differing.get()
                    on:change:target=move |event| choices.is_differing.set(event.target().checked())
                />
                <span>{msg::roles_differing(lang)}</span>
            </label>
            <SelectField label=msg::roles_filter_verdict(lang) value=choices.verdict is_narrow=true options=Signal::stored(verdicts) />
            <SelectField
                label=msg::roles_filter_clause(lang)
                value=choices.clause
                options=Signal::stored(clauses)
                is_narrow=true
            />
        </div>
    }
}

fn verdict_name(lang: Lang, verdict: Verdict) -> String {
    format!("{} {}", text::decision::letter(lang, verdict), text::decision::verdict(lang, verdict))
}

#[component]
fn Legend() -> impl IntoView {
    let lang = lang();
    let verdicts = Verdict::ALL
        .into_iter()
        .rev()
        .map(|verdict| view! { <li><crate::ui::component::VerdictWord verdict /></li> })
        .collect_view();
    let signs = [
        msg::legend_scope(lang),
        msg::legend_inherited(lang),
        msg::legend_access(lang),
        msg::legend_school(lang),
        msg::legend_unsettled(lang),
    ];
    view! {
        <section class="stack is-tight">
            <h2>{msg::legend_label(lang)}</h2>
            <ul class="verdict-legend">{verdicts}</ul>
            <ul class="verdict-legend muted">{signs.into_iter().map(|sign| view! { <li>{sign}</li> }).collect_view()}</ul>
        </section>
    }
}

/// What the app itself does: no clause knows it, and the page says so.
#[component]
fn AppCommands() -> impl IntoView {
    let lang = lang();
    let regulation = Session::expect().regulation();
    let commands = regulation
        .app_commands()
        .iter()
        .map(|command| {
            let roles = text::decision::role_list(lang, &regulation, &command.roles);
            view! {
                <li>
                    {text::decision::said(lang, &command.name).to_owned()}
                    ": "
                    {roles}
                    " ("
                    <ClauseLinks clauses=command.clauses.clone() />
                    ")"
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="card">
            <summary>{msg::app_commands_title(lang)}</summary>
            <div class="prose">
                <p>{msg::app_commands_text(lang)}</p>
                <ul>{commands}</ul>
            </div>
        </details>
    }
}
