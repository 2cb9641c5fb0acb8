//! The way from the matrix to one person: a search field, and a holder of each role as an example.

use leptos::prelude::*;

use crate::text::{self, msg};
use crate::ui::component::EmptyState;
use crate::ui::session::{Session, lang};
use crate::view::rights::examples;
use crate::view::route::Route;
use crate::view::search;

/// Finds a person and leads to what the person may do.
#[component]
pub fn PersonSearch() -> impl IntoView {
    let session = Session::expect();
    let lang = lang();
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let query = query.get();
        session.school(|school, index| search::people(school, index, &query))
    });
    let is_empty = Memo::new(move |_| session.school(|school, _| school.people().is_empty()));
    let samples = Memo::new(move |_| {
        let regulation = session.regulation();
        session.school(|school, index| examples(school, index, &regulation))
    });
    let results = move || {
        let hits = found.get();
        if hits.is_empty() {
            return view! { <li class="muted">{msg::roles_person_none(lang)}</li> }.into_any();
        }
        hits.into_iter()
            .map(|(person, name, note)| {
                view! {
                    <li>
                        <a href=Route::RolesOf(person).to_string() lang=crate::ui::session::lang().of_text(&name)>{name.clone()}</a>
                        " "
                        <span class="muted">{note}</span>
                    </li>
                }
            })
            .collect_view()
            .into_any()
    };
    let shown_samples = move || {
        let regulation = session.regulation();
        samples
            .get()
            .into_iter()
            .map(|(role, person, name)| {
                view! {
                    <li>
                        <a href=Route::RolesOf(person).to_string() lang=crate::ui::session::lang().of_text(&name)>{name.clone()}</a>
                        " "
                        <span class="muted">{text::decision::role_name(lang, &regulation, &role)}</span>
                    </li>
                }
            })
            .collect_view()
    };
    let content = move || {
        if is_empty.get() {
            return view! {
                <EmptyState title=msg::roles_person_title(lang) text=msg::roles_person_empty(lang)>
                    <a class="button is-primary" href=Route::Import.to_string()>{msg::nav_import(lang)}</a>
                    <a class="button" href=Route::People.to_string()>{msg::nav_people(lang)}</a>
                </EmptyState>
            }
            .into_any();
        }
        view! {
            <section class="card">
                <h2 class="card__title">{msg::roles_person_title(lang)}</h2>
                <div class="field">
                    <label class="field__label" for="roles-person">{msg::roles_person_search(lang)}</label>
                    <p class="field__hint" id="roles-person-hint">{msg::roles_person_hint(lang)}</p>
                    <input
                        class="input"
                        type="search"
                        id="roles-person"
                        data-testid="roles-person-search"
                        autocomplete="off"
                        aria-describedby="roles-person-hint"
                        prop:value=move || query.get()
                        on:input:target=move |event| query.set(event.target().value())
                    />
                </div>
                <Show
                    when=move || query.with(|query| !query.trim().is_empty())
                    fallback=move || {
                        view! {
                            <p class="muted">{msg::roles_example(lang)}</p>
                            <ul class="cluster" role="list">{shown_samples}</ul>
                        }
                    }
                >
                    <ul role="list" aria-live="polite">{results}</ul>
                </Show>
            </section>
        }
        .into_any()
    };
    view! { {content} }
}
