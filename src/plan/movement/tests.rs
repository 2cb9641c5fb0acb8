//! Consequences by case on the sample, and the law of the movement book.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{Consequences, Narrowing, book, consequences};
use crate::domain::sample::{Sample, context, day};
use crate::domain::{
    AdministratorPost, Appointment, Chat, ChatScope, ChatState, Command, Enrolment, Handover, Movement, MovementKind,
    Period, PersonId, RecordMovement, Records, School, StepAction,
};
use crate::regulation::Regulation;

fn act(sample: &mut Sample, kind: MovementKind, person: PersonId) -> RecordMovement {
    let to = kind.changes_class().then_some(sample.class_7b);
    RecordMovement {
        movement: Movement {
            id: sample.ids.fresh(),
            kind,
            person,
            on: day(10),
            order: None,
            from: None,
            to,
            place: String::new(),
            steps: Vec::new(),
            note: String::new(),
        },
        person: None,
        post: None,
        stay: sample.ids.fresh(),
        lines: BTreeSet::new(),
        handover: Handover::default(),
        terms: vec![sample.ids.fresh()],
        chats: BTreeMap::new(),
    }
}

/// Records the chat of the students of 7А.
fn chat_of_7a(sample: &mut Sample) -> crate::domain::ChatId {
    let id = sample.ids.fresh();
    sample.save(Chat {
        id,
        rule: "class-students".into(),
        scope: ChatScope::Class(sample.class_7a),
        name: "7А".into(),
        purpose: String::new(),
        owner: Some(sample.baranov),
        moderator: None,
        link: String::new(),
        state: ChatState::Active { since: day(1) },
        quiet: None,
        rules: String::new(),
        include: BTreeMap::new(),
        exclude: BTreeMap::new(),
        checked: None,
        missing: BTreeSet::new(),
        extra: BTreeSet::new(),
        misroled: BTreeSet::new(),
        strangers: BTreeSet::new(),
    });
    id
}

fn told(sample: &Sample, act: &RecordMovement) -> Consequences {
    consequences(sample.workspace.school(), Regulation::bundled(), &context(), act).unwrap()
}

#[test]
fn a_class_change_moves_the_student_and_the_parent() {
    let mut sample = Sample::new();
    let zueva = sample.zueva;
    let chat = chat_of_7a(&mut sample);
    let act = act(&mut sample, MovementKind::ClassChange, zueva);
    let told = told(&sample, &act);
    let of = |person: PersonId| told.left.iter().filter(|left| left.person == person).count();
    // 2.3/3a and 2.4/3a for the student, 2.3/3b for the mother.
    assert_eq!((of(zueva), of(sample.zueva_mother)), (2, 1));
    assert_eq!(told.joined.len(), 2, "the chats of 7Б, which has no lines");
    assert_eq!(told.along, BTreeSet::from([sample.zueva_mother]));
    assert_eq!(told.news[&chat].extra, BTreeSet::from([zueva]));
    let actions: Vec<StepAction> = told.steps.iter().map(|step| step.action).collect();
    assert_eq!(actions, [StepAction::JoinClass(sample.class_7b), StepAction::LeaveChat(chat)]);
}

#[test]
fn a_dismissal_leaves_gaps() {
    let mut sample = Sample::new();
    let baranov = sample.baranov;
    let chat = chat_of_7a(&mut sample);
    let (id, order) = (sample.ids.fresh(), Some(sample.order));
    let post = AdministratorPost::Platform;
    sample.save(Appointment {
        id,
        person: baranov,
        post,
        period: Period::since(day(1)),
        order,
        appointed_by: None,
        ended_by: None,
        end_reason: String::new(),
    });
    let act = act(&mut sample, MovementKind::Dismiss, baranov);
    let told = told(&sample, &act);
    assert_eq!(told.homerooms, [sample.class_7a]);
    assert_eq!(told.vacant, [sample.math_7a]);
    assert_eq!(told.administrators, [id]);
    assert!(told.leaves_no_administrator);
    assert_eq!(told.owned, [chat]);
    let has = |action| told.steps.iter().any(|step| step.action == action);
    assert!(has(StepAction::ReplaceHomeroom(sample.class_7a)) && has(StepAction::ReplaceTeacher(sample.math_7a)));
    assert!(has(StepAction::ReplaceOwner(chat)) && has(StepAction::EndAdministration(id)));
}

#[test]
fn an_absence_without_handover_has_no_consequences() {
    let mut sample = Sample::new();
    let baranov = sample.baranov;
    let act = act(&mut sample, MovementKind::Absence, baranov);
    assert!(told(&sample, &act).is_empty());
}

#[test]
fn what_cannot_be_recorded_is_refused_before() {
    let mut sample = Sample::new();
    let mother = sample.zueva_mother;
    let act = act(&mut sample, MovementKind::Leave, mother);
    let refusal = consequences(sample.workspace.school(), Regulation::bundled(), &context(), &act).unwrap_err();
    assert_eq!(refusal.to_string(), "refused by 2.1/11: Зуева Ольга Петровна is in no class on 2026-09-10");
}

#[test]
fn a_class_change_with_all_that_follows_is_undone_whole() {
    let mut sample = Sample::new();
    let zueva = sample.zueva;
    chat_of_7a(&mut sample);
    let before = sample.workspace.school().clone();
    let mut act = act(&mut sample, MovementKind::ClassChange, zueva);
    let told = told(&sample, &act);
    act.movement.steps = told.steps;
    act.chats = told.news;
    sample.run(&Command::from(act));
    assert_eq!(sample.workspace.school().movements().values().next().unwrap().from, Some(sample.class_7a));
    let id = sample.ids.fresh();
    sample.workspace.undo(id, &context()).unwrap();
    assert!(*sample.workspace.school() == before);
}

fn date(offset: u64) -> NaiveDate {
    day(1).checked_add_days(Days::new(offset)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_totals_of_the_book_add_up(
        stays in proptest::collection::vec((0_u64..3, 0_u64..2, 0_u64..60, proptest::option::of(0_u64..60)), 0..12),
        from in 0_u64..60,
        length in 0_u64..40,
    ) {
        let sample = Sample::new();
        let mut ids = sample.ids.clone();
        let mut records = Records::from(sample.workspace.school());
        records.enrolments.clear();
        let people: Vec<PersonId> = sample.workspace.school().people().keys().copied().collect();
        for (person, class, first, days) in stays {
            let class = if class == 0 { sample.class_7a } else { sample.class_7b };
            let period = Period { from: Some(date(first)), to: days.map(|days| date(first + days)) };
            let student = people[usize::try_from(person).unwrap()];
            records.enrolments.push(Enrolment { id: ids.fresh(), student, class, period, order: None }.into_arc());
        }
        let school: School = records.into_school().unwrap();
        let (from, to) = (date(from), date(from + length));
        let book = book(&school, Narrowing { from, to, kind: None, class: None });
        for row in book.rows.values().chain([&book.total]) {
            prop_assert_eq!(row.begin + row.came + row.moved_in, row.left + row.moved_out + row.end);
        }
        let on = |day| school.enrolments().values().filter(|row| row.period.contains(day)).count();
        prop_assert_eq!((book.total.begin, book.total.end), (on(from), on(to)));
    }
}

trait IntoArc: Sized {
    fn into_arc(self) -> std::sync::Arc<Self> {
        std::sync::Arc::new(self)
    }
}

impl IntoArc for Enrolment {}
