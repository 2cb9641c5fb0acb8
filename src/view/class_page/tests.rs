//! The pages of a class and of the staff room over the sample school.

use expect_test::{Expect, expect};

use super::*;
use crate::domain::sample::{ChangeClass, Sample, day};
use crate::domain::{
    ActivityGroup, Command, Hours, LoadLine, MemberRole, Membership, Nomenclature, Period, Person, PersonName,
};

fn index(sample: &Sample) -> Index {
    Index::of(sample.workspace.school(), day(10))
}

#[track_caller]
fn check_students(sample: &Sample, class: ClassId, on: u32, expected: &Expect) {
    let school = sample.workspace.school();
    let rows = student_rows(school, &index(sample), class, day(on));
    let told: Vec<String> = rows
        .into_iter()
        .map(|row| format!("{} [{}]", row.name, row.parents.into_iter().map(|(_, name)| name).collect::<String>()))
        .collect();
    expected.assert_eq(&told.join("; ").replace('\u{a0}', " "));
}

#[track_caller]
fn check_gaps(sample: &Sample, class: ClassId, expected: &[&str]) {
    let gaps = gaps(sample.workspace.school(), &index(sample), class, day(10));
    let told: Vec<String> = gaps.iter().map(|gap| gap.clause().to_string()).collect();
    assert_eq!(told, expected, "{gaps:?}");
}

fn add_student(sample: &mut Sample, name: &str, class: ClassId) -> PersonId {
    let (person, stay) = (sample.ids.fresh(), sample.ids.fresh());
    let form = NewStudentForm { name: name.into(), from: "2026-09-01".into(), order: String::new() };
    sample.run(&Command::SaveTogether(form.read(person, stay, class).unwrap()));
    person
}

fn move_to_7b(sample: &mut Sample, from: u32) {
    let (student, class, order) = (sample.zueva, sample.class_7b, Some(sample.order));
    let id = sample.ids.fresh();
    sample.run(&ChangeClass { id, student, class, from: day(from), order }.into());
}

#[test]
fn the_head_tells_class_and_year() {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let class = head(school, &index(&sample), sample.class_7a).unwrap();
    assert_eq!((class.label.as_str(), class.year.unwrap().1.as_str(), class.day), ("7А", "2026/27", day(10)));
    assert!(head(school, &index(&sample), sample.staff_room).unwrap().is_staff_room);
    assert!(head(school, &index(&sample), sample.ids.clone().fresh()).is_none());
}

#[test]
fn students_stand_by_name_with_their_representatives() {
    let mut sample = Sample::new();
    let class = sample.class_7a;
    add_student(&mut sample, "Алёшина Кира", class);
    check_students(&sample, class, 10, &expect!["Алёшина Кира []; Зуева Ева Марковна [Зуева О. П.]"]);
    check_students(&sample, sample.class_7b, 10, &expect![""]);
}

#[test]
fn a_moved_student_is_in_the_new_class_and_in_the_history_of_the_old_one() {
    let mut sample = Sample::new();
    move_to_7b(&mut sample, 8);
    check_students(&sample, sample.class_7a, 7, &expect!["Зуева Ева Марковна [Зуева О. П.]"]);
    check_students(&sample, sample.class_7a, 10, &expect![""]);
    check_students(&sample, sample.class_7b, 10, &expect!["Зуева Ева Марковна [Зуева О. П.]"]);
    let stays = stay_rows(sample.workspace.school(), sample.class_7a, day(10));
    let told: Vec<_> = stays.iter().map(|row| (row.when, row.period.to, row.now_in.as_str())).collect();
    assert_eq!(told, [(When::Ended, Some(day(7)), "7Б")]);
}

#[test]
fn a_planned_move_shows_in_both_histories() {
    let mut sample = Sample::new();
    move_to_7b(&mut sample, 20);
    let school = sample.workspace.school();
    let whens = |class| stay_rows(school, class, day(10)).iter().map(|row| row.when).collect::<Vec<_>>();
    assert_eq!((whens(sample.class_7a), whens(sample.class_7b)), (vec![When::Active], vec![When::Planned]));
}

#[test]
fn gaps_stand_under_their_clauses() {
    let mut sample = Sample::new();
    let (older, newer) = (sample.class_7a, sample.class_7b);
    check_gaps(&sample, older, &[]);
    check_gaps(&sample, newer, &["2.1/8", "2.1/11"]);
    check_gaps(&sample, sample.staff_room, &[]);
    add_student(&mut sample, "Алёшина Кира", older);
    let line = sample.workspace.school().load().get(&sample.math_7a).unwrap().as_ref().clone();
    sample.save(LoadLine { teacher: None, ..line });
    let classes = vec!["7Б".parse().unwrap()];
    sample.save(Nomenclature { id: sample.ids.clone().fresh(), year: sample.year, order: None, classes });
    check_gaps(&sample, older, &["1.5", "2.4/3a", "2.1/5"]);
    let class = sample.workspace.school().classes().get(&newer).unwrap().as_ref().clone();
    sample.save(Class { archived: Some(day(9)), ..class });
    check_gaps(&sample, newer, &[]);
}

#[test]
fn terms_stand_with_the_latest_first() {
    let mut sample = Sample::new();
    let id = sample.ids.fresh();
    let (class, teacher, order) = (sample.class_7a, sample.vetrova, Some(sample.order));
    sample.run(&Command::AssignHomeroom { id, class, teacher, from: day(9), order });
    let rows = term_rows(sample.workspace.school(), class, day(10));
    let told: Vec<_> = rows.iter().map(|row| (row.teacher.1.as_str(), row.when, row.order.is_some())).collect();
    assert_eq!(told, [("Ветрова Анна Ильинична", When::Active, true), ("Баранов Глеб Олегович", When::Ended, false)]);
}

#[test]
fn lines_and_groups_of_a_class() {
    let mut sample = Sample::new();
    sample.save(ActivityGroup {
        id: sample.ids.clone().fresh(),
        name: "Хор".into(),
        year: sample.year,
        leader: Some(sample.vetrova),
        classes: [sample.class_7a, sample.class_7b].into(),
        members: std::collections::BTreeSet::new(),
        hours: Hours(100),
    });
    let school = sample.workspace.school();
    let lines = line_rows(school, sample.class_7a);
    let told: Vec<_> = lines.iter().map(|row| (row.subject.as_str(), row.hours, row.teacher.is_some())).collect();
    assert_eq!(told, [("Математика", Hours(500), true)]);
    let groups = group_rows(school, sample.class_7a);
    assert_eq!(
        groups.iter().map(|row| (row.name.as_str(), row.others.join(","))).collect::<Vec<_>>(),
        [("Хор", "7Б".to_owned())]
    );
}

#[test]
fn the_staff_room_lists_the_whole_staff() {
    let mut sample = Sample::new();
    let id = sample.ids.fresh();
    let (person, class) = (sample.baranov, sample.staff_room);
    sample.save(Membership { id, person, class, role: MemberRole::Teacher, period: Period::since(day(2)) });
    let rows = staff_rows(sample.workspace.school(), &index(&sample));
    let told: Vec<String> =
        rows.iter().map(|row| format!("{} {} {}", row.name, row.is_expected, row.membership.is_some())).collect();
    assert_eq!(
        told,
        [
            "Баранов Глеб Олегович true true",
            "Ветрова Анна Ильинична true false",
            "Лугова Вера Петровна false false",
            "Орлова Нина Андреевна true false"
        ]
    );
}

#[test]
fn forms_offer_whom_they_fit() {
    let mut sample = Sample::new();
    let free = sample.ids.fresh();
    sample.save(Person::new(free, PersonName::parse("Ильин Лев").unwrap()));
    let school = sample.workspace.school();
    let index = index(&sample);
    assert_eq!(enrol_options(school, &index, day(10)), [(free, "Ильин Лев".to_owned())]);
    let teachers = teacher_options(school, &index);
    assert_eq!(teachers.first().unwrap().1, "Баранов Глеб Олегович · Учитель математики, 7А");
    assert_eq!(teachers.len(), 4);
    assert_eq!(twins(school, &index, "зуева ева марковна"), [(sample.zueva, "Зуева Ева Марковна · 7А".to_owned())]);
    assert_eq!(twins(school, &index, "зуева"), []);
}

#[track_caller]
fn check_faults<T: std::fmt::Debug>(read: Result<T, Vec<crate::view::fault::Fault>>, expected: &[&str]) {
    let found: Vec<&str> = read.err().unwrap_or_default().iter().map(|fault| fault.field).collect();
    assert_eq!(found, expected);
}

#[test]
fn forms_say_which_field_is_wrong() {
    let sample = Sample::new();
    let class = sample.workspace.school().classes().get(&sample.class_7a).unwrap();
    let form = ClassForm::of(class);
    assert_eq!(&form.read(class).unwrap(), class.as_ref());
    check_faults(
        ClassForm { label: "77".into(), archived: "x".into(), ..form }.read(class),
        &["class-archived", "class-label"],
    );
    check_faults(TermForm::default().read::<PersonId>(), &["term-choice", "term-from"]);
    check_faults(
        StayForm { from: "2026-09-02".into(), to: "2026-09-01".into(), ..StayForm::default() }.read(),
        &["stay-to"],
    );
    let ids = (sample.zueva, sample.ids.clone().fresh(), sample.class_7a);
    check_faults(
        NewStudentForm { name: "Иванов".into(), ..NewStudentForm::default() }.read(ids.0, ids.1, ids.2),
        &["student-name", "student-from"],
    );
}
