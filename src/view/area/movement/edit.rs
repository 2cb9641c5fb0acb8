//! Editing what was written of a movement: its order, place and note. The records that followed are edited where they are.

use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{Command, Movement, MovementId, MovementKind};
use crate::text::{movement as words, msg};
use crate::view::choice;
use crate::view::fault::{Fault, Reader};
use crate::view::form::{Field, FieldKind, Form, Values};
use crate::view::room::Room;

/// The form.
pub fn form(room: &Room, id: MovementId) -> Form {
    let lang = room.lang;
    let Some(movement) = room.school.movements().get(&id) else { return Form::default() };
    let place = if movement.kind == MovementKind::Enrol {
        msg::movement_place_from(lang)
    } else {
        msg::movement_place_to(lang)
    };
    Form {
        title: format!("{} · {}", words::kind(lang, movement.kind), room.school.person_name(movement.person)),
        lead: msg::movement_edit_lead(lang).to_owned(),
        clause: Some(clause!("2.1/11")),
        fields: vec![
            Field::new("on", words::day(lang, movement.kind), FieldKind::Day).value(movement.on).required(),
            Field::new("order", msg::movement_order(lang), FieldKind::Search(choice::orders(room.school)))
                .maybe(movement.order),
            Field::new("place", place, FieldKind::Text).value(&movement.place),
            Field::new("note", msg::movement_note(lang), FieldKind::Text).value(&movement.note),
        ],
        ..Form::default()
    }
}

/// Saves what was edited.
pub fn command(room: &Room, id: MovementId, values: &Values) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let on = reader.needed_day("on", values.get("on"));
    let before = room.school.movements().get(&id);
    let (on, before) = reader.finish(on.zip(before))?;
    let movement = Movement {
        on,
        order: values.parsed("order"),
        place: tidy(values.get("place")),
        note: tidy(values.get("note")),
        ..before.as_ref().clone()
    };
    Ok(Command::Save(movement.into()))
}
