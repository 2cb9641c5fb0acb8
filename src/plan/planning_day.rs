//! The day a plan speaks of: today, or the nearest day of its school years.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{School, SchoolYear};

/// The day as of which screens show the plan.
///
/// Today where a school year holds it; in the summer before a planned year its first day; after the last year its last
/// day; today where no year was entered.
#[must_use]
pub fn planning_day(school: &School, today: NaiveDate) -> NaiveDate {
    let years = || school.years().values();
    if years().any(|year| (year.from..=year.to).contains(&today)) {
        return today;
    }
    let next = years().map(|year| year.from).filter(|from| *from > today).min();
    let last = years().map(|year| year.to).max();
    next.or(last).unwrap_or(today)
}

/// The school year that holds the planning day.
#[must_use]
pub fn current_year(school: &School, today: NaiveDate) -> Option<&Arc<SchoolYear>> {
    let day = planning_day(school, today);
    school.years().values().find(|year| (year.from..=year.to).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::planning_day;
    use crate::domain::sample::Sample;
    use chrono::NaiveDate;

    #[track_caller]
    fn check(today: (i32, u32, u32), expected: (i32, u32, u32)) {
        let sample = Sample::new();
        let date = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(planning_day(sample.workspace.school(), date(today)), date(expected));
    }

    #[test]
    fn the_day_stays_within_the_years() {
        check((2026, 11, 23), (2026, 11, 23));
        check((2026, 8, 20), (2026, 9, 1));
        check((2028, 1, 1), (2027, 5, 31));
    }
}
