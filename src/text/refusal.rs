//! Why a command is not possible, in words, with what helps.

use crate::domain::{Reason, Refusal};
use crate::regulation::{ActionId, Regulation, RoleId};

use super::{Lang, date, decision, kind, msg};

/// The whole sentence with its clause: «Класс 7А уже есть в этом году. Пункт 2.1/5.»
#[must_use]
pub fn sentence(lang: Lang, refusal: &Refusal) -> String {
    let reason = reason(lang, &refusal.reason);
    msg::refusal_with_clause(lang, &refusal.clause.to_string(), &reason)
}

/// What stands against it and what to do next.
#[must_use]
pub fn reason(lang: Lang, reason: &Reason) -> String {
    match reason {
        Reason::EmptyField => msg::refusal_empty_field(lang).into(),
        Reason::TooLong => msg::refusal_too_long(lang).into(),
        Reason::MissingRecord { kind } => msg::refusal_missing_record(lang, kind::one(lang, *kind)),
        Reason::PeriodBackwards => msg::refusal_period_backwards(lang).into(),
        Reason::YearTwice { label } => msg::refusal_year_twice(lang, label),
        Reason::SecondStaffRoom => msg::refusal_second_staff_room(lang).into(),
        Reason::ClassTwice { label } => msg::refusal_class_twice(lang, label),
        Reason::EnrolmentOverlap { student, class } => msg::refusal_enrolment_overlap(lang, class, student),
        Reason::StudentInStaffRoom => msg::refusal_student_in_staff_room(lang).into(),
        Reason::HomeroomTaken { class, teacher } => msg::refusal_homeroom_taken(lang, class, teacher),
        Reason::NotStaff { person } => msg::refusal_not_staff(lang, person),
        Reason::NotPedagogue { person } => msg::refusal_not_pedagogue(lang, person),
        Reason::NoOrder => msg::refusal_no_order(lang).into(),
        Reason::NotJoined { person } => msg::refusal_not_joined(lang, person),
        Reason::SelfAppointed => msg::refusal_self_appointed(lang).into(),
        Reason::AppointmentOverlap { person } => msg::refusal_appointment_overlap(lang, person),
        Reason::ParentBelongsInChats => msg::refusal_parent_belongs_in_chats(lang).into(),
        Reason::RoleMisfit => msg::refusal_role_misfit(lang).into(),
        Reason::SelfConfirmed => msg::refusal_self_confirmed(lang).into(),
        Reason::SelfRepresented => msg::refusal_self_represented(lang).into(),
        Reason::RepresentationTwice { parent, child } => msg::refusal_representation_twice(lang, child, parent),
        Reason::SubjectTwice { name } => msg::refusal_subject_twice(lang, name),
        Reason::LoadLineTwice { class, subject } => msg::refusal_load_line_twice(lang, class, subject),
        Reason::NoClasses => msg::refusal_no_classes(lang).into(),
        Reason::ActNumberTwice { number, year } => msg::refusal_act_number_twice(lang, number, &year.to_string()),
        Reason::OrderNotByHead => msg::refusal_order_not_by_head(lang).into(),
        Reason::NotEnrolled { student, day } => msg::refusal_not_enrolled(lang, &date::short(*day), student),
        Reason::SameClass { student, class } => msg::refusal_same_class(lang, class, student),
        Reason::GradeMisfit { class } => msg::refusal_grade_misfit(lang, class),
        Reason::AwayAlready { person } => msg::refusal_away_already(lang, person),
        Reason::NotAway { person } => msg::refusal_not_away(lang, person),
        Reason::NotInDistribution { class, approved } if approved.is_empty() => msg::refusal_not_listed(lang, class),
        Reason::NotInDistribution { class, approved } => msg::refusal_not_in_distribution(lang, approved, class),
        Reason::SecondDistribution => msg::refusal_second_distribution(lang).into(),
        Reason::NothingToUndo => msg::nothing_to_undo(lang).into(),
        Reason::NothingToRedo => msg::nothing_to_redo(lang).into(),
        Reason::ChangedLater => msg::refusal_changed_later(lang).into(),
        Reason::PlanMoved => msg::refusal_plan_moved(lang).into(),
        Reason::DayOutside { day } => msg::refusal_day_outside(lang, &date::short(*day)),
        Reason::StorageFull => msg::refusal_storage_full(lang).into(),
        Reason::ReadOnly => msg::refusal_read_only(lang).into(),
        Reason::NoChecker => msg::refusal_no_checker(lang).into(),
        Reason::NotAdministration { person } => msg::refusal_not_administration(lang, person),
        Reason::CheckerIsSubject { person } => msg::refusal_checker_is_subject(lang, person),
        Reason::VerifiesOwnWork { person } => msg::refusal_verifies_own_work(lang, person),
        Reason::BeforeCheck { day } => msg::refusal_before_check(lang, &date::short(*day)),
        Reason::FindingElsewhere => msg::refusal_finding_elsewhere(lang).into(),
        Reason::NoGrounds => msg::refusal_no_grounds(lang).into(),
        Reason::TextTooLong { most } => msg::refusal_text_too_long(lang, &most.to_string()),
        Reason::NotGranted { person, action, instead } => {
            let regulation = Regulation::bundled();
            let instead: Vec<RoleId> = instead.iter().map(|role| RoleId::from(role.as_str())).collect();
            let action = decision::action_name(lang, regulation, ActionId(*action));
            msg::refusal_not_granted(lang, &action, &decision::role_list(lang, regulation, &instead), person)
        }
        Reason::ChannelTwice { name } => msg::refusal_channel_twice(lang, name),
        Reason::OutsidersInStaffChannel => msg::refusal_outsiders_in_staff_channel(lang).into(),
        Reason::NoEditor { channel } => msg::refusal_no_editor(lang, channel),
        Reason::NoMaterial { title } => msg::refusal_no_material(lang, title),
        Reason::MaterialNotAccepted { title } => msg::refusal_material_not_accepted(lang, title),
        Reason::NoAuthor { title } => msg::refusal_no_author(lang, title),
        Reason::WrongState { what } => msg::refusal_wrong_state(lang, what),
        Reason::NoHost { title } => msg::refusal_no_host(lang, title),
        Reason::NoAudience { title } => msg::refusal_no_audience(lang, title),
        Reason::NoLine { title } => msg::refusal_no_line(lang, title),
        Reason::TimeOutsideDay { title } => msg::refusal_time_outside_day(lang, title),
        Reason::NotYet { day } => msg::refusal_not_yet(lang, &date::short(*day)),
        Reason::NoOwner { topic } => msg::refusal_no_owner(lang, topic),
        Reason::NoTickets => msg::refusal_no_tickets(lang).into(),
        Reason::FigureAboveWhole { name } => msg::refusal_figure_above_whole(lang, name),
        Reason::ReportTwice { period } => msg::refusal_report_twice(lang, period),
        Reason::ReportSubmitted { period } => msg::refusal_report_submitted(lang, period),
        Reason::NoFigures { period } => msg::refusal_no_figures(lang, period),
        Reason::NotHead { person } => msg::refusal_not_head(lang, person),
    }
}
