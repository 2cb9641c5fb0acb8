//! What an edition explains beside its clauses: the words it uses (1.5) and the acts of law it rests on (1.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Bilingual;
use crate::domain::ClauseId;

/// Explains a word of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// The word, Russian in the nominative.
    pub term: Bilingual,
    /// What it means, in our words.
    pub meaning: Bilingual,
    /// The clauses that explain or use it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<String>"))]
    pub clauses: Vec<ClauseId>,
}

/// Names an act of law that the text rests on, or should (1.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LegalBasis {
    /// Its number.
    pub number: String,
    /// Its date.
    pub date: NaiveDate,
    /// Who issued it, in the language of the law; empty where the text does not say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Its title, in the language of the law.
    pub title: String,
    /// Whether the text fails to name it though it applies.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unnamed: bool,
}
