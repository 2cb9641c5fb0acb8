//! Mending a wrong role or a wrong class on the platform (SPEC section 2).

use super::preview::class_name;
use crate::clause;
use crate::domain::words::tidy;
use crate::domain::{ClassId, Command, IdSource, InviteRole, InviteTarget, MemberRole, MembershipId, ReRole};
use crate::text::{msg, people, refusal};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::room::Room;

/// The form.
pub fn form(room: &Room, values: &Values) -> Form {
    let lang = room.lang;
    let mut classes = choice::classes(room.school, room.index);
    if let Some(id) = room.index.staff_room {
        classes.insert(0, (id.to_string(), class_name(lang, room.school, id)));
    }
    classes.insert(0, (String::new(), msg::movement_choose(lang).to_owned()));
    let roles = vec![
        ("student".to_owned(), people::role(lang, MemberRole::Student).to_owned()),
        ("teacher".to_owned(), people::role(lang, MemberRole::Teacher).to_owned()),
    ];
    let mut form = Form {
        title: msg::movement_rerole(lang).to_owned(),
        lead: msg::movement_rerole_lead(lang).to_owned(),
        clause: Some(clause!("2.1/11")),
        submit: msg::movement_record(lang).to_owned(),
        fields: vec![
            Field::new("membership", msg::movement_membership(lang), FieldKind::Search(memberships(room))).required(),
            Field::new("to", msg::movement_right_class(lang), FieldKind::Choice(classes)).required(),
            Field::new("role", msg::movement_right_role(lang), FieldKind::Choice(roles)).value("student").required(),
            Field::new("note", msg::movement_note(lang), FieldKind::Text),
        ],
        ..Form::default()
    };
    let values = values.over(&form);
    if let Ok(command) = command(room, &values, &mut IdSource::new(0, [0; 10])) {
        let answer = room.school.handle(&command, room.context);
        form.refused = answer.err().map(|error| refusal::sentence(lang, &error));
    }
    form
}

/// Memberships of today: who, where, in which role.
fn memberships(room: &Room) -> Vec<Choice> {
    let now = room.school.memberships().values().filter(|row| row.period.contains(room.index.day));
    let told = |row: &std::sync::Arc<crate::domain::Membership>| {
        let class = class_name(room.lang, room.school, row.class);
        let role = people::role(room.lang, row.role);
        (row.id.to_string(), format!("{} · {class} · {role}", room.school.person_name(row.person)))
    };
    let mut choices: Vec<Choice> = now.map(told).collect();
    choice::sort_by_name(&mut choices);
    choices
}

/// The act.
pub fn command(_: &Room, values: &Values, ids: &mut IdSource) -> Result<Command, Vec<Fault>> {
    let mut reader = Reader::default();
    let membership: Option<MembershipId> = reader.needed("membership", values.get("membership"), Problem::Choice);
    let class: Option<ClassId> = reader.needed("to", values.get("to"), Problem::Choice);
    let (membership, class) = reader.finish(membership.zip(class))?;
    let role = if values.get("role") == "teacher" { InviteRole::Teacher } else { InviteRole::Student };
    Ok(Command::from(ReRole {
        id: ids.fresh(),
        membership,
        invite: ids.fresh(),
        target: InviteTarget::Class(class),
        role,
        note: tidy(values.get("note")),
    }))
}
