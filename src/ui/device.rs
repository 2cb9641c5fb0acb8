//! What belongs to this device and not to the plan: language, theme, who sits at the keyboard.

use serde::{Deserialize, Serialize};

use crate::domain::Author;
use crate::store::local_storage;
use crate::text::Lang;

/// Where it is kept: outside the prefix of the plan, so that a plan's absence stays visible.
const KEY: &str = "sferum-planner.device";

/// The settings of this device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Device {
    /// Code of the language.
    pub language: String,
    /// How the page looks.
    pub theme: Theme,
    /// Who writes into the journal.
    pub author: Author,
    /// When a file copy was made last, in milliseconds since 1970; 0 for never.
    pub last_export: u64,
    /// Whether the first steps are put away.
    pub is_guide_away: bool,
    /// Whether the names are kept behind the lock with the plan, and not here.
    #[serde(skip)]
    pub is_private: bool,
}

/// How the page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system does.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// The value of `data-theme`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

impl Device {
    /// Reads the settings; the defaults where there are none or the storage is blocked.
    pub fn load() -> Self {
        local_storage::kept(KEY).unwrap_or_default()
    }

    /// Keeps the settings; a blocked storage keeps nothing, and the page works on.
    pub fn save(&self) {
        let author = if self.is_private { Author::default() } else { self.author.clone() };
        local_storage::keep(KEY, &Self { author, ..self.clone() });
    }

    /// The language; Russian unless chosen otherwise.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }
}
