//! Tests over the source: every message is used, and no other layer holds a Russian sentence.
//!
//! Two words of a scanner for Rust are enough: it tells code from comments and string literals, and drops the items
//! marked `#[cfg(test)]`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::msg;

/// Code without comments and strings, and the strings with their lines.
#[derive(Default)]
struct Scanned {
    code: String,
    strings: Vec<(usize, String)>,
}

/// Scans a Rust file up to the parts that only tests use.
fn scan(text: &str) -> Scanned {
    let mut scanned = Scanned::default();
    let mut rest = text;
    // The number of braces open in an item marked `#[cfg(test)]`; `Some(0)` between the mark and its first brace.
    let mut testing: Option<usize> = None;
    while let Some(first) = rest.chars().next() {
        let (length, string) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), None)
        } else if rest.starts_with("/*") {
            (rest.find("*/").map_or(rest.len(), |end| end + 2), None)
        } else if let Some((length, content)) = string(rest, scanned.code.chars().last()) {
            (length, Some(content))
        } else {
            let length = character(rest).unwrap_or(first.len_utf8());
            if rest.starts_with("#[cfg(test)]") {
                testing = Some(0);
            }
            match (testing, first) {
                (None, _) => scanned.code.push_str(&rest[..length]),
                (Some(0), ';') | (Some(1), '}') => testing = None,
                (Some(open), '{') => testing = Some(open + 1),
                (Some(open), '}') => testing = Some(open - 1),
                (Some(_), _) => {}
            }
            rest = &rest[length..];
            continue;
        };
        if let (Some(content), None) = (string, testing) {
            scanned.strings.push((text[..text.len() - rest.len()].lines().count(), content));
            scanned.code.push('"');
        }
        rest = &rest[length..];
    }
    scanned
}

/// The string literal that `rest` begins with, plain or raw: its length and what is in it.
fn string(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if rest.starts_with('r') && !before.is_some_and(|c| c.is_alphanumeric() && c != 'b' && c != 'c') {
        let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
        let open = rest[1 + hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let content = &open[..open.find(&end).unwrap_or(open.len())];
        return Some(((2 + hashes + content.len() + end.len()).min(rest.len()), content.to_owned()));
    }
    let content = rest.strip_prefix('"')?;
    let mut escaped = false;
    let length = content
        .find(|c| {
            let end = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            end
        })
        .unwrap_or(content.len());
    Some(((length + 2).min(rest.len()), content[..length].to_owned()))
}

/// The length of the character literal that `rest` begins with; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let content = rest.strip_prefix('\'')?;
    let mut letters = content.char_indices();
    let (_, first) = letters.next()?;
    if first == '\\' {
        letters.next()?;
        return content.get(2..)?.find('\'').map(|end| end + 4);
    }
    let (at, second) = letters.next()?;
    (second == '\'').then_some(at + 2)
}

/// Every Rust file under `folder` of the crate, tests' own files excepted.
fn sources(folder: &str) -> Vec<(PathBuf, Scanned)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && !path.ends_with("tests.rs")
            && !path.ends_with("sample.rs")
            && !path.parent().is_some_and(|folder| folder.ends_with("sample"))
        {
            let scanned = scan(&fs::read_to_string(&path).unwrap());
            found.push((path, scanned));
        }
    }
    found
}

/// The messages of `names` that `code` does not call as `msg::name`.
fn unused<'a>(names: &[&'a str], code: &str) -> Vec<&'a str> {
    let called: std::collections::BTreeSet<&str> = code
        .split("msg::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect();
    names.iter().copied().filter(|name| !called.contains(name)).collect()
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[test]
fn every_message_is_used() {
    let code: String = sources("src").into_iter().map(|(_, scanned)| scanned.code).collect();
    let unused = unused(msg::NAMES, &code);
    assert!(unused.is_empty(), "messages that nothing shows as `msg::…`: {}", unused.join(", "));
}

#[test]
fn sentences_stand_in_the_text_layer_only() {
    let mut found = Vec::new();
    for folder in ["src/ui", "src/view", "src/domain", "src/ui.rs", "src/view.rs", "src/domain.rs"] {
        for (path, scanned) in sources(folder) {
            for (line, content) in scanned.strings {
                if content.contains(is_cyrillic) {
                    found.push(format!("{}:{line}: {content}", path.display()));
                }
            }
        }
    }
    assert!(found.is_empty(), "Russian in string literals:\n{}", found.join("\n"));
}

#[test]
fn the_scanner_sees_a_use_and_not_a_mention() {
    let text = "// msg::a\nlet x = msg::b(lang); \"msg::c\"\n/* msg::d */\n#[cfg(test)]\nmod tests { fn f() { msg::e } }\n\
                let y = text::msg::f_1;";
    assert_eq!(unused(&["a", "b", "c", "d", "e", "f_1", "f"], &scan(text).code), ["a", "c", "d", "e", "f"]);
}

#[test]
fn the_scanner_finds_strings() {
    let text = "// «нет»\nlet a = \"да\\\" \u{411}\";\nlet b = '\"'; let c: &'static str = r#\"сырая \" строка\"#;\n\
                let q = ['\\'', '\\u{411}', 'Б'];\nlet d = b\"ascii\";\n#[cfg(test)]\nmod tests;\nlet e = \"после\";\n\
                #[cfg(test)]\nmod more { const X: &str = \"{тест\"; }\nlet f = \"конец\";";
    let strings = scan(text).strings;
    let expected = [(2, "да\\\" \u{411}"), (3, "сырая \" строка"), (5, "ascii"), (8, "после"), (11, "конец")];
    assert_eq!(strings, expected.map(|(line, content)| (line, content.to_owned())));
}
