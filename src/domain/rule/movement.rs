//! Rules of the movement (2.1/11): what a record of each kind must say.

use chrono::NaiveDate;

use super::{Verdict, bounded, refuse};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::refusal::Reason;

/// 2.1/11: who comes or goes on names the class; texts keep their bounds.
pub fn movements(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<Movement>() {
        bounded(&row.place)?;
        bounded(&row.note)?;
        let needs_target = row.kind == MovementKind::Enrol || row.kind.changes_class();
        // A class that was removed later is forgotten, not refused: only new records are asked for one.
        let is_new = !draft.before().movements().contains_key(&row.id);
        if needs_target && row.to.is_none() && is_new {
            return refuse(clause!("2.1/11"), Reason::EmptyField);
        }
    }
    Ok(())
}
