//! Choices of selects: value and name, in the order a school lists them.

use crate::domain::{LocalActKind, School};
use crate::order;
use crate::plan::Index;

/// A choice: its value and its name.
pub type Item = (String, String);

/// Classes of the year.
#[must_use]
pub fn classes(school: &School, index: &Index) -> Vec<Item> {
    index.classes.iter().map(|id| (id.to_string(), school.class_name(*id))).collect()
}

/// Orders, the newest first: «№ 102 · title».
#[must_use]
pub fn orders(school: &School) -> Vec<Item> {
    let mut acts: Vec<_> = school.acts().values().filter(|act| act.kind == LocalActKind::Order).collect();
    order::by_key(&mut acts, |act| std::cmp::Reverse((act.date, act.id)));
    acts.into_iter().map(|act| (act.id.to_string(), format!("№ {} · {}", act.number, act.title))).collect()
}

/// Subjects by name.
#[must_use]
pub fn subjects(school: &School) -> Vec<Item> {
    let mut rows: Vec<Item> =
        school.subjects().values().map(|subject| (subject.id.to_string(), subject.name.clone())).collect();
    sort_by_name(&mut rows);
    rows
}

/// Sorts choices as the Russian alphabet does.
pub fn sort_by_name(rows: &mut [Item]) {
    order::by_cached_key(rows, |(_, name)| {
        name.to_lowercase().chars().map(crate::domain::words::russian_rank).collect::<Vec<u32>>()
    });
}

#[cfg(test)]
mod tests {
    use super::{classes, orders, sort_by_name, subjects};
    use crate::domain::sample::{Sample, day};
    use crate::plan::Index;

    #[test]
    fn choices_of_the_sample() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let names = |rows: Vec<super::Item>| rows.into_iter().map(|(_, name)| name).collect::<Vec<String>>();
        assert_eq!(names(classes(school, &Index::of(school, day(10)))), ["7А", "7Б"]);
        assert_eq!(names(orders(school)), ["№ 102 · О назначении администратора"]);
        assert_eq!(names(subjects(school)), ["Математика"]);
    }

    #[test]
    fn names_stand_in_the_order_of_the_alphabet() {
        let mut rows = ["Жанры", "ёлки", "Ель", "алгебра"].map(|name| (String::new(), name.to_owned()));
        sort_by_name(&mut rows);
        assert_eq!(rows.map(|(_, name)| name), ["алгебра", "Ель", "ёлки", "Жанры"]);
    }
}
