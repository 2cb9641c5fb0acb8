//! A piece of text that an edition carries in both languages of the app.

use serde::{Deserialize, Serialize};

/// Holds one sentence or name in Russian and in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// The Russian text.
    pub ru: String,
    /// The English text.
    pub en: String,
}

impl Bilingual {
    /// Whether one of the languages has nothing to show.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.ru.trim().is_empty() || self.en.trim().is_empty()
    }
}
