//! An edition of a regulation: the file, and the checked value that everything else asks.

use std::str::Utf8Error;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::{
    Action, ActionId, AppCommand, Bilingual, Cell, ChannelRule, ChatRule, ClauseEntry, Duty, LegalBasis, Oddity,
    RegulationError, Role, RoleId, Section, Term, check,
};
use crate::domain::{ChatRuleId, ClauseId};
use crate::json;

/// What the field `format` of an edition says.
pub const FORMAT: &str = "sferum-planner/regulation";
/// The newest schema that this version reads.
pub const SCHEMA: u32 = 1;
/// The largest file that is read, in bytes; the bundled edition has about 90 thousand.
pub const LARGEST: usize = 4_000_000;

/// Holds an edition as its file has it; only [`Regulation`] has been checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Edition {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of the file's shape.
    pub schema: u32,
    /// The identifier of the edition, such as `gymnasium-44`.
    pub id: String,
    /// The title.
    pub title: Bilingual,
    /// What the text says of the platform.
    pub platform: PlatformTerms,
    /// The roles, in the order of the matrix.
    pub roles: Vec<Role>,
    /// The clauses under their headings, in the order of the text.
    pub sections: Vec<Section>,
    /// The rows of the matrix.
    pub actions: Vec<Action>,
    /// The chats that are required or allowed, in the order of their clauses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chat_rules: Vec<ChatRule>,
    /// The system channels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelRule>,
    /// The duties of a school year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// The oddities of the text.
    pub oddities: Vec<Oddity>,
    /// The commands of the app that no clause knows.
    pub app_commands: Vec<AppCommand>,
    /// The words that the text explains (1.5).
    #[serde(default)]
    pub glossary: Vec<Term>,
    /// The acts of law that the text rests on (1.2).
    #[serde(default)]
    pub legal_basis: Vec<LegalBasis>,
}

/// Holds the names and addresses that the text gives; the school's settings may differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlatformTerms {
    /// The platform.
    pub name: Bilingual,
    /// What a school's space on it is called.
    pub profile: Bilingual,
    /// The address for the registration and for support (2.1/1, 3.2).
    pub support_email: String,
    /// The site with instructions (3.3).
    pub help_site: String,
    /// The class of all teaching staff (2.1/4).
    pub staff_room: Bilingual,
}

/// Holds an edition that was checked: every reference resolves, every cell is there and rests on a clause.
///
/// A clone costs a pointer, so that a command can carry the edition it was asked under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regulation {
    // INVARIANT: passed check::edition.
    edition: Arc<Edition>,
}

/// The start of the file, read first so that a later version's file is refused by its number.
#[derive(Deserialize)]
struct Header {
    #[serde(default)]
    format: String,
    #[serde(default)]
    schema: u32,
}

impl Regulation {
    /// Reads and checks an edition.
    ///
    /// # Errors
    /// Tells the first place that is wrong.
    pub fn read(bytes: &[u8]) -> Result<Self, RegulationError> {
        if bytes.len() > LARGEST {
            return Err(RegulationError::TooLarge { bytes: bytes.len(), limit: LARGEST });
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(not_text)?;
        let header: Header = json::read(text).map_err(|error| unreadable(&error))?;
        if header.format != FORMAT {
            return Err(RegulationError::Foreign);
        }
        if header.schema > SCHEMA {
            return Err(RegulationError::Newer { found: header.schema, known: SCHEMA });
        }
        let edition: Edition = json::read(text).map_err(|error| unreadable(&error))?;
        Self::try_from(edition)
    }

    /// The edition that comes with the app, parsed once.
    ///
    /// # Panics
    /// Never in a build that passed its tests: the file is part of the program and a test reads it.
    #[must_use]
    pub fn bundled() -> &'static Self {
        Self::bundle()
    }

    /// The edition that comes with the app, to be held beside others.
    #[must_use]
    pub fn shared() -> Arc<Self> {
        Arc::clone(Self::bundle())
    }

    fn bundle() -> &'static Arc<Self> {
        static BUNDLED: OnceLock<Arc<Regulation>> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            let read = Self::read(include_bytes!("data/gymnasium-44.json"));
            Arc::new(read.unwrap_or_else(|error| panic!("the bundled edition: {error}")))
        })
    }

    /// The edition as its file has it.
    #[must_use]
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The roles, in the order of the matrix.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.edition.roles
    }

    /// The role called `id`.
    #[must_use]
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.edition.roles.iter().find(|role| role.id == *id)
    }

    /// The clauses under their headings.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.edition.sections
    }

    /// Every clause with its section, in the order of the text.
    pub fn clauses(&self) -> impl Iterator<Item = (&Section, &ClauseEntry)> {
        self.edition.sections.iter().flat_map(|section| section.clauses.iter().map(move |clause| (section, clause)))
    }

    /// The clause at `id` with its section.
    #[must_use]
    pub fn clause(&self, id: ClauseId) -> Option<(&Section, &ClauseEntry)> {
        self.clauses().find(|(_, clause)| clause.id == id)
    }

    /// The rows of the matrix.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.edition.actions
    }

    /// The row with the number `id`.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&Action> {
        // Rows are numbered without gaps, see check::edition.
        self.edition.actions.get(usize::from(id.0).checked_sub(1)?)
    }

    /// The cell of `action` and `role`.
    #[must_use]
    pub fn cell(&self, action: ActionId, role: &RoleId) -> Option<&Cell> {
        self.action(action)?.cell(role)
    }

    /// The oddities of the text.
    #[must_use]
    pub fn oddities(&self) -> &[Oddity] {
        &self.edition.oddities
    }

    /// The oddities that touch a cell, to be shown where it is explained.
    pub fn oddities_of(&self, action: ActionId, role: &RoleId) -> impl Iterator<Item = &Oddity> {
        self.edition.oddities.iter().filter(move |oddity| {
            oddity.touches.iter().any(|touch| touch.action == action && touch.roles.contains(role))
        })
    }

    /// The words that the text explains.
    #[must_use]
    pub fn glossary(&self) -> &[Term] {
        &self.edition.glossary
    }

    /// The acts of law that the text rests on.
    #[must_use]
    pub fn legal_basis(&self) -> &[LegalBasis] {
        &self.edition.legal_basis
    }

    /// The chats that are required or allowed.
    #[must_use]
    pub fn chat_rules(&self) -> &[ChatRule] {
        &self.edition.chat_rules
    }

    /// The rule of chats called `id`.
    #[must_use]
    pub fn chat_rule(&self, id: &ChatRuleId) -> Option<&ChatRule> {
        self.edition.chat_rules.iter().find(|rule| rule.id == *id)
    }

    /// The duties of a school year.
    #[must_use]
    pub fn duties(&self) -> &[Duty] {
        &self.edition.duties
    }

    /// The system channels that the edition asks for (2.1/13).
    #[must_use]
    pub fn channels(&self) -> &[ChannelRule] {
        &self.edition.channels
    }

    /// The commands of the app that no clause knows.
    #[must_use]
    pub fn app_commands(&self) -> &[AppCommand] {
        &self.edition.app_commands
    }
}

impl TryFrom<Edition> for Regulation {
    type Error = RegulationError;
    fn try_from(edition: Edition) -> Result<Self, RegulationError> {
        check::edition(&edition)?;
        Ok(Self { edition: Arc::new(edition) })
    }
}

fn not_text(error: Utf8Error) -> RegulationError {
    RegulationError::Unreadable { line: 1, column: error.valid_up_to() + 1, reason: "not UTF-8".to_owned() }
}

fn unreadable(error: &json::Error) -> RegulationError {
    RegulationError::Unreadable { line: error.line(), column: error.column(), reason: error.message().to_owned() }
}

#[cfg(test)]
mod tests;
