//! Rules of figures of use (2.1/17).

use chrono::NaiveDate;

use super::{Verdict, refuse, required, sane, text};
use crate::clause;
use crate::domain::StatReport;
use crate::domain::draft::Draft;
use crate::domain::refusal::Reason;

/// 2.1/17: figures belong to days, a part is not greater than its whole, and the same days are reported once.
pub fn reports(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<StatReport>() {
        sane(row.period)?;
        if row.period.from.is_none() || row.period.to.is_none() {
            return refuse(clause!("2.1/17"), Reason::EmptyField);
        }
        text(&row.note)?;
        for (name, figure) in &row.figures {
            required(name)?;
            if figure.of.is_some_and(|of| figure.value > of) {
                return refuse(clause!("2.1/17"), Reason::FigureAboveWhole { name: name.clone() });
            }
        }
        if draft.rows::<StatReport>().any(|other| other.id != row.id && other.period == row.period) {
            return refuse(clause!("2.1/17"), Reason::ReportTwice { period: row.caption() });
        }
    }
    Ok(())
}
