use super::super::boot::Boot;
use super::super::fault::{After, Fault, FaultStore, Fuse};
use super::super::key::LOCK;
use super::super::lock::{By, Cost, Wrap};
use super::super::memory::MemoryStore;
use super::super::saver::{NotSaved, SaveState, Saver};
use super::super::testing::{World, block_on, edit, nonces, opened, saver, state};
use super::*;

/// What the slow function makes of a secret; the vault does not know how.
fn derived(secret: u8) -> Key {
    Key::new([secret; 32])
}

fn key() -> Key {
    Key::new([77; 32])
}

fn wrap(by: By, secret: u8) -> Wrap {
    Wrap::new(by, &key(), &derived(secret), [secret; 16], [secret; 24])
}

/// A lock with the passphrase 1 and the code 2.
fn lock() -> Lock {
    Lock::new(Cost::USUAL, 10, wrap(By::Passphrase, 1), wrap(By::Code, 2))
}

/// A tab whose copies stand behind the lock.
type Tab<S> = Saver<Locked<S>, Locked<S>>;

fn tab<S: Store + Clone>(durable: &S, boot: &S, name: &str) -> Tab<S> {
    saver(Locked::new(durable.clone(), nonces()), Locked::new(boot.clone(), nonces()), name)
}

fn vault<S: Store>(tab: &Tab<S>) -> Vault<'_, S, S> {
    Vault::new(tab.durable(), tab.boot_copy())
}

/// Looks, opens the lock with one of the passphrases where there is one, and boots.
#[track_caller]
fn start(world: &World, passphrases: &[u8]) -> (Tab<MemoryStore>, Vec<u8>) {
    let tab = tab(&world.durable, &world.boot, "tab-next");
    match block_on(vault(&tab).look()) {
        Seen::Open => {}
        Seen::Locked(lock) => {
            let key = passphrases.iter().find_map(|secret| lock.open(By::Passphrase, &derived(*secret)));
            block_on(vault(&tab).open(&lock, &key.expect("one of the passphrases opens"))).unwrap();
        }
        other => panic!("{other:?}"),
    }
    match block_on(tab.boot()) {
        Boot::Found(found) => {
            let state = opened(&found.history);
            (tab, state)
        }
        other => panic!("{other:?}"),
    }
}

/// A world at revision 9 behind the lock.
fn behind_lock() -> World {
    let world = World::with_plan(9);
    let (tab, _) = start(&world, &[]);
    block_on(vault(&tab).turn_on(&lock(), &key())).unwrap();
    world
}

#[track_caller]
fn check_encrypted(world: &World) {
    for (at, text) in world.durable.all().into_iter().chain(world.boot.all()) {
        assert_eq!(is_locked(&text), at != LOCK, "{at}: {text}");
    }
}

#[test]
fn turning_on_encrypts_both_copies_and_the_tab_goes_on() {
    let world = World::with_plan(9);
    let (tab, _) = start(&world, &[]);
    block_on(vault(&tab).turn_on(&lock(), &key())).unwrap();
    check_encrypted(&world);
    tab.push(&edit(10));
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 10, warning: None });
    check_encrypted(&world);
    assert_eq!(start(&world, &[1]).1, state(10));
}

#[test]
fn what_was_put_aside_is_encrypted_and_comes_back() {
    let world = World::with_plan(9);
    let at = super::super::quarantine::key_of("sferum-planner/plan/log/1", "Кукушкинд");
    world.boot.set(&at, Some("Кукушкинд"));
    let (tab, _) = start(&world, &[]);
    block_on(vault(&tab).turn_on(&lock(), &key())).unwrap();
    check_encrypted(&world);
    assert_eq!(block_on(tab.boot_copy().get(&at)).unwrap().as_deref(), Some("Кукушкинд"));
    block_on(vault(&tab).turn_off()).unwrap();
    assert!(world.boot.all().contains(&(at, "Кукушкинд".to_owned())));
}

#[test]
fn a_tab_that_did_not_hear_of_a_change_saves_once_it_has_looked_again() {
    let world = behind_lock();
    let (late, _) = start(&world, &[1]);
    late.push(&edit(10));
    assert_eq!(block_on(late.flush()), SaveState::Saved { revision: 10, warning: None });
    let (tab, _) = start(&world, &[1]);
    block_on(vault(&tab).change(&lock().with(By::Passphrase, wrap(By::Passphrase, 3)))).unwrap();
    late.push(&edit(11));
    let refused = block_on(late.flush());
    assert!(matches!(refused, SaveState::NotSaved { reason: NotSaved::Place(PlaceError::Changed), .. }), "{refused:?}");
    assert!(matches!(block_on(vault(&late).look()), Seen::Locked(_)));
    assert!(matches!(block_on(late.boot()), Boot::Found(_)));
    for bytes in late.take_unsaved() {
        late.push(&bytes);
    }
    assert!(matches!(block_on(late.flush()), SaveState::Saved { revision: 11, .. }));
    assert_eq!(start(&world, &[3]).1, state(11));
}

#[test]
fn without_the_secret_nothing_opens() {
    let world = behind_lock();
    let tab = tab(&world.durable, &world.boot, "tab-2");
    let Seen::Locked(lock) = block_on(vault(&tab).look()) else { panic!() };
    assert_eq!(lock.open(By::Passphrase, &derived(2)), None);
    assert_eq!(lock.open(By::Code, &derived(1)), None);
    assert_eq!(lock.open(By::Code, &derived(2)), Some(key()));
    // A version that knows no lock sees a later format, and writes nothing.
    assert!(matches!(world.outcome(), Boot::Newer { format: 2 }));
}

#[test]
fn turning_off_gives_the_texts_back() {
    let world = behind_lock();
    let (tab, _) = start(&world, &[1]);
    block_on(vault(&tab).turn_off()).unwrap();
    let plain = |(at, text): &(String, String)| at != LOCK && !is_locked(text);
    assert!(world.durable.all().iter().all(plain) && world.boot.all().iter().all(plain));
    tab.push(&edit(10));
    assert_eq!(block_on(tab.flush()), SaveState::Saved { revision: 10, warning: None });
    assert_eq!(start(&world, &[]).1, state(10));
}

#[test]
fn a_changed_passphrase_shuts_the_old_one_out() {
    let world = behind_lock();
    let (tab, _) = start(&world, &[1]);
    block_on(vault(&tab).change(&lock().with(By::Passphrase, wrap(By::Passphrase, 3)))).unwrap();
    let Seen::Locked(lock) = block_on(vault(&tab).look()) else { panic!() };
    assert_eq!(lock.open(By::Passphrase, &derived(1)), None);
    assert_eq!(start(&world, &[3]).1, state(9));
}

#[test]
fn a_copy_that_lags_takes_the_changed_record() {
    let world = behind_lock();
    let old = world.boot.all().into_iter().find(|(at, _)| at == LOCK).unwrap().1;
    let (tab, _) = start(&world, &[1]);
    block_on(vault(&tab).change(&lock().with(By::Passphrase, wrap(By::Passphrase, 3)))).unwrap();
    world.boot.set(LOCK, Some(&old));
    let _ = start(&world, &[3]);
    assert_eq!(world.boot.all(), world.boot.all().into_iter().filter(|(_, text)| *text != old).collect::<Vec<_>>());
}

#[test]
fn each_copy_alone_opens() {
    for is_durable_gone in [true, false] {
        let world = behind_lock();
        let gone = if is_durable_gone { &world.durable } else { &world.boot };
        gone.all().iter().for_each(|(at, _)| gone.set(at, None));
        assert_eq!(start(&world, &[1]).1, state(9));
    }
}

#[test]
fn a_lost_record_is_never_an_empty_plan() {
    let world = behind_lock();
    world.durable.set(LOCK, None);
    world.boot.set(LOCK, Some("SP1 lock torn"));
    let tab = tab(&world.durable, &world.boot, "tab-2");
    assert_eq!(block_on(vault(&tab).look()), Seen::Lost);
    let newer = super::super::record::sealed("SP3 lock something").0;
    world.boot.set(LOCK, Some(&newer));
    assert_eq!(block_on(vault(&tab).look()), Seen::Newer);
}

#[test]
fn a_deleted_plan_leaves_no_lock() {
    let world = behind_lock();
    let (tab, _) = start(&world, &[1]);
    block_on(tab.wipe()).unwrap();
    block_on(vault(&tab).forget()).unwrap();
    assert_eq!((world.durable.all(), world.boot.all()), (vec![], vec![]));
}

#[test]
fn a_tab_that_does_not_know_of_the_lock_overwrites_nothing() {
    let world = World::with_plan(9);
    let (late, _) = start(&world, &[]);
    let (tab, _) = start(&world, &[]);
    block_on(vault(&tab).turn_on(&lock(), &key())).unwrap();
    late.push(&edit(10));
    assert!(matches!(block_on(late.flush()), SaveState::NotSaved { .. }));
    check_encrypted(&world);
    assert_eq!(start(&world, &[1]).1, state(9));
}

#[test]
fn a_tab_that_does_not_know_that_the_lock_is_gone_overwrites_nothing() {
    let world = behind_lock();
    let (late, _) = start(&world, &[1]);
    let (tab, _) = start(&world, &[1]);
    block_on(vault(&tab).turn_off()).unwrap();
    late.push(&edit(10));
    assert!(matches!(block_on(late.flush()), SaveState::NotSaved { .. }));
    assert_eq!(start(&world, &[]).1, state(9));
}

/// Runs `act` once for each call it makes, fault and aftermath; whatever happened, the plan opens.
#[track_caller]
fn check_survives(name: &str, before: &World, passphrases: &[u8], act: impl Fn(&Vault<'_, FaultStore, FaultStore>)) {
    let run = |fuse: &Fuse| {
        let world = before.snapshot();
        let store = |memory: &MemoryStore| FaultStore::new(memory.clone(), fuse.clone());
        let tab = tab(&store(&world.durable), &store(&world.boot), "tab-1");
        if let Seen::Locked(lock) = block_on(vault(&tab).look())
            && let Some(key) = lock.open(By::Passphrase, &derived(1))
        {
            // Under a fault the tab may end here.
            let _ = block_on(vault(&tab).open(&lock, &key));
        }
        act(&vault(&tab));
        world
    };
    let calls = {
        let fuse = Fuse::new(0, Fault::Lie, After::GoesOn);
        run(&fuse);
        fuse.calls()
    };
    assert!(calls > 5, "{name}");
    let faults = [Fault::Fail(PlaceError::Full), Fault::Tear, Fault::Lie];
    for at in 1..=calls {
        for fault in &faults {
            for after in [After::Dies, After::GoesOn, After::Repeats] {
                let world = run(&Fuse::new(at, fault.clone(), after));
                let what = format!("{name}: call {at} of {calls}, {fault:?}, {after:?}");
                assert_eq!(start(&world, passphrases).1, state(9), "{what}");
            }
        }
    }
}

#[test]
fn turning_on_cut_short_loses_nothing() {
    check_survives("on", &World::with_plan(9), &[1], |vault| drop(block_on(vault.turn_on(&lock(), &key()))));
}

#[test]
fn turning_off_cut_short_loses_nothing() {
    check_survives("off", &behind_lock(), &[1], |vault| drop(block_on(vault.turn_off())));
}

#[test]
fn a_change_cut_short_leaves_one_of_the_passphrases() {
    let next = lock().with(By::Passphrase, wrap(By::Passphrase, 3));
    check_survives("change", &behind_lock(), &[3, 1], |vault| drop(block_on(vault.change(&next))));
}
