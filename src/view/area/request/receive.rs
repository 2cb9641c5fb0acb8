//! Requests as the platform shows them, typed or pasted: one in a line, «ФИО; роль; класс» (2.1/9).

use super::super::invite::place::{role, role_key};
use super::inbox;
use crate::clause;
use crate::domain::words::{fold, tidy};
use crate::domain::{ClassId, ClassLabel, Command, InviteRole, JoinRequest, JoinRequestId, RequestState};
use crate::plan::request::{Roster, Verdict};
use crate::text::{invite, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Cell, Column, ColumnKind, Row, Section, Table, Tone};
use crate::view::room::{Making, Room};

/// What a line says.
struct Line {
    name: String,
    role: Option<InviteRole>,
    class: Option<ClassId>,
    /// Words that name no role and no class.
    unread: Vec<String>,
}

/// The beginnings of the words for the roles; the text layer knows them in both languages.
fn role_of(room: &Room, word: &str) -> Option<InviteRole> {
    let word = fold(word);
    let roles = [InviteRole::Teacher, InviteRole::Student, InviteRole::Parent];
    let profile = room.school.platform().values().next();
    let terms = profile.map(|row| (fold(&row.teacher_term), fold(&row.student_term)));
    if let Some((teacher, student)) = terms {
        if !teacher.is_empty() && word == teacher {
            return Some(InviteRole::Teacher);
        }
        if !student.is_empty() && word == student {
            return Some(InviteRole::Student);
        }
    }
    roles.into_iter().find(|role| {
        crate::text::Lang::ALL.into_iter().any(|lang| {
            msg_words(lang, *role).split(' ').any(|known| !known.is_empty() && word.starts_with(&fold(known)))
        })
    })
}

/// The beginnings of the words for a role.
const fn msg_words(lang: crate::text::Lang, role: InviteRole) -> &'static str {
    match role {
        InviteRole::Teacher => msg::requests_words_teacher(lang),
        InviteRole::Student => msg::requests_words_student(lang),
        InviteRole::Parent => msg::requests_words_parent(lang),
    }
}

fn class_of(room: &Room, word: &str) -> Option<ClassId> {
    if let Some(staff_room) = room.index.staff_room
        && crate::text::Lang::ALL.into_iter().any(|lang| fold(word) == fold(msg::invites_staff_room(lang)))
    {
        return Some(staff_room);
    }
    let label: ClassLabel = word.parse().ok()?;
    room.index
        .classes
        .iter()
        .copied()
        .find(|id| room.school.classes().get(id).and_then(|class| class.label()).is_some_and(|own| *own == label))
}

fn lines(room: &Room, text: &str) -> Vec<Line> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            // Split before tidying: a tab is a separator here.
            let mut parts = line.split([';', '\t']).map(tidy);
            let name = parts.next().unwrap_or_default();
            let mut read = Line { name, role: None, class: None, unread: Vec::new() };
            for part in parts.filter(|part| !part.is_empty()) {
                if read.class.is_none()
                    && let Some(class) = class_of(room, &part)
                {
                    read.class = Some(class);
                } else if read.role.is_none()
                    && let Some(role) = role_of(room, &part)
                {
                    read.role = Some(role);
                } else {
                    read.unread.push(part);
                }
            }
            read
        })
        .collect()
}

fn roles(room: &Room) -> Vec<Choice> {
    [InviteRole::Student, InviteRole::Teacher, InviteRole::Parent]
        .map(|role| (role_key(role).to_owned(), invite::role(room.lang, role).to_owned()))
        .into()
}

fn classes(room: &Room) -> Vec<Choice> {
    let staff_room = room.index.staff_room.map(|id| (id.to_string(), msg::invites_staff_room(room.lang).to_owned()));
    staff_room.into_iter().chain(choice::classes(room.school, room.index)).collect()
}

/// The request of a line; what a line leaves out stands in the fields below the list.
fn request(line: &Line, values: &Values, role_default: InviteRole) -> (InviteRole, Option<ClassId>) {
    let role = line.role.or_else(|| role(values.get("role"))).unwrap_or(role_default);
    (role, line.class.or_else(|| values.parsed("class")))
}

/// The form.
pub fn form(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let read = lines(room, values.get("lines"));
    let unread = read.iter().filter(|line| !line.unread.is_empty()).count();
    Form {
        title: msg::requests_receive(lang).into(),
        lead: msg::requests_receive_lead(lang).into(),
        clause: Some(clause!("2.1/9")),
        submit: String::new(),
        fields: vec![
            Field::new("lines", msg::requests_lines(lang), FieldKind::Long)
                .hint(msg::requests_lines_hint(lang))
                .required(),
            Field::new("role", msg::requests_role(lang), FieldKind::Choice(roles(room))).value("student"),
            Field::new("class", msg::requests_class(lang), FieldKind::Search(classes(room)))
                .hint(msg::requests_class_hint(lang)),
            Field::new("day", msg::requests_column_on(lang), FieldKind::Day).required().value(room.index.day),
        ],
        preview: if read.is_empty() { Vec::new() } else { vec![preview(room, values, &read)] },
        refused: (unread > 0).then(|| msg::requests_unread(lang, unread.try_into().unwrap_or(u64::MAX))),
    }
}

fn preview(room: &Room, values: &Values, read: &[Line]) -> Section {
    let lang = room.lang;
    let roster = Roster::of(room.school, room.index);
    let rows = read
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let (role, class) = request(line, values, InviteRole::Student);
            let id = JoinRequestId::from(uuid::Uuid::nil());
            let (on, state) = (room.index.day, RequestState::New);
            let draft = JoinRequest { id, name: line.name.clone(), role, class, on, state, note: String::new() };
            let found = roster.find(&draft);
            let first = found.candidates().first().map(|one| room.school.person_name(one.person));
            let outcome = match &found {
                _ if !line.unread.is_empty() => {
                    Cell::badge(msg::requests_line_unread(lang, &line.unread.join("; ")), Tone::Error)
                }
                _ if role == InviteRole::Parent => Cell::badge(msg::requests_parent(lang), Tone::Warning),
                Verdict::Matched(_) => Cell::badge(msg::requests_matched(lang), Tone::Success),
                Verdict::Ambiguous(_) => Cell::badge(msg::requests_ambiguous(lang), Tone::Warning),
                Verdict::Unknown => Cell::badge(msg::requests_unknown(lang), Tone::Error),
            };
            let who = format!("{} · {}", invite::role(lang, role), inbox::place(room, class));
            let cells = vec![Cell::text(line.name.as_str()), Cell::text(who), outcome.note(first.unwrap_or_default())];
            Row { key: at.to_string(), cells, acts: Vec::new() }
        })
        .collect();
    let column = |label: &str| Column { label: label.to_owned(), kind: ColumnKind::Text };
    let table = Table {
        name: msg::requests_journal_file(lang).into(),
        columns: vec![
            column(msg::requests_column_name(lang)),
            column(msg::requests_column_asks(lang)),
            column(msg::requests_column_match(lang)),
        ],
        rows,
        bulk: Vec::new(),
        empty: String::new(),
    };
    Section::new("preview", msg::requests_preview(lang), Body::Table(table))
}

/// Reads the form: all lines or none.
pub fn command(room: &Room, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let read = lines(room, values.get("lines"));
    if read.is_empty() {
        reader.fault("lines", Problem::Empty);
    }
    if read.iter().any(|line| !line.unread.is_empty()) {
        reader.fault("lines", Problem::Class);
    }
    let day = reader.needed_day("day", values.get("day"));
    reader.finish(day.map(|on| {
        let records = read.iter().map(|line| {
            let (role, class) = request(line, values, InviteRole::Student);
            let (id, state) = (making.ids.fresh(), RequestState::New);
            JoinRequest { id, name: line.name.clone(), role, class, on, state, note: String::new() }.into()
        });
        Command::SaveTogether(records.collect())
    }))
}

/// The form that corrects a request.
pub fn edit(room: &Room, id: JoinRequestId) -> Form {
    let lang = room.lang;
    let title = msg::requests_edit(lang).to_owned();
    let Some(row) = room.school.requests().get(&id) else { return Form { title, ..Form::default() } };
    Form {
        title,
        clause: Some(clause!("2.1/9")),
        fields: vec![
            Field::new("name", msg::requests_column_name(lang), FieldKind::Text).required().value(&row.name),
            Field::new("role", msg::invites_column_role(lang), FieldKind::Choice(roles(room)))
                .value(role_key(row.role)),
            Field::new("class", msg::requests_class(lang), FieldKind::Search(classes(room))).maybe(row.class),
            Field::new("day", msg::requests_column_on(lang), FieldKind::Day).required().value(row.on),
            Field::new("note", msg::invites_note(lang), FieldKind::Text).value(&row.note),
        ],
        ..Form::default()
    }
}

/// Reads the correction.
pub fn edited(room: &Room, values: &Values, id: JoinRequestId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let name = reader.required("name", values.get("name"));
    let role = role(values.get("role"));
    if role.is_none() {
        reader.fault("role", Problem::Choice);
    }
    let class = reader.optional("class", values.get("class"), Problem::Choice);
    let day = reader.needed_day("day", values.get("day"));
    let row = room.school.requests().get(&id);
    let all = row.zip(role).zip(day);
    reader.finish(all.map(|((row, role), on)| {
        let note = tidy(values.get("note"));
        Command::Save(JoinRequest { name, role, class, on, note, ..row.as_ref().clone() }.into())
    }))
}
