//! A change of class without a record of the movement: what the history of other tests is made of.

use chrono::NaiveDate;

use crate::clause;
use crate::domain::command::end_before;
use crate::domain::{
    Act, ClassId, ClauseId, Context, Draft, Enrolment, EnrolmentId, LocalActId, Period, PersonId, RecordKind, Refusal,
    School, Verb,
};

/// Moves a student to a class from a day on; the stay before ends the day before.
#[derive(Debug, Clone)]
pub struct ChangeClass {
    pub id: EnrolmentId,
    pub student: PersonId,
    pub class: ClassId,
    pub from: NaiveDate,
    pub order: Option<LocalActId>,
}

impl Act for ChangeClass {
    fn clause(&self) -> ClauseId {
        clause!("2.1/11")
    }

    fn verb(&self) -> Verb {
        Verb::ChangeClass
    }

    fn kind(&self) -> RecordKind {
        RecordKind::Enrolment
    }

    fn subject(&self, school: &School) -> String {
        format!("{} → {}", school.person_name(self.student), school.class_name(self.class))
    }

    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        let &Self { id, student, class, from, order } = self;
        end_before(draft, from, |row: &Enrolment| row.student == student, |row| &mut row.period);
        draft.save(Enrolment { id, student, class, period: Period::since(from), order });
        Ok(())
    }
}
