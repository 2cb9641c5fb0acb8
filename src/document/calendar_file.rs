//! A calendar as an iCalendar file (RFC 5545): what phones and mail programs open. Times are those of the school, without
//! a zone, so that 18:00 stays 18:00.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

/// Something on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarItem {
    /// What names it for ever, so that a second file replaces the first.
    pub uid: String,
    /// The day.
    pub on: NaiveDate,
    /// When it begins, in minutes after midnight; none where it takes the day.
    pub start: Option<u16>,
    /// How long it takes, in minutes; 0 while unknown.
    pub minutes: u16,
    /// Title.
    pub title: String,
    /// What else is known.
    pub text: String,
    /// Where.
    pub place: String,
    /// Its address.
    pub link: String,
    /// Whether it will be.
    pub status: ItemStatus,
}

/// Whether something will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemStatus {
    /// It will be, or was.
    Confirmed,
    /// It will not be.
    Cancelled,
}

/// The length that is assumed where none is known, in minutes: calendars want an end.
const USUAL: u16 = 60;

/// Writes a calendar. `stamp` is the moment of the file.
#[must_use]
pub fn write(name: &str, stamp: DateTime<Utc>, items: &[CalendarItem]) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//sferum-planner//calendar//RU"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(name);
    for item in items {
        calendar.push(event(stamp, item));
    }
    calendar.to_string()
}

fn event(stamp: DateTime<Utc>, item: &CalendarItem) -> Event {
    let mut event = Event::new();
    // Both are set here: the library would ask the clock and chance for what is missing.
    event.uid(&item.uid).timestamp(stamp);
    event.summary(&item.title).status(match item.status {
        ItemStatus::Confirmed => EventStatus::Confirmed,
        ItemStatus::Cancelled => EventStatus::Cancelled,
    });
    let start = item.start.and_then(|start| NaiveTime::from_num_seconds_from_midnight_opt(u32::from(start) * 60, 0));
    match start {
        Some(start) => {
            let start = item.on.and_time(start);
            let minutes = if item.minutes == 0 { USUAL } else { item.minutes };
            event.starts(start).ends(start + Duration::minutes(i64::from(minutes)));
        }
        None => {
            event.starts(item.on).ends(item.on.checked_add_days(Days::new(1)).unwrap_or(item.on));
        }
    }
    if !item.text.is_empty() {
        event.description(&item.text);
    }
    if !item.place.is_empty() {
        event.location(&item.place);
    }
    if !item.link.is_empty() {
        event.url(&item.link);
    }
    event.done()
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use ical::IcalParser;
    use ical::parser::ical::component::IcalCalendar;

    use super::{CalendarItem, ItemStatus, write};

    fn item() -> CalendarItem {
        CalendarItem {
            uid: "01a04d1a@example.org".into(),
            on: "2026-09-18".parse().unwrap(),
            start: Some(18 * 60),
            minutes: 90,
            title: "Собрание; 7А, 7Б".into(),
            text: "1. Итоги\n2. Планы \\ разное".into(),
            place: "Актовый зал, 2 этаж".into(),
            link: "https://example.org/call".into(),
            status: ItemStatus::Confirmed,
        }
    }

    /// Writes the items and reads them with a parser of another hand.
    fn read_back(items: &[CalendarItem]) -> (String, IcalCalendar) {
        let text = write("События; школа", "2026-09-10T09:00:00Z".parse().unwrap(), items);
        let mut parser = IcalParser::new(BufReader::new(text.as_bytes()));
        let calendar = parser.next().unwrap().unwrap();
        assert!(parser.next().is_none());
        (text, calendar)
    }

    /// The value of a property of the first event, with the escapes of a text taken off.
    fn value(calendar: &IcalCalendar, name: &str) -> String {
        let property = calendar.events[0].properties.iter().find(|property| property.name == name);
        let raw = property.and_then(|property| property.value.clone()).unwrap_or_default();
        let mut out = String::new();
        let mut rest = raw.chars();
        while let Some(c) = rest.next() {
            match c {
                '\\' => match rest.next() {
                    Some('n' | 'N') => out.push('\n'),
                    other => out.extend(other),
                },
                c => out.push(c),
            }
        }
        out
    }

    #[test]
    fn an_event_is_read_back_by_another_parser() {
        let item = item();
        let (_, calendar) = read_back(std::slice::from_ref(&item));
        for (name, expected) in [
            ("UID", item.uid.as_str()),
            ("DTSTAMP", "20260910T090000Z"),
            ("DTSTART", "20260918T180000"),
            ("DTEND", "20260918T193000"),
            ("SUMMARY", item.title.as_str()),
            ("DESCRIPTION", item.text.as_str()),
            ("LOCATION", item.place.as_str()),
            ("URL", item.link.as_str()),
            ("STATUS", "CONFIRMED"),
        ] {
            assert_eq!(value(&calendar, name), expected, "{name}");
        }
    }

    #[test]
    fn without_an_hour_it_takes_the_day() {
        let (_, calendar) = read_back(&[CalendarItem { start: None, ..item() }]);
        assert_eq!((value(&calendar, "DTSTART"), value(&calendar, "DTEND")), ("20260918".into(), "20260919".into()));
    }

    #[test]
    fn a_cancelled_one_says_so() {
        let (_, calendar) = read_back(&[CalendarItem { status: ItemStatus::Cancelled, ..item() }]);
        assert_eq!(value(&calendar, "STATUS"), "CANCELLED");
    }

    #[test]
    fn lines_end_with_crlf_and_are_folded_at_75_octets() {
        let long = "Очень длинное название, события; ".repeat(8).trim_end().to_owned();
        let (text, calendar) = read_back(&[CalendarItem { title: long.clone(), ..item() }]);
        assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n")));
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert_eq!(value(&calendar, "SUMMARY"), long);
    }

    #[test]
    fn the_same_events_give_the_same_file() {
        let items = [item(), CalendarItem { uid: "b".into(), ..item() }];
        assert_eq!(read_back(&items).0, read_back(&items).0);
        assert_eq!(read_back(&items).1.events.len(), 2);
    }
}
