//! A place whose texts stand encrypted while the lock is on. The protocol above it does not know.
//!
//! `SP2 locked <length> <seal>⏎<units>`: to a version without a lock it is a later format, so that it writes nothing.
//! Each text is bound to its key of the storage. A text that does not open is given behind a mark, so that it is damage
//! to the protocol and is kept aside. One that stands plainly is read plainly: turning the lock on may have been cut
//! short.

use std::cell::RefCell;
use std::rc::Rc;

use super::key::{self, LOCK};
use super::lock::{Key, NONCE};
use super::pack::{MAX_BYTES, from_units, to_units};
use super::place::{Batch, PlaceError, Store};
use super::quarantine;
use super::record::{FORMAT, sealed};

/// The format of an encrypted text.
const LOCKED: u32 = FORMAT + 1;

/// Stands before a text that the key does not open: no record begins so.
const DAMAGED: char = '\u{fffd}';

/// Gives a fresh nonce.
pub type Nonces = Rc<dyn Fn() -> [u8; NONCE]>;

/// A place, behind the lock where there is one.
#[derive(Clone)]
pub struct Locked<S> {
    place: S,
    nonces: Nonces,
    inner: Rc<RefCell<Inner>>,
}

#[derive(Default)]
struct Inner {
    key: Option<Key>,
    /// The record of the lock as it stands in this place. Every write expects it, so that no tab writes plainly beside
    /// a lock, or behind a lock that is gone.
    record: Option<String>,
}

impl<S: Store> Locked<S> {
    /// Puts a place behind a lock that is not there yet.
    pub fn new(place: S, nonces: Nonces) -> Self {
        Self { place, nonces, inner: Rc::default() }
    }

    /// Whether texts are encrypted.
    pub fn is_on(&self) -> bool {
        self.inner.borrow().key.is_some()
    }

    /// Looks at the record of the lock; from now on writes expect it.
    pub async fn look(&self) -> Result<Option<String>, PlaceError> {
        let record = self.place.get(LOCK).await?;
        self.inner.borrow_mut().record.clone_from(&record);
        Ok(record)
    }

    /// From now on texts are read and written with this key.
    pub fn unlock(&self, key: Key) {
        self.inner.borrow_mut().key = Some(key);
    }

    /// Stores another record of the lock, and does nothing where somebody else did meanwhile.
    pub async fn put_record(&self, text: &str) -> Result<(), PlaceError> {
        let record = self.inner.borrow().record.clone();
        self.place.write(&Batch::new().expect(LOCK, record.as_deref()).put(LOCK, text)).await?;
        if self.place.get(LOCK).await?.as_deref() != Some(text) {
            return Err(PlaceError::Lost);
        }
        self.inner.borrow_mut().record = Some(text.to_owned());
        Ok(())
    }

    /// Encrypts what still stands plainly.
    pub async fn encrypt_all(&self) -> Result<(), PlaceError> {
        let Some(key) = self.inner.borrow().key.clone() else { return Ok(()) };
        let change = |batch: Batch, at: &str, text: &str| batch.put(at, self.encrypted(&key, at, text));
        self.rewrite(|_, text| !is_locked(text), change).await
    }

    /// Decrypts everything, then removes the record of the lock; from now on texts stand plainly. What the key does not
    /// open is damage that nobody could open later, and is put aside; what lies there already stays.
    pub async fn decrypt_all(&self) -> Result<(), PlaceError> {
        let Some(key) = self.inner.borrow().key.clone() else { return Ok(()) };
        let goes = |batch: Batch, at: &str, text: &str| match decrypted(&key, at, text) {
            Some(plain) => batch.put(at, plain),
            None => batch.put(quarantine::key_of(at, text), text).remove(at),
        };
        let is_meant = |at: &str, text: &str| {
            is_locked(text) && (!at.starts_with(key::QUARANTINE) || decrypted(&key, at, text).is_some())
        };
        self.rewrite(is_meant, goes).await?;
        self.drop_record().await
    }

    /// Removes the record of the lock and forgets the key.
    pub async fn drop_record(&self) -> Result<(), PlaceError> {
        self.place.write(&Batch::new().remove(LOCK)).await?;
        if self.place.get(LOCK).await?.is_some() {
            return Err(PlaceError::Lost);
        }
        *self.inner.borrow_mut() = Inner::default();
        Ok(())
    }

    /// Changes every text that is to change, if nothing was changed meanwhile. Looks afterwards whether the place did it.
    async fn rewrite(
        &self,
        is_meant: impl Fn(&str, &str) -> bool,
        change: impl Fn(Batch, &str, &str) -> Batch,
    ) -> Result<(), PlaceError> {
        let record = self.inner.borrow().record.clone();
        let meant = async || -> Result<Vec<(String, String)>, PlaceError> {
            let mut entries = self.place.entries().await?;
            entries.retain(|(at, text)| at != LOCK && is_meant(at, text));
            Ok(entries)
        };
        let entries = meant().await?;
        if entries.is_empty() {
            return Ok(());
        }
        let batch = entries.iter().fold(Batch::new().expect(LOCK, record.as_deref()), |batch, (at, text)| {
            change(batch.expect(at, Some(text)), at, text)
        });
        self.place.write(&batch).await?;
        if meant().await?.is_empty() { Ok(()) } else { Err(PlaceError::Lost) }
    }

    fn encrypted(&self, key: &Key, at: &str, text: &str) -> String {
        // As UTF-16, because a packed text takes three bytes of UTF-8 for two of these.
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let body = key.encrypt((self.nonces)(), at, &bytes);
        let (mut out, _) = sealed(&format!("SP{LOCKED} locked {}", body.len()));
        out.push('\n');
        out.push_str(&to_units(&body));
        out
    }

    /// What the protocol sees of a stored text.
    fn shown(&self, at: &str, text: String) -> String {
        match &self.inner.borrow().key {
            Some(key) if is_locked(&text) => decrypted(key, at, &text).unwrap_or_else(|| format!("{DAMAGED}{text}")),
            _ => text,
        }
    }
}

/// Whether a text stands encrypted.
pub fn is_locked(text: &str) -> bool {
    parts(text).is_some()
}

fn parts(text: &str) -> Option<(usize, &str)> {
    let (header, body) = text.split_once('\n')?;
    let mut fields = header.split(' ');
    if fields.next()?.strip_prefix("SP")?.parse() != Ok(LOCKED) || fields.next() != Some("locked") {
        return None;
    }
    let length = fields.next()?.parse().ok().filter(|length| *length <= MAX_BYTES)?;
    Some((length, body))
}

fn decrypted(key: &Key, at: &str, text: &str) -> Option<String> {
    let (length, body) = parts(text)?;
    let bytes = key.decrypt(at, &from_units(body, length).ok()?)?;
    let units = bytes.as_chunks::<2>().0.iter().copied().map(u16::from_le_bytes);
    char::decode_utf16(units).collect::<Result<_, _>>().ok()
}

impl<S: Store> Store for Locked<S> {
    async fn get(&self, key: &str) -> Result<Option<String>, PlaceError> {
        Ok(self.place.get(key).await?.map(|text| self.shown(key, text)))
    }

    async fn keys(&self) -> Result<Vec<String>, PlaceError> {
        self.place.keys().await
    }

    async fn entries(&self) -> Result<Vec<(String, String)>, PlaceError> {
        let entries = self.place.entries().await?.into_iter();
        Ok(entries
            .map(|(key, text)| {
                let text = self.shown(&key, text);
                (key, text)
            })
            .collect())
    }

    async fn write(&self, batch: &Batch) -> Result<(), PlaceError> {
        let (key, record) = {
            let inner = self.inner.borrow();
            (inner.key.clone(), inner.record.clone())
        };
        let mut out = Batch::new().expect(LOCK, record.as_deref());
        for (at, expected) in &batch.expected {
            let expected = match (&key, expected) {
                // One text has many encrypted forms: what is expected is the one that stands there.
                (Some(_), Some(expected)) => {
                    let stored = self.place.get(at).await?;
                    if stored.clone().map(|text| self.shown(at, text)).as_ref() != Some(expected) {
                        return Err(PlaceError::Changed);
                    }
                    stored
                }
                _ => expected.clone(),
            };
            out.expected.push((at.clone(), expected));
        }
        for (at, text) in &batch.writes {
            let text = match (&key, text) {
                (Some(key), Some(text)) => Some(self.encrypted(key, at, text)),
                _ => text.clone(),
            };
            out.writes.push((at.clone(), text));
        }
        self.place.write(&out).await
    }
}

#[cfg(test)]
mod tests {
    use super::super::acceptance;
    use super::super::memory::MemoryStore;
    use super::super::testing::{block_on, nonces};
    use super::*;

    const AT: &str = "sferum-planner/plan/head";

    fn locked(memory: &MemoryStore, key: u8) -> Locked<MemoryStore> {
        let place = Locked::new(memory.clone(), nonces());
        place.unlock(Key::new([key; 32]));
        place
    }

    #[test]
    fn it_keeps_the_promises_of_a_place() {
        let memory = MemoryStore::default();
        assert_eq!(block_on(acceptance::run(&Locked::new(memory.clone(), nonces()))), Ok(()));
        assert_eq!(block_on(acceptance::run(&locked(&memory, 1))), Ok(()));
    }

    #[test]
    fn nothing_of_a_text_stands_in_the_place() {
        let memory = MemoryStore::default();
        let place = locked(&memory, 1);
        block_on(place.write(&Batch::new().put(AT, "Кукушкинд-7Q"))).unwrap();
        let (_, stored) = memory.all().remove(0);
        assert!(is_locked(&stored) && !stored.contains("Кукушкинд") && !stored.contains("7Q"), "{stored}");
        assert_eq!(block_on(place.get(AT)).unwrap().as_deref(), Some("Кукушкинд-7Q"));
        // Twice the same text is twice another one.
        block_on(place.write(&Batch::new().put(AT, "Кукушкинд-7Q"))).unwrap();
        assert_ne!(memory.all().remove(0).1, stored);
    }

    #[test]
    fn another_key_or_place_opens_nothing() {
        let memory = MemoryStore::default();
        block_on(locked(&memory, 1).write(&Batch::new().put(AT, "текст"))).unwrap();
        let (_, stored) = memory.all().remove(0);
        let damaged = Some(format!("{DAMAGED}{stored}"));
        assert_eq!(block_on(locked(&memory, 2).get(AT)).unwrap(), damaged);
        memory.set("sferum-planner/plan/base-a", Some(&stored));
        assert_eq!(block_on(locked(&memory, 1).get("sferum-planner/plan/base-a")).unwrap(), damaged);
        // To a version without a lock it is a later format.
        assert_eq!(
            super::super::record::HeadText::parse(&stored),
            Err(super::super::record::Unreadable::Newer(LOCKED))
        );
    }

    #[test]
    fn every_damage_is_seen_as_damage() {
        let memory = MemoryStore::default();
        let place = locked(&memory, 1);
        block_on(place.write(&Batch::new().put(AT, "текст"))).unwrap();
        let stored: Vec<char> = memory.all().remove(0).1.chars().collect();
        // The seal of the header is for other versions: the key decides here.
        let body = stored.iter().position(|c| *c == '\n').unwrap();
        for at in body + 1..stored.len() - 1 {
            let mut other = stored.clone();
            other[at] = if other[at] == '\u{3400}' { '\u{3401}' } else { '\u{3400}' };
            let other: String = other.into_iter().collect();
            memory.set(AT, Some(&other));
            assert_eq!(block_on(place.get(AT)).unwrap(), Some(format!("{DAMAGED}{other}")), "{at}");
        }
    }

    #[test]
    fn nobody_writes_beside_a_lock_or_behind_one_that_is_gone() {
        let memory = MemoryStore::default();
        let plain = Locked::new(memory.clone(), nonces());
        assert_eq!(block_on(plain.look()), Ok(None));
        memory.set(LOCK, Some("a lock"));
        assert_eq!(block_on(plain.write(&Batch::new().put(AT, "plain"))), Err(PlaceError::Changed));
        let own = locked(&memory, 1);
        assert_eq!(block_on(own.look()), Ok(Some("a lock".to_owned())));
        memory.set(LOCK, None);
        assert_eq!(block_on(own.write(&Batch::new().put(AT, "secret"))), Err(PlaceError::Changed));
        assert_eq!(memory.all(), []);
    }

    #[test]
    fn a_locked_text_is_little_longer() {
        let memory = MemoryStore::default();
        let text = "\u{3400}".repeat(100_000);
        block_on(locked(&memory, 1).write(&Batch::new().put(AT, &text))).unwrap();
        let units = memory.all().remove(0).1.encode_utf16().count();
        assert!(units < 107_000, "{units}");
    }
}
