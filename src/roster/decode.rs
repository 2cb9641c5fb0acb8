//! From bytes to text: which encoding a file is in. The old encodings are decoded by whoever implements [`Decode`].

use serde::{Deserialize, Serialize};

use super::limits::Unreadable;

/// An encoding that school files come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little end first ("Unicode text" of Excel).
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// The Windows encoding of Russian.
    Windows1251,
    /// The Unix encoding of Russian.
    Koi8R,
    /// The DOS encoding of Russian.
    Cp866,
}

impl Encoding {
    /// The label of the WHATWG encoding standard.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1251 => "windows-1251",
            Self::Koi8R => "koi8-r",
            Self::Cp866 => "ibm866",
        }
    }
}

/// Decodes the old single-byte encodings: `TextDecoder` in the browser, a library elsewhere.
pub trait Decode {
    /// Decodes `bytes`; `None` where the encoding is not known here.
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String>;
}

/// A text with the encoding that it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Its encoding.
    pub encoding: Encoding,
}

/// Decodes a text file of unknown encoding.
pub fn decode(bytes: &[u8], decoder: &dyn Decode) -> Result<Decoded, Unreadable> {
    if let Some((encoding, body)) = utf16(bytes) {
        let text = from_utf16(encoding, body).ok_or(Unreadable::Binary)?;
        return Ok(Decoded { text, encoding });
    }
    if looks_binary(bytes) {
        return Err(Unreadable::Binary);
    }
    let body = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(body) {
        return Ok(Decoded { text: text.to_owned(), encoding: Encoding::Utf8 });
    }
    let encoding = guess(body).ok_or(Unreadable::Binary)?;
    let text = decoder.decode(encoding, body).ok_or(Unreadable::UnknownEncoding)?;
    Ok(Decoded { text, encoding })
}

/// Recognizes UTF-16 by its mark, or by where the zero and Cyrillic high bytes stand; gives the text's bytes.
fn utf16(bytes: &[u8]) -> Option<(Encoding, &[u8])> {
    if let Some(body) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return Some((Encoding::Utf16Le, body));
    }
    if let Some(body) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return Some((Encoding::Utf16Be, body));
    }
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let high = |offset: usize| {
        let bytes = sample.iter().skip(offset).step_by(2);
        // Basic Latin, Cyrillic, punctuation, number forms: the pages a roster is written in.
        bytes.filter(|byte| matches!(byte, 0x00 | 0x04 | 0x20 | 0x21)).count() * 2
    };
    let (even, odd) = (high(0), high(1));
    let most = sample.len() * 9 / 10;
    let zero = sample.contains(&0);
    match (even >= most, odd >= most) {
        (false, true) if zero => Some((Encoding::Utf16Le, bytes)),
        (true, false) if zero => Some((Encoding::Utf16Be, bytes)),
        _ => None,
    }
}

fn from_utf16(encoding: Encoding, body: &[u8]) -> Option<String> {
    let units = body.chunks(2).map(|pair| match (pair, encoding) {
        (&[low, high], Encoding::Utf16Le) => u16::from_le_bytes([low, high]),
        (&[high, low], _) => u16::from_be_bytes([high, low]),
        _ => 0xFFFD,
    });
    let text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let damaged = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER || *c == '\0').count();
    (damaged * 100 <= text.chars().count()).then_some(text)
}

/// Whether bytes hold what no text holds: zeros, or more than one control character in a hundred.
fn looks_binary(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|b| matches!(b, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)).count();
    bytes.contains(&0) || controls * 100 > bytes.len()
}

/// Chooses the single-byte encoding in which the text looks most like Russian; `None` where it does in none.
fn guess(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    [Encoding::Windows1251, Encoding::Koi8R, Encoding::Cp866]
        .into_iter()
        .map(|encoding| (score(sample, encoding), encoding))
        // The first of equals wins: windows-1251 is by far the most frequent.
        .rev()
        .max_by_key(|(score, _)| *score)
        .filter(|(score, _)| *score > 0)
        .map(|(_, encoding)| encoding)
}

/// How often each letter а…я stands in a thousand letters of Russian text (National Corpus, rounded).
const FREQUENCY: [i64; 32] = [
    80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17, 3,
    6, 20,
];

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Other,
    Lower,
    Upper,
}

fn score(bytes: &[u8], encoding: Encoding) -> i64 {
    let mut before = Seen::Other;
    let mut total = 0;
    for &byte in bytes {
        let seen = match letter(byte, encoding) {
            Some((index, upper)) => {
                let frequency = FREQUENCY.get(index).copied().unwrap_or(0);
                let seen = if upper { Seen::Upper } else { Seen::Lower };
                // A capital inside a word is what the wrong one of two encodings shows.
                total += if before == Seen::Lower && seen == Seen::Upper { -60 } else { frequency - 20 };
                total += i64::from(before == Seen::Upper && seen == Seen::Lower) * 5;
                seen
            }
            None if byte < 0x80 => Seen::Other,
            None => {
                total += if is_sign(byte, encoding) { 0 } else { -60 };
                Seen::Other
            }
        };
        before = seen;
    }
    total
}

/// The letter of a byte as its place in the alphabet (ё counts as е), and whether it is a capital.
fn letter(byte: u8, encoding: Encoding) -> Option<(usize, bool)> {
    const KOI: [usize; 32] = [
        30, 0, 1, 22, 4, 5, 20, 3, 21, 8, 9, 10, 11, 12, 13, 14, 15, 31, 16, 17, 18, 19, 6, 2, 28, 27, 7, 24, 29, 25,
        23, 26,
    ];
    let at = |start: u8| usize::from(byte - start);
    match (encoding, byte) {
        (Encoding::Windows1251, 0xC0..=0xDF) => Some((at(0xC0), true)),
        (Encoding::Windows1251, 0xE0..=0xFF) => Some((at(0xE0), false)),
        (Encoding::Windows1251, 0xA8) | (Encoding::Koi8R, 0xB3) | (Encoding::Cp866, 0xF0) => Some((5, true)),
        (Encoding::Windows1251, 0xB8) | (Encoding::Koi8R, 0xA3) | (Encoding::Cp866, 0xF1) => Some((5, false)),
        (Encoding::Koi8R, 0xC0..=0xDF) => KOI.get(at(0xC0)).map(|index| (*index, false)),
        (Encoding::Koi8R, 0xE0..=0xFF) => KOI.get(at(0xE0)).map(|index| (*index, true)),
        (Encoding::Cp866, 0x80..=0x9F) => Some((at(0x80), true)),
        (Encoding::Cp866, 0xA0..=0xAF) => Some((at(0xA0), false)),
        (Encoding::Cp866, 0xE0..=0xEF) => Some((at(0xE0) + 16, false)),
        _ => None,
    }
}

/// Whether a byte is a sign that rosters hold: №, «, », –, —, no-break space.
fn is_sign(byte: u8, encoding: Encoding) -> bool {
    match encoding {
        Encoding::Windows1251 => matches!(byte, 0xB9 | 0xAB | 0xBB | 0x96 | 0x97 | 0xA0 | 0x93 | 0x94 | 0x84),
        Encoding::Koi8R => byte == 0x9A,
        _ => matches!(byte, 0xFC | 0xFF),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::library_decoder::LibraryDecoder as Native;

    #[track_caller]
    fn check(bytes: &[u8], encoding: Encoding, text: &str) {
        assert_eq!(decode(bytes, &Native), Ok(Decoded { text: text.to_owned(), encoding }));
    }

    #[track_caller]
    fn check_round(text: &str, encoding: Encoding) {
        let label = encoding_rs::Encoding::for_label(encoding.label().as_bytes()).unwrap();
        let (bytes, _, lossy) = label.encode(text);
        assert!(!lossy, "the sample fits the encoding");
        check(&bytes, encoding, text);
    }

    #[test]
    fn each_encoding_is_recognized() {
        for text in [
            "Фамилия;Имя;Класс\r\nЁлкина;Алёна;7Б\r\n",
            "ФИО;Класс\nИВАНОВ ПЁТР;9В\n",
            "№;Ученик\n1;Щукин Егор\n",
            "Юдина Яна",
            "фио\nеж",
        ] {
            check(text.as_bytes(), Encoding::Utf8, text);
            check_round(text, Encoding::Windows1251);
            if !text.contains('№') {
                check_round(text, Encoding::Koi8R);
            }
            check_round(text, Encoding::Cp866);
        }
    }

    #[test]
    fn marks_are_not_text() {
        check(b"\xEF\xBB\xBF\xD0\xA4", Encoding::Utf8, "Ф");
        check(b"\xFF\xFE\x24\x04;\0", Encoding::Utf16Le, "Ф;");
        check(b"\xFE\xFF\x04\x24\0;", Encoding::Utf16Be, "Ф;");
    }

    #[test]
    fn utf16_without_a_mark() {
        let text = "Фамилия\tИмя\nИванов\tЛев\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&little, Encoding::Utf16Le, text);
        check(&big, Encoding::Utf16Be, text);
    }

    #[test]
    fn junk_is_no_text() {
        let junk: Vec<u8> = (0..2000_u32).map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
        assert_eq!(decode(&junk, &Native), Err(Unreadable::Binary));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &Native), Err(Unreadable::Binary));
    }
}
