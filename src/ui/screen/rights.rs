//! `#/roles/person/ID`: what one person may do and why. A preview of the regulation, not access control.

mod hats;
mod row;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::PersonId;
use crate::regulation::{ActionId, Area, Regulation};
use crate::text::{self, Lang, msg};
use crate::ui::component::{Option_, SelectField, TableRegion, TextField};
use crate::ui::dom;
use crate::ui::router::Router;
use crate::ui::session::{Session, lang};
use crate::view::rights::{self, DecisionRow, Group, Rights};

use hats::Hats;
use row::DecisionLine;

/// The screen.
#[component]
pub fn RightsOf(person: PersonId) -> impl IntoView {
    let session = Session::expect();
    let place = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let regulation = session.regulation();
        let place = place.get();
        session.school(|school, index| {
            let object = rights::object(school, index, person, &place);
            rights::rights(school, index, &regulation, person, object)
        })
    });
    // The head and the filters stay as they are while the plan changes under them.
    let is_known = Memo::new(move |_| found.with(Option::is_some));
    // Who is not there is told by the page above.
    move || is_known.get().then(|| view! { <Known person found place /> })
}

#[component]
fn Known(person: PersonId, found: Memo<Option<Rights>>, place: RwSignal<String>) -> impl IntoView {
    let lang = lang();
    let day = Memo::new(move |_| found.with(|found| found.as_ref().map(|rights| rights.on)));
    let hats =
        Memo::new(move |_| found.with(|found| found.as_ref().map(|rights| rights.hats.clone())).unwrap_or_default());
    let rows = Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|rights| rights.decisions.clone())).unwrap_or_default()
    });
    let day = move || day.get().map(|on| msg::rights_day(lang, &text::date::short(on)));
    let blocked = move || {
        let count = rows.with(|rows| rows.iter().filter(|row| row.is_permitted && !row.is_ready()).count());
        msg::rights_must_now(lang, count as u64)
    };
    view! {
        <div class="banner is-info" data-testid="rights-banner"><p>{msg::rights_banner(lang)} " " {day}</p></div>
        <Hats hats />
        <Show when=move || hats.with(|hats| !hats.is_empty())>
            <p>{blocked}</p>
        </Show>
        <Decisions person rows place />
    }
}

#[component]
fn Decisions(person: PersonId, rows: Memo<Vec<DecisionRow>>, place: RwSignal<String>) -> impl IntoView {
    let lang = lang();
    let session = Session::expect();
    let group = RwSignal::new(None::<Group>);
    let query = RwSignal::new(String::new());
    let asked = Router::expect().query().with_untracked(|query| query.get("action").parse().ok().map(ActionId));
    let opened = RwSignal::new(asked.into_iter().collect::<BTreeSet<ActionId>>());
    if let Some(asked) = asked {
        request_animation_frame(move || dom::show(&format!("decision-{asked}")));
    }
    let places = session.school_untracked(|school, index| rights::places(school, index, person));
    let places: Vec<Option_> =
        std::iter::once((String::new(), msg::rights_anywhere(lang).to_owned())).chain(places).collect();
    let shown = Memo::new(move |_| {
        let (group, query) = (group.get(), crate::domain::words::fold(&query.get()));
        let regulation = session.regulation();
        rows.with(|rows| {
            rows.iter()
                .filter(|row| {
                    group.is_none_or(|group| row.group() == group) && speaks_of(lang, &regulation, row, &query)
                })
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let total = move || rows.with(Vec::len) as u64;
    let button = move |own: Option<Group>| {
        let count = move || {
            rows.with(|rows| rows.iter().filter(|row| own.is_none_or(|own| row.group() == own)).count()).to_string()
        };
        view! {
            <button
                type="button"
                class="button"
                data-testid=own.map_or("rights-all", group_test_id)
                aria-pressed=move || (group.get() == own).to_string()
                on:click=move |_| group.set(own)
            >
                {own.map_or(msg::rights_group_all(lang), |own| group_name(lang, own))}
                " "
                <span class="muted number">{count}</span>
            </button>
        }
    };
    let lines = move || {
        let mut last = None::<Area>;
        shown
            .get()
            .into_iter()
            .map(|row| {
                let heading = (last != Some(row.area)).then(|| {
                    last = Some(row.area);
                    view! {
                        <tr class="table__group"><th scope="rowgroup" colspan="7">{text::decision::area(lang, row.area)}</th></tr>
                    }
                });
                view! { {heading} <DecisionLine row opened /> }
            })
            .collect_view()
    };
    view! {
        <section class="stack">
            <h2>{msg::rights_table(lang)}</h2>
            <div class="filter-bar">
                <TextField label=msg::roles_filter_text(lang) value=query kind="search" />
                <SelectField label=msg::rights_place(lang) value=place options=Signal::stored(places) is_narrow=true id="rights-place" />
                <div class="button-group" role="group" aria-label=msg::rights_groups(lang)>
                    {button(None)} {Group::ALL.map(|own| button(Some(own)))}
                </div>
            </div>
            <p class="muted" role="status">{move || msg::roles_count(lang, shown.with(Vec::len) as u64, total())}</p>
            <TableRegion caption=msg::rights_table(lang)>
                <table class="table" data-testid="rights-table">
                    <thead>
                        <tr>
                            <th scope="col">{msg::roles_action_column(lang)}</th>
                            <th scope="col">{msg::rights_column_answer(lang)}</th>
                            <th scope="col">{msg::rights_column_clauses(lang)}</th>
                            <th scope="col">{msg::rights_column_scope(lang)}</th>
                            <th scope="col">{msg::rights_column_missing(lang)}</th>
                            <th scope="col">{msg::rights_column_instead(lang)}</th>
                            <th scope="col">{msg::rights_column_why(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </TableRegion>
        </section>
    }
}

/// Whether every word begins a word of the action's name, or is its number or a clause of the answer.
fn speaks_of(lang: Lang, regulation: &Regulation, row: &DecisionRow, query: &str) -> bool {
    let name = crate::domain::words::fold(&text::decision::action_name(lang, regulation, row.action));
    query.split(' ').filter(|word| !word.is_empty()).all(|word| {
        row.action.to_string() == word
            || row.clauses.iter().any(|clause| clause.to_string().starts_with(word))
            || name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word))
    })
}

fn group_name(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::Must => msg::rights_group_must(lang),
        Group::May => msg::rights_group_may(lang),
        Group::Unsettled => msg::rights_group_unsettled(lang),
        Group::NotGranted => msg::rights_group_none(lang),
    }
}

const fn group_test_id(group: Group) -> &'static str {
    match group {
        Group::Must => "rights-must",
        Group::May => "rights-may",
        Group::Unsettled => "rights-unsettled",
        Group::NotGranted => "rights-none",
    }
}
