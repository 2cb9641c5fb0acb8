//! How far the school is on its way onto the platform (2.1/0–2.1/3, 2.2/1): read from the records in one place, for the
//! steps of the registration and for the first steps on the overview.

use crate::domain::words::fold;
use crate::domain::{AdministratorPost, ApplicationState, Appointment, LocalActKind, RegistrationApplication, School};
use crate::plan::Index;
use crate::text::{Lang, msg};
use chrono::NaiveDate;

/// The records of the way.
#[derive(Debug, Clone, Copy)]
pub struct Launch<'a> {
    /// Name, address and phone of the school are entered (2.1/3).
    pub has_organisation: bool,
    /// An order or directive on the use of the platform is registered (2.2/1).
    pub has_order_on_use: bool,
    /// The administrator of the day, with the order of appointment (2.1/0).
    pub administrator: Option<&'a Appointment>,
    /// The application at work: the newest (2.1/1).
    pub application: Option<&'a RegistrationApplication>,
}

impl<'a> Launch<'a> {
    /// Reads the records.
    #[must_use]
    pub fn of(school: &'a School, index: &Index) -> Self {
        let organisation = school.organisation().values().next();
        Self {
            has_organisation: organisation
                .is_some_and(|row| !row.short_name.is_empty() && !row.address.is_empty() && row.phone.is_some()),
            has_order_on_use: has_order_on_use(school),
            administrator: school.appointments().values().map(AsRef::as_ref).find(|row| {
                row.post == AdministratorPost::Platform && row.period.contains(index.day) && row.order.is_some()
            }),
            application: application(school),
        }
    }

    /// Whether the application says everything that it must.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.application.is_some_and(RegistrationApplication::is_complete)
    }

    /// When the application was sent.
    #[must_use]
    pub fn sent(&self) -> Option<NaiveDate> {
        match self.application?.state {
            ApplicationState::Draft => None,
            ApplicationState::Sent { on } => Some(on),
            ApplicationState::Answered { sent, .. } => Some(sent),
        }
    }

    /// When it was answered.
    #[must_use]
    pub fn answered(&self) -> Option<NaiveDate> {
        match self.application?.state {
            ApplicationState::Answered { on, .. } => Some(on),
            ApplicationState::Draft | ApplicationState::Sent { .. } => None,
        }
    }

    /// Whether the administrator is registered; another phone than that of the application leaves it open (2.1/2).
    #[must_use]
    pub fn is_registered(&self) -> bool {
        self.application.is_some_and(|row| row.registered.is_some() && row.is_same_phone())
    }
}

/// The application at work: the newest (2.1/1).
#[must_use]
pub fn application(school: &School) -> Option<&RegistrationApplication> {
    school.applications().values().next_back().map(AsRef::as_ref)
}

/// The title of an order on the use of the platform says so in either language.
fn has_order_on_use(school: &School) -> bool {
    let words = Lang::ALL.map(|lang| fold(msg::registration_words_use(lang)));
    let mut acts =
        school.acts().values().filter(|act| matches!(act.kind, LocalActKind::Order | LocalActKind::Directive));
    acts.any(|act| {
        let title = fold(&act.title);
        words.iter().flat_map(|words| words.split(' ')).any(|word| title.contains(word))
    })
}
