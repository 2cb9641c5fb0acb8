//! Help for participants, letters to support, frequent questions (2.1/15, 2.1/16), figures for the head (2.1/17).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, earlier, later};
use crate::demo::sketch::Sketch;
use crate::demo::{DAY, day};
use crate::domain::{
    CaseState, FaqEntry, Figure, Period, StatAccess, StatReport, Submission, SupportTicket, SupportTicketId,
    TicketState, VendorCase,
};

/// Topics with what is asked and answered; the first three come again and again.
const TOPICS: [(&str, &str, &str); 6] = [
    (
        "Вход в профиль",
        "Не приходит код подтверждения.",
        "Проверьте номер телефона и запросите код ещё раз через минуту.",
    ),
    (
        "Ссылка в класс",
        "Ссылка не открывается.",
        "Откройте ссылку в приложении, а не в браузере; если не помогло, выдадим новую.",
    ),
    (
        "Имя в профиле",
        "Как исправить фамилию в профиле?",
        "Настройки учебного профиля, раздел «Данные»; изменение подтвердит администратор.",
    ),
    ("Звонок", "Не слышно собеседников.", "Разрешите приложению доступ к микрофону и звуку."),
    ("Файлы", "Файл больше допустимого размера.", "Разделите файл или приложите ссылку на материал."),
    ("Опрос", "Где создать опрос в чате?", "В меню вложений, пункт «Опрос»."),
];
/// How many asked for help by the day of the demo.
const TICKETS: usize = 34;

/// Writes tickets, cases, questions and figures.
pub fn help(sketch: &mut Sketch, office: &Office) {
    let mut by_topic: BTreeMap<&str, Vec<SupportTicketId>> = BTreeMap::new();
    for number in 0..TICKETS {
        let at = if number % 3 == 0 { number % TOPICS.len() } else { number % 3 };
        let Some((topic, text, answer)) = TOPICS.get(at).copied() else { continue };
        let id = ticket(sketch, office, number, topic, text, answer);
        by_topic.entry(topic).or_default().push(id);
    }
    for (topic, _, answer) in TOPICS.iter().take(3) {
        let id = sketch.ids.fresh();
        let tickets: BTreeSet<_> = by_topic.get(topic).into_iter().flatten().copied().collect();
        let (topic, answer) = ((*topic).to_owned(), (*answer).to_owned());
        sketch.records.faq.push(Arc::new(FaqEntry { id, topic, answer, tickets }));
    }
    let first = by_topic.get("Вход в профиль").and_then(|list| list.first()).copied();
    let second = by_topic.get("Звонок").and_then(|list| list.first()).copied();
    let answer = "Исправлено на стороне платформы.".to_owned();
    let state = CaseState::Answered { sent: day(2026, 9, 16), on: day(2026, 9, 18), answer };
    case(sketch, "С-1204", "Не приходят коды подтверждения", first, state);
    case(sketch, "", "Обрывы связи в групповых звонках", second, CaseState::Sent { on: earlier(DAY, 3) });
    figures(sketch, office);
}

fn ticket(
    sketch: &mut Sketch,
    office: &Office,
    number: usize,
    topic: &str,
    text: &str,
    answer: &str,
) -> SupportTicketId {
    let opened_on = later(day(2026, 9, 2), number * 81 / TICKETS);
    let class = number % office.frame.rooms.len().max(1);
    let asked = if number.is_multiple_of(2) {
        office.students.parents_of.get(class).and_then(|list| list.get(1)).copied()
    } else {
        office.staff.primary.get(number % office.staff.primary.len().max(1)).map(|worker| worker.id)
    };
    let on = later(opened_on, 1);
    let answer = answer.to_owned();
    let state = match number {
        33 => TicketState::Open,
        32 => TicketState::Answered { on, answer },
        _ => TicketState::Closed { on, answer },
    };
    let id = sketch.ids.fresh();
    sketch.records.tickets.push(Arc::new(SupportTicket {
        id,
        topic: topic.to_owned(),
        text: text.to_owned(),
        from: asked,
        class: (number.is_multiple_of(2)).then(|| office.frame.rooms.get(class).map(|room| room.id)).flatten(),
        opened_on,
        owner: Some(office.administrator),
        due: Some(later(opened_on, 5)),
        state,
    }));
    id
}

fn case(sketch: &mut Sketch, number: &str, subject: &str, ticket: Option<SupportTicketId>, state: CaseState) {
    let id = sketch.ids.fresh();
    sketch.records.cases.push(Arc::new(VendorCase {
        id,
        number: number.to_owned(),
        subject: subject.to_owned(),
        text: format!("Здравствуйте! {subject}. Просим помочь."),
        tickets: ticket.into_iter().collect(),
        state,
    }));
}

/// September with figures, October without access to statistics: both are answers.
fn figures(sketch: &mut Sketch, office: &Office) {
    let joined = sketch.records.memberships.iter().filter(|row| row.class == office.frame.staff_room).count();
    let students = sketch.records.memberships.len() - joined;
    let all: usize = office.students.of_class.iter().map(Vec::len).sum();
    let figure = |value: usize, of: usize| Figure { value: value as u64, of: Some(of as u64) };
    let staff = 1 + office.deputies.len() + office.staff.pedagogues().count();
    let figures = BTreeMap::from([
        ("joined-staff".to_owned(), figure(joined.min(staff), staff)),
        ("joined-students".to_owned(), figure(students.min(all), all)),
    ]);
    let month = |from: NaiveDate, to: NaiveDate| Period { from: Some(from), to: Some(to) };
    let to = Some(office.staff.head.id);
    report(
        sketch,
        office.administrator,
        month(day(2026, 9, 1), day(2026, 9, 30)),
        StatAccess::Available,
        figures,
        Some(Submission { on: day(2026, 10, 2), to }),
    );
    report(
        sketch,
        office.administrator,
        month(day(2026, 10, 1), day(2026, 10, 31)),
        StatAccess::NoAccess,
        BTreeMap::new(),
        Some(Submission { on: day(2026, 11, 3), to }),
    );
}

fn report(
    sketch: &mut Sketch,
    author: crate::domain::PersonId,
    period: Period,
    access: StatAccess,
    figures: BTreeMap<String, Figure>,
    submitted: Option<Submission>,
) {
    let id = sketch.ids.fresh();
    let note = if access == StatAccess::NoAccess {
        "Раздел статистики не открылся.".to_owned()
    } else {
        String::new()
    };
    let author = Some(author);
    sketch.records.reports.push(Arc::new(StatReport { id, period, access, figures, author, note, submitted }));
}
