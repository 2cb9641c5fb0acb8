//! The rules of the register: editions and their approval, acts of law, what is left open.

use chrono::NaiveDate;

use super::{Verdict, bounded, refuse, required};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::refusal::Reason;
use crate::domain::words::fold;
use crate::domain::{GapNote, LegalAct, LocalAct, LocalActKind, Period, RegulationEdition};

/// The most bytes of a school's own text: some forty times a usual regulation.
const MAX_TEXT: usize = 1_000_000;
/// The most bytes of the data of an edition, as `Regulation::read` takes them.
const MAX_DATA: usize = 4_000_000;

pub(super) fn editions(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<RegulationEdition>() {
        required(&row.title)?;
        bounded(&row.version)?;
        if row.text.len() > MAX_TEXT || row.changes.len() > MAX_TEXT || row.data.len() > MAX_DATA {
            return refuse(clause!("1.3"), Reason::FileTooLarge);
        }
        if row.amends == Some(row.id) {
            return refuse(clause!("1.3"), Reason::AmendsItself);
        }
        approval(draft, row)?;
    }
    // 4.2: at most one edition is in force on a day.
    let periods: Vec<(&RegulationEdition, Period)> = draft
        .rows::<RegulationEdition>()
        .filter(|row| row.from.is_some())
        .map(|row| (row, Period { from: row.from, to: row.to }))
        .collect();
    for (at, (row, period)) in periods.iter().enumerate() {
        if let Some((other, _)) = periods.iter().skip(at + 1).find(|(_, other)| period.overlaps(*other)) {
            let title = if row.from <= other.from { &row.title } else { &other.title };
            return refuse(clause!("4.2"), Reason::SecondEdition { title: title.clone() });
        }
    }
    Ok(())
}

/// 1.3, 4.1: the council adopts, then the head approves by an order, and from then on the edition is in force.
fn approval(draft: &Draft, row: &RegulationEdition) -> Verdict {
    let act = |id: Option<_>| id.and_then(|id| draft.get::<LocalAct>(id));
    let (protocol, order) = (act(row.protocol), act(row.order));
    if protocol.is_some_and(|act| act.kind != LocalActKind::Protocol) {
        return refuse(clause!("1.3"), Reason::NotAProtocol);
    }
    if order.is_some_and(|act| act.kind != LocalActKind::Order) {
        return refuse(clause!("1.3"), Reason::NotAnOrder);
    }
    if let (Some(protocol), Some(order)) = (protocol, order)
        && protocol.date > order.date
    {
        return refuse(clause!("1.3"), Reason::ApprovalBackwards { protocol: protocol.date, order: order.date });
    }
    let Some(from) = row.from else {
        return if row.to.is_some() { refuse(clause!("4.1"), Reason::NotApproved) } else { Ok(()) };
    };
    if !(Period { from: Some(from), to: row.to }).is_sane() {
        return refuse(clause!("4.2"), Reason::PeriodBackwards);
    }
    match order {
        Some(order) if from < order.date => refuse(clause!("4.1"), Reason::BeforeOrder { day: order.date }),
        // An edition keeps its days when the paper is removed from the register of acts: the audit speaks of it.
        _ => Ok(()),
    }
}

/// 1.2: an act of law stands once in the register, and ends after it began.
pub(super) fn legal_acts(draft: &Draft, _: NaiveDate) -> Verdict {
    for row in draft.written_rows::<LegalAct>() {
        required(&row.number)?;
        bounded(&row.title)?;
        bounded(&row.issuer)?;
        if row.retired_on.is_some_and(|on| row.date.is_some_and(|date| on < date)) {
            return refuse(clause!("1.2"), Reason::PeriodBackwards);
        }
        let is_twin =
            |other: &LegalAct| other.id != row.id && other.date == row.date && fold(&other.number) == fold(&row.number);
        if draft.rows::<LegalAct>().any(is_twin) {
            return refuse(clause!("1.2"), Reason::LegalActTwice { number: row.number.clone() });
        }
    }
    Ok(())
}

/// 4.3: a note says what is left open and what governs it.
pub(super) fn gap_notes(draft: &Draft, _: NaiveDate) -> Verdict {
    draft.written_rows::<GapNote>().try_for_each(|row| {
        required(&row.topic)?;
        required(&row.governed_by)?;
        bounded(&row.note)
    })
}
