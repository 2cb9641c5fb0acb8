//! A participant: one record a person, whatever hats the person wears.

mod act;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::{Email, Phone};
use super::id::{PersonId, RepresentationId};
use super::name::PersonName;

pub use act::SetConsent;

/// A participant (1.5). Roles come from positions, enrolments and representations, not from here.
///
/// Only what the plan needs is kept (SPEC section 8): a birth date where homonyms need it, a phone where it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Person {
    /// Identity; names are never keys.
    pub id: PersonId,
    /// Name.
    pub name: PersonName,
    /// Gender, for correct Russian in documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Birth date, kept only to tell homonyms apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<NaiveDate>,
    /// Phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Number of the student's personal file, where the school keeps it here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file_number: String,
    /// Whether the person takes part on the platform.
    #[serde(default, skip_serializing_if = "is_default")]
    pub participation: Participation,
    /// Consent to the processing of personal data.
    #[serde(default, skip_serializing_if = "is_default")]
    pub consent: Consent,
    /// How the person is reached where not on the platform.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other_way: String,
    /// The school's own note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Person {
    /// A person of whom only the name is known.
    #[must_use]
    pub fn new(id: PersonId, name: PersonName) -> Self {
        Self {
            id,
            name,
            gender: None,
            birth_date: None,
            phone: None,
            email: None,
            file_number: String::new(),
            participation: Participation::default(),
            consent: Consent::default(),
            other_way: String::new(),
            note: String::new(),
        }
    }
}

/// Whether a value is its type's default, which files leave out.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Gender as documents need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// Whether a person takes part on the platform (SPEC section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Participation {
    /// Takes part, or is expected to.
    #[default]
    OnPlatform,
    /// Is reached by other ways.
    OffPlatform,
    /// Refused to take part.
    Refused,
}

/// Consent to the processing of personal data (152-ФЗ; SPEC section 8).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Consent {
    /// What was answered.
    pub state: ConsentState,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// Where the paper is kept.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub paper: String,
}

/// The answer to the question of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ConsentState {
    /// Nobody wrote it down.
    #[default]
    Unknown,
    /// Given.
    Given,
    /// Refused.
    Refused,
    /// Given once, withdrawn later.
    Withdrawn,
}

/// Links a legal representative to a student (1.5: a representative has at least one).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Representation {
    /// Identity.
    pub id: RepresentationId,
    /// The representative.
    pub parent: PersonId,
    /// The student.
    pub child: PersonId,
    /// In what relation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kinship: Kinship,
}

/// The relation of a representative to a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Kinship {
    /// Not told.
    #[default]
    Unknown,
    /// Mother.
    Mother,
    /// Father.
    Father,
    /// Guardian by decision of the authorities.
    Guardian,
}
