//! L24 (roles), L26 (consents), L27: families are whole, consents are known, names tell people apart.

use std::collections::BTreeSet;

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::words::mixes_alphabets;
use crate::domain::{ClassId, ConsentState, LegalAct, Participation, Person, PersonId};
use crate::order::Along;

/// 1.5: a representative represents a student, and a student has a representative.
pub(super) fn roles(ground: &Ground, found: &mut Vec<Finding>) {
    let index = ground.index;
    let (mut students, mut children) = (Along::of(ground.students()), Along::of(index.parents.keys()));
    let (mut parents, mut staff) = (Along::of(index.children.keys()), Along::of(ground.posts.keys()));
    for person in ground.school.people().keys() {
        if !(students.has(&person) || parents.has(&person) || staff.has(&person) || children.has(&person)) {
            let person = *person;
            let issue = Issue::NoRole { person };
            let finding = Finding::warning(Lint::Family, clause!("1.5"), issue, Remedy::Person(person));
            found.push(finding.people([person]).shown_by::<Person>(person));
        }
    }
    for (class, students) in ground.classes() {
        for person in students.iter().copied().filter(|student| !ground.index.parents.contains_key(student)) {
            let issue = Issue::NoParent { person };
            let finding = Finding::warning(Lint::Family, clause!("1.5"), issue, Remedy::Person(person));
            found.push(finding.also(clause!("2.7/1")).people([person]).classes([class]).shown_by::<Person>(person));
        }
    }
}

/// 4.3: the text says nothing of personal data; the law does.
pub(super) fn consents(ground: &Ground, found: &mut Vec<Finding>) {
    let rows = ground
        .school
        .people()
        .values()
        .filter(|row| row.consent.state == ConsentState::Unknown && row.participation == Participation::OnPlatform);
    let unknown: Vec<PersonId> = rows.map(|row| row.id).collect();
    let is_unknown = |person: &PersonId| unknown.binary_search(person).is_ok();
    let mut told: BTreeSet<PersonId> = BTreeSet::new();
    let mut say = |class: Option<ClassId>, people: Vec<PersonId>| {
        if people.is_empty() {
            return;
        }
        let issue = Issue::ConsentUnknown { class, count: people.len() };
        let finding = Finding::note(Lint::Gap, clause!("4.3"), issue, Remedy::Consents);
        found.push(finding.people(people).classes(class));
    };
    for (class, students) in ground.classes() {
        let parents = students.iter().filter_map(|student| ground.index.parents.get(student)).flatten();
        let circle = students.iter().copied().chain(parents.map(|(parent, _)| *parent));
        let people: Vec<PersonId> = circle.filter(is_unknown).filter(|person| told.insert(*person)).collect();
        say(Some(class), people);
    }
    let staff: Vec<PersonId> =
        ground.index.positions.keys().copied().filter(is_unknown).filter(|person| told.insert(*person)).collect();
    say(None, staff);
    for row in ground.school.people().values() {
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
    for row in ground.school.people().values() {
        let parts = [row.name.family(), row.name.given(), row.name.patronymic().unwrap_or_default()];
        if parts.into_iter().any(|part| !part.is_ascii() && mixes_alphabets(part)) {
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
    let mut rows: Vec<(u64, &Person)> = ground.school.people().values().map(|row| (rough(row), row.as_ref())).collect();
    rows.sort_unstable_by_key(|(rough, row)| (*rough, row.id));
    for rows in rows.chunk_by(|(a, _), (b, _)| a == b) {
        for (at, (_, a)) in rows.iter().enumerate() {
            for (_, b) in rows.iter().skip(at + 1) {
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

/// A number that is equal for spellings of one name; cheap, so that whole names are folded only where it agrees.
fn rough(row: &Person) -> u64 {
    let parts = [row.name.family(), row.name.given(), row.name.patronymic().unwrap_or_default()];
    parts.into_iter().flat_map(str::chars).fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        let c = match c {
            'ё' | 'Ё' | 'Е' => 'е',
            'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
            c => c.to_ascii_lowercase(),
        };
        (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
    })
}
