//! What somebody types to find something: words in any order, in the wrong keyboard layout, with a slip of the finger.

use crate::domain::words::fold;

/// Letters from which on a word may have one wrong key.
const ONE_SLIP: usize = 4;
/// Letters from which on a word may have two.
const TWO_SLIPS: usize = 8;
/// How much worse a word is that was typed in the other layout.
const OTHER_LAYOUT: u32 = 4;

/// The keys of the Latin layout with what they write in the Russian one.
#[rustfmt::skip]
const KEYS: [(char, char); 33] = [
    ('q', 'й'), ('w', 'ц'), ('e', 'у'), ('r', 'к'), ('t', 'е'), ('y', 'н'), ('u', 'г'), ('i', 'ш'), ('o', 'щ'),
    ('p', 'з'), ('[', 'х'), (']', 'ъ'), ('a', 'ф'), ('s', 'ы'), ('d', 'в'), ('f', 'а'), ('g', 'п'), ('h', 'р'),
    ('j', 'о'), ('k', 'л'), ('l', 'д'), (';', 'ж'), ('\'', 'э'), ('z', 'я'), ('x', 'ч'), ('c', 'с'), ('v', 'м'),
    ('b', 'и'), ('n', 'т'), ('m', 'ь'), (',', 'б'), ('.', 'ю'), ('`', 'е'),
];

/// A query, prepared once for many names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needle {
    /// The words as typed, and as the other layout would have written them.
    forms: Vec<(u32, Vec<Vec<char>>)>,
}

impl Needle {
    /// Prepares a query.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let other: String = folded.chars().map(other_key).collect();
        // A hyphen stands between the parts of a name, as in what is looked through.
        let words = |text: &str| -> Vec<Vec<char>> {
            let parts = text.split(|c: char| c.is_whitespace() || c == '-');
            parts.filter(|word| !word.is_empty()).map(|word| word.chars().collect()).collect()
        };
        let mut forms = vec![(0, words(&folded))];
        if other != folded {
            forms.push((OTHER_LAYOUT, words(&other)));
        }
        if folded.contains('-') {
            // «7-а» is written 7А.
            forms.push((1, words(&folded.replace('-', ""))));
        }
        forms.retain(|(_, words)| !words.is_empty());
        Self { forms }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// How far a folded name is from the query: 0 where it is the very word, more for less; none where it does not fit.
    #[must_use]
    pub fn distance(&self, key: &str) -> Option<u32> {
        let names: Vec<Vec<char>> = key
            .split(|c: char| !c.is_alphanumeric() && c != '/' && c != '.')
            .map(|word| word.chars().collect())
            .collect();
        let form = |(more, words): &(u32, Vec<Vec<char>>)| {
            let all = words.iter().map(|word| names.iter().filter_map(|name| of_word(word, name)).min());
            all.sum::<Option<u32>>().map(|sum| sum + more)
        };
        self.forms.iter().filter_map(form).min()
    }
}

fn other_key(c: char) -> char {
    KEYS.iter()
        .find_map(|(latin, russian)| match c {
            c if c == *latin => Some(*russian),
            c if c == *russian => Some(*latin),
            _ => None,
        })
        .unwrap_or(c)
}

/// How far the beginning of a name is from a typed word.
fn of_word(word: &[char], name: &[char]) -> Option<u32> {
    if name.starts_with(word) {
        return Some(u32::from(name.len() > word.len()));
    }
    if word.len() < ONE_SLIP {
        return None;
    }
    if name.windows(word.len()).any(|part| part == word) {
        return Some(3);
    }
    let allowed = if word.len() < TWO_SLIPS { 1 } else { 2 };
    let slips = slips(word, name, allowed)?;
    Some(6 * slips)
}

/// Wrong, missing, doubled and swapped letters between a word and the beginning of a name (optimal string alignment);
/// none where there are more than `allowed`.
fn slips(word: &[char], name: &[char], allowed: u32) -> Option<u32> {
    let width = word.len().saturating_add(allowed as usize).min(name.len());
    let name = name.get(..width)?;
    let mut before: Vec<u32> = Vec::new();
    let mut row: Vec<u32> = (0..).take(name.len() + 1).collect();
    for (i, letter) in (1_u32..).zip(word) {
        let mut next = Vec::with_capacity(row.len());
        next.push(i);
        for (j, own) in name.iter().enumerate() {
            let at = |row: &[u32], place: usize| row.get(place).copied().unwrap_or(u32::MAX / 2);
            let mut best = (at(&row, j) + u32::from(own != letter)).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = j > 0 && i > 1 && name.get(j - 1) == Some(letter) && word.get(i as usize - 2) == Some(own);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            next.push(best);
        }
        if next.iter().all(|slips| *slips > allowed) {
            return None;
        }
        before = std::mem::replace(&mut row, next);
    }
    // Any beginning of the name will do.
    row.into_iter().min().filter(|slips| *slips <= allowed)
}

#[cfg(test)]
mod tests {
    use super::Needle;
    use crate::domain::words::fold;

    #[track_caller]
    fn check(query: &str, name: &str, expected: Option<u32>) {
        assert_eq!(Needle::of(query).distance(&fold(name)), expected, "{query} in {name}");
    }

    #[test]
    fn the_beginning_of_words_in_any_order() {
        check("иванов", "Иванов Пётр Ильич", Some(0));
        check("иван", "Иванов Пётр Ильич", Some(1));
        check("петр ив", "Иванов Пётр Ильич", Some(1));
        check("орел", "Иванов Пётр Ильич", None);
        check("2.1/12", "2.1/12 Ссылки", Some(0));
        check("стро", "Перестройка", Some(3));
        check("петров-водкин", "Петров-Водкин Кузьма", Some(0));
        check("петров-вод", "Петров-Водкин Кузьма", Some(1));
        check("водкин", "Петров-Водкин Кузьма", Some(0));
        check("7-а", "7А", Some(1));
    }

    #[test]
    fn yo_and_the_other_layout() {
        check("пётр", "Петр", Some(0));
        check("bdfyjd", "Иванов Пётр", Some(4));
        check("Gtnh bdfyjd", "Иванов Пётр", Some(4));
        check("ыгззщке", "Support", Some(4));
    }

    #[test]
    fn a_slip_of_the_finger() {
        check("иваонв", "Иванов", Some(6));
        check("ивноав", "Иванов", None);
        check("ивано", "Иванов", Some(1));
        check("иваннов", "Иванов", Some(6));
        check("ванов", "Иванов", Some(3));
        check("преображинск", "Преображенский", Some(6));
        check("приображинск", "Преображенский", Some(12));
        check("кот", "кит", None);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        assert!(Needle::of("  ").is_empty());
        check("", "Иванов", None);
        check("й", "", None);
    }
}
