//! Detached signatures of files: Ed25519 in the format of minisign, so that its public tools check them without the planner.
//!
//! A signature shows that a file is what the holder of the key signed. It is no qualified electronic signature, and
//! nothing here calls it one. The secret half of a key is kept locked with a passphrase, as a file of its own.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use blake2::{Blake2b512, Digest as _};
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

use super::digest::sha256;
use super::lock::{NotUnlocked, lock, unlock};
use crate::json;

/// The name a secret key carries inside its lock.
const FORMAT: &str = "sferum-planner-signing-key";
/// What follows before the words of a signature that it covers.
const TRUSTED: &str = "trusted comment: ";
const UNTRUSTED: &str = "untrusted comment: ";
// Ed25519 over a digest of the file, over the file itself, and the mark of a public key.
const HASHED: &[u8] = b"ED";
const PLAIN: &[u8] = b"Ed";
const KEY: &[u8] = b"Ed";

/// Whose key, and since when; stands in the open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Public {
    /// The public key as minisign writes it.
    pub key: String,
    /// Whose it is, in the school's words.
    pub owner: String,
    /// When it was made.
    pub made: DateTime<Utc>,
}

/// A key that signs.
pub struct Key {
    secret: SigningKey,
    /// Its public half.
    pub public: Public,
}

/// The secret half as it lies inside its lock.
#[derive(Serialize, Deserialize)]
struct Kept {
    format: String,
    secret: String,
    owner: String,
    made: DateTime<Utc>,
}

/// Tells why a key does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// Its lock does not open.
    #[error(transparent)]
    Locked(#[from] NotUnlocked),
    /// What was locked is no key of the planner.
    #[error("no signing key of the planner")]
    Foreign,
}

/// What a signature proves about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The holder of the key signed exactly this file.
    Signed {
        /// The words the signature covers: when, which file.
        words: String,
    },
    /// The key signed, but another file than this one, or the file was changed since.
    OtherFile,
    /// Somebody else's key made it.
    OtherKey,
    /// It is no signature, or a damaged one.
    NoSignature,
}

impl Key {
    /// Makes a key of fresh random bits.
    #[must_use]
    pub fn new(random: [u8; 32], owner: &str, made: DateTime<Utc>) -> Self {
        let secret = SigningKey::from_bytes(&random);
        let public = secret.verifying_key().to_bytes();
        let key = BASE64_STANDARD.encode([KEY, &id_of(&public), &public].concat());
        Self { secret, public: Public { key, owner: owner.to_owned(), made } }
    }

    /// The key as a file, locked with a passphrase.
    pub fn to_file(&self, passphrase: &str) -> Result<Vec<u8>, NotUnlocked> {
        let kept = Kept {
            format: FORMAT.to_owned(),
            secret: BASE64_STANDARD.encode(self.secret.to_bytes()),
            owner: self.public.owner.clone(),
            made: self.public.made,
        };
        lock(json::text(&kept).as_bytes(), passphrase)
    }

    /// Opens the file of a key.
    pub fn from_file(bytes: &[u8], passphrase: &str) -> Result<Self, NoKey> {
        let text = String::from_utf8(unlock(bytes, passphrase)?).map_err(|_| NoKey::Foreign)?;
        let kept: Kept = json::read(&text).map_err(|_| NoKey::Foreign)?;
        let secret = BASE64_STANDARD.decode(&kept.secret).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        match secret.filter(|_| kept.format == FORMAT) {
            Some(secret) => Ok(Self::new(secret, &kept.owner, kept.made)),
            None => Err(NoKey::Foreign),
        }
    }

    /// Signs a file: the text of its signature, to be kept beside it as `FILE.minisig`.
    #[must_use]
    pub fn sign(&self, bytes: &[u8], name: &str, at: DateTime<Utc>) -> String {
        let signed = self.secret.sign(&Blake2b512::digest(bytes)).to_bytes();
        // One line: a name with a line end would end the words early.
        let name: String = name.chars().filter(|c| !c.is_control()).collect();
        let words = format!("timestamp:{}\tfile:{name}\thashed", at.timestamp());
        let whole = self.secret.sign(&[signed.as_slice(), words.as_bytes()].concat()).to_bytes();
        let id = id_of(&self.secret.verifying_key().to_bytes());
        let first = BASE64_STANDARD.encode([HASHED, &id, &signed].concat());
        let second = BASE64_STANDARD.encode(whole);
        format!("{UNTRUSTED}sferum-planner archive\n{first}\n{TRUSTED}{words}\n{second}\n")
    }
}

impl Public {
    /// The public key as a file that minisign reads.
    #[must_use]
    pub fn to_file(&self) -> String {
        let owner: String = self.owner.chars().filter(|c| !c.is_control()).collect();
        format!("{UNTRUSTED}{owner}\n{}\n", self.key)
    }

    /// The fingerprint to be read out over the phone.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }
}

/// The key of a public key's file, or of its line alone; none where it is none.
#[must_use]
pub fn public_key(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).rfind(|line| !line.is_empty() && !line.starts_with(UNTRUSTED.trim_end()))?;
    verifying(line).map(|_| line.to_owned())
}

/// The fingerprint of a public key: eight groups of four.
#[must_use]
pub fn fingerprint(key: &str) -> String {
    let digest = sha256(key.as_bytes());
    let groups: Vec<String> =
        digest.chars().take(32).collect::<Vec<char>>().chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Checks a file against its signature and the public key that it should be of.
#[must_use]
pub fn check(bytes: &[u8], signature: &str, key: &str) -> Proof {
    let Some((id, key)) = verifying(key) else { return Proof::OtherKey };
    let Some(parts) = Parts::read(signature) else { return Proof::NoSignature };
    if parts.id != id {
        return Proof::OtherKey;
    }
    let whole = [parts.signed.to_bytes().as_slice(), parts.words.as_bytes()].concat();
    if key.verify_strict(&whole, &parts.whole).is_err() {
        return Proof::NoSignature;
    }
    let is_of_file = if parts.is_hashed {
        key.verify_strict(&Blake2b512::digest(bytes), &parts.signed)
    } else {
        key.verify_strict(bytes, &parts.signed)
    };
    if is_of_file.is_ok() { Proof::Signed { words: parts.words } } else { Proof::OtherFile }
}

/// A signature taken apart.
struct Parts {
    id: [u8; 8],
    is_hashed: bool,
    signed: Signature,
    words: String,
    whole: Signature,
}

impl Parts {
    fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        lines.next().filter(|line| line.starts_with(UNTRUSTED))?;
        let first = BASE64_STANDARD.decode(lines.next()?.trim()).ok()?;
        let words = lines.next()?.strip_prefix(TRUSTED)?.to_owned();
        let whole = BASE64_STANDARD.decode(lines.next()?.trim()).ok()?;
        let (kind, rest) = first.split_at_checked(2)?;
        let (id, signed) = rest.split_at_checked(8)?;
        let is_hashed = match kind {
            kind if kind == HASHED => true,
            kind if kind == PLAIN => false,
            _ => return None,
        };
        Some(Self {
            id: id.try_into().ok()?,
            is_hashed,
            signed: Signature::from_slice(signed).ok()?,
            words,
            whole: Signature::from_slice(&whole).ok()?,
        })
    }
}

/// The number by which a signature names its key.
fn id_of(public: &[u8]) -> [u8; 8] {
    let mut id = [0; 8];
    id.iter_mut().zip(Blake2b512::digest(public)).for_each(|(to, from)| *to = from);
    id
}

fn verifying(line: &str) -> Option<([u8; 8], VerifyingKey)> {
    let bytes = BASE64_STANDARD.decode(line.trim()).ok()?;
    let (kind, rest) = bytes.split_at_checked(2)?;
    let (id, public) = rest.split_at_checked(8)?;
    let key = VerifyingKey::from_bytes(public.try_into().ok()?).ok()?;
    (kind == KEY).then_some((id.try_into().ok()?, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> Key {
        Key::new([seed; 32], "Гимназия № 44", "2026-11-22T08:00:00Z".parse().unwrap())
    }

    fn signed(bytes: &[u8]) -> String {
        key(7).sign(bytes, "план\n.json", "2027-06-01T08:00:00Z".parse().unwrap())
    }

    #[track_caller]
    fn check_proof(bytes: &[u8], signature: &str, key: &Key, expected: &Proof) {
        assert_eq!(&check(bytes, signature, &key.public.key), expected);
    }

    #[test]
    fn a_signature_is_of_one_file_and_one_key() {
        let text = signed(b"plan");
        let words = "timestamp:1811836800\tfile:план.json\thashed".to_owned();
        check_proof(b"plan", &text, &key(7), &Proof::Signed { words });
        check_proof(b"plam", &text, &key(7), &Proof::OtherFile);
        check_proof(b"plan", &text, &key(8), &Proof::OtherKey);
        for bad in ["", "a\nb\nc\nd", &text.replace("timestamp:18", "timestamp:19"), &text.replace("\nRU", "\nRX")] {
            check_proof(b"plan", bad, &key(7), &Proof::NoSignature);
        }
    }

    #[test]
    fn every_flipped_bit_is_seen() {
        let text = signed(b"plan");
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let bad = String::from_utf8_lossy(&bytes).into_owned();
            // The first line is nobody's word, and a line end is as good as another.
            let is_covered = at > text.find('\n').unwrap() && text.as_bytes()[at] != b'\n';
            if is_covered {
                assert!(!matches!(check(b"plan", &bad, &key(7).public.key), Proof::Signed { .. }), "byte {at}");
            }
        }
    }

    /// The reader of another author agrees, so that who checks in ten years needs no planner.
    #[test]
    fn minisign_itself_reads_them() {
        let public = minisign_verify::PublicKey::decode(&key(7).public.to_file()).unwrap();
        let signature = minisign_verify::Signature::decode(&signed(b"plan")).unwrap();
        assert!(public.verify(b"plan", &signature, false).is_ok());
        assert!(public.verify(b"plam", &signature, false).is_err());
        // The example of the public documentation of minisign, made by its own tool.
        let theirs = "untrusted comment: signature from minisign secret key\nRUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=\ntrusted comment: timestamp:1633700835\tfile:test\tprehashed\nwLMDjy9FLAuxZ3q4NlEvkgtyhrr0gtTu6KC4KBJdITbbOeAi1zBIYo0v4iTgt8jJpIidRJnp94ABQkJAgAooBQ==\n";
        let their_key = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
        assert!(matches!(check(b"test", theirs, their_key), Proof::Signed { .. }));
        assert_eq!(check(b"tesu", theirs, their_key), Proof::OtherFile);
    }

    #[test]
    fn a_key_is_kept_locked_and_comes_back() {
        let file = key(7).to_file("восемь слов").unwrap();
        assert!(!file.windows(7).any(|window| window == b"planner"));
        let back = Key::from_file(&file, "восемь слов").unwrap();
        assert_eq!((back.public.clone(), back.secret.to_bytes()), (key(7).public, [7; 32]));
        assert_eq!(Key::from_file(&file, "другие слова").err(), Some(NoKey::Locked(NotUnlocked::Passphrase)));
        let other = lock(b"{}", "восемь слов").unwrap();
        assert_eq!(Key::from_file(&other, "восемь слов").err(), Some(NoKey::Foreign));
    }

    #[test]
    fn public_keys_are_read_from_their_file_or_line() {
        let public = key(7).public;
        for text in [public.to_file(), public.key.clone(), format!("  {}\n", public.key)] {
            assert_eq!(public_key(&text).as_deref(), Some(public.key.as_str()));
        }
        assert_eq!((public_key("plan"), public_key("")), (None, None));
        assert_eq!(public.fingerprint().len(), 39);
    }
}
