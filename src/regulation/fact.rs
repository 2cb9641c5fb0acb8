//! What stands between a granted right and acting on it, and what supplies it.

use chrono::NaiveDate;

use super::{Basis, RoleId};
use crate::domain::RecordKind;

/// Names a fact that is missing. The right is granted all the same; the plan shows what to do first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingFact {
    /// No order is registered for the appointment (2.1/0).
    NoOrder,
    /// The person has not joined the staff room (2.1/7, 2.2/3, 2.3/1, 2.4/1).
    NotJoined,
    /// The status of a teacher is not confirmed, and the school requires it (2.1/10).
    StatusNotConfirmed(StatusStep),
    /// The class teacher's term rests on no approved distribution (2.1/8).
    NoDistribution,
    /// The teacher has no line of the load yet (1.6).
    NoLoadLine,
    /// The educator leads no activity group yet (1.6).
    NoActivityGroup,
    /// The person is reached by other ways than the platform.
    OffPlatform,
    /// The person refused to take part on the platform.
    RefusedPlatform,
    /// The role would grant it but has ended.
    RoleEnded {
        /// The role.
        role: RoleId,
        /// What made the person a holder.
        basis: Basis,
        /// Its last day.
        on: NaiveDate,
    },
    /// The role will grant it but has not begun.
    RoleNotBegun {
        /// The role.
        role: RoleId,
        /// What makes the person a holder.
        basis: Basis,
        /// Its first day.
        from: NaiveDate,
    },
}

/// Tells how far a confirmation of status has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusStep {
    /// Nothing was done.
    NotStarted,
    /// It was sent back.
    Rejected,
    /// It is to be submitted by the person.
    Required,
    /// It waits for an administrator.
    Submitted,
}

/// Names what supplies a missing fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// Register the order and name it in the appointment.
    RegisterOrder,
    /// Invite to the staff room and record that the person joined.
    RecordMembership,
    /// Submit the status for confirmation.
    SubmitStatus,
    /// Confirm the status.
    ConfirmStatus,
    /// Register the order on class teachers and name it in the assignment.
    RegisterDistribution,
    /// Give the teacher a line of the load.
    AssignLoadLine,
    /// Give the educator an activity group.
    AssignActivityGroup,
    /// Talk to the person, then change how the person takes part.
    ChangeParticipation,
    /// Renew what made the person a holder.
    RenewRole(Basis),
    /// Wait, or change the first day.
    AwaitRole(Basis, NaiveDate),
}

impl MissingFact {
    /// What supplies the fact.
    #[must_use]
    pub const fn remedy(&self) -> Remedy {
        match self {
            Self::NoOrder => Remedy::RegisterOrder,
            Self::NotJoined => Remedy::RecordMembership,
            Self::StatusNotConfirmed(StatusStep::Submitted) => Remedy::ConfirmStatus,
            Self::StatusNotConfirmed(_) => Remedy::SubmitStatus,
            Self::NoDistribution => Remedy::RegisterDistribution,
            Self::NoLoadLine => Remedy::AssignLoadLine,
            Self::NoActivityGroup => Remedy::AssignActivityGroup,
            Self::OffPlatform | Self::RefusedPlatform => Remedy::ChangeParticipation,
            Self::RoleEnded { basis, .. } => Remedy::RenewRole(*basis),
            Self::RoleNotBegun { basis, from, .. } => Remedy::AwaitRole(*basis, *from),
        }
    }
}

impl Remedy {
    /// The kind of record to save: what `Command::Save` takes.
    #[must_use]
    pub const fn record(self) -> RecordKind {
        match self {
            Self::RegisterOrder => RecordKind::Appointment,
            Self::RecordMembership => RecordKind::Membership,
            Self::SubmitStatus | Self::ConfirmStatus => RecordKind::Verification,
            Self::RegisterDistribution => RecordKind::HomeroomAssignment,
            Self::AssignLoadLine => RecordKind::LoadLine,
            Self::AssignActivityGroup => RecordKind::ActivityGroup,
            Self::ChangeParticipation => RecordKind::Person,
            Self::RenewRole(basis) | Self::AwaitRole(basis, _) => record_of(basis),
        }
    }
}

/// The kind of record that makes somebody a holder.
const fn record_of(basis: Basis) -> RecordKind {
    match basis {
        Basis::Head | Basis::Administration => RecordKind::Position,
        Basis::PlatformAdmin | Basis::AdditionalAdmin => RecordKind::Appointment,
        Basis::ClassTeacher => RecordKind::HomeroomAssignment,
        Basis::SubjectTeacher => RecordKind::LoadLine,
        Basis::ExtraEducator => RecordKind::ActivityGroup,
        Basis::Student => RecordKind::Enrolment,
        Basis::Parent => RecordKind::Representation,
    }
}
