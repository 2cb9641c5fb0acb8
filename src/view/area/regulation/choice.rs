//! How the school reads what is unclear: open cells and oddities, the choice with its effect, the way back to the default.

use std::sync::Arc;

use super::Ask;
use super::clause::deciding;
use crate::clause;
use crate::domain::{Command, Interpretation};
use crate::plan::register::{Effect, Interpret, effects, open_cells, touched};
use crate::regulation::{CellId, Oddity, Stance};
use crate::text::{Lang, date, decision, msg};
use crate::view::explanation::record_of;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{
    Body, Card, Cell, Column, ColumnKind, Figure, Filter, FilterKind, Page, Row, Section, Table, Tone,
};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// The most people that a preview names.
const NAMED: usize = 8;

/// Fills the page with the open cells.
pub(super) fn cells(room: &Room, page: &mut Page) {
    let lang = room.lang;
    let wanted = room.query.get("decided");
    let all: Vec<CellId> = open_cells(room.regulation).collect();
    let is_decided = |cell: &&CellId| record_of(room.school, cell).is_some();
    let decided = all.iter().filter(is_decided).count() as u64;
    let shown: Vec<CellId> = all
        .iter()
        .filter(|cell| match wanted {
            "yes" => is_decided(cell),
            "no" => !is_decided(cell),
            _ => true,
        })
        .cloned()
        .collect();
    let choices =
        [("", msg::register_any(lang)), ("no", msg::register_undecided(lang)), ("yes", msg::register_decided(lang))];
    page.filters = vec![Filter {
        id: "decided",
        label: msg::register_choice(lang).to_owned(),
        kind: FilterKind::Choice(choices.map(|(value, name)| (value.to_owned(), name.to_owned())).to_vec()),
        value: wanted.to_owned(),
    }];
    let figure = Figure {
        label: msg::register_decided(lang).into(),
        value: decided,
        of: Some(all.len() as u64),
        note: msg::register_defaults_hold(lang).into(),
        href: None,
        tone: Tone::Plain,
    };
    page.sections = vec![
        Section::new("figures", "", Body::Figures(vec![figure])),
        Section::new("cells", msg::register_cells(lang), Body::Table(table(room, &shown)))
            .note(msg::register_cells_note(lang)),
    ];
}

/// A table of open cells: what is asked, what holds, what the school decided.
pub(super) fn table(room: &Room, cells: &[CellId]) -> Table {
    let lang = room.lang;
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    Table {
        name: msg::register_cells(lang).into(),
        columns: vec![
            column(msg::register_question(lang), ColumnKind::Text),
            column(msg::register_role(lang), ColumnKind::Text),
            column(msg::register_clauses(lang), ColumnKind::Text),
            column(msg::register_default(lang), ColumnKind::Text),
            column(msg::register_choice(lang), ColumnKind::Text),
            column(msg::register_why(lang), ColumnKind::Text),
        ],
        rows: cells.iter().filter_map(|cell| cell_row(room, cell)).collect(),
        bulk: Vec::new(),
        empty: msg::register_no_cells(lang).into(),
    }
}

fn cell_row(room: &Room, id: &CellId) -> Option<Row> {
    let lang = room.lang;
    let cell = room.regulation.cell(id.action, &id.role)?;
    let action = decision::action_name(lang, room.regulation, id.action);
    let role = decision::role_title(lang, room.regulation, &id.role);
    let record = record_of(room.school, id);
    let default = if cell.inherited && cell.default.is_none() {
        msg::cell_inherited(lang)
    } else {
        decision::stance(lang, cell.default.unwrap_or(Stance::Allow))
    };
    let note = cell.note.as_ref().map(|note| decision::said(lang, note).to_owned()).unwrap_or_default();
    let clause = cell.clauses.first().map(|clause| Route::Clause(*clause).to_string());
    let (choice, why) = chosen(lang, record.as_deref());
    let about = format!("{action}: {role}");
    Some(Row {
        key: id.question(),
        cells: vec![
            Cell { sort: Some(i64::from(id.action.0)), ..Cell::text(format!("{}. {action}", id.action)).note(note) },
            Cell::text(role),
            Cell { href: clause, ..Cell::text(decision::clause_list(&cell.clauses)) },
            Cell::text(default),
            choice,
            why,
        ],
        acts: deciding(room, Ask::Cell(id.clone()), vec![id.question()], &about),
    })
}

/// What the school chose, and why: who, when, the reason.
fn chosen(lang: Lang, record: Option<&Interpretation>) -> (Cell, Cell) {
    let Some(record) = record else {
        return (Cell::badge(msg::register_undecided(lang), Tone::Plain), Cell::default());
    };
    let choice = match Stance::from_choice(&record.choice) {
        Some(stance) => decision::stance(lang, stance),
        None => msg::register_own_reading(lang),
    };
    let day = date::short(record.decided_on);
    let who = if record.decided_by.is_empty() { day } else { format!("{day}, {}", record.decided_by) };
    (Cell::badge(choice, Tone::Info).note(who), Cell::text(&record.note))
}

/// The school's record about an oddity.
fn record_of_oddity(room: &Room, number: u16) -> Option<Arc<Interpretation>> {
    let question = Oddity::question(number);
    let records = room.school.interpretations().values().filter(|record| record.question == question);
    records.max_by_key(|record| (record.decided_on, record.id)).cloned()
}

/// Fills the page with the oddities.
pub(super) fn oddities(room: &Room, page: &mut Page) {
    let cards = room.regulation.oddities().iter().map(|oddity| oddity_card(room, oddity)).collect();
    page.sections = vec![
        Section::new("oddities", msg::register_oddities(room.lang), Body::Cards(cards))
            .note(msg::register_oddities_note(room.lang)),
    ];
}

/// A card of an oddity: what is odd, how the app reads it, what the school decided.
pub(super) fn oddity_card(room: &Room, oddity: &Oddity) -> Card {
    let lang = room.lang;
    let record = record_of_oddity(room, oddity.number);
    let cells = touched(room.regulation, oddity.number);
    let title = msg::register_oddity(lang, &oddity.number.to_string(), &decision::clause_list(&oddity.clauses));
    let mut lines = vec![
        decision::said(lang, &oddity.text).to_owned(),
        msg::oddity_reading(lang, decision::said(lang, &oddity.interpretation)),
    ];
    if !cells.is_empty() {
        lines.push(msg::register_oddity_cells(lang, cells.len() as u64));
    }
    let badge = match &record {
        Some(record) => {
            let (choice, why) = chosen(lang, Some(record));
            lines.push(format!("{} {}", choice.note, why.text).trim().to_owned());
            (choice.text, Tone::Info)
        }
        None => (msg::register_default_reading(lang).to_owned(), Tone::Plain),
    };
    let mut questions = vec![Oddity::question(oddity.number)];
    questions.extend(cells.iter().map(CellId::question));
    Card {
        acts: deciding(room, Ask::Oddity(oddity.number), questions, &title),
        title,
        href: oddity.clauses.first().map(|clause| Route::Clause(*clause).to_string()),
        badge: Some(badge),
        lines,
        clause: oddity.clauses.first().copied(),
    }
}

fn stances(lang: Lang) -> Vec<Choice> {
    [Stance::Allow, Stance::Deny]
        .map(|stance| (stance.choice().to_owned(), decision::stance(lang, stance).to_owned()))
        .to_vec()
}

/// The fields that every choice asks: when, who, why.
fn grounds(room: &Room, record: Option<&Interpretation>) -> Vec<Field> {
    let lang = room.lang;
    // A choice of a later day would not show: outside of a school year the plan is not shown as of today.
    let on = record.map_or(room.context.today.min(room.index.day), |record| record.decided_on);
    let by = record.map_or(room.context.author.name.as_str(), |record| record.decided_by.as_str());
    vec![
        Field::new("on", msg::choice_on(lang), FieldKind::Day).value(on).required(),
        Field::new("by", msg::choice_by(lang), FieldKind::Text).value(by).required(),
        Field::new("note", msg::choice_note(lang), FieldKind::Long).maybe(record.map(|record| &record.note)).required(),
    ]
}

/// Asks how the school reads a cell, and shows what that changes.
pub(super) fn cell_form(room: &Room, cell: &CellId, values: &Values) -> Form {
    let lang = room.lang;
    let record = record_of(room.school, cell);
    let begin = record.as_ref().and_then(|record| Stance::from_choice(&record.choice)).unwrap_or(Stance::Allow);
    let mut fields = vec![
        Field::new("choice", msg::choice_answer(lang), FieldKind::Choice(stances(lang)))
            .value(begin.choice())
            .required(),
    ];
    fields.extend(grounds(room, record.as_deref()));
    let mut form = Form {
        title: decision::question(lang, room.regulation, &cell.question()).unwrap_or_default(),
        lead: msg::register_choice_lead(lang).into(),
        clause: Some(clause!("4.3")),
        fields,
        ..Form::default()
    };
    let stance = Stance::from_choice(values.over(&form).get("choice"));
    form.preview = vec![preview(room, &[(cell.clone(), stance)])];
    form
}

/// What choices would change, cell by cell, with names.
fn preview(room: &Room, choices: &[(CellId, Option<Stance>)]) -> Section {
    let lang = room.lang;
    let found = effects(room.school, room.regulation, choices, room.index.day);
    let body = if found.is_empty() {
        Body::Notice(Tone::Info, msg::choice_effect_same(lang).into())
    } else {
        Body::Prose(found.iter().flat_map(|effect| effect_lines(room, effect)).collect())
    };
    Section::new("effect", msg::register_effect(lang), body)
}

fn effect_lines(room: &Room, effect: &Effect) -> Vec<String> {
    let lang = room.lang;
    let question = decision::question(lang, room.regulation, &effect.cell.question()).unwrap_or_default();
    let (before, after) = (decision::verdict(lang, effect.before), decision::verdict(lang, effect.after));
    let names = |people: &[crate::domain::PersonId]| {
        let named: Vec<String> = people.iter().take(NAMED).map(|id| room.school.person_name(*id)).collect();
        let more = people.len().saturating_sub(NAMED);
        if more == 0 { named.join(", ") } else { format!("{} {}", named.join(", "), msg::why_more(lang, more as u64)) }
    };
    let mut lines = vec![msg::register_effect_line(lang, after, before, &question)];
    if !effect.gains.is_empty() {
        lines.push(msg::register_gains(lang, &names(&effect.gains)));
    }
    if !effect.loses.is_empty() {
        lines.push(msg::register_loses(lang, &names(&effect.loses)));
    }
    lines
}

/// When, who, why.
struct Grounds {
    on: chrono::NaiveDate,
    by: String,
    note: String,
}

impl Grounds {
    fn read(reader: &mut Reader, values: &Values) -> Option<Self> {
        let on = reader.needed_day("on", values.get("on"));
        let by = reader.required("by", values.get("by"));
        let note = reader.required("note", values.get("note"));
        Some(Self { on: on?, by, note })
    }

    fn answer(&self, room: &Room, making: &mut Making, question: String, choice: &str) -> Interpretation {
        let known = room.school.interpretations().values().find(|row| row.question == question);
        Interpretation {
            id: known.map_or_else(|| making.ids.fresh(), |row| row.id),
            question,
            choice: choice.to_owned(),
            decided_on: self.on,
            decided_by: self.by.clone(),
            note: self.note.clone(),
        }
    }
}

/// Reads how the school reads a cell.
pub(super) fn cell_command(
    room: &Room,
    cell: &CellId,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let Some(stance) = Stance::from_choice(values.get("choice")) else {
        reader.fault("choice", Problem::Choice);
        return reader.finish(None);
    };
    let choice = Grounds::read(&mut reader, values)
        .map(|grounds| grounds.answer(room, making, cell.question(), stance.choice()));
    reader.finish(choice.map(|choice| Interpret { choices: vec![choice] }.into()))
}

/// Asks how the school reads an oddity; where it touches open cells, also what holds there.
pub(super) fn oddity_form(room: &Room, number: u16, values: &Values) -> Form {
    let lang = room.lang;
    let record = record_of_oddity(room, number);
    let oddity = room.regulation.oddities().iter().find(|oddity| oddity.number == number);
    let cells = touched(room.regulation, number);
    let mut fields = grounds(room, record.as_deref());
    if !cells.is_empty() {
        let mut entries = vec![(String::new(), msg::register_cells_keep(lang).to_owned())];
        entries.extend(stances(lang));
        fields.push(
            Field::new("cells", msg::register_cells_choice(lang), FieldKind::Choice(entries))
                .hint(msg::register_oddity_cells(lang, cells.len() as u64)),
        );
    }
    let said = |oddity: &Oddity| {
        let (text, reading) = (decision::said(lang, &oddity.text), decision::said(lang, &oddity.interpretation));
        format!("{text} {}", msg::oddity_reading(lang, reading))
    };
    let clauses = oddity.map(|oddity| decision::clause_list(&oddity.clauses)).unwrap_or_default();
    let mut form = Form {
        title: msg::register_oddity(lang, &number.to_string(), &clauses),
        lead: oddity.map(said).unwrap_or_default(),
        clause: Some(clause!("4.3")),
        fields,
        ..Form::default()
    };
    if let Some(stance) = Stance::from_choice(values.get("cells")) {
        let choices: Vec<(CellId, Option<Stance>)> = cells.into_iter().map(|cell| (cell, Some(stance))).collect();
        form.preview = vec![preview(room, &choices)];
    }
    form
}

/// Reads how the school reads an oddity.
pub(super) fn oddity_command(
    room: &Room,
    number: u16,
    values: &Values,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let mut questions = vec![(Oddity::question(number), Oddity::OWN)];
    if let Some(stance) = Stance::from_choice(values.get("cells")) {
        questions.extend(touched(room.regulation, number).iter().map(|cell| (cell.question(), stance.choice())));
    }
    let grounds = Grounds::read(&mut reader, values);
    let choices = grounds.map(|grounds| {
        questions.into_iter().map(|(question, choice)| grounds.answer(room, making, question, choice)).collect()
    });
    reader.finish(choices.map(|choices| Interpret { choices }.into()))
}
