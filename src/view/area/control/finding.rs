//! Findings of a check: what was found, who mends it until when, that it was mended and verified (2.2/7).

use super::super::kit;
use super::{Ask, Deed, check};
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{
    ClauseId, Command, ControlCheck, ControlCheckId, ControlFinding, FindingState, FindingStep, MoveFinding, PersonId,
    Reason, RecordKind, Refusal,
};
use crate::text::{date, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Button, Cell, Column, ColumnKind, Row, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

fn find<'a>(room: &Room<'a>, check: ControlCheckId, at: usize) -> Option<&'a ControlFinding> {
    room.school.checks().get(&check)?.findings.get(at)
}

fn columns(room: &Room) -> Vec<Column> {
    let lang = room.lang;
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    vec![
        column(msg::control_what(lang), ColumnKind::Text),
        column(msg::control_clause(lang), ColumnKind::Text),
        column(msg::control_responsible(lang), ColumnKind::Text),
        column(msg::control_deadline(lang), ColumnKind::Day),
        column(msg::control_state(lang), ColumnKind::Text),
    ]
}

/// The findings of a check.
pub fn table(room: &Room, check: &ControlCheck) -> Table {
    let rows = check.findings.iter().enumerate().map(|(at, finding)| row(room, check, at, finding)).collect();
    Table {
        name: msg::control_file_findings(room.lang).to_owned(),
        columns: columns(room),
        rows,
        bulk: Vec::new(),
        empty: msg::control_no_findings(room.lang).to_owned(),
    }
}

/// The open findings of all checks that are past their deadline.
pub fn late(room: &Room) -> Table {
    let all =
        room.school.checks().values().flat_map(|check| {
            check.findings.iter().enumerate().map(move |(at, finding)| (check.as_ref(), at, finding))
        });
    let late = all.filter(|(_, _, finding)| is_late(room, finding));
    Table {
        name: msg::control_file_findings(room.lang).to_owned(),
        columns: columns(room),
        rows: late.map(|(check, at, finding)| row(room, check, at, finding)).collect(),
        bulk: Vec::new(),
        empty: String::new(),
    }
}

fn is_late(room: &Room, finding: &ControlFinding) -> bool {
    finding.state == FindingState::Open && finding.deadline.is_some_and(|day| day < room.context.today)
}

fn row(room: &Room, check: &ControlCheck, at: usize, finding: &ControlFinding) -> Row {
    let lang = room.lang;
    let (id, about) = (check.id, finding.text.as_str());
    let edit = Button::new("edit-finding", msg::edit(lang), Ask::Finding(id, at)).about(about);
    let remove = Button::new("remove-finding", msg::delete(lang), Deed::RemoveFinding(id, at)).danger().about(about);
    let acts = match finding.state {
        FindingState::Open => {
            vec![Button::new("fix-finding", msg::control_fix(lang), Ask::Fix(id, at)).about(about), edit, remove]
        }
        FindingState::Fixed { .. } => {
            vec![Button::new("verify-finding", msg::control_verify(lang), Ask::Verify(id, at)).about(about), edit]
        }
        FindingState::Verified { .. } => {
            vec![Button::new("verify-finding", msg::control_reopen(lang), Ask::Verify(id, at)).about(about)]
        }
    };
    let deadline = Cell::day(finding.deadline);
    let deadline = if is_late(room, finding) {
        Cell { tone: Some(Tone::Error), note: msg::control_late(lang).to_owned(), ..deadline }
    } else {
        deadline
    };
    Row {
        key: format!("{id}:{at}"),
        cells: vec![
            Cell::text(&finding.text).note(date::short(check.on)),
            Cell::link(finding.clause.to_string(), Route::Clause(finding.clause)),
            kit::person(room, finding.responsible),
            deadline,
            check::state(lang, &finding.state),
        ],
        acts,
    }
}

/// The form of a finding.
pub fn form(room: &Room, check: ControlCheckId, at: Option<usize>) -> Form {
    let lang = room.lang;
    let finding = at.and_then(|at| find(room, check, at));
    Form {
        title: msg::control_finding(lang).to_owned(),
        clause: Some(clause!("2.2/7")),
        fields: vec![
            Field::new("finding", msg::control_finding(lang), FieldKind::Long)
                .required()
                .maybe(finding.map(|finding| finding.text.clone())),
            Field::new("clause", msg::control_finding_clause(lang), FieldKind::Search(check::clauses(room)))
                .required()
                .maybe(finding.map(|finding| finding.clause)),
            Field::new("responsible", msg::control_responsible(lang), FieldKind::Search(check::staff(room)))
                .maybe(finding.and_then(|finding| finding.responsible)),
            Field::new("deadline", msg::control_deadline(lang), FieldKind::Day)
                .maybe(finding.and_then(|finding| finding.deadline)),
        ],
        ..Form::default()
    }
}

/// Reads the form of a finding.
pub fn command(room: &Room, check: ControlCheckId, at: Option<usize>, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let text = reader.required("finding", values.get("finding"));
    let clause: Option<ClauseId> = reader.needed("clause", values.get("clause"), Problem::Choice);
    let deadline = reader.day("deadline", values.get("deadline"));
    let known = room.school.checks().get(&check);
    let (clause, known) = reader.finish(clause.zip(known))?;
    let mut check = known.as_ref().clone();
    let responsible = values.parsed("responsible");
    match at.and_then(|at| check.findings.get_mut(at)) {
        Some(finding) => {
            *finding = ControlFinding { text, clause, responsible, deadline, state: finding.state.clone() }
        }
        None => {
            check.findings.push(ControlFinding { text, clause, responsible, deadline, state: FindingState::Open });
        }
    }
    Ok(Command::Save(check.into()))
}

/// The check without a finding.
pub fn removed(room: &Room, check: ControlCheckId, at: usize) -> Result<Command, Refusal> {
    let gone = || Refusal::new(clause!("2.2/7"), Reason::MissingRecord { kind: RecordKind::ControlCheck });
    let mut check = room.school.checks().get(&check).ok_or_else(gone)?.as_ref().clone();
    if at >= check.findings.len() {
        return Err(gone());
    }
    check.findings.remove(at);
    Ok(Command::Save(check.into()))
}

/// Asks when and how a finding was mended.
pub fn fix_form(room: &Room, check: ControlCheckId, at: usize) -> Form {
    let lang = room.lang;
    Form {
        title: msg::control_fix(lang).to_owned(),
        lead: find(room, check, at).map(|finding| finding.text.clone()).unwrap_or_default(),
        clause: Some(clause!("2.2/7")),
        fields: vec![
            Field::new("on", msg::control_when(lang), FieldKind::Day).required().value(room.context.today),
            Field::new("note", msg::control_how(lang), FieldKind::Long),
        ],
        ..Form::default()
    }
}

/// Reads that a finding was mended.
pub fn fix(check: ControlCheckId, at: usize, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let on = reader.finish(on)?;
    let step = FindingStep::Fix { on, note: tidy(values.get("note")) };
    Ok(Command::from(MoveFinding { check, at, step }))
}

/// Asks whether a finding was mended indeed.
pub fn verify_form(room: &Room, check: ControlCheckId, at: usize, values: &Values) -> Form {
    let lang = room.lang;
    let finding = find(room, check, at);
    let is_fixed = finding.is_some_and(|finding| matches!(finding.state, FindingState::Fixed { .. }));
    let outcomes = vec![
        ("mended".to_owned(), msg::control_mended(lang).to_owned()),
        ("open".to_owned(), msg::control_not_mended(lang).to_owned()),
    ];
    let outcomes = if is_fixed { outcomes } else { outcomes.into_iter().skip(1).collect() };
    let first = if is_fixed { "mended" } else { "open" };
    let outcome = values.typed("outcome").unwrap_or(first).to_owned();
    let responsible = finding.and_then(|finding| finding.responsible);
    let others = check::administration(room).into_iter();
    let others = others.filter(|(id, _)| responsible.is_none_or(|person| *id != person.to_string())).collect();
    let mut fields =
        vec![Field::new("outcome", msg::control_outcome(lang), FieldKind::Choice(outcomes)).required().value(&outcome)];
    if outcome == "mended" {
        fields.push(Field::new("on", msg::control_when(lang), FieldKind::Day).required().value(room.context.today));
        fields.push(
            Field::new("by", msg::control_verifier(lang), FieldKind::Search(others))
                .required()
                .hint(msg::control_verifier_hint(lang)),
        );
    } else {
        fields.push(
            Field::new("deadline", msg::control_deadline(lang), FieldKind::Day)
                .maybe(finding.and_then(|finding| finding.deadline)),
        );
    }
    Form {
        title: msg::control_verify(lang).to_owned(),
        lead: finding.map(|finding| finding.text.clone()).unwrap_or_default(),
        clause: Some(clause!("2.2/7")),
        fields,
        ..Form::default()
    }
}

/// Reads whether a finding was mended indeed.
pub fn verify(check: ControlCheckId, at: usize, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let step = if values.get("outcome") == "mended" {
        let on = reader.needed_day("on", values.get("on"));
        let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
        on.zip(by).map(|(on, by)| FindingStep::Verify { on, by })
    } else {
        Some(FindingStep::Reopen { deadline: reader.day("deadline", values.get("deadline")) })
    };
    let step = reader.finish(step)?;
    Ok(Command::from(MoveFinding { check, at, step }))
}
