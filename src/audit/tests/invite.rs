//! L07, L08, L11, L13, L14.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use expect_test::expect;

use super::{check, check_later, join};
use crate::audit::Lint;
use crate::domain::sample::{ChangeClass, Sample, day};
use crate::domain::{
    AdministratorPost, Appointment, Chat, ChatScope, ChatState, Enrolment, Invite, InviteRole, InviteState,
    InviteTarget, InviteUse, JoinRequest, MemberRole, Membership, Movement, MovementKind, MovementStep, Period,
    PersonId, Position, Record, RequestState, StepAction,
};

fn administrator(sample: &mut Sample) {
    let (id, person, order) = (sample.ids.fresh(), sample.baranov, Some(sample.order));
    let period = Period::since(day(1));
    let post = AdministratorPost::Platform;
    sample.save(Appointment {
        id,
        person,
        post,
        period,
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
}

/// A link into 7А for the student, by the administrator.
fn invite(sample: &mut Sample) -> Invite {
    Invite {
        id: sample.ids.fresh(),
        target: InviteTarget::Class(sample.class_7a),
        role: InviteRole::Student,
        addressees: BTreeSet::from([sample.zueva]),
        link: "https://example.org/join/7".into(),
        issued_by: Some(sample.baranov),
        issued_on: Some(day(3)),
        expires_on: None,
        max_uses: None,
        sent: Vec::new(),
        uses: Vec::new(),
        state: InviteState::Issued,
        note: String::new(),
    }
}

fn chat(sample: &mut Sample, rule: &str) -> Chat {
    Chat {
        id: sample.ids.fresh(),
        rule: rule.into(),
        scope: ChatScope::Class(sample.class_7a),
        name: "7А: чат".into(),
        purpose: String::new(),
        owner: Some(sample.baranov),
        moderator: None,
        link: String::new(),
        state: ChatState::Active { since: day(2) },
        quiet: None,
        rules: String::new(),
        include: BTreeMap::default(),
        exclude: BTreeMap::default(),
        checked: None,
        missing: BTreeSet::new(),
        extra: BTreeSet::new(),
        misroled: BTreeSet::new(),
        strangers: BTreeSet::new(),
    }
}

#[test]
fn a_link_by_the_administrator_into_a_class() {
    check(
        Lint::InviteRight,
        |sample| {
            administrator(sample);
            vec![invite(sample).into()]
        },
        &expect![""],
    );
}

#[test]
fn a_link_by_somebody_without_the_right() {
    check(
        Lint::InviteRight,
        |sample| vec![invite(sample).into()],
        &expect![
            "error 2.1/6 Приглашение (Зуева Ева Марковна · 7А) выдал(а) Баранов Глеб Олегович, а ни один пункт не даёт на это права."
        ],
    );
    check(
        Lint::InviteRight,
        |sample| vec![Invite { state: InviteState::Closed { on: day(5) }, ..invite(sample) }.into()],
        &expect![
            "warning 2.1/6 Приглашение (Зуева Ева Марковна · 7А) выдал(а) Баранов Глеб Олегович, а ни один пункт не даёт на это права."
        ],
    );
    check(
        Lint::InviteRight,
        |sample| vec![Invite { state: InviteState::Draft, ..invite(sample) }.into()],
        &expect![""],
    );
}

#[test]
fn a_parents_link_into_a_class_and_a_students_into_the_staff_room() {
    check(
        Lint::InviteRight,
        |sample| {
            administrator(sample);
            let parent = Invite { role: InviteRole::Parent, ..invite(sample) };
            let student = Invite { target: InviteTarget::Class(sample.staff_room), ..invite(sample) };
            vec![parent.into(), student.into()]
        },
        &expect![[r"
            error 2.7/1 Приглашение (Зуева Ева Марковна · 7А): роль не подходит месту, куда оно ведёт.
            error 2.1/6 Приглашение (Зуева Ева Марковна): роль не подходит месту, куда оно ведёт."]],
    );
}

#[test]
fn a_chat_is_opened_to_parents_by_the_class_teacher() {
    let into_chat = |sample: &mut Sample, issuer: PersonId| -> Vec<Record> {
        let chat = chat(sample, "class-parents");
        let target = InviteTarget::Chat(chat.id);
        let link = Invite { target, role: InviteRole::Parent, issued_by: Some(issuer), ..invite(sample) };
        vec![chat.into(), link.into()]
    };
    check(Lint::InviteRight, |sample| into_chat(sample, sample.baranov), &expect![""]);
    check(Lint::InviteRight, |sample| into_chat(sample, sample.vetrova), &expect![""]);
    check(
        Lint::InviteRight,
        |sample| into_chat(sample, sample.lugova),
        &expect![
            "error 2.7/1 Приглашение (Зуева Ева Марковна · 7А: чат) выдал(а) Лугова Вера Петровна, а ни один пункт не даёт на это права."
        ],
    );
}

fn member(sample: &mut Sample, person: PersonId, class: crate::domain::ClassId) -> Record {
    let (id, role) = (sample.ids.fresh(), MemberRole::Student);
    Membership { id, person, class, role, period: Period::since(day(1)) }.into()
}

#[test]
fn a_parent_in_a_class() {
    check(
        Lint::InviteRight,
        |sample| vec![member(sample, sample.zueva_mother, sample.class_7a)],
        &expect![
            "error 2.7/1 Зуева Ольга Петровна состоит в классе 7А, но не учится и не работает в школе: родители входят только в чаты."
        ],
    );
}

#[test]
fn two_open_links_and_too_many_uses() {
    check(
        Lint::InviteTwice,
        |sample| {
            let used = |day_of| InviteUse { on: day(day_of), person: None };
            let one = invite(sample);
            let two = Invite { id: sample.ids.fresh(), uses: vec![used(4), used(5)], ..one.clone() };
            vec![one.into(), two.into()]
        },
        &expect![[r"
            error 2.1/6 По приглашению (Зуева Ева Марковна · 7А) вступили 2, а выдано оно на 1.
            warning 2.1/6 Зуева Ева Марковна: открытых приглашений в одно место 2."]],
    );
    check(Lint::InviteTwice, |sample| vec![invite(sample).into()], &expect![""]);
}

fn request(sample: &mut Sample) -> JoinRequest {
    JoinRequest {
        id: sample.ids.fresh(),
        name: "Зуева Ева".into(),
        role: InviteRole::Student,
        class: Some(sample.class_7a),
        on: day(9),
        state: RequestState::New,
        note: String::new(),
    }
}

#[test]
fn requests() {
    check(Lint::Request, |sample| vec![request(sample).into()], &expect![""]);
    check(
        Lint::Request,
        |sample| vec![JoinRequest { on: day(4), ..request(sample) }.into()],
        &expect!["warning 2.1/9 Заявка «Зуева Ева» ждёт решения 6 дней."],
    );
    check(
        Lint::Request,
        |sample| {
            let approved = |person| RequestState::Approved { on: day(9), person, by: None };
            let good = JoinRequest { state: approved(Some(sample.zueva)), ..request(sample) };
            let nobody = JoinRequest { state: approved(None), ..request(sample) };
            let state = approved(Some(sample.zueva_mother));
            let parent = JoinRequest { name: "Мама".into(), role: InviteRole::Parent, state, ..request(sample) };
            vec![good.into(), nobody.into(), parent.into()]
        },
        &expect![[r"
            error 2.1/9 Заявка «Зуева Ева» одобрена, но никому из списков школы не соответствует.
            error 2.7/1 Одобрена заявка родителя «Мама»: в организацию родители не вступают, им даёт ссылку в чат педагог."]],
    );
}

#[test]
fn unclaimed_links() {
    let link = |sample: &mut Sample| {
        administrator(sample);
        vec![invite(sample).into()]
    };
    check(Lint::Unclaimed, link, &expect![""]);
    check_later(
        Lint::Unclaimed,
        "2026-10-12",
        link,
        &expect!["warning 2.1/12 Приглашением (Зуева Ева Марковна · 7А) никто не воспользовался 39 дней."],
    );
    check(
        Lint::Unclaimed,
        |sample| {
            let state = InviteState::Revoked { on: day(8), reason: String::new(), act: None };
            let by_act = InviteState::Revoked { on: day(8), reason: String::new(), act: Some(sample.order) };
            vec![Invite { state, ..invite(sample) }.into(), Invite { state: by_act, ..invite(sample) }.into()]
        },
        &expect!["warning 2.1/12 Приглашение (Зуева Ева Марковна · 7А) аннулировано без акта."],
    );
}

/// The teacher left on the day before yesterday.
fn dismiss(sample: &mut Sample) {
    let post = sample.workspace.school().positions().values().find(|row| row.person == sample.baranov).unwrap();
    let period = Period { from: None, to: Some(day(8)) };
    let post = Position { period, ..post.as_ref().clone() };
    sample.save(post);
}

#[test]
fn who_left_is_nowhere() {
    check(Lint::Movement, |_| vec![], &expect![""]);
    check(
        Lint::Movement,
        |sample| {
            administrator(sample);
            join(sample, sample.baranov, 3);
            dismiss(sample);
            let target = InviteTarget::Class(sample.staff_room);
            let addressees = BTreeSet::from([sample.baranov]);
            let link = Invite { target, role: InviteRole::Teacher, addressees, ..invite(sample) };
            vec![link.into(), chat(sample, "class-students").into()]
        },
        &expect![[r"
            error 2.1/11 Баранов Глеб Олегович: выбыл(а) 08.09.2026, но остаётся в организации на платформе.
            error 2.1/11 Баранов Глеб Олегович: больше не в школе, но остаётся в чатах (1).
            error 2.1/11 Открытое приглашение (Баранов Глеб Олегович) выдано тому, кто уже выбыл: Баранов Глеб Олегович.
            error 2.1/11 Баранов Глеб Олегович: больше не работает, но в нагрузке остаётся 1 строка.
            error 2.1/11 Баранов Глеб Олегович: больше не работает, но числится классным руководителем 7А.
            error 2.1/11 Баранов Глеб Олегович: больше не работает, но остаётся администратором платформы."]],
    );
}

fn end_stay(sample: &mut Sample, to: NaiveDate) -> Enrolment {
    let stay = sample.workspace.school().enrolments().values().next().unwrap().as_ref().clone();
    let stay = Enrolment { period: Period { to: Some(to), ..stay.period }, ..stay };
    sample.save(stay.clone());
    stay
}

#[test]
fn a_student_in_no_class_and_in_two() {
    check(
        Lint::Movement,
        |sample| {
            end_stay(sample, day(5));
            vec![]
        },
        &expect!["error 2.1/11 Зуева Ева Марковна: не числится ни в одном классе, а выбытие не записано."],
    );
    check(
        Lint::Movement,
        |sample| {
            end_stay(sample, day(5));
            let (id, person, from) = (sample.ids.fresh(), sample.zueva, Some(sample.class_7a));
            let (kind, place, note) = (MovementKind::Leave, String::new(), String::new());
            let row =
                Movement { id, kind, person, on: day(6), order: None, from, to: None, place, steps: vec![], note };
            vec![row.into()]
        },
        &expect![""],
    );
    check(
        Lint::Movement,
        |sample| {
            let (id, student, class) = (sample.ids.fresh(), sample.zueva, sample.class_7b);
            vec![Enrolment { id, student, class, period: Period::since(day(2)), order: None }.into()]
        },
        &expect!["error 2.1/11 Зуева Ева Марковна: числится сразу в нескольких классах."],
    );
}

#[test]
fn who_changed_the_class_leaves_it_on_the_platform() {
    check(
        Lint::Movement,
        |sample| {
            let (id, student, class) = (sample.ids.fresh(), sample.zueva, sample.class_7b);
            sample.run(&ChangeClass { id, student, class, from: day(7), order: None }.into());
            let old = Chat { extra: BTreeSet::from([sample.zueva]), ..chat(sample, "class-students") };
            vec![member(sample, sample.zueva, sample.class_7a), old.into()]
        },
        &expect![[r"
            error 2.1/11 Зуева Ева Марковна: остаётся на платформе в классе 7А, хотя учится уже в другом.
            error 2.1/11 Зуева Ева Марковна: остаётся в чатах прежнего класса (1)."]],
    );
}

#[test]
fn steps_on_the_platform() {
    check(
        Lint::Movement,
        |sample| {
            let (id, person, to) = (sample.ids.fresh(), sample.zueva, Some(sample.class_7a));
            let steps = vec![MovementStep { action: StepAction::JoinClass(sample.class_7a), done: None, person: None }];
            let (kind, place, note) = (MovementKind::Enrol, String::new(), String::new());
            vec![Movement { id, kind, person, on: day(1), order: None, from: None, to, place, steps, note }.into()]
        },
        &expect![
            "warning 2.1/11 Зуева Ева Марковна: движение от 01.09.2026 отражено на платформе не полностью, осталось шагов: 1."
        ],
    );
}
