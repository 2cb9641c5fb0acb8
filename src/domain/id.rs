//! Identifiers: one type a record, so that a person's never stands where a class's is asked for.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The halves of a UUID, the first one first: in the order of its bytes, but compared as two numbers. Every table is
/// sorted by identity, and comparing sixteen bytes one after another was a quarter of the work of deriving a plan.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Uuid", into = "Uuid")]
struct Halves(u64, u64);

impl From<Uuid> for Halves {
    fn from(id: Uuid) -> Self {
        let (first, last) = id.as_u64_pair();
        Self(first, last)
    }
}

impl From<Halves> for Uuid {
    fn from(Halves(first, last): Halves) -> Self {
        Self::from_u64_pair(first, last)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub struct $name(#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "UuidText"))] Halves);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id.into())
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Uuid::from(*self).fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Uuid::into)
            }
        }
    )+};
}

ids! {
    /// Identifies a person.
    PersonId,
    /// Identifies a school year.
    SchoolYearId,
    /// Identifies a class or the staff room.
    ClassId,
    /// Identifies an approved list of classes.
    NomenclatureId,
    /// Identifies a student's stay in a class.
    EnrolmentId,
    /// Identifies a class teacher's term.
    HomeroomAssignmentId,
    /// Identifies a post held by a person.
    PositionId,
    /// Identifies a subject.
    SubjectId,
    /// Identifies a line of the curriculum.
    LoadLineId,
    /// Identifies an extracurricular group.
    ActivityGroupId,
    /// Identifies a group of activists.
    ActiveGroupId,
    /// Identifies a local act.
    LocalActId,
    /// Identifies the link of a legal representative to a student.
    RepresentationId,
    /// Identifies the appointment of an administrator of the platform.
    AppointmentId,
    /// Identifies a person's membership in a class or the staff room on the platform.
    MembershipId,
    /// Identifies the confirmation of a person's status.
    VerificationId,
    /// Identifies a recorded choice where the text is silent.
    InterpretationId,
    /// Identifies a saved mapping of an import.
    ImportProfileId,
    /// Identifies an application for registration.
    RegistrationApplicationId,
    /// Identifies an approved distribution of class teachers.
    HomeroomDistributionId,
    /// Identifies an invite.
    InviteId,
    /// Identifies a request to join.
    JoinRequestId,
    /// Identifies a movement of a person.
    MovementId,
    /// Identifies a chat.
    ChatId,
    /// Identifies a channel.
    ChannelId,
    /// Identifies a material for a channel.
    MaterialId,
    /// Identifies a publication.
    PublicationId,
    /// Identifies an event.
    EventId,
    /// Identifies a request for help.
    SupportTicketId,
    /// Identifies a letter to the platform's support.
    VendorCaseId,
    /// Identifies an answer to a frequent question.
    FaqEntryId,
    /// Identifies the figures of a period.
    StatReportId,
    /// Identifies a check.
    ControlCheckId,
    /// Identifies an edition of the school's regulation.
    RegulationEditionId,
    /// Identifies an act of law.
    LegalActId,
    /// Identifies a note on what the regulation leaves open.
    GapNoteId,
    /// Identifies a sheet of acknowledgement.
    AcknowledgementSheetId,
    /// Identifies a signed document.
    IssuedDocumentId,
    /// Identifies what takes the place of something on the next platform.
    CounterpartId,
    /// Identifies what the school says of a clause.
    AttestationId,
    /// Identifies a line of the archive register.
    SealedFileId,
    /// Identifies an entry of the journal.
    EntryId,
}

/// Identifies a record of which a school has exactly one; its UUID is nil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Only;

impl From<Uuid> for Only {
    fn from(_: Uuid) -> Self {
        Self
    }
}

impl From<Only> for Uuid {
    fn from(_: Only) -> Self {
        Self::nil()
    }
}

/// How a UUID looks in the JSON Schema.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) struct UuidText;

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for UuidText {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Uuid".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "uuid" })
    }
}

/// Makes `UUIDv7` values (RFC 9562) of a time and 80 random bits that the shell supplies.
///
/// Values of one source ascend by one, so that a bulk import sorts in its own order and packs well: the 74 random bits of
/// the first value are a counter from there on (RFC 9562 section 6.2, method 2).
#[derive(Debug, Clone)]
pub struct IdSource {
    next: u128,
}

impl IdSource {
    /// Starts a source at `millis` since 1970 with fresh random bits.
    #[must_use]
    pub fn new(millis: u64, random: [u8; 10]) -> Self {
        // The top random bit of the counter stays free, so that counting never reaches the time.
        let first = uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid();
        Self { next: first.as_u128() }
    }

    /// Gives the next identifier.
    pub fn fresh<T: From<Uuid>>(&mut self) -> T {
        let id = Uuid::from_u128(self.next);
        // Counting happens in the last 62 bits; the variant bits above them stay as they are.
        let low_mask = (1_u128 << 62) - 1;
        self.next = (self.next & !low_mask) | (self.next.wrapping_add(1) & low_mask);
        T::from(id)
    }
}

#[cfg(test)]
mod tests {
    use super::{IdSource, PersonId};
    use uuid::Uuid;

    #[test]
    fn ids_are_version_7_and_ascend() {
        let mut source = IdSource::new(1_700_000_000_000, [7; 10]);
        let ids: Vec<Uuid> = (0..300).map(|_| source.fresh::<PersonId>().into()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(ids.iter().all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122));
    }
}
