//! The change of the year on the sample and on the demo school.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Choices, Problem, Proposal, Rollover, may_leave, propose, successors};
use crate::demo::{self, Scale};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{
    ClassLabel, Command, Context, IdSource, MovementKind, Nomenclature, Period, PersonId, School, SchoolYear, Workspace,
};
use crate::plan::Index;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn choices(school: &School, index: &Index) -> Choices {
    Choices {
        from: date(2027, 9, 1),
        to: date(2028, 5, 31),
        successors: successors(school, index),
        carries_homerooms: true,
        copies_load: true,
        keeps_members: true,
        ..Choices::default()
    }
}

fn label(text: &str) -> ClassLabel {
    text.parse().unwrap()
}

/// Tells what a proposal finds wrong.
fn told(school: &School, proposal: &Proposal) -> String {
    let name = |problem: &Problem| match problem {
        Problem::NoYear => "no year".to_owned(),
        Problem::Days => "days".to_owned(),
        Problem::NoSuccessor(class, students) => format!("{} ends, {students} stay", school.class_name(*class)),
        Problem::GradeMisfit(class, to) => format!("{} is not {to}", school.class_name(*class)),
        Problem::NoClassForRepeater(person, grade) => format!("{}: no {grade}", school.person_name(*person)),
        Problem::Merged(to) => format!("two become {to}"),
        Problem::Exists(to) => format!("{to} is there"),
    };
    proposal.problems.iter().map(name).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check_problems(change: impl Fn(&Sample, &mut Choices), expected: &str) {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let index = Index::of(school, day(10));
    let mut choices = choices(school, &index);
    change(&sample, &mut choices);
    let proposal = propose(school, &index, choices);
    assert_eq!(told(school, &proposal), expected);
}

#[test]
fn every_class_goes_up_with_its_letter() {
    check_problems(|_, _| {}, "");
}

#[test]
fn a_class_with_students_needs_a_successor() {
    check_problems(|sample, choices| drop(choices.successors.remove(&sample.class_7a)), "7А ends, 1 stay");
}

#[test]
fn an_empty_class_may_end() {
    check_problems(|sample, choices| drop(choices.successors.remove(&sample.class_7b)), "");
}

#[test]
fn a_successor_is_of_the_next_grade() {
    check_problems(|sample, choices| drop(choices.successors.insert(sample.class_7a, label("9А"))), "7А is not 9А");
}

#[test]
fn two_classes_may_become_one() {
    check_problems(|sample, choices| drop(choices.successors.insert(sample.class_7b, label("8А"))), "two become 8А");
}

#[test]
fn a_repeater_needs_a_class_of_the_grade() {
    check_problems(
        |sample, choices| {
            choices.repeaters.insert(sample.zueva);
        },
        "Зуева Ева Марковна: no 7",
    );
    check_problems(
        |sample, choices| {
            choices.repeaters.insert(sample.zueva);
            choices.first.push(label("7Г"));
        },
        "",
    );
}

#[test]
fn the_next_year_follows_this_one() {
    check_problems(|_, choices| choices.from = date(2027, 5, 31), "days");
}

fn rolled(sample: &mut Sample, change: impl Fn(&Sample, &mut Choices)) {
    let school = sample.workspace.school();
    let index = Index::of(school, day(10));
    let mut choices = choices(school, &index);
    change(sample, &mut choices);
    let proposal = propose(school, &index, choices);
    assert!(proposal.is_ready(), "{}", told(school, &proposal));
    let mut ids = sample.ids.clone();
    let act = Rollover::new(school, &index, &proposal, day(10), &mut ids);
    sample.ids = ids;
    sample.run(&Command::from(act));
}

#[test]
fn a_class_goes_up_with_its_teacher_lines_and_students() {
    let mut sample = Sample::new();
    rolled(&mut sample, |_, choices| choices.first = vec![label("1А")]);
    let school = sample.workspace.school();
    let index = Index::of(school, date(2027, 9, 1));
    let names: Vec<String> = index.classes.iter().map(|id| school.class_name(*id)).collect();
    assert_eq!(names, ["1А", "8А", "8Б"]);
    let class = index.class_of[&sample.zueva];
    assert_eq!(school.class_name(class), "8А");
    assert_eq!(index.homeroom.get(&class), Some(&sample.baranov));
    assert_eq!(index.lines[&class].len(), 1);
    let kinds: Vec<MovementKind> = school.movements().values().map(|row| row.kind).collect();
    assert_eq!(kinds, [MovementKind::Promote]);
    // This year stands as it was.
    let index = Index::of(school, day(10));
    assert_eq!(school.class_name(index.class_of[&sample.zueva]), "7А");
}

#[test]
fn who_leaves_is_in_no_class() {
    let mut sample = Sample::new();
    rolled(&mut sample, |sample, choices| {
        choices.leavers.insert(sample.zueva);
    });
    let school = sample.workspace.school();
    assert!(Index::of(school, date(2027, 9, 1)).class_of.is_empty());
    let told: Vec<_> = school.movements().values().map(|row| (row.kind, row.on)).collect();
    assert_eq!(told, [(MovementKind::Graduate, date(2027, 6, 1))]);
}

#[test]
fn a_year_and_classes_that_are_there_are_used() {
    let mut sample = Sample::new();
    let year = sample.ids.fresh();
    sample.save(SchoolYear { id: year, from: date(2027, 9, 1), to: date(2028, 5, 31) });
    let classes = vec![(sample.ids.fresh(), label("8А"))];
    sample.run(&Command::CreateClasses { year, classes });
    sample.save(Nomenclature { id: sample.ids.clone().fresh(), year, order: None, classes: vec![label("8А")] });
    rolled(&mut sample, |_, _| {});
    assert_eq!(sample.workspace.school().years().len(), 2);
    assert_eq!(sample.workspace.school().classes().len(), 5);
}

fn gymnasium() -> &'static School {
    static SCHOOL: OnceLock<School> = OnceLock::new();
    SCHOOL.get_or_init(|| demo::school(Scale::Gymnasium, &mut IdSource::new(1_788_000_000_000, [44; 10])).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_change_of_the_year_is_undone_whole(seed in any::<u64>(), carries in any::<bool>(), copies in any::<bool>()) {
        let school = gymnasium();
        let index = Index::of(school, demo::DAY);
        let mut choices = choices(school, &index);
        choices.carries_homerooms = carries;
        choices.copies_load = copies;
        choices.first = ["1А", "1Б", "1В"].map(label).to_vec();
        let is_chosen = |id: &&PersonId| uuid::Uuid::from(**id).as_u128() % 97 == u128::from(seed) % 97;
        choices.leavers = may_leave(school, &index).iter().filter(is_chosen).copied().collect();
        choices.repeaters = index.class_of.keys().filter(is_chosen).copied().filter(|id| !choices.leavers.contains(id)).collect();
        choices.successors.retain(|_, label| label.to_string() != "10В");
        for class in index.classes.iter() {
            if school.class_name(*class) == "9В" {
                choices.successors.insert(*class, label("10А"));
            }
        }
        let proposal = propose(school, &index, choices);
        prop_assert!(proposal.is_ready(), "{}", told(school, &proposal));
        let mut ids = IdSource::new(1_799_000_000_000, [9; 10]);
        let act = Rollover::new(school, &index, &proposal, demo::DAY, &mut ids);
        let mut workspace = Workspace::new(school.clone(), crate::domain::Journal::default(), 0);
        let context = Context { today: demo::DAY, ..context() };
        workspace.dispatch(ids.fresh(), &Command::from(act), &context).unwrap();
        let later = Index::of(workspace.school(), date(2027, 9, 1));
        let (moving, repeating, leaving) = proposal.counts();
        prop_assert_eq!(later.student_count(), moving + repeating);
        prop_assert_eq!(moving + repeating + leaving, index.student_count());
        let open = workspace.school().enrolments().values().filter(|row| row.period == Period::since(date(2027, 9, 1)));
        let students: BTreeSet<PersonId> = open.map(|row| row.student).collect();
        prop_assert_eq!(students.len(), moving + repeating);
        workspace.undo(ids.fresh(), &context).unwrap();
        prop_assert!(workspace.school() == school);
    }
}
