//! What surrounds every screen: top bar, navigation, banners, the toast with its undo.

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::text::{self, Lang, msg};
use crate::view::route::{NavigationGroup, Route};

use super::preference::{LanguageSelect, ThemeSelect};
use super::router::{self, Router};
use super::screen;
use super::session::{ReadOnly, Session};
use super::{component::empty_state::EmptyState, dom};

/// The page around the screen of the route.
#[component]
pub fn Shell(router: Router) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let is_menu_open = RwSignal::new(false);
    keyboard(session);
    // A new screen begins at its title, for the keyboard and for the screen reader; the first one keeps the page's start.
    Effect::new(move |before: Option<Option<Route>>| {
        let route = router.route();
        is_menu_open.set(false);
        if before.is_some_and(|before| before != route) {
            request_animation_frame(|| dom::focus("page-title"));
        }
        route
    });
    view! {
        <a class="skip-link" href="#main" on:click=|event| { event.prevent_default(); dom::focus("page-title"); }>
            {msg::skip_to_content(lang)}
        </a>
        <div class="app-shell">
            <TopBar is_menu_open />
            <nav class="side-nav" id="side-nav" class:is-open=move || is_menu_open.get() aria-label=msg::nav_label(lang)>
                {Route::NAVIGATION.into_iter().map(|(group, routes)| group_view(router, group, routes)).collect::<Vec<AnyView>>()}
            </nav>
            <main class="main-content" id="main">
                <ReadOnlyBanner />
                <super::notices::Notices />
                {move || match router.route() {
                    Some(route) => screen::view(route),
                    None => view! { <NotFound /> }.into_any(),
                }}
            </main>
        </div>
        <ToastRegion />
    }
}

/// A group of the navigation.
fn group_view(router: Router, group: NavigationGroup, screens: &'static [Route]) -> AnyView {
    let lang = super::session::lang();
    let name = match group {
        NavigationGroup::School => msg::group_school(lang),
        NavigationGroup::Platform => msg::group_platform(lang),
        NavigationGroup::Papers => msg::group_papers(lang),
        NavigationGroup::Regulation => msg::group_regulation(lang),
        NavigationGroup::Plan => msg::group_plan(lang),
    };
    let links: Vec<AnyView> = screens
        .iter()
        .map(|route| {
            let route = *route;
            let is_here = move || router.route().map(Route::section) == Some(route);
            view! {
                <li>
                    <a class="side-nav__link" href=route.to_string() aria-current=move || is_here().then_some("page")>
                        {nav_name(lang, route)}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <h2 class="side-nav__title">{name}</h2>
        <ul class="side-nav__list">{links}</ul>
    }
    .into_any()
}

/// The name of a screen in the navigation.
pub fn nav_name(lang: Lang, route: Route) -> &'static str {
    match route.section() {
        Route::School => msg::nav_school(lang),
        Route::Structure => msg::nav_structure(lang),
        Route::People => msg::nav_people(lang),
        Route::Load => msg::nav_load(lang),
        Route::Import => msg::nav_import(lang),
        Route::Roles => msg::nav_roles(lang),
        Route::Regulation => msg::nav_regulation(lang),
        Route::Snapshots => msg::nav_snapshots(lang),
        Route::Journal => msg::nav_journal(lang),
        Route::Settings => msg::nav_settings(lang),
        Route::Registration => msg::nav_registration(lang),
        Route::StructureOrders => msg::nav_structure_orders(lang),
        Route::Editions => msg::nav_editions(lang),
        Route::Interpretations => msg::nav_interpretations(lang),
        Route::Compliance => msg::nav_compliance(lang),
        Route::Invites => msg::nav_invites(lang),
        Route::Requests => msg::nav_requests(lang),
        Route::Administrators => msg::nav_administrators(lang),
        Route::Movements => msg::nav_movement(lang),
        Route::Chats => msg::nav_chats(lang),
        Route::Channels => msg::nav_channels(lang),
        Route::Calendar => msg::nav_calendar(lang),
        Route::Documents => msg::nav_documents(lang),
        Route::Support => msg::nav_support(lang),
        Route::Control => msg::nav_control(lang),
        Route::Statistics => msg::nav_statistics(lang),
        Route::Acknowledgements => msg::nav_acknowledgements(lang),
        Route::Migration => msg::nav_migration(lang),
        _ => msg::nav_overview(lang),
    }
}

#[component]
fn TopBar(is_menu_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let school_name = move || {
        let name = session.read(|workspace| {
            workspace.school().organisation().values().next().map(|organisation| organisation.short_name.clone())
        });
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| msg::app_name(lang).to_owned())
    };
    view! {
        <header class="top-bar">
            <button
                type="button"
                class="button is-quiet top-bar__menu"
                aria-expanded=move || is_menu_open.get().to_string()
                aria-controls="side-nav"
                on:click=move |_| is_menu_open.update(|open| *open = !*open)
            >
                {msg::menu(lang)}
            </button>
            <a class="top-bar__brand" href=Route::Overview.to_string()>{school_name}</a>
            <SearchBox />
            <div class="top-bar__tools">
                <super::save_line::SaveLine />
                <UndoButtons />
                <div class="top-bar__group is-optional">
                    <LanguageSelect />
                    <ThemeSelect />
                </div>
            </div>
        </header>
    }
}

/// The search field of the top bar: people and classes as one types.
#[component]
fn SearchBox() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let query = RwSignal::new(String::new());
    let found = move || {
        let query = query.get();
        session.school(|school, index| crate::view::search::find(school, index, &query))
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(first) = found().first() {
            router::go(first.route);
            query.set(String::new());
        }
    };
    view! {
        <search class="top-bar__search">
            <form on:submit=submit>
                <input
                    class="input"
                    type="search"
                    id="search"
                    autocomplete="off"
                    aria-label=msg::search_label(lang)
                    placeholder=msg::search_label(lang)
                    prop:value=move || query.get()
                    on:input:target=move |event| query.set(event.target().value())
                    on:keydown=move |event| {
                        if event.key() == "Escape" {
                            query.set(String::new());
                        }
                    }
                />
            </form>
            <Show when=move || query.with(|query| !query.trim().is_empty())>
                <ul class="search-results" role="status">
                    {move || {
                        let found = found();
                        if found.is_empty() {
                            return view! { <li class="search-results__none">{msg::nothing_found(lang)}</li> }.into_any();
                        }
                        found
                            .into_iter()
                            .map(|hit| {
                                view! {
                                    <li>
                                        <a href=hit.route.to_string() on:click=move |_| query.set(String::new())>
                                            {hit.name}
                                            <span class="muted">{hit.note}</span>
                                        </a>
                                    </li>
                                }
                            })
                            .collect_view()
                            .into_any()
                    }}
                </ul>
            </Show>
        </search>
    }
}

#[component]
fn UndoButtons() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let undoable = move || {
        let regulation = session.regulation();
        session.read(|workspace| workspace.undoable().map(|entry| text::act::name(lang, &regulation, &entry.label)))
    };
    let redoable = move || {
        let regulation = session.regulation();
        session.read(|workspace| workspace.redoable().map(|entry| text::act::name(lang, &regulation, &entry.label)))
    };
    let undo_name =
        move || undoable().map_or_else(|| msg::nothing_to_undo(lang).to_owned(), |act| msg::undo_last(lang, &act));
    let redo_name =
        move || redoable().map_or_else(|| msg::nothing_to_redo(lang).to_owned(), |act| msg::redo_last(lang, &act));
    view! {
        <div class="top-bar__group">
            <button
                type="button"
                class="button is-quiet is-icon"
                data-testid="undo"
                title=undo_name
                aria-label=undo_name
                aria-disabled=move || undoable().is_none().then_some("true")
                on:click=move |_| session.undo()
            >
                "↶"
            </button>
            <button
                type="button"
                class="button is-quiet is-icon"
                data-testid="redo"
                title=redo_name
                aria-label=redo_name
                aria-disabled=move || redoable().is_none().then_some("true")
                on:click=move |_| session.redo()
            >
                "↷"
            </button>
        </div>
    }
}

#[component]
fn ReadOnlyBanner() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    view! {
        {move || session.read_only().get().map(|why| {
            let text = match why {
                ReadOnly::OtherTab => msg::banner_other_tab(lang),
                ReadOnly::Newer => msg::banner_newer(lang),
            };
            view! {
                <div class="banner is-warning" role="status">
                    <p class="notice__body">{text}</p>
                    {(why == ReadOnly::OtherTab).then(|| view! { <super::save_line::TakeOver /> })}
                </div>
            }
        })}
    }
}

/// How long a message stays at the bottom of the page.
const TOAST_TIME: std::time::Duration = std::time::Duration::from_secs(15);

#[component]
fn ToastRegion() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let toast = session.toast();
    // It goes by itself; the undo stays in the top bar and in the journal. A failure stays until it was read.
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move || {
        if let Some(handle) = timer.get_value() {
            handle.clear();
        }
        let fades = toast.with(|toast| toast.as_ref().is_some_and(|toast| !toast.is_error));
        timer.set_value(fades.then(|| set_timeout_with_handle(move || toast.set(None), TOAST_TIME).ok()).flatten());
    });
    view! {
        <div class="toast-region" role="status" data-testid="toast">
            {move || toast.get().map(|toast_now| {
                let has_undo = toast_now.has_undo;
                view! {
                    <div class="toast" class:is-error=toast_now.is_error>
                        <p class="toast__text">{toast_now.text}</p>
                        <div class="toast__actions">
                            {has_undo.then(|| view! {
                                <button type="button" class="button is-small" data-testid="toast-undo" on:click=move |_| session.undo()>
                                    {msg::undo(lang)}
                                </button>
                            })}
                            <button type="button" class="button is-small is-quiet" on:click=move |_| toast.set(None)>
                                {msg::close(lang)}
                            </button>
                        </div>
                    </div>
                }
            })}
        </div>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let lang = super::session::lang();
    view! {
        <h1 class="page-header__title" id="page-title" tabindex="-1">{msg::page_not_found(lang)}</h1>
        <EmptyState title=msg::page_not_found(lang) text=msg::page_not_found_text(lang)>
            <a class="button is-primary" href=Route::Overview.to_string()>{msg::go_to_overview(lang)}</a>
        </EmptyState>
    }
}

/// Ctrl+Z and Ctrl+Shift+Z (also with ⌘), outside of fields, which undo their own typing.
fn keyboard(session: Session) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_command = event.ctrl_key() || event.meta_key();
        // The key of the Latin Z, whatever layout is on.
        if !is_command || event.alt_key() || event.code() != "KeyZ" || is_typing() {
            return;
        }
        event.prevent_default();
        if event.shift_key() { session.redo() } else { session.undo() }
    });
    on_cleanup(move || handle.remove());
}

fn is_typing() -> bool {
    document().active_element().is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}
