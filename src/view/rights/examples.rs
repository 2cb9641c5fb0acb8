//! A holder of each role, so that a newcomer has somebody to look at.

use std::collections::BTreeSet;

use crate::domain::{AdministratorPost, PersonId, School, StaffCategory};
use crate::plan::Index;
use crate::regulation::{Basis, Regulation, RoleId};

/// One holder for each role that somebody holds, each person once, in the order of the matrix.
#[must_use]
pub fn examples(school: &School, index: &Index, regulation: &Regulation) -> Vec<(RoleId, PersonId, String)> {
    let mut seen = BTreeSet::new();
    regulation
        .roles()
        .iter()
        .filter_map(|role| {
            let person = holder(school, index, role.basis, &seen)?;
            seen.insert(person);
            let name = school.people().get(&person)?.name.short();
            Some((role.id.clone(), person, name))
        })
        .collect()
}

/// The first person with the records of a basis whom nobody saw yet.
fn holder(school: &School, index: &Index, basis: Basis, seen: &BTreeSet<PersonId>) -> Option<PersonId> {
    let is_new = |person: &PersonId| !seen.contains(person);
    let post = |category| {
        let held = school.positions().values().filter(move |row| row.category == category);
        held.filter(|row| row.period.contains(index.day)).map(|row| row.person).find(is_new)
    };
    let appointed = |post| {
        let rows = school.appointments().values().filter(move |row| row.post == post);
        rows.filter(|row| row.period.contains(index.day)).map(|row| row.person).find(is_new)
    };
    match basis {
        Basis::Head => post(StaffCategory::Head),
        Basis::Administration => post(StaffCategory::Deputy),
        Basis::PlatformAdmin => appointed(AdministratorPost::Platform),
        Basis::AdditionalAdmin => appointed(AdministratorPost::Additional),
        Basis::ClassTeacher => index.led_classes.keys().copied().find(is_new),
        Basis::SubjectTeacher => index.taught.keys().copied().find(is_new),
        Basis::ExtraEducator => index.led_groups.keys().copied().find(is_new),
        Basis::Student => index.class_of.keys().copied().find(is_new),
        Basis::Parent => index.children.keys().copied().find(is_new),
    }
}

#[cfg(test)]
mod tests {
    use super::examples;
    use crate::domain::sample::{Sample, day};
    use crate::plan::Index;
    use crate::regulation::Regulation;

    #[test]
    fn each_role_that_somebody_holds_once() {
        let sample = Sample::new();
        let school = sample.workspace.school();
        let found: Vec<String> = examples(school, &Index::of(school, day(10)), Regulation::bundled())
            .into_iter()
            .map(|(role, _, name)| format!("{role}: {}", name.replace('\u{a0}', " ")))
            .collect();
        let expected = [
            "head: Орлова Н. А.",
            "administration: Ветрова А. И.",
            "class-teacher: Баранов Г. О.",
            "student: Зуева Е. М.",
            "parent: Зуева О. П.",
        ];
        assert_eq!(found, expected);
    }
}
