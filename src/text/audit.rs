//! Findings of the audit in words: what is the matter, how grave, what mends it.

use crate::audit::{ClauseState, Finding, Issue, Lack, Lint, Remedy, Severity};
use crate::domain::{
    AttestationVerdict, ChannelKind, ChatId, ClassId, EventId, InviteId, PersonId, Record, RecordKey, Row, School,
};
use crate::regulation::Bilingual;

use super::{Lang, date, decision, msg};

/// How many names a sentence gives before it counts the rest.
const NAMED: usize = 6;

/// The sentence of a finding with its facts.
#[must_use]
pub fn sentence(lang: Lang, school: &School, finding: &Finding) -> String {
    Words { lang, school }.issue(&finding.issue)
}

/// What a lint looks after.
#[must_use]
pub const fn lint(lang: Lang, lint: Lint) -> &'static str {
    match lint {
        Lint::Edition => msg::audit_lint_edition(lang),
        Lint::Administrator => msg::audit_lint_administrator(lang),
        Lint::Registration => msg::audit_lint_registration(lang),
        Lint::StaffRoom => msg::audit_lint_staff_room(lang),
        Lint::StaffJoined => msg::audit_lint_staff_joined(lang),
        Lint::Nomenclature => msg::audit_lint_nomenclature(lang),
        Lint::InviteRight => msg::audit_lint_invite_right(lang),
        Lint::InviteTwice => msg::audit_lint_invite_twice(lang),
        Lint::AdditionalAdmin => msg::audit_lint_additional_admin(lang),
        Lint::Homeroom => msg::audit_lint_homeroom(lang),
        Lint::Request => msg::audit_lint_request(lang),
        Lint::Status => msg::audit_lint_status(lang),
        Lint::Movement => msg::audit_lint_movement(lang),
        Lint::Unclaimed => msg::audit_lint_unclaimed(lang),
        Lint::Channel => msg::audit_lint_channel(lang),
        Lint::Broadcast => msg::audit_lint_broadcast(lang),
        Lint::Support => msg::audit_lint_support(lang),
        Lint::Report => msg::audit_lint_report(lang),
        Lint::UseOrder => msg::audit_lint_use_order(lang),
        Lint::ManagementChat => msg::audit_lint_management_chat(lang),
        Lint::Control => msg::audit_lint_control(lang),
        Lint::ClassChat => msg::audit_lint_class_chat(lang),
        Lint::SubjectChat => msg::audit_lint_subject_chat(lang),
        Lint::Family => msg::audit_lint_family(lang),
        Lint::Memo => msg::audit_lint_memo(lang),
        Lint::Gap => msg::audit_lint_gap(lang),
        Lint::Identity => msg::audit_lint_identity(lang),
        Lint::Reading => msg::audit_lint_reading(lang),
    }
}

/// How grave a finding is.
#[must_use]
pub const fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => msg::audit_severity_error(lang),
        Severity::Warning => msg::audit_severity_warning(lang),
        Severity::Note => msg::audit_severity_note(lang),
    }
}

/// Findings of a degree: the label of their number.
#[must_use]
pub const fn severity_many(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => msg::audit_severity_errors(lang),
        Severity::Warning => msg::audit_severity_warnings(lang),
        Severity::Note => msg::audit_severity_notes(lang),
    }
}

/// How a clause stands.
#[must_use]
pub const fn state(lang: Lang, state: ClauseState) -> &'static str {
    match state {
        ClauseState::Fulfilled => msg::audit_state_fulfilled(lang),
        ClauseState::Partly => msg::audit_state_partly(lang),
        ClauseState::Unfulfilled => msg::audit_state_unfulfilled(lang),
        ClauseState::NotApplicable => msg::audit_state_not_applicable(lang),
        ClauseState::NeedsAttestation => msg::audit_state_needs_attestation(lang),
        ClauseState::Absent => msg::audit_state_absent(lang),
    }
}

/// What somebody attested.
#[must_use]
pub const fn verdict(lang: Lang, verdict: AttestationVerdict) -> &'static str {
    match verdict {
        AttestationVerdict::Fulfilled => msg::audit_verdict_fulfilled(lang),
        AttestationVerdict::Partly => msg::audit_verdict_partly(lang),
        AttestationVerdict::NotApplicable => msg::audit_verdict_not_applicable(lang),
    }
}

/// What to do about it: the label of the button.
#[must_use]
pub const fn remedy(lang: Lang, remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::Editions => msg::audit_fix_editions(lang),
        Remedy::Interpretations => msg::audit_fix_interpretations(lang),
        Remedy::UseOrder => msg::audit_fix_use_order(lang),
        Remedy::Administrators => msg::audit_fix_administrators(lang),
        Remedy::Registration => msg::audit_fix_registration(lang),
        Remedy::Structure => msg::audit_fix_structure(lang),
        Remedy::StructureOrders => msg::audit_fix_structure_orders(lang),
        Remedy::Class(_) => msg::audit_fix_class(lang),
        Remedy::Person(_) => msg::audit_fix_person(lang),
        Remedy::Invites => msg::audit_fix_invites(lang),
        Remedy::Invite(_) => msg::audit_fix_invite(lang),
        Remedy::Sweep => msg::audit_fix_sweep(lang),
        Remedy::Requests => msg::audit_fix_requests(lang),
        Remedy::Statuses => msg::audit_fix_statuses(lang),
        Remedy::Movement(_) => msg::audit_fix_movement(lang),
        Remedy::Movements => msg::audit_fix_movements(lang),
        Remedy::Chats => msg::audit_fix_chats(lang),
        Remedy::ClassChats(_) => msg::audit_fix_class_chats(lang),
        Remedy::Chat(_) => msg::audit_fix_chat(lang),
        Remedy::Channels => msg::audit_fix_channels(lang),
        Remedy::Publications => msg::audit_fix_publications(lang),
        Remedy::Event(..) => msg::audit_fix_event(lang),
        Remedy::Support => msg::audit_fix_support(lang),
        Remedy::Statistics => msg::audit_fix_statistics(lang),
        Remedy::Checks => msg::audit_fix_checks(lang),
        Remedy::Check(_) => msg::audit_fix_check(lang),
        Remedy::Memos => msg::audit_fix_memos(lang),
        Remedy::Consents => msg::audit_fix_consents(lang),
        Remedy::Load(_) => msg::audit_fix_load(lang),
        Remedy::LegalActs => msg::audit_fix_legal_acts(lang),
    }
}

/// Looks facts up and says them.
struct Words<'a> {
    lang: Lang,
    school: &'a School,
}

impl Words<'_> {
    fn person(&self, id: PersonId) -> String {
        self.school.person_name(id)
    }

    fn class(&self, id: ClassId) -> String {
        self.school.class_name(id)
    }

    fn days(&self, days: i64) -> String {
        msg::audit_days(self.lang, u64::try_from(days).unwrap_or_default())
    }

    fn caption<T: Row>(&self, id: T::Id) -> String {
        let record: Option<Record> = self.school.record(RecordKey::to::<T>(id));
        record.map(|record| record.caption(self.school)).unwrap_or_default()
    }

    fn invite(&self, id: InviteId) -> String {
        self.caption::<crate::domain::Invite>(id)
    }

    fn chat(&self, id: ChatId) -> String {
        self.caption::<crate::domain::Chat>(id)
    }

    fn event(&self, id: EventId) -> String {
        self.caption::<crate::domain::Event>(id)
    }

    fn chats(&self, chats: &[Bilingual]) -> String {
        let names: Vec<&str> = chats.iter().take(NAMED).map(|chat| decision::said(self.lang, chat)).collect();
        let list = names.join("; ");
        if chats.len() > NAMED { msg::audit_and_more(self.lang, &list, &count(chats.len() - NAMED)) } else { list }
    }

    fn issue(&self, issue: &Issue) -> String {
        use crate::domain::{Channel, JoinRequest, Publication, RegulationEdition, SupportTicket, VendorCase};
        let lang = self.lang;
        let edition = |id| self.caption::<RegulationEdition>(id);
        let check = |id| self.school.checks().get(&id).map(|row| date::short(row.on)).unwrap_or_default();
        let request = |id| self.caption::<JoinRequest>(id);
        let channel = |id| self.caption::<Channel>(id);
        match issue {
            Issue::NoEdition => msg::audit_no_edition(lang).into(),
            Issue::EditionWithoutOrder { edition: id } => msg::audit_edition_without_order(lang, &edition(*id)),
            Issue::EditionWithoutProtocol { edition: id } => msg::audit_edition_without_protocol(lang, &edition(*id)),
            Issue::ProtocolAfterOrder { protocol, order, .. } => {
                msg::audit_protocol_after_order(lang, &date::short(*order), &date::short(*protocol))
            }
            Issue::ForceBeforeOrder { from, order, .. } => {
                msg::audit_force_before_order(lang, &date::short(*from), &date::short(*order))
            }
            Issue::EditionsOverlap { count: n } => msg::audit_editions_overlap(lang, number(*n)),
            Issue::NoAdministrator => msg::audit_no_administrator(lang).into(),
            Issue::AdministratorWithoutOrder { person } => {
                msg::audit_administrator_without_order(lang, &self.person(*person))
            }
            Issue::AdministratorNotPedagogue { person } => {
                msg::audit_administrator_not_pedagogue(lang, &self.person(*person))
            }
            Issue::NoApplication => msg::audit_no_application(lang).into(),
            Issue::ApplicationLacks { lacks, .. } => {
                let lacks: Vec<&str> = lacks.iter().map(|lack| lack_word(lang, *lack)).collect();
                msg::audit_application_lacks(lang, &lacks.join(", "))
            }
            Issue::PhoneMismatch { .. } => msg::audit_phone_mismatch(lang).into(),
            Issue::NotRegistered { days, .. } => msg::audit_not_registered(lang, &self.days(*days)),
            Issue::NoStaffRoom => msg::audit_no_staff_room(lang).into(),
            Issue::StaffRooms { count: n } => msg::audit_staff_rooms(lang, number(*n)),
            Issue::OutsiderInStaffRoom { person } => msg::audit_outsider_in_staff_room(lang, &self.person(*person)),
            Issue::NotInvited { person } => msg::audit_not_invited(lang, &self.person(*person)),
            Issue::NoNomenclature => msg::audit_no_nomenclature(lang).into(),
            Issue::NomenclatureWithoutOrder => msg::audit_nomenclature_without_order(lang).into(),
            Issue::ClassNotApproved { class } => msg::audit_class_not_approved(lang, &self.class(*class)),
            Issue::ClassNotCreated { label } => msg::audit_class_not_created(lang, &label.to_string()),
            Issue::ClassTwice { class, .. } => msg::audit_class_twice(lang, &self.class(*class)),
            Issue::InviteMisfit { invite } => msg::audit_invite_misfit(lang, &self.invite(*invite)),
            Issue::InviteIssuer { invite, issuer } => {
                msg::audit_invite_issuer(lang, &self.invite(*invite), &self.person(*issuer))
            }
            Issue::ParentInClass { person, class } => {
                msg::audit_parent_in_class(lang, &self.class(*class), &self.person(*person))
            }
            Issue::InviteTwice { person, count: n } => msg::audit_invite_twice(lang, number(*n), &self.person(*person)),
            Issue::InviteOverused { invite, uses, meant } => {
                msg::audit_invite_overused(lang, &self.invite(*invite), &count(*meant), &count(*uses))
            }
            Issue::AdditionalNotJoined { person } => msg::audit_additional_not_joined(lang, &self.person(*person)),
            Issue::AdditionalNotVerified { person } => msg::audit_additional_not_verified(lang, &self.person(*person)),
            Issue::NoHomeroom { class } => msg::audit_no_homeroom(lang, &self.class(*class)),
            Issue::NoDistribution => msg::audit_no_distribution(lang).into(),
            Issue::HomeroomMismatch { class, teacher, approved } => {
                msg::audit_homeroom_mismatch(lang, &self.person(*approved), &self.class(*class), &self.person(*teacher))
            }
            Issue::HomeroomWithoutOrder { class, teacher } => {
                msg::audit_homeroom_without_order(lang, &self.class(*class), &self.person(*teacher))
            }
            Issue::TooManyClasses { person, count: n } => {
                msg::audit_too_many_classes(lang, number(*n), &self.person(*person))
            }
            Issue::RequestWaits { request: id, days } => {
                msg::audit_request_waits(lang, &self.days(*days), &request(*id))
            }
            Issue::RequestUnmatched { request: id } => msg::audit_request_unmatched(lang, &request(*id)),
            Issue::ParentApproved { request: id } => msg::audit_parent_approved(lang, &request(*id)),
            Issue::StatusWaits { person, days } => {
                msg::audit_status_waits(lang, &self.days(*days), &self.person(*person))
            }
            Issue::SelfConfirmed { person } => msg::audit_self_confirmed(lang, &self.person(*person)),
            Issue::NoClass { person } => msg::audit_no_class(lang, &self.person(*person)),
            Issue::TwoClasses { person } => msg::audit_two_classes(lang, &self.person(*person)),
            Issue::GoneStillMember { person, since } => {
                msg::audit_gone_still_member(lang, &self.person(*person), &date::short(*since))
            }
            Issue::StillInOldClass { person, class } => {
                msg::audit_still_in_old_class(lang, &self.class(*class), &self.person(*person))
            }
            Issue::GoneStillInChats { person, count: n } => {
                msg::audit_gone_still_in_chats(lang, number(*n), &self.person(*person))
            }
            Issue::MovedStillInChats { person, count: n } => {
                msg::audit_moved_still_in_chats(lang, number(*n), &self.person(*person))
            }
            Issue::GoneInvited { invite, person } => {
                msg::audit_gone_invited(lang, &self.invite(*invite), &self.person(*person))
            }
            Issue::GoneTeaches { person, count } => {
                msg::audit_gone_teaches(lang, number(*count), &self.person(*person))
            }
            Issue::GoneLeads { person, class } => {
                msg::audit_gone_leads(lang, &self.class(*class), &self.person(*person))
            }
            Issue::GoneAdministers { person } => msg::audit_gone_administers(lang, &self.person(*person)),
            Issue::StepsOpen { person, count: n, since, .. } => {
                msg::audit_steps_open(lang, number(*n), &self.person(*person), &date::short(*since))
            }
            Issue::Unclaimed { invite, days } => msg::audit_unclaimed(lang, &self.days(*days), &self.invite(*invite)),
            Issue::RevokedWithoutAct { invite } => msg::audit_revoked_without_act(lang, &self.invite(*invite)),
            Issue::NoChannel { kind } => {
                msg::audit_no_channel(lang, if *kind == ChannelKind::Staff { "staff" } else { "general" })
            }
            Issue::NoEditor { channel: id } => msg::audit_no_editor(lang, &channel(*id)),
            Issue::PostWithoutMaterial { publication } => {
                msg::audit_post_without_material(lang, &self.caption::<Publication>(*publication))
            }
            Issue::StaffChannelOutsiders { channel: id, count: n } => {
                msg::audit_staff_channel_outsiders(lang, &channel(*id), number(*n))
            }
            Issue::StaffChannelAudience { channel: id } => msg::audit_staff_channel_audience(lang, &channel(*id)),
            Issue::NoHost { event } => msg::audit_no_host(lang, &self.event(*event)),
            Issue::NoAudience { event } => msg::audit_no_audience(lang, &self.event(*event)),
            Issue::NoTime { event } => msg::audit_no_time(lang, &self.event(*event)),
            Issue::AudienceOverLimit { event, count: n, limit } => {
                msg::audit_audience_over_limit(lang, number(*n), &self.event(*event), &limit.to_string())
            }
            Issue::EventLeftOpen { event } => msg::audit_event_left_open(lang, &self.event(*event)),
            Issue::EventsOverlap { first, second, shared } => {
                let shared: Vec<String> =
                    shared.iter().map(|shared| super::event::shared(lang, self.school, shared)).collect();
                msg::audit_events_overlap(lang, &self.event(*first), &self.event(*second), &shared.join("; "))
            }
            Issue::TicketWithoutOwner { ticket } => {
                msg::audit_ticket_without_owner(lang, &self.caption::<SupportTicket>(*ticket))
            }
            Issue::TicketOverdue { ticket, days } => {
                msg::audit_ticket_overdue(lang, &self.days(*days), &self.caption::<SupportTicket>(*ticket))
            }
            Issue::CaseWithoutTicket { case } => {
                msg::audit_case_without_ticket(lang, &self.caption::<VendorCase>(*case))
            }
            Issue::NoReport { days } => msg::audit_no_report(lang, &self.days(i64::from(*days))),
            Issue::NoUseOrder => msg::audit_no_use_order(lang).into(),
            Issue::NoManagementChat { chat } => msg::audit_no_management_chat(lang, decision::said(lang, chat)),
            Issue::NoCheck { days } => msg::audit_no_check(lang, &self.days(i64::from(*days))),
            Issue::CheckOverdue { check: id, count: n, deadline } => {
                msg::audit_check_overdue(lang, &check(*id), number(*n), &date::short(*deadline))
            }
            Issue::NoChecker { check: id } => msg::audit_no_checker(lang, &check(*id)),
            Issue::CheckerChecked { check: id, person } => {
                msg::audit_checker_checked(lang, &check(*id), &self.person(*person))
            }
            Issue::CheckerOutside { check: id, person } => {
                msg::audit_checker_outside(lang, &check(*id), &self.person(*person))
            }
            Issue::NoClassChats { class, chats } => {
                msg::audit_no_class_chats(lang, &self.chats(chats), &self.class(*class))
            }
            Issue::ChatTwice { chat } => msg::audit_chat_twice(lang, &self.chat(*chat)),
            Issue::ChatOwner { chat, owner, expected } => {
                let name =
                    |id: &Option<PersonId>| id.map_or_else(|| msg::audit_nobody(lang).to_owned(), |id| self.person(id));
                msg::audit_chat_owner(lang, &self.chat(*chat), &name(expected), &name(owner))
            }
            Issue::ChatMembers { chat, missing, extra, misroled } => {
                msg::audit_chat_members(lang, &self.chat(*chat), &count(*extra), &count(*misroled), &count(*missing))
            }
            Issue::NoSubjectChats { class, chats } => {
                let class = class.map_or_else(|| msg::audit_whole_school(lang).to_owned(), |class| self.class(class));
                msg::audit_no_subject_chats(lang, &self.chats(chats), &class)
            }
            Issue::ChatWithoutLine { chat } => msg::audit_chat_without_line(lang, &self.chat(*chat)),
            Issue::NoPurpose { chat } => msg::audit_no_purpose(lang, &self.chat(*chat)),
            Issue::NotInChat { chat, count } => msg::audit_not_in_chat(lang, &self.chat(*chat), number(*count)),
            Issue::NoRole { person } => msg::audit_no_role(lang, &self.person(*person)),
            Issue::NoParent { person } => msg::audit_no_parent(lang, &self.person(*person)),
            Issue::NoMemo { class } => msg::audit_no_memo(lang, &self.class(*class)),
            Issue::MemoOpen { class, count: n } => msg::audit_memo_open(lang, &self.class(*class), number(*n)),
            Issue::NoModerator { chat } => msg::audit_no_moderator(lang, &self.chat(*chat)),
            Issue::ChatsUnregulated { hours, rules } => {
                msg::audit_chats_unregulated(lang, &count(*hours), &count(*rules))
            }
            Issue::ChatsUnchecked { count: n, days } => {
                msg::audit_chats_unchecked(lang, number(*n), &self.days(i64::from(*days)))
            }
            Issue::ConsentUnknown { class, count: n } => {
                let class =
                    class.map_or_else(|| msg::audit_consent_of_staff(lang).to_owned(), |class| self.class(class));
                msg::audit_consent_unknown(lang, &class, number(*n))
            }
            Issue::ConsentMissing { person } => msg::audit_consent_missing(lang, &self.person(*person)),
            Issue::NoPersonalDataLaw => msg::audit_no_personal_data_law(lang).into(),
            Issue::Homonyms { class, name, count: n } => {
                msg::audit_homonyms(lang, &self.class(*class), number(*n), name)
            }
            Issue::Twins { person, twin } => msg::audit_twins(lang, &self.person(*person), &self.person(*twin)),
            Issue::LatinInName { person } => msg::audit_latin_in_name(lang, &self.person(*person)),
            Issue::SupersededEdition { edition: id, count: n } => {
                msg::audit_superseded_edition(lang, number(*n), &edition(*id))
            }
            Issue::OtherRules { edition: id } => msg::audit_other_rules(lang, &edition(*id)),
            Issue::Undecided { count: n } => msg::audit_undecided(lang, number(*n)),
            Issue::ClauseAbsent { clause } => msg::audit_clause_absent(lang, &clause.to_string()),
        }
    }
}

const fn lack_word(lang: Lang, lack: Lack) -> &'static str {
    match lack {
        Lack::Order => msg::audit_lack_order(lang),
        Lack::Name => msg::audit_lack_name(lang),
        Lack::Email => msg::audit_lack_email(lang),
        Lack::Phone => msg::audit_lack_phone(lang),
    }
}

fn count(count: usize) -> String {
    count.to_string()
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
