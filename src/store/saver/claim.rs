//! Becoming the writer: both copies are read, mended and marked with a new epoch.

use super::super::boot::{Copies, History};
use super::super::key;
use super::super::mend::{Claim, mend, put_aside};
use super::super::place::{PlaceError, Store};
use super::super::protocol::{Cursor, Refused, clear, empty};
use super::super::record::{Header, Kind, Record, Token};
use super::super::scan::{Piece, Scan};
use super::super::{pack::Packed, record::Slot};
use super::{CopyState, NotSaved, SaveState, Saver};

impl<D: Store, B: Store> Saver<D, B> {
    /// Starts a plan with its base: the first save, or a new start after damage. What was there is put aside, except
    /// the rest of a wipe, which is finished. The old or the new plan opens, whatever happens in between.
    pub async fn begin(&self, plan: Token, revision: u64, base: Packed) -> SaveState {
        let Some(_turn) = self.enter() else { return self.state() };
        self.tell(SaveState::Changed);
        let result = self.establish(plan, revision, base).await;
        self.conclude(result.map(|()| revision))
    }

    async fn establish(&self, plan: Token, revision: u64, base: Packed) -> Result<(), NotSaved> {
        let mut copies = Copies::read(&self.durable, &self.boot).await;
        if let Some(format) = copies.newer() {
            return Err(NotSaved::Newer(format));
        }
        if !copies.wiped().is_empty() && copies.choose().is_none() {
            self.clear_both().await?;
            copies = Copies::read(&self.durable, &self.boot).await;
        }
        let claim = self.claim_after(&copies);
        let header = Header { kind: Kind::Base, plan, epoch: claim.epoch, revision, link: None, at: claim.at };
        let record = Record::new(header, base);
        let bytes = record.bytes().map_err(|error| PlaceError::Other(error.to_string()))?;
        let history = History::new(Piece { key: key::base(Slot::A).to_owned(), record, bytes });
        {
            let mut inner = self.inner.borrow_mut();
            inner.start(&history, 0);
            (inner.lines, inner.copies) = (Vec::new(), None);
        }
        self.take(&copies, &history, &claim).await
    }

    /// Claims what [`Saver::boot`] found, or what another tab sent since.
    pub(super) async fn claim(&self) -> Result<(), NotSaved> {
        let copies = self.inner.borrow_mut().copies.take();
        let copies = match copies {
            Some(copies) if self.is_fresh(&copies).await => copies,
            _ => Copies::read(&self.durable, &self.boot).await,
        };
        if let Some(format) = copies.newer() {
            return Err(NotSaved::Newer(format));
        }
        let Some(history) = copies.choose() else {
            let error = [copies.durable.err(), copies.boot.err()].into_iter().flatten().next();
            return Err(error.map_or(NotSaved::Gone, NotSaved::Place));
        };
        let seen = self.inner.borrow().tip;
        if seen.is_none_or(|seen| history.tip().seal != seen.seal) {
            let seen = seen.map_or(0, |tip| tip.revision);
            return Err(NotSaved::Outrun { seen, stored: history.revision() });
        }
        let claim = self.claim_after(&copies);
        self.take(&copies, &history, &claim).await
    }

    /// Mends both copies: the durable one first, because it decides who is the writer.
    async fn take(&self, copies: &Copies, history: &History, claim: &Claim) -> Result<(), NotSaved> {
        let durable = match &copies.durable {
            Ok(scan) => self.settle(mend(&self.durable, scan, history, claim, &self.durable).await, history)?,
            Err(error) => CopyState::Failed(error.clone()),
        };
        let boot = match (&copies.boot, &durable) {
            (Err(error), _) => CopyState::Failed(error.clone()),
            (Ok(scan), CopyState::Ready(_)) => {
                let result = mend(&self.boot, scan, history, claim, &self.durable).await;
                // The durable copy is ours: whatever happened to the boot copy meanwhile is mended later.
                self.settle(result, history).unwrap_or(CopyState::Failed(PlaceError::Changed))
            }
            (Ok(scan), _) => self.settle(mend(&self.boot, scan, history, claim, &self.boot).await, history)?,
        };
        let result = match (&durable, &boot) {
            (CopyState::Failed(error), CopyState::Failed(_)) => Err(NotSaved::Place(error.clone())),
            _ => Ok(()),
        };
        let mut inner = self.inner.borrow_mut();
        (inner.durable, inner.boot) = (durable, boot);
        if result.is_ok() {
            inner.epoch = claim.epoch;
        }
        result
    }

    fn settle(&self, result: Result<Cursor, Refused>, history: &History) -> Result<CopyState, NotSaved> {
        match result {
            Ok(cursor) => Ok(CopyState::Ready(cursor)),
            Err(Refused::Place(PlaceError::Changed)) => {
                Err(NotSaved::Outrun { seen: self.revision(), stored: history.revision() })
            }
            Err(Refused::Place(error)) => Ok(CopyState::Failed(error)),
            Err(refused) => Err(refused.into()),
        }
    }

    /// Tries again to mend a copy that failed, from what the other one holds.
    pub(super) async fn mend_failed(&self) -> Result<(), NotSaved> {
        let copies = Copies::read(&self.durable, &self.boot).await;
        let (durable, boot, epoch) = {
            let inner = self.inner.borrow();
            (inner.durable.clone(), inner.boot.clone(), inner.epoch)
        };
        let sound = match (&durable, &boot) {
            (CopyState::Ready(cursor), _) | (_, CopyState::Ready(cursor)) => cursor,
            (CopyState::Failed(error), _) => return Err(NotSaved::Place(error.clone())),
            (CopyState::Unclaimed, _) => return Ok(()),
        };
        let Some(history) = copies.choose() else { return Err(NotSaved::Gone) };
        if history.tip().seal != sound.tip.seal {
            return Err(NotSaved::Outrun { seen: sound.tip.revision, stored: history.revision() });
        }
        let claim = Claim { writer: self.writer.clone(), epoch, at: (self.clock)() };
        if let (CopyState::Failed(_), Ok(scan)) = (&durable, &copies.durable) {
            let state = self.settle(mend(&self.durable, scan, &history, &claim, &self.durable).await, &history)?;
            self.inner.borrow_mut().durable = state;
        }
        if let (CopyState::Failed(_), Ok(scan)) = (&boot, &copies.boot) {
            put_aside(&self.boot, scan, &history, &self.durable).await?;
            let mut result = mend(&self.boot, scan, &history, &claim, &self.durable).await;
            if result == Err(Refused::Place(PlaceError::Full)) {
                // No room for two bases at once. The durable copy is whole, so the boot copy may be emptied first.
                empty(&self.boot).await?;
                let scan = Scan::read(&self.boot).await?;
                result = mend(&self.boot, &scan, &history, &claim, &self.durable).await;
            }
            let state = self.settle(result, &history)?;
            self.inner.borrow_mut().boot = state;
        }
        Ok(())
    }

    fn claim_after(&self, copies: &Copies) -> Claim {
        Claim { writer: self.writer.clone(), epoch: copies.epoch() + 1, at: (self.clock)() }
    }

    /// Whether nobody wrote since `copies` were read: any writer changes the head or the keys.
    async fn is_fresh(&self, copies: &Copies) -> bool {
        is_same(&self.durable, copies.durable.as_ref()).await && is_same(&self.boot, copies.boot.as_ref()).await
    }

    pub(super) async fn clear_both(&self) -> Result<(), PlaceError> {
        let durable = clear(&self.durable).await;
        clear(&self.boot).await.and(durable)
    }
}

async fn is_same(store: &impl Store, scan: Result<&Scan, &PlaceError>) -> bool {
    let (Ok(scan), Ok(head), Ok(keys)) = (scan, store.get(key::HEAD).await, store.keys().await) else { return false };
    head == scan.head_text && keys.iter().filter(|key| key.starts_with(key::PLAN)).eq(&scan.plan_keys)
}
