//! The approved distribution of class teachers: typed, pasted or taken over, compared with the classes, attached.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;

use super::{Ask, Deed, year};
use crate::clause;
use crate::domain::{
    ApproveDistribution, AttachApproved, ClassId, Command, HomeroomDistribution, IdSource, LocalActId, PersonId,
    Reason, RecordKind, Refusal, SchoolYearId,
};
use crate::plan::homeroom::{ClassStanding, LineFault, Reading, Standing, read, standings};
use crate::text::{Lang, date, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Fact, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// With what the form begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Begin {
    /// With the list as it is.
    List,
    /// With who leads the classes now.
    Classes,
}

fn list_of(room: &Room, year: SchoolYearId) -> Option<HomeroomDistribution> {
    room.school.distributions().values().find(|list| list.year == year).map(|list| list.as_ref().clone())
}

/// The day as of which a year is compared.
fn day(room: &Room, year: SchoolYearId) -> NaiveDate {
    room.school.years().get(&year).map_or(room.index.day, |year| crate::view::structure::day_of(room.index, year))
}

/// The list beside the classes.
pub fn sections(room: &Room, year: SchoolYearId) -> Vec<Section> {
    let lang = room.lang;
    let list = list_of(room, year);
    let Some(list) = list else {
        let body = Body::Empty {
            title: msg::orders_none(lang).to_owned(),
            text: msg::orders_none_text(lang).to_owned(),
            acts: vec![
                Button::new("distribution", msg::orders_enter(lang), Ask::Distribution(year, Begin::List)).primary(),
                Button::new("take-over", msg::orders_take_over(lang), Ask::Distribution(year, Begin::Classes)),
            ],
        };
        return vec![Section::new("distribution", msg::orders_distribution(lang), body).clause(clause!("2.1/8"))];
    };
    let rows = standings(room.school, year, Some(&list), day(room, year));
    let differing = rows.iter().filter(|row| can_attach(row)).count() as u64;
    let order = list.order.and_then(|id| room.school.acts().get(&id));
    let approved = order.map_or_else(
        || msg::orders_no_order(lang).to_owned(),
        |act| msg::orders_order_of(lang, &date::short(act.date), &act.number),
    );
    let mut acts = vec![
        Button::new("distribution", msg::edit(lang), Ask::Distribution(year, Begin::List)),
        Button::new("remove-distribution", msg::delete(lang), Deed::Remove(list.id)).danger(),
    ];
    if differing > 0 {
        acts.insert(0, Button::new("attach-all", msg::orders_attach_all(lang), Deed::AttachAll).primary());
    }
    let table = Table {
        name: msg::orders_distribution(lang).to_owned(),
        columns: [
            msg::movement_class(lang),
            msg::orders_approved(lang),
            msg::orders_current(lang),
            msg::orders_standing(lang),
        ]
        .map(|label| Column { label: label.to_owned(), kind: ColumnKind::Text })
        .into(),
        rows: rows.iter().map(|standing| row(room, standing)).collect(),
        bulk: vec![Button::new("attach-chosen", msg::orders_attach_chosen(lang), Deed::AttachChosen)],
        empty: msg::structure_no_classes(lang).to_owned(),
    };
    let note = msg::orders_differing(lang, &approved, differing);
    vec![
        Section::new("distribution", msg::orders_distribution(lang), Body::Table(table))
            .note(note)
            .clause(clause!("2.1/8"))
            .acts(acts),
    ]
}

/// Whether attaching as approved changes something.
fn can_attach(row: &ClassStanding) -> bool {
    row.approved.is_some() && !matches!(row.standing, Standing::Approved | Standing::OwnOrder)
}

fn row(room: &Room, standing: &ClassStanding) -> Row {
    let lang = room.lang;
    let person = |id: Option<PersonId>| {
        id.map(|id| Cell::link(room.school.person_name(id), Route::Person(id))).unwrap_or_default()
    };
    let label = room.school.class_name(standing.class);
    let mut acts = Vec::new();
    if can_attach(standing) {
        acts.push(Button::new("attach", msg::orders_attach(lang), Deed::Attach(standing.class)).about(label.clone()));
    }
    acts.push(Button::new("override", msg::orders_override(lang), Ask::Override(standing.class)).about(label.clone()));
    Row {
        key: standing.class.to_string(),
        cells: vec![
            Cell::link(label, Route::Class(standing.class)),
            person(standing.approved),
            person(standing.current),
            badge(lang, standing.standing),
        ],
        acts,
    }
}

fn badge(lang: Lang, standing: Standing) -> Cell {
    match standing {
        Standing::Approved => Cell::badge(msg::orders_is_approved(lang), Tone::Success),
        Standing::NoOrder => Cell::badge(msg::orders_without_order(lang), Tone::Warning),
        Standing::OwnOrder => Cell::badge(msg::orders_own_order(lang), Tone::Info),
        Standing::Differs => Cell::badge(msg::orders_differs(lang), Tone::Error),
        Standing::Vacant => Cell::badge(msg::orders_vacant(lang), Tone::Error),
        Standing::Unlisted => Cell::badge(msg::orders_unlisted(lang), Tone::Warning),
    }
}

/// The form: the order and the lines, with what was understood of them.
pub fn form(room: &Room, year: SchoolYearId, begin: Begin, values: &Values) -> Form {
    let lang = room.lang;
    let list = list_of(room, year);
    let text = match (&list, begin) {
        (Some(list), Begin::List) => lines(room, list.rows.iter().map(|(class, person)| (*class, *person))),
        (None, Begin::List) => String::new(),
        (_, Begin::Classes) => {
            let now = standings(room.school, year, None, day(room, year));
            lines(room, now.iter().filter_map(|row| Some((row.class, row.current?))))
        }
    };
    let order = list.as_ref().and_then(|list| list.order);
    let mut form = Form {
        title: msg::orders_distribution(lang).to_owned(),
        lead: msg::orders_form_lead(lang).to_owned(),
        clause: Some(clause!("2.1/8")),
        fields: vec![
            Field::new("order", msg::orders_order(lang), FieldKind::Search(choice::orders(room.school)))
                .hint(msg::orders_order_hint(lang))
                .maybe(order),
            Field::new("rows", msg::orders_rows(lang), FieldKind::Long)
                .hint(msg::orders_rows_hint(lang))
                .value(text)
                .required(),
        ],
        ..Form::default()
    };
    let values = values.over(&form);
    form.preview = preview(lang, &reading(room, year, values.get("rows")));
    form
}

/// «7А Баранов Глеб Олегович», a line a class, in the order of classes.
fn lines(room: &Room, rows: impl Iterator<Item = (ClassId, PersonId)>) -> String {
    let mut rows: Vec<(ClassId, PersonId)> = rows.collect();
    rows.sort_by_key(|(class, _)| room.school.classes().get(class).and_then(|class| class.label().cloned()));
    let mut text = String::new();
    for (class, person) in rows {
        let _ = writeln!(text, "{} {}", room.school.class_name(class), room.school.person_name(person));
    }
    text.trim_end().to_owned()
}

fn reading(room: &Room, year: SchoolYearId, text: &str) -> Reading {
    let staff: Vec<PersonId> = room.index.positions.keys().copied().collect();
    read(room.school, year, day(room, year), &staff, text)
}

fn preview(lang: Lang, reading: &Reading) -> Vec<Section> {
    let mut facts = vec![Fact::new(msg::orders_understood(lang), Cell::number(reading.rows.len() as u64))];
    for (line, fault) in &reading.faults {
        let why = match fault {
            LineFault::NoClass => msg::orders_fault_class(lang),
            LineFault::NoPerson => msg::orders_fault_person(lang),
            LineFault::SeveralPeople => msg::orders_fault_several(lang),
            LineFault::Twice => msg::orders_fault_twice(lang),
        };
        facts.push(Fact::new(line.clone(), Cell::badge(why, Tone::Error)));
    }
    vec![Section::new("reading", msg::orders_reading(lang), Body::Facts(facts))]
}

/// Saves the list; a line that was not understood stops it.
pub fn command(room: &Room, year: SchoolYearId, values: &Values, ids: &mut IdSource) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let reading = reading(room, year, values.get("rows"));
    if reading.rows.is_empty() {
        reader.fault("rows", Problem::Empty);
    } else if let Some((_, fault)) = reading.faults.first() {
        let problem = if *fault == LineFault::NoPerson { Problem::Name } else { Problem::Class };
        reader.fault("rows", problem);
    }
    let order: Option<LocalActId> = values.parsed("order");
    let id = list_of(room, year).map(|list| list.id);
    let rows = reader.finish(Some(reading.rows))?;
    let id = id.unwrap_or_else(|| ids.fresh());
    Ok(Command::from(ApproveDistribution(HomeroomDistribution { id, year, order, rows })))
}

/// The form of a class teacher who was not approved.
pub fn override_form(room: &Room, class: ClassId) -> Form {
    let lang = room.lang;
    let mut staff: Vec<(String, String)> =
        room.index.positions.keys().map(|id| (id.to_string(), room.school.person_name(*id))).collect();
    choice::sort_by_name(&mut staff);
    Form {
        title: msg::orders_override_title(lang, &room.school.class_name(class)),
        lead: msg::orders_override_lead(lang).to_owned(),
        clause: Some(clause!("2.1/8")),
        fields: vec![
            Field::new("teacher", msg::structure_teacher(lang), FieldKind::Search(staff)).required(),
            Field::new("from", msg::movement_day_first(lang), FieldKind::Day).value(room.context.today).required(),
            Field::new("order", msg::orders_own(lang), FieldKind::Search(choice::orders(room.school)))
                .hint(msg::orders_own_hint(lang)),
        ],
        ..Form::default()
    }
}

/// Assigns the class teacher; the rule of 2.1/8 asks for the order.
pub fn override_command(class: ClassId, values: &Values, ids: &mut IdSource) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let teacher: Option<PersonId> = reader.needed("teacher", values.get("teacher"), Problem::Choice);
    let from = reader.needed_day("from", values.get("from"));
    let (teacher, from) = reader.finish(teacher.zip(from))?;
    Ok(Command::AssignHomeroom { id: ids.fresh(), class, teacher, from, order: values.parsed("order") })
}

/// The classes that differ from the list.
pub fn differing(room: &Room) -> Vec<ClassId> {
    let Some(year) = year(room) else { return Vec::new() };
    let list = list_of(room, year);
    let rows = standings(room.school, year, list.as_ref(), day(room, year));
    rows.iter().filter(|row| can_attach(row)).map(|row| row.class).collect()
}

/// Attaches classes as approved.
pub fn attach(room: &Room, classes: Vec<ClassId>, ids: &mut IdSource) -> Result<Command, Refusal> {
    let missing = || Refusal::new(clause!("2.1/8"), Reason::MissingRecord { kind: RecordKind::HomeroomDistribution });
    let year = year(room).ok_or_else(missing)?;
    let list = list_of(room, year).ok_or_else(missing)?;
    let classes: BTreeMap<ClassId, _> = classes.into_iter().map(|class| (class, ids.fresh())).collect();
    Ok(Command::from(AttachApproved { list: list.id, classes, from: day(room, year) }))
}
