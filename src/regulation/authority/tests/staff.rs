//! The director, teachers and administrators, case by case.

use expect_test::expect;

use super::{
    EDIT_SCHOOL, OWN_STATUS, PARENT_TO_CHAT, PARENT_TO_CLASS, SEMINARS, STUDENTS_CHAT, SUBJECT_CHAT, TAKE_PART,
    appoint, check, distribute, join, verify,
};
use crate::domain::sample::{Sample, day};
use crate::domain::{
    ActivityGroup, AdministratorPost, Class, Hours, Period, Person, PersonName, Position, Settings, StaffCategory,
    Verification, VerificationState,
};
use crate::regulation::Object;

#[test]
fn director() {
    check(
        |s| (s.orlova, Object::None),
        1,
        &expect![[r"
        Duty, ready
        head: Duty by 1.3"]],
    );
    check(
        |s| (s.orlova, Object::None),
        33,
        &expect![[r"
        Duty, permitted
        head: Duty by 2.2/6a
        missing NotJoined → RecordMembership
        missing StatusNotConfirmed(NotStarted) → SubmitStatus"]],
    );
    // 2.2/3, oddity 4: «учитель» is only the platform's name for her.
    check(
        |s| (s.orlova, Object::None),
        SEMINARS,
        &expect![[r"
        NotGranted, not permitted
        head: NotGranted by 3.4; Pedagogue Fails
        instead head
        instead administration
        instead platform-admin
        instead additional-admin
        instead class-teacher
        instead subject-teacher
        instead extra-educator"]],
    );
    check(
        |s| (s.orlova, Object::Class(s.class_7a)),
        STUDENTS_CHAT,
        &expect![[r"
        NotGranted, not permitted
        instead class-teacher"]],
    );
}

#[test]
fn class_teacher_in_the_own_class() {
    check(
        |s| (s.baranov, Object::Class(s.class_7a)),
        STUDENTS_CHAT,
        &expect![[r"
        Duty, permitted
        class-teacher of 7А: Duty by 2.3/3a; Homeroom Holds
        missing NotJoined → RecordMembership
        missing StatusNotConfirmed(NotStarted) → SubmitStatus
        missing NoDistribution → RegisterDistribution"]],
    );
    check(
        |s| {
            let baranov = s.baranov;
            join(s, baranov);
            verify(s, baranov);
            distribute(s);
            (baranov, Object::Class(s.class_7a))
        },
        STUDENTS_CHAT,
        &expect![[r"
            Duty, ready
            class-teacher of 7А: Duty by 2.3/3a; Homeroom Holds"]],
    );
}

#[test]
fn class_teacher_in_another_class() {
    check(
        |s| (s.baranov, Object::Class(s.class_7b)),
        STUDENTS_CHAT,
        &expect![[r"
        NotGranted, not permitted
        class-teacher of 7А: NotGranted by 2.3/3a; Homeroom Fails
        instead class-teacher"]],
    );
}

#[test]
fn nobody_invites_a_parent_to_a_class() {
    check(|s| (s.baranov, Object::Class(s.class_7a)), PARENT_TO_CLASS, &expect!["NotGranted, not permitted"]);
}

#[test]
fn union_over_hats_lists_every_hat() {
    check(
        |s| {
            let baranov = s.baranov;
            join(s, baranov);
            (baranov, Object::None)
        },
        TAKE_PART,
        &expect![[r"
            Duty, ready
            class-teacher of 7А: Duty by 2.3/4; Homeroom NotAsked
            subject-teacher of a line in 7А: Duty by 2.4/4; Line NotAsked"]],
    );
    check(
        |s| (s.baranov, Object::Class(s.class_7a)),
        PARENT_TO_CHAT,
        &expect![[r"
        Duty, permitted
        class-teacher of 7А: Duty by 2.7/1; Homeroom Holds
        subject-teacher of a line in 7А: Unsettled by 2.7/1
        missing NotJoined → RecordMembership
        missing StatusNotConfirmed(NotStarted) → SubmitStatus
        missing NoDistribution → RegisterDistribution"]],
    );
}

#[test]
fn subject_teacher_on_the_own_line() {
    check(
        |s| (s.baranov, Object::LoadLine(s.math_7a)),
        SUBJECT_CHAT,
        &expect![[r"
        Duty, permitted
        subject-teacher of a line in 7А: Duty by 2.4/3a; Line Holds
        missing NotJoined → RecordMembership
        missing StatusNotConfirmed(NotStarted) → SubmitStatus"]],
    );
    check(
        |s| (s.vetrova, Object::LoadLine(s.math_7a)),
        SUBJECT_CHAT,
        &expect![[r"
        NotGranted, not permitted
        instead subject-teacher
        instead extra-educator"]],
    );
}

#[test]
fn teacher_without_a_line_is_told_what_is_missing() {
    check(
        |s| {
            let (id, person) = (s.ids.fresh(), s.ids.fresh());
            s.save(Person::new(person, PersonName::parse("Гусев Пётр Ильич").expect("a name")));
            let title = "Учитель".to_owned();
            let category = StaffCategory::Teacher;
            s.save(Position { id, person, title, category, period: Period::default(), order: None });
            (person, Object::None)
        },
        SUBJECT_CHAT,
        &expect![[r"
            NotGranted, not permitted
            subject-teacher: NotGranted by 2.4/3a; Line Fails
            missing NoLoadLine → AssignLoadLine
            instead subject-teacher
            instead extra-educator"]],
    );
}

#[test]
fn status_has_steps() {
    let with_state = |state| {
        move |s: &mut Sample| {
            let (id, person) = (s.ids.fresh(), s.baranov);
            join(s, person);
            distribute(s);
            s.save(Verification { id, person, state });
            (person, Object::Class(s.class_7a))
        }
    };
    check(
        with_state(VerificationState::Submitted { on: day(4) }),
        STUDENTS_CHAT,
        &expect![[r"
        Duty, permitted
        class-teacher of 7А: Duty by 2.3/3a; Homeroom Holds
        missing StatusNotConfirmed(Submitted) → ConfirmStatus"]],
    );
    check(
        with_state(VerificationState::NotRequired),
        STUDENTS_CHAT,
        &expect![[r"
        Duty, ready
        class-teacher of 7А: Duty by 2.3/3a; Homeroom Holds"]],
    );
    check(
        |s| {
            s.save(Settings { requires_verification: false, ..Settings::default() });
            let baranov = s.baranov;
            join(s, baranov);
            distribute(s);
            (baranov, Object::Class(s.class_7a))
        },
        STUDENTS_CHAT,
        &expect![[r"
            Duty, ready
            class-teacher of 7А: Duty by 2.3/3a; Homeroom Holds"]],
    );
}

#[test]
fn own_status_is_the_own() {
    check(
        |s| (s.vetrova, Object::Person(s.vetrova)),
        OWN_STATUS,
        &expect![[r"
        DutyIfNeeded, permitted
        administration: DutyIfNeeded by 2.2/4; OwnProfile Holds
        missing NotJoined → RecordMembership"]],
    );
    check(
        |s| (s.vetrova, Object::Person(s.baranov)),
        OWN_STATUS,
        &expect![[r"
        NotGranted, not permitted
        administration: NotGranted by 2.2/4; OwnProfile Fails
        instead head
        instead administration
        instead platform-admin
        instead additional-admin
        instead class-teacher
        instead subject-teacher
        instead extra-educator"]],
    );
}

#[test]
fn administrator_of_the_platform() {
    let with_post = |post, period| {
        move |s: &mut Sample| {
            let baranov = s.baranov;
            join(s, baranov);
            appoint(s, post, period);
            (baranov, Object::None)
        }
    };
    let since = Period::since(day(4));
    check(
        with_post(AdministratorPost::Platform, since),
        EDIT_SCHOOL,
        &expect![[r"
        Duty, ready
        platform-admin: Duty by 2.1/3"]],
    );
    check(
        with_post(AdministratorPost::Additional, since),
        EDIT_SCHOOL,
        &expect![[r"
        Allowed, ready
        additional-admin: Allowed by 2.1/7"]],
    );
    let ended = Period { to: Some(day(6)), ..since };
    check(
        with_post(AdministratorPost::Platform, ended),
        EDIT_SCHOOL,
        &expect![[r#"
        NotGranted, not permitted
        missing RoleEnded { role: RoleId("platform-admin"), basis: PlatformAdmin, on: 2026-09-06 } → RenewRole(PlatformAdmin)
        instead platform-admin
        instead additional-admin"#]],
    );
    check(
        with_post(AdministratorPost::Platform, Period::since(day(20))),
        EDIT_SCHOOL,
        &expect![[r#"
        NotGranted, not permitted
        missing RoleNotBegun { role: RoleId("platform-admin"), basis: PlatformAdmin, from: 2026-09-20 } → AwaitRole(PlatformAdmin, 2026-09-20)
        instead platform-admin
        instead additional-admin"#]],
    );
}

#[test]
fn closed_class_ends_its_hats() {
    check(
        |s| {
            let class = s.workspace.school().classes()[&s.class_7a].as_ref().clone();
            s.save(Class { archived: Some(day(9)), ..class });
            (s.baranov, Object::Class(s.class_7a))
        },
        STUDENTS_CHAT,
        &expect![[r#"
            NotGranted, not permitted
            missing RoleEnded { role: RoleId("class-teacher"), basis: ClassTeacher, on: 2026-09-09 } → RenewRole(ClassTeacher)
            instead class-teacher"#]],
    );
}

#[test]
fn extra_educator_in_the_own_group() {
    let with_group = |asked: fn(&Sample, Object) -> Object| {
        move |s: &mut Sample| {
            let id = s.ids.fresh();
            s.save(ActivityGroup {
                id,
                name: "Робототехника".to_owned(),
                year: s.year,
                leader: Some(s.vetrova),
                classes: [s.class_7a].into(),
                members: [s.zueva].into(),
                hours: Hours(200),
            });
            (s.vetrova, asked(s, Object::Activity(id)))
        }
    };
    check(
        with_group(|_, group| group),
        43,
        &expect![[r"
        Allowed, permitted
        extra-educator of a group: Allowed by 2.4/3b; Activity Holds
        missing NotJoined → RecordMembership
        missing StatusNotConfirmed(NotStarted) → SubmitStatus"]],
    );
    check(
        with_group(|s, _| Object::Person(s.zueva)),
        13,
        &expect![[r"
        Duty, permitted
        administration: Allowed by 2.2/6d
        extra-educator of a group: Duty by 2.5/1; Activity Holds
        missing NotJoined → RecordMembership
        missing StatusNotConfirmed(NotStarted) → SubmitStatus"]],
    );
    check(
        with_group(|s, _| Object::Class(s.class_7b)),
        43,
        &expect![[r"
        NotGranted, not permitted
        extra-educator of a group: NotGranted by 2.4/3b; Activity Fails
        instead subject-teacher
        instead extra-educator"]],
    );
}
