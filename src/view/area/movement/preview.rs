//! What follows from a movement, in words, before it is recorded.

use crate::domain::{ClassId, LoadLineId, Person, PersonId, School};
use crate::plan::movement::{ChatMove, Consequences};
use crate::text::{Lang, msg};
use crate::view::page::{Body, Cell, Fact, Section, Tone};
use crate::view::room::Room;

/// Most names of a list.
const SHOWN: usize = 12;

/// The consequences as facts; a notice where there are none.
pub fn sections(room: &Room, told: &Consequences, new: Option<&Person>) -> Vec<Section> {
    let lang = room.lang;
    let school = room.school;
    let name = |id: PersonId| match new {
        Some(person) if person.id == id => person.name.to_string(),
        _ => school.person_name(id),
    };
    let mut facts = Vec::new();
    let mut fact = |label: &str, items: Vec<String>| {
        if !items.is_empty() {
            let count = items.len() as u64;
            facts.push(Fact::new(msg::movement_consequence(lang, count, label), Cell::text(list(lang, items))));
        }
    };
    let chats = |moves: &[ChatMove]| -> Vec<String> {
        let told = |chat: &ChatMove| {
            let title = if lang == Lang::Ru { &chat.name.ru } else { &chat.name.en };
            format!("{title} ({})", name(chat.person))
        };
        moves.iter().map(told).collect()
    };
    fact(msg::movement_chats_left(lang), chats(&told.left));
    fact(msg::movement_chats_joined(lang), chats(&told.joined));
    fact(msg::movement_along(lang), told.along.iter().map(|id| name(*id)).collect());
    fact(msg::movement_invites(lang), told.invites.iter().map(|id| invite_name(school, *id)).collect());
    fact(msg::movement_no_homeroom(lang), told.homerooms.iter().map(|id| school.class_name(*id)).collect());
    fact(msg::movement_no_teacher(lang), told.vacant.iter().map(|id| line_name(school, *id)).collect());
    fact(msg::movement_handed(lang), told.handed.iter().map(|id| line_name(school, *id)).collect());
    let groups = told.groups.iter().filter_map(|id| school.activities().get(id)).map(|group| group.name.clone());
    fact(msg::movement_no_leader(lang), groups.collect());
    let owned = told.owned.iter().filter_map(|id| school.chats().get(id)).map(|chat| chat.name.clone());
    fact(msg::movement_owned(lang), owned.collect());
    let appointments = told.administrators.iter().filter_map(|id| school.appointments().get(id));
    fact(msg::movement_rights_lost(lang), appointments.map(|row| name(row.person)).collect());
    fact(msg::movement_undivided(lang), told.undivided.iter().map(|id| line_name(school, *id)).collect());
    let mut sections = Vec::new();
    if told.leaves_no_administrator {
        let body = Body::Notice(Tone::Error, msg::movement_no_administrator(lang).to_owned());
        sections.push(Section::new("no-administrator", "", body));
    }
    let body = if facts.is_empty() {
        Body::Notice(Tone::Info, msg::movement_no_consequences(lang).to_owned())
    } else {
        Body::Facts(facts)
    };
    let note = msg::movement_steps_follow(lang, told.steps.len() as u64);
    sections.push(Section::new("consequences", msg::movement_consequences(lang), body).note(note));
    sections
}

/// The first items, and how many more.
fn list(lang: Lang, mut items: Vec<String>) -> String {
    let more = items.len().saturating_sub(SHOWN);
    items.truncate(SHOWN);
    let text = items.join("; ");
    if more > 0 { msg::movement_and_more(lang, more as u64, &text) } else { text }
}

/// A line of the load: subject, subgroup, class.
pub fn line_name(school: &School, id: LoadLineId) -> String {
    let Some(line) = school.load().get(&id) else { return String::new() };
    let subject = school.subjects().get(&line.subject).map(|subject| subject.name.clone()).unwrap_or_default();
    let parts = [subject, line.group.clone(), school.class_name(line.class)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn invite_name(school: &School, id: crate::domain::InviteId) -> String {
    school.invites().get(&id).map(|row| crate::domain::Record::Invite(row.clone()).caption(school)).unwrap_or_default()
}

/// A class by its label, the staff room by its name.
pub fn class_name(lang: Lang, school: &School, id: ClassId) -> String {
    if school.classes().get(&id).is_some_and(|class| class.is_staff_room()) {
        return msg::structure_staff_room(lang).to_owned();
    }
    school.class_name(id)
}
