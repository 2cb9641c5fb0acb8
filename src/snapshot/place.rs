//! Finds what stands at a line and column of a file, so that an error says `records.people[12].phone`.

use std::fmt::Write as _;

/// Levels that a path names; deeper ones are passed over.
const NAMED: usize = 32;

enum Frame<'a> {
    Object { key: &'a str, is_key_next: bool },
    List { index: usize },
}

/// The path to the value at a line and column, both from 1, the column in bytes.
#[must_use]
pub fn path_at(text: &str, line: usize, column: usize) -> String {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(skip) => text.match_indices('\n').nth(skip).map_or(text.len(), |(at, _)| at + 1),
    };
    let end = start.saturating_add(column).min(text.len());
    print(&frames(text, end))
}

fn frames(text: &str, end: usize) -> Vec<Frame<'_>> {
    let bytes = text.as_bytes();
    let mut frames: Vec<Frame> = Vec::new();
    let mut unnamed = 0_usize;
    let mut at = 0;
    while at < end {
        match bytes.get(at) {
            Some(b'"') => {
                let close = string_end(bytes, at + 1);
                if unnamed == 0
                    && let Some(Frame::Object { key, is_key_next: is_key_next @ true }) = frames.last_mut()
                {
                    *key = text.get(at + 1..close).unwrap_or_default();
                    *is_key_next = false;
                }
                at = close;
            }
            Some(b'{' | b'[') if frames.len() >= NAMED => unnamed += 1,
            Some(b'}' | b']') if unnamed > 0 => unnamed -= 1,
            Some(b'{') => frames.push(Frame::Object { key: "", is_key_next: true }),
            Some(b'[') => frames.push(Frame::List { index: 0 }),
            Some(b'}' | b']') => {
                frames.pop();
            }
            Some(b',') if unnamed == 0 => match frames.last_mut() {
                // A comma at the very place belongs to the value before it.
                Some(_) if at + 1 >= end => {}
                Some(Frame::Object { is_key_next, .. }) => *is_key_next = true,
                Some(Frame::List { index }) => *index += 1,
                None => {}
            },
            _ => {}
        }
        at += 1;
    }
    frames
}

/// The place of the quote that closes a string.
fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => break,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

fn print(frames: &[Frame]) -> String {
    let mut out = String::new();
    for frame in frames {
        // Writing to a String never fails.
        let _ = match frame {
            Frame::Object { key: "", .. } => Ok(()),
            Frame::Object { key, .. } if out.is_empty() => write!(out, "{key}"),
            Frame::Object { key, .. } => write!(out, ".{key}"),
            Frame::List { index } => write!(out, "[{index}]"),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::path_at;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let at = text.find('¦').unwrap();
        let (line, column) = (text[..at].lines().count(), at - text[..at].rfind('\n').map_or(0, |n| n + 1));
        assert_eq!(path_at(&text.replace('¦', ""), line, column), expected);
    }

    #[test]
    fn paths() {
        check("{\"a\": 1¦}", "a");
        check("{\"a\": 1,\n\"b\": [1, {\"c\\\"d\": 2¦}]}", "b[1].c\\\"d");
        check("{\"a\": {\"b\": 1}¦, \"c\": 2}", "a");
        check("{\"a\": {\"b,{[\": 1},\n \"c\": [[], [2,3¦]]}", "c[1][1]");
        check("[¦", "[0]");
    }

    #[test]
    fn deep_values_are_passed_over() {
        let deep = format!("{{\"a\": {}1{}, \"b\": x", "[".repeat(500), "]".repeat(500));
        assert_eq!(path_at(&deep, 1, deep.len()), "b");
    }
}
