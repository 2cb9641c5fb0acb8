//! L01, L02, L03, L19, L28.

use expect_test::expect;

use super::{act, check, check_later, edition};
use crate::audit::Lint;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AcknowledgementSheet, AdministratorPost, ApplicationState, Appointment, LocalActKind, Period, Phone, Record,
    Registered, RegistrationApplication, RegulationEdition, SheetAudience, SheetSubject,
};

#[test]
fn no_regulation_is_in_force() {
    check(Lint::Edition, |_| vec![], &expect!["error 1.3 Нет действующей редакции Положения."]);
    check(
        Lint::Edition,
        |sample| {
            let row = edition(sample);
            vec![RegulationEdition { from: Some(day(20)), ..row }.into()]
        },
        &expect!["error 1.3 Нет действующей редакции Положения."],
    );
}

#[test]
fn a_regulation_by_protocol_and_order() {
    check(Lint::Edition, |sample| vec![edition(sample).into()], &expect![""]);
}

#[test]
fn an_edition_without_order_or_protocol() {
    check(
        Lint::Edition,
        |sample| vec![RegulationEdition { order: None, protocol: None, ..edition(sample) }.into()],
        &expect![[r"
            error 1.3 У действующей редакции «Положение 2026» нет приказа об утверждении.
            warning 1.3 У действующей редакции «Положение 2026» не указан протокол педагогического совета."]],
    );
}

#[test]
fn a_protocol_later_than_the_order_and_force_before_it() {
    check(
        Lint::Edition,
        |sample| {
            let late = act(sample, LocalActKind::Protocol, "2", 8, "Педагогический совет");
            vec![RegulationEdition { protocol: Some(late), from: Some(day(1)), ..edition(sample) }.into()]
        },
        &expect![[r"
            error 1.3 Протокол педагогического совета от 08.09.2026 позже приказа об утверждении от 02.09.2026.
            error 4.1 Редакция действует с 01.09.2026, а приказ об утверждении подписан 02.09.2026."]],
    );
}

#[test]
fn two_editions_at_once() {
    check(
        Lint::Edition,
        |sample| {
            let row = edition(sample);
            let other = RegulationEdition { id: sample.ids.fresh(), ..row.clone() };
            vec![row.into(), other.into()]
        },
        &expect!["error 4.2 Действующих редакций сразу несколько: 2."],
    );
}

#[test]
fn the_order_on_use() {
    check(Lint::UseOrder, |_| vec![], &expect!["error 2.2/1 Нет приказа (распоряжения) об использовании платформы."]);
    check(
        Lint::UseOrder,
        |sample| {
            act(sample, LocalActKind::Order, "103", 3, "Об использовании учебного профиля");
            vec![]
        },
        &expect![""],
    );
}

fn appointment(sample: &mut Sample) -> Appointment {
    Appointment {
        id: sample.ids.fresh(),
        person: sample.baranov,
        post: AdministratorPost::Platform,
        period: Period::since(day(1)),
        order: Some(sample.order),
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    }
}

#[test]
fn the_administrator() {
    check(Lint::Administrator, |_| vec![], &expect!["error 2.1/0 Администратор платформы не назначен."]);
    check(Lint::Administrator, |sample| vec![appointment(sample).into()], &expect![""]);
    check(
        Lint::Administrator,
        |sample| vec![Appointment { order: None, person: sample.lugova, ..appointment(sample) }.into()],
        &expect![[r"
            error 2.1/0 Лугова Вера Петровна: назначение администратором не подкреплено приказом.
            error 2.2/2 Лугова Вера Петровна: назначен(а) администратором, но не относится к педагогам."]],
    );
}

fn application(sample: &mut Sample) -> RegistrationApplication {
    let phone: Phone = "+7 (000) 000-00-44".parse().unwrap();
    RegistrationApplication {
        id: sample.ids.fresh(),
        person: Some(sample.baranov),
        name: "Баранов Глеб Олегович".into(),
        email: "baranov@example.org".parse().ok(),
        phone: Some(phone),
        order: Some(sample.order),
        state: ApplicationState::Sent { on: day(2) },
        registered: Some(Registered { on: day(3), phone }),
        note: String::new(),
    }
}

#[test]
fn the_application_is_complete_and_the_registration_is_by_its_phone() {
    check(Lint::Registration, |sample| vec![application(sample).into()], &expect![""]);
    check(
        Lint::Registration,
        |sample| {
            let phone = "+7 (000) 000-00-45".parse().unwrap();
            let registered = Some(Registered { on: day(3), phone });
            vec![RegistrationApplication { registered, ..application(sample) }.into()]
        },
        &expect![
            "error 2.1/2 Регистрация прошла не по тому телефону, который стоит в заявке: права администратора не появятся."
        ],
    );
    check(
        Lint::Registration,
        |sample| vec![RegistrationApplication { email: None, phone: None, order: None, ..application(sample) }.into()],
        &expect![
            "error 2.1/1 В заявке на регистрацию не указано: приказ о назначении, электронная почта, мобильный телефон."
        ],
    );
}

#[test]
fn a_draft_may_still_be_completed() {
    check(
        Lint::Registration,
        |sample| {
            let state = ApplicationState::Draft;
            vec![RegistrationApplication { name: String::new(), state, registered: None, ..application(sample) }.into()]
        },
        &expect!["warning 2.1/1 В заявке на регистрацию не указано: ФИО."],
    );
}

#[test]
fn an_application_without_registration_grows_old() {
    let sent = |sample: &mut Sample| -> Vec<Record> {
        vec![RegistrationApplication { registered: None, ..application(sample) }.into()]
    };
    check(Lint::Registration, sent, &expect![""]);
    check_later(
        Lint::Registration,
        "2026-10-12",
        sent,
        &expect!["warning 2.1/2 Заявка отправлена, но регистрации нет уже 40 дней."],
    );
}

#[test]
fn an_administrator_without_an_application() {
    check(
        Lint::Registration,
        |sample| vec![appointment(sample).into()],
        &expect!["warning 2.1/1 Заявка на регистрацию школы не записана."],
    );
}

#[test]
fn editions_and_readings() {
    check(
        Lint::Reading,
        |sample| {
            let row = edition(sample);
            let old = RegulationEdition {
                id: sample.ids.fresh(),
                version: "2025".into(),
                from: Some(day(1)),
                to: Some(day(1)),
                ..row.clone()
            };
            let sheet = AcknowledgementSheet {
                id: sample.ids.fresh(),
                subject: SheetSubject::Regulation(old.id),
                class: None,
                audience: SheetAudience::Staff,
                opened_on: day(1),
                people: [(sample.baranov, None)].into(),
            };
            vec![RegulationEdition { edition: "lyceum-1".into(), ..row }.into(), old.into(), sheet.into()]
        },
        &expect![[r"
            warning 4.2 На отменённую редакцию «Положение 2025» ссылаются незакрытые листы ознакомления: 1.
            warning 4.2 Действует редакция «Положение 2026», а программа работает по правилам другой.
            note 4.3 Неясные места Положения, по которым школа не решила: 23. Пока действует толкование по умолчанию.
            note 4.3 Пункта 2.6 в тексте нет; номер сохранён, чтобы ссылки не сдвинулись."]],
    );
}
