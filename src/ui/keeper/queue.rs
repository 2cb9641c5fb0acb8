//! Acts on their way to storage, in order: each is packed in slices, so that no task of the page is long.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::domain::{Entry, Workspace};
use crate::snapshot::{self, Lineage, Reading, Unreadable, Writing};
use crate::store::pack::{Packed, Packer, Progress, pack};
use crate::store::record::Token;
use crate::store::saver::{Compaction, SaveState};

use super::Keeper;

/// Bytes that are packed at once; more are packed in slices.
const AT_ONCE: usize = 32 * 1024;
/// Bytes of a slice: a few milliseconds.
const SLICE: usize = 64 * 1024;

/// Acts that wait.
#[derive(Default)]
pub struct Queue {
    waiting: RefCell<VecDeque<Job>>,
    is_running: Cell<bool>,
}

/// What is to be stored.
enum Job {
    /// The next revision.
    Line(Vec<u8>),
    /// The whole plan: its first save.
    Base { plan: Token, revision: u64, writing: Box<Writing> },
}

impl Queue {
    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.borrow().is_empty()
    }
}

impl Keeper {
    /// Sends an entry to storage; the first one begins the plan.
    pub(super) fn push(self, entry: &Entry) {
        if self.inner().has_plan.get() {
            self.enqueue(Job::Line(snapshot::entry_line(entry)));
        } else {
            self.save_base();
            self.ask_to_persist();
        }
    }

    /// Stores the whole plan as the beginning of a new one.
    pub(super) fn save_base(self) {
        let inner = self.inner();
        inner.has_plan.set(true);
        let lineage = inner.lineage.borrow().clone();
        let (revision, writing) =
            inner.session.own(|workspace| (workspace.revision(), Writing::new(workspace, &lineage)));
        self.enqueue(Job::Base { plan: Token::from(lineage.plan), revision, writing: Box::new(writing) });
    }

    fn enqueue(self, job: Job) {
        let inner = self.inner();
        inner.queue.waiting.borrow_mut().push_back(job);
        if !matches!(self.state.get_untracked(), SaveState::NotSaved { .. }) {
            self.state.set(SaveState::Changed);
        }
        if !inner.queue.is_running.replace(true) {
            spawn_local(self.drain());
        }
    }

    async fn drain(self) {
        let inner = self.inner();
        loop {
            let Some(job) = inner.queue.waiting.borrow_mut().pop_front() else { break };
            match job {
                Job::Line(bytes) => {
                    let packed = packed(bytes).await;
                    inner.saver.push_packed(packed);
                    if inner.queue.is_empty() {
                        inner.saver.flush().await;
                    }
                }
                Job::Base { plan, revision, writing } => {
                    let packed = packed(written(*writing).await).await;
                    inner.saver.begin(plan, revision, packed).await;
                }
            }
        }
        inner.queue.is_running.set(false);
        self.state.set(inner.saver.state());
    }

    /// Waits until everything that was done is in storage, or could not be.
    pub async fn settle(self) {
        let inner = self.inner();
        while inner.queue.is_running.get() {
            breathe().await;
        }
        inner.saver.flush().await;
    }

    /// Writes a new base in idle time where the log has grown, or where the lineage changed (`is_due` then).
    pub(super) fn compact_when_idle(self, is_due: bool) {
        let inner = self.inner();
        if !is_due && !inner.saver.is_compaction_due() {
            return;
        }
        spawn_local(async move {
            breathe().await;
            for _ in 0..3 {
                let inner = self.inner();
                if !inner.queue.is_empty() || inner.queue.is_running.get() {
                    // The act that is under way ends in another call of this.
                    if !is_due {
                        return;
                    }
                    self.settle().await;
                }
                let lineage = inner.lineage.borrow().clone();
                let (revision, writing) =
                    inner.session.own(|workspace| (workspace.revision(), Writing::new(workspace, &lineage)));
                let bytes = written(writing).await;
                let outcome = inner.saver.compact(revision, packed(bytes).await).await;
                if !(is_due && matches!(outcome, Ok(Compaction::Later))) {
                    break;
                }
                breathe().await;
            }
            self.measure();
        });
    }
}

/// Writes a base to its end, slice by slice.
pub async fn written(mut writing: Writing) -> Vec<u8> {
    loop {
        if let Some(bytes) = writing.step() {
            return bytes;
        }
        breathe().await;
    }
}

/// Opens a base, slice by slice.
pub async fn opened(bytes: Vec<u8>) -> Result<(Workspace, Lineage), Unreadable> {
    let mut reading = Reading::new(bytes);
    loop {
        if let Some(opened) = reading.step() {
            return opened;
        }
        breathe().await;
    }
}

/// Packs bytes, in slices where they are many.
async fn packed(bytes: Vec<u8>) -> Packed {
    if bytes.len() <= AT_ONCE {
        return pack(&bytes);
    }
    let mut work = Packer::new(bytes);
    loop {
        work = match work.step(SLICE) {
            Progress::Done(packed) => return packed,
            Progress::More(rest) => rest,
        };
        breathe().await;
    }
}

/// Lets the page breathe: the next task of the browser.
pub async fn breathe() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(promise).await;
}
