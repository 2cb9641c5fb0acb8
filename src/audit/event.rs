//! L16: broadcasts have a host, an audience that the platform takes, and a time of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Lint, Remedy};
use super::ground::Ground;
use super::issue::Issue;
use crate::clause;
use crate::domain::{Audience, AudienceGroup, ClauseId, Event, EventKind, EventState, PersonId};

pub(super) fn review(ground: &Ground, found: &mut Vec<Finding>) {
    let limit = ground.school.platform().values().next().and_then(|row| row.call_limit);
    let mut hosts: BTreeMap<(PersonId, chrono::NaiveDate), Vec<&Event>> = BTreeMap::new();
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
        if let Some(limit) = limit {
            let count = audience(ground, &row.audience).len();
            if u32::try_from(count).is_ok_and(|count| count > limit) {
                let issue = Issue::AudienceOverLimit { event, count, limit };
                say(Finding::warning(Lint::Broadcast, clause, issue, remedy));
            }
        }
        if row.on < ground.today {
            say(Finding::warning(Lint::Broadcast, clause, Issue::EventLeftOpen { event }, remedy));
        }
        if let Some(host) = row.host {
            hosts.entry((host, row.on)).or_default().push(row);
        }
    }
    // 2.1/14: nobody is in two places at once.
    for ((host, _), mut rows) in hosts {
        rows.sort_by_key(|row| row.start);
        for (a, b) in rows.iter().zip(rows.iter().skip(1)) {
            let (Some(first), Some(second)) = (a.start, b.start) else { continue };
            if second < first.saturating_add(a.minutes.max(1)) {
                let issue = Issue::HostTwice { event: b.id, other: a.id, host };
                let remedy = Remedy::Event(b.id, b.on);
                let finding = Finding::warning(Lint::Broadcast, clause_of(b.kind), issue, remedy).people([host]);
                found.push(finding.shown_by::<Event>(a.id).shown_by::<Event>(b.id));
            }
        }
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

/// The people whom an audience means, those known only through a chat's rule excepted.
fn audience(ground: &Ground, audience: &Audience) -> BTreeSet<PersonId> {
    let index = ground.index;
    let mut people: BTreeSet<PersonId> = audience.people.clone();
    let staff = |fits: &dyn Fn(PersonId) -> bool| {
        index.positions.keys().copied().filter(|person| fits(*person)).collect::<Vec<_>>()
    };
    for group in &audience.groups {
        match group {
            AudienceGroup::Administration => {
                people.extend(staff(&|person| ground.is_administration(person, ground.day)));
            }
            AudienceGroup::Pedagogues => people.extend(staff(&|person| ground.is_pedagogue(person))),
            AudienceGroup::Staff => people.extend(index.positions.keys()),
            AudienceGroup::Students => people.extend(index.class_of.keys()),
            AudienceGroup::Parents => {
                let is_here = |(child, _): &(PersonId, _)| index.class_of.contains_key(child);
                let parents = index.children.iter().filter(|(_, children)| children.iter().any(is_here));
                people.extend(parents.map(|(parent, _)| parent));
            }
        }
    }
    people.extend(audience.classes.iter().flat_map(|class| index.students_of(*class)));
    for student in audience.parents_of.iter().flat_map(|class| index.students_of(*class)) {
        people.extend(index.parents.get(student).into_iter().flatten().map(|(parent, _)| *parent));
    }
    people
}
