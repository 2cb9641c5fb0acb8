//! Who is who: names compared the way a school does, never a guess between two.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::words::fold;
use crate::domain::{Person, PersonName};

/// The result of looking for a person.
#[derive(Debug, Clone)]
pub enum Found {
    /// Nobody fits.
    Nobody,
    /// Exactly one fits best.
    One(Arc<Person>),
    /// Several fit equally well.
    Several,
}

/// Family and given name, folded: namesakes share it whatever is known of the patronymic.
pub fn short_key(name: &PersonName) -> String {
    format!("{} {}", fold(name.family()), fold(name.given()))
}

/// Whether two names can be one person's: equal but for ё and case, or one lacks the patronymic.
pub fn fits(a: &PersonName, b: &PersonName) -> bool {
    a == b
        || a.key() == b.key()
        || (short_key(a) == short_key(b) && (a.patronymic().is_none() || b.patronymic().is_none()))
}

/// Whether two values are known and differ.
pub fn conflict<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Finds the one of `candidates` that a name means: spelled alike before folded alike before without patronymic.
pub fn find(name: &PersonName, candidates: impl IntoIterator<Item = Arc<Person>>) -> Found {
    let fitting: Vec<Arc<Person>> = candidates.into_iter().filter(|person| fits(name, &person.name)).collect();
    let tiers: [fn(&PersonName, &PersonName) -> bool; 3] = [|a, b| a == b, |a, b| a.key() == b.key(), |_, _| true];
    for tier in tiers {
        let mut of_tier = fitting.iter().filter(|person| tier(name, &person.name));
        match (of_tier.next(), of_tier.next()) {
            (Some(one), None) => return Found::One(Arc::clone(one)),
            (Some(_), Some(_)) => return Found::Several,
            (None, _) => {}
        }
    }
    Found::Nobody
}

/// The fuller of two names of one person: with the patronymic, else the plan's own spelling.
pub fn fuller(plan: &PersonName, list: &PersonName) -> PersonName {
    if plan.patronymic().is_none() && list.patronymic().is_some() { list.clone() } else { plan.clone() }
}

/// Finds a member of staff by a whole name, or by a family name with initials: «Орлова Н. А.», «Орлова Н.А.».
pub fn find_by_text(text: &str, staff: &[Arc<Person>]) -> Found {
    if let Ok(read) = crate::roster::value::name::whole(text) {
        let found = find(&read.name, staff.iter().cloned());
        if !matches!(found, Found::Nobody) {
            return found;
        }
    }
    let folded = fold(text).replace('.', " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let Some((family, initials)) = words.split_first() else { return Found::Nobody };
    let is_initials =
        !initials.is_empty() && initials.len() <= 2 && initials.iter().all(|word| word.chars().count() == 1);
    let starts = |part: Option<&str>, initial: Option<&&str>| match (part, initial) {
        (_, None) => true,
        (Some(part), Some(initial)) => fold(part).starts_with(*initial),
        (None, Some(_)) => false,
    };
    let mut meant = staff.iter().filter(|person| {
        let name = &person.name;
        (is_initials || initials.is_empty())
            && fold(name.family()) == *family
            && starts(Some(name.given()), initials.first())
            && starts(name.patronymic(), initials.get(1))
    });
    match (meant.next(), meant.next()) {
        (Some(one), None) => Found::One(Arc::clone(one)),
        (Some(_), Some(_)) => Found::Several,
        (None, _) => Found::Nobody,
    }
}

/// The birth date of a person, from the plan or from a list.
pub fn birth(person: &Person, from_lists: Option<NaiveDate>) -> Option<NaiveDate> {
    person.birth_date.or(from_lists)
}
