//! The school year that an import goes to: the choices, and the usual one.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::domain::School;
use crate::order;
use crate::roster::proposal::TargetYear;
use crate::roster::{ImportOptions, ReadFile};

/// A year that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearChoice {
    /// The value of the choice.
    pub key: String,
    /// The name: `2026/27`.
    pub label: String,
    /// Whether the import would create it.
    pub is_new: bool,
    /// What is chosen.
    pub target: TargetYear,
}

/// The years of the plan, then those that may be new: around today's, and those that the lists name.
#[must_use]
pub fn choices<'a>(
    school: &School,
    files: impl IntoIterator<Item = &'a ReadFile>,
    today: NaiveDate,
) -> Vec<YearChoice> {
    let mut existing: Vec<_> = school.years().values().collect();
    order::by_key(&mut existing, |year| year.from);
    let known: BTreeSet<i32> = order::set(existing.iter().map(|year| year.from.year()));
    let around = if today.month() >= 6 { today.year() } else { today.year() - 1 };
    let mut new: BTreeSet<i32> = order::set(around..=around + 1);
    new.extend(named(files));
    let existing = existing.into_iter().map(|year| YearChoice {
        key: year.id.to_string(),
        label: year.label(),
        is_new: false,
        target: TargetYear::Existing(year.id),
    });
    let new = new.into_iter().filter(|first| !known.contains(first)).map(|first| YearChoice {
        key: format!("new-{first}"),
        label: format!("{first}/{:02}", (first + 1).rem_euclid(100)),
        is_new: true,
        target: TargetYear::of(first),
    });
    existing.chain(new).collect()
}

/// The choice of a target among the choices.
#[must_use]
pub fn key(target: TargetYear) -> String {
    match target {
        TargetYear::Existing(id) => id.to_string(),
        TargetYear::New { from, .. } => format!("new-{}", from.year()),
    }
}

/// The year that the lists are of where they all name one; else the usual one of today.
#[must_use]
pub fn usual<'a>(school: &School, files: impl IntoIterator<Item = &'a ReadFile>, today: NaiveDate) -> TargetYear {
    let mut years = named(files).into_iter();
    let (Some(first), None) = (years.next(), years.next()) else {
        return ImportOptions::usual(school, today).year;
    };
    let twin = school.years().values().find(|year| year.from.year() == first);
    twin.map_or_else(|| TargetYear::of(first), |year| TargetYear::Existing(year.id))
}

fn named<'a>(files: impl IntoIterator<Item = &'a ReadFile>) -> BTreeSet<i32> {
    files.into_iter().flat_map(|file| &file.lists).filter_map(|list| list.school_year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{ReadOptions, read_text};

    fn file(text: &str) -> ReadFile {
        read_text("a.csv", text, &ReadOptions::default()).unwrap()
    }

    #[track_caller]
    fn check(files: &[ReadFile], today: &str, usual_key: &str, choice_keys: &[&str]) {
        let (school, today) = (School::default(), today.parse().unwrap());
        assert_eq!(key(usual(&school, files, today)), usual_key);
        let keys: Vec<String> = choices(&school, files, today).into_iter().map(|choice| choice.key).collect();
        assert_eq!(keys, choice_keys);
    }

    #[test]
    fn the_year_is_that_of_the_lists_or_of_today() {
        check(&[], "2026-09-10", "new-2026", &["new-2026", "new-2027"]);
        check(&[], "2027-05-31", "new-2026", &["new-2026", "new-2027"]);
        let titled = file("Список класса на 2025/2026 учебный год\nФИО;Класс\nКим Ева;7А\n");
        check(std::slice::from_ref(&titled), "2026-09-10", "new-2025", &["new-2025", "new-2026", "new-2027"]);
        let other = file("Список класса на 2027/2028 учебный год\nФИО;Класс\nКим Ева;7А\n");
        check(&[titled, other], "2026-09-10", "new-2026", &["new-2025", "new-2026", "new-2027"]);
    }
}
