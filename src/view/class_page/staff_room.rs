//! The staff room (2.1/4): who of the staff has joined, who has not yet.

use crate::domain::{MembershipId, Period, PersonId, School};
use crate::order;
use crate::plan::Index;
use crate::view::structure::expected_staff;

/// Somebody of the staff in the list of the staff room.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StaffRow {
    /// Who.
    pub person: PersonId,
    /// Whole name.
    pub name: String,
    /// Posts.
    pub post: String,
    /// Whether the person belongs there: pedagogues and the administration do.
    pub is_expected: bool,
    /// The membership, where the person has joined.
    pub membership: Option<(MembershipId, Period)>,
}

/// The whole staff and whoever else is a member, by name.
#[must_use]
pub fn staff_rows(school: &School, index: &Index) -> Vec<StaffRow> {
    let Some(room) = index.staff_room else { return Vec::new() };
    let expected = expected_staff(school, index);
    let memberships: std::collections::BTreeMap<PersonId, (MembershipId, Period)> = school
        .memberships()
        .values()
        .filter(|row| row.class == room && row.period.contains(index.day))
        .map(|row| (row.person, (row.id, row.period)))
        .collect();
    let everybody: std::collections::BTreeSet<PersonId> =
        index.positions.keys().chain(memberships.keys()).copied().collect();
    let mut people: Vec<_> = everybody.iter().filter_map(|id| school.people().get(id)).collect();
    order::by(&mut people, |a, b| a.name.cmp(&b.name));
    people
        .into_iter()
        .map(|person| StaffRow {
            person: person.id,
            name: person.name.to_string(),
            post: posts(school, index, person.id),
            is_expected: expected.contains(&person.id),
            membership: memberships.get(&person.id).copied(),
        })
        .collect()
}

/// The titles of the posts a person holds.
pub(super) fn posts(school: &School, index: &Index, person: PersonId) -> String {
    let ids = index.positions.get(&person).map_or(&[][..], Vec::as_slice);
    let titles: Vec<&str> =
        ids.iter().filter_map(|id| school.positions().get(id)).map(|post| post.title.as_str()).collect();
    titles.join(", ")
}
