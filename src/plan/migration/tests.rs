//! A move from the first plan to the switch, and every way in which it is refused.

use std::collections::BTreeSet;

use super::{progress, tracked};
use crate::domain::sample::{Sample, day};
use crate::domain::*;
use crate::plan::Index;

/// A school that moves, with a counterpart of everything planned.
fn moving() -> Sample {
    let mut sample = Sample::new();
    sample.save(NextPlatform { profile: PlatformProfile::max(), switch_on: None });
    let channel = sample.ids.fresh();
    sample.save(Channel {
        id: channel,
        kind: ChannelKind::General,
        name: "Гимназия".into(),
        audience: BTreeSet::new(),
        editor: None,
        link: "https://example.org/old".into(),
        created_on: None,
        archived_on: None,
        extra: BTreeSet::new(),
    });
    let rows = all(&sample)
        .into_iter()
        .map(|row| Counterpart {
            id: sample.ids.fresh(),
            of: row.of,
            name: row.name,
            link: String::new(),
            state: CounterpartState::Planned,
            read_only_on: None,
            missing: BTreeSet::new(),
        })
        .collect();
    sample.run(&PlanMove { rows }.into());
    sample
}

fn all(sample: &Sample) -> Vec<super::Tracked> {
    let school = sample.workspace.school();
    tracked(school, &Index::of(school, day(10)))
}

fn ids(sample: &Sample) -> BTreeSet<CounterpartId> {
    sample.workspace.school().counterparts().keys().copied().collect()
}

#[track_caller]
fn check(make: impl FnOnce(&mut Sample) -> Command, expected: &str) {
    let mut sample = moving();
    let command = make(&mut sample);
    assert_eq!(sample.answer(&command), expected);
}

fn step(sample: &Sample, step: MoveStep) -> Command {
    Move { ids: ids(sample), step }.into()
}

#[test]
fn the_staff_room_the_classes_and_the_channels_move() {
    let rows = all(&moving());
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["", "7А", "7Б", "Гимназия"]);
    assert!(rows.iter().all(|row| row.counterpart.is_some() && !row.is_over()));
}

#[test]
fn a_thing_has_one_counterpart() {
    check(
        |s| {
            let row = s.workspace.school().counterparts().values().next().unwrap().as_ref().clone();
            PlanMove { rows: vec![Counterpart { id: s.ids.fresh(), ..row }] }.into()
        },
        "refused by 4.3:  has a counterpart already",
    );
}

#[test]
fn without_a_next_platform_there_is_no_move() {
    let sample = Sample::new();
    assert_eq!(sample.answer(&PlanMove { rows: Vec::new() }.into()), "refused by 4.3: there is no next platform");
    assert_eq!(sample.answer(&SwitchPlatform.into()), "refused by 4.3: there is no next platform");
}

#[test]
fn a_day_ahead_is_refused() {
    check(|s| step(s, MoveStep::Create { on: day(11) }), "refused by 4.3: the day 2026-09-11 lies outside the term");
    check(|s| step(s, MoveStep::Create { on: day(10) }), "ok, 4 changes");
    check(|s| step(s, MoveStep::CloseOn { on: Some(day(30)) }), "ok, 4 changes");
}

#[test]
fn what_is_not_moved_has_a_reason() {
    check(|s| step(s, MoveStep::Excuse { reason: " ".into() }), "refused by 4.3: a reason is needed");
    check(|s| step(s, MoveStep::Excuse { reason: "чат закрывается".into() }), "ok, 4 changes");
}

#[test]
fn nothing_has_moved_while_somebody_is_missing() {
    let mut sample = moving();
    let missing = BTreeSet::from([sample.zueva]);
    sample.run(&step(&sample, MoveStep::Arrive { on: day(9), missing }));
    assert!(all(&sample).iter().all(|row| !row.is_over()));
    let figures = progress(&all(&sample), day(10));
    assert_eq!((figures.all, figures.created, figures.moved, figures.missing), (4, 4, 0, 4));
    let row = sample.workspace.school().counterparts().values().next().unwrap().as_ref().clone();
    let moved = Counterpart { state: CounterpartState::Moved { on: day(9) }, ..row };
    assert_eq!(sample.answer(&Command::Save(moved.into())), "refused by 4.3: 1 have not moved yet");
    sample.run(&step(&sample, MoveStep::Arrive { on: day(10), missing: BTreeSet::new() }));
    assert_eq!(progress(&all(&sample), day(10)).moved, 4);
}

#[test]
fn what_is_read_only_and_has_not_moved_is_overdue() {
    let mut sample = moving();
    sample.run(&step(&sample, MoveStep::CloseOn { on: Some(day(9)) }));
    assert_eq!(progress(&all(&sample), day(9)).overdue, 0);
    assert_eq!(progress(&all(&sample), day(10)).overdue, 4);
    sample.run(&step(&sample, MoveStep::Arrive { on: day(10), missing: BTreeSet::new() }));
    assert_eq!(progress(&all(&sample), day(10)).overdue, 0);
}

#[test]
fn the_platform_is_switched_when_everything_has_moved_and_undo_brings_it_back() {
    let mut sample = moving();
    assert_eq!(sample.answer(&SwitchPlatform.into()), "refused by 4.3: 4 have not moved");
    sample.run(&step(&sample, MoveStep::Arrive { on: day(10), missing: BTreeSet::new() }));
    let channel = sample.workspace.school().channels().values().next().unwrap().id;
    let row = sample.workspace.school().counterparts().values().find(|row| row.of == CounterpartOf::Channel(channel));
    let row = Counterpart { link: "https://example.org/new".into(), ..row.unwrap().as_ref().clone() };
    sample.save(row);
    let before = sample.workspace.school().clone();
    sample.run(&SwitchPlatform.into());
    let school = sample.workspace.school();
    assert_eq!(school.platform().values().next().unwrap().name, "MAX");
    assert_eq!(school.channels()[&channel].link, "https://example.org/new");
    assert!(school.counterparts().is_empty() && school.next_platform().is_empty());
    let id = sample.ids.fresh();
    sample.workspace.undo(id, &sample::context()).unwrap();
    assert!(*sample.workspace.school() == before);
}
