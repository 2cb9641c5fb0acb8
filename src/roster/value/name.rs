//! Names of persons as lists write them: capitals, double spaces, prefixes, several persons in a cell.

use crate::domain::words::{fold, is_invisible, mixes_alphabets, tidy};
use crate::domain::{NameError, PersonName};
use crate::roster::problem::ProblemKind;

/// Words that stay small inside a name.
const SMALL: [&str; 13] = ["оглы", "оглу", "кызы", "гызы", "де", "да", "ди", "дель", "ван", "фон", "эль", "мл.", "ст."];
/// Words before a family name that has two words: «Де Лазари».
const PREFIXES: [&str; 10] = ["де", "да", "ди", "дель", "ван", "фон", "эль", "ла", "ле", "дер"];

/// A name that was read, with what there is to remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadName {
    /// The name.
    pub name: PersonName,
    /// A remark on its spelling.
    pub remark: Option<ProblemKind>,
}

/// Reads a name from one cell.
pub fn whole(text: &str) -> Result<ReadName, ProblemKind> {
    let clean = cased(&bare(text));
    let words: Vec<&str> = clean.split(' ').filter(|word| !word.is_empty()).collect();
    let family = family_words(&words).min(words.len());
    let (family, rest) = words.split_at(family);
    let (given, patronymic) = rest.split_at(rest.len().min(1));
    read(text, &family.join(" "), &given.join(" "), &patronymic.join(" "))
}

/// Reads a name from three cells.
pub fn parts(family: &str, given: &str, patronymic: &str) -> Result<ReadName, ProblemKind> {
    let whole_text = format!("{family} {given} {patronymic}");
    let [family, given, patronymic] = [family, given, patronymic].map(|part| cased(&bare(part)));
    read(&whole_text, &family, &given, &patronymic)
}

fn read(text: &str, family: &str, given: &str, patronymic: &str) -> Result<ReadName, ProblemKind> {
    // A dash stands for a patronymic that is not there.
    let patronymic = if patronymic.chars().any(char::is_alphabetic) { patronymic } else { "" };
    let clean = tidy(text);
    let strange =
        |c: char| c.is_ascii_digit() || matches!(c, '@' | '=' | ';' | '<' | '>' | '{' | '}' | '[' | ']' | '\u{fffd}');
    let letters = |text: &str| text.is_empty() || text.chars().any(char::is_alphabetic);
    if [family, given, patronymic].iter().any(|part| part.contains(strange)) || !letters(family) || !letters(given) {
        return Err(ProblemKind::NotAName { text: clean });
    }
    let name = PersonName::new(family, given, patronymic).map_err(|error| match error {
        NameError::NoFamily => ProblemKind::MissingFamilyName,
        NameError::NoGiven => ProblemKind::MissingGivenName { text: clean.clone() },
        NameError::TooLong => ProblemKind::NotAName { text: clean.clone() },
    })?;
    let remark = if mixes_alphabets(&clean) {
        Some(ProblemKind::MixedAlphabets { text: clean })
    } else if text.contains(|c| is_invisible(c) && c != '\u{ad}' && c != '\u{feff}') {
        Some(ProblemKind::InvisibleCharacters { text: clean })
    } else {
        None
    };
    Ok(ReadName { name, remark })
}

/// The text without an apostrophe of Excel, a number before it, and remarks in brackets: «3. Ким Ева (староста)».
fn bare(text: &str) -> String {
    let clean = tidy(text);
    let clean = clean.trim_start_matches('\'');
    let clean = match clean.split_once(". ") {
        Some((number, rest)) if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) => rest,
        _ => clean,
    };
    let clean = clean.split_once(" (").map_or(clean, |(name, _)| name);
    clean.trim_matches([' ', ',', ';']).to_owned()
}

/// How many of the first words are the family name.
fn family_words(words: &[&str]) -> usize {
    let is_prefix = |at: usize| words.get(at).is_some_and(|word| PREFIXES.contains(&fold(word).as_str()));
    let is_suffix =
        |at: usize| words.get(at).is_some_and(|word| matches!(fold(word).as_str(), "мл." | "ст." | "мл" | "ст"));
    let mut count = 1;
    if words.len() > 2 {
        while count < words.len() - 1 && is_prefix(count - 1) {
            count += 1;
        }
        if is_suffix(count) {
            count += 1;
        }
    }
    count
}

/// Gives words in capitals or small letters the case of a name; words of mixed case stay as typed.
fn cased(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let upper = word.chars().filter(|c| c.is_uppercase()).count();
        let small = SMALL.contains(&fold(word).as_str());
        if letters > 1 && (upper == letters || upper == 0) && !(small && upper == 0) {
            let mut start = true;
            for c in word.chars() {
                if start {
                    out.extend(c.to_uppercase());
                } else {
                    out.extend(c.to_lowercase());
                }
                start = !c.is_alphabetic() && c != '\'' && c != '’';
            }
        } else {
            out.push_str(word);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = whole(text).map(|read| {
            format!("{}|{}|{}", read.name.family(), read.name.given(), read.name.patronymic().unwrap_or_default())
        });
        assert_eq!(read.as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn names_in_one_cell() {
        check("Фёдоров Пётр Ильич", "Фёдоров|Пётр|Ильич");
        check("ФЁДОРОВ  ПЁТР\u{a0}ИЛЬИЧ", "Фёдоров|Пётр|Ильич");
        check("фёдоров пётр", "Фёдоров|Пётр|");
        check("САЛТЫКОВА-ЩЕДРИНСКАЯ ЕВА ЛЬВОВНА", "Салтыкова-Щедринская|Ева|Львовна");
        check("Ким Ева -", "Ким|Ева|");
        check("Мамедов Тимур Али оглы", "Мамедов|Тимур|Али оглы");
        check("МАМЕДОВ ТИМУР АЛИ оглы", "Мамедов|Тимур|Али оглы");
        check("Де Лазари Анна Петровна", "Де Лазари|Анна|Петровна");
        check("Петров-Водкин мл. Лев Ильич", "Петров-Водкин мл.|Лев|Ильич");
        check("3. Ким Ева (староста)", "Ким|Ева|");
        check("'Ким Ева", "Ким|Ева|");
        check("Де Ева", "Де|Ева|");
    }

    #[test]
    fn names_in_three_cells() {
        let read = parts("ИВАНОВ", "лев ", "").unwrap().name;
        assert_eq!((read.family(), read.given(), read.patronymic()), ("Иванов", "Лев", None));
        assert_eq!(parts("Сидоров", "", ""), Err(ProblemKind::MissingGivenName { text: "Сидоров".to_owned() }));
        assert_eq!(parts("", "Лев", ""), Err(ProblemKind::MissingFamilyName));
    }

    #[test]
    fn what_is_no_name() {
        for text in ["12 34", "a@example.org x", "--- ---", "=1+1 x", "Ив\u{fffd}нов Лев"] {
            assert!(matches!(whole(text), Err(ProblemKind::NotAName { .. })), "{text}");
        }
        assert_eq!(whole(""), Err(ProblemKind::MissingFamilyName));
    }

    #[test]
    fn what_hides_in_a_name_is_told() {
        assert!(matches!(whole("Ивaнов Лев").unwrap().remark, Some(ProblemKind::MixedAlphabets { .. })));
        let read = whole("Ива\u{200b}нов Лев\u{202e}").unwrap();
        assert_eq!(read.name.family(), "Иванов");
        assert!(matches!(read.remark, Some(ProblemKind::InvisibleCharacters { .. })));
        assert_eq!(whole("Иванов Лев").unwrap().remark, None);
    }

    #[test]
    fn two_hundred_mixed_names_are_all_told() {
        let twins = [('а', 'a'), ('е', 'e'), ('о', 'o'), ('р', 'p'), ('с', 'c')];
        let families =
            ["Баранов", "Горелов", "Ефремов", "Прохоров", "Савельев", "Уваров", "Хохлов", "Чернов", "Орехов", "Носов"];
        let mut told = 0;
        for family in families {
            for (russian, latin) in twins {
                for given in ["Мирон", "Егор", "Савва", "Семён"] {
                    let mixed = format!("{}{} {given}", family.replace(russian, &latin.to_string()), latin);
                    told +=
                        usize::from(matches!(whole(&mixed).unwrap().remark, Some(ProblemKind::MixedAlphabets { .. })));
                }
            }
        }
        assert_eq!(told, 200);
    }
}
