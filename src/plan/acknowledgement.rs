//! Who is to confirm what, and how many did: sheets of acknowledgement with honest denominators (2.5/4, 1.1).

use std::collections::{BTreeMap, BTreeSet};

use super::Index;
use crate::domain::{AcknowledgementSheet, ActiveGroupKind, ClassId, Participation, PersonId, School, SheetAudience};

/// How many confirmed, of how many who could.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Confirmed {
    /// Who confirmed.
    pub done: u64,
    /// Who is to confirm: on the sheet, and still to be reached on the platform or known to have confirmed.
    pub of: u64,
    /// Who is off the platform or refused, and is told in another way; never counted as missing.
    pub apart: u64,
    /// Who belongs on the sheet by now and is not on it.
    pub new: u64,
}

impl Confirmed {
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            of: self.of + other.of,
            apart: self.apart + other.apart,
            new: self.new + other.new,
        }
    }
}

/// Whether a person is reached otherwise than on the platform.
#[must_use]
pub fn is_apart(school: &School, person: PersonId) -> bool {
    school.people().get(&person).is_some_and(|row| row.participation != Participation::OnPlatform)
}

/// Who belongs on a sheet on the planning day.
#[must_use]
pub fn audience(index: &Index, audience: SheetAudience, class: Option<ClassId>) -> BTreeSet<PersonId> {
    let students = |class: Option<ClassId>| -> Vec<PersonId> {
        match class {
            Some(class) => index.students_of(class).to_vec(),
            None => index.class_of.keys().copied().collect(),
        }
    };
    match audience {
        SheetAudience::Students => students(class).into_iter().collect(),
        SheetAudience::Parents => students(class)
            .iter()
            .filter_map(|student| index.parents.get(student))
            .flat_map(|parents| parents.iter().map(|(parent, _)| *parent))
            .collect(),
        SheetAudience::Staff => index.positions.keys().copied().collect(),
    }
}

/// Counts a sheet.
#[must_use]
pub fn confirmed(school: &School, index: &Index, sheet: &AcknowledgementSheet) -> Confirmed {
    let mut count = Confirmed::default();
    for (person, mark) in &sheet.people {
        match mark {
            Some(_) => {
                count.done += 1;
                count.of += 1;
            }
            None if is_apart(school, *person) => count.apart += 1,
            None => count.of += 1,
        }
    }
    let belong = audience(index, sheet.audience, sheet.class);
    count.new = belong.iter().filter(|id| !sheet.people.contains_key(id) && !is_apart(school, **id)).count() as u64;
    count
}

/// The sheet brought up to date: who came is on it, who left without confirming is not.
#[must_use]
pub fn renewed(school: &School, index: &Index, sheet: &AcknowledgementSheet) -> AcknowledgementSheet {
    let belong = audience(index, sheet.audience, sheet.class);
    let mut people: BTreeMap<PersonId, _> = sheet
        .people
        .iter()
        .filter(|(id, mark)| mark.is_some() || belong.contains(id))
        .map(|(id, mark)| (*id, *mark))
        .collect();
    for id in belong.into_iter().filter(|id| !is_apart(school, *id)) {
        people.entry(id).or_insert(None);
    }
    AcknowledgementSheet { people, ..sheet.clone() }
}

/// Who may be an activist of a class, or of the whole school (2.2/6c, 2.2/6d).
#[must_use]
pub fn eligible(index: &Index, kind: ActiveGroupKind, class: Option<ClassId>) -> BTreeSet<PersonId> {
    match kind {
        ActiveGroupKind::Students => audience(index, SheetAudience::Students, class),
        ActiveGroupKind::Parents => audience(index, SheetAudience::Parents, class),
    }
}

#[cfg(test)]
mod tests;
