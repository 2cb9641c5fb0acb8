//! The rules of chats: one live chat for a thing, an owner of the staff, exceptions with their reasons.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Verdict, bounded, person_name, refuse};
use crate::clause;
use crate::domain::draft::Draft;
use crate::domain::words::fold;
use crate::domain::{Chat, ChatState, PersonId, Position, Reason};

/// Longest text of the rules of a chat, in characters.
const RULES: usize = 2_000;
/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Checks the chats that were written.
pub fn chats(draft: &Draft, _: NaiveDate) -> Verdict {
    let staff: BTreeSet<PersonId> = draft.rows::<Position>().map(|row| row.person).collect();
    let mut written = BTreeSet::new();
    for row in draft.written_rows::<Chat>() {
        texts(row)?;
        // 2.2/6, 2.3/3, 2.4/3: chats are kept by the administration, class teachers and pedagogues.
        if let Some(owner) = row.owner.filter(|owner| !staff.contains(owner)) {
            return refuse(clause!("2.4/3"), Reason::NotStaff { person: person_name(draft, owner) });
        }
        if let Some(person) = row.include.keys().find(|person| row.exclude.contains_key(person)) {
            return refuse(clause!("1.4"), Reason::BothExceptions { person: person_name(draft, *person) });
        }
        if stands_for(row) {
            written.insert(key(row));
        }
    }
    // 1.4, 1.6: one chat for a rule and a class, line or group; other chats are told apart by what they are for.
    let mut seen = BTreeSet::new();
    for row in draft.rows::<Chat>().filter(|row| stands_for(row)) {
        let key = key(row);
        if written.contains(&key) && !seen.insert(key) {
            return refuse(clause!("1.6"), Reason::ChatTwice { chat: row.name.clone() });
        }
    }
    Ok(())
}

fn texts(row: &Chat) -> Verdict {
    for text in [&row.name, &row.purpose, &row.link] {
        bounded(text)?;
    }
    row.include.values().chain(row.exclude.values()).chain(&row.strangers).try_for_each(|text| bounded(text))?;
    if row.rules.chars().count() > RULES {
        return refuse(clause!("4.3"), Reason::TooLong);
    }
    if let ChatState::NotRequired { reason, by } = &row.state {
        bounded(reason)?;
        bounded(by)?;
        // 1.4: an exception from what is required has a reason and an author.
        if reason.trim().is_empty() || by.trim().is_empty() {
            return refuse(clause!("1.4"), Reason::ExcuseWithoutReason);
        }
    } else if row.name.trim().is_empty() {
        return refuse(clause!("4.3"), Reason::EmptyField);
    }
    // 1.4: who stays out of a chat has a reason.
    if row.exclude.values().any(|reason| reason.trim().is_empty()) {
        return refuse(clause!("1.4"), Reason::ExceptionWithoutReason);
    }
    match row.quiet {
        // 3.1: access is round the clock; quiet hours are manners and cannot fill the day.
        Some(quiet) if quiet.from == quiet.to || quiet.from >= DAY || quiet.to >= DAY => {
            refuse(clause!("3.1"), Reason::QuietHours)
        }
        _ => Ok(()),
    }
}

/// Whether the record says something of the present: what is put away or read-only may stand beside a new chat.
fn stands_for(row: &Chat) -> bool {
    row.state.is_live() || matches!(row.state, ChatState::NotRequired { .. })
}

type Key<'a> = (&'a crate::domain::ChatRuleId, &'a crate::domain::ChatScope, String);

fn key(row: &Chat) -> Key<'_> {
    (&row.rule, &row.scope, fold(&row.purpose))
}
