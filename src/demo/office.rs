//! A year of the office: papers, invites, requests, movements, channels, events, help, checks. Each file is an area.

mod channel;
mod chat;
mod control;
mod event;
mod invite;
mod migration;
mod movement;
mod paper;
mod request;
pub mod signed;
mod support;

use chrono::{Days, NaiveDate};

use super::Unmade;
use super::family::Students;
use super::frame::Frame;
use super::sketch::Sketch;
use super::staff::Staff;
use crate::domain::PersonId;

/// What every area of the office knows.
pub struct Office<'a> {
    /// The staff.
    pub staff: &'a Staff,
    /// The classes and acts.
    pub frame: &'a Frame,
    /// The students.
    pub students: &'a Students,
    /// The administrator of the platform.
    pub administrator: PersonId,
    /// The deputies: of the primary school, 5–9, 10–11, of upbringing, of informatics.
    pub deputies: Vec<PersonId>,
}

impl Office<'_> {
    /// A deputy by number; the head where there are not so many.
    fn deputy(&self, at: usize) -> PersonId {
        self.deputies.get(at).copied().unwrap_or(self.staff.head.id)
    }
}

/// Writes the year.
pub fn work(sketch: &mut Sketch, staff: &Staff, frame: &Frame, students: &Students) -> Result<(), Unmade> {
    let administrator = staff.administrator()?.id;
    let deputies = staff.deputies.iter().map(|worker| worker.id).collect();
    let office = Office { staff, frame, students, administrator, deputies };
    movement::record(sketch, &office)?;
    paper::file(sketch, &office)?;
    invite::issue(sketch, &office);
    request::receive(sketch, &office);
    chat::create(sketch, &office)?;
    channel::publish(sketch, &office);
    event::plan(sketch, &office);
    support::help(sketch, &office);
    control::check(sketch, &office);
    migration::begin(sketch, &office);
    Ok(())
}

/// A day so many days later.
fn later(date: NaiveDate, days: usize) -> NaiveDate {
    date.checked_add_days(Days::new(days as u64)).unwrap_or(date)
}

/// A day so many days earlier.
fn earlier(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}
