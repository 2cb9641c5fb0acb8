//! The plural categories of whole numbers, after the cardinal rules of Unicode CLDR 48 for ru and en.

use super::Lang;

/// A plural category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// 1; in Russian 21, 31, 101 too.
    One,
    /// In Russian 2 to 4, 22 to 24.
    Few,
    /// In Russian 0, 5 to 20, 25.
    Many,
    /// In English all but 1. In Russian only fractions, which the app does not count.
    Other,
}

/// The category of `number`.
pub const fn category(lang: Lang, number: u64) -> Category {
    match (lang, number % 10, number % 100) {
        (Lang::En, ..) if number == 1 => Category::One,
        (Lang::En, ..) => Category::Other,
        (Lang::Ru, _, 11..=14) => Category::Many,
        (Lang::Ru, 1, _) => Category::One,
        (Lang::Ru, 2..=4, _) => Category::Few,
        (Lang::Ru, ..) => Category::Many,
    }
}

#[cfg(test)]
mod tests {
    use super::{Category, category};
    use crate::text::Lang;

    #[track_caller]
    fn check(lang: Lang, expected: Category, numbers: &[u64]) {
        for number in numbers {
            assert_eq!(category(lang, *number), expected, "{number} in {}", lang.code());
        }
    }

    #[test]
    fn russian() {
        check(Lang::Ru, Category::One, &[1, 21, 31, 41, 51, 61, 71, 81, 101, 121, 1001, 1_000_021]);
        check(Lang::Ru, Category::Few, &[2, 3, 4, 22, 23, 24, 32, 62, 102, 104, 122, 1002, 1022]);
        check(Lang::Ru, Category::Many, &[0, 5, 6, 9, 10, 11, 12, 13, 14, 15, 19, 20, 25, 30, 100, 105]);
        check(Lang::Ru, Category::Many, &[111, 112, 113, 114, 1000, 1011, 10_000, 1_000_000]);
    }

    #[test]
    fn english() {
        check(Lang::En, Category::One, &[1]);
        check(Lang::En, Category::Other, &[0, 2, 5, 11, 21, 101, 1001]);
    }
}
