//! The steps with how far each is, and the orders they need.

use super::{Ask, Deed, OrderKind};
use crate::clause;
use crate::domain::{ApplicationState, ClauseId, Command, LocalAct, LocalActKind, PersonId, StaffCategory};
use crate::text::{date, msg};
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::launch::Launch;
use crate::view::page::{Button, Does, Step, StepState};
use crate::view::room::{Making, Room};
use crate::view::route::Route;

/// A step before it is known which one is the next.
struct Draft {
    title: &'static str,
    text: String,
    is_done: bool,
    /// Whether it waits for an earlier one.
    is_blocked: bool,
    clause: ClauseId,
    acts: Vec<Button>,
}

/// The steps in their order; the first that can be done is the current one.
pub fn steps(room: &Room) -> Vec<Step> {
    let launch = Launch::of(room.school, room.index);
    let drafts = [order_on_use(room, &launch), appointment(room, &launch)]
        .into_iter()
        .chain(application_steps(room, &launch))
        .chain([organisation(room, &launch), staff_room(room)]);
    let mut has_current = false;
    drafts
        .map(|draft| {
            let state = match (draft.is_done, draft.is_blocked) {
                (true, _) => StepState::Done,
                (false, true) => StepState::Blocked,
                (false, false) if has_current => StepState::Open,
                (false, false) => {
                    has_current = true;
                    StepState::Current
                }
            };
            Step { title: draft.title.into(), text: draft.text, state, clause: Some(draft.clause), acts: draft.acts }
        })
        .collect()
}

fn order_on_use(room: &Room, launch: &Launch) -> Draft {
    let lang = room.lang;
    let is_done = launch.has_order_on_use;
    let add = Button::new("order-use", msg::registration_add_order(lang), Ask::Order(OrderKind::Use));
    Draft {
        title: msg::registration_step_use(lang),
        text: msg::registration_step_use_text(lang).into(),
        is_done,
        is_blocked: false,
        clause: clause!("2.2/1"),
        acts: vec![
            if is_done { add } else { add.primary() },
            Button::new("documents", msg::nav_documents(lang), Route::Documents),
        ],
    }
}

fn appointment(room: &Room, launch: &Launch) -> Draft {
    let lang = room.lang;
    let active = launch.administrator;
    let text = match active {
        Some(row) => msg::registration_step_appoint_done(lang, &room.school.person_name(row.person)),
        None => msg::registration_step_appoint_text(lang).to_owned(),
    };
    Draft {
        title: msg::registration_step_appoint(lang),
        text,
        is_done: active.is_some(),
        is_blocked: false,
        clause: clause!("2.1/0"),
        acts: vec![
            Button::new("order-administrator", msg::registration_add_order(lang), Ask::Order(OrderKind::Administrator)),
            Button::new("administrators", msg::nav_administrators(lang), Route::Administrators),
        ],
    }
}

/// Application prepared, sent, answered; registered by its phone.
fn application_steps(room: &Room, launch: &Launch) -> Vec<Draft> {
    let lang = room.lang;
    let row = launch.application;
    let (sent, answered, is_complete) = (launch.sent(), launch.answered(), launch.is_complete());
    let registered = row.and_then(|row| row.registered);
    let is_same_phone = row.is_some_and(crate::domain::RegistrationApplication::is_same_phone);
    let is_open = row.is_none_or(|row| row.state == ApplicationState::Draft);
    let prepare = if is_open {
        let label = if row.is_some() { msg::edit(lang) } else { msg::registration_prepare(lang) };
        vec![Button::new("prepare", label, Ask::Application(row.map(|row| row.id)))]
    } else {
        vec![Button::new("prepare-again", msg::registration_prepare_again(lang), Ask::Application(None))]
    };
    let refused = (!is_complete).then(|| msg::registration_incomplete(lang).to_owned());
    let step = |id, label: &str, ask: Option<Ask>| -> Vec<Button> {
        ask.map(|ask| Button::new(id, label, ask)).into_iter().collect()
    };
    let mark =
        step("send", msg::registration_mark_sent(lang), row.filter(|_| sent.is_none()).map(|row| Ask::Send(row.id)));
    let waiting = row.filter(|_| sent.is_some());
    let answer = waiting.filter(|_| answered.is_none()).map(|row| Ask::Answer(row.id));
    let register = waiting.map(|row| Ask::Register(row.id));
    let registered_text = match registered {
        Some(fact) if is_same_phone => {
            msg::registration_registered(lang, &date::short(fact.on), &fact.phone.to_string())
        }
        Some(fact) => {
            let asked = row.and_then(|row| row.phone).map(|phone| phone.to_string()).unwrap_or_default();
            msg::registration_phone_differs(lang, &asked, &fact.phone.to_string())
        }
        None => msg::registration_step_register_text(lang).to_owned(),
    };
    let day = |day: Option<chrono::NaiveDate>, text: &str| day.map_or_else(|| text.to_owned(), date::short);
    vec![
        Draft {
            title: msg::registration_step_prepare(lang),
            text: msg::registration_step_prepare_text(lang).into(),
            is_done: is_complete,
            is_blocked: false,
            clause: clause!("2.1/1"),
            acts: prepare,
        },
        Draft {
            title: msg::registration_step_send(lang),
            text: day(sent, msg::registration_step_send_text(lang)),
            is_done: sent.is_some(),
            is_blocked: !is_complete,
            clause: clause!("2.1/1"),
            acts: mark.into_iter().map(|act| act.refused(refused.clone())).collect(),
        },
        Draft {
            title: msg::registration_step_answer(lang),
            text: day(answered, msg::registration_step_answer_text(lang)),
            is_done: answered.is_some(),
            is_blocked: sent.is_none(),
            clause: clause!("2.1/1"),
            acts: step("answer", msg::registration_mark_answered(lang), answer),
        },
        Draft {
            title: msg::registration_step_register(lang),
            text: registered_text,
            // 2.1/2: another phone leaves the step open.
            is_done: launch.is_registered(),
            is_blocked: sent.is_none(),
            clause: clause!("2.1/2"),
            acts: step("register", msg::registration_mark_registered(lang), register),
        },
    ]
}

fn organisation(room: &Room, launch: &Launch) -> Draft {
    let lang = room.lang;
    Draft {
        title: msg::registration_step_organisation(lang),
        text: msg::registration_step_organisation_text(lang).into(),
        is_done: launch.has_organisation,
        is_blocked: false,
        clause: clause!("2.1/3"),
        acts: vec![Button::new("organisation", msg::registration_to_school(lang), Route::School)],
    }
}

fn staff_room(room: &Room) -> Draft {
    let lang = room.lang;
    let acts = match room.index.staff_room {
        Some(id) => vec![
            Button::new("staff-room", msg::registration_to_staff_room(lang), Route::Class(id)),
            Button::new("invite-staff", msg::nav_invites(lang), Does::Go(format!("{}?tab=waiting", Route::Invites))),
        ],
        None => vec![Button::new("create-staff-room", msg::registration_create_staff_room(lang), Deed::StaffRoom)],
    };
    let name = room.school.organisation().values().next().map(|row| row.short_name.clone()).unwrap_or_default();
    Draft {
        title: msg::registration_step_staff_room(lang),
        text: msg::registration_step_staff_room_text(lang, &name),
        is_done: room.index.staff_room.is_some(),
        is_blocked: false,
        clause: clause!("2.1/4"),
        acts,
    }
}

/// The form that registers an order of the head.
pub fn order(room: &Room, kind: OrderKind) -> Form {
    let lang = room.lang;
    let heads = room.school.positions().values().filter(|row| row.period.contains(room.index.day));
    let heads = heads.filter(|row| row.category == StaffCategory::Head).map(|row| row.person);
    let signers: Vec<_> = heads.map(|id: PersonId| (id.to_string(), room.school.person_name(id))).collect();
    let refused = signers.is_empty().then(|| msg::admins_no_head(lang).to_owned());
    let (title, clause) = match kind {
        OrderKind::Use => (msg::registration_order_use(lang), clause!("2.2/1")),
        OrderKind::Administrator => (msg::registration_order_administrator(lang), clause!("2.1/0")),
    };
    let first = signers.first().map(|(id, _)| id.clone());
    Form {
        title: msg::registration_add_order(lang).into(),
        lead: msg::registration_order_lead(lang).into(),
        clause: Some(clause),
        fields: vec![
            Field::new("number", msg::school_act_number(lang), FieldKind::Text).required(),
            Field::new("day", msg::school_act_date(lang), FieldKind::Day).required().value(room.index.day),
            Field::new("title", msg::school_act_title(lang), FieldKind::Text).required().value(title),
            Field::new("signer", msg::school_act_signer(lang), FieldKind::Choice(signers)).required().maybe(first),
        ],
        refused,
        ..Form::default()
    }
}

/// Reads the order.
pub fn ordered(values: &Values, making: &mut Making) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let number = reader.required("number", values.get("number"));
    let title = reader.required("title", values.get("title"));
    let day = reader.needed_day("day", values.get("day"));
    let signer: Option<PersonId> = reader.needed("signer", values.get("signer"), Problem::Choice);
    reader.finish(day.map(|date| {
        let kind = LocalActKind::Order;
        Command::Save(LocalAct { id: making.ids.fresh(), kind, number, date, title, signer }.into())
    }))
}
