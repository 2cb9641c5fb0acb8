//! Compares the languages and looks at every selector.

use std::collections::BTreeMap;

use super::{Catalog, Checked, Fault, Key, Kind, Language, Message, Piece, Problem};

/// Words that cannot name a function or an argument of the generated code.
const RESERVED: [&str; 44] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "lang", "let", "loop", "macro",
    "match", "mod", "move", "mut", "out", "override", "pub", "ref", "return", "static", "struct", "trait", "true",
    "try", "type", "use", "where",
];

/// Pairs the messages of the languages; what is wrong goes into `problems`.
pub(super) fn pair<'a>(ru: &'a Catalog, en: &'a Catalog, problems: &mut Vec<Problem>) -> Vec<Checked<'a>> {
    for (language, here, there) in [(Language::Ru, ru, en), (Language::En, en, ru)] {
        let other = if language == Language::Ru { Language::En } else { Language::Ru };
        for (id, message) in here {
            let mut faults = single(language, id, message);
            // A message that could not be read in the other language is reported there already.
            if !there.contains_key(id) && !problems.iter().any(|problem| problem.id == *id) {
                faults.push(Fault::MissingIn(other));
            }
            problems.extend(faults.into_iter().map(|fault| Problem {
                file: message.file.clone(),
                id: id.clone(),
                fault,
            }));
        }
    }
    let mut checked = Vec::new();
    for (id, ru_message) in ru {
        let Some(en_message) = en.get(id) else { continue };
        let mut problem =
            |message: &Message, fault| problems.push(Problem { file: message.file.clone(), id: id.clone(), fault });
        match (kinds(&ru_message.pieces), kinds(&en_message.pieces)) {
            (Ok(ru_kinds), Ok(en_kinds)) => {
                if !ru_kinds.keys().eq(en_kinds.keys()) {
                    let names = |kinds: &BTreeMap<String, Use>| kinds.keys().cloned().collect();
                    problem(ru_message, Fault::Variables(names(&ru_kinds), names(&en_kinds)));
                    continue;
                }
                match merge(ru_kinds, en_kinds) {
                    Ok(variables) => {
                        checked.push(Checked { id, variables, ru: &ru_message.pieces, en: &en_message.pieces });
                    }
                    Err(fault) => problem(ru_message, fault),
                }
            }
            (ru_kinds, en_kinds) => {
                for (message, kinds) in [(ru_message, ru_kinds), (en_message, en_kinds)] {
                    kinds.err().into_iter().for_each(|fault| problem(message, fault));
                }
            }
        }
    }
    checked
}

/// Checks a message on its own.
fn single(language: Language, id: &str, message: &Message) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !is_name(id) {
        faults.push(Fault::BadName(id.to_owned()));
    }
    if message.pieces.iter().all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty())) {
        faults.push(Fault::Empty);
    }
    plurals(&message.pieces, &mut |keys, default| faults.extend(plural_faults(language, keys, default)));
    faults
}

/// What a plural selector of `language` lacks or has too much.
fn plural_faults(language: Language, keys: &[&Key], default: &Key) -> Vec<Fault> {
    let mut faults = Vec::new();
    let needed = language.categories();
    for category in needed {
        if !keys.iter().any(|key| matches!(key, Key::Name(name) if name == category)) {
            faults.push(Fault::LacksCategory((*category).to_owned()));
        }
    }
    for key in keys {
        if let Key::Name(name) = key
            && !needed.contains(&name.as_str())
            && !language.defaults().contains(&name.as_str())
        {
            faults.push(Fault::StrangeCategory(name.clone()));
        }
    }
    match default {
        Key::Name(name) if language.defaults().contains(&name.as_str()) => {}
        Key::Name(name) => faults.push(Fault::StrangeCategory(format!("*{name}"))),
        Key::Number(number) => faults.push(Fault::StrangeCategory(format!("*{number}"))),
    }
    faults
}

/// Shows every plural selector, nested ones too, to `visit`: all keys but the default, the default.
fn plurals(pieces: &[Piece], visit: &mut impl FnMut(&[&Key], &Key)) {
    for piece in pieces {
        if let Piece::Select { plural, variants, default, .. } = piece {
            if *plural {
                let keys: Vec<&Key> = variants.iter().map(|(key, _)| key).collect();
                visit(&keys, &default.0);
            }
            for (_, pieces) in variants.iter().chain([default]) {
                plurals(pieces, visit);
            }
        }
    }
}

/// How a message uses a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Printed,
    Selects(Kind),
}

/// How the pieces use each variable.
fn kinds(pieces: &[Piece]) -> Result<BTreeMap<String, Use>, Fault> {
    let mut kinds = BTreeMap::new();
    collect(pieces, &mut kinds)?;
    Ok(kinds)
}

fn collect(pieces: &[Piece], kinds: &mut BTreeMap<String, Use>) -> Result<(), Fault> {
    for piece in pieces {
        let (variable, found) = match piece {
            Piece::Text(_) => continue,
            Piece::Variable(variable) => (variable, Use::Printed),
            Piece::Select { variable, plural: true, .. } => (variable, Use::Selects(Kind::Number)),
            Piece::Select { variable, plural: false, .. } => (variable, Use::Selects(Kind::Text)),
        };
        if !is_name(variable) {
            return Err(Fault::BadName(variable.clone()));
        }
        let known = kinds.get(variable).copied().unwrap_or(Use::Printed);
        kinds.insert(variable.clone(), both(variable, known, found)?);
        if let Piece::Select { variants, default, .. } = piece {
            for (_, pieces) in variants.iter().chain([default]) {
                collect(pieces, kinds)?;
            }
        }
    }
    Ok(())
}

/// Joins two uses of a variable.
fn both(variable: &str, one: Use, other: Use) -> Result<Use, Fault> {
    match (one, other) {
        (Use::Printed, found) | (found, Use::Printed) => Ok(found),
        (one, other) if one == other => Ok(one),
        _ => Err(Fault::TwoKinds(variable.to_owned())),
    }
}

/// Decides what each variable is; both maps have the same keys.
fn merge(ru: BTreeMap<String, Use>, en: BTreeMap<String, Use>) -> Result<BTreeMap<String, Kind>, Fault> {
    let mut variables = BTreeMap::new();
    for ((name, ru), en) in ru.into_iter().zip(en.into_values()) {
        let named = if is_number_name(&name) { Use::Selects(Kind::Number) } else { Use::Printed };
        let kind = match both(&name, both(&name, ru, en)?, named)? {
            Use::Printed => Kind::Text,
            Use::Selects(kind) => kind,
        };
        variables.insert(name, kind);
    }
    Ok(variables)
}

/// Whether a variable is a number by its name alone.
fn is_number_name(name: &str) -> bool {
    matches!(name, "count" | "total" | "n") || name.ends_with("-count")
}

/// Whether a message or variable can be a name in Rust.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.split('-').all(|part| {
            !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        })
        && !RESERVED.contains(&name)
}
