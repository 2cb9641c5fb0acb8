//! The school and its rules.
//!
//! A person's act is a [`Command`]; [`School::handle`] answers with [`Changes`] or a [`Refusal`]; [`Workspace`] applies
//! the changes and keeps the journal. Nothing here knows a clock, randomness, a browser or a sentence.

mod acknowledgement;
mod act;
mod archive;
mod attestation;
mod change;
mod channel;
mod chat;
mod class;
mod class_label;
mod clause;
mod command;
mod contact;
mod control;
mod counterpart;
mod distribution;
mod document;
mod draft;
mod event;
pub mod id;
mod invite;
mod journal;
mod label;
mod link;
mod movement;
mod name;
mod organisation;
mod paper;
mod period;
mod person;
mod record;
mod refusal;
mod register;
mod registration;
mod request;
mod rule;
mod staff;
mod statistics;
mod study;
mod support;
/// Cleaning and comparing words.
pub mod words;
mod workspace;

pub use acknowledgement::{Acknowledge, AcknowledgementSheet, OpenSheets, SheetAudience, SheetSubject};
pub use act::{Act, Asked, Leave};
pub use archive::SealedFile;
pub use attestation::{Attestation, AttestationVerdict};
pub use change::{Change, Changes, NotAChange, Stale};
pub use channel::{
    AudienceGroup, Channel, ChannelKind, Material, MaterialState, MaterialStep, MoveMaterial, MovePublication,
    NotAGroup, PlanPublication, Publication, PublicationState, PublicationStep, SaveChannel,
};
pub use chat::{Chat, ChatRuleId, ChatScope, ChatState, QuietHours};
pub use class::{Class, ClassKind, Enrolment, HomeroomAssignment, Nomenclature, SchoolYear};
pub use class_label::{ClassLabel, NotAClass};
pub use clause::{ClauseId, NotAClause};
pub use command::{Author, Command, Context};
pub use contact::{Email, NotAPhone, NotAnEmail, Phone};
pub use control::{
    Attest, ControlCheck, ControlFinding, ControlScope, FindingState, FindingStep, MoveFinding, RecordCheck,
};
pub use counterpart::{Counterpart, CounterpartOf, CounterpartState, Move, MoveStep, PlanMove, SwitchPlatform};
pub use distribution::{ApproveDistribution, AttachApproved, HomeroomDistribution};
pub use document::{IssuedDocument, SignDocument};
pub use draft::Draft;
pub use event::{Audience, Event, EventFormat, EventKind, EventState, EventStep, MoveEvent, PlanEvent};
pub use id::*;
pub use invite::act as invite_act;
pub use invite::{Invite, InviteRole, InviteState, InviteTarget, InviteUse, Sending, SendingWay};
pub use journal::{Entry, Joined, Journal, KEPT_ENTRIES, PackedEntry, PackedJournal, Step};
pub use label::{Label, Verb};
pub(crate) use link::forget;
pub use link::{Hold, links};
pub use movement::{
    ChatNews, Handover, Movement, MovementKind, MovementStep, ReRole, RecordMovement, StepAction, Tick, TickSteps,
    UntickSteps,
};
pub use name::{NameError, PersonName};
pub use organisation::{NextPlatform, Organisation, PlatformProfile, Settings};
pub use paper::{ImportProfile, Interpretation, LocalAct, LocalActKind};
pub use period::Period;
pub use person::{Consent, ConsentState, Gender, Kinship, Participation, Person, Representation, SetConsent};
pub use record::{Altered, Record, RecordKey, RecordKind, Records, Row, School, Source, Sources, Table};
pub use refusal::{Reason, Refusal};
pub use register::{GapNote, LegalAct, RegulationEdition};
pub use registration::act as registration_act;
pub use registration::{ApplicationState, Registered, RegistrationApplication};
pub use request::{JoinRequest, RequestState};
pub(crate) use rule::check as check_rules;
pub use staff::{
    AdministratorPost, Appointment, MemberRole, Membership, Position, StaffCategory, Verification, VerificationState,
};
pub use statistics::{EnterStatistics, Figure, StatAccess, StatReport, Submission, SubmitReport, WithdrawReport};
pub use study::{ActiveGroup, ActiveGroupKind, ActivityGroup, Hours, LoadLine, Subject};
pub use support::{
    CaseState, CaseStep, Escalate, FaqEntry, MoveCase, MoveTicket, SaveTicket, SupportTicket, TicketState, TicketStep,
    VendorCase, WriteFaq,
};
pub use workspace::Workspace;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
