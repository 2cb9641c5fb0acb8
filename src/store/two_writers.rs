//! Several tabs that all write, without locks, interleaved at every call of the storage: a refusal instead of an
//! overwrite, and no save that was confirmed is lost.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::boot::Boot;
use super::memory::MemoryStore;
use super::pack::pack;
use super::place::{Batch, PlaceError, Store};
use super::saver::{NotSaved, SaveState, Saver};
use super::testing::{Lcg, World, block_on, opened, saver};

/// Gives the turn to the other tabs before each call.
#[derive(Clone)]
struct Yielding(MemoryStore);

async fn give_way() {
    let mut is_second = false;
    std::future::poll_fn(|_| if std::mem::replace(&mut is_second, true) { Poll::Ready(()) } else { Poll::Pending })
        .await;
}

impl Store for Yielding {
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError> {
        give_way().await;
        self.0.get(key).await
    }
    async fn keys(&self) -> Result<Vec<String>, PlaceError> {
        give_way().await;
        self.0.keys().await
    }
    async fn write(&self, batch: &Batch) -> Result<(), PlaceError> {
        give_way().await;
        self.0.write(batch).await
    }
}

type Tab = Saver<Yielding, Yielding>;

/// What the tabs were told: each edit that was confirmed, and the revision at or before which it is.
type Told = Rc<RefCell<Vec<(u64, String)>>>;

fn text_of(history: &super::boot::History) -> String {
    String::from_utf8(opened(history)).unwrap()
}

fn in_base(history: &super::boot::History, name: &str) -> bool {
    String::from_utf8(history.base().bytes.clone()).unwrap().split_inclusive(';').any(|part| part == name)
}

/// One act of a tab: an edit that is saved, or a compaction, or a reload. After a refusal it reads again and applies
/// its edit once more.
async fn act(tab: Rc<Tab>, name: String, choice: usize, told: Told) {
    match choice {
        0..=6 => {
            let mut is_pushed = false;
            for _attempt in 0..50 {
                if !std::mem::replace(&mut is_pushed, true) {
                    tab.push(name.as_bytes());
                }
                match tab.flush().await {
                    SaveState::Saved { revision, .. } => {
                        told.borrow_mut().push((revision, name));
                        return;
                    }
                    SaveState::NotSaved { reason: NotSaved::Outrun { .. }, .. } => {
                        assert_eq!(tab.unsaved(), [name.as_bytes()]);
                        let Boot::Found(found) = tab.boot().await else { panic!("the plan is gone") };
                        let left = tab.take_unsaved();
                        if left.is_empty() && tab.unsaved().is_empty() || in_base(&found.history, &name) {
                            // Another tab found the line in the boot copy and saved it, maybe in a new base.
                            told.borrow_mut().push((found.history.revision(), name));
                            return;
                        }
                        is_pushed = left.is_empty();
                    }
                    state => panic!("{state:?}"),
                }
            }
            panic!("a tab never comes to write");
        }
        7 | 8 => {
            if let Boot::Found(found) = tab.boot().await
                && matches!(tab.mend().await, SaveState::Saved { .. })
            {
                let whole = text_of(&found.history);
                let _ = tab.compact(found.history.revision(), pack(whole.as_bytes())).await;
            }
        }
        _ => {
            tab.boot().await;
        }
    }
}

#[track_caller]
fn check_nothing_lost(seed: u64, tabs: usize, operations: usize) {
    let world = World::default();
    let first = world.tab("first");
    block_on(first.begin("plan-1".parse().unwrap(), 0, pack(b"base;")));
    let told = Told::default();
    let mut lcg = Lcg(seed);
    let savers: Vec<Rc<Tab>> = (0..tabs)
        .map(|number| {
            let (durable, boot) = (Yielding(world.durable.clone()), Yielding(world.boot.clone()));
            Rc::new(saver(durable, boot, &format!("tab-{number}")))
        })
        .collect();
    for tab in &savers {
        block_on(tab.boot());
    }
    let mut running: Vec<Option<Pin<Box<dyn Future<Output = ()>>>>> = (0..tabs).map(|_| None).collect();
    let mut started = 0;
    let mut context = Context::from_waker(Waker::noop());
    while started < operations || running.iter().any(Option::is_some) {
        let tab = lcg.below(tabs);
        if running[tab].is_none() && started < operations {
            let name = format!("e{started};");
            running[tab] = Some(Box::pin(act(savers[tab].clone(), name, lcg.below(10), told.clone())));
            started += 1;
        }
        // A burst, so that a tab sometimes gets through and sometimes stands in the middle.
        for _ in 0..=lcg.below(60) {
            if let Some(future) = &mut running[tab]
                && future.as_mut().poll(&mut context).is_ready()
            {
                running[tab] = None;
            }
        }
    }
    let Boot::Found(found) = world.outcome() else { panic!("nothing opens") };
    let told = told.borrow();
    let text = text_of(&found.history);
    let edits: Vec<&str> = text.split_inclusive(';').collect();
    for (revision, edit) in told.iter() {
        let places: Vec<usize> = (0..edits.len()).filter(|place| edits[*place] == *edit).collect();
        assert_eq!(places.len(), 1, "{edit} was confirmed: it is in the plan once");
        assert!(u64::try_from(places[0]).unwrap() <= *revision, "{edit}");
    }
    assert_eq!(u64::try_from(told.len()).unwrap(), found.history.revision(), "what was not confirmed is not there");
    assert!(told.len() > operations / 2 + operations / 20, "{} of {operations}", told.len());
}

#[test]
fn two_tabs_lose_nothing() {
    check_nothing_lost(1, 2, 1_000);
}

#[test]
fn ten_tabs_lose_nothing() {
    check_nothing_lost(2, 10, 400);
}
