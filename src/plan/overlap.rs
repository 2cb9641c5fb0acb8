//! Events that meet in time and share a host, a class, a place or people (SPEC section 4). A sweep over time finds the
//! pairs, so that the cost is that of sorting and of what is found.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::{Index, Plan, audience};
use crate::domain::words::{fold, tidy};
use crate::domain::{ClassId, Event, EventId, EventState, PersonId, School};

/// Two events that cannot both be as planned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Overlap {
    /// The one that begins first.
    pub first: EventId,
    /// The other.
    pub second: EventId,
    /// What they share.
    pub shared: Vec<Shared>,
}

/// What two events share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// The same host.
    Host(PersonId),
    /// The host of one is meant by the other.
    HostInAudience(PersonId),
    /// The same place.
    Place(String),
    /// The same class.
    Class(ClassId),
    /// People whom both mean.
    People(BTreeSet<PersonId>),
}

/// From a minute to the one before another, counted from the beginning of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first minute.
    pub from: i64,
    /// The first minute after.
    pub to: i64,
}

impl Span {
    /// The time of an event; none where its beginning is not known. Of unknown length it takes its first minute.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let from = i64::from(event.on.num_days_from_ce()) * 24 * 60 + i64::from(event.start?);
        Some(Self { from, to: from + i64::from(event.minutes.max(1)) })
    }

    /// Whether some minute lies in both.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// The pairs of spans that meet, by their places in the list, the earlier place first.
#[must_use]
pub fn pairs(spans: &[Span]) -> BTreeSet<(usize, usize)> {
    let mut order: Vec<(Span, usize)> = spans.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut found = BTreeSet::new();
    // Those that go on, by their end.
    let mut going: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (span, at) in order {
        going = going.split_off(&(span.from + 1));
        found.extend(going.values().flatten().map(|other| (at.min(*other), at.max(*other))));
        going.entry(span.to).or_default().push(at);
    }
    found
}

/// Every overlap of events that are not cancelled; of those that were held, only with one that is still to come.
#[must_use]
pub fn overlaps(school: &School, index: &Index, plan: &Plan) -> Vec<Overlap> {
    let timed: Vec<(&Event, Span)> = school
        .events()
        .values()
        .filter(|event| !matches!(event.state, EventState::Cancelled { .. }))
        .filter_map(|event| Some((event.as_ref(), Span::of(event)?)))
        .collect();
    let spans: Vec<Span> = timed.iter().map(|(_, span)| *span).collect();
    let mut people: BTreeMap<EventId, BTreeSet<PersonId>> = BTreeMap::new();
    let mut found = Vec::new();
    for (a, b) in pairs(&spans) {
        let (Some((a, a_span)), Some((b, b_span))) = (timed.get(a), timed.get(b)) else { continue };
        if !a.state.is_open() && !b.state.is_open() {
            continue;
        }
        for event in [a, b] {
            people.entry(event.id).or_insert_with(|| audience::people(school, index, plan, &event.audience));
        }
        let none = BTreeSet::new();
        let [of_a, of_b] = [a, b].map(|event| people.get(&event.id).unwrap_or(&none));
        let shared = shared(school, (a, of_a), (b, of_b));
        if !shared.is_empty() {
            let (first, second) = if a_span <= b_span { (a.id, b.id) } else { (b.id, a.id) };
            found.push(Overlap { first, second, shared });
        }
    }
    found.sort();
    found
}

/// The overlaps that an event would have, whether it is in the plan or is only being written.
#[must_use]
pub fn overlaps_of(school: &School, index: &Index, plan: &Plan, event: &Event) -> Vec<Overlap> {
    let Some(span) = Span::of(event) else { return Vec::new() };
    let own = audience::people(school, index, plan, &event.audience);
    let others = school.events().values().filter(|other| {
        other.id != event.id
            && !matches!(other.state, EventState::Cancelled { .. })
            && Span::of(other).is_some_and(|other| other.meets(span))
    });
    others
        .filter_map(|other| {
            let people = audience::people(school, index, plan, &other.audience);
            let shared = shared(school, (other, &people), (event, &own));
            (!shared.is_empty()).then_some(Overlap { first: event.id, second: other.id, shared })
        })
        .collect()
}

fn shared(
    school: &School,
    (a, of_a): (&Event, &BTreeSet<PersonId>),
    (b, of_b): (&Event, &BTreeSet<PersonId>),
) -> Vec<Shared> {
    let mut found = Vec::new();
    match (a.host, b.host) {
        (Some(host), Some(other)) if host == other => found.push(Shared::Host(host)),
        _ => {
            let busy = |host: Option<PersonId>, people: &BTreeSet<PersonId>| host.filter(|host| people.contains(host));
            found.extend(busy(a.host, of_b).into_iter().chain(busy(b.host, of_a)).map(Shared::HostInAudience));
        }
    }
    if !a.place.trim().is_empty() && fold(&a.place) == fold(&b.place) {
        found.push(Shared::Place(tidy(&a.place)));
    }
    let classes = audience::classes(school, &a.audience);
    let both: Vec<ClassId> = classes.intersection(&audience::classes(school, &b.audience)).copied().collect();
    found.extend(both.iter().map(|class| Shared::Class(*class)));
    let mut people: BTreeSet<PersonId> = of_a.intersection(of_b).copied().collect();
    if !both.is_empty() {
        // Their students are told with the class already; subgroups of one class may meet.
        let (of_line, of_other) = (a.audience.line, b.audience.line);
        if of_line.is_some() && of_other.is_some() && people.is_empty() {
            found.retain(|shared| !matches!(shared, Shared::Class(_)));
        }
    }
    people.retain(|person| Some(*person) != a.host && Some(*person) != b.host);
    if both.is_empty() && !people.is_empty() {
        found.push(Shared::People(people));
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Shared, Span, overlaps, overlaps_of, pairs};
    use crate::domain::sample::{Sample, day};
    use crate::domain::*;
    use crate::plan::{Index, Plan};

    proptest! {
        #[test]
        fn the_sweep_finds_what_comparing_each_with_each_finds(
            spans in prop::collection::vec((0_i64..60, 1_i64..20), 0..40)
        ) {
            let spans: Vec<Span> = spans.into_iter().map(|(from, length)| Span { from, to: from + length }).collect();
            let naive: BTreeSet<(usize, usize)> = (0..spans.len())
                .flat_map(|a| (a + 1..spans.len()).map(move |b| (a, b)))
                .filter(|(a, b)| spans[*a].meets(spans[*b]))
                .collect();
            prop_assert_eq!(pairs(&spans), naive);
        }
    }

    /// Two events of the same hour, the second changed; tells what they share.
    #[track_caller]
    fn check(first: EventKind, edit: impl FnOnce(&Sample, &mut Event, &mut Event), expected: &str) {
        let mut sample = Sample::new().with_administrator();
        let (mut a, mut b) = (sample.event(first), sample.event(EventKind::Meeting));
        edit(&sample, &mut a, &mut b);
        let school = |sample: &Sample| sample.workspace.school().clone();
        let name = |shared: &Shared, school: &School| match shared {
            Shared::Host(who) => format!("host {}", school.person_name(*who)),
            Shared::HostInAudience(who) => format!("host in audience {}", school.person_name(*who)),
            Shared::Place(place) => format!("place {place}"),
            Shared::Class(class) => format!("class {}", school.class_name(*class)),
            Shared::People(people) => format!("{} people", people.len()),
        };
        sample.save(a);
        let before = school(&sample);
        let index = Index::of(&before, day(10));
        let proposed = overlaps_of(&before, &index, &Plan::default(), &b);
        sample.save(b);
        let after = school(&sample);
        let found = overlaps(&after, &index, &Plan::default());
        let words = |found: &[super::Overlap]| -> String {
            found.iter().flat_map(|one| &one.shared).map(|shared| name(shared, &after)).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(words(&found), expected);
        assert_eq!(words(&proposed), expected, "before it was saved");
    }

    #[test]
    fn one_host() {
        check(
            EventKind::Meeting,
            |s, a, b| (a.host, b.host) = (Some(s.vetrova), Some(s.vetrova)),
            "host Ветрова Анна Ильинична",
        );
    }

    #[test]
    fn a_host_who_is_expected_elsewhere() {
        let edit = |s: &Sample, a: &mut Event, b: &mut Event| {
            a.host = Some(s.vetrova);
            b.host = Some(s.orlova);
            b.audience.groups = [AudienceGroup::Administration].into();
        };
        check(EventKind::Meeting, edit, "host in audience Ветрова Анна Ильинична");
    }

    #[test]
    fn one_class_and_its_line() {
        let edit = |s: &Sample, a: &mut Event, b: &mut Event| {
            a.audience.line = Some(s.math_7a);
            b.audience.classes = [s.class_7a].into();
        };
        check(EventKind::Lesson, edit, "class 7А");
    }

    #[test]
    fn one_place_however_it_is_written() {
        check(
            EventKind::Meeting,
            |_, a, b| (a.place, b.place) = ("Актовый зал".into(), " актовый  зал".into()),
            "place Актовый зал",
        );
    }

    #[test]
    fn people_of_both() {
        let edit = |s: &Sample, a: &mut Event, b: &mut Event| {
            a.audience.groups = [AudienceGroup::Parents].into();
            b.audience.parents_of = [s.class_7a].into();
        };
        check(EventKind::Broadcast, edit, "1 people");
    }

    #[test]
    fn one_after_another_is_no_overlap() {
        let edit = |s: &Sample, a: &mut Event, b: &mut Event| {
            (a.host, b.host) = (Some(s.vetrova), Some(s.vetrova));
            b.start = a.start.map(|start| start + a.minutes);
        };
        check(EventKind::Meeting, edit, "");
    }

    #[test]
    fn another_day_an_unknown_hour_and_a_cancelled_one_are_none() {
        let same = |s: &Sample, a: &mut Event, b: &mut Event| (a.host, b.host) = (Some(s.vetrova), Some(s.vetrova));
        check(
            EventKind::Meeting,
            |s, a, b| {
                same(s, a, b);
                b.on = day(19);
            },
            "",
        );
        check(
            EventKind::Meeting,
            |s, a, b| {
                same(s, a, b);
                b.start = None;
            },
            "",
        );
        let cancel = |s: &Sample, a: &mut Event, b: &mut Event| {
            same(s, a, b);
            a.state = EventState::Cancelled { reason: "карантин".into() };
        };
        check(EventKind::Meeting, cancel, "");
    }
}
