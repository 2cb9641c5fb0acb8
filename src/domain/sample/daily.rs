//! An administrator, and events to plan, for the tests of daily work.

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

    /// An event of 18 September, 18:00, for nobody yet; not saved.
    pub fn event(&mut self, kind: EventKind) -> Event {
        Event {
            id: self.ids.fresh(),
            kind,
            title: "Событие".into(),
            on: day(18),
            start: Some(18 * 60),
            minutes: 60,
            format: EventFormat::Online,
            place: String::new(),
            host: None,
            audience: Audience::default(),
            link: String::new(),
            agenda: String::new(),
            outcome: String::new(),
            protocol: None,
            attended: std::collections::BTreeSet::new(),
            state: EventState::Planned,
        }
    }
}
