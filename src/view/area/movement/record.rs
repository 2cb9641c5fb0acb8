//! Recording a movement: a form for each kind, with its consequences as one types.

use std::collections::{BTreeMap, BTreeSet};

use super::preview;
use crate::clause;
use crate::domain::{
    Class, ClassId, Command, Handover, IdSource, LoadLineId, LocalActId, Movement, MovementKind, Period, Person,
    PersonId, PersonName, Position, RecordMovement, StaffCategory, StepAction,
};
use crate::plan::movement::{Consequences, consequences};
use crate::text::{movement as words, msg, people, refusal};
use crate::view::choice;
use crate::view::fault::{Fault, Problem, Reader};
use crate::view::form::{Choice, Field, FieldKind, Form, Values};
use crate::view::room::Room;
use crate::view::search;

/// The test identity of the button of a kind.
pub fn button(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Enrol => "enrol",
        MovementKind::ClassChange => "class-change",
        MovementKind::Promote => "promote",
        MovementKind::Repeat => "repeat",
        MovementKind::Graduate => "graduate",
        MovementKind::Leave => "leave",
        MovementKind::Hire => "hire",
        MovementKind::Dismiss => "dismiss",
        MovementKind::Absence => "absence",
        MovementKind::Return => "return",
        MovementKind::ReRole => "rerole",
    }
}

/// The form of a kind.
pub fn form(room: &Room, kind: MovementKind, values: &Values) -> Form {
    let lang = room.lang;
    let mut form = Form {
        title: words::kind(lang, kind).to_owned(),
        lead: words::lead(lang, kind).to_owned(),
        clause: Some(clause!("2.1/11")),
        submit: msg::movement_record(lang).to_owned(),
        fields: fields(room, kind, values),
        ..Form::default()
    };
    let values = values.over(&form);
    // Identities of a preview are thrown away.
    let mut ids = IdSource::new(0, [0; 10]);
    if let Ok(act) = read(room, kind, &values, &mut ids) {
        match consequences(room.school, room.regulation, room.context, &act) {
            Ok(told) => form.preview = preview::sections(room, &told, act.person.as_ref()),
            Err(error) => form.refused = Some(refusal::sentence(lang, &error)),
        }
    }
    form
}

/// The command: the records, the steps and what becomes known of chats.
pub fn command(room: &Room, kind: MovementKind, values: &Values, ids: &mut IdSource) -> Result<Command, Vec<Fault>> {
    let mut act = read(room, kind, values, ids)?;
    if let Ok(Consequences { steps, news, .. }) = consequences(room.school, room.regulation, room.context, &act) {
        act.movement.steps = steps;
        act.chats = news;
    }
    // A refusal is told when the command is dispatched.
    Ok(Command::from(act))
}

fn fields(room: &Room, kind: MovementKind, values: &Values) -> Vec<Field> {
    let lang = room.lang;
    let mut fields = who(room, kind);
    fields.push(Field::new("on", words::day(lang, kind), FieldKind::Day).value(room.context.today).required());
    if kind == MovementKind::Enrol || kind.changes_class() {
        let classes = FieldKind::Choice(with_nothing(room, choice::classes(room.school, room.index)));
        fields.push(Field::new("to", msg::movement_to_class(lang), classes).required());
        let groups = groups_of(room, values.parsed("to"));
        if !groups.is_empty() {
            let field = Field::new("groups", msg::movement_groups(lang), FieldKind::Many(groups));
            fields.push(field.hint(msg::movement_groups_hint(lang)));
        }
    }
    match kind {
        MovementKind::Enrol => fields.push(Field::new("place", msg::movement_place_from(lang), FieldKind::Text)),
        MovementKind::Leave | MovementKind::Graduate => {
            fields.push(Field::new("place", msg::movement_place_to(lang), FieldKind::Text));
        }
        MovementKind::Hire => {
            fields.push(Field::new("title", msg::movement_post(lang), FieldKind::Text).required());
            let categories =
                StaffCategory::ALL.map(|category| (code(category), people::category(lang, category).to_owned()));
            let kind = FieldKind::Choice(with_nothing(room, categories.into()));
            fields.push(
                Field::new("category", msg::movement_category(lang), kind).hint(msg::movement_category_hint(lang)),
            );
        }
        MovementKind::Dismiss | MovementKind::Absence => fields.extend(handover(room, kind)),
        MovementKind::Return => {
            let person: Option<PersonId> = values.parsed("person");
            let given = given_lines(room, person);
            let all: Vec<&str> = given.iter().map(|(id, _)| id.as_str()).collect();
            let value = all.join("\n");
            fields.push(Field::new("lines", msg::movement_lines_back(lang), FieldKind::Many(given)).value(value));
            fields.push(Field::new("homeroom-back", msg::movement_homeroom_back(lang), FieldKind::Flag).value("yes"));
        }
        _ => {}
    }
    fields.push(Field::new("order", msg::movement_order(lang), FieldKind::Search(choice::orders(room.school))));
    fields.push(Field::new("note", msg::movement_note(lang), FieldKind::Text));
    fields
}

fn with_nothing(room: &Room, mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.insert(0, (String::new(), msg::movement_choose(room.lang).to_owned()));
    choices
}

fn code(category: StaffCategory) -> String {
    serde_json::to_value(category).ok().and_then(|value| value.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

/// Who moves: somebody of the plan, or a name where the movement brings somebody new.
fn who(room: &Room, kind: MovementKind) -> Vec<Field> {
    let lang = room.lang;
    let label = if kind.is_of_student() { msg::movement_student(lang) } else { msg::movement_worker(lang) };
    let choices = FieldKind::Search(candidates(room, kind));
    // A link to this screen may name the person: `#/movement?person=ID`.
    let field = Field::new("person", label, choices).value(room.query.get("person"));
    if matches!(kind, MovementKind::Enrol | MovementKind::Hire) {
        let name = Field::new("name", msg::movement_name(lang), FieldKind::Text).hint(msg::movement_name_hint(lang));
        vec![field, name]
    } else {
        vec![field.required()]
    }
}

/// The people whom a movement of a kind can be about, by name.
fn candidates(room: &Room, kind: MovementKind) -> Vec<Choice> {
    let (school, index) = (room.school, room.index);
    let ids: BTreeSet<PersonId> = match kind {
        MovementKind::Enrol => {
            let once = school.enrolments().values().map(|row| row.student);
            once.filter(|id| !index.class_of.contains_key(id)).collect()
        }
        MovementKind::Hire => {
            let once = school.positions().values().map(|row| row.person);
            once.filter(|id| !index.is_staff(*id)).collect()
        }
        kind if kind.is_of_student() => index.class_of.keys().copied().collect(),
        _ => index.positions.keys().copied().collect(),
    };
    named(room, ids)
}

/// People with what tells them apart, by name.
pub fn named(room: &Room, ids: impl IntoIterator<Item = PersonId>) -> Vec<Choice> {
    let told = |id: PersonId| {
        let name = room.school.person_name(id);
        let note = search::note(room.school, room.index, id);
        let text = if note.is_empty() { name } else { format!("{name} · {note}") };
        (id.to_string(), text)
    };
    let mut choices: Vec<Choice> = ids.into_iter().map(told).collect();
    choice::sort_by_name(&mut choices);
    choices
}

/// The subgroups of a class.
fn groups_of(room: &Room, class: Option<ClassId>) -> Vec<Choice> {
    let lines = class.and_then(|class| room.index.lines.get(&class)).map(Vec::as_slice).unwrap_or_default();
    let divided = lines.iter().filter(|id| room.school.load().get(id).is_some_and(|line| !line.group.is_empty()));
    divided.map(|id| (id.to_string(), preview::line_name(room.school, *id))).collect()
}

/// The lines that were given up when the person went away.
fn given_lines(room: &Room, person: Option<PersonId>) -> Vec<Choice> {
    let last = room
        .school
        .movements()
        .values()
        .filter(|row| Some(row.person) == person && row.kind == MovementKind::Absence)
        .max_by_key(|row| (row.on, row.id));
    let steps = last.map(|row| row.steps.as_slice()).unwrap_or_default();
    let lines = steps.iter().filter_map(|step| match step.action {
        StepAction::ReplaceTeacher(id) => Some(id),
        _ => None,
    });
    lines.map(|id| (id.to_string(), preview::line_name(room.school, id))).collect()
}

fn handover(room: &Room, kind: MovementKind) -> Vec<Field> {
    let lang = room.lang;
    let staff = || FieldKind::Search(named(room, room.index.positions.keys().copied()));
    let flag = |id, label: &'static str| Field::new(id, label, FieldKind::Flag);
    let mut fields = Vec::new();
    let is_absence = kind == MovementKind::Absence;
    if is_absence {
        fields.push(flag("gives-lines", msg::movement_gives_lines(lang)));
    }
    fields.push(Field::new("teacher", msg::movement_teacher(lang), staff()).hint(msg::movement_teacher_hint(lang)));
    if is_absence {
        fields.push(flag("gives-homeroom", msg::movement_gives_homeroom(lang)));
    }
    fields.push(Field::new("homeroom", msg::movement_homeroom(lang), staff()).hint(msg::movement_homeroom_hint(lang)));
    if is_absence {
        fields.push(flag("ends-administration", msg::movement_ends_administration(lang)));
    }
    fields
}

/// Reads the form into the act, without steps.
fn read(room: &Room, kind: MovementKind, values: &Values, ids: &mut IdSource) -> Result<RecordMovement, Vec<Fault>> {
    let mut reader = Reader::default();
    let brings_new = matches!(kind, MovementKind::Enrol | MovementKind::Hire);
    let chosen: Option<PersonId> = values.parsed("person");
    let mut new = None;
    if chosen.is_none() && brings_new {
        match PersonName::parse(values.get("name")) {
            Ok(name) => new = Some(Person::new(ids.fresh(), name)),
            Err(_) => {
                reader.fault("name", if values.get("name").trim().is_empty() { Problem::Empty } else { Problem::Name });
            }
        }
    } else if chosen.is_none() {
        reader.fault("person", Problem::Choice);
    }
    let person = chosen.or(new.as_ref().map(|person| person.id));
    let on = reader.needed_day("on", values.get("on"));
    let needs_class = kind == MovementKind::Enrol || kind.changes_class();
    let to: Option<ClassId> = if needs_class { reader.needed("to", values.get("to"), Problem::Choice) } else { None };
    let order: Option<LocalActId> = values.parsed("order");
    let title = if kind == MovementKind::Hire { reader.required("title", values.get("title")) } else { String::new() };
    let category = category(&title, values.get("category"));
    if kind == MovementKind::Hire && !title.is_empty() && category.is_none() {
        reader.fault("category", Problem::Choice);
    }
    let whole = person.zip(on).filter(|_| to.is_some() || !needs_class);
    let (person, on) = reader.finish(whole)?;
    let post = category.filter(|_| kind == MovementKind::Hire).map(|category| Position {
        id: ids.fresh(),
        person,
        title,
        category,
        period: Period::since(on),
        order,
    });
    let lines: BTreeSet<LoadLineId> =
        values.many(if kind == MovementKind::Return { "lines" } else { "groups" }).collect();
    let terms =
        room.school.classes().values().filter(|class| leads_or_led(room, person, class)).map(|_| ids.fresh()).collect();
    Ok(RecordMovement {
        movement: Movement {
            id: ids.fresh(),
            kind,
            person,
            on,
            order,
            from: room.index.class_of.get(&person).copied().filter(|_| kind.is_of_student() && !brings_new),
            to,
            place: crate::domain::words::tidy(values.get("place")),
            steps: Vec::new(),
            note: crate::domain::words::tidy(values.get("note")),
        },
        person: new,
        post,
        stay: ids.fresh(),
        lines,
        handover: Handover {
            teacher: values.parsed("teacher"),
            homeroom: values.parsed("homeroom"),
            gives_lines: values.is("gives-lines"),
            gives_homeroom: values.is("gives-homeroom") || values.is("homeroom-back"),
            ends_administration: values.is("ends-administration"),
        },
        terms,
        chats: BTreeMap::new(),
    })
}

/// The category that was chosen, or the one that the title of the post tells.
fn category(title: &str, chosen: &str) -> Option<StaffCategory> {
    StaffCategory::ALL
        .into_iter()
        .find(|category| code(*category) == chosen)
        .or_else(|| crate::text::post::category(title))
}

/// Whether the person ever led the class: so many terms may begin.
fn leads_or_led(room: &Room, person: PersonId, class: &Class) -> bool {
    room.school.homerooms().values().any(|term| term.class == class.id && term.teacher == person)
}
