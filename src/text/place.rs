//! What went wrong with storage, in words, with what to do.

use crate::store::PlaceError;
use crate::store::saver::NotSaved;

use super::{Lang, msg};

/// Why a place did not take something.
#[must_use]
pub fn reason(lang: Lang, error: &PlaceError) -> String {
    match error {
        PlaceError::Full => msg::place_full(lang).to_owned(),
        PlaceError::Blocked => msg::place_blocked(lang).to_owned(),
        PlaceError::Changed => msg::place_changed(lang).to_owned(),
        PlaceError::Lost => msg::place_lost(lang).to_owned(),
        PlaceError::Closed => msg::place_closed(lang).to_owned(),
        PlaceError::Other(what) => msg::place_other(lang, what),
    }
}

/// Why something is not saved.
#[must_use]
pub fn not_saved(lang: Lang, why: &NotSaved) -> String {
    match why {
        NotSaved::Place(error) => reason(lang, error),
        NotSaved::Outrun { .. } => msg::not_saved_outrun(lang).to_owned(),
        NotSaved::Gone => msg::not_saved_gone(lang).to_owned(),
        NotSaved::Newer(_) => msg::not_saved_newer(lang).to_owned(),
        NotSaved::ReadOnly => msg::not_saved_read_only(lang).to_owned(),
    }
}
