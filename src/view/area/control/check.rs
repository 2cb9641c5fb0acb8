//! Checks of the administration (2.2/7): the list, a card with its findings, the form.

use super::super::kit;
use super::{Ask, Deed, finding};
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{
    ChatId, ClassId, ClauseId, Command, ControlCheck, ControlCheckId, ControlFinding, ControlScope, EventId,
    FindingState, PersonId, RecordCheck, School, StaffCategory,
};
use crate::text::{self, Lang, date, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Does, Fact, Filter, Row, Section, Table, Tone};
use crate::view::room::{Making, Query, Room};
use crate::view::route::Route;

/// How many findings of checks are open.
pub fn open_count(school: &School) -> u64 {
    let findings = school.checks().values().flat_map(|check| &check.findings);
    u64::try_from(findings.filter(|finding| finding.state == FindingState::Open).count()).unwrap_or(u64::MAX)
}

/// The tab: buttons, filters, sections.
pub fn tab(room: &Room) -> (Vec<Button>, Vec<Filter>, Vec<Section>) {
    let lang = room.lang;
    let acts = vec![Button::new("new-check", msg::control_new_check(lang), Ask::NewCheck).primary()];
    if let Some(check) = room.query.get("check").parse().ok().and_then(|id| room.school.checks().get(&id)) {
        return (Vec::new(), Vec::new(), card(room, check));
    }
    if room.school.checks().is_empty() {
        let body = Body::Empty {
            title: msg::control_no_checks(lang).to_owned(),
            text: msg::control_no_checks_text(lang).to_owned(),
            acts,
        };
        return (Vec::new(), Vec::new(), vec![Section::new("checks", msg::control_tab_checks(lang), body)]);
    }
    let mut checks: Vec<&ControlCheck> = room.school.checks().values().map(AsRef::as_ref).collect();
    checks.sort_by_key(|check| std::cmp::Reverse((check.on, check.id)));
    let mut sections = Vec::new();
    let late = finding::late(room);
    if !late.rows.is_empty() {
        sections.push(Section::new("overdue", msg::control_overdue(lang), Body::Table(late)));
    }
    let rows = checks.into_iter().map(|check| row(room, check)).collect();
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let table = Table {
        name: msg::control_file_checks(lang).to_owned(),
        columns: vec![
            column(msg::control_on(lang), ColumnKind::Day),
            column(msg::control_scope(lang), ColumnKind::Text),
            column(msg::control_checker(lang), ColumnKind::Text),
            column(msg::control_open(lang), ColumnKind::Number),
            column(msg::control_fixed(lang), ColumnKind::Number),
            column(msg::control_verified(lang), ColumnKind::Number),
            column(msg::control_act(lang), ColumnKind::Text),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::control_no_checks(lang).to_owned(),
    };
    sections.push(Section::new("checks", msg::control_tab_checks(lang), Body::Table(table)));
    (acts, Vec::new(), sections)
}

/// The address of a check's card.
fn address(id: ControlCheckId) -> String {
    Query::from([("tab", "checks"), ("check", &id.to_string())]).address(&Route::Control)
}

fn row(room: &Room, check: &ControlCheck) -> Row {
    let lang = room.lang;
    let count = |fits: fn(&FindingState) -> bool| {
        let count = check.findings.iter().filter(|finding| fits(&finding.state)).count();
        Cell::number(u64::try_from(count).unwrap_or(u64::MAX))
    };
    let about = date::short(check.on);
    Row {
        key: check.id.to_string(),
        cells: vec![
            Cell { href: Some(address(check.id)), ..Cell::day(Some(check.on)) },
            Cell { note: check.summary.clone(), ..scope(room, check.scope) },
            kit::person(room, check.checker),
            count(|state| *state == FindingState::Open),
            count(|state| matches!(state, FindingState::Fixed { .. })),
            count(|state| matches!(state, FindingState::Verified { .. })),
            act(room, check),
        ],
        acts: vec![
            Button::new("open", msg::control_open_check(lang), Does::Go(address(check.id))).about(&about),
            Button::new("edit", msg::edit(lang), Ask::Check(check.id)).about(&about),
            Button::new("remove", msg::delete(lang), Deed::RemoveCheck(check.id)).danger().about(about),
        ],
    }
}

fn act(room: &Room, check: &ControlCheck) -> Cell {
    let act = check.act.and_then(|id| room.school.acts().get(&id));
    act.map_or_else(Cell::default, |act| Cell::link(format!("№ {}", act.number), Route::Documents).note(&act.title))
}

/// What is checked, in words.
fn scope(room: &Room, scope: ControlScope) -> Cell {
    let name = |kind: &str, what: String| msg::control_scope_of(room.lang, kind, &what);
    match scope {
        ControlScope::School => Cell::text(name("school", String::new())),
        ControlScope::Class(id) => Cell::link(name("class", room.school.class_name(id)), Route::Class(id)),
        ControlScope::Chat(id) => {
            let chat = room.school.chats().get(&id).map(|chat| chat.name.clone()).unwrap_or_default();
            Cell::link(name("chat", chat), Route::Chat(id))
        }
        ControlScope::Event(id) => {
            let event = room.school.events().get(&id).map(|event| event.title.clone()).unwrap_or_default();
            Cell::link(name("event", event), Route::Calendar)
        }
        ControlScope::Person(id) => Cell::link(name("person", room.school.person_name(id)), Route::Person(id)),
        ControlScope::Clause(id) => Cell::link(name("clause", id.to_string()), Route::Clause(id)),
    }
}

fn card(room: &Room, check: &ControlCheck) -> Vec<Section> {
    let lang = room.lang;
    let form = Query::from([("form", "act-control"), ("check", &check.id.to_string())]).address(&Route::Documents);
    let acts = vec![
        Button::new("paper", msg::control_paper(lang), Does::Go(form)),
        Button::new("edit", msg::edit(lang), Ask::Check(check.id)),
        Button::new("remove", msg::delete(lang), Deed::RemoveCheck(check.id)).danger(),
        Button::new("all-checks", msg::control_all_checks(lang), Does::Go(all_checks())),
    ];
    let facts = vec![
        Fact::new(msg::control_on(lang), Cell::day(Some(check.on))),
        Fact::new(msg::control_scope(lang), scope(room, check.scope)),
        Fact::new(msg::control_checker(lang), kit::person(room, check.checker)),
        Fact::new(msg::control_summary(lang), Cell::text(&check.summary)),
        Fact::new(msg::control_act(lang), act(room, check)),
    ];
    let add = Button::new("add-finding", msg::control_add_finding(lang), Ask::NewFinding(check.id)).primary();
    let body = if check.findings.is_empty() {
        Body::Empty {
            title: msg::control_no_findings(lang).to_owned(),
            text: msg::control_no_findings_text(lang).to_owned(),
            acts: vec![add.clone()],
        }
    } else {
        Body::Table(finding::table(room, check))
    };
    vec![
        Section::new("check", msg::control_check(lang), Body::Facts(facts)).acts(acts).clause(clause!("2.2/7")),
        Section::new("check-findings", msg::control_check_findings(lang), body)
            .note(msg::control_check_findings_note(lang))
            .acts(vec![add]),
    ]
}

fn all_checks() -> String {
    Query::from([("tab", "checks")]).address(&Route::Control)
}

/// The administration on the day of the plan, for choices of who checks.
pub fn administration(room: &Room) -> Vec<choice::Item> {
    choice::staff(room.school, room.index, StaffCategory::is_administration)
}

/// Everybody of the staff, for choices of who is responsible.
pub fn staff(room: &Room) -> Vec<choice::Item> {
    choice::staff(room.school, room.index, |_| true)
}

/// The clauses of the register, for choices.
pub fn clauses(room: &Room) -> Vec<(String, String)> {
    let entries = room.regulation.clauses().filter(|(_, entry)| !entry.absent);
    let said = |entry: &crate::regulation::ClauseEntry| text::decision::said(room.lang, &entry.text).to_owned();
    entries.map(|(_, entry)| (entry.id.to_string(), format!("{} {}", entry.id, said(entry)))).collect()
}

const SCOPES: [&str; 6] = ["school", "class", "chat", "event", "person", "clause"];

fn scope_code(scope: ControlScope) -> (&'static str, String) {
    match scope {
        ControlScope::School => ("school", String::new()),
        ControlScope::Class(id) => ("class", id.to_string()),
        ControlScope::Chat(id) => ("chat", id.to_string()),
        ControlScope::Event(id) => ("event", id.to_string()),
        ControlScope::Person(id) => ("person", id.to_string()),
        ControlScope::Clause(id) => ("clause", id.to_string()),
    }
}

/// The form of a check. What is chosen in the audit becomes its findings.
pub fn form(room: &Room, id: Option<ControlCheckId>, values: &Values) -> Form {
    let lang = room.lang;
    let check = id.and_then(|id| room.school.checks().get(&id));
    let (code, of) = check.map_or(("school", String::new()), |check| scope_code(check.scope));
    let kind = values.typed("scope").unwrap_or(code).to_owned();
    let scopes = SCOPES.map(|code| (code.to_owned(), msg::control_scope_kind(lang, code)));
    let mut fields = vec![
        Field::new("on", msg::control_on(lang), FieldKind::Day)
            .required()
            .value(check.map_or(room.context.today, |check| check.on)),
        Field::new("checker", msg::control_checker(lang), FieldKind::Search(administration(room)))
            .required()
            .hint(msg::control_checker_hint(lang))
            .maybe(check.and_then(|check| check.checker)),
        Field::new("scope", msg::control_scope(lang), FieldKind::Choice(scopes.into())).required().value(&kind),
    ];
    if let Some(choices) = subjects(room, &kind) {
        let of = if kind == code { of } else { String::new() };
        fields.push(
            Field::new("of", msg::control_scope_kind(lang, &kind), FieldKind::Search(choices)).required().value(of),
        );
    }
    fields.push(
        Field::new("summary", msg::control_summary(lang), FieldKind::Long)
            .maybe(check.map(|check| check.summary.clone())),
    );
    let taken = if id.is_none() { chosen(room) } else { Vec::new() };
    if id.is_none() {
        if taken.is_empty() {
            fields.push(
                Field::new("finding", msg::control_finding(lang), FieldKind::Long)
                    .hint(msg::control_first_finding_hint(lang)),
            );
            fields.push(Field::new("clause", msg::control_finding_clause(lang), FieldKind::Search(clauses(room))));
        }
        fields.push(Field::new("responsible", msg::control_responsible(lang), FieldKind::Search(staff(room))));
        fields.push(Field::new("deadline", msg::control_deadline(lang), FieldKind::Day));
    } else {
        fields.push(
            Field::new("act", msg::control_act(lang), FieldKind::Search(acts(room)))
                .maybe(check.and_then(|check| check.act)),
        );
    }
    let lines: Vec<String> = taken.iter().map(|finding| format!("{} — {}", finding.clause, finding.text)).collect();
    let preview = if lines.is_empty() {
        Vec::new()
    } else {
        vec![Section::new("taken", msg::control_taken(lang), Body::Prose(lines))]
    };
    Form {
        title: msg::control_check(lang).to_owned(),
        lead: msg::control_check_lead(lang).to_owned(),
        clause: Some(clause!("2.2/7")),
        fields,
        preview,
        ..Form::default()
    }
}

/// Local acts, the newest first.
fn acts(room: &Room) -> Vec<(String, String)> {
    let mut acts: Vec<_> = room.school.acts().values().collect();
    acts.sort_by_key(|act| std::cmp::Reverse((act.date, act.id)));
    acts.into_iter().map(|act| (act.id.to_string(), format!("№ {} · {}", act.number, act.title))).collect()
}

/// What can be checked of a kind; none for the whole school.
fn subjects(room: &Room, kind: &str) -> Option<Vec<(String, String)>> {
    let school = room.school;
    Some(match kind {
        "class" => choice::classes(school, room.index),
        "chat" => choice::chats(school),
        "event" => {
            let mut events: Vec<_> = school.events().values().collect();
            events.sort_by_key(|event| std::cmp::Reverse((event.on, event.id)));
            let name = |event: &crate::domain::Event| format!("{} · {}", date::short(event.on), event.title);
            events.into_iter().map(|event| (event.id.to_string(), name(event))).collect()
        }
        "person" => staff(room),
        "clause" => clauses(room),
        _ => return None,
    })
}

/// The findings of the audit that are chosen, as findings of a check.
fn chosen(room: &Room) -> Vec<ControlFinding> {
    if room.chosen.is_empty() {
        return Vec::new();
    }
    let found = super::review::findings(room);
    let taken = found.iter().filter(|finding| room.chosen.contains(&finding.key()));
    taken
        .map(|finding| ControlFinding {
            text: shortened(&text::audit::sentence(room.lang, room.school, finding)),
            clause: finding.clause,
            responsible: None,
            deadline: None,
            state: FindingState::Open,
        })
        .collect()
}

/// A sentence of an audit may name more than a field takes.
fn shortened(text: &str) -> String {
    text.chars().take(crate::domain::words::MAX_FIELD).collect()
}

/// Reads the form.
pub fn command(
    room: &Room,
    id: Option<ControlCheckId>,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let checker: Option<PersonId> = reader.needed("checker", values.get("checker"), Problem::Choice);
    let scope = read_scope(&mut reader, values);
    let deadline = reader.day("deadline", values.get("deadline"));
    let text = tidy(values.get("finding"));
    let mut findings = match id.and_then(|id| room.school.checks().get(&id)) {
        Some(check) => check.findings.clone(),
        None => chosen(room),
    };
    if !text.is_empty() {
        let clause = reader.needed::<ClauseId>("clause", values.get("clause"), Problem::Choice);
        let state = FindingState::Open;
        findings.extend(clause.map(|clause| ControlFinding { text, clause, responsible: None, deadline: None, state }));
    }
    if id.is_none() {
        for finding in &mut findings {
            finding.responsible = values.parsed("responsible");
            finding.deadline = deadline;
        }
    }
    let read = on.zip(checker).zip(scope);
    let ((on, checker), scope) = reader.finish(read)?;
    let check = ControlCheck {
        id: id.unwrap_or_else(|| making.ids.fresh()),
        on,
        checker: Some(checker),
        scope,
        summary: tidy(values.get("summary")),
        findings,
        act: values.parsed("act"),
    };
    Ok(if id.is_some() { Command::Save(check.into()) } else { Command::from(RecordCheck { check }) })
}

fn read_scope(reader: &mut Reader, values: &Values) -> Option<ControlScope> {
    let of = values.get("of");
    Some(match values.get("scope") {
        "class" => ControlScope::Class(reader.needed::<ClassId>("of", of, Problem::Choice)?),
        "chat" => ControlScope::Chat(reader.needed::<ChatId>("of", of, Problem::Choice)?),
        "event" => ControlScope::Event(reader.needed::<EventId>("of", of, Problem::Choice)?),
        "person" => ControlScope::Person(reader.needed::<PersonId>("of", of, Problem::Choice)?),
        "clause" => ControlScope::Clause(reader.needed::<ClauseId>("of", of, Problem::Choice)?),
        _ => ControlScope::School,
    })
}

/// The tone and the word of a finding's state.
pub fn state(lang: Lang, state: &FindingState) -> Cell {
    match state {
        FindingState::Open => Cell::badge(msg::control_state_open(lang), Tone::Warning),
        FindingState::Fixed { on, note } => {
            let note = [date::short(*on).as_str(), note.as_str()].join(" ");
            Cell::badge(msg::control_state_fixed(lang), Tone::Info).note(note.trim())
        }
        FindingState::Verified { on, .. } => {
            Cell::badge(msg::control_state_verified(lang), Tone::Success).note(date::short(*on))
        }
    }
}
