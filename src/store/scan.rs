//! Reads one copy: what is sound, what is damaged. Writes nothing.

use super::key;
use super::pack::Digest;
use super::place::{PlaceError, Store};
use super::record::{Head, HeadText, Kind, Record, Slot, Token, Unreadable};

/// What one copy holds.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    /// The head.
    pub head: HeadState,
    /// The text under the head's key, whatever it is.
    pub head_text: Option<String>,
    /// Sound bases and lines, in the order of their keys.
    pub pieces: Vec<Piece>,
    /// What is ours but cannot be read.
    pub damaged: Vec<Damaged>,
    /// The keys of what was put aside earlier.
    pub quarantine: Vec<String>,
    /// Every key of the plan.
    pub plan_keys: Vec<String>,
}

/// What the head's key holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum HeadState {
    /// Nothing.
    #[default]
    Absent,
    /// A head.
    Sound(Head),
    /// The mark of a deletion under way.
    Wiped(Token),
    /// Something unreadable.
    Damaged,
    /// The head of a later version.
    Newer(u32),
}

/// A sound record with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub key: String,
    /// The record.
    pub record: Record,
    /// Its bytes, checked.
    pub bytes: Vec<u8>,
}

/// Something of ours that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// Where it stands.
    pub key: String,
    /// Its text, verbatim.
    pub text: String,
    /// Why it is no record.
    pub why: Unreadable,
}

/// The end of a chain of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tip {
    /// The epoch of the last record.
    pub epoch: u64,
    /// The revision.
    pub revision: u64,
    /// What the next line links to.
    pub seal: Digest,
}

impl Piece {
    /// Whether it is a base.
    pub fn is_base(&self) -> bool {
        self.record.header().kind == Kind::Base
    }

    /// Its revision.
    pub fn revision(&self) -> u64 {
        self.record.header().revision
    }

    /// The end of a chain that ends here.
    pub fn tip(&self) -> Tip {
        let header = self.record.header();
        Tip { epoch: header.epoch, revision: header.revision, seal: self.record.tip() }
    }

    /// Whether this line comes right after `tip`.
    pub fn follows(&self, plan: &Token, tip: Tip) -> bool {
        let header = self.record.header();
        header.kind == Kind::Line
            && header.plan == *plan
            && header.link == Some(tip.seal)
            && tip.revision.checked_add(1) == Some(header.revision)
    }
}

impl Scan {
    /// Reads everything of ours in `store`.
    pub async fn read(store: &impl Store) -> Result<Self, PlaceError> {
        Ok(Self::of(store.entries().await?))
    }

    /// Sorts what a copy holds.
    pub fn of(entries: Vec<(String, String)>) -> Self {
        let mut scan = Self::default();
        for (key, text) in entries {
            if key.starts_with(key::QUARANTINE) {
                scan.quarantine.push(key);
            } else if key.starts_with(key::PLAN) {
                scan.plan_keys.push(key.clone());
                scan.sort(key, text);
            }
        }
        scan
    }

    fn sort(&mut self, key: String, text: String) {
        if key == key::HEAD {
            self.head_text = Some(text.clone());
            self.head = match HeadText::parse(&text) {
                Ok(HeadText::Head(head)) => HeadState::Sound(head),
                Ok(HeadText::Wiped(plan)) => HeadState::Wiped(plan),
                Err(Unreadable::Newer(format)) => HeadState::Newer(format),
                Err(why) => {
                    self.damaged.push(Damaged { key, text, why });
                    HeadState::Damaged
                }
            };
            return;
        }
        match piece(&key, &text) {
            Ok(piece) => self.pieces.push(piece),
            Err(why) => self.damaged.push(Damaged { key, text, why }),
        }
    }

    /// The head, where it is sound.
    pub fn sound_head(&self) -> Option<&Head> {
        match &self.head {
            HeadState::Sound(head) => Some(head),
            _ => None,
        }
    }

    /// Whether there is no trace of a plan.
    pub fn is_empty(&self) -> bool {
        self.plan_keys.is_empty() && self.quarantine.is_empty()
    }

    /// The base the head names, where both are sound and belong together.
    pub fn active_base(&self) -> Option<&Piece> {
        let head = self.sound_head()?;
        self.pieces.iter().find(|piece| piece.key == key::base(head.slot) && piece.record.seal() == head.base)
    }

    /// How far this copy alone goes.
    pub fn own_tip(&self) -> Option<Tip> {
        let base = self.active_base()?;
        let plan = &base.record.header().plan;
        let mut tip = base.tip();
        for piece in &self.pieces {
            if piece.follows(plan, tip) {
                tip = piece.tip();
            }
        }
        Some(tip)
    }
}

fn piece(key: &str, text: &str) -> Result<Piece, Unreadable> {
    let record = Record::parse(text)?;
    let header = record.header();
    let fits = match header.kind {
        Kind::Base => Slot::BOTH.iter().any(|slot| key == key::base(*slot)),
        Kind::Line => key::revision(key) == Some(header.revision) && header.link.is_some(),
    };
    if !fits {
        return Err(Unreadable::NotARecord);
    }
    let bytes = record.bytes()?;
    Ok(Piece { key: key.to_owned(), record, bytes })
}
