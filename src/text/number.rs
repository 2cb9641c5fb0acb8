//! Whole numbers as each language writes them: groups of three, `1 130` with a no-break space or `1,130`.

use super::Lang;

/// Writes `number` with the grouping of the language.
pub fn grouped(lang: Lang, number: u64) -> String {
    let mut out = String::new();
    push(&mut out, lang, number);
    out
}

/// Appends `number` to `out` with the grouping of the language.
pub fn push(out: &mut String, lang: Lang, number: u64) {
    let separator = match lang {
        Lang::Ru => '\u{a0}',
        Lang::En => ',',
    };
    let digits = number.to_string();
    let length = digits.len();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (length - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;
    use crate::text::Lang;

    #[track_caller]
    fn check(number: u64, ru: &str, en: &str) {
        assert_eq!(grouped(Lang::Ru, number), ru);
        assert_eq!(grouped(Lang::En, number), en);
    }

    #[test]
    fn groups_of_three() {
        check(0, "0", "0");
        check(999, "999", "999");
        check(1_130, "1\u{a0}130", "1,130");
        check(26_000, "26\u{a0}000", "26,000");
        check(123_456, "123\u{a0}456", "123,456");
        check(1_000_000, "1\u{a0}000\u{a0}000", "1,000,000");
        check(u64::MAX, "18\u{a0}446\u{a0}744\u{a0}073\u{a0}709\u{a0}551\u{a0}615", "18,446,744,073,709,551,615");
    }
}
