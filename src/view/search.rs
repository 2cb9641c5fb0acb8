//! People by the beginning of their words, and what tells them apart.

use crate::domain::School;
use crate::domain::words::fold;
use crate::plan::Index;

/// Most hits shown.
const MAX_HITS: usize = 8;

/// Finds people whose words begin with the words of the query: who, what they are called, what tells them apart.
#[must_use]
pub fn people(school: &School, index: &Index, query: &str) -> Vec<(crate::domain::PersonId, String, String)> {
    let query = fold(query);
    let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let people = school.people().values().filter(|person| {
        let key = person.name.key();
        words.iter().all(|word| key.split(' ').any(|part| part.starts_with(word)))
    });
    people.take(MAX_HITS).map(|person| (person.id, person.name.to_string(), note(school, index, person.id))).collect()
}

/// The class of a student, the post of somebody of the staff, the classes of a parent's children.
#[must_use]
pub fn note(school: &School, index: &Index, person: crate::domain::PersonId) -> String {
    if let Some(class) = index.class_of.get(&person) {
        return school.class_name(*class);
    }
    if let Some(position) =
        index.positions.get(&person).and_then(|ids| ids.first()).and_then(|id| school.positions().get(id))
    {
        return position.title.clone();
    }
    let children = index.children.get(&person).map_or(&[][..], Vec::as_slice);
    let names: Vec<String> = children
        .iter()
        .filter_map(|(child, _)| {
            let name = school.people().get(child)?.name.short();
            let class = index.class_of.get(child).map(|class| school.class_name(*class)).unwrap_or_default();
            Some(format!("{name} {class}"))
        })
        .collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::people;
    use crate::domain::sample::{Sample, day};
    use crate::plan::Index;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let hits = people(school, &Index::of(school, day(10)), query);
        let found: Vec<String> = hits.into_iter().map(|(_, name, note)| format!("{name} · {note}")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn people_by_the_beginning_of_words() {
        check("зуе", &["Зуева Ева Марковна · 7А", "Зуева Ольга Петровна · Зуева\u{a0}Е.\u{a0}М. 7А"]);
        check("глеб бар", &["Баранов Глеб Олегович · Учитель математики"]);
        check("орел", &[]);
        check("  ", &[]);
    }
}
