//! The structure: levels, parallels and classes of a year, the staff room, creation by pattern, the approved list.

mod add_class;
mod bulk;
mod list;
mod side;
mod tree;

use leptos::prelude::*;

use crate::domain::{Command, SchoolYear, SchoolYearId};
use crate::text::msg;
use crate::ui::component::{ActButton, EmptyState, Look, PageHeader};
use crate::ui::problem;
use crate::ui::session::Session;
use crate::view::route::Route;
use crate::view::{school, structure};

use add_class::AddClass;
use bulk::BulkCreate;
use list::ListCard;
use side::{ArchivedCard, StaffRoomCard};
use tree::TreeView;

/// The page of the structure.
#[component]
pub fn Structure() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let chosen = RwSignal::new(None::<SchoolYearId>);
    let years = Memo::new(move |_| session.school(|school, _| structure::year_options(school)));
    let year = Memo::new(move |_| {
        let current = session.school(|_, index| index.year);
        let known = |id: &SchoolYearId| years.with(|years| years.iter().any(|(year, _)| year == id));
        chosen.get().filter(known).or(current)
    });
    let has_years = Memo::new(move |_| year.with(Option::is_some));
    let is_adding = RwSignal::new(false);
    view! {
        <PageHeader title=msg::nav_structure(lang) lead=msg::structure_lead_empty(lang)>
            <Show when=move || has_years.get()>
                <ActButton
                    label=msg::structure_add_class(lang)
                    test_id="structure-add-class"
                    on_click=move || is_adding.set(true)
                />
            </Show>
        </PageHeader>
        <div class="split">
            <div class="stack is-loose">
                <Show when=move || has_years.get() fallback=NoYear>
                    <YearChoice years year chosen />
                    <TreeView year />
                </Show>
            </div>
            <div class="stack">
                <Show when=move || has_years.get()>
                    <BulkCreate year />
                </Show>
                <StaffRoomCard />
                <Show when=move || has_years.get()>
                    <ListCard year />
                    <ArchivedCard year />
                </Show>
            </div>
        </div>
        <AddClass year is_open=is_adding />
    }
}

/// Which year the page shows and creates classes in.
#[component]
fn YearChoice(
    years: Memo<Vec<(SchoolYearId, String)>>,
    year: Memo<Option<SchoolYearId>>,
    chosen: RwSignal<Option<SchoolYearId>>,
) -> impl IntoView {
    let lang = crate::ui::session::lang();
    view! {
        <div class="filter-bar">
            <div class="field is-narrow">
                <label class="field__label" for="structure-year">{msg::structure_year(lang)}</label>
                <select
                    id="structure-year"
                    class="select"
                    on:change:target=move |event| chosen.set(event.target().value().parse().ok())
                >
                    {move || {
                        years
                            .get()
                            .into_iter()
                            .map(|(id, label)| {
                                view! {
                                    <option value=id.to_string() prop:selected=move || year.get() == Some(id)>{label}</option>
                                }
                            })
                            .collect_view()
                    }}
                </select>
            </div>
        </div>
    }
}

/// Nothing can stand here before a school year is there: offers to create it.
#[component]
fn NoYear() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let form = session.peek(|workspace| school::suggested_year(workspace.school(), session.context().today));
    let suggested = form.read(session.fresh());
    view! {
        <EmptyState title=msg::structure_no_year(lang) text=msg::structure_no_year_text(lang)>
            {suggested.ok().map(|year: SchoolYear| {
                let label = msg::structure_create_year(lang, &year.label());
                let create = move || {
                    drop(session.dispatch(&Command::Save(year.clone().into())));
                };
                view! { <ActButton label look=Look::Primary test_id="structure-create-year" on_click=create /> }
            })}
            <a class="button" href=Route::Import.to_string()>{msg::structure_import(lang)}</a>
        </EmptyState>
    }
}

/// Faults of a form in words, for the parts of this page.
fn faults(found: Vec<crate::view::fault::Fault>) -> Vec<crate::ui::form::FieldError> {
    problem::errors(crate::ui::session::lang(), found)
}
