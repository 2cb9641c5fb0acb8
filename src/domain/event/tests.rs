//! Events, case by case.

use std::collections::BTreeSet;

use crate::domain::sample::{Sample, day};
use crate::domain::*;

#[track_caller]
fn check_plan(kind: EventKind, edit: impl FnOnce(&Sample, &mut Event), expected: &str) {
    let mut sample = Sample::new();
    let mut event = sample.event(kind);
    event.host = Some(sample.vetrova);
    event.audience.groups = [AudienceGroup::Parents].into();
    edit(&sample, &mut event);
    assert_eq!(sample.answer(&PlanEvent { event, leave: Ok(()), verb: Verb::PlanEvent }.into()), expected);
}

#[test]
fn somebody_runs_it() {
    check_plan(EventKind::Broadcast, |_, _| {}, "ok, 1 changes");
    check_plan(EventKind::Broadcast, |_, event| event.host = None, "refused by 2.1/14: Событие has no host");
    check_plan(EventKind::Webinar, |_, event| event.host = None, "ok, 1 changes");
}

#[test]
fn somebody_is_meant() {
    let nobody = |_: &Sample, event: &mut Event| event.audience = Audience::default();
    check_plan(EventKind::Meeting, nobody, "refused by 2.2/6: Событие has no audience");
}

#[test]
fn a_lesson_is_one_of_the_plan() {
    check_plan(EventKind::Lesson, |_, _| {}, "refused by 2.4/4: Событие has no line of the plan");
    check_plan(EventKind::Lesson, |s, event| event.audience.line = Some(s.math_7a), "ok, 1 changes");
}

#[test]
fn a_class_event_has_its_class() {
    check_plan(EventKind::ClassEvent, |_, _| {}, "refused by 2.3/4: a group needs a class");
    check_plan(EventKind::ClassEvent, |s, event| event.audience.parents_of = [s.class_7a].into(), "ok, 1 changes");
}

#[test]
fn times_lie_within_a_day() {
    let late = |_: &Sample, event: &mut Event| event.start = Some(24 * 60);
    check_plan(EventKind::Meeting, late, "refused by 2.2/6: Событие does not fit into a day");
    let long = |_: &Sample, event: &mut Event| event.minutes = 24 * 60 + 1;
    check_plan(EventKind::Meeting, long, "refused by 2.2/6: Событие does not fit into a day");
}

#[track_caller]
fn check_move(before: EventState, step: EventStep, expected: &str) {
    let mut sample = Sample::new();
    let mut event = sample.event(EventKind::Meeting);
    event.state = before;
    let (id, kind) = (event.id, event.kind);
    sample.save(event);
    assert_eq!(sample.answer(&MoveEvent { id, kind, step, leave: Ok(()) }.into()), expected);
}

fn hold(on: u32) -> EventStep {
    EventStep::Hold { on: day(on), attended: BTreeSet::new(), outcome: String::new(), protocol: None }
}

#[test]
fn steps_follow_one_another() {
    let wrong = "refused by 2.2/6: Событие is in another state";
    let rehearse = || EventStep::Rehearse { on: day(9) };
    let cancel = |reason: &str| EventStep::Cancel { reason: reason.into() };
    let (rehearsed, held) = (EventState::Rehearsed { on: day(9) }, EventState::Held { on: day(10) });
    check_move(EventState::Planned, rehearse(), "ok, 1 changes");
    check_move(rehearsed.clone(), rehearse(), wrong);
    check_move(rehearsed, hold(10), "ok, 1 changes");
    check_move(EventState::Planned, hold(11), "refused by 2.2/6: the day 2026-09-11 has not come");
    check_move(held.clone(), cancel("карантин"), wrong);
    check_move(EventState::Planned, cancel(" "), "refused by 2.2/6: a required field is empty");
    check_move(EventState::Planned, cancel("карантин"), "ok, 1 changes");
    check_move(held, EventStep::Reopen, "ok, 1 changes");
    check_move(EventState::Planned, EventStep::Reopen, wrong);
}

#[test]
fn who_may_not_attend_a_webinar_is_not_written_down() {
    let mut sample = Sample::new();
    let event = sample.event(EventKind::Webinar);
    let (id, kind) = (event.id, event.kind);
    sample.save(event);
    let reason = Reason::NotGranted { person: "Лугова".into(), action: 55, instead: Vec::new() };
    let leave = Err(Refusal::new(crate::clause!("3.4"), reason));
    let act = MoveEvent { id, kind, step: hold(10), leave };
    assert_eq!(sample.answer(&act.into()), "refused by 3.4: no clause grants Лугова action 55");
}
