//! The forms that appoint an administrator, correct an appointment and end it (2.1/0, 2.1/7).

use super::is_in_order;
use crate::clause;
use crate::domain::{
    AdministratorPost, Appointment, AppointmentId, Command, Leave, LocalActId, Period, PersonId, StaffCategory,
};
use crate::plan::administrator::{Appoint, EndAppointment, candidates};
use crate::plan::leave::office;
use crate::regulation::Object;
use crate::text::{self, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::page::{Body, Section, Tone};
use crate::view::room::{Making, Room};

fn people(room: &Room, people: impl IntoIterator<Item = PersonId>) -> Vec<Choice> {
    people.into_iter().map(|id| (id.to_string(), room.school.person_name(id))).collect()
}

/// Who appoints: the head by an order (2.1/0), the administrator an additional one (2.1/7).
fn appointers(room: &Room, post: AdministratorPost) -> Vec<PersonId> {
    let day = room.index.day;
    match post {
        AdministratorPost::Platform => {
            let heads = room.school.positions().values().filter(|row| row.period.contains(day));
            heads.filter(|row| row.category == StaffCategory::Head).map(|row| row.person).collect()
        }
        AdministratorPost::Additional => {
            let rows = room.school.appointments().values().filter(|row| row.period.contains(day));
            rows.filter(|row| row.post == AdministratorPost::Platform).map(|row| row.person).collect()
        }
    }
}

fn leave(room: &Room, post: AdministratorPost, by: PersonId, whom: PersonId) -> Leave {
    let action = match post {
        AdministratorPost::Platform => office::APPOINT_ADMINISTRATOR,
        AdministratorPost::Additional => office::APPOINT_ADDITIONAL,
    };
    office::ask(room.school, room.regulation, by, action, Object::Person(whom), room.index.day)
}

fn orders(room: &Room) -> Vec<Choice> {
    choice::orders(room.school)
}

fn order_field(room: &Room) -> Field {
    Field::new("order", msg::admins_column_order(room.lang), FieldKind::Search(orders(room)))
        .hint(msg::admins_order_hint(room.lang))
}

/// The form that appoints.
pub fn form(room: &Room, values: &Values, post: AdministratorPost, preset: Option<PersonId>) -> Form {
    let lang = room.lang;
    let able =
        candidates(room.school, room.index, post).into_iter().filter(crate::plan::administrator::Candidate::is_able);
    let able: Vec<PersonId> = able.map(|candidate| candidate.person).collect();
    let appointers = appointers(room, post);
    let by = values.typed("by").and_then(|text| text.parse().ok()).or_else(|| appointers.first().copied());
    let person: Option<PersonId> = values.typed("person").and_then(|text| text.parse().ok()).or(preset);
    let refused = match (by, person) {
        _ if able.is_empty() => Some(msg::admins_nobody_able(lang).to_owned()),
        (None, _) => Some(
            match post {
                AdministratorPost::Platform => msg::admins_no_head(lang),
                AdministratorPost::Additional => msg::admins_none(lang),
            }
            .to_owned(),
        ),
        (Some(by), Some(person)) => {
            leave(room, post, by, person).err().map(|refusal| text::refusal::sentence(lang, &refusal))
        }
        (Some(_), None) => None,
    };
    let mut fields = vec![
        Field::new("person", msg::admins_column_who(lang), FieldKind::Search(people(room, able)))
            .hint(msg::admins_person_hint(lang))
            .required()
            .maybe(person),
        Field::new("day", msg::admins_column_since(lang), FieldKind::Day).required().value(room.index.day),
    ];
    match post {
        AdministratorPost::Platform => fields.push(order_field(room).required()),
        AdministratorPost::Additional => fields.push(order_field(room)),
    }
    let by_field = Field::new("by", msg::admins_column_by(lang), FieldKind::Choice(people(room, appointers)));
    fields.push(by_field.required().maybe(by));
    let (title, clause) = match post {
        AdministratorPost::Platform => (msg::admins_appoint(lang), clause!("2.1/0")),
        AdministratorPost::Additional => (msg::admins_appoint_additional(lang), clause!("2.1/7")),
    };
    let lead = match post {
        AdministratorPost::Platform => msg::admins_appoint_lead(lang),
        AdministratorPost::Additional => msg::admins_additional_lead(lang),
    };
    let is_unverified = person.is_some_and(|person| !room.index.verified.contains(&person));
    let advice = Section::new("advice", "", Body::Notice(Tone::Warning, msg::admins_why_not_verified(lang).into()));
    Form {
        title: title.into(),
        lead: lead.into(),
        clause: Some(clause),
        submit: msg::admins_appoint_this(lang).into(),
        fields,
        preview: if is_unverified { vec![advice] } else { Vec::new() },
        refused,
    }
}

/// Reads the appointment.
pub fn command(
    room: &Room,
    values: &Values,
    post: AdministratorPost,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let person: Option<PersonId> = reader.needed("person", values.get("person"), Problem::Choice);
    let day = reader.needed_day("day", values.get("day"));
    let order: Option<LocalActId> = reader.optional("order", values.get("order"), Problem::Choice);
    let by: Option<PersonId> = reader.needed("by", values.get("by"), Problem::Choice);
    reader.finish(person.zip(day).zip(by).map(|((person, day), by)| {
        let row = Appointment {
            id: making.ids.fresh(),
            person,
            post,
            period: Period::since(day),
            order,
            appointed_by: Some(by),
            ended_by: None,
            end_reason: String::new(),
        };
        Appoint { leave: leave(room, post, by, person), row }.into()
    }))
}

/// The form that corrects an appointment.
pub fn edit(room: &Room, id: AppointmentId) -> Form {
    let lang = room.lang;
    let title = msg::admins_edit(lang).to_owned();
    let Some(row) = room.school.appointments().get(&id) else { return Form { title, ..Form::default() } };
    Form {
        title,
        lead: room.school.person_name(row.person),
        clause: Some(clause!("2.1/7")),
        fields: vec![
            Field::new("day", msg::admins_column_since(lang), FieldKind::Day).required().maybe(row.period.from),
            Field::new("until", msg::admins_column_until(lang), FieldKind::Day).maybe(row.period.to),
            order_field(room).maybe(row.order),
        ],
        ..Form::default()
    }
}

/// Reads the correction; the rules of appointments hold as for a new one.
pub fn edited(room: &Room, values: &Values, id: AppointmentId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    let until = reader.day("until", values.get("until"));
    if matches!((day, until), (Some(day), Some(until)) if until < day) {
        reader.fault("until", Problem::Backwards);
    }
    let order = reader.optional("order", values.get("order"), Problem::Choice);
    let row = room.school.appointments().get(&id).zip(day);
    reader.finish(row.map(|(row, day)| {
        let period = Period { from: Some(day), to: until };
        Command::Save(Appointment { period, order, ..row.as_ref().clone() }.into())
    }))
}

/// The form that ends an appointment.
pub fn end(room: &Room, values: &Values, id: AppointmentId) -> Form {
    let lang = room.lang;
    let title = msg::admins_end(lang).to_owned();
    let Some(row) = room.school.appointments().get(&id) else { return Form { title, ..Form::default() } };
    let is_last =
        is_in_order(room, row) && room.school.appointments().values().filter(|row| is_in_order(room, row)).count() == 1;
    let notice = Section::new("last", "", Body::Notice(Tone::Warning, msg::admins_last(lang).into()));
    let is_platform = row.post == AdministratorPost::Platform;
    let order = if is_platform { order_field(room).required() } else { order_field(room) };
    let reason = Field::new("reason", msg::admins_end_reason(lang), FieldKind::Text);
    let needs_reason = !is_platform && values.get("order").is_empty();
    Form {
        title,
        lead: msg::admins_end_lead(lang, &room.school.person_name(row.person)),
        clause: Some(clause!("4.3")),
        submit: msg::admins_end(lang).into(),
        fields: vec![
            Field::new("day", msg::admins_column_until(lang), FieldKind::Day).required().value(room.index.day),
            order,
            if needs_reason { reason.required() } else { reason },
        ],
        preview: if is_last { vec![notice] } else { Vec::new() },
        refused: None,
    }
}

/// Reads the end.
pub fn ended(values: &Values, id: AppointmentId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    let order = reader.optional("order", values.get("order"), Problem::Choice);
    let reason = values.get("reason").trim().to_owned();
    reader.finish(day.map(|on| EndAppointment { id, on, order, reason }.into()))
}
