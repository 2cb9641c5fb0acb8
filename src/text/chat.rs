//! Chats in words: states, roles, why somebody is a member, steps.

use crate::domain::{ChatState, InviteRole};
use crate::plan::Apart;
use crate::plan::chat::ChatTurn;
use crate::regulation::MemberSet;

use super::{Lang, date, msg};

/// The state of a chat, with its day.
#[must_use]
pub fn state(lang: Lang, state: &ChatState) -> String {
    match state {
        ChatState::NotRequired { .. } => msg::chats_state_excused(lang).to_owned(),
        ChatState::Created { on } => msg::chats_state_created(lang, &date::short(*on)),
        ChatState::Active { since } => msg::chats_state_active(lang, &date::short(*since)),
        ChatState::ReadOnly { on } => msg::chats_state_read_only(lang, &date::short(*on)),
        ChatState::Archived { on } => msg::chats_state_archived(lang, &date::short(*on)),
    }
}

/// What brings a chat into a state.
#[must_use]
pub fn turn(lang: Lang, turn: ChatTurn) -> &'static str {
    match turn {
        ChatTurn::Use => msg::chats_use(lang),
        ChatTurn::ReadOnly => msg::chats_read_only(lang),
        ChatTurn::Archive => msg::chats_archive(lang),
    }
}

/// A role in a chat.
#[must_use]
pub fn role(lang: Lang, role: InviteRole) -> &'static str {
    match role {
        InviteRole::Teacher => msg::chats_role_teacher(lang),
        InviteRole::Student => msg::chats_role_student(lang),
        InviteRole::Parent => msg::chats_role_parent(lang),
    }
}

/// Why somebody belongs into a chat.
#[must_use]
pub fn set(lang: Lang, set: MemberSet) -> &'static str {
    match set {
        MemberSet::Head => msg::chats_set_head(lang),
        MemberSet::Deputies => msg::chats_set_deputies(lang),
        MemberSet::Administration => msg::chats_set_administration(lang),
        MemberSet::Pedagogues => msg::chats_set_pedagogues(lang),
        MemberSet::ParentActivists => msg::chats_set_parent_activists(lang),
        MemberSet::StudentActivists => msg::chats_set_student_activists(lang),
        MemberSet::Homeroom => msg::chats_set_homeroom(lang),
        MemberSet::ClassStudents => msg::chats_set_class_students(lang),
        MemberSet::ClassParents => msg::chats_set_class_parents(lang),
        MemberSet::ClassTeachers => msg::chats_set_class_teachers(lang),
        MemberSet::LineTeachers => msg::chats_set_line_teachers(lang),
        MemberSet::LineStudents => msg::chats_set_line_students(lang),
        MemberSet::ActivityLeader => msg::chats_set_activity_leader(lang),
        MemberSet::ActivityStudents => msg::chats_set_activity_students(lang),
    }
}

/// Why somebody stands apart, with how the person is reached.
#[must_use]
pub fn apart(lang: Lang, apart: Apart) -> &'static str {
    match apart {
        Apart::OffPlatform => msg::chats_apart_off(lang),
        Apart::Refused => msg::chats_apart_refused(lang),
        Apart::NoConsent => msg::chats_apart_consent(lang),
    }
}

/// Why somebody stands apart, in two words.
#[must_use]
pub fn apart_short(lang: Lang, apart: Apart) -> &'static str {
    match apart {
        Apart::OffPlatform => msg::chats_apart_off_short(lang),
        Apart::Refused => msg::chats_apart_refused_short(lang),
        Apart::NoConsent => msg::chats_apart_consent_short(lang),
    }
}

/// A state by which the plan is narrowed.
#[must_use]
pub fn filter_state(lang: Lang, state: &str) -> &'static str {
    match state {
        "create" => msg::chats_narrow_create(lang),
        "live" => msg::chats_narrow_live(lang),
        "unchecked" => msg::chats_narrow_unchecked(lang),
        "differs" => msg::chats_narrow_differs(lang),
        "rename" => msg::chats_narrow_rename(lang),
        "owner" => msg::chats_narrow_owner(lang),
        "bare" => msg::chats_narrow_bare(lang),
        "excused" => msg::chats_narrow_excused(lang),
        _ => msg::chats_narrow_read_only(lang),
    }
}

/// A kind of step by which the checklist is narrowed.
#[must_use]
pub fn filter_step(lang: Lang, step: &str) -> &'static str {
    match step {
        "create" => msg::chats_narrow_create(lang),
        "rename" => msg::chats_narrow_rename(lang),
        "owner" => msg::chats_narrow_owner(lang),
        "add" => msg::chats_narrow_add(lang),
        "remove" => msg::chats_narrow_remove(lang),
        "mend" => msg::chats_narrow_mend(lang),
        _ => msg::chats_narrow_archive(lang),
    }
}
