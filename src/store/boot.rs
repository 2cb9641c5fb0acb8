//! Reads every copy and chooses what opens: the highest sound revision. Writes nothing.

use std::cmp::Reverse;

use super::pack::Digest;
use super::place::{PlaceError, Store};
use super::record::{Record, Token};
use super::scan::{Damaged, HeadState, Piece, Scan, Tip};

/// One of the two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    /// IndexedDB.
    Durable,
    /// localStorage.
    Boot,
}

/// What the copies hold together.
#[derive(Debug, Clone)]
pub enum Boot {
    /// Nothing was ever here: no key of ours in any copy, and every copy could be read.
    Empty,
    /// A plan opens.
    Found(Box<Found>),
    /// Something was here, but no revision opens. Never to be shown as a fresh start.
    Damaged(Trouble),
    /// A later version wrote here; nothing is to be written.
    Newer {
        /// The format it wrote.
        format: u32,
    },
    /// Nothing was found, but a copy could not be read: a plan may be there.
    Unreachable(Trouble),
}

/// A plan that opens.
#[derive(Debug, Clone)]
pub struct Found {
    /// The plan with its lines.
    pub history: History,
    /// What is wrong beside it; worth a notice where not empty.
    pub trouble: Trouble,
}

/// What is wrong with the copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Copies that could not be read.
    pub unreadable: Vec<(Which, PlaceError)>,
    /// Copies that do not hold the chosen revision, or hold damage: they are mended when this tab becomes the writer.
    pub needs_mending: Vec<Which>,
    /// Damaged texts, verbatim; put into quarantine before anything is written over them.
    pub damaged: Vec<(Which, Damaged)>,
    /// The number of records that are sound but belong to another history; kept aside like damage.
    pub strays: usize,
    /// Keys of what was put aside earlier.
    pub quarantine: Vec<(Which, String)>,
}

/// A base and every line after it.
#[derive(Debug, Clone, PartialEq, Eq)]
// INVARIANT: each line follows the one before, the first follows the base.
pub struct History {
    base: Piece,
    lines: Vec<Piece>,
}

impl History {
    /// The history that starts with `base`.
    pub fn new(base: Piece) -> Self {
        Self { base, lines: Vec::new() }
    }

    /// The plan.
    pub fn plan(&self) -> &Token {
        &self.base.record.header().plan
    }

    /// The base: bytes of the whole plan at its revision.
    pub fn base(&self) -> &Piece {
        &self.base
    }

    /// The lines after the base, oldest first.
    pub fn lines(&self) -> &[Piece] {
        &self.lines
    }

    /// The end.
    pub fn tip(&self) -> Tip {
        self.lines.last().unwrap_or(&self.base).tip()
    }

    /// The revision of the plan.
    pub fn revision(&self) -> u64 {
        self.tip().revision
    }

    /// When it was last written, in milliseconds since 1970.
    pub fn at(&self) -> u64 {
        self.lines.last().unwrap_or(&self.base).record.header().at
    }

    /// The records after the base.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.lines.iter().map(|piece| &piece.record)
    }

    /// What a line after `revision` links to, where this history knows.
    pub fn seal_at(&self, revision: u64) -> Option<Digest> {
        let after = revision.checked_sub(self.base.revision())?;
        match usize::try_from(after).ok()?.checked_sub(1) {
            None => Some(self.base.record.tip()),
            Some(index) => self.lines.get(index).map(|piece| piece.record.seal()),
        }
    }

    /// Whether `piece` holds something this history does not: a fork, another plan.
    pub fn is_stray(&self, piece: &Piece) -> bool {
        let header = piece.record.header();
        if header.plan != *self.plan() {
            return true;
        }
        if header.revision < self.base.revision() || (!piece.is_base() && header.revision == self.base.revision()) {
            // Older than the base: it went into the base, unless a later writer had forked there.
            return header.epoch > self.tip().epoch;
        }
        self.seal_at(header.revision) != Some(piece.record.tip())
    }
}

/// The scans of both copies, and what follows from them.
#[derive(Debug, Clone)]
pub struct Copies {
    /// IndexedDB.
    pub durable: Result<Scan, PlaceError>,
    /// localStorage.
    pub boot: Result<Scan, PlaceError>,
}

impl Copies {
    /// Reads both.
    pub async fn read(durable: &impl Store, boot: &impl Store) -> Self {
        Self { durable: Scan::read(durable).await, boot: Scan::read(boot).await }
    }

    fn each(&self) -> impl Iterator<Item = (Which, &Scan)> {
        let durable = self.durable.as_ref().ok().map(|scan| (Which::Durable, scan));
        durable.into_iter().chain(self.boot.as_ref().ok().map(|scan| (Which::Boot, scan)))
    }

    /// The plans whose deletion was under way.
    pub fn wiped(&self) -> Vec<&Token> {
        self.each()
            .filter_map(|(_, scan)| match &scan.head {
                HeadState::Wiped(plan) => Some(plan),
                _ => None,
            })
            .collect()
    }

    /// The highest epoch anywhere; the next writer takes a higher one.
    pub fn epoch(&self) -> u64 {
        let heads = self.each().filter_map(|(_, scan)| scan.sound_head()).map(|head| head.epoch);
        let pieces = self.each().flat_map(|(_, scan)| &scan.pieces).map(|piece| piece.record.header().epoch);
        heads.chain(pieces).max().unwrap_or(0)
    }

    /// A later format in any copy.
    pub fn newer(&self) -> Option<u32> {
        let formats = self.each().filter_map(|(_, scan)| match scan.head {
            HeadState::Newer(format) => Some(format),
            _ => None,
        });
        formats.max()
    }

    /// The history that opens: of the plan of the latest head, the highest revision.
    ///
    /// Records of both copies are one pool: each line names the seal of the one before, so nothing can be mixed that
    /// does not belong together. Of two lines at one place the durable copy's wins: only its saves were confirmed.
    pub fn choose(&self) -> Option<History> {
        let wiped = self.wiped();
        let heads = self.each().filter_map(|(which, scan)| scan.sound_head().map(|head| (which, head)));
        let latest = heads.max_by_key(|(which, head)| (head.epoch, Reverse(*which))).map(|(_, head)| &head.plan);
        let bases = self.each().flat_map(|(which, scan)| {
            scan.pieces.iter().filter(|piece| piece.is_base()).map(move |piece| (which, scan, piece))
        });
        let histories =
            bases.filter(|(_, _, base)| !wiped.contains(&&base.record.header().plan)).map(|(which, scan, base)| {
                let history = self.follow(base);
                let header = base.record.header();
                let is_active = scan.active_base() == Some(base);
                // Without any head the plan of the latest writer is meant.
                let plan = latest.map_or(header.epoch, |plan| u64::from(*plan == header.plan));
                ((plan, history.revision(), is_active, Reverse(which)), history)
            });
        histories.max_by_key(|(rank, _)| *rank).map(|(_, history)| history)
    }

    fn follow(&self, base: &Piece) -> History {
        let mut history = History::new(base.clone());
        loop {
            let tip = history.tip();
            let next = self.each().flat_map(|(which, scan)| scan.pieces.iter().map(move |piece| (which, piece)));
            let next = next.filter(|(_, piece)| piece.follows(history.plan(), tip));
            match next.min_by_key(|(which, _)| *which) {
                Some((_, piece)) => history.lines.push(piece.clone()),
                None => return history,
            }
        }
    }

    /// What is wrong, seen from the chosen history.
    pub fn trouble(&self, history: Option<&History>) -> Trouble {
        let mut trouble = Trouble::default();
        for (which, scan) in [(Which::Durable, &self.durable), (Which::Boot, &self.boot)] {
            let scan = match scan {
                Ok(scan) => scan,
                Err(error) => {
                    trouble.unreadable.push((which, error.clone()));
                    continue;
                }
            };
            let strays =
                history.map_or(0, |history| scan.pieces.iter().filter(|piece| history.is_stray(piece)).count());
            let behind = history.is_some_and(|history| scan.own_tip() != Some(history.tip()));
            if behind || strays > 0 || !scan.damaged.is_empty() {
                trouble.needs_mending.push(which);
            }
            trouble.strays += strays;
            trouble.damaged.extend(scan.damaged.iter().map(|damaged| (which, damaged.clone())));
            trouble.quarantine.extend(scan.quarantine.iter().map(|key| (which, key.clone())));
        }
        trouble
    }

    /// What is to be shown at start.
    pub fn outcome(&self) -> Boot {
        if let Some(format) = self.newer() {
            return Boot::Newer { format };
        }
        if let Some(history) = self.choose() {
            let trouble = self.trouble(Some(&history));
            return Boot::Found(Box::new(Found { history, trouble }));
        }
        let wiped = self.wiped();
        let gone = |scan: &Scan| {
            let left = |piece: &Piece| !wiped.contains(&&piece.record.header().plan);
            let is_marked = !wiped.is_empty() && scan.damaged.is_empty() && !scan.pieces.iter().any(left);
            scan.is_empty() || is_marked
        };
        let trouble = self.trouble(None);
        if !self.each().all(|(_, scan)| gone(scan)) {
            Boot::Damaged(trouble)
        } else if trouble.unreadable.is_empty() {
            Boot::Empty
        } else {
            Boot::Unreachable(trouble)
        }
    }
}
