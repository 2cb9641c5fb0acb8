//! Checks of the administration with their findings (2.2/7).

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Office, later};
use crate::clause;
use crate::demo::sketch::Sketch;
use crate::demo::{DAY, day};
use crate::domain::{
    ClauseId, ControlCheck, ControlFinding, ControlScope, FindingState, LocalActId, LocalActKind, PersonId,
};

/// Writes the checks.
pub fn check(sketch: &mut Sketch, office: &Office) {
    let act = sketch.act(
        LocalActKind::Directive,
        "3",
        day(2026, 10, 16),
        "Справка о контроле использования профиля",
        office.deputy(4),
    );
    let verified = |on| FindingState::Verified { on, by: Some(office.deputy(4)) };
    let findings = vec![
        finding(
            "В двух чатах не назначен модератор",
            clause!("2.2/6"),
            office.deputy(3),
            day(2026, 10, 30),
            verified(day(2026, 10, 28)),
        ),
        finding(
            "Не все педагоги вступили в Учительскую",
            clause!("2.1/4"),
            office.administrator,
            day(2026, 10, 30),
            verified(day(2026, 10, 29)),
        ),
    ];
    push(
        sketch,
        day(2026, 10, 15),
        office.deputy(4),
        ControlScope::School,
        "Проверены чаты, каналы и заявки.",
        findings,
        Some(act),
    );
    let lesson =
        sketch.records.events.iter().find(|event| event.kind == crate::domain::EventKind::Lesson && event.on <= DAY);
    if let Some((event, host)) = lesson.map(|event| (event.id, event.host)) {
        let fixed = FindingState::Fixed { on: day(2026, 11, 16), note: "ссылка добавлена".to_owned() };
        let findings = host
            .map(|host| {
                finding("Ссылка на занятие выдана в день занятия", clause!("2.4/4"), host, day(2026, 11, 20), fixed)
            })
            .into_iter()
            .collect();
        push(
            sketch,
            day(2026, 11, 13),
            office.deputy(1),
            ControlScope::Event(event),
            "Посещено дистанционное занятие.",
            findings,
            None,
        );
    }
    if let Some(room) = office.frame.rooms.iter().find(|room| room.label.grade() == 5) {
        let open = finding(
            "Памятка по безопасности повторена не всем новым ученикам",
            clause!("2.5/4"),
            office.deputy(3),
            later(DAY, 14),
            FindingState::Open,
        );
        push(
            sketch,
            day(2026, 11, 19),
            office.deputy(0),
            ControlScope::Class(room.id),
            "Проверен класс.",
            vec![open],
            None,
        );
    }
}

fn finding(
    text: &str,
    clause: ClauseId,
    responsible: PersonId,
    deadline: NaiveDate,
    state: FindingState,
) -> ControlFinding {
    ControlFinding { text: text.to_owned(), clause, responsible: Some(responsible), deadline: Some(deadline), state }
}

fn push(
    sketch: &mut Sketch,
    on: NaiveDate,
    checker: PersonId,
    scope: ControlScope,
    summary: &str,
    findings: Vec<ControlFinding>,
    act: Option<LocalActId>,
) {
    let id = sketch.ids.fresh();
    let summary = summary.to_owned();
    sketch.records.checks.push(Arc::new(ControlCheck {
        id,
        on,
        checker: Some(checker),
        scope,
        summary,
        findings,
        act,
    }));
}
