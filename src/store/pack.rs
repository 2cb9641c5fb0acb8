//! Bytes as text that a browser's storage keeps: deflate, then 15 bits to a UTF-16 unit. Bounded on the way back.

use std::fmt;
use std::str::FromStr;

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use sha2::{Digest as _, Sha256};

use super::record::Unreadable;

/// Text up to this many bytes is kept as it is: deflate gains little and the rescue page shows it plainly.
pub const PLAIN_LIMIT: usize = 4096;

/// More bytes than this are refused on both ways: no plan is that large, and a hostile length must not fill memory.
pub const MAX_BYTES: usize = 128 << 20;

/// The level of deflate.
///
/// Measured in November 2026 on 6.8 MB of plan-like JSON (50,000 people with ids, names, phones), natively, one core;
/// thousands of UTF-16 units and ms to deflate: level 1: 931, 114; 3: 797, 229; 4: 779, 272; 5: 756, 326; 6: 735, 497;
/// 7: 729, 726; 9: 723, 984. Inflating takes 40 to 65 ms at every level. The quota is scarce and the time is spent in
/// idle slices ([`Packer`]), but above 6 a percent of units costs half the time again: 6.
const LEVEL: i32 = 6;

/// The first of 32,768 characters in one range without surrogates; the last is U+B3FF.
const FIRST: u32 = 0x3400;

/// A digest: the first half of SHA-256. Notices damage; proves nothing about who wrote.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 16]);

impl Digest {
    /// Digests `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_full(Sha256::digest(bytes).as_slice())
    }

    fn from_full(full: &[u8]) -> Self {
        let mut half = [0; 16];
        for (to, from) in half.iter_mut().zip(full) {
            *to = *from;
        }
        Self(half)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let value = u128::from_str_radix(text, 16).map_err(|_| Unreadable::Field)?;
        let digest = Self(value.to_be_bytes());
        if digest.to_string() == text { Ok(digest) } else { Err(Unreadable::Field) }
    }
}

/// How the bytes stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The bytes are UTF-8 and stand as they are.
    Plain,
    /// Raw deflate, 15 bits to a unit.
    Deflated,
}

/// Bytes, ready to be stored as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// How the bytes stand in `body`.
    pub encoding: Encoding,
    /// The number of bytes that were packed.
    pub length: usize,
    /// The number of bytes after deflate; the same as `length` where plain.
    pub stored: usize,
    /// The digest of the bytes that were packed.
    pub content: Digest,
    /// The text.
    pub body: String,
}

/// Packs `bytes` in one go; large ones belong in a [`Packer`].
pub fn pack(bytes: &[u8]) -> Packed {
    if bytes.len() <= PLAIN_LIMIT
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        let (length, content) = (bytes.len(), Digest::of(bytes));
        return Packed { encoding: Encoding::Plain, length, stored: length, content, body: text.to_owned() };
    }
    let mut packer = Packer::new(bytes.to_vec());
    loop {
        packer = match packer.step(usize::MAX) {
            Progress::Done(done) => return done,
            Progress::More(more) => more,
        };
    }
}

/// Gives the bytes back, or tells that they are damaged. Never makes more than the stated length.
pub fn unpack(packed: &Packed) -> Result<Vec<u8>, Unreadable> {
    if packed.length > MAX_BYTES || packed.stored > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let bytes = match packed.encoding {
        Encoding::Plain => packed.body.as_bytes().to_vec(),
        Encoding::Deflated => {
            let deflated = from_units(&packed.body, packed.stored)?;
            decompress_to_vec_with_limit(&deflated, packed.length).map_err(|_| Unreadable::Body)?
        }
    };
    if bytes.len() == packed.length && Digest::of(&bytes) == packed.content {
        Ok(bytes)
    } else {
        Err(Unreadable::Content)
    }
}

/// Packs a large piece in slices, so that no task of the page is long.
pub struct Packer {
    bytes: Vec<u8>,
    at: usize,
    deflate: Box<CompressorOxide>,
    digest: Sha256,
    deflated: Vec<u8>,
}

/// What a slice of packing came to.
pub enum Progress {
    /// There is more to do.
    More(Packer),
    /// All is packed.
    Done(Packed),
}

impl Packer {
    /// Starts packing `bytes`.
    pub fn new(bytes: Vec<u8>) -> Self {
        let flags = create_comp_flags_from_zip_params(LEVEL, -15, 0);
        let deflate = Box::new(CompressorOxide::new(flags));
        let deflated = Vec::with_capacity(bytes.len() / 8);
        Self { bytes, at: 0, deflate, digest: Sha256::new(), deflated }
    }

    /// Packs up to `slice` further bytes; 64 KiB take a few milliseconds.
    pub fn step(mut self, slice: usize) -> Progress {
        let end = self.at.saturating_add(slice.max(1)).min(self.bytes.len());
        let last = end == self.bytes.len();
        let input = self.bytes.get(self.at..end).unwrap_or_default();
        self.digest.update(input);
        let flush = if last { TDEFLFlush::Finish } else { TDEFLFlush::None };
        let mut rest = input;
        let mut out = [0; 16 * 1024];
        loop {
            let (status, taken, made) = compress(&mut self.deflate, rest, &mut out, flush);
            self.deflated.extend_from_slice(out.get(..made).unwrap_or_default());
            rest = rest.get(taken..).unwrap_or_default();
            // The compressor cannot fail on memory buffers; whatever it says, a packed text is read back before use.
            let ended = !matches!(status, TDEFLStatus::Okay);
            if ended || (!last && rest.is_empty() && made < out.len()) {
                break;
            }
        }
        self.at = end;
        if !last {
            return Progress::More(self);
        }
        Progress::Done(Packed {
            encoding: Encoding::Deflated,
            length: self.bytes.len(),
            stored: self.deflated.len(),
            content: Digest::from_full(self.digest.finalize().as_slice()),
            body: to_units(&self.deflated),
        })
    }
}

/// Writes 15 bits into each character, high bits first; the last is filled with zeros.
pub(super) fn to_units(bytes: &[u8]) -> String {
    // Each unit is three bytes of UTF-8 here, two in the browser.
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(15) * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    let mut push = |value: u32| text.extend(char::from_u32(FIRST + (value & 0x7fff)));
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        if held >= 15 {
            held -= 15;
            push(bits >> held);
            bits &= (1 << held) - 1;
        }
    }
    if held > 0 {
        push(bits << (15 - held));
    }
    text
}

pub(super) fn from_units(text: &str, length: usize) -> Result<Vec<u8>, Unreadable> {
    // A unit is three bytes of UTF-8: the length is known before anything is reserved.
    if text.len() != (length * 8).div_ceil(15) * 3 {
        return Err(Unreadable::Body);
    }
    let mut bytes = Vec::with_capacity(length + 2);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for unit in text.chars() {
        let value = u32::from(unit).wrapping_sub(FIRST);
        if value > 0x7fff {
            return Err(Unreadable::Body);
        }
        bits = (bits << 15) | value;
        held += 15;
        while held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap_or_default());
        }
        bits &= (1 << held) - 1;
    }
    bytes.truncate(length);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::testing::Lcg;
    use super::*;

    #[track_caller]
    fn check_round_trip(bytes: &[u8], encoding: Encoding) {
        let packed = pack(bytes);
        assert_eq!(packed.encoding, encoding);
        assert!(packed.body.chars().all(|unit| u32::from(unit) < 0xd800 || u32::from(unit) > 0xdfff));
        assert_eq!(unpack(&packed), Ok(bytes.to_vec()));
    }

    fn plan_like(people: u64) -> Vec<u8> {
        const SURNAMES: [&str; 12] = [
            "Орлова",
            "Баранов",
            "Смирнов",
            "Кузнецова",
            "Попов",
            "Васильева",
            "Петров",
            "Соколова",
            "Михайлов",
            "Новикова",
            "Фёдоров",
            "Морозова",
        ];
        let mut lcg = Lcg(5);
        let mut text = String::new();
        for _ in 0..people {
            let (a, b) = (lcg.next(), lcg.next());
            let surname = SURNAMES[lcg.below(12)];
            let other = SURNAMES[lcg.below(12)];
            let person = format!(
                "{{\"id\":\"01932c07-{:04x}-7{:03x}-8{:03x}-{:012x}\",\"surname\":\"{surname}\",\"name\":\"{other}\",\
                 \"phone\":\"+7000{:07}\",\"class\":\"{}А\"}},",
                a & 0xffff,
                (a >> 16) & 0xfff,
                (a >> 28) & 0xfff,
                b & 0xffff_ffff_ffff,
                a % 10_000_000,
                a % 11 + 1
            );
            text.push_str(&person);
        }
        text.into_bytes()
    }

    #[test]
    fn bytes_come_back() {
        check_round_trip(b"", Encoding::Plain);
        check_round_trip("текст\n\0🙂".as_bytes(), Encoding::Plain);
        check_round_trip(&[b'a'; PLAIN_LIMIT], Encoding::Plain);
        check_round_trip(&[b'a'; PLAIN_LIMIT + 1], Encoding::Deflated);
        let mut lcg = Lcg(1);
        for length in (1..70).chain([1_000, 40_000]) {
            let mut bytes: Vec<u8> = (0..length).map(|_| lcg.next().to_be_bytes()[2]).collect();
            bytes[0] = 0xff;
            check_round_trip(&bytes, Encoding::Deflated);
        }
        check_round_trip(&plan_like(2_000), Encoding::Deflated);
    }

    #[test]
    fn slices_give_the_same_text() {
        let bytes = plan_like(1_000);
        let mut packer = Packer::new(bytes.clone());
        let sliced = loop {
            match packer.step(1_001) {
                Progress::More(more) => packer = more,
                Progress::Done(done) => break done,
            }
        };
        assert_eq!(sliced, pack(&bytes));
    }

    #[test]
    fn a_bomb_is_not_inflated() {
        let mut packed = pack(&vec![0; 50 << 20]);
        packed.length = 1_000;
        assert_eq!(unpack(&packed), Err(Unreadable::Body));
        packed.length = usize::MAX;
        assert_eq!(unpack(&packed), Err(Unreadable::TooLarge));
    }

    #[test]
    fn damage_is_noticed() {
        let packed = pack(&plan_like(100));
        let units: Vec<char> = packed.body.chars().collect();
        for at in 0..units.len() {
            let mut changed = units.clone();
            changed[at] = if changed[at] == '\u{3400}' { '\u{3401}' } else { '\u{3400}' };
            let damaged = Packed { body: changed.iter().collect(), ..packed.clone() };
            // The padding of the last unit may differ without harm; anything else must be noticed.
            assert!(unpack(&damaged).is_err() || at == units.len() - 1);
            let torn = Packed { body: units[..at].iter().collect(), ..packed.clone() };
            assert!(unpack(&torn).is_err());
        }
    }

    #[test]
    fn a_plan_takes_a_small_part_of_its_units() {
        let bytes = plan_like(3_000);
        let packed = pack(&bytes);
        let before = std::str::from_utf8(&bytes).unwrap().encode_utf16().count();
        assert!(packed.body.chars().count() * 5 < before, "{} of {before}", packed.body.chars().count());
    }
}
