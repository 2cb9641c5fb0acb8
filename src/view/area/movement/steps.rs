//! What movements ask for on the platform: ticked off one by one or in bulk, each tick signed (2.1/11).

use std::collections::BTreeMap;

use super::preview::{class_name, line_name};
use super::{Ask, Deed};
use crate::domain::{ChatId, Movement, MovementId, MovementKind, MovementStep, PersonId, School, StepAction};
use crate::text::{date, movement as words, msg};
use crate::view::choice;
use crate::view::page::{Body, Button, Cell, Column, ColumnKind, Filter, FilterKind, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

/// How many steps are open.
pub fn open_count(school: &School) -> u64 {
    let open = |row: &Movement| row.steps.iter().filter(|step| step.done.is_none()).count() as u64;
    school.movements().values().map(|row| open(row)).sum()
}

/// Open or done; one class.
pub fn filters(room: &Room) -> Vec<Filter> {
    let lang = room.lang;
    let state = vec![
        (String::new(), msg::movement_steps_open(lang).to_owned()),
        ("done".to_owned(), msg::movement_steps_done(lang).to_owned()),
        ("all".to_owned(), msg::movement_steps_all(lang).to_owned()),
    ];
    let mut classes = choice::classes(room.school, room.index);
    classes.insert(0, (String::new(), msg::movement_every_class(lang).to_owned()));
    let filter = |id, label: &str, choices| Filter {
        id,
        label: label.to_owned(),
        kind: FilterKind::Choice(choices),
        value: room.query.get(id).to_owned(),
    };
    vec![filter("state", msg::movement_state(lang), state), filter("class", msg::movement_class(lang), classes)]
}

/// The steps as a table.
pub fn sections(room: &Room) -> Vec<Section> {
    let lang = room.lang;
    let (state, class) = (room.query.get("state"), room.query.get("class"));
    let is_meant = |movement: &&Movement| {
        let of = [movement.from, movement.to];
        class.is_empty() || of.into_iter().flatten().any(|id| id.to_string() == class)
    };
    let mut movements: Vec<&Movement> = room
        .school
        .movements()
        .values()
        .map(AsRef::as_ref)
        .filter(|row| !row.steps.is_empty())
        .filter(is_meant)
        .collect();
    movements.sort_by_key(|row| (std::cmp::Reverse(row.on), row.id));
    let mut rows = Vec::new();
    for movement in movements {
        for (number, step) in movement.steps.iter().enumerate() {
            let is_shown = match state {
                "done" => step.done.is_some(),
                "all" => true,
                _ => step.done.is_none(),
            };
            if is_shown {
                rows.push(row(room, movement, number, step));
            }
        }
    }
    if rows.is_empty() && state.is_empty() && class.is_empty() {
        let acts = vec![Button::new(
            "first",
            words::verb(lang, MovementKind::ClassChange),
            Ask::Record(MovementKind::ClassChange),
        )];
        let body = Body::Empty {
            title: msg::movement_steps_none(lang).to_owned(),
            text: msg::movement_steps_none_text(lang).to_owned(),
            acts,
        };
        return vec![Section::new("steps", msg::movement_tab_steps(lang), body)];
    }
    let text = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let table = Table {
        name: msg::movement_tab_steps(lang).to_owned(),
        columns: vec![
            text(msg::movement_step(lang)),
            text(msg::movement_person(lang)),
            text(msg::movement_kind(lang)),
            Column { label: msg::movement_day(lang).to_owned(), kind: ColumnKind::Day },
            text(msg::movement_done(lang)),
        ],
        rows,
        bulk: vec![Button::new("tick-chosen", msg::movement_tick_chosen(lang), Deed::TickChosen).primary()],
        empty: msg::movement_steps_empty(lang).to_owned(),
    };
    vec![Section::new("steps", msg::movement_tab_steps(lang), Body::Table(table)).note(msg::movement_steps_note(lang))]
}

fn row(room: &Room, movement: &Movement, number: usize, step: &MovementStep) -> Row {
    let lang = room.lang;
    let person = step.person.unwrap_or(movement.person);
    let name = room.school.person_name(person);
    let done = match &step.done {
        Some(tick) if tick.by.is_empty() => Cell::badge(date::short(tick.on), Tone::Success),
        Some(tick) => Cell::badge(date::short(tick.on), Tone::Success).note(tick.by.clone()),
        None => Cell::badge(msg::movement_open(lang), Tone::Warning),
    };
    let act = if step.done.is_some() {
        Button::new("untick", msg::movement_untick(lang), Deed::Untick(movement.id, number))
    } else {
        Button::new("tick", msg::movement_tick(lang), Deed::Tick(movement.id, number))
    };
    Row {
        key: format!("{}:{number}", movement.id),
        cells: vec![
            Cell::text(step_text(room, step.action)),
            Cell::link(name.clone(), Route::Person(person)),
            Cell::text(words::kind(lang, movement.kind)),
            Cell::day(Some(movement.on)),
            done,
        ],
        acts: vec![act.about(name)],
    }
}

/// What a step asks for, in words.
pub fn step_text(room: &Room, action: StepAction) -> String {
    let (lang, school) = (room.lang, room.school);
    let chat = |id: ChatId| school.chats().get(&id).map(|chat| chat.name.clone()).unwrap_or_default();
    let class = |id| class_name(lang, school, id);
    match action {
        StepAction::LeaveClass(id) => msg::movement_step_leave_class(lang, &class(id)),
        StepAction::JoinClass(id) => msg::movement_step_join_class(lang, &class(id)),
        StepAction::LeaveChat(id) => msg::movement_step_leave_chat(lang, &chat(id)),
        StepAction::JoinChat(id) => msg::movement_step_join_chat(lang, &chat(id)),
        StepAction::RevokeInvite(id) => {
            let link = school.invites().get(&id).map(|invite| invite.link.clone()).unwrap_or_default();
            msg::movement_step_revoke_invite(lang, &link)
        }
        StepAction::IssueInvite(id) => msg::movement_step_issue_invite(lang, &class(id)),
        StepAction::ReplaceHomeroom(id) => msg::movement_step_replace_homeroom(lang, &class(id)),
        StepAction::ReplaceTeacher(id) => msg::movement_step_replace_teacher(lang, &line_name(school, id)),
        StepAction::ReplaceOwner(id) => msg::movement_step_replace_owner(lang, &chat(id)),
        StepAction::EndAdministration(_) => msg::movement_step_end_administration(lang).to_owned(),
    }
}

/// The steps of the chosen rows.
pub fn chosen(room: &Room) -> Vec<(MovementId, usize)> {
    let parse = |key: &String| {
        let (id, number) = key.split_once(':')?;
        Some((id.parse().ok()?, number.parse().ok()?))
    };
    room.chosen.iter().filter_map(parse).collect()
}

/// Who owns the chats of steps from now on: whom the plan names.
pub fn owners(room: &Room, steps: &[(MovementId, usize)]) -> BTreeMap<ChatId, PersonId> {
    let action = |(id, number): &(MovementId, usize)| {
        room.school.movements().get(id)?.steps.get(*number).map(|step| step.action)
    };
    let owner = |action| match action {
        StepAction::ReplaceOwner(chat) => Some((chat, room.plan.of_chat(chat)?.owner?)),
        _ => None,
    };
    steps.iter().filter_map(action).filter_map(owner).collect()
}
