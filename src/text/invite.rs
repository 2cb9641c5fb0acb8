//! Invites in words: roles, states, ways of handing over, why a link is unclaimed.

use crate::domain::{InviteRole, InviteState, InviteTarget, School, SendingWay};
use crate::plan::invite::Unclaimed;

use super::{Lang, date, msg};

/// A role of the platform.
#[must_use]
pub const fn role(lang: Lang, role: InviteRole) -> &'static str {
    match role {
        InviteRole::Teacher => msg::invites_role_teacher(lang),
        InviteRole::Student => msg::invites_role_student(lang),
        InviteRole::Parent => msg::invites_role_parent(lang),
    }
}

/// A state, without its day.
#[must_use]
pub const fn state(lang: Lang, state: &InviteState) -> &'static str {
    match state {
        InviteState::Draft => msg::invites_state_draft(lang),
        InviteState::Issued => msg::invites_state_issued(lang),
        InviteState::Sent => msg::invites_state_sent(lang),
        InviteState::Closed { .. } => msg::invites_state_closed(lang),
        InviteState::Expired { .. } => msg::invites_state_expired(lang),
        InviteState::Revoked { .. } => msg::invites_state_revoked(lang),
        InviteState::Superseded { .. } => msg::invites_state_superseded(lang),
    }
}

/// A way of handing over.
#[must_use]
pub const fn way(lang: Lang, way: SendingWay) -> &'static str {
    match way {
        SendingWay::InPerson => msg::invites_way_in_person(lang),
        SendingWay::Paper => msg::invites_way_paper(lang),
        SendingWay::Email => msg::invites_way_email(lang),
        SendingWay::Message => msg::invites_way_message(lang),
        SendingWay::Journal => msg::invites_way_journal(lang),
        SendingWay::Other => msg::invites_way_other(lang),
    }
}

/// Why an invite is unclaimed.
#[must_use]
pub fn unclaimed(lang: Lang, reason: Unclaimed) -> String {
    match reason {
        Unclaimed::Joined => msg::invites_unclaimed_joined(lang).to_owned(),
        Unclaimed::Left => msg::invites_unclaimed_left(lang).to_owned(),
        Unclaimed::Expired(on) => msg::invites_unclaimed_expired(lang, &date::short(on)),
        Unclaimed::Old(days) => msg::invites_unclaimed_old(lang, u64::from(days)),
    }
}

/// The place an invite leads to: «Учительская», «7А», the name of a chat.
#[must_use]
pub fn place(lang: Lang, school: &School, target: InviteTarget) -> String {
    let name = school.target_name(target);
    match target {
        InviteTarget::Class(_) if name.is_empty() => msg::invites_staff_room(lang).to_owned(),
        InviteTarget::Chat(_) if name.is_empty() => msg::invites_chat_unnamed(lang).to_owned(),
        _ => name,
    }
}
