//! Activists of the classes, parents and students (2.2/6c, 2.2/6d): at least one of each kind is recommended.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Ask, Deed};
use crate::clause;
use crate::domain::{ActiveGroup, ActiveGroupKind, ClassId, ClauseId, Command, PersonId};
use crate::plan::acknowledgement::eligible;
use crate::text::{Lang, msg};
use crate::view::choice::sort_by_name;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Figure, Page, Row, Section, Table, Tone};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

const KINDS: [ActiveGroupKind; 2] = [ActiveGroupKind::Parents, ActiveGroupKind::Students];

type Groups<'a> = BTreeMap<(ActiveGroupKind, Option<ClassId>), &'a Arc<ActiveGroup>>;

const fn clause_of(kind: ActiveGroupKind) -> ClauseId {
    match kind {
        ActiveGroupKind::Parents => clause!("2.2/6c"),
        ActiveGroupKind::Students => clause!("2.2/6d"),
    }
}

const fn title(lang: Lang, kind: ActiveGroupKind) -> &'static str {
    match kind {
        ActiveGroupKind::Parents => msg::rights_active_parents(lang),
        ActiveGroupKind::Students => msg::rights_active_students(lang),
    }
}

fn groups<'a>(room: &Room<'a>) -> Groups<'a> {
    room.school.active_groups().values().map(|group| ((group.kind, group.class), group)).collect()
}

/// Fills the page with the activists, a table for each kind.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    page.clause = Some(clause!("2.2/6c"));
    let groups = groups(room);
    let figures = KINDS.map(|kind| {
        let is_there =
            |class: &&ClassId| groups.get(&(kind, Some(**class))).is_some_and(|group| !group.members.is_empty());
        let value = room.index.classes.iter().filter(is_there).count() as u64;
        Figure {
            label: msg::rights_active_classes(lang, title(lang, kind)),
            value,
            of: Some(room.index.classes.len() as u64),
            note: String::new(),
            href: None,
            tone: Tone::Plain,
        }
    });
    let table = |id: &'static str, kind| {
        Section::new(id, title(lang, kind), Body::Table(table(room, &groups, kind)))
            .clause(clause_of(kind))
            .note(msg::rights_active_note(lang))
    };
    page.sections = vec![
        Section::new("figures", "", Body::Figures(figures.to_vec())),
        table("parents", ActiveGroupKind::Parents),
        table("students", ActiveGroupKind::Students),
    ];
}

fn table(room: &Room, groups: &Groups, kind: ActiveGroupKind) -> Table {
    let lang = room.lang;
    let classes = std::iter::once(None).chain(room.index.classes.iter().copied().map(Some));
    let rows = classes.map(|class| {
        let group = groups.get(&(kind, class));
        let name = class.map_or_else(|| msg::rights_whole_school(lang).to_owned(), |id| room.school.class_name(id));
        let names: Vec<String> =
            group.iter().flat_map(|group| &group.members).map(|id| room.school.person_name(*id)).collect();
        let mut acts = vec![Button::new("activists", msg::edit(lang), Ask::Activists(kind, class)).about(&name)];
        if let Some(group) = group {
            acts.push(Button::new("dissolve", msg::delete(lang), Deed::Dissolve(group.id)).about(&name).danger());
        }
        let cell = match class {
            Some(class) => Cell::link(&name, Route::Class(class)),
            None => Cell::text(&name),
        };
        Row {
            key: class.map(|class| class.to_string()).unwrap_or_default(),
            cells: vec![cell, Cell::text(names.join(", ")), Cell::number(names.len() as u64)],
            acts,
        }
    });
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    Table {
        name: title(lang, kind).into(),
        columns: vec![
            column(msg::rights_class(lang), ColumnKind::Text),
            column(msg::rights_members(lang), ColumnKind::Text),
            column(msg::rights_how_many(lang), ColumnKind::Number),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: String::new(),
    }
}

/// Asks who the activists are.
pub(super) fn form(room: &Room, kind: ActiveGroupKind, class: Option<ClassId>) -> Form {
    let lang = room.lang;
    let known = groups(room).get(&(kind, class)).map(|group| group.members.clone()).unwrap_or_default();
    let mut people: BTreeSet<PersonId> = eligible(room.index, kind, class);
    people.extend(&known);
    let mut choices: Vec<Choice> = people.into_iter().map(|id| (id.to_string(), room.school.person_name(id))).collect();
    sort_by_name(&mut choices);
    let value: Vec<String> = known.iter().map(ToString::to_string).collect();
    let of = class.map_or_else(|| msg::rights_whole_school(lang).to_owned(), |id| room.school.class_name(id));
    Form {
        title: format!("{}: {of}", title(lang, kind)),
        lead: msg::rights_active_lead(lang).into(),
        clause: Some(clause_of(kind)),
        fields: vec![
            Field::new("members", msg::rights_members(lang), FieldKind::Many(choices))
                .value(value.join("\n"))
                .required(),
        ],
        ..Form::default()
    }
}

/// Reads who the activists are.
pub(super) fn command(
    room: &Room,
    kind: ActiveGroupKind,
    class: Option<ClassId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let members: BTreeSet<PersonId> = values.many("members").collect();
    if members.is_empty() {
        reader.fault("members", Problem::Choice);
    }
    let id = groups(room).get(&(kind, class)).map_or_else(|| making.ids.fresh(), |group| group.id);
    reader.finish(Some(Command::Save(ActiveGroup { id, kind, class, members }.into())))
}
