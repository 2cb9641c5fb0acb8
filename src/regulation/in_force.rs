//! Which edition holds on a day: a fact of the plan, with the bundled one where the school recorded none.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;

use super::{Regulation, RegulationError};
use crate::domain::{Period, RegulationEdition, School};

/// How many editions are kept parsed: the one in force, the one before, and a few that are looked at.
const KEPT: usize = 6;

type Parsed = Result<Arc<Regulation>, RegulationError>;

/// Editions that were read, the latest last. A memory of a pure function: it changes no answer.
static READ: Mutex<Vec<(Arc<RegulationEdition>, Parsed)>> = Mutex::new(Vec::new());

/// The edition that holds on a day: that of the record in force, the bundled one where there is none or where its data
/// cannot be read. Costs a look at the few records of editions.
#[must_use]
pub fn in_force(school: &School, day: NaiveDate) -> Arc<Regulation> {
    record_in_force(school, day).and_then(|record| of_record(record).ok()).unwrap_or_else(Regulation::shared)
}

/// The record of the edition that holds on a day (4.2: at most one).
#[must_use]
pub fn record_in_force(school: &School, day: NaiveDate) -> Option<&Arc<RegulationEdition>> {
    let holds =
        |row: &&Arc<RegulationEdition>| row.from.is_some() && Period { from: row.from, to: row.to }.contains(day);
    school.editions().values().filter(holds).max_by_key(|row| (row.from, row.id))
}

/// The edition of a record; the bundled one where the record brings no data of its own.
///
/// # Errors
/// Tells the place where its data are wrong.
pub fn of_record(record: &Arc<RegulationEdition>) -> Result<Arc<Regulation>, RegulationError> {
    if record.data.is_empty() {
        return Ok(Regulation::shared());
    }
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let is_it = |(known, _): &(Arc<RegulationEdition>, Parsed)| {
        Arc::ptr_eq(known, record) || (known.id == record.id && known.data == record.data)
    };
    if let Some((_, parsed)) = read.iter().find(|known| is_it(known)) {
        return parsed.clone();
    }
    let parsed = Regulation::read(record.data.as_bytes()).map(Arc::new);
    if read.len() >= KEPT {
        drop(read.remove(0));
    }
    read.push((Arc::clone(record), parsed.clone()));
    parsed
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{in_force, of_record, record_in_force};
    use crate::domain::sample::{Sample, day};
    use crate::domain::{Record, RegulationEdition};
    use crate::regulation::{Regulation, sample};

    /// Puts editions with these periods into a sample school and tells which title holds on a day.
    #[track_caller]
    fn check(periods: &[(&str, Option<u32>, Option<u32>)], on: u32, expected: Option<&str>) {
        let mut sample = Sample::new();
        for (title, from, to) in periods {
            let id = sample.ids.fresh();
            let edition = sample::record(id, title);
            sample.save(RegulationEdition {
                order: Some(sample.order),
                from: from.map(day),
                to: to.map(day),
                ..edition
            });
        }
        let found = record_in_force(sample.workspace.school(), day(on)).map(|row| row.title.clone());
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn the_edition_whose_period_holds_the_day() {
        check(&[], 10, None);
        check(&[("a", None, None)], 10, None);
        check(&[("a", Some(2), None)], 1, None);
        check(&[("a", Some(2), None)], 2, Some("a"));
        check(&[("a", Some(2), Some(8)), ("b", Some(9), None)], 8, Some("a"));
        check(&[("a", Some(2), Some(8)), ("b", Some(9), None)], 10, Some("b"));
    }

    #[test]
    fn the_same_edition_is_read_once() {
        let mut sample = Sample::new();
        let id = sample.ids.fresh();
        let mut record = RegulationEdition { data: sample::second_edition(), ..sample::record(id, "a") };
        let (first, second) = (of_record(&Arc::new(record.clone())).unwrap(), Arc::new(record.clone()));
        assert!(Arc::ptr_eq(&first, &of_record(&second).unwrap()), "equal data, equal pointer");
        assert_eq!(first.edition().id, "lyceum-7");
        record.data = "{".into();
        assert!(of_record(&Arc::new(record)).is_err());
    }

    #[test]
    fn data_that_cannot_be_read_leave_the_bundled_edition() {
        let mut sample = Sample::new();
        let id = sample.ids.fresh();
        let record = RegulationEdition {
            order: Some(sample.order),
            from: Some(day(2)),
            data: "{}".into(),
            ..sample::record(id, "a")
        };
        sample.save(Record::new(record));
        assert!(Arc::ptr_eq(&in_force(sample.workspace.school(), day(3)), &Regulation::shared()));
    }
}
