//! Whom an event or a channel is for, as people, and how they are reached. The people follow from the records.

use std::collections::BTreeSet;

use super::{Apart, Index, Plan};
use crate::domain::{
    ActivityGroupId, Audience, AudienceGroup, ChatId, ClassId, LoadLineId, PersonId, School, StaffCategory,
};
use crate::order;

/// The people of groups.
#[must_use]
pub fn of_groups(school: &School, index: &Index, groups: &BTreeSet<AudienceGroup>) -> BTreeSet<PersonId> {
    let mut people = Vec::new();
    add_groups(school, index, groups, &mut people);
    order::set(people)
}

/// Adds the people of groups, some of them perhaps twice.
fn add_groups(school: &School, index: &Index, groups: &BTreeSet<AudienceGroup>, people: &mut Vec<PersonId>) {
    let staff = |fits: fn(StaffCategory) -> bool| {
        index.positions.iter().filter_map(move |(person, posts)| {
            let mut posts = posts.iter().filter_map(|id| school.positions().get(id));
            posts.any(|post| fits(post.category)).then_some(*person)
        })
    };
    for group in groups {
        match group {
            AudienceGroup::Administration => people.extend(staff(StaffCategory::is_administration)),
            AudienceGroup::Pedagogues => people.extend(staff(StaffCategory::is_pedagogue)),
            AudienceGroup::Staff => people.extend(index.positions.keys()),
            AudienceGroup::Students => people.extend(index.class_of.keys()),
            AudienceGroup::Parents => people.extend(index.class_of.keys().flat_map(|child| parents(index, *child))),
        }
    }
}

fn parents(index: &Index, child: PersonId) -> impl Iterator<Item = PersonId> {
    index.parents.get(&child).into_iter().flatten().map(|(parent, _)| *parent)
}

/// The students of a line: of its list, or of its class where it has none.
fn of_line(school: &School, index: &Index, id: LoadLineId) -> BTreeSet<PersonId> {
    let Some(line) = school.load().get(&id) else { return BTreeSet::new() };
    if line.members.is_empty() { index.students_of(line.class).iter().copied().collect() } else { line.members.clone() }
}

/// The students of a group: of its list, or of its classes where it has none.
fn of_activity(school: &School, index: &Index, id: ActivityGroupId) -> BTreeSet<PersonId> {
    let Some(group) = school.activities().get(&id) else { return BTreeSet::new() };
    if group.members.is_empty() {
        group.classes.iter().flat_map(|class| index.students_of(*class)).copied().collect()
    } else {
        group.members.clone()
    }
}

/// The members of a chat, as far as they follow from the plan.
fn of_chat(school: &School, plan: &Plan, id: ChatId) -> BTreeSet<PersonId> {
    school.chats().get(&id).map(|chat| plan.expected(chat).into_keys().collect()).unwrap_or_default()
}

/// Everybody an audience means, once each.
#[must_use]
pub fn people(school: &School, index: &Index, plan: &Plan, audience: &Audience) -> BTreeSet<PersonId> {
    let mut people = Vec::new();
    add_groups(school, index, &audience.groups, &mut people);
    people.extend(audience.classes.iter().flat_map(|class| index.students_of(*class)));
    let children = audience.parents_of.iter().flat_map(|class| index.students_of(*class));
    people.extend(children.flat_map(|child| parents(index, *child)));
    people.extend(audience.line.iter().flat_map(|id| of_line(school, index, *id)));
    people.extend(audience.activity.iter().flat_map(|id| of_activity(school, index, *id)));
    people.extend(audience.chat.iter().flat_map(|id| of_chat(school, plan, *id)));
    people.extend(&audience.people);
    order::set(people)
}

/// Whether a person is in one of the groups: [`of_groups`] asked about one.
#[must_use]
pub fn is_in_groups(school: &School, index: &Index, groups: &BTreeSet<AudienceGroup>, person: PersonId) -> bool {
    let posts = || index.positions.get(&person).into_iter().flatten().filter_map(|id| school.positions().get(id));
    groups.iter().any(|group| match group {
        AudienceGroup::Administration => posts().any(|post| post.category.is_administration()),
        AudienceGroup::Pedagogues => posts().any(|post| post.category.is_pedagogue()),
        AudienceGroup::Staff => index.positions.contains_key(&person),
        AudienceGroup::Students => index.class_of.contains_key(&person),
        AudienceGroup::Parents => has_child_in(index, person, |_| true),
    })
}

/// Whether an audience means a person: [`people`] asked about one, without gathering everybody.
#[must_use]
pub fn has(school: &School, index: &Index, plan: &Plan, audience: &Audience, person: PersonId) -> bool {
    is_in_groups(school, index, &audience.groups, person)
        || audience.people.contains(&person)
        || index.class_of.get(&person).is_some_and(|class| audience.classes.contains(class))
        || has_child_in(index, person, |class| audience.parents_of.contains(&class))
        || audience.line.is_some_and(|id| of_line(school, index, id).contains(&person))
        || audience.activity.is_some_and(|id| of_activity(school, index, id).contains(&person))
        || audience.chat.is_some_and(|id| of_chat(school, plan, id).contains(&person))
}

fn has_child_in(index: &Index, person: PersonId, is_meant: impl Fn(ClassId) -> bool) -> bool {
    let mut children = index.children.get(&person).into_iter().flatten();
    children.any(|(child, _)| index.class_of.get(child).is_some_and(|class| is_meant(*class)))
}

/// The classes an audience takes up: their students, or part of them, are busy then.
#[must_use]
pub fn classes(school: &School, audience: &Audience) -> BTreeSet<ClassId> {
    let line = audience.line.and_then(|id| school.load().get(&id)).map(|line| line.class);
    let activity = audience.activity.and_then(|id| school.activities().get(&id));
    let groups = activity.iter().filter(|group| group.members.is_empty()).flat_map(|group| &group.classes);
    audience.classes.iter().copied().chain(line).chain(groups.copied()).collect()
}

/// How many people are meant, and how they are reached. Who stays apart is not missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Reach {
    /// Reached on the platform.
    pub on_platform: u64,
    /// Reached by other ways.
    pub elsewhere: u64,
    /// Refused to take part on the platform.
    pub refused: u64,
    /// Withdrew or refused the consent to the processing of data.
    pub withdrawn: u64,
}

impl Reach {
    /// Counts people, each once.
    #[must_use]
    pub fn of(school: &School, people: impl IntoIterator<Item = PersonId>) -> Self {
        let mut reach = Self::default();
        for person in people.into_iter().filter_map(|id| school.people().get(&id)) {
            let slot = match Apart::of(person) {
                None => &mut reach.on_platform,
                Some(Apart::OffPlatform) => &mut reach.elsewhere,
                Some(Apart::Refused) => &mut reach.refused,
                Some(Apart::NoConsent) => &mut reach.withdrawn,
            };
            *slot += 1;
        }
        reach
    }

    /// Everybody.
    #[must_use]
    pub const fn total(self) -> u64 {
        self.on_platform + self.apart()
    }

    /// Those who are not expected on the platform.
    #[must_use]
    pub const fn apart(self) -> u64 {
        self.elsewhere + self.refused + self.withdrawn
    }
}

/// Whether an event fits into a call of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// The platform's limit is not known: nothing was checked.
    Unknown,
    /// It fits.
    Fits {
        /// The limit.
        limit: u32,
    },
    /// More people are meant than a call takes.
    TooMany {
        /// The limit.
        limit: u32,
    },
}

impl Fit {
    /// Whether there is a limit to compare with.
    #[must_use]
    pub fn is_known(school: &School) -> bool {
        Self::of(school, 0) != Self::Unknown
    }

    /// Compares those who are expected on the platform, the host included, with the limit of a call.
    #[must_use]
    pub fn of(school: &School, on_platform: u64) -> Self {
        let limit = school.platform().values().next().and_then(|profile| profile.call_limit);
        match limit {
            None => Self::Unknown,
            Some(limit) if on_platform > u64::from(limit) => Self::TooMany { limit },
            Some(limit) => Self::Fits { limit },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fit, Reach, classes, people};
    use crate::domain::sample::{Sample, day};
    use crate::domain::*;
    use crate::plan::{Index, Plan};

    #[track_caller]
    fn check(sample: &Sample, audience: Audience, expected: &[PersonId]) {
        let school = sample.workspace.school();
        let index = Index::of(school, day(10));
        let found = people(school, &index, &Plan::default(), &audience);
        assert_eq!(found, expected.iter().copied().collect());
    }

    fn groups(groups: &[AudienceGroup]) -> Audience {
        Audience { groups: groups.iter().copied().collect(), ..Audience::default() }
    }

    #[test]
    fn groups_are_people() {
        let s = Sample::new();
        check(&s, groups(&[AudienceGroup::Administration]), &[s.orlova, s.vetrova]);
        check(&s, groups(&[AudienceGroup::Pedagogues]), &[s.baranov]);
        check(&s, groups(&[AudienceGroup::Staff]), &[s.orlova, s.vetrova, s.baranov, s.lugova]);
        check(&s, groups(&[AudienceGroup::Students, AudienceGroup::Parents]), &[s.zueva, s.zueva_mother]);
    }

    #[test]
    fn a_class_its_parents_a_line_and_people_by_name_count_once() {
        let s = Sample::new();
        let all = Audience {
            classes: [s.class_7a].into(),
            parents_of: [s.class_7a].into(),
            line: Some(s.math_7a),
            people: [s.zueva, s.orlova].into(),
            ..Audience::default()
        };
        assert_eq!(classes(s.workspace.school(), &all), [s.class_7a].into());
        check(&s, all, &[s.zueva, s.zueva_mother, s.orlova]);
        check(&s, Audience { classes: [s.class_7b].into(), ..Audience::default() }, &[]);
    }

    #[test]
    fn a_chat_means_whom_its_rule_means() {
        let s = Sample::new().with_office();
        let school = s.workspace.school();
        let index = Index::of(school, day(10));
        let plan = Plan::of(school, &index, crate::regulation::Regulation::bundled());
        let chat = school.chats().keys().next().copied();
        let found = people(school, &index, &plan, &Audience { chat, ..Audience::default() });
        // The students of 7А with the class teacher, and the deputy by an exception.
        assert_eq!(found, [s.zueva, s.baranov, s.vetrova].into());
    }

    #[test]
    fn those_reached_otherwise_are_counted_apart() {
        let mut s = Sample::new();
        let change = |s: &mut Sample, id, edit: fn(&mut Person)| {
            let mut person = (*s.workspace.school().people()[&id]).clone();
            edit(&mut person);
            s.save(person);
        };
        let (mother, child, secretary) = (s.zueva_mother, s.zueva, s.lugova);
        change(&mut s, mother, |person| person.participation = Participation::OffPlatform);
        change(&mut s, child, |person| person.consent.state = ConsentState::Withdrawn);
        change(&mut s, secretary, |person| person.participation = Participation::Refused);
        let reach = Reach::of(s.workspace.school(), s.workspace.school().people().keys().copied());
        assert_eq!(reach, Reach { on_platform: 3, elsewhere: 1, refused: 1, withdrawn: 1 });
        assert_eq!((reach.total(), reach.apart()), (6, 3));
    }

    #[test]
    fn an_unknown_limit_is_not_checked() {
        let mut s = Sample::new();
        assert_eq!(Fit::of(s.workspace.school(), 5000), Fit::Unknown);
        s.save(PlatformProfile { call_limit: Some(100), ..PlatformProfile::sferum() });
        assert_eq!(Fit::of(s.workspace.school(), 100), Fit::Fits { limit: 100 });
        assert_eq!(Fit::of(s.workspace.school(), 101), Fit::TooMany { limit: 100 });
    }
}
