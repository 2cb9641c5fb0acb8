//! What the audit says: which lint, how grave, under which clause, about whom, and what mends it.

use std::fmt;

use chrono::NaiveDate;

use super::issue::Issue;
use crate::domain::{
    ChatId, ClassId, ClauseId, ControlCheckId, EventId, InviteId, MovementId, PersonId, RecordKey, Row,
};

macro_rules! lints {
    ($($name:ident $code:literal),+ $(,)?) => {
        /// The rules of the review, L01 to L28 (SPEC section 2).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Lint {
            $(#[doc = concat!("Rule ", $code, ".")] $name,)+
        }

        impl Lint {
            /// Every lint, in the order of their codes.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code: `L10`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// Reads a code; none for another text.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|lint| lint.code() == code)
            }
        }
    };
}

lints! {
    Edition "L01", Administrator "L02", Registration "L03", StaffRoom "L04", StaffJoined "L05", Nomenclature "L06",
    InviteRight "L07", InviteTwice "L08", AdditionalAdmin "L09", Homeroom "L10", Request "L11", Status "L12",
    Movement "L13", Unclaimed "L14", Channel "L15", Broadcast "L16", Support "L17", Report "L18", UseOrder "L19",
    ManagementChat "L20", Control "L21", ClassChat "L22", SubjectChat "L23", Family "L24", Memo "L25", Gap "L26",
    Identity "L27", Reading "L28",
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The school is out of step with a clause.
    Error,
    /// Something grows old, or is a risk.
    Warning,
    /// The text leaves it open; the school should know.
    Note,
}

impl Severity {
    /// Every degree, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The word in addresses: `error`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What mends a finding, as the step to take; `view::finding` knows the button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// Approve or mend an edition of the regulation.
    Editions,
    /// Decide how the text is read.
    Interpretations,
    /// Issue the order on use.
    UseOrder,
    /// Appoint or end an administrator.
    Administrators,
    /// Complete the application or the registration.
    Registration,
    /// Add the staff room or a class, or take one away.
    Structure,
    /// Approve the list of classes or the distribution of class teachers.
    StructureOrders,
    /// Open a class: give it a class teacher, people, lines.
    Class(ClassId),
    /// Open a person's card.
    Person(PersonId),
    /// Issue an invite, to these people.
    Invites,
    /// Open the ledger at one invite.
    Invite(InviteId),
    /// Revoke the unclaimed by one act.
    Sweep,
    /// Decide a request.
    Requests,
    /// Confirm a status.
    Statuses,
    /// Tick off what a movement asks for.
    Movement(MovementId),
    /// Record a movement.
    Movements,
    /// Create the required chats.
    Chats,
    /// Create the required chats of a class.
    ClassChats(ClassId),
    /// Open a chat: its members, owner, moderator, state.
    Chat(ChatId),
    /// Open the channels.
    Channels,
    /// Open the plan of publications.
    Publications,
    /// Open an event of the calendar, on its day.
    Event(EventId, NaiveDate),
    /// Answer requests for help.
    Support,
    /// Enter figures and report.
    Statistics,
    /// Record a check.
    Checks,
    /// Open a check.
    Check(ControlCheckId),
    /// Give out memos and take acknowledgements.
    Memos,
    /// Write down consents and participation.
    Consents,
    /// Give a line another teacher.
    Load(ClassId),
    /// Complete the legal acts.
    LegalActs,
}

/// Something the review saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// By which rule.
    pub lint: Lint,
    /// How grave it is.
    pub severity: Severity,
    /// The clause the rule stands under.
    pub clause: ClauseId,
    /// Further clauses that it touches.
    pub also: Vec<ClauseId>,
    /// What is the matter, with its facts.
    pub issue: Issue,
    /// The people concerned.
    pub people: Vec<PersonId>,
    /// The classes concerned.
    pub classes: Vec<ClassId>,
    /// The records that show it.
    pub evidence: Vec<RecordKey>,
    /// What mends it.
    pub remedy: Remedy,
}

impl Finding {
    /// A finding of a degree.
    pub(super) fn new(lint: Lint, severity: Severity, clause: ClauseId, issue: Issue, remedy: Remedy) -> Self {
        let (also, people, classes, evidence) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { lint, severity, clause, also, issue, people, classes, evidence, remedy }
    }

    /// The school is out of step with a clause.
    pub(super) fn error(lint: Lint, clause: ClauseId, issue: Issue, remedy: Remedy) -> Self {
        Self::new(lint, Severity::Error, clause, issue, remedy)
    }

    /// Something grows old, or is a risk.
    pub(super) fn warning(lint: Lint, clause: ClauseId, issue: Issue, remedy: Remedy) -> Self {
        Self::new(lint, Severity::Warning, clause, issue, remedy)
    }

    /// The text leaves it open.
    pub(super) fn note(lint: Lint, clause: ClauseId, issue: Issue, remedy: Remedy) -> Self {
        Self::new(lint, Severity::Note, clause, issue, remedy)
    }

    /// The finding with another clause that it touches.
    pub(super) fn also(mut self, clause: ClauseId) -> Self {
        self.also.push(clause);
        self
    }

    /// The finding with people concerned.
    pub(super) fn people(mut self, people: impl IntoIterator<Item = PersonId>) -> Self {
        self.people.extend(people);
        self
    }

    /// The finding with classes concerned.
    pub(super) fn classes(mut self, classes: impl IntoIterator<Item = ClassId>) -> Self {
        self.classes.extend(classes);
        self
    }

    /// The finding with a record that shows it.
    pub(super) fn shown_by<T: Row>(mut self, id: T::Id) -> Self {
        self.evidence.push(RecordKey::to::<T>(id));
        self
    }

    /// Whether it touches the clause.
    #[must_use]
    pub fn touches(&self, clause: ClauseId) -> bool {
        self.clause == clause || self.also.contains(&clause)
    }

    /// A name that stays while the finding stays: for rows of a table and for taking it over into a check.
    #[must_use]
    pub fn key(&self) -> String {
        // FNV-1a over the facts: they name the records, so two findings of a lint differ in them.
        let facts = format!("{:?}{:?}", self.issue, self.people.first());
        let hash = facts
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{}-{hash:016x}", self.lint)
    }
}
