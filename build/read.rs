//! Parses the files of a language and resolves terms and message references into plain pieces.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::{parser, unicode};

use super::{Catalog, Fault, Key, Language, Message, Piece, Problem, Source};

/// The plural categories of CLDR: a selector that has only these and numbers as keys is a plural selector.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The patterns of a language before they are resolved. Terms keep their `-`, so that one map holds both.
type Patterns<'s> = BTreeMap<String, (&'s str, Pattern<&'s str>)>;

/// The arguments of a term; `None` in a message.
type Arguments<'a> = Option<&'a BTreeMap<String, String>>;

/// Reads all files of `language`; what is wrong goes into `problems`.
pub(super) fn catalog(language: Language, sources: &[Source], problems: &mut Vec<Problem>) -> Catalog {
    let mut patterns = Patterns::new();
    for source in sources.iter().filter(|source| source.language == language) {
        entries(source, &mut patterns, problems);
    }
    let mut catalog = Catalog::new();
    for (id, (file, pattern)) in &patterns {
        if id.starts_with('-') {
            continue;
        }
        let resolver = Resolver { patterns: &patterns };
        match resolver.pattern(pattern, None, &mut vec![id.clone()]) {
            Ok(pieces) => {
                catalog.insert(id.clone(), Message { file: (*file).to_owned(), pieces });
            }
            Err(fault) => problems.push(Problem { file: (*file).to_owned(), id: id.clone(), fault }),
        }
    }
    catalog
}

/// Parses one file into `patterns`.
fn entries<'s>(source: &'s Source, patterns: &mut Patterns<'s>, problems: &mut Vec<Problem>) {
    let mut problem = |id: &str, fault| problems.push(Problem { file: source.file.clone(), id: id.to_owned(), fault });
    let (resource, errors) = match parser::parse(source.text.as_str()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    for error in errors {
        let junk = error.slice.clone().and_then(|slice| source.text.get(slice)).unwrap_or_default();
        problem(junk.lines().next().unwrap_or_default().trim(), Fault::Junk(error.kind.to_string()));
    }
    for entry in resource.body {
        let (id, pattern, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => continue,
        };
        if !attributes.is_empty() {
            problem(&id, Fault::Unsupported("attributes"));
        }
        match pattern {
            None => problem(&id, Fault::Empty),
            Some(_) if patterns.contains_key(&id) => problem(&id, Fault::Duplicate),
            Some(pattern) => {
                patterns.insert(id, (source.file.as_str(), pattern));
            }
        }
    }
}

/// Turns patterns into pieces.
struct Resolver<'a, 's> {
    patterns: &'a Patterns<'s>,
}

impl Resolver<'_, '_> {
    /// Resolves a pattern; `trail` holds the messages and terms that it stands in.
    fn pattern(
        &self,
        pattern: &Pattern<&str>,
        arguments: Arguments<'_>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Piece>, Fault> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            let more = match element {
                PatternElement::TextElement { value } => vec![Piece::Text((*value).to_owned())],
                PatternElement::Placeable { expression } => self.expression(expression, arguments, trail)?,
            };
            for piece in more {
                push(&mut pieces, piece);
            }
        }
        Ok(pieces)
    }

    fn expression(
        &self,
        expression: &Expression<&str>,
        arguments: Arguments<'_>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Piece>, Fault> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, arguments, trail),
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                self.select(id.name, variants, arguments, trail)
            }
            Expression::Select { .. } => Err(Fault::Unsupported("selectors that are no variables")),
        }
    }

    fn inline(
        &self,
        inline: &InlineExpression<&str>,
        arguments: Arguments<'_>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Piece>, Fault> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Ok(vec![Piece::Text(unicode::unescape_unicode_to_string(value).into_owned())])
            }
            InlineExpression::NumberLiteral { value } => Ok(vec![Piece::Text((*value).to_owned())]),
            InlineExpression::VariableReference { id } => match arguments {
                None => Ok(vec![Piece::Variable(id.name.to_owned())]),
                Some(given) => match given.get(id.name) {
                    Some(value) => Ok(vec![Piece::Text(value.clone())]),
                    None => Err(Fault::Unknown(format!("${}", id.name))),
                },
            },
            InlineExpression::MessageReference { attribute: Some(_), .. }
            | InlineExpression::TermReference { attribute: Some(_), .. } => Err(Fault::Unsupported("attributes")),
            InlineExpression::MessageReference { id, attribute: None } => self.reference(id.name, arguments, trail),
            InlineExpression::TermReference { id, attribute: None, arguments } => {
                let mut given = BTreeMap::new();
                for argument in arguments.iter().flat_map(|arguments| &arguments.named) {
                    let value = self.inline(&argument.value, None, trail)?;
                    if let [Piece::Text(value)] = value.as_slice() {
                        given.insert(argument.name.name.to_owned(), value.clone());
                    }
                }
                self.reference(&format!("-{}", id.name), Some(&given), trail)
            }
            InlineExpression::Placeable { expression } => self.expression(expression, arguments, trail),
            InlineExpression::FunctionReference { .. } => Err(Fault::Unsupported("functions")),
        }
    }

    /// Puts another message or term in place.
    fn reference(&self, name: &str, arguments: Arguments<'_>, trail: &mut Vec<String>) -> Result<Vec<Piece>, Fault> {
        if trail.iter().any(|outer| outer == name) {
            return Err(Fault::Cycle(name.to_owned()));
        }
        let (_, pattern) = self.patterns.get(name).ok_or_else(|| Fault::Unknown(name.to_owned()))?;
        trail.push(name.to_owned());
        let pieces = self.pattern(pattern, arguments, trail);
        trail.pop();
        pieces
    }

    /// Resolves a selector; inside a term the variant is chosen here and now.
    fn select(
        &self,
        variable: &str,
        variants: &[Variant<&str>],
        arguments: Arguments<'_>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Piece>, Fault> {
        if let Some(given) = arguments {
            let given = given.get(variable).map(String::as_str);
            let chosen = variants.iter().find(|variant| Some(text(&variant.key)) == given);
            let chosen = chosen.or_else(|| variants.iter().find(|variant| variant.default));
            return chosen.map_or(Err(Fault::Empty), |variant| self.pattern(&variant.value, arguments, trail));
        }
        let mut others = Vec::new();
        let mut default = None;
        for variant in variants {
            let key = key(&variant.key)?;
            if others.iter().chain(&default).any(|(known, _)| *known == key) {
                return Err(Fault::DuplicateKey(text(&variant.key).to_owned()));
            }
            let pieces = self.pattern(&variant.value, None, trail)?;
            if variant.default {
                default = Some((key, pieces));
            } else {
                others.push((key, pieces));
            }
        }
        let default = default.ok_or(Fault::Empty)?;
        let keys = || others.iter().chain([&default]).map(|(key, _)| key);
        let plural = keys().all(|key| match key {
            Key::Name(name) => CATEGORIES.contains(&name.as_str()),
            Key::Number(_) => true,
        });
        if !plural && keys().any(|key| matches!(key, Key::Number(_))) {
            return Err(Fault::MixedKeys(variable.to_owned()));
        }
        Ok(vec![Piece::Select { variable: variable.to_owned(), plural, variants: others, default }])
    }
}

/// Appends a piece; neighboring texts become one.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
        (_, piece) => pieces.push(piece),
    }
}

fn text<'k>(key: &VariantKey<&'k str>) -> &'k str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn key(key: &VariantKey<&str>) -> Result<Key, Fault> {
    match key {
        VariantKey::Identifier { name } => Ok(Key::Name((*name).to_owned())),
        VariantKey::NumberLiteral { value } => {
            value.parse().map(Key::Number).map_err(|_| Fault::Unsupported("keys that are no whole numbers"))
        }
    }
}
