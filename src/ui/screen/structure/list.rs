//! The approved list of classes (2.1/5): its pattern, its order, and where the created classes differ.

use leptos::prelude::*;

use crate::clause;
use crate::domain::{ClassLabel, Command, Nomenclature, RecordKey, SchoolYearId};
use crate::text::{Lang, msg};
use crate::ui::component::{
    ActButton, Badge, ClauseLink, CommandButton, Dialog, FormBody, Look, SelectField, TextArea, Tone, spoken,
};
use crate::ui::form::{FieldError, error_at};
use crate::ui::session::Session;
use crate::view::route::Route;
use crate::view::structure::{self, ListDifference, ListView};

use super::super::part;
use super::bulk::{fault_text, labels_text};

/// The approved list of the year.
#[component]
pub fn ListCard(year: Memo<Option<SchoolYearId>>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_open = RwSignal::new(false);
    let list = Memo::new(move |_| {
        let year = year.get();
        session.school(|school, _| year.and_then(|year| structure::nomenclature(school, year)))
    });
    view! {
        <section class="card" data-testid="structure-list">
            <header class="card__header">
                <h2 class="card__title">{msg::structure_list(lang)}</h2>
                <ClauseLink clause=clause!("2.1/5") />
            </header>
            <p>
                <a href=Route::StructureOrders.to_string() data-testid="structure-orders">
                    {msg::structure_orders(lang)}
                </a>
            </p>
            {move || match list.get() {
                None => {
                    view! {
                        <p class="muted">{msg::structure_list_none(lang)}</p>
                        <div class="cluster">
                            <ActButton
                                label=msg::structure_list_enter(lang)
                                test_id="structure-list-enter"
                                on_click=move || is_open.set(true)
                            />
                        </div>
                    }
                        .into_any()
                }
                Some(list) => view! { <ListFacts list is_open /> }.into_any(),
            }}
        </section>
        <Dialog title=msg::structure_list(lang) is_open>
            <ListForm year list is_open />
        </Dialog>
    }
}

#[component]
fn ListFacts(list: ListView, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let key = RecordKey::to::<Nomenclature>(list.list.id);
    let year = list.list.year;
    let approved = if list.order.is_some() {
        msg::structure_list_approved(lang, &part::order_name(lang, list.order.as_ref()))
    } else {
        msg::structure_list_no_order(lang).to_owned()
    };
    view! {
        <p>{list.text}</p>
        <p class="muted">{msg::structure_list_count(lang, list.list.classes.len() as u64)}". "{approved}"."</p>
        {difference_view(lang, session, year, list.difference)}
        <div class="cluster">
            <ActButton label=msg::edit(lang) on_click=move || is_open.set(true) />
            <CommandButton label=msg::delete(lang) look=Look::Quiet command=move || Command::Remove(key) />
        </div>
    }
}

fn difference_view(lang: Lang, session: Session, year: SchoolYearId, difference: ListDifference) -> impl IntoView {
    let ListDifference { missing, extra } = difference;
    let is_equal = missing.is_empty() && extra.is_empty();
    let missing_text = labels_text(&missing);
    let create = move |missing: Vec<ClassLabel>| {
        let classes = missing.into_iter().map(|label| (session.fresh(), label)).collect();
        drop(session.dispatch(&Command::CreateClasses { year, classes }));
    };
    view! {
        {is_equal.then(|| view! { <p><Badge text=msg::structure_list_equal(lang) tone=Tone::Success /></p> })}
        {(!missing.is_empty())
            .then(|| {
                view! {
                    <p><span class="badge is-warning">{msg::structure_list_missing(lang)}</span>" "{missing_text}</p>
                    <div class="cluster">
                        <ActButton
                            label=msg::structure_list_create_missing(lang)
                            test_id="structure-create-missing"
                            on_click=move || create(missing.clone())
                        />
                    </div>
                }
            })}
        {(!extra.is_empty())
            .then(|| {
                view! {
                    <p class="cluster">
                        <span class="badge is-warning">{msg::structure_list_extra(lang)}</span>
                        {extra
                            .into_iter()
                            .map(|(id, label)| view! { <a href=Route::Class(id).to_string()>{spoken(label)}</a> })
                            .collect_view()}
                    </p>
                }
            })}
    }
}

/// Edits the list as a pattern; a new one begins with the classes that are there.
#[component]
fn ListForm(year: Memo<Option<SchoolYearId>>, list: Memo<Option<ListView>>, is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let before = list.get_untracked();
    let text = before.as_ref().map_or_else(
        || {
            session.peek(|workspace| {
                let classes = workspace.school().classes().values();
                let own = classes.filter(|class| class.year().is_some() && class.year() == year.get_untracked());
                let labels: Vec<ClassLabel> = own.filter_map(|class| class.label().cloned()).collect();
                structure::to_text(&labels)
            })
        },
        |list| list.text.clone(),
    );
    let text = RwSignal::new(text);
    let order = before.as_ref().and_then(|list| list.list.order).map(|id| id.to_string()).unwrap_or_default();
    let order = RwSignal::new(order);
    let id = before.map_or_else(|| session.fresh(), |list| list.list.id);
    let read = move || {
        let wrong = |text: String| vec![FieldError::new("list-pattern", text)];
        let classes = ListView::read(&text.get_untracked()).map_err(|faults| {
            let lines: Vec<String> = faults.iter().map(|fault| fault_text(lang, fault)).collect();
            wrong(lines.join("; "))
        })?;
        let Some(year) = year.get_untracked().filter(|_| !classes.is_empty()) else {
            return Err(wrong(msg::structure_pattern_empty(lang).to_owned()));
        };
        let order = order.get_untracked().parse().ok();
        Ok(Command::Save(Nomenclature { id, year, order, classes }.into()))
    };
    view! {
        <FormBody is_open errors read test_id="structure-list-save">
            <TextArea
                label=msg::structure_list_pattern(lang)
                hint=msg::structure_pattern_hint(lang)
                id="list-pattern"
                value=text
                error=Signal::derive(move || errors.with(|errors| error_at(errors, "list-pattern")))
            />
            <SelectField
                label=msg::structure_list_order(lang)
                value=order
                options=part::order_options(session)
            />
        </FormBody>
    }
}
