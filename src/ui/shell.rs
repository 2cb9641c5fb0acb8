//! What surrounds every screen: top bar, navigation, banners, the toast with its undo.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::text::{self, Lang, msg};
use crate::view::gate::ReadOnly;
use crate::view::navigation;
use crate::view::preview::Viewer;
use crate::view::room::{AS_OF, Query};
use crate::view::route::{NavigationGroup, Route};
use crate::view::why;

use super::component::{ClauseList, Dialog, EmptyState, VerdictWord};
use super::desk::Desk;
use super::dom;
use super::import_desk::ImportDesk;
use super::keeper::Keeper;
use super::lock_screen::shut;
use super::part;
use super::preference::{LanguageSelect, ThemeSelect};
use super::router::{self, Router};
use super::screen;
use super::session::{Session, Why};

/// The page around the screen of the route.
#[component]
pub fn Shell(router: Router) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let (is_menu_open, is_palette_open, is_help_open) =
        (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    keyboard(session, router, is_palette_open, is_help_open);
    // An address of a preview opens it; it stays open on every other screen until it is left.
    let enter = move |route: Option<Route>| {
        if let Some(viewer) = route.and_then(Viewer::of)
            && session.viewer().get_untracked() != Some(viewer)
        {
            session.viewer().set(Some(viewer));
        }
    };
    enter(untrack(|| router.route()));
    Effect::new(move || enter(router.route()));
    // So does an address of a day, which is told by the banner from then on.
    Effect::new(move || {
        let query = router.query().get();
        let asked = query.get(AS_OF);
        if !asked.is_empty() {
            session.day().set(asked.parse().ok());
            let route = untrack(|| router.route()).unwrap_or_default();
            router::replace(&query.with(AS_OF, "").address(&route));
        }
    });
    drops(session);
    // A new screen begins at its title, for the keyboard and for the screen reader; the first one keeps the page's start.
    Effect::new(move |before: Option<Option<Route>>| {
        let route = router.route();
        is_menu_open.set(false);
        // The screen, and nobody's name: the browser keeps titles in its history.
        let screen = route.map_or_else(|| msg::page_not_found(lang), |route| navigation::name(lang, route));
        document().set_title(&format!("{screen} — {}", msg::app_name(lang)));
        if before.is_some_and(|before| before != route) {
            request_animation_frame(|| dom::focus("page-title"));
        }
        route
    });
    view! {
        <a class="skip-link" href="#main" on:click=|event| { event.prevent_default(); dom::focus("page-title"); }>
            {msg::skip_to_content(lang)}
        </a>
        <PreviewBanner router />
        <div class="app-shell">
            <TopBar is_menu_open is_palette_open />
            <nav class="side-nav" id="side-nav" class:is-open=move || is_menu_open.get() aria-label=msg::nav_label(lang)>
                {Route::NAVIGATION.into_iter().map(|(group, routes)| group_view(router, group, routes)).collect::<Vec<AnyView>>()}
                <p><a class="side-nav__link" href=handbook(lang)>{msg::guide_title(lang)}</a></p>
            </nav>
            <main class="main-content" id="main">
                <ReadOnlyBanner />
                <LookedBanner />
                <super::notices::Notices />
                <super::offline::OfflineNotices />
                {move || match router.route() {
                    Some(route) => screen::view(route),
                    None => view! { <NotFound /> }.into_any(),
                }}
            </main>
        </div>
        <ToastRegion />
        <WhyDialog />
        <PaletteDialog is_open=is_palette_open />
        <ShortcutsDialog is_open=is_help_open />
    }
}

/// Says as long as a preview is open whose eyes these are, and leads out of it.
#[component]
fn PreviewBanner(router: Router) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let published = move || {
        let is_alone = session.is_published().get() && session.viewer().get().is_none();
        is_alone.then(|| {
            let school = session.read(|workspace| {
                workspace.school().organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default()
            });
            view! {
                <div class="preview-banner" role="status" data-testid="published-banner">
                    <p>{msg::published_banner(lang, &school)}</p>
                    <button
                        type="button"
                        class="button is-small"
                        data-testid="published-own-plan"
                        on:click=move |_| {
                            session.begin_own_plan();
                            router::go(Route::Overview);
                        }
                    >
                        {msg::published_own_plan(lang)}
                    </button>
                </div>
            }
        })
    };
    let watched = move || {
        session.viewer().get().map(|viewer| {
            let regulation = session.regulation();
            let name = session.read(|workspace| viewer.name(workspace.school(), &regulation, lang));
            view! {
                <div class="preview-banner" role="status" data-testid="preview-banner">
                    <p>{msg::eyes_banner(lang, &name)}</p>
                    <div class="cluster">
                        <a class="button is-small" data-testid="preview-own" href=viewer.address().to_string()>{msg::eyes_home(lang)}</a>
                        <button type="button" class="button is-small is-primary" data-testid="preview-leave" on:click=move |_| leave(session, router)>
                            {msg::eyes_leave(lang)}
                        </button>
                    </div>
                </div>
            }
        })
    };
    let day = move || session.day().get().map(|day| view! { <DayBanner day /> });
    view! { {published} {watched} {day} }
}

/// Says on which day the plan is looked at, and leads to others and back to today.
#[component]
fn DayBanner(day: NaiveDate) -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    let to = move |other: Option<NaiveDate>| move |_| session.day().set(other.or(Some(day)));
    view! {
        <div class="preview-banner" role="status" data-testid="day-banner">
            <p>{msg::day_banner(lang, &text::date::long(lang, day))}</p>
            <div class="cluster">
                <button type="button" class="button is-small" data-testid="day-before" on:click=to(day.pred_opt())>{msg::day_before(lang)}</button>
                <input
                    type="date"
                    class="input"
                    data-testid="day-field"
                    aria-label=msg::day_label(lang)
                    prop:value=day.to_string()
                    on:change:target=move |event| {
                        if let Ok(day) = event.target().value().parse() {
                            session.day().set(Some(day));
                        }
                    }
                />
                <button type="button" class="button is-small" data-testid="day-after" on:click=to(day.succ_opt())>{msg::day_after(lang)}</button>
                <button type="button" class="button is-small is-primary" data-testid="day-leave" on:click=move |_| session.day().set(None)>
                    {msg::day_leave(lang)}
                </button>
            </div>
        </div>
    }
}

/// Leaves the preview; from the address that opens one, to the matrix, or to the list of the published edition.
fn leave(session: Session, router: Router) {
    if session.is_published().get_untracked() {
        router::go(Route::Overview);
    } else if untrack(|| router.route()).and_then(Viewer::of).is_some() {
        router::go(Route::Roles);
    }
    session.leave_preview();
    request_animation_frame(|| dom::focus("page-title"));
}

/// Explains what was refused: the clause in words, its rows of the matrix, who can.
#[component]
fn WhyDialog() -> impl IntoView {
    let session = Session::expect();
    let is_open = RwSignal::new(false);
    Effect::new(move || is_open.set(session.asked_why().with(Option::is_some)));
    let close = Callback::new(move |()| session.asked_why().set(None));
    view! {
        <Dialog title=msg::why_off(session.lang()) is_open is_wide=true on_close=close>
            {move || session.asked_why().get().map(|why| explained(session, why))}
        </Dialog>
    }
}

fn explained(session: Session, asked: Why) -> AnyView {
    let lang = session.lang();
    let viewer = session.viewer().get_untracked();
    let regulation = untrack(|| session.regulation());
    let told =
        untrack(|| session.room(&Query::default(), &BTreeSet::new(), |room| why::explain(room, viewer, asked.clause)));
    let rows: Vec<AnyView> = told
        .rows
        .into_iter()
        .map(|row| {
            let roles = if row.roles.is_empty() {
                msg::why_nobody(lang).to_owned()
            } else {
                msg::why_roles(lang, &text::decision::role_list(lang, &regulation, &row.roles))
            };
            let people: Vec<String> = row.holders.named.iter().map(|holder| holder.name.clone()).collect();
            let more = (row.holders.more > 0).then(|| msg::why_more(lang, row.holders.more as u64));
            view! {
                <li>
                    <p>
                        <a href=row.address on:click=move |_| session.asked_why().set(None)>
                            {format!("{}. {}", row.action, row.name)}
                        </a>
                        " "
                        {row.verdict.map(|verdict| view! { <VerdictWord verdict /> })}
                    </p>
                    {row.missing.into_iter().map(|fact| view! { <p>{fact}</p> }).collect::<Vec<_>>()}
                    <p class="muted">{roles}</p>
                    <p class="muted">{people.join(", ")} " " {more}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    let is_empty = rows.is_empty();
    view! {
        <div class="dialog__body stack" data-testid="why-off">
            <p>{asked.text}</p>
            <ClauseList clauses=vec![told.clause] />
            <h3>{msg::why_rows(lang)}</h3>
            {is_empty.then(|| view! { <p class="muted">{why::nothing(lang)}</p> })}
            <ul>{rows}</ul>
        </div>
    }
    .into_any()
}

/// The handbook in a language: pages beside the program, which the offline copy has too.
pub fn handbook(lang: Lang) -> String {
    format!("./handbook/{}/index.html", lang.code())
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
    let session = Session::expect();
    // A viewer has the own screens alone.
    let is_shown = move |route: Route| !session.is_watched() || session.sight().has(route);
    let links: Vec<AnyView> = screens
        .iter()
        .map(|route| {
            let route = *route;
            let is_here = move || router.route().map(Route::section) == Some(route);
            view! {
                <li hidden=move || !is_shown(route)>
                    <a class="side-nav__link" href=route.to_string() aria-current=move || is_here().then_some("page")>
                        {navigation::name(lang, route)}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <h2 class="side-nav__title" hidden=move || !screens.iter().any(|route| is_shown(*route))>{name}</h2>
        <ul class="side-nav__list">{links}</ul>
    }
    .into_any()
}

#[component]
fn TopBar(is_menu_open: RwSignal<bool>, is_palette_open: RwSignal<bool>) -> impl IntoView {
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
            // What finds everybody and what takes back is not the viewer's.
            <Show when=move || !session.is_watched()><SearchButton is_open=is_palette_open /></Show>
            <div class="top-bar__tools">
                <super::save_line::SaveLine />
                <Show when=move || !session.is_watched()><UndoButtons /></Show>
                <LockButton />
                <div class="top-bar__group is-optional">
                    <LanguageSelect />
                    <ThemeSelect />
                </div>
            </div>
        </header>
    }
}

/// Opens the palette: what finds everything.
#[component]
fn SearchButton(is_open: RwSignal<bool>) -> impl IntoView {
    let lang = super::session::lang();
    view! {
        <search class="top-bar__search">
            <button type="button" class="button top-bar__find" data-testid="palette-open" aria-keyshortcuts="Control+K" on:click=move |_| is_open.set(true)>
                <span>{msg::search_label(lang)}</span>
                <kbd class="top-bar__key" aria-hidden="true">"Ctrl K"</kbd>
            </button>
        </search>
    }
}

/// Shuts the lock of a shared computer, where it is on.
#[component]
fn LockButton() -> impl IntoView {
    let (session, keeper) = (Session::expect(), Keeper::expect());
    view! {
        <Show when=move || keeper.padlock.with(Option::is_some)>
            <button
                type="button"
                class="button is-quiet is-icon"
                data-testid="lock-now"
                title=msg::lock_shut(session.lang())
                aria-label=msg::lock_shut(session.lang())
                on:click=move |_| shut(session, keeper)
            >
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M3 7h10v7H3z M5 7V5a3 3 0 0 1 6 0v2" />
                </svg>
            </button>
        </Show>
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
    let shut = move || session.shut().map(|refusal| text::refusal::sentence(lang, &refusal));
    let undo_name = move || {
        let name = undoable().map_or_else(|| msg::nothing_to_undo(lang).to_owned(), |act| msg::undo_last(lang, &act));
        shut().map_or_else(|| name.clone(), |why| format!("{name}: {why}"))
    };
    let redo_name = move || {
        let name = redoable().map_or_else(|| msg::nothing_to_redo(lang).to_owned(), |act| msg::redo_last(lang, &act));
        shut().map_or_else(|| name.clone(), |why| format!("{name}: {why}"))
    };
    view! {
        <div class="top-bar__group">
            <button
                type="button"
                class="button is-quiet is-icon"
                data-testid="undo"
                title=undo_name
                aria-label=undo_name
                aria-disabled=move || (undoable().is_none() || session.shut().is_some()).then_some("true")
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
                aria-disabled=move || (redoable().is_none() || session.shut().is_some()).then_some("true")
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
                        <p class="toast__text">{toast_now.text.clone()}</p>
                        <div class="toast__actions">
                            {has_undo.then(|| view! {
                                <button type="button" class="button is-small" data-testid="toast-undo" on:click=move |_| session.undo()>
                                    {msg::undo(lang)}
                                </button>
                            })}
                            {toast_now.clause.map(|clause| {
                                let text = toast_now.text.clone();
                                view! {
                                    <button
                                        type="button"
                                        class="button is-small"
                                        data-testid="toast-why"
                                        on:click=move |_| {
                                            session.asked_why().set(Some(Why { text: text.clone(), clause }));
                                            toast.set(None);
                                        }
                                    >
                                        {msg::why_ask(lang)}
                                    </button>
                                }
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

/// The palette in a dialog.
#[component]
fn PaletteDialog(is_open: RwSignal<bool>) -> impl IntoView {
    let lang = super::session::lang();
    view! {
        <Dialog title=msg::palette_title(lang) is_open is_wide=true>
            {move || {
                let parts = Session::expect().parts();
                part::shown(parts.palette(), move || parts.fetch_palette(), move |palette| palette(is_open))
            }}
        </Dialog>
    }
}

/// The keys that do something everywhere.
#[component]
fn ShortcutsDialog(is_open: RwSignal<bool>) -> impl IntoView {
    let lang = super::session::lang();
    view! {
        <Dialog title=msg::keys_title(lang) is_open>
            {move || {
                let rows = [
                    ("Ctrl + K", msg::keys_palette(lang)),
                    ("Ctrl + Z", msg::keys_undo(lang)),
                    ("Ctrl + Shift + Z", msg::keys_redo(lang)),
                    ("Esc", msg::keys_escape(lang)),
                    ("Tab, Enter", msg::keys_walk(lang)),
                    ("?", msg::keys_help(lang)),
                ];
                let rows: Vec<AnyView> = rows
                    .into_iter()
                    .map(|(keys, what)| view! { <div class="definition-list__row"><dt><kbd>{keys}</kbd></dt><dd>{what}</dd></div> }.into_any())
                    .collect();
                view! { <div class="dialog__body"><dl class="definition-list" data-testid="shortcuts">{rows}</dl></div> }
            }}
        </Dialog>
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

/// Ctrl+K opens the palette, `?` tells the keys; Ctrl+Z and Ctrl+Shift+Z (also with ⌘), outside of fields, which undo
/// their own typing; Escape leaves a preview or another day, unless it closes something that is open.
fn keyboard(session: Session, router: Router, is_palette_open: RwSignal<bool>, is_help_open: RwSignal<bool>) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() && !is_typing() && !dom::has_open_dialog() {
            if session.viewer().get_untracked().is_some() {
                leave(session, router);
            } else if session.day().get_untracked().is_some() {
                session.day().set(None);
            }
            return;
        }
        let is_command = event.ctrl_key() || event.meta_key();
        // The key of the Latin K, whatever layout is on.
        if is_command && event.code() == "KeyK" && !event.alt_key() && !session.is_watched() {
            event.prevent_default();
            is_palette_open.update(|is_open| *is_open = !*is_open);
            return;
        }
        if event.key() == "?" && !is_command && !is_typing() && !dom::has_open_dialog() {
            event.prevent_default();
            is_help_open.set(true);
            return;
        }
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

/// Says as long as a file is looked at that it is no plan of one's own, and leads back.
#[component]
fn LookedBanner() -> impl IntoView {
    let session = Session::expect();
    let lang = session.lang();
    move || {
        session.looked_at().get().map(|name| {
            view! {
                <div class="notice is-warning" role="status" data-testid="looked-banner">
                    <p class="notice__body">{msg::desk_looked_banner(lang, &name)}</p>
                    <p class="notice__actions">
                        <button type="button" class="button is-small" data-testid="looked-leave" on:click=move |_| session.leave_look()>
                            {msg::desk_looked_leave(lang)}
                        </button>
                    </p>
                </div>
            }
        })
    }
}

/// A file that is dropped anywhere goes where it belongs: lists to the import, the rest to the desk of files.
fn drops(session: Session) {
    let (desk, lists) = (Desk::expect(), ImportDesk::expect());
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(ev::drop, move |event| {
        // A place of the screen has taken it already.
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        let files = screen::snapshots::dropped(&event);
        let is_list = |file: &web_sys::File| {
            let name = file.name().to_lowercase();
            [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".zip"].iter().any(|ending| name.ends_with(ending))
        };
        let Some(first) = files.first() else { return };
        let are_lists = is_list(first);
        spawn_local(async move {
            match part::load_takers().await {
                Ok(takers) if are_lists => {
                    (takers.lists)(lists, files);
                    router::go(Route::Import);
                }
                Ok(takers) => {
                    (takers.desk)(desk, files);
                    router::go(Route::Snapshots);
                }
                Err(_) => session.warn(msg::part_missing(session.lang()).to_owned()),
            }
        });
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
}
