//! The kinds of records of a school, in one table: adding a kind is adding a line to `records!`.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::acknowledgement::AcknowledgementSheet;
use super::archive::SealedFile;
use super::attestation::Attestation;
use super::channel::{Channel, Material, Publication};
use super::chat::Chat;
use super::class::{Class, Enrolment, HomeroomAssignment, Nomenclature, SchoolYear};
use super::control::ControlCheck;
use super::counterpart::Counterpart;
use super::distribution::HomeroomDistribution;
use super::document::IssuedDocument;
use super::event::Event;
use super::id::{
    AcknowledgementSheetId, ActiveGroupId, ActivityGroupId, AppointmentId, AttestationId, ChannelId, ChatId, ClassId,
    ControlCheckId, CounterpartId, EnrolmentId, EventId, FaqEntryId, GapNoteId, HomeroomAssignmentId,
    HomeroomDistributionId, ImportProfileId, InterpretationId, InviteId, IssuedDocumentId, JoinRequestId, LegalActId,
    LoadLineId, LocalActId, MaterialId, MembershipId, MovementId, NomenclatureId, Only, PersonId, PositionId,
    PublicationId, RegistrationApplicationId, RegulationEditionId, RepresentationId, SchoolYearId, SealedFileId,
    StatReportId, SubjectId, SupportTicketId, VendorCaseId, VerificationId,
};
use super::invite::Invite;
use super::movement::Movement;
use super::organisation::{NextPlatform, Organisation, PlatformProfile, Settings};
use super::paper::{ImportProfile, Interpretation, LocalAct};
use super::person::{Person, Representation};
use super::register::{GapNote, LegalAct, RegulationEdition};
use super::registration::RegistrationApplication;
use super::request::JoinRequest;
use super::staff::{Appointment, Membership, Position, Verification};
use super::statistics::StatReport;
use super::study::{ActiveGroup, ActivityGroup, LoadLine, Subject};
use super::support::{FaqEntry, SupportTicket, VendorCase};

/// What something follows from: a table, or a part of one that changes less often than the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Every field of every record of a kind.
    Table(RecordKind),
    /// Who there is.
    People,
    /// Who there is, and under which name.
    Names,
    /// Who there is, and when each was born.
    Births,
    /// Who there is, and who takes part: participation and consent.
    Standing,
}

impl Source {
    /// The parts of the people's table.
    const OF_PEOPLE: [Self; 4] = [Self::People, Self::Names, Self::Births, Self::Standing];

    /// Whether two states of a person are the same here.
    fn is_same(self, a: &Person, b: &Person) -> bool {
        match self {
            Self::Table(_) => a == b,
            Self::People => true,
            Self::Names => a.name == b.name,
            Self::Births => a.birth_date == b.birth_date,
            Self::Standing => (a.participation, a.consent.state) == (b.participation, b.consent.state),
        }
    }
}

/// When each source changed last. No part of a school's value: two equal schools may have come about differently.
#[derive(Debug, Clone, Default)]
struct Stamps(BTreeMap<Source, Moment>);

/// A state of a school among all that came about while the program runs. No number is given twice, so that copies of a
/// school that went apart differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Moment(u64);

impl Moment {
    fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// How many changed records a school remembers: an edit, a form, a small bulk act. After more all is made anew, which
/// costs no more by then.
const TRAIL: usize = 256;

/// The way a school came to its state: the records that changed last, as they were. No part of its value, as stamps.
#[derive(Debug, Clone, Default)]
struct Trail {
    /// The state before the first step.
    start: Moment,
    /// Each step with the state that it led to.
    steps: VecDeque<(Moment, Altered)>,
}

impl PartialEq for Trail {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Trail {
    fn now(&self) -> Moment {
        self.steps.back().map_or(self.start, |(moment, _)| *moment)
    }

    fn push(&mut self, step: Altered) {
        if self.steps.len() == TRAIL
            && let Some((moment, _)) = self.steps.pop_front()
        {
            self.start = moment;
        }
        self.steps.push_back((Moment::next(), step));
    }

    fn since(&self, moment: Moment) -> Option<impl Iterator<Item = &Altered>> {
        let at = if moment == self.start {
            0
        } else {
            // States ascend along a trail.
            self.steps.binary_search_by_key(&moment.0, |(moment, _)| moment.0).ok()? + 1
        };
        Some(self.steps.iter().skip(at).map(|(_, step)| step))
    }
}

/// A record that changed since an earlier state of a school.
#[derive(Debug, Clone)]
pub struct Altered {
    /// Which record.
    pub key: RecordKey,
    /// What it was; none where it is new.
    pub before: Option<Record>,
}

impl PartialEq for Stamps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Stamps {
    /// Notes that a source changed.
    fn touch(&mut self, source: Source) {
        self.0.insert(source, Moment::next());
    }

    /// Notes that a whole table is new.
    fn touch_all(&mut self, kind: RecordKind) {
        self.touch(Source::Table(kind));
        if kind == RecordKind::Person {
            for part in Source::OF_PEOPLE {
                self.touch(part);
            }
        }
    }
}

/// The states of sources from which something was made, to ask later whether it still holds, or what changed since.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    stamps: Stamps,
    at: Moment,
}

impl PartialEq for Sources {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Sources {
    /// The states of some sources in a school.
    #[must_use]
    pub fn of(school: &School, sources: impl IntoIterator<Item = Source>) -> Self {
        let stamps = Stamps(crate::order::map(sources.into_iter().map(|source| (source, school.stamp(source)))));
        Self { stamps, at: school.trail.now() }
    }

    /// Whether some sources are known here and the same in a school.
    #[must_use]
    pub fn are_those_of(&self, school: &School, sources: impl IntoIterator<Item = Source>) -> bool {
        sources.into_iter().all(|source| self.stamps.0.get(&source) == Some(&school.stamp(source)))
    }

    /// The records that changed since, each once; none where the school never was in this state, or went too far since.
    #[must_use]
    pub fn altered(&self, school: &School) -> Option<Vec<Altered>> {
        let mut altered: BTreeMap<RecordKey, Altered> = BTreeMap::new();
        for step in school.trail.since(self.at)? {
            altered.entry(step.key).or_insert_with(|| step.clone());
        }
        Some(altered.into_values().collect())
    }
}

impl School {
    /// Tells states of a source apart: where two stamps are equal, so is what they stand for.
    fn stamp(&self, source: Source) -> Moment {
        self.stamps.0.get(&source).copied().unwrap_or_default()
    }

    /// Notes that a record is about to take another value, or none.
    fn note(&mut self, key: RecordKey, new: Option<&Record>) {
        self.stamps.touch(Source::Table(key.kind));
        if key.kind == RecordKind::Person {
            let pair = self.people.get(&key.id.into()).zip(new.and_then(Person::of));
            let changed = |part: &Source| pair.is_none_or(|(before, after)| !part.is_same(before, after));
            let stamps = &mut self.stamps;
            Source::OF_PEOPLE.into_iter().filter(changed).for_each(|part| stamps.touch(part));
        }
        let before = self.record(key);
        self.trail.push(Altered { key, before });
    }
}

impl Altered {
    /// The record before and in a school as it is now, where it is one of a kind.
    #[must_use]
    pub fn rows<T: Row>(&self, school: &School) -> (Option<Arc<T>>, Option<Arc<T>>) {
        if self.key.kind != T::KIND {
            return (None, None);
        }
        (self.before.as_ref().and_then(T::of).cloned(), T::table(school).get(&self.key.id.into()).cloned())
    }

    /// Calls `visit` with the record and with every record that it points to, or pointed to.
    pub fn touches(&self, school: &School, visit: &mut dyn FnMut(RecordKey)) {
        visit(self.key);
        for record in [self.before.as_ref(), school.record(self.key).as_ref()].into_iter().flatten() {
            super::link::links(record, &mut |key, _| visit(key));
        }
    }
}

/// Records of one kind by identity. Shared, so that undo steps and copies cost a pointer.
pub type Table<T> = BTreeMap<<T as Row>::Id, Arc<T>>;

/// A record: it has an identity, a table in the school, and links to other records.
pub trait Row: Clone + PartialEq + Sized + 'static {
    /// Its identity.
    type Id: Copy + Ord + From<Uuid> + Into<Uuid>;
    /// Its kind.
    const KIND: RecordKind;
    /// Which one it is.
    fn id(&self) -> Self::Id;
    /// Its table.
    fn table(school: &School) -> &Table<Self>;
    /// The record as one of its kind, where it is.
    fn of(record: &Record) -> Option<&Arc<Self>>;
    /// Wraps it.
    fn wrap(row: Arc<Self>) -> Record;
}

macro_rules! records {
    ($($(#[$doc:meta])* $table:ident: $name:ident($id:ty) by $key:expr;)+) => {
        /// The aggregate: everything in one plan. Read tables freely; write through [`super::Workspace`].
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct School {
            $($(#[$doc])* pub(super) $table: Table<$name>,)+
            stamps: Stamps,
            trail: Trail,
        }

        impl School {
            $($(#[$doc])*
            pub fn $table(&self) -> &Table<$name> {
                &self.$table
            })+

            /// The record under the key, where there is one.
            #[must_use]
            pub fn record(&self, key: RecordKey) -> Option<Record> {
                match key.kind {
                    $(RecordKind::$name => self.$table.get(&key.id.into()).cloned().map(Record::$name),)+
                }
            }

            /// Every record, kind by kind and by identity.
            pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
                std::iter::empty()$(.chain(self.$table.values().cloned().map(Record::$name)))+
            }

            /// How many records of a kind there are.
            #[must_use]
            pub fn count(&self, kind: RecordKind) -> usize {
                match kind {
                    $(RecordKind::$name => self.$table.len(),)+
                }
            }

            /// Puts records that a file holds in their places; of two with one key the last one stays.
            pub fn gather(&mut self, records: Vec<Record>) {
                for record in records {
                    self.put(record);
                }
            }

            /// Puts a record in its place without a question; only whole, checked changes come here.
            pub(super) fn put(&mut self, record: Record) {
                self.note(record.key(), Some(&record));
                match record {
                    $(Record::$name(row) => { self.$table.insert(row.id(), row); })+
                }
            }

            /// Takes a record out without a question.
            pub(super) fn take(&mut self, key: RecordKey) {
                self.note(key, None);
                match key.kind {
                    $(RecordKind::$name => { self.$table.remove(&key.id.into()); })+
                }
            }
        }

        /// The kind of a record, in the order of the file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum RecordKind {
            $($(#[$doc])* $name,)+
        }

        impl RecordKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name of its table in a file.
            #[must_use]
            pub const fn table(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($table),)+
                }
            }
        }

        /// A record of any kind; one JSON object with the kind as its only key.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum Record {
            $($(#[$doc])* $name(Arc<$name>),)+
        }

        impl Record {
            /// Which record it is.
            #[must_use]
            pub fn key(&self) -> RecordKey {
                match self {
                    $(Self::$name(row) => RecordKey::of(RecordKind::$name, row.id()),)+
                }
            }

            /// Whether both are the same value; the same pointer answers at once.
            #[must_use]
            pub fn is_same(&self, other: &Self) -> bool {
                match (self, other) {
                    $((Self::$name(a), Self::$name(b)) => Arc::ptr_eq(a, b) || a == b,)+
                    _ => false,
                }
            }
        }

        /// The records of a file, table by table, as canonical JSON keeps them.
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[serde(default)]
        pub struct Records {
            $($(#[$doc])* #[serde(skip_serializing_if = "Vec::is_empty")] pub $table: Vec<Arc<$name>>,)+
        }

        impl From<&School> for Records {
            fn from(school: &School) -> Self {
                Self { $($table: school.$table.values().cloned().collect(),)+ }
            }
        }

        impl Records {
            /// Builds the school of a file's records; gives the first key that stands twice instead.
            pub fn into_school(self) -> Result<School, RecordKey> {
                let mut school = School::default();
                $(for row in self.$table {
                    let id = row.id();
                    if school.$table.insert(id, row).is_some() {
                        return Err(RecordKey::of(RecordKind::$name, id));
                    }
                }
                school.stamps.touch_all(RecordKind::$name);)+
                school.trail.start = Moment::next();
                Ok(school)
            }
        }

        $(impl Row for $name {
            type Id = $id;
            const KIND: RecordKind = RecordKind::$name;
            fn id(&self) -> $id {
                let key: fn(&$name) -> $id = $key;
                key(self)
            }
            fn table(school: &School) -> &Table<Self> {
                &school.$table
            }
            fn of(record: &Record) -> Option<&Arc<Self>> {
                match record {
                    Record::$name(row) => Some(row),
                    _ => None,
                }
            }
            fn wrap(row: Arc<Self>) -> Record {
                Record::$name(row)
            }
        }

        impl From<$name> for Record {
            fn from(row: $name) -> Self {
                Self::$name(Arc::new(row))
            }
        })+
    };
}

records! {
    /// The organisation's data: one record.
    organisation: Organisation(Only) by |_| Only;
    /// The platform: one record.
    platform: PlatformProfile(Only) by |_| Only;
    /// The school's thresholds and choices: one record.
    settings: Settings(Only) by |_| Only;
    /// School years.
    years: SchoolYear(SchoolYearId) by |row| row.id;
    /// Local acts.
    acts: LocalAct(LocalActId) by |row| row.id;
    /// Participants.
    people: Person(PersonId) by |row| row.id;
    /// Classes and the staff room.
    classes: Class(ClassId) by |row| row.id;
    /// Approved lists of classes.
    nomenclatures: Nomenclature(NomenclatureId) by |row| row.id;
    /// Students' stays in classes.
    enrolments: Enrolment(EnrolmentId) by |row| row.id;
    /// Links of representatives to students.
    representations: Representation(RepresentationId) by |row| row.id;
    /// Posts held.
    positions: Position(PositionId) by |row| row.id;
    /// Class teachers' terms.
    homerooms: HomeroomAssignment(HomeroomAssignmentId) by |row| row.id;
    /// Administrators of the platform.
    appointments: Appointment(AppointmentId) by |row| row.id;
    /// Who joined where.
    memberships: Membership(MembershipId) by |row| row.id;
    /// Confirmations of status.
    verifications: Verification(VerificationId) by |row| row.id;
    /// Subjects.
    subjects: Subject(SubjectId) by |row| row.id;
    /// Lines of the curriculum.
    load: LoadLine(LoadLineId) by |row| row.id;
    /// Extracurricular groups.
    activities: ActivityGroup(ActivityGroupId) by |row| row.id;
    /// Groups of activists.
    active_groups: ActiveGroup(ActiveGroupId) by |row| row.id;
    /// Choices where the text is silent.
    interpretations: Interpretation(InterpretationId) by |row| row.id;
    /// Saved import mappings.
    import_profiles: ImportProfile(ImportProfileId) by |row| row.id;
    /// Applications for registration.
    applications: RegistrationApplication(RegistrationApplicationId) by |row| row.id;
    /// Approved distributions of class teachers.
    distributions: HomeroomDistribution(HomeroomDistributionId) by |row| row.id;
    /// Invites.
    invites: Invite(InviteId) by |row| row.id;
    /// Requests to join.
    requests: JoinRequest(JoinRequestId) by |row| row.id;
    /// Movements of people.
    movements: Movement(MovementId) by |row| row.id;
    /// Chats.
    chats: Chat(ChatId) by |row| row.id;
    /// Channels.
    channels: Channel(ChannelId) by |row| row.id;
    /// Materials for channels.
    materials: Material(MaterialId) by |row| row.id;
    /// Publications.
    publications: Publication(PublicationId) by |row| row.id;
    /// Events.
    events: Event(EventId) by |row| row.id;
    /// Requests for help.
    tickets: SupportTicket(SupportTicketId) by |row| row.id;
    /// Letters to the platform's support.
    cases: VendorCase(VendorCaseId) by |row| row.id;
    /// Answers to frequent questions.
    faq: FaqEntry(FaqEntryId) by |row| row.id;
    /// Figures by period.
    reports: StatReport(StatReportId) by |row| row.id;
    /// Checks of the administration.
    checks: ControlCheck(ControlCheckId) by |row| row.id;
    /// Editions of the school's regulation.
    editions: RegulationEdition(RegulationEditionId) by |row| row.id;
    /// Acts of law.
    legal_acts: LegalAct(LegalActId) by |row| row.id;
    /// What the regulation leaves open.
    gap_notes: GapNote(GapNoteId) by |row| row.id;
    /// Sheets of acknowledgement.
    sheets: AcknowledgementSheet(AcknowledgementSheetId) by |row| row.id;
    /// Signed documents.
    documents: IssuedDocument(IssuedDocumentId) by |row| row.id;
    /// The move to another platform.
    counterparts: Counterpart(CounterpartId) by |row| row.id;
    /// What the school says of clauses.
    attestations: Attestation(AttestationId) by |row| row.id;
    /// The platform to which the school moves: one record.
    next_platform: NextPlatform(Only) by |_| Only;
    /// The register of the archive.
    sealed_files: SealedFile(SealedFileId) by |row| row.id;
}

/// Addresses a record: its kind and its identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RecordKey {
    /// What it is.
    pub kind: RecordKind,
    /// Which one; nil for a record of which there is one.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::id::UuidText"))]
    pub id: Uuid,
}

impl RecordKey {
    /// Makes a key of a kind and a typed identity.
    pub fn of(kind: RecordKind, id: impl Into<Uuid>) -> Self {
        Self { kind, id: id.into() }
    }

    /// The key of a row of a known type.
    pub fn to<T: Row>(id: T::Id) -> Self {
        Self::of(T::KIND, id)
    }
}

impl Record {
    /// Wraps a row.
    pub fn new<T: Row>(row: T) -> Self {
        T::wrap(Arc::new(row))
    }
}
