//! Opening sheets and writing down who confirmed.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::AcknowledgementSheet;
use crate::clause;
use crate::domain::ClauseId;
use crate::domain::act::Act;
use crate::domain::command::Context;
use crate::domain::draft::Draft;
use crate::domain::id::{AcknowledgementSheetId, PersonId};
use crate::domain::label::Verb;
use crate::domain::record::{RecordKind, School};
use crate::domain::refusal::{Reason, Refusal};

/// Opens sheets, one for each class, as one act.
#[derive(Debug, Clone)]
pub struct OpenSheets {
    /// The sheets with the people who are to confirm.
    pub sheets: Vec<AcknowledgementSheet>,
}

impl Act for OpenSheets {
    fn clause(&self) -> ClauseId {
        self.sheets.first().map_or(clause!("2.5/4"), |sheet| sheet.subject.clause())
    }

    fn verb(&self) -> Verb {
        Verb::Add
    }

    fn kind(&self) -> RecordKind {
        RecordKind::AcknowledgementSheet
    }

    fn subject(&self, school: &School) -> String {
        const NAMED: usize = 5;
        let classes: Vec<String> =
            self.sheets.iter().filter_map(|sheet| sheet.class).take(NAMED).map(|id| school.class_name(id)).collect();
        classes.join(", ")
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        // 2.5/4: everybody is told, so a sheet without people tells nobody.
        if self.sheets.is_empty() {
            return Err(Refusal::new(self.clause(), Reason::NobodyChosen));
        }
        self.sheets.iter().cloned().for_each(|sheet| draft.save(sheet));
        Ok(())
    }
}

/// Writes down who confirmed on a day, or takes the marks of people back.
#[derive(Debug, Clone)]
pub struct Acknowledge {
    /// The sheet.
    pub sheet: AcknowledgementSheetId,
    /// Who.
    pub people: BTreeSet<PersonId>,
    /// When; none takes the mark back.
    pub on: Option<NaiveDate>,
}

impl Act for Acknowledge {
    fn clause(&self) -> ClauseId {
        clause!("2.5/4")
    }

    fn verb(&self) -> Verb {
        Verb::Acknowledge
    }

    fn kind(&self) -> RecordKind {
        RecordKind::AcknowledgementSheet
    }

    fn subject(&self, school: &School) -> String {
        let class = school.sheets().get(&self.sheet).and_then(|sheet| sheet.class);
        class.map(|class| school.class_name(class)).unwrap_or_default()
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let missing = Reason::MissingRecord { kind: RecordKind::AcknowledgementSheet };
        let sheet = draft.get::<AcknowledgementSheet>(self.sheet).cloned();
        let Some(mut sheet) = sheet else { return Err(Refusal::new(self.clause(), missing)) };
        // 2.5/4: a mark is of people who are on the sheet.
        if self.people.is_empty() {
            return Err(Refusal::new(sheet.subject.clause(), Reason::NobodyChosen));
        }
        for person in &self.people {
            let Some(mark) = sheet.people.get_mut(person) else {
                let person = draft.before().person_name(*person);
                return Err(Refusal::new(sheet.subject.clause(), Reason::NotOnSheet { person }));
            };
            *mark = self.on;
        }
        draft.save(sheet);
        Ok(())
    }
}
