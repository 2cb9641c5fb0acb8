//! Invites and who waits for one: whom a place expects, who is there, whose link lies unclaimed.

mod act;
mod sweep;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

pub use act::{IssueInvites, RevokeInvite, SweepInvites};
pub use sweep::{Candidate, Unclaimed, candidates};

use super::leave::office;
use super::{Index, Plan};
use crate::domain::{
    AdministratorPost, ChatScope, ClassId, InviteRole, InviteTarget, Participation, PersonId, School, Settings,
    StaffCategory,
};
use crate::regulation::Regulation;

/// Whom a place expects in a role, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The place.
    pub target: InviteTarget,
    /// The role.
    pub role: InviteRole,
    /// Everybody whom the place expects.
    pub expected: Vec<PersonId>,
    /// Those who joined.
    pub joined: BTreeSet<PersonId>,
    /// Those who have an open invite there.
    pub invited: BTreeSet<PersonId>,
    /// Those who take no part on the platform; never counted as missing.
    pub apart: BTreeSet<PersonId>,
    /// Those whose grade the school does not invite («при необходимости», 2.1/6).
    pub young: BTreeSet<PersonId>,
}

impl Waiting {
    /// Expected, but neither joined nor invited.
    pub fn missing(&self) -> impl Iterator<Item = PersonId> + '_ {
        let is_known = |id: &PersonId| {
            [&self.joined, &self.invited, &self.apart, &self.young].into_iter().any(|known| known.contains(id))
        };
        self.expected.iter().copied().filter(move |id| !is_known(id))
    }
}

/// Who is where and who has a link, gathered once for many places.
#[derive(Debug, Default)]
pub struct Ledger {
    members: BTreeSet<(ClassId, PersonId)>,
    open: BTreeSet<(InviteTarget, PersonId)>,
    used: BTreeSet<(InviteTarget, PersonId)>,
    lowest: u8,
}

impl Ledger {
    /// Reads memberships and invites once.
    #[must_use]
    pub fn of(school: &School, index: &Index) -> Self {
        let members = school.memberships().values().filter(|row| row.period.contains(index.day));
        let mut ledger = Self {
            members: members.map(|row| (row.class, row.person)).collect(),
            lowest: Settings::of(school).student_invite_grade,
            ..Self::default()
        };
        for invite in school.invites().values() {
            ledger.used.extend(invite.uses.iter().filter_map(|used| Some((invite.target, used.person?))));
            if invite.state.is_open() {
                ledger.open.extend(invite.waiting().map(|person| (invite.target, person)));
            }
        }
        ledger
    }

    /// Whether the person is a member of the class on the planning day.
    #[must_use]
    pub fn is_member(&self, class: ClassId, person: PersonId) -> bool {
        self.members.contains(&(class, person))
    }

    /// Whom a place expects in a role, and what became of it.
    #[must_use]
    pub fn waiting(
        &self,
        school: &School,
        index: &Index,
        plan: &Plan,
        target: InviteTarget,
        role: InviteRole,
    ) -> Waiting {
        let expected = expected(school, index, plan, target, role);
        let filter = |is: &dyn Fn(PersonId) -> bool| expected.iter().copied().filter(|id| is(*id)).collect();
        let joined = filter(&|id| match target {
            InviteTarget::Class(class) => self.members.contains(&(class, id)),
            InviteTarget::Chat(_) => self.used.contains(&(target, id)),
        });
        let invited = filter(&|id| self.open.contains(&(target, id)));
        let apart =
            filter(&|id| school.people().get(&id).is_some_and(|row| row.participation != Participation::OnPlatform));
        let grade = |id| school.classes().get(index.class_of.get(&id)?)?.label().map(crate::domain::ClassLabel::grade);
        let young = filter(&|id| role == InviteRole::Student && grade(id).is_some_and(|grade| grade < self.lowest));
        Waiting { target, role, expected, joined, invited, apart, young }
    }

    /// The staff room and every class of the year with whom they wait for.
    #[must_use]
    pub fn places(&self, school: &School, index: &Index, plan: &Plan) -> Vec<Waiting> {
        let room = index.staff_room.map(|id| (InviteTarget::Class(id), InviteRole::Teacher));
        let classes = index.classes.iter().map(|id| (InviteTarget::Class(*id), InviteRole::Student));
        room.into_iter().chain(classes).map(|(target, role)| self.waiting(school, index, plan, target, role)).collect()
    }
}

/// Whom a place expects in a role, by name.
#[must_use]
pub fn expected(school: &School, index: &Index, plan: &Plan, target: InviteTarget, role: InviteRole) -> Vec<PersonId> {
    let mut people: BTreeSet<PersonId> = match (target, role) {
        // 2.1/4: all pedagogues; 2.2/3: the administration too.
        (InviteTarget::Class(id), InviteRole::Teacher) if Some(id) == index.staff_room => {
            staff(school, index, |category| category.is_pedagogue() || category.is_administration()).collect()
        }
        (InviteTarget::Class(id), InviteRole::Teacher) => teachers_of(school, index, id).collect(),
        (InviteTarget::Class(id), InviteRole::Student) => index.students_of(id).iter().copied().collect(),
        // 2.7/1: a class expects no parents.
        (InviteTarget::Class(_), InviteRole::Parent) => BTreeSet::new(),
        (InviteTarget::Chat(id), role) => {
            let chat = school.chats().get(&id);
            let seats = chat.map(|chat| plan.expected(chat)).unwrap_or_default();
            seats.into_iter().filter(|(_, seat)| seat.role == role).map(|(person, _)| person).collect()
        }
    };
    people.retain(|id| school.people().contains_key(id));
    let mut people: Vec<PersonId> = people.into_iter().collect();
    people.sort_by(|a, b| {
        let name = |id: &PersonId| school.people().get(id).map(|person| &person.name);
        name(a).cmp(&name(b))
    });
    people
}

fn staff<'a>(
    school: &'a School,
    index: &'a Index,
    fits: impl Fn(StaffCategory) -> bool + 'a,
) -> impl Iterator<Item = PersonId> + 'a {
    index.positions.iter().filter_map(move |(person, held)| {
        held.iter().filter_map(|id| school.positions().get(id)).any(|row| fits(row.category)).then_some(*person)
    })
}

fn teachers_of<'a>(school: &'a School, index: &'a Index, class: ClassId) -> impl Iterator<Item = PersonId> + 'a {
    let lines = index.lines.get(&class).into_iter().flatten().filter_map(|id| school.load().get(id)?.teacher);
    let groups = index.class_groups.get(&class).into_iter().flatten();
    let leaders = groups.filter_map(|id| school.activities().get(id)?.leader);
    lines.chain(leaders).chain(index.homeroom.get(&class).copied())
}

/// The last day of a link that is made on `on`, where the platform limits it.
#[must_use]
pub fn last_day(school: &School, on: NaiveDate) -> Option<NaiveDate> {
    let days = school.platform().values().next()?.link_days?;
    on.checked_add_days(Days::new(u64::from(days)))
}

/// The active administrators of the platform, the platform's own first.
#[must_use]
pub fn administrators(school: &School, index: &Index) -> Vec<PersonId> {
    let mut rows: Vec<(AdministratorPost, PersonId)> = school
        .appointments()
        .values()
        .filter(|row| row.period.contains(index.day))
        .map(|row| (row.post, row.person))
        .collect();
    rows.sort_unstable();
    let mut seen = BTreeSet::new();
    rows.into_iter().map(|(_, person)| person).filter(|person| seen.insert(*person)).collect()
}

/// Who may issue an invite of a role to a place: those whom the regulation lets, the nearest first.
#[must_use]
pub fn issuers(
    school: &School,
    index: &Index,
    regulation: &Regulation,
    role: InviteRole,
    target: InviteTarget,
) -> Vec<PersonId> {
    let mut near: Vec<PersonId> = Vec::new();
    let mut class = None;
    match target {
        InviteTarget::Class(id) => class = Some(id),
        InviteTarget::Chat(id) => {
            if let Some(chat) = school.chats().get(&id) {
                near.extend(chat.owner);
                match &chat.scope {
                    ChatScope::School => {}
                    ChatScope::Class(id) => class = Some(*id),
                    ChatScope::Subject { class: id, subject, .. } => {
                        class = Some(*id);
                        let lines = index.lines.get(id).into_iter().flatten().filter_map(|id| school.load().get(id));
                        near.extend(lines.filter(|line| line.subject == *subject).filter_map(|line| line.teacher));
                    }
                    ChatScope::Activity(id) => near.extend(school.activities().get(id).and_then(|group| group.leader)),
                }
            }
        }
    }
    near.extend(class.and_then(|class| index.homeroom.get(&class).copied()));
    near.extend(administrators(school, index));
    near.extend(staff(school, index, StaffCategory::is_administration));
    let mut seen = BTreeSet::new();
    near.retain(|person| seen.insert(*person));
    near.retain(|person| office::to_invite(school, index, regulation, *person, role, target).is_ok());
    near
}

/// Counts the invites of a school by state, in the order of their life.
#[must_use]
pub fn by_place(school: &School) -> BTreeMap<InviteTarget, usize> {
    let mut counts = BTreeMap::new();
    for invite in school.invites().values().filter(|invite| invite.state.is_open()) {
        *counts.entry(invite.target).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests;
