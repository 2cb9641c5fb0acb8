//! The register of local acts (2.2/1).

use std::collections::BTreeMap;

use super::{Ask, Deed, issued};
use crate::clause;
use crate::domain::{Command, IssuedDocumentId, LocalActId, LocalActKind};
use crate::text::{document as words, msg};
use crate::view::fault::Fault;
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Row, Section, Table};
use crate::view::room::{Making, Room};
use crate::view::route::Route;
use crate::view::school::{ActForm, act_rows, signers};

const KIND: &str = "act-kind";
const NUMBER: &str = "act-number";
const DATE: &str = "act-date";
const TITLE: &str = "act-title";
const SIGNER: &str = "act-signer";

const KINDS: [(&str, LocalActKind); 4] = [
    ("order", LocalActKind::Order),
    ("directive", LocalActKind::Directive),
    ("protocol", LocalActKind::Protocol),
    ("act", LocalActKind::Act),
];

fn code_of(kind: LocalActKind) -> &'static str {
    KINDS.iter().find(|(_, other)| *other == kind).map(|(code, _)| *code).unwrap_or_default()
}

fn kind_of(code: &str) -> LocalActKind {
    KINDS.iter().find(|(other, _)| *other == code).map_or(LocalActKind::Order, |(_, kind)| *kind)
}

/// The register.
pub(super) fn register(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let add = || Button::new("act-add", msg::school_act_add(lang), Ask::Act(None)).primary();
    let rows = act_rows(room.school);
    if rows.is_empty() {
        return vec![Section::new(
            "acts",
            "",
            Body::Empty {
                title: msg::school_acts_none(lang).to_owned(),
                text: msg::school_acts_none_text(lang).to_owned(),
                acts: vec![add()],
            },
        )];
    }
    let texts: BTreeMap<LocalActId, IssuedDocumentId> =
        room.school.documents().values().filter_map(|row| Some((row.act?, row.id))).collect();
    let rows = rows.into_iter().map(|row| {
        let text =
            texts.get(&row.id).map(|id| Cell::link(msg::documents_act_document_open(lang), issued::address(*id)));
        let used = Cell::number(row.used as u64);
        let about = row.title.clone();
        Row {
            key: row.id.to_string(),
            cells: vec![
                Cell::text(row.number),
                Cell::day(Some(row.date)),
                Cell::text(words::act_kind(lang, row.kind)),
                Cell::text(row.title),
                row.signer.map_or_else(Cell::default, |(id, name)| Cell::link(name, Route::Person(id))),
                used,
                text.unwrap_or_default(),
            ],
            acts: vec![
                Button::new("act-edit", msg::edit(lang), Ask::Act(Some(row.id))).about(about.clone()),
                Button::new("act-remove", msg::delete(lang), Deed::RemoveAct(row.id)).danger().about(about),
            ],
        }
    });
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::documents_file_name(lang).to_owned(),
        columns: vec![
            column(msg::school_act_number(lang), ColumnKind::Text),
            column(msg::school_act_date(lang), ColumnKind::Day),
            column(msg::school_act_kind(lang), ColumnKind::Text),
            column(msg::school_act_title(lang), ColumnKind::Text),
            column(msg::school_act_signer(lang), ColumnKind::Text),
            column(msg::school_act_used(lang), ColumnKind::Number),
            column(msg::documents_act_document(lang), ColumnKind::Text),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::school_acts_none(lang).to_owned(),
    };
    vec![
        Section::new("acts", msg::school_acts(lang), Body::Table(table))
            .note(msg::school_acts_text(lang))
            .clause(clause!("2.2/1"))
            .acts(vec![add()]),
    ]
}

/// Asks an act; who may sign follows from its kind and day.
pub(super) fn form(room: &Room, values: &Values, id: Option<LocalActId>) -> Form {
    let lang = room.lang;
    let act = id.and_then(|id| room.school.acts().get(&id));
    let begun = act.map_or_else(|| ActForm::new(room.context.today), |act| ActForm::of(act));
    let kind = values.typed(KIND).map_or(begun.kind, kind_of);
    let day = values.typed(DATE).unwrap_or(&begun.date).parse().unwrap_or(room.context.today);
    let kinds = KINDS.map(|(code, kind)| (code.to_owned(), words::act_kind(lang, kind).to_owned())).to_vec();
    let none = (String::new(), msg::school_act_signer_none(lang).to_owned());
    let named = signers(room.school, kind, day);
    let named = named.into_iter().map(|one| (one.person.to_string(), format!("{} · {}", one.name, one.post)));
    let signers = std::iter::once(none).chain(named).collect();
    let title = if id.is_some() { msg::documents_act_edit(lang) } else { msg::school_act_add(lang) };
    Form {
        title: title.to_owned(),
        clause: Some(clause!("2.2/1")),
        fields: vec![
            Field::new(KIND, msg::school_act_kind(lang), FieldKind::Choice(kinds)).value(code_of(begun.kind)),
            Field::new(NUMBER, msg::school_act_number(lang), FieldKind::Text).value(begun.number).required(),
            Field::new(DATE, msg::school_act_date(lang), FieldKind::Day).value(begun.date).required(),
            Field::new(TITLE, msg::school_act_title(lang), FieldKind::Text)
                .value(begun.title)
                .required()
                .hint(msg::school_act_title_hint(lang)),
            Field::new(SIGNER, msg::school_act_signer(lang), FieldKind::Choice(signers))
                .value(begun.signer)
                .hint(msg::school_act_signer_hint(lang)),
        ],
        ..Form::default()
    }
}

/// Reads the form.
pub(super) fn command(values: &Values, making: &mut Making, id: Option<LocalActId>) -> Result<Command, Vec<Fault>> {
    let get = |id: &str| values.get(id).to_owned();
    let form = ActForm {
        kind: kind_of(values.get(KIND)),
        number: get(NUMBER),
        date: get(DATE),
        title: get(TITLE),
        signer: get(SIGNER),
    };
    let id = id.unwrap_or_else(|| making.ids.fresh());
    form.read(id).map(|act| Command::Save(act.into()))
}
