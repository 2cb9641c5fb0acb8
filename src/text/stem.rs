//! Forms of a word, as far as finding the words of a glossary needs them: a stem, and the endings that nouns and adjectives
//! have.

/// Endings of nouns and adjectives, Russian and English, the longest first. A word is its stem with one of them or none.
const ENDINGS: [&str; 50] = [
    "иями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "иям", "иях", "ием", "ией", "ая", "яя", "ую", "юю",
    "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ом", "ем", "ым", "им", "ых", "их", "ов", "ев", "ам", "ям", "ах",
    "ях", "ия", "ию", "ии", "es", "s", "а", "я", "о", "е", "ы", "и", "у", "ю",
];
/// Soft signs end a word too, but say nothing of its case.
const SOFT: char = 'ь';
/// Letters that a stem has at least: shorter ones are many words.
const STEM: usize = 4;

/// The stem of a folded word.
#[must_use]
pub fn stem(word: &str) -> &str {
    let hard = word.trim_end_matches(SOFT);
    let mut cut = ENDINGS.iter().filter_map(|ending| hard.strip_suffix(ending));
    cut.find(|stem| stem.chars().count() >= STEM).unwrap_or(hard)
}

/// Whether a folded word is a form of the word with this stem.
#[must_use]
pub fn is_form(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|rest| rest.is_empty() || rest.chars().eq([SOFT]) || ENDINGS.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::{is_form, stem};

    #[track_caller]
    fn check(word: &str, forms: &[&str], others: &[&str]) {
        for form in forms {
            assert!(is_form(form, stem(word)), "{form} of {word}");
        }
        for other in others {
            assert!(!is_form(other, stem(word)), "{other} of {word}");
        }
    }

    #[test]
    fn forms_are_told_from_other_words() {
        check("приложение", &["приложения", "приложением", "приложениями"], &["приложить", "приложенный"]);
        check("пользователи", &["пользователь", "пользователей", "пользователя"], &["пользовательский"]);
        check("актив", &["актив", "активом", "активы"], &["активный", "акт"]);
        check("users", &["user", "users"], &["useful"]);
        // A short word keeps its ending.
        check("дом", &["дом", "дома"], &["домик"]);
    }
}
