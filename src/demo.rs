//! An invented school, the same every time: for a first look, for the tests, for measuring.
//!
//! Not a fixture of files (those are in `tests/fixtures`) and not an example of a flawless plan: it carries defects on
//! purpose, each of them in [`Defect`]. Every person is invented by combination, phones begin with +7 (000), addresses
//! end in example.org.

mod activity;
mod curriculum;
mod defect;
mod dice;
mod family;
mod frame;
mod name;
mod office;
mod platform;
mod size;
mod sketch;
mod staff;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{IdSource, NameError, NotAClass, NotAPhone, NotAnEmail, RecordKey, Records, School};

pub use defect::Defect;
pub use size::Scale;

/// The day on which the demo school is as its records say: the defects that count days are made for it.
pub const DAY: NaiveDate = day(2026, 11, 23);

/// The demo school before it becomes a school: its records, and where the defects are.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Everything.
    pub records: Records,
    /// Where each planted defect shows; the e2e list of the audit.
    pub planted: Vec<(Defect, RecordKey)>,
}

/// Tells that a table of the generator is wrong; the tests build every scale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unmade {
    /// A name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A class.
    #[error(transparent)]
    Class(#[from] NotAClass),
    /// A phone.
    #[error(transparent)]
    Phone(#[from] NotAPhone),
    /// An address.
    #[error(transparent)]
    Email(#[from] NotAnEmail),
    /// Something that the generator looked for in its own tables.
    #[error("the demo has no {0}")]
    Missing(&'static str),
    /// The source of identities gave one twice.
    #[error("two records of the kind {:?} have the identity {}", .0.kind, .0.id)]
    Twice(RecordKey),
}

/// Builds the demo school; equal sources of identities give equal schools.
pub fn school(scale: Scale, ids: &mut IdSource) -> Result<School, Unmade> {
    Demo::new(scale, ids)?.into_school()
}

/// What is needed to make it, and nothing of chance besides; plain data over JSON, for the worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// How large.
    pub scale: Scale,
    /// Milliseconds since 1970, for new identities.
    pub millis: u64,
    /// Random bits, for new identities.
    pub random: [u8; 10],
}

impl Wanted {
    /// Everything in it; none where a table of the generator is wrong, which the tests of every scale rule out.
    #[must_use]
    pub fn make(&self) -> Option<Records> {
        Demo::new(self.scale, &mut IdSource::new(self.millis, self.random)).ok().map(|demo| demo.records)
    }
}

impl Demo {
    /// Generates the records.
    pub fn new(scale: Scale, ids: &mut IdSource) -> Result<Self, Unmade> {
        let mut sketch = sketch::Sketch::new(scale, ids);
        let staff = staff::hire(&mut sketch)?;
        let frame = frame::build(&mut sketch, &staff)?;
        let students = family::settle(&mut sketch, &staff, &frame)?;
        let load = curriculum::distribute(&mut sketch, &staff, &frame, &students)?;
        let homerooms = frame::assign_homerooms(&mut sketch, &staff, &frame, &load);
        activity::gather(&mut sketch, &staff, &frame, &students, &homerooms)?;
        platform::open(&mut sketch, &staff, &frame, &students)?;
        defect::plant(&mut sketch, &staff, &frame, &students)?;
        office::work(&mut sketch, &staff, &frame, &students)?;
        office::signed::write(&mut sketch.records)?;
        defect::plant_late(&mut sketch, &staff, &frame, &students)?;
        Ok(Self { records: sketch.records, planted: sketch.planted })
    }

    /// Makes the school of the records.
    pub fn into_school(self) -> Result<School, Unmade> {
        self.records.into_school().map_err(Unmade::Twice)
    }
}

/// A day that a table names; a day that is none does not compile.
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("no such day"),
    }
}

#[cfg(test)]
mod tests;
