//! Families, names and addresses of the demo school.

use std::collections::{BTreeMap, BTreeSet};

use super::{class, classes, gymnasium};
use crate::domain::{Gender, Kinship, PersonId};

#[test]
fn families_are_as_in_the_spec() {
    let school = gymnasium();
    let mut children: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    let mut parents: BTreeMap<PersonId, BTreeSet<PersonId>> = BTreeMap::new();
    for link in school.representations().values() {
        children.entry(link.parent).or_default().insert(link.child);
        parents.entry(link.child).or_default().insert(link.parent);
    }
    let families: BTreeSet<_> = parents.values().collect();
    let several: BTreeSet<_> = families.iter().filter(|family| children[family.first().unwrap()].len() > 1).collect();
    let guardians = school.representations().values().filter(|link| link.kinship == Kinship::Guardian);
    let guardians: BTreeSet<_> = guardians.map(|link| link.parent).collect();
    let singles = school.people().values().filter(|person| person.note == "единственный представитель").count();
    let percent = |part: usize| (part * 100 + families.len() / 2) / families.len();
    assert_eq!((percent(several.len()), percent(guardians.len()), percent(singles)), (9, 3, 12));
    let students: BTreeSet<_> = classes(school).into_values().flatten().collect();
    let bare = students.iter().filter(|id| school.people()[id].name.patronymic().is_none());
    assert_eq!(bare.count(), 4);
    let class_2a = &classes(school)[&class(school, "2А")];
    let mothers: Vec<_> = school
        .representations()
        .values()
        .filter(|link| class_2a.contains(&link.child))
        .map(|link| school.person_name(link.parent))
        .filter(|name| name == "Тихомирова Ольга Сергеевна")
        .collect();
    assert_eq!(mothers.len(), 2, "two mothers of one name in a class");
}

#[test]
fn nobody_can_be_reached() {
    let school = gymnasium();
    let mut phones = BTreeSet::new();
    for person in school.people().values() {
        if let Some(phone) = person.phone {
            assert!(phone.compact().starts_with("+7000"));
            assert!(phones.insert(phone), "{phone} is given twice");
        }
        assert!(person.email.as_ref().is_none_or(|email| email.as_str().ends_with("@example.org")));
        assert!(person.gender.is_some());
    }
}

#[test]
fn names_agree_in_gender() {
    for person in gymnasium().people().values() {
        let female = person.gender == Some(Gender::Female);
        if let Some(patronymic) = person.name.patronymic() {
            assert_eq!(patronymic.ends_with("на"), female, "{}", person.name);
        }
        let family = person.name.family();
        if family.ends_with("ов") || family.ends_with("ин") {
            assert!(!female, "{}", person.name);
        }
    }
}
