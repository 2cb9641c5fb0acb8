//! Cases as the fixtures keep them, and files sealed as a writer would.

use std::io::Write as _;

use sha2::{Digest as _, Sha256};

/// The bytes of a case: `^xNN` is a byte, `^(n,text)` the text n times, `^^` a caret.
pub fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('^') {
        out.extend_from_slice(before.as_bytes());
        rest = if let Some(hex) = after.strip_prefix('x') {
            out.push(u8::from_str_radix(&hex[..2], 16).unwrap());
            &hex[2..]
        } else if let Some(repeat) = after.strip_prefix('(') {
            let (count, repeat) = repeat.split_once(',').unwrap();
            // The repeated text holds no closing parenthesis.
            let (part, after) = repeat.split_once(')').unwrap();
            out.extend(bytes(part).repeat(count.parse().unwrap()));
            after
        } else {
            out.push(b'^');
            after.strip_prefix('^').expect("a caret stands for itself only twice")
        };
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// The lines of a fixture that are cases.
pub fn lines(fixture: &'static str) -> impl Iterator<Item = &'static str> {
    fixture.lines().filter(|line| !line.starts_with('#') || line.starts_with("#\t"))
}

/// Seals a file: `body` is the whole object as far as `\n}`.
pub fn sealed(body: &[u8]) -> Vec<u8> {
    let mut out = body.strip_suffix(b"\n}").unwrap().to_vec();
    out.extend_from_slice(b",\n");
    let digest = Sha256::digest(&out);
    out.extend_from_slice(b"\"sha256\": \"");
    for byte in digest {
        write!(out, "{byte:02x}").unwrap();
    }
    out.extend_from_slice(b"\"\n}\n");
    out
}

#[test]
fn cases_are_spelled() {
    assert_eq!(bytes("a^xffb^(3,^x00[)^^"), b"a\xffb\0[\0[\0[^");
}
