//! Files packed by `gzip` (RFC 1952): read within a bound, written as one member.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// Tells why bytes are no packed file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotGzip {
    /// The head or the packed data are damaged or cut off.
    #[error("the packed file is damaged or cut off")]
    Damaged,
    /// It unpacks to more than the limit.
    #[error("the packed file unpacks to more than {0} bytes")]
    TooBig(usize),
    /// It unpacks, but to other bytes than were packed.
    #[error("the packed file does not fit its checksum")]
    Checksum,
}

const MAGIC: [u8; 2] = [0x1f, 0x8b];
const DEFLATE: u8 = 8;
/// Checksum and length at the end.
const TRAILER: usize = 8;
const HAS_CHECKSUM: u8 = 1 << 1;
const HAS_EXTRA: u8 = 1 << 2;
const HAS_NAME: u8 = 1 << 3;
const HAS_COMMENT: u8 = 1 << 4;
const RESERVED: u8 = 0b1110_0000;

/// Whether bytes begin as a packed file does.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

/// Unpacks a file of one member to at most `limit` bytes.
pub fn gunzip(bytes: &[u8], limit: usize) -> Result<Vec<u8>, NotGzip> {
    let body = after_head(bytes).ok_or(NotGzip::Damaged)?;
    let (data, trailer) =
        body.len().checked_sub(TRAILER).and_then(|at| body.split_at_checked(at)).ok_or(NotGzip::Damaged)?;
    let out = decompress_to_vec_with_limit(data, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => NotGzip::TooBig(limit),
        _ => NotGzip::Damaged,
    })?;
    if trailer == trailer_of(&out) { Ok(out) } else { Err(NotGzip::Checksum) }
}

/// Packs bytes; equal bytes give equal files.
#[must_use]
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![MAGIC[0], MAGIC[1], DEFLATE, 0, 0, 0, 0, 0, 0, 255];
    out.extend(compress_to_vec(bytes, 6));
    out.extend(trailer_of(bytes));
    out
}

fn trailer_of(bytes: &[u8]) -> [u8; TRAILER] {
    // The length is kept modulo 2^32.
    let length = u32::try_from(bytes.len() as u64 & u64::from(u32::MAX)).unwrap_or_default();
    let mut out = [0; TRAILER];
    let values = crc32(bytes).to_le_bytes().into_iter().chain(length.to_le_bytes());
    out.iter_mut().zip(values).for_each(|(to, from)| *to = from);
    out
}

/// What follows the head and its optional fields.
fn after_head(bytes: &[u8]) -> Option<&[u8]> {
    let [a, b, method, flags, _, _, _, _, _, _, rest @ ..] = bytes else { return None };
    if [*a, *b] != MAGIC || *method != DEFLATE || flags & RESERVED != 0 {
        return None;
    }
    let mut rest = rest;
    if flags & HAS_EXTRA != 0 {
        let [low, high, after @ ..] = rest else { return None };
        rest = after.get(usize::from(u16::from_le_bytes([*low, *high]))..)?;
    }
    for flag in [HAS_NAME, HAS_COMMENT] {
        if flags & flag != 0 {
            let end = rest.iter().position(|byte| *byte == 0)?;
            rest = rest.get(end + 1..)?;
        }
    }
    if flags & HAS_CHECKSUM != 0 { rest.get(2..) } else { Some(rest) }
}

/// The checksum of RFC 1952, half a byte at a time.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = table();
    let step = |crc: u32, nibble: u8| {
        let at = usize::from((crc.to_le_bytes()[0] ^ nibble) & 15);
        TABLE.get(at).copied().unwrap_or_default() ^ (crc >> 4)
    };
    !bytes.iter().fold(u32::MAX, |crc, byte| step(step(crc, *byte), byte >> 4))
}

#[allow(clippy::indexing_slicing, reason = "computed by the compiler, which checks it")]
const fn table() -> [u32; 16] {
    let mut out = [0; 16];
    let mut at = 0;
    let mut start: u32 = 0;
    while at < 16 {
        let mut crc = start;
        let mut bit = 0;
        while bit < 4 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        out[at] = crc;
        at += 1;
        start += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_standards() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn what_is_packed_comes_back() {
        let text = "план ".repeat(1000).into_bytes();
        let packed = gzip(&text);
        assert!(packed.len() < 200 && is_gzip(&packed));
        assert_eq!(gunzip(&packed, text.len()), Ok(text.clone()));
        assert_eq!(gunzip(&packed, text.len() - 1), Err(NotGzip::TooBig(text.len() - 1)));
    }

    /// `printf 'plan\n' | gzip -n -9 | xxd -p`, and the same with a name, a comment, an extra field and a checksum.
    #[test]
    fn files_of_gzip_itself_are_read() {
        let hex = "1f8b08000000000002032bc849cce302004951be1c05000000";
        let bytes: Vec<u8> =
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect();
        assert_eq!(gunzip(&bytes, 100).as_deref(), Ok(b"plan\n".as_slice()));
        let mut with = bytes[..10].to_vec();
        with[3] = HAS_CHECKSUM | HAS_EXTRA | HAS_NAME | HAS_COMMENT;
        with.extend(b"\x03\x00abcname.json\0comment\0\x12\x34");
        with.extend(&bytes[10..]);
        assert_eq!(gunzip(&with, 100).as_deref(), Ok(b"plan\n".as_slice()));
    }

    #[test]
    fn damage_is_seen() {
        let text = b"sferum".repeat(50);
        let packed = gzip(&text);
        for cut in 0..packed.len() {
            assert!(gunzip(&packed[..cut], 1000).is_err(), "cut at {cut}");
        }
        // Time and system nobody checks; the text flag and the bits that fill the last byte mean nothing.
        let mut harmless = 0;
        for bit in (0..packed.len() * 8).filter(|bit| !(32..80).contains(bit)) {
            let mut bad = packed.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            if let Ok(read) = gunzip(&bad, 1000) {
                assert_eq!(read, text, "bit {bit}");
                harmless += 1;
            }
        }
        assert!(harmless <= 8, "{harmless} flipped bits were not seen");
    }
}
