//! The rules of the move to another platform (SPEC section 9).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Verdict, bounded, refuse};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::refusal::Reason;
use crate::domain::{Counterpart, CounterpartState};

/// Something has one counterpart; it has moved when nobody is missing; what does not move has a reason.
pub(super) fn counterparts(draft: &Draft, today: NaiveDate) -> Verdict {
    let mut seen = BTreeSet::new();
    for row in draft.rows::<Counterpart>() {
        if !seen.insert(row.of) {
            return refuse(clause!("4.3"), Reason::CounterpartTwice { name: row.name.clone() });
        }
    }
    for row in draft.written_rows::<Counterpart>() {
        bounded(&row.name)?;
        bounded(&row.link)?;
        match &row.state {
            CounterpartState::Planned => {}
            CounterpartState::Created { on } | CounterpartState::Moved { on } if *on > today => {
                return refuse(clause!("4.3"), Reason::DayOutside { day: *on });
            }
            CounterpartState::Moved { .. } if !row.missing.is_empty() => {
                return refuse(clause!("4.3"), Reason::StillMissing { count: row.missing.len() as u64 });
            }
            CounterpartState::Created { .. } | CounterpartState::Moved { .. } => {}
            CounterpartState::NotNeeded { reason } if reason.trim().is_empty() => {
                return refuse(clause!("4.3"), Reason::ReasonNeeded);
            }
            CounterpartState::NotNeeded { reason } => bounded(reason)?,
        }
    }
    Ok(())
}
