//! A paper as a letter for the mail program.

use std::fmt::Write as _;

/// Makes a `mailto:` address with subject and text (RFC 6068).
pub(super) fn mailto(to: &str, subject: &str, lines: &[String]) -> String {
    format!("mailto:{}?subject={}&body={}", encoded(to), encoded(subject), encoded(&lines.join("\r\n")))
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'@') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::mailto;

    #[test]
    fn subject_and_lines_are_encoded() {
        let lines = ["Да & нет".to_owned(), "2".to_owned()];
        assert_eq!(
            mailto("info@example.org", "Заявка", &lines),
            "mailto:info@example.org?subject=%D0%97%D0%B0%D1%8F%D0%B2%D0%BA%D0%B0&body=%D0%94%D0%B0%20%26%20%D0%BD%D0%B5%D1%82%0D%0A2"
        );
    }
}
