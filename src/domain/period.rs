//! The days on which a record holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days from the first to the last, both included; an open end has none.
///
/// States of effective-dated records follow from it: planned before `from`, active within, ended after `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Period {
    /// First day; none where it was never written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day; none while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl Period {
    /// The period that begins on `from` and lasts.
    #[must_use]
    pub fn since(from: NaiveDate) -> Self {
        Self { from: Some(from), to: None }
    }

    /// Whether the day lies within.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether some day lies within both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before = |a: Option<NaiveDate>, b: Option<NaiveDate>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// Whether the first day is not after the last.
    #[must_use]
    pub fn is_sane(self) -> bool {
        !matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }

    /// Whether the period is over before `day`.
    #[must_use]
    pub fn is_over(self, day: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < day)
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use chrono::NaiveDate;

    fn day(day: u32) -> Option<NaiveDate> {
        (day > 0).then(|| NaiveDate::from_ymd_opt(2026, 9, day).unwrap())
    }

    #[track_caller]
    fn check_overlap(a: (u32, u32), b: (u32, u32), expected: bool) {
        let [a, b] = [a, b].map(|(from, to)| Period { from: day(from), to: day(to) });
        assert_eq!(a.overlaps(b), expected);
        assert_eq!(b.overlaps(a), expected);
    }

    #[test]
    fn overlap_counts_both_ends() {
        check_overlap((1, 5), (5, 9), true);
        check_overlap((1, 4), (5, 9), false);
        check_overlap((0, 0), (5, 9), true);
        check_overlap((10, 0), (5, 9), false);
        check_overlap((0, 4), (5, 0), false);
    }
}
