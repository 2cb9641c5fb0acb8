//! What follows from the records under an edition: required chats with their members.

use super::Index;
use crate::domain::School;
use crate::regulation::Regulation;

/// What follows from a school's records. Hold it as long as the revision stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {}

impl Plan {
    /// Derives everything once.
    #[must_use]
    pub fn of(_school: &School, _index: &Index, _regulation: &Regulation) -> Self {
        Self {}
    }
}
