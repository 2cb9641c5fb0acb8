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

/// Writes hundredths as a decimal number without idle zeros: `4`, `0,5` or `0.5`.
pub fn hundredths(lang: Lang, number: u64) -> String {
    let mut out = grouped(lang, number / 100);
    let rest = format!("{:02}", number % 100);
    let digits = rest.trim_end_matches('0');
    if !digits.is_empty() {
        out.push(if lang == Lang::Ru { ',' } else { '.' });
        out.push_str(digits);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{grouped, hundredths};
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

    #[track_caller]
    fn check_hundredths(number: u64, ru: &str, en: &str) {
        assert_eq!(hundredths(Lang::Ru, number), ru);
        assert_eq!(hundredths(Lang::En, number), en);
    }

    #[test]
    fn hours_have_no_idle_zeros() {
        check_hundredths(400, "4", "4");
        check_hundredths(50, "0,5", "0.5");
        check_hundredths(125, "1,25", "1.25");
        check_hundredths(0, "0", "0");
        check_hundredths(105, "1,05", "1.05");
    }
}
