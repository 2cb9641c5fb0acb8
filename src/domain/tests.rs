//! The rules case by case, and undo over everything.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::sample::{ChangeClass, Sample, context, day};
use super::*;

#[track_caller]
fn check(make: impl FnOnce(&mut Sample) -> Command, expected: &str) {
    let mut sample = Sample::new();
    let command = make(&mut sample);
    let before = sample.workspace.school().clone();
    assert_eq!(sample.answer(&command), expected);
    assert!(*sample.workspace.school() == before, "asking changes nothing");
}

fn save(record: impl Into<Record>) -> Command {
    Command::Save(record.into())
}

fn class(id: ClassId, label: &str, year: SchoolYearId) -> Class {
    Class { id, kind: ClassKind::Class { label: label.parse().unwrap(), year }, profile: String::new(), archived: None }
}

#[test]
fn one_staff_room() {
    check(
        |s| save(Class { id: s.ids.fresh(), kind: ClassKind::StaffRoom, profile: String::new(), archived: None }),
        "refused by 2.1/4: there is one staff room already",
    );
}

#[test]
fn a_class_stands_once_in_a_year() {
    check(|s| save(class(s.ids.fresh(), "7A", s.year)), "refused by 2.1/5: the class 7А is there already");
    check(|s| save(class(s.ids.fresh(), "7В", s.year)), "ok, 1 changes");
    check(
        |s| Command::CreateClasses {
            year: s.year,
            classes: vec![(s.ids.fresh(), "8А".parse().unwrap()), (s.ids.fresh(), "8А".parse().unwrap())],
        },
        "refused by 2.1/5: the class 8А is there already",
    );
}

#[test]
fn a_student_is_in_one_class_at_a_time() {
    check(
        |s| {
            save(Enrolment {
                id: s.ids.fresh(),
                student: s.zueva,
                class: s.class_7b,
                period: Period::since(day(5)),
                order: None,
            })
        },
        "refused by 2.1/11: Зуева Ева Марковна is in 7А on those days",
    );
    check(
        |s| ChangeClass { id: s.ids.fresh(), student: s.zueva, class: s.class_7b, from: day(5), order: None }.into(),
        "ok, 2 changes",
    );
    check(
        |s| ChangeClass { id: s.ids.fresh(), student: s.zueva, class: s.staff_room, from: day(5), order: None }.into(),
        "refused by 2.1/4: students are not enrolled in the staff room",
    );
}

#[test]
fn a_class_has_one_class_teacher_of_the_staff() {
    let assign = |s: &mut Sample, teacher| HomeroomAssignment {
        id: s.ids.fresh(),
        class: s.class_7a,
        teacher,
        period: Period::since(day(5)),
        order: None,
    };
    check(
        |s| save(assign(s, s.vetrova)),
        "refused by 2.1/8: 7А has a class teacher on those days: Баранов Глеб Олегович",
    );
    check(
        |s| Command::AssignHomeroom {
            id: s.ids.fresh(),
            class: s.class_7a,
            teacher: s.vetrova,
            from: day(5),
            order: None,
        },
        "ok, 2 changes",
    );
    check(
        |s| Command::AssignHomeroom {
            id: s.ids.fresh(),
            class: s.class_7b,
            teacher: s.zueva_mother,
            from: day(5),
            order: None,
        },
        "refused by 2.1/8: Зуева Ольга Петровна holds no post at the school",
    );
}

fn appointment(s: &mut Sample, person: PersonId, post: AdministratorPost) -> Appointment {
    let order = (post == AdministratorPost::Platform).then_some(s.order);
    Appointment {
        id: s.ids.fresh(),
        person,
        post,
        period: Period::since(day(2)),
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    }
}

#[test]
fn administrators_are_pedagogues_with_an_order() {
    use AdministratorPost::{Additional, Platform};
    check(|s| save(appointment(s, s.baranov, Platform)), "ok, 1 changes");
    check(|s| save(appointment(s, s.lugova, Platform)), "refused by 2.2/2: Лугова Вера Петровна is no pedagogue");
    check(
        |s| save(Appointment { order: None, ..appointment(s, s.baranov, Platform) }),
        "refused by 2.1/0: an administrator is appointed by an order",
    );
    check(
        |s| save(appointment(s, s.baranov, Additional)),
        "refused by 2.1/7: Баранов Глеб Олегович has not joined the staff room",
    );
    check(
        |s| save(Appointment { appointed_by: Some(s.baranov), ..appointment(s, s.baranov, Additional) }),
        "refused by 2.1/7: nobody appoints themselves",
    );
}

fn joined(s: &mut Sample, person: PersonId, class: ClassId, role: MemberRole) -> Membership {
    Membership { id: s.ids.fresh(), person, class, role, period: Period::since(day(1)) }
}

#[test]
fn parents_join_chats_and_students_classes() {
    use MemberRole::{Student, Teacher};
    check(
        |s| save(joined(s, s.zueva_mother, s.class_7a, Student)),
        "refused by 2.7/1: a parent joins chats, not classes",
    );
    check(|s| save(joined(s, s.zueva, s.staff_room, Student)), "refused by 2.1/6: the role does not fit the place");
    check(|s| save(joined(s, s.zueva, s.class_7a, Teacher)), "refused by 2.1/6: the role does not fit the place");
    check(|s| save(joined(s, s.baranov, s.staff_room, Teacher)), "ok, 1 changes");
}

#[test]
fn status_is_confirmed_by_another_after_joining() {
    let confirmed = |s: &mut Sample, by| Verification {
        id: s.ids.fresh(),
        person: s.baranov,
        state: VerificationState::Confirmed { on: day(3), by: Some(by) },
    };
    check(|s| save(confirmed(s, s.baranov)), "refused by 2.1/10: nobody confirms their own status");
    check(|s| save(confirmed(s, s.orlova)), "refused by 2.1/10: Баранов Глеб Олегович has not joined the staff room");
    check(
        |s| {
            let member = joined(s, s.baranov, s.staff_room, MemberRole::Teacher);
            s.save(member);
            save(confirmed(s, s.orlova))
        },
        "ok, 1 changes",
    );
}

#[test]
fn acts_are_numbered_and_signed() {
    let act = |s: &mut Sample, number: &str, signer| LocalAct {
        id: s.ids.fresh(),
        kind: LocalActKind::Order,
        number: number.into(),
        date: day(3),
        title: "Об использовании".into(),
        signer: Some(signer),
    };
    check(|s| save(act(s, "102", s.orlova)), "refused by 2.2/1: the number 102 of 2026 is taken");
    check(|s| save(act(s, "103", s.baranov)), "refused by 2.2/1: an order is signed by the head");
    check(|s| save(act(s, " ", s.orlova)), "refused by 4.3: a required field is empty");
}

#[test]
fn families() {
    let link =
        |s: &mut Sample, parent, child| Representation { id: s.ids.fresh(), parent, child, kinship: Kinship::Mother };
    check(|s| save(link(s, s.zueva, s.zueva)), "refused by 1.5: nobody represents themselves");
    check(
        |s| save(link(s, s.zueva_mother, s.zueva)),
        "refused by 1.5: Зуева Ольга Петровна represents Зуева Ева Марковна already",
    );
}

#[test]
fn lines_and_groups() {
    let line = |s: &mut Sample, group: &str| LoadLine {
        id: s.ids.fresh(),
        group: group.into(),
        ..(*s.workspace.school().load()[&s.math_7a]).clone()
    };
    check(|s| save(line(s, "")), "refused by 2.4/3a: 7А has that line already: Математика");
    check(|s| save(line(s, "1 группа")), "ok, 1 changes");
    check(
        |s| save(LoadLine { teacher: Some(s.zueva_mother), ..line(s, "2 группа") }),
        "refused by 2.4/3a: Зуева Ольга Петровна holds no post at the school",
    );
    let club = |s: &mut Sample, classes: BTreeSet<ClassId>| ActivityGroup {
        id: s.ids.fresh(),
        name: "Шахматы".into(),
        year: s.year,
        leader: None,
        classes,
        members: BTreeSet::new(),
        hours: Hours(100),
    };
    check(|s| save(club(s, BTreeSet::new())), "refused by 1.6: a group needs a class");
    check(|s| save(club(s, [s.class_7a].into())), "ok, 1 changes");
}

#[test]
fn nothing_dangles() {
    check(
        |s| {
            save(Enrolment {
                id: s.ids.fresh(),
                student: s.ids.fresh(),
                class: s.class_7b,
                period: Period::default(),
                order: None,
            })
        },
        "refused by 4.3: a record it needs is missing (Person)",
    );
    // Баранов goes with his post and his term; the line stays without a teacher.
    check(|s| Command::Remove(RecordKey::to::<Person>(s.baranov)), "ok, 4 changes");
    let mut sample = Sample::new();
    let (baranov, line) = (sample.baranov, sample.math_7a);
    sample.run(&Command::Remove(RecordKey::to::<Person>(baranov)));
    assert_eq!(sample.workspace.school().load()[&line].teacher, None);
    assert!(sample.workspace.school().homerooms().is_empty());
}

#[test]
fn removing_what_is_not_there_is_refused() {
    check(
        |s| {
            let id: PersonId = s.ids.fresh();
            Command::Remove(RecordKey::to::<Person>(id))
        },
        "refused by 1.5: a record it needs is missing (Person)",
    );
}

#[test]
fn a_record_without_difference_leaves_no_entry() {
    let mut sample = Sample::new();
    let same = sample.workspace.school().people()[&sample.orlova].as_ref().clone();
    let (entries, id) = (sample.workspace.journal().entries().len(), sample.ids.fresh());
    assert_eq!(sample.workspace.dispatch(id, &save(same), &context()).map(|entry| entry.is_none()), Ok(true));
    assert_eq!(sample.workspace.journal().entries().len(), entries);
}

#[test]
fn an_older_act_is_undone_only_while_nobody_touched_it() {
    let mut sample = Sample::new();
    let mut orlova = sample.workspace.school().people()[&sample.orlova].as_ref().clone();
    orlova.note = "a".into();
    sample.save(orlova.clone());
    let first = sample.workspace.journal().entries().last().unwrap().id;
    orlova.note = "b".into();
    sample.save(orlova);
    let id = sample.ids.fresh();
    let refused = sample.workspace.undo_entry(id, first, &context()).map(|_| ()).map_err(|refusal| refusal.to_string());
    assert_eq!(refused, Err("refused by 4.3: a record was changed later".to_owned()));
}

#[test]
fn the_packed_journal_is_the_journal() {
    let mut sample = Sample::new();
    let baranov = RecordKey::to::<Person>(sample.baranov);
    sample.run(&Command::Remove(baranov));
    let id = sample.ids.fresh();
    sample.workspace.undo(id, &context()).unwrap();
    let packed = PackedJournal::pack(sample.workspace.journal());
    let text = serde_json::to_string(&packed).unwrap();
    let read: PackedJournal = serde_json::from_str(&text).unwrap();
    let unpacked = read.unpack(sample.workspace.school());
    assert_eq!(unpacked.trimmed(), 0);
    for (a, b) in unpacked.entries().iter().zip(sample.workspace.journal().entries()) {
        let sorted = |entry: &Entry| {
            let mut changes: Vec<Change> = entry.changes.iter().cloned().collect();
            changes.sort_by_key(Change::key);
            changes
        };
        assert_eq!((a.id, sorted(a)), (b.id, sorted(b)));
    }
}

#[test]
fn a_journal_that_does_not_fit_its_school_is_cut_not_believed() {
    let sample = Sample::new();
    let packed = PackedJournal::pack(sample.workspace.journal());
    let journal = packed.unpack(&School::default());
    assert_eq!((journal.entries().len(), journal.trimmed()), (0, sample.workspace.journal().entries().len() as u64));
}

/// A random act on the sample: what it does does not matter, that it can be taken back does.
fn random_command(sample: &mut Sample, pick: u8, text: &str) -> Command {
    let people: Vec<PersonId> = sample.workspace.school().people().keys().copied().collect();
    let classes: Vec<ClassId> = sample.workspace.school().classes().keys().copied().collect();
    let person = people[usize::from(pick) % people.len()];
    match pick % 6 {
        0 => save(Person::new(
            sample.ids.fresh(),
            PersonName::new("Новикова", text, "").unwrap_or_else(|_| PersonName::parse("Новиков Ян").unwrap()),
        )),
        1 => save(Person { note: text.into(), ..sample.workspace.school().people()[&person].as_ref().clone() }),
        2 if people.len() > 1 => Command::Remove(RecordKey::to::<Person>(person)),
        3 if classes.len() > 1 => Command::Remove(RecordKey::to::<Class>(classes[usize::from(pick) % classes.len()])),
        4 => ChangeClass {
            id: sample.ids.fresh(),
            student: person,
            class: classes[usize::from(pick) % classes.len()],
            from: day(1 + u32::from(pick % 25)),
            order: None,
        }
        .into(),
        _ => Command::AssignHomeroom {
            id: sample.ids.fresh(),
            class: classes[usize::from(pick) % classes.len()],
            teacher: person,
            from: day(1 + u32::from(pick % 25)),
            order: None,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn undo_all_gives_the_start_and_redo_all_the_end(steps in proptest::collection::vec((any::<u8>(), "[а-яё ]{0,8}"), 1..25)) {
        let mut sample = Sample::new();
        let start = sample.workspace.school().clone();
        let mut done = 0;
        for (pick, text) in &steps {
            let command = random_command(&mut sample, *pick, text);
            let id = sample.ids.fresh();
            if let Ok(Some(_)) = sample.workspace.dispatch(id, &command, &context()) {
                done += 1;
            }
        }
        let end = sample.workspace.school().clone();
        for _ in 0..done {
            let id = sample.ids.fresh();
            prop_assert!(sample.workspace.undo(id, &context()).is_ok());
        }
        prop_assert_eq!(sample.workspace.school(), &start);
        for _ in 0..done {
            let id = sample.ids.fresh();
            prop_assert!(sample.workspace.redo(id, &context()).is_ok());
        }
        prop_assert_eq!(sample.workspace.school(), &end);
        let id = sample.ids.fresh();
        prop_assert!(sample.workspace.redo(id, &context()).is_err());
    }
}

#[test]
fn whoever_and_whatever_is_removed_is_forgotten_everywhere() {
    let sample = Sample::new().with_office();
    let mut refused = Vec::new();
    for record in sample.workspace.school().records() {
        let key = record.key();
        match sample.workspace.school().handle(&Command::Remove(key), &context()) {
            Ok(changes) => {
                let mut school = sample.workspace.school().clone();
                school.apply(&changes).unwrap();
                for other in school.records() {
                    super::links(&other, &mut |to, _| assert!(to != key, "{:?} still points to {key:?}", other.key()));
                }
            }
            // 2.1/12: an issued invite is kept for ever, and so is the class that it leads into.
            Err(refusal) => refused.push(format!("{:?}: {refusal}", key.kind)),
        }
    }
    let kept =
        ["Class: refused by 2.1/12: an issued invite is kept", "Invite: refused by 2.1/12: an issued invite is kept"];
    assert_eq!(refused, kept);
}
