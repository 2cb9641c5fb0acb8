//! The status «учитель»: who needs it, how far each is, and the steps (2.1/10, 2.2/4, 2.3/2, 2.4/2).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::clause;
use crate::domain::{
    Act, ClauseId, Context, Draft, Leave, PersonId, Reason, RecordKind, Refusal, School, Settings, Verb, Verification,
    VerificationId, VerificationState,
};
use crate::plan::Index;

/// How far somebody's status is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Nothing was written down.
    None,
    /// The school does without.
    NotRequired,
    /// To be sent by the person.
    Required,
    /// To be confirmed.
    Submitted,
    /// Sent back.
    Rejected,
    /// Done.
    Confirmed,
}

impl Stage {
    /// Every stage, in the order of work.
    pub const ALL: [Self; 6] =
        [Self::None, Self::Required, Self::Submitted, Self::Rejected, Self::Confirmed, Self::NotRequired];

    /// The stage of a state.
    #[must_use]
    pub const fn of(state: &VerificationState) -> Self {
        match state {
            VerificationState::NotRequired => Self::NotRequired,
            VerificationState::Required { .. } => Self::Required,
            VerificationState::Submitted { .. } => Self::Submitted,
            VerificationState::Confirmed { .. } => Self::Confirmed,
            VerificationState::Rejected { .. } => Self::Rejected,
        }
    }
}

/// Somebody whose status is of interest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusRow {
    /// Who.
    pub person: PersonId,
    /// The record, where there is one.
    pub id: Option<VerificationId>,
    /// How far it is.
    pub stage: Stage,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Who confirmed it.
    pub by: Option<PersonId>,
    /// Why it was rejected.
    pub reason: String,
    /// Whether the person joined the staff room.
    pub joined: bool,
    /// How many days it waits, where something is to be done.
    pub days: Option<u32>,
    /// Whether it waits longer than the school allows.
    pub is_late: bool,
}

/// Pedagogues and the administration with how far their status is, by name.
#[must_use]
pub fn statuses(school: &School, index: &Index) -> Vec<StatusRow> {
    let settings = Settings::of(school);
    let records: BTreeMap<PersonId, &Verification> =
        school.verifications().values().map(|row| (row.person, row.as_ref())).collect();
    let mut people: Vec<PersonId> = index
        .positions
        .iter()
        .filter(|(person, held)| {
            let mut categories = held.iter().filter_map(|id| school.positions().get(id)).map(|row| row.category);
            // 2.1/10: a status of pedagogues and the administration; others only where somebody wrote it down.
            categories.any(|category| category.is_pedagogue() || category.is_administration())
                || records.contains_key(person)
        })
        .map(|(person, _)| *person)
        .collect();
    let name = |id: &PersonId| school.people().get(id).map(|person| &person.name);
    people.sort_by(|a, b| name(a).cmp(&name(b)));
    people
        .into_iter()
        .map(|person| {
            let record = records.get(&person);
            let status = record.map(|row| &row.state);
            let (since, by, reason) = match status {
                Some(VerificationState::Required { since }) => (Some(*since), None, ""),
                Some(VerificationState::Submitted { on }) => (Some(*on), None, ""),
                Some(VerificationState::Confirmed { on, by }) => (Some(*on), *by, ""),
                Some(VerificationState::Rejected { on, reason }) => (Some(*on), None, reason.as_str()),
                Some(VerificationState::NotRequired) | None => (None, None, ""),
            };
            let stage = status.map_or(Stage::None, Stage::of);
            let waits = matches!(stage, Stage::Required | Stage::Submitted | Stage::Rejected);
            let days = since.filter(|_| waits).map(|since| (index.day - since).num_days().max(0));
            StatusRow {
                person,
                id: record.map(|row| row.id),
                stage,
                since,
                by,
                reason: reason.to_owned(),
                joined: index.joined.contains(&person),
                days: days.and_then(|days| u32::try_from(days).ok()),
                is_late: days.is_some_and(|days| days > i64::from(settings.verification_days)),
            }
        })
        .collect()
}

fn people(school: &School, ids: impl IntoIterator<Item = PersonId>) -> String {
    let names: Vec<String> = ids.into_iter().take(3).map(|id| school.person_name(id)).collect();
    names.join(", ")
}

/// The record of a person's status, if it stands at one of these steps.
fn at(draft: &Draft, person: PersonId, steps: &[Stage]) -> Result<Verification, Refusal> {
    draft
        .rows::<Verification>()
        .find(|row| row.person == person && steps.contains(&Stage::of(&row.state)))
        .cloned()
        .ok_or_else(|| {
            let person = draft.before().person_name(person);
            Refusal::new(clause!("2.1/10"), Reason::StatusOutOfTurn { person })
        })
}

fn chosen<T>(rows: &[T]) -> Result<(), Refusal> {
    if rows.is_empty() { Err(Refusal::new(clause!("2.1/10"), Reason::NothingChosen)) } else { Ok(()) }
}

macro_rules! status_act {
    ($verb:ident, $rows:ident) => {
        fn clause(&self) -> ClauseId {
            clause!("2.1/10")
        }
        fn verb(&self) -> Verb {
            Verb::$verb
        }
        fn kind(&self) -> RecordKind {
            RecordKind::Verification
        }
        fn subject(&self, school: &School) -> String {
            people(school, self.$rows())
        }
    };
}

/// Asks people to have their status confirmed; also once more after a rejection.
#[derive(Debug)]
pub struct RequireStatuses {
    /// Who, with the identity of the record where there is none.
    pub people: Vec<(PersonId, VerificationId)>,
    /// Since when.
    pub since: NaiveDate,
}

impl RequireStatuses {
    fn who(&self) -> Vec<PersonId> {
        self.people.iter().map(|(person, _)| *person).collect()
    }
}

impl Act for RequireStatuses {
    status_act!(RequireStatus, who);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.people)?;
        for (person, fresh) in &self.people {
            let before = draft.rows::<Verification>().find(|row| row.person == *person);
            let (id, stage) = before.map_or((*fresh, Stage::None), |row| (row.id, Stage::of(&row.state)));
            if !matches!(stage, Stage::None | Stage::NotRequired | Stage::Rejected) {
                let person = draft.before().person_name(*person);
                return Err(Refusal::new(clause!("2.1/10"), Reason::StatusOutOfTurn { person }));
            }
            draft.save(Verification { id, person: *person, state: VerificationState::Required { since: self.since } });
        }
        Ok(())
    }
}

/// Writes down that the school does without the status of people («при необходимости»).
#[derive(Debug)]
pub struct ExcuseStatuses {
    /// Who, with the identity of the record where there is none.
    pub people: Vec<(PersonId, VerificationId)>,
}

impl ExcuseStatuses {
    fn who(&self) -> Vec<PersonId> {
        self.people.iter().map(|(person, _)| *person).collect()
    }
}

impl Act for ExcuseStatuses {
    status_act!(ExcuseStatus, who);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.people)?;
        for (person, fresh) in &self.people {
            let before = draft.rows::<Verification>().find(|row| row.person == *person);
            let (id, stage) = before.map_or((*fresh, Stage::None), |row| (row.id, Stage::of(&row.state)));
            if stage == Stage::Confirmed {
                let person = draft.before().person_name(*person);
                return Err(Refusal::new(clause!("2.1/10"), Reason::StatusOutOfTurn { person }));
            }
            draft.save(Verification { id, person: *person, state: VerificationState::NotRequired });
        }
        Ok(())
    }
}

/// Writes down that people sent their status to be confirmed (2.2/4, 2.3/2, 2.4/2).
#[derive(Debug)]
pub struct SubmitStatuses {
    /// Who.
    pub people: Vec<PersonId>,
    /// When.
    pub on: NaiveDate,
}

impl SubmitStatuses {
    fn who(&self) -> Vec<PersonId> {
        self.people.clone()
    }
}

impl Act for SubmitStatuses {
    status_act!(SubmitStatus, who);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.people)?;
        for person in &self.people {
            let row = at(draft, *person, &[Stage::Required, Stage::Rejected])?;
            draft.save(Verification { state: VerificationState::Submitted { on: self.on }, ..row });
        }
        Ok(())
    }
}

/// Finishes the confirmation; never one's own (2.1/10: separation of duties).
#[derive(Debug)]
pub struct ConfirmStatuses {
    /// Whose, each with whether the person who confirms may.
    pub people: Vec<(PersonId, Leave)>,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub on: NaiveDate,
}

impl ConfirmStatuses {
    fn who(&self) -> Vec<PersonId> {
        self.people.iter().map(|(person, _)| *person).collect()
    }
}

impl Act for ConfirmStatuses {
    status_act!(ConfirmStatus, who);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        chosen(&self.people)?;
        for (person, leave) in &self.people {
            // The rule of the record says it too; here it comes before the question of rights.
            if *person == self.by {
                return Err(Refusal::new(clause!("2.1/10"), Reason::SelfConfirmed));
            }
            leave.clone()?;
            let row = at(draft, *person, &[Stage::Submitted])?;
            let state = VerificationState::Confirmed { on: self.on, by: Some(self.by) };
            draft.save(Verification { state, ..row });
        }
        Ok(())
    }
}

/// Sends a status back with a reason.
#[derive(Debug)]
pub struct RejectStatus {
    /// Whose.
    pub person: PersonId,
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

impl RejectStatus {
    fn who(&self) -> Vec<PersonId> {
        vec![self.person]
    }
}

impl Act for RejectStatus {
    status_act!(RejectStatus, who);
    fn write(&self, draft: &mut Draft, _: &Context) -> Result<(), Refusal> {
        if self.reason.trim().is_empty() {
            return Err(Refusal::new(clause!("2.1/10"), Reason::EmptyField));
        }
        let row = at(draft, self.person, &[Stage::Submitted])?;
        let state = VerificationState::Rejected { on: self.on, reason: self.reason.clone() };
        draft.save(Verification { state, ..row });
        Ok(())
    }
}
