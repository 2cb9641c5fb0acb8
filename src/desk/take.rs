//! A file comes to the desk: unpacked, unlocked, read; a signature or a key goes where it belongs.

use serde::{Deserialize, Serialize};

use super::{Desk, Held, Reply, Room, Told, Way};
use crate::json;
use crate::snapshot::gzip::{gunzip, is_gzip};
use crate::snapshot::lock::{NotUnlocked, is_locked, unlock};
use crate::snapshot::{Decision, LIMIT, Spot, Unreadable, read, sha256};
use crate::text::{self, Lang, msg};

/// What is kept of a desk through a reload, beside the text of the file.
#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    sha256: String,
    is_merge: bool,
    decisions: Vec<(Spot, Decision)>,
    accepted: Vec<String>,
}

impl Desk {
    /// Takes a file.
    pub(super) fn take(&mut self, room: &Room, name: &str, bytes: &[u8], reply: &mut Reply) {
        if name.ends_with(".minisig") {
            self.take_signature(String::from_utf8_lossy(bytes).into_owned());
            return;
        }
        if room.query.get("tab") == "archive" {
            self.verify(room, name, bytes);
            return;
        }
        let is_second = room.query.get("tab") == "compare" && self.held.is_some();
        if !is_second {
            self.clear(reply);
        }
        if is_locked(bytes) {
            self.locked = Some((name.to_owned(), bytes.to_vec()));
            return;
        }
        self.open(room, name, bytes, sha256(bytes), is_second, reply);
    }

    /// Opens the file that waits for its passphrase.
    pub(super) fn unlock(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        let Some((name, bytes)) = self.locked.clone() else { return };
        match unlock(&bytes, told.value("passphrase")) {
            Ok(inside) => {
                self.locked = None;
                let is_second = room.query.get("tab") == "compare" && self.held.is_some();
                self.open(room, &name, &inside, sha256(&bytes), is_second, reply);
            }
            Err(error @ NotUnlocked::Passphrase) => reply.fault("passphrase", not_unlocked(room.lang, error)),
            Err(error) => {
                self.locked = None;
                self.refused = Some((name, not_unlocked(room.lang, error)));
            }
        }
    }

    fn open(&mut self, room: &Room, name: &str, bytes: &[u8], sha256: String, is_second: bool, reply: &mut Reply) {
        let unpacked;
        let bytes = if is_gzip(bytes) {
            match gunzip(bytes, LIMIT) {
                Ok(out) => {
                    unpacked = out;
                    &unpacked
                }
                Err(_) => {
                    self.refused = Some((name.to_owned(), msg::desk_not_gzip(room.lang).to_owned()));
                    return;
                }
            }
        } else {
            bytes
        };
        let name = name.to_owned();
        let held = |opened, is_altered| Held { name: name.clone(), bytes: bytes.to_vec(), sha256, opened, is_altered };
        match read(bytes) {
            Ok(opened) => self.put(held(opened, false), is_second, reply),
            Err(Unreadable::Dangling(opened)) => self.put(held(*opened, false), is_second, reply),
            Err(error) => {
                let why = text::snapshot::unreadable(room.lang, &error);
                if let Unreadable::Altered(opened) = error {
                    self.altered = Some(held(*opened, true));
                }
                self.refused = Some((name, why));
            }
        }
    }

    fn put(&mut self, held: Held, is_second: bool, reply: &mut Reply) {
        self.refused = None;
        if is_second {
            self.second = Some(held);
            return;
        }
        reply.kept_file = Some(held.bytes.clone());
        reply.has_kept_file = true;
        self.held = Some(held);
        self.way = Way::default();
        reply.keep = Some(self.state());
    }

    /// Looks at an altered file by the person's own choice.
    pub(super) fn look_altered(&mut self) {
        self.held = self.altered.take();
        self.refused = None;
        self.way = Way::default();
    }

    /// What is to be kept of the desk; empty where nothing lies on it.
    pub(super) fn state(&self) -> String {
        let Some(held) = self.held.as_ref().filter(|held| !held.is_altered) else { return String::new() };
        let mut kept = Kept {
            name: held.name.clone(),
            sha256: held.sha256.clone(),
            is_merge: false,
            decisions: Vec::new(),
            accepted: Vec::new(),
        };
        match &self.way {
            Way::Proposed => {}
            Way::Merged(merge) => {
                kept.is_merge = true;
                kept.decisions = merge.decisions().to_vec();
            }
            Way::ByLine(accepted) => kept.accepted = accepted.iter().cloned().collect(),
        }
        json::text(&kept)
    }

    /// Lays back what lay on the desk before the page was loaded anew; what does not fit any more is left out.
    pub(super) fn restore(&mut self, room: &Room, state: &str, bytes: &[u8]) {
        let Ok(kept) = json::read::<Kept>(state) else { return };
        let mut unused = Reply::default();
        self.open(room, &kept.name, bytes, kept.sha256, false, &mut unused);
        let Some(held) = &self.held else { return };
        if kept.is_merge {
            let Some(mut merge) = self.begin_merge(held) else { return };
            for (spot, decision) in kept.decisions {
                // A question that is gone needs no answer.
                let _ = merge.decide(spot, decision);
            }
            self.way = Way::Merged(Box::new(merge));
        } else if !kept.accepted.is_empty() {
            self.way = Way::ByLine(kept.accepted.into_iter().collect());
        }
    }
}

/// Why a locked file does not open, and what to do.
pub(super) fn not_unlocked(lang: Lang, error: NotUnlocked) -> String {
    match error {
        NotUnlocked::Passphrase => msg::desk_unlock_phrase(lang).to_owned(),
        NotUnlocked::Damaged => msg::desk_unlock_damaged(lang).to_owned(),
        NotUnlocked::TooMuchWork { .. } => msg::desk_unlock_work(lang).to_owned(),
        NotUnlocked::ForKey => msg::desk_unlock_for_key(lang).to_owned(),
        NotUnlocked::Later => msg::desk_unlock_later(lang).to_owned(),
        NotUnlocked::TooBig(_) => msg::desk_unlock_big(lang).to_owned(),
    }
}
