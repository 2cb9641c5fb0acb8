//! The SHA-256 of a file, kept in the file's last but one line.

use sha2::{Digest as _, Sha256};

/// What stands between the covered bytes and the digest, and after it.
const BEFORE: &[u8] = b"\"sha256\": \"";
const AFTER: &[u8] = b"\"\n}\n";
const HEX: usize = 64;

/// The SHA-256 of some bytes in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(HEX);
    for byte in Sha256::digest(bytes) {
        for nibble in [byte >> 4, byte & 15] {
            out.extend(char::from_digit(u32::from(nibble), 16));
        }
    }
    out
}

/// Closes a file: `body` is the whole object as far as `\n}`.
pub fn seal(mut body: Vec<u8>) -> Vec<u8> {
    body.truncate(body.len().saturating_sub(b"\n}".len()));
    body.extend_from_slice(b",\n");
    let digest = sha256(&body);
    body.extend_from_slice(BEFORE);
    body.extend_from_slice(digest.as_bytes());
    body.extend_from_slice(AFTER);
    body
}

/// The digest that a file carries in its place, and the bytes it covers; none where the file does not end as it must.
fn split(file: &[u8]) -> Option<(&[u8], &str)> {
    let rest = file.strip_suffix(AFTER)?;
    let (rest, hex) = rest.split_at_checked(rest.len().checked_sub(HEX)?)?;
    let covered = rest.strip_suffix(BEFORE)?;
    Some((covered, std::str::from_utf8(hex).ok()?))
}

/// The digest a file carries, as people compare it; none where it is not in its place.
#[must_use]
pub fn digest_of(file: &[u8]) -> Option<String> {
    split(file).map(|(_, hex)| hex.to_owned())
}

/// Whether a file is what its digest says.
#[must_use]
pub fn is_intact(file: &[u8]) -> bool {
    split(file).is_some_and(|(covered, hex)| sha256(covered) == hex)
}
