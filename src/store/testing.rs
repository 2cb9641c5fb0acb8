//! What the tests of this module share: a poller, seeded numbers, a plan that is a text.

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::boot::{Boot, Copies, History};
use super::lock::NONCE;
use super::locked::Nonces;
use super::memory::MemoryStore;
use super::pack::pack;
use super::place::Store;
use super::saver::{SaveState, Saver};

/// Runs a future of places in memory: they never wait.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..1_000_000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
    panic!("the future waits for ever");
}

/// Seeded numbers (Knuth's MMIX constants).
pub struct Lcg(pub u64);

impl Lcg {
    /// The next number; its high bits are the good ones.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 16
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// Nonces that never come twice, as far as a test goes.
pub fn nonces() -> Nonces {
    let last = Cell::new(0_u64);
    Rc::new(move || {
        last.set(last.get() + 1);
        let mut nonce = [0; NONCE];
        nonce[..8].copy_from_slice(&last.get().to_le_bytes());
        nonce
    })
}

/// The two copies of a browser that survive a tab.
#[derive(Clone, Default)]
pub struct World {
    pub durable: MemoryStore,
    pub boot: MemoryStore,
}

impl World {
    pub fn snapshot(&self) -> Self {
        Self { durable: self.durable.snapshot(), boot: self.boot.snapshot() }
    }

    pub fn tab(&self, name: &str) -> Saver<MemoryStore, MemoryStore> {
        saver(self.durable.clone(), self.boot.clone(), name)
    }

    pub fn outcome(&self) -> Boot {
        block_on(Copies::read(&self.durable, &self.boot)).outcome()
    }

    /// A plan begun at revision 0 with edits 1 to `revision`.
    pub fn with_plan(revision: u64) -> Self {
        let world = Self::default();
        let tab = world.tab("tab-0");
        assert_eq!(begin(&tab), SaveState::Saved { revision: 0, warning: None });
        for number in 1..=revision {
            tab.push(&edit(number));
        }
        assert_eq!(block_on(tab.flush()), SaveState::Saved { revision, warning: None });
        world
    }
}

pub fn saver<D: Store, B: Store>(durable: D, boot: B, name: &str) -> Saver<D, B> {
    Saver::new(durable, boot, name.parse().unwrap(), Rc::new(|| 1_700_000_000_000))
}

pub fn begin<D: Store, B: Store>(tab: &Saver<D, B>) -> SaveState {
    block_on(tab.begin("plan-1".parse().unwrap(), 0, pack(&state(0))))
}

/// The bytes of an edit; every seventh is too large to stand plainly.
pub fn edit(revision: u64) -> Vec<u8> {
    let detail = if revision % 7 == 6 { "Баранов ".repeat(300) } else { String::new() };
    format!("правка {revision};{detail}\n").into_bytes()
}

/// The whole plan at a revision: all edits, one after another.
pub fn state(revision: u64) -> Vec<u8> {
    let mut state = "основа\n".as_bytes().to_vec();
    (1..=revision).for_each(|revision| state.extend(edit(revision)));
    state
}

/// What a session makes of a history.
pub fn opened(history: &History) -> Vec<u8> {
    let mut state = history.base().bytes.clone();
    history.lines().iter().for_each(|line| state.extend(&line.bytes));
    state
}
