//! What an application for registration keeps: it leaves the school complete (2.1/1).

use chrono::NaiveDate;

use super::{Verdict, bounded, refuse};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::{ApplicationState, Reason, RegistrationApplication};

/// Checks the applications that were written.
pub(super) fn applications(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<RegistrationApplication>() {
        bounded(&row.name)?;
        bounded(&row.note)?;
        // 2.1/1: three contacts and the order go with it.
        if row.state != ApplicationState::Draft && !row.is_complete() {
            return refuse(clause!("2.1/1"), Reason::ApplicationIncomplete);
        }
    }
    Ok(())
}
