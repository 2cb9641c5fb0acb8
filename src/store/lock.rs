//! The lock of a shared computer: the plan's key, and the two ways to it.
//!
//! `SP1 lock <changed> <memory> <passes> <minutes> <salt> <wrapped> <salt> <wrapped> <seal>`
//!
//! Everything of the plan stands in the storage under one random key. That key is kept twice, under what a slow function
//! makes of the passphrase and of the code on the recovery sheet, so that either can be changed without writing the plan
//! anew. It keeps a reader of the disk out; it does not prove that nobody wrote there.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::record::{FORMAT, Unreadable, field, sealed, unsealed};
use crate::hex::{hex, unhex};

/// Bytes of a nonce. Random ones never meet by chance: there are 192 bits.
pub const NONCE: usize = 24;
/// Bytes of a salt.
pub const SALT: usize = 16;
/// Digits of the code on the recovery sheet: 99 bits. Digits are the same on every keyboard.
pub const CODE_DIGITS: usize = 30;
/// The least number of characters of a passphrase (NIST SP 800-63B, 5.1.1.1).
pub const SHORTEST: usize = 8;
/// Minutes without a touch after which the page locks itself, in the order they are offered.
pub const MINUTES: [u32; 5] = [5, 10, 15, 30, 60];

/// A key of 256 bits. Never shown, not even in an error.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// The key of these bits.
    #[must_use]
    pub const fn new(bits: [u8; 32]) -> Self {
        Self(bits)
    }

    /// The key of bytes that travelled; none where there are not 32.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Its bytes, to travel from the worker to the page.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Encrypts and authenticates; `context` says what it is and must be the same to open it. The nonce comes first.
    #[must_use]
    pub fn encrypt(&self, nonce: [u8; NONCE], context: &str, bytes: &[u8]) -> Vec<u8> {
        let payload = Payload { msg: bytes, aad: context.as_bytes() };
        let mut out = nonce.to_vec();
        // It fails beyond 256 GB only.
        out.extend(self.cipher().encrypt(XNonce::from_slice(&nonce), payload).unwrap_or_default());
        out
    }

    /// Opens what [`Key::encrypt`] gave; none where it is another key, another context, or damage.
    #[must_use]
    pub fn decrypt(&self, context: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let (nonce, body) = bytes.split_at_checked(NONCE)?;
        let payload = Payload { msg: body, aad: context.as_bytes() };
        self.cipher().decrypt(XNonce::from_slice(nonce), payload).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// What one guess at a passphrase costs: Argon2id with one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
// INVARIANT: not below what OWASP asks for, and not above what any computer does in seconds.
pub struct Cost {
    memory: u32,
    passes: u32,
}

impl Cost {
    /// 19 MiB, two passes: OWASP Password Storage Cheat Sheet, as of 2026.
    pub const USUAL: Self = Self { memory: 19 * 1024, passes: 2 };

    /// A cost, checked: a hostile record must neither take the memory of the computer nor make guessing cheap.
    ///
    /// # Errors
    /// [`Unreadable::TooLarge`] above 256 MiB or 16 passes, [`Unreadable::Field`] below [`Cost::USUAL`].
    pub const fn new(memory: u32, passes: u32) -> Result<Self, Unreadable> {
        if memory > 256 * 1024 || passes > 16 {
            Err(Unreadable::TooLarge)
        } else if memory < Self::USUAL.memory || passes < Self::USUAL.passes {
            Err(Unreadable::Field)
        } else {
            Ok(Self { memory, passes })
        }
    }

    /// Kibibytes of memory, and passes over it.
    #[must_use]
    pub const fn parts(self) -> (u32, u32) {
        (self.memory, self.passes)
    }

    /// Makes a key of a secret; slow on purpose, and meant for the worker. None where the memory is not there.
    #[must_use]
    pub fn derive(self, secret: &str, salt: &[u8; SALT]) -> Option<Key> {
        let params = Params::new(self.memory, self.passes, 1, Some(32)).ok()?;
        let mut key = [0; 32];
        let function = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        function.hash_password_into(secret.as_bytes(), salt, &mut key).ok()?;
        Some(Key(key))
    }
}

/// One of the two ways to the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// What a person types each time.
    Passphrase,
    /// The digits on the recovery sheet.
    Code,
}

impl By {
    const fn context(self) -> &'static str {
        match self {
            Self::Passphrase => "sferum-planner/lock passphrase",
            Self::Code => "sferum-planner/lock code",
        }
    }
}

/// The key, wrapped for one of the ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrap {
    salt: [u8; SALT],
    wrapped: Vec<u8>,
}

impl Wrap {
    /// Wraps the plan's `key` under what [`Cost::derive`] made of a secret and `salt`.
    #[must_use]
    pub fn new(by: By, key: &Key, derived: &Key, salt: [u8; SALT], nonce: [u8; NONCE]) -> Self {
        Self { salt, wrapped: derived.encrypt(nonce, by.context(), &key.0) }
    }
}

/// The record of the lock; holds nothing that opens the plan by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// How often it was changed: of the two copies the higher one is in force.
    pub changed: u64,
    /// What a guess costs.
    pub cost: Cost,
    /// Minutes without a touch after which the page locks itself.
    pub minutes: u32,
    passphrase: Wrap,
    code: Wrap,
}

impl Lock {
    /// A new lock.
    #[must_use]
    pub const fn new(cost: Cost, minutes: u32, passphrase: Wrap, code: Wrap) -> Self {
        Self { changed: 0, cost, minutes, passphrase, code }
    }

    /// The same lock with another way to the key.
    #[must_use]
    pub fn with(&self, by: By, wrap: Wrap) -> Self {
        let mut next = Self { changed: self.changed + 1, ..self.clone() };
        match by {
            By::Passphrase => next.passphrase = wrap,
            By::Code => next.code = wrap,
        }
        next
    }

    /// The same lock with another time.
    #[must_use]
    pub fn after(&self, minutes: u32) -> Self {
        Self { changed: self.changed + 1, minutes, ..self.clone() }
    }

    /// The salt of a way.
    #[must_use]
    pub const fn salt(&self, by: By) -> [u8; SALT] {
        self.wrap(by).salt
    }

    /// The plan's key; none where `derived` was made of another secret.
    #[must_use]
    pub fn open(&self, by: By, derived: &Key) -> Option<Key> {
        derived.decrypt(by.context(), &self.wrap(by).wrapped).as_deref().and_then(Key::from_bytes)
    }

    const fn wrap(&self, by: By) -> &Wrap {
        match by {
            By::Passphrase => &self.passphrase,
            By::Code => &self.code,
        }
    }

    /// The sealed text.
    #[must_use]
    pub fn text(&self) -> String {
        let (memory, passes) = self.cost.parts();
        let way = |wrap: &Wrap| format!("{} {}", hex(&wrap.salt), hex(&wrap.wrapped));
        let ways = format!("{} {}", way(&self.passphrase), way(&self.code));
        sealed(&format!("SP{FORMAT} lock {} {memory} {passes} {} {ways}", self.changed, self.minutes)).0
    }

    /// Reads a stored text.
    ///
    /// # Errors
    /// Damage, a later format, or a cost out of bounds ([`Cost::new`]).
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let (header, _, body) = unsealed(text)?;
        let mut fields = header.split(' ').skip(1);
        if fields.next() != Some("lock") || body.is_some() {
            return Err(Unreadable::NotARecord);
        }
        let changed = field(&mut fields)?;
        let cost = Cost::new(field(&mut fields)?, field(&mut fields)?)?;
        let minutes = field(&mut fields)?;
        let mut wrap = || -> Result<Wrap, Unreadable> {
            let mut bytes = || fields.next().and_then(unhex).ok_or(Unreadable::Field);
            let salt = bytes()?.try_into().map_err(|_| Unreadable::Field)?;
            Ok(Wrap { salt, wrapped: bytes()? })
        };
        let (passphrase, code) = (wrap()?, wrap()?);
        if fields.next().is_some() {
            return Err(Unreadable::Field);
        }
        Ok(Self { changed, cost, minutes, passphrase, code })
    }
}

/// The digits of a code, whatever stands between them.
#[must_use]
pub fn digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).collect()
}

/// A code in groups of five, as it stands on the sheet.
#[must_use]
pub fn grouped(code: &str) -> String {
    let groups: Vec<String> =
        code.as_bytes().chunks(5).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join(" ")
}

/// A new code of random bytes; each digit is as likely as any other. `more` gives further bytes.
#[must_use]
pub fn code(mut more: impl FnMut() -> [u8; 32]) -> String {
    let mut code = String::with_capacity(CODE_DIGITS);
    // A source that gives nothing but 255 would never end; 100 rounds of 32 bytes are enough for any other.
    for byte in (0..100).flat_map(|_| more()) {
        // 250 and above would make the first digits likelier.
        if byte < 250 && code.len() < CODE_DIGITS {
            code.push(char::from(b'0' + byte % 10));
        }
    }
    code
}

#[cfg(test)]
mod tests;
