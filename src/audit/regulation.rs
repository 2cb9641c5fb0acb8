//! L01, L19, L28: the regulation is in force by protocol and order, there is an order on use, and nothing rests on what
//! was superseded or never decided.

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{AcknowledgementSheet, LocalActKind, Period, RegulationEdition, RegulationEditionId, SheetSubject};
use crate::plan::duty::{USE_ORDER, is_use_order};
use crate::regulation::Verdict;

pub(super) fn review(ground: &Ground, found: &mut Vec<Finding>) {
    editions(ground, found);
    use_order(ground, found);
    readings(ground, found);
}

/// The edition in force on the day.
fn in_force<'a>(ground: &Ground<'a>) -> Vec<&'a RegulationEdition> {
    let rows = ground.school.editions().values().map(AsRef::as_ref);
    rows.filter(|row| row.from.is_some() && Period { from: row.from, to: row.to }.contains(ground.day)).collect()
}

fn editions(ground: &Ground, found: &mut Vec<Finding>) {
    let current = in_force(ground);
    // 1.3, 4.1: the school has a regulation, in force from its approval.
    if current.is_empty() {
        found.push(
            Finding::error(Lint::Edition, clause!("1.3"), Issue::NoEdition, Remedy::Editions)
                .also(clause!("1.1"))
                .also(clause!("4.1")),
        );
    }
    // 4.2: one at a time.
    if current.len() > 1 {
        let issue = Issue::EditionsOverlap { count: current.len() };
        let mut finding = Finding::error(Lint::Edition, clause!("4.2"), issue, Remedy::Editions);
        for row in &current {
            finding = finding.shown_by::<RegulationEdition>(row.id);
        }
        found.push(finding);
    }
    for row in current {
        let edition = row.id;
        let mut say = |clause, issue, is_error: bool| {
            let new = if is_error { Finding::error } else { Finding::warning };
            let finding = new(Lint::Edition, clause, issue, Remedy::Editions);
            found.push(finding.shown_by::<RegulationEdition>(edition));
        };
        let act = |id| ground.school.acts().get(&id);
        let (order, protocol) = (row.order.and_then(act), row.protocol.and_then(act));
        // 1.3: the head approves by an order what the council adopted by a protocol.
        if order.is_none_or(|act| act.kind != LocalActKind::Order) {
            say(clause!("1.3"), Issue::EditionWithoutOrder { edition }, true);
        }
        if protocol.is_none() {
            say(clause!("1.3"), Issue::EditionWithoutProtocol { edition }, false);
        }
        if let (Some(order), Some(protocol)) = (order, protocol)
            && protocol.date > order.date
        {
            let issue = Issue::ProtocolAfterOrder { edition, protocol: protocol.date, order: order.date };
            say(clause!("1.3"), issue, true);
        }
        // 4.1: in force from the signing, not before.
        if let (Some(order), Some(from)) = (order, row.from)
            && from < order.date
        {
            say(clause!("4.1"), Issue::ForceBeforeOrder { edition, from, order: order.date }, true);
        }
    }
}

/// 2.2/1: the administration issues an order or a directive on the use of the platform.
fn use_order(ground: &Ground, found: &mut Vec<Finding>) {
    let is_issued = ground.school.documents().values().any(|row| row.form == USE_ORDER && row.on <= ground.day);
    let is_written = || {
        ground
            .school
            .acts()
            .values()
            .any(|act| act.kind != LocalActKind::Protocol && act.date <= ground.day && is_use_order(&act.title))
    };
    if !is_issued && !is_written() {
        found.push(Finding::error(Lint::UseOrder, clause!("2.2/1"), Issue::NoUseOrder, Remedy::UseOrder));
    }
}

fn readings(ground: &Ground, found: &mut Vec<Finding>) {
    let current = in_force(ground);
    // 4.2: what was superseded stays readable, but nothing new rests on it.
    let mut stale: Vec<(RegulationEditionId, Vec<_>)> = Vec::new();
    for sheet in ground.school.sheets().values() {
        let SheetSubject::Regulation(edition) = sheet.subject else { continue };
        let is_open = sheet.people.values().any(Option::is_none);
        if !is_open || current.is_empty() || current.iter().any(|row| row.id == edition) {
            continue;
        }
        match stale.iter_mut().find(|(known, _)| *known == edition) {
            Some((_, sheets)) => sheets.push(sheet.id),
            None => stale.push((edition, vec![sheet.id])),
        }
    }
    for (edition, sheets) in stale {
        let issue = Issue::SupersededEdition { edition, count: sheets.len() };
        let mut finding = Finding::warning(Lint::Reading, clause!("4.2"), issue, Remedy::Memos);
        for sheet in sheets {
            finding = finding.shown_by::<AcknowledgementSheet>(sheet);
        }
        found.push(finding);
    }
    let id = &ground.regulation.edition().id;
    for row in current.iter().filter(|row| !row.edition.is_empty() && row.edition != *id) {
        let issue = Issue::OtherRules { edition: row.id };
        let finding = Finding::warning(Lint::Reading, clause!("4.2"), issue, Remedy::Editions);
        found.push(finding.shown_by::<RegulationEdition>(row.id));
    }
    // 4.3: where the text is silent, the school decides; a default is not a decision.
    let mut count = 0;
    for action in ground.regulation.actions() {
        let open = action.cells.iter().filter(|cell| cell.verdict == Verdict::Unsettled);
        count += open.filter(|cell| ground.interpretations.stance(action.number, &cell.role).is_none()).count();
    }
    if count > 0 {
        let issue = Issue::Undecided { count };
        found.push(Finding::note(Lint::Reading, clause!("4.3"), issue, Remedy::Interpretations));
    }
    for (_, entry) in ground.regulation.clauses().filter(|(_, entry)| entry.absent) {
        let issue = Issue::ClauseAbsent { clause: entry.id };
        found.push(Finding::note(Lint::Reading, clause!("4.3"), issue, Remedy::Interpretations).also(entry.id));
    }
}
