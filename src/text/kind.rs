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
    }
}
