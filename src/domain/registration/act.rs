//! The steps of the application: sent, answered, registered (2.1/1, 2.1/2).

use chrono::NaiveDate;

use super::{ApplicationState, Registered, RegistrationApplication};
use crate::clause;
use crate::domain::{
    Act, ClauseId, Context, Draft, Phone, Reason, RecordKind, Refusal, RegistrationApplicationId, School, Verb,
};

fn application(draft: &Draft, id: RegistrationApplicationId) -> Result<RegistrationApplication, Refusal> {
    let kind = RecordKind::RegistrationApplication;
    let missing = || Refusal::new(clause!("2.1/1"), Reason::MissingRecord { kind });
    draft.get::<RegistrationApplication>(id).cloned().ok_or_else(missing)
}

macro_rules! step {
    ($clause:literal, $verb:ident) => {
        fn clause(&self) -> ClauseId {
            clause!($clause)
        }
        fn verb(&self) -> Verb {
            Verb::$verb
        }
        fn kind(&self) -> RecordKind {
            RecordKind::RegistrationApplication
        }
        fn subject(&self, school: &School) -> String {
            school.applications().get(&self.id).map(|row| row.name.clone()).unwrap_or_default()
        }
    };
}

/// Writes down that the application was sent; refused until it is complete.
#[derive(Debug)]
pub struct SendApplication {
    /// Which.
    pub id: RegistrationApplicationId,
    /// When.
    pub on: NaiveDate,
}

impl Act for SendApplication {
    step!("2.1/1", SendApplication);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let row = application(draft, self.id)?;
        if row.state != ApplicationState::Draft {
            return Err(Refusal::new(clause!("2.1/1"), Reason::ApplicationSent));
        }
        draft.save(RegistrationApplication { state: ApplicationState::Sent { on: self.on }, ..row });
        Ok(())
    }
}

/// Writes down that the platform answered.
#[derive(Debug)]
pub struct AnswerApplication {
    /// Which.
    pub id: RegistrationApplicationId,
    /// When.
    pub on: NaiveDate,
}

impl Act for AnswerApplication {
    step!("2.1/1", AnswerApplication);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let row = application(draft, self.id)?;
        let ApplicationState::Sent { on: sent } = row.state else {
            return Err(Refusal::new(clause!("2.1/1"), Reason::ApplicationNotSent));
        };
        if self.on < sent {
            return Err(Refusal::new(clause!("2.1/1"), Reason::DayOutside { day: self.on }));
        }
        draft.save(RegistrationApplication { state: ApplicationState::Answered { sent, on: self.on }, ..row });
        Ok(())
    }
}

/// Writes down the registration. Another phone than that of the application is written down too: it is a finding (2.1/2).
#[derive(Debug)]
pub struct RegisterAdministrator {
    /// Which application it followed.
    pub id: RegistrationApplicationId,
    /// When.
    pub on: NaiveDate,
    /// With which phone.
    pub phone: Phone,
}

impl Act for RegisterAdministrator {
    step!("2.1/2", RegisterAdministrator);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let row = application(draft, self.id)?;
        let sent = match row.state {
            ApplicationState::Draft => return Err(Refusal::new(clause!("2.1/1"), Reason::ApplicationNotSent)),
            ApplicationState::Sent { on } => on,
            ApplicationState::Answered { sent, .. } => sent,
        };
        if self.on < sent {
            return Err(Refusal::new(clause!("2.1/2"), Reason::DayOutside { day: self.on }));
        }
        let registered = Some(Registered { on: self.on, phone: self.phone });
        draft.save(RegistrationApplication { registered, ..row });
        Ok(())
    }
}

#[cfg(test)]
mod tests;
