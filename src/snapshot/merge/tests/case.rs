//! Cases one by one: what merges by itself, what is asked, and what the decisions do.

use std::collections::BTreeSet;

use super::*;

/// Anna and Boris after their own acts on the sample's plan.
fn apart(ours: impl FnOnce(&mut Admin, &Sample), others: impl FnOnce(&mut Admin, &Sample)) -> (Sample, Admin, Admin) {
    let sample = Sample::new();
    let (mut anna, mut boris) = (Admin::new("Анна", &sample), Admin::new("Борис", &sample));
    ours(&mut anna, &sample);
    others(&mut boris, &sample);
    (sample, anna, boris)
}

/// What is asked when Anna merges Boris's plan.
#[track_caller]
fn check_asked(ours: impl FnOnce(&mut Admin, &Sample), others: impl FnOnce(&mut Admin, &Sample), expected: &[&str]) {
    let (_, anna, boris) = apart(ours, others);
    let merge = anna.begin(&boris);
    assert_eq!(questions(&merge, &anna), expected);
    let stored: Merge = serde_json::from_str(&serde_json::to_string(&merge).unwrap()).unwrap();
    assert_eq!(stored, merge, "survives a reload");
}

fn edit_line(admin: &mut Admin, line: LoadLineId, edit: impl FnOnce(&mut LoadLine)) {
    let mut row = admin.school().load()[&line].as_ref().clone();
    edit(&mut row);
    admin.save(row);
}

fn homeroom(admin: &mut Admin, class: ClassId, teacher: PersonId, from: u32) {
    let (id, from) = (admin.ids.fresh(), day(from));
    admin.run(&Command::AssignHomeroom { id, class, teacher, from, order: None });
}

#[test]
fn different_fields_of_one_person_merge_by_themselves() {
    let (sample, mut anna, boris) = apart(
        |a, s| a.edit(s.zueva, |row| row.note = "переехала".into()),
        |b, s| b.edit(s.zueva, |row| row.file_number = "З-7".into()),
    );
    anna.take_over(&boris);
    let row = &anna.school().people()[&sample.zueva];
    assert_eq!((row.note.as_str(), row.file_number.as_str()), ("переехала", "З-7"));
    let last = anna.workspace.journal().entries().last().unwrap();
    assert_eq!((last.label.verb, last.label.subject.as_str(), last.label.count), (Verb::MergePlan, "Борис", 1));
    assert!(anna.undo() && anna.school().people()[&sample.zueva].file_number.is_empty());
}

#[test]
fn the_same_field_is_asked_with_both_values_and_their_authors() {
    let (sample, anna, boris) = apart(
        |a, s| a.edit(s.zueva, |row| row.note = "переехала".into()),
        |b, s| {
            b.edit(s.zueva, |row| row.note = "болеет".into());
            b.edit(s.zueva, |row| row.file_number = "З-7".into());
        },
    );
    let merge = anna.begin(&boris);
    let review = merge.review(anna.school(), today());
    let asked = &review.conflicts[0];
    let hand = |touch: &Option<Touch>| {
        let touch = touch.clone().unwrap();
        format!("{} {}", touch.author.name, touch.at.format("%H:%M"))
    };
    assert_eq!((hand(&asked.mine_by), hand(&asked.theirs_by)), ("Анна 08:10".to_owned(), "Борис 08:10".to_owned()));
    assert_eq!(questions(&merge, &anna), ["Зуева Ева Марковна: note: — → \"переехала\" | \"болеет\""]);
    assert_eq!(merge.finish(&anna.workspace, today()), Err(Unresolved::Open(1)));
    for (decision, expected) in [
        (Decision::Mine, "переехала"),
        (Decision::Theirs, "болеет"),
        (Decision::Edited("переехала, болеет".into()), "переехала, болеет"),
        (Decision::Edited(Value::Null), ""),
    ] {
        let (mut anna, mut merge) = (anna.clone(), merge.clone());
        merge.decide(asked.spot.clone(), decision).unwrap();
        anna.carry_out(&merge, &boris);
        assert_eq!(anna.school().people()[&sample.zueva].note, expected);
        assert_eq!(anna.school().people()[&sample.zueva].file_number, "З-7");
    }
}

#[test]
fn equal_values_are_no_question() {
    check_asked(
        |a, s| a.edit(s.zueva, |row| row.note = "переехала".into()),
        |b, s| b.edit(s.zueva, |row| row.note = "переехала".into()),
        &[],
    );
}

#[test]
fn a_consent_is_one_statement_and_the_ends_of_a_period_are_two() {
    let consent = |state, on: u32| Consent { state, on: Some(day(on)), paper: String::new() };
    let (sample, anna, boris) = apart(
        |a, s| a.edit(s.zueva, |row| row.consent = consent(ConsentState::Given, 3)),
        |b, s| b.edit(s.zueva, |row| row.consent = consent(ConsentState::Refused, 3)),
    );
    assert_eq!(anna.begin(&boris).review(anna.school(), today()).conflicts[0].spot.path, "consent");
    let stay = |admin: &Admin| admin.school().enrolments().values().next().unwrap().as_ref().clone();
    let (mut anna, mut boris) = (Admin::new("Анна", &sample), Admin::new("Борис", &sample));
    let (mut mine, mut theirs) = (stay(&anna), stay(&boris));
    mine.period.from = Some(day(2));
    theirs.period.to = Some(day(25));
    anna.save(mine);
    boris.save(theirs);
    anna.take_over(&boris);
    assert_eq!(stay(&anna).period, Period { from: Some(day(2)), to: Some(day(25)) });
}

#[test]
fn sets_merge_element_by_element() {
    let sample = Sample::new();
    let mut anna = Admin::new("Анна", &sample);
    let (line, members) = (sample.math_7a, [sample.zueva, sample.orlova, sample.vetrova]);
    edit_line(&mut anna, line, |row| row.members = [members[0], members[1]].into());
    let mut boris = Admin { name: "Борис", ids: IdSource::new(1_790_000_000_000, [9; 10]), ..anna.clone() };
    edit_line(&mut anna, line, |row| row.members = [members[1], members[2]].into());
    edit_line(&mut boris, line, |row| row.members = [members[0], members[1], sample.baranov].into());
    anna.take_over(&boris);
    assert_eq!(anna.school().load()[&line].members, [members[1], members[2], sample.baranov].into());
}

#[test]
fn groups_merge_member_by_member() {
    let mut sample = Sample::new();
    let (group, year) = (sample.ids.fresh(), sample.year);
    sample.save(ActivityGroup {
        id: group,
        name: "Шахматы".into(),
        year,
        leader: None,
        classes: BTreeSet::from([sample.class_7a]),
        members: BTreeSet::from([sample.zueva]),
        hours: Hours(100),
    });
    let (mut anna, mut boris) = (Admin::new("Анна", &sample), Admin::new("Борис", &sample));
    let change = |admin: &mut Admin, class: ClassId, member: PersonId, keeps_zueva: bool| {
        let mut row = admin.school().activities()[&group].as_ref().clone();
        row.classes.insert(class);
        row.members.insert(member);
        row.members.retain(|id| keeps_zueva || *id != sample.zueva);
        admin.save(row);
    };
    change(&mut anna, sample.class_7b, sample.baranov, true);
    change(&mut boris, sample.class_7a, sample.orlova, false);
    anna.take_over(&boris);
    let school = anna.school();
    assert_eq!(school.activities()[&group].classes, BTreeSet::from([sample.class_7a, sample.class_7b]));
    assert_eq!(school.activities()[&group].members, BTreeSet::from([sample.baranov, sample.orlova]));
}

#[test]
fn a_removal_against_an_edit_is_asked() {
    check_asked(
        |a, s| a.run(&Command::Remove(RecordKey::to::<Person>(s.zueva))),
        |b, s| b.edit(s.zueva, |row| row.note = "болеет".into()),
        &["Зуева Ева Марковна: removed by Mine: … → — | …"],
    );
    check_asked(
        |a, s| a.edit(s.zueva, |row| row.note = "болеет".into()),
        |b, s| b.run(&Command::Remove(RecordKey::to::<Person>(s.zueva))),
        &["Зуева Ева Марковна: removed by Theirs: … → … | —"],
    );
    check_asked(|a, s| a.run(&Command::Remove(RecordKey::to::<Person>(s.zueva))), |_, _| {}, &[]);
}

#[test]
fn keeping_a_removed_teacher_brings_back_what_went_along() {
    let (sample, anna, boris) = apart(
        |a, s| a.run(&Command::Remove(RecordKey::to::<Person>(s.baranov))),
        |b, s| b.edit(s.baranov, |row| row.note = "классный руководитель 7А".into()),
    );
    let spot = Spot { key: RecordKey::to::<Person>(sample.baranov), path: String::new() };
    for (decision, is_kept) in [(Decision::Theirs, true), (Decision::Mine, false)] {
        let (mut anna, mut merge) = (anna.clone(), anna.begin(&boris));
        merge.decide(spot.clone(), decision).unwrap();
        anna.carry_out(&merge, &boris);
        assert_eq!(anna.school().people().contains_key(&sample.baranov), is_kept);
        assert_eq!(anna.school().homerooms().len(), usize::from(is_kept));
        assert_eq!(anna.school().load()[&sample.math_7a].teacher, is_kept.then_some(sample.baranov));
    }
}

#[test]
fn a_class_removed_here_and_used_there_is_asked_and_nothing_dangles() {
    let (sample, anna, boris) = apart(
        |a, s| a.run(&Command::Remove(RecordKey::to::<Class>(s.class_7b))),
        |b, s| {
            let id = b.ids.fresh();
            b.run(&ChangeClass { id, student: s.zueva, class: s.class_7b, from: day(15), order: None }.into());
        },
    );
    let merge = anna.begin(&boris);
    assert_eq!(questions(&merge, &anna), ["7Б: removed by Mine: … → — | …"]);
    let because = &merge.review(anna.school(), today()).conflicts[0].because;
    assert_eq!(because.iter().map(|key| key.kind).collect::<Vec<_>>(), [RecordKind::Enrolment]);
    let spot = Spot { key: RecordKey::to::<Class>(sample.class_7b), path: String::new() };
    for (decision, stays) in [(Decision::Theirs, 2), (Decision::Mine, 1)] {
        let (mut anna, mut merge) = (anna.clone(), merge.clone());
        merge.decide(spot.clone(), decision).unwrap();
        anna.carry_out(&merge, &boris);
        assert_eq!(anna.school().enrolments().len(), stays);
    }
}

#[test]
fn two_class_teachers_at_a_time_are_asked_once() {
    let (sample, anna, boris) =
        apart(|a, s| homeroom(a, s.class_7b, s.vetrova, 5), |b, s| homeroom(b, s.class_7b, s.lugova, 10));
    let merge = anna.begin(&boris);
    let asked = questions(&merge, &anna);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].contains("refused by 2.1/8: 7Б has a class teacher on those days"), "{asked:?}");
    let review = merge.review(anna.school(), today());
    assert_eq!(review.conflicts[0].because.len(), 2);
    for (decision, teacher) in [(Decision::Mine, sample.vetrova), (Decision::Theirs, sample.lugova)] {
        let (mut anna, mut merge) = (anna.clone(), merge.clone());
        merge.decide(review.conflicts[0].spot.clone(), decision).unwrap();
        anna.carry_out(&merge, &boris);
        let terms = anna.school().homerooms().values().filter(|row| row.class == sample.class_7b);
        assert_eq!(terms.map(|row| row.teacher).collect::<Vec<_>>(), [teacher]);
    }
    // Or both, one after the other, as a person writes it.
    let term = |admin: &Admin| {
        admin.school().homerooms().values().find(|row| row.class == sample.class_7b).unwrap().as_ref().clone()
    };
    let (mut anna, mut merge) = (anna.clone(), merge);
    let mut first = term(&anna);
    first.period.to = Some(day(11));
    let spot = review.conflicts[0].spot.clone();
    merge.decide(spot.clone(), Decision::Edited(serde_json::to_value(Record::from(first.clone())).unwrap())).unwrap();
    assert_eq!(questions(&merge, &anna).len(), 1, "they still overlap");
    first.period.to = Some(day(9));
    merge.decide(spot, Decision::Edited(serde_json::to_value(Record::from(first)).unwrap())).unwrap();
    anna.carry_out(&merge, &boris);
    assert_eq!(anna.school().homerooms().values().filter(|row| row.class == sample.class_7b).count(), 2);
}

#[test]
fn one_label_for_two_classes_is_asked_and_a_class_with_students_can_be_left_out() {
    let create = |admin: &mut Admin, sample: &Sample| {
        let (class, id) = (admin.ids.fresh(), admin.ids.fresh());
        admin.run(&Command::CreateClasses { year: sample.year, classes: vec![(class, "8А".parse().unwrap())] });
        let other = admin.ids.fresh();
        admin.save(Person::new(other, PersonName::new("Новикова", admin.name, "").unwrap()));
        admin.run(&ChangeClass { id, student: other, class, from: day(3), order: None }.into());
    };
    let (_, mut anna, boris) = apart(create, create);
    let mut merge = anna.begin(&boris);
    assert_eq!(questions(&merge, &anna), ["8А: refused by 2.1/5: the class 8А is there already: — → … | —"]);
    let review = merge.review(anna.school(), today());
    assert_eq!(merge.decide_all(&review, Some(RecordKind::Class), Version::Mine), 1);
    anna.carry_out(&merge, &boris);
    assert_eq!((anna.school().classes().len(), anna.school().people().len()), (4, 8));
    assert_eq!(anna.school().enrolments().len(), 2);
}

#[test]
fn a_defect_that_one_plan_had_before_is_no_question() {
    let defect = |admin: &mut Admin, sample: &Sample| {
        let mut school = admin.school().clone();
        let kind = ClassKind::Class { label: "7А".parse().unwrap(), year: sample.year };
        let twin = Class { id: admin.ids.fresh(), kind, profile: String::new(), archived: None };
        let change = Change::new(None, Some(twin.into())).unwrap();
        school.apply(&[change].into_iter().collect()).unwrap();
        let school = Box::new(school);
        admin.run(&Command::OpenSnapshot { source: "x".into(), school, joined: Joined::default() });
    };
    check_asked(|a, s| a.edit(s.zueva, |row| row.note = "а".into()), defect, &[]);
    check_asked(defect, |b, s| b.edit(s.zueva, |row| row.note = "а".into()), &[]);
}

#[test]
fn decisions_are_checked_and_survive_a_reload_half_way() {
    let (sample, mut anna, boris) = apart(
        |a, s| {
            a.edit(s.zueva, |row| row.note = "а".into());
            a.edit(s.orlova, |row| row.file_number = "1".into());
        },
        |b, s| {
            b.edit(s.zueva, |row| row.note = "б".into());
            b.edit(s.orlova, |row| row.file_number = "2".into());
        },
    );
    let mut merge = anna.begin(&boris);
    let spot = |id: PersonId, path: &str| Spot { key: RecordKey::to::<Person>(id), path: path.into() };
    assert_eq!(merge.decide(spot(sample.zueva, "note"), Decision::Edited(7.into())), Err(Undecidable::Unfit));
    assert_eq!(merge.decide(spot(sample.lugova, "note"), Decision::Mine), Err(Undecidable::NoSuchRecord));
    merge.decide(spot(sample.zueva, "note"), Decision::Theirs).unwrap();
    let mut merge: Merge = serde_json::from_str(&serde_json::to_string(&merge).unwrap()).unwrap();
    assert_eq!(merge.finish(&anna.workspace, today()), Err(Unresolved::Open(1)));
    merge.decide(spot(sample.orlova, "file_number"), Decision::Mine).unwrap();
    merge.reopen(&spot(sample.zueva, "note"));
    assert_eq!(merge.finish(&anna.workspace, today()), Err(Unresolved::Open(1)));
    merge.decide(spot(sample.zueva, "note"), Decision::Theirs).unwrap();
    let moved = anna.clone();
    anna.carry_out(&merge, &boris);
    assert_eq!(anna.school().people()[&sample.zueva].note, "б");
    let mut moved = moved;
    moved.edit(sample.lugova, |row| row.note = "в".into());
    assert_eq!(merge.finish(&moved.workspace, today()), Err(Unresolved::PlanMoved));
}

#[test]
fn a_decision_holds_for_the_colleague_too() {
    let (sample, mut anna, mut boris) =
        apart(|a, s| a.edit(s.zueva, |row| row.note = "а".into()), |b, s| b.edit(s.zueva, |row| row.note = "б".into()));
    for decision in [Decision::Mine, Decision::Theirs, Decision::Edited("в".into())] {
        let (mut anna, mut boris) = (anna.clone(), boris.clone());
        let mut merge = anna.begin(&boris);
        let spot = Spot { key: RecordKey::to::<Person>(sample.zueva), path: "note".into() };
        merge.decide(spot, decision).unwrap();
        anna.carry_out(&merge, &boris);
        boris.take_over(&anna);
        assert_eq!(boris.school(), anna.school());
    }
    // And the next edit of either is no question.
    let mut merge = anna.begin(&boris);
    settle(&mut merge, &anna, Version::Mine);
    anna.carry_out(&merge, &boris);
    boris.take_over(&anna);
    boris.edit(sample.zueva, |row| row.note = "г".into());
    anna.take_over(&boris);
    assert_eq!(anna.school().people()[&sample.zueva].note, "г");
}
