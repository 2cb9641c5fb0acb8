//! L04, L05, L06, L09, L10, L12.

use expect_test::expect;

use super::{act, check, check_later, join, status};
use crate::audit::Lint;
use crate::domain::sample::{Sample, day};
use crate::domain::{
    AdministratorPost, Appointment, Class, ClassKind, Command, HomeroomAssignment, HomeroomDistribution, LocalActKind,
    MemberRole, Membership, Nomenclature, Participation, Period, Person, PersonId, Record, RecordKey,
    VerificationState,
};

fn class(sample: &mut Sample, label: &str) -> Class {
    let kind = ClassKind::Class { label: label.parse().unwrap(), year: sample.year };
    Class { id: sample.ids.fresh(), kind, profile: String::new(), archived: None }
}

#[test]
fn one_staff_room() {
    check(Lint::StaffRoom, |_| vec![], &expect![""]);
    check(
        Lint::StaffRoom,
        |sample| {
            sample.run(&Command::Remove(RecordKey::to::<Class>(sample.staff_room)));
            vec![]
        },
        &expect!["error 2.1/4 Учительская не создана."],
    );
    check(
        Lint::StaffRoom,
        |sample| vec![Class { kind: ClassKind::StaffRoom, ..class(sample, "1А") }.into()],
        &expect!["error 2.1/4 Учительских больше одной: 2."],
    );
}

fn member(sample: &mut Sample, person: PersonId) -> Record {
    let (id, class, role) = (sample.ids.fresh(), sample.staff_room, MemberRole::Student);
    Membership { id, person, class, role, period: Period::since(day(1)) }.into()
}

#[test]
fn a_student_and_a_parent_in_the_staff_room() {
    check(
        Lint::StaffRoom,
        |sample| vec![member(sample, sample.zueva), member(sample, sample.zueva_mother)],
        &expect![[r"
            error 2.1/4 Зуева Ева Марковна состоит в Учительской, но никогда не занимал(а) должности в школе.
            error 2.1/4 Зуева Ольга Петровна состоит в Учительской, но никогда не занимал(а) должности в школе."]],
    );
}

#[test]
fn staff_neither_joined_nor_invited() {
    check(
        Lint::StaffJoined,
        |sample| {
            join(sample, sample.orlova, 3);
            vec![]
        },
        // The secretary is in no category of 1.5 and is not asked for.
        &expect![[r"
            error 2.1/4 Ветрова Анна Ильинична не в Учительской, и приглашения нет.
            error 2.1/4 Баранов Глеб Олегович не в Учительской, и приглашения нет."]],
    );
}

#[test]
fn who_is_off_the_platform_is_not_missing() {
    check(
        Lint::StaffJoined,
        |sample| {
            for id in [sample.orlova, sample.vetrova] {
                let person = sample.workspace.school().people()[&id].as_ref().clone();
                sample.save(Person { participation: Participation::OffPlatform, ..person });
            }
            join(sample, sample.baranov, 3);
            vec![]
        },
        &expect![""],
    );
}

fn nomenclature(sample: &mut Sample, labels: &[&str]) -> Nomenclature {
    let classes = labels.iter().map(|label| label.parse().unwrap()).collect();
    Nomenclature { id: sample.ids.fresh(), year: sample.year, order: Some(sample.order), classes }
}

#[test]
fn classes_and_the_approved_list() {
    check(Lint::Nomenclature, |_| vec![], &expect!["warning 2.1/5 На этот учебный год нет номенклатуры классов."]);
    check(Lint::Nomenclature, |sample| vec![nomenclature(sample, &["7А", "7Б"]).into()], &expect![""]);
    check(
        Lint::Nomenclature,
        |sample| vec![Nomenclature { order: None, ..nomenclature(sample, &["7А", "8А"]) }.into()],
        &expect![[r"
            warning 2.1/5 Номенклатура классов не подкреплена приказом.
            warning 2.1/5 Класса 7Б нет в номенклатуре.
            warning 2.1/5 Класс 8А есть в номенклатуре, но не создан."]],
    );
}

#[test]
fn one_class_twice() {
    check(
        Lint::Nomenclature,
        |sample| vec![nomenclature(sample, &["7А", "7Б"]).into(), class(sample, "7A").into()],
        &expect!["error 2.1/5 Класс 7А создан дважды (похожие латинские буквы считаются теми же)."],
    );
}

fn additional(sample: &mut Sample, person: PersonId) -> Record {
    let (id, appointed_by) = (sample.ids.fresh(), Some(sample.orlova));
    let (post, period) = (AdministratorPost::Additional, Period::since(day(4)));
    Appointment { id, person, post, period, order: None, appointed_by, ended_by: None, end_reason: String::new() }
        .into()
}

#[test]
fn additional_administrators() {
    check(
        Lint::AdditionalAdmin,
        |sample| vec![additional(sample, sample.baranov), additional(sample, sample.lugova)],
        &expect![[r"
            error 2.1/7 Баранов Глеб Олегович: дополнительный администратор не присоединился(ась) к Учительской.
            error 2.1/7 Лугова Вера Петровна: назначен(а) администратором, но не относится к педагогам.
            error 2.1/7 Лугова Вера Петровна: дополнительный администратор не присоединился(ась) к Учительской."]],
    );
    check(
        Lint::AdditionalAdmin,
        |sample| {
            join(sample, sample.baranov, 3);
            vec![additional(sample, sample.baranov)]
        },
        &expect![
            "warning 2.1/7 Баранов Глеб Олегович: у дополнительного администратора не подтверждён статус «учитель»."
        ],
    );
    check(
        Lint::AdditionalAdmin,
        |sample| {
            join(sample, sample.baranov, 3);
            let by = Some(sample.orlova);
            status(sample, sample.baranov, VerificationState::Confirmed { on: day(5), by });
            vec![additional(sample, sample.baranov)]
        },
        &expect![""],
    );
}

fn distribution(sample: &mut Sample, teacher: PersonId) -> Record {
    let id = sample.ids.fresh();
    let rows = [(sample.class_7a, teacher)].into();
    HomeroomDistribution { id, year: sample.year, order: Some(sample.order), rows }.into()
}

#[test]
fn class_teachers() {
    check(
        Lint::Homeroom,
        |sample| vec![distribution(sample, sample.baranov)],
        &expect!["error 2.1/8 В классе 7Б нет классного руководителя."],
    );
    check(
        Lint::Homeroom,
        |sample| vec![distribution(sample, sample.vetrova)],
        &expect![[r"
            error 2.1/8 Классом 7А руководит Баранов Глеб Олегович, а по приказу — Ветрова Анна Ильинична.
            error 2.1/8 В классе 7Б нет классного руководителя."]],
    );
    check(
        Lint::Homeroom,
        |_| vec![],
        &expect![[r"
            error 2.1/8 Классом 7А руководит Баранов Глеб Олегович, но ни в распределении, ни в отдельном приказе этого нет.
            error 2.1/8 В классе 7Б нет классного руководителя.
            warning 2.1/8 На этот учебный год не утверждено распределение классного руководства."]],
    );
}

#[test]
fn an_order_of_its_own_replaces_a_row_of_the_distribution() {
    check(
        Lint::Homeroom,
        |sample| {
            let own = act(sample, LocalActKind::Order, "110", 5, "О классном руководстве");
            let term = sample.workspace.school().homerooms().values().next().unwrap().as_ref().clone();
            sample.save(HomeroomAssignment { order: Some(own), ..term });
            vec![distribution(sample, sample.vetrova)]
        },
        &expect!["error 2.1/8 В классе 7Б нет классного руководителя."],
    );
}

#[test]
fn one_person_leads_three_classes() {
    check(
        Lint::Homeroom,
        |sample| {
            let third = class(sample, "7В");
            let order = Some(sample.order);
            let mut rows: Vec<Record> = vec![third.clone().into()];
            for class in [sample.class_7b, third.id] {
                let (id, teacher) = (sample.ids.fresh(), sample.baranov);
                rows.push(HomeroomAssignment { id, class, teacher, period: Period::since(day(2)), order }.into());
            }
            rows.push(distribution(sample, sample.baranov));
            rows
        },
        &expect![[r"
            error 2.1/8 Классом 7Б руководит Баранов Глеб Олегович, но ни в распределении, ни в отдельном приказе этого нет.
            error 2.1/8 Классом 7В руководит Баранов Глеб Олегович, но ни в распределении, ни в отдельном приказе этого нет.
            warning 2.1/8 Баранов Глеб Олегович: классов под руководством 3."]],
    );
}

#[test]
fn a_status_waits() {
    let joined = |sample: &mut Sample| {
        join(sample, sample.baranov, 1);
        vec![]
    };
    check(Lint::Status, joined, &expect![""]);
    check_later(
        Lint::Status,
        "2026-10-12",
        joined,
        &expect!["warning 2.1/10 Баранов Глеб Олегович: статус «учитель» не подтверждён 41 день."],
    );
    check_later(
        Lint::Status,
        "2026-10-12",
        |sample| {
            join(sample, sample.baranov, 1);
            status(sample, sample.baranov, VerificationState::NotRequired);
            vec![]
        },
        &expect![""],
    );
}

#[test]
fn the_own_status_confirmed() {
    check(
        Lint::Status,
        |sample| {
            join(sample, sample.baranov, 1);
            let (id, person) = (sample.ids.fresh(), sample.baranov);
            let state = VerificationState::Confirmed { on: day(5), by: Some(person) };
            vec![crate::domain::Verification { id, person, state }.into()]
        },
        &expect!["error 2.1/10 Баранов Глеб Олегович: собственный статус подтверждён самостоятельно."],
    );
}
