//! The move to another platform: what moves, and how far each thing is (SPEC section 9).

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Index;
use crate::domain::{Counterpart, CounterpartOf, CounterpartState, School};

/// Something that moves, with what takes its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Tracked {
    /// What moves.
    pub of: CounterpartOf,
    /// Its name on the platform that is left; empty for the staff room and what has no name.
    pub name: String,
    /// What takes its place, where that is planned.
    pub counterpart: Option<Arc<Counterpart>>,
}

impl Tracked {
    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.counterpart.as_ref().is_some_and(|row| row.state.is_over())
    }

    /// Whether the old one is read-only by the day and the move is not over.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        !self.is_over() && self.counterpart.as_ref().and_then(|row| row.read_only_on).is_some_and(|day| day < today)
    }
}

/// How far the move is, in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Everything that moves or is excused.
    pub all: u64,
    /// What has a counterpart planned.
    pub planned: u64,
    /// What exists on the next platform.
    pub created: u64,
    /// What has moved.
    pub moved: u64,
    /// What is not moved, with a reason.
    pub excused: u64,
    /// What is late.
    pub overdue: u64,
    /// How many members have not moved yet, of those that are known.
    pub missing: u64,
}

/// Everything that moves: chats in use, channels, classes of the year and the staff room. What was planned and is gone
/// from the plan goes with its record, so nothing is lost here.
#[must_use]
pub fn tracked(school: &School, index: &Index) -> Vec<Tracked> {
    let counterparts: BTreeMap<CounterpartOf, &Arc<Counterpart>> =
        school.counterparts().values().map(|row| (row.of, row)).collect();
    let tracked = |of: CounterpartOf, name: String| Tracked {
        of,
        name,
        counterpart: counterparts.get(&of).map(|row| Arc::clone(row)),
    };
    let classes = index.staff_room.iter().chain(index.classes.iter());
    let classes = classes.map(|id| tracked(CounterpartOf::Class(*id), school.class_name(*id)));
    let channels = school.channels().values().filter(|row| row.archived_on.is_none());
    let channels = channels.map(|row| tracked(CounterpartOf::Channel(row.id), row.name.clone()));
    let chats = school.chats().values().filter(|row| row.state.is_live());
    let mut chats: Vec<Tracked> = chats.map(|row| tracked(CounterpartOf::Chat(row.id), row.name.clone())).collect();
    chats.sort_by(|a, b| a.name.cmp(&b.name));
    classes.chain(channels).chain(chats).collect()
}

/// Counts how far the move is.
#[must_use]
pub fn progress(rows: &[Tracked], today: NaiveDate) -> Progress {
    let mut progress = Progress { all: rows.len() as u64, ..Progress::default() };
    for row in rows {
        progress.overdue += u64::from(row.is_overdue(today));
        let Some(counterpart) = &row.counterpart else { continue };
        progress.missing += counterpart.missing.len() as u64;
        match counterpart.state {
            CounterpartState::Planned => progress.planned += 1,
            CounterpartState::Created { .. } => progress.created += 1,
            CounterpartState::Moved { .. } => progress.moved += 1,
            CounterpartState::NotNeeded { .. } => progress.excused += 1,
        }
    }
    progress
}

#[cfg(test)]
mod tests;
