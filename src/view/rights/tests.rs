//! What the people of the sample may do, as the screen shows it.

use expect_test::{Expect, expect};

use super::{Group, HatRow, Rights, Scope, rights};
use crate::clause;
use crate::domain::sample::{Sample, day};
use crate::domain::{LoadLine, MemberRole, Membership, Period, PersonId, Verification, VerificationState};
use crate::plan::Index;
use crate::regulation::{ActionId, Object, Regulation, Verdict};
use crate::view::route::Route;

fn ask(sample: &Sample, person: PersonId) -> Rights {
    let school = sample.workspace.school();
    rights(school, &Index::of(school, day(10)), Regulation::bundled(), person, Object::None).expect("somebody")
}

fn name(scope: &Scope) -> String {
    match scope {
        Scope::School => "school".into(),
        Scope::Own => "own".into(),
        Scope::Place(name, _) => name.clone(),
        Scope::Child(name, class, _) => format!("{} {class}", name.replace('\u{a0}', " ")),
    }
}

fn say_hat(hat: &HatRow) -> String {
    let role = hat.role.as_ref().map(ToString::to_string).unwrap_or_default();
    let scopes: Vec<String> = hat.scopes.iter().map(name).collect();
    format!("{role} of {}, {:?}", scopes.join("; "), hat.state)
}

/// The duties and what else is not everybody's right, one a line.
fn say(rights: &Rights) -> String {
    let mut lines: Vec<String> = rights.hats.iter().map(say_hat).collect();
    let everybody = |action: ActionId| (52..=54).contains(&action.0);
    for row in rights.decisions.iter().filter(|row| row.group() != Group::NotGranted && !everybody(row.action)) {
        let clauses: Vec<String> = row.clauses.iter().map(ToString::to_string).collect();
        let scopes: Vec<String> = row.scopes.iter().map(name).collect();
        let ready = if row.is_ready() { "" } else { ", not ready" };
        lines.push(format!("{} {:?} {} [{}]{ready}", row.action, row.verdict, clauses.join(", "), scopes.join("; ")));
    }
    lines.join("\n")
}

#[track_caller]
fn check(person: impl FnOnce(&Sample) -> PersonId, expected: &Expect) {
    let sample = Sample::new();
    expected.assert_eq(&say(&ask(&sample, person(&sample))));
}

#[test]
fn class_teacher_of_7a_who_teaches_there() {
    check(
        |s| s.baranov,
        &expect![[r"
        class-teacher of 7А, Active
        subject-teacher of Математика 7А, Active
        2 Allowed 1.3 []
        12 Unsettled 2.1/6 [], not ready
        13 Duty 2.5/1 [7А; Математика 7А], not ready
        14 Duty 2.7/1 [7А], not ready
        16 Duty 2.3/1, 2.4/1 []
        27 Unsettled 2.1/12 [7А; Математика 7А], not ready
        17 Allowed 2.1/9 []
        23 DutyIfNeeded 2.3/2, 2.4/2 [own], not ready
        24 Unsettled 2.1/11 [], not ready
        18 Allowed 2.2/6b, 2.3/3, 2.3/3c, 2.4/3 []
        38 Duty 2.3/3a [7А], not ready
        39 Duty 2.3/3b [7А], not ready
        40 Duty 2.3/3c [7А], not ready
        41 Allowed 2.3/3d [7А], not ready
        42 Duty 2.4/3a [Математика 7А], not ready
        43 Allowed 2.4/3b [Математика 7А], not ready
        44 Duty 2.3/4, 2.4/4 [7А; Математика 7А], not ready
        46 Duty 2.3/4, 2.4/4 [7А; Математика 7А], not ready
        47 Duty 2.3/4 [7А], not ready
        30 Allowed 2.1/13 [], not ready
        31 Allowed 2.1/13 [], not ready
        45 Duty 2.3/4, 2.4/4 [7А; Математика 7А], not ready
        55 Right 3.4 []"]],
    );
}

#[test]
fn mother_of_a_student() {
    check(
        |s| s.zueva_mother,
        &expect![[r"
        parent of Зуева Е. М. 7А, Active
        18 Duty 2.7/1 []
        47 Duty 2.7/2 [Зуева Е. М. 7А]
        30 Unsettled 2.1/13 []"]],
    );
}

#[test]
fn secretary_is_in_no_category() {
    let sample = Sample::new();
    let rights = ask(&sample, sample.lugova);
    assert!(rights.hats.is_empty());
    assert!(rights.decisions.iter().all(|row| row.group() == Group::NotGranted));
    assert_eq!(rights.decisions.len(), Regulation::bundled().actions().len());
}

/// The measure of the product: the three chats as duties with their clauses, and no parent in a class (2.7/1).
#[test]
fn three_class_chats_and_no_parent_in_a_class() {
    let sample = Sample::new();
    let rights = ask(&sample, sample.baranov);
    let row = |action: u16| rights.decisions.iter().find(|row| row.action.0 == action).expect("a row");
    for (action, clause) in [(38, clause!("2.3/3a")), (39, clause!("2.3/3b")), (40, clause!("2.3/3c"))] {
        assert_eq!((row(action).group(), row(action).clauses.as_slice()), (Group::Must, [clause].as_slice()));
        assert_eq!(row(action).scopes, [Scope::Place("7А".into(), Route::Class(sample.class_7a))]);
    }
    let parent = row(15);
    assert_eq!(parent.group(), Group::NotGranted);
    assert!(parent.clauses.contains(&clause!("2.7/1")) && parent.instead.is_empty());
    assert_eq!(parent.oddities.iter().map(|oddity| oddity.number).collect::<Vec<_>>(), [5]);
}

#[test]
fn what_is_missing_leads_to_where_it_is_done() {
    let mut sample = Sample::new();
    let places = |sample: &Sample| -> Vec<String> {
        let rights = ask(sample, sample.baranov);
        let row = rights.decisions.into_iter().find(|row| row.action.0 == 38).expect("a row");
        row.missing.iter().map(|missing| format!("{:?} at {}", missing.remedy, missing.route)).collect()
    };
    let (person, class) = (Route::Person(sample.baranov), Route::Class(sample.class_7a));
    let expected = [
        format!("RecordMembership at {person}"),
        format!("SubmitStatus at {person}"),
        format!("RegisterDistribution at {class}"),
    ];
    assert_eq!(places(&sample), expected);
    let (id, person, class) = (sample.ids.fresh(), sample.baranov, sample.staff_room);
    sample.save(Membership { id, person, class, role: MemberRole::Teacher, period: Period::since(day(2)) });
    let id = sample.ids.fresh();
    sample.save(Verification { id, person, state: VerificationState::Submitted { on: day(3) } });
    let person = Route::Person(sample.baranov);
    assert_eq!(places(&sample), [format!("ConfirmStatus at {person}"), expected[2].clone()]);
}

#[test]
fn nobody_of_that_name() {
    let mut sample = Sample::new();
    let school = sample.workspace.school();
    let index = Index::of(school, day(10));
    let stranger = sample.ids.fresh();
    assert_eq!(rights(sample.workspace.school(), &index, Regulation::bundled(), stranger, Object::None), None);
}

#[test]
fn lines_of_one_term_are_one_row() {
    let mut sample = Sample::new();
    let id = sample.ids.fresh();
    let math = sample.workspace.school().load().get(&sample.math_7a).expect("the line").as_ref().clone();
    sample.save(LoadLine { id, class: sample.class_7b, ..math });
    let hats: Vec<String> = ask(&sample, sample.baranov).hats.iter().map(say_hat).collect();
    assert_eq!(hats, ["class-teacher of 7А, Active", "subject-teacher of Математика 7А; Математика 7Б, Active"]);
}

#[test]
fn the_answer_depends_on_the_place() {
    let sample = Sample::new();
    let school = sample.workspace.school();
    let index = Index::of(school, day(10));
    let answer = |place: &str, action: u16| {
        let object = super::object(school, &index, sample.baranov, place);
        let rights = rights(school, &index, Regulation::bundled(), sample.baranov, object).unwrap();
        rights.decisions.iter().find(|row| row.action.0 == action).unwrap().verdict
    };
    let places = super::places(school, &index, sample.baranov);
    let word = |name: &str| places.iter().find(|(_, own)| own == name).map(|(word, _)| word.clone()).unwrap();
    // 2.3/3a: the chat of the own class alone.
    assert_eq!(answer(&word("7А"), 38), Verdict::Duty);
    assert_eq!(answer(&word("7Б"), 38), Verdict::NotGranted);
    assert_eq!(answer("", 38), Verdict::Duty);
    assert_eq!(answer("nowhere", 38), Verdict::Duty, "an unknown place is no place");
    let words: std::collections::BTreeSet<&String> = places.iter().map(|(word, _)| word).collect();
    assert_eq!(words.len(), places.len(), "each place once");
    for (word, _) in &places {
        assert_ne!(super::object(school, &index, sample.baranov, word), Object::None);
    }
}
