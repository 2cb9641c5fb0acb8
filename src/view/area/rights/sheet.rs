//! Sheets of acknowledgement: opened for all classes in one act, confirmed in bulk, counted honestly.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Ask, Deed};
use crate::clause;
use crate::domain::{
    Acknowledge, AcknowledgementSheet, AcknowledgementSheetId, ClassId, Command, OpenSheets, PersonId, Reason,
    RecordKind, Refusal, SheetAudience, SheetSubject,
};
use crate::plan::acknowledgement::{Confirmed, audience, confirmed, is_apart, renewed};
use crate::text::{Lang, date, msg};
use crate::view::choice::{classes, sort_by_name};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Does, Fact, Figure, Page, Row, Section, Table, Tone};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

/// Fills the page with the sheets.
pub(super) fn fill(room: &Room, page: &mut Page) {
    let lang = room.lang;
    let bare = without_memo(room).len() as u64;
    page.acts = vec![
        Button::new("open-security", msg::rights_open_security(lang, bare), Deed::OpenSecurity)
            .primary()
            .refused((bare == 0).then(|| msg::rights_security_everywhere(lang).to_owned())),
        Button::new("open-sheet", msg::rights_open(lang), Ask::Open),
    ];
    let rows: Vec<(&Arc<AcknowledgementSheet>, Confirmed)> =
        room.school.sheets().values().map(|sheet| (sheet, confirmed(room.school, room.index, sheet))).collect();
    if rows.is_empty() {
        page.sections = vec![Section::new(
            "sheets",
            "",
            Body::Empty {
                title: msg::rights_no_sheets(lang).into(),
                text: msg::rights_no_sheets_text(lang).into(),
                acts: vec![Button::new("open-first", msg::rights_open(lang), Ask::Open)],
            },
        )];
        return;
    }
    page.sections = vec![
        Section::new("coverage", "", Body::Figures(coverage(room, &rows))),
        Section::new("sheets", msg::rights_sheets(lang), Body::Table(table(room, &rows)))
            .note(msg::rights_sheets_note(lang)),
    ];
}

/// Classes of the year without a sheet of the security memo.
fn without_memo(room: &Room) -> Vec<ClassId> {
    let with: BTreeSet<ClassId> = room
        .school
        .sheets()
        .values()
        .filter(|sheet| sheet.subject == SheetSubject::Security && sheet.audience == SheetAudience::Students)
        .filter_map(|sheet| sheet.class)
        .collect();
    let has_students = |class: &ClassId| !people(room, SheetAudience::Students, Some(*class)).is_empty();
    room.index
        .classes
        .iter()
        .filter(|class| !with.contains(class))
        .filter(|class| has_students(class))
        .copied()
        .collect()
}

/// Who is to confirm: those who belong and take part on the platform.
fn people(room: &Room, who: SheetAudience, class: Option<ClassId>) -> BTreeMap<PersonId, Option<NaiveDate>> {
    let belong = audience(room.index, who, class).into_iter();
    belong.filter(|id| !is_apart(room.school, *id)).map(|id| (id, None)).collect()
}

/// Opens a sheet of the memo for every class that has none.
pub(super) fn open_security(room: &Room, making: &mut Making) -> Command {
    let sheets = without_memo(room)
        .into_iter()
        .map(|class| AcknowledgementSheet {
            id: making.ids.fresh(),
            subject: SheetSubject::Security,
            class: Some(class),
            audience: SheetAudience::Students,
            opened_on: room.context.today,
            people: people(room, SheetAudience::Students, Some(class)),
        })
        .collect();
    OpenSheets { sheets }.into()
}

fn coverage(room: &Room, rows: &[(&Arc<AcknowledgementSheet>, Confirmed)]) -> Vec<Figure> {
    let mut totals: BTreeMap<SheetSubject, Confirmed> = BTreeMap::new();
    for (sheet, count) in rows {
        let total = totals.entry(sheet.subject).or_default();
        *total = total.and(*count);
    }
    totals
        .into_iter()
        .map(|(subject, count)| Figure {
            label: self::subject(room, subject),
            value: count.done,
            of: Some(count.of),
            note: if count.apart > 0 { msg::rights_apart(room.lang, count.apart) } else { String::new() },
            href: None,
            tone: if count.done == count.of { Tone::Success } else { Tone::Plain },
        })
        .collect()
}

/// What is confirmed, in words.
pub fn subject(room: &Room, subject: SheetSubject) -> String {
    let lang = room.lang;
    match subject {
        SheetSubject::Security => msg::rights_subject_security(lang).into(),
        SheetSubject::Rights => msg::rights_subject_rights(lang).into(),
        SheetSubject::ChatRules => msg::rights_subject_chat_rules(lang).into(),
        SheetSubject::Regulation(id) => {
            room.school.editions().get(&id).map(|row| row.title.clone()).unwrap_or_default()
        }
        SheetSubject::Act(id) => {
            room.school.acts().get(&id).map(|act| format!("№ {} · {}", act.number, act.title)).unwrap_or_default()
        }
    }
}

/// Who signs, in words: a class by its label.
fn signers(room: &Room, sheet: &AcknowledgementSheet) -> String {
    let class = sheet.class.map(|class| room.school.class_name(class)).unwrap_or_default();
    format!("{} {}", self::who(room.lang, sheet.audience), class).trim().to_owned()
}

const fn who(lang: Lang, audience: SheetAudience) -> &'static str {
    match audience {
        SheetAudience::Students => msg::rights_audience_students(lang),
        SheetAudience::Parents => msg::rights_audience_parents(lang),
        SheetAudience::Staff => msg::rights_audience_staff(lang),
    }
}

fn address(sheet: AcknowledgementSheetId) -> String {
    Query::default().with("sheet", &sheet.to_string()).address(&Route::Acknowledgements)
}

fn state(lang: Lang, count: Confirmed) -> Cell {
    let text = msg::rights_confirmed(lang, &count.done.to_string(), &count.of.to_string());
    let tone = if count.done == count.of { Tone::Success } else { Tone::Plain };
    Cell { sort: i64::try_from(count.of - count.done).ok(), ..Cell::badge(text, tone) }
}

fn column(label: &str, kind: ColumnKind) -> Column {
    Column { label: label.to_owned(), kind }
}

fn table(room: &Room, rows: &[(&Arc<AcknowledgementSheet>, Confirmed)]) -> Table {
    let lang = room.lang;
    Table {
        name: msg::rights_sheets(lang).into(),
        columns: vec![
            column(msg::rights_paper(lang), ColumnKind::Text),
            column(msg::rights_who(lang), ColumnKind::Text),
            column(msg::rights_opened_on(lang), ColumnKind::Day),
            column(msg::rights_state(lang), ColumnKind::Number),
            column(msg::rights_apart_column(lang), ColumnKind::Number),
            column(msg::rights_new_column(lang), ColumnKind::Number),
        ],
        rows: rows
            .iter()
            .map(|(sheet, count)| {
                let title = subject(room, sheet.subject);
                let about = format!("{title}, {}", signers(room, sheet));
                Row {
                    key: sheet.id.to_string(),
                    cells: vec![
                        Cell::link(title, address(sheet.id)),
                        Cell::text(signers(room, sheet)),
                        Cell::day(Some(sheet.opened_on)),
                        state(lang, *count),
                        Cell::number(count.apart),
                        Cell::number(count.new),
                    ],
                    acts: vec![
                        Button::new("renew", msg::rights_renew(lang), Deed::Renew(sheet.id)).about(&about),
                        Button::new("drop", msg::delete(lang), Deed::Drop(sheet.id)).about(&about).danger(),
                    ],
                }
            })
            .collect(),
        bulk: Vec::new(),
        empty: String::new(),
    }
}

/// The page of one sheet: who is on it, and when each confirmed.
pub(super) fn card(room: &Room, sheet: &AcknowledgementSheet) -> Page {
    let lang = room.lang;
    let count = confirmed(room.school, room.index, sheet);
    let mut rows: Vec<(String, PersonId, Option<NaiveDate>)> =
        sheet.people.iter().map(|(id, on)| (room.school.person_name(*id), *id, *on)).collect();
    rows.sort();
    let row = |(name, id, on): (String, PersonId, Option<NaiveDate>)| Row {
        key: id.to_string(),
        cells: vec![
            Cell::link(name, Route::Person(id)),
            match on {
                Some(_) => Cell::badge(msg::rights_done(lang), Tone::Success),
                None if is_apart(room.school, id) => Cell::text(msg::rights_other_way(lang)),
                None => Cell::text(msg::rights_not_yet(lang)),
            },
            Cell::day(on),
        ],
        acts: Vec::new(),
    };
    let facts = vec![
        Fact::new(msg::rights_who(lang), Cell::text(signers(room, sheet))),
        Fact::new(msg::rights_opened_on(lang), Cell::text(date::short(sheet.opened_on))),
        Fact::new(msg::rights_state(lang), state(lang, count).note(msg::rights_apart(lang, count.apart))),
    ];
    let table = Table {
        name: subject(room, sheet.subject),
        columns: vec![
            column(msg::rights_name(lang), ColumnKind::Text),
            column(msg::rights_state(lang), ColumnKind::Text),
            column(msg::rights_on(lang), ColumnKind::Day),
        ],
        rows: rows.into_iter().map(row).collect(),
        bulk: vec![
            Button::new("confirm", msg::rights_confirm(lang), Ask::Confirm(sheet.id)).primary(),
            Button::new("clear", msg::rights_clear(lang), Deed::Clear(sheet.id)),
        ],
        empty: String::new(),
    };
    let all = Button::new("confirm-all", msg::rights_confirm_all(lang, count.of - count.done), Ask::Confirm(sheet.id));
    Page {
        title: subject(room, sheet.subject),
        lead: signers(room, sheet),
        clause: Some(sheet.subject.clause()),
        up: Some((Route::Acknowledgements.to_string(), msg::rights_page_title(lang).into())),
        acts: vec![
            all.primary().refused((count.of == count.done).then(|| msg::rights_all_done(lang).to_owned())),
            Button::new("renew", msg::rights_renew_count(lang, count.new), Deed::Renew(sheet.id)),
            Button::new("print", msg::rights_print(lang), Does::Print),
        ],
        sections: vec![
            Section::new("sheet", "", Body::Facts(facts)),
            Section::new("people", msg::rights_people(lang), Body::Table(table)),
        ],
        ..Page::default()
    }
}

/// Asks what is confirmed by whom.
pub(super) fn open_form(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let is_staff = values.get("audience") == "staff";
    let mut fields = vec![
        Field::new("subject", msg::rights_paper(lang), FieldKind::Choice(subjects(room))).value("security").required(),
        Field::new("audience", msg::rights_who(lang), FieldKind::Choice(audiences(lang))).value("students").required(),
    ];
    if !is_staff {
        let all: Vec<String> = room.index.classes.iter().map(ToString::to_string).collect();
        fields.push(
            Field::new("classes", msg::rights_classes(lang), FieldKind::Many(classes(room.school, room.index)))
                .value(all.join("\n"))
                .required(),
        );
    }
    fields.push(Field::new("on", msg::rights_opened_on(lang), FieldKind::Day).value(room.context.today).required());
    let mut form = Form {
        title: msg::rights_open(lang).into(),
        lead: msg::rights_open_lead(lang).into(),
        clause: Some(clause!("2.5/4")),
        submit: msg::rights_open_submit(lang).into(),
        fields,
        ..Form::default()
    };
    let whole = values.over(&form);
    let (mut sheets, mut count) = (0_u64, 0_u64);
    for class in meant_classes(&whole) {
        let people = people(room, meant_audience(&whole), class);
        sheets += u64::from(!people.is_empty());
        count += people.len() as u64;
    }
    form.preview = vec![Section::new(
        "preview",
        "",
        Body::Prose(vec![msg::rights_open_preview(lang, count, &sheets.to_string())]),
    )];
    form
}

fn subjects(room: &Room) -> Vec<Choice> {
    let mut choices = vec![
        ("security".to_owned(), subject(room, SheetSubject::Security)),
        ("chat-rules".to_owned(), subject(room, SheetSubject::ChatRules)),
        ("rights".to_owned(), subject(room, SheetSubject::Rights)),
    ];
    let named = |what: &str, id: Uuid, of: SheetSubject| (format!("{what}:{id}"), subject(room, of));
    let editions = room.school.editions().values().filter(|row| row.from.is_some());
    choices.extend(editions.map(|row| named("regulation", row.id.into(), SheetSubject::Regulation(row.id))));
    let mut acts: Vec<Choice> =
        room.school.acts().values().map(|act| named("act", act.id.into(), SheetSubject::Act(act.id))).collect();
    sort_by_name(&mut acts);
    choices.extend(acts);
    choices
}

fn audiences(lang: Lang) -> Vec<Choice> {
    [("students", SheetAudience::Students), ("parents", SheetAudience::Parents), ("staff", SheetAudience::Staff)]
        .map(|(code, audience)| (code.to_owned(), who(lang, audience).to_owned()))
        .to_vec()
}

fn meant_audience(values: &Values) -> SheetAudience {
    match values.get("audience") {
        "parents" => SheetAudience::Parents,
        "staff" => SheetAudience::Staff,
        _ => SheetAudience::Students,
    }
}

/// The classes for which a sheet is meant; the staff has one without a class.
fn meant_classes(values: &Values) -> Vec<Option<ClassId>> {
    if meant_audience(values) == SheetAudience::Staff {
        return vec![None];
    }
    values.many::<ClassId>("classes").map(Some).collect()
}

fn meant_subject(text: &str) -> Option<SheetSubject> {
    Some(match text {
        "security" => SheetSubject::Security,
        "chat-rules" => SheetSubject::ChatRules,
        "rights" => SheetSubject::Rights,
        other => match other.split_once(':')? {
            ("regulation", id) => SheetSubject::Regulation(id.parse().ok()?),
            ("act", id) => SheetSubject::Act(id.parse().ok()?),
            _ => return None,
        },
    })
}

/// Reads what is confirmed by whom; classes where nobody is to confirm are left out.
pub(super) fn open_command(room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let subject = meant_subject(values.get("subject"));
    if subject.is_none() {
        reader.fault("subject", Problem::Choice);
    }
    let classes = meant_classes(values);
    if classes.is_empty() {
        reader.fault("classes", Problem::Choice);
    }
    let on = reader.needed_day("on", values.get("on"));
    let (Some(subject), Some(opened_on)) = (subject, on) else { return reader.finish(None) };
    let audience = meant_audience(values);
    let sheets = classes
        .into_iter()
        .map(|class| (class, people(room, audience, class)))
        .filter(|(_, people)| !people.is_empty())
        .map(|(class, people)| AcknowledgementSheet {
            id: making.ids.fresh(),
            subject,
            class,
            audience,
            opened_on,
            people,
        })
        .collect();
    reader.finish(Some(OpenSheets { sheets }.into()))
}

/// The chosen people of a sheet; where nobody was chosen, everybody who has not confirmed and takes part.
fn meant(room: &Room, sheet: AcknowledgementSheetId) -> BTreeSet<PersonId> {
    let chosen: BTreeSet<PersonId> = room.chosen.iter().filter_map(|key| key.parse().ok()).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    let Some(sheet) = room.school.sheets().get(&sheet) else { return chosen };
    let open = sheet.people.iter().filter(|(id, mark)| mark.is_none() && !is_apart(room.school, **id));
    open.map(|(id, _)| *id).collect()
}

/// Asks when people confirmed.
pub(super) fn confirm_form(room: &Room, sheet: AcknowledgementSheetId) -> Form {
    let lang = room.lang;
    Form {
        title: msg::rights_confirm(lang).into(),
        lead: msg::rights_confirm_lead(lang, meant(room, sheet).len() as u64),
        clause: room.school.sheets().get(&sheet).map(|sheet| sheet.subject.clause()),
        fields: vec![Field::new("on", msg::rights_on(lang), FieldKind::Day).value(room.context.today).required()],
        ..Form::default()
    }
}

/// Reads when people confirmed.
pub(super) fn confirm_command(
    room: &Room,
    sheet: AcknowledgementSheetId,
    values: &Values,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let people = meant(room, sheet);
    reader.finish(on.map(|on| Acknowledge { sheet, people, on: Some(on) }.into()))
}

/// Takes back the marks of the chosen people.
pub(super) fn clear(room: &Room, sheet: AcknowledgementSheetId) -> Command {
    let people = room.chosen.iter().filter_map(|key| key.parse().ok()).collect();
    Acknowledge { sheet, people, on: None }.into()
}

/// Brings a sheet up to date.
pub(super) fn renew(room: &Room, sheet: AcknowledgementSheetId) -> Result<Command, Refusal> {
    let missing = Reason::MissingRecord { kind: RecordKind::AcknowledgementSheet };
    let sheet = room.school.sheets().get(&sheet).ok_or_else(|| Refusal::new(clause!("2.5/4"), missing))?;
    Ok(Command::Save(renewed(room.school, room.index, sheet).into()))
}
