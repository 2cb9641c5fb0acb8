//! Names compared the way a chat shows them: any order, ё as е, Latin look-alikes, with or without a patronymic.

use std::collections::BTreeSet;

use crate::domain::words::{cyrillic_twin, fold};
use crate::domain::{PersonId, PersonName, School};

/// The words of a name, sorted, so that two orders of one name are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Vec<String>);

impl Key {
    /// The key of a name in any order.
    pub fn of(name: &str) -> Self {
        let mut words: Vec<String> = words(name).collect();
        words.sort();
        Self(words)
    }

    fn has(&self, word: &str) -> bool {
        self.0.iter().any(|own| own == word)
    }
}

/// The words of a text, folded; a word that looks Cyrillic is read as Cyrillic.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let parts = text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').filter(|word| !word.is_empty());
    parts.map(|word| {
        let looks_cyrillic = word.chars().all(|c| !c.is_ascii_alphabetic() || cyrillic_twin(c).is_some());
        let native: String = if looks_cyrillic {
            word.chars().map(|c| cyrillic_twin(c).unwrap_or(c)).collect()
        } else {
            word.to_owned()
        };
        fold(&native)
    })
}

/// People who may be meant.
pub struct Roster {
    people: Vec<Known>,
}

struct Known {
    id: PersonId,
    family: Vec<String>,
    given: Vec<String>,
    patronymic: Vec<String>,
    short: Vec<String>,
    full: Vec<String>,
}

impl Known {
    fn of(id: PersonId, name: &PersonName) -> Self {
        let family: Vec<String> = words(name.family()).collect();
        let given: Vec<String> = words(name.given()).collect();
        let patronymic: Vec<String> = name.patronymic().map(|text| words(text).collect()).unwrap_or_default();
        let sorted = |mut words: Vec<String>| {
            words.sort();
            words
        };
        let short = sorted(family.iter().chain(&given).cloned().collect());
        let full = sorted(short.iter().chain(&patronymic).cloned().collect());
        Self { id, family, given, patronymic, short, full }
    }

    /// How well a name fits: the whole name, without the patronymic, with a patronymic that the plan does not know,
    /// with initials.
    fn fit(&self, key: &Key) -> Option<u8> {
        if key.0 == self.full {
            return Some(0);
        }
        if key.0 == self.short {
            return Some(1);
        }
        if self.patronymic.is_empty()
            && self.short.iter().all(|word| key.has(word))
            && key.0.len() == self.short.len() + 1
        {
            return Some(2);
        }
        self.fits_initials(key).then_some(3)
    }

    fn fits_initials(&self, key: &Key) -> bool {
        let (initials, whole): (Vec<&String>, Vec<&String>) = key.0.iter().partition(|word| word.chars().count() == 1);
        let mut family: Vec<&String> = self.family.iter().collect();
        family.sort();
        let first = |words: &[String]| words.first().and_then(|word| word.chars().next());
        let own: Vec<char> = [first(&self.given), first(&self.patronymic)].into_iter().flatten().collect();
        let has_given = first(&self.given).is_some_and(|given| initials.iter().any(|word| word.starts_with(given)));
        whole == family
            && (1..=2).contains(&initials.len())
            && has_given
            && initials.iter().all(|word| own.iter().any(|initial| word.starts_with(*initial)))
    }
}

impl Roster {
    /// These people.
    pub fn of(school: &School, people: impl Iterator<Item = PersonId>) -> Self {
        let known = |id| school.people().get(&id).map(|person| Known::of(id, &person.name));
        Self { people: people.filter_map(known).collect() }
    }

    /// Everybody whose family name stands in one of the names that are looked for.
    pub fn narrowed<'a>(school: &School, keys: impl Iterator<Item = &'a Key>) -> Self {
        let wanted: BTreeSet<&str> = keys.flat_map(|key| &key.0).map(String::as_str).collect();
        let is_wanted = |name: &PersonName| words(name.family()).all(|word| wanted.contains(word.as_str()));
        let people = school.people().values().filter(|person| is_wanted(&person.name));
        Self { people: people.map(|person| Known::of(person.id, &person.name)).collect() }
    }

    /// The people a name fits best; several where it fits them equally well.
    pub fn find(&self, key: &Key) -> Vec<PersonId> {
        let fits: Vec<(u8, PersonId)> =
            self.people.iter().filter_map(|known| Some((known.fit(key)?, known.id))).collect();
        let best = fits.iter().map(|(fit, _)| *fit).min();
        fits.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, id)| id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Known};
    use crate::domain::PersonName;
    use uuid::Uuid;

    #[track_caller]
    fn check(plan: &str, list: &str, expected: Option<u8>) {
        let known = Known::of(Uuid::nil().into(), &PersonName::parse(plan).unwrap());
        assert_eq!(known.fit(&Key::of(list)), expected, "{list}");
    }

    #[test]
    fn spellings_of_one_name() {
        check("Ёлкина Алёна Львовна", "Алена Елкина", Some(1));
        check("Ёлкина Алёна Львовна", "ЁЛКИНА  АЛЁНА Львовна", Some(0));
        check("Ёлкина Алёна Львовна", "Елкина А. Л.", Some(3));
        check("Ёлкина Алёна Львовна", "А. Елкина", Some(3));
        check("Ким Ева", "Ева Ким Марковна", Some(2));
        check("Салтыкова-Щедринская Анна Ильинична", "Анна Салтыкова-Щедринская", Some(1));
        check("Орехов Сеня Ильич", "Cеня Оpехов", Some(1));
        check("Мамедов Тимур Али оглы", "Тимур Мамедов", Some(1));
    }

    #[test]
    fn names_of_others() {
        check("Ёлкина Алёна Львовна", "Алёна Ёлкина Ильинична", None);
        check("Ким Ева", "Ева Кимова", None);
        check("Ким Ева Марковна", "Ева Марковна", None);
        check("Ким Ева Марковна", "Ким Т.", None);
        check("Ким Ева Марковна", "Ким М.", None);
    }
}
