//! When a copy outside of the browser is due.

use chrono::{DateTime, Utc};

use crate::domain::Journal;

/// Days after which a copy is old.
const DAYS: i64 = 7;
/// Acts after which a copy is old.
const ACTS: usize = 50;

/// A copy is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// Full days since the last copy; none where there never was one.
    pub days: Option<u64>,
    /// Acts since it.
    pub acts: usize,
}

/// Whether to remind of a copy: there is something new, and the last copy is old, or nothing was ever copied.
///
/// A plan that did not change since its copy needs none, however old that is.
#[must_use]
pub fn reminder(journal: &Journal, last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Option<Reminder> {
    let is_new = |at: DateTime<Utc>| last.is_none_or(|last| at > last);
    let acts = journal.entries().iter().filter(|entry| is_new(entry.at)).count();
    let first = journal.entries().iter().map(|entry| entry.at).find(|at| is_new(*at))?;
    let age = now.signed_duration_since(last.unwrap_or(first)).num_days();
    (age > DAYS || acts > ACTS).then(|| Reminder {
        days: last.map(|last| u64::try_from(now.signed_duration_since(last).num_days()).unwrap_or_default()),
        acts,
    })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Duration, Utc};

    use super::{Reminder, reminder};
    use crate::domain::{Command, Context, IdSource, Record, Subject, SubjectId, Workspace};

    fn at(day: i64) -> DateTime<Utc> {
        "2026-09-10T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::days(day)
    }

    /// `acts` acts on day 0; the last copy and the look at the plan on these days.
    #[track_caller]
    fn check(acts: usize, copied: Option<i64>, looked: i64, expected: Option<(Option<u64>, usize)>) {
        let mut workspace = Workspace::default();
        let mut ids = IdSource::new(1_788_000_000_000, [3; 10]);
        let context = Context { now: at(0), today: at(0).date_naive(), author: crate::domain::Author::default() };
        for number in 0..acts {
            let subject = Subject { id: ids.fresh::<SubjectId>(), name: format!("Предмет {number}") };
            workspace.dispatch(ids.fresh(), &Command::Save(Record::new(subject)), &context).unwrap();
        }
        let found = reminder(workspace.journal(), copied.map(at), at(looked));
        assert_eq!(found, expected.map(|(days, acts)| Reminder { days, acts }));
    }

    #[test]
    fn after_a_week_or_fifty_acts() {
        check(0, None, 100, None);
        check(1, None, 7, None);
        check(1, None, 8, Some((None, 1)));
        check(51, None, 0, Some((None, 51)));
        check(50, None, 0, None);
        check(3, Some(-1), 6, None);
        check(3, Some(-1), 7, Some((Some(8), 3)));
        check(51, Some(-1), 1, Some((Some(2), 51)));
    }

    #[test]
    fn a_plan_that_is_as_its_copy_needs_none() {
        check(100, Some(1), 400, None);
    }
}
