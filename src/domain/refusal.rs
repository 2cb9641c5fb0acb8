//! Why a command is not possible: the clause, the reason with its facts, and what helps.

use chrono::NaiveDate;

use super::clause::ClauseId;
use super::record::RecordKind;

/// Says that a command is not possible. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("refused by {clause}: {reason}")]
pub struct Refusal {
    /// The clause the rule rests on; 4.3 for rules of the planner itself.
    pub clause: ClauseId,
    /// What stands against it.
    pub reason: Reason,
}

impl Refusal {
    /// Makes a refusal.
    #[must_use]
    pub fn new(clause: ClauseId, reason: Reason) -> Self {
        Self { clause, reason }
    }
}

/// What stands against a command; `text::refusal` says it in words, with what helps.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// A field that must be filled is empty.
    #[error("a required field is empty")]
    EmptyField,
    /// A text is longer than a field takes.
    #[error("a text is too long")]
    TooLong,
    /// The record is not there (any more).
    #[error("a record it needs is missing ({kind:?})")]
    MissingRecord {
        /// What is missing.
        kind: RecordKind,
    },
    /// The last day is before the first.
    #[error("the period ends before it begins")]
    PeriodBackwards,
    /// Two school years begin in the same year.
    #[error("the school year {label} is there already")]
    YearTwice {
        /// Its name.
        label: String,
    },
    /// There is a staff room already (2.1/4).
    #[error("there is one staff room already")]
    SecondStaffRoom,
    /// The class is there already in this year (2.1/5).
    #[error("the class {label} is there already")]
    ClassTwice {
        /// Its label.
        label: String,
    },
    /// A student would be in two classes on one day (2.1/11).
    #[error("{student} is in {class} on those days")]
    EnrolmentOverlap {
        /// Who.
        student: String,
        /// Where already.
        class: String,
    },
    /// The staff room takes no students (2.1/4).
    #[error("students are not enrolled in the staff room")]
    StudentInStaffRoom,
    /// The class has a class teacher on those days (2.1/8).
    #[error("{class} has a class teacher on those days: {teacher}")]
    HomeroomTaken {
        /// The class.
        class: String,
        /// Who leads it.
        teacher: String,
    },
    /// The person holds no post at the school on those days.
    #[error("{person} holds no post at the school")]
    NotStaff {
        /// Who.
        person: String,
    },
    /// The person is no pedagogue (2.2/2).
    #[error("{person} is no pedagogue")]
    NotPedagogue {
        /// Who.
        person: String,
    },
    /// An administrator of the platform is appointed by an order (2.1/0).
    #[error("an administrator is appointed by an order")]
    NoOrder,
    /// The person has not joined the staff room (2.1/7).
    #[error("{person} has not joined the staff room")]
    NotJoined {
        /// Who.
        person: String,
    },
    /// Nobody appoints themselves (2.1/7).
    #[error("nobody appoints themselves")]
    SelfAppointed,
    /// The person holds that post on those days already.
    #[error("{person} holds that post on those days already")]
    AppointmentOverlap {
        /// Who.
        person: String,
    },
    /// A parent enters chats, never a class (2.7/1).
    #[error("a parent joins chats, not classes")]
    ParentBelongsInChats,
    /// Students join classes, staff the staff room or a class (2.1/6).
    #[error("the role does not fit the place")]
    RoleMisfit,
    /// Nobody confirms their own status (2.1/10: separation of duties).
    #[error("nobody confirms their own status")]
    SelfConfirmed,
    /// Nobody represents themselves (1.5).
    #[error("nobody represents themselves")]
    SelfRepresented,
    /// The link is there already (1.5).
    #[error("{parent} represents {child} already")]
    RepresentationTwice {
        /// The representative.
        parent: String,
        /// The student.
        child: String,
    },
    /// The subject is there already.
    #[error("the subject {name} is there already")]
    SubjectTwice {
        /// Its name.
        name: String,
    },
    /// The class has that subject (and group) already (2.4/3a).
    #[error("{class} has that line already: {subject}")]
    LoadLineTwice {
        /// The class.
        class: String,
        /// The subject.
        subject: String,
    },
    /// A group of activity is for some class (1.6).
    #[error("a group needs a class")]
    NoClasses,
    /// The number is taken in that year (2.2/1).
    #[error("the number {number} of {year} is taken")]
    ActNumberTwice {
        /// The number.
        number: String,
        /// The calendar year.
        year: i32,
    },
    /// An order is signed by the head (2.2/1).
    #[error("an order is signed by the head")]
    OrderNotByHead,
    // Movement (2.1/11).
    /// The student is in no class on that day.
    #[error("{student} is in no class on {day}")]
    NotEnrolled {
        /// Who.
        student: String,
        /// The day.
        day: NaiveDate,
    },
    /// The student is in that class already.
    #[error("{student} is in {class} already")]
    SameClass {
        /// Who.
        student: String,
        /// Where.
        class: String,
    },
    /// Going up leads to a higher grade, repeating to the same one.
    #[error("the grade of {class} does not fit the movement")]
    GradeMisfit {
        /// The class.
        class: String,
    },
    /// Somebody who is away cannot go away again.
    #[error("{person} is away already")]
    AwayAlready {
        /// Who.
        person: String,
    },
    /// Only who is away comes back.
    #[error("{person} is not away")]
    NotAway {
        /// Who.
        person: String,
    },
    /// The class teacher is not the one of the approved distribution, and no order of its own says so (2.1/8).
    #[error("the approved distribution gives {class} to {approved}")]
    NotInDistribution {
        /// The class.
        class: String,
        /// Who was approved; empty where the class is not in the list.
        approved: String,
    },
    // Chats (2.2/6, 2.3/3, 2.4/3).
    /// Nothing was chosen.
    #[error("nothing was chosen")]
    NothingChosen,
    /// There is a chat for that already.
    #[error("the chat {chat} is there already")]
    ChatTwice {
        /// Its name.
        chat: String,
    },
    /// No rule asks for such a chat.
    #[error("no rule asks for the chat {chat}")]
    ChatNotAsked {
        /// Its name.
        chat: String,
    },
    /// No clause gives the person the right to keep the chat.
    #[error("{person} may not keep the chat {chat}")]
    ChatOwner {
        /// Who.
        person: String,
        /// The chat.
        chat: String,
    },
    /// A chat has an owner.
    #[error("the chat {chat} has no owner")]
    ChatWithoutOwner {
        /// The chat.
        chat: String,
    },
    /// What is in use is first put away.
    #[error("the chat {chat} is in use")]
    ChatInUse {
        /// The chat.
        chat: String,
    },
    /// The chat cannot go into that state from its own.
    #[error("the state of the chat {chat} does not allow it")]
    ChatState {
        /// The chat.
        chat: String,
    },
    /// An other chat says what it is for.
    #[error("an other chat needs a purpose")]
    ChatWithoutPurpose,
    /// An other chat has members.
    #[error("an other chat needs members")]
    ChatWithoutMembers,
    /// An other chat of a class has members of the class only (2.3/3d).
    #[error("{person} is not of the circle of the class")]
    OutsideCircle {
        /// Who.
        person: String,
    },
    /// The person belongs into the chat already.
    #[error("{person} belongs into the chat already")]
    BelongsAlready {
        /// Who.
        person: String,
    },
    /// The person does not belong into the chat.
    #[error("{person} does not belong into the chat")]
    BelongsNot {
        /// Who.
        person: String,
    },
    /// Somebody cannot be both in a chat and out of it by exception.
    #[error("{person} is an exception in both ways")]
    BothExceptions {
        /// Who.
        person: String,
    },
    /// An exception has a reason (1.4).
    #[error("an exception needs a reason")]
    ExceptionWithoutReason,
    /// The school does without a required chat for a reason, and somebody decided it (1.4).
    #[error("doing without a chat needs a reason and an author")]
    ExcuseWithoutReason,
    /// Quiet hours cannot fill the day (3.1).
    #[error("quiet hours begin and end at different times of a day")]
    QuietHours,
    /// The step was ticked already, or is not to be done any more.
    #[error("the step is not open any more in {chat}")]
    StepGone {
        /// The chat.
        chat: String,
    },
    /// There is nothing to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is nothing to redo.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// A record was changed after the act that is to be undone.
    #[error("a record was changed later")]
    ChangedLater,
    /// The proposal was made for an older state of the plan.
    #[error("the plan changed since the preview")]
    PlanMoved,
    /// The day does not lie within the term.
    #[error("the day {day} lies outside the term")]
    DayOutside {
        /// The day.
        day: NaiveDate,
    },
    /// The storage takes no more growth; export and clean up first.
    #[error("the storage is nearly full")]
    StorageFull,
    /// The plan is open read-only.
    #[error("the plan is open read-only")]
    ReadOnly,
}
