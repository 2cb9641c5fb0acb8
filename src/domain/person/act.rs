//! Writing down consents and participation, for one person or for many.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Consent, ConsentState, Participation, Person};
use crate::clause;
use crate::domain::ClauseId;
use crate::domain::act::Act;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::PersonId;
use crate::domain::label::Verb;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};

/// Writes down what people answered; what is none stays as it is.
#[derive(Debug, Clone)]
pub struct SetConsent {
    /// Who.
    pub people: BTreeSet<PersonId>,
    /// The answer, its day and its paper.
    pub consent: Option<Consent>,
    /// Whether they take part on the platform.
    pub participation: Option<Participation>,
    /// How they are reached otherwise.
    pub other_way: Option<String>,
}

impl Act for SetConsent {
    // The text is silent on personal data: 152-ФЗ governs it (4.3).
    fn clause(&self) -> ClauseId {
        clause!("4.3")
    }

    fn verb(&self) -> Verb {
        Verb::SetConsent
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Person
    }

    fn subject(&self, school: &School) -> String {
        const NAMED: usize = 3;
        let names: Vec<String> = self.people.iter().take(NAMED).map(|id| school.person_name(*id)).collect();
        names.join(", ")
    }

    fn write(&self, draft: &mut Draft, context: &Context) -> Result<(), Refusal> {
        if self.people.is_empty() {
            return Err(Refusal::new(self.clause(), Reason::NobodyChosen));
        }
        if let Some(consent) = &self.consent {
            self.check(consent, context.today)?;
        }
        for id in &self.people {
            let person = draft.get::<Person>(*id).cloned();
            let Some(mut person) = person else {
                return Err(Refusal::new(self.clause(), Reason::MissingRecord { kind: RecordKind::Person }));
            };
            // What was never given cannot be withdrawn.
            if let Some(consent) = &self.consent {
                let was = person.consent.state;
                if consent.state == ConsentState::Withdrawn
                    && !matches!(was, ConsentState::Given | ConsentState::Withdrawn)
                {
                    return Err(Refusal::new(self.clause(), Reason::NotGiven { person: person.name.to_string() }));
                }
                person.consent = consent.clone();
            }
            person.participation = self.participation.unwrap_or(person.participation);
            person.other_way = self.other_way.clone().unwrap_or(person.other_way);
            draft.save(person);
        }
        Ok(())
    }
}

impl SetConsent {
    /// An answer has its day, and no day lies ahead.
    fn check(&self, consent: &Consent, today: NaiveDate) -> Result<(), Refusal> {
        match (consent.state, consent.on) {
            (ConsentState::Unknown, _) => Ok(()),
            (_, None) => Err(Refusal::new(self.clause(), Reason::ConsentUndated)),
            (_, Some(day)) if day > today => Err(Refusal::new(self.clause(), Reason::DayOutside { day })),
            _ => Ok(()),
        }
    }
}
