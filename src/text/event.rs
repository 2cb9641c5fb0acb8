//! Events in words.

use crate::domain::{Event, EventFormat, EventKind, EventState, School};
use crate::plan::overlap::Shared;
use crate::view::form::clock;

use super::{Lang, date, msg};

/// What an event is.
#[must_use]
pub const fn kind(lang: Lang, kind: EventKind) -> &'static str {
    match kind {
        EventKind::Broadcast => msg::events_kind_broadcast(lang),
        EventKind::Meeting => msg::events_kind_meeting(lang),
        EventKind::Lesson => msg::events_kind_lesson(lang),
        EventKind::ClassEvent => msg::events_kind_class(lang),
        EventKind::Webinar => msg::events_kind_webinar(lang),
    }
}

/// How it is held.
#[must_use]
pub const fn format(lang: Lang, format: EventFormat) -> &'static str {
    match format {
        EventFormat::Online => msg::events_format_online(lang),
        EventFormat::Hybrid => msg::events_format_hybrid(lang),
    }
}

/// How far it is.
#[must_use]
pub fn state(lang: Lang, state: &EventState) -> String {
    match state {
        EventState::Planned => msg::events_planned(lang).to_owned(),
        EventState::Rehearsed { on } => msg::events_rehearsed(lang, &date::short(*on)),
        EventState::Held { on } => msg::events_held(lang, &date::short(*on)),
        EventState::Cancelled { reason } => msg::events_cancelled(lang, reason),
    }
}

/// The hours of an event, `18:00–19:30`; what is not known is left out.
#[must_use]
pub fn hours(event: &Event) -> String {
    let Some(start) = event.start else { return String::new() };
    match event.minutes {
        0 => clock(start),
        minutes => format!("{}–{}", clock(start), clock(start.saturating_add(minutes))),
    }
}

/// When an event is: the day and the hours.
#[must_use]
pub fn when(event: &Event) -> String {
    let (day, hours) = (date::short(event.on), hours(event));
    if hours.is_empty() { day } else { format!("{day}, {hours}") }
}

/// What two events share.
#[must_use]
pub fn shared(lang: Lang, school: &School, shared: &Shared) -> String {
    match shared {
        Shared::Host(who) => msg::events_shared_host(lang, &school.person_name(*who)),
        Shared::HostInAudience(who) => msg::events_shared_host_expected(lang, &school.person_name(*who)),
        Shared::Place(place) => msg::events_shared_place(lang, place),
        Shared::Class(class) => msg::events_shared_class(lang, &school.class_name(*class)),
        Shared::People(people) => {
            let names: Vec<String> = people.iter().take(3).map(|who| school.person_name(*who)).collect();
            msg::events_shared_people(lang, people.len() as u64, &names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{hours, when};
    use crate::domain::EventKind;
    use crate::domain::sample::Sample;

    #[track_caller]
    fn check(start: Option<u16>, minutes: u16, expected: &str) {
        let mut event = Sample::new().event(EventKind::Meeting);
        (event.start, event.minutes) = (start, minutes);
        assert_eq!(hours(&event), expected);
        assert!(when(&event).starts_with("18.09.2026"));
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        check(Some(18 * 60), 90, "18:00–19:30");
        check(Some(18 * 60), 0, "18:00");
        check(None, 90, "");
        check(Some(23 * 60), 120, "23:00–01:00");
    }
}
