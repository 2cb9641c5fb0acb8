//! Documents that were signed or registered, with the text they had then.

mod act;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{IssuedDocumentId, LocalActId, PersonId};

pub use act::SignDocument;

/// A generated document that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct IssuedDocument {
    /// Identity.
    pub id: IssuedDocumentId,
    /// Which form it is, such as `order-administrator`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub form: String,
    /// What it was made for: the choices of the form.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub subject: BTreeMap<String, String>,
    /// Number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Date.
    pub on: NaiveDate,
    /// The local act it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<LocalActId>,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<PersonId>,
    /// Its text, line by line, as it was signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
}

impl IssuedDocument {
    /// Its form and number, language-free: `order-use 103`.
    #[must_use]
    pub fn caption(&self) -> String {
        [self.form.as_str(), self.number.as_str()].join(" ").trim().to_owned()
    }
}
