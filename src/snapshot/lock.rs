//! Files locked with a passphrase: the age v1 format, so that `age` and `rage` open them without the planner.
//!
//! The cost of a guess is chosen here, and so is the cost that a foreign file may ask of us: a hostile file could ask
//! for hours. Nothing of a file's content is given out before all of it is proved whole.

use std::io::{Read, Write};
use std::iter;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};

use super::read::LIMIT;

/// The work of a guess, as a power of two: what OWASP asks of scrypt, and 128 MB for a second.
pub const WORK: u8 = 17;
/// The most work a file may ask for: half a gigabyte in a browser, a few seconds.
pub const MOST_WORK: u8 = 19;
/// Fewest characters of a passphrase.
pub const SHORTEST: usize = 8;

const BEGINNING: &[u8] = b"age-encryption.org/";
/// The version that is read.
const FIRST: &[u8] = b"v1\n";
const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Tells why a locked file does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotUnlocked {
    /// The passphrase is another one.
    #[error("the passphrase does not fit")]
    Passphrase,
    /// The file was cut off or changed.
    #[error("the locked file is damaged or cut off")]
    Damaged,
    /// The file asks for more work than anybody needs.
    #[error("the file asks for 2^{asked} steps of work, at most 2^{most} are done")]
    TooMuchWork {
        /// What it asks for, as a power of two.
        asked: u8,
        /// What is done at most.
        most: u8,
    },
    /// The file is locked for somebody's key, not with a passphrase.
    #[error("the file is locked for a key, not with a passphrase")]
    ForKey,
    /// A later version of the format.
    #[error("a later version of the format")]
    Later,
    /// It unlocks to more than a plan can be.
    #[error("the file holds more than {0} bytes")]
    TooBig(usize),
}

/// Whether bytes begin as a locked file does.
#[must_use]
pub fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING) || bytes.starts_with(ARMOR)
}

/// The passphrase as it counts: `й` and `ё` as one character each, whatever keyboard or file it came from.
///
/// Spaces stay, also at the ends: who typed them, typed them.
#[must_use]
pub fn phrase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let joined = match (out.chars().next_back(), c) {
            (Some('и'), '\u{306}') => 'й',
            (Some('И'), '\u{306}') => 'Й',
            (Some('е'), '\u{308}') => 'ё',
            (Some('Е'), '\u{308}') => 'Ё',
            _ => {
                out.push(c);
                continue;
            }
        };
        out.pop();
        out.push(joined);
    }
    out
}

fn secret(passphrase: &str) -> SecretString {
    SecretString::from(phrase(passphrase))
}

/// Locks bytes, and opens them again to be sure.
pub fn lock(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, NotUnlocked> {
    lock_with(bytes, passphrase, WORK)
}

/// Locks bytes with a work of one's own; less than [`WORK`] is for tests.
pub fn lock_with(bytes: &[u8], passphrase: &str, work: u8) -> Result<Vec<u8>, NotUnlocked> {
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(work.clamp(1, MOST_WORK));
    let mut out = Vec::with_capacity(bytes.len() + 1_000);
    // Writing into memory does not fail; should it ever, the file does not open below.
    let mut write = || -> Option<()> {
        let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient)).ok()?;
        let mut writer = encryptor.wrap_output(&mut out).ok()?;
        writer.write_all(bytes).ok()?;
        writer.finish().ok()?;
        Some(())
    };
    write().ok_or(NotUnlocked::Damaged)?;
    // A file nobody can open is offered to nobody.
    if unlock(&out, passphrase)? == bytes { Ok(out) } else { Err(NotUnlocked::Damaged) }
}

/// Opens a locked file.
pub fn unlock(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, NotUnlocked> {
    if bytes.strip_prefix(BEGINNING).is_some_and(|rest| !FIRST.starts_with(rest) && !rest.starts_with(FIRST)) {
        return Err(NotUnlocked::Later);
    }
    let decryptor = Decryptor::new_buffered(age::armor::ArmoredReader::new(bytes)).map_err(|_| NotUnlocked::Damaged)?;
    if !decryptor.is_scrypt() {
        return Err(NotUnlocked::ForKey);
    }
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let reader = decryptor.decrypt(iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
        DecryptError::ExcessiveWork { required, .. } => NotUnlocked::TooMuchWork { asked: required, most: MOST_WORK },
        DecryptError::DecryptionFailed | DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed => {
            NotUnlocked::Passphrase
        }
        _ => NotUnlocked::Damaged,
    })?;
    let mut out = Vec::new();
    reader.take(LIMIT as u64 + 1).read_to_end(&mut out).map_err(|_| NotUnlocked::Damaged)?;
    if out.len() > LIMIT { Err(NotUnlocked::TooBig(LIMIT)) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str = "Ёжик уехал в Тверь";

    fn locked(bytes: &[u8]) -> Vec<u8> {
        lock_with(bytes, PHRASE, 2).unwrap()
    }

    #[track_caller]
    fn check(bytes: &[u8], phrase: &str, expected: Result<&[u8], NotUnlocked>) {
        assert_eq!(unlock(bytes, phrase).as_deref(), expected.as_deref());
    }

    #[test]
    fn what_is_locked_opens_with_its_passphrase_only() {
        let file = locked("план".as_bytes());
        assert!(is_locked(&file) && !is_locked("план".as_bytes()));
        assert!(!file.windows(8).any(|window| window == "план".as_bytes()));
        check(&file, PHRASE, Ok("план".as_bytes()));
        check(&file, "Е\u{308}жик уехал в Тверь", Ok("план".as_bytes()));
        for other in ["", "ежик", "Ёжик уехал в Тверь ", "ёжик уехал в тверь"] {
            check(&file, other, Err(NotUnlocked::Passphrase));
        }
        // Two locks of one file have nothing in common.
        assert_ne!(locked(b"a"), locked(b"a"));
    }

    #[test]
    fn the_released_work_is_todays() {
        let file = lock(b"plan", PHRASE).unwrap();
        let head = String::from_utf8_lossy(&file[..80]).into_owned();
        assert!(head.starts_with("age-encryption.org/v1\n-> scrypt "), "{head}");
        assert_eq!(head.lines().nth(1).and_then(|line| line.rsplit(' ').next()), Some("17"));
        check(&file, PHRASE, Ok(b"plan"));
    }

    /// No byte of the content is given out before all of it is proved whole, and damage is never called a wrong word.
    #[test]
    fn damage_is_told_from_a_wrong_passphrase() {
        let text = "sferum ".repeat(20_000).into_bytes();
        let file = locked(&text);
        let body = file.windows(4).position(|window| window == b"\n---").unwrap();
        for cut in (0..file.len()).step_by(997).chain([file.len() - 1]) {
            assert!(unlock(&file[..cut], PHRASE).is_err(), "cut at {cut}");
        }
        for at in (body + 60..file.len()).step_by(9_973) {
            let mut bad = file.clone();
            bad[at] ^= 1;
            check(&bad, PHRASE, Err(NotUnlocked::Damaged));
        }
        let head: Vec<usize> = (0..body).collect();
        for at in head {
            let mut bad = file.clone();
            bad[at] ^= 1;
            assert!(unlock(&bad, PHRASE).is_err(), "byte {at} of the head");
        }
    }

    #[test]
    fn a_file_that_asks_for_years_is_refused_at_once() {
        let file = locked(b"plan");
        let text = String::from_utf8_lossy(&file).into_owned();
        let line = text.lines().nth(1).unwrap();
        for asked in [20_u8, 40, 63] {
            let bad = line.strip_suffix('2').map(|line| format!("{line}{asked}")).unwrap();
            let at = file.windows(line.len()).position(|window| window == line.as_bytes()).unwrap();
            let bytes = [&file[..at], bad.as_bytes(), &file[at + line.len()..]].concat();
            let begun = std::time::Instant::now();
            check(&bytes, PHRASE, Err(NotUnlocked::TooMuchWork { asked, most: MOST_WORK }));
            assert!(begun.elapsed().as_millis() < 2_000);
        }
    }

    #[test]
    fn files_for_keys_and_of_later_versions_say_so() {
        let key = age::x25519::Identity::generate().to_public();
        let file = age::encrypt(&key, b"plan").unwrap();
        check(&file, PHRASE, Err(NotUnlocked::ForKey));
        check(b"age-encryption.org/v2\n-> x\n\n--- x\n", PHRASE, Err(NotUnlocked::Later));
        check(b"age-encryption.org/v1\nnonsense", PHRASE, Err(NotUnlocked::Damaged));
    }
}
