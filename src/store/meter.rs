//! How full localStorage is. The browser does not tell; so it is counted.

/// The quota of localStorage in UTF-16 units, keys and values of the whole origin together.
///
/// Source: measured in Chromium 156 (the longest value under a key of one unit is 5,242,879 units); 10 MiB of UTF-16,
/// the same in Firefox and Safari. `navigator.storage.estimate()` does not count localStorage.
pub const QUOTA: usize = 5_242_880;

/// From this share on the screen warns, in per mille.
pub const WARN: usize = 600;

/// From this share on nothing may grow, in per mille; deleting and exporting go on.
pub const HOLD: usize = 850;

/// What is stored, in UTF-16 units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Under our keys.
    pub ours: usize,
    /// Under keys of other pages of the same origin.
    pub foreign: usize,
}

/// What the usage means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// There is room.
    Fine,
    /// A notice is due.
    Warn,
    /// Growth is refused, with a way out: export, archive, removal.
    Hold,
}

impl Usage {
    /// Adds up keys and values.
    pub fn of<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        entries.into_iter().fold(Self::default(), |usage, (key, value)| usage.with(key, units(value)))
    }

    /// Adds an entry whose value has `value_units`.
    #[must_use]
    pub fn with(self, key: &str, value_units: usize) -> Self {
        let units = units(key) + value_units;
        if key.starts_with(super::key::OURS) {
            Self { ours: self.ours + units, ..self }
        } else {
            Self { foreign: self.foreign + units, ..self }
        }
    }

    /// Everything together.
    pub fn total(self) -> usize {
        self.ours.saturating_add(self.foreign)
    }

    /// What is left.
    pub fn free(self) -> usize {
        QUOTA.saturating_sub(self.total())
    }

    /// The share of the quota, in per mille.
    pub fn per_mille(self) -> usize {
        self.total().saturating_mul(1000) / QUOTA
    }

    /// What it means.
    pub fn level(self) -> Level {
        match self.per_mille() {
            HOLD.. => Level::Hold,
            WARN.. => Level::Warn,
            _ => Level::Fine,
        }
    }

    /// Whether `units` more may be stored without reaching the hold.
    pub fn has_room(self, units: usize) -> bool {
        Self { ours: self.ours.saturating_add(units), ..self }.level() < Level::Hold
    }
}

/// The length of a text as the browser counts it.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::{Level, QUOTA, Usage, units};

    #[track_caller]
    fn check_level(ours: usize, foreign: usize, expected: Level) {
        assert_eq!(Usage { ours, foreign }.level(), expected);
    }

    #[test]
    fn units_are_those_of_utf_16() {
        assert_eq!(units("abc"), 3);
        assert_eq!(units("Орлова"), 6);
        assert_eq!(units("🙂"), 2);
        assert_eq!(units("\u{3400}\u{b3ff}"), 2);
    }

    #[test]
    fn keys_count_and_foreign_keys_too() {
        let usage = Usage::of([("sferum-planner/plan/head", "1234"), ("other", "Ж🙂"), ("sferum-plannerx", "")]);
        assert_eq!(usage, Usage { ours: 28, foreign: 8 + 15 });
        assert_eq!(usage.free(), QUOTA - 51);
    }

    #[test]
    fn levels() {
        check_level(0, 0, Level::Fine);
        check_level(3_145_727, 0, Level::Fine);
        check_level(3_145_728, 0, Level::Warn);
        check_level(0, 3_145_728, Level::Warn);
        check_level(4_456_447, 0, Level::Warn);
        check_level(4_456_448, 0, Level::Hold);
        check_level(QUOTA, QUOTA, Level::Hold);
    }

    #[test]
    fn growth_stops_before_the_hold() {
        let usage = Usage { ours: 4_000_000, foreign: 400_000 };
        assert!(usage.has_room(56_447));
        assert!(!usage.has_room(56_448));
        assert!(!usage.has_room(usize::MAX));
    }
}
