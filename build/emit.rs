//! Writes the Rust of the checked messages: a match over the language, texts pushed into one `String`.

use std::fmt::{self, Write};

use super::{Checked, Key, Kind, Piece, snake};

/// The whole module.
pub(super) fn module(messages: &[Checked<'_>]) -> String {
    let mut code = String::new();
    // Writing into a `String` cannot fail.
    let _ = write_module(&mut code, messages);
    code
}

fn write_module(code: &mut String, messages: &[Checked<'_>]) -> fmt::Result {
    for message in messages {
        writeln!(code, "/// `{}`: {}", message.id, summary(message.en))?;
        match (message.variables.is_empty(), message.ru, message.en) {
            (true, [Piece::Text(ru)], [Piece::Text(en)]) => constant(code, message.id, ru, en)?,
            _ => function(code, message)?,
        }
    }
    writeln!(
        code,
        "/// Every message, by the name of its function.\n#[cfg(test)]\npub(crate) const NAMES: &[&str] = &["
    )?;
    for message in messages {
        writeln!(code, "    {:?},", snake(message.id))?;
    }
    writeln!(code, "];")
}

/// A message without variables.
fn constant(code: &mut String, id: &str, ru: &str, en: &str) -> fmt::Result {
    writeln!(code, "pub const fn {}(lang: Lang) -> &'static str {{", snake(id))?;
    writeln!(code, "    match lang {{\n        Lang::Ru => {ru:?},\n        Lang::En => {en:?},\n    }}\n}}")
}

/// A message with variables, in alphabetical order.
fn function(code: &mut String, message: &Checked<'_>) -> fmt::Result {
    write!(code, "pub fn {}(lang: Lang", snake(message.id))?;
    for (variable, kind) in &message.variables {
        let kind = match kind {
            Kind::Number => "u64",
            Kind::Text => "&str",
        };
        write!(code, ", {}: {kind}", snake(variable))?;
    }
    writeln!(code, ") -> String {{\n    let mut out = String::new();\n    match lang {{")?;
    for (language, pieces) in [("Ru", message.ru), ("En", message.en)] {
        writeln!(code, "        Lang::{language} => {{")?;
        statements(code, message, pieces, 3)?;
        writeln!(code, "        }}")?;
    }
    writeln!(code, "    }}\n    out\n}}")
}

fn statements(code: &mut String, message: &Checked<'_>, pieces: &[Piece], depth: usize) -> fmt::Result {
    let indent = "    ".repeat(depth);
    for piece in pieces {
        match piece {
            Piece::Text(text) => writeln!(code, "{indent}out.push_str({text:?});")?,
            Piece::Variable(variable) => {
                let name = snake(variable);
                match message.variables.get(variable) {
                    Some(Kind::Number) => writeln!(code, "{indent}number::push(&mut out, lang, {name});")?,
                    Some(Kind::Text) | None => writeln!(code, "{indent}out.push_str({name});")?,
                }
            }
            Piece::Select { variable, plural, variants, default } => {
                let name = snake(variable);
                if *plural {
                    writeln!(code, "{indent}match ({name}, plural::category(lang, {name})) {{")?;
                } else {
                    writeln!(code, "{indent}match {name} {{")?;
                }
                // A number is more than its category: `[1]` stands before `[one]` whatever the order in the file.
                let mut variants: Vec<_> = variants.iter().collect();
                variants.sort_by_key(|(key, _)| matches!(key, Key::Name(_)));
                for (key, pieces) in variants {
                    writeln!(code, "{indent}    {} => {{", arm(key, *plural))?;
                    statements(code, message, pieces, depth + 2)?;
                    writeln!(code, "{indent}    }}")?;
                }
                writeln!(code, "{indent}    _ => {{")?;
                statements(code, message, &default.1, depth + 2)?;
                writeln!(code, "{indent}    }}\n{indent}}}")?;
            }
        }
    }
    Ok(())
}

/// The pattern of a match arm.
fn arm(key: &Key, plural: bool) -> String {
    match key {
        Key::Number(number) => format!("({number}, _)"),
        Key::Name(name) if plural => {
            let (first, rest) = name.split_at(1);
            format!("(_, Category::{}{rest})", first.to_uppercase())
        }
        Key::Name(name) => format!("{name:?}"),
    }
}

/// The message on one line, for the documentation of its function.
fn summary(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => line.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" ")),
            Piece::Variable(variable) => {
                let _ = write!(line, " ${variable} ");
            }
            Piece::Select { default, .. } => line.push_str(&summary(&default.1)),
        }
    }
    line.replace(['[', ']', '<', '>', '`'], "")
}
