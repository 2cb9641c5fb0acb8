//! What is a person's own: classes, channels, events, duties with their days, the rights of every user.

use chrono::NaiveDate;

use crate::domain::{ActivityGroupId, ClassId, Event, EventState, PersonId};
use crate::order;
use crate::plan::audience;
use crate::plan::duty::{DutyEntry, DutyState};
use crate::regulation::{Authority, Object, Verdict};
use crate::text::{self, decision, msg};
use crate::view::area::kit;
use crate::view::page::{Body, Cell, Column, ColumnKind, Fact, Row, Section, Table, Tone};
use crate::view::room::Room;
use crate::view::route::Route;

fn words(label: &str) -> Column {
    Column { label: label.to_owned(), kind: ColumnKind::Text }
}

fn days(label: &str) -> Column {
    Column { label: label.to_owned(), kind: ColumnKind::Day }
}

fn table(name: &str, columns: Vec<Column>, rows: Vec<Row>, empty: &str) -> Body {
    Body::Table(Table { name: name.to_owned(), columns, rows, bulk: Vec::new(), empty: empty.to_owned() })
}

fn row(key: String, cells: Vec<Cell>) -> Row {
    Row { key, cells, acts: Vec::new() }
}

/// The duties of the year, each with its day and, where the records show it, how far it is.
pub fn duties(room: &Room, entries: &[DutyEntry], has_state: bool) -> Section {
    let lang = room.lang;
    let rows = entries.iter().map(|entry| {
        let from = msg::duties_from(lang, &text::date::short(entry.from));
        let clause = entry.duty.clause;
        let state = has_state.then(|| Cell::badge(text::duty::state(lang, entry.state), tone(entry.state)));
        let cells = [
            Cell::day(Some(entry.to)).note(from),
            Cell::text(decision::said(lang, &entry.duty.title)),
            Cell::link(clause.to_string(), Route::Clause(clause)),
        ];
        row(format!("{}:{}", entry.duty.id, entry.from), cells.into_iter().chain(state).collect())
    });
    let columns = [days(msg::duties_until(lang)), words(msg::duties_what(lang)), words(msg::control_clause(lang))];
    let columns = columns.into_iter().chain(has_state.then(|| words(msg::control_state(lang)))).collect();
    let body = table(msg::duties_file(lang), columns, rows.collect(), msg::eyes_no_duties(lang));
    Section::new("own-duties", msg::eyes_duties(lang), body)
}

/// What the state of a duty looks like.
pub const fn tone(state: DutyState) -> Tone {
    match state {
        DutyState::Overdue => Tone::Error,
        DutyState::Due => Tone::Warning,
        DutyState::NotYet => Tone::Plain,
        DutyState::Done => Tone::Success,
    }
}

/// The classes and groups in which a person leads, teaches, learns or has a child.
pub fn classes(room: &Room, person: PersonId) -> Section {
    let lang = room.lang;
    let mut rows: Vec<Row> =
        class_parts(room, person).into_iter().map(|(class, part)| of_class(room, class, part)).collect();
    rows.extend(room.index.led_groups.get(&person).into_iter().flatten().filter_map(|id| of_group(room, *id)));
    let columns = vec![
        words(msg::eyes_class(lang)),
        words(msg::eyes_part(lang)),
        words(msg::eyes_leader(lang)),
        Column { label: msg::eyes_students(lang).to_owned(), kind: ColumnKind::Number },
    ];
    let body = table(msg::eyes_classes(lang), columns, rows, msg::eyes_no_classes(lang));
    Section::new("own-classes", msg::eyes_classes(lang), body)
}

/// What a person is in which class, in the order of the classes.
fn class_parts(room: &Room, person: PersonId) -> Vec<(ClassId, String)> {
    let (lang, index, school) = (room.lang, room.index, room.school);
    let mut parts: Vec<(ClassId, String)> = Vec::new();
    let led = index.led_classes.get(&person).into_iter().flatten();
    parts.extend(led.map(|class| (*class, msg::eyes_part_leads(lang).to_owned())));
    let lines = index.taught.get(&person).into_iter().flatten().filter_map(|id| school.load().get(id));
    parts.extend(lines.map(|line| {
        let subject = school.subjects().get(&line.subject).map(|row| row.name.clone()).unwrap_or_default();
        (line.class, [subject.as_str(), line.group.as_str()].join(" ").trim().to_owned())
    }));
    parts.extend(index.class_of.get(&person).map(|class| (*class, msg::eyes_part_learns(lang).to_owned())));
    let children = index.children.get(&person).into_iter().flatten();
    parts.extend(children.filter_map(|(child, _)| {
        let name = school.people().get(child)?.name.short();
        Some((*index.class_of.get(child)?, msg::eyes_part_child(lang, &name)))
    }));
    order::by_key(&mut parts, |(class, _)| index.classes.iter().position(|own| own == class));
    // One row a class: what a person is there stands in a line.
    let mut rows: Vec<(ClassId, String)> = Vec::new();
    for (class, part) in parts {
        match rows.last_mut().filter(|(own, _)| *own == class) {
            Some((_, known)) => *known = [known.as_str(), part.as_str()].join(", "),
            None => rows.push((class, part)),
        }
    }
    rows
}

fn of_class(room: &Room, class: ClassId, part: String) -> Row {
    let leader = room.index.homeroom.get(&class).map(|id| room.school.person_name(*id)).unwrap_or_default();
    let students = room.index.students_of(class).len() as u64;
    let name = Cell::link(room.school.class_name(class), Route::Class(class));
    row(class.to_string(), vec![name, Cell::text(part), Cell::text(leader), Cell::number(students)])
}

fn of_group(room: &Room, id: ActivityGroupId) -> Option<Row> {
    let group = room.school.activities().get(&id)?;
    let classes: Vec<String> = group.classes.iter().map(|class| room.school.class_name(*class)).collect();
    let part = Cell::text(msg::eyes_part_group(room.lang));
    let name = Cell::text(group.name.clone()).note(classes.join(", "));
    let leader = group.leader.map(|id| room.school.person_name(id)).unwrap_or_default();
    let students = if group.members.is_empty() {
        group.classes.iter().map(|class| room.index.students_of(*class).len()).sum()
    } else {
        group.members.len()
    };
    Some(row(id.to_string(), vec![name, part, Cell::text(leader), Cell::number(students as u64)]))
}

/// The chats that the rules ask for, whatever became of them.
pub fn required_chats(room: &Room, person: PersonId) -> Section {
    let lang = room.lang;
    let owned = room.plan.required().iter().map(AsRef::as_ref).filter(|chat| chat.owner == Some(person));
    let belongs = room.plan.of_person(person).into_iter().filter(|chat| chat.owner != Some(person));
    let rows = owned.chain(belongs).enumerate().map(|(at, chat)| {
        let part = if chat.owner == Some(person) { msg::eyes_chat_keeps(lang) } else { msg::eyes_chat_belongs(lang) };
        row(
            at.to_string(),
            vec![
                Cell::text(decision::said(lang, &chat.name)),
                Cell::link(chat.clause.to_string(), Route::Clause(chat.clause)),
                Cell::text(part),
            ],
        )
    });
    let columns =
        vec![words(msg::chats_column_chat(lang)), words(msg::control_clause(lang)), words(msg::eyes_part(lang))];
    let body = table(msg::nav_chats(lang), columns, rows.collect(), msg::eyes_no_chats(lang));
    Section::new("own-chats", msg::nav_chats(lang), body)
}

/// The channels that a person reads or keeps (2.1/13).
pub fn channels(room: &Room, person: PersonId) -> Section {
    let lang = room.lang;
    let rows = room.school.channels().values().filter(|channel| channel.archived_on.is_none()).filter_map(|channel| {
        let keeps = channel.editor == Some(person);
        let reads = audience::is_in_groups(room.school, room.index, &channel.audience, person);
        (keeps || reads).then(|| {
            let part = if keeps { msg::eyes_channel_keeps(lang) } else { msg::eyes_channel_reads(lang) };
            let state = match channel.created_on {
                Some(on) => Cell::badge(msg::channels_created(lang, &text::date::short(on)), Tone::Success),
                None => Cell::badge(msg::channels_planned(lang), Tone::Warning),
            };
            let editor = channel.editor.map(|id| room.school.person_name(id)).unwrap_or_default();
            let name = Cell::text(channel.name.clone()).note(text::channel::kind(lang, channel.kind));
            row(channel.id.to_string(), vec![name, Cell::text(part), Cell::text(editor), state])
        })
    });
    let columns = vec![
        words(msg::eyes_channel(lang)),
        words(msg::eyes_part(lang)),
        words(msg::eyes_channel_editor(lang)),
        words(msg::control_state(lang)),
    ];
    let body = table(msg::eyes_channels(lang), columns, rows.collect(), msg::eyes_no_channels(lang));
    Section::new("own-channels", msg::eyes_channels(lang), body)
}

/// Events from today on that a person runs or is meant by.
pub fn events(room: &Room, person: PersonId) -> Section {
    let lang = room.lang;
    let is_ahead =
        |event: &Event, today: NaiveDate| event.on >= today && !matches!(event.state, EventState::Cancelled { .. });
    let mut found: Vec<(&Event, bool)> = room
        .school
        .events()
        .values()
        .filter(|event| is_ahead(event, room.context.today))
        .filter_map(|event| {
            let hosts = event.host == Some(person);
            let is_meant = hosts || audience::has(room.school, room.index, room.plan, &event.audience, person);
            is_meant.then_some((event.as_ref(), hosts))
        })
        .collect();
    order::by_key(&mut found, |(event, _)| (event.on, event.start, event.id));
    let rows = found.into_iter().map(|(event, hosts)| {
        let part = if hosts { msg::eyes_event_hosts(lang) } else { msg::eyes_event_attends(lang) };
        let clause = event.kind.clause();
        row(
            event.id.to_string(),
            vec![
                Cell::day(Some(event.on)).note(text::event::hours(event)),
                Cell::text(event.title.clone()).note(text::event::kind(lang, event.kind)),
                Cell::text(part),
                kit::person(room, event.host),
                Cell::link(clause.to_string(), Route::Clause(clause)),
            ],
        )
    });
    let columns = vec![
        days(msg::events_day(lang)),
        words(msg::events_name(lang)),
        words(msg::eyes_part(lang)),
        words(msg::events_host(lang)),
        words(msg::control_clause(lang)),
    ];
    let body = table(msg::events_file(lang), columns, rows.collect(), msg::eyes_no_events(lang));
    Section::new("own-events", msg::eyes_events(lang), body)
}

/// The rights of section 3.
pub fn user_rights(room: &Room, person: PersonId) -> Section {
    let lang = room.lang;
    let authority = Authority::new(room.school, room.regulation, room.index.day);
    let standing = authority.standing(person);
    let target = authority.target(Object::None);
    let mut facts: Vec<Fact> = Vec::new();
    for action in room.regulation.actions() {
        let decision = authority.decide(&standing, action, &target);
        let of_users = decision.grounds.iter().find(|ground| ground.permits && ground.verdict == Verdict::Right);
        if let Some(clause) = of_users.and_then(|ground| ground.clauses.first()) {
            let link = Cell::link(msg::eyes_clause(lang, &clause.to_string()), Route::Clause(*clause));
            facts.push(Fact::new(decision::said(lang, &action.name), link));
        }
    }
    let body =
        if facts.is_empty() { Body::Prose(vec![msg::eyes_no_rights(lang).to_owned()]) } else { Body::Facts(facts) };
    Section::new("own-rights", msg::eyes_rights(lang), body)
}
