//! What every family of lints looks up: the school turned round once, the day, the thresholds.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::touched::Touched;
use crate::domain::{
    AdministratorPost, Appointment, Chat, ChatState, ClassId, Enrolment, Invite, Membership, Participation, Person,
    PersonId, Position, School, SchoolYear, Settings,
};
use crate::order;
use crate::plan::{Index, Plan, RequiredChat};
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
    /// What is asked about: what an edit touched; none for the whole school.
    touched: Option<&'a Touched>,
    memberships: OnceCell<Vec<&'a Membership>>,
    invites: OnceCell<Vec<&'a Invite>>,
    chats_with: OnceCell<BTreeMap<PersonId, Vec<&'a Chat>>>,
    places: OnceCell<BTreeMap<ClassId, usize>>,
}

impl<'a> Ground<'a> {
    pub fn new(
        school: &'a School,
        index: &'a Index,
        plan: &'a Plan,
        regulation: &'a Regulation,
        today: NaiveDate,
        touched: Option<&'a Touched>,
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
            touched,
            memberships: OnceCell::new(),
            invites: OnceCell::new(),
            chats_with: OnceCell::new(),
            places: OnceCell::new(),
        }
    }

    /// Whether the review asks about the whole school.
    pub fn asks_all(&self) -> bool {
        self.touched.is_none()
    }

    /// Whether the review asks about a person.
    pub fn asks(&self, person: PersonId) -> bool {
        self.touched.is_none_or(|touched| touched.people.contains(&person))
    }

    /// Whether the review asks about a class, or about what belongs to none.
    pub fn asks_class(&self, class: Option<ClassId>) -> bool {
        self.touched.is_none_or(|touched| class.is_none_or(|class| touched.classes.contains(&class)))
    }

    /// Everybody of whom the review asks.
    pub fn people(&self) -> Box<dyn Iterator<Item = &'a Person> + 'a> {
        let people = self.school.people();
        match self.touched {
            None => Box::new(people.values().map(AsRef::as_ref)),
            Some(touched) => Box::new(touched.people.iter().filter_map(|id| people.get(id)).map(AsRef::as_ref)),
        }
    }

    /// Whoever of them is in the plan, by identity.
    pub fn known(&self) -> Box<dyn Iterator<Item = &'a PersonId> + 'a> {
        let people = self.school.people();
        match self.touched {
            None => Box::new(people.keys()),
            Some(touched) => Box::new(touched.people.iter().filter(|person| people.contains_key(person))),
        }
    }

    /// Who of them has representatives.
    pub fn represented(&self) -> Box<dyn Iterator<Item = PersonId> + 'a> {
        let parents = &self.index.parents;
        match self.touched {
            None => Box::new(parents.keys().copied()),
            Some(touched) => Box::new(touched.people.iter().copied().filter(|person| parents.contains_key(person))),
        }
    }

    /// What they joined, and had joined.
    pub fn memberships(&self) -> &[&'a Membership] {
        self.memberships.get_or_init(|| {
            let rows = self.school.memberships().values().map(AsRef::as_ref);
            rows.filter(|row| self.asks(row.person)).collect()
        })
    }

    /// The invites of which the review asks.
    pub fn invites(&self) -> &[&'a Invite] {
        self.invites.get_or_init(|| {
            let rows = self.school.invites().values().map(AsRef::as_ref);
            rows.filter(|row| self.touched.is_none_or(|touched| touched.has_invite(row))).collect()
        })
    }

    /// The live chats that stand for required ones, of which the review asks, in the order of these.
    pub fn chats(&self) -> Vec<(&'a RequiredChat, &'a Chat)> {
        let (plan, school) = (self.plan, self.school);
        let with_record =
            |required: &'a RequiredChat| Some((required, school.chats().get(&required.record?)?.as_ref()));
        let rows: Vec<(&RequiredChat, &Chat)> = match self.touched {
            None => plan.required().iter().filter_map(|required| with_record(required)).collect(),
            Some(touched) => {
                let places = order::set(touched.chats(school).iter().filter_map(|chat| plan.place_of(*chat)));
                places.into_iter().filter_map(|at| with_record(plan.required().get(at)?)).collect()
            }
        };
        rows.into_iter().filter(|(_, chat)| chat.state.is_live()).collect()
    }

    /// The place of a class among those of the year.
    pub fn place(&self, class: ClassId) -> Option<usize> {
        let places = || order::map(self.index.classes.iter().copied().zip(0..));
        self.places.get_or_init(places).get(&class).copied()
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
        let mut last: Option<NaiveDate> = None;
        let roles = std::iter::once(person).chain(children.into_iter().flatten().map(|(child, _)| *child));
        for role in roles {
            let posts = self.posts.get(&role).into_iter().flatten().map(|row| row.period);
            let stays = self.index.stays_of(self.school, role).map(|row| row.period);
            for period in posts.chain(stays) {
                // One that is still to come keeps the person.
                last = Some(period.to.filter(|to| *to < self.day)?).max(last);
            }
        }
        last
    }

    /// The last day of the posts of somebody who holds none any more and none is to come.
    pub fn post_ended(&self, person: PersonId) -> Option<NaiveDate> {
        let posts = self.posts.get(&person)?;
        let is_over = posts.iter().all(|post| post.period.is_over(self.day));
        is_over.then(|| posts.iter().filter_map(|post| post.period.to).max()).flatten()
    }

    /// Whether the person studies or ever studied here.
    pub fn ever_studied(&self, person: PersonId) -> bool {
        self.index.stays.binary_search_by_key(&person, |(student, _)| *student).is_ok()
    }

    /// The stays of those of whom the review asks, student by student.
    pub fn stays(&self) -> Vec<&'a Enrolment> {
        let rows = self.school.enrolments();
        match self.touched {
            None => self.index.stays.iter().filter_map(|(_, id)| rows.get(id)).map(AsRef::as_ref).collect(),
            Some(touched) => {
                touched.people.iter().flat_map(|person| self.index.stays_of(self.school, *person)).collect()
            }
        }
    }

    /// Chats in which the person is known to be against the rule, or holds a part: owner, moderator, added by hand. None
    /// for the staff of today.
    pub fn chats_with(&self, person: PersonId) -> &[&'a Chat] {
        let map = self.chats_with.get_or_init(|| {
            let rows = self.school.chats();
            let chats: Vec<&Chat> = match self.touched {
                None => rows.values().map(AsRef::as_ref).collect(),
                Some(touched) => {
                    touched.chats(self.school).iter().filter_map(|id| rows.get(id)).map(AsRef::as_ref).collect()
                }
            };
            // Of the staff of today nobody has left, so nothing is asked of them.
            let is_asked = |person: &PersonId| {
                self.asks(*person) && (!self.index.is_staff(*person) || self.index.class_of.contains_key(person))
            };
            let mut map: BTreeMap<PersonId, Vec<&Chat>> = BTreeMap::new();
            for chat in chats.into_iter().filter(|chat| is_standing(&chat.state)) {
                let parts = chat.extra.iter().chain(chat.include.keys()).chain(&chat.owner).chain(&chat.moderator);
                let mut people: Vec<PersonId> = parts.copied().filter(is_asked).collect();
                people.sort_unstable();
                people.dedup();
                for person in people {
                    map.entry(person).or_default().push(chat);
                }
            }
            map
        });
        map.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Everybody of whom the review asks who holds a part in a chat, or is known to be in one against the rule.
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

    /// Students of the current classes of which the review asks, class by class.
    pub fn classes(&self) -> impl Iterator<Item = (ClassId, &'a [PersonId])> + use<'a, '_> {
        let index = self.index;
        let asked = index.classes.iter().filter(|class| self.asks_class(Some(**class)));
        asked.map(|class| (*class, index.students_of(*class)))
    }
}

/// Whether a chat still holds its members: in use or read-only.
pub(super) fn is_standing(state: &ChatState) -> bool {
    state.is_live() || matches!(state, ChatState::ReadOnly { .. })
}
