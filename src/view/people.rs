//! The list of everybody: a page of rows out of those found.

use std::collections::BTreeSet;

use crate::domain::{ClassId, Participation, PersonId, School};
use crate::order;
use crate::plan::Index;
use crate::text::{self, Lang, msg};

use super::directory::{Directory, PersonKind};

/// A row of the list; only those on the page exist.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonRow {
    /// Which person.
    pub id: PersonId,
    /// Place in the list, from 1.
    pub number: usize,
    /// Full name.
    pub name: String,
    /// Class of a student.
    pub class: String,
    /// Posts of somebody of the staff.
    pub posts: String,
    /// Whether the person is a student.
    pub is_student: bool,
    /// Children of a representative with their classes; empty for others.
    pub children: String,
    /// Phone.
    pub phone: String,
    /// Participation.
    pub participation: Participation,
}

impl PersonRow {
    /// Participation in the platform; empty for the usual one.
    #[must_use]
    pub fn participation(&self, lang: Lang) -> &'static str {
        match self.participation {
            Participation::OnPlatform => "",
            other => text::people::participation(lang, other),
        }
    }

    /// What the person is at the school: posts, student, whose representative.
    #[must_use]
    pub fn roles(&self, lang: Lang) -> String {
        let posts = (!self.posts.is_empty()).then(|| self.posts.clone());
        let student = self.is_student.then(|| msg::people_student(lang).to_owned());
        let children = (!self.children.is_empty()).then(|| msg::people_represents(lang, &self.children));
        posts.into_iter().chain(student).chain(children).collect::<Vec<_>>().join("; ")
    }
}

/// The rows of a page: `found` from `from` on, read backwards where the sort descends.
#[must_use]
pub fn rows(
    school: &School,
    index: &Index,
    directory: &Directory,
    found: &[u32],
    is_descending: bool,
    from: usize,
    count: usize,
) -> Vec<PersonRow> {
    let row = |(place, at): (usize, &u32)| {
        let person = directory.person(*at)?;
        Some(PersonRow {
            id: person.id,
            number: from + place + 1,
            name: person.name.to_string(),
            class: index.class_of.get(&person.id).map(|class| school.class_name(*class)).unwrap_or_default(),
            posts: posts(school, index, person.id),
            is_student: directory.is_kind(*at, PersonKind::Student),
            children: children(school, index, person.id),
            phone: person.phone.map(|phone| phone.to_string()).unwrap_or_default(),
            participation: person.participation,
        })
    };
    if is_descending {
        found.iter().rev().skip(from).take(count).enumerate().filter_map(row).collect()
    } else {
        found.iter().skip(from).take(count).enumerate().filter_map(row).collect()
    }
}

/// The posts somebody holds.
#[must_use]
pub fn posts(school: &School, index: &Index, person: PersonId) -> String {
    let held = index.positions.get(&person).map_or(&[][..], Vec::as_slice);
    let titles: Vec<&str> =
        held.iter().filter_map(|id| school.positions().get(id)).map(|position| position.title.as_str()).collect();
    titles.join(", ")
}

/// The children of a representative: «Зуева Е. М. 7А».
#[must_use]
pub fn children(school: &School, index: &Index, person: PersonId) -> String {
    let children = index.children.get(&person).map_or(&[][..], Vec::as_slice);
    let names: Vec<String> = children
        .iter()
        .filter_map(|(child, _)| {
            let name = school.people().get(child)?.name.short();
            let class = index.class_of.get(child).map(|class| school.class_name(*class)).unwrap_or_default();
            Some(format!("{name} {class}").trim_end().to_owned())
        })
        .collect();
    names.join(", ")
}

/// Who belongs to a class: its students, their representatives, its class teacher and teachers.
#[must_use]
pub fn around(school: &School, index: &Index, class: ClassId) -> BTreeSet<PersonId> {
    let students = index.students_of(class).iter().copied();
    let parents =
        index.students_of(class).iter().filter_map(|id| index.parents.get(id)).flatten().map(|(parent, _)| *parent);
    let lines = index.lines.get(&class).map_or(&[][..], Vec::as_slice);
    let teachers = lines.iter().filter_map(|id| school.load().get(id)?.teacher);
    order::set(students.chain(parents).chain(teachers).chain(index.homeroom.get(&class).copied()))
}

#[cfg(test)]
mod tests {
    use super::{around, rows};
    use crate::domain::sample::{Sample, day};
    use crate::plan::Index;
    use crate::view::directory::{Column, Directory, Filter};

    #[track_caller]
    fn check_rows(is_descending: bool, from: usize, count: usize, expected: &[&str]) {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let index = Index::of(school, day(10));
        let directory = Directory::of(school, &index, None);
        let found = directory.find(&Filter::default(), Column::Name, None);
        let shown: Vec<String> = rows(school, &index, &directory, &found, is_descending, from, count)
            .into_iter()
            .map(|row| format!("{} {}|{}|{}|{}", row.number, row.name, row.class, row.posts, row.children))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_page_of_rows() {
        check_rows(false, 2, 2, &["3 Зуева Ева Марковна|7А||", "4 Зуева Ольга Петровна|||Зуева\u{a0}Е.\u{a0}М. 7А"]);
        check_rows(true, 0, 1, &["1 Орлова Нина Андреевна||Директор|"]);
        check_rows(false, 6, 100, &[]);
    }

    #[test]
    fn people_around_a_class() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let people = around(school, &Index::of(school, day(10)), sample.class_7a);
        assert_eq!(people, [sample.baranov, sample.zueva, sample.zueva_mother].into());
    }
}
