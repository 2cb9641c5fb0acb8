//! What a person is in a chat.

use crate::domain::{ConsentState, InviteRole, Participation, Person};
use crate::regulation::MemberSet;

/// A place in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// In which role of the platform.
    pub role: InviteRole,
    /// By which set of the rule; none for an exception and for the owner of an other chat.
    pub set: Option<MemberSet>,
    /// Why the person stands apart and is never called missing.
    pub apart: Option<Apart>,
}

/// Why a person stands apart from the platform (SPEC section 8): reached by other ways, never "missing".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apart {
    /// Is reached by other ways.
    OffPlatform,
    /// Refused to take part.
    Refused,
    /// Refused consent to the processing of personal data, or withdrew it.
    NoConsent,
}

impl Apart {
    /// Why a person stands apart; none for who takes part.
    pub fn of(person: &Person) -> Option<Self> {
        match (person.participation, person.consent.state) {
            (Participation::OffPlatform, _) => Some(Self::OffPlatform),
            (Participation::Refused, _) => Some(Self::Refused),
            (_, ConsentState::Refused | ConsentState::Withdrawn) => Some(Self::NoConsent),
            _ => None,
        }
    }
}
