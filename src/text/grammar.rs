//! Cases of names and posts for Russian sentences: «назначить Баранова Глеба Олеговича, учителя информатики».
//!
//! English sentences take the words as the plan has them. What the rules only guess is flagged, so that a paper can ask
//! for a look before it is signed.

mod adjective;
mod family;
mod given;
mod name;
mod noun;
mod post;

pub use name::{Initials, gender, initials, name};
pub use post::{post, running};

/// A case of Russian grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Кто.
    Nominative,
    /// Кого нет.
    Genitive,
    /// Кому.
    Dative,
    /// Кого вижу.
    Accusative,
    /// Кем.
    Instrumental,
    /// О ком.
    Prepositional,
}

impl Case {
    /// Every case, in the order of grammars.
    pub const ALL: [Self; 6] =
        [Self::Nominative, Self::Genitive, Self::Dative, Self::Accusative, Self::Instrumental, Self::Prepositional];

    /// Picks the form of a case from those of the genitive, dative, accusative, instrumental and prepositional.
    const fn pick<'a>(self, nominative: &'a str, oblique: [&'a str; 5]) -> &'a str {
        let [genitive, dative, accusative, instrumental, prepositional] = oblique;
        match self {
            Self::Nominative => nominative,
            Self::Genitive => genitive,
            Self::Dative => dative,
            Self::Accusative => accusative,
            Self::Instrumental => instrumental,
            Self::Prepositional => prepositional,
        }
    }
}

/// A word or words in a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Declined {
    /// The words.
    pub text: String,
    /// Whether the rules know the form; otherwise somebody looks at it before signing.
    pub is_sure: bool,
}

impl Declined {
    fn sure(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_sure: true }
    }

    fn guess(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_sure: false }
    }

    /// Joins words with what stands between them; sure where every word is.
    fn join(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let (mut text, mut is_sure) = (String::new(), true);
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                text.push_str(between);
            }
            text.push_str(&part.text);
            is_sure &= part.is_sure;
        }
        Self { text, is_sure }
    }
}

/// Replaces the last `cut` characters of a word; a shorter word stays as it is.
fn ending(word: &str, cut: usize, ending: &str) -> String {
    let length = word.chars().count();
    if length < cut {
        return word.to_owned();
    }
    let mut out: String = word.chars().take(length - cut).collect();
    out.push_str(ending);
    out
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

fn is_russian(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё' | '-' | '.' | ' ' | '\'' | '’'))
}

#[cfg(test)]
mod tests;
