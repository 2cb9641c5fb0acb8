//! What every family of lints looks up: the school turned round once, the day, the thresholds.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{
    AdministratorPost, Appointment, Chat, ChatState, ClassId, Participation, PersonId, Position, School, SchoolYear,
    Settings,
};
use crate::plan::{Index, Plan};
use crate::regulation::{Interpretations, Regulation};

/// The ground on which a review stands.
pub(super) struct Ground<'a> {
    /// The records.
    pub school: &'a School,
    /// Who stands where.
    pub index: &'a Index,
    /// Required chats.
    pub plan: &'a Plan,
    /// The edition at work.
    pub regulation: &'a Regulation,
    /// What the school decided.
    pub interpretations: Interpretations,
    /// The day of which the plan speaks.
    pub day: NaiveDate,
    /// The day from which ages are counted.
    pub today: NaiveDate,
    /// Thresholds.
    pub settings: Settings,
    /// The school year of the day.
    pub year: Option<&'a SchoolYear>,
    /// Posts of a person, of all times.
    pub posts: BTreeMap<PersonId, Vec<&'a Position>>,
    /// Last days at the school of those whose posts or stays are over; none while one is still to come.
    ended: OnceCell<BTreeMap<PersonId, Option<NaiveDate>>>,
    students: OnceCell<Vec<PersonId>>,
    chats_with: OnceCell<BTreeMap<PersonId, Vec<&'a Chat>>>,
}

impl<'a> Ground<'a> {
    pub fn new(
        school: &'a School,
        index: &'a Index,
        plan: &'a Plan,
        regulation: &'a Regulation,
        today: NaiveDate,
    ) -> Self {
        let mut posts: BTreeMap<PersonId, Vec<&Position>> = BTreeMap::new();
        for row in school.positions().values() {
            posts.entry(row.person).or_default().push(row);
        }
        Self {
            school,
            index,
            plan,
            regulation,
            interpretations: Interpretations::of(school, index.day),
            day: index.day,
            today,
            settings: school.settings().values().next().map(|row| row.as_ref().clone()).unwrap_or_default(),
            year: index.year.and_then(|id| school.years().get(&id)).map(AsRef::as_ref),
            posts,
            ended: OnceCell::new(),
            students: OnceCell::new(),
            chats_with: OnceCell::new(),
        }
    }

    /// Days from `since` until today; none below zero.
    pub fn age(&self, since: NaiveDate) -> i64 {
        (self.today - since).num_days().max(0)
    }

    /// Whether the platform counts with the person: those off it, or without consent, are never "missing".
    pub fn is_expected(&self, person: PersonId) -> bool {
        use crate::domain::ConsentState::{Refused, Withdrawn};
        self.school.people().get(&person).is_some_and(|row| {
            row.participation == Participation::OnPlatform && !matches!(row.consent.state, Refused | Withdrawn)
        })
    }

    /// Whether the person is of the administration on a day (2.2).
    pub fn is_administration(&self, person: PersonId, day: NaiveDate) -> bool {
        self.posts_on(person, day).any(|post| post.category.is_administration())
    }

    /// Whether the person teaches: by post, or by lines, groups or a class beside another post (1.5).
    pub fn is_pedagogue(&self, person: PersonId) -> bool {
        self.posts_on(person, self.day).any(|post| post.category.is_pedagogue())
            || (self.index.is_staff(person)
                && (self.index.taught.contains_key(&person)
                    || self.index.led_groups.contains_key(&person)
                    || self.index.led_classes.contains_key(&person)))
    }

    fn posts_on(&self, person: PersonId, day: NaiveDate) -> impl Iterator<Item = &'a Position> + use<'a, '_> {
        self.posts.get(&person).into_iter().flatten().copied().filter(move |post| post.period.contains(day))
    }

    /// Appointments of administrators that hold on the day of the plan.
    pub fn appointments(&self, post: AdministratorPost) -> impl Iterator<Item = &'a Appointment> + use<'a, '_> {
        let rows = self.school.appointments().values().map(AsRef::as_ref);
        rows.filter(move |row| row.post == post && row.period.contains(self.day))
    }

    /// Since when the person is at the school no longer, in any role; none while there is one, or none ever was.
    pub fn gone_since(&self, person: PersonId) -> Option<NaiveDate> {
        let is_here =
            |person: &PersonId| self.index.positions.contains_key(person) || self.index.class_of.contains_key(person);
        let children = self.index.children.get(&person);
        if is_here(&person) || children.into_iter().flatten().any(|(child, _)| is_here(child)) {
            return None;
        }
        let ended = self.ended();
        let mut last: Option<NaiveDate> = None;
        let roles = std::iter::once(person).chain(children.into_iter().flatten().map(|(child, _)| *child));
        for end in roles.filter_map(|role| ended.get(&role)) {
            // One that is still to come keeps the person.
            last = Some((*end)?).max(last);
        }
        last
    }

    /// The last day of the posts of somebody who holds none any more and none is to come.
    pub fn post_ended(&self, person: PersonId) -> Option<NaiveDate> {
        let posts = self.posts.get(&person)?;
        let is_over = posts.iter().all(|post| post.period.is_over(self.day));
        is_over.then(|| posts.iter().filter_map(|post| post.period.to).max()).flatten()
    }

    /// Everybody who studies or ever studied here, by identity.
    pub fn students(&self) -> &[PersonId] {
        self.students.get_or_init(|| {
            let mut students: Vec<PersonId> = self.school.enrolments().values().map(|row| row.student).collect();
            students.sort_unstable();
            students.dedup();
            students
        })
    }

    fn ended(&self) -> &BTreeMap<PersonId, Option<NaiveDate>> {
        self.ended.get_or_init(|| {
            let mut ended = BTreeMap::new();
            let posts = self.school.positions().values().map(|row| (row.person, row.period));
            let stays = self.school.enrolments().values().map(|row| (row.student, row.period));
            for (person, period) in posts.chain(stays) {
                let end = period.to.filter(|to| *to < self.day);
                ended
                    .entry(person)
                    .and_modify(|known: &mut Option<NaiveDate>| *known = known.zip(end).map(|(a, b)| a.max(b)))
                    .or_insert(end);
            }
            ended
        })
    }

    /// Chats in which the person is known to be against the rule, or holds a part: owner, moderator, added by hand.
    pub fn chats_with(&self, person: PersonId) -> &[&'a Chat] {
        let map = self.chats_with.get_or_init(|| {
            let mut map: BTreeMap<PersonId, Vec<&Chat>> = BTreeMap::new();
            for chat in self.school.chats().values().filter(|chat| is_standing(&chat.state)) {
                let mut people: BTreeSet<PersonId> = chat.extra.iter().copied().collect();
                people.extend(chat.include.keys());
                people.extend(chat.owner);
                people.extend(chat.moderator);
                for person in people {
                    map.entry(person).or_default().push(chat);
                }
            }
            map
        });
        map.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Everybody who holds a part in a chat, or is known to be in one against the rule.
    pub fn people_in_chats(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.chats_with(uuid::Uuid::nil().into());
        self.chats_with.get().into_iter().flat_map(|map| map.keys().copied())
    }

    /// Whether the day lies in the summer before the lessons begin, or within the first `days` of the year.
    pub fn is_early(&self, days: u16) -> bool {
        self.year.is_none_or(|year| self.today < year.from + chrono::Days::new(u64::from(days)))
    }

    /// The first day that counts for what must come every `days`: that many days back, within the school year.
    pub fn period_start(&self, days: u16) -> NaiveDate {
        let back = self.today.checked_sub_days(chrono::Days::new(u64::from(days))).unwrap_or(self.today);
        self.year.map_or(back, |year| back.max(year.from))
    }

    /// Students of the current classes, class by class.
    pub fn classes(&self) -> impl Iterator<Item = (ClassId, &'a [PersonId])> + use<'a, '_> {
        let index = self.index;
        index.classes.iter().map(|class| (*class, index.students_of(*class)))
    }
}

/// Whether a chat still holds its members: in use or read-only.
pub(super) fn is_standing(state: &ChatState) -> bool {
    state.is_live() || matches!(state, ChatState::ReadOnly { .. })
}
