//! An administrator, for the tests of daily work.

use super::{Sample, day};
use crate::domain::*;

impl Sample {
    /// Appoints Баранов administrator of the platform, by the order.
    #[must_use]
    pub fn with_administrator(mut self) -> Self {
        let id = self.ids.fresh();
        let (person, order) = (self.baranov, Some(self.order));
        let period = Period::since(day(1));
        self.save(Appointment {
            id,
            person,
            post: AdministratorPost::Platform,
            period,
            order,
            appointed_by: Some(self.orlova),
            ended_by: None,
            end_reason: String::new(),
        });
        self
    }
}
