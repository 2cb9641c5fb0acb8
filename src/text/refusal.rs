//! Why a command is not possible, in words, with what helps.

use crate::domain::{Reason, Refusal};

use super::{Lang, date, kind, msg};

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
        Reason::NothingChosen => msg::refusal_nothing_chosen(lang).into(),
        Reason::ChatTwice { chat } => msg::refusal_chat_twice(lang, chat),
        Reason::ChatNotAsked { chat } => msg::refusal_chat_not_asked(lang, chat),
        Reason::ChatOwner { person, chat } => msg::refusal_chat_owner(lang, chat, person),
        Reason::ChatWithoutOwner { chat } => msg::refusal_chat_without_owner(lang, chat),
        Reason::ChatInUse { chat } => msg::refusal_chat_in_use(lang, chat),
        Reason::ChatState { chat } => msg::refusal_chat_state(lang, chat),
        Reason::ChatWithoutPurpose => msg::refusal_chat_without_purpose(lang).into(),
        Reason::ChatWithoutMembers => msg::refusal_chat_without_members(lang).into(),
        Reason::OutsideCircle { person } => msg::refusal_outside_circle(lang, person),
        Reason::BelongsAlready { person } => msg::refusal_belongs_already(lang, person),
        Reason::BelongsNot { person } => msg::refusal_belongs_not(lang, person),
        Reason::BothExceptions { person } => msg::refusal_both_exceptions(lang, person),
        Reason::ExceptionWithoutReason => msg::refusal_exception_without_reason(lang).into(),
        Reason::ExcuseWithoutReason => msg::refusal_excuse_without_reason(lang).into(),
        Reason::QuietHours => msg::refusal_quiet_hours(lang).into(),
        Reason::StepGone { chat } => msg::refusal_step_gone(lang, chat),
        Reason::NothingToUndo => msg::nothing_to_undo(lang).into(),
        Reason::NothingToRedo => msg::nothing_to_redo(lang).into(),
        Reason::ChangedLater => msg::refusal_changed_later(lang).into(),
        Reason::PlanMoved => msg::refusal_plan_moved(lang).into(),
        Reason::DayOutside { day } => msg::refusal_day_outside(lang, &date::short(*day)),
        Reason::StorageFull => msg::refusal_storage_full(lang).into(),
        Reason::ReadOnly => msg::refusal_read_only(lang).into(),
    }
}
