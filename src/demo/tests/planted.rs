//! Each planted defect is where it says and is what it says.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use expect_test::{Expect, expect};

use super::{classes, demo};
use crate::demo::{DAY, Defect, Scale};
use crate::domain::{ClassId, ConsentState, PersonId, VerificationState};

#[test]
fn every_defect_is_planted() {
    for scale in Scale::ALL {
        let (demo, school) = demo(scale);
        let found: BTreeSet<_> = demo.planted.iter().map(|(defect, _)| *defect).collect();
        assert_eq!(found, BTreeSet::from(Defect::ALL));
        assert!(demo.planted.iter().all(|(_, key)| school.record(*key).is_some()));
    }
}

/// Tells a defect by what its records say.
#[track_caller]
fn check_defect(defect: Defect, expected: &Expect) {
    let (demo, school) = demo(Scale::Gymnasium);
    let records = demo.planted.iter().filter(|(other, _)| *other == defect);
    let captions: Vec<_> = records.map(|(_, key)| school.record(*key).unwrap().caption(school)).collect();
    expected.assert_eq(&captions.join("\n"));
}

#[test]
fn defects_are_where_they_say() {
    check_defect(Defect::NoHomeroom, &expect!["6В"]);
    check_defect(Defect::HomeroomMismatch, &expect!["Трофимова Лариса Николаевна · 8Б"]);
    check_defect(Defect::UnverifiedTeacher, &expect!["Яшина Светлана Викторовна"]);
    check_defect(Defect::ParentInClass, &expect!["Осипов Константин Маркович · 5А"]);
    check_defect(Defect::DismissedInStaffRoom, &expect!["Гусева Светлана Антоновна · "]);
    check_defect(
        Defect::DismissedTeaches,
        &expect![[r"
        География · 6В
        География · 6Б
        География · 6А
        География · 5В
        География · 5Б"]],
    );
    check_defect(Defect::TransferredInBoth, &expect!["Зимин Семён Владимирович · 6А"]);
    check_defect(Defect::NearHomonym, &expect!["Елкина Алена Петровна"]);
    check_defect(Defect::NoParent, &expect!["Дёмин Глеб Денисович"]);
    check_defect(Defect::ThreeClasses, &expect!["Никитина Ирина Глебовна"]);
    check_defect(Defect::AdministratorNeverJoined, &expect!["Чижова Татьяна Николаевна"]);
    check_defect(Defect::ConsentWithdrawn, &expect!["Калинина Жанна Артёмовна"]);
}

#[test]
fn defects_are_true() {
    let (demo, school) = demo(Scale::Gymnasium);
    let key = |defect| demo.planted.iter().find(|(other, _)| *other == defect).unwrap().1;
    let person = |defect| PersonId::from(key(defect).id);
    let class_6v = ClassId::from(key(Defect::NoHomeroom).id);
    assert!(!school.homerooms().values().any(|term| term.class == class_6v && term.period.contains(DAY)));
    let mismatch = &school.homerooms()[&key(Defect::HomeroomMismatch).id.into()];
    let list = school.distributions().values().next().unwrap();
    assert_ne!(list.rows.get(&mismatch.class), Some(&mismatch.teacher));
    let late = school.verifications().values().find(|row| row.person == person(Defect::UnverifiedTeacher)).unwrap();
    let VerificationState::Required { since } = late.state else { panic!("{late:?}") };
    assert_eq!((DAY - since).num_days(), 41);
    let has_parent = |child| school.representations().values().any(|link| link.child == child);
    let children: BTreeSet<_> = classes(school).into_values().flatten().collect();
    let alone: Vec<_> = children.into_iter().filter(|child| !has_parent(*child)).collect();
    assert_eq!(alone, [person(Defect::NoParent)]);
    let stays = classes(school);
    let kids = school.representations().values().filter(|link| link.parent == person(Defect::ThreeClasses));
    let rooms: BTreeSet<_> =
        kids.map(|link| stays.iter().find(|(_, list)| list.contains(&link.child)).unwrap().0).collect();
    assert_eq!(rooms.len(), 3);
    let twin = &school.people()[&person(Defect::NearHomonym)];
    let twins = school.people().values().filter(|other| other.name.key() == twin.name.key());
    let births: Vec<Option<NaiveDate>> = twins.map(|other| other.birth_date).collect();
    assert!(births.len() == 2 && births[0].is_some() && births[0] == births[1]);
    let withdrawn = &school.people()[&person(Defect::ConsentWithdrawn)];
    assert_eq!(withdrawn.consent.state, ConsentState::Withdrawn);
    let left = school.positions().values().filter(|post| post.period.is_over(DAY)).map(|post| post.person);
    let left: Vec<_> = left.collect();
    assert_eq!(left.len(), 1);
    assert_eq!(school.load().values().filter(|line| line.teacher == Some(left[0])).count(), 5);
    let moved: Vec<_> = school
        .enrolments()
        .values()
        .filter(|stay| stay.order.is_some_and(|order| school.acts()[&order].number == "131"))
        .collect();
    let open = school.memberships().values().filter(|row| row.person == moved[0].student && row.period.contains(DAY));
    assert_eq!((moved.len(), open.count()), (1, 2));
    let application = &school.applications()[&key(Defect::PhoneMismatch).id.into()];
    assert_ne!(application.phone, application.registered.map(|registered| registered.phone));
    let count = |defect| demo.planted.iter().filter(|(other, _)| *other == defect).count();
    assert_eq!(
        (count(Defect::UnclaimedLink), count(Defect::DismissedInChat), count(Defect::TransferredInChat)),
        (17, 5, 2)
    );
    let chats = school.chats().values().filter(|chat| chat.moderator.is_none());
    assert_eq!(chats.map(|chat| chat.name.as_str()).collect::<Vec<_>>(), ["5Б · родители"]);
}
