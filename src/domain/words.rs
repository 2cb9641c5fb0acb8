//! Cleaning of what people type and files carry, so that two spellings of one word meet.
//!
//! Not a Unicode library: it knows the characters that reach a Russian school's lists.

/// Longest text a field of a record takes, in characters.
pub const MAX_FIELD: usize = 500;
/// Longest text of several paragraphs, such as a letter or an agenda, in characters.
pub const MAX_TEXT: usize = 20_000;

/// Tidies a text: no control, zero-width or direction characters, single spaces, `й` and `ё` as one character.
#[must_use]
pub fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // A breve or a diaeresis after its letter: files from macOS carry `й` and `ё` in two parts.
            '\u{306}' | '\u{308}' => compose(&mut out, c),
            c if is_invisible(c) => {}
            c if c.is_whitespace() || c.is_control() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Tidies a text of several lines, line by line; lines that are empty at its ends go.
#[must_use]
pub fn tidy_lines(text: &str) -> String {
    text.lines().map(tidy).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

fn compose(out: &mut String, mark: char) {
    let joined = match (out.chars().next_back(), mark) {
        (Some('и'), '\u{306}') => 'й',
        (Some('И'), '\u{306}') => 'Й',
        (Some('е'), '\u{308}') => 'ё',
        (Some('Е'), '\u{308}') => 'Ё',
        _ => return,
    };
    out.pop();
    out.push(joined);
}

/// Whether a character is drawn as nothing or turns the direction of the text (UTR #36).
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Folds a text for comparing and searching: lower case, `ё` as `е`, tidy.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded `text` to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    for c in tidy(text).chars() {
        for lower in c.to_lowercase() {
            out.push(if lower == 'ё' { 'е' } else { lower });
        }
    }
}

/// Gives the Cyrillic letter that looks like this Latin one, upper or lower case.
#[must_use]
pub fn cyrillic_twin(c: char) -> Option<char> {
    Some(match c {
        'A' => 'А',
        'B' => 'В',
        'E' => 'Е',
        'K' => 'К',
        'M' => 'М',
        'H' => 'Н',
        'O' => 'О',
        'P' => 'Р',
        'C' => 'С',
        'T' => 'Т',
        'Y' => 'У',
        'X' => 'Х',
        'a' => 'а',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'c' => 'с',
        'y' => 'у',
        'x' => 'х',
        _ => return None,
    })
}

/// Whether one word of the text mixes Latin and Cyrillic letters: `Ивaнов` with a Latin `a`.
#[must_use]
pub fn mixes_alphabets(text: &str) -> bool {
    // Most names have no Latin letter at all, and there is no need to take them apart.
    text.bytes().any(|byte| byte.is_ascii_alphabetic())
        && text.split(|c: char| !c.is_alphabetic()).any(|word| {
            word.chars().any(|c| c.is_ascii_alphabetic()) && word.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}'))
        })
}

/// Ranks a character in the Russian alphabet, so that `Ё` stands after `Е`.
#[must_use]
pub fn russian_rank(c: char) -> u32 {
    match c {
        'Ё' => u32::from('Е') * 2 + 1,
        'ё' => u32::from('е') * 2 + 1,
        c => u32::from(c) * 2,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, mixes_alphabets, tidy, tidy_lines};

    #[track_caller]
    fn check_tidy(text: &str, expected: &str) {
        assert_eq!(tidy(text), expected);
        assert_eq!(tidy(&tidy(text)), expected, "tidying twice changes nothing");
    }

    #[test]
    fn tidies() {
        check_tidy("  Иванов\u{a0} \tИван\r\n", "Иванов Иван");
        check_tidy("Андреи\u{306} Е\u{308}лкин", "Андрей Ёлкин");
        check_tidy("Ива\u{200b}нов\u{202e}", "Иванов");
        check_tidy("", "");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(tidy_lines("\n 1.  Итоги\r\n\n2.\u{200b} Разное \n\n"), "1. Итоги\n\n2. Разное");
    }

    #[test]
    fn folds() {
        assert_eq!(fold("ФЁДОРОВ  Пётр"), "федоров петр");
    }

    #[test]
    fn sees_mixed_alphabets() {
        assert!(mixes_alphabets("Ивaнов"));
        assert!(!mixes_alphabets("Иванов Ivan"));
    }
}
