//! What the tests of areas share: a page looked at, a form filled in, a deed done, as a person at the keyboard would.

use std::collections::BTreeSet;

use super::area::{Asking, Doing};
use super::fault::Fault;
use super::form::Values;
use super::page::Page;
use super::room::{Making, Query, Room};
use crate::domain::sample::{Sample, context};
use crate::domain::{Command, IdSource};
use crate::plan::{Index, Plan};
use crate::regulation::in_force;
use crate::text::Lang;

/// Looks at a sample school on 10 September 2026; `chosen` are the keys of chosen rows.
pub fn with<T>(sample: &Sample, query: &Query, chosen: &[&str], look: impl FnOnce(&Room) -> T) -> T {
    let school = sample.workspace.school();
    let context = context();
    let index = Index::of(school, context.today);
    let regulation = in_force(school, index.day);
    let plan = Plan::of(school, &index, &regulation);
    let chosen: BTreeSet<String> = chosen.iter().map(|key| (*key).to_owned()).collect();
    look(&Room {
        school,
        index: &index,
        plan: &plan,
        regulation: &regulation,
        context: &context,
        lang: Lang::Ru,
        query,
        chosen: &chosen,
    })
}

/// The page at an address.
pub fn shown(sample: &Sample, query: &Query, page: fn(&Room) -> Page) -> Page {
    with(sample, query, &[], page)
}

/// Does a deed that must be possible.
#[track_caller]
pub fn deed(sample: &mut Sample, chosen: &[&str], deed: &impl Doing) {
    let command = deed_command(sample, chosen, deed);
    sample.run(&command);
}

/// Tells why a deed is refused.
#[track_caller]
pub fn refused(sample: &Sample, chosen: &[&str], deed: &impl Doing) -> String {
    let mut ids = sample.ids.clone();
    let made = with(sample, &Query::default(), chosen, |room| deed.command(room, &mut Making { ids: &mut ids }));
    made.map_or_else(|refusal| refusal.to_string(), |command| sample.answer(&command))
}

fn deed_command(sample: &mut Sample, chosen: &[&str], deed: &impl Doing) -> Command {
    let mut ids: IdSource = sample.ids.clone();
    let made = with(sample, &Query::default(), chosen, |room| deed.command(room, &mut Making { ids: &mut ids }));
    sample.ids = ids;
    made.unwrap()
}

/// Fills a form in; what was typed is read back as a command.
pub fn read(
    sample: &mut Sample,
    chosen: &[&str],
    ask: &impl Asking,
    typed: &[(&'static str, &str)],
) -> Result<Command, Vec<Fault>> {
    let mut ids: IdSource = sample.ids.clone();
    let made = with(sample, &Query::default(), chosen, |room| {
        let mut values = Values::default();
        for (id, value) in typed {
            values.set(id, *value);
        }
        let form = ask.form(room, &values);
        ask.command(room, &values.over(&form), &mut Making { ids: &mut ids })
    });
    sample.ids = ids;
    made
}

/// Fills a form in and sends it; it must be possible.
#[track_caller]
pub fn ask(sample: &mut Sample, chosen: &[&str], ask: &impl Asking, typed: &[(&'static str, &str)]) {
    let command = read(sample, chosen, ask, typed);
    sample.run(&command.unwrap());
}

/// The fields that are wrong.
pub fn faults(
    sample: &mut Sample,
    chosen: &[&str],
    ask: &impl Asking,
    typed: &[(&'static str, &str)],
) -> Vec<&'static str> {
    read(sample, chosen, ask, typed).err().unwrap_or_default().into_iter().map(|fault| fault.field).collect()
}
