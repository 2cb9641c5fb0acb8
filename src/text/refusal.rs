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
        Reason::NothingToUndo => msg::nothing_to_undo(lang).into(),
        Reason::NothingToRedo => msg::nothing_to_redo(lang).into(),
        Reason::ChangedLater => msg::refusal_changed_later(lang).into(),
        Reason::PlanMoved => msg::refusal_plan_moved(lang).into(),
        Reason::DayOutside { day } => msg::refusal_day_outside(lang, &date::short(*day)),
        Reason::StorageFull => msg::refusal_storage_full(lang).into(),
        Reason::ReadOnly => msg::refusal_read_only(lang).into(),
        Reason::NoRight { person } => msg::refusal_no_right(lang, person),
        Reason::NothingChosen => msg::refusal_nothing_chosen(lang).into(),
        Reason::InviteTwice { person } => msg::refusal_invite_twice(lang, person),
        Reason::InviteSpent { most } => msg::refusal_invite_spent(lang, &most.to_string()),
        Reason::InviteUsed { person } => msg::refusal_invite_used(lang, person),
        Reason::InviteFinal => msg::refusal_invite_final(lang).into(),
        Reason::InviteKept => msg::refusal_invite_kept(lang).into(),
        Reason::InviteClaimed => msg::refusal_invite_claimed(lang).into(),
        Reason::NobodyJoined => msg::refusal_nobody_joined(lang).into(),
        Reason::NotExpired => msg::refusal_not_expired(lang).into(),
        Reason::NoLink => msg::refusal_no_link(lang).into(),
        Reason::NotALink { text } => msg::refusal_not_a_link(lang, text),
        Reason::LinkTwice { link } => msg::refusal_link_twice(lang, link),
        Reason::NotOfPlace { person, place } => msg::refusal_not_of_place(lang, person, place),
        Reason::NoChildThere { person } => msg::refusal_no_child_there(lang, person),
        Reason::BelowGrade { grade } => msg::refusal_below_grade(lang, &grade.to_string()),
        Reason::RequestDecided => msg::refusal_request_decided(lang).into(),
        Reason::RequestKept => msg::refusal_request_kept(lang).into(),
        Reason::RequestMismatch { person } => msg::refusal_request_mismatch(lang, person),
        Reason::NobodyMatched => msg::refusal_nobody_matched(lang).into(),
        Reason::StatusOutOfTurn { person } => msg::refusal_status_out_of_turn(lang, person),
        Reason::AppointmentOver { person } => msg::refusal_appointment_over(lang, person),
        Reason::ApplicationIncomplete => msg::refusal_application_incomplete(lang).into(),
        Reason::ApplicationNotSent => msg::refusal_application_not_sent(lang).into(),
        Reason::ApplicationSent => msg::refusal_application_sent(lang).into(),
    }
}
