//! The states on screen, failure by failure.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::boot::Boot;
use super::super::fault::{After, Fault, FaultStore, Fuse};
use super::super::key;
use super::super::memory::MemoryStore;
use super::super::pack::pack;
use super::super::place::{PlaceError, Thrown};
use super::super::testing::{World, begin, block_on, edit, opened, saver, state};
use super::{Accepted, Compaction, Event, NotSaved, SaveState, is_compaction_due};

fn failing(memory: &MemoryStore, error: PlaceError) -> FaultStore {
    FaultStore::new(memory.clone(), Fuse::new(1, Fault::Fail(error), After::Repeats))
}

fn not_saved(error: PlaceError, in_boot_copy: bool) -> SaveState {
    SaveState::NotSaved { reason: NotSaved::Place(error), in_boot_copy }
}

/// A tab whose durable copy fails from `at` on.
#[track_caller]
fn check_durable_failure(thrown: Thrown, expected: PlaceError) {
    let world = World::with_plan(2);
    let tab = saver(failing(&world.durable, thrown.into()), world.boot.clone(), "tab-1");
    assert!(matches!(block_on(tab.boot()), Boot::Found(_)));
    tab.push(&edit(3));
    assert_eq!(block_on(tab.flush()), not_saved(expected.clone(), true));
    // It stays, whatever is pushed.
    tab.push(&edit(4));
    assert_eq!(tab.state(), not_saved(expected, true));
    assert!(tab.state().is_dirty());
    // The boot copy opens at the next start, and the durable one is then brought up.
    let Boot::Found(found) = world.outcome() else { panic!() };
    assert_eq!(opened(&found.history), state(3));
    let next = world.tab("tab-2");
    block_on(next.boot());
    assert_eq!(next.state(), SaveState::Changed);
    assert_eq!(block_on(next.flush()), SaveState::Saved { revision: 3, warning: None });
}

#[test]
fn whatever_is_thrown_it_is_not_saved() {
    let thrown = |name: &str, code, message: &str| Thrown { name: name.into(), code, message: message.into() };
    check_durable_failure(thrown("QuotaExceededError", 22, ""), PlaceError::Full);
    check_durable_failure(thrown("NS_ERROR_DOM_QUOTA_REACHED", 1014, ""), PlaceError::Full);
    check_durable_failure(thrown("QUOTA_EXCEEDED_ERR", 22, ""), PlaceError::Full);
    check_durable_failure(thrown("SecurityError", 18, ""), PlaceError::Blocked);
    check_durable_failure(thrown("", 0, "null"), PlaceError::Other("null".into()));
    check_durable_failure(thrown("", 0, "no"), PlaceError::Other("no".into()));
}

#[test]
fn a_full_boot_copy_is_a_warning() {
    let world = World::with_plan(2);
    let boot = FaultStore::new(world.boot.clone(), Fuse::new(20, Fault::Fail(PlaceError::Full), After::Repeats));
    let tab = saver(world.durable.clone(), boot, "tab-1");
    block_on(tab.boot());
    let mut warned = 0;
    for revision in 3..9 {
        tab.push(&edit(revision));
        match block_on(tab.flush()) {
            SaveState::Saved { revision: saved, warning } => {
                assert_eq!(saved, revision);
                warned += u32::from(warning == Some(PlaceError::Full));
            }
            state => panic!("{state:?}"),
        }
    }
    assert!(warned > 0 && warned < 6, "{warned}");
    let Boot::Found(found) = world.outcome() else { panic!() };
    assert_eq!(opened(&found.history), state(8));
}

#[test]
fn a_blocked_browser_says_so() {
    let world = World::default();
    let tab = saver(failing(&world.durable, PlaceError::Blocked), failing(&world.boot, PlaceError::Blocked), "tab-1");
    assert!(matches!(block_on(tab.boot()), Boot::Unreachable(trouble) if trouble.unreadable.len() == 2));
    assert_eq!(begin(&tab), not_saved(PlaceError::Blocked, false));
    tab.push(&edit(1));
    assert_eq!(block_on(tab.flush()), not_saved(PlaceError::Blocked, false));
    assert_eq!(tab.unsaved(), [edit(1)]);
}

#[test]
fn a_failure_ends_with_the_next_success() {
    let world = World::with_plan(0);
    let calls = Fuse::new(0, Fault::Lie, After::GoesOn);
    let counting = FaultStore::new(world.durable.snapshot(), calls.clone());
    let tab = saver(counting, world.boot.snapshot(), "tab-0");
    block_on(tab.boot());
    tab.push(&edit(1));
    block_on(tab.flush());
    // The last call reads back: a liar is found out there.
    let fuse = Fuse::new(calls.calls() - 1, Fault::Lie, After::GoesOn);
    let tab = saver(FaultStore::new(world.durable.clone(), fuse), world.boot.clone(), "tab-1");
    block_on(tab.boot());
    tab.push(&edit(1));
    assert_eq!(block_on(tab.flush()), not_saved(PlaceError::Lost, true));
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 1, warning: None });
    tab.push(&edit(2));
    assert_eq!(tab.state(), SaveState::Changed);
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 2, warning: None });
}

#[test]
fn an_edit_writes_what_it_weighs() {
    let world = World::with_plan(0);
    let tab = world.tab("tab-1");
    let large = "Баранов ".repeat(100_000);
    block_on(tab.begin("plan-2".parse().unwrap(), 1, pack(large.as_bytes())));
    let before = world.durable.all();
    tab.push(&edit(2));
    block_on(tab.flush());
    let after = world.durable.all();
    let new: Vec<_> = after.iter().filter(|entry| !before.contains(entry)).collect();
    assert_eq!(new.len(), 1);
    assert_eq!(new[0].0, key::line(2));
    assert!(new[0].1.len() < 300, "{}", new[0].1.len());
}

#[test]
fn opening_writes_nothing() {
    let world = World::with_plan(3);
    let before = (world.durable.all(), world.boot.all());
    let tab = world.tab("tab-1");
    block_on(tab.boot());
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 3, warning: None });
    assert_eq!((world.durable.all(), world.boot.all()), before);
}

#[test]
fn a_thawed_tab_writes_nothing() {
    let world = World::with_plan(1);
    let (old, new) = (world.tab("tab-1"), world.tab("tab-2"));
    block_on(old.boot());
    old.push(&edit(2));
    block_on(old.flush());
    block_on(new.boot());
    new.push(&edit(3));
    assert_eq!(block_on(new.flush()), SaveState::Saved { revision: 3, warning: None });
    let before = (world.durable.all(), world.boot.all());
    old.push("другая правка".as_bytes());
    let outrun = NotSaved::Outrun { seen: 2, stored: 3 };
    assert_eq!(block_on(old.flush()), SaveState::NotSaved { reason: outrun, in_boot_copy: false });
    assert_eq!(old.unsaved(), ["другая правка".as_bytes()]);
    assert_eq!((world.durable.all(), world.boot.all()), before);
    old.set_read_only();
    let refused = SaveState::NotSaved { reason: NotSaved::ReadOnly, in_boot_copy: false };
    assert_eq!(block_on(old.flush()), refused);
    assert_eq!((world.durable.all(), world.boot.all()), before);
}

#[test]
fn followers_hear_every_confirmed_line() {
    let world = World::with_plan(1);
    let (writer, follower) = (world.tab("tab-1"), world.tab("tab-2"));
    block_on(writer.boot());
    block_on(follower.boot());
    let heard = Rc::new(RefCell::new(Vec::new()));
    let sink = heard.clone();
    writer.listen(move |event| {
        if let Event::Appended(line) = event {
            sink.borrow_mut().push(line);
        }
    });
    writer.push(&edit(2));
    writer.push(&edit(3));
    assert!(heard.borrow().is_empty());
    block_on(writer.flush());
    let lines = heard.borrow().clone();
    assert_eq!(lines.len(), 2);
    assert_eq!(follower.accept(&lines[1]), Accepted::Gap);
    assert_eq!(follower.accept(&lines[0]), Accepted::Bytes(edit(2)));
    assert_eq!(follower.accept(&lines[0]), Accepted::Known);
    assert_eq!(follower.accept(&lines[1].replace("правка", "подлог")), Accepted::Gap);
    assert_eq!(follower.accept(&lines[1]), Accepted::Bytes(edit(3)));
    // And takes over from there without reading anew.
    assert_eq!(follower.push(&edit(4)), 4);
    assert_eq!(block_on(follower.flush()), SaveState::Saved { revision: 4, warning: None });
}

#[test]
fn a_compaction_leaves_one_base() {
    let world = World::with_plan(5);
    let tab = world.tab("tab-1");
    block_on(tab.boot());
    assert_eq!(block_on(tab.compact(5, pack(&state(5)))), Ok(Compaction::Later));
    tab.push(&edit(6));
    block_on(tab.flush());
    tab.push(&edit(7));
    // Edit 7 is not saved yet; the base is that of 6.
    assert_eq!(block_on(tab.compact(6, pack(&state(6)))), Ok(Compaction::Done));
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 7, warning: None });
    for copy in [&world.durable, &world.boot] {
        let keys: Vec<String> = copy.all().into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["sferum-planner/plan/base-b", key::HEAD, &key::line(7)]);
    }
    let Boot::Found(found) = world.outcome() else { panic!() };
    assert_eq!(opened(&found.history), state(7));
}

#[test]
fn a_base_is_written_again_at_its_own_revision() {
    let world = World::with_plan(0);
    let tab = world.tab("tab-1");
    block_on(tab.boot());
    block_on(tab.mend());
    // The history is the same; what stands beside it in the base is not.
    let beside = |revision| [b"lineage\n".to_vec(), state(revision)].concat();
    assert_eq!(block_on(tab.compact(0, pack(&beside(0)))), Ok(Compaction::Done));
    let Boot::Found(found) = world.outcome() else { panic!() };
    assert_eq!((opened(&found.history), found.trouble), (beside(0), super::super::boot::Trouble::default()));
    // The chain goes on, for this tab and for one that reads anew.
    tab.push(&edit(1));
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 1, warning: None });
    let next = world.tab("tab-2");
    block_on(next.boot());
    next.push(&edit(2));
    assert_eq!(block_on(next.flush()), SaveState::Saved { revision: 2, warning: None });
    let Boot::Found(found) = world.outcome() else { panic!() };
    assert_eq!((opened(&found.history), found.trouble), (beside(2), super::super::boot::Trouble::default()));
}

#[test]
fn a_base_written_again_survives_a_stop_between_the_copies() {
    let world = World::with_plan(0);
    let tab = world.tab("tab-1");
    block_on(tab.boot());
    block_on(tab.mend());
    let old = world.boot.snapshot();
    let beside = [b"lineage\n".to_vec(), state(0)].concat();
    assert_eq!(block_on(tab.compact(0, pack(&beside))), Ok(Compaction::Done));
    let stopped = World { durable: world.durable.snapshot(), boot: old };
    let next = stopped.tab("tab-2");
    assert!(matches!(block_on(next.boot()), Boot::Found(_)));
    next.push(&edit(1));
    assert_eq!(block_on(next.flush()), SaveState::Saved { revision: 1, warning: None });
    let Boot::Found(found) = stopped.outcome() else { panic!() };
    assert_eq!(opened(&found.history), [beside, edit(1)].concat());
}

#[test]
fn a_plan_deleted_elsewhere_is_gone() {
    let world = World::with_plan(2);
    let (tab, other) = (world.tab("tab-1"), world.tab("tab-2"));
    block_on(tab.boot());
    tab.push(&edit(3));
    block_on(tab.flush());
    block_on(other.boot());
    assert_eq!(block_on(other.wipe()), Ok(()));
    assert!(world.durable.all().is_empty() && world.boot.all().is_empty());
    tab.push(&edit(4));
    let gone = SaveState::NotSaved { reason: NotSaved::Gone, in_boot_copy: false };
    assert_eq!(block_on(tab.flush()), gone);
    assert!(world.durable.all().is_empty() && world.boot.all().is_empty());
}

#[test]
fn a_later_format_is_left_alone() {
    let world = World::with_plan(2);
    let header = "SP2 head plan-1 something new";
    let digest = super::Digest::of(header.as_bytes());
    world.durable.set(key::HEAD, Some(&format!("{header} {digest}")));
    let before = (world.durable.all(), world.boot.all());
    let tab = world.tab("tab-1");
    assert!(matches!(block_on(tab.boot()), Boot::Newer { format: 2 }));
    let newer = SaveState::NotSaved { reason: NotSaved::Newer(2), in_boot_copy: false };
    assert_eq!(begin(&tab), newer);
    tab.push(&edit(1));
    assert!(tab.state().is_dirty());
    block_on(tab.flush());
    assert_eq!((world.durable.all(), world.boot.all()), before);
}

#[test]
fn compaction_pays_late() {
    assert!(!is_compaction_due(499, 200_000, 0));
    assert!(is_compaction_due(500, 0, 0));
    assert!(is_compaction_due(1, 262_145, 100_000));
    assert!(!is_compaction_due(1, 1_000_000, 4_000_000));
    assert!(is_compaction_due(1, 1_000_001, 4_000_000));
}
