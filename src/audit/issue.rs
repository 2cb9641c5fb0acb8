//! What can be the matter, with the facts that a sentence needs; `text::audit` says each.

use chrono::NaiveDate;

use crate::domain::{
    ChannelId, ChannelKind, ChatId, ClassId, ClassLabel, ClauseId, ControlCheckId, EventId, InviteId, JoinRequestId,
    MovementKind, PersonId, PublicationId, RegistrationApplicationId, RegulationEditionId, SupportTicketId,
    VendorCaseId,
};
use crate::plan::overlap::Shared;
use crate::regulation::Bilingual;

/// What an application lacks (2.1/1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// The order of appointment.
    Order,
    /// The name.
    Name,
    /// The e-mail.
    Email,
    /// The mobile phone.
    Phone,
}

/// What is the matter.
#[allow(missing_docs, reason = "the line of a variant names its facts")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issue {
    /// L01: no edition is in force.
    NoEdition,
    /// L01: the edition has no order of approval.
    EditionWithoutOrder { edition: RegulationEditionId },
    /// L01: the edition has no protocol of the council.
    EditionWithoutProtocol { edition: RegulationEditionId },
    /// L01: the protocol is later than the order.
    ProtocolAfterOrder { edition: RegulationEditionId, protocol: NaiveDate, order: NaiveDate },
    /// L01: in force before its order.
    ForceBeforeOrder { edition: RegulationEditionId, from: NaiveDate, order: NaiveDate },
    /// L01: several editions are in force at once (4.2).
    EditionsOverlap { count: usize },
    /// L02: nobody is the administrator.
    NoAdministrator,
    /// L02: an administrator without an order.
    AdministratorWithoutOrder { person: PersonId },
    /// L02, L09: an administrator who is no pedagogue.
    AdministratorNotPedagogue { person: PersonId },
    /// L03: there is no application.
    NoApplication,
    /// L03: an application lacks something.
    ApplicationLacks { application: RegistrationApplicationId, lacks: Vec<Lack> },
    /// L03: the phone of the registration is not that of the application.
    PhoneMismatch { application: RegistrationApplicationId },
    /// L03: the application was sent, and nobody has registered.
    NotRegistered { application: RegistrationApplicationId, days: i64 },
    /// L04: no staff room.
    NoStaffRoom,
    /// L04: several staff rooms.
    StaffRooms { count: usize },
    /// L04: a student or a representative is in the staff room.
    OutsiderInStaffRoom { person: PersonId },
    /// L05: neither joined nor invited.
    NotInvited { person: PersonId },
    /// L06: there is no approved list of classes.
    NoNomenclature,
    /// L06: the approved list has no order.
    NomenclatureWithoutOrder,
    /// L06: a class that the approved list has not.
    ClassNotApproved { class: ClassId },
    /// L06: a class of the approved list that was not created.
    ClassNotCreated { label: ClassLabel },
    /// L06: one class twice, be it in look-alike letters.
    ClassTwice { class: ClassId, twin: ClassId },
    /// L07: the role does not fit the place.
    InviteMisfit { invite: InviteId },
    /// L07: the issuer had no right.
    InviteIssuer { invite: InviteId, issuer: PersonId },
    /// L07: a representative is a member of a class.
    ParentInClass { person: PersonId, class: ClassId },
    /// L08: two open invites for one person and place.
    InviteTwice { person: PersonId, count: usize },
    /// L08: more people joined by a link than it was for.
    InviteOverused { invite: InviteId, uses: usize, meant: usize },
    /// L09: an additional administrator who never joined.
    AdditionalNotJoined { person: PersonId },
    /// L09: an additional administrator without a confirmed status.
    AdditionalNotVerified { person: PersonId },
    /// L10: a class without a class teacher.
    NoHomeroom { class: ClassId },
    /// L10: no distribution was approved.
    NoDistribution,
    /// L10: another class teacher than the approved one.
    HomeroomMismatch { class: ClassId, teacher: PersonId, approved: PersonId },
    /// L10: a class teacher who rests on no order.
    HomeroomWithoutOrder { class: ClassId, teacher: PersonId },
    /// L10: one person leads more classes than the school wants.
    TooManyClasses { person: PersonId, count: usize },
    /// L11: a request waits too long.
    RequestWaits { request: JoinRequestId, days: i64 },
    /// L11: approved without anybody of the roster.
    RequestUnmatched { request: JoinRequestId },
    /// L11: a representative's request was approved.
    ParentApproved { request: JoinRequestId },
    /// L12: a status waits too long.
    StatusWaits { person: PersonId, days: i64 },
    /// L12: somebody confirmed the own status.
    SelfConfirmed { person: PersonId },
    /// L13: a student is in no class.
    NoClass { person: PersonId },
    /// L13: a student is in several classes at once.
    TwoClasses { person: PersonId },
    /// L13: somebody who left is still a member of a class or the staff room.
    GoneStillMember { person: PersonId, since: NaiveDate },
    /// L13: a student is still a member of the class that was left.
    StillInOldClass { person: PersonId, class: ClassId },
    /// L13: somebody who left is still in chats.
    GoneStillInChats { person: PersonId, count: usize },
    /// L13: somebody who changed the class is still in its chats.
    MovedStillInChats { person: PersonId, count: usize },
    /// L13: an open link for somebody who left.
    GoneInvited { invite: InviteId, person: PersonId },
    /// L13: somebody who left still teaches lines.
    GoneTeaches { person: PersonId, count: usize },
    /// L13: somebody who left still leads a class.
    GoneLeads { person: PersonId, class: ClassId },
    /// L13: somebody who left is still an administrator.
    GoneAdministers { person: PersonId },
    /// L13: steps on the platform are not done.
    StepsOpen { person: PersonId, kind: MovementKind, count: usize, since: NaiveDate },
    /// L14: nobody used a link for too long.
    Unclaimed { invite: InviteId, days: i64 },
    /// L14: a link was revoked without an act.
    RevokedWithoutAct { invite: InviteId },
    /// L15: one of the named channels is missing.
    NoChannel { kind: ChannelKind },
    /// L15: nobody edits a channel.
    NoEditor { channel: ChannelId },
    /// L15: a publication has no material.
    PostWithoutMaterial { publication: PublicationId },
    /// L15: outsiders read the staff's channel.
    StaffChannelOutsiders { channel: ChannelId, count: usize },
    /// L15: the staff's channel is meant for others too.
    StaffChannelAudience { channel: ChannelId },
    /// L16: an event has no host.
    NoHost { event: EventId },
    /// L16: an event is for nobody.
    NoAudience { event: EventId },
    /// L16: an event has no time.
    NoTime { event: EventId },
    /// L16: more people than the platform takes.
    AudienceOverLimit { event: EventId, count: usize, limit: u32 },
    /// L16: nobody wrote down what became of an event.
    EventLeftOpen { event: EventId },
    /// L16: two events share a host, a class or a room at one time.
    EventsOverlap { first: EventId, second: EventId, shared: Vec<Shared> },
    /// L17: nobody answers a request for help.
    TicketWithoutOwner { ticket: SupportTicketId },
    /// L17: a request for help is late.
    TicketOverdue { ticket: SupportTicketId, days: i64 },
    /// L17: a letter to support is about no request.
    CaseWithoutTicket { case: VendorCaseId },
    /// L18: no report for too long.
    NoReport { days: u16 },
    /// L19: no order on use.
    NoUseOrder,
    /// L20: a management chat is missing.
    NoManagementChat { chat: Bilingual },
    /// L21: no check for too long.
    NoCheck { days: u16 },
    /// L21: a finding of a check is past its deadline.
    CheckOverdue { check: ControlCheckId, count: usize, deadline: NaiveDate },
    /// L21: a check without a checker.
    NoChecker { check: ControlCheckId },
    /// L21: the checker is the subject of the check.
    CheckerChecked { check: ControlCheckId, person: PersonId },
    /// L21: the checker is not of the administration.
    CheckerOutside { check: ControlCheckId, person: PersonId },
    /// L22: chats of a class are missing.
    NoClassChats { class: ClassId, chats: Vec<Bilingual> },
    /// L20, L22, L23: one chat twice.
    ChatTwice { chat: ChatId },
    /// L20, L22, L23: another owner than the rule says.
    ChatOwner { chat: ChatId, owner: Option<PersonId>, expected: Option<PersonId> },
    /// L20, L22, L23: members differ from the rule.
    ChatMembers { chat: ChatId, missing: usize, extra: usize, misroled: usize },
    /// L23: chats of lines or groups are missing.
    NoSubjectChats { class: Option<ClassId>, chats: Vec<Bilingual> },
    /// L23: a chat that nothing of the plan asks for.
    ChatWithoutLine { chat: ChatId },
    /// L20, L22, L23: a chat beyond the rules without a purpose.
    NoPurpose { chat: ChatId },
    /// L24: students or representatives are not in a chat that they should be in.
    NotInChat { chat: ChatId, count: usize },
    /// L24: a person without any role.
    NoRole { person: PersonId },
    /// L24: a student without a representative.
    NoParent { person: PersonId },
    /// L25: a class got no memo on security.
    NoMemo { class: ClassId },
    /// L25: students have not confirmed the memo.
    MemoOpen { class: ClassId, count: usize },
    /// L26: a chat without a moderator.
    NoModerator { chat: ChatId },
    /// L26: chats without quiet hours or rules.
    ChatsUnregulated { hours: usize, rules: usize },
    /// L26: members were not compared for long.
    ChatsUnchecked { count: usize, days: u16 },
    /// L26: consents nobody wrote down.
    ConsentUnknown { class: Option<ClassId>, count: usize },
    /// L26: somebody without consent counts as taking part.
    ConsentMissing { person: PersonId },
    /// L26: the law on personal data is not among the acts.
    NoPersonalDataLaw,
    /// L27: homonyms in a class.
    Homonyms { class: ClassId, name: String, count: usize },
    /// L27: two spellings of one name, perhaps one person twice.
    Twins { person: PersonId, twin: PersonId },
    /// L27: Latin letters in a Russian name.
    LatinInName { person: PersonId },
    /// L28: something refers to an edition that is no longer in force.
    SupersededEdition { edition: RegulationEditionId, count: usize },
    /// L28: the rules at work are not those of the edition in force.
    OtherRules { edition: RegulationEditionId },
    /// L28: open questions of the text that the school has not decided.
    Undecided { count: usize },
    /// L28: the text has no such clause.
    ClauseAbsent { clause: ClauseId },
}
