//! System channels with their materials and publications (2.1/13, 2.2/5).

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, earlier, later};
use crate::demo::sketch::Sketch;
use crate::demo::{DAY, day};
use crate::domain::{
    AudienceGroup, Channel, ChannelId, ChannelKind, Material, MaterialState, Publication, PublicationState,
};

/// What was and will be published: day, channel, title.
const POSTS: [(NaiveDate, usize, &str); 14] = [
    (day(2026, 9, 1), 0, "День знаний: расписание линеек"),
    (day(2026, 9, 4), 1, "Как подтвердить статус «учитель»"),
    (day(2026, 9, 7), 2, "Как вступить в родительский чат класса"),
    (day(2026, 9, 14), 0, "Кружки и секции: запись"),
    (day(2026, 9, 21), 1, "Сверка контингента: сроки"),
    (day(2026, 9, 28), 2, "Безопасность профиля: памятка для семьи"),
    (day(2026, 10, 5), 0, "День учителя: поздравление"),
    (day(2026, 10, 19), 0, "Олимпиады: школьный этап"),
    (day(2026, 10, 26), 2, "Каникулы: режим работы"),
    (day(2026, 11, 9), 1, "Вебинар по дистанционным занятиям"),
    (day(2026, 11, 16), 0, "День открытых дверей: программа"),
    (day(2026, 11, 27), 2, "Родительский лекторий: тема декабря"),
    (day(2026, 12, 7), 0, "Новогодние события: план"),
    (day(2026, 12, 14), 1, "Итоги полугодия: подготовка педсовета"),
];

/// Writes the channels and what goes through them.
pub fn publish(sketch: &mut Sketch, office: &Office) {
    use AudienceGroup::{Administration, Parents, Pedagogues, Staff, Students};
    let channels: [ChannelId; 3] = [
        channel(sketch, office, ChannelKind::General, "Общегимназический", &[Staff, Students, Parents]),
        channel(sketch, office, ChannelKind::Staff, "Сотрудники", &[Administration, Pedagogues, Staff]),
        channel(sketch, office, ChannelKind::Other, "Родительский вестник", &[Parents]),
    ];
    for (number, (on, at, title)) in POSTS.into_iter().enumerate() {
        let Some(channel) = channels.get(at).copied() else { continue };
        let material = sketch.ids.fresh();
        let due = earlier(on, 3);
        let state = if due <= DAY {
            MaterialState::Accepted { on: due }
        } else if number % 2 == 0 {
            MaterialState::Requested
        } else {
            MaterialState::Submitted { on: earlier(DAY, 1) }
        };
        let state_of_post = match &state {
            _ if on <= DAY => PublicationState::Published { on },
            MaterialState::Accepted { .. } => PublicationState::Ready,
            MaterialState::Submitted { .. } => PublicationState::Material,
            _ => PublicationState::Idea,
        };
        let is_asked = matches!(state, MaterialState::Requested);
        sketch.records.materials.push(Arc::new(Material {
            id: material,
            title: title.to_owned(),
            text: if is_asked {
                String::new()
            } else {
                format!("{title}. Подробности на сайте школы.")
            },
            channel: Some(channel),
            author: Some(office.deputy(number % 5)),
            due: Some(due),
            state,
        }));
        let id = sketch.ids.fresh();
        sketch.records.publications.push(Arc::new(Publication {
            id,
            title: title.to_owned(),
            channel,
            planned_on: on,
            material: Some(material),
            state: state_of_post,
        }));
    }
}

fn channel(
    sketch: &mut Sketch,
    office: &Office,
    kind: ChannelKind,
    name: &str,
    audience: &[AudienceGroup],
) -> ChannelId {
    let id = sketch.ids.fresh();
    let number = sketch.records.channels.len() + 1;
    sketch.records.channels.push(Arc::new(Channel {
        id,
        kind,
        name: name.to_owned(),
        audience: audience.iter().copied().collect(),
        editor: Some(office.administrator),
        link: format!("https://channel.example.org/{number}"),
        created_on: Some(later(day(2026, 8, 31), number)),
        archived_on: None,
        extra: BTreeSet::new(),
    }));
    id
}
