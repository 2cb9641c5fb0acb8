//! The platform's card (1.5); it is edited beside the next one, on the page of the move.

use leptos::prelude::*;

use crate::clause;
use crate::text::msg;
use crate::ui::component::{ClauseLink, spoken};
use crate::ui::session::Session;
use crate::view::area::migration;
use crate::view::room::Query;
use crate::view::route::Route;
use crate::view::school;

/// What the school knows of its platform.
#[component]
pub fn PlatformCard() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let facts = Memo::new(move |_| session.school(|school, _| migration::facts(lang, &school::platform(school))));
    let rows = move || {
        let row = |fact: crate::view::page::Fact| {
            view! { <div><dt>{fact.name}</dt><dd>{spoken(fact.value.text)}</dd></div> }
        };
        facts.get().into_iter().map(row).collect_view()
    };
    let address = Query::from([("tab", "platforms")]).address(&Route::Migration);
    view! {
        <section class="card" data-testid="school-platform">
            <header class="card__header">
                <h2 class="card__title">{msg::school_platform(lang)}</h2>
                <ClauseLink clause=clause!("1.5") />
            </header>
            <dl class="definition-list">{rows}</dl>
            <p><a class="button" href=address data-testid="school-platform-edit">{msg::edit(lang)}</a></p>
        </section>
    }
}
