//! A planned appointment: the school as it would be from a day on. Rules are not asked: what stands against it shows in
//! the answers as what is missing.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{
    ActivityGroup, ActivityGroupId, AdministratorPost, Appointment, ClassId, Draft, HomeroomAssignment, LoadLine,
    LoadLineId, Period, PersonId, Position, School, StaffCategory,
};
use crate::regulation::Basis;

/// What somebody would become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planned {
    /// Head or deputy.
    Post(StaffCategory),
    /// Administrator of the platform, or an additional one.
    Administrator(AdministratorPost),
    /// Class teacher of a class.
    Homeroom(ClassId),
    /// Teacher of a line.
    Line(LoadLineId),
    /// Leader of a group.
    Group(ActivityGroupId),
}

impl Planned {
    /// Reads a basis with its place; none where the place is missing or the basis is no appointment.
    #[must_use]
    pub fn of(basis: Basis, place: &str) -> Option<Self> {
        Some(match basis {
            Basis::Head => Self::Post(StaffCategory::Head),
            Basis::Administration => Self::Post(StaffCategory::Deputy),
            Basis::PlatformAdmin => Self::Administrator(AdministratorPost::Platform),
            Basis::AdditionalAdmin => Self::Administrator(AdministratorPost::Additional),
            Basis::ClassTeacher => Self::Homeroom(place.parse().ok()?),
            Basis::SubjectTeacher => Self::Line(place.parse().ok()?),
            Basis::ExtraEducator => Self::Group(place.parse().ok()?),
            Basis::Student | Basis::Parent => return None,
        })
    }

    /// Who has it now, and would have it no more.
    #[must_use]
    pub fn before(self, school: &School, on: NaiveDate) -> Option<PersonId> {
        match self {
            Self::Post(_) | Self::Administrator(_) => None,
            Self::Homeroom(class) => {
                let mut terms = school.homerooms().values();
                terms.find(|row| row.class == class && row.period.contains(on)).map(|row| row.teacher)
            }
            Self::Line(line) => school.load().get(&line)?.teacher,
            Self::Group(group) => school.activities().get(&group)?.leader,
        }
    }

    /// The school with the appointment, from a day on.
    #[must_use]
    pub fn carried_out(self, school: &School, person: PersonId, from: NaiveDate) -> Option<School> {
        let mut draft = Draft::new(school);
        let (id, period) = (Uuid::from_u128(1), Period::since(from));
        match self {
            Self::Post(category) => {
                draft.save(Position { id: id.into(), person, title: String::new(), category, period, order: None });
            }
            Self::Administrator(post) => draft.save(Appointment {
                id: id.into(),
                person,
                post,
                period,
                order: None,
                appointed_by: None,
                ended_by: None,
                end_reason: String::new(),
            }),
            Self::Homeroom(class) => {
                let terms: Vec<HomeroomAssignment> = school
                    .homerooms()
                    .values()
                    .filter(|row| row.class == class && row.period.to.is_none_or(|to| to >= from))
                    .map(|row| row.as_ref().clone())
                    .collect();
                for row in terms {
                    draft.save(HomeroomAssignment { period: Period { to: from.pred_opt(), ..row.period }, ..row });
                }
                draft.save(HomeroomAssignment { id: id.into(), class, teacher: person, period, order: None });
            }
            Self::Line(line) => {
                let row = school.load().get(&line)?.as_ref().clone();
                draft.save(LoadLine { teacher: Some(person), ..row });
            }
            Self::Group(group) => {
                let row = school.activities().get(&group)?.as_ref().clone();
                draft.save(ActivityGroup { leader: Some(person), ..row });
            }
        }
        let changes = draft.finish().ok()?;
        let mut after = school.clone();
        after.apply(&changes).ok()?;
        Some(after)
    }
}
