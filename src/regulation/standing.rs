//! A person's standing on a day: hats and facts, gathered once and asked many times.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::hat::{self, Hat, HatState};
use super::{MissingFact, Requirement, StatusStep};
use crate::domain::{ClassId, Participation, PersonId, School, VerificationState};
use crate::order;

/// Holds what a decision has to know of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// On which day.
    pub on: NaiveDate,
    /// Every hat, those that ended or have not begun included.
    pub hats: Vec<Hat>,
    /// Whether the person joined the staff room.
    pub joined: bool,
    /// What the status lacks; none where it is confirmed or not required.
    pub status: Option<StatusStep>,
    /// Whether the person takes part on the platform.
    pub participation: Participation,
}

impl Standing {
    /// Gathers the standing of one person; scans the school's records once.
    #[must_use]
    pub fn of(school: &School, person: PersonId, on: NaiveDate) -> Self {
        let facts = Facts::of(school, Some(person), on);
        facts.standing(school, person, hat::hats(school, person, on))
    }

    /// Gathers the standings of everybody who has a hat.
    #[must_use]
    pub fn of_all(school: &School, on: NaiveDate) -> Vec<Self> {
        let facts = Facts::of(school, None, on);
        let hats = hat::collect(school, None, on);
        hats.into_iter().map(|(person, hats)| facts.standing(school, person, hats)).collect()
    }

    /// The hats that hold on the day.
    pub fn active_hats(&self) -> impl Iterator<Item = &Hat> {
        self.hats.iter().filter(|hat| hat.state == HatState::Active)
    }

    /// Which of `required` this person lacks under `hat`.
    pub(super) fn lacks(&self, hat: &Hat, required: impl Iterator<Item = Requirement>) -> Vec<MissingFact> {
        required
            .filter_map(|requirement| match requirement {
                // 2.1/0: the head appoints by an order.
                Requirement::Order => hat.order.is_none().then_some(MissingFact::NoOrder),
                // 2.1/4, 2.1/6: a pedagogue acts on the platform after joining the staff room.
                Requirement::Joined => (!self.joined).then_some(MissingFact::NotJoined),
                // 2.1/10: where the school requires a confirmed status.
                Requirement::Verified => self.status.map(MissingFact::StatusNotConfirmed),
                // 2.1/8: the assignment follows the approved distribution.
                Requirement::Distribution => hat.order.is_none().then_some(MissingFact::NoDistribution),
            })
            .collect()
    }

    /// The fact that keeps the person off the platform.
    pub(super) const fn absence(&self) -> Option<MissingFact> {
        match self.participation {
            Participation::OnPlatform => None,
            Participation::OffPlatform => Some(MissingFact::OffPlatform),
            Participation::Refused => Some(MissingFact::RefusedPlatform),
        }
    }
}

/// Everybody's standing on a day, gathered in one pass over the records: for screens that ask about many people, or about
/// one again and again. Hold it as long as the revision stays.
#[derive(Debug, Clone)]
pub struct Standings {
    people: BTreeMap<PersonId, Standing>,
    facts: Facts,
    /// The children of a representative.
    children: BTreeMap<PersonId, Vec<PersonId>>,
    /// The classes of a student on the day.
    classes: BTreeMap<PersonId, Vec<ClassId>>,
}

impl Standings {
    /// Gathers them.
    #[must_use]
    pub fn of(school: &School, on: NaiveDate) -> Self {
        let facts = Facts::of(school, None, on);
        let hats = hat::collect(school, None, on);
        let people = hats.into_iter().map(|(id, hats)| (id, facts.standing(school, id, hats))).collect();
        let (mut children, mut classes): (BTreeMap<_, Vec<_>>, BTreeMap<_, Vec<_>>) = Default::default();
        for row in school.representations().values() {
            children.entry(row.parent).or_default().push(row.child);
        }
        for row in school.enrolments().values().filter(|row| row.period.contains(on)) {
            classes.entry(row.student).or_default().push(row.class);
        }
        Self { people, facts, children, classes }
    }

    /// The day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.facts.on
    }

    /// The standings of everybody who has a hat.
    pub fn all(&self) -> impl Iterator<Item = &Standing> {
        self.people.values()
    }

    /// The standing of one person.
    #[must_use]
    pub fn get(&self, school: &School, person: PersonId) -> Standing {
        self.people.get(&person).cloned().unwrap_or_else(|| self.facts.standing(school, person, Vec::new()))
    }

    /// The person and the children whom the person represents, each with the classes of the day.
    pub(super) fn family(&self, person: PersonId) -> Vec<(PersonId, ClassId)> {
        let children = self.children.get(&person).into_iter().flatten().copied();
        let people = children.chain([person]);
        people.flat_map(|id| self.classes.get(&id).into_iter().flatten().map(move |class| (id, *class))).collect()
    }
}

/// The facts of the platform, of one person or of everybody.
#[derive(Debug, Clone)]
struct Facts {
    on: NaiveDate,
    requires_status: bool,
    joined: BTreeSet<PersonId>,
    /// What each status lacks; none where it lacks nothing.
    statuses: BTreeMap<PersonId, Option<StatusStep>>,
}

impl Facts {
    fn of(school: &School, only: Option<PersonId>, on: NaiveDate) -> Self {
        let wants = |person: PersonId| only.is_none_or(|only| only == person);
        let staff_rooms: BTreeSet<ClassId> =
            order::set(school.classes().values().filter(|class| class.is_staff_room()).map(|class| class.id));
        let joined = school
            .memberships()
            .values()
            .filter(|row| wants(row.person) && staff_rooms.contains(&row.class) && row.period.contains(on))
            .map(|row| row.person)
            .collect();
        let mut statuses: BTreeMap<PersonId, Option<StatusStep>> = BTreeMap::new();
        for row in school.verifications().values().filter(|row| wants(row.person)) {
            let step = step(&row.state, on);
            // Of several records the furthest counts.
            let furthest = statuses.entry(row.person).or_insert(Some(StatusStep::NotStarted));
            *furthest = furthest.and_then(|known| step.map(|step| known.max(step)));
        }
        // The settings are one record; where none was saved, the defaults hold.
        let requires_status =
            school.settings().values().next().map_or_else(Default::default, |row| row.as_ref().clone());
        Self { on, requires_status: requires_status.requires_verification, joined, statuses }
    }

    fn standing(&self, school: &School, person: PersonId, hats: Vec<Hat>) -> Standing {
        let status = self.statuses.get(&person).copied().unwrap_or(Some(StatusStep::NotStarted));
        Standing {
            person,
            on: self.on,
            hats,
            joined: self.joined.contains(&person),
            status: status.filter(|_| self.requires_status),
            participation: school.people().get(&person).map(|row| row.participation).unwrap_or_default(),
        }
    }
}

/// What a status lacks on the day; what happened later had not happened yet.
fn step(state: &VerificationState, on: NaiveDate) -> Option<StatusStep> {
    match state {
        VerificationState::NotRequired => None,
        VerificationState::Confirmed { on: day, .. } if *day <= on => None,
        VerificationState::Confirmed { .. } => Some(StatusStep::Submitted),
        VerificationState::Submitted { on: day } if *day <= on => Some(StatusStep::Submitted),
        VerificationState::Rejected { on: day, .. } if *day <= on => Some(StatusStep::Rejected),
        VerificationState::Required { since } if *since > on => Some(StatusStep::NotStarted),
        VerificationState::Required { .. }
        | VerificationState::Submitted { .. }
        | VerificationState::Rejected { .. } => Some(StatusStep::Required),
    }
}
