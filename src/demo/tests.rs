//! The demo school is as large as SPEC sections 11 and 12 say, keeps the rules, and carries its defects.

#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use expect_test::{Expect, expect};
use sha2::{Digest, Sha256};

use super::{DAY, Demo, Scale};
use crate::domain::{
    Author, ClassId, Command, Context, IdSource, PersonId, RecordKind, Records, School, StaffCategory, links,
};

mod audit;
mod people;
mod planted;

/// The demo schools, each built once for all tests.
fn demo(scale: Scale) -> &'static (Demo, School) {
    static DEMOS: [OnceLock<(Demo, School)>; 3] = [const { OnceLock::new() }; 3];
    DEMOS[scale as usize].get_or_init(|| {
        let demo = Demo::new(scale, &mut IdSource::new(1_788_000_000_000, [44; 10])).unwrap();
        let school = demo.clone().into_school().unwrap();
        (demo, school)
    })
}

fn gymnasium() -> &'static School {
    &demo(Scale::Gymnasium).1
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
    let (_, school) = demo(scale);
    let load = school.load();
    let pairs: BTreeSet<_> = load.values().map(|line| (line.class, line.subject)).collect();
    let parents: BTreeSet<_> = school.representations().values().map(|link| link.parent).collect();
    let posts: Vec<_> = school.positions().values().filter(|post| post.period.contains(DAY)).collect();
    let staff: BTreeSet<_> = posts.iter().map(|post| post.person).collect();
    let now = classes(school);
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
        ("bytes of JSON", serde_json::to_vec(&Records::from(school)).unwrap().len()),
    ];
    let kinds = RecordKind::ALL.iter().map(|kind| (serde_json::to_string(kind).unwrap(), school.count(*kind)));
    let kinds: Vec<_> = kinds.filter(|(_, count)| *count > 0).collect();
    rows.extend(kinds.iter().map(|(kind, count)| (kind.as_str(), *count)));
    let text: Vec<String> = rows.iter().map(|(what, count)| format!("{what}: {count}")).collect();
    expected.assert_eq(&text.join("\n"));
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
            bytes of JSON: 2301283
            "organisation": 1
            "platform-profile": 1
            "settings": 1
            "school-year": 2
            "local-act": 30
            "person": 1960
            "class": 63
            "nomenclature": 2
            "enrolment": 1477
            "representation": 1240
            "position": 63
            "homeroom-assignment": 62
            "appointment": 3
            "membership": 462
            "verification": 60
            "subject": 29
            "load-line": 455
            "activity-group": 48
            "active-group": 50
            "interpretation": 3
            "registration-application": 1
            "homeroom-distribution": 1
            "invite": 623
            "join-request": 49
            "movement": 790
            "chat": 543
            "channel": 3
            "material": 14
            "publication": 14
            "event": 33
            "support-ticket": 34
            "vendor-case": 2
            "faq-entry": 3
            "stat-report": 2
            "control-check": 3
            "regulation-edition": 2
            "legal-act": 6
            "gap-note": 3
            "acknowledgement-sheet": 33
            "issued-document": 4
            "counterpart": 8
            "attestation": 5"#]],
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
            bytes of JSON: 10387349
            "organisation": 1
            "platform-profile": 1
            "settings": 1
            "school-year": 2
            "local-act": 30
            "person": 9119
            "class": 281
            "nomenclature": 2
            "enrolment": 6828
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
            "interpretation": 3
            "registration-application": 1
            "homeroom-distribution": 1
            "invite": 2804
            "join-request": 213
            "movement": 3615
            "chat": 2602
            "channel": 3
            "material": 14
            "publication": 14
            "event": 33
            "support-ticket": 34
            "vendor-case": 2
            "faq-entry": 3
            "stat-report": 2
            "control-check": 3
            "regulation-edition": 2
            "legal-act": 6
            "gap-note": 3
            "acknowledgement-sheet": 142
            "issued-document": 4
            "counterpart": 23
            "attestation": 5"#]],
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
            lines of subgroups: 868
            bytes of JSON: 18841248
            "organisation": 1
            "platform-profile": 1
            "settings": 1
            "school-year": 2
            "local-act": 30
            "person": 17156
            "class": 455
            "nomenclature": 2
            "enrolment": 12877
            "representation": 10857
            "position": 521
            "homeroom-assignment": 454
            "appointment": 3
            "membership": 3966
            "verification": 419
            "subject": 38
            "load-line": 3610
            "activity-group": 350
            "active-group": 362
            "interpretation": 3
            "registration-application": 1
            "homeroom-distribution": 1
            "invite": 5187
            "join-request": 393
            "movement": 6815
            "chat": 4212
            "channel": 3
            "material": 14
            "publication": 14
            "event": 33
            "support-ticket": 34
            "vendor-case": 2
            "faq-entry": 3
            "stat-report": 2
            "control-check": 3
            "regulation-edition": 2
            "legal-act": 6
            "gap-note": 3
            "acknowledgement-sheet": 229
            "issued-document": 4
            "counterpart": 32
            "attestation": 5"#]],
    );
}

#[track_caller]
fn check_digest(scale: Scale, expected: &Expect) {
    let json = serde_json::to_vec(&Records::from(&demo(scale).1)).unwrap();
    let digest: Vec<String> = Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect();
    expected.assert_eq(&digest.concat());
}

#[test]
fn school_is_the_same_every_time() {
    check_digest(Scale::Gymnasium, &expect!["11bd954e67c2e13ac4d064c16b6f2b97fd8e88f43320da0d8bf5b9fbc31b58ac"]);
    check_digest(Scale::Complex, &expect!["0c7afdd755bbe0a3248ff658c3908988ce2e401750b716013f9d6b10415391f1"]);
    check_digest(Scale::Giant, &expect!["9e5f7aa7e06943c2e5a33f81524e4ee56b46db05db81e175d8af39cbcd12dc90"]);
    check_digest(Scale::Gymnasium, &expect!["11bd954e67c2e13ac4d064c16b6f2b97fd8e88f43320da0d8bf5b9fbc31b58ac"]);
    check_digest(Scale::Complex, &expect!["0c7afdd755bbe0a3248ff658c3908988ce2e401750b716013f9d6b10415391f1"]);
    check_digest(Scale::Giant, &expect!["9e5f7aa7e06943c2e5a33f81524e4ee56b46db05db81e175d8af39cbcd12dc90"]);
}

#[track_caller]
fn check_rules(scale: Scale) {
    let (demo, school) = demo(scale);
    let breaking: BTreeSet<_> =
        demo.planted.iter().filter(|(defect, _)| defect.breaks_a_rule()).map(|(_, key)| *key).collect();
    assert_eq!(breaking.len(), 3);
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
    for (id, students) in classes(school) {
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
    let text: Vec<String> = titles.iter().map(|(title, count)| format!("{title}: {count}")).collect();
    expect![[r"
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
        Учитель истории и обществознания: 4
        Учитель математики: 5
        Учитель музыки и изобразительного искусства: 1
        Учитель начальных классов: 12
        Учитель русского языка и литературы: 5
        Учитель труда (технологии): 2
        Учитель физики: 2
        Учитель физической культуры: 2
        Учитель-логопед: 1"]]
    .assert_eq(&text.join("\n"));
    let leading: BTreeSet<_> =
        school.homerooms().values().filter(|term| term.period.contains(DAY)).map(|term| term.teacher).collect();
    assert_eq!(leading.len(), 30, "31 classes, and 6В has nobody");
    let mut hours: BTreeMap<PersonId, u32> = BTreeMap::new();
    for line in school.load().values() {
        *hours.entry(line.teacher.unwrap()).or_default() += u32::from(line.hours.0) / 100;
    }
    assert!(hours.values().all(|hours| *hours <= 30), "nobody teaches more than 30 hours a week: {hours:?}");
}

#[track_caller]
fn check_week(label: &str, expected: u32) {
    let school = gymnasium();
    let id = class(school, label);
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
    let classes = classes(school);
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
    let stays = classes(school);
    for group in crossing.iter().filter(|group| !group.members.is_empty()) {
        let meant: BTreeSet<_> = group.classes.iter().flat_map(|class| &stays[class]).collect();
        assert!(group.members.iter().all(|member| meant.contains(member)), "{}", group.name);
    }
}

#[test]
fn signed_documents_have_the_text_of_their_day() {
    for row in gymnasium().documents().values() {
        assert!(row.lines.contains(&"ПРИКАЗЫВАЮ:".to_owned()), "{} has {} lines", row.form, row.lines.len());
        assert!(row.lines.iter().any(|line| line.contains(&format!("№ {}", row.number))), "{}", row.form);
    }
}
