//! The forms that decide on a request (2.1/9, 2.7/1).

use super::inbox;
use crate::clause;
use crate::domain::{Command, InviteRole, JoinRequest, JoinRequestId, Leave, PersonId};
use crate::plan::invite::administrators;
use crate::plan::leave::office;
use crate::plan::request::{ApproveRequest, AskRequest, DeclineRequests, Roster, Verdict};
use crate::regulation::Object;
use crate::text::{self, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Does, Section};
use crate::view::room::{Making, Room};

fn find<'a>(room: &Room<'a>, id: JoinRequestId) -> Option<&'a JoinRequest> {
    room.school.requests().get(&id).map(AsRef::as_ref)
}

/// Who decides: the administrators, with the first as the choice.
fn by(room: &Room, values: &Values) -> (Field, Option<PersonId>, Option<String>) {
    let people = administrators(room.school, room.index);
    let chosen = values.typed("by").and_then(|text| text.parse().ok()).or_else(|| people.first().copied());
    let refused = match chosen {
        None => Some(msg::requests_no_administrator(room.lang).to_owned()),
        Some(by) => leave(room, by).err().map(|refusal| text::refusal::sentence(room.lang, &refusal)),
    };
    let choices = people.into_iter().map(|id| (id.to_string(), room.school.person_name(id))).collect();
    let field = Field::new("by", msg::requests_column_by(room.lang), FieldKind::Choice(choices));
    (field.required().maybe(chosen), chosen, refused)
}

fn leave(room: &Room, by: PersonId) -> Leave {
    office::ask(room.school, room.regulation, by, office::DECIDE_REQUEST, Object::None, room.index.day)
}

fn day(room: &Room) -> Field {
    Field::new("day", msg::invites_day(room.lang), FieldKind::Day).required().value(room.index.day)
}

/// The form that lets somebody in.
pub fn approve(room: &Room, values: &Values, id: JoinRequestId) -> Form {
    let lang = room.lang;
    let title = msg::requests_approve(lang).to_owned();
    let Some(request) = find(room, id) else { return Form { title, ..Form::default() } };
    let found = Roster::of(room.school, room.index).find(request);
    let best = match &found {
        Verdict::Matched(one) => Some(one.person),
        _ => None,
    };
    // Those who may be meant first, then everybody of that role and class.
    let mut people: Vec<Choice> = found
        .candidates()
        .iter()
        .filter(|one| one.fits)
        .map(|one| (one.person.to_string(), inbox::line(room, one)))
        .collect();
    let mut others: Vec<Choice> = others(room, request)
        .filter(|id| !people.iter().any(|(key, _)| *key == id.to_string()))
        .map(|id| (id.to_string(), room.school.person_name(id)))
        .collect();
    choice::sort_by_name(&mut others);
    people.extend(others);
    let (by, _, mut refused) = by(room, values);
    if request.role == InviteRole::Parent {
        refused = Some(msg::requests_parent_why(lang).to_owned());
    }
    Form {
        title,
        lead: msg::requests_approve_lead(lang, &request.name, &inbox::place(room, request.class)),
        clause: Some(clause!("2.1/9")),
        submit: msg::requests_approve(lang).into(),
        fields: vec![
            Field::new("person", msg::requests_column_as(lang), FieldKind::Search(people)).required().maybe(best),
            by,
            day(room),
        ],
        preview: Vec::new(),
        refused,
    }
}

fn others<'a>(room: &Room<'a>, request: &JoinRequest) -> impl Iterator<Item = PersonId> + use<'a> {
    let (role, class, index) = (request.role, request.class, room.index);
    let staff = index.positions.keys().copied().filter(move |_| role == InviteRole::Teacher);
    let students = class.map(|class| index.students_of(class)).unwrap_or_default();
    let anybody = index.class_of.keys().copied().filter(move |_| class.is_none());
    let students = students.iter().copied().chain(anybody).filter(move |_| role == InviteRole::Student);
    staff.chain(students)
}

/// Reads the approval.
pub fn approved(room: &Room, values: &Values, id: JoinRequestId, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let person: Option<PersonId> = reader.needed("person", values.get("person"), Problem::Choice);
    let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
    let day = reader.needed_day("day", values.get("day"));
    let membership = making.ids.fresh();
    reader.finish(
        person
            .zip(by)
            .zip(day)
            .map(|((person, by), on)| ApproveRequest { leave: leave(room, by), id, person, by, on, membership }.into()),
    )
}

/// The requests that are declined: the pointed-at one, or the open ones of those chosen.
fn meant(room: &Room, id: Option<JoinRequestId>) -> Vec<JoinRequestId> {
    match id {
        Some(id) => vec![id],
        None => {
            let chosen = room.chosen.iter().filter_map(|key| key.parse().ok());
            chosen.filter(|id| find(room, *id).is_some_and(|request| request.state.is_open())).collect()
        }
    }
}

/// The form that declines.
pub fn decline(room: &Room, values: &Values, id: Option<JoinRequestId>) -> Form {
    let lang = room.lang;
    let ids = meant(room, id);
    let parent = ids.iter().filter_map(|id| find(room, *id)).find(|request| request.role == InviteRole::Parent);
    let (by, _, refused) = by(room, values);
    let reason = Field::new("reason", msg::requests_reason(lang), FieldKind::Text).required();
    let reason = reason.maybe(parent.map(|_| msg::requests_parent_reason(lang)));
    let answer = match parent {
        Some(request) => inbox::parent_text(room, request),
        None => {
            let typed = values.get("reason").trim();
            if typed.is_empty() { String::new() } else { msg::requests_decline_text(lang, typed) }
        }
    };
    Form {
        title: msg::requests_decline(lang).into(),
        lead: msg::requests_decline_lead(lang, ids.len().try_into().unwrap_or(u64::MAX)),
        clause: Some(if parent.is_some() { clause!("2.7/1") } else { clause!("2.1/9") }),
        submit: msg::requests_decline(lang).into(),
        fields: vec![reason, by, day(room)],
        preview: answer_section(room, answer),
        refused: refused.or_else(|| ids.is_empty().then(|| msg::requests_none_open(lang).to_owned())),
    }
}

/// The text to be copied into an answer; nothing where there is none yet.
fn answer_section(room: &Room, text: String) -> Vec<Section> {
    if text.is_empty() {
        return Vec::new();
    }
    let copy = Button::new("copy-answer", msg::requests_copy(room.lang), Does::Copy(text.clone()));
    vec![Section::new("answer", msg::requests_answer(room.lang), Body::Verbatim(text)).acts(vec![copy])]
}

/// Reads the refusal.
pub fn declined(room: &Room, values: &Values, id: Option<JoinRequestId>) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let reason = reader.required("reason", values.get("reason"));
    let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
    let day = reader.needed_day("day", values.get("day"));
    let ids = meant(room, id);
    reader.finish(by.zip(day).map(|(by, on)| DeclineRequests { leave: leave(room, by), ids, reason, by, on }.into()))
}

/// The form that asks for more.
pub fn question(room: &Room, values: &Values, id: JoinRequestId) -> Form {
    let lang = room.lang;
    let name = find(room, id).map(|request| request.name.clone()).unwrap_or_default();
    let start = msg::requests_question_start(lang);
    let typed = values.typed("question").unwrap_or(start).trim();
    let answer = if typed.is_empty() { String::new() } else { msg::requests_question_text(lang, &name, typed) };
    Form {
        title: msg::requests_ask(lang).into(),
        lead: name,
        clause: Some(clause!("2.1/9")),
        fields: vec![
            Field::new("question", msg::requests_question(lang), FieldKind::Text).required().value(start),
            day(room),
        ],
        preview: answer_section(room, answer),
        ..Form::default()
    }
}

/// Reads the question.
pub fn asked(values: &Values, id: JoinRequestId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let question = reader.required("question", values.get("question"));
    let day = reader.needed_day("day", values.get("day"));
    reader.finish(day.map(|on| AskRequest { id, question, on }.into()))
}
