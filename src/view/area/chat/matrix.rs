//! «План → чаты»: every subject of a parallel in every class of it, with the state of its chat (1.6).

use std::collections::{BTreeMap, BTreeSet};

use super::row;
use crate::clause;
use crate::domain::{ChatScope, ClassId, SubjectId};
use crate::plan::RequiredChat;
use crate::regulation::ChatEach;
use crate::text::msg;
use crate::view::form::Choice;
use crate::view::page::{Body, Button, Cell, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// The parallels of the year.
pub fn grades(room: &Room) -> Vec<Choice> {
    let grades: BTreeSet<u8> = room.index.classes.iter().filter_map(|class| grade(room, *class)).collect();
    grades.iter().map(|grade| (grade.to_string(), msg::chats_grade(room.lang, &grade.to_string()))).collect()
}

fn grade(room: &Room, class: ClassId) -> Option<u8> {
    room.school.classes().get(&class)?.label().map(crate::domain::ClassLabel::grade)
}

/// The tab of the matrix: one parallel at a time, the first where none is chosen.
pub fn sections(room: &Room) -> (Vec<Section>, Vec<Button>) {
    let lang = room.lang;
    let first = room.index.classes.first().and_then(|class| grade(room, *class));
    let Some(chosen) = room.query.get("grade").parse().ok().or(first) else {
        let (title, text) = (msg::chats_empty_title(lang).to_owned(), msg::chats_empty_text(lang).to_owned());
        let acts = vec![Button::new("to-load", msg::chats_empty_load(lang), Route::Load)];
        return (vec![Section::new("matrix", "", Body::Empty { title, text, acts })], Vec::new());
    };
    let classes: Vec<ClassId> =
        room.index.classes.iter().filter(|class| grade(room, **class) == Some(chosen)).copied().collect();
    let mut cells: BTreeMap<(SubjectId, ClassId), Vec<&RequiredChat>> = BTreeMap::new();
    for chat in room.plan.required().iter().filter(|chat| chat.class.is_some_and(|class| classes.contains(&class))) {
        if let ChatScope::Subject { class, subject, .. } = &chat.scope {
            cells.entry((*subject, *class)).or_default().push(chat);
        }
    }
    let collapsed: BTreeSet<(SubjectId, ClassId)> = room
        .plan
        .collapsed()
        .iter()
        .filter_map(|scope| match scope {
            ChatScope::Subject { class, subject, .. } => Some((*subject, *class)),
            _ => None,
        })
        .collect();
    let taught: BTreeSet<SubjectId> = cells.keys().chain(&collapsed).map(|(subject, _)| *subject).collect();
    let mut subjects: Vec<Choice> = crate::view::choice::subjects(room.school);
    subjects.retain(|(id, _)| id.parse().is_ok_and(|id| taught.contains(&id)));
    let rows = subjects.into_iter().filter_map(|(key, name)| {
        let subject: SubjectId = key.parse().ok()?;
        let cell = |class: &ClassId| match cells.get(&(subject, *class)) {
            Some(chats) => cell(room, chats),
            None if collapsed.contains(&(subject, *class)) => Cell::badge(msg::chats_cell_collapsed(lang), Tone::Plain),
            None => Cell::default(),
        };
        let cells = std::iter::once(Cell::text(name)).chain(classes.iter().map(cell)).collect();
        Some(Row { key, cells, acts: Vec::new() })
    });
    let head = std::iter::once(row::words(msg::chats_column_subject(lang)));
    let table = Table {
        name: msg::chats_file_matrix(lang).to_owned(),
        columns: head.chain(classes.iter().map(|class| row::words(&room.school.class_name(*class)))).collect(),
        rows: rows.collect(),
        bulk: Vec::new(),
        empty: msg::chats_matrix_none(lang).to_owned(),
    };
    let section = Section::new("matrix", msg::chats_matrix(lang), Body::Table(table))
        .note(msg::chats_matrix_note(lang))
        .clause(clause!("1.6"));
    (vec![section], Vec::new())
}

/// The state of the chats of a subject in a class: one, or one for each subgroup.
fn cell(room: &Room, chats: &[&RequiredChat]) -> Cell {
    let records = || chats.iter().filter_map(|chat| room.school.chats().get(&chat.record?));
    let live = records().filter(|chat| chat.state.is_live()).count();
    let owner = chats.first().and_then(|chat| chat.owner).map(|id| room.school.people().get(&id));
    let owner = owner.flatten().map(|person| person.name.short()).unwrap_or_default();
    let state = match (chats, live) {
        ([_], _) => row::state(room, records().next().map(AsRef::as_ref)),
        (_, live) => {
            let tone = if live == chats.len() { Tone::Success } else { Tone::Warning };
            Cell::badge(msg::chats_cell_groups(room.lang, chats.len() as u64, &live.to_string()), tone)
        }
    };
    let href = match (chats, records().next()) {
        ([_], Some(chat)) => Some(Route::Chat(chat.id).to_string()),
        ([first, ..], _) => {
            let class = first.class.map(|class| class.to_string()).unwrap_or_default();
            let lines =
                room.regulation.chat_rules().iter().find(|rule| rule.is_required && rule.each == ChatEach::Line);
            let rule = lines.map_or("", |rule| rule.id.0.as_str());
            let query = room.query.with("tab", "").with("grade", "").with("class", &class).with("rule", rule);
            Some(query.address(&Route::Chats))
        }
        _ => None,
    };
    Cell { href, ..state.note(owner) }
}
