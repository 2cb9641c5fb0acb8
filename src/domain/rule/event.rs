//! Rules of events: what any written event keeps. Host and audience are asked for when it is planned.

use chrono::NaiveDate;

use super::{Verdict, bounded, refuse, required, text};
use crate::domain::draft::Draft;
use crate::domain::refusal::Reason;
use crate::domain::{Event, EventState};

/// A day has so many minutes.
const DAY: u16 = 24 * 60;

/// An event has a title; its times lie within a day.
pub fn events(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Event>() {
        required(&row.title)?;
        for line in [&row.place, &row.link] {
            bounded(line)?;
        }
        text(&row.agenda)?;
        text(&row.outcome)?;
        if let EventState::Cancelled { reason } = &row.state {
            bounded(reason)?;
        }
        if row.start.is_some_and(|start| start >= DAY) || row.minutes > DAY {
            return refuse(row.kind.clause(), Reason::TimeOutsideDay { title: row.title.clone() });
        }
    }
    Ok(())
}
