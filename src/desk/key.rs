//! The school's key that signs sealed files: made, kept locked in this browser, carried to another computer, lost.

use serde::{Deserialize, Serialize};

use super::give::{passphrase, phrase_fields};
use super::take::not_unlocked;
use super::wire::{Act, Body, Field, Kind, Part};
use super::{Reply, Room, Told};
use crate::hex::{hex, unhex};
use crate::json;
use crate::snapshot::sign::{Key, NoKey, Public};
use crate::text::msg;

/// The key of this browser; its secret half stays locked.
#[derive(Default)]
pub(super) struct SigningKey(Option<Kept>);

/// What the browser keeps.
#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    public: Public,
    /// The locked file in hexadecimal.
    locked: String,
}

impl SigningKey {
    /// The public half; none where there is no key.
    pub fn public(&self) -> Option<&Public> {
        self.0.as_ref().map(|kept| &kept.public)
    }

    /// Opens the key with the passphrase of a form; none where a fault was told.
    pub fn open(&self, room: &Room, told: &Told, reply: &mut Reply) -> Option<Key> {
        let locked = self.0.as_ref().and_then(|kept| unhex(&kept.locked))?;
        match Key::from_file(&locked, told.value("key-passphrase")) {
            Ok(key) => Some(key),
            Err(error) => {
                reply.fault("key-passphrase", no_key(room, error));
                None
            }
        }
    }

    pub fn tell(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        match told.split() {
            ("key-new", _) => {
                let owner = told.value("owner").trim().to_owned();
                if owner.is_empty() {
                    reply.fault("owner", msg::desk_key_owner_missing(room.lang));
                }
                let Some(phrase) = passphrase(room, told, reply).filter(|_| !owner.is_empty()) else { return };
                let key = Key::new(room.random, &owner, room.now);
                match key.to_file(&phrase) {
                    Ok(locked) => self.keep(room, key.public, &locked, reply),
                    Err(error) => reply.failed = not_unlocked(room.lang, error),
                }
            }
            ("key-file", _) => {
                if let Some((kept, bytes)) = self.0.as_ref().and_then(|kept| Some((kept, unhex(&kept.locked)?))) {
                    let name = format!("{}_{}.key.age", msg::desk_key_name(room.lang), kept.public.made.date_naive());
                    reply.said = msg::export_done(room.lang, &name);
                    reply.file(name, "application/octet-stream", bytes);
                }
            }
            ("key-public", _) => {
                if let Some(public) = self.public() {
                    let name = format!("{}_{}.pub", msg::desk_key_name(room.lang), public.made.date_naive());
                    reply.said = msg::export_done(room.lang, &name);
                    reply.file(name, "text/plain", public.to_file().into_bytes());
                }
            }
            ("key-import", _) => self.import(room, told, reply),
            ("key-forget", _) => {
                self.0 = None;
                reply.key = Some(String::new());
                reply.said = msg::desk_key_forgotten(room.lang).into();
            }
            ("key-restore", kept) => self.0 = json::read(kept).ok(),
            _ => {}
        }
    }

    fn import(&mut self, room: &Room, told: &Told, reply: &mut Reply) {
        let Some(locked) = unhex(told.value("file").trim()).filter(|bytes| !bytes.is_empty()) else {
            reply.fault("file", msg::desk_key_no_file(room.lang));
            return;
        };
        match Key::from_file(&locked, told.value("key-passphrase")) {
            Ok(key) => self.keep(room, key.public, &locked, reply),
            Err(error @ NoKey::Foreign) => reply.fault("file", no_key(room, error)),
            Err(error) => reply.fault("key-passphrase", no_key(room, error)),
        }
    }

    fn keep(&mut self, room: &Room, public: Public, locked: &[u8], reply: &mut Reply) {
        reply.said = msg::desk_key_kept(room.lang, &public.fingerprint());
        let kept = Kept { public, locked: hex(locked) };
        reply.key = Some(json::text(&kept));
        self.0 = Some(kept);
    }

    /// The key on the screen, and what can be done with it.
    pub fn part(&self, room: &Room) -> Part {
        let lang = room.lang;
        let Some(public) = self.public() else {
            let mut fields = vec![
                Field::new("owner", msg::desk_key_owner(lang), Kind::Text)
                    .hint(msg::desk_key_owner_hint(lang))
                    .required(),
            ];
            fields.extend(phrase_fields(lang, true));
            let import = vec![
                Field::new("file", msg::desk_key_choose(lang), Kind::Bytes).required(),
                Field::new("key-passphrase", msg::desk_passphrase(lang), Kind::Secret).required(),
            ];
            let body = Body::Prose(vec![msg::desk_key_none(lang).to_owned(), msg::desk_key_lost(lang).to_owned()]);
            return Part::new("key", msg::desk_key_title(lang), body).acts(vec![
                Act::new("key-new", msg::desk_key_new(lang), "key-new").asking(msg::desk_key_new_lead(lang), fields),
                Act::new("key-import", msg::desk_key_import(lang), "key-import").asking("", import),
            ]);
        };
        let facts = vec![
            (msg::desk_key_owner(lang).to_owned(), public.owner.clone()),
            (msg::desk_key_fingerprint(lang).to_owned(), public.fingerprint()),
            (msg::desk_key_public(lang).to_owned(), public.key.clone()),
            (msg::desk_key_made(lang).to_owned(), room.time(public.made)),
        ];
        Part::new("key", msg::desk_key_title(lang), Body::Facts(facts)).note(msg::desk_key_lost(lang)).acts(vec![
            Act::new("key-file", msg::desk_key_save(lang), "key-file"),
            Act::new("key-public", msg::desk_key_save_public(lang), "key-public"),
            Act::new("key-forget", msg::desk_key_forget(lang), "key-forget")
                .asking(msg::desk_key_forget_lead(lang), Vec::new()),
        ])
    }
}

fn no_key(room: &Room, error: NoKey) -> String {
    match error {
        NoKey::Locked(error) => not_unlocked(room.lang, error),
        NoKey::Foreign => msg::desk_key_foreign(room.lang).to_owned(),
    }
}
