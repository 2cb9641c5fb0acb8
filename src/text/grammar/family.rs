//! Family names in cases.

use crate::domain::Gender;

use super::given::{library, library_gender};
use super::{Case, Declined, ending, is_vowel};

/// Puts a family name into a case; each half of a double one by itself.
pub(super) fn decline(word: &str, gender: Gender, case: Case) -> Declined {
    let halves: Vec<&str> = word.split('-').collect();
    let last = halves.len().saturating_sub(1);
    let declined = halves.iter().enumerate().map(|(at, half)| {
        let mut declined = one(half, gender, case);
        // The first half of a foreign double name may stay: «Корвин-Круковский».
        if at < last && !is_common(half, gender) {
            declined.is_sure = false;
            if library(case).is_some_and(|form| first_half_stays(half, gender, form)) {
                (*half).clone_into(&mut declined.text);
            }
        }
        declined
    });
    Declined::join(declined, "-")
}

/// Whether the library keeps this first half: it tells only of a whole double name.
fn first_half_stays(half: &str, gender: Gender, form: petrovich::Case) -> bool {
    petrovich::lastname(library_gender(gender), &format!("{half}-Ли"), form) == format!("{half}-Ли")
}

fn one(word: &str, gender: Gender, case: Case) -> Declined {
    let Some(form) = library(case) else { return Declined::sure(word) };
    let lower = word.to_lowercase();
    if gender == Gender::Male
        && let Some(text) = fleeting(word, &lower, case)
    {
        return Declined::guess(text);
    }
    let text = petrovich::lastname(library_gender(gender), word, form);
    Declined { text, is_sure: is_common(word, gender) || is_regular(&lower, gender) }
}

/// Men's names in -ец and -яц lose or keep the vowel as the family has it; the common way, to be checked.
fn fleeting(word: &str, lower: &str, case: Case) -> Option<String> {
    let forms = |stem: &str| ending(word, 2, &format!("{stem}{}", case.pick("", ["а", "у", "а", "ем", "е"])));
    if lower.ends_with("яц") {
        return Some(forms("йц"));
    }
    let mut before = lower.strip_suffix("ец")?.chars().rev();
    let (last, second) = (before.next()?, before.next());
    Some(match second {
        _ if is_vowel(last) => forms("йц"),
        // Two consonants need the vowel: «Кузнеца», «Жнеца»; so does a word of one syllable: «Швеца».
        Some(second) if !is_vowel(second) && last != 'л' => forms("ец"),
        None => forms("ец"),
        Some(_) if last == 'л' => forms("ьц"),
        Some(_) => forms("ц"),
    })
}

/// Whether the name has one of the endings that most names of Russia have.
fn is_common(word: &str, gender: Gender) -> bool {
    const MALE: [&str; 9] = ["ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой"];
    const FEMALE: [&str; 7] = ["ова", "ева", "ёва", "ина", "ына", "ская", "цкая"];
    const BOTH: [&str; 6] = ["ых", "их", "ко", "дзе", "швили", "аго"];
    let lower = word.to_lowercase();
    let own: &[&str] = match gender {
        Gender::Male => &MALE,
        Gender::Female => &FEMALE,
    };
    lower.chars().count() > 3 && own.iter().chain(&BOTH).any(|end| lower.ends_with(end))
}

/// Whether a rule without exceptions speaks of the name.
fn is_regular(lower: &str, gender: Gender) -> bool {
    let Some(last) = lower.chars().next_back() else { return false };
    let ends = |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end));
    match (gender, last) {
        // Vowels other than -а, -я never change: «Гёте», «Шевченко», «Ли».
        (_, 'о' | 'е' | 'э' | 'и' | 'ы' | 'у' | 'ю') => true,
        // A woman with a man's form is a slip of the pen or a foreign name.
        (Gender::Female, 'в' | 'н') if ends(&["ов", "ев", "ёв", "ин", "ын"]) => false,
        (Gender::Female, 'й') if ends(&["ский", "цкий"]) => false,
        // A woman's name in a consonant does not change: «Ким», «Мицкевич», «Лебедь».
        (Gender::Female, c) if !is_vowel(c) => true,
        (Gender::Female, 'я') => ends(&["ая", "яя"]),
        // Names in -а with the vowel stressed after the French way stay: only common endings are sure.
        (_, 'а') => ends(&["ка", "ха", "ша", "ча", "ца", "жа", "ба", "да", "ава", "ла"]) && !ends(&["ега", "петипа"]),
        (Gender::Male, 'й') => {
            ends(&["ой", "ый", "ий", "ай", "ей"]) && !ends(&["бой", "вой", "гой", "рой", "сой", "цой"])
                || lower == "цой"
        }
        // A vowel may be lost or kept: «Волчок», «Лев», «Заяц», «Пень».
        (Gender::Male, 'к') => !ends(&["ок", "ёк", "ек"]),
        (Gender::Male, 'ь') => !ends(&["ень", "оть"]),
        (_, 'я') | (Gender::Female, _) => false,
        (Gender::Male, _) => !ends(&["ел", "ол", "ёл", "лев", "пес"]),
    }
}
