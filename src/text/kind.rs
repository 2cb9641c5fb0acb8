//! What kinds of records are called.

use crate::domain::RecordKind;

use super::{Lang, msg};

/// One record of the kind: «класс».
#[must_use]
pub fn one(lang: Lang, kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Organisation => msg::kind_organisation(lang),
        RecordKind::PlatformProfile => msg::kind_platform(lang),
        RecordKind::Settings => msg::kind_settings(lang),
        RecordKind::SchoolYear => msg::kind_school_year(lang),
        RecordKind::LocalAct => msg::kind_local_act(lang),
        RecordKind::Person => msg::kind_person(lang),
        RecordKind::Class => msg::kind_class(lang),
        RecordKind::Nomenclature => msg::kind_nomenclature(lang),
        RecordKind::Enrolment => msg::kind_enrolment(lang),
        RecordKind::Representation => msg::kind_representation(lang),
        RecordKind::Position => msg::kind_position(lang),
        RecordKind::HomeroomAssignment => msg::kind_homeroom(lang),
        RecordKind::Appointment => msg::kind_appointment(lang),
        RecordKind::Membership => msg::kind_membership(lang),
        RecordKind::Verification => msg::kind_verification(lang),
        RecordKind::Subject => msg::kind_subject(lang),
        RecordKind::LoadLine => msg::kind_load_line(lang),
        RecordKind::ActivityGroup => msg::kind_activity_group(lang),
        RecordKind::ActiveGroup => msg::kind_active_group(lang),
        RecordKind::Interpretation => msg::kind_interpretation(lang),
        RecordKind::ImportProfile => msg::kind_import_profile(lang),
        RecordKind::RegistrationApplication => msg::kind_registration_application(lang),
        RecordKind::HomeroomDistribution => msg::kind_homeroom_distribution(lang),
        RecordKind::Invite => msg::kind_invite(lang),
        RecordKind::JoinRequest => msg::kind_join_request(lang),
        RecordKind::Movement => msg::kind_movement(lang),
        RecordKind::Chat => msg::kind_chat(lang),
        RecordKind::Channel => msg::kind_channel(lang),
        RecordKind::Material => msg::kind_material(lang),
        RecordKind::Publication => msg::kind_publication(lang),
        RecordKind::Event => msg::kind_event(lang),
        RecordKind::SupportTicket => msg::kind_support_ticket(lang),
        RecordKind::VendorCase => msg::kind_vendor_case(lang),
        RecordKind::FaqEntry => msg::kind_faq_entry(lang),
        RecordKind::StatReport => msg::kind_stat_report(lang),
        RecordKind::ControlCheck => msg::kind_control_check(lang),
        RecordKind::RegulationEdition => msg::kind_regulation_edition(lang),
        RecordKind::LegalAct => msg::kind_legal_act(lang),
        RecordKind::GapNote => msg::kind_gap_note(lang),
        RecordKind::AcknowledgementSheet => msg::kind_acknowledgement_sheet(lang),
        RecordKind::IssuedDocument => msg::kind_issued_document(lang),
        RecordKind::Counterpart => msg::kind_counterpart(lang),
        RecordKind::Attestation => msg::kind_attestation(lang),
        RecordKind::NextPlatform => msg::kind_next_platform(lang),
        RecordKind::SealedFile => msg::kind_sealed_file(lang),
    }
}
