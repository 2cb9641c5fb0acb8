//! The change of the year: what is decided, what it would do, and what stands against it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use super::preview::class_name;
use super::record::named;
use super::{Ask, Deed};
use crate::clause;
use crate::domain::{ClassId, ClassLabel, Command, IdSource};
use crate::plan::rollover::{
    Choices, ClassRow, Proposal, Rollover, chats_of_past_years, may_leave, propose, successors,
};
use crate::text::{movement as words, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Figure, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::structure;

/// What the tab shows: where the school stands, and what is left of years that are over.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let year = room.index.year.and_then(|id| room.school.years().get(&id));
    let Some(year) = year else {
        let body = Body::Empty {
            title: msg::rollover_no_year(lang).to_owned(),
            text: msg::rollover_no_year_text(lang).to_owned(),
            acts: vec![Button::new(
                "structure",
                msg::rollover_to_structure(lang),
                crate::view::route::Route::Structure,
            )],
        };
        return vec![Section::new("rollover", msg::movement_tab_rollover(lang), body)];
    };
    let figure = |label: &str, value: usize| Figure {
        label: label.to_owned(),
        value: value as u64,
        of: None,
        note: String::new(),
        href: None,
        tone: Tone::Plain,
    };
    let figures = vec![
        figure(msg::rollover_classes(lang), room.index.classes.len()),
        figure(msg::rollover_students(lang), room.index.student_count()),
    ];
    let begin = Button::new("rollover", msg::rollover_begin(lang), Ask::Rollover).primary();
    let mut sections = vec![
        Section::new("rollover", msg::rollover_title(lang, &year.label()), Body::Figures(figures))
            .note(msg::rollover_note(lang))
            .clause(clause!("2.1/11"))
            .acts(vec![begin]),
    ];
    let past = chats_of_past_years(room.school, room.context.today).len();
    if past > 0 {
        let archive = Button::new("archive-chats", msg::rollover_archive(lang), Deed::ArchiveChats);
        let body = Body::Notice(Tone::Warning, msg::rollover_past_chats(lang, past as u64));
        sections.push(Section::new("past-chats", msg::rollover_past(lang), body).acts(vec![archive]));
    }
    sections
}

/// The same day a year later; 29 February becomes 28.
fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(chrono::Months::new(12)).unwrap_or(day)
}

/// The form with the proposal as it would be.
pub fn form(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let mut form = Form {
        title: msg::movement_tab_rollover(lang).to_owned(),
        lead: msg::rollover_lead(lang).to_owned(),
        clause: Some(clause!("2.1/11")),
        submit: msg::rollover_submit(lang).to_owned(),
        fields: fields(room),
        ..Form::default()
    };
    let values = values.over(&form);
    match read(room, &values) {
        Ok(choices) => {
            let proposal = propose(room.school, room.index, choices);
            if !proposal.is_ready() {
                form.refused = Some(msg::rollover_not_ready(lang).to_owned());
            }
            form.preview = preview(room, &proposal);
        }
        Err(_) => form.refused = Some(msg::rollover_unread(lang).to_owned()),
    }
    form
}

fn fields(room: &Room) -> Vec<Field> {
    let lang = room.lang;
    let year = room.index.year.and_then(|id| room.school.years().get(&id));
    let flag = |id, label: &'static str| Field::new(id, label, FieldKind::Flag).value("yes");
    let day =
        |id, label: &'static str, day: Option<NaiveDate>| Field::new(id, label, FieldKind::Day).maybe(day).required();
    let first: Vec<ClassLabel> = room
        .index
        .classes
        .iter()
        .filter_map(|id| room.school.classes().get(id)?.label().cloned())
        .filter(|label| label.grade() == 1)
        .collect();
    vec![
        day("from", msg::rollover_from(lang), year.map(|year| next(year.from))),
        day("to", msg::rollover_to(lang), year.map(|year| next(year.to))),
        Field::new("successors", msg::rollover_successors(lang), FieldKind::Long)
            .hint(msg::rollover_successors_hint(lang))
            .value(mapping(room, &successors(room.school, room.index))),
        Field::new("first", msg::rollover_first(lang), FieldKind::Text)
            .hint(msg::rollover_first_hint(lang))
            .value(structure::to_text(&first)),
        Field::new(
            "repeaters",
            msg::rollover_repeaters(lang),
            FieldKind::Many(named(room, room.index.class_of.keys().copied())),
        )
        .hint(msg::rollover_repeaters_hint(lang)),
        Field::new(
            "leavers",
            msg::rollover_leavers(lang),
            FieldKind::Many(named(room, may_leave(room.school, room.index))),
        )
        .hint(msg::rollover_leavers_hint(lang)),
        flag("homerooms", msg::rollover_homerooms(lang)),
        flag("load", msg::rollover_load(lang)),
        flag("members", msg::rollover_members(lang)),
        Field::new("order", msg::movement_order(lang), FieldKind::Search(choice::orders(room.school))),
    ]
}

/// What each class turns into, a line each: «7А → 8А», «11А → нет».
fn mapping(room: &Room, successors: &BTreeMap<ClassId, ClassLabel>) -> String {
    let mut text = String::new();
    for class in room.index.classes.iter() {
        let to = successors.get(class).map_or_else(|| "–".to_owned(), ToString::to_string);
        let _ = writeln!(text, "{} → {to}", room.school.class_name(*class));
    }
    text.trim_end().to_owned()
}

/// Reads the lines; a class that is not named keeps what it would turn into by itself.
fn read_mapping(room: &Room, text: &str) -> Option<BTreeMap<ClassId, ClassLabel>> {
    let mut all = successors(room.school, room.index);
    let own: BTreeMap<ClassLabel, ClassId> = room
        .index
        .classes
        .iter()
        .filter_map(|id| Some((room.school.classes().get(id)?.label()?.clone(), *id)))
        .collect();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (from, to) = ["→", "->", "—", "="].into_iter().find_map(|arrow| line.split_once(arrow))?;
        let class = *own.get(&from.trim().parse::<ClassLabel>().ok()?)?;
        let to = to.trim();
        if to.is_empty() || to.chars().all(|c| matches!(c, '-' | '–' | '—')) {
            all.remove(&class);
        } else {
            all.insert(class, to.parse().ok()?);
        }
    }
    Some(all)
}

fn read(room: &Room, values: &Values) -> Result<Choices, Vec<Fault>> {
    let mut reader = Reader::default();
    let from = reader.needed_day("from", values.get("from"));
    let to = reader.needed_day("to", values.get("to"));
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        reader.fault("to", Problem::Backwards);
    }
    let successors = read_mapping(room, values.get("successors"));
    if successors.is_none() {
        reader.fault("successors", Problem::Class);
    }
    let first = structure::parse(values.get("first"));
    if !first.faults.is_empty() {
        reader.fault("first", Problem::Class);
    }
    let days = from.zip(to).zip(successors);
    let ((from, to), successors) = reader.finish(days)?;
    let leavers: BTreeSet<_> = values.many("leavers").collect();
    Ok(Choices {
        from,
        to,
        successors,
        repeaters: values.many("repeaters").collect(),
        leavers,
        first: first.labels,
        carries_homerooms: values.is("homerooms"),
        copies_load: values.is("load"),
        keeps_members: values.is("members"),
        order: values.parsed("order"),
    })
}

/// The act.
pub fn command(room: &Room, values: &Values, ids: &mut IdSource) -> Result<Command, Vec<Fault>> {
    let choices = read(room, values)?;
    let proposal = propose(room.school, room.index, choices);
    if !proposal.is_ready() {
        return Err(vec![Fault { field: "successors", problem: Problem::Class }]);
    }
    Ok(Command::from(Rollover::new(room.school, room.index, &proposal, room.context.today, ids)))
}

fn preview(room: &Room, proposal: &Proposal) -> Vec<Section> {
    let lang = room.lang;
    let (moving, repeating, leaving) = proposal.counts();
    let figure = |label: &str, value: usize, note: String| Figure {
        label: label.to_owned(),
        value: value as u64,
        of: None,
        note,
        href: None,
        tone: Tone::Plain,
    };
    let chats_note = if proposal.choices.from.pred_opt().is_some_and(|close| close <= room.context.today) {
        msg::rollover_chats_now(lang)
    } else {
        msg::rollover_chats_later(lang)
    };
    let none = String::new;
    let figures = vec![
        figure(msg::rollover_moving(lang), moving, none()),
        figure(msg::rollover_repeating(lang), repeating, none()),
        figure(msg::rollover_leaving(lang), leaving, none()),
        figure(msg::rollover_lines(lang), proposal.lines, none()),
        figure(msg::rollover_chats(lang), proposal.chats, chats_note.to_owned()),
    ];
    let year = crate::text::date::school_year(proposal.choices.from.year());
    let mut sections = vec![Section::new("figures", msg::rollover_into(lang, &year), Body::Figures(figures))];
    if !proposal.problems.is_empty() {
        let lines = proposal.problems.iter().map(|problem| words::problem(lang, room.school, problem)).collect();
        sections.insert(0, Section::new("problems", msg::rollover_problems(lang), Body::Prose(lines)));
    }
    sections.push(Section::new("classes", msg::rollover_classes(lang), Body::Table(classes(room, proposal))));
    sections
}

fn classes(room: &Room, proposal: &Proposal) -> Table {
    let lang = room.lang;
    let text = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let number = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Number };
    let row = |row: &ClassRow| Row {
        key: row.from.map(|id| id.to_string()).or(row.to.as_ref().map(ToString::to_string)).unwrap_or_default(),
        cells: vec![
            Cell::text(row.from.map(|id| class_name(lang, room.school, id)).unwrap_or_default()),
            Cell::text(row.to.as_ref().map_or_else(|| msg::rollover_ends(lang).to_owned(), ToString::to_string)),
            Cell::number(row.moving.len() as u64),
            Cell::number(row.repeating.len() as u64),
            Cell::number(row.leaving.len() as u64),
            Cell::text(row.teacher.map(|id| room.school.person_name(id)).unwrap_or_default()),
        ],
        acts: Vec::new(),
    };
    Table {
        name: msg::movement_tab_rollover(lang).to_owned(),
        columns: vec![
            text(msg::rollover_this(lang)),
            text(msg::rollover_next(lang)),
            number(msg::rollover_moving(lang)),
            number(msg::rollover_repeating(lang)),
            number(msg::rollover_leaving(lang)),
            text(msg::structure_teacher(lang)),
        ],
        rows: proposal.rows.iter().map(row).collect(),
        bulk: Vec::new(),
        empty: String::new(),
    }
}
