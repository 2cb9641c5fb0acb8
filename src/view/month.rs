//! Months and weeks of a calendar as plain data: which days are shown, and how one goes on.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::page::{Button, Calendar, CalendarDay, CalendarEntry};
use super::room::Room;
use super::route::Route;
use crate::text::{date, msg};

/// What a calendar shows at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// A month, filled up to whole weeks.
    Month,
    /// A week.
    Week,
}

/// The entries of days.
pub type Entries = BTreeMap<NaiveDate, Vec<CalendarEntry>>;

impl Stretch {
    /// The first and the last day that are meant, around `on`.
    #[must_use]
    pub fn bounds(self, on: NaiveDate) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Week => {
                let first = monday(on);
                (first, first + Days::new(6))
            }
            Self::Month => {
                let first = on.with_day(1).unwrap_or(on);
                let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
                (first, next.pred_opt().unwrap_or(next))
            }
        }
    }

    /// A day of the stretch before and of the one after.
    #[must_use]
    pub fn around(self, on: NaiveDate) -> (NaiveDate, NaiveDate) {
        let (first, last) = self.bounds(on);
        let before = first.pred_opt().unwrap_or(first);
        (self.bounds(before).0, last.succ_opt().unwrap_or(last))
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// The day that an address asks for: a day `2026-11-18`, a month `2026-11`, or today.
#[must_use]
pub fn asked(text: &str, today: NaiveDate) -> NaiveDate {
    text.parse().or_else(|_| format!("{text}-01").parse()).unwrap_or(today)
}

/// The calendar around `on` with the entries that lie in it.
#[must_use]
pub fn calendar(room: &Room, stretch: Stretch, on: NaiveDate, entries: &Entries) -> Calendar {
    let (first, last) = stretch.bounds(on);
    let end = monday(last) + Days::new(6);
    let days = monday(first).iter_days().take_while(|day| *day <= end).map(|day| CalendarDay {
        day,
        is_within: (first..=last).contains(&day),
        is_today: day == room.context.today,
        entries: entries.get(&day).cloned().unwrap_or_default(),
    });
    let title = match stretch {
        Stretch::Month => date::month_title(room.lang, first),
        Stretch::Week => msg::calendar_week(room.lang, &date::short(first), &date::short(last)),
    };
    Calendar { title, days: days.collect() }
}

/// The buttons that lead to the stretch before, to today and to the one after, through the parameter `param`.
#[must_use]
pub fn steps(room: &Room, stretch: Stretch, on: NaiveDate, param: &str, route: Route) -> Vec<Button> {
    let (before, after) = stretch.around(on);
    let lang = room.lang;
    let go = |day: NaiveDate| super::page::Does::Go(room.query.with(param, &day.to_string()).address(&route));
    vec![
        Button::new("earlier", msg::calendar_earlier(lang), go(before)),
        Button::new("today", msg::calendar_today(lang), go(room.context.today)),
        Button::new("later", msg::calendar_later(lang), go(after)),
    ]
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Stretch, asked};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(stretch: Stretch, on: &str, bounds: (&str, &str), around: (&str, &str)) {
        assert_eq!(stretch.bounds(day(on)), (day(bounds.0), day(bounds.1)));
        assert_eq!(stretch.around(day(on)), (day(around.0), day(around.1)));
    }

    #[test]
    fn months_and_weeks() {
        check(Stretch::Month, "2026-11-18", ("2026-11-01", "2026-11-30"), ("2026-10-01", "2026-12-01"));
        check(Stretch::Month, "2028-02-29", ("2028-02-01", "2028-02-29"), ("2028-01-01", "2028-03-01"));
        check(Stretch::Week, "2026-11-22", ("2026-11-16", "2026-11-22"), ("2026-11-09", "2026-11-23"));
        check(Stretch::Week, "2026-11-23", ("2026-11-23", "2026-11-29"), ("2026-11-16", "2026-11-30"));
    }

    #[test]
    fn a_day_or_a_month_is_asked_for() {
        let today = day("2026-09-10");
        assert_eq!(asked("2026-11-18", today), day("2026-11-18"));
        assert_eq!(asked("2026-11", today), day("2026-11-01"));
        for text in ["", "2026-13", "x"] {
            assert_eq!(asked(text, today), today);
        }
    }
}
