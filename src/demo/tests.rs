//! The demo school is as large as SPEC sections 11 and 12 say, keeps the rules, and carries its defects.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use expect_test::{Expect, expect};
use sha2::{Digest, Sha256};

use super::{DAY, Defect, Demo, Scale};
use crate::domain::{
    Author, ClassId, Command, ConsentState, Context, Gender, IdSource, Kinship, PersonId, RecordKind, Records, School,
    StaffCategory, VerificationState, links,
};

fn demo(scale: Scale) -> Demo {
    Demo::new(scale, &mut IdSource::new(1_788_000_000_000, [44; 10])).unwrap()
}

fn gymnasium() -> School {
    demo(Scale::Gymnasium).into_school().unwrap()
}

fn context() -> Context {
    let now: DateTime<Utc> = "2026-10-12T09:00:00Z".parse().unwrap();
    Context { now, today: DAY, author: Author::default() }
}

/// The classes of 2026/27 with the students who are in them on the day of the demo.
fn classes(school: &School) -> BTreeMap<ClassId, Vec<PersonId>> {
    let mut classes: BTreeMap<ClassId, Vec<PersonId>> = BTreeMap::new();
    for stay in school.enrolments().values().filter(|stay| stay.period.contains(DAY)) {
        classes.entry(stay.class).or_default().push(stay.student);
    }
    classes
}

fn class(school: &School, label: &str) -> ClassId {
    let is_now = |id| school.classes()[&id].archived.is_none();
    school.classes().keys().copied().find(|id| is_now(*id) && school.class_name(*id) == label).unwrap()
}

#[track_caller]
fn check_counts(scale: Scale, expected: &Expect) {
    let school = demo(scale).into_school().unwrap();
    let load = school.load();
    let pairs: BTreeSet<_> = load.values().map(|line| (line.class, line.subject)).collect();
    let parents: BTreeSet<_> = school.representations().values().map(|link| link.parent).collect();
    let posts: Vec<_> = school.positions().values().filter(|post| post.period.contains(DAY)).collect();
    let staff: BTreeSet<_> = posts.iter().map(|post| post.person).collect();
    let now = classes(&school);
    let mut rows = vec![
        ("students", now.values().map(Vec::len).sum()),
        ("classes", now.len()),
        ("staff", staff.len()),
        ("teachers", posts.iter().filter(|post| post.category == StaffCategory::Teacher).count()),
        ("pedagogues", posts.iter().filter(|post| post.category.is_pedagogue()).count()),
        ("parents", parents.len()),
        ("staff who are parents", parents.intersection(&staff).count()),
        ("class and subject", pairs.len()),
        ("lines of subgroups", load.values().filter(|line| !line.group.is_empty()).count()),
        ("bytes of JSON", serde_json::to_vec(&Records::from(&school)).unwrap().len()),
    ];
    let kinds = RecordKind::ALL.iter().map(|kind| (serde_json::to_string(kind).unwrap(), school.count(*kind)));
    let kinds: Vec<_> = kinds.filter(|(_, count)| *count > 0).collect();
    rows.extend(kinds.iter().map(|(kind, count)| (kind.as_str(), *count)));
    let text: String = rows.iter().map(|(what, count)| format!("{what}: {count}\n")).collect();
    expected.assert_eq(&text);
}

#[test]
fn gymnasium_is_as_large_as_spec_says() {
    check_counts(
        Scale::Gymnasium,
        &expect![[r#"
        students: 775
        classes: 31
        staff: 62
        teachers: 46
        pedagogues: 54
        parents: 1130
        staff who are parents: 11
        class and subject: 397
        lines of subgroups: 116
        bytes of JSON: 1259448
        "organisation": 1
        "platform-profile": 1
        "settings": 1
        "school-year": 2
        "local-act": 10
        "person": 1957
        "class": 63
        "nomenclature": 2
        "enrolment": 1470
        "representation": 1240
        "position": 63
        "homeroom-assignment": 62
        "appointment": 3
        "membership": 469
        "verification": 60
        "subject": 29
        "load-line": 455
        "activity-group": 48
        "active-group": 50
    "#]],
    );
}

#[test]
fn complex_is_as_large_as_spec_says() {
    check_counts(
        Scale::Complex,
        &expect![[r#"
        students: 3600
        classes: 140
        staff: 310
        teachers: 200
        pedagogues: 230
        parents: 5255
        staff who are parents: 50
        class and subject: 1967
        lines of subgroups: 532
        bytes of JSON: 5858192
        "organisation": 1
        "platform-profile": 1
        "settings": 1
        "school-year": 2
        "local-act": 10
        "person": 9116
        "class": 281
        "nomenclature": 2
        "enrolment": 6821
        "representation": 5753
        "position": 311
        "homeroom-assignment": 280
        "appointment": 3
        "membership": 2135
        "verification": 243
        "subject": 38
        "load-line": 2233
        "activity-group": 210
        "active-group": 224
    "#]],
    );
}

#[test]
fn giant_is_as_large_as_spec_says() {
    check_counts(
        Scale::Giant,
        &expect![[r#"
        students: 6800
        classes: 227
        staff: 520
        teachers: 345
        pedagogues: 400
        parents: 9927
        staff who are parents: 95
        class and subject: 3176
        lines of subgroups: 908
        bytes of JSON: 10840542
        "organisation": 1
        "platform-profile": 1
        "settings": 1
        "school-year": 2
        "local-act": 10
        "person": 17153
        "class": 455
        "nomenclature": 2
        "enrolment": 12870
        "representation": 10857
        "position": 521
        "homeroom-assignment": 454
        "appointment": 3
        "membership": 3961
        "verification": 419
        "subject": 38
        "load-line": 3630
        "activity-group": 350
        "active-group": 362
    "#]],
    );
}

#[track_caller]
fn check_digest(scale: Scale, expected: &Expect) {
    let json = |scale| serde_json::to_vec(&Records::from(&demo(scale).into_school().unwrap())).unwrap();
    let digest: String = Sha256::digest(json(scale)).iter().map(|byte| format!("{byte:02x}")).collect();
    expected.assert_eq(&digest);
}

#[test]
fn school_is_the_same_every_time() {
    check_digest(Scale::Gymnasium, &expect!["48e04f8aa39d1c81e3de287f9c9b7e3d38a7ea0d73f71b48ed2114a5059b99eb"]);
    check_digest(Scale::Complex, &expect!["89ab341805964ae93335ca036b722aba13dd9185107cf95b42ece97f81ac0a72"]);
    check_digest(Scale::Giant, &expect!["1ce22c480f795a35501d667f97001921e2941c8ab38433e46d4d82b5249d7da7"]);
}

#[track_caller]
fn check_rules(scale: Scale) {
    let demo = demo(scale);
    let breaking: BTreeSet<_> =
        demo.planted.iter().filter(|(defect, _)| defect.breaks_a_rule()).map(|(_, key)| *key).collect();
    assert_eq!(breaking.len(), 2);
    let school = demo.into_school().unwrap();
    for record in school.records() {
        links(&record, &mut |to, _| assert!(school.record(to).is_some(), "{:?} points to nothing", record.key()));
    }
    let (broken, sound): (Vec<_>, Vec<_>) = school.records().partition(|record| breaking.contains(&record.key()));
    let count = sound.len();
    let mut workspace = crate::domain::Workspace::default();
    let command = Command::ImportRoster { source: String::new(), records: sound };
    let id = IdSource::new(1, [0; 10]).fresh();
    let entry = workspace.dispatch(id, &command, &context()).unwrap().unwrap();
    assert_eq!(entry.changes.len(), count);
    for record in broken {
        assert!(workspace.school().handle(&Command::Save(record), &context()).is_err());
    }
}

#[test]
fn every_rule_holds_but_the_planted_ones() {
    Scale::ALL.into_iter().for_each(check_rules);
}

#[test]
fn classes_have_the_sizes_of_the_levels() {
    let school = gymnasium();
    let mut seen: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for (id, students) in classes(&school) {
        seen.entry(school.classes()[&id].label().unwrap().grade()).or_default().push(students.len());
    }
    for (grade, mut sizes) in seen {
        sizes.sort_unstable();
        let expected = match grade {
            1..=4 => vec![27; 3],
            5..=9 => vec![25; 3],
            _ => vec![19; 2],
        };
        assert_eq!(sizes, expected, "grade {grade}");
    }
    let profiles: BTreeSet<_> = school.classes().values().map(|class| class.profile.as_str()).collect();
    assert_eq!(profiles, BTreeSet::from(["", "гуманитарный", "технологический"]));
}

#[test]
fn staff_has_the_structure_of_the_spec() {
    let school = gymnasium();
    let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
    for post in school.positions().values().filter(|post| post.period.contains(DAY)) {
        *titles.entry(post.title.as_str()).or_default() += 1;
    }
    let text: String = titles.iter().map(|(title, count)| format!("{title}: {count}\n")).collect();
    expect![[r#"
        Библиотекарь: 1
        Директор: 1
        Заместитель директора (ВР): 1
        Заместитель директора (ИКТ): 1
        Заместитель директора (УВР, 10–11 классы): 1
        Заместитель директора (УВР, 5–9 классы): 1
        Заместитель директора (УВР, начальная школа): 1
        Педагог дополнительного образования: 5
        Педагог-психолог: 1
        Секретарь: 1
        Социальный педагог: 1
        Учитель ОБЗР: 1
        Учитель биологии и химии: 2
        Учитель географии: 2
        Учитель иностранного языка: 6
        Учитель информатики: 2
        Учитель истории и обществознания: 3
        Учитель математики: 5
        Учитель музыки и изобразительного искусства: 1
        Учитель начальных классов: 12
        Учитель русского языка и литературы: 5
        Учитель труда (технологии): 3
        Учитель физики: 2
        Учитель физической культуры: 2
        Учитель-логопед: 1
    "#]]
    .assert_eq(&text);
    let leading: BTreeSet<_> =
        school.homerooms().values().filter(|term| term.period.contains(DAY)).map(|term| term.teacher).collect();
    assert_eq!(leading.len(), 30, "31 classes, and 6В has nobody");
    let mut hours: BTreeMap<PersonId, u32> = BTreeMap::new();
    for line in school.load().values() {
        *hours.entry(line.teacher.unwrap()).or_default() += u32::from(line.hours.0) / 100;
    }
    assert!(hours.values().all(|hours| *hours <= 30), "nobody teaches more than 30 hours a week: {hours:?}");
}

#[test]
fn families_are_as_in_the_spec() {
    let school = gymnasium();
    let mut children: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    let mut parents: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    for link in school.representations().values() {
        children.entry(link.parent).or_default().insert(link.child);
        parents.entry(link.child).or_default().insert(link.parent);
    }
    let families: BTreeSet<_> = parents.values().collect();
    let several: BTreeSet<_> = families.iter().filter(|family| children[family.first().unwrap()].len() > 1).collect();
    let guardians = school.representations().values().filter(|link| link.kinship == Kinship::Guardian);
    let guardians: BTreeSet<_> = guardians.map(|link| link.parent).collect();
    let singles = school.people().values().filter(|person| person.note == "единственный представитель").count();
    let percent = |part: usize| (part * 100 + families.len() / 2) / families.len();
    assert_eq!((percent(several.len()), percent(guardians.len()), percent(singles)), (9, 3, 12));
    let students: BTreeSet<_> = classes(&school).into_values().flatten().collect();
    let bare = students.iter().filter(|id| school.people()[id].name.patronymic().is_none());
    assert_eq!(bare.count(), 4);
    let mothers: Vec<_> = school
        .representations()
        .values()
        .filter(|link| classes(&school)[&class(&school, "2А")].contains(&link.child))
        .map(|link| school.person_name(link.parent))
        .filter(|name| name == "Тихомирова Ольга Сергеевна")
        .collect();
    assert_eq!(mothers.len(), 2, "two mothers of one name in a class");
}

#[test]
fn nobody_can_be_reached() {
    let school = gymnasium();
    let mut phones = BTreeSet::new();
    for person in school.people().values() {
        if let Some(phone) = person.phone {
            assert!(phone.compact().starts_with("+7000"));
            assert!(phones.insert(phone), "{phone} is given twice");
        }
        assert!(person.email.as_ref().is_none_or(|email| email.as_str().ends_with("@example.org")));
        assert!(person.gender.is_some());
    }
}

#[test]
fn names_agree_in_gender() {
    for person in gymnasium().people().values() {
        let female = person.gender == Some(Gender::Female);
        if let Some(patronymic) = person.name.patronymic() {
            assert_eq!(patronymic.ends_with("на"), female, "{}", person.name);
        }
        let family = person.name.family();
        if family.ends_with("ов") || family.ends_with("ин") {
            assert!(!female, "{}", person.name);
        }
    }
}

#[track_caller]
fn check_week(label: &str, expected: u32) {
    let school = gymnasium();
    let id = class(&school, label);
    let own = school.load().values().filter(|line| line.class == id);
    let subjects: BTreeMap<_, _> = own.map(|line| (line.subject, u32::from(line.hours.0))).collect();
    assert_eq!(subjects.values().sum::<u32>(), expected * 100, "{label}");
}

#[test]
fn weeks_have_the_hours_of_the_plan() {
    check_week("1А", 20);
    check_week("4Б", 23);
    check_week("5А", 29);
    check_week("5В", 29);
    check_week("7Б", 30);
    check_week("9В", 33);
    check_week("10А", 34);
}

#[test]
fn subgroups_divide_the_class() {
    let school = gymnasium();
    let classes = classes(&school);
    let mut divided: BTreeMap<_, Vec<PersonId>> = BTreeMap::new();
    for line in school.load().values() {
        assert_eq!(line.group.is_empty(), line.members.is_empty());
        if !line.group.is_empty() {
            divided.entry((line.class, line.subject)).or_default().extend(&line.members);
        }
    }
    for ((class, _), mut members) in divided {
        let mut list = classes[&class].clone();
        list.sort_unstable();
        members.sort_unstable();
        assert_eq!(members, list, "{}", school.class_name(class));
    }
}

#[test]
fn activities_cross_classes() {
    let school = gymnasium();
    let crossing: Vec<_> = school.activities().values().filter(|group| group.classes.len() > 1).collect();
    assert_eq!(crossing.len(), 17);
    let stays = classes(&school);
    for group in crossing.iter().filter(|group| !group.members.is_empty()) {
        let meant: BTreeSet<_> = group.classes.iter().flat_map(|class| &stays[class]).collect();
        assert!(group.members.iter().all(|member| meant.contains(member)), "{}", group.name);
    }
}

#[test]
fn every_defect_is_planted() {
    for scale in Scale::ALL {
        let demo = demo(scale);
        let found: BTreeSet<_> = demo.planted.iter().map(|(defect, _)| *defect).collect();
        assert_eq!(found, BTreeSet::from(Defect::ALL));
        let school = demo.clone().into_school().unwrap();
        assert!(demo.planted.iter().all(|(_, key)| school.record(*key).is_some()));
    }
}

/// Tells a defect by what its records say.
#[track_caller]
fn check_defect(defect: Defect, expected: &Expect) {
    let demo = demo(Scale::Gymnasium);
    let school = demo.clone().into_school().unwrap();
    let records = demo.planted.iter().filter(|(other, _)| *other == defect);
    let captions: Vec<_> = records.map(|(_, key)| school.record(*key).unwrap().caption(&school)).collect();
    expected.assert_eq(&captions.join("\n"));
}

#[test]
fn defects_are_where_they_say() {
    check_defect(Defect::NoHomeroom, &expect!["6В"]);
    check_defect(Defect::HomeroomWithoutOrder, &expect!["Трофимова Лариса Николаевна · 8Б"]);
    check_defect(Defect::UnverifiedTeacher, &expect!["Яшина Светлана Викторовна"]);
    check_defect(Defect::ParentInClass, &expect!["Осипов Константин Маркович · 5А"]);
    check_defect(Defect::DismissedInStaffRoom, &expect!["Гусева Светлана Антоновна · "]);
    check_defect(
        Defect::DismissedTeaches,
        &expect![[r#"
        География · 6В
        География · 6Б
        География · 6А
        География · 5В
        География · 5Б"#]],
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
    let demo = demo(Scale::Gymnasium);
    let school = demo.clone().into_school().unwrap();
    let key = |defect| demo.planted.iter().find(|(other, _)| *other == defect).unwrap().1;
    let person = |defect| PersonId::from(key(defect).id);
    let class_6v = ClassId::from(key(Defect::NoHomeroom).id);
    assert!(!school.homerooms().values().any(|term| term.class == class_6v && term.period.contains(DAY)));
    let without_order = school.homerooms().values().filter(|term| term.order.is_none());
    assert_eq!(without_order.map(|term| school.class_name(term.class)).collect::<Vec<_>>(), ["8Б"]);
    let late = school.verifications().values().find(|row| row.person == person(Defect::UnverifiedTeacher)).unwrap();
    let VerificationState::Required { since } = late.state else { panic!("{late:?}") };
    assert_eq!((DAY - since).num_days(), 41);
    let has_parent = |child| school.representations().values().any(|link| link.child == child);
    let children: BTreeSet<_> = classes(&school).into_values().flatten().collect();
    let alone: Vec<_> = children.into_iter().filter(|child| !has_parent(*child)).collect();
    assert_eq!(alone, [person(Defect::NoParent)]);
    let stays = classes(&school);
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
}
