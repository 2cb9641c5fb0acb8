//! L16: broadcasts have a host, an audience that the platform takes, and a time of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{Audience, ClauseId, Event, EventKind, EventState, PersonId};
use crate::plan::audience::{self, Fit, Reach};
use crate::plan::overlap;

pub(super) fn each(ground: &Ground, found: &mut Vec<Finding>) {
    // Meetings of one series mean the same people.
    let mut audiences: BTreeMap<&Audience, (u64, BTreeSet<PersonId>)> = BTreeMap::new();
    for row in ground.school.events().values() {
        let is_open = matches!(row.state, EventState::Planned | EventState::Rehearsed { .. });
        let event = row.id;
        let (clause, remedy) = (clause_of(row.kind), Remedy::Event(row.id, row.on));
        let mut say = |finding: Finding| found.push(finding.people(row.host).shown_by::<Event>(event));
        if !is_open {
            continue;
        }
        // A webinar for pedagogues is held by others (3.4).
        let is_own = row.kind != EventKind::Webinar;
        // 2.1/14: somebody runs it, for somebody, at a time.
        if is_own && row.host.is_none() {
            say(Finding::error(Lint::Broadcast, clause, Issue::NoHost { event }, remedy));
        }
        if is_own && row.audience == Audience::default() {
            say(Finding::error(Lint::Broadcast, clause, Issue::NoAudience { event }, remedy));
        }
        if row.start.is_none() {
            say(Finding::warning(Lint::Broadcast, clause, Issue::NoTime { event }, remedy));
        }
        // 2.1/14: not more people than the platform takes into a call, where that is known.
        if Fit::is_known(ground.school) {
            let meant = audiences.entry(&row.audience).or_insert_with(|| {
                let people = audience::people(ground.school, ground.index, ground.plan, &row.audience);
                (Reach::of(ground.school, people.iter().copied()).on_platform, people)
            });
            let host = row.host.filter(|host| !meant.1.contains(host));
            let count = meant.0 + Reach::of(ground.school, host).on_platform;
            if let Fit::TooMany { limit } = Fit::of(ground.school, count) {
                let count = usize::try_from(count).unwrap_or(usize::MAX);
                let issue = Issue::AudienceOverLimit { event, count, limit };
                say(Finding::warning(Lint::Broadcast, clause, issue, remedy));
            }
        }
        if row.on < ground.today {
            say(Finding::warning(Lint::Broadcast, clause, Issue::EventLeftOpen { event }, remedy));
        }
    }
}

/// 2.1/14: nobody is in two places at once, be it a host, a class or a room.
pub(super) fn overlaps(ground: &Ground, found: &mut Vec<Finding>) {
    for found_overlap in overlap::overlaps(ground.school, ground.index, ground.plan) {
        let (first, second, shared) = (found_overlap.first, found_overlap.second, found_overlap.shared);
        let Some(event) = ground.school.events().get(&second) else { continue };
        let issue = Issue::EventsOverlap { first, second, shared };
        let finding = Finding::warning(Lint::Broadcast, clause_of(event.kind), issue, Remedy::Event(second, event.on));
        found.push(finding.people(event.host).shown_by::<Event>(first).shown_by::<Event>(second));
    }
}

fn clause_of(kind: EventKind) -> ClauseId {
    match kind {
        EventKind::Broadcast => clause!("2.1/14"),
        EventKind::Meeting => clause!("2.2/6"),
        EventKind::Lesson => clause!("2.4/4"),
        EventKind::ClassEvent => clause!("2.3/4"),
        EventKind::Webinar => clause!("3.4"),
    }
}
