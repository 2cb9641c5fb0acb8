//! Dates as people write them. Which day it is, is the caller's knowledge.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use super::Lang;

/// Writes a date in figures, `23.11.2026`: in lists, forms and files of both languages.
pub fn short(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// Writes a date and the time to the minute, `23.11.2026, 09:05`.
pub fn short_time(at: NaiveDateTime) -> String {
    format!("{}, {:02}:{:02}", short(at.date()), at.hour(), at.minute())
}

/// Writes a date in words: `23 ноября 2026 г.`, `23 November 2026`. The spaces that must not break do not.
pub fn long(lang: Lang, date: NaiveDate) -> String {
    let (day, month, year) = (date.day(), month(lang, date), date.year());
    match lang {
        Lang::Ru => format!("{day}\u{a0}{month} {year}\u{a0}г."),
        Lang::En => format!("{day}\u{a0}{month} {year}"),
    }
}

/// Writes a school year by the year in which it begins: `2026/27`.
pub fn school_year(begins: i32) -> String {
    format!("{begins}/{:02}", (begins + 1).rem_euclid(100))
}

/// Names the day of the week, in lower case in Russian: `понедельник`, `Monday`.
pub const fn weekday(lang: Lang, day: Weekday) -> &'static str {
    match (lang, day) {
        (Lang::Ru, Weekday::Mon) => "понедельник",
        (Lang::Ru, Weekday::Tue) => "вторник",
        (Lang::Ru, Weekday::Wed) => "среда",
        (Lang::Ru, Weekday::Thu) => "четверг",
        (Lang::Ru, Weekday::Fri) => "пятница",
        (Lang::Ru, Weekday::Sat) => "суббота",
        (Lang::Ru, Weekday::Sun) => "воскресенье",
        (Lang::En, Weekday::Mon) => "Monday",
        (Lang::En, Weekday::Tue) => "Tuesday",
        (Lang::En, Weekday::Wed) => "Wednesday",
        (Lang::En, Weekday::Thu) => "Thursday",
        (Lang::En, Weekday::Fri) => "Friday",
        (Lang::En, Weekday::Sat) => "Saturday",
        (Lang::En, Weekday::Sun) => "Sunday",
    }
}

/// Names a month with its year, as the head of a calendar: `Ноябрь 2026`, `November 2026`.
pub fn month_title(lang: Lang, date: NaiveDate) -> String {
    let ru = [
        "Январь",
        "Февраль",
        "Март",
        "Апрель",
        "Май",
        "Июнь",
        "Июль",
        "Август",
        "Сентябрь",
        "Октябрь",
        "Ноябрь",
        "Декабрь",
    ];
    let name = match lang {
        Lang::Ru => usize::try_from(date.month0()).ok().and_then(|at| ru.get(at).copied()).unwrap_or_default(),
        Lang::En => month(lang, date),
    };
    format!("{name} {}", date.year())
}

/// Names the month of a date, in Russian in the genitive.
fn month(lang: Lang, date: NaiveDate) -> &'static str {
    let names: [&str; 12] = match lang {
        Lang::Ru => [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        Lang::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };
    // A month without a name cannot be: chrono counts from 0 to 11.
    usize::try_from(date.month0()).ok().and_then(|at| names.get(at).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};

    use super::{long, month_title, school_year, short, short_time, weekday};
    use crate::text::Lang;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[track_caller]
    fn check(date: NaiveDate, figures: &str, ru: &str, en: &str) {
        assert_eq!(short(date), figures);
        assert_eq!(long(Lang::Ru, date).replace('\u{a0}', " "), ru);
        assert_eq!(long(Lang::En, date).replace('\u{a0}', " "), en);
    }

    #[track_caller]
    fn check_weekday(date: NaiveDate, ru: &str, en: &str) {
        assert_eq!(weekday(Lang::Ru, date.weekday()), ru);
        assert_eq!(weekday(Lang::En, date.weekday()), en);
    }

    #[test]
    fn dates() {
        check(day(2026, 11, 23), "23.11.2026", "23 ноября 2026 г.", "23 November 2026");
        check(day(2027, 1, 1), "01.01.2027", "1 января 2027 г.", "1 January 2027");
        check(day(2028, 2, 29), "29.02.2028", "29 февраля 2028 г.", "29 February 2028");
        check(day(2026, 12, 31), "31.12.2026", "31 декабря 2026 г.", "31 December 2026");
        check(day(1961, 5, 9), "09.05.1961", "9 мая 1961 г.", "9 May 1961");
    }

    #[test]
    fn a_day_stays_with_its_month() {
        assert_eq!(long(Lang::Ru, day(2026, 9, 1)), "1\u{a0}сентября 2026\u{a0}г.");
    }

    #[test]
    fn months() {
        assert_eq!(month_title(Lang::Ru, day(2026, 5, 9)), "Май 2026");
        assert_eq!(month_title(Lang::En, day(2026, 12, 1)), "December 2026");
    }

    #[test]
    fn times() {
        assert_eq!(short_time(day(2026, 11, 23).and_hms_opt(9, 5, 59).unwrap()), "23.11.2026, 09:05");
        assert_eq!(short_time(day(2026, 11, 23).and_hms_opt(0, 0, 0).unwrap()), "23.11.2026, 00:00");
    }

    #[test]
    fn school_years() {
        assert_eq!(school_year(2026), "2026/27");
        assert_eq!(school_year(2099), "2099/00");
        assert_eq!(school_year(2008), "2008/09");
    }

    #[test]
    fn weekdays() {
        check_weekday(day(2026, 11, 23), "понедельник", "Monday");
        check_weekday(day(2026, 11, 24), "вторник", "Tuesday");
        check_weekday(day(2026, 11, 25), "среда", "Wednesday");
        check_weekday(day(2026, 11, 26), "четверг", "Thursday");
        check_weekday(day(2026, 11, 27), "пятница", "Friday");
        check_weekday(day(2026, 11, 28), "суббота", "Saturday");
        check_weekday(day(2026, 11, 29), "воскресенье", "Sunday");
    }
}
