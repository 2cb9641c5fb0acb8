//! Editions: a new one from a file with what it changes, approval, amendment, the school's own text.

use std::sync::Arc;

use chrono::NaiveDate;

use super::compare::{changes, difference};
use super::register::{in_force, paper};
use super::{Ask, Deed};
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Command, LocalAct, LocalActId, LocalActKind, RegulationEdition, RegulationEditionId};
use crate::plan::Plan;
use crate::plan::register::{ApproveEdition, EditionState, ended_by, state};
use crate::regulation::own_text::{OwnText, split};
use crate::regulation::{Regulation, RegulationError, of_record};
use crate::text::{Lang, date, decision, edition as said, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Does, Figure, Page, Row, Section, Table, Tone};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

/// Fills the page with the editions.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    page.acts = vec![Button::new("new-edition", msg::register_new_edition(lang), Ask::Edition(None)).primary()];
    let mut rows: Vec<&Arc<RegulationEdition>> = room.school.editions().values().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.from), row.id));
    let body = if rows.is_empty() {
        Body::Empty {
            title: msg::register_no_editions(lang).into(),
            text: msg::register_no_editions_text(lang).into(),
            acts: vec![Button::new("first-edition", msg::register_new_edition(lang), Ask::Edition(None)).primary()],
        }
    } else {
        Body::Table(table(room, &rows))
    };
    page.sections = vec![
        Section::new("in-force", msg::register_in_force(lang), Body::Facts(in_force(room))).clause(clause!("4.1")),
        Section::new("editions", msg::register_editions(lang), body)
            .note(msg::register_editions_note(lang))
            .clause(clause!("4.2")),
    ];
}

fn table(room: &Room, rows: &[&Arc<RegulationEdition>]) -> Table {
    let lang = room.lang;
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    Table {
        name: msg::register_editions(lang).into(),
        columns: vec![
            column(msg::register_edition(lang), ColumnKind::Text),
            column(msg::register_state(lang), ColumnKind::Text),
            column(msg::register_approval(lang), ColumnKind::Text),
            column(msg::register_from(lang), ColumnKind::Day),
            column(msg::register_to(lang), ColumnKind::Day),
            column(msg::register_data(lang), ColumnKind::Text),
            column(msg::register_changes(lang), ColumnKind::Text),
        ],
        rows: rows.iter().map(|row| table_row(room, row)).collect(),
        bulk: Vec::new(),
        empty: String::new(),
    }
}

fn table_row(room: &Room, row: &Arc<RegulationEdition>) -> Row {
    let lang = room.lang;
    let about = [row.title.as_str(), row.version.as_str()].join(" ");
    let act = |id: Option<LocalActId>| id.and_then(|id| room.school.acts().get(&id)).map(|act| paper(lang, act));
    let papers: Vec<String> = act(row.protocol).into_iter().chain(act(row.order)).collect();
    let amends = row.amends.and_then(|id| room.school.editions().get(&id));
    let amends = amends.map(|row| msg::register_amends(lang, &row.title)).unwrap_or_default();
    let data = match of_record(row) {
        Err(error) => Cell::badge(msg::register_data_broken(lang), Tone::Error).note(said::error(lang, &error)),
        Ok(_) if row.data.is_empty() => Cell::text(msg::register_data_bundled(lang)),
        Ok(edition) => Cell::text(&edition.edition().id),
    };
    let approve = if row.from.is_none() {
        Button::new("approve", msg::register_approve(lang), Ask::Approve(row.id)).about(&about)
    } else {
        Button::new("withdraw", msg::register_withdraw(lang), Deed::Withdraw(row.id)).about(&about).danger()
    };
    let kept = row.from.is_some().then(|| msg::refusal_edition_kept(lang, &row.title));
    let text = Query::from([("tab", "text"), ("edition", row.id.to_string().as_str())]).address(&Route::Editions);
    let mut export = Vec::new();
    if !row.data.is_empty() {
        let name = format!("{}.json", row.title);
        let save = Does::Save { name, mime: "application/json", text: row.data.clone() };
        export.push(Button::new("save-data", msg::register_save_data(lang), save).about(&about));
    }
    let mut acts = vec![
        approve,
        Button::new("edit", msg::edit(lang), Ask::Edition(Some(row.id))).about(&about),
        Button::new("amend", msg::register_amend(lang), Ask::Amend(row.id)).about(&about),
    ];
    acts.extend(export);
    acts.push(Button::new("drop", msg::delete(lang), Deed::Drop(row.id)).about(&about).danger().refused(kept));
    Row {
        key: row.id.to_string(),
        cells: vec![
            Cell { href: (!row.text.is_empty()).then_some(text), ..Cell::text(&row.title).note(&row.version) },
            state_cell(lang, state(row, room.index.day)),
            Cell::text(papers.join(", ")),
            Cell::day(row.from),
            Cell::day(row.to),
            data,
            Cell::text(&row.changes).note(amends),
        ],
        acts,
    }
}

fn state_cell(lang: Lang, state: EditionState) -> Cell {
    match state {
        EditionState::Draft => Cell::badge(msg::register_state_draft(lang), Tone::Plain),
        EditionState::Later => Cell::badge(msg::register_state_later(lang), Tone::Info),
        EditionState::InForce => Cell::badge(msg::register_state_in_force(lang), Tone::Success),
        EditionState::Ended => Cell::badge(msg::register_state_ended(lang), Tone::Plain),
    }
}

/// The edition of the address, else the one in force, else the first.
pub(super) fn looked_at<'a>(room: &Room<'a>, parameter: &str) -> Option<&'a Arc<RegulationEdition>> {
    let asked =
        room.query.get(parameter).parse().ok().and_then(|id: RegulationEditionId| room.school.editions().get(&id));
    asked
        .or_else(|| crate::regulation::record_in_force(room.school, room.index.day))
        .or_else(|| room.school.editions().values().next())
}

/// Fills the page with the school's own text beside our short wording.
pub(super) fn own_text(room: &Room, page: &mut Page) {
    let lang = room.lang;
    let Some(row) = looked_at(room, "edition") else {
        let new = Button::new("new-edition", msg::register_new_edition(lang), Ask::Edition(None)).primary();
        page.sections = vec![Section::new("text", "", empty_text(lang, vec![new]))];
        return;
    };
    let load = Button::new("load-text", msg::register_load_text(lang), Ask::Edition(Some(row.id))).primary();
    if row.text.is_empty() {
        page.sections = vec![Section::new("text", &row.title, empty_text(lang, vec![load]))];
        return;
    }
    let regulation = of_record(row).unwrap_or_else(|_| Regulation::shared());
    let own = split(&row.text, &regulation);
    let all = (own.clauses.len() + own.missing.len()) as u64;
    let figure = |label: &str, value: usize, of, tone| Figure {
        label: label.to_owned(),
        value: value as u64,
        of,
        note: String::new(),
        href: None,
        tone,
    };
    let warn = |count: usize| if count > 0 { Tone::Warning } else { Tone::Success };
    page.acts = vec![load];
    page.sections = vec![
        Section::new(
            "figures",
            &row.title,
            Body::Figures(vec![
                figure(msg::register_text_found(lang), own.clauses.len(), Some(all), Tone::Plain),
                figure(msg::register_text_missing_count(lang), own.missing.len(), None, warn(own.missing.len())),
                figure(msg::register_text_extra_count(lang), own.extra.len(), None, warn(own.extra.len())),
            ]),
        ),
        Section::new("text", msg::register_own_text(lang), Body::Table(text_table(lang, &regulation, &own)))
            .note(msg::register_own_text_note(lang)),
    ];
    if !own.extra.is_empty() {
        let lines = own.extra.iter().map(|extra| format!("{}: {}", extra.place, extra.text)).collect();
        page.sections.push(Section::new("extra", msg::register_text_extra(lang), Body::Prose(lines)));
    }
}

fn empty_text(lang: Lang, acts: Vec<Button>) -> Body {
    Body::Empty { title: msg::register_no_text(lang).into(), text: msg::register_no_text_text(lang).into(), acts }
}

fn text_table(lang: Lang, regulation: &Regulation, own: &OwnText) -> Table {
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let rows = regulation.clauses().enumerate().map(|(at, (_, entry))| {
        let words = own.clauses.get(&entry.id).or_else(|| own.intros.get(&entry.id));
        let words = match words {
            Some(words) => Cell::text(words),
            None if entry.absent => Cell::text(msg::clause_absent(lang)),
            None => Cell::badge(msg::register_text_missing(lang), Tone::Warning),
        };
        let sort = i64::try_from(at).ok();
        Row {
            key: entry.id.to_string(),
            cells: vec![
                Cell { sort, ..Cell::link(entry.id.to_string(), Route::Clause(entry.id)) },
                words,
                Cell::text(decision::said(lang, &entry.text)),
            ],
            acts: Vec::new(),
        }
    });
    Table {
        name: msg::register_own_text(lang).into(),
        columns: vec![
            column(msg::regulation_number(lang)),
            column(msg::register_own_words(lang)),
            column(msg::register_wording(lang)),
        ],
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: String::new(),
    }
}

/// What a file of an edition says; none where no file was given.
fn given(values: &Values) -> Option<Result<Regulation, RegulationError>> {
    let data = values.get("data");
    (!data.trim().is_empty()).then(|| Regulation::read(data.as_bytes()))
}

/// Asks for an edition; a file is checked at once, and what it changes is shown before it is taken over.
pub(super) fn form(
    room: &Room,
    id: Option<RegulationEditionId>,
    amends: Option<RegulationEditionId>,
    values: &Values,
) -> Form {
    let lang = room.lang;
    let known = id.and_then(|id| room.school.editions().get(&id));
    let before = amends.and_then(|id| room.school.editions().get(&id));
    let read = given(values);
    let bundled = decision::said(lang, &room.regulation.edition().title);
    let title = match (&read, known.or(before)) {
        (_, Some(row)) => row.title.clone(),
        (Some(Ok(read)), None) => decision::said(lang, &read.edition().title).to_owned(),
        _ => bundled.to_owned(),
    };
    let text = |id, label: &str, value: &str| Field::new(id, label, FieldKind::Text).value(value);
    let others: Vec<Choice> = std::iter::once((String::new(), msg::register_amends_none(lang).to_owned()))
        .chain(
            room.school
                .editions()
                .values()
                .filter(|row| Some(row.id) != id)
                .map(|row| (row.id.to_string(), [row.title.as_str(), row.version.as_str()].join(" "))),
        )
        .collect();
    let mut fields = vec![
        text("title", msg::register_title(lang), &title).required(),
        text("version", msg::register_version(lang), known.map_or("", |row| &row.version))
            .hint(msg::register_version_hint(lang)),
        Field::new("amends", msg::register_amends_field(lang), FieldKind::Choice(others))
            .maybe(known.and_then(|row| row.amends).or(amends)),
        Field::new("changes", msg::register_changes(lang), FieldKind::Long).maybe(known.map(|row| &row.changes)),
        Field::new("data", msg::register_data_file(lang), FieldKind::File(".json")).hint(msg::register_data_hint(lang)),
        Field::new("text", msg::register_text_file(lang), FieldKind::File(".txt")).hint(msg::register_text_hint(lang)),
    ];
    if known.is_some_and(|row| !row.data.is_empty()) {
        fields.push(Field::new("no-data", msg::register_no_data(lang), FieldKind::Flag));
    }
    if known.is_some_and(|row| !row.text.is_empty()) {
        fields.push(Field::new("no-text", msg::register_drop_text(lang), FieldKind::Flag));
    }
    let (mut preview, mut refused) = (Vec::new(), None);
    match &read {
        Some(Err(error)) => refused = Some(said::error(lang, error)),
        Some(Ok(read)) => preview = proposal(room, read),
        None => {}
    }
    let words = values.get("text");
    if !words.trim().is_empty() {
        let basis = match (&read, known.or(before)) {
            (Some(Ok(read)), _) => Arc::new(read.clone()),
            (_, Some(row)) => of_record(row).unwrap_or_else(|_| Regulation::shared()),
            _ => Regulation::shared(),
        };
        preview.push(text_preview(lang, &split(words, &basis)));
    }
    Form {
        title: match (id, amends) {
            (Some(_), _) => msg::register_edition(lang).into(),
            (None, Some(_)) => msg::register_amend(lang).into(),
            (None, None) => msg::register_new_edition(lang).into(),
        },
        lead: msg::register_edition_lead(lang).into(),
        clause: Some(clause!("1.3")),
        fields,
        preview,
        refused,
        ..Form::default()
    }
}

/// What another edition would change: in the text, in the matrix, in what the school has to have.
fn proposal(room: &Room, read: &Regulation) -> Vec<Section> {
    let lang = room.lang;
    let found = difference(room.regulation, read);
    if found.is_empty() {
        return vec![Section::new("preview", "", Body::Notice(Tone::Info, msg::register_changes_nothing(lang).into()))];
    }
    let mut sections = changes(lang, room.regulation, read, &found);
    let plan = Plan::of(room.school, room.index, read);
    sections.extend(super::compare::plan_changes(room, read, &plan));
    sections
}

fn text_preview(lang: Lang, own: &OwnText) -> Section {
    let names = |ids: &[crate::domain::ClauseId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let extra: Vec<&str> = own.extra.iter().map(|extra| extra.place.as_str()).collect();
    let mut lines = vec![msg::register_text_preview(lang, own.clauses.len() as u64)];
    if !own.missing.is_empty() {
        lines.push(msg::register_text_preview_missing(lang, &names(&own.missing)));
    }
    if !extra.is_empty() {
        lines.push(msg::register_text_preview_extra(lang, &extra.join(", ")));
    }
    Section::new("text-preview", msg::register_own_text(lang), Body::Prose(lines))
}

/// Reads an edition. What was not given stays as it was.
pub(super) fn command(
    room: &Room,
    id: Option<RegulationEditionId>,
    amends: Option<RegulationEditionId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let known = id.and_then(|id| room.school.editions().get(&id)).map(|row| row.as_ref().clone());
    let before = amends.and_then(|id| room.school.editions().get(&id));
    let mut row = known.unwrap_or_else(|| RegulationEdition {
        id: making.ids.fresh(),
        edition: room.regulation.edition().id.clone(),
        title: String::new(),
        version: String::new(),
        protocol: None,
        order: None,
        from: None,
        to: None,
        amends: None,
        changes: String::new(),
        text: before.map(|row| row.text.clone()).unwrap_or_default(),
        data: before.map(|row| row.data.clone()).unwrap_or_default(),
    });
    row.title = reader.required("title", values.get("title"));
    row.version = tidy(values.get("version"));
    row.amends = reader.optional("amends", values.get("amends"), Problem::Choice);
    values.get("changes").trim().clone_into(&mut row.changes);
    match given(values) {
        Some(Ok(read)) => {
            row.edition.clone_from(&read.edition().id);
            values.get("data").trim_start_matches('\u{feff}').clone_into(&mut row.data);
        }
        Some(Err(_)) => reader.fault("data", Problem::File),
        None if values.is("no-data") => {
            row.data.clear();
            row.edition.clone_from(&Regulation::bundled().edition().id);
        }
        None => {}
    }
    if !values.get("text").trim().is_empty() {
        values.get("text").trim_start_matches('\u{feff}').clone_into(&mut row.text);
    } else if values.is("no-text") {
        row.text.clear();
    }
    reader.finish(Some(Command::Save(row.into())))
}

fn papers(room: &Room, kind: LocalActKind) -> Vec<Choice> {
    let mut acts: Vec<&Arc<LocalAct>> = room.school.acts().values().filter(|act| act.kind == kind).collect();
    acts.sort_by_key(|act| std::cmp::Reverse((act.date, act.id)));
    let name = |act: &LocalAct| msg::register_paper(room.lang, &date::short(act.date), &act.number, &act.title);
    std::iter::once((String::new(), msg::register_choose(room.lang).to_owned()))
        .chain(acts.into_iter().map(|act| (act.id.to_string(), name(act))))
        .collect()
}

fn order_date(room: &Room, values: &Values) -> Option<NaiveDate> {
    let order: LocalActId = values.parsed("order")?;
    room.school.acts().get(&order).map(|act| act.date)
}

/// Asks for the approval of an edition, and tells which one it ends.
pub(super) fn approve_form(room: &Room, id: RegulationEditionId, values: &Values) -> Form {
    let lang = room.lang;
    let known = room.school.editions().get(&id);
    // 4.1: in force from the approval.
    let from = order_date(room, values).unwrap_or(room.context.today);
    let mut form = Form {
        title: msg::register_approve(lang).into(),
        lead: msg::register_approve_lead(lang).into(),
        clause: Some(clause!("1.3")),
        submit: msg::register_approve(lang).into(),
        fields: vec![
            Field::new(
                "protocol",
                msg::register_protocol(lang),
                FieldKind::Choice(papers(room, LocalActKind::Protocol)),
            )
            .hint(msg::register_protocol_hint(lang))
            .maybe(known.and_then(|row| row.protocol))
            .required(),
            Field::new("order", msg::register_order(lang), FieldKind::Choice(papers(room, LocalActKind::Order)))
                .hint(msg::register_order_hint(lang))
                .maybe(known.and_then(|row| row.order))
                .required(),
            Field::new("from", msg::register_from(lang), FieldKind::Day).value(from).required(),
        ],
        ..Form::default()
    };
    let from = values.over(&form).day("from");
    let ended = from.and_then(|from| Some((ended_by(room.school, id, from)?, from.pred_opt()?)));
    if let Some((ended, last)) = ended {
        let text = msg::register_ends(lang, &date::short(last), &ended.title);
        form.preview.push(Section::new("ends", "", Body::Notice(Tone::Info, text)));
    }
    form
}

/// Reads the approval of an edition.
pub(super) fn approve_command(
    room: &Room,
    edition: RegulationEditionId,
    values: &Values,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let protocol = reader.needed("protocol", values.get("protocol"), Problem::Choice);
    let order = reader.needed("order", values.get("order"), Problem::Choice);
    let from = reader.needed_day("from", values.get("from"));
    let (Some(protocol), Some(order), Some(from)) = (protocol, order, from) else { return reader.finish(None) };
    let ends = ended_by(room.school, edition, from).map(|row| row.id);
    reader.finish(Some(ApproveEdition { edition, protocol, order, from, ends }.into()))
}
