//! Events: broadcasts (2.1/14), meetings (2.2/6), remote lessons (2.4/4), events of classes (2.3/4), webinars (3.4).

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, earlier};
use crate::demo::sketch::Sketch;
use crate::demo::{DAY, day};
use crate::domain::{Audience, AudienceGroup, Event, EventFormat, EventKind, EventState, PersonId};

use AudienceGroup::{Administration, Parents, Pedagogues, Students};

/// The broadcasts of the year: day, begin, title, audience, number of the deputy who hosts.
const BROADCASTS: [(NaiveDate, u16, &str, &[AudienceGroup], usize); 6] = [
    (day(2026, 9, 1), 9 * 60, "Торжественная линейка 1 сентября", &[Students, Parents], 3),
    (day(2026, 9, 24), 18 * 60, "Общешкольное родительское собрание", &[Parents], 0),
    (day(2026, 11, 18), 17 * 60, "День открытых дверей", &[Parents, Students], 2),
    (day(2026, 12, 10), 18 * 60, "Родительский лекторий", &[Parents], 3),
    (day(2027, 1, 11), 14 * 60, "Педагогический совет", &[Administration, Pedagogues], 1),
    (day(2027, 5, 25), 10 * 60, "Последний звонок", &[Students, Parents], 3),
];
/// Meetings of the administration: day and title.
const MEETINGS: [(NaiveDate, &str); 6] = [
    (day(2026, 8, 31), "Запуск платформы: порядок работы"),
    (day(2026, 9, 14), "Ход вступления в классы"),
    (day(2026, 10, 12), "Итоги сверки контингента"),
    (day(2026, 11, 9), "Дистанционные занятия во второй четверти"),
    (day(2026, 12, 7), "Подготовка к итогам полугодия"),
    (day(2027, 2, 8), "Контроль использования профиля"),
];

/// Writes the events.
pub fn plan(sketch: &mut Sketch, office: &Office) {
    for (on, start, title, groups, host) in BROADCASTS {
        let audience = Audience { groups: groups.iter().copied().collect(), ..Audience::default() };
        let host = office.deputy(host);
        push(sketch, EventKind::Broadcast, title.to_owned(), (on, start, 60), host, audience);
    }
    for (on, title) in MEETINGS {
        let groups = BTreeSet::from([Administration]);
        let audience = Audience { groups, ..Audience::default() };
        let head = office.staff.head.id;
        push(sketch, EventKind::Meeting, title.to_owned(), (on, 15 * 60, 45), head, audience);
        if let Some(last) = sketch.records.events.last_mut() {
            Arc::make_mut(last).format = EventFormat::Hybrid;
        }
    }
    lessons(sketch, office);
    class_events(sketch, office);
    let audience = Audience { groups: BTreeSet::from([Pedagogues]), ..Audience::default() };
    let title = "Вебинар: занятие в смешанном формате".to_owned();
    push(sketch, EventKind::Webinar, title, (day(2026, 11, 12), 15 * 60, 90), office.deputy(4), audience);
    let attended: BTreeSet<PersonId> = office.staff.pedagogues().take(12).map(|worker| worker.id).collect();
    if let Some(last) = sketch.records.events.last_mut() {
        Arc::make_mut(last).attended = attended;
    }
}

/// A remote lesson a week in the second quarter, each by the teacher of its line.
fn lessons(sketch: &mut Sketch, office: &Office) {
    let whole = |line: &&Arc<crate::domain::LoadLine>| line.group.is_empty();
    let lines: Vec<_> = sketch.records.load.iter().filter(whole).step_by(29).take(12).cloned().collect();
    let subjects: std::collections::BTreeMap<_, _> =
        sketch.records.subjects.iter().map(|subject| (subject.id, subject.name.clone())).collect();
    for (number, line) in lines.into_iter().enumerate() {
        // A line of the teacher who left gives no lesson.
        let Some(teacher) = line.teacher.filter(|id| *id != office.staff.left.id) else { continue };
        let on = super::later(day(2026, 11, 9), number * 2 + number / 3);
        let name = subjects.get(&line.subject).cloned().unwrap_or_default();
        let title = format!("{name}: дистанционное занятие");
        let audience = Audience { line: Some(line.id), ..Audience::default() };
        let start = 9 * 60 + u16::try_from(number % 5).unwrap_or_default() * 55;
        push(sketch, EventKind::Lesson, title, (on, start, 40), teacher, audience);
    }
}

/// A parents' evening of some classes, by the class teacher.
fn class_events(sketch: &mut Sketch, office: &Office) {
    let terms: Vec<(crate::domain::ClassId, PersonId)> = office
        .frame
        .rooms
        .iter()
        .step_by(4)
        .filter_map(|room| {
            let term =
                sketch.records.homerooms.iter().find(|term| term.class == room.id && term.period.to.is_none())?;
            Some((room.id, term.teacher))
        })
        .collect();
    for (number, (class, teacher)) in terms.into_iter().take(8).enumerate() {
        let on = super::later(day(2026, 10, 20), number);
        let audience = Audience { parents_of: BTreeSet::from([class]), ..Audience::default() };
        push(
            sketch,
            EventKind::ClassEvent,
            "Родительское собрание класса".to_owned(),
            (on, 18 * 60, 60),
            teacher,
            audience,
        );
    }
}

fn push(
    sketch: &mut Sketch,
    kind: EventKind,
    title: String,
    (on, start, minutes): (NaiveDate, u16, u16),
    host: PersonId,
    audience: Audience,
) {
    let is_held = on <= DAY;
    let state = match kind {
        _ if is_held => EventState::Held { on },
        EventKind::Broadcast if on <= super::later(DAY, 20) => EventState::Rehearsed { on: earlier(DAY, 1) },
        _ => EventState::Planned,
    };
    let number = sketch.records.events.len() + 1;
    let id = sketch.ids.fresh();
    sketch.records.events.push(Arc::new(Event {
        id,
        kind,
        title,
        on,
        start: Some(start),
        minutes,
        format: EventFormat::Online,
        place: String::new(),
        host: Some(host),
        audience,
        link: format!("https://call.example.org/{number:03}"),
        agenda: "Вопросы по теме; ответы участникам".to_owned(),
        outcome: if is_held { "Проведено по плану".to_owned() } else { String::new() },
        protocol: None,
        attended: BTreeSet::new(),
        state,
    }));
}
