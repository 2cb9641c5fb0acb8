//! The application for registration on the platform and what came of it (2.1/1, 2.1/2).

pub mod act;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::{Email, Phone};
use super::id::{LocalActId, PersonId, RegistrationApplicationId};

/// The application that the administrator sends to the platform (2.1/1); registration follows by its phone (2.1/2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RegistrationApplication {
    /// Identity.
    pub id: RegistrationApplicationId,
    /// The administrator whose contacts it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Name as the application states it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// E-mail as the application states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Mobile phone as the application states it; registration must use the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// The order of appointment that is attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<LocalActId>,
    /// How far it is.
    pub state: ApplicationState,
    /// The registration that followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<Registered>,
    /// The school's own note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl RegistrationApplication {
    /// Whether the three contacts and the order are there (2.1/1).
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.name.trim().is_empty() && self.email.is_some() && self.phone.is_some() && self.order.is_some()
    }

    /// Whether the registration used the phone of the application (2.1/2); nothing to compare is no mismatch.
    #[must_use]
    pub fn is_same_phone(&self) -> bool {
        self.registered.is_none_or(|registered| self.phone == Some(registered.phone))
    }
}

/// How far an application is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum ApplicationState {
    /// Being prepared.
    Draft,
    /// Sent.
    Sent {
        /// When.
        on: NaiveDate,
    },
    /// Answered by the platform.
    Answered {
        /// When it was sent.
        sent: NaiveDate,
        /// When it was answered.
        on: NaiveDate,
    },
}

/// That the administrator registered on the platform (2.1/2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Registered {
    /// When.
    pub on: NaiveDate,
    /// With which phone; another one than that of the application gives no rights.
    pub phone: Phone,
}
