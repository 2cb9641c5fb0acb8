//! Coverage with honest denominators (SPEC section 4): who stays off the platform, refused or withdrew the consent is
//! counted apart and never as missing.

use std::collections::{BTreeMap, BTreeSet};

use super::audience::Reach;
use super::{Apart, Index, Plan};
use crate::domain::{ChatScope, ChatState, ClassId, Figure, InviteRole, PersonId, School};

/// A share: of those who are expected, how many are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// What is counted.
    pub measure: Measure,
    /// How many are there, of how many that are expected.
    pub figure: Figure,
    /// Who is not expected and why.
    pub apart: Reach,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Pedagogues and administration in the staff room (2.1/4).
    JoinedStaff,
    /// Those whose status is confirmed (2.1/10).
    ConfirmedStaff,
    /// Students in their classes (2.1/6).
    JoinedStudents,
    /// Classes with a class teacher (2.1/8).
    LedClasses,
    /// Required chats that are in use; those that the school does without are not counted (1.6).
    LiveChats,
    /// Classes all of whose required chats are in use (2.3/3, 2.4/3).
    CoveredClasses,
    /// Representatives who are in a chat (2.7/1).
    ReachedParents,
}

impl Measure {
    /// Every measure, in the order of a report.
    pub const ALL: [Self; 7] = [
        Self::JoinedStaff,
        Self::ConfirmedStaff,
        Self::JoinedStudents,
        Self::ReachedParents,
        Self::LedClasses,
        Self::LiveChats,
        Self::CoveredClasses,
    ];

    /// Its key in a report's figures.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::JoinedStaff => "joined-staff",
            Self::ConfirmedStaff => "confirmed-staff",
            Self::JoinedStudents => "joined-students",
            Self::LedClasses => "led-classes",
            Self::LiveChats => "live-chats",
            Self::CoveredClasses => "covered-classes",
            Self::ReachedParents => "reached-parents",
        }
    }

    /// The measure of a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.key() == key)
    }
}

/// Every share on the day of the index.
#[must_use]
pub fn coverage(school: &School, index: &Index, plan: &Plan) -> Vec<Share> {
    let staff = || expected_staff(school, index);
    let students = || index.class_of.keys().copied();
    let in_class = joined_students(school, index);
    let chats = Chats::of(school, plan);
    let parents = || index.children.iter().filter(|(_, children)| has_student(index, children)).map(|(id, _)| *id);
    Measure::ALL
        .into_iter()
        .map(|measure| match measure {
            Measure::JoinedStaff => share(school, measure, staff(), |id| index.joined.contains(&id)),
            Measure::ConfirmedStaff => share(school, measure, staff(), |id| index.verified.contains(&id)),
            Measure::JoinedStudents => share(school, measure, students(), |id| in_class.contains(&id)),
            Measure::ReachedParents => share(school, measure, parents(), |id| chats.parents.contains(&id)),
            Measure::LiveChats => Share { measure, figure: chats.figure, apart: Reach::default() },
            Measure::CoveredClasses => whole(measure, &index.classes, |class| !chats.gaps.contains(&class)),
            Measure::LedClasses => whole(measure, &index.classes, |class| index.homeroom.contains_key(&class)),
        })
        .collect()
}

/// The coverage as the figures of a report.
#[must_use]
pub fn figures(shares: &[Share]) -> BTreeMap<String, Figure> {
    shares.iter().map(|share| (share.measure.key().to_owned(), share.figure)).collect()
}

/// 2.1/4, 2.2/3: pedagogues and the administration belong into the staff room.
fn expected_staff<'a>(school: &'a School, index: &'a Index) -> impl Iterator<Item = PersonId> + 'a {
    index.positions.iter().filter_map(|(person, posts)| {
        let mut posts = posts.iter().filter_map(|id| school.positions().get(id));
        let is_expected = posts.any(|post| post.category.is_pedagogue() || post.category.is_administration());
        is_expected.then_some(*person)
    })
}

fn joined_students(school: &School, index: &Index) -> BTreeSet<PersonId> {
    let rows = school.memberships().values().filter(|row| row.period.contains(index.day));
    rows.filter(|row| index.class_of.get(&row.person) == Some(&row.class)).map(|row| row.person).collect()
}

fn has_student(index: &Index, children: &[(PersonId, crate::domain::Kinship)]) -> bool {
    children.iter().any(|(child, _)| index.class_of.contains_key(child))
}

/// Whether a person is expected on the platform.
fn is_expected(school: &School, id: PersonId) -> bool {
    school.people().get(&id).is_some_and(|person| Apart::of(person).is_none())
}

/// What the recorded chats say of the required ones.
struct Chats {
    /// In use, of those that are required and not excused.
    figure: Figure,
    /// Classes with a required chat that is neither in use nor excused.
    gaps: BTreeSet<ClassId>,
    /// Representatives who are in a chat as far as the school knows.
    parents: BTreeSet<PersonId>,
}

impl Chats {
    fn of(school: &School, plan: &Plan) -> Self {
        let (mut live, mut wanted) = (0, 0);
        let (mut gaps, mut parents) = (BTreeSet::new(), BTreeSet::new());
        for required in plan.required() {
            let chat = required.record.and_then(|id| school.chats().get(&id));
            if chat.is_some_and(|chat| matches!(chat.state, ChatState::NotRequired { .. })) {
                continue;
            }
            wanted += 1;
            let Some(chat) = chat.filter(|chat| chat.state.is_live()) else {
                gaps.extend(required.class);
                continue;
            };
            live += 1;
            // 2.7/1: representatives are in the chats of a class and of the school, not in those of subjects.
            if matches!(required.scope, ChatScope::Class(_) | ChatScope::School) {
                let seats = plan.expected(chat).into_iter();
                let there = seats.filter(|(id, seat)| seat.role == InviteRole::Parent && !chat.missing.contains(id));
                parents.extend(there.map(|(id, _)| id));
            }
        }
        Self { figure: Figure { value: live, of: Some(wanted) }, gaps, parents }
    }
}

fn share(
    school: &School,
    measure: Measure,
    people: impl Iterator<Item = PersonId>,
    is_there: impl Fn(PersonId) -> bool,
) -> Share {
    let (expected, others): (Vec<PersonId>, Vec<PersonId>) = people.partition(|id| is_expected(school, *id));
    let value = expected.iter().filter(|id| is_there(**id)).count() as u64;
    Share {
        measure,
        figure: Figure { value, of: Some(expected.len() as u64) },
        apart: Reach { on_platform: 0, ..Reach::of(school, others) },
    }
}

fn whole(measure: Measure, classes: &[ClassId], is_there: impl Fn(ClassId) -> bool) -> Share {
    let value = classes.iter().filter(|class| is_there(**class)).count() as u64;
    Share { measure, figure: Figure { value, of: Some(classes.len() as u64) }, apart: Reach::default() }
}

#[cfg(test)]
mod tests {
    use super::{Measure, coverage};
    use crate::domain::sample::{Sample, day};
    use crate::domain::*;
    use crate::plan::{Index, Plan};

    #[track_caller]
    fn check(sample: &Sample, measure: Measure, expected: (u64, u64), apart: u64) {
        let school = sample.workspace.school();
        let index = Index::of(school, day(10));
        let plan = Plan::of(school, &index, crate::regulation::Regulation::bundled());
        let shares = coverage(school, &index, &plan);
        let share = shares.iter().find(|share| share.measure == measure).unwrap();
        assert_eq!((share.figure.value, share.figure.of.unwrap()), expected, "{measure:?}");
        assert_eq!(share.apart.apart(), apart, "{measure:?}, apart");
    }

    #[test]
    fn nobody_joined_yet() {
        let sample = Sample::new();
        // The secretary is in no category of 1.5 and is not expected.
        check(&sample, Measure::JoinedStaff, (0, 3), 0);
        check(&sample, Measure::ConfirmedStaff, (0, 3), 0);
        check(&sample, Measure::JoinedStudents, (0, 1), 0);
        check(&sample, Measure::LedClasses, (1, 2), 0);
        check(&sample, Measure::ReachedParents, (0, 1), 0);
        check(&sample, Measure::CoveredClasses, (0, 2), 0);
    }

    #[test]
    fn who_joined_counts_and_who_refused_is_apart() {
        let mut sample = Sample::new();
        let (baranov, staff_room, class, zueva) = (sample.baranov, sample.staff_room, sample.class_7a, sample.zueva);
        for (person, class, role) in [(baranov, staff_room, MemberRole::Teacher), (zueva, class, MemberRole::Student)] {
            let id = sample.ids.fresh();
            sample.save(Membership { id, person, class, role, period: Period::since(day(3)) });
        }
        let mut head = (*sample.workspace.school().people()[&sample.orlova]).clone();
        head.participation = Participation::Refused;
        sample.save(head);
        check(&sample, Measure::JoinedStaff, (1, 2), 1);
        check(&sample, Measure::JoinedStudents, (1, 1), 0);
    }

    #[test]
    fn chats_in_use_count_of_those_that_are_required() {
        let mut sample = Sample::new();
        let school = sample.workspace.school();
        let index = Index::of(school, day(10));
        let plan = Plan::of(school, &index, crate::regulation::Regulation::bundled());
        let wanted = plan.required().len() as u64;
        check(&sample, Measure::LiveChats, (0, wanted), 0);
        let class = sample.class_7a;
        let required: Vec<_> = plan.required().iter().filter(|chat| chat.class == Some(class)).cloned().collect();
        for chat in &required {
            let id = sample.ids.fresh();
            sample.save(Chat {
                id,
                rule: chat.rule.clone(),
                scope: chat.scope.clone(),
                name: chat.name.ru.clone(),
                purpose: String::new(),
                owner: chat.owner,
                moderator: None,
                link: String::new(),
                state: ChatState::Active { since: day(5) },
                quiet: None,
                rules: String::new(),
                include: std::collections::BTreeMap::new(),
                exclude: std::collections::BTreeMap::new(),
                checked: None,
                missing: std::collections::BTreeSet::new(),
                extra: std::collections::BTreeSet::new(),
                misroled: std::collections::BTreeSet::new(),
                strangers: std::collections::BTreeSet::new(),
            });
        }
        check(&sample, Measure::LiveChats, (required.len() as u64, wanted), 0);
        check(&sample, Measure::CoveredClasses, (1, 2), 0);
        check(&sample, Measure::ReachedParents, (1, 1), 0);
    }

    #[test]
    fn keys_are_read_back() {
        for measure in Measure::ALL {
            assert_eq!(Measure::of_key(measure.key()), Some(measure));
        }
    }
}
