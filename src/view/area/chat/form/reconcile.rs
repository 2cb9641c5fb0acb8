//! The form that compares a list of real members with the plan: pasted or from a file, with what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use super::day_field;
use crate::clause;
use crate::domain::{Chat, ChatId, ClassId, Command, InviteRole, MemberRole, MembershipId, PersonId};
use crate::plan::chat::{ReconcileChat, ReconcileClass, clause_of};
use crate::plan::reconciliation::{Expectation, Homonym, RealMembers, Reconciliation, read, reconcile};
use crate::plan::{Apart, Seat};
use crate::regulation::MemberSet;
use crate::text::{self, msg};
use crate::view::area::chat::{reality, row};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Cell, Figure, Row, Section, Table, Tone};
use crate::view::room::{Making, Room};

/// How many lines without a name are told.
const TOLD: usize = 5;

/// What a list says of a place.
struct Compared {
    list: RealMembers,
    result: Reconciliation,
}

/// The form of a chat.
pub fn chat(room: &Room, chat: &Chat, values: &Values) -> Form {
    let seats = room.plan.expected(chat);
    let title = msg::chats_reconcile_title(room.lang, &row::title(room, chat));
    form(room, title, clause_of(room.regulation, chat), &seats, chat.owner, values)
}

/// The form of a class or the staff room.
pub fn class(room: &Room, class: ClassId, values: &Values) -> Form {
    let seats = expected_in_class(room, class);
    let title = msg::chats_reconcile_title(room.lang, &reality::class_name(room, class));
    form(room, title, clause!("2.1/6"), &seats, None, values)
}

fn form(
    room: &Room,
    title: String,
    clause: crate::domain::ClauseId,
    seats: &BTreeMap<PersonId, Seat>,
    owner: Option<PersonId>,
    values: &Values,
) -> Form {
    let lang = room.lang;
    let mut fields = vec![
        Field::new("file", msg::chats_field_file(lang), FieldKind::File(".csv,.txt,.tsv"))
            .hint(msg::chats_field_file_hint(lang)),
        Field::new("list", msg::chats_field_list(lang), FieldKind::Long).hint(msg::chats_field_list_hint(lang)),
        day_field(room, msg::chats_field_checked(lang)),
    ];
    let mut form = Form {
        title,
        lead: msg::chats_reconcile_lead(lang).to_owned(),
        clause: Some(clause),
        submit: msg::chats_reconcile_submit(lang).to_owned(),
        ..Form::default()
    };
    match compare(room, seats, owner, values) {
        None => form.refused = Some(msg::chats_list_first(lang).to_owned()),
        Some(Err(problem)) => {
            form.preview = vec![Section::new("unreadable", "", Body::Notice(Tone::Error, problem.clone()))];
            form.refused = Some(problem);
        }
        Some(Ok(compared)) => {
            let open = decide(room, &compared, values);
            if !open.is_empty() {
                let label = msg::chats_field_decide(lang);
                fields
                    .push(Field::new("decide", label, FieldKind::Many(open)).hint(msg::chats_field_decide_hint(lang)));
            }
            form.preview = preview(room, seats, &compared);
        }
    }
    Form { fields, ..form }
}

/// What was given: the file before the pasted text; none where nothing was given yet.
fn given(values: &Values) -> Option<&str> {
    ["file", "list"].into_iter().map(|id| values.get(id)).find(|text| !text.trim().is_empty())
}

fn compare(
    room: &Room,
    seats: &BTreeMap<PersonId, Seat>,
    owner: Option<PersonId>,
    values: &Values,
) -> Option<Result<Compared, String>> {
    let list = match read(given(values)?) {
        Ok(list) => list,
        Err(error) => return Some(Err(text::roster::unreadable(room.lang, &error))),
    };
    let decided = decisions(values);
    let expectation = Expectation { school: room.school, index: room.index, seats, owner, decided: &decided };
    let result = reconcile(&expectation, &list);
    Some(Ok(Compared { list, result }))
}

/// What a person decided about homonyms: a line and a person on each line of the field.
fn decisions(values: &Values) -> BTreeMap<u32, PersonId> {
    let pair = |line: &str| {
        let (row, person) = line.split_once(' ')?;
        Some((row.parse().ok()?, person.parse().ok()?))
    };
    values.get("decide").lines().filter_map(pair).collect()
}

/// The choices for the rows that fit several people; those decided before stay among them.
fn decide(room: &Room, compared: &Compared, values: &Values) -> Vec<Choice> {
    let choice = |line: u32, name: &str, person: PersonId| {
        let known = room.school.person_name(person);
        let class = room.index.class_of.get(&person).map(|class| room.school.class_name(*class)).unwrap_or_default();
        (
            format!("{line} {person}"),
            msg::chats_decide_choice(room.lang, &class, &u64::from(line).to_string(), name, &known),
        )
    };
    let open = compared.result.homonyms.iter().flat_map(|Homonym { member, candidates }| {
        candidates.iter().map(move |person| choice(member.line, &member.name, *person))
    });
    let decided = decisions(values);
    let said = decided.iter().filter_map(|(line, person)| {
        let member = compared.list.members.iter().find(|member| member.line == *line)?;
        Some(choice(*line, &member.name, *person))
    });
    said.chain(open).collect()
}

fn preview(room: &Room, seats: &BTreeMap<PersonId, Seat>, compared: &Compared) -> Vec<Section> {
    let lang = room.lang;
    let Compared { list, result } = compared;
    let asked = seats.len() - result.apart;
    let figure = |label: &str, value: usize, of: Option<usize>, tone| Figure {
        label: label.to_owned(),
        value: value as u64,
        of: of.map(|of| of as u64),
        note: String::new(),
        href: None,
        tone: if value == 0 { Tone::Plain } else { tone },
    };
    let present = result.present.iter().filter(|id| seats.get(id).is_some_and(|seat| seat.apart.is_none())).count();
    let figures = vec![
        figure(msg::chats_found_present(lang), present, Some(asked), Tone::Success),
        figure(msg::chats_found_missing(lang), result.missing.len(), None, Tone::Warning),
        figure(msg::chats_found_extra(lang), result.extra.len() + result.strangers.len(), None, Tone::Warning),
        figure(msg::chats_found_misroled(lang), result.misroled.len(), None, Tone::Warning),
        figure(msg::chats_found_homonyms(lang), result.homonyms.len(), None, Tone::Warning),
        figure(msg::chats_found_apart(lang), result.apart, None, Tone::Info),
    ];
    let mut sections = vec![Section::new("figures", "", Body::Figures(figures))];
    let mut notes = Vec::new();
    if !list.has_roles {
        notes.push(msg::chats_no_roles(lang).to_owned());
    }
    for (line, text) in list.skipped.iter().take(TOLD) {
        notes.push(msg::chats_line_skipped(lang, &line.to_string(), text));
    }
    if list.skipped.len() > TOLD {
        notes.push(msg::chats_lines_skipped(lang, (list.skipped.len() - TOLD) as u64));
    }
    notes.extend(result.repeated.iter().map(|row| msg::chats_line_repeated(lang, &row.line.to_string(), &row.name)));
    if !notes.is_empty() {
        sections.push(Section::new("notes", "", Body::Prose(notes)));
    }
    sections.push(differences(room, result));
    sections
}

fn differences(room: &Room, result: &Reconciliation) -> Section {
    let lang = room.lang;
    let line = |line: u32| Cell { sort: Some(i64::from(line)), ..Cell::text(line.to_string()) };
    let row = |what: &str, who: Cell, at: Cell, note: String| Row {
        key: format!("{what} {} {}", who.text, at.text),
        cells: vec![Cell::badge(what, Tone::Warning), who, at, Cell::text(note)],
        acts: Vec::new(),
    };
    let person = |id: PersonId| row::person(room, Some(id));
    let mut rows: Vec<Row> = Vec::new();
    for id in &result.missing {
        rows.push(row(msg::chats_found_missing(lang), person(*id), Cell::default(), String::new()));
    }
    for extra in &result.extra {
        let note = if extra.has_left { msg::chats_found_left(lang) } else { "" };
        rows.push(row(msg::chats_found_extra(lang), person(extra.person), line(extra.line), note.to_owned()));
    }
    for wrong in &result.misroled {
        let note = msg::chats_found_role(lang, &wrong.found, text::chat::role(lang, wrong.expected));
        rows.push(row(msg::chats_found_misroled(lang), person(wrong.person), line(wrong.line), note));
    }
    for Homonym { member, candidates } in &result.homonyms {
        let names: Vec<String> = candidates.iter().map(|id| room.school.person_name(*id)).collect();
        rows.push(row(msg::chats_found_homonyms(lang), Cell::text(&member.name), line(member.line), names.join(", ")));
    }
    for member in &result.strangers {
        let note = msg::chats_found_stranger(lang).to_owned();
        rows.push(row(msg::chats_found_extra(lang), Cell::text(&member.name), line(member.line), note));
    }
    let table = Table {
        name: msg::chats_file_differences(lang).to_owned(),
        columns: vec![
            row::words(msg::chats_column_finding(lang)),
            row::words(msg::chats_column_person(lang)),
            row::numbers(msg::chats_column_line(lang)),
            row::words(msg::chats_column_note(lang)),
        ],
        rows,
        bulk: Vec::new(),
        empty: msg::chats_agrees(lang).to_owned(),
    };
    Section::new("differences", msg::chats_differences(lang), Body::Table(table))
}

/// Reads the list anew: what is written down is what it says now.
fn compared(
    room: &Room,
    seats: &BTreeMap<PersonId, Seat>,
    owner: Option<PersonId>,
    values: &Values,
) -> Result<(Compared, chrono::NaiveDate), Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let compared = match compare(room, seats, owner, values) {
        Some(Ok(compared)) => Some(compared),
        _ => {
            reader.fault("list", Problem::Members);
            None
        }
    };
    reader.finish(compared.zip(on))
}

pub fn read_chat(room: &Room, id: ChatId, values: &Values) -> Result<Command, Vec<Fault>> {
    let Some(chat) = room.school.chats().get(&id) else {
        return Err(vec![Fault { field: "list", problem: Problem::Members }]);
    };
    let seats = room.plan.expected(chat);
    let (Compared { result, .. }, on) = compared(room, &seats, chat.owner, values)?;
    Ok(Command::from(ReconcileChat {
        clause: clause_of(room.regulation, chat),
        chat: id,
        on,
        missing: result.missing,
        extra: result.extra.into_iter().map(|extra| extra.person).collect(),
        misroled: result.misroled.into_iter().map(|wrong| wrong.person).collect(),
        strangers: result.strangers.into_iter().map(|member| member.name).collect(),
    }))
}

/// Who belongs into a class or the staff room: students and their class teacher, or everybody who teaches or leads.
pub fn expected_in_class(room: &Room, class: ClassId) -> BTreeMap<PersonId, Seat> {
    let seat = |role: InviteRole| move |person: PersonId| (person, role);
    let people: Vec<(PersonId, InviteRole)> = if room.index.staff_room == Some(class) {
        let sets = [MemberSet::Administration, MemberSet::Pedagogues];
        // 2.1/4, 2.2/3: the pedagogues and the administration; by the posts where the edition asks for no such chat.
        let known = room.plan.circle(&sets, &crate::domain::ChatScope::School);
        known.into_iter().map(seat(InviteRole::Teacher)).collect()
    } else {
        let students = room.index.students_of(class).iter().copied().map(seat(InviteRole::Student));
        let teacher = room.index.homeroom.get(&class).copied().map(seat(InviteRole::Teacher));
        students.chain(teacher).collect()
    };
    let apart = |person: PersonId| -> Option<Apart> { room.plan.apart(person) };
    people.into_iter().map(|(person, role)| (person, Seat { role, set: None, apart: apart(person) })).collect()
}

pub fn read_class(room: &Room, class: ClassId, values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let seats = expected_in_class(room, class);
    let (Compared { result, .. }, on) = compared(room, &seats, None, values)?;
    let rows = room.school.memberships().values().filter(|row| row.class == class && row.period.contains(on));
    let members: BTreeSet<PersonId> = rows.map(|row| row.person).collect();
    let mut joined: BTreeMap<PersonId, (MembershipId, MemberRole)> = BTreeMap::new();
    for person in result.present.iter().filter(|person| !members.contains(person)) {
        let role = match seats.get(person).map(|seat| seat.role) {
            Some(InviteRole::Student) => MemberRole::Student,
            _ => MemberRole::Teacher,
        };
        joined.insert(*person, (making.ids.fresh(), role));
    }
    // Who is in the list under a name that may be somebody else's is neither in nor out.
    let there = result.extra.iter().map(|extra| extra.person);
    let open = result.homonyms.iter().flat_map(|homonym| homonym.candidates.iter().copied());
    let kept: BTreeSet<PersonId> = result.present.iter().copied().chain(there).chain(open).collect();
    let left = members.difference(&kept).copied().collect();
    Ok(Command::from(ReconcileClass { class, on, joined, left }))
}
