//! The name under which an export is saved: `план-гимназия-44_2026-11-22_r128.json`.

use chrono::NaiveDate;

use crate::domain::words::tidy;

/// Longest part that the organisation takes, in characters.
const MAX_SCHOOL: usize = 40;

/// Legal forms before the name, which tell schools apart from nothing.
const FORMS: [&str; 16] = [
    "моу",
    "мбоу",
    "маоу",
    "мкоу",
    "гоу",
    "гбоу",
    "гаоу",
    "гкоу",
    "фгбоу",
    "фгкоу",
    "чоу",
    "аноо",
    "ноу",
    "гбпоу",
    "оу",
    "ано",
];

/// Words after which only the town follows.
const TOWNS: [&str; 6] = ["г", "город", "города", "пос", "с", "р"];

/// Names the file of an export after the organisation's short name, the day and the revision.
///
/// Only letters, digits, `-` and `_` stand in it, so that every system and mail program takes it.
#[must_use]
pub fn file_name(organisation: &str, day: NaiveDate, revision: u64) -> String {
    let name = tidy(organisation).to_lowercase();
    let mut school = String::new();
    for word in name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if TOWNS.contains(&word) && !school.is_empty() {
            break;
        }
        if FORMS.contains(&word) {
            continue;
        }
        if school.chars().count() + word.chars().count() + 1 > MAX_SCHOOL {
            break;
        }
        if !school.is_empty() {
            school.push('-');
        }
        school.push_str(word);
    }
    let school = if school.is_empty() { "школа" } else { &school };
    format!("план-{school}_{day}_r{revision}.json")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[track_caller]
    fn check(organisation: &str, expected: &str) {
        let day = "2026-11-22".parse().unwrap();
        assert_eq!(file_name(organisation, day, 128), format!("план-{expected}_2026-11-22_r128.json"));
    }

    #[test]
    fn names() {
        check("МОУ «Гимназия № 44 г. Твери»", "гимназия-44");
        check("Гимназия № 44", "гимназия-44");
        check("МБОУ СОШ №7", "сош-7");
        check("", "школа");
        check("../../etc/passwd", "etc-passwd");
        check("CON\u{202e}:<>|\"?*\\\n", "con");
        check(&"Очень длинное название ".repeat(9), "очень-длинное-название-очень-длинное");
        check("Многопрофильный-лицей-с-углублённым", "многопрофильный-лицей");
    }
}
