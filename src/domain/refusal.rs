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
    /// A year has one approved distribution (2.1/8).
    #[error("there is a distribution of that year already")]
    SecondDistribution,
    // The register of the regulation, acknowledgement, consents, activists, the move to another platform.
    /// A text or the data of an edition are larger than any regulation.
    #[error("the text is too large")]
    FileTooLarge,
    /// An edition amends an earlier one (1.3).
    #[error("an edition cannot amend itself")]
    AmendsItself,
    /// The council adopts by a protocol (1.3).
    #[error("the paper is no protocol")]
    NotAProtocol,
    /// The head approves by an order (1.3).
    #[error("the paper is no order")]
    NotAnOrder,
    /// The order of approval names its signer (1.3).
    #[error("the order is not signed by the head")]
    OrderUnsigned,
    /// The council adopts before the head approves (1.3).
    #[error("the protocol of {protocol} is later than the order of {order}")]
    ApprovalBackwards {
        /// The day of the protocol.
        protocol: NaiveDate,
        /// The day of the order.
        order: NaiveDate,
    },
    /// An edition that was not approved is not in force (4.1).
    #[error("the edition is not approved")]
    NotApproved,
    /// An edition is in force from its approval (4.1).
    #[error("in force before the order of {day}")]
    BeforeOrder {
        /// The day.
        day: NaiveDate,
    },
    /// At most one edition is in force (4.2).
    #[error("{title} is in force on those days")]
    SecondEdition {
        /// The edition.
        title: String,
    },
    /// An edition that was in force stays readable (4.2).
    #[error("{title} was in force and stays readable")]
    EditionKept {
        /// The edition.
        title: String,
    },
    /// An act of law stands once in the register (1.2).
    #[error("the act of law {number} is there already")]
    LegalActTwice {
        /// Its number.
        number: String,
    },
    /// The edition in force leaves no such question open.
    #[error("the edition asks no such question")]
    UnknownQuestion,
    /// The data of an edition cannot be read.
    #[error("the data of the edition cannot be read")]
    EditionUnreadable,
    /// A choice of the school says why.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// Nobody and nothing was chosen.
    #[error("nobody was chosen")]
    NobodyChosen,
    /// A class has one sheet for a paper (2.5/4).
    #[error("{class} has that sheet already")]
    SheetTwice {
        /// The class.
        class: String,
    },
    /// A mark is of somebody on the sheet.
    #[error("{person} is not on the sheet")]
    NotOnSheet {
        /// Who.
        person: String,
    },
    /// An answer to the question of consent has its day.
    #[error("an answer has its day")]
    ConsentUndated,
    /// What was never given cannot be withdrawn.
    #[error("{person} never gave consent")]
    NotGiven {
        /// Who.
        person: String,
    },
    /// Activists are parents or students of their class (2.2/6c, 2.2/6d).
    #[error("{person} is not of {class}")]
    NotOfClass {
        /// Who.
        person: String,
        /// The class.
        class: String,
    },
    /// A class has one group of activists of a kind.
    #[error("{class} has such a group already")]
    ActivistsTwice {
        /// The class.
        class: String,
    },
    /// Something has one counterpart on the next platform.
    #[error("{name} has a counterpart already")]
    CounterpartTwice {
        /// What.
        name: String,
    },
    /// Something has moved when everybody is there.
    #[error("{count} have not moved yet")]
    StillMissing {
        /// How many.
        count: u64,
    },
    /// A move has a platform to go to.
    #[error("there is no next platform")]
    NoNextPlatform,
    /// The platform is switched when everything has moved.
    #[error("{count} have not moved")]
    MoveUnfinished {
        /// How many.
        count: u64,
    },
    // Chats (2.2/6, 2.3/3, 2.4/3).
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
    /// The plan is looked at as somebody else sees it.
    #[error("the plan is only previewed")]
    OnlyPreviewed,
    /// The plan is looked at as it stands on another day.
    #[error("the plan is shown on another day")]
    OnlyThatDay,
    /// What is open is the edition that the school published for its staff.
    #[error("the published edition is read-only")]
    OnlyPublished,
    // Control (2.2/7).
    /// Nobody is named who checks or verifies (2.2/7).
    #[error("nobody is named who checks")]
    NoChecker,
    /// The person is not of the administration (2.2/7).
    #[error("{person} is not of the administration")]
    NotAdministration {
        /// Who.
        person: String,
    },
    /// The checker would check the own work (2.2/7).
    #[error("{person} is the subject of the check")]
    CheckerIsSubject {
        /// Who.
        person: String,
    },
    /// The responsible would verify the own work (2.2/7).
    #[error("{person} is responsible for what is verified")]
    VerifiesOwnWork {
        /// Who.
        person: String,
    },
    /// A deadline or a mending lies before the check.
    #[error("{day} is before the check")]
    BeforeCheck {
        /// The day.
        day: NaiveDate,
    },
    /// The finding is not in the state that the step needs.
    #[error("the finding is in another state")]
    FindingElsewhere,
    /// It is not said why.
    #[error("a reason is needed")]
    NoGrounds,
    // Invites, requests, statuses, administrators, registration.
    /// Nothing was chosen.
    #[error("nothing is chosen")]
    NothingChosen,
    /// The person has an open invite to the place (2.1/6).
    #[error("{person} has an open invite there")]
    InviteTwice {
        /// Who.
        person: String,
    },
    /// More people would join than the link lets in (2.1/6).
    #[error("the link lets in {most} at most")]
    InviteSpent {
        /// How many.
        most: u32,
    },
    /// The person has joined by the invite already.
    #[error("{person} has joined by it already")]
    InviteUsed {
        /// Who.
        person: String,
    },
    /// A final state of an invite stays what it is (2.1/12).
    #[error("the state of the invite is final")]
    InviteFinal,
    /// What was issued is kept for ever (2.1/12).
    #[error("an issued invite is kept")]
    InviteKept,
    /// Somebody joined by the invite, so it is not unclaimed (2.1/12).
    #[error("somebody joined by it")]
    InviteClaimed,
    /// Nobody joined by the invite, so there is nothing to close (2.1/12).
    #[error("nobody joined by it")]
    NobodyJoined,
    /// The time of the invite has not run out.
    #[error("its time has not run out")]
    NotExpired,
    /// There is no link yet (2.1/6).
    #[error("there is no link yet")]
    NoLink,
    /// The text is no link.
    #[error("`{text}` is no link")]
    NotALink {
        /// What was typed.
        text: String,
    },
    /// The link belongs to another open invite.
    #[error("the link {link} belongs to another invite")]
    LinkTwice {
        /// The link.
        link: String,
    },
    /// The student does not belong there (2.1/6, 2.5/1).
    #[error("{person} does not belong to {place}")]
    NotOfPlace {
        /// Who.
        person: String,
        /// Where.
        place: String,
    },
    /// The parent has no child there and is no activist (2.7/1).
    #[error("{person} has no child there")]
    NoChildThere {
        /// Who.
        person: String,
    },
    /// The school invites students from a grade on (2.1/6).
    #[error("students are invited from grade {grade}")]
    BelowGrade {
        /// The lowest grade.
        grade: u8,
    },
    /// The request was decided already (2.1/9).
    #[error("the request was decided already")]
    RequestDecided,
    /// A decided request is kept (2.1/9).
    #[error("a decided request is kept")]
    RequestKept,
    /// The person has another role or class than the request claims (2.1/9).
    #[error("{person} has another role or class")]
    RequestMismatch {
        /// Who.
        person: String,
    },
    /// A request is approved as somebody of the roster (2.1/9).
    #[error("nobody of the roster is named")]
    NobodyMatched,
    /// The status is not at that step (2.1/10).
    #[error("the status of {person} is not at that step")]
    StatusOutOfTurn {
        /// Who.
        person: String,
    },
    /// The appointment has ended already.
    #[error("the appointment of {person} has ended")]
    AppointmentOver {
        /// Who.
        person: String,
    },
    /// The application lacks a contact or the order (2.1/1).
    #[error("the application is not complete")]
    ApplicationIncomplete,
    /// The application was not sent yet (2.1/1).
    #[error("the application was not sent")]
    ApplicationNotSent,
    /// The application was sent already (2.1/1).
    #[error("the application was sent already")]
    ApplicationSent,
    // Channels, events, support, statistics.
    /// A text of several paragraphs is longer than one takes.
    #[error("a text is longer than {most} characters")]
    TextTooLong {
        /// How many characters it takes.
        most: usize,
    },
    /// No clause gives the person the right.
    #[error("no clause grants {person} action {action}")]
    NotGranted {
        /// Who.
        person: String,
        /// The row of the matrix.
        action: u16,
        /// The roles that may instead.
        instead: Vec<String>,
    },
    /// There is one such channel already (2.1/13).
    #[error("the channel {name} is there already")]
    ChannelTwice {
        /// Its name.
        name: String,
    },
    /// The channel of the staff is for the staff (2.1/13).
    #[error("the staff channel is for the staff")]
    OutsidersInStaffChannel,
    /// A channel has nobody who publishes (2.1/13).
    #[error("the channel {channel} has no editor")]
    NoEditor {
        /// Its name.
        channel: String,
    },
    /// A publication has no material (2.2/5).
    #[error("{title} has no material")]
    NoMaterial {
        /// The publication.
        title: String,
    },
    /// The material of a publication is not accepted (2.2/5).
    #[error("the material of {title} is not accepted")]
    MaterialNotAccepted {
        /// The publication.
        title: String,
    },
    /// A material has nobody who gives it (2.2/5).
    #[error("{title} has no author")]
    NoAuthor {
        /// The material.
        title: String,
    },
    /// What is asked does not fit how far it is.
    #[error("{what} is in another state")]
    WrongState {
        /// What it is about.
        what: String,
    },
    /// An event has nobody who runs it (2.1/14).
    #[error("{title} has no host")]
    NoHost {
        /// The event.
        title: String,
    },
    /// An event is for nobody (2.1/14).
    #[error("{title} has no audience")]
    NoAudience {
        /// The event.
        title: String,
    },
    /// A remote lesson is one of the plan (2.4/4).
    #[error("{title} has no line of the plan")]
    NoLine {
        /// The lesson.
        title: String,
    },
    /// A time does not lie within a day.
    #[error("{title} does not fit into a day")]
    TimeOutsideDay {
        /// The event.
        title: String,
    },
    /// It lies in the future.
    #[error("the day {day} has not come")]
    NotYet {
        /// The day.
        day: NaiveDate,
    },
    /// A request for help has nobody who answers it (2.1/15).
    #[error("{topic} has no owner")]
    NoOwner {
        /// The request.
        topic: String,
    },
    /// A letter to support is about no request (2.1/16).
    #[error("a letter needs a request")]
    NoTickets,
    /// A figure is greater than its whole (2.1/17).
    #[error("{name} is more than its whole")]
    FigureAboveWhole {
        /// The figure.
        name: String,
    },
    /// There are figures of the same days already (2.1/17).
    #[error("there are figures of {period} already")]
    ReportTwice {
        /// The days.
        period: String,
    },
    /// A report was given to the head (2.1/17).
    #[error("the report of {period} was submitted")]
    ReportSubmitted {
        /// The days.
        period: String,
    },
    /// A report says nothing (2.1/17).
    #[error("the report of {period} is empty")]
    NoFigures {
        /// The days.
        period: String,
    },
    /// A report goes to the head (2.1/17).
    #[error("{person} is not the head")]
    NotHead {
        /// Who.
        person: String,
    },
}
