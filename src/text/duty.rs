//! Duties in words.

use crate::plan::duty::DutyState;

use super::{Lang, msg};

/// How far a duty is.
#[must_use]
pub const fn state(lang: Lang, state: DutyState) -> &'static str {
    match state {
        DutyState::Overdue => msg::duties_overdue(lang),
        DutyState::Due => msg::duties_due(lang),
        DutyState::NotYet => msg::duties_not_yet(lang),
        DutyState::Done => msg::duties_done(lang),
    }
}
