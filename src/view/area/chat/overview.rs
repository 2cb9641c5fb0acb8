//! Plan and reality by clause, and every required chat with what it needs.

use super::filter::Narrow;
use super::{Ask, key, person, row};
use crate::clause;
use crate::plan::chat::ChatTurn;
use crate::plan::{Coverage, RequiredChat};
use crate::text::decision::said;
use crate::text::msg;
use crate::view::page::{Body, Button, Cell, Figure, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// The tab of the plan.
pub fn sections(room: &Room) -> (Vec<Section>, Vec<Button>) {
    let narrow = Narrow::of(room);
    if room.index.classes.is_empty() && room.school.positions().is_empty() {
        return (vec![nothing(room)], Vec::new());
    }
    if let Some(id) = narrow.person {
        return (person::sections(room, id), Vec::new());
    }
    let coverage = room.plan.coverage(room.school);
    (vec![figures(room, &coverage), by_clause(room, &coverage), chats(room, &narrow)], Vec::new())
}

fn nothing(room: &Room) -> Section {
    let lang = room.lang;
    let acts = vec![
        Button::new("to-structure", msg::chats_empty_structure(lang), Route::Structure),
        Button::new("to-import", msg::chats_empty_import(lang), Route::Import).primary(),
    ];
    let (title, text) = (msg::chats_empty_title(lang).to_owned(), msg::chats_empty_text(lang).to_owned());
    Section::new("empty", "", Body::Empty { title, text, acts })
}

fn at(room: &Room, pairs: &[(&str, &str)]) -> String {
    let query = pairs.iter().fold(room.query.with("tab", ""), |query, (key, value)| query.with(key, value));
    query.address(&Route::Chats)
}

fn figures(room: &Room, coverage: &[Coverage]) -> Section {
    let lang = room.lang;
    let Some(all) = coverage.iter().cloned().reduce(|sum, row| sum.plus(&row)) else {
        return Section::new("figures", "", Body::Figures(Vec::new()));
    };
    let figure = |label: &str, value: usize, of: Option<usize>, href, is_wrong: bool| Figure {
        label: label.to_owned(),
        value: value as u64,
        of: of.map(|of| of as u64),
        note: String::new(),
        href,
        tone: if is_wrong && value > 0 { Tone::Warning } else { Tone::Plain },
    };
    let steps = all.missing + all.extra + all.misroled;
    let checklist = |step| Some(room.query.with("tab", "checklist").with("step", step).address(&Route::Chats));
    let asked = all.required - all.excused;
    let figures = vec![
        figure(msg::chats_figure_live(lang), all.live, Some(asked), Some(at(room, &[("state", "live")])), false),
        figure(msg::chats_figure_create(lang), all.to_create(), None, Some(at(room, &[("state", "create")])), true),
        figure(msg::chats_figure_rename(lang), all.rename, None, checklist("rename"), true),
        figure(msg::chats_figure_owner(lang), all.change_owner, None, checklist("owner"), true),
        Figure {
            note: msg::chats_figure_members_note(lang, &all.checked.to_string(), &all.live.to_string()),
            ..figure(msg::chats_figure_members(lang), steps, None, checklist(""), true)
        },
        figure(msg::chats_figure_archive(lang), past(room), None, checklist("archive"), true),
        Figure {
            note: msg::chats_figure_apart_note(lang).to_owned(),
            ..figure(msg::chats_figure_apart(lang), all.apart, None, None, false)
        },
    ];
    Section::new("figures", "", Body::Figures(figures))
}

/// How many recorded chats are to be put away.
pub fn past(room: &Room) -> usize {
    room.plan.unrequired().iter().filter(|(chat, _)| room.plan.is_past(*chat)).count()
}

fn by_clause(room: &Room, coverage: &[Coverage]) -> Section {
    let lang = room.lang;
    let columns = vec![
        row::words(msg::chats_column_clause(lang)),
        row::words(msg::chats_column_rule(lang)),
        row::numbers(msg::chats_column_required(lang)),
        row::numbers(msg::chats_column_live(lang)),
        row::numbers(msg::chats_column_to_create(lang)),
        row::numbers(msg::chats_column_excused(lang)),
        row::numbers(msg::chats_column_rename(lang)),
        row::numbers(msg::chats_column_change_owner(lang)),
        row::numbers(msg::chats_column_checked(lang)),
        row::numbers(msg::chats_column_add(lang)),
        row::numbers(msg::chats_column_remove(lang)),
        row::numbers(msg::chats_column_mend(lang)),
        row::numbers(msg::chats_column_apart(lang)),
    ];
    let rows = coverage.iter().map(|of| {
        let title = room.regulation.chat_rule(&of.rule).map_or(of.rule.0.as_str(), |rule| said(lang, &rule.title));
        let number = |count: usize| Cell::number(count as u64);
        let href = Some(at(room, &[("rule", of.rule.0.as_str())]));
        let clause = Cell::link(of.clause.to_string(), Route::Clause(of.clause));
        let cells = vec![
            clause,
            Cell { href, ..Cell::text(title) },
            number(of.required),
            number(of.live),
            number(of.to_create()),
            number(of.excused),
            number(of.rename),
            number(of.change_owner),
            number(of.checked),
            number(of.missing),
            number(of.extra),
            number(of.misroled),
            number(of.apart),
        ];
        Row { key: of.rule.0.clone(), cells, acts: Vec::new() }
    });
    let table = Table {
        name: msg::chats_file_clauses(lang).to_owned(),
        columns,
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: String::new(),
    };
    Section::new("clauses", msg::chats_by_clause(lang), Body::Table(table))
        .note(msg::chats_by_clause_note(lang))
        .clause(clause!("1.6"))
}

fn chats(room: &Room, narrow: &Narrow) -> Section {
    let lang = room.lang;
    let all = room.plan.required().iter().map(AsRef::as_ref);
    let shown: Vec<&RequiredChat> = all.filter(|chat| narrow.has(room, chat)).collect();
    let table = Table {
        name: msg::chats_file_plan(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_chat(lang)),
            row::words(msg::chats_column_class(lang)),
            row::words(msg::chats_column_clause(lang)),
            row::words(msg::chats_column_owner(lang)),
            row::words(msg::chats_column_state(lang)),
            row::numbers(msg::chats_column_members(lang)),
            row::numbers(msg::chats_column_steps(lang)),
        ],
        rows: shown.iter().map(|chat| required_row(room, chat)).collect(),
        bulk: vec![
            Button::new("create-chosen", msg::chats_create_chosen(lang), Ask::CreateChosen).primary(),
            Button::new("excuse-chosen", msg::chats_excuse_chosen(lang), Ask::ExcuseChosen),
            Button::new("equip-chosen", msg::chats_equip_chosen(lang), Ask::EquipChosen),
            Button::new("use-chosen", msg::chats_use_chosen(lang), Ask::TurnChosen(ChatTurn::Use)),
            Button::new("read-only-chosen", msg::chats_read_only_chosen(lang), Ask::TurnChosen(ChatTurn::ReadOnly)),
            Button::new("archive-chosen", msg::chats_archive_chosen(lang), Ask::TurnChosen(ChatTurn::Archive)).danger(),
        ],
        empty: msg::chats_none_fit(lang).to_owned(),
    };
    Section::new("required", msg::chats_required(lang), Body::Table(table)).note(msg::chats_required_note(lang))
}

fn required_row(room: &Room, required: &RequiredChat) -> Row {
    let lang = room.lang;
    let chat = required.record.and_then(|id| room.school.chats().get(&id)).map(AsRef::as_ref);
    let title = room.regulation.chat_rule(&required.rule).map_or("", |rule| said(lang, &rule.title));
    let name = row::name(room, required);
    let first = match chat {
        Some(chat) => row::link(room, chat),
        None => Cell::text(name).note(title),
    };
    let owner = match chat.filter(|chat| chat.state.is_live()) {
        Some(chat) => row::person(room, chat.owner),
        None => row::person(room, required.owner),
    };
    let owner = if owner.text.is_empty() { Cell::badge(msg::chats_vacant(lang), Tone::Warning) } else { owner };
    let members = Cell::number(required.size as u64);
    let members =
        if required.apart > 0 { members.note(msg::chats_apart_count(lang, required.apart as u64)) } else { members };
    let steps = chat.map_or(usize::from(chat.is_none()), |chat| room.plan.difference(chat).steps());
    let cells = vec![
        first,
        row::place(room, &required.scope),
        Cell::text(required.clause.to_string()),
        owner,
        row::state(room, chat),
        members,
        Cell::number(steps as u64),
    ];
    Row { key: key::of(&required.rule, &required.scope), cells, acts: acts(room, required, name) }
}

fn acts(room: &Room, required: &RequiredChat, name: &str) -> Vec<Button> {
    let lang = room.lang;
    let chat = required.record.and_then(|id| room.school.chats().get(&id));
    if let Some(chat) = chat.filter(|chat| chat.state.is_live()) {
        return vec![Button::new("open", msg::chats_open(lang), Route::Chat(chat.id)).about(name)];
    }
    let (rule, scope) = (required.rule.clone(), required.scope.clone());
    let create = Button::new("create", msg::chats_create(lang), Ask::Create(rule.clone(), scope.clone())).about(name);
    if chat.is_some_and(|chat| matches!(chat.state, crate::domain::ChatState::NotRequired { .. })) {
        return vec![create];
    }
    vec![create, Button::new("excuse", msg::chats_excuse(lang), Ask::Excuse(rule, scope)).about(name)]
}
