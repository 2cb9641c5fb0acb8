//! Administrators of the platform: who can become one, why the others cannot, and the acts (2.1/0, 2.1/7, 2.2/2).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Index;
use crate::clause;
use crate::domain::{
    Act, AdministratorPost, Appointment, AppointmentId, ClauseId, Context, Draft, Leave, LocalActId, Participation,
    PersonId, Reason, Record, RecordKind, Refusal, School, Verb,
};

/// Why somebody cannot hold a post, or had better not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// The person holds the post already.
    HoldsIt,
    /// The person no longer works here.
    Dismissed,
    /// The person is no pedagogue (2.2/2, 2.1/7).
    NotPedagogue,
    /// The person has not joined the staff room (2.1/7).
    NotJoined,
    /// The person takes no part on the platform.
    OffPlatform,
    /// The status is not confirmed; this one only counsels against it (2.1/10).
    NotVerified,
}

impl Obstacle {
    /// Whether it stands in the way; otherwise it is advice.
    #[must_use]
    pub const fn forbids(self) -> bool {
        !matches!(self, Self::NotVerified)
    }
}

/// Somebody of the staff, as a future administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// What stands against it; none who can be appointed at once.
    pub obstacles: Vec<Obstacle>,
}

impl Candidate {
    /// Whether the person can be appointed.
    #[must_use]
    pub fn is_able(&self) -> bool {
        !self.obstacles.iter().any(|obstacle| obstacle.forbids())
    }
}

/// Everybody who holds or held a post, by what stands against it and then by name.
#[must_use]
pub fn candidates(school: &School, index: &Index, post: AdministratorPost) -> Vec<Candidate> {
    let holders: BTreeSet<PersonId> = school
        .appointments()
        .values()
        .filter(|row| row.post == post && row.period.to.is_none_or(|to| to >= index.day))
        .map(|row| row.person)
        .collect();
    let staff: BTreeSet<PersonId> = school.positions().values().map(|row| row.person).collect();
    let mut rows: Vec<Candidate> = staff
        .into_iter()
        .filter_map(|person| {
            let row = school.people().get(&person)?;
            let mut obstacles = Vec::new();
            if holders.contains(&person) {
                obstacles.push(Obstacle::HoldsIt);
            }
            if !index.is_staff(person) {
                obstacles.push(Obstacle::Dismissed);
            } else if !is_pedagogue(school, index, person) {
                obstacles.push(Obstacle::NotPedagogue);
            }
            // 2.1/7 asks for it; the first administrator joins by the phone of the application (2.1/2).
            if post == AdministratorPost::Additional && !index.joined.contains(&person) {
                obstacles.push(Obstacle::NotJoined);
            }
            if row.participation != Participation::OnPlatform {
                obstacles.push(Obstacle::OffPlatform);
            }
            if !index.verified.contains(&person) {
                obstacles.push(Obstacle::NotVerified);
            }
            Some(Candidate { person, obstacles })
        })
        .collect();
    let name = |id: &PersonId| school.people().get(id).map(|person| &person.name);
    rows.sort_by(|a, b| (a.obstacles.first(), name(&a.person)).cmp(&(b.obstacles.first(), name(&b.person))));
    rows
}

/// Whether somebody teaches: by post, or by a line or a group beside another post (1.5, 2.2/2).
fn is_pedagogue(school: &School, index: &Index, person: PersonId) -> bool {
    let held = index.positions.get(&person).map_or(&[][..], Vec::as_slice);
    held.iter().filter_map(|id| school.positions().get(id)).any(|row| row.category.is_pedagogue())
        || index.taught.contains_key(&person)
        || index.led_groups.contains_key(&person)
}

/// Appoints an administrator: the platform's own by the head's order (2.1/0), an additional one by the administrator (2.1/7).
#[derive(Debug)]
pub struct Appoint {
    /// Whether the person who appoints may.
    pub leave: Leave,
    /// The appointment.
    pub row: Appointment,
}

impl Act for Appoint {
    fn clause(&self) -> ClauseId {
        match self.row.post {
            AdministratorPost::Platform => clause!("2.1/0"),
            AdministratorPost::Additional => clause!("2.1/7"),
        }
    }
    fn verb(&self) -> Verb {
        Verb::Appoint
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Appointment
    }
    fn subject(&self, school: &School) -> String {
        school.person_name(self.row.person)
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        // 2.1/7: nobody appoints themselves; said before the question of rights, for it explains more.
        if self.row.appointed_by == Some(self.row.person) {
            return Err(Refusal::new(clause!("2.1/7"), Reason::SelfAppointed));
        }
        self.leave.clone()?;
        draft.save(self.row.clone());
        Ok(())
    }
}

/// Ends an appointment. No clause tells how (oddity 10), so the act and the reason are written down.
#[derive(Debug)]
pub struct EndAppointment {
    /// Which.
    pub id: AppointmentId,
    /// Its last day.
    pub on: NaiveDate,
    /// The order, where there is one.
    pub order: Option<LocalActId>,
    /// Why.
    pub reason: String,
}

impl Act for EndAppointment {
    fn clause(&self) -> ClauseId {
        clause!("4.3")
    }
    fn verb(&self) -> Verb {
        Verb::EndAppointment
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Appointment
    }
    fn subject(&self, school: &School) -> String {
        school
            .appointments()
            .get(&self.id)
            .map(|row| Record::Appointment(row.clone()).caption(school))
            .unwrap_or_default()
    }
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let missing = || Refusal::new(clause!("4.3"), Reason::MissingRecord { kind: RecordKind::Appointment });
        let mut row = draft.get::<Appointment>(self.id).cloned().ok_or_else(missing)?;
        let person = || draft.before().person_name(row.person);
        if row.period.to.is_some_and(|to| to <= self.on) {
            return Err(Refusal::new(clause!("4.3"), Reason::AppointmentOver { person: person() }));
        }
        // 2.1/0: what an order began, an order ends.
        if row.post == AdministratorPost::Platform && self.order.is_none() {
            return Err(Refusal::new(clause!("2.1/0"), Reason::NoOrder));
        }
        if self.order.is_none() && self.reason.trim().is_empty() {
            return Err(Refusal::new(clause!("4.3"), Reason::EmptyField));
        }
        row.period.to = Some(self.on);
        row.ended_by = self.order;
        row.end_reason.clone_from(&self.reason);
        draft.save(row);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
