//! The defects of the platform: what the office of the year leaves wrong on purpose.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Defect, GROWN};
use crate::demo::family::Students;
use crate::demo::frame::Frame;
use crate::demo::sketch::Sketch;
use crate::demo::staff::Staff;
use crate::demo::{Unmade, day};
use crate::domain::{
    AcknowledgementSheet, Channel, ChannelKind, Chat, ChatScope, Event, EventKind, HomeroomAssignment, Invite,
    InviteRole, InviteState, InviteTarget, LoadLine, Person, PersonId, PersonName, RegistrationApplication,
    RegulationEdition, SheetAudience, SheetSubject,
};

/// How many links nobody used for more than thirty days.
const UNCLAIMED: usize = 17;
/// In how many chats the teacher who left still is.
const LEFT_CHATS: usize = 5;
/// Letters with a Latin look-alike.
const TWINS: [(&str, &str); 9] =
    [("А", "A"), ("В", "B"), ("Е", "E"), ("К", "K"), ("М", "M"), ("Н", "H"), ("О", "O"), ("С", "C"), ("Т", "T")];

/// Plants what needs the office.
pub fn plant(sketch: &mut Sketch, staff: &Staff, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    homeroom(sketch, staff, frame)?;
    phone(sketch)?;
    unclaimed(sketch);
    dismissed(sketch, staff)?;
    transferred(sketch, frame)?;
    subject(sketch, frame)?;
    moderator(sketch, frame)?;
    channel(sketch, frame, students)?;
    host(sketch)?;
    edition(sketch, staff)?;
    latin(sketch, frame, students)
}

fn room(frame: &Frame, label: &str) -> Result<crate::domain::ClassId, Unmade> {
    Ok(frame.rooms.get(frame.at(label)?).ok_or(Unmade::Missing("class"))?.id)
}

/// The order gives 8Б to somebody else than who leads it.
fn homeroom(sketch: &mut Sketch, staff: &Staff, frame: &Frame) -> Result<(), Unmade> {
    let class = room(frame, "8Б")?;
    let approved = staff.educators.first().ok_or(Unmade::Missing("educator"))?.id;
    let list = sketch.records.distributions.last_mut().ok_or(Unmade::Missing("distribution"))?;
    Arc::make_mut(list).rows.insert(class, approved);
    let term = sketch.records.homerooms.iter().find(|row| row.class == class).ok_or(Unmade::Missing("term"))?.id;
    sketch.plant::<HomeroomAssignment>(Defect::HomeroomMismatch, term);
    Ok(())
}

/// The administrator registered with another phone than the application names.
fn phone(sketch: &mut Sketch) -> Result<(), Unmade> {
    let phone = "+7 (000) 000-44-44".parse()?;
    let row = sketch.records.applications.last_mut().map(Arc::make_mut).ok_or(Unmade::Missing("application"))?;
    row.registered.iter_mut().for_each(|registered| registered.phone = phone);
    let id = row.id;
    sketch.plant::<RegistrationApplication>(Defect::PhoneMismatch, id);
    Ok(())
}

/// Links of students that lie unclaimed since the beginning of October.
fn unclaimed(sketch: &mut Sketch) {
    let is_open = |row: &Invite| {
        row.role == InviteRole::Student
            && row.state == InviteState::Sent
            && matches!(row.target, InviteTarget::Class(_))
    };
    let mut ids = Vec::new();
    for row in sketch.records.invites.iter_mut().filter(|row| is_open(row)).take(UNCLAIMED) {
        let row = Arc::make_mut(row);
        row.issued_on = Some(GROWN);
        row.sent.iter_mut().for_each(|sending| sending.on = GROWN);
        ids.push(row.id);
    }
    for id in ids {
        sketch.plant::<Invite>(Defect::UnclaimedLink, id);
    }
}

/// The teacher who left still owns the chats of the lines that name her.
fn dismissed(sketch: &mut Sketch, staff: &Staff) -> Result<(), Unmade> {
    let left = staff.left.id;
    let lines: Vec<(crate::domain::ClassId, crate::domain::SubjectId)> = sketch
        .records
        .load
        .iter()
        .filter(|line| line.teacher == Some(left))
        .map(|line| (line.class, line.subject))
        .collect();
    let is_own = |chat: &Chat| match &chat.scope {
        ChatScope::Subject { class, subject, .. } => lines.contains(&(*class, *subject)),
        _ => false,
    };
    let mut ids = Vec::new();
    for chat in sketch.records.chats.iter_mut().filter(|chat| is_own(chat)).take(LEFT_CHATS) {
        let chat = Arc::make_mut(chat);
        chat.owner = Some(left);
        ids.push(chat.id);
    }
    if ids.len() != LEFT_CHATS {
        return Err(Unmade::Missing("chats of the teacher who left"));
    }
    for id in ids {
        sketch.plant::<Chat>(Defect::DismissedInChat, id);
    }
    Ok(())
}

/// The student who went from 6А to 6Б is still in two chats of 6А.
fn transferred(sketch: &mut Sketch, frame: &Frame) -> Result<(), Unmade> {
    let class = room(frame, "6А")?;
    let order = frame.acts.transfer;
    let student = sketch.records.enrolments.iter().find(|row| row.order == Some(order)).map(|row| row.student);
    let student = student.ok_or(Unmade::Missing("transfer"))?;
    let is_old = |chat: &Chat| match &chat.scope {
        ChatScope::Class(id) => *id == class && chat.rule.0 == "class-students",
        ChatScope::Subject { class: id, .. } => *id == class,
        _ => false,
    };
    let mut ids = Vec::new();
    for chat in sketch.records.chats.iter_mut().filter(|chat| is_old(chat)).take(2) {
        let chat = Arc::make_mut(chat);
        chat.extra.insert(student);
        ids.push(chat.id);
    }
    for id in ids {
        let steps = crate::domain::StepAction::LeaveChat(id);
        let is_meant = |row: &crate::domain::Movement| row.person == student && row.order == Some(order);
        if let Some(movement) = sketch.records.movements.iter_mut().find(|row| is_meant(row)) {
            let step = crate::domain::MovementStep { action: steps, person: None, done: None };
            Arc::make_mut(movement).steps.push(step);
        }
        sketch.plant::<Chat>(Defect::TransferredInChat, id);
    }
    Ok(())
}

/// 9В has no chat for «Вероятность и статистика».
fn subject(sketch: &mut Sketch, frame: &Frame) -> Result<(), Unmade> {
    let class = room(frame, "9В")?;
    let subject = sketch.records.subjects.iter().find(|row| row.name == "Вероятность и статистика").map(|row| row.id);
    let subject = subject.ok_or(Unmade::Missing("subject"))?;
    let is_meant = |chat: &Chat| matches!(&chat.scope, ChatScope::Subject { class: id, subject: of, .. } if *id == class && *of == subject);
    sketch.records.chats.retain(|chat| !is_meant(chat));
    let line = sketch.records.load.iter().find(|line| line.class == class && line.subject == subject);
    let line = line.ok_or(Unmade::Missing("line"))?.id;
    sketch.plant::<LoadLine>(Defect::NoSubjectChat, line);
    Ok(())
}

/// A chat without a moderator.
fn moderator(sketch: &mut Sketch, frame: &Frame) -> Result<(), Unmade> {
    let class = room(frame, "5Б")?;
    let is_meant = |chat: &Chat| chat.scope == ChatScope::Class(class) && chat.rule.0 == "class-parents";
    let chat = sketch.records.chats.iter_mut().find(|chat| is_meant(chat)).ok_or(Unmade::Missing("chat"))?;
    let chat = Arc::make_mut(chat);
    chat.moderator = None;
    let id = chat.id;
    sketch.plant::<Chat>(Defect::NoModerator, id);
    Ok(())
}

/// A student reads the channel of the staff.
fn channel(sketch: &mut Sketch, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    let list = students.of_class.get(frame.at("11А")?).ok_or(Unmade::Missing("class list"))?;
    let (student, _) = *list.get(2).ok_or(Unmade::Missing("student"))?;
    let row = sketch.records.channels.iter_mut().find(|row| row.kind == ChannelKind::Staff);
    let row = row.map(Arc::make_mut).ok_or(Unmade::Missing("channel"))?;
    row.extra.insert(student);
    let id = row.id;
    sketch.plant::<Channel>(Defect::StudentInStaffChannel, id);
    Ok(())
}

/// A broadcast that nobody hosts.
fn host(sketch: &mut Sketch) -> Result<(), Unmade> {
    let is_meant = |row: &Event| row.kind == EventKind::Broadcast && row.on > crate::demo::DAY;
    let row = sketch.records.events.iter_mut().find(|row| is_meant(row));
    let row = row.map(Arc::make_mut).ok_or(Unmade::Missing("broadcast"))?;
    row.host = None;
    row.state = crate::domain::EventState::Planned;
    let id = row.id;
    sketch.plant::<Event>(Defect::NoHost, id);
    Ok(())
}

/// A sheet still asks people to know the edition that another one has replaced (4.2).
fn edition(sketch: &mut Sketch, staff: &Staff) -> Result<(), Unmade> {
    let current = sketch.records.editions.last().ok_or(Unmade::Missing("edition"))?.as_ref().clone();
    let old = sketch.ids.fresh();
    sketch.records.editions.push(Arc::new(RegulationEdition {
        id: old,
        version: "2025".to_owned(),
        protocol: None,
        order: None,
        from: Some(day(2025, 9, 1)),
        to: Some(day(2026, 8, 24)),
        ..current
    }));
    let late: Vec<PersonId> = staff.educators.iter().take(2).map(|worker| worker.id).collect();
    let people: BTreeMap<PersonId, Option<chrono::NaiveDate>> = late.into_iter().map(|id| (id, None)).collect();
    let (id, subject) = (sketch.ids.fresh(), SheetSubject::Regulation(old));
    let opened_on = day(2026, 8, 20);
    sketch.records.sheets.push(Arc::new(AcknowledgementSheet {
        id,
        subject,
        class: None,
        audience: SheetAudience::Staff,
        opened_on,
        people,
    }));
    sketch.plant::<AcknowledgementSheet>(Defect::SupersededEdition, id);
    Ok(())
}

/// A family name in 7А begins with a Latin letter that looks like the Cyrillic one.
fn latin(sketch: &mut Sketch, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    let list = students.of_class.get(frame.at("7А")?).ok_or(Unmade::Missing("class list"))?;
    let names: BTreeMap<PersonId, PersonName> =
        sketch.records.people.iter().map(|person| (person.id, person.name.clone())).collect();
    let found = list.iter().find_map(|(id, _)| {
        let name = names.get(id)?;
        let family = name.family();
        let (cyrillic, latin) = TWINS.into_iter().find(|(letter, _)| family.starts_with(letter))?;
        Some((
            *id,
            PersonName::new(&family.replacen(cyrillic, latin, 1), name.given(), name.patronymic().unwrap_or_default()),
        ))
    });
    let (id, name) = found.ok_or(Unmade::Missing("family name"))?;
    let name = name?;
    sketch.edit_person(id, |person| person.name = name)?;
    sketch.plant::<Person>(Defect::LatinLetter, id);
    Ok(())
}
