//! What is wrong with what was typed into a form: the field and the reason, without a sentence.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::words::{tidy, tidy_lines};

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field, by its identity on the page.
    pub field: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a text that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It must be filled.
    Empty,
    /// It is no e-mail address.
    Email,
    /// It is no phone number of ten digits.
    Phone,
    /// It is no tax number of ten digits.
    TaxNumber,
    /// It is no address of a site.
    Site,
    /// It is no whole number within the bounds.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// It is no day of the calendar.
    Date,
    /// The last day is before the first.
    Backwards,
    /// It names no class.
    Class,
    /// It is no name of a family name and a given name.
    Name,
    /// Nothing was chosen.
    Choice,
    /// The file is not what is asked for; the form tells why.
    File,
    /// It is no link.
    Link,
    /// It is no time of the day.
    Time,
    /// A line of several is not what it should be.
    Line(u32),
    /// It holds no list of members.
    Members,
}

/// Reads the fields of a form one by one and keeps what is wrong with them.
#[derive(Debug, Default)]
pub struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    /// Notes that something is wrong with a field.
    pub fn fault(&mut self, field: &'static str, problem: Problem) {
        self.faults.push(Fault { field, problem });
    }

    /// A text that must be there.
    pub fn required(&mut self, field: &'static str, text: &str) -> String {
        let text = tidy(text);
        if text.is_empty() {
            self.fault(field, Problem::Empty);
        }
        text
    }

    /// A value that may be left out.
    pub fn optional<T: FromStr>(&mut self, field: &'static str, text: &str, problem: Problem) -> Option<T> {
        let text = tidy(text);
        if text.is_empty() {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            self.fault(field, problem);
        }
        value
    }

    /// A value that must be there.
    pub fn needed<T: FromStr>(&mut self, field: &'static str, text: &str, problem: Problem) -> Option<T> {
        if tidy(text).is_empty() {
            let missing = if problem == Problem::Choice { problem } else { Problem::Empty };
            self.fault(field, missing);
            return None;
        }
        self.optional(field, text, problem)
    }

    /// A whole number within bounds, or none where it was left out.
    pub fn number(&mut self, field: &'static str, text: &str, least: u32, most: u32) -> Option<u32> {
        let problem = Problem::Number { least, most };
        let number: u32 = self.optional(field, text, problem)?;
        if (least..=most).contains(&number) {
            return Some(number);
        }
        self.fault(field, problem);
        None
    }

    /// A day, or none where it was left out.
    pub fn day(&mut self, field: &'static str, text: &str) -> Option<NaiveDate> {
        self.optional(field, text, Problem::Date)
    }

    /// A day that must be there.
    pub fn needed_day(&mut self, field: &'static str, text: &str) -> Option<NaiveDate> {
        self.needed(field, text, Problem::Date)
    }

    /// A text of several lines; empty where it was left out.
    #[must_use]
    pub fn lines(text: &str) -> String {
        tidy_lines(text)
    }

    /// A text of several lines that must be there.
    pub fn needed_lines(&mut self, field: &'static str, text: &str) -> String {
        let text = tidy_lines(text);
        if text.is_empty() {
            self.fault(field, Problem::Empty);
        }
        text
    }

    /// A time of the day in minutes after midnight, or none where it was left out.
    pub fn time(&mut self, field: &'static str, text: &str) -> Option<u16> {
        if text.trim().is_empty() {
            return None;
        }
        let minutes = super::form::minutes(text);
        if minutes.is_none() {
            self.fault(field, Problem::Time);
        }
        minutes
    }

    /// Gives what was read, unless something is wrong.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(self.faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Problem, Reader};

    #[track_caller]
    fn check_number(text: &str, expected: Option<u32>, is_right: bool) {
        let mut reader = Reader::default();
        assert_eq!(reader.number("n", text, 1, 365), expected);
        assert_eq!(reader.finish(Some(())).is_ok(), is_right, "{text}");
    }

    #[test]
    fn numbers_keep_their_bounds() {
        check_number("", None, true);
        check_number(" 30 ", Some(30), true);
        for text in ["0", "366", "x", "-1", "1.5"] {
            check_number(text, None, false);
        }
    }

    #[test]
    fn what_is_needed_is_asked_for() {
        let mut reader = Reader::default();
        assert_eq!(reader.needed_day("a", " "), None);
        assert_eq!(reader.needed_day("b", "2026-02-31"), None);
        assert_eq!(reader.needed::<u32>("c", "", Problem::Choice), None);
        let faults = reader.finish(Some(())).unwrap_err();
        let found: Vec<_> = faults.iter().map(|fault| (fault.field, fault.problem)).collect();
        assert_eq!(found, [("a", Problem::Empty), ("b", Problem::Date), ("c", Problem::Choice)]);
    }
}
