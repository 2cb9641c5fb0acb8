//! The SHA-256 of a file, kept in the file's last but one line.

use sha2::{Digest as _, Sha256};

/// What stands between the covered bytes and the digest, and after it.
const BEFORE: &[u8] = b"\"sha256\": \"";
const AFTER: &[u8] = b"\"\n}\n";
const HEX: usize = 64;

/// The SHA-256 of some bytes in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(Sha256::new_with_prefix(bytes))
}

fn hexadecimal(digest: Sha256) -> String {
    let mut out = String::with_capacity(HEX);
    for byte in digest.finalize() {
        for nibble in [byte >> 4, byte & 15] {
            out.extend(char::from_digit(u32::from(nibble), 16));
        }
    }
    out
}

/// Closes a file: `body` is the whole object as far as `\n}`.
pub fn seal(mut body: Vec<u8>) -> Vec<u8> {
    body.truncate(body.len().saturating_sub(b"\n}".len()));
    let mut sealing = Sealing { digest: Sha256::new_with_prefix(&body), body };
    sealing.push(",\n");
    sealing.finish()
}

/// A file that is written and digested piece by piece.
#[derive(Debug, Default)]
pub struct Sealing {
    body: Vec<u8>,
    digest: Sha256,
}

impl Sealing {
    /// Writes a piece of the object.
    pub fn push(&mut self, text: &str) {
        self.body.extend_from_slice(text.as_bytes());
        self.digest.update(text);
    }

    /// How many bytes were written.
    pub fn len(&self) -> usize {
        self.body.len()
    }

    /// Closes the file: what was written is the object with the comma and the line end before the digest.
    pub fn finish(mut self) -> Vec<u8> {
        self.body.extend_from_slice(BEFORE);
        self.body.extend_from_slice(hexadecimal(self.digest).as_bytes());
        self.body.extend_from_slice(AFTER);
        self.body
    }
}

/// A file that is checked against its digest piece by piece, from the first byte.
#[derive(Debug, Default)]
pub struct Checking {
    digest: Sha256,
    at: usize,
}

impl Checking {
    /// Digests as much of the file as lies before `end`.
    pub fn advance(&mut self, file: &[u8], end: usize) {
        let Some((covered, _)) = split(file) else { return };
        let end = end.min(covered.len());
        self.digest.update(covered.get(self.at..end).unwrap_or_default());
        self.at = self.at.max(end);
    }

    /// Digests what is left, and says whether the file is what its digest says.
    #[must_use]
    pub fn finish(mut self, file: &[u8]) -> bool {
        self.advance(file, file.len());
        split(file).is_some_and(|(_, hex)| hexadecimal(self.digest) == hex)
    }
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
