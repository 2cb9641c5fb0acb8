//! Students, parents and staff outside the categories; the school's own choices; who can instead.

use expect_test::expect;

use super::{
    EDIT_SCHOOL, PARENT_TO_CHAT, PARENT_TO_CLASS, PARENTS_CHAT, SUPPORT, TAKE_PART, check, interpret, join, verify,
};
use crate::domain::sample::{Sample, day};
use crate::domain::{Enrolment, Participation, Period, Person};
use crate::regulation::{ActionId, Authority, Holder, Object, Regulation, RoleId};

#[test]
fn staff_outside_the_categories_has_no_hat() {
    check(
        |s| (s.lugova, Object::None),
        SUPPORT,
        &expect![[r"
        NotGranted, not permitted
        instead head
        instead administration
        instead platform-admin
        instead additional-admin
        instead class-teacher
        instead subject-teacher
        instead extra-educator
        instead student
        instead parent"]],
    );
}

#[test]
fn student_and_parent() {
    check(
        |s| (s.zueva, Object::Class(s.class_7a)),
        TAKE_PART,
        &expect![[r"
        Duty, ready
        student of 7А: Duty by 2.5/2; Enrolled Holds"]],
    );
    check(
        |s| (s.zueva, Object::LoadLine(s.math_7a)),
        TAKE_PART,
        &expect![[r"
        Duty, ready
        student of 7А: Duty by 2.5/2; Enrolled Holds"]],
    );
    check(
        |s| (s.zueva, Object::Class(s.class_7b)),
        TAKE_PART,
        &expect![[r"
        NotGranted, not permitted
        student of 7А: NotGranted by 2.5/2; Enrolled Fails
        instead class-teacher
        instead subject-teacher
        instead extra-educator
        instead student"]],
    );
    check(
        |s| (s.zueva_mother, Object::Class(s.class_7a)),
        PARENTS_CHAT,
        &expect![[r"
        Duty, ready
        parent of Зуева: Duty by 2.7/2; Representative Holds"]],
    );
    check(
        |s| (s.zueva_mother, Object::Class(s.class_7b)),
        PARENTS_CHAT,
        &expect![[r"
        NotGranted, not permitted
        parent of Зуева: NotGranted by 2.7/2; Representative Fails
        instead head
        instead administration
        instead class-teacher
        instead parent"]],
    );
    check(
        |s| (s.zueva_mother, Object::Person(s.zueva)),
        PARENTS_CHAT,
        &expect![[r"
        Duty, ready
        parent of Зуева: Duty by 2.7/2; Representative Holds"]],
    );
}

#[test]
fn parent_follows_the_child_out_of_the_school() {
    check(
        |s| {
            let stay = s.workspace.school().enrolments().values().next().expect("a stay").as_ref().clone();
            s.save(Enrolment { period: Period { to: Some(day(8)), ..stay.period }, ..stay });
            (s.zueva_mother, Object::None)
        },
        PARENTS_CHAT,
        &expect![[r#"
            NotGranted, not permitted
            missing RoleEnded { role: RoleId("parent"), basis: Parent, on: 2026-09-08 } → RenewRole(Parent)
            instead head
            instead administration
            instead class-teacher
            instead parent"#]],
    );
}

#[test]
fn off_the_platform_is_no_lack_of_a_right() {
    check(
        |s| {
            let mother = s.workspace.school().people()[&s.zueva_mother].as_ref().clone();
            s.save(Person { participation: Participation::OffPlatform, ..mother });
            (s.zueva_mother, Object::Class(s.class_7a))
        },
        PARENTS_CHAT,
        &expect![[r"
            Duty, permitted
            parent of Зуева: Duty by 2.7/2; Representative Holds
            missing OffPlatform → ChangeParticipation"]],
    );
}

#[test]
fn recorded_interpretation_overrides_the_default() {
    check(
        |s| {
            interpret(s, "cell:12:class-teacher", "allow", day(9));
            (s.baranov, Object::Class(s.class_7a))
        },
        12,
        &expect![[r"
            Allowed, permitted
            class-teacher of 7А: Allowed by 2.1/6
            missing NotJoined → RecordMembership
            missing StatusNotConfirmed(NotStarted) → SubmitStatus
            missing NoDistribution → RegisterDistribution"]],
    );
    check(
        |s| {
            interpret(s, "cell:12:class-teacher", "deny", day(9));
            interpret(s, "cell:12:class-teacher", "allow", day(8));
            interpret(s, "cell:12:class-teacher", "allow", day(11));
            interpret(s, "oddity:9", "allow", day(9));
            interpret(s, "cell:12:class-teacher", "perhaps", day(10));
            (s.baranov, Object::Class(s.class_7a))
        },
        12,
        &expect![[r"
            NotGranted, not permitted
            class-teacher of 7А: NotGranted by 2.1/6
            instead platform-admin
            instead additional-admin"]],
    );
}

#[test]
fn who_can_names_the_people_of_the_school() {
    let mut s = Sample::new();
    let vetrova = s.vetrova;
    join(&mut s, vetrova);
    verify(&mut s, vetrova);
    let regulation = Regulation::bundled();
    let authority = Authority::new(s.workspace.school(), regulation, day(10));
    let who = |action, object| {
        let action = regulation.action(ActionId(action)).expect("a row");
        let say = |holder: Holder| {
            let roles: Vec<&str> = holder.roles.iter().map(RoleId::as_str).collect();
            let name = s.workspace.school().person_name(holder.person);
            format!("{name}: {:?} as {}, lacks {}", holder.verdict, roles.join(", "), holder.missing.len())
        };
        authority.who_can(action, &authority.target(object)).into_iter().map(say).collect::<Vec<_>>().join("\n")
    };
    expect![[r"
        Ветрова Анна Ильинична: Allowed as administration, lacks 0
        Баранов Глеб Олегович: Duty as class-teacher, lacks 3
        Орлова Нина Андреевна: Allowed as head, lacks 2"]]
    .assert_eq(&who(PARENT_TO_CHAT, Object::Class(s.class_7a)));
    expect![[r"
        Ветрова Анна Ильинична: Allowed as administration, lacks 0
        Орлова Нина Андреевна: Allowed as head, lacks 2"]]
    .assert_eq(&who(PARENT_TO_CHAT, Object::Class(s.class_7b)));
    assert_eq!(who(PARENT_TO_CLASS, Object::None), "");
    assert_eq!(who(EDIT_SCHOOL, Object::None), "");
    assert_eq!(who(SUPPORT, Object::None).lines().count(), 5);
}
