//! Draws the pages of the areas: plain data in, one renderer for all. It knows no area and no rule.

mod ask;
mod board;
mod button;
mod calendar;
mod chart;
mod control;
mod handout;
mod section;
mod table;

pub use ask::{above, at_fields};

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::text;
use crate::ui::component::{ClauseLink, HelpButton, List, spoken};
use crate::ui::form::FieldError;
use crate::ui::router::{Router, go_to, replace};
use crate::ui::session::Session;
use crate::view::area::{self, Ask};
use crate::view::form::{Form, Values};
use crate::view::page::{Button, Does, Filter, FilterKind, Page, Tab};
use crate::view::preview;
use crate::view::room::PRESS;
use crate::view::route::Route;

/// The rows that are chosen, by their keys.
pub type Chosen = BTreeSet<String>;

/// The page that is drawn, and the form that is open on it.
#[derive(Clone, Copy)]
struct Scene {
    session: Session,
    router: Router,
    page: Memo<Arc<Page>>,
    asked: RwSignal<Option<(Ask, Chosen)>>,
    tells: Option<StoredValue<Tells>>,
}

/// A word with what a form was filled in with and the rows that are chosen.
pub type Word = (String, Values, Chosen);

/// Where the words of a page go that another module gave.
#[derive(Clone, Copy)]
pub struct Tells {
    /// Hears the words.
    pub tell: Callback<Word>,
    /// The form that is open: what it asks, its word, the rows that are chosen.
    pub fill: RwSignal<Option<(Form, String, Chosen)>>,
    /// What is wrong in it.
    pub errors: RwSignal<Vec<FieldError>>,
}

/// A page that another module gave; its words go back there.
#[component]
pub fn GivenPage(route: Route, page: Memo<Arc<Page>>, tells: Tells) -> impl IntoView {
    let (session, router) = (Session::expect(), Router::expect());
    let scene = Scene { session, router, page, asked: RwSignal::new(None), tells: Some(StoredValue::new(tells)) };
    let ids = Memo::new(move |_| page.with(|page| page.sections.iter().map(|section| section.id).collect::<Vec<_>>()));
    view! {
        {move || tabs(page.with(|page| page.tabs.clone()))}
        <FilterBar route page />
        <List each=move || ids.get() key=|id| *id let:id>
            {section::section(scene, id)}
        </List>
        <ask::FillDialog tells />
    }
}

/// The page of an area.
#[component]
pub fn PageView(route: Route) -> impl IntoView {
    let session = Session::expect();
    let router = Router::expect();
    let page = Memo::new(move |_| {
        let query = router.query().get();
        let (viewer, sight, is_watched) = (session.viewer().get(), session.sight(), session.is_watched());
        let shut = session.shut().map(|refusal| text::refusal::sentence(session.lang(), &refusal));
        Arc::new(session.room(&query, &Chosen::new(), |room| {
            let page = if is_watched { preview::page(room, viewer, &sight, route) } else { area::page(route, room) };
            let page = page.unwrap_or_default();
            match &shut {
                Some(why) => preview::freeze(page, why),
                None => page,
            }
        }))
    });
    page_of(route, page)
}

/// Draws a page that is made elsewhere.
pub fn page_of(route: Route, page: Memo<Arc<Page>>) -> AnyView {
    let (session, router) = (Session::expect(), Router::expect());
    let scene = Scene { session, router, page, asked: RwSignal::new(None), tells: None };
    let ids = Memo::new(move |_| page.with(|page| page.sections.iter().map(|section| section.id).collect::<Vec<_>>()));
    Effect::new(move || press_asked(scene, route));
    view! {
        {move || header(scene)}
        {move || tabs(page.with(|page| page.tabs.clone()))}
        <FilterBar route page />
        <List each=move || ids.get() key=|id| *id let:id>
            {section::section(scene, id)}
        </List>
        <ask::AskDialog asked=scene.asked />
    }
    .into_any()
}

/// Presses the button that the address names, once: `#/movement?do=leave&person=ID` leads from elsewhere to the form.
fn press_asked(scene: Scene, route: Route) {
    let query = scene.router.query().get();
    let wanted = query.get(PRESS);
    if wanted.is_empty() {
        return;
    }
    // Only what asks: an address must never change the plan by itself.
    match scene.page.with_untracked(|page| page.button(wanted).cloned()) {
        Some(Button { refused: Some(why), .. }) => scene.session.warn(why),
        Some(Button { does: Does::Ask(ask), .. }) => scene.asked.set(Some((ask, Chosen::new()))),
        _ => {}
    }
    replace(&query.with(PRESS, "").address(&route));
}

fn header(scene: Scene) -> AnyView {
    // Read part by part, so that a row that changes does not draw the head again.
    let part = Memo::new(move |_| {
        scene.page.with(|page| (page.title.clone(), page.lead.clone(), page.up.clone(), page.clause, page.acts.clone()))
    });
    let draw = move || {
        let (title, lead, up, clause, acts) = part.get();
        view! {
            <header class="page-header">
                {up.map(|(href, name)| view! { <p class="page-header__crumbs"><a href=href>{spoken(name)}</a></p> })}
                <h1 class="page-header__title" id="page-title" tabindex="-1">{spoken(title)}</h1>
                {(!lead.is_empty()).then(|| view! { <p class="page-header__lead">{spoken(lead)}</p> })}
                <div class="page-header__actions">
                    {button::buttons(scene, button::Size::Normal, acts)}
                    {clause.map(|clause| view! { <ClauseLink clause /> })}
                    <HelpButton />
                </div>
            </header>
        }
        .into_any()
    };
    draw.into_any()
}

fn tabs(tabs: Vec<Tab>) -> AnyView {
    if tabs.is_empty() {
        return ().into_any();
    }
    let label = crate::text::msg::page_tabs(crate::ui::session::lang());
    let items: Vec<AnyView> = tabs
        .into_iter()
        .map(|tab| {
            view! {
                <a class="tabs__tab" href=tab.href aria-current=tab.is_here.then_some("page")>
                    {tab.label}
                    {tab.count.map(|count| view! { <span class="tabs__count">{count}</span> })}
                </a>
            }
            .into_any()
        })
        .collect();
    view! { <nav class="tabs no-print" aria-label=label>{items}</nav> }.into_any()
}

/// The controls that write parameters of the address.
#[component]
fn FilterBar(route: Route, page: Memo<Arc<Page>>) -> impl IntoView {
    // A field is made anew only where its choices change, so that typing in it goes on.
    let shapes = Memo::new(move |_| {
        page.with(|page| {
            page.filters.iter().map(|filter| Filter { value: String::new(), ..filter.clone() }).collect::<Vec<_>>()
        })
    });
    let bar = move || {
        let shapes = shapes.get();
        if shapes.is_empty() {
            return ().into_any();
        }
        let fields: Vec<AnyView> = shapes.into_iter().map(|filter| filter_field(route, page, filter)).collect();
        view! { <div class="filter-bar no-print">{fields}</div> }.into_any()
    };
    bar.into_any()
}

fn filter_field(route: Route, page: Memo<Arc<Page>>, filter: Filter) -> AnyView {
    let router = Router::expect();
    let param = filter.id;
    let id = format!("filter-{param}");
    let value = Memo::new(move |_| {
        page.with(|page| {
            page.filters.iter().find(|filter| filter.id == param).map(|filter| filter.value.clone()).unwrap_or_default()
        })
    });
    let write = move |text: String| {
        let query = router.query().get_untracked().with(param, &text);
        go_to(&query.address(&route));
    };
    let wire = control::Wire::plain(id.clone(), value.into(), Callback::new(write));
    let control = match filter.kind {
        FilterKind::Choice(choices) => control::select(wire, choices),
        FilterKind::Text => control::input(wire, "search"),
        FilterKind::Day => control::input(wire, "date"),
    };
    view! {
        <div class="field is-narrow">
            <label class="field__label" for=id>{filter.label}</label>
            {control}
        </div>
    }
    .into_any()
}
