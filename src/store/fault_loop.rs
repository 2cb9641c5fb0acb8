//! Every call of every scenario fails, tears or lies once; after each some complete revision opens, nothing is mixed,
//! nothing that was called saved is lost, and the next tab can go on.

use super::boot::Boot;
use super::fault::{After, Fault, FaultStore, Fuse};
use super::key;
use super::memory::MemoryStore;
use super::pack::pack;
use super::place::PlaceError;
use super::record::Slot;
use super::saver::{SaveState, Saver};
use super::testing::{World, begin, block_on, edit, opened, saver, state};

type Tab = Saver<FaultStore, FaultStore>;

/// What an act came to: the revision last called saved, and the last one pushed.
#[derive(Debug, Clone, Copy)]
struct Told {
    saved: Option<u64>,
    pushed: u64,
}

impl Told {
    fn from(saved: u64) -> Self {
        Self { saved: Some(saved), pushed: saved }
    }

    fn hear(&mut self, state: &SaveState) {
        if let SaveState::Saved { revision, .. } = state {
            self.saved = self.saved.max(Some(*revision));
        }
    }

    fn push(&mut self, tab: &Tab) {
        let revision = tab.revision() + 1;
        assert_eq!(tab.push(&edit(revision)), revision);
        self.pushed = self.pushed.max(revision);
    }

    fn save(&mut self, tab: &Tab) {
        self.push(tab);
        let state = block_on(tab.flush());
        self.hear(&state);
    }
}

/// Boots; under a fault the plan may not open, then the act ends here.
fn boots(tab: &Tab) -> bool {
    matches!(block_on(tab.boot()), Boot::Found(_))
}

/// Runs `act` once for each call it makes, fault and aftermath.
#[track_caller]
fn check_survives(name: &str, before: &World, act: impl Fn(&dyn Fn(&str) -> Tab, &mut Told)) -> u64 {
    let start = match before.outcome() {
        Boot::Found(found) => Told::from(found.history.revision()),
        _ => Told { saved: None, pushed: 0 },
    };
    let run = |fuse: &Fuse| {
        let world = before.snapshot();
        let faulty = |memory: &MemoryStore| FaultStore::new(memory.clone(), fuse.clone());
        let mut told = start;
        act(&|tab| saver(faulty(&world.durable), faulty(&world.boot), tab), &mut told);
        (world, told)
    };
    let sound = Fuse::new(0, Fault::Lie, After::GoesOn);
    let (world, told) = run(&sound);
    assert_eq!(told.saved, Some(told.pushed), "{name} works without a fault");
    check_opens(name, &world, told);

    let mut runs = 0;
    for at in 1..=sound.calls() {
        for fault in [Fault::Fail(PlaceError::Full), Fault::Tear, Fault::Lie] {
            for after in [After::Dies, After::GoesOn, After::Repeats] {
                let case = format!("{name}: call {at}, {fault:?}, {after:?}");
                let fuse = Fuse::new(at, fault.clone(), after);
                let (world, told) = run(&fuse);
                assert!(fuse.is_blown(), "{case}");
                check_opens(&case, &world, told);
                runs += 1;
            }
        }
    }
    runs
}

#[track_caller]
fn check_opens(case: &str, world: &World, told: Told) {
    let revision = match world.outcome() {
        Boot::Found(found) => {
            let revision = found.history.revision();
            assert!(told.saved <= Some(revision) && revision <= told.pushed, "{case}: {told:?}, opened {revision}");
            assert_eq!(opened(&found.history), state(revision), "{case}");
            Some(revision)
        }
        // Only a first save that was never called saved may have left nothing that opens.
        outcome => {
            assert_eq!(told.saved, None, "{case}: {outcome:?}");
            None
        }
    };
    // The next tab, without faults, saves on top of it; both copies are whole again.
    let world = world.snapshot();
    let tab = world.tab("next");
    let next = if let Some(revision) = revision {
        block_on(tab.boot());
        tab.push(&edit(revision + 1))
    } else {
        begin(&tab);
        0
    };
    let saved = SaveState::Saved { revision: next, warning: None };
    assert_eq!(block_on(tab.flush()), saved, "{case}");
    for (copy, other) in [(&world.durable, World::default().boot), (&world.boot, World::default().boot)] {
        let Boot::Found(found) = (World { durable: copy.clone(), boot: other }).outcome() else {
            panic!("{case}: a copy does not open after mending");
        };
        assert_eq!(opened(&found.history), state(next), "{case}");
        assert!(found.trouble.damaged.is_empty() && found.trouble.strays == 0, "{case}");
    }
}

fn damage(store: &MemoryStore, key: &str) {
    let text = store.all().into_iter().find(|(found, _)| found == key).unwrap().1;
    let torn: String = text.chars().take(text.chars().count() * 2 / 3).collect();
    store.set(key, Some(&torn));
}

#[test]
fn first_save() {
    let runs = check_survives("first save", &World::default(), |tab, told| {
        let tab = tab("tab-1");
        block_on(tab.boot());
        told.hear(&begin(&tab));
    });
    assert!(runs > 50);
}

#[test]
fn one_append() {
    check_survives("append", &World::with_plan(3), |tab, told| {
        let tab = tab("tab-1");
        if boots(&tab) {
            told.save(&tab);
        }
    });
}

#[test]
fn several_appends() {
    check_survives("several appends", &World::with_plan(0), |tab, told| {
        let tab = tab("tab-1");
        if boots(&tab) {
            for _ in 0..3 {
                told.save(&tab);
            }
            told.push(&tab);
            told.save(&tab);
        }
    });
}

fn compact(tab: &Tab) {
    let revision = tab.revision();
    let _ = block_on(tab.compact(revision, pack(&state(revision))));
}

#[test]
fn compaction() {
    check_survives("compaction", &World::with_plan(5), |tab, told| {
        let tab = tab("tab-1");
        if boots(&tab) {
            let state = block_on(tab.mend());
            told.hear(&state);
            compact(&tab);
        }
    });
}

#[test]
fn compactions_between_appends() {
    check_survives("compaction after appends", &World::with_plan(4), |tab, told| {
        let tab = tab("tab-1");
        if boots(&tab) {
            told.save(&tab);
            compact(&tab);
            told.save(&tab);
            told.save(&tab);
            compact(&tab);
            told.save(&tab);
        }
    });
}

#[test]
fn bulk_append() {
    // Edit 6 is large: packed.
    check_survives("bulk append", &World::with_plan(5), |tab, told| {
        let tab = tab("tab-1");
        if boots(&tab) {
            told.save(&tab);
            told.save(&tab);
        }
    });
}

#[test]
fn repair_of_the_boot_copy() {
    let world = World::with_plan(5);
    damage(&world.boot, key::base(Slot::A));
    damage(&world.boot, &key::line(3));
    check_survives("repair of the boot copy", &world, |tab, told| {
        let tab = tab("tab-1");
        if boots(&tab) {
            told.save(&tab);
        }
    });
}

#[test]
fn repair_of_the_durable_copy() {
    let world = World::with_plan(5);
    damage(&world.durable, key::HEAD);
    damage(&world.durable, &key::line(4));
    check_survives("repair of the durable copy", &world, |tab, told| {
        let tab = tab("tab-1");
        if boots(&tab) {
            told.save(&tab);
        }
    });
}

#[test]
fn repair_of_an_erased_copy() {
    for erased in [World::with_plan(3).durable, World::with_plan(3).boot] {
        let world = World::with_plan(3);
        let is_durable = erased.all() == world.durable.all();
        let copy = if is_durable { &world.durable } else { &world.boot };
        copy.all().iter().for_each(|(key, _)| copy.set(key, None));
        check_survives("repair of an erased copy", &world, |tab, told| {
            let tab = tab("tab-1");
            if boots(&tab) {
                told.save(&tab);
            }
        });
    }
}

#[test]
fn takeover() {
    check_survives("takeover", &World::with_plan(2), |tab, told| {
        let (old, new) = (tab("tab-1"), tab("tab-2"));
        if !boots(&old) {
            return;
        }
        told.save(&old);
        old.set_read_only();
        if !boots(&new) {
            return;
        }
        told.save(&new);
        // The old tab does not know: it was frozen while the new one stole the lock.
        old.set_writable();
        let revision = old.revision() + 1;
        old.push(&edit(revision));
        told.pushed = told.pushed.max(revision);
        let state = block_on(old.flush());
        told.hear(&state);
        told.save(&new);
    });
}

#[test]
fn a_wipe_is_never_undone_by_halves() {
    let before = World::with_plan(4);
    let sound = Fuse::new(0, Fault::Lie, After::GoesOn);
    let run = |fuse: &Fuse| {
        let world = before.snapshot();
        let faulty = |memory: &MemoryStore| FaultStore::new(memory.clone(), fuse.clone());
        let tab = saver(faulty(&world.durable), faulty(&world.boot), "tab-1");
        let result = if boots(&tab) { block_on(tab.wipe()).is_ok() } else { false };
        (world, result)
    };
    assert!(run(&sound).1);
    for at in 1..=sound.calls() {
        for fault in [Fault::Fail(PlaceError::Full), Fault::Tear, Fault::Lie] {
            for after in [After::Dies, After::GoesOn] {
                let (world, is_wiped) = run(&Fuse::new(at, fault.clone(), after));
                let outcome = world.outcome();
                if is_wiped {
                    assert!(world.durable.all().is_empty() && world.boot.all().is_empty(), "{at} {fault:?}");
                }
                match outcome {
                    Boot::Found(found) => {
                        assert!(!is_wiped);
                        assert_eq!(opened(&found.history), state(4), "{at} {fault:?} {after:?}");
                    }
                    Boot::Empty => {
                        let tab = world.tab("next");
                        block_on(tab.boot());
                        block_on(tab.tidy()).unwrap();
                        assert!(world.durable.all().is_empty() && world.boot.all().is_empty());
                    }
                    // The mark itself was torn: the rest is complete, half removed or kept aside, but not fresh.
                    outcome => assert!(matches!(outcome, Boot::Damaged(_)), "{at} {fault:?} {after:?}: {outcome:?}"),
                }
            }
        }
    }
}

/// Where localStorage is blocked, one copy bears everything: its compaction alone must survive every fault.
#[test]
fn compaction_in_the_only_copy() {
    let before = World::with_plan(4).durable;
    let run = |fuse: &Fuse| {
        let durable = before.snapshot();
        let blocked = Fuse::new(1, Fault::Fail(PlaceError::Blocked), After::Repeats);
        let blocked = FaultStore::new(MemoryStore::default(), blocked);
        let tab = saver(FaultStore::new(durable.clone(), fuse.clone()), blocked, "tab-1");
        let mut told = Told::from(4);
        if boots(&tab) {
            told.save(&tab);
            compact(&tab);
            told.save(&tab);
        }
        (durable, told)
    };
    let sound = Fuse::new(0, Fault::Lie, After::GoesOn);
    assert_eq!(run(&sound).1.saved, Some(6));
    for at in 1..=sound.calls() {
        for fault in [Fault::Fail(PlaceError::Full), Fault::Tear, Fault::Lie] {
            for after in [After::Dies, After::GoesOn, After::Repeats] {
                let case = format!("call {at}, {fault:?}, {after:?}");
                let (durable, told) = run(&Fuse::new(at, fault.clone(), after));
                let world = World { durable, boot: MemoryStore::default() };
                let Boot::Found(found) = world.outcome() else { panic!("{case}") };
                let revision = found.history.revision();
                assert!(told.saved <= Some(revision) && revision <= told.pushed, "{case}: {told:?} {revision}");
                assert_eq!(opened(&found.history), state(revision), "{case}");
            }
        }
    }
}
