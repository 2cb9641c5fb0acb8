//! The school's choices on chats: subgroups and primary classes (2.4/3a).

use crate::clause;
use crate::domain::{Act, ClauseId, Context, Draft, QuietHours, RecordKind, Refusal, School, Settings, Verb};

/// Chooses how lessons get their chats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChooseChats {
    /// Whether each subgroup of a lesson gets a chat of its own.
    pub splits_subgroup_chats: bool,
    /// Whether a primary teacher's own subjects collapse into the class chat.
    pub collapses_primary_chats: bool,
    /// Hours without messages of chats that have none of their own.
    pub quiet: Option<QuietHours>,
    /// Rules of chats that have none of their own.
    pub rules: String,
}

impl ChooseChats {
    /// The school's settings with these choices.
    #[must_use]
    pub fn on(&self, school: &School) -> Settings {
        let settings = school.settings().values().next().map_or_else(Settings::default, |row| row.as_ref().clone());
        Settings {
            splits_subgroup_chats: self.splits_subgroup_chats,
            collapses_primary_chats: self.collapses_primary_chats,
            chat_quiet: self.quiet,
            chat_rules: self.rules.clone(),
            ..settings
        }
    }
}

impl Act for ChooseChats {
    fn clause(&self) -> ClauseId {
        clause!("2.4/3a")
    }
    fn verb(&self) -> Verb {
        Verb::Choose
    }
    fn kind(&self) -> RecordKind {
        RecordKind::Settings
    }
    fn subject(&self, _school: &School) -> String {
        String::new()
    }
    fn write(&self, draft: &mut Draft, _context: &Context) -> Result<(), Refusal> {
        draft.save(self.on(draft.before()));
        Ok(())
    }
}
