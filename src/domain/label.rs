//! The name of an act: what was done to what. `text` puts it into words.

use serde::{Deserialize, Serialize};

use super::id::{ClassId, PersonId};
use super::invite::InviteTarget;
use super::record::{Record, RecordKind, School};

/// Names an act of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Label {
    /// What was done.
    pub verb: Verb,
    /// To what kind of record.
    pub kind: RecordKind,
    /// To which one, in words: a name, a class.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// How many records changed.
    pub count: u32,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Verb {
    /// A record was created.
    Add,
    /// A record was edited.
    Edit,
    /// A record was removed.
    Remove,
    /// Classes were created by pattern.
    CreateClasses,
    /// A student moved to another class.
    ChangeClass,
    /// A class got a class teacher.
    AssignHomeroom,
    /// Lists were imported.
    ImportRoster,
    /// A snapshot was opened.
    OpenSnapshot,
    /// Another plan's changes were merged.
    MergePlan,
    /// The demo school was opened.
    OpenDemo,
    /// Invites were issued.
    IssueInvites,
    /// The links of invites were written down.
    LinkInvites,
    /// Invites were closed though they had uses left.
    CloseInvites,
    /// It was written down how invites were handed over.
    SendInvites,
    /// It was written down who joined by an invite.
    UseInvite,
    /// Invites ran out.
    ExpireInvites,
    /// An invite was replaced.
    SupersedeInvite,
    /// An invite was revoked.
    RevokeInvite,
    /// Unclaimed invites were revoked by an act.
    SweepInvites,
    /// A wrong role was mended: the link was revoked and a new one issued.
    ReRole,
    /// A request to join was approved.
    ApproveRequest,
    /// A request to join was declined.
    DeclineRequest,
    /// More was asked about a request.
    AskRequest,
    /// A request was taken back.
    WithdrawRequest,
    /// A status was confirmed.
    ConfirmStatus,
    /// A status was rejected.
    RejectStatus,
    /// Statuses are to be confirmed.
    RequireStatus,
    /// The school does without somebody's status.
    ExcuseStatus,
    /// A status was sent to be confirmed.
    SubmitStatus,
    /// Somebody was appointed.
    Appoint,
    /// An appointment ended.
    EndAppointment,
    /// A movement was recorded.
    RecordMovement,
    /// The school moved to the next year.
    Rollover,
    /// Steps on the platform were done.
    Tick,
    /// Steps on the platform are to be done again.
    Untick,
    /// Chats were created.
    CreateChats,
    /// A chat was changed.
    ChangeChat,
    /// Chats became read-only or were put away.
    CloseChats,
    /// The school does without a chat.
    ExcuseChat,
    /// An exception among the members of a chat was made.
    ExceptMember,
    /// Real members were compared with the plan.
    Reconcile,
    /// A channel was created.
    CreateChannel,
    /// A channel was changed.
    ChangeChannel,
    /// A material was handed in.
    SubmitMaterial,
    /// A material was given back.
    ReturnMaterial,
    /// A material was accepted.
    AcceptMaterial,
    /// A publication was planned.
    PlanPublication,
    /// A publication may go out.
    ReadyPublication,
    /// Something was published.
    Publish,
    /// A publication was cancelled.
    CancelPublication,
    /// An event was planned.
    PlanEvent,
    /// The equipment for an event was tried.
    RehearseEvent,
    /// An event took place.
    HoldEvent,
    /// An event was cancelled.
    CancelEvent,
    /// What was settled or called off is open again.
    Reopen,
    /// Somebody asked for help.
    OpenTicket,
    /// A request for help was answered.
    AnswerTicket,
    /// A request for help was settled.
    CloseTicket,
    /// Requests went to the platform's support.
    Escalate,
    /// A letter went to support.
    SendCase,
    /// A matter with support was settled.
    CloseCase,
    /// Support answered.
    AnswerCase,
    /// An answer to a frequent question was written.
    WriteFaq,
    /// Figures were entered.
    EnterStatistics,
    /// A report was given to the head.
    SubmitReport,
    /// A report was taken back from the head.
    WithdrawReport,
    /// A check was recorded.
    RecordCheck,
    /// What a check found was mended.
    FixFinding,
    /// It was verified that a finding was mended.
    VerifyFinding,
    /// An edition of the regulation was approved.
    ApproveEdition,
    /// A new edition of the regulation took effect.
    AdoptEdition,
    /// The approval of an edition was taken back.
    WithdrawApproval,
    /// The school chose how to read the regulation.
    Interpret,
    /// People confirmed that they know a paper.
    Acknowledge,
    /// A document was signed.
    SignDocument,
    /// Something moved to the next platform.
    Migrate,
    /// The school said how a clause is kept.
    Attest,
    /// The application for registration was sent.
    SendApplication,
    /// The platform answered the application.
    AnswerApplication,
    /// The administrator registered on the platform.
    RegisterAdministrator,
    /// A list of classes or class teachers was approved.
    ApproveStructure,
    /// Consents or participation were written down.
    SetConsent,
    /// A choice of the school was changed.
    Choose,
}

impl School {
    /// The full name of a person; empty where there is none.
    #[must_use]
    pub fn person_name(&self, id: PersonId) -> String {
        self.people().get(&id).map(|person| person.name.to_string()).unwrap_or_default()
    }

    /// The label of a class; empty for the staff room and where there is none.
    #[must_use]
    pub fn class_name(&self, id: ClassId) -> String {
        self.classes().get(&id).and_then(|class| class.label()).map(ToString::to_string).unwrap_or_default()
    }

    /// The place an invite leads to: a class or the name of a chat; empty for the staff room.
    #[must_use]
    pub fn target_name(&self, target: InviteTarget) -> String {
        match target {
            InviteTarget::Class(id) => self.class_name(id),
            InviteTarget::Chat(id) => self.chats().get(&id).map(|chat| chat.name.clone()).unwrap_or_default(),
        }
    }
}

impl Record {
    /// Says which record it is in the school's words: a name, a class, a number. Language-free.
    #[must_use]
    pub fn caption(&self, school: &School) -> String {
        let with_class = |what: String, class: ClassId| [what, school.class_name(class)].join(" · ");
        match self {
            Self::Organisation(row) => row.short_name.clone(),
            Self::PlatformProfile(row) => row.name.clone(),
            Self::Settings(_) => String::new(),
            Self::SchoolYear(row) => row.label(),
            Self::LocalAct(row) => format!("№ {} · {}", row.number, row.title),
            Self::Person(row) => row.name.to_string(),
            Self::Class(row) => row.label().map(ToString::to_string).unwrap_or_default(),
            Self::Nomenclature(row) => school.years().get(&row.year).map(|year| year.label()).unwrap_or_default(),
            Self::Enrolment(row) => with_class(school.person_name(row.student), row.class),
            Self::Representation(row) => {
                format!("{} · {}", school.person_name(row.parent), school.person_name(row.child))
            }
            Self::Position(row) => format!("{} · {}", school.person_name(row.person), row.title),
            Self::HomeroomAssignment(row) => with_class(school.person_name(row.teacher), row.class),
            Self::Appointment(row) => school.person_name(row.person),
            Self::Membership(row) => with_class(school.person_name(row.person), row.class),
            Self::Verification(row) => school.person_name(row.person),
            Self::Subject(row) => row.name.clone(),
            Self::LoadLine(row) => {
                let subject = school.subjects().get(&row.subject).map(|subject| subject.name.clone());
                with_class(subject.unwrap_or_default(), row.class)
            }
            Self::ActivityGroup(row) => row.name.clone(),
            Self::ActiveGroup(row) => row.class.map(|id| school.class_name(id)).unwrap_or_default(),
            Self::Interpretation(row) => row.question.clone(),
            Self::ImportProfile(row) => row.name.clone(),
            Self::RegistrationApplication(row) => row.name.clone(),
            Self::HomeroomDistribution(row) => {
                school.years().get(&row.year).map(|year| year.label()).unwrap_or_default()
            }
            Self::Invite(row) => {
                let target = school.target_name(row.target);
                let names: Vec<String> = row.addressees.iter().take(2).map(|id| school.person_name(*id)).collect();
                names.into_iter().chain([target]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            }
            Self::JoinRequest(row) => row.name.clone(),
            Self::Movement(row) => school.person_name(row.person),
            Self::Chat(row) => row.name.clone(),
            Self::Channel(row) => row.name.clone(),
            Self::Material(row) => row.title.clone(),
            Self::Publication(row) => row.title.clone(),
            Self::Event(row) => row.title.clone(),
            Self::SupportTicket(row) => row.topic.clone(),
            Self::VendorCase(row) => row.subject.clone(),
            Self::FaqEntry(row) => row.topic.clone(),
            Self::StatReport(row) => row.period.from.map(|day| day.to_string()).unwrap_or_default(),
            Self::ControlCheck(row) => row.on.to_string(),
            Self::RegulationEdition(row) => [row.title.as_str(), row.version.as_str()].join(" ").trim().to_owned(),
            Self::LegalAct(row) => row.number.clone(),
            Self::GapNote(row) => row.topic.clone(),
            Self::AcknowledgementSheet(row) => row.class.map(|id| school.class_name(id)).unwrap_or_default(),
            Self::IssuedDocument(row) => row.caption(),
            Self::Counterpart(row) => row.name.clone(),
            Self::Attestation(row) => row.clause.to_string(),
            Self::NextPlatform(row) => row.profile.name.clone(),
            Self::SealedFile(row) => row.file.clone(),
        }
    }
}
