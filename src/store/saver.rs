//! The honest state of saving, on top of two copies.
//!
//! The session pushes the bytes of each revision and flushes; «saved» is told only after the durable copy confirmed
//! and was read back. Reading writes nothing; the first write of a tab claims both copies and mends them.

mod claim;
mod work;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::boot::{Boot, Copies, History};
use super::pack::{Digest, Packed, pack};
use super::place::{PlaceError, Store};
use super::protocol::{Cursor, Refused};
use super::record::{Record, Token, Unreadable};
use super::scan::Tip;

/// What the screen says about saving.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaveState {
    /// There is no plan yet.
    #[default]
    Untouched,
    /// There are changes that the durable copy has not confirmed yet.
    Changed,
    /// Everything is in the durable copy.
    Saved {
        /// The revision.
        revision: u64,
        /// The boot copy did not take it; the plan is safe, but opens slower and has one copy less.
        warning: Option<PlaceError>,
    },
    /// The last attempt failed. Stays until an attempt succeeds.
    NotSaved {
        /// Why.
        reason: NotSaved,
        /// Whether the boot copy took it: it may be there at the next start, but the browser does not promise.
        in_boot_copy: bool,
    },
}

impl SaveState {
    /// Whether closing the page may lose something.
    pub fn is_dirty(&self) -> bool {
        matches!(self, Self::Changed | Self::NotSaved { .. })
    }
}

/// Tells why something is not saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSaved {
    /// The durable copy failed.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Another tab wrote; nothing was overwritten. Boot again, then push what [`Saver::unsaved`] gave.
    #[error("revision {seen} was seen, revision {stored} is stored")]
    Outrun {
        /// The revision this tab knows.
        seen: u64,
        /// The revision that is stored.
        stored: u64,
    },
    /// The plan is no longer in the browser: deleted in another tab or by the browser.
    #[error("the plan is gone from the storage")]
    Gone,
    /// A later version of the application wrote here.
    #[error("format {0} is newer than this version")]
    Newer(u32),
    /// This tab may only read.
    #[error("another tab is the writer")]
    ReadOnly,
}

impl From<Refused> for NotSaved {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Outrun { seen, stored: Some(stored) } => Self::Outrun { seen, stored },
            Refused::Outrun { stored: None, .. } => Self::Gone,
            Refused::Newer(format) => Self::Newer(format),
            Refused::Place(error) => Self::Place(error),
        }
    }
}

/// What the saver tells while it works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The state changed.
    State(SaveState),
    /// The durable copy confirmed this line: its text goes to the other tabs.
    Appended(String),
}

/// What became of a line that another tab sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accepted {
    /// It is the next one: apply these bytes.
    Bytes(Vec<u8>),
    /// It is known already.
    Known,
    /// Something is missing before it: boot again.
    Gap,
}

/// What became of a compaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compaction {
    /// The base is in force in the durable copy.
    Done,
    /// A save is under way, or the revision is not in the durable copy: try again when idle.
    Later,
}

/// Keeps a plan in two copies.
pub struct Saver<D, B> {
    durable: D,
    boot: B,
    writer: Token,
    clock: Rc<dyn Fn() -> u64>,
    listener: RefCell<Option<Listener>>,
    inner: RefCell<Inner>,
}

type Listener = Rc<dyn Fn(Event)>;

#[derive(Default)]
struct Inner {
    plan: Option<Token>,
    /// The fencing number of this tab; 0 before it claimed.
    epoch: u64,
    /// The last sealed line.
    tip: Option<Tip>,
    /// Pushed, not sealed.
    drafts: VecDeque<(u64, Packed)>,
    /// Sealed, and still missing in a copy.
    lines: Vec<Record>,
    /// Revision, link and size of the base and of each line after it.
    log: Vec<Logged>,
    durable: CopyState,
    boot: CopyState,
    copies: Option<Copies>,
    /// What was not saved before the last boot.
    left: Vec<Vec<u8>>,
    /// Why the boot copy lags behind.
    boot_error: Option<PlaceError>,
    state: SaveState,
    read_only: bool,
    busy: bool,
    again: bool,
}

struct Logged {
    revision: u64,
    seal: Digest,
    bytes: usize,
}

#[derive(Default, Clone)]
enum CopyState {
    #[default]
    Unclaimed,
    Ready(Cursor),
    Failed(PlaceError),
}

impl<D: Store, B: Store> Saver<D, B> {
    /// Makes a saver of this tab. `clock` gives milliseconds since 1970.
    pub fn new(durable: D, boot: B, writer: Token, clock: Rc<dyn Fn() -> u64>) -> Self {
        Self { durable, boot, writer, clock, listener: RefCell::default(), inner: RefCell::default() }
    }

    /// Sets who is told; one listener.
    pub fn listen(&self, listener: impl Fn(Event) + 'static) {
        *self.listener.borrow_mut() = Some(Rc::new(listener));
    }

    /// Reads every copy and starts from what opens. Writes nothing. What this tab had not saved, and what is not in
    /// the plan that opens, is left for [`Saver::take_unsaved`].
    pub async fn boot(&self) -> Boot {
        let copies = Copies::read(&self.durable, &self.boot).await;
        let outcome = copies.outcome();
        let mut state = SaveState::Untouched;
        {
            let mut inner = self.inner.borrow_mut();
            let history = match &outcome {
                Boot::Found(found) => Some(&found.history),
                _ => None,
            };
            let durable = copies.durable.as_ref().ok().and_then(super::scan::Scan::own_tip);
            let is_saved = |line: &Record| durable.is_some_and(|tip| line.header().revision <= tip.revision);
            let mut left = std::mem::take(&mut inner.left);
            left.extend(inner.unsaved(history));
            // Our own lines that so far stand in the boot copy alone: part of the plan, and still to be confirmed.
            let mut lines = std::mem::take(&mut inner.lines);
            lines.retain(|line| is_in(history, line) && !is_saved(line));
            let Inner { read_only, busy, again, .. } = *inner;
            *inner = Inner { lines, left, read_only, busy, again, ..Inner::default() };
            if let Boot::Found(found) = &outcome {
                inner.start(&found.history, 0);
                state = if durable == Some(found.history.tip()) {
                    SaveState::Saved { revision: found.history.revision(), warning: None }
                } else {
                    SaveState::Changed
                };
            }
            inner.copies = Some(copies);
        }
        self.tell(state);
        outcome
    }

    /// Queues the bytes of the next revision and gives its number. Cheap: nothing is written before [`Saver::flush`].
    pub fn push(&self, bytes: &[u8]) -> u64 {
        self.push_packed(pack(bytes))
    }

    /// Queues the next revision, packed in slices by a [`super::pack::Packer`]: for bulk acts.
    pub fn push_packed(&self, packed: Packed) -> u64 {
        let now = (self.clock)();
        let (revision, is_failed) = {
            let mut inner = self.inner.borrow_mut();
            inner.drafts.push_back((now, packed));
            (inner.revision(), matches!(inner.state, SaveState::NotSaved { .. }))
        };
        if !is_failed {
            self.tell(SaveState::Changed);
        }
        revision
    }

    /// The revision with everything that was pushed.
    pub fn revision(&self) -> u64 {
        self.inner.borrow().revision()
    }

    /// What the screen says.
    pub fn state(&self) -> SaveState {
        self.inner.borrow().state.clone()
    }

    /// The bytes of each revision that the durable copy has not confirmed, oldest first.
    pub fn unsaved(&self) -> Vec<Vec<u8>> {
        self.inner.borrow().unsaved(None)
    }

    /// What this tab could not save before the last [`Saver::boot`], oldest first: to be applied again, or shown.
    ///
    /// A line that another tab found in the boot copy and saved is not among it.
    pub fn take_unsaved(&self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.inner.borrow_mut().left)
    }

    /// Takes a line that the writing tab sent to this one, which only follows.
    pub fn accept(&self, text: &str) -> Accepted {
        let read = Record::parse(text).and_then(|line| Ok::<_, Unreadable>((line.bytes()?, line)));
        let Ok((bytes, line)) = read else { return Accepted::Gap };
        let revision = line.header().revision;
        {
            let mut inner = self.inner.borrow_mut();
            let (Some(tip), Some(plan)) = (inner.tip, inner.plan.as_ref()) else { return Accepted::Gap };
            if inner.log.iter().any(|logged| logged.seal == line.seal()) {
                return Accepted::Known;
            }
            let header = line.header();
            let is_next = header.link == Some(tip.seal) && header.plan == *plan && tip.revision + 1 == revision;
            if !is_next || !inner.drafts.is_empty() {
                return Accepted::Gap;
            }
            inner.tip = Some(super::protocol::tip(&line));
            inner.log.push(Logged { revision, seal: line.seal(), bytes: line.length() });
            (inner.epoch, inner.copies, inner.lines) = (0, None, Vec::new());
            (inner.durable, inner.boot) = (CopyState::Unclaimed, CopyState::Unclaimed);
        }
        self.tell(SaveState::Saved { revision, warning: None });
        Accepted::Bytes(bytes)
    }

    /// From now on this tab writes nothing: another one is the writer.
    pub fn set_read_only(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.read_only = true;
        inner.epoch = 0;
    }

    /// This tab may write; its first write claims the copies.
    pub fn set_writable(&self) {
        self.inner.borrow_mut().read_only = false;
    }

    /// Whether the log has grown so much that a new base pays.
    pub fn is_compaction_due(&self) -> bool {
        let inner = self.inner.borrow();
        let (base, lines) = inner.log.split_first().map_or((0, &[][..]), |(base, lines)| (base.bytes, lines));
        is_compaction_due(lines.len(), lines.iter().map(|line| line.bytes).sum(), base)
    }

    /// The durable copy.
    pub fn durable(&self) -> &D {
        &self.durable
    }

    /// The boot copy.
    pub fn boot_copy(&self) -> &B {
        &self.boot
    }

    fn tell(&self, state: SaveState) {
        let is_new = {
            let mut inner = self.inner.borrow_mut();
            let is_new = inner.state != state;
            inner.state = state.clone();
            is_new
        };
        if is_new {
            self.emit(Event::State(state));
        }
    }

    fn emit(&self, event: Event) {
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            listener(event);
        }
    }
}

impl Inner {
    fn revision(&self) -> u64 {
        self.tip.map_or(0, |tip| tip.revision) + u64::try_from(self.drafts.len()).unwrap_or_default()
    }

    /// The revision the durable copy has.
    fn saved(&self) -> Option<u64> {
        match &self.durable {
            CopyState::Ready(cursor) => Some(cursor.tip.revision),
            CopyState::Unclaimed | CopyState::Failed(_) => None,
        }
    }

    /// What the durable copy has not confirmed and `history` does not hold.
    fn unsaved(&self, history: Option<&History>) -> Vec<Vec<u8>> {
        let saved = self.saved();
        let is_missing = |line: &&Record| {
            let revision = line.header().revision;
            Some(revision) > saved && !is_in(history, line)
        };
        let drafts = self.drafts.iter().filter_map(|(_, packed)| super::pack::unpack(packed).ok());
        self.lines.iter().filter(is_missing).filter_map(|line| line.bytes().ok()).chain(drafts).collect()
    }

    fn start(&mut self, history: &History, epoch: u64) {
        self.plan = Some(history.plan().clone());
        self.epoch = epoch;
        self.tip = Some(history.tip());
        let log = std::iter::once(history.base()).chain(history.lines());
        self.log = log
            .map(|piece| Logged { revision: piece.revision(), seal: piece.record.tip(), bytes: piece.record.length() })
            .collect();
    }
}

fn is_in(history: Option<&History>, line: &Record) -> bool {
    history.is_some_and(|history| history.seal_at(line.header().revision) == Some(line.seal()))
}

/// The policy of compaction: many lines make starting slow, many bytes fill the quota.
///
/// 500 small lines take a few milliseconds to read; a log of a quarter of the base keeps the sum within 5/4 of it, and
/// below 256 KB no school notices.
pub fn is_compaction_due(lines: usize, line_bytes: usize, base_bytes: usize) -> bool {
    lines >= 500 || line_bytes > (base_bytes / 4).max(256 * 1024)
}

#[cfg(test)]
mod tests;
