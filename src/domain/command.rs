//! What a person asks of the plan. [`School::handle`] answers with the changes or the refusal; nothing is half done.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::act::Asked;
use super::change::Changes;
use super::class::{Class, ClassKind, HomeroomAssignment};
use super::class_label::ClassLabel;
use super::clause::ClauseId;
use super::draft::Draft;
use super::id::{ClassId, HomeroomAssignmentId, LocalActId, PersonId, SchoolYearId};
use super::journal::Joined;
use super::label::{Label, Verb};
use super::period::Period;
use super::record::{Record, RecordKey, RecordKind, School};
use super::refusal::{Reason, Refusal};
use super::rule;
use crate::clause;

/// Who acts, when. The shell supplies it; the core knows no clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The moment, for the journal.
    pub now: DateTime<Utc>,
    /// The day where the school is, for the rules.
    pub today: NaiveDate,
    /// The person at the keyboard, as set in the settings.
    pub author: Author,
}

/// Who made a change and on which device; names typed by people, empty while unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Author {
    /// Name as the person wrote it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Label of the device.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub device: String,
}

/// What a person asks for. New identities come with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Creates the record or replaces it with its edited self.
    Save(Record),
    /// Creates or replaces records that make one act, under the name of the first: a new person with a post.
    SaveTogether(Vec<Record>),
    /// Removes a record and what is part of it; others forget it.
    Remove(RecordKey),
    /// An act of an area: invites, chats, movement and the like.
    Act(Asked),
    /// Creates classes of a year by pattern (2.1/5).
    CreateClasses {
        /// The year.
        year: SchoolYearId,
        /// New identities with labels.
        classes: Vec<(ClassId, ClassLabel)>,
    },
    /// Gives a class a class teacher from a day on; the term before ends the day before (2.1/8).
    AssignHomeroom {
        /// Identity of the new term.
        id: HomeroomAssignmentId,
        /// The class.
        class: ClassId,
        /// Who.
        teacher: PersonId,
        /// First day.
        from: NaiveDate,
        /// The order on the distribution.
        order: Option<LocalActId>,
    },
    /// Takes over what an import proposed, as one step.
    ImportRoster {
        /// Names of the files, for the journal.
        source: String,
        /// Records to create or replace.
        records: Vec<Record>,
    },
    /// Makes the plan equal to a snapshot's, as one step.
    OpenSnapshot {
        /// Name of the file, for the journal.
        source: String,
        /// The whole school of the snapshot.
        school: Box<School>,
        /// What the snapshot's plan stands on.
        joined: Joined,
    },
    /// Takes over what another plan changed, decided by a person where both changed the same, as one step.
    MergePlan {
        /// Name of the file, for the journal.
        source: String,
        /// What changes here.
        changes: Changes,
        /// What the other plan stands on, and what was decided.
        joined: Joined,
    },
    /// Fills an empty plan with the demo school.
    OpenDemo {
        /// The demo school.
        school: Box<School>,
    },
}

impl Command {
    /// The clause a command rests on; 4.3 for the planner's own (SPEC section 3, note v).
    #[must_use]
    pub fn clause(&self) -> ClauseId {
        match self {
            Self::Save(record) => clause_of(record.key().kind),
            Self::SaveTogether(records) => {
                records.first().map_or(clause!("4.3"), |record| clause_of(record.key().kind))
            }
            Self::Remove(key) => clause_of(key.kind),
            Self::Act(asked) => asked.act().clause(),
            Self::CreateClasses { .. } => clause!("2.1/5"),
            Self::AssignHomeroom { .. } => clause!("2.1/8"),
            Self::ImportRoster { .. } | Self::OpenSnapshot { .. } | Self::MergePlan { .. } | Self::OpenDemo { .. } => {
                clause!("4.3")
            }
        }
    }

    /// What the command takes over from another plan.
    pub(super) fn joined(&self) -> Joined {
        match self {
            Self::OpenSnapshot { joined, .. } | Self::MergePlan { joined, .. } => joined.clone(),
            _ => Joined::default(),
        }
    }
}

/// The clause under which records of a kind are kept.
fn clause_of(kind: RecordKind) -> ClauseId {
    match kind {
        RecordKind::LegalAct => clause!("1.2"),
        RecordKind::RegulationEdition => clause!("1.3"),
        RecordKind::PlatformProfile | RecordKind::Person | RecordKind::Representation => clause!("1.5"),
        RecordKind::Subject | RecordKind::LoadLine | RecordKind::ActivityGroup | RecordKind::Chat => clause!("1.6"),
        RecordKind::RegistrationApplication => clause!("2.1/1"),
        RecordKind::Organisation => clause!("2.1/3"),
        RecordKind::SchoolYear | RecordKind::Class | RecordKind::Nomenclature => clause!("2.1/5"),
        RecordKind::Membership | RecordKind::Invite => clause!("2.1/6"),
        RecordKind::Appointment => clause!("2.1/7"),
        RecordKind::HomeroomAssignment | RecordKind::HomeroomDistribution => clause!("2.1/8"),
        RecordKind::JoinRequest => clause!("2.1/9"),
        RecordKind::Verification => clause!("2.1/10"),
        RecordKind::Enrolment | RecordKind::Position | RecordKind::Movement => clause!("2.1/11"),
        RecordKind::Channel | RecordKind::Publication => clause!("2.1/13"),
        RecordKind::Event => clause!("2.1/14"),
        RecordKind::SupportTicket | RecordKind::FaqEntry => clause!("2.1/15"),
        RecordKind::VendorCase => clause!("2.1/16"),
        RecordKind::StatReport => clause!("2.1/17"),
        RecordKind::LocalAct | RecordKind::IssuedDocument => clause!("2.2/1"),
        RecordKind::Material => clause!("2.2/5"),
        RecordKind::ActiveGroup => clause!("2.2/6"),
        RecordKind::ControlCheck => clause!("2.2/7"),
        RecordKind::AcknowledgementSheet => clause!("2.5/4"),
        RecordKind::Settings
        | RecordKind::Interpretation
        | RecordKind::ImportProfile
        | RecordKind::GapNote
        | RecordKind::Counterpart
        | RecordKind::Attestation
        | RecordKind::NextPlatform
        | RecordKind::SealedFile => clause!("4.3"),
    }
}

impl School {
    /// Decides what a command changes. Pure: the school stays as it is.
    pub fn handle(&self, command: &Command, context: &Context) -> Result<Changes, Refusal> {
        let mut draft = Draft::new(self);
        match command {
            Command::Save(record) => draft.put(record.clone()),
            Command::SaveTogether(records) | Command::ImportRoster { records, .. } => {
                for record in records {
                    draft.put(record.clone());
                }
            }
            Command::Remove(key) => {
                if self.record(*key).is_none() {
                    return Err(Refusal::new(command.clause(), Reason::MissingRecord { kind: key.kind }));
                }
                draft.remove(*key);
            }
            Command::Act(asked) => asked.act().write(&mut draft, context)?,
            Command::CreateClasses { year, classes } => {
                for (id, label) in classes {
                    let kind = ClassKind::Class { label: label.clone(), year: *year };
                    draft.save(Class { id: *id, kind, profile: String::new(), archived: None });
                }
            }
            Command::AssignHomeroom { id, class, teacher, from, order } => {
                end_before(&mut draft, *from, |row: &HomeroomAssignment| row.class == *class, |row| &mut row.period);
                let period = Period::since(*from);
                draft.save(HomeroomAssignment { id: *id, class: *class, teacher: *teacher, period, order: *order });
            }
            Command::OpenSnapshot { school, .. } | Command::OpenDemo { school } => become_school(&mut draft, school),
            Command::MergePlan { changes, .. } => follow(&mut draft, changes)?,
        }
        // A snapshot is shown as it is, defects and all; the audit speaks of them. A merge asks about every rule that it
        // would break, and takes over the defects that either plan had before. Everything else keeps the rules.
        if !matches!(command, Command::OpenSnapshot { .. } | Command::MergePlan { .. } | Command::OpenDemo { .. }) {
            rule::check(&draft, context.today)?;
        }
        draft.finish()
    }

    /// Names a command for the journal and the undo button.
    #[must_use]
    pub fn label(&self, command: &Command, changes: &Changes) -> Label {
        let (verb, kind, subject) = match command {
            Command::Save(record) => {
                let is_new = self.record(record.key()).is_none();
                (if is_new { Verb::Add } else { Verb::Edit }, record.key().kind, record.caption(self))
            }
            Command::SaveTogether(records) => match records.first() {
                Some(record) => {
                    let is_new = self.record(record.key()).is_none();
                    (if is_new { Verb::Add } else { Verb::Edit }, record.key().kind, record.caption(self))
                }
                None => (Verb::Edit, RecordKind::Person, String::new()),
            },
            Command::Remove(key) => {
                (Verb::Remove, key.kind, self.record(*key).map(|record| record.caption(self)).unwrap_or_default())
            }
            Command::Act(asked) => (asked.act().verb(), asked.act().kind(), asked.act().subject(self)),
            Command::CreateClasses { classes, .. } => {
                let labels: Vec<String> = classes.iter().take(5).map(|(_, label)| label.to_string()).collect();
                (Verb::CreateClasses, RecordKind::Class, labels.join(", "))
            }
            Command::AssignHomeroom { class, teacher, .. } => {
                let subject = format!("{}: {}", self.class_name(*class), self.person_name(*teacher));
                (Verb::AssignHomeroom, RecordKind::HomeroomAssignment, subject)
            }
            Command::ImportRoster { source, .. } => (Verb::ImportRoster, RecordKind::Person, source.clone()),
            Command::OpenSnapshot { source, .. } => (Verb::OpenSnapshot, RecordKind::Person, source.clone()),
            Command::MergePlan { source, .. } => (Verb::MergePlan, RecordKind::Person, source.clone()),
            Command::OpenDemo { .. } => (Verb::OpenDemo, RecordKind::Person, String::new()),
        };
        Label { verb, kind, subject, count: u32::try_from(changes.len()).unwrap_or(u32::MAX) }
    }
}

/// Ends the rows that hold on `from` on the day before it; a row that begins later stays, and the rules see the overlap.
pub(super) fn end_before<T: super::record::Row>(
    draft: &mut Draft,
    from: NaiveDate,
    is_meant: impl Fn(&T) -> bool,
    period: impl Fn(&mut T) -> &mut Period,
) {
    let mut open: Vec<T> = draft.rows::<T>().filter(|row| is_meant(row)).cloned().collect();
    for row in &mut open {
        let term = period(row);
        if !term.contains(from) {
            continue;
        }
        if term.from == Some(from) {
            // The stay begins on the very day: it is replaced, not ended before it began.
            let key = RecordKey::to::<T>(row.id());
            draft.remove(key);
            continue;
        }
        term.to = from.pred_opt();
        draft.save(row.clone());
    }
}

/// Writes changes that were worked out for the school as it was.
fn follow(draft: &mut Draft, changes: &Changes) -> Result<(), Refusal> {
    for change in changes {
        let now = draft.before().record(change.key());
        let is_expected = match (&now, change.before()) {
            (None, None) => true,
            (Some(now), Some(before)) => now.is_same(before),
            _ => false,
        };
        if !is_expected {
            return Err(Refusal::new(clause!("4.3"), Reason::PlanMoved));
        }
        match change.after() {
            Some(record) => draft.put(record.clone()),
            None => draft.drop_record(change.key()),
        }
    }
    Ok(())
}

/// Writes what makes the draft equal to another school.
fn become_school(draft: &mut Draft, target: &School) {
    let before = draft.before();
    for record in before.records() {
        if target.record(record.key()).is_none() {
            // The target is whole in itself, so nothing is left dangling.
            draft.drop_record(record.key());
        }
    }
    for record in target.records() {
        if before.record(record.key()).is_none_or(|old| !old.is_same(&record)) {
            draft.put(record);
        }
    }
}
