//! Flush, compaction, wipe: one at a time.

use super::super::pack::Packed;
use super::super::place::{PlaceError, Store};
use super::super::protocol::{self, Cursor, Refused};
use super::super::record::{Head, Header, Kind, Record, Slot};
use super::{Compaction, CopyState, Event, Inner, Logged, NotSaved, SaveState, Saver};

/// Held while something is written; ends also when the future is dropped.
pub(super) struct Turn<'a>(&'a std::cell::RefCell<Inner>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().busy = false;
    }
}

impl<D: Store, B: Store> Saver<D, B> {
    pub(super) fn enter(&self) -> Option<Turn<'_>> {
        let mut inner = self.inner.borrow_mut();
        if inner.busy {
            inner.again = true;
            return None;
        }
        inner.busy = true;
        Some(Turn(&self.inner))
    }

    /// Writes what was pushed: the boot copy first, then the durable one. While another call is at it, that one does
    /// the work and this one returns at once.
    pub async fn flush(&self) -> SaveState {
        {
            let inner = self.inner.borrow();
            // Opening and looking write nothing, nor does a tab that only follows.
            if inner.drafts.is_empty() && !inner.state.is_dirty() {
                return inner.state.clone();
            }
        }
        self.write().await
    }

    /// Claims and mends the copies even if there is nothing to save: for a writer that was told of trouble.
    pub async fn mend(&self) -> SaveState {
        self.write().await
    }

    async fn write(&self) -> SaveState {
        let Some(_turn) = self.enter() else { return self.state() };
        loop {
            self.inner.borrow_mut().again = false;
            if self.inner.borrow().plan.is_none() {
                return self.state();
            }
            let result = self.save().await;
            let is_ok = result.is_ok();
            let state = self.conclude(result);
            if !is_ok || !self.inner.borrow().again {
                return state;
            }
        }
    }

    async fn save(&self) -> Result<u64, NotSaved> {
        if self.inner.borrow().read_only {
            return Err(NotSaved::ReadOnly);
        }
        if self.inner.borrow().epoch == 0 {
            self.claim().await?;
        }
        self.seal();
        self.append_to_boot().await?;
        if matches!(self.inner.borrow().durable, CopyState::Failed(_)) {
            self.mend_failed().await?;
        }
        self.append_to_durable().await?;
        let mut inner = self.inner.borrow_mut();
        let tip = inner.tip.map_or(0, |tip| tip.revision);
        let boot = match &inner.boot {
            CopyState::Ready(cursor) => cursor.tip.revision,
            CopyState::Unclaimed | CopyState::Failed(_) => tip,
        };
        inner.lines.retain(|line| line.header().revision > boot.min(tip));
        Ok(tip)
    }

    /// Gives each draft its place in the chain.
    fn seal(&self) {
        let mut inner = self.inner.borrow_mut();
        while let (Some(mut tip), Some(plan)) = (inner.tip, inner.plan.clone()) {
            let Some((at, packed)) = inner.drafts.pop_front() else { return };
            tip.revision += 1;
            let (epoch, before) = (inner.epoch, Some(tip.seal));
            let header = Header { kind: Kind::Line, plan, epoch, revision: tip.revision, link: before, at };
            let line = Record::new(header, packed);
            inner.tip = Some(protocol::tip(&line));
            inner.log.push(Logged { revision: tip.revision, seal: line.seal(), bytes: line.length() });
            inner.lines.push(line);
        }
    }

    /// The boot copy decides nothing while the durable one is there; alone, it refuses too.
    async fn append_to_boot(&self) -> Result<(), NotSaved> {
        let (CopyState::Ready(mut cursor), lines, durable) = ({
            let inner = self.inner.borrow();
            (inner.boot.clone(), inner.lines.clone(), inner.durable.clone())
        }) else {
            return Ok(());
        };
        let result = protocol::append(&self.boot, &mut cursor, &lines).await;
        let is_alone = !matches!(durable, CopyState::Ready(_));
        {
            let mut inner = self.inner.borrow_mut();
            inner.boot = match &result {
                Ok(()) | Err(Refused::Place(_)) => CopyState::Ready(cursor),
                Err(Refused::Outrun { .. } | Refused::Newer(_)) => CopyState::Failed(PlaceError::Changed),
            };
            inner.boot_error = match &result {
                Err(Refused::Place(error)) => Some(error.clone()),
                _ => None,
            };
        }
        match result {
            Err(refused @ (Refused::Outrun { .. } | Refused::Newer(_))) if is_alone => Err(refused.into()),
            _ => Ok(()),
        }
    }

    async fn append_to_durable(&self) -> Result<(), NotSaved> {
        let (state, lines) = {
            let inner = self.inner.borrow();
            (inner.durable.clone(), inner.lines.clone())
        };
        let mut cursor = match state {
            CopyState::Ready(cursor) => cursor,
            CopyState::Failed(error) => return Err(NotSaved::Place(error)),
            CopyState::Unclaimed => return Err(NotSaved::Gone),
        };
        let before = cursor.tip.revision;
        let result = protocol::append(&self.durable, &mut cursor, &lines).await;
        let after = cursor.tip.revision;
        self.inner.borrow_mut().durable = CopyState::Ready(cursor);
        for line in lines.iter().filter(|line| (before + 1..=after).contains(&line.header().revision)) {
            self.emit(Event::Appended(line.text()));
        }
        Ok(result?)
    }

    /// Turns the result into the state on screen.
    pub(super) fn conclude(&self, result: Result<u64, NotSaved>) -> SaveState {
        let state = {
            let inner = self.inner.borrow();
            let tip = inner.tip.map_or(0, |tip| tip.revision);
            let boot = match &inner.boot {
                CopyState::Ready(cursor) if cursor.tip.revision == tip => None,
                CopyState::Ready(_) => Some(inner.boot_error.clone().unwrap_or(PlaceError::Lost)),
                CopyState::Failed(error) => Some(error.clone()),
                CopyState::Unclaimed => Some(PlaceError::Closed),
            };
            match result {
                // `begin` may have left the durable copy out.
                Ok(_) if !matches!(inner.durable, CopyState::Ready(_)) => {
                    let error = match &inner.durable {
                        CopyState::Failed(error) => error.clone(),
                        _ => PlaceError::Closed,
                    };
                    SaveState::NotSaved { reason: NotSaved::Place(error), in_boot_copy: boot.is_none() }
                }
                Ok(_) if !inner.drafts.is_empty() => SaveState::Changed,
                Ok(revision) => SaveState::Saved { revision, warning: boot },
                Err(reason) => SaveState::NotSaved { reason, in_boot_copy: boot.is_none() && inner.drafts.is_empty() },
            }
        };
        self.tell(state.clone());
        state
    }

    /// Makes `base`, the plan as it was at `revision`, the new base of both copies. For idle time.
    pub async fn compact(&self, revision: u64, base: Packed) -> Result<Compaction, NotSaved> {
        let result = {
            let Some(_turn) = self.enter() else { return Ok(Compaction::Later) };
            self.rebase(revision, base).await
        };
        if let Err(reason @ (NotSaved::Outrun { .. } | NotSaved::Gone | NotSaved::Newer(_))) = &result {
            self.conclude(Err(reason.clone()));
        } else if self.inner.borrow().again {
            // Something was pushed and flushed meanwhile.
            self.flush().await;
        }
        result
    }

    async fn rebase(&self, revision: u64, packed: Packed) -> Result<Compaction, NotSaved> {
        let now = (self.clock)();
        let (header, cursor) = {
            let inner = self.inner.borrow();
            if inner.read_only {
                return Err(NotSaved::ReadOnly);
            }
            let link = inner.log.iter().find(|logged| logged.revision == revision).map(|logged| logged.seal);
            let (Some(plan), Some(link), CopyState::Ready(cursor)) = (inner.plan.clone(), link, inner.durable.clone())
            else {
                return Ok(Compaction::Later);
            };
            // The same revision again is worth writing: what stands beside the plan may have changed, not its history.
            if cursor.tip.revision < revision || cursor.head.revision > revision {
                return Ok(Compaction::Later);
            }
            (Header { kind: Kind::Base, plan, epoch: inner.epoch, revision, link: Some(link), at: now }, cursor)
        };
        let base = Record::new(header, packed);
        // Nothing replaces a base that opens, unless it opens itself.
        base.bytes().map_err(|error| PlaceError::Other(error.to_string()))?;
        let unchanged = cursor.clone();
        let durable = compact_copy(&self.durable, cursor, &base, now).await;
        let boot = self.inner.borrow().boot.clone();
        match durable {
            Ok(cursor) => self.inner.borrow_mut().durable = CopyState::Ready(cursor),
            Err(Refused::Place(PlaceError::Changed)) => {
                return Err(protocol::outrun(&self.durable, &unchanged).await.into());
            }
            Err(refused) => return Err(refused.into()),
        }
        match boot {
            CopyState::Ready(cursor) if cursor.tip.revision >= revision => {
                let state = match compact_copy(&self.boot, cursor, &base, now).await {
                    Ok(cursor) => CopyState::Ready(cursor),
                    Err(Refused::Place(error)) => CopyState::Failed(error),
                    Err(_) => CopyState::Failed(PlaceError::Changed),
                };
                self.inner.borrow_mut().boot = state;
            }
            CopyState::Ready(_) => {
                let mut inner = self.inner.borrow_mut();
                inner.boot = CopyState::Failed(inner.boot_error.clone().unwrap_or(PlaceError::Lost));
            }
            CopyState::Unclaimed | CopyState::Failed(_) => {}
        }
        {
            let mut inner = self.inner.borrow_mut();
            inner.log.retain(|logged| logged.revision >= revision);
            if let Some(first) = inner.log.first_mut() {
                first.bytes = base.length();
            }
        }
        if matches!(self.inner.borrow().boot, CopyState::Failed(_)) {
            // A good moment: the smallest form of the plan was just made.
            let _ = self.mend_failed().await;
        }
        Ok(Compaction::Done)
    }

    /// Deletes the plan and what was put aside, in both copies. Cut short, it is finished by [`Saver::tidy`]; it is
    /// never undone by one copy restoring the other.
    pub async fn wipe(&self) -> Result<(), NotSaved> {
        let Some(_turn) = self.enter() else { return Err(NotSaved::Place(PlaceError::Changed)) };
        let plan = self.inner.borrow().plan.clone();
        if let Some(plan) = plan {
            let epoch = self.inner.borrow().epoch;
            let base = super::super::pack::Digest::of(b"");
            let head = Head { plan, epoch, revision: 0, slot: Slot::A, base, writer: self.writer.clone(), at: 0 };
            // A full storage can still be emptied: the mark is worth trying, no more.
            let _ = protocol::mark_wiped(&self.durable, &head).await;
            let _ = protocol::mark_wiped(&self.boot, &head).await;
        }
        self.clear_both().await?;
        {
            let mut inner = self.inner.borrow_mut();
            *inner = Inner { busy: true, read_only: inner.read_only, ..Inner::default() };
        }
        self.emit(Event::State(SaveState::Untouched));
        Ok(())
    }

    /// Finishes a wipe that was cut short; does nothing otherwise. To be called when [`super::Boot::Empty`] is found.
    pub async fn tidy(&self) -> Result<(), NotSaved> {
        let Some(_turn) = self.enter() else { return Ok(()) };
        let copies = self.inner.borrow_mut().copies.take();
        match copies {
            Some(copies) if !copies.wiped().is_empty() && matches!(copies.outcome(), super::Boot::Empty) => {
                Ok(self.clear_both().await?)
            }
            _ => Ok(()),
        }
    }
}

async fn compact_copy(store: &impl Store, cursor: Cursor, base: &Record, at: u64) -> Result<Cursor, Refused> {
    let mut cursor = cursor;
    protocol::compact(store, &mut cursor, base, at).await?;
    Ok(cursor)
}
