//! Bytes as hexadecimal digits, and back.

use std::fmt::Write as _;

/// Two digits for each byte, in lower case.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing into a text does not fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The bytes; none where the text is something else, or half a byte is left over.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |c: u8| char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    text.as_bytes()
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => Some(digit(*high)? * 16 + digit(*low)?),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{hex, unhex};

    #[test]
    fn bytes_come_back() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(unhex(&hex(&bytes)), Some(bytes));
        assert_eq!(hex(&[0, 0x0f, 0xf0]), "000ff0");
        assert_eq!(unhex(""), Some(Vec::new()));
    }

    #[test]
    fn other_texts_are_no_bytes() {
        for text in ["0", "0g", "+1", "é", "000"] {
            assert_eq!(unhex(text), None, "{text}");
        }
    }
}
