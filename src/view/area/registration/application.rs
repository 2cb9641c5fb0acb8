//! The application: three contacts and the order, the letter, and what came of it (2.1/1, 2.1/2).

use super::current;
use crate::clause;
use crate::domain::registration_act::{AnswerApplication, RegisterAdministrator, SendApplication};
use crate::domain::{
    AdministratorPost, ApplicationState, Appointment, Command, Email, PersonId, Phone, RegistrationApplication,
    RegistrationApplicationId,
};
use crate::text::{date, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::page::{Body, Button, Does, Section, Tone};
use crate::view::room::{Making, Room};

/// The letter to the platform.
pub fn letter(room: &Room, row: &RegistrationApplication) -> String {
    let lang = room.lang;
    let organisation = room.school.organisation().values().next();
    let school = organisation.map(|row| row.full_name.clone()).filter(|name| !name.is_empty());
    let school = school.or_else(|| organisation.map(|row| row.short_name.clone())).unwrap_or_default();
    let order = row.order.and_then(|id| room.school.acts().get(&id));
    let order = order.map(|act| msg::registration_order_line(lang, &date::short(act.date), &act.number));
    let email = row.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let phone = row.phone.map(|phone| phone.to_string()).unwrap_or_default();
    [
        msg::registration_letter_hello(lang).to_owned(),
        String::new(),
        msg::registration_letter_ask(lang, &school),
        String::new(),
        msg::registration_letter_person(lang, &row.name),
        msg::registration_letter_email(lang, &email),
        msg::registration_letter_phone(lang, &phone),
        msg::registration_letter_order(lang, &order.unwrap_or_default()),
        String::new(),
        school,
    ]
    .join("\n")
}

/// Copy and send; the address is the platform's, as the school knows it.
pub fn buttons(room: &Room, row: &RegistrationApplication) -> Vec<Button> {
    let lang = room.lang;
    let letter = letter(room, row);
    let refused = (!row.is_complete()).then(|| msg::registration_incomplete(lang).to_owned());
    let address = room.school.platform().values().next().and_then(|row| row.support_email.clone());
    let mail = match &address {
        Some(address) => {
            let subject = encode(msg::registration_letter_subject(lang));
            Does::Mail(format!("mailto:{address}?subject={subject}&body={}", encode(&letter)))
        }
        None => Does::Go(crate::view::route::Route::School.to_string()),
    };
    let label = match &address {
        Some(address) => msg::registration_mail(lang, address.as_str()),
        None => msg::registration_mail_unknown(lang).to_owned(),
    };
    vec![
        Button::new("copy-letter", msg::registration_copy(lang), Does::Copy(letter)).refused(refused.clone()),
        Button::new("mail-letter", label, mail).refused(refused.filter(|_| address.is_some())),
    ]
}

/// Percent-encodes a text for a `mailto:` address (RFC 6068); lines end as it asks.
fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len() * 3);
    for byte in text.replace('\n', "\r\n").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn administrators<'a>(room: &Room<'a>) -> impl Iterator<Item = &'a Appointment> + use<'a> {
    let day = room.index.day;
    let rows = room.school.appointments().values().map(AsRef::as_ref);
    rows.filter(move |row| row.post == AdministratorPost::Platform && row.period.to.is_none_or(|to| to >= day))
}

/// The form that prepares it; contacts come from the card of the administrator.
pub fn form(room: &Room, values: &Values, id: Option<RegistrationApplicationId>) -> Form {
    let lang = room.lang;
    let row = id.and_then(|id| room.school.applications().get(&id)).filter(|row| row.state == ApplicationState::Draft);
    let appointment = administrators(room).next();
    let typed = values.typed("person").and_then(|text| text.parse().ok());
    let person = typed.or(row.and_then(|row| row.person)).or(appointment.map(|row| row.person));
    let card = person.and_then(|id| room.school.people().get(&id));
    // What the application said stays; a newly chosen person brings the contacts of the card.
    let said = row.filter(|row| row.person == person);
    let name = said.map(|row| row.name.clone()).or(card.map(|card| card.name.to_string()));
    let email = said.and_then(|row| row.email.clone()).or(card.and_then(|card| card.email.clone()));
    let phone = said.and_then(|row| row.phone).or(card.and_then(|card| card.phone));
    let order = row.and_then(|row| row.order);
    let order = order.or(appointment.filter(|row| Some(row.person) == person).and_then(|row| row.order));
    let mut people: Vec<_> =
        administrators(room).map(|row| (row.person.to_string(), room.school.person_name(row.person))).collect();
    people.dedup();
    let refused = people.is_empty().then(|| msg::registration_no_administrator(lang).to_owned());
    Form {
        title: msg::registration_prepare(lang).into(),
        lead: msg::registration_prepare_lead(lang).into(),
        clause: Some(clause!("2.1/1")),
        fields: vec![
            Field::new("person", msg::registration_administrator(lang), FieldKind::Choice(people))
                .required()
                .maybe(person),
            Field::new("name", msg::registration_person(lang), FieldKind::Text).maybe(name),
            Field::new("email", msg::registration_email(lang), FieldKind::Email).maybe(email),
            Field::new("phone", msg::registration_phone(lang), FieldKind::Phone)
                .hint(msg::registration_phone_hint(lang))
                .maybe(phone),
            Field::new("order", msg::registration_order(lang), FieldKind::Search(choice::orders(room.school)))
                .maybe(order),
        ],
        refused,
        ..Form::default()
    }
}

/// Reads the application; an incomplete one is kept, only not sent.
pub fn command(
    room: &Room,
    values: &Values,
    id: Option<RegistrationApplicationId>,
    making: &mut Making,
) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let person: Option<PersonId> = reader.needed("person", values.get("person"), Problem::Choice);
    let email: Option<Email> = reader.optional("email", values.get("email"), Problem::Email);
    let phone: Option<Phone> = reader.optional("phone", values.get("phone"), Problem::Phone);
    let order = reader.optional("order", values.get("order"), Problem::Choice);
    let draft = id.and_then(|id| room.school.applications().get(&id));
    let draft = draft.filter(|row| row.state == ApplicationState::Draft);
    let row = RegistrationApplication {
        id: draft.map_or_else(|| making.ids.fresh(), |row| row.id),
        person,
        name: crate::domain::words::tidy(values.get("name")),
        email,
        phone,
        order,
        state: ApplicationState::Draft,
        registered: None,
        note: draft.map(|row| row.note.clone()).unwrap_or_default(),
    };
    reader.finish(Some(Command::Save(row.into())))
}

fn day(room: &Room) -> Field {
    Field::new("day", msg::invites_day(room.lang), FieldKind::Day).required().value(room.index.day)
}

/// The form that writes down the sending, with the letter once more.
pub fn send(room: &Room, id: RegistrationApplicationId) -> Form {
    let lang = room.lang;
    let row = room.school.applications().get(&id);
    let is_complete = row.is_some_and(|row| row.is_complete());
    let letter =
        row.map(|row| Section::new("letter", msg::registration_letter(lang), Body::Verbatim(self::letter(room, row))));
    Form {
        title: msg::registration_mark_sent(lang).into(),
        clause: Some(clause!("2.1/1")),
        fields: vec![day(room)],
        preview: letter.into_iter().collect(),
        refused: (!is_complete).then(|| msg::registration_incomplete(lang).to_owned()),
        ..Form::default()
    }
}

/// Reads it.
pub fn sent(values: &Values, id: RegistrationApplicationId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    reader.finish(day.map(|on| SendApplication { id, on }.into()))
}

/// The form that writes down the answer.
pub fn answer(room: &Room) -> Form {
    Form {
        title: msg::registration_mark_answered(room.lang).into(),
        clause: Some(clause!("2.1/1")),
        fields: vec![day(room)],
        ..Form::default()
    }
}

/// Reads it.
pub fn answered(values: &Values, id: RegistrationApplicationId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    reader.finish(day.map(|on| AnswerApplication { id, on }.into()))
}

/// The form that writes down the registration; it warns of another phone and takes it.
pub fn register(room: &Room, values: &Values, id: RegistrationApplicationId) -> Form {
    let lang = room.lang;
    let row = room.school.applications().get(&id);
    let asked = row.and_then(|row| row.phone).or_else(|| current(room).and_then(|row| row.phone));
    let typed: Option<Phone> = values.typed("phone").and_then(|text| text.parse().ok());
    let differs = asked.zip(typed).filter(|(asked, typed)| asked != typed);
    let notice = differs.map(|(asked, typed)| {
        let text = msg::registration_phone_differs(lang, &asked.to_string(), &typed.to_string());
        Section::new("differs", "", Body::Notice(Tone::Error, text))
    });
    Form {
        title: msg::registration_mark_registered(lang).into(),
        lead: msg::registration_step_register_text(lang).into(),
        clause: Some(clause!("2.1/2")),
        fields: vec![
            day(room),
            Field::new("phone", msg::registration_used_phone(lang), FieldKind::Phone).required().maybe(asked),
        ],
        preview: notice.into_iter().collect(),
        ..Form::default()
    }
}

/// Reads it.
pub fn registered(values: &Values, id: RegistrationApplicationId) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let day = reader.needed_day("day", values.get("day"));
    let phone: Option<Phone> = reader.needed("phone", values.get("phone"), Problem::Phone);
    reader.finish(day.zip(phone).map(|(on, phone)| RegisterAdministrator { id, on, phone }.into()))
}
