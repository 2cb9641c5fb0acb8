//! Choices of selects: value and name, in the order a school lists them.

use crate::domain::{AudienceGroup, LocalActKind, PersonId, School, StaffCategory};
use crate::order;
use crate::plan::Index;
use crate::text::{Lang, audience};

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

/// Everybody; a student with the class, somebody of the staff with the post.
#[must_use]
pub fn people(school: &School, index: &Index) -> Vec<Item> {
    let note = |id: PersonId| match index.class_of.get(&id) {
        Some(class) => school.class_name(*class),
        None => post(school, index, id),
    };
    school
        .people()
        .values()
        .map(|person| (person.id.to_string(), noted(&person.name.to_string(), &note(person.id))))
        .collect()
}

/// The staff whose posts fit, by name.
#[must_use]
pub fn staff(school: &School, index: &Index, fits: fn(StaffCategory) -> bool) -> Vec<Item> {
    let of_post = |id: &PersonId| {
        index
            .positions
            .get(id)
            .into_iter()
            .flatten()
            .any(|post| school.positions().get(post).is_some_and(|post| fits(post.category)))
    };
    let fitting = index.positions.keys().filter(|id| of_post(id));
    let mut rows: Vec<Item> =
        fitting.map(|id| (id.to_string(), noted(&school.person_name(*id), &post(school, index, *id)))).collect();
    sort_by_name(&mut rows);
    rows
}

fn post(school: &School, index: &Index, id: PersonId) -> String {
    let first = index.positions.get(&id).and_then(|posts| posts.first());
    first.and_then(|id| school.positions().get(id)).map(|post| post.title.clone()).unwrap_or_default()
}

fn noted(name: &str, note: &str) -> String {
    if note.is_empty() { name.to_owned() } else { format!("{name} · {note}") }
}

/// Lines of the curriculum of the year: class, subject, subgroup, teacher.
#[must_use]
pub fn lines(school: &School, index: &Index) -> Vec<Item> {
    let of_class = index.classes.iter().flat_map(|class| index.lines.get(class).into_iter().flatten());
    let row = |id: &crate::domain::LoadLineId| {
        let line = school.load().get(id)?;
        let subject = school.subjects().get(&line.subject).map(|subject| subject.name.as_str()).unwrap_or_default();
        let name = noted(&noted(&school.class_name(line.class), subject), &line.group);
        let teacher = line.teacher.map(|teacher| school.person_name(teacher)).unwrap_or_default();
        Some((id.to_string(), noted(&name, &teacher)))
    };
    of_class.filter_map(row).collect()
}

/// Extracurricular groups of the year, by name.
#[must_use]
pub fn activities(school: &School, index: &Index) -> Vec<Item> {
    let groups = school.activities().values().filter(|group| Some(group.year) == index.year);
    let mut rows: Vec<Item> = groups.map(|group| (group.id.to_string(), group.name.clone())).collect();
    sort_by_name(&mut rows);
    rows
}

/// Chats that are on the platform, by name.
#[must_use]
pub fn chats(school: &School) -> Vec<Item> {
    let mut rows: Vec<Item> = school.chats().values().map(|chat| (chat.id.to_string(), chat.name.clone())).collect();
    sort_by_name(&mut rows);
    rows
}

/// Protocols, the newest first.
#[must_use]
pub fn protocols(school: &School) -> Vec<Item> {
    let mut acts: Vec<_> = school.acts().values().filter(|act| act.kind == LocalActKind::Protocol).collect();
    order::by_key(&mut acts, |act| std::cmp::Reverse((act.date, act.id)));
    acts.into_iter().map(|act| (act.id.to_string(), format!("№ {} · {}", act.number, act.title))).collect()
}

/// Groups that something is for: by their code.
#[must_use]
pub fn groups(lang: Lang) -> Vec<Item> {
    AudienceGroup::ALL
        .into_iter()
        .map(|group| (group.code().to_owned(), audience::group(lang, group).to_owned()))
        .collect()
}

/// The list with an entry for none before it.
#[must_use]
pub fn or_none(none: &str, rows: Vec<Item>) -> Vec<Item> {
    std::iter::once((String::new(), none.to_owned())).chain(rows).collect()
}

/// Sorts choices as the Russian alphabet does.
pub fn sort_by_name(rows: &mut [Item]) {
    order::by_cached_key(rows, |(_, name)| {
        name.to_lowercase().chars().map(crate::domain::words::russian_rank).collect::<Vec<u32>>()
    });
}

#[cfg(test)]
mod tests {
    use super::{activities, classes, lines, orders, people, sort_by_name, staff, subjects};
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
        let index = Index::of(school, day(10));
        let administration = names(staff(school, &index, crate::domain::StaffCategory::is_administration));
        assert_eq!(
            administration,
            ["Ветрова Анна Ильинична · Заместитель директора", "Орлова Нина Андреевна · Директор"]
        );
        assert!(names(people(school, &index)).contains(&"Зуева Ева Марковна · 7А".to_owned()));
        assert_eq!(names(lines(school, &index)), ["7А · Математика · Баранов Глеб Олегович"]);
        assert!(activities(school, &index).is_empty());
    }

    #[test]
    fn names_stand_in_the_order_of_the_alphabet() {
        let mut rows = ["Жанры", "ёлки", "Ель", "алгебра"].map(|name| (String::new(), name.to_owned()));
        sort_by_name(&mut rows);
        assert_eq!(rows.map(|(_, name)| name), ["алгебра", "Ель", "ёлки", "Жанры"]);
    }
}
