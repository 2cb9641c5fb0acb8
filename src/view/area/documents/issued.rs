//! What was signed: the list, one entry with its text, and what has changed in the plan since.

use super::{Ask, Deed, ISSUED, desk, make};
use crate::clause;
use crate::document::{Form as Paper, LineChange, Stamp, Subject, digest_of_lines, forms};
use crate::domain::{Command, IssuedDocument, IssuedDocumentId};
use crate::order;
use crate::text::{Lang, date, document as words, msg};
use crate::view::fault::{Fault, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Does, Fact, Page, Row, Section, Table, Tone};
use crate::view::room::{Query, Room};
use crate::view::route::Route;

const NUMBER: &str = "doc-number";
const DATE: &str = "doc-date";

/// The signed documents, the latest first.
pub(super) fn list(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let mut documents: Vec<&IssuedDocument> = room.school.documents().values().map(AsRef::as_ref).collect();
    order::by(&mut documents, |a, b| b.on.cmp(&a.on).then(b.id.cmp(&a.id)));
    if documents.is_empty() {
        return vec![Section::new(
            "issued",
            "",
            Body::Empty {
                title: msg::documents_issued_none(lang).to_owned(),
                text: msg::documents_issued_none_text(lang).to_owned(),
                acts: vec![Button::new("make", msg::documents_tab_make(lang), Route::Documents).primary()],
            },
        )];
    }
    let rows = documents.into_iter().map(|row| {
        let name = name(lang, row);
        Row {
            key: row.id.to_string(),
            cells: vec![
                Cell::link(name.clone(), address(row.id)),
                Cell::text(about(room, row)),
                Cell::text(row.number.clone()),
                Cell::day(Some(row.on)),
                signer(room, row),
            ],
            acts: vec![
                Button::new("issued-edit", msg::documents_issued_edit(lang), Ask::Issued(row.id)).about(name.clone()),
                Button::new("issued-remove", msg::documents_issued_remove(lang), Deed::RemoveIssued(row.id))
                    .danger()
                    .about(name),
            ],
        }
    });
    let table = Table {
        name: msg::documents_file_name(lang).to_owned(),
        columns: vec![
            column(msg::documents_issued_document(lang), ColumnKind::Text),
            column(msg::documents_issued_about(lang), ColumnKind::Text),
            column(msg::documents_issued_number(lang), ColumnKind::Text),
            column(msg::documents_issued_date(lang), ColumnKind::Day),
            column(msg::documents_issued_signer(lang), ColumnKind::Text),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::documents_issued_none(lang).to_owned(),
    };
    vec![Section::new("issued", msg::documents_tab_issued(lang), Body::Table(table))]
}

fn column(label: &str, kind: ColumnKind) -> Column {
    Column { label: label.to_owned(), kind }
}

/// The address of a signed document.
pub(super) fn address(id: IssuedDocumentId) -> String {
    Query::default().with(ISSUED, &id.to_string()).address(&Route::Documents)
}

/// What a signed document is called; its key where this version does not know its form.
fn name(lang: Lang, row: &IssuedDocument) -> String {
    Paper::of_key(&row.form).map_or_else(|| row.form.clone(), |form| words::form(lang, form).to_owned())
}

fn about(room: &Room, row: &IssuedDocument) -> String {
    Paper::of_key(&row.form).map(|form| make::about(room, form, &Subject::of_map(&row.subject))).unwrap_or_default()
}

fn signer(room: &Room, row: &IssuedDocument) -> Cell {
    row.signer.map_or_else(Cell::default, |id| Cell::link(room.school.person_name(id), Route::Person(id)))
}

/// One signed document.
pub(super) fn card(room: &Room, id: Option<IssuedDocumentId>) -> Page {
    let lang = room.lang;
    let up = Query::default().with(super::TAB, ISSUED).address(&Route::Documents);
    let up = Some((up, msg::documents_tab_issued(lang).to_owned()));
    let Some(row) = id.and_then(|id| room.school.documents().get(&id)) else {
        let gone = Body::Empty {
            title: msg::documents_issued_gone(lang).to_owned(),
            text: msg::documents_issued_gone_text(lang).to_owned(),
            acts: vec![Button::new("make", msg::documents_back(lang), Route::Documents)],
        };
        let title = msg::documents_title(lang).to_owned();
        return Page { title, up, sections: vec![Section::new("gone", "", gone)], ..Page::default() };
    };
    let text = row.lines.join("\n");
    let mut acts = vec![
        Button::new("issued-edit", msg::documents_issued_edit(lang), Ask::Issued(row.id)),
        Button::new("print", msg::documents_print(lang), Does::Print),
        Button::new("copy", msg::documents_copy(lang), Does::Copy(text.clone())),
    ];
    if let Some(href) = make::today(room, row) {
        acts.push(Button::new("today", msg::documents_issued_now(lang), Does::Go(href)));
    }
    acts.push(Button::new("issued-remove", msg::documents_issued_remove(lang), Deed::RemoveIssued(row.id)).danger());
    let act = row.act.and_then(|id| room.school.acts().get(&id)).map(|act| words::act(lang, act));
    let facts = vec![
        Fact::new(msg::documents_issued_number(lang), Cell::text(row.number.clone())),
        Fact::new(msg::documents_issued_date(lang), Cell::day(Some(row.on))),
        Fact::new(msg::documents_issued_signer(lang), signer(room, row)),
        Fact::new(msg::documents_issued_about(lang), Cell::text(about(room, row))),
        Fact::new(msg::documents_tab_acts(lang), Cell::text(act.unwrap_or_default())),
        Fact::new(msg::documents_issued_digest(lang), Cell::text(digest_of_lines(&row.lines))),
    ];
    let shown = facts.into_iter().filter(|fact| !fact.value.text.is_empty()).collect();
    Page {
        title: words::caption(lang, &row.caption()),
        clause: Paper::of_key(&row.form).map(Paper::clause),
        up,
        acts,
        sections: vec![
            Section::new("facts", "", Body::Facts(shown)),
            changes(room, row),
            Section::new("signed", msg::documents_issued_text(lang), Body::Verbatim(text)),
        ],
        ..Page::default()
    }
}

/// The latest signed document of a form and its choices.
pub(super) fn latest<'a>(room: &Room<'a>, form: Paper, subject: &Subject) -> Option<&'a IssuedDocument> {
    let subject = subject.to_map();
    let same = room.school.documents().values().filter(|row| row.form == form.key() && row.subject == subject);
    same.max_by_key(|row| (row.on, row.id)).map(AsRef::as_ref)
}

/// What has changed in the plan since a document was signed.
pub(super) fn changes(room: &Room, row: &IssuedDocument) -> Section {
    let lang = room.lang;
    let section = |body: Body| Section::new("changes", msg::documents_changes(lang), body);
    let Some(form) = Paper::of_key(&row.form) else {
        return section(Body::Notice(Tone::Info, msg::documents_issued_unknown(lang).to_owned()));
    };
    let stamp = Stamp { number: row.number.clone(), on: row.on };
    // Documents are signed in Russian, whatever the page speaks.
    let now = forms::write(form, &desk(room, Lang::Ru), &Subject::of_map(&row.subject), Some(&stamp));
    let changes = crate::document::changes(&row.lines, &now.plain());
    if changes.is_empty() {
        return section(Body::Notice(Tone::Success, msg::documents_changes_none(lang).to_owned()));
    }
    let count = changes.len() as u64;
    let rows = changes.into_iter().enumerate().map(|(at, change)| {
        let (what, tone, was, now) = match change {
            LineChange::Added(now) => (msg::documents_change_added(lang), Tone::Success, String::new(), now),
            LineChange::Removed(was) => (msg::documents_change_removed(lang), Tone::Error, was, String::new()),
            LineChange::Changed { was, now } => (msg::documents_change_changed(lang), Tone::Warning, was, now),
        };
        let cells = vec![Cell::badge(what, tone), Cell::text(was), Cell::text(now)];
        Row { key: at.to_string(), cells, acts: Vec::new() }
    });
    let table = Table {
        name: msg::documents_file_name(lang).to_owned(),
        columns: vec![
            column(msg::documents_change_line(lang), ColumnKind::Text),
            column(msg::documents_change_was(lang), ColumnKind::Text),
            column(msg::documents_change_now(lang), ColumnKind::Text),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: String::new(),
    };
    let number = Some(row.number.as_str()).filter(|number| !number.is_empty());
    let number = number.map(|number| msg::paper_numbered(lang, number)).unwrap_or_default();
    let told = msg::documents_changes_text(lang, &date::short(row.on), &number);
    let note = format!("{told} {}", msg::documents_issued_changed(lang, count));
    section(Body::Table(table)).note(note)
}

/// Asks number and date anew: a slip of the pen.
pub(super) fn form(room: &Room, id: IssuedDocumentId) -> Form {
    let lang = room.lang;
    let row = room.school.documents().get(&id);
    Form {
        title: msg::documents_issued_edit_title(lang).to_owned(),
        clause: Some(clause!("2.2/1")),
        fields: vec![
            Field::new(NUMBER, msg::documents_sign_number(lang), FieldKind::Text).maybe(row.map(|row| &row.number)),
            Field::new(DATE, msg::documents_sign_date(lang), FieldKind::Day).maybe(row.map(|row| row.on)).required(),
        ],
        ..Form::default()
    }
}

/// Writes number and date; the text stays as it was signed.
pub(super) fn command(room: &Room, values: &Values, id: IssuedDocumentId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day(DATE, values.get(DATE));
    let number = crate::domain::words::tidy(values.get(NUMBER));
    let row = room.school.documents().get(&id).map(AsRef::as_ref).cloned();
    reader.finish(on.zip(row).map(|(on, row)| Command::Save(IssuedDocument { number, on, ..row }.into())))
}
