//! Dates as people and spreadsheets write them.

use chrono::{Days, NaiveDate};

use crate::domain::words::fold;

/// Tells why a text gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadDate {
    /// Day, month and year are there, but no calendar has that day.
    Impossible,
    /// The text is no date.
    Unreadable,
}

/// Two-digit years up to this one are of the 21st century: nobody at school was born or hired later.
const LAST_SHORT_YEAR: i32 = 49;

const MONTHS: [&str; 12] =
    ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

/// Reads `05.04.2013`, `5.4.13`, `05/04/2013`, `2013-04-05`, `5 апреля 2013 г.`, and 41369, Excel's count of days.
pub fn read(text: &str) -> Result<NaiveDate, BadDate> {
    let text = fold(text.trim_start_matches('\''));
    if text.len() == 5
        && let Ok(serial) = text.parse::<u64>()
    {
        return excel(serial);
    }
    // A time after the day says nothing: `05.04.2013 0:00`, `2013-04-05T00:00:00`.
    let day = match text.split_once(['t', 'т']) {
        Some((day, _)) if day.len() == 10 && day.ends_with(|c: char| c.is_ascii_digit()) => day,
        _ => text.as_str(),
    };
    let day = day.split_once(" 0:").or_else(|| day.split_once(" 00:")).map_or(day, |(day, _)| day);
    let parts: Vec<&str> = day
        .split(['.', '/', '-', ' ', '–'])
        .filter(|part| !part.is_empty() && !matches!(*part, "г" | "года" | "год"))
        .collect();
    let [first, second, third] = parts.as_slice() else { return Err(BadDate::Unreadable) };
    let (year, month, day) = if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let number = |text: &str| text.parse::<u32>().map_err(|_| BadDate::Unreadable);
    let month = match MONTHS.iter().position(|name| month.starts_with(name)) {
        Some(index) => u32::try_from(index + 1).unwrap_or(0),
        None => number(month)?,
    };
    let short = year.len() <= 2;
    let year = i32::try_from(number(year)?).map_err(|_| BadDate::Unreadable)?;
    let year = match (short, year) {
        (true, year) if year <= LAST_SHORT_YEAR => 2000 + year,
        (true, year) => 1900 + year,
        (false, year) => year,
    };
    sane(NaiveDate::from_ymd_opt(year, month, number(day)?))
}

/// Counts days from 30.12.1899, which makes Excel's numbers right from 01.03.1900 on.
fn excel(serial: u64) -> Result<NaiveDate, BadDate> {
    let start = NaiveDate::from_ymd_opt(1899, 12, 30);
    sane(start.and_then(|start| start.checked_add_days(Days::new(serial))))
}

fn sane(day: Option<NaiveDate>) -> Result<NaiveDate, BadDate> {
    let range = NaiveDate::from_ymd_opt(1900, 1, 1)..NaiveDate::from_ymd_opt(2100, 1, 1);
    day.filter(|day| range.contains(&Some(*day))).ok_or(BadDate::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(i32, u32, u32), BadDate>) {
        let day = expected.map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert_eq!(read(text), day, "{text}");
    }

    #[test]
    fn spellings_of_one_day() {
        for text in [
            "05.04.2013",
            "5.4.13",
            "05/04/2013",
            "2013-04-05",
            "41369",
            "5-4-2013",
            "05.04.2013 г.",
            "5 апреля 2013 года",
            "05.04.2013 0:00",
            "2013-04-05T00:00:00",
            "2013-04-05 00:00:00",
            " 05.04.2013\u{a0}",
            "'05.04.2013",
        ] {
            check(text, Ok((2013, 4, 5)));
        }
        check("01.03.1975", Ok((1975, 3, 1)));
        check("1.3.75", Ok((1975, 3, 1)));
        check("9 мая 2012", Ok((2012, 5, 9)));
        check("9 марта 2012", Ok((2012, 3, 9)));
        check("3 августа 2012", Ok((2012, 8, 3)));
        check("29.02.2012", Ok((2012, 2, 29)));
    }

    #[test]
    fn days_that_are_none() {
        for text in ["31.02.2013", "29.02.2013", "00.04.2013", "05.13.2013", "05.04.0013", "05.04.2913", "99999"] {
            check(text, Err(BadDate::Impossible));
        }
        for text in ["", "вчера", "5.4", "1.2.3.4", "x.y.z", "413691"] {
            check(text, Err(BadDate::Unreadable));
        }
    }
}
