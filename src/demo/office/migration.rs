//! The move to another platform, begun with the oldest classes (SPEC section 9), and what the school decided of the text.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Office;
use crate::demo::day;
use crate::demo::sketch::Sketch;
use crate::domain::{ChatScope, Counterpart, CounterpartOf, CounterpartState, Interpretation};

/// What the school decided where the text is silent: the question, the choice, why.
const DECIDED: [(&str, &str, &str); 3] = [
    ("cell:4:administration", "deny", "Приказ готовит заместитель, подписывает директор."),
    ("cell:12:class-teacher", "deny", "Ссылки в класс выдаёт администратор, чтобы их было легко учесть."),
    ("cell:10:administration", "deny", "Списки готовит заместитель, утверждает директор."),
];

/// Writes counterparts and interpretations.
pub fn begin(sketch: &mut Sketch, office: &Office) {
    let oldest: BTreeSet<_> =
        office.frame.rooms.iter().filter(|room| room.label.grade() == 11).map(|room| room.id).collect();
    let chats: Vec<(crate::domain::ChatId, String)> = sketch
        .records
        .chats
        .iter()
        .filter(|chat| matches!(&chat.scope, ChatScope::Class(class) if oldest.contains(class)))
        .map(|chat| (chat.id, chat.name.clone()))
        .collect();
    for (number, (chat, name)) in chats.into_iter().enumerate() {
        let state = match number % 3 {
            0 => CounterpartState::Moved { on: day(2026, 11, 16) },
            1 => CounterpartState::Created { on: day(2026, 11, 10) },
            _ => CounterpartState::Planned,
        };
        counterpart(sketch, CounterpartOf::Chat(chat), name, state);
    }
    let channel = sketch.records.channels.first().map(|channel| (channel.id, channel.name.clone()));
    if let Some((channel, name)) = channel {
        counterpart(sketch, CounterpartOf::Channel(channel), name, CounterpartState::Planned);
    }
    counterpart(sketch, CounterpartOf::Class(office.frame.staff_room), String::new(), CounterpartState::Planned);
    let by = sketch.records.people.iter().find(|person| person.id == office.staff.head.id);
    let by = by.map(|person| person.name.to_string()).unwrap_or_default();
    for (question, choice, note) in DECIDED {
        let id = sketch.ids.fresh();
        sketch.records.interpretations.push(Arc::new(Interpretation {
            id,
            question: question.to_owned(),
            choice: choice.to_owned(),
            decided_on: day(2026, 9, 7),
            decided_by: by.clone(),
            note: note.to_owned(),
        }));
    }
}

fn counterpart(sketch: &mut Sketch, of: CounterpartOf, name: String, state: CounterpartState) {
    let is_there = !matches!(state, CounterpartState::Planned);
    let number = sketch.records.counterparts.len() + 1;
    let id = sketch.ids.fresh();
    sketch.records.counterparts.push(Arc::new(Counterpart {
        id,
        of,
        name: if is_there { name } else { String::new() },
        link: if is_there { format!("https://next.example.org/{number:03}") } else { String::new() },
        state,
        read_only_on: is_there.then_some(day(2026, 12, 28)),
        missing: BTreeSet::new(),
    }));
}
