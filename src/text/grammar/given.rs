//! Given names and patronymics in cases.

use crate::domain::Gender;

use super::name::title_case;
use super::{Case, Declined, ending, is_russian, is_vowel};

/// The case in the words of the library; none for the nominative, which it does not speak of.
pub(super) const fn library(case: Case) -> Option<petrovich::Case> {
    Some(match case {
        Case::Nominative => return None,
        Case::Genitive => petrovich::Case::Genitive,
        Case::Dative => petrovich::Case::Dative,
        Case::Accusative => petrovich::Case::Accusative,
        Case::Instrumental => petrovich::Case::Instrumental,
        Case::Prepositional => petrovich::Case::Prepositional,
    })
}

/// The gender in the words of the library.
pub(super) const fn library_gender(gender: Gender) -> petrovich::Gender {
    match gender {
        Gender::Male => petrovich::Gender::Male,
        Gender::Female => petrovich::Gender::Female,
    }
}

/// What the ending of a patronymic tells of its bearer.
pub(super) fn gender_of_patronymic(word: &str) -> Option<Gender> {
    let lower = word.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&["ич", "оглы", "оглу", "улы"]) {
        Some(Gender::Male)
    } else if ends(&["вна", "чна", "шна", "кызы", "гызы"]) {
        Some(Gender::Female)
    } else {
        None
    }
}

/// Puts a given name into a case; each half of a double one by itself.
pub(super) fn decline(word: &str, gender: Gender, case: Case) -> Declined {
    Declined::join(word.split('-').map(|half| one(half, gender, case)), "-")
}

fn one(word: &str, gender: Gender, case: Case) -> Declined {
    let Some(form) = library(case) else { return Declined::sure(word) };
    let lower = word.to_lowercase();
    if gender == Gender::Female && lower.ends_with("ия") {
        // The library's rule for -ния, -рия, -вия gives «Марием».
        let form = case.pick("ия", ["ии", "ии", "ию", "ией", "ии"]);
        return Declined::sure(ending(word, 2, form));
    }
    let text = petrovich::firstname(library_gender(gender), word, form);
    let is_sure = match (gender, lower.chars().next_back()) {
        // «Айгуль», «Нинель» are declined by some families only; «Любовь» by all.
        (Gender::Female, Some('ь')) => lower == "любовь",
        // A man's name in -о, -е, a woman's in a consonant stay: «Хосе», «Кармен».
        (_, Some('а' | 'я')) => !lower.ends_with("иа") && !lower.ends_with("уа"),
        (_, Some(_)) => true,
        (_, None) => false,
    };
    Declined { text, is_sure }
}

/// Puts a patronymic into a case; «Али оглы» and «Али кызы» do not change.
pub(super) fn decline_patronymic(words: &str, gender: Gender, case: Case) -> Declined {
    let Some(form) = library(case) else { return Declined::sure(words) };
    let lower = words.to_lowercase();
    if ["оглы", "оглу", "улы", "кызы", "гызы"].iter().any(|end| lower.ends_with(end)) {
        return Declined::sure(words);
    }
    if !is_russian(words) || gender_of_patronymic(words) != Some(gender) {
        return Declined::guess(words);
    }
    let words = title_case(words);
    let stem_end = lower.strip_suffix("ич").and_then(|stem| stem.chars().next_back());
    if gender == Gender::Male && stem_end.is_some_and(|c| !is_vowel(c) && c != 'в') {
        // «Ильич», «Лукич», «Кузьмич» are stressed on the ending: «Ильичом», unlike «Олеговичем».
        return Declined::sure(ending(&words, 0, case.pick("", ["а", "у", "а", "ом", "е"])));
    }
    Declined::sure(petrovich::middlename(library_gender(gender), &words, form))
}
