//! Pseudonyms: equal values get equal ones within an export, and nothing in common with those of another export.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::super::lineage::Stamp;
use crate::domain::{Email, Person, PersonName, Phone, School};
use crate::json;

/// The name that the key file carries under `format`.
pub const KEY_FORMAT: &str = "sferum-planner-redaction-key";

/// Phones that nobody has: +7 (000) and seven digits.
const PHONES: u64 = 10_000_000;
/// Longest word of the planner's own that leaves as it is: `cell:12:class-teacher`.
const WORD: usize = 64;

/// Gives pseudonyms and remembers them for the key.
pub struct Pseudonyms {
    secret: [u8; 32],
    taken: BTreeSet<String>,
    ids: BTreeMap<Uuid, Uuid>,
    names: BTreeMap<String, PersonName>,
    texts: BTreeMap<String, String>,
    phones: BTreeMap<Phone, Phone>,
    emails: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Key<'a> {
    format: &'static str,
    schema: u32,
    export: Uuid,
    at: chrono::DateTime<chrono::Utc>,
    ids: BTreeMap<Uuid, Uuid>,
    names: BTreeMap<String, &'a str>,
    texts: BTreeMap<&'a str, &'a str>,
    phones: BTreeMap<String, String>,
    emails: BTreeMap<&'a str, &'a str>,
}

/// An identity that only the holder of the secret can lead back.
pub fn identity(secret: &[u8; 32], domain: &[u8], value: &[u8]) -> Uuid {
    let hash = hash(secret, domain, value);
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

fn hash(secret: &[u8; 32], domain: &[u8], value: &[u8]) -> [u8; 32] {
    // The secret has a fixed length and the outcome is cut, so that no outcome helps to make another one.
    Sha256::new().chain_update(secret).chain_update(domain).chain_update([0]).chain_update(value).finalize().into()
}

fn mark(secret: &[u8; 32], domain: &[u8], value: &[u8]) -> String {
    identity(secret, domain, value).simple().to_string().chars().take(10).collect()
}

impl Pseudonyms {
    /// Pseudonyms for a school; its own phones are never given.
    pub fn new(secret: [u8; 32], school: &School) -> Self {
        let phones = school.people().values().filter_map(|row| row.phone);
        let office = school.organisation().values().filter_map(|row| row.phone);
        let taken = phones.chain(office).map(Phone::compact).collect();
        Self {
            secret,
            taken,
            ids: BTreeMap::new(),
            names: BTreeMap::new(),
            texts: BTreeMap::new(),
            phones: BTreeMap::new(),
            emails: BTreeMap::new(),
        }
    }

    /// The identity of a record; nil stays nil.
    pub fn id<T: Copy + From<Uuid> + Into<Uuid>>(&mut self, id: T) -> T {
        let old: Uuid = id.into();
        if old.is_nil() {
            return id;
        }
        let new = identity(&self.secret, b"id", old.as_bytes());
        self.ids.insert(new, old);
        T::from(new)
    }

    /// A name; namesakes stay namesakes, and a missing patronymic stays missing.
    pub fn name(&mut self, person: &Person) -> PersonName {
        let text = person.name.to_string();
        if let Some(known) = self.names.get(&text) {
            return known.clone();
        }
        // Spellings with ё and е meet in one key, and so in one pseudonym.
        let mark = mark(&self.secret, b"name", person.name.key().as_bytes());
        let patronymic = if person.name.patronymic().is_some() { "Patronymic" } else { "" };
        let Ok(name) = PersonName::new(&format!("N{mark}"), "Given", patronymic) else { return person.name.clone() };
        self.names.insert(text, name.clone());
        name
    }

    /// A text that a person typed; nothing stays nothing.
    pub fn text(&mut self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let mark = format!("T{}", mark(&self.secret, b"text", text.as_bytes()));
        self.texts.entry(text.to_owned()).or_insert(mark).clone()
    }

    /// A word of the planner's own; anything else is a text.
    pub fn word(&mut self, text: &str) -> String {
        let is_word = text.len() <= WORD && text.chars().all(|c| c.is_ascii_alphanumeric() || "-:.".contains(c));
        // Digits in a row could be a phone or a number of a file.
        if is_word && !has_number(text) { text.to_owned() } else { self.text(text) }
    }

    /// A phone.
    pub fn phone(&mut self, phone: Option<Phone>) -> Option<Phone> {
        let old = phone?;
        if let Some(known) = self.phones.get(&old) {
            return Some(*known);
        }
        let hash = hash(&self.secret, b"phone", old.compact().as_bytes());
        let start = hash.iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        let free = (0..PHONES).map(|step| format!("+7000{:07}", start.wrapping_add(step) % PHONES));
        let new = free.into_iter().find(|text| !self.taken.contains(text))?;
        let phone: Phone = new.parse().ok()?;
        self.taken.insert(new);
        self.phones.insert(old, phone);
        Some(phone)
    }

    /// An e-mail address, under a domain that nobody has (RFC 2606).
    pub fn email(&mut self, email: Option<&Email>) -> Option<Email> {
        let old = email?.as_str();
        let new = format!("m{}@example.invalid", mark(&self.secret, b"mail", old.as_bytes()));
        let text = self.emails.entry(old.to_owned()).or_insert(new);
        text.parse().ok()
    }

    /// The file that leads back from the pseudonyms of an export.
    pub fn into_key(self, stamp: &Stamp) -> Vec<u8> {
        let swapped = |map: &'_ BTreeMap<Phone, Phone>| -> BTreeMap<String, String> {
            map.iter().map(|(old, new)| (new.compact(), old.compact())).collect()
        };
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for (old, new) in &self.names {
            names.entry(new.to_string()).or_insert(old);
        }
        let key = Key {
            format: KEY_FORMAT,
            schema: 1,
            export: stamp.id,
            at: stamp.at,
            ids: self.ids.clone(),
            names,
            texts: self.texts.iter().map(|(old, new)| (new.as_str(), old.as_str())).collect(),
            phones: swapped(&self.phones),
            emails: self.emails.iter().map(|(old, new)| (new.as_str(), old.as_str())).collect(),
        };
        let mut out = json::lines(&key, 0);
        out.push(b'\n');
        out
    }
}

/// Whether a text holds four digits in a row or more.
fn has_number(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 3)
}
