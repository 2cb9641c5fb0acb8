//! A place that goes wrong at a chosen call: the native way to pull the plug.

use std::cell::Cell;
use std::rc::Rc;

use super::memory::MemoryStore;
use super::place::{Batch, PlaceError, Store};

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The call fails with this error and does nothing.
    Fail(PlaceError),
    /// A write stores only the first part of its text and fails; a read fails.
    Tear,
    /// A write says it is done and stores nothing; a read fails.
    Lie,
}

/// What comes after the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Every later call fails and does nothing: the process is dead.
    Dies,
    /// Later calls work.
    GoesOn,
    /// Every later call meets the same fault.
    Repeats,
}

/// Counts the calls of one or several stores; at the chosen one the fault happens.
#[derive(Debug, Clone)]
pub struct Fuse(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    calls: Cell<u64>,
    at: u64,
    fault: Fault,
    after: After,
}

impl Fuse {
    /// Makes a fuse that blows at call number `at`, counted from 1; 0 never blows.
    pub fn new(at: u64, fault: Fault, after: After) -> Self {
        Self(Rc::new(Inner { calls: Cell::new(0), at, fault, after }))
    }

    /// The number of calls so far; each write of a batch is a call.
    pub fn calls(&self) -> u64 {
        self.0.calls.get()
    }

    /// Whether the chosen call has come.
    pub fn is_blown(&self) -> bool {
        self.0.at != 0 && self.calls() >= self.0.at
    }

    fn burn(&self) -> Burn {
        let inner = &self.0;
        inner.calls.set(inner.calls.get() + 1);
        let blown = inner.at != 0 && inner.calls.get() >= inner.at;
        match (blown, inner.calls.get() == inner.at, inner.after) {
            (false, ..) | (true, false, After::GoesOn) => Burn::Works,
            (true, false, After::Dies) => Burn::Dead,
            (true, true, _) | (true, false, After::Repeats) => Burn::Faulty(inner.fault.clone()),
        }
    }
}

enum Burn {
    Works,
    Dead,
    Faulty(Fault),
}

/// Wraps a [`MemoryStore`]; what survives the fault is in that store.
#[derive(Debug, Clone)]
pub struct FaultStore {
    memory: MemoryStore,
    fuse: Fuse,
}

impl FaultStore {
    /// Wraps `memory`; stores with clones of one fuse share its count.
    pub fn new(memory: MemoryStore, fuse: Fuse) -> Self {
        Self { memory, fuse }
    }

    fn read(&self) -> Result<(), PlaceError> {
        match self.fuse.burn() {
            Burn::Works => Ok(()),
            Burn::Faulty(Fault::Fail(error)) => Err(error),
            Burn::Dead | Burn::Faulty(Fault::Tear | Fault::Lie) => Err(dead()),
        }
    }
}

fn dead() -> PlaceError {
    PlaceError::Other("injected".to_owned())
}

impl Store for FaultStore {
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError> {
        self.read()?;
        self.memory.get(key).await
    }

    async fn keys(&self) -> Result<Vec<String>, PlaceError> {
        self.read()?;
        self.memory.keys().await
    }

    async fn write(&self, batch: &Batch) -> Result<(), PlaceError> {
        if !self.memory.meets(batch) {
            return Err(PlaceError::Changed);
        }
        for (key, value) in &batch.writes {
            match self.fuse.burn() {
                Burn::Works => self.memory.set(key, value.as_deref()),
                Burn::Dead => return Err(dead()),
                Burn::Faulty(Fault::Fail(error)) => return Err(error),
                Burn::Faulty(Fault::Lie) => {}
                Burn::Faulty(Fault::Tear) => {
                    if let Some(value) = value {
                        let half: String = value.chars().take(value.chars().count() / 2).collect();
                        self.memory.set(key, Some(&half));
                    }
                    return Err(dead());
                }
            }
        }
        Ok(())
    }
}
