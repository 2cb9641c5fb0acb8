//! L24 (roles), L26 (consents), L27: families are whole, consents are known, names tell people apart.

use std::collections::BTreeMap;

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{ClassId, ConsentState, LegalAct, Participation, Person, PersonId};
use crate::order::{self, Along};

/// 1.5: a representative represents a student, and a student has a representative.
pub(super) fn roles(ground: &Ground, found: &mut Vec<Finding>) {
    let index = ground.index;
    let students = index.stays.iter().map(|(student, _)| student);
    let (mut students, mut children) = (Along::of(students), Along::of(index.parents.keys()));
    let (mut parents, mut staff) = (Along::of(index.children.keys()), Along::of(ground.posts.keys()));
    for person in ground.known() {
        if !(students.has(&person) || parents.has(&person) || staff.has(&person) || children.has(&person)) {
            let person = *person;
            let issue = Issue::NoRole { person };
            let finding = Finding::warning(Lint::Family, clause!("1.5"), issue, Remedy::Person(person));
            found.push(finding.people([person]).shown_by::<Person>(person));
        }
    }
    for (class, students) in ground.classes() {
        let asked = students.iter().copied().filter(|student| ground.asks(*student));
        for person in asked.filter(|student| !index.parents.contains_key(student)) {
            let issue = Issue::NoParent { person };
            let finding = Finding::warning(Lint::Family, clause!("1.5"), issue, Remedy::Person(person));
            found.push(finding.also(clause!("2.7/1")).people([person]).classes([class]).shown_by::<Person>(person));
        }
    }
}

/// 4.3: the text says nothing of personal data; the law does. Somebody of several classes is told once, in the first.
pub(super) fn consents(ground: &Ground, found: &mut Vec<Finding>) {
    let index = ground.index;
    let is_unknown =
        |row: &Person| row.consent.state == ConsentState::Unknown && row.participation == Participation::OnPlatform;
    let rows: Vec<&Person> = if ground.asks_all() {
        ground.people().collect()
    } else {
        // The classes that were touched, as they are now, and the staff.
        let students = || ground.classes().flat_map(|(_, students)| students);
        let parents = students().filter_map(|student| index.parents.get(student)).flatten().map(|(parent, _)| parent);
        let circle = order::set(students().chain(parents).chain(index.positions.keys()).copied());
        circle.iter().filter_map(|id| ground.school.people().get(id)).map(AsRef::as_ref).collect()
    };
    let mut unknown: BTreeMap<Option<ClassId>, Vec<PersonId>> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| is_unknown(row)) {
        let class = first_class(ground, row.id);
        if ground.asks_class(class) && (class.is_some() || index.is_staff(row.id)) {
            unknown.entry(class).or_default().push(row.id);
        }
    }
    for (class, people) in unknown {
        let issue = Issue::ConsentUnknown { class, count: people.len() };
        let finding = Finding::note(Lint::Gap, clause!("4.3"), issue, Remedy::Consents);
        found.push(finding.people(people).classes(class));
    }
}

/// The first of the classes that somebody is in, or has children in.
fn first_class(ground: &Ground, person: PersonId) -> Option<ClassId> {
    let index = ground.index;
    let children = index.children.get(&person).into_iter().flatten().map(|(child, _)| *child);
    let own = std::iter::once(person).chain(children).filter_map(|one| index.class_of.get(&one).copied());
    own.filter_map(|class| Some((ground.place(class)?, class))).min().map(|(_, class)| class)
}

/// 4.3: who refused or withdrew the consent does not take part.
pub(super) fn without(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.people() {
        let is_without = matches!(row.consent.state, ConsentState::Refused | ConsentState::Withdrawn);
        if is_without && row.participation == Participation::OnPlatform && ground.gone_since(row.id).is_none() {
            let issue = Issue::ConsentMissing { person: row.id };
            let finding = Finding::warning(Lint::Gap, clause!("4.3"), issue, Remedy::Person(row.id));
            found.push(finding.people([row.id]).shown_by::<Person>(row.id));
        }
    }
}

/// 1.2 names six acts; the law on personal data is not among them (4.3).
pub(super) fn law(ground: &Ground, found: &mut Vec<Finding>) {
    let is_named = |row: &LegalAct| row.number.contains("152") && row.retired_on.is_none();
    let mut acts = ground.school.legal_acts().values();
    if !ground.school.legal_acts().is_empty() && !acts.any(|row| is_named(row)) {
        let issue = Issue::NoPersonalDataLaw;
        found.push(Finding::note(Lint::Gap, clause!("4.3"), issue, Remedy::LegalActs).also(clause!("1.2")));
    }
}

/// 1.5: a name is written in one alphabet.
pub(super) fn letters(ground: &Ground, found: &mut Vec<Finding>) {
    for row in ground.people() {
        if row.name.mixes_alphabets() {
            let issue = Issue::LatinInName { person: row.id };
            let finding = Finding::warning(Lint::Identity, clause!("1.5"), issue, Remedy::Person(row.id));
            found.push(finding.people([row.id]).shown_by::<Person>(row.id));
        }
    }
}

/// 1.5: a participant is one person under one name.
pub(super) fn homonyms(ground: &Ground, found: &mut Vec<Finding>) {
    for (class, students) in ground.classes() {
        homonyms_of(ground, class, students, found);
    }
}

/// Homonyms of one class stand beside each other in its list by name.
fn homonyms_of(ground: &Ground, class: ClassId, students: &[PersonId], found: &mut Vec<Finding>) {
    let rows: Vec<&Person> =
        students.iter().filter_map(|id| ground.school.people().get(id)).map(AsRef::as_ref).collect();
    for group in rows.chunk_by(|a, b| a.name == b.name).filter(|group| group.len() > 1) {
        let Some(first) = group.first() else { continue };
        let issue = Issue::Homonyms { class, name: first.name.to_string(), count: group.len() };
        // Birth dates tell them apart; without them nobody can.
        let is_told_apart = group.iter().all(|row| row.birth_date.is_some());
        let new = if is_told_apart { Finding::note } else { Finding::warning };
        let mut finding = new(Lint::Identity, clause!("1.5"), issue, Remedy::Class(class)).classes([class]);
        for row in group {
            finding = finding.people([row.id]).shown_by::<Person>(row.id);
        }
        found.push(finding);
    }
}

/// Two spellings of one name, `ё` and `е` or capitals, are perhaps one person entered twice.
pub(super) fn twins(ground: &Ground, found: &mut Vec<Finding>) {
    let rows = ground.school.people().values().map(|row| (row.name.rough(), row.as_ref()));
    let mut rows: Vec<(u64, &Person)> = rows.collect();
    if !ground.asks_all() {
        let asked = order::set(ground.people().map(|row| row.name.rough()));
        rows.retain(|(rough, _)| asked.contains(rough));
    }
    // By identity within a name, as they stand.
    rows.sort_by_key(|(rough, _)| *rough);
    for rows in rows.chunk_by(|(a, _), (b, _)| a == b) {
        for (at, (_, a)) in rows.iter().enumerate() {
            for (_, b) in rows.iter().skip(at + 1).filter(|(_, b)| ground.asks(a.id) || ground.asks(b.id)) {
                let is_apart = matches!((a.birth_date, b.birth_date), (Some(a), Some(b)) if a != b);
                if a.name == b.name || is_apart || a.name.key() != b.name.key() {
                    continue;
                }
                let issue = Issue::Twins { person: a.id, twin: b.id };
                let finding = Finding::warning(Lint::Identity, clause!("1.5"), issue, Remedy::Person(b.id));
                found.push(finding.people([a.id, b.id]).shown_by::<Person>(a.id).shown_by::<Person>(b.id));
            }
        }
    }
}
