//! Names of people in cases and with initials.

use crate::domain::{Gender, PersonName};

use super::super::Lang;
use super::{Case, Declined, family, given, is_russian};

/// On which side of the family name the initials stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Initials {
    /// «Н. А. Орлова»: in signatures and in running text.
    First,
    /// «Орлова Н. А.»: in lists.
    Last,
}

/// The gender of a person: the stored one, else what the patronymic tells.
#[must_use]
pub fn gender(name: &PersonName, stored: Option<Gender>) -> Option<Gender> {
    stored.or_else(|| name.patronymic().and_then(given::gender_of_patronymic))
}

/// Puts a whole name into a case: «Баранову Глебу Олеговичу».
#[must_use]
pub fn name(lang: Lang, name: &PersonName, gender: Option<Gender>, case: Case) -> Declined {
    if lang == Lang::En || case == Case::Nominative {
        return Declined::sure(name.to_string());
    }
    let Some(gender) = self::gender(name, gender) else {
        return Declined::guess(name.to_string());
    };
    let parts = [
        part(name.family(), |word| family::decline(word, gender, case)),
        part(name.given(), |word| given::decline(word, gender, case)),
    ];
    let patronymic = name.patronymic().map(|word| given::decline_patronymic(word, gender, case));
    Declined::join(parts.into_iter().chain(patronymic), " ")
}

/// Puts a name with initials into a case: «Орловой Н. А.», «Н. А. Орловой». The spaces do not break.
#[must_use]
pub fn initials(lang: Lang, name: &PersonName, gender: Option<Gender>, side: Initials, case: Case) -> Declined {
    let family = if lang == Lang::En || case == Case::Nominative {
        Declined::sure(name.family())
    } else {
        match self::gender(name, gender) {
            Some(gender) => part(name.family(), |word| family::decline(word, gender, case)),
            None => Declined::guess(name.family()),
        }
    };
    let initials = [Some(name.given()), name.patronymic()]
        .into_iter()
        .flatten()
        .filter_map(|part| part.chars().next())
        .map(|letter| Declined::sure(format!("{}.", letter.to_uppercase())));
    match side {
        Initials::First => Declined::join(initials.chain([family]), "\u{a0}"),
        Initials::Last => Declined::join(std::iter::once(family).chain(initials), "\u{a0}"),
    }
}

/// Words that stand in a name and never change: «Де Лазари», «Петров-Водкин мл.».
fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 22] = [
        "де", "ди", "да", "дю", "ду", "ла", "ле", "дель", "дос", "ван", "фон", "тер", "ибн", "бин", "эль", "аль",
        "оглы", "оглу", "кызы", "гызы", "заде", "улы",
    ];
    let lower = word.to_lowercase();
    PARTICLES.contains(&lower.as_str()) || (lower.ends_with('.') && lower.chars().count() <= 4)
}

/// Declines each word of a part of a name, brought to the usual case of letters first.
fn part(words: &str, decline: impl Fn(&str) -> Declined) -> Declined {
    let words = words.split(' ').map(|word| {
        if is_particle(word) {
            Declined::sure(word)
        } else if is_russian(word) {
            decline(&title_case(word))
        } else {
            Declined::guess(word)
        }
    });
    Declined::join(words, " ")
}

/// Brings a word written in one case of letters to the usual: `ИВАНОВА`, `иванова` → `Иванова`; others stay.
pub(super) fn title_case(word: &str) -> String {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let is_one_case = letters().count() > 1 && (letters().all(char::is_uppercase) || letters().all(char::is_lowercase));
    if !is_one_case {
        return word.to_owned();
    }
    let mut begins = true;
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if begins {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        begins = !c.is_alphabetic();
    }
    out
}
