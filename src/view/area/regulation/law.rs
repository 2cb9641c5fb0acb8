//! Acts of law that the regulation rests on (1.2), and the words that it explains (1.5).

use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Command, LegalAct, LegalActId};
use crate::plan::register::{unlisted, used_in};
use crate::regulation::LegalBasis;
use crate::text::{date, decision, msg};
use crate::view::fault::{Fault, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Page, Row, Section, Table, Tone};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

use super::{Ask, Deed};

/// Which acts of the edition are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those that the text names.
    Named,
    /// Those that apply and that the text does not name.
    Unnamed,
}

fn offered<'a>(room: &Room<'a>, which: Which) -> Vec<&'a LegalBasis> {
    let mut offered = unlisted(room.school, room.regulation);
    offered.retain(|basis| basis.unnamed == (which == Which::Unnamed));
    offered
}

/// Adds acts of law of the edition, as one act.
pub(super) fn add(room: &Room, making: &mut Making, which: Which) -> Command {
    let rows = offered(room, which).into_iter().map(|basis| {
        LegalAct {
            id: making.ids.fresh(),
            number: basis.number.clone(),
            date: Some(basis.date),
            issuer: basis.issuer.clone(),
            title: basis.title.clone(),
            retired_on: None,
        }
        .into()
    });
    Command::SaveTogether(rows.collect())
}

/// Fills the page with the acts of law.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    page.clause = Some(clause!("1.2"));
    let named = offered(room, Which::Named).len() as u64;
    page.acts = vec![
        Button::new("add-laws", msg::register_add_laws(lang, named), Deed::AddLaws)
            .primary()
            .refused((named == 0).then(|| msg::register_laws_there(lang).to_owned())),
        Button::new("new-law", msg::register_new_law(lang), Ask::Law(None)),
    ];
    let unnamed = offered(room, Which::Unnamed);
    if !unnamed.is_empty() {
        let titles: Vec<String> = unnamed.iter().map(|basis| format!("№ {} «{}»", basis.number, basis.title)).collect();
        let text = msg::register_law_absent(lang, &titles.join(", "));
        page.sections.push(
            Section::new("absent", "", Body::Notice(Tone::Warning, text))
                .clause(clause!("4.3"))
                .acts(vec![Button::new("add-unnamed", msg::register_add_unnamed(lang), Deed::AddUnnamed)]),
        );
    }
    let mut rows: Vec<&LegalAct> = room.school.legal_acts().values().map(AsRef::as_ref).collect();
    rows.sort_by(|a, b| (a.retired_on.is_some(), a.date, &a.number).cmp(&(b.retired_on.is_some(), b.date, &b.number)));
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::register_laws(lang).into(),
        columns: vec![
            column(msg::register_law_number(lang), ColumnKind::Text),
            column(msg::register_law_date(lang), ColumnKind::Day),
            column(msg::register_law_issuer(lang), ColumnKind::Text),
            column(msg::register_title(lang), ColumnKind::Text),
            column(msg::register_state(lang), ColumnKind::Text),
            column(msg::register_used_in(lang), ColumnKind::Text),
        ],
        rows: rows.into_iter().map(|row| table_row(room, row)).collect(),
        bulk: Vec::new(),
        empty: msg::register_no_laws(lang).into(),
    };
    page.sections.push(Section::new("laws", msg::register_laws(lang), Body::Table(table)));
}

fn table_row(room: &Room, row: &LegalAct) -> Row {
    let lang = room.lang;
    let state = match row.retired_on {
        None => Cell::badge(msg::register_law_holds(lang), Tone::Success),
        Some(on) => Cell::badge(msg::register_law_retired(lang), Tone::Warning).note(date::short(on)),
    };
    Row {
        key: row.id.to_string(),
        cells: vec![
            Cell::text(&row.number),
            Cell::day(row.date),
            Cell::text(&row.issuer),
            Cell::text(&row.title),
            state,
            Cell::text(used_in(room.school, row).join(", ")),
        ],
        acts: vec![
            Button::new("edit-law", msg::edit(lang), Ask::Law(Some(row.id))).about(&row.number),
            Button::new("retire", msg::register_retire(lang), Ask::Retire(row.id)).about(&row.number),
            Button::new("drop-law", msg::delete(lang), Deed::DropLaw(row.id)).about(&row.number).danger(),
        ],
    }
}

/// Asks for an act of law.
pub(super) fn form(room: &Room, id: Option<LegalActId>) -> Form {
    let lang = room.lang;
    let row = id.and_then(|id| room.school.legal_acts().get(&id));
    let text = |id, label: &str, value: Option<&String>| Field::new(id, label, FieldKind::Text).maybe(value);
    Form {
        title: msg::register_law(lang).into(),
        clause: Some(clause!("1.2")),
        fields: vec![
            text("number", msg::register_law_number(lang), row.map(|row| &row.number)).required(),
            Field::new("date", msg::register_law_date(lang), FieldKind::Day).maybe(row.and_then(|row| row.date)),
            text("issuer", msg::register_law_issuer(lang), row.map(|row| &row.issuer)),
            text("title", msg::register_title(lang), row.map(|row| &row.title)),
        ],
        ..Form::default()
    }
}

/// Reads an act of law.
pub(super) fn command(
    room: &Room,
    id: Option<LegalActId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let known = id.and_then(|id| room.school.legal_acts().get(&id));
    let row = LegalAct {
        id: id.unwrap_or_else(|| making.ids.fresh()),
        number: reader.required("number", values.get("number")),
        date: reader.day("date", values.get("date")),
        issuer: tidy(values.get("issuer")),
        title: tidy(values.get("title")),
        retired_on: known.and_then(|row| row.retired_on),
    };
    reader.finish(Some(Command::Save(row.into())))
}

/// Asks when an act of law ceased to be in force.
pub(super) fn retire_form(room: &Room, id: LegalActId) -> Form {
    let lang = room.lang;
    let row = room.school.legal_acts().get(&id);
    Form {
        title: msg::register_retire(lang).into(),
        lead: row.map(|row| format!("№ {} {}", row.number, row.title)).unwrap_or_default(),
        clause: Some(clause!("1.2")),
        fields: vec![
            Field::new("on", msg::register_retired_on(lang), FieldKind::Day)
                .hint(msg::register_retired_hint(lang))
                .value(row.and_then(|row| row.retired_on).unwrap_or(room.context.today)),
        ],
        ..Form::default()
    }
}

/// Reads when an act of law ceased to be in force; an empty day means that it is in force again.
pub(super) fn retire_command(room: &Room, id: LegalActId, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let retired_on = reader.day("on", values.get("on"));
    let row = room.school.legal_acts().get(&id).map(|row| LegalAct { retired_on, ..row.as_ref().clone() });
    reader.finish(row.map(|row| Command::Save(row.into())))
}

/// Fills the page with the words that the edition explains.
pub(super) fn words(room: &Room, page: &mut Page) {
    let lang = room.lang;
    page.clause = Some(clause!("1.5"));
    let rows = room.regulation.glossary().iter().map(|term| {
        let first = term.clauses.first().map(|clause| Route::Clause(*clause).to_string());
        Row {
            key: term.term.ru.clone(),
            cells: vec![
                Cell::text(decision::capitalized(decision::said(lang, &term.term))),
                Cell::text(decision::said(lang, &term.meaning)),
                Cell { href: first, ..Cell::text(decision::clause_list(&term.clauses)) },
            ],
            acts: Vec::new(),
        }
    });
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let table = Table {
        name: msg::register_words(lang).into(),
        columns: vec![
            column(msg::register_word(lang)),
            column(msg::register_meaning(lang)),
            column(msg::register_clauses(lang)),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::register_no_words(lang).into(),
    };
    page.sections = vec![Section::new("words", msg::register_words(lang), Body::Table(table))];
}
