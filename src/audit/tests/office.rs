//! L15, L16, L17, L18, L21.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect;

use super::{check, check_later};
use crate::audit::Lint;
use crate::clause;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    Audience, AudienceGroup, CaseState, Channel, ChannelKind, ControlCheck, ControlFinding, ControlScope, Event,
    EventFormat, EventKind, EventState, FindingState, Period, PlatformProfile, Publication, PublicationState, Record,
    StatAccess, StatReport, Submission, SupportTicket, TicketState, VendorCase,
};

fn channel(sample: &mut Sample, kind: ChannelKind) -> Channel {
    let name = if kind == ChannelKind::Staff { "Сотрудники" } else { "Общегимназический" };
    Channel {
        id: sample.ids.fresh(),
        kind,
        name: name.into(),
        audience: BTreeSet::from([AudienceGroup::Staff]),
        editor: Some(sample.baranov),
        link: String::new(),
        created_on: Some(day(3)),
        archived_on: None,
        extra: BTreeSet::new(),
    }
}

#[test]
fn the_named_channels() {
    check(
        Lint::Channel,
        |_| vec![],
        &expect![[r"
            error 2.1/13 Нет общешкольного канала: он не записан или ещё не создан на платформе.
            error 2.1/13 Нет канала «Сотрудники»: он не записан или ещё не создан на платформе."]],
    );
    check(
        Lint::Channel,
        |sample| vec![channel(sample, ChannelKind::General).into(), channel(sample, ChannelKind::Staff).into()],
        &expect![""],
    );
}

#[test]
fn a_student_reads_the_staffs_channel() {
    check(
        Lint::Channel,
        |sample| {
            let audience = BTreeSet::from([AudienceGroup::Staff, AudienceGroup::Parents]);
            let extra = BTreeSet::from([sample.zueva, sample.lugova]);
            let staff = Channel { audience, extra, editor: None, ..channel(sample, ChannelKind::Staff) };
            vec![channel(sample, ChannelKind::General).into(), staff.into()]
        },
        &expect![[r"
            error 2.1/13 Канал сотрудников «Сотрудники» читают посторонние: 1.
            error 2.1/13 Канал сотрудников «Сотрудники» открыт ученикам или родителям.
            warning 2.1/13 У канала «Сотрудники» нет редактора из числа работников."]],
    );
}

#[test]
fn a_publication_has_a_material() {
    check(
        Lint::Channel,
        |sample| {
            let general = channel(sample, ChannelKind::General);
            let row = Publication {
                id: sample.ids.fresh(),
                title: "День знаний".into(),
                channel: general.id,
                planned_on: day(1),
                material: None,
                state: PublicationState::Published { on: day(1) },
            };
            let idea = Publication { id: sample.ids.fresh(), state: PublicationState::Idea, ..row.clone() };
            vec![general.into(), channel(sample, ChannelKind::Staff).into(), row.into(), idea.into()]
        },
        &expect!["warning 2.2/5 У публикации «День знаний» не указан материал, по которому она сделана."],
    );
}

fn event(sample: &mut Sample) -> Event {
    Event {
        id: sample.ids.fresh(),
        kind: EventKind::Broadcast,
        title: "Собрание".into(),
        on: day(18),
        start: Some(18 * 60),
        minutes: 60,
        format: EventFormat::Online,
        host: Some(sample.vetrova),
        audience: Audience { groups: BTreeSet::from([AudienceGroup::Staff]), ..Audience::default() },
        link: String::new(),
        place: String::new(),
        agenda: String::new(),
        outcome: String::new(),
        protocol: None,
        attended: BTreeSet::new(),
        state: EventState::Planned,
    }
}

#[test]
fn a_broadcast_has_a_host_an_audience_and_a_time() {
    check(Lint::Broadcast, |sample| vec![event(sample).into()], &expect![""]);
    check(
        Lint::Broadcast,
        |sample| vec![Event { host: None, audience: Audience::default(), start: None, ..event(sample) }.into()],
        &expect![[r"
            error 2.1/14 «Собрание»: не назначен ведущий.
            error 2.1/14 «Собрание»: не указано, для кого событие.
            warning 2.1/14 «Собрание»: не указано время начала."]],
    );
}

#[test]
fn a_platform_takes_only_so_many() {
    check(
        Lint::Broadcast,
        |sample| {
            sample.save(PlatformProfile { call_limit: Some(3), ..PlatformProfile::default() });
            vec![event(sample).into()]
        },
        &expect!["warning 2.1/14 «Собрание»: участников 4, а платформа принимает 3."],
    );
}

#[test]
fn a_host_is_in_one_place_and_the_past_is_noted() {
    check(
        Lint::Broadcast,
        |sample| {
            let first = event(sample);
            let second = Event {
                id: sample.ids.fresh(),
                title: "Совещание".into(),
                start: Some(18 * 60 + 30),
                kind: EventKind::Meeting,
                ..first.clone()
            };
            let after = Event { id: sample.ids.fresh(), start: Some(19 * 60 + 30), ..first.clone() };
            let past = Event { id: sample.ids.fresh(), title: "Линейка".into(), on: day(1), ..first.clone() };
            vec![first.into(), second.into(), after.into(), past.into()]
        },
        &expect![[r"
            warning 2.1/14 «Линейка»: день прошёл, а отметки о проведении нет.
            warning 2.2/6 «Собрание» и «Совещание» пересекаются: Один ведущий: Ветрова Анна Ильинична; 3 общих участника, например Орлова Нина Андреевна, Баранов Глеб Олегович, Лугова Вера Петровна."]],
    );
}

fn ticket(sample: &mut Sample) -> SupportTicket {
    SupportTicket {
        id: sample.ids.fresh(),
        topic: "Вход".into(),
        text: String::new(),
        from: Some(sample.zueva_mother),
        class: None,
        opened_on: day(9),
        owner: Some(sample.baranov),
        due: Some(day(12)),
        state: TicketState::Open,
    }
}

#[test]
fn requests_for_help() {
    check(Lint::Support, |sample| vec![ticket(sample).into()], &expect![""]);
    check(
        Lint::Support,
        |sample| {
            let tickets = BTreeSet::new();
            let (number, subject, text) = (String::new(), "Код".into(), String::new());
            let case = VendorCase {
                id: sample.ids.fresh(),
                number,
                subject,
                text,
                tickets,
                state: CaseState::Sent { on: day(9) },
            };
            vec![SupportTicket { owner: None, due: Some(day(8)), ..ticket(sample) }.into(), case.into()]
        },
        &expect![[r"
            warning 2.1/15 Обращение «Вход»: никто не отвечает.
            warning 2.1/15 Обращение «Вход»: срок ответа прошёл, просрочка — 2 дня.
            warning 2.1/16 Письмо поставщику «Код» не связано ни с одним обращением."]],
    );
}

fn report(sample: &mut Sample, access: StatAccess, submitted: Option<Submission>) -> Vec<Record> {
    let (id, period) = (sample.ids.fresh(), Period { from: Some(day(1)), to: "2026-11-30".parse().ok() });
    vec![
        StatReport { id, period, access, figures: BTreeMap::default(), note: String::new(), submitted, author: None }
            .into(),
    ]
}

#[test]
fn the_report_to_the_head() {
    check(Lint::Report, |_| vec![], &expect![""]);
    check_later(
        Lint::Report,
        "2026-12-20",
        |_| vec![],
        &expect![
            "error 2.1/17 За последние 90 дней руководителю не сдан отчёт о статистике и не отмечено, что доступа нет."
        ],
    );
    check_later(
        Lint::Report,
        "2026-12-20",
        |sample| {
            let to = Some(sample.orlova);
            report(sample, StatAccess::Available, Some(Submission { on: "2026-12-01".parse().unwrap(), to }))
        },
        &expect![""],
    );
    check_later(Lint::Report, "2026-12-20", |sample| report(sample, StatAccess::NoAccess, None), &expect![""]);
}

fn control(sample: &mut Sample, scope: ControlScope) -> ControlCheck {
    ControlCheck {
        id: sample.ids.fresh(),
        on: day(8),
        checker: Some(sample.vetrova),
        scope,
        summary: String::new(),
        findings: vec![ControlFinding {
            text: "Нет правил".into(),
            clause: clause!("2.3/4"),
            responsible: Some(sample.baranov),
            deadline: Some(day(20)),
            state: FindingState::Open,
        }],
        act: None,
    }
}

#[test]
fn control_of_the_use() {
    check(Lint::Control, |sample| vec![control(sample, ControlScope::School).into()], &expect![""]);
    check(
        Lint::Control,
        |sample| {
            let own = control(sample, ControlScope::Person(sample.vetrova));
            let outside = ControlCheck { checker: Some(sample.lugova), ..control(sample, ControlScope::School) };
            let nobody = ControlCheck { checker: None, ..control(sample, ControlScope::School) };
            vec![own.into(), outside.into(), nobody.into()]
        },
        &expect![[r"
            error 2.2/7 Проверка от 08.09.2026: Ветрова Анна Ильинична проверяет собственную работу.
            error 2.2/7 Проверка от 08.09.2026: Лугова Вера Петровна не относится к администрации.
            error 2.2/7 Проверка от 08.09.2026: не указано, кто проверял."]],
    );
    check_later(
        Lint::Control,
        "2026-12-20",
        |sample| vec![control(sample, ControlScope::School).into()],
        &expect![[r"
            error 2.2/7 За последние 92 дня не записано ни одной проверки использования профиля.
            error 2.2/7 Проверка от 08.09.2026: не устранено в срок (до 20.09.2026) замечаний: 1."]],
    );
}
