//! A small school on which the tests of areas act: pages are looked at, forms are filled in, deeds are done.

use std::collections::BTreeSet;

use super::{Ask, Asking, Deed, Doing, page};
use crate::domain::sample::{Sample, context};
use crate::domain::{Command, School};
use crate::plan::{Index, Plan};
use crate::regulation::Regulation;
use crate::text::{Lang, refusal};
use crate::view::form::{Form, Values};
use crate::view::page::Page;
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

/// The school, and what is chosen in its tables.
pub struct Stage {
    /// The school.
    pub sample: Sample,
    /// The rows that are chosen.
    pub chosen: BTreeSet<String>,
}

impl Stage {
    /// The sample with an administrator.
    pub fn new() -> Self {
        Self { sample: Sample::new().with_administrator(), chosen: BTreeSet::new() }
    }

    /// The records.
    pub fn school(&self) -> &School {
        self.sample.workspace.school()
    }

    /// Looks at the school as a page at an address does.
    pub fn room<T>(&self, query: &str, look: impl FnOnce(&Room) -> T) -> T {
        let school = self.school();
        let context = context();
        let index = Index::of(school, context.today);
        let plan = Plan::of(school, &index, Regulation::bundled());
        look(&Room {
            school,
            index: &index,
            plan: &plan,
            regulation: Regulation::bundled(),
            context: &context,
            lang: Lang::Ru,
            query: &Query::parse(&format!("#/x?{query}")),
            chosen: &self.chosen,
        })
    }

    /// The page of a route.
    pub fn page(&self, route: Route, query: &str) -> Page {
        self.room(query, |room| page(route, room)).unwrap()
    }

    /// A form with what was typed.
    pub fn form(&self, ask: impl Into<crate::view::page::Does>, typed: &[(&'static str, &str)]) -> Form {
        let ask = asked(ask);
        self.room("", |room| ask.form(room, &values(typed)))
    }

    /// Fills in a form and sends it; tells `ok`, the faults or the refusal.
    pub fn ask(&mut self, ask: impl Into<crate::view::page::Does>, typed: &[(&'static str, &str)]) -> String {
        let ask = asked(ask);
        let mut ids = self.sample.ids.clone();
        let command = self.room("", |room| {
            let whole = values(typed).over(&ask.form(room, &values(typed)));
            ask.command(room, &whole, &mut Making { ids: &mut ids })
        });
        self.sample.ids = ids;
        match command {
            Ok(command) => self.dispatch(&command),
            Err(faults) => faults
                .iter()
                .map(|fault| format!("{}: {:?}", fault.field, fault.problem))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    /// Does a deed; tells `ok` or the refusal.
    pub fn act(&mut self, deed: impl Into<crate::view::page::Does>) -> String {
        let crate::view::page::Does::Do(deed) = deed.into() else { panic!("no deed") };
        let mut ids = self.sample.ids.clone();
        let command = self.room("", |room| Deed::command(&deed, room, &mut Making { ids: &mut ids }));
        self.sample.ids = ids;
        match command {
            Ok(command) => self.dispatch(&command),
            Err(refused) => refusal::sentence(Lang::Ru, &refused),
        }
    }

    /// Takes back what was done last.
    pub fn undo(&mut self) {
        let id = self.sample.ids.fresh();
        self.sample.workspace.undo(id, &context()).unwrap();
    }

    fn dispatch(&mut self, command: &Command) -> String {
        let id = self.sample.ids.fresh();
        match self.sample.workspace.dispatch(id, command, &context()) {
            Ok(_) => "ok".to_owned(),
            Err(refused) => refusal::sentence(Lang::Ru, &refused),
        }
    }
}

fn asked(ask: impl Into<crate::view::page::Does>) -> Ask {
    match ask.into() {
        crate::view::page::Does::Ask(ask) => ask,
        other => panic!("no form: {other:?}"),
    }
}

fn values(typed: &[(&'static str, &str)]) -> Values {
    let mut values = Values::default();
    for (field, text) in typed {
        values.set(field, *text);
    }
    values
}

/// Whether something a page or form shows holds the text.
#[track_caller]
pub fn check_shows(shown: &impl std::fmt::Debug, text: &str) {
    let all = format!("{shown:?}");
    assert!(all.contains(text), "{text} is not in {all}");
}

/// Whether nothing a page or form shows holds the text.
#[track_caller]
pub fn check_hides(shown: &impl std::fmt::Debug, text: &str) {
    let all = format!("{shown:?}");
    assert!(!all.contains(text), "{text} is in {all}");
}
