//! Parts of the program that travel when they are first needed.
//!
//! The build cuts the compiled program along the functions marked here: what only they reach goes into files of its own
//! (`scripts/split.mjs`). Each function gives the table of what its part can do, so that everything else is called
//! through a table that is there, without waiting; in the rest of the program nothing may name what stands behind it.

#![allow(clippy::unnecessary_wraps, reason = "a part may fail to come: the loader wants the failure in the type")]

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use web_sys::File;

use super::component::help;
use super::desk::Desk;
use super::import_desk::ImportDesk;
use super::{dom, palette, screen};
use crate::document::{Document, docx};
use crate::roster::header::ListKind;
use crate::roster::sample;
use crate::roster::workbook::List;
use crate::text::msg;
use crate::ui::component::EmptyState;
use crate::view::route::Route;

/// What writes files of office programs.
#[derive(Debug)]
pub struct Writers {
    /// A paper for a word processor.
    pub docx: fn(&Document) -> std::io::Result<Vec<u8>>,
    /// A list for a spreadsheet.
    pub xlsx: fn(&List) -> Option<Vec<u8>>,
    /// A sample of a list for the import.
    pub sample: fn(ListKind) -> String,
}

/// Draws the screens of a part; none where the route is not among them.
pub type Screens = fn(Route) -> Option<AnyView>;

type Loaded<T> = Result<&'static T, SplitLoaderError>;

#[wasm_split(areas, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_areas() -> Loaded<Screens> {
    static SCREENS: Screens = screen::areas;
    Ok(&SCREENS)
}

/// Draws the palette; the signal closes it.
pub type Palette = fn(RwSignal<bool>) -> AnyView;

#[wasm_split(areas, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_palette() -> Loaded<Palette> {
    static PALETTE: Palette = palette::palette;
    Ok(&PALETTE)
}

/// Draws the help of a screen.
pub type HelpWords = fn(Route) -> AnyView;

#[wasm_split(areas, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_help() -> Loaded<HelpWords> {
    static HELP: HelpWords = help::words;
    Ok(&HELP)
}

#[wasm_split(records, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_records() -> Loaded<Screens> {
    static SCREENS: Screens = screen::records;
    Ok(&SCREENS)
}

#[wasm_split(roles, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_roles() -> Loaded<Screens> {
    static SCREENS: Screens = screen::roles;
    Ok(&SCREENS)
}

#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_files() -> Loaded<Screens> {
    static SCREENS: Screens = screen::files;
    Ok(&SCREENS)
}

/// Takes files that were dropped on the page.
#[derive(Debug)]
pub struct Takers {
    /// Lists, to the import.
    pub lists: fn(ImportDesk, Vec<File>),
    /// Snapshots and what belongs to them, to the desk of files.
    pub desk: fn(Desk, Vec<File>),
}

/// Loads what takes dropped files.
///
/// # Errors
/// The part did not come.
#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_takers() -> Loaded<Takers> {
    static TAKERS: Takers = Takers { lists: ImportDesk::add_files, desk: Desk::take };
    Ok(&TAKERS)
}

/// Loads what writes files of office programs; the browser remembers it.
///
/// # Errors
/// The part did not come.
#[wasm_split(writers, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load_writers() -> Loaded<Writers> {
    static WRITERS: Writers = Writers { docx: docx::docx, xlsx: |list| list.xlsx().ok(), sample: sample::text };
    Ok(&WRITERS)
}

/// How far a part is.
#[derive(Debug)]
enum State<T: 'static> {
    Absent,
    Coming,
    Here(&'static T),
    Failed,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

/// A part of the program; a copy costs nothing.
#[derive(Debug)]
pub struct Part<T: 'static>(RwSignal<State<T>>);

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Part<T> {}

impl<T: Sync> Part<T> {
    fn new() -> Self {
        Self(RwSignal::new(State::Absent))
    }

    fn fetch(self, load: impl Future<Output = Loaded<T>> + 'static) {
        if matches!(self.0.get_untracked(), State::Coming | State::Here(_)) {
            return;
        }
        self.0.set(State::Coming);
        spawn_local(async move {
            self.0.set(match load.await {
                Ok(table) => State::Here(table),
                Err(_) => State::Failed,
            });
        });
    }
}

/// The parts of the program that draw screens.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    areas: Part<Screens>,
    records: Part<Screens>,
    roles: Part<Screens>,
    files: Part<Screens>,
    palette: Part<Palette>,
    help: Part<HelpWords>,
}

impl Parts {
    /// Nothing has been fetched yet.
    pub fn new() -> Self {
        Self {
            areas: Part::new(),
            records: Part::new(),
            roles: Part::new(),
            files: Part::new(),
            palette: Part::new(),
            help: Part::new(),
        }
    }

    /// Fetches a part, unless it is here or on its way.
    pub fn fetch(self, which: ScreenPart) {
        match which {
            ScreenPart::Areas => self.areas.fetch(load_areas()),
            ScreenPart::Records => self.records.fetch(load_records()),
            ScreenPart::Roles => self.roles.fetch(load_roles()),
            ScreenPart::Files => self.files.fetch(load_files()),
        }
    }

    /// Fetches the palette, which finds what the areas can do.
    pub fn fetch_palette(self) {
        self.palette.fetch(load_palette());
    }

    /// The palette, here or not.
    pub fn palette(self) -> Part<Palette> {
        self.palette
    }

    /// What the help of a screen says, once it has come.
    pub fn help(self, route: Route) -> AnyView {
        shown(self.help, move || self.help.fetch(load_help()), move |words| words(route))
    }

    /// A part, here or not.
    pub fn screens(self, which: ScreenPart) -> Part<Screens> {
        match which {
            ScreenPart::Areas => self.areas,
            ScreenPart::Records => self.records,
            ScreenPart::Roles => self.roles,
            ScreenPart::Files => self.files,
        }
    }
}

/// A part that draws screens of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScreenPart {
    /// The pages of plain data, see [`crate::view::area`].
    Areas,
    /// People, classes, load, the school.
    Records,
    /// The matrix and the rights of a person.
    Roles,
    /// Import, snapshots, journal, settings.
    Files,
}

/// Draws something of a part: now, or once it has come; says so where it does not come.
pub fn shown<T: Sync>(
    part: Part<T>,
    fetch: impl Fn() + Send + Sync + 'static,
    draw: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    fetch();
    let fetch = StoredValue::new(fetch);
    let body = move || match part.0.get() {
        State::Here(table) => {
            // The title of the placeholder takes the focus with it: the one that comes gets it.
            if dom::has_focus("page-title") {
                request_animation_frame(|| dom::focus("page-title"));
            }
            draw(table)
        }
        State::Failed => {
            let again = Callback::new(move |()| fetch.with_value(|fetch| fetch()));
            missing(again)
        }
        State::Absent | State::Coming => coming(),
    };
    body.into_any()
}

/// The place of a screen that is on its way: its title is where it will be.
fn coming() -> AnyView {
    let lang = super::session::lang();
    view! {
        <header class="page-header" aria-busy="true">
            <h1 class="page-header__title" id="page-title" tabindex="-1" role="status">{msg::part_coming(lang)}</h1>
        </header>
    }
    .into_any()
}

fn missing(again: Callback<()>) -> AnyView {
    let lang = super::session::lang();
    let reload = move |_| drop(window().location().reload());
    view! {
        <EmptyState title=msg::part_missing(lang) text=msg::part_missing_text(lang)>
            <button type="button" class="button is-primary" data-testid="part-again" on:click=move |_| again.run(())>{msg::part_again(lang)}</button>
            <button type="button" class="button" on:click=reload>{msg::part_reload(lang)}</button>
        </EmptyState>
    }
    .into_any()
}
